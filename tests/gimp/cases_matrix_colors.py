# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every precision and every color profile (checks.py)."""

import documents
from checks import check_all

check_all((*documents.of_precisions(), *documents.of_profiles(), *documents.of_vivid_colors(), *documents.of_broken_profiles()))
