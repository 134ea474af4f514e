/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lueur itself under a clock that stands still until somebody on the bus moves it: Advance, Suspend and Jump, each in
 * seconds, at /clock. It starts in Paris, on a Monday morning in May 2026. */

#include <glib/gi18n.h>
#include <locale.h>

#include "lueur-config.h"
#include "support/fake-clock.h"
#include "ui/application.h"

static const char introspection[] = "<node><interface name='io.github.lueur_app.Test.Clock'>"
                                    "<method name='Advance'><arg type='x' direction='in'/></method>"
                                    "<method name='Suspend'><arg type='x' direction='in'/></method>"
                                    "<method name='Jump'><arg type='x' direction='in'/></method>"
                                    "</interface></node>";

static void
on_call (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method,
         GVariant *parameters, GDBusMethodInvocation *invocation, gpointer clock)
{
  gint64 seconds;

  g_variant_get (parameters, "(x)", &seconds);
  if (g_str_equal (method, "Advance"))
    lueur_fake_clock_advance_seconds (clock, seconds);
  else if (g_str_equal (method, "Suspend"))
    lueur_fake_clock_suspend (clock, seconds * G_USEC_PER_SEC);
  else
    lueur_fake_clock_jump (clock, seconds * G_USEC_PER_SEC);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
on_startup (GApplication *app, LueurFakeClock *clock)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };

  g_dbus_connection_register_object (g_application_get_dbus_connection (app), "/clock", node->interfaces[0], &vtable, clock,
                                     NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (LueurFakeClock) clock = NULL;
  g_autoptr (LueurApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LUEUR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("lueur");
  clock = lueur_fake_clock_new ("Europe/Paris", 2026, 5, 4, 10, 0);
  app = g_object_new (LUEUR_TYPE_APPLICATION, "application-id", LUEUR_APP_ID, "resource-base-path",
                      "/io/github/lueur_app/Lueur", "clock", clock, NULL);
  g_signal_connect (app, "startup", G_CALLBACK (on_startup), clock);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
