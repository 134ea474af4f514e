# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing machinery shared by the rigs in this folder."""
