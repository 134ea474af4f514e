/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/persona/wizard.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "ui/avatar/avatar.h"
#include "ui/persona/names.h"
#include "ui/persona/pages.h"

struct _LueurWizard
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwNavigationView *pages;
  GtkWidget *save_button;
  GtkWidget *next_button;
  GSimpleActionGroup *actions;

  LueurContext *context;
  LueurPersona *original; /* what is stored; NULL for a new companion */
  LueurPersona *persona;  /* a copy that the pages write to */
  LueurRelation relation; /* last one that was agreed to */
  gboolean saving;
};

typedef enum
{
  PROP_PERSONA = 1,
  N_PROPS,
} LueurWizardProp;

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurWizard, lueur_wizard, ADW_TYPE_DIALOG)

/* The steps, in order. */
static GType (*const steps[]) (void) = {
  lueur_page_relation_get_type,
  lueur_page_identity_get_type,
  lueur_page_temperament_get_type,
  lueur_page_look_get_type,
};

static guint
get_step (LueurWizard *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (page != NULL && G_OBJECT_TYPE (page) == steps[i]())
      return i;
  return 0;
}

static void
update_actions (LueurWizard *self)
{
  guint step = get_step (self);
  gboolean last = step + 1 == G_N_ELEMENTS (steps);
  const char *name = lueur_persona_get_name (self->persona);
  g_autofree char *bare = g_strstrip (g_strdup (name != NULL ? name : ""));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.back", step > 0 && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.next", !last && !self->saving);
  /* Before it has a name a companion cannot be told from another. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.save", *bare != '\0' && !self->saving);
  gtk_widget_set_visible (self->next_button, !last);
  if (last)
    gtk_widget_add_css_class (self->save_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->save_button, "suggested-action");
  adw_dialog_set_default_widget (ADW_DIALOG (self), last ? self->save_button : self->next_button);
}

static void
on_adult_answer (AdwAlertDialog *dialog, const char *response, LueurWizard *self)
{
  if (g_strcmp0 (response, "adult") == 0)
    {
      guint age = 0;

      self->relation = LUEUR_RELATION_PARTNER;
      lueur_settings_set_adulthood (lueur_context_get_settings (self->context), LUEUR_ADULTHOOD_ADULT);
      g_object_get (self->persona, "age", &age, NULL);
      if (age != 0 && age < 18)
        g_object_set (self->persona, "age", 18, NULL);
    }
  else
    {
      g_object_set (self->persona, "relation", self->relation, NULL);
    }
}

/* Romance is chosen, never slipped into: it asks once a companion, before anything is kept. */
static void
on_relation_changed (LueurWizard *self)
{
  LueurRelation relation = lueur_persona_get_relation (self->persona);
  AdwDialog *dialog;

  if (relation == self->relation)
    return;
  if (relation != LUEUR_RELATION_PARTNER)
    {
      self->relation = relation;
      return;
    }
  dialog = adw_alert_dialog_new (_("A Romance Is for Adults"),
                                 _("You and the companion must both be 18 or older. It stays a program: it is "
                                   "tender in words, and it says so when you ask."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Choose Something Else"), "adult",
                                  _("I Am 18 or _Older"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_adult_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWizard) self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (!lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error))
    {
      /* Everything typed stays; the person may try again. */
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("This could not be saved. Is the disk full?")));
      update_actions (self);
      return;
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->original != NULL ? self->original : self->persona);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWizard *self = LUEUR_WIZARD (widget);

  if (self->saving)
    return;
  self->saving = TRUE;
  update_actions (self);
  if (self->original != NULL)
    lueur_persona_assign (self->original, self->persona);
  lueur_library_save_persona_async (lueur_context_get_library (self->context),
                                    self->original != NULL ? self->original : self->persona, NULL, on_saved,
                                    g_object_ref (self));
}

static void
push_step (LueurWizard *self, guint step)
{
  AdwNavigationPage *page = g_object_new (steps[step](), "persona", self->persona, NULL);

  adw_navigation_view_push (self->pages, page);
}

static void
next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWizard *self = LUEUR_WIZARD (widget);
  guint step = get_step (self);

  if (step + 1 < G_N_ELEMENTS (steps))
    push_step (self, step + 1);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_navigation_view_pop (LUEUR_WIZARD (widget)->pages);
}

