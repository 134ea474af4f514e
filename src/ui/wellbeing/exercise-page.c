/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/exercise-page.h"

#include <glib/gi18n.h>

#include "core/chat/exercise-help.h"
#include "core/language.h"
#include "core/provider/open.h"
#include "core/wellbeing/exercises/breath.h"
#include "ui/avatar/avatar.h"
#include "ui/closures.h"
#include "ui/direction.h"
#include "ui/toast.h"
#include "ui/window.h"

/* How often the count is looked at (ms) where nothing moves. */
#define COUNT_INTERVAL 250

struct _LueurExercisePage
{
  AdwNavigationPage parent_instance;

  LueurContext *context;
  LueurPersona *persona;
  LueurExercise *exercise;
  GPtrArray *sort_rows;
  guint breathing; /* tick, */
  guint counting;  /* or timeout, where nothing moves but the count */
  gint64 breath_from;
  LueurBreath breath; /* as last told */
  GCancellable *helping; /* while a model is asked */
  char *own_words;       /* the draft, while the model’s stands in its place */

  LueurAvatar *avatar;
  GtkLabel *say;
  GtkLabel *hint;
  GtkStack *answers;
  GtkTextView *text;
  GtkBox *choices;
  GtkLabel *breath_word;
  GtkLabel *breath_count;
  GtkProgressBar *breath_progress;
  GtkListBox *sort;
  GtkButton *help;
  GtkLabel *helped;
  GtkLabel *place;
  GtkWidget *copy;
  GtkButton *next;
};

G_DEFINE_FINAL_TYPE (LueurExercisePage, lueur_exercise_page, ADW_TYPE_NAVIGATION_PAGE)

static LueurRecords *
records (LueurExercisePage *self)
{
  return lueur_context_get_records (self->context);
}

/* --- Answers ------------------------------------------------------------------------------------ */

