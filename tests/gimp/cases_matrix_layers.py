# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of every kind, groups, and pictures of uncommon sizes (checks.py)."""

import documents
from checks import check_all

check_all((*documents.of_layers(), *documents.of_groups(), *documents.of_the_rest()))