static char *
step_text (LueurWizard *self, AdwNavigationPage *page)
{
  /* A binding may run once more while the dialog goes away. */
  if (self == NULL || page == NULL)
    return g_strdup ("");
  /* Translators: which page of the wizard this is */
  return g_strdup_printf (_("Step %u of %u"), get_step (self) + 1, (guint) G_N_ELEMENTS (steps));
}

/* The look page brings a larger portrait of its own. */
static gboolean
wants_preview (LueurWizard *self, AdwNavigationPage *page)
{
  return !LUEUR_IS_PAGE_LOOK (page);
}

static char *
page_title (LueurWizard *self, const char *title)
{
  return g_strdup (title);
}

static char *
preview_name (LueurWizard *self, const char *name)
{
  return g_strdup (name != NULL && *name != '\0' ? name : _("No name yet"));
}

static void
discard (AdwAlertDialog *dialog, const char *response, LueurWizard *self)
{
  if (g_strcmp0 (response, "discard") == 0)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_changed (LueurWizard *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  update_actions (self);
}

static void
lueur_wizard_close_attempt (AdwDialog *dialog)
{
  LueurWizard *self = LUEUR_WIZARD (dialog);
  AdwDialog *question;

  question = adw_alert_dialog_new (_("Discard What You Made?"), _("Nothing of it has been saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _("_Go On Editing"), "discard", _("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (discard), self, G_CONNECT_DEFAULT);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
add_action (LueurWizard *self, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (property, self->persona, property);

  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
start_persona (LueurWizard *self, LueurPersona *original)
{
  if (original != NULL)
    {
      self->original = g_object_ref (original);
      self->persona = lueur_persona_copy (original);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit Companion"));
    }
  else
    {
      GListModel *others = lueur_library_get_personas (lueur_context_get_library (self->context));
      g_autofree char *look = lueur_avatar_dup_default_look (g_list_model_get_n_items (others));
      const char *language = lueur_language_get_default ();

      self->persona = g_object_new (LUEUR_TYPE_PERSONA, "language", language, "look", look, "name",
                                    lueur_names_suggest (language, LUEUR_GENDER_NEUTRAL, NULL), NULL);
    }
  self->relation = lueur_persona_get_relation (self->persona);
}

static void
lueur_wizard_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((LueurWizardProp) id)
    {
    case PROP_PERSONA:
      g_value_set_object (value, LUEUR_WIZARD (object)->persona);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_wizard_dispose (GObject *object)
{
  LueurWizard *self = LUEUR_WIZARD (object);

  g_clear_object (&self->context);
  g_clear_object (&self->original);
  g_clear_object (&self->persona);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_WIZARD);

  G_OBJECT_CLASS (lueur_wizard_parent_class)->dispose (object);
}

static void
lueur_wizard_class_init (LueurWizardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_wizard_get_property;
  object_class->dispose = lueur_wizard_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = lueur_wizard_close_attempt;

  /**
   * LueurWizard:persona:
   *
   * The companion as edited so far.
   */
  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * LueurWizard::saved:
   * @persona: the companion that was stored
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", LUEUR_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, LUEUR_TYPE_PERSONA);

  g_type_ensure (LUEUR_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, toasts);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, pages);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, save_button);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, next_button);
  gtk_widget_class_bind_template_callback (widget_class, wants_preview);
  gtk_widget_class_bind_template_callback (widget_class, page_title);
  gtk_widget_class_bind_template_callback (widget_class, step_text);
  gtk_widget_class_bind_template_callback (widget_class, preview_name);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "wizard.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "wizard.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "wizard.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "wizard.save", NULL);
}

static void
lueur_wizard_init (LueurWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lueur_wizard_new:
 * @context: where the companion is stored
 * @persona: (nullable): a stored companion to change, or NULL to make one
 *
 * Returns: (transfer floating): the dialog, on its first step
 */
LueurWizard *
lueur_wizard_new (LueurContext *context, LueurPersona *persona)
{
  LueurWizard *self = g_object_new (LUEUR_TYPE_WIZARD, NULL);

  self->context = g_object_ref (context);
  start_persona (self, persona);

  self->actions = g_simple_action_group_new ();
  add_action (self, "relation");
  add_action (self, "gender");
  add_action (self, "language");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "persona", G_ACTION_GROUP (self->actions));

  g_signal_connect_object (self->persona, "notify", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->persona, "notify::relation", G_CALLBACK (on_relation_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::visible-page", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSONA]);
  push_step (self, 0);
  update_actions (self);
  return self;
}
