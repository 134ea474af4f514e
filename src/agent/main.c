/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "agent/agent.h"

int
main (int argc, char **argv)
{
  g_autoptr (LueurAgent) agent = NULL;

  setlocale (LC_ALL, "");
  g_set_prgname ("lueur-agent");
  /* It writes no settings and reads none: the module for them, and all it brings along, can stay on the disk. */
  g_setenv ("GSETTINGS_BACKEND", "memory", FALSE);
  agent = lueur_agent_new ();
  return g_application_run (G_APPLICATION (agent), argc, argv);
}
