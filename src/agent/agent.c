/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "agent/agent.h"

#include <string.h>

#include "agent/alarm.h"
#include "core/clock.h"
#include "core/wellbeing/rituals/ritual-agenda.h"
#include "core/wellbeing/rituals/ritual-words.h"
#include "lueur-config.h"

#define APP_PATH "/io/github/lueur_app/Lueur"
/* It looks again at least so often: somebody may have travelled, or changed the database without a word. */
#define LOOK_USEC (G_GINT64_CONSTANT (15) * 60 * G_USEC_PER_SEC)
/* In a sandbox the portal looks at who sends; who has ended by then is nobody, and what they sent is dropped (ms). */
#define LINGER_MSEC 1000
/* After an error of the disk, and so that a ritual never waits for a whole round. */
#define RETRY_USEC (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

struct _LueurAgent
{
  GApplication parent_instance;

  LueurClock *clock;
  LueurAlarm *alarm;
  char *path;           /* of the database */
  GHashTable *standing; /* id of a notification -> when it was sent (monotonic with sleep, µs, as gint64 *) */
  GVariant *platform;   /* what came with the call that is being answered: lets the window come to the front */
  gboolean once;
  gboolean held;
};

G_DEFINE_FINAL_TYPE (LueurAgent, lueur_agent, G_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "once", 0, 0, G_OPTION_ARG_NONE, NULL, "Send what is due now, and end", NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, NULL, "Tell what is due and when, send nothing, and end", NULL },
  { 0 },
};

/* @zone: to be let go of with g_time_zone_unref() */
static LueurMoment
read_moment (LueurAgent *self)
{
  return (LueurMoment){ lueur_clock_get_wall (self->clock), lueur_clock_get_monotonic (self->clock),
                        lueur_clock_get_boottime (self->clock), lueur_clock_get_timezone (self->clock) };
}

static char *
id_of (const LueurRitualEntry *entry)
{
  return g_strdup_printf ("ritual-%" G_GINT64_FORMAT "-%s", lueur_persona_get_id (entry->persona),
                          lueur_ritual_to_word (entry->kind));
}

static void
send (LueurAgent *self, const LueurRitualEntry *entry)
{
  g_autofree char *id = id_of (entry);
  g_autofree char *body = lueur_ritual_say (entry->persona, entry->kind, entry->mark.day);
  g_autoptr (GNotification) notification = g_notification_new (lueur_persona_get_called (entry->persona));
  gint64 now = lueur_clock_get_boottime (self->clock);

  g_notification_set_body (notification, body);
  g_notification_set_category (notification, "im.received");
  g_notification_set_default_action_and_target (notification, "app.ritual", "(xs)",
                                                lueur_persona_get_id (entry->persona), lueur_ritual_to_word (entry->kind));
  /* One id a ritual: tomorrow's takes the place of today's. */
  g_application_send_notification (G_APPLICATION (self), id, notification);
  g_hash_table_replace (self->standing, g_steal_pointer (&id), g_memdup2 (&now, sizeof now));
  if (self->once)
    {
      /* The time begins to run when nobody holds it any more. */
      g_application_set_inactivity_timeout (G_APPLICATION (self), LINGER_MSEC);
      g_application_hold (G_APPLICATION (self));
      g_application_release (G_APPLICATION (self));
    }
}

/* Takes back what is out of date: half a day old, or turned off since. */
static void
withdraw_stale (LueurAgent *self, GPtrArray *entries)
{
  gint64 now = lueur_clock_get_boottime (self->clock);
  GHashTableIter iter;
  gpointer id, sent;

  g_hash_table_iter_init (&iter, self->standing);
  while (g_hash_table_iter_next (&iter, &id, &sent))
    {
      gboolean wanted = FALSE;

      for (guint i = 0; i < entries->len && !wanted; i++)
        {
          g_autofree char *other = id_of (g_ptr_array_index (entries, i));

          wanted = g_str_equal (id, other);
        }
      if (wanted && now - *(gint64 *) sent < LUEUR_RITUAL_APART)
        continue;
      g_application_withdraw_notification (G_APPLICATION (self), id);
      g_hash_table_iter_remove (&iter);
    }
}

