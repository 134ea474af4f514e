/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/review-dialog.h"

#include <glib/gi18n.h>

#include "core/chat/review-ask.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/library/version-dialog.h"
#include "ui/library/words.h"
#include "ui/open-at-top.h"
#include "ui/persona/text-row.h"
#include "ui/toast.h"
#include "ui/waiting.h"

/* Once answered, it is not offered again for so long. */
#define WAIT_USEC (30 * G_TIME_SPAN_DAY)

struct _LueurReviewDialog
{
  AdwDialog parent_instance;

  LueurContext *context;
  LueurPersona *persona;
  GCancellable *cancellable;
  GPtrArray *opinions;       /* (nullable): of LueurOpinionRow */
  GPtrArray *proposed;       /* (nullable): of LueurProposal */
  GPtrArray *switches;       /* of GtkCheckButton, one a proposal */

  GtkStack *stack;
  GtkWidget *works;
  GtkWidget *bothers;
  AdwPreferencesGroup *proposals;
  GtkWidget *next;
  GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (LueurReviewDialog, lueur_review_dialog, ADW_TYPE_DIALOG)

static LueurLibrary *
library (LueurReviewDialog *self)
{
  return lueur_context_get_library (self->context);
}

/* --- What could change -------------------------------------------------------------------------- */

static void
update_apply (LueurReviewDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->switches->len; i++)
    any |= gtk_check_button_get_active (self->switches->pdata[i]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.apply", any);
}

static void
add_proposal (LueurReviewDialog *self, const LueurProposal *proposal)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *why = lueur_words_why (proposal);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Accept this change"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  lueur_direction_follow (row);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_apply), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->switches, check);
  adw_preferences_group_add (self->proposals, lueur_diff_row (self->persona, proposal->after, proposal->field));
  adw_preferences_group_add (self->proposals, row);
}

static void
show_proposals (LueurReviewDialog *self, GPtrArray *proposals)
{
  self->proposed = proposals;
  if (proposals->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  for (guint i = 0; i < proposals->len; i++)
    add_proposal (self, g_ptr_array_index (proposals, i));
  gtk_stack_set_visible_child_name (self->stack, "proposals");
  gtk_widget_set_visible (self->apply, TRUE);
  update_apply (self);
}

static void
on_proposed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurReviewDialog) self = data;
  g_autoptr (GPtrArray) proposals = lueur_review_ask_finish (LUEUR_CONTEXT (source), result, NULL);

  if (self->stack != NULL && proposals != NULL)
    show_proposals (self, g_steal_pointer (&proposals));
}

/* Waited for long enough: what the answers themselves say is proposed, without the model. */
static void
on_skip (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurReviewDialog *self = LUEUR_REVIEW_DIALOG (widget);
  g_autofree char *works = NULL;
  g_autofree char *bothers = NULL;

  if (self->proposed != NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_object_get (self->works, "text", &works, NULL);
  g_object_get (self->bothers, "text", &bothers, NULL);
  show_proposals (self, lueur_review_propose (self->persona, self->opinions, works, bothers));
}

/* --- Asking ------------------------------------------------------------------------------------- */

static void
on_review_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurReviewDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_set_review_finish (LUEUR_LIBRARY (source), result, &error) && self->stack != NULL)
    lueur_toast (GTK_WIDGET (self), lueur_error_text_for_error (error).sentence);
}

static void
on_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurReviewDialog *self = LUEUR_REVIEW_DIALOG (widget);
  gint64 now = lueur_clock_get_wall (lueur_context_get_clock (self->context));
  g_autofree char *works = NULL;
  g_autofree char *bothers = NULL;

  g_object_get (self->works, "text", &works, NULL);
  g_object_get (self->bothers, "text", &bothers, NULL);
  gtk_widget_set_visible (self->next, FALSE);
  gtk_widget_action_set_enabled (widget, "review.next", FALSE);
  gtk_stack_set_visible_child_name (self->stack, "thinking");
  lueur_library_set_review_async (library (self), self->persona, works, bothers, now, now + WAIT_USEC, NULL,
                                  on_review_kept, g_object_ref (self));
  lueur_review_ask_async (self->context, self->persona, self->opinions, works, bothers, self->cancellable, on_proposed,
                          g_object_ref (self));
}