static char *
dup_text (LueurExercisePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (LueurExercisePage *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

static char *
dup_sorted (LueurExercisePage *self)
{
  GString *sorted = g_string_new (NULL);

  for (guint i = 0; i < self->sort_rows->len; i++)
    g_string_append_c (sorted, (char) ('0' + adw_combo_row_get_selected (g_ptr_array_index (self->sort_rows, i))));
  return g_string_free_and_steal (sorted);
}

static void
take_answer (LueurExercisePage *self)
{
  LueurStepKind kind;

  if (self->exercise == NULL)
    return;
  kind = lueur_exercise_get_step (self->exercise);
  if (kind == LUEUR_STEP_LINE || kind == LUEUR_STEP_TEXT)
    {
      g_autofree char *text = dup_text (self);

      lueur_exercise_set_answer (self->exercise, text);
    }
  else if (kind == LUEUR_STEP_SORT)
    {
      g_autofree char *sorted = dup_sorted (self);

      lueur_exercise_set_answer (self->exercise, sorted);
    }
}

static void
keep (LueurExercisePage *self)
{
  g_autofree char *json = NULL;

  if (self->exercise == NULL || !lueur_exercise_is_begun (self->exercise))
    return;
  json = lueur_exercise_to_json (self->exercise);
  lueur_records_save_exercise (records (self), lueur_exercise_kind_get_id (lueur_exercise_get_kind (self->exercise)), json);
}

/* --- Breathing ---------------------------------------------------------------------------------- */

static void
stop_breathing (LueurExercisePage *self)
{
  if (self->breathing > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->breathing);
  self->breathing = 0;
  g_clear_handle_id (&self->counting, g_source_remove);
  if (self->avatar != NULL)
    lueur_avatar_set_breath (self->avatar, -1);
}

static void
tell_breath (LueurExercisePage *self, const LueurBreath *breath, gboolean first)
{
  gboolean turned = first || breath->inwards != self->breath.inwards || breath->done != self->breath.done;
  const char *word = breath->done ? _("Done. Stay a moment.") : breath->inwards ? _("Breathe in") : _("Breathe out");

  if (turned)
    {
      gtk_label_set_label (self->breath_word, word);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), word, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  if (turned || breath->left != self->breath.left)
    {
      g_autofree char *count = breath->done ? g_strdup ("") : g_strdup_printf ("%u", breath->left);

      gtk_label_set_label (self->breath_count, count);
    }
  if (first || breath->round != self->breath.round || breath->done)
    gtk_progress_bar_set_fraction (self->breath_progress,
                                   breath->done ? 1 : (double) breath->round / LUEUR_BREATH_COUNT);
  self->breath = *breath;
}

/* Whether there is more of it. */
static gboolean
breathe (LueurExercisePage *self)
{
  gint64 passed = lueur_clock_get_monotonic (lueur_context_get_clock (self->context)) - self->breath_from;
  LueurBreath breath;

  lueur_breath_at ((double) passed / G_USEC_PER_SEC, &breath);
  tell_breath (self, &breath, FALSE);
  lueur_avatar_set_breath (self->avatar, breath.done || self->counting > 0 ? -1 : breath.depth);
  return !breath.done;
}

static gboolean
on_breath (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  LueurExercisePage *self = LUEUR_EXERCISE_PAGE (widget);

  if (breathe (self))
    return G_SOURCE_CONTINUE;
  self->breathing = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_count (gpointer data)
{
  LueurExercisePage *self = LUEUR_EXERCISE_PAGE (data);

  if (breathe (self))
    return G_SOURCE_CONTINUE;
  self->counting = 0;
  return G_SOURCE_REMOVE;
}

/* Where the desktop wants no motion the face keeps still: the words and the count, four times a second looked at, lead. */
static void
start_breathing (LueurExercisePage *self)
{
  LueurBreath breath;
  gboolean moves = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &moves, NULL);
  self->breath_from = lueur_clock_get_monotonic (lueur_context_get_clock (self->context));
  lueur_breath_at (0, &breath);
  tell_breath (self, &breath, TRUE);
  if (moves)
    self->breathing = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_breath, NULL, NULL);
  else
    {
      self->counting = g_timeout_add (COUNT_INTERVAL, on_count, self);
      g_source_set_name_by_id (self->counting, "lueur-breath-count");
    }
}

/* --- A model that helps -------------------------------------------------------------------------- */

static void
update_help (LueurExercisePage *self)
{
  gboolean scripted = lueur_provider_is_scripted (lueur_context_get_settings (self->context));
  LueurExerciseHelp help = scripted ? LUEUR_EXERCISE_HELP_NONE : lueur_exercise_help_for (self->exercise);

  gtk_widget_set_visible (GTK_WIDGET (self->help), help != LUEUR_EXERCISE_HELP_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exercise.help", self->helping == NULL);
  gtk_button_set_label (self->help, self->helping != NULL                  ? _("Asking…")
                                    : self->own_words != NULL              ? _("Back to _My Own Words")
                                    : help == LUEUR_EXERCISE_HELP_REPHRASE ? _("_Rephrase With the Model")
                                                                           : _("Ask the Model for One _Question"));
}

static void
tell_help (LueurExercisePage *self, const char *words)
{
  gtk_label_set_label (self->helped, words);
  gtk_widget_set_visible (GTK_WIDGET (self->helped), *words != '\0');
}

static void
stop_help (LueurExercisePage *self)
{
  g_cancellable_cancel (self->helping);
  g_clear_object (&self->helping);
  g_clear_pointer (&self->own_words, g_free);
}

static void
on_helped (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurExercisePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = lueur_exercise_help_finish (LUEUR_CONTEXT (source), result, &error);

  /* Another step, or closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->exercise == NULL)
    return;
  g_clear_object (&self->helping);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    tell_help (self, _("This sounds serious, and nothing of it was sent. If you are in danger, call the emergency "
                       "number now. The numbers of your country are in the menu of every conversation, under "
                       "Someone to Talk To, and at findahelpline.com."));
  else if (answer == NULL)
    tell_help (self, _("No useful answer came. The exercise goes on without one."));
  else if (lueur_exercise_help_for (self->exercise) == LUEUR_EXERCISE_HELP_REPHRASE)
    {
      self->own_words = dup_text (self);
      set_text (self, answer);
      tell_help (self, _("These are the model’s words. Yours are kept, and are better where they are truer."));
    }
  else
    tell_help (self, answer);
  update_help (self);
}

static void
on_help (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurExercisePage *self = LUEUR_EXERCISE_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->exercise == NULL)
    return;
  tell_help (self, "");
  if (self->own_words != NULL)
    {
      set_text (self, self->own_words);
      g_clear_pointer (&self->own_words, g_free);
      update_help (self);
      return;
    }
  text = g_strstrip (dup_text (self));
  if (*text == '\0')
    {
      tell_help (self, _("Write a few words first."));
      return;
    }
  self->helping = g_cancellable_new ();
  update_help (self);
  lueur_exercise_help_async (self->context, self->persona, self->exercise, text, self->helping, on_helped, g_object_ref (self));
}

/* --- A step ------------------------------------------------------------------------------------- */

static void
on_choice (GtkButton *button, LueurExercisePage *self)
{
  lueur_exercise_set_answer (self->exercise, g_object_get_data (G_OBJECT (button), "choice"));
  gtk_widget_activate_action (GTK_WIDGET (self), "exercise.next", NULL);
}

static void
show_choices (LueurExercisePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  for (guint i = 0; i < lueur_exercise_get_n_choices (self->exercise); i++)
    {
      GtkWidget *button = gtk_button_new (), *label = gtk_label_new (lueur_exercise_get_choice (self->exercise, i));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (button), "choice", g_strdup_printf ("%u", i), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (on_choice), self);
      gtk_box_append (self->choices, button);
    }
}

static void
show_sort (LueurExercisePage *self)
{
  g_auto (GStrv) lines = lueur_exercise_dup_lines (self->exercise);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  const char *answer = lueur_exercise_get_answer (self->exercise);
  gsize n_answers = strlen (answer);

  gtk_list_box_remove_all (self->sort);
  g_ptr_array_set_size (self->sort_rows, 0);
  for (guint i = 0; i < lueur_exercise_get_n_choices (self->exercise); i++)
    gtk_string_list_append (model, lueur_exercise_get_choice (self->exercise, i));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = adw_combo_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lines[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
      lueur_direction_follow (row);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
      if (i < n_answers && g_ascii_isdigit (answer[i]))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) (answer[i] - '0'));
      gtk_list_box_append (self->sort, row);
      g_ptr_array_add (self->sort_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sort), lines[0] != NULL);
}

