/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/persona/wizard-private.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "ui/avatar/avatar.h"
#include "ui/closures.h"
#include "ui/persona/names.h"
#include "ui/toast.h"
#include "ui/window.h"

typedef enum
{
  PROP_PERSONA = 1,
  PROP_PAGE,
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

/* The steps, in order. The first is for new companions alone, and not counted. */
static const struct
{
  GType (*get_type) (void);
  const char *tag;
  const char *name;
} steps[] = {
  { lueur_page_start_get_type, "start", NULL },
  { lueur_page_relation_get_type, "relation", N_("Who They Are to You") },
  { lueur_page_identity_get_type, "identity", N_("Identity") },
  { lueur_page_temperament_get_type, "temperament", N_("Temperament") },
  { lueur_page_intimacy_get_type, "intimacy", N_("Closeness and Tone") },
  { lueur_page_limits_get_type, "limits", N_("Limits") },
  { lueur_page_details_get_type, "details", N_("Details") },
  { lueur_page_rhythm_get_type, "rhythm", N_("Rituals and Rhythm") },
  { lueur_page_look_get_type, "look", N_("Look") },
  { lueur_page_review_get_type, "review", N_("Try Them") },
};
#define LAST (G_N_ELEMENTS (steps) - 1)

static void on_wished (LueurWizard *self, LueurWish *wish);

/* Something was typed or chosen: it can be had back once it is closed. */
static void
on_touched (LueurWizard *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

/* Whoever goes on without the answer is not called back by it, and nothing they wrote meanwhile is written over. */
static void
stop_reading (LueurWizard *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, steps[0].tag);

  if (page != NULL)
    lueur_page_start_stop (LUEUR_PAGE_START (page));
}

/* --- Pages -------------------------------------------------------------------------------------- */

static guint
get_step (LueurWizard *self)
{
  const char *tag = gtk_stack_get_visible_child_name (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (tag, steps[i].tag) == 0)
      return i;
  return 0;
}

/* A page is made when it is first come to. */
static GtkWidget *
get_page (LueurWizard *self, guint step)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, steps[step].tag);
  LueurAdulthood adulthood = lueur_settings_get_adulthood (lueur_context_get_settings (self->context));

  if (page != NULL)
    return page;
  page = g_object_new (steps[step].get_type (), "context", self->context, "person", self->person, "persona", self->persona,
                       "minor", adulthood == LUEUR_ADULTHOOD_MINOR, NULL);
  if (LUEUR_IS_PAGE_START (page))
    {
      GtkTextView *sentence = GTK_TEXT_VIEW (lueur_page_start_get_entry (LUEUR_PAGE_START (page)));

      g_signal_connect_object (page, "wished", G_CALLBACK (on_wished), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (gtk_text_view_get_buffer (sentence), "changed", G_CALLBACK (on_touched), self,
                               G_CONNECT_SWAPPED);
    }
  lueur_wizard_page_set_inferred (LUEUR_WIZARD_PAGE (page), self->inferred);
  gtk_stack_add_named (self->pages, page, steps[step].tag);
  return page;
}

static void
update_actions (LueurWizard *self)
{
  guint step = get_step (self);
  gboolean editing = self->original != NULL;
  gboolean named = !lueur_names_is_blank (lueur_persona_get_name (self->persona));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.back", step > (editing ? 1 : 0) && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.next", step < LAST && !self->saving);
  /* Before it has a name a companion cannot be told from another. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.save", named && !self->saving);
  gtk_widget_set_tooltip_text (self->save_button, !named ? _("They need a name first")
                                                  : editing ? NULL : _("Keep the rest as it is and start talking"));
  gtk_widget_set_visible (self->back_button, !editing);
  gtk_widget_set_visible (self->next_button, !editing && step < LAST);
  if (editing || step == LAST)
    gtk_widget_add_css_class (self->save_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->save_button, "suggested-action");
  adw_dialog_set_default_widget (ADW_DIALOG (self), editing || step == LAST ? self->save_button : self->next_button);
}

static void
select_row (GtkListBox *list, guint step)
{
  /* Rows begin with the second step. */
  gtk_list_box_select_row (list, step > 0 ? gtk_list_box_get_row_at_index (list, (int) step - 1) : NULL);
}

