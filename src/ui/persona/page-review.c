/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last page: three exchanges before anything is saved, and what the model is told, in full. */

#include "ui/persona/pages.h"

#include <glib/gi18n.h>

#include "core/chat/persona-text.h"
#include "core/chat/prompt.h"
#include "core/chat/rehearsal.h"
#include "core/provider/open.h"
#include "ui/chat/part-words.h"
#include "ui/direction.h"

struct _LueurPageReview
{
  LueurWizardPage parent_instance;

  GtkListBox *said;
  AdwEntryRow *say_row;
  AdwPreferencesGroup *told;
  GPtrArray *parts;      /* rows of what is told */
  GtkLabel *reply;       /* that grows; NULL when none does */
  LueurRehearsal *rehearsal;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LueurPageReview, lueur_page_review, LUEUR_TYPE_WIZARD_PAGE)

/* --- What is told ------------------------------------------------------------------------------- */

static void
add_part (LueurPageReview *self, const LueurPart *part)
{
  GtkWidget *row, *label;
  g_autofree char *size = NULL;

  if (*part->text == '\0')
    return;
  row = adw_expander_row_new ();
  label = gtk_label_new (part->text);
  size = lueur_words_tokens (part->tokens);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lueur_words_part (part->kind));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), size);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), part->kind == LUEUR_PART_MAIN);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  lueur_direction_follow (label);
  gtk_widget_add_css_class (label, "told");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);
  adw_preferences_group_add (self->told, row);
  g_ptr_array_add (self->parts, row);
}

/* Made anew whenever the page is come back to: something may have changed on the others. */
static void
show_told (LueurPageReview *self)
{
  LueurWizardPage *page = LUEUR_WIZARD_PAGE (self);
  LueurPersona *persona = lueur_wizard_page_get_persona (page);
  LueurPerson *person = lueur_wizard_page_get_person (page);
  g_autofree char *about = NULL;
  LueurTurn turn = { LUEUR_TURN_USER, "…" };
  g_autoptr (LueurPrompt) prompt = NULL;
  const LueurPart *parts;
  guint n_parts;

  for (guint i = 0; i < self->parts->len; i++)
    adw_preferences_group_remove (self->told, g_ptr_array_index (self->parts, i));
  g_ptr_array_set_size (self->parts, 0);
  if (person == NULL)
    person = lueur_library_get_person (lueur_context_get_library (lueur_wizard_page_get_context (page)), NULL);
  about = lueur_persona_text_person (persona, person);
  prompt = lueur_prompt_compose (&(LueurPromptInput) {
      .persona = persona, .history = &turn, .n_history = 1, .context_tokens = 1000000, .reply_tokens = 800, .person = about,
      .person_name = person != NULL ? lueur_person_get_name (person) : NULL, .idle_usec = -1 });
  parts = lueur_prompt_get_parts (prompt, &n_parts);
  for (guint i = 0; i < n_parts; i++)
    add_part (self, &parts[i]);
}

/* --- Three exchanges ---------------------------------------------------------------------------- */

static GtkLabel *
add_line (LueurPageReview *self, const char *who, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new (who);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  lueur_direction_follow (label);
  gtk_widget_add_css_class (box, "told");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->said, row);
  gtk_widget_set_visible (GTK_WIDGET (self->said), TRUE);
  return GTK_LABEL (label);
}

static void
update_left (LueurPageReview *self)
{
  guint left = lueur_rehearsal_get_n_left (self->rehearsal);
  g_autofree char *title = NULL;

  if (left == LUEUR_REHEARSAL_EXCHANGES)
    return;
  title = left > 0 ? g_strdup_printf (ngettext ("Say something: %u exchange left",
                                                   "Say something: %u exchanges left", left), left)
                   : g_strdup (_("That was the third: save them to go on"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->say_row), title);
  gtk_editable_set_editable (GTK_EDITABLE (self->say_row), left > 0);
}

static void
on_text (const char *text, gsize length, gpointer data)
{
  LueurPageReview *self = data;
  g_autofree char *both = NULL;

  if (self->reply == NULL)
    return;
  both = g_strconcat (gtk_label_get_text (self->reply), text, NULL);
  gtk_label_set_text (self->reply, both);
}

static void
on_replied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurPageReview) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reply = lueur_rehearsal_say_finish (LUEUR_REHEARSAL (source), result, &error);

  g_clear_object (&self->cancellable);
  /* Closed in the meantime. */
  if (self->said == NULL)
    return;
  if (reply != NULL)
    gtk_label_set_text (self->reply, reply);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    gtk_label_set_text (self->reply, _("This sounds serious, and nothing of it was sent. If you are in danger, "
                                       "call the emergency number now. The numbers of your country are in the menu "
                                       "of every conversation, under Someone to Talk To, and at findahelpline.com."));
  else
    gtk_label_set_text (self->reply, _("No answer came. You can try again, or save them as they are."));
  self->reply = NULL;
  gtk_editable_set_editable (GTK_EDITABLE (self->say_row), TRUE);
  update_left (self);
}

static void
on_say (LueurPageReview *self)
{
  LueurWizardPage *page = LUEUR_WIZARD_PAGE (self);
  LueurPersona *persona = lueur_wizard_page_get_persona (page);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->say_row))));

  if (*text == '\0' || self->cancellable != NULL)
    return;
  if (self->rehearsal == NULL)
    self->rehearsal = lueur_rehearsal_new (lueur_wizard_page_get_context (page), persona,
                                           lueur_wizard_page_get_person (page));
  self->cancellable = g_cancellable_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->say_row), "");
  gtk_editable_set_editable (GTK_EDITABLE (self->say_row), FALSE);
  add_line (self, _("You"), text);
  self->reply = add_line (self, *lueur_persona_get_called (persona) != '\0' ? lueur_persona_get_called (persona)
                                                                           : _("Companion"), "");
  lueur_rehearsal_say_async (self->rehearsal, text, self->cancellable, on_text, self, on_replied, g_object_ref (self));
}

static char *
answers_from (LueurPageReview *self, LueurContext *context)
{
  if (context == NULL)
    return g_strdup ("");
  if (lueur_provider_is_scripted (lueur_context_get_settings (context)))
    return g_strdup (_("Before you save them. No model is connected: Écho answers, from this computer. Nothing is kept."));
  return g_strdup (_("Before you save them. The connected model answers. Nothing is kept."));
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_page_review_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lueur_page_review_parent_class)->map (widget);
  show_told (LUEUR_PAGE_REVIEW (widget));
}

static void
lueur_page_review_dispose (GObject *object)
{
  LueurPageReview *self = LUEUR_PAGE_REVIEW (object);

  g_cancellable_cancel (self->cancellable);
  self->reply = NULL;
  g_clear_object (&self->rehearsal);
  g_ptr_array_set_size (self->parts, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_PAGE_REVIEW);

  G_OBJECT_CLASS (lueur_page_review_parent_class)->dispose (object);
}

static void
lueur_page_review_finalize (GObject *object)
{
  LueurPageReview *self = LUEUR_PAGE_REVIEW (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (lueur_page_review_parent_class)->finalize (object);
}

static void
lueur_page_review_class_init (LueurPageReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_page_review_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_page_review_finalize;
  widget_class->map = lueur_page_review_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/page-review.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurPageReview, said);
  gtk_widget_class_bind_template_child (widget_class, LueurPageReview, say_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPageReview, told);
  gtk_widget_class_bind_template_callback (widget_class, on_say);
  gtk_widget_class_bind_template_callback (widget_class, answers_from);
}

static void
lueur_page_review_init (LueurPageReview *self)
{
  self->parts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
