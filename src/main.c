/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>

#include "lueur-config.h"
#include "ui/application.h"

int
main (int argc, char **argv)
{
  g_autoptr (LueurApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LUEUR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname ("lueur");
  app = lueur_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
