/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may move: all of it, fades alone, or nothing. A power-profiles service of our own says when power is short. */

#include <adwaita.h>

#include "support/loop.h"
#include "ui/avatar/avatar-private.h"
#include "ui/avatar/motion.h"
#include "ui/avatar/wardrobe.h"

#define SERVICE "org.freedesktop.UPower.PowerProfiles"
#define PATH "/org/freedesktop/UPower/PowerProfiles"

/* --- The service, on a thread and a connection of its own ------------------------------------------- */

static GMutex lock;
static GCond ready;
static gboolean is_served;
static GDBusConnection *connection;
static gint saving; /* atomic */

static GVariant *
get_property (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name,
              GError **error, gpointer data)
{
  return g_variant_new_string (g_atomic_int_get (&saving) ? "power-saver" : "balanced");
}

static void
on_name (GDBusConnection *bus, const char *name, gpointer data)
{
  g_mutex_lock (&lock);
  is_served = TRUE;
  g_cond_signal (&ready);
  g_mutex_unlock (&lock);
}

static gpointer
serve (gpointer data)
{
  static const GDBusInterfaceVTable table = { NULL, get_property, NULL, { 0 } };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (
      "<node><interface name='" SERVICE "'><property name='ActiveProfile' type='s' access='read'/></interface></node>", NULL);
  GMainLoop *loop = g_main_loop_new (context, FALSE);

  g_main_context_push_thread_default (context);
  connection = g_dbus_connection_new_for_address_sync (
      g_getenv ("DBUS_SYSTEM_BUS_ADDRESS"),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, NULL);
  g_assert_nonnull (connection);
  g_assert_cmpuint (g_dbus_connection_register_object (connection, PATH, info->interfaces[0], &table, NULL, NULL, NULL), >, 0);
  g_bus_own_name_on_connection (connection, SERVICE, G_BUS_NAME_OWNER_FLAGS_NONE, on_name, NULL, NULL, NULL);
  g_main_loop_run (loop);
  return NULL;
}

static void
set_saving (gboolean on)
{
  GVariantBuilder changed;

  g_atomic_int_set (&saving, on);
  g_variant_builder_init (&changed, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&changed, "{sv}", "ActiveProfile", g_variant_new_string (on ? "power-saver" : "balanced"));
  g_dbus_connection_emit_signal (connection, NULL, PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                 g_variant_new ("(sa{sv}as)", SERVICE, &changed, NULL), NULL);
  lueur_test_spin (200);
}

/* --- Tests -------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWindow *window;
  LueurAvatar *avatar;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *rigs = g_test_build_filename (G_TEST_DIST, "ui", "rigs", NULL);

  lueur_wardrobe_set_folder (lueur_wardrobe_get_for_display (gdk_display_get_default ()), rigs);
  f->window = GTK_WINDOW (adw_window_new ());
  f->avatar = LUEUR_AVATAR (lueur_avatar_new ());
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (f->avatar));
  gtk_window_set_default_size (f->window, 240, 300);
  lueur_avatar_set_look (f->avatar, "{\"rig\":\"plain\"}");
  gtk_window_present (f->window);
  for (guint i = 0; i < 100 && !lueur_avatar_is_ready (f->avatar); i++)
    lueur_test_spin (30);
  g_assert_true (lueur_avatar_is_ready (f->avatar));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  lueur_test_spin (50);
}

static LueurMotionLevel
level (LueurMotion *motion)
{
  return lueur_motion_get_level (motion);
}

static void
test_levels (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMotion) motion = lueur_motion_new (GTK_WIDGET (f->avatar));

  g_assert_cmpint (level (motion), ==, LUEUR_MOTION_FULL);
  set_saving (TRUE);
  g_assert_cmpint (level (motion), ==, LUEUR_MOTION_FADES);
  set_saving (FALSE);
  g_assert_cmpint (level (motion), ==, LUEUR_MOTION_FULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_cmpint (level (motion), ==, LUEUR_MOTION_FADES);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_widget_set_visible (GTK_WIDGET (f->avatar), FALSE);
  g_assert_cmpint (level (motion), ==, LUEUR_MOTION_HIDDEN);
}

/* At whatever moment of a breath or glance power runs short, the face comes to rest at once; even so small a one that
 * what is left of a breath is less than can be drawn. */
static void
test_at_any_moment (Fixture *f, gconstpointer data)
{
  const LueurAvatarStats *stats = lueur_avatar_get_stats (f->avatar);

  gtk_widget_set_halign (GTK_WIDGET (f->avatar), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (f->avatar), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (f->avatar), 48, 64);
  lueur_test_spin (400);
  for (guint i = 0; i < 8; i++)
    {
      guint frames;

      set_saving (FALSE);
      lueur_test_spin (70 * i);
      set_saving (TRUE);
      lueur_test_spin (200);
      frames = stats->n_frames;
      lueur_test_spin (150);
      g_assert_cmpuint (stats->n_frames, ==, frames);
    }
  set_saving (FALSE);
}

/* Where power is short nothing moves by itself and nothing wakes; a feeling still fades in, and then all is still. */
static void
test_power_saver (Fixture *f, gconstpointer data)
{
  const LueurAvatarStats *stats = lueur_avatar_get_stats (f->avatar);
  LueurFeeling feeling;
  guint frames, wakes;

  lueur_test_spin (800);
  frames = stats->n_frames;
  lueur_test_spin (1500);
  g_assert_cmpuint (stats->n_frames, >, frames); /* it breathes */

  set_saving (TRUE);
  lueur_test_spin (600);
  frames = stats->n_frames;
  wakes = stats->n_wakes;
  lueur_test_spin (1500);
  g_assert_cmpuint (stats->n_frames, ==, frames);
  g_assert_cmpuint (stats->n_wakes, ==, wakes);

  lueur_feeling_init (&feeling);
  feeling.label = feeling.second = LUEUR_EMOTION_SURPRISE;
  feeling.intensity = 1;
  lueur_avatar_set_feeling (f->avatar, &feeling);
  lueur_avatar_speak (f->avatar, "Words move no mouth where nothing may move.");
  lueur_test_spin (500);
  g_assert_cmpuint (stats->n_frames, >, frames);
  frames = stats->n_frames;
  lueur_test_spin (900);
  g_assert_cmpuint (stats->n_frames, ==, frames);

  set_saving (FALSE);
  frames = stats->n_frames;
  lueur_test_spin (1500);
  g_assert_cmpuint (stats->n_frames, >, frames);
}

int
main (int argc, char **argv)
{
  const char *bus = g_getenv ("DBUS_SESSION_BUS_ADDRESS");

  if (bus == NULL)
    {
      g_print ("1..0 # SKIP no message bus\n");
      return 0;
    }
  /* The session's bus stands for the system's: the service that is asked there is the one above. */
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", bus, TRUE);
  g_thread_unref (g_thread_new ("power-profiles", serve, NULL));
  g_mutex_lock (&lock);
  while (!is_served)
    g_cond_wait (&ready, &lock);
  g_mutex_unlock (&lock);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/avatar/motion/levels", Fixture, NULL, set_up, test_levels, tear_down);
  g_test_add ("/avatar/motion/power-saver", Fixture, NULL, set_up, test_power_saver, tear_down);
  g_test_add ("/avatar/motion/at-any-moment", Fixture, NULL, set_up, test_at_any_moment, tear_down);
  return g_test_run ();
}