/* Alive while there is something to wait for. */
static void
hold (LueurAgent *self, gboolean wanted)
{
  if (wanted == self->held)
    return;
  self->held = wanted;
  if (wanted)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

/* Sends it if it is due. Returns: when to look at it again (wall, µs) */
static gint64
look_at (LueurAgent *self, LueurRitualEntry *entry, const LueurMoment *now)
{
  g_autoptr (GError) error = NULL;
  gboolean settled = lueur_ritual_mark_settle (&entry->mark, now), due;
  guint32 day;

  due = lueur_ritual_is_due (&entry->plan, &entry->mark, now, &day);
  if (due)
    lueur_ritual_mark_set (&entry->mark, day, now);
  /* Written down first: rather late than twice. */
  if ((due || settled) && !lueur_ritual_agenda_keep (self->path, entry, &error))
    {
      g_message ("The log of rituals cannot be written: %s", error->message);
      return now->wall + RETRY_USEC;
    }
  if (due)
    send (self, entry);
  return lueur_ritual_next (&entry->plan, &entry->mark, now);
}

static void
look (LueurAgent *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  LueurMoment now = read_moment (self);
  gint64 next = now.wall + LOOK_USEC;

  entries = lueur_ritual_agenda_read (self->path, &error);
  if (entries == NULL)
    {
      /* The app says so to the person when it opens; what is damaged or of another version is left alone. */
      g_message ("The database cannot be read: %s", error->message);
      hold (self, !self->once);
    }
  else
    {
      for (guint i = 0; i < entries->len; i++)
        next = MIN (next, look_at (self, g_ptr_array_index (entries, i), &now));
      withdraw_stale (self, entries);
      hold (self, entries->len > 0 && !self->once);
    }
  lueur_alarm_set (self->alarm, next);
  g_time_zone_unref (now.zone);
}

static void
on_alarm (gpointer data)
{
  look (data);
}

static void
on_refresh (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  look (data);
}

static void
on_handed_on (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GApplication) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply == NULL)
    g_message ("Lueur cannot be opened: %s", error->message);
  g_application_release (self);
}

/* A click: the app, started for it where it is not running, opens the conversation. */
static void
on_ritual (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LueurAgent *self = data;
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));
  GVariantBuilder parameters;

  if (bus == NULL)
    return;
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", parameter);
  g_application_hold (G_APPLICATION (self));
  g_dbus_connection_call (bus, LUEUR_APP_ID, APP_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sav@a{sv})", "ritual", &parameters,
                                         self->platform != NULL ? self->platform : g_variant_new ("a{sv}", NULL)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_handed_on, g_object_ref (self));
}

static const GActionEntry actions[] = {
  { .name = "refresh", .activate = on_refresh },
  { .name = "ritual", .activate = on_ritual, .parameter_type = "(xs)" },
};

/* --- --dry-run --- */

static void
print_entry (LueurRitualEntry *entry, const LueurMoment *now)
{
  guint32 day = 0;
  gboolean due;
  g_autofree char *body = NULL;
  g_autoptr (GDateTime) utc = NULL, local = NULL;
  g_autofree char *next = NULL;

  lueur_ritual_mark_settle (&entry->mark, now);
  due = lueur_ritual_is_due (&entry->plan, &entry->mark, now, &day);
  if (due)
    body = lueur_ritual_say (entry->persona, entry->kind, day);
  utc = g_date_time_new_from_unix_utc_usec (lueur_ritual_next (&entry->plan, &entry->mark, now));
  local = utc != NULL ? g_date_time_to_timezone (utc, now->zone) : NULL;
  next = local != NULL ? g_date_time_format_iso8601 (local) : NULL;
  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", lueur_persona_get_id (entry->persona), lueur_ritual_to_word (entry->kind),
           due ? "due" : next, due ? body : "");
}

