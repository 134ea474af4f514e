/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

int lueur_cmd_archive (int argc, char **argv);
