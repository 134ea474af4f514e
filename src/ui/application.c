/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/application.h"

#include <glib/gi18n.h>

#include "core/link.h"
#include "core/wellbeing/rituals/background.h"
#include "lueur-config.h"
#include "ui/accessible.h"
#include "ui/less-motion.h"
#include "ui/shortcuts.h"
#include "ui/wellbeing/notifier.h"
#include "ui/wellbeing/ritual-guest.h"
#include "ui/window.h"
#include "ui/wrapping.h"

struct _LueurApplication
{
  AdwApplication parent_instance;

  LueurClock *clock; /* NULL for the system's */
  LueurContext *context;
  LueurNotifier *notifier;
  LueurBackground *background; /* NULL until the store is open */
};

typedef enum
{
  PROP_CLOCK = 1,
  N_PROPS,
} LueurApplicationProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurApplication, lueur_application, ADW_TYPE_APPLICATION)

/* --- Quitting ----------------------------------------------------------------------------------- */

static void quit (LueurApplication *self);

/* A dialog with something in it that is not saved, and who waits for the answer about that. */
typedef struct
{
  LueurApplication *self;
  AdwDialog *dialog;
} Held;

static void
held_free (Held *held)
{
  g_object_unref (held->self);
  g_object_unref (held->dialog);
  g_free (held);
}

static void
on_leave_answer (AdwAlertDialog *question, const char *response, Held *held)
{
  if (!g_str_equal (response, "leave"))
    return;
  adw_dialog_force_close (held->dialog);
  quit (held->self);
}

/* Closing such a dialog has a way back, leaving has none: so it is asked. */
static void
ask_to_leave (LueurApplication *self, GtkWidget *window, AdwDialog *dialog)
{
  AdwDialog *question = adw_alert_dialog_new (_("Leave Without Saving?"), _("What you made here is not saved yet."));
  Held *held = g_new0 (Held, 1);

  held->self = g_object_ref (self);
  held->dialog = g_object_ref (dialog);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "stay", _("_Stay"), "leave", _("_Leave"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "stay");
  g_signal_connect_data (question, "response", G_CALLBACK (on_leave_answer), held,
                         (GClosureNotify) (void (*) (void)) held_free, G_CONNECT_DEFAULT);
  adw_dialog_present (question, window);
}

/* Closes what lies over @window. FALSE when something of it is not saved: leaving goes on with the answer. */
static gboolean
close_dialogs (LueurApplication *self, AdwApplicationWindow *window)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (window)) != NULL)
    {
      if (!adw_dialog_get_can_close (dialog))
        {
          ask_to_leave (self, GTK_WIDGET (window), dialog);
          return FALSE;
        }
      adw_dialog_force_close (dialog);
    }
  return TRUE;
}

static void
quit (LueurApplication *self)
{
  /* Closed one by one, so that each window keeps its state and a reply that grows is kept. */
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (!ADW_IS_APPLICATION_WINDOW (l->data) || close_dialogs (self, l->data))
      gtk_window_close (l->data);
  g_list_free (windows);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  quit (LUEUR_APPLICATION (data));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = on_quit },
};

/* A locked screen is no time spent here. */
static void
on_screensaver (LueurApplication *self)
{
  gboolean locked = FALSE;

  g_object_get (self, "screensaver-active", &locked, NULL);
  lueur_wellbeing_set_locked (lueur_context_get_wellbeing (self->context), locked);
}

/* Rituals are looked after from when they are known. */
static void
on_open (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurApplication) self = LUEUR_APPLICATION (data);

  if (!lueur_context_open_finish (LUEUR_CONTEXT (source), result, NULL) || self->background != NULL)
    return;
  self->background = lueur_background_new (lueur_context_get_library (self->context),
                                           lueur_context_get_settings (self->context),
                                           g_application_get_dbus_connection (G_APPLICATION (self)),
                                           _("To send what you scheduled with your companions, on time."));
}

