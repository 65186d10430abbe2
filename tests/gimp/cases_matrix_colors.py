# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every precision and every color profile (checks.py)."""

from checks import check_all
from documents import of_broken_profiles, of_precisions, of_profiles, of_vivid_colors

check_all((*of_precisions(), *of_profiles(), *of_vivid_colors(), *of_broken_profiles()))
