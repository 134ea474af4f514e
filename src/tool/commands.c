/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of lueur-tool's commands: the one place that names them. */

#include "tool/command.h"

const LueurCommand lueur_commands[] = {
  { NULL, NULL, NULL },
};
