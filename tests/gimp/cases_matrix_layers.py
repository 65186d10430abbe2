# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of every kind, groups, and pictures of uncommon sizes (checks.py)."""

from checks import check_all
from documents import of_groups, of_layers, of_the_rest

check_all((*of_layers(), *of_groups(), *of_the_rest()))