static void
go_to (LueurWizard *self, guint step)
{
  GtkWidget *page = get_page (self, step);

  if (step > 0)
    stop_reading (self);
  /* Not at each letter: between two pages, and before it is saved. */
  lueur_wizard_keep_from_minor (self);
  gtk_stack_set_visible_child (self->pages, page);
  select_row (self->steps_list, step);
  select_row (self->steps_menu, step);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
on_step_row (LueurWizard *self, GtkListBoxRow *row)
{
  if (row != NULL)
    go_to (self, (guint) gtk_list_box_row_get_index (row) + 1);
}

static void
on_menu_row (LueurWizard *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->steps_popover);
  on_step_row (self, row);
}

static void
fill_list (GtkListBox *list)
{
  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *label = gtk_label_new (_(steps[i].name));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (list, label);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      label, NULL, -1);
    }
}

static void
show_stars (LueurWizard *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    lueur_wizard_page_set_inferred (LUEUR_WIZARD_PAGE (page), self->inferred);
}

/* --- From one sentence -------------------------------------------------------------------------- */

static void
on_wished (LueurWizard *self, LueurWish *wish)
{
  guint n = 0;
  g_autofree char *text = NULL;

  self->reading = TRUE;
  self->inferred = lueur_wish_apply (wish, self->persona);
  self->reading = FALSE;
  if (wish->person_age > 0 && wish->person_age < LUEUR_ADULT)
    lueur_wizard_set_minor (self);
  show_stars (self);
  for (LueurFieldSet left = self->inferred; left != 0; left &= left - 1)
    n++;
  go_to (self, 1);
  text = g_strdup_printf (ngettext ("%u thing was understood. A star marks it.",
                                       "%u things were understood. Stars mark them.", n), n);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
  if (wish->age > 0 && wish->age < LUEUR_ADULT && lueur_persona_is_romantic (wish->persona))
    {
      g_autofree char *age = g_strdup_printf ("%u", wish->age);

      g_object_set (self->persona, "age", 0, NULL);
      lueur_wizard_say_minor (self, age);
      return;
    }
  lueur_wizard_wish_romance (self, wish->persona);
}

/* --- Saving ------------------------------------------------------------------------------------- */

static void
on_person_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  /* It is asked again with the next companion. */
  if (!lueur_library_save_person_finish (LUEUR_LIBRARY (source), result, &error))
    g_message ("Who the person is was not saved: %s", error->message);
}

static void
save_person (LueurWizard *self)
{
  if (self->person != NULL && (*lueur_person_get_name (self->person) != '\0' ||
                               lueur_person_get_agreement (self->person) != LUEUR_GENDER_NEUTRAL))
    lueur_library_save_person_async (lueur_context_get_library (self->context), self->person, NULL, on_person_saved, NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWizard) self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (!lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error))
    {
      /* What is stored is what it was. Everything typed stays; the person may try again. */
      if (self->before != NULL)
        lueur_persona_assign (self->original, self->before);
      g_clear_object (&self->before);
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("This could not be saved. Is the disk full?")));
      update_actions (self);
      return;
    }
  save_person (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->original != NULL ? self->original : self->persona);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWizard *self = LUEUR_WIZARD (widget);

  if (self->saving || lueur_wizard_keep_from_minor (self))
    return;
  stop_reading (self);
  self->saving = TRUE;
  update_actions (self);
  if (self->original != NULL)
    {
      g_clear_object (&self->before);
      self->before = lueur_persona_copy (self->original);
      lueur_persona_assign (self->original, self->persona);
    }
  lueur_library_save_persona_async (lueur_context_get_library (self->context),
                                    self->original != NULL ? self->original : self->persona, NULL, on_saved,
                                    g_object_ref (self));
}

/* --- Going about -------------------------------------------------------------------------------- */

