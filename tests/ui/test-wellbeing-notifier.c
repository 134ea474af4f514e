/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The notifier against a desktop of the test's own: a peer on a private bus that answers for
 * org.gtk.Notifications and keeps what it was told. */

#include <gio/gio.h>

#include "support/fake-clock.h"
#include "support/loop.h"
#include "ui/wellbeing/notifier.h"

static const char introspection[] = "<node><interface name='org.gtk.Notifications'>"
                                    "<method name='AddNotification'><arg type='s' direction='in'/>"
                                    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>"
                                    "<method name='RemoveNotification'><arg type='s' direction='in'/>"
                                    "<arg type='s' direction='in'/></method></interface></node>";

typedef struct
{
  GTestDBus *bus;
  GDBusConnection *desktop;
  guint added;
  guint removed;
  GHashTable *standing; /* id -> GVariant a{sv} */

  GApplication *application;
  LueurFakeClock *clock;
  LueurSettings *settings;
  LueurWellbeing *wellbeing;
  LueurNotifier *notifier;
} Fixture;

static void
on_call (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method,
         GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  Fixture *f = data;
  const char *id;

  g_variant_get_child (parameters, 1, "&s", &id);
  if (g_str_equal (method, "AddNotification"))
    {
      f->added++;
      g_hash_table_insert (f->standing, g_strdup (id), g_variant_get_child_value (parameters, 2));
    }
  else
    {
      f->removed++;
      g_hash_table_remove (f->standing, id);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static const GDBusInterfaceVTable vtable = { .method_call = on_call };

static void
setup (Fixture *f, gconstpointer hour)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  GSettings *gsettings;

  f->added = f->removed = 0;
  f->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  f->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (f->bus);
  f->desktop = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (f->bus),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                           G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (f->desktop, "/org/gtk/Notifications", node->interfaces[0], &vtable, f, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (f->desktop, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", "org.gtk.Notifications", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  f->application = g_application_new ("io.github.lueur_app.Test", G_APPLICATION_DEFAULT_FLAGS);
  g_application_register (f->application, NULL, &error);
  g_assert_no_error (error);
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 5, 4, GPOINTER_TO_INT (hour), 0);
  f->settings = lueur_settings_new ();
  gsettings = lueur_settings_get_gsettings (f->settings);
  g_settings_reset (gsettings, "nudge-notifications");
  g_settings_reset (gsettings, "nudge-silent-until");
  g_settings_reset (gsettings, "wellbeing-state");
  f->wellbeing = lueur_wellbeing_new (LUEUR_CLOCK (f->clock), f->settings);
  lueur_wellbeing_set_focused (f->wellbeing, TRUE);
  f->notifier = lueur_notifier_new (f->application, f->wellbeing, f->settings);
}

static void
teardown (Fixture *f, gconstpointer data)
{
  if (f->notifier != NULL)
    g_assert_finalize_object (f->notifier);
  g_clear_object (&f->wellbeing);
  g_clear_object (&f->settings);
  g_clear_object (&f->clock);
  g_clear_object (&f->application);
  g_clear_object (&f->desktop);
  lueur_test_spin (20);
  g_hash_table_unref (f->standing);
  g_test_dbus_stop (f->bus);
  g_clear_object (&f->bus);
}

static void
use (Fixture *f, guint minutes)
{
  for (guint i = 0; i < minutes * 3; i++)
    {
      lueur_fake_clock_advance_seconds (f->clock, 20);
      lueur_wellbeing_note_input (f->wellbeing, FALSE);
    }
  lueur_test_spin (50);
}

static void
answer (Fixture *f, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->application), action, NULL);
  lueur_test_spin (50);
}

