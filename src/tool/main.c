/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool: Lueur's rooms on the command line, for scripts, tests and benches. */

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "lueur-config.h"
#include "tool/command.h"

static void
print_help (FILE *out)
{
  fprintf (out, "lueur-tool %s\n\n", LUEUR_VERSION);
  for (const LueurCommand *c = lueur_commands; c->name != NULL; c++)
    fprintf (out, "  %-10s %s\n", c->name, c->summary);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");

  if (argc < 2)
    {
      print_help (stderr);
      return 2;
    }
  if (strcmp (argv[1], "help") == 0 || strcmp (argv[1], "--help") == 0)
    {
      print_help (stdout);
      return 0;
    }
  for (const LueurCommand *c = lueur_commands; c->name != NULL; c++)
    if (strcmp (c->name, argv[1]) == 0)
      return c->run (argc - 1, argv + 1);

  fprintf (stderr, "lueur-tool: there is no command “%s”; “lueur-tool help” lists them\n", argv[1]);
  return 2;
}