static void
next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWizard *self = LUEUR_WIZARD (widget);
  guint step = get_step (self);

  if (step >= LAST)
    return;
  go_to (self, step + 1);
  /* The button goes with the last step: whoever pressed it stands on the other. */
  if (step + 1 == LAST && self->original == NULL)
    gtk_widget_grab_focus (self->save_button);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWizard *self = LUEUR_WIZARD (widget);
  guint step = get_step (self);

  if (step > (self->original != NULL ? 1 : 0))
    go_to (self, step - 1);
}

static void
open_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *tag = g_variant_get_string (parameter, NULL);

  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (tag, steps[i].tag) == 0)
      go_to (LUEUR_WIZARD (widget), i);
}

static char *
step_text (LueurWizard *self, LueurWizardPage *page)
{
  /* A binding may run once more while the dialog goes away. */
  if (self == NULL || page == NULL || LUEUR_IS_PAGE_START (page) || self->original != NULL)
    return g_strdup ("");
  /* Translators: which page of the wizard this is */
  return g_strdup_printf (_("Step %u of %u"), get_step (self), (guint) LAST);
}

/* Large text needs the room. The look page brings a larger portrait of its own; beside the steps the small one stays all the
 * same, so that they stay where they are, and the face is in sight however far down its hair and colours are. */
static gboolean
wants_preview (LueurWizard *self, LueurWizardPage *page, gboolean cramped, gboolean beside_steps)
{
  return !cramped && (beside_steps || !LUEUR_IS_PAGE_LOOK (page));
}

static AdwJustifyMode
bar_justify (LueurWizard *self, gboolean cramped)
{
  return cramped ? ADW_JUSTIFY_FILL : ADW_JUSTIFY_NONE;
}

static GtkSizeGroupMode
bar_sizes (LueurWizard *self, gboolean cramped)
{
  return cramped ? GTK_SIZE_GROUP_HORIZONTAL : GTK_SIZE_GROUP_NONE;
}

static GtkAlign
save_align (LueurWizard *self, gboolean cramped)
{
  return cramped ? GTK_ALIGN_FILL : GTK_ALIGN_END;
}

/* Before that there is nothing to go about in. */
static gboolean
has_begun (LueurWizard *self, LueurWizardPage *page)
{
  return page != NULL && !LUEUR_IS_PAGE_START (page);
}

static char *
preview_name (LueurWizard *self, const char *name)
{
  return g_strdup (name != NULL && *name != '\0' ? name : _("No name yet"));
}

static void
on_changed (LueurWizard *self, GParamSpec *pspec)
{
  LueurPersonaField field;

  on_touched (self);
  update_actions (self);
  /* What the person changes is theirs. */
  if (!self->reading && lueur_persona_field_find (pspec->name, &field) && (self->inferred & LUEUR_FIELD_BIT (field)))
    {
      self->inferred &= ~LUEUR_FIELD_BIT (field);
      show_stars (self);
    }
}

static void
bring_back (LueurWizard *self)
{
  if (self->home != NULL)
    adw_dialog_present (ADW_DIALOG (self), self->home);
}

