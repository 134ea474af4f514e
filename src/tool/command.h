/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurCommand:
 * @name: first word after `lueur-tool`
 * @summary: one line for `lueur-tool help`
 * @run: called with the remaining words (`argv[0]` is @name); returns the exit status
 *
 * One command of lueur-tool. Commands print results on standard output and sentences about what went
 * wrong on standard error.
 */
typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} LueurCommand;

/* NULL-named entry at the end. */
extern const LueurCommand lueur_commands[];

G_END_DECLS