static void
show_step (LueurExercisePage *self)
{
  LueurStepKind kind = lueur_exercise_get_step (self->exercise);
  guint position = lueur_exercise_get_position (self->exercise), length = lueur_exercise_get_length (self->exercise);
  /* Translators: which step of how many */
  g_autofree char *place = g_strdup_printf (_("%u of %u"), position + 1, length);
  gboolean last = kind == LUEUR_STEP_RESULT;

  stop_breathing (self);
  stop_help (self);
  tell_help (self, "");
  update_help (self);
  gtk_label_set_label (self->say, lueur_exercise_get_say (self->exercise));
  gtk_label_set_label (self->hint, lueur_exercise_get_hint (self->exercise));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *lueur_exercise_get_hint (self->exercise) != '\0');
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (self->copy, last);
  gtk_widget_set_visible (GTK_WIDGET (self->next), kind != LUEUR_STEP_CHOICE);
  gtk_button_set_label (self->next, last ? _("_Done") : _("_Next"));
  /* A swipe, and whatever else goes back a page, would lose the place: only where that is the first step. */
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), position == 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lueur_exercise_get_say (self->exercise), -1);
  switch (kind)
    {
    case LUEUR_STEP_LINE:
    case LUEUR_STEP_TEXT:
      set_text (self, lueur_exercise_get_answer (self->exercise));
      gtk_stack_set_visible_child_name (self->answers, "text");
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
      break;
    case LUEUR_STEP_CHOICE:
      show_choices (self);
      gtk_stack_set_visible_child_name (self->answers, "choice");
      gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_FORWARD);
      break;
    case LUEUR_STEP_BREATHE:
      gtk_stack_set_visible_child_name (self->answers, "breathe");
      start_breathing (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->next));
      break;
    case LUEUR_STEP_SORT:
      show_sort (self);
      gtk_stack_set_visible_child_name (self->answers, "sort");
      gtk_widget_child_focus (GTK_WIDGET (self->sort), GTK_DIR_TAB_FORWARD);
      break;
    case LUEUR_STEP_RESULT:
    default:
      {
        g_autofree char *result = lueur_exercise_dup_result (self->exercise);

        set_text (self, result);
        gtk_stack_set_visible_child_name (self->answers, "text");
        gtk_widget_grab_focus (GTK_WIDGET (self->next));
      }
    }
  lueur_avatar_set_state (self->avatar, kind == LUEUR_STEP_LINE || kind == LUEUR_STEP_TEXT ? LUEUR_AVATAR_ATTENTIVE
                                                                                           : LUEUR_AVATAR_RESTING);
}