/* It closes without a question, and for a while the same dialog can be had back, with all that is in it. */
static void
lueur_wizard_close_attempt (AdwDialog *dialog)
{
  LueurWizard *self = LUEUR_WIZARD (dialog);
  g_autoptr (LueurWizard) alive = g_object_ref (self);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwToast *toast;

  stop_reading (self);
  g_set_weak_pointer (&self->home, root);
  adw_dialog_force_close (dialog);
  toast = root != NULL ? lueur_toast_back (root, _("Closed without saving")) : NULL;
  if (toast != NULL)
    g_signal_connect_data (toast, "button-clicked", G_CALLBACK (bring_back), g_object_ref (self),
                           (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_SWAPPED);
}

static void
add_action (GSimpleActionGroup *group, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (property, object, property);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
start_persona (LueurWizard *self, LueurPersona *original)
{
  LueurLibrary *library = lueur_context_get_library (self->context);

  if (original != NULL)
    {
      self->original = g_object_ref (original);
      self->persona = lueur_persona_copy (original);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit Companion"));
      gtk_button_set_label (GTK_BUTTON (self->save_button), _("_Save"));
    }
  else
    {
      g_autofree char *look = lueur_avatar_dup_default_look (g_list_model_get_n_items (lueur_library_get_personas (library)));
      const char *language = lueur_language_get_default ();

      self->persona = g_object_new (LUEUR_TYPE_PERSONA, "language", language, "look", look, "name",
                                    lueur_names_suggest (language, LUEUR_GENDER_NEUTRAL, NULL), NULL);
    }
  if (lueur_library_get_person (library, NULL) == NULL)
    self->person = lueur_person_new ();
}

static void
add_actions (LueurWizard *self)
{
  g_autoptr (GSimpleActionGroup) person = g_simple_action_group_new ();

  self->actions = g_simple_action_group_new ();
  add_action (self->actions, self->persona, "relation");
  add_action (self->actions, self->persona, "gender");
  add_action (self->actions, self->persona, "language");
  add_action (self->actions, self->persona, "intimacy");
  add_action (self->actions, self->persona, "reply-length");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "persona", G_ACTION_GROUP (self->actions));
  if (self->person == NULL)
    return;
  add_action (person, self->person, "agreement");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "person", G_ACTION_GROUP (person));
}

static void
lueur_wizard_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurWizard *self = LUEUR_WIZARD (object);

  switch ((LueurWizardProp) id)
    {
    case PROP_PERSONA:
      g_value_set_object (value, self->persona);
      break;
    case PROP_PAGE:
      g_value_set_object (value, self->pages != NULL ? gtk_stack_get_visible_child (self->pages) : NULL);
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

  g_clear_weak_pointer (&self->home);
  g_clear_object (&self->context);
  g_clear_object (&self->original);
  g_clear_object (&self->before);
  g_clear_object (&self->persona);
  g_clear_object (&self->person);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_WIZARD);

  G_OBJECT_CLASS (lueur_wizard_parent_class)->dispose (object);
}

static void
lueur_wizard_class_init (LueurWizardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_wizard_get_property;
  object_class->dispose = lueur_wizard_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = lueur_wizard_close_attempt;

  /**
   * LueurWizard:persona:
   *
   * The companion as edited so far.
   */
  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA, flags);
  /**
   * LueurWizard:page:
   *
   * The page that is shown.
   */
  props[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, LUEUR_TYPE_WIZARD_PAGE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * LueurWizard::saved:
   * @persona: the companion that was stored
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", LUEUR_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, LUEUR_TYPE_PERSONA);

  g_type_ensure (LUEUR_TYPE_AVATAR);
  g_type_ensure (LUEUR_TYPE_WINDOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, toasts);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, pages);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, steps_list);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, steps_menu);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, steps_popover);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, back_button);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, save_button);
  gtk_widget_class_bind_template_child (widget_class, LueurWizard, next_button);
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, wants_preview);
  gtk_widget_class_bind_template_callback (widget_class, bar_justify);
  gtk_widget_class_bind_template_callback (widget_class, bar_sizes);
  gtk_widget_class_bind_template_callback (widget_class, save_align);
  gtk_widget_class_bind_template_callback (widget_class, step_text);
  gtk_widget_class_bind_template_callback (widget_class, preview_name);
  gtk_widget_class_bind_template_callback (widget_class, has_begun);
  gtk_widget_class_bind_template_callback (widget_class, on_step_row);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_row);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "wizard.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "wizard.page", "s", open_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "wizard.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "wizard.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "wizard.save", NULL);
}

static void
lueur_wizard_init (LueurWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Until a window tells of its text. */
  gtk_widget_set_hexpand (self->save_button, TRUE);
  gtk_widget_set_halign (self->save_button, GTK_ALIGN_END);
  fill_list (self->steps_list);
  fill_list (self->steps_menu);
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
  add_actions (self);
  lueur_wizard_watch_romance (self);
  g_signal_connect_object (self->persona, "notify", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  if (self->person != NULL)
    g_signal_connect_object (self->person, "notify", G_CALLBACK (on_touched), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSONA]);
  go_to (self, self->original != NULL ? 1 : 0);
  update_actions (self);
  return self;
}
