/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the program is started with the desktop: in a file, or by a portal of the test's own. */

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "core/context.h"
#include "core/wellbeing/rituals/background.h"
#include "support/fake-clock.h"
#include "support/loop.h"

static const char introspection[] =
    "<node><interface name='org.freedesktop.portal.Background'><method name='RequestBackground'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method></interface>"
    "<interface name='org.freedesktop.Application'><method name='ActivateAction'><arg type='s' direction='in'/>"
    "<arg type='av' direction='in'/><arg type='a{sv}' direction='in'/></method></interface></node>";

typedef enum
{
  GRANTS,
  DENIES,
  HANGS,
  NO_PORTAL,
} Portal;

typedef struct
{
  char *folder;
  char *file;
  GTestDBus *daemon;
  GDBusConnection *bus;
  GDBusConnection *desktop;
  Portal portal;
  guint asked;
  gboolean autostart;
  char *command;
  guint refreshed;

  LueurFakeClock *clock;
  LueurContext *context;
  LueurPersona *persona;
  LueurBackground *background;
} Fixture;

static void
on_portal (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
           GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  Fixture *f = data;
  g_autoptr (GVariant) options = NULL;
  g_autofree char *handle = NULL, *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree const char **command = NULL;
  const char *token;
  GVariantBuilder results;

  options = g_variant_get_child_value (parameters, 1);
  g_assert_true (g_variant_lookup (options, "autostart", "b", &f->autostart));
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  g_free (f->command);
  f->command = g_strjoinv (" ", (char **) command);
  f->asked++;
  if (f->portal == HANGS)
    return;
  handle = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (f->portal == GRANTS && f->autostart));
  g_dbus_connection_emit_signal (bus, sender, handle, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", f->portal == GRANTS ? 0 : 1, &results), NULL);
}

static void
on_agent (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
          GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  Fixture *f = data;
  const char *action;

  g_variant_get_child (parameters, 0, "&s", &action);
  f->refreshed += g_str_equal (action, "refresh");
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
own (GDBusConnection *bus, const char *name)
{
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", name, 4), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                       NULL);
  g_assert_nonnull (reply);
}

static GDBusConnection *
connect_to (GTestDBus *daemon)
{
  GDBusConnection *bus = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (daemon),
                                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                                 NULL, NULL, NULL);
  g_assert_nonnull (bus);
  return bus;
}

static void
save (Fixture *f)
{
  LueurLibrary *library = lueur_context_get_library (f->context);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lueur_library_save_persona_async (library, f->persona, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  lueur_library_save_persona_finish (library, result, &error);
  g_assert_no_error (error);
  lueur_fake_clock_advance_seconds (f->clock, 1);
}

static void
turn (Fixture *f, gboolean on)
{
  g_object_set (f->persona, "morning", on, NULL);
  save (f);
  lueur_test_spin (150);
}

static gboolean
is_kept (Fixture *f)
{
  return g_settings_get_boolean (lueur_settings_get_gsettings (lueur_context_get_settings (f->context)), "ritual-autostart");
}

static void
begin (Fixture *f)
{
  f->background = lueur_background_new (lueur_context_get_library (f->context), lueur_context_get_settings (f->context),
                                        f->bus, "Because");
  lueur_test_spin (100);
}

static void
setup (Fixture *f, gconstpointer portal)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  f->portal = GPOINTER_TO_UINT (portal);
  g_setenv ("GIO_USE_PORTALS", f->portal == NO_PORTAL ? "0" : "1", TRUE);
  f->folder = g_dir_make_tmp ("lueur-background-XXXXXX", NULL);
  f->file = g_build_filename (g_get_user_config_dir (), "autostart", "io.github.lueur_app.Lueur.Agent.desktop", NULL);
  f->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (f->daemon);
  f->bus = connect_to (f->daemon);
  f->desktop = connect_to (f->daemon);
  g_dbus_connection_register_object (f->desktop, "/org/freedesktop/portal/desktop", node->interfaces[0],
                                     &(GDBusInterfaceVTable){ .method_call = on_portal }, f, NULL, &error);
  g_dbus_connection_register_object (f->desktop, "/io/github/lueur_app/Lueur/Agent", node->interfaces[1],
                                     &(GDBusInterfaceVTable){ .method_call = on_agent }, f, NULL, &error);
  g_assert_no_error (error);
  if (f->portal != NO_PORTAL)
    own (f->desktop, "org.freedesktop.portal.Desktop");
  own (f->desktop, "io.github.lueur_app.Lueur.Agent");

  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 5, 4, 10, 0);
  f->context = lueur_context_new (LUEUR_CLOCK (f->clock), f->folder);
  lueur_context_open_async (f->context, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  lueur_context_open_finish (f->context, result, &error);
  g_assert_no_error (error);
  g_settings_reset (lueur_settings_get_gsettings (lueur_context_get_settings (f->context)), "ritual-autostart");
  f->persona = lueur_persona_new ();
  g_object_set (f->persona, "name", "Lune", NULL);
  save (f);
}