/* --- Actions ------------------------------------------------------------------------------------ */

static void
on_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurExercisePage *self = LUEUR_EXERCISE_PAGE (widget);

  if (self->exercise == NULL)
    return;
  take_answer (self);
  if (lueur_exercise_next (self->exercise))
    {
      keep (self);
      show_step (self);
      return;
    }
  /* Finished: nothing of it stays. */
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  lueur_records_save_exercise (records (self), lueur_exercise_kind_get_id (lueur_exercise_get_kind (self->exercise)), NULL);
  lueur_exercise_page_forget (self);
  gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
on_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurExercisePage *self = LUEUR_EXERCISE_PAGE (widget);

  if (self->exercise == NULL)
    return;
  take_answer (self);
  if (lueur_exercise_back (self->exercise))
    show_step (self);
  else
    gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

/* As in every other page: the arrow that points back. */
static gboolean
on_arrow (GtkWidget *widget, GVariant *args, gpointer data)
{
  int back = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 1 : -1;

  return g_variant_get_int32 (args) == back && gtk_widget_activate_action (widget, "exercise.back", NULL);
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurExercisePage *self = LUEUR_EXERCISE_PAGE (widget);
  g_autofree char *text = dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  lueur_toast (widget, _("Copied"));
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_exercise_page_dispose (GObject *object)
{
  LueurExercisePage *self = LUEUR_EXERCISE_PAGE (object);

  stop_breathing (self);
  stop_help (self);
  g_clear_pointer (&self->exercise, lueur_exercise_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_EXERCISE_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->persona);
  g_clear_pointer (&self->sort_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lueur_exercise_page_parent_class)->dispose (object);
}

static void
lueur_exercise_page_class_init (LueurExercisePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_exercise_page_dispose;
  g_type_ensure (LUEUR_TYPE_AVATAR);
  g_type_ensure (LUEUR_TYPE_WINDOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/exercise-page.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, avatar);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, say);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, hint);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, answers);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, text);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, choices);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, breath_word);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, breath_count);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, breath_progress);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, sort);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, help);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, helped);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, place);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, copy);
  gtk_widget_class_bind_template_child (widget_class, LueurExercisePage, next);
  gtk_widget_class_install_action (widget_class, "exercise.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "exercise.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "exercise.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "exercise.help", NULL, on_help);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "exercise.next", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_arrow, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, on_arrow, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, GDK_ALT_MASK, on_arrow, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, GDK_ALT_MASK, on_arrow, "i", 1);
}

static void
lueur_exercise_page_init (LueurExercisePage *self)
{
  self->sort_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lueur_exercise_page_set_company (LueurExercisePage *self, LueurContext *context, LueurPersona *persona)
{
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_object_set (self->avatar, "liveliness", lueur_settings_get_liveliness (lueur_context_get_settings (context)), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), persona != NULL);
  if (persona == NULL)
    return;
  self->persona = g_object_ref (persona);
  lueur_avatar_set_look (self->avatar, lueur_persona_get_look (persona));
  lueur_avatar_set_person (self->avatar, lueur_persona_get_name (persona));
}

void
lueur_exercise_page_start (LueurExercisePage *self, LueurExerciseKind kind)
{
  const char *begun = lueur_records_get_exercise (records (self), lueur_exercise_kind_get_id (kind));
  const char *language = self->persona != NULL ? lueur_persona_get_language (self->persona) : lueur_language_get_default ();

  stop_breathing (self);
  stop_help (self);
  g_clear_pointer (&self->exercise, lueur_exercise_free);
  self->exercise = lueur_exercise_from_json (kind, begun);
  if (self->exercise == NULL)
    self->exercise = lueur_exercise_new (kind, language, self->persona != NULL && lueur_persona_get_formal (self->persona));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 lueur_exercise_kind_get_title (kind, lueur_language_get_default ()));
  show_step (self);
}

LueurExercise *
lueur_exercise_page_get_exercise (LueurExercisePage *self)
{
  return self->exercise;
}

void
lueur_exercise_page_leave (LueurExercisePage *self)
{
  if (self->exercise == NULL)
    return;
  take_answer (self);
  keep (self);
  lueur_exercise_page_forget (self);
}

void
lueur_exercise_page_forget (LueurExercisePage *self)
{
  stop_breathing (self);
  stop_help (self);
  g_clear_pointer (&self->exercise, lueur_exercise_free);
}