static void
lueur_application_startup (GApplication *application)
{
  LueurApplication *self = LUEUR_APPLICATION (application);

  /* The store opens on its thread while GTK gets ready on this one; the window asks again, and tells what went wrong. */
  self->context = lueur_context_new (self->clock, NULL);
  lueur_context_open_async (self->context, NULL, on_open, g_object_ref (self));
  G_APPLICATION_CLASS (lueur_application_parent_class)->startup (application);
  lueur_accessible_install ();
  if (gtk_settings_get_default () != NULL)
    lueur_less_motion_follow (G_OBJECT (gtk_settings_get_default ()));
  gtk_window_set_default_icon_name (LUEUR_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  lueur_wrapping_start ();
  lueur_shortcuts_install (GTK_APPLICATION (self));
  self->notifier = lueur_notifier_new (application, lueur_context_get_wellbeing (self->context),
                                       lueur_context_get_settings (self->context));
  lueur_ritual_guest_install (application, self->context);
  g_signal_connect (self, "notify::screensaver-active", G_CALLBACK (on_screensaver), NULL);
}

static void
lueur_application_shutdown (GApplication *application)
{
  LueurApplication *self = LUEUR_APPLICATION (application);

  g_clear_object (&self->background);
  g_clear_object (&self->notifier);
  if (self->context != NULL)
    lueur_context_close (self->context);

  G_APPLICATION_CLASS (lueur_application_parent_class)->shutdown (application);
}

static void
lueur_application_activate (GApplication *application)
{
  LueurApplication *self = LUEUR_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (lueur_window_new (ADW_APPLICATION (self), self->context));
  lueur_window_appear (LUEUR_WINDOW (window));
}

static int
lueur_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Lueur %s\n", LUEUR_VERSION);
  return 0;
}

/* `lueur FILE` or `lueur LINK`: the first of them; the others one after the other would pile up dialogs. */
static void
lueur_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autofree char *uri = n_files > 0 ? g_file_get_uri (files[0]) : NULL;
  GtkWindow *window;

  g_application_activate (application);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window == NULL)
    {
      GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

      window = windows != NULL ? windows->data : NULL;
    }
  if (!LUEUR_IS_WINDOW (window) || uri == NULL)
    return;
  if (lueur_link_is (uri))
    lueur_window_open_link (LUEUR_WINDOW (window), uri);
  else
    lueur_window_open_file (LUEUR_WINDOW (window), files[0]);
}

static void
lueur_application_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurApplication *self = LUEUR_APPLICATION (object);

  switch ((LueurApplicationProp) id)
    {
    case PROP_CLOCK:
      g_value_set_object (value, self->clock);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_application_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurApplication *self = LUEUR_APPLICATION (object);

  switch ((LueurApplicationProp) id)
    {
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_application_finalize (GObject *object)
{
  LueurApplication *self = LUEUR_APPLICATION (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->notifier);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_application_parent_class)->finalize (object);
}

static void
lueur_application_class_init (LueurApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->get_property = lueur_application_get_property;
  object_class->set_property = lueur_application_set_property;
  object_class->finalize = lueur_application_finalize;

  /**
   * LueurApplication:clock:
   *
   * All the time there is, for tests and pictures; the system's when it is NULL.
   */
  props[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, LUEUR_TYPE_CLOCK,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  application_class->handle_local_options = lueur_application_handle_local_options;
  application_class->shutdown = lueur_application_shutdown;
  application_class->startup = lueur_application_startup;
  application_class->activate = lueur_application_activate;
  application_class->open = lueur_application_open;
}

static void
lueur_application_init (LueurApplication *self)
{
  GApplication *application = G_APPLICATION (self);
  const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, _("Print the version and exit"), NULL },
    { 0 },
  };

  g_application_add_main_option_entries (application, options);
  /* Translators: what may stand after `lueur` on a command line */
  g_application_set_option_context_parameter_string (application, _("[CARD/LINK]"));
  g_application_set_option_context_summary (application, _("A companion to talk with, on your own computer."));
  g_application_set_option_context_description (
      application, _("CARD is the file of a companion (PNG, JSON or CHARX): it is shown, and saved if you say so.\n"
                     "LINK, such as lueur:help/start, does nothing before you agree.\n"
                     "Lueur that is already running gets what is asked for here."));
}

/**
 * lueur_application_new:
 *
 * Returns: (transfer full): the app
 */
LueurApplication *
lueur_application_new (void)
{
  return g_object_new (LUEUR_TYPE_APPLICATION,
                       "application-id", LUEUR_APP_ID,
                       "resource-base-path", "/io/github/lueur_app/Lueur",
                       "register-session", TRUE,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

LueurContext *
lueur_application_get_context (LueurApplication *self)
{
  return self->context;
}