static void
teardown (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", f->folder);

  g_clear_object (&f->background);
  g_clear_object (&f->persona);
  lueur_context_close (f->context);
  g_clear_object (&f->context);
  g_clear_object (&f->clock);
  g_clear_object (&f->bus);
  g_clear_object (&f->desktop);
  lueur_test_spin (20);
  g_test_dbus_stop (f->daemon);
  g_clear_object (&f->daemon);
  g_unlink (f->file);
  g_assert_cmpint (system (command), ==, 0);
  g_free (f->file);
  g_free (f->folder);
  g_free (f->command);
}

static void
test_file (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  struct stat info;

  begin (f);
  /* Nobody scheduled anything: nothing starts, and nothing is asked. */
  g_assert_false (g_file_test (f->file, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (f->refreshed, ==, 0);

  turn (f, TRUE);
  g_assert_true (g_file_get_contents (f->file, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "/lueur-agent\"\n"));
  g_assert_cmpint (stat (f->file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (f->refreshed, ==, 1);
  g_assert_true (is_kept (f));

  /* Another hour: told, and nothing else. Turned off in the desktop's settings, it stays off. */
  g_unlink (f->file);
  g_object_set (f->persona, "morning-time", 540, NULL);
  save (f);
  lueur_test_spin (100);
  g_assert_cmpuint (f->refreshed, ==, 2);
  g_clear_object (&f->background);
  begin (f);
  g_assert_false (g_file_test (f->file, G_FILE_TEST_EXISTS));

  turn (f, FALSE);
  g_assert_false (is_kept (f));
  turn (f, TRUE);
  g_assert_true (g_file_test (f->file, G_FILE_TEST_EXISTS));
  /* The last one goes with the companion. */
  g_object_set (f->persona, "archived", TRUE, NULL);
  save (f);
  lueur_test_spin (150);
  g_assert_false (g_file_test (f->file, G_FILE_TEST_EXISTS));
  g_assert_false (is_kept (f));
  g_assert_cmpuint (f->asked, ==, 0);
}

static void
test_portal (Fixture *f, gconstpointer data)
{
  begin (f);
  g_assert_cmpuint (f->asked, ==, 0);
  turn (f, TRUE);
  g_assert_cmpuint (f->asked, ==, 1);
  g_assert_true (f->autostart);
  g_assert_cmpstr (f->command, ==, "lueur-agent");
  g_assert_true (is_kept (f));
  g_assert_false (g_file_test (f->file, G_FILE_TEST_EXISTS));
  /* The next start asks nothing again. */
  g_clear_object (&f->background);
  begin (f);
  g_assert_cmpuint (f->asked, ==, 1);
  turn (f, FALSE);
  g_assert_cmpuint (f->asked, ==, 2);
  g_assert_false (f->autostart);
  g_assert_false (is_kept (f));
}

static void
test_denied (Fixture *f, gconstpointer data)
{
  begin (f);
  turn (f, TRUE);
  g_assert_cmpuint (f->asked, ==, 1);
  g_assert_false (is_kept (f));
  /* The agent runs all the same, for as long as the person is there. */
  g_assert_cmpuint (f->refreshed, ==, 1);
  g_assert_false (g_file_test (f->file, G_FILE_TEST_EXISTS));
}

static void
test_hangs (Fixture *f, gconstpointer data)
{
  gint64 began = g_get_monotonic_time ();

  begin (f);
  turn (f, TRUE);
  g_assert_cmpuint (f->asked, ==, 1);
  turn (f, FALSE);
  /* It ends while two answers are still owed. */
  g_clear_object (&f->background);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 3 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_dbus_unset ();

  g_test_add ("/wellbeing/background/file", Fixture, GUINT_TO_POINTER (NO_PORTAL), setup, test_file, teardown);
  g_test_add ("/wellbeing/background/portal", Fixture, GUINT_TO_POINTER (GRANTS), setup, test_portal, teardown);
  g_test_add ("/wellbeing/background/denied", Fixture, GUINT_TO_POINTER (DENIES), setup, test_denied, teardown);
  g_test_add ("/wellbeing/background/hangs", Fixture, GUINT_TO_POINTER (HANGS), setup, test_hangs, teardown);

  return g_test_run ();
}
