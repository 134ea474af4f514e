/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/rituals/background.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lueur-config.h"

#define AGENT_NAME LUEUR_APP_ID ".Agent"
#define AGENT_PATH "/io/github/lueur_app/Lueur/Agent"
#define AGENT_COMMAND "lueur-agent"
#define AUTOSTART_KEY "ritual-autostart"
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

struct _LueurBackground
{
  GObject parent_instance;

  LueurLibrary *library;
  LueurSettings *settings;
  GDBusConnection *bus; /* nullable */
  char *reason;
  GPtrArray *watched; /* of LueurPersona */
  GCancellable *cancellable;
  guint source;
  guint response; /* subscription to the portal's answer */
  gboolean wanted;
  gboolean known; /* @wanted was looked up once */
};

G_DEFINE_FINAL_TYPE (LueurBackground, lueur_background, G_TYPE_OBJECT)

static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static gboolean
is_portal_wanted (void)
{
  return is_sandboxed () || g_strcmp0 (g_getenv ("GIO_USE_PORTALS"), "1") == 0;
}

static gboolean
has_ritual (LueurBackground *self)
{
  GListModel *personas = lueur_library_get_personas (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (personas); i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (personas, i);

      for (guint ritual = 0; ritual < LUEUR_N_RITUALS; ritual++)
        if (lueur_persona_get_ritual (persona, ritual, NULL))
          return TRUE;
    }
  return FALSE;
}

static void
keep (LueurBackground *self, gboolean autostart)
{
  g_settings_set_boolean (lueur_settings_get_gsettings (self->settings), AUTOSTART_KEY, autostart);
}

/* --- A file in the autostart folder --- */

static char *
get_file (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", AGENT_NAME ".desktop", NULL);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = get_file ();
  g_autofree char *folder = g_path_get_dirname (path);
  GError *error = NULL;
  static const char text[] = "[Desktop Entry]\n"
                             "Type=Application\n"
                             "Name=Lueur\n"
                             "Icon=" LUEUR_APP_ID "\n"
                             "Exec=\"" LUEUR_BINDIR "/" AGENT_COMMAND "\"\n"
                             "NoDisplay=true\n";

  if (!GPOINTER_TO_INT (data))
    {
      if (g_unlink (path) != 0 && errno != ENOENT)
        g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      else
        g_task_return_boolean (task, TRUE);
      return;
    }
  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_file_written (GObject *source, GAsyncResult *result, gpointer data)
{
  LueurBackground *self = LUEUR_BACKGROUND (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    keep (self, GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result))));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("Rituals will not start with the desktop: %s", error->message);
}

static void
use_file (LueurBackground *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_file_written, NULL);

  g_task_set_task_data (task, GINT_TO_POINTER (self->wanted), NULL);
  g_task_run_in_thread (task, write_file);
}

/* --- The Background portal --- */

static void
forget_response (LueurBackground *self)
{
  if (self->response != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->response);
  self->response = 0;
}

static void
on_response (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *signal,
             GVariant *parameters, gpointer data)
{
  LueurBackground *self = data;
  g_autoptr (GVariant) results = NULL;
  gboolean autostart = FALSE;
  guint response;

  forget_response (self);
  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response != 0)
    return;
  g_variant_lookup (results, "autostart", "b", &autostart);
  keep (self, autostart && self->wanted);
}

static void
on_requested (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurBackground) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  forget_response (self);
  if (is_sandboxed ())
    g_message ("Rituals will not start with the desktop: %s", error->message);
  else
    use_file (self);
}

static void
use_portal (LueurBackground *self)
{
  g_autofree char *token = g_strdup_printf ("lueur%u", g_random_int ());
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1);
  g_autofree char *handle = NULL;
  const char *const command[] = { AGENT_COMMAND, NULL };
  GVariantBuilder options;

  g_strdelimit (sender, ".", '_');
  handle = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  forget_response (self);
  self->response = g_dbus_connection_signal_subscribe (self->bus, PORTAL_NAME, "org.freedesktop.portal.Request", "Response",
                                                       handle, NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_response,
                                                       self, NULL);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (self->reason));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (self->wanted));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          self->cancellable, on_requested, g_object_ref (self));
}

/* --- --- */

/* Started for it where it does not run, if there is something to do; it ends by itself when there is not. */
static void
tell_agent (LueurBackground *self)
{
  if (self->bus == NULL)
    return;
  g_dbus_connection_call (self->bus, AGENT_NAME, AGENT_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", "refresh", NULL, NULL), NULL,
                          self->wanted ? G_DBUS_CALL_FLAGS_NONE : G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

static void
update (gpointer data)
{
  LueurBackground *self = data;
  gboolean before = self->wanted, asked, changed;

  self->source = 0;
  self->wanted = has_ritual (self);
  /* What somebody turned off in the desktop's own settings stays off until the rituals change. */
  asked = g_settings_get_boolean (lueur_settings_get_gsettings (self->settings), AUTOSTART_KEY);
  /* It may run from when a ritual was on, without having heard that none is any more. */
  if (self->wanted || before || (!self->known && asked))
    tell_agent (self);
  changed = self->wanted != (self->known ? before : asked);
  self->known = TRUE;
  if (!changed)
    return;
  if (self->bus != NULL && is_portal_wanted ())
    use_portal (self);
  else if (!is_sandboxed ())
    use_file (self);
}

/* Several changes at once are one. */
static void
queue_update (LueurBackground *self)
{
  if (self->source != 0)
    return;
  self->source = g_idle_add_once (update, self);
  g_source_set_name_by_id (self->source, "lueur-background");
}

static void
watch (LueurBackground *self)
{
  GListModel *personas = lueur_library_get_personas (self->library);

  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->watched, i), self);
  g_ptr_array_set_size (self->watched, 0);
  for (guint i = 0; i < g_list_model_get_n_items (personas); i++)
    {
      LueurPersona *persona = g_list_model_get_item (personas, i);

      /* Set when a change is on the disk, where the agent finds it. */
      g_signal_connect_swapped (persona, "notify::updated-at", G_CALLBACK (queue_update), self);
      g_ptr_array_add (self->watched, persona);
    }
  queue_update (self);
}

static void
lueur_background_dispose (GObject *object)
{
  LueurBackground *self = LUEUR_BACKGROUND (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->bus != NULL)
    forget_response (self);
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; self->watched != NULL && i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->watched, i), self);
  g_clear_pointer (&self->watched, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_object (&self->bus);
  g_clear_pointer (&self->reason, g_free);
  G_OBJECT_CLASS (lueur_background_parent_class)->dispose (object);
}

static void
lueur_background_class_init (LueurBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_background_dispose;
}

static void
lueur_background_init (LueurBackground *self)
{
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * lueur_background_new:
 * @library: open: what is not read yet would look as if there were no ritual
 * @settings: remembers what was asked for last
 * @bus: (nullable): the session bus
 * @reason: as a portal may show it
 *
 * Returns: (transfer full): a watch over the rituals
 */
LueurBackground *
lueur_background_new (LueurLibrary *library, LueurSettings *settings, GDBusConnection *bus, const char *reason)
{
  LueurBackground *self = g_object_new (LUEUR_TYPE_BACKGROUND, NULL);

  self->library = g_object_ref (library);
  self->settings = g_object_ref (settings);
  if (bus != NULL)
    self->bus = g_object_ref (bus);
  self->reason = g_strdup (reason);
  g_signal_connect_object (lueur_library_get_personas (library), "items-changed", G_CALLBACK (watch), self,
                           G_CONNECT_SWAPPED);
  watch (self);
  return self;
}