/* --- Applying ----------------------------------------------------------------------------------- */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurReviewDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error);

  if (self->stack == NULL)
    return;
  lueur_toast (GTK_WIDGET (self), saved ? _("Changed. The earlier version is kept.")
                                        : lueur_error_text_for_error (error).sentence);
  if (saved)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
on_apply (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurReviewDialog *self = LUEUR_REVIEW_DIALOG (widget);
  g_autoptr (LueurPersona) copy = lueur_persona_copy (self->persona);

  for (guint i = 0; i < self->switches->len; i++)
    {
      const LueurProposal *proposal = g_ptr_array_index (self->proposed, i);

      if (gtk_check_button_get_active (self->switches->pdata[i]))
        lueur_persona_take_over (copy, proposal->after, proposal->field);
    }
  g_object_set (copy, "reviewed-at", lueur_clock_get_wall (lueur_context_get_clock (self->context)), NULL);
  gtk_widget_action_set_enabled (widget, "review.apply", FALSE);
  lueur_library_save_persona_async (library (self), copy, NULL, on_saved, g_object_ref (self));
}

/* --- Reading ------------------------------------------------------------------------------------ */

static void
on_opinions (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurReviewDialog) self = data;

  self->opinions = lueur_library_read_opinions_finish (LUEUR_LIBRARY (source), result, NULL);
}

static void
on_review (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurReviewDialog) self = data;
  g_autoptr (LueurReviewRow) row = lueur_library_read_review_finish (LUEUR_LIBRARY (source), result, NULL);

  if (row == NULL || self->stack == NULL)
    return;
  g_object_set (self->works, "text", row->works != NULL ? row->works : "", NULL);
  g_object_set (self->bothers, "text", row->bothers != NULL ? row->bothers : "", NULL);
}

static void
lueur_review_dialog_dispose (GObject *object)
{
  LueurReviewDialog *self = LUEUR_REVIEW_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->switches, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_REVIEW_DIALOG);
  self->stack = NULL;

  G_OBJECT_CLASS (lueur_review_dialog_parent_class)->dispose (object);
}

static void
lueur_review_dialog_finalize (GObject *object)
{
  LueurReviewDialog *self = LUEUR_REVIEW_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->opinions, g_ptr_array_unref);
  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  g_clear_pointer (&self->switches, g_ptr_array_unref);
  g_clear_object (&self->persona);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_review_dialog_parent_class)->finalize (object);
}

static void
lueur_review_dialog_class_init (LueurReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_review_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_review_dialog_finalize;
  g_type_ensure (LUEUR_TYPE_TEXT_ROW);
  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/library/review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurReviewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurReviewDialog, works);
  gtk_widget_class_bind_template_child (widget_class, LueurReviewDialog, bothers);
  gtk_widget_class_bind_template_child (widget_class, LueurReviewDialog, proposals);
  gtk_widget_class_bind_template_child (widget_class, LueurReviewDialog, next);
  gtk_widget_class_bind_template_child (widget_class, LueurReviewDialog, apply);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "review.skip", NULL, on_skip);
  gtk_widget_class_install_action (widget_class, "review.apply", NULL, on_apply);
}

static void
lueur_review_dialog_init (LueurReviewDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_open_at_top (GTK_WIDGET (self));
}

AdwDialog *
lueur_review_dialog_new (LueurContext *context, LueurPersona *persona)
{
  LueurReviewDialog *self = g_object_new (LUEUR_TYPE_REVIEW_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->persona = g_object_ref (persona);
  lueur_library_read_opinions_async (library (self), persona, self->cancellable, on_opinions, g_object_ref (self));
  lueur_library_read_review_async (library (self), persona, self->cancellable, on_review, g_object_ref (self));
  return ADW_DIALOG (self);
}

void
lueur_review_dialog_answer (LueurReviewDialog *self, const char *works, const char *bothers)
{
  g_object_set (self->works, "text", works, NULL);
  g_object_set (self->bothers, "text", bothers, NULL);
}