static int
dry_run (LueurAgent *self)
{
  g_autoptr (GError) error = NULL;
  LueurMoment now = read_moment (self);
  g_autoptr (GPtrArray) entries = lueur_ritual_agenda_read (self->path, &error);

  if (entries == NULL)
    g_printerr ("lueur-agent: %s\n", error->message);
  else
    for (guint i = 0; i < entries->len; i++)
      print_entry (g_ptr_array_index (entries, i), &now);
  g_time_zone_unref (now.zone);
  return entries != NULL ? 0 : 1;
}

/* --- The application --- */

static int
lueur_agent_handle_local_options (GApplication *application, GVariantDict *given)
{
  LueurAgent *self = LUEUR_AGENT (application);

  if (g_variant_dict_contains (given, "dry-run"))
    return dry_run (self);
  self->once = g_variant_dict_contains (given, "once");
  if (self->once)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
lueur_agent_startup (GApplication *application)
{
  LueurAgent *self = LUEUR_AGENT (application);

  G_APPLICATION_CLASS (lueur_agent_parent_class)->startup (application);
  self->alarm = lueur_alarm_new (on_alarm, self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

static void
lueur_agent_activate (GApplication *application)
{
  look (LUEUR_AGENT (application));
}

static void
lueur_agent_shutdown (GApplication *application)
{
  LueurAgent *self = LUEUR_AGENT (application);
  GDBusConnection *bus = g_application_get_dbus_connection (application);

  g_clear_pointer (&self->alarm, lueur_alarm_free);
  /* What was sent as the last thing is on its way before this ends. */
  if (bus != NULL)
    g_dbus_connection_flush_sync (bus, NULL, NULL);
  G_APPLICATION_CLASS (lueur_agent_parent_class)->shutdown (application);
}

static void
lueur_agent_before_emit (GApplication *application, GVariant *platform_data)
{
  LueurAgent *self = LUEUR_AGENT (application);

  g_clear_pointer (&self->platform, g_variant_unref);
  if (g_variant_is_of_type (platform_data, G_VARIANT_TYPE_VARDICT))
    self->platform = g_variant_ref (platform_data);
  G_APPLICATION_CLASS (lueur_agent_parent_class)->before_emit (application, platform_data);
}

static void
lueur_agent_after_emit (GApplication *application, GVariant *platform_data)
{
  g_clear_pointer (&LUEUR_AGENT (application)->platform, g_variant_unref);
  G_APPLICATION_CLASS (lueur_agent_parent_class)->after_emit (application, platform_data);
}

static void
lueur_agent_finalize (GObject *object)
{
  LueurAgent *self = LUEUR_AGENT (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->alarm, lueur_alarm_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->standing, g_hash_table_unref);
  g_clear_pointer (&self->platform, g_variant_unref);
  G_OBJECT_CLASS (lueur_agent_parent_class)->finalize (object);
}

static void
lueur_agent_class_init (LueurAgentClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lueur_agent_finalize;
  application_class->handle_local_options = lueur_agent_handle_local_options;
  application_class->startup = lueur_agent_startup;
  application_class->activate = lueur_agent_activate;
  application_class->shutdown = lueur_agent_shutdown;
  application_class->before_emit = lueur_agent_before_emit;
  application_class->after_emit = lueur_agent_after_emit;
}

static void
lueur_agent_init (LueurAgent *self)
{
  self->clock = lueur_clock_new ();
  self->path = g_build_filename (g_get_user_data_dir (), "lueur", "lueur.db", NULL);
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * lueur_agent_new:
 *
 * Returns: (transfer full): the agent
 */
LueurAgent *
lueur_agent_new (void)
{
  return g_object_new (LUEUR_TYPE_AGENT, "application-id", LUEUR_APP_ID ".Agent", NULL);
}
