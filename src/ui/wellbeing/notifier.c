/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/notifier.h"

#include <glib/gi18n.h>

#include "ui/wellbeing/nudge-text.h"

/* One id: a later suggestion replaces an earlier one. */
#define NUDGE_ID "nudge"
#define DESKTOP_SCHEMA "org.gnome.desktop.notifications"

struct _LueurNotifier
{
  GObject parent_instance;

  GApplication *application;
  LueurWellbeing *wellbeing;
  LueurSettings *settings;
  GSettings *desktop; /* nullable: only where GNOME's schema is installed */
  gboolean sent;
};

G_DEFINE_FINAL_TYPE (LueurNotifier, lueur_notifier, G_TYPE_OBJECT)

static void
withdraw (LueurNotifier *self)
{
  if (!self->sent)
    return;
  self->sent = FALSE;
  g_application_withdraw_notification (self->application, NUDGE_ID);
}

static void
send (LueurNotifier *self)
{
  g_autofree char *title = lueur_nudge_text_title (self->wellbeing);
  g_autofree char *body = lueur_nudge_text_body (self->wellbeing);
  g_autofree char *later = lueur_nudge_text_later (self->wellbeing);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_add_button (notification, _("Take a Break"), "app.nudge-break");
  g_notification_add_button (notification, later, "app.nudge-later");
  g_notification_add_button (notification, _("Not Today"), "app.nudge-not-today");
  g_application_send_notification (self->application, NUDGE_ID, notification);
  self->sent = TRUE;
}

static void
on_nudge (LueurNotifier *self)
{
  gboolean wanted;

  if (!lueur_wellbeing_get_nudge (self->wellbeing))
    {
      withdraw (self);
      return;
    }
  g_object_get (self->settings, "nudge-notifications", &wanted, NULL);
  /* At night nothing leaves the window; the banner in it says the same. */
  if (wanted && !lueur_wellbeing_is_night (self->wellbeing))
    send (self);
}

static void
on_show_banners (LueurNotifier *self)
{
  lueur_wellbeing_set_do_not_disturb (self->wellbeing, !g_settings_get_boolean (self->desktop, "show-banners"));
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LueurNotifier *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  /* The desktop drops a notification whose button was used; ours to forget it too. */
  withdraw (self);
  if (g_str_equal (name, "nudge-break"))
    lueur_wellbeing_take_break (self->wellbeing);
  else if (g_str_equal (name, "nudge-later"))
    lueur_wellbeing_postpone (self->wellbeing);
  else
    lueur_wellbeing_not_today (self->wellbeing);
}

static const GActionEntry actions[] = {
  { .name = "nudge-break", .activate = on_action },
  { .name = "nudge-later", .activate = on_action },
  { .name = "nudge-not-today", .activate = on_action },
};

static void
watch_desktop (LueurNotifier *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DESKTOP_SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "show-banners"))
    return;
  self->desktop = g_settings_new (DESKTOP_SCHEMA);
  g_signal_connect_object (self->desktop, "changed::show-banners", G_CALLBACK (on_show_banners), self, G_CONNECT_SWAPPED);
  on_show_banners (self);
}

static void
lueur_notifier_dispose (GObject *object)
{
  LueurNotifier *self = LUEUR_NOTIFIER (object);

  if (self->application != NULL)
    {
      /* A notification outlives the program that sent it, and its buttons would start it again. */
      withdraw (self);
      g_action_map_remove_action_entries (G_ACTION_MAP (self->application), actions, G_N_ELEMENTS (actions));
    }
  g_clear_object (&self->desktop);
  g_clear_object (&self->wellbeing);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (lueur_notifier_parent_class)->dispose (object);
}

static void
lueur_notifier_class_init (LueurNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_notifier_dispose;
}

static void
lueur_notifier_init (LueurNotifier *self)
{
}

/**
 * lueur_notifier_new:
 * @application: who sends, and gets the actions; must be registered before the first suggestion
 * @wellbeing: whose suggestions to send
 * @settings: for “nudge-notifications”
 *
 * To be made in the application's startup and dropped in its shutdown.
 *
 * Returns: (transfer full): a new notifier
 */
LueurNotifier *
lueur_notifier_new (GApplication *application, LueurWellbeing *wellbeing, LueurSettings *settings)
{
  LueurNotifier *self = g_object_new (LUEUR_TYPE_NOTIFIER, NULL);

  self->application = g_object_ref (application);
  self->wellbeing = g_object_ref (wellbeing);
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (wellbeing, "notify::nudge", G_CALLBACK (on_nudge), self, G_CONNECT_SWAPPED);
  watch_desktop (self);
  return self;
}