static void
test_sent (Fixture *f, gconstpointer data)
{
  GVariant *notification;
  const char *title, *body;
  g_autoptr (GVariant) buttons = NULL;
  static const char *const expected[] = { "app.nudge-break", "app.nudge-later", "app.nudge-not-today" };

  use (f, 29);
  g_assert_cmpuint (f->added, ==, 0);
  use (f, 1);
  g_assert_cmpuint (f->added, ==, 1);
  notification = g_hash_table_lookup (f->standing, "nudge");
  g_assert_nonnull (notification);
  g_assert_true (g_variant_lookup (notification, "title", "&s", &title));
  g_assert_true (g_variant_lookup (notification, "body", "&s", &body));
  g_assert_cmpstr (title, ==, "30 minutes since the last pause");
  g_assert_cmpstr (body, ==, "How about 5 minutes away from the screen?");
  /* No default action: a click activates the application, which opens its window. */
  g_assert_false (g_variant_lookup (notification, "default-action", "&s", &body));
  buttons = g_variant_lookup_value (notification, "buttons", G_VARIANT_TYPE ("aa{sv}"));
  g_assert_cmpuint (g_variant_n_children (buttons), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GVariant) button = g_variant_get_child_value (buttons, i);
      const char *action;

      g_assert_true (g_variant_lookup (button, "action", "&s", &action));
      g_assert_cmpstr (action, ==, expected[i]);
    }
}

static void
test_answers (Fixture *f, gconstpointer data)
{
  use (f, 30);
  answer (f, "nudge-later");
  g_assert_cmpuint (g_hash_table_size (f->standing), ==, 0);
  use (f, 5);
  g_assert_cmpuint (f->added, ==, 2);
  g_assert_cmpuint (g_hash_table_size (f->standing), ==, 1);
  answer (f, "nudge-break");
  g_assert_cmpuint (g_hash_table_size (f->standing), ==, 0);
  use (f, 30);
  g_assert_cmpuint (f->added, ==, 3);
  answer (f, "nudge-not-today");
  use (f, 180);
  g_assert_cmpuint (f->added, ==, 3);
  g_assert_cmpuint (f->removed, ==, 3);
}

static void
test_withdrawn (Fixture *f, gconstpointer data)
{
  /* The person went away: the suggestion is out of date before they come back. */
  use (f, 30);
  g_assert_cmpuint (g_hash_table_size (f->standing), ==, 1);
  lueur_fake_clock_advance_seconds (f->clock, 301);
  lueur_test_spin (50);
  g_assert_cmpuint (g_hash_table_size (f->standing), ==, 0);

  /* Three that get no answer never pile up, and after them it is quiet. */
  lueur_wellbeing_note_input (f->wellbeing, FALSE);
  use (f, 300);
  g_assert_cmpuint (f->added, ==, 1 + 3);
  g_assert_cmpuint (g_hash_table_size (f->standing), ==, 0);
}

static void
test_quits (Fixture *f, gconstpointer data)
{
  use (f, 30);
  g_assert_cmpuint (g_hash_table_size (f->standing), ==, 1);
  g_assert_finalize_object (f->notifier);
  f->notifier = NULL;
  lueur_test_spin (50);
  g_assert_cmpuint (g_hash_table_size (f->standing), ==, 0);
  g_assert_false (g_action_group_has_action (G_ACTION_GROUP (f->application), "nudge-break"));
}

static void
test_unwanted (Fixture *f, gconstpointer data)
{
  g_object_set (f->settings, "nudge-notifications", FALSE, NULL);
  use (f, 30);
  g_assert_true (lueur_wellbeing_get_nudge (f->wellbeing));
  g_assert_cmpuint (f->added, ==, 0);
}

static void
test_night (Fixture *f, gconstpointer data)
{
  use (f, 31);
  g_assert_true (lueur_wellbeing_get_nudge (f->wellbeing));
  g_assert_cmpuint (f->added, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_dbus_unset ();
  g_setenv ("GNOTIFICATION_BACKEND", "gtk", TRUE);

  g_test_add ("/wellbeing/notifier/sent", Fixture, GINT_TO_POINTER (10), setup, test_sent, teardown);
  g_test_add ("/wellbeing/notifier/answers", Fixture, GINT_TO_POINTER (10), setup, test_answers, teardown);
  g_test_add ("/wellbeing/notifier/withdrawn", Fixture, GINT_TO_POINTER (10), setup, test_withdrawn, teardown);
  g_test_add ("/wellbeing/notifier/quits", Fixture, GINT_TO_POINTER (10), setup, test_quits, teardown);
  g_test_add ("/wellbeing/notifier/unwanted", Fixture, GINT_TO_POINTER (10), setup, test_unwanted, teardown);
  g_test_add ("/wellbeing/notifier/night", Fixture, GINT_TO_POINTER (23), setup, test_night, teardown);

  return g_test_run ();
}
