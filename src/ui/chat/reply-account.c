/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/reply-account.h"

#include <glib/gi18n.h>

#include "core/chat/account.h"
#include "ui/chat/full-text.h"
#include "ui/chat/part-words.h"
#include "ui/direction.h"
#include "ui/toast.h"

struct _LueurReplyAccount
{
  AdwDialog parent_instance;

  LueurContext *context;
  LueurMessage *reply;
  LueurAccount *account; /* NULL: nothing was sent, or it is not known yet */
  GCancellable *cancellable;

  AdwActionRow *writer_row;
  AdwActionRow *sent_row;
  AdwActionRow *whole_row;
  AdwPreferencesGroup *findings;
  AdwPreferencesGroup *parts;
  AdwPreferencesGroup *left_out;
  AdwToggleGroup *form;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (LueurReplyAccount, lueur_reply_account, ADW_TYPE_DIALOG)

/* --- Who wrote it ------------------------------------------------------------------------------- */

static const char *
name_writer (LueurMessage *reply)
{
  const char *model = lueur_message_get_model (reply);

  if (lueur_message_get_scripted (reply))
    return _("Lueur itself, on this computer");
  return model != NULL && *model != '\0' ? model : _("A model that did not say its name");
}

/* Where nothing is known of a request. */
static const char *
name_nothing (LueurMessage *reply)
{
  if (lueur_message_get_scripted (reply))
    return _("Nothing. These words were chosen on this computer, without a model.");
  return _("This was not kept: the reply was written by an earlier version, or could not be asked for.");
}

/* --- What was sent ------------------------------------------------------------------------------ */

static GtkWidget *
make_words (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "told");
  return label;
}

static char *
describe_part (const LueurPart *part)
{
  g_autofree char *why = lueur_words_part_why (part);
  g_autofree char *size = lueur_words_tokens (part->tokens);

  if (part->kind == LUEUR_PART_HISTORY)
    {
      g_autofree char *sent = g_strdup_printf (ngettext ("%u message", "%u messages", part->n_turns), part->n_turns);
      g_autofree char *out = g_strdup_printf (ngettext ("%u older one was left out, for want of room",
                                                        "%u older ones were left out, for want of room",
                                                        part->n_left_out), part->n_left_out);

      return part->n_left_out > 0 ? g_strjoin (" · ", sent, size, out, NULL) : g_strjoin (" · ", sent, size, NULL);
    }
  if (part->unheeded != NULL)
    {
      /* Translators: marks in an entry of a lorebook that mean nothing here: "@@instruct_depth" */
      g_autofree char *unheeded = lueur_sentence (_("No effect here: %s"), part->unheeded);

      return part->tokens > 0 ? g_strjoin (" · ", why, size, unheeded, NULL) : g_strjoin (" · ", why, unheeded, NULL);
    }
  return part->tokens > 0 ? g_strjoin (" · ", why, size, NULL) : g_strdup (why);
}

static char *
name_part (const LueurPart *part)
{
  const char *kind = lueur_words_part (part->kind);

  /* Translators: a part of a request and which one of its kind: "Entry of a lorebook: the lighthouse" */
  return part->source != NULL && *part->source != '\0' ? lueur_sentence (_("%s: %s"), kind, part->source) : g_strdup (kind);
}

static void
add_part (LueurReplyAccount *self, const LueurPart *part)
{
  gboolean in = part->state == LUEUR_PART_WHOLE || part->state == LUEUR_PART_SHORTENED;
  gboolean has_text = in && *part->text != '\0';
  GtkWidget *row;
  g_autofree char *title = name_part (part);
  g_autofree char *subtitle = describe_part (part);

  /* Of what is always there but says nothing here, nothing was sent. */
  if (in && !has_text && part->kind != LUEUR_PART_HISTORY)
    return;
  row = has_text ? adw_expander_row_new () : adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set (row, "subtitle", subtitle, NULL);
  if (has_text)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_words (part->text));
  adw_preferences_group_add (in ? self->parts : self->left_out, row);
  gtk_widget_set_visible (GTK_WIDGET (in ? self->parts : self->left_out), TRUE);
}

static void
add_parts (LueurReplyAccount *self)
{
  guint n_parts, n_more = lueur_account_get_n_more (self->account);
  const LueurPart *parts = lueur_account_get_parts (self->account, &n_parts);

  for (guint i = 0; i < n_parts; i++)
    add_part (self, &parts[i]);
  if (n_more > 0)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *title = g_strdup_printf (ngettext ("And %u more entry that nothing brought up",
                                                          "And %u more entries that nothing brought up", n_more), n_more);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_preferences_group_add (self->left_out, row);
    }
}

static void
show_request (LueurReplyAccount *self)
{
  g_autofree char *size = lueur_words_tokens (lueur_account_get_tokens (self->account));
  g_autofree char *bytes = g_format_size (strlen (lueur_account_get_request (self->account)));
  g_autofree char *sent = NULL;
  g_autofree char *to = g_strdup (lueur_account_get_to (self->account));

  /* Translators: the address of a model, the size of what was sent there ("About 900 tokens", "4.1 kB") */
  sent = lueur_sentence (_("To %s · %s · %s"), to, size, bytes);
  adw_action_row_set_subtitle (self->sent_row, sent);
  if (lueur_message_get_scripted (self->reply))
    adw_action_row_set_subtitle (self->writer_row,
                                 _("Lueur itself: what the model answered was not fit to be shown, or you had it stop"));
  else if (lueur_account_get_n_asked (self->account) > 1)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sent_row), _("What Was Sent for It, the Second Time"));
  adw_action_row_set_subtitle (self->whole_row,
                               lueur_account_is_exact (self->account)
                                   ? _("Exactly as it was sent, by its checksum")
                                   : _("Not quite as it was sent: something that it quotes was changed or erased since"));
  gtk_widget_set_visible (GTK_WIDGET (self->whole_row), TRUE);
  add_parts (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurReplyAccount) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRequestRow) row = lueur_library_read_request_finish (LUEUR_LIBRARY (source), result, &error);

  /* Closed in the meantime. */
  if (self->cancellable == NULL)
    return;
  if (row != NULL && row->pieces != NULL)
    {
      self->account = lueur_account_new_from_row (row);
      show_request (self);
    }
  else
    adw_action_row_set_subtitle (self->sent_row, row != NULL ? name_nothing (self->reply)
                                                             : _("It could not be read."));
}

/* --- The whole of it ---------------------------------------------------------------------------- */

static void
on_form (LueurReplyAccount *self)
{
  g_autofree char *text = NULL;

  if (self->account == NULL)
    return;
  if (g_strcmp0 (adw_toggle_group_get_active_name (self->form), "sent") == 0)
    text = lueur_full_text_break_lines (lueur_account_get_request (self->account));
  else
    {
      g_autofree char *readable = lueur_account_dup_readable (self->account);

      text = lueur_full_text_break_lines (readable);
    }
  gtk_text_buffer_set_text (self->buffer, text, -1);
}

static void
on_copy (LueurReplyAccount *self)
{
  if (self->account == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), lueur_account_get_request (self->account));
  lueur_toast (GTK_WIDGET (self), _("Request copied"));
}

/* --- The dialog --------------------------------------------------------------------------------- */

static void
lueur_reply_account_dispose (GObject *object)
{
  LueurReplyAccount *self = LUEUR_REPLY_ACCOUNT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->reply);
  g_clear_pointer (&self->account, lueur_account_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_REPLY_ACCOUNT);

  G_OBJECT_CLASS (lueur_reply_account_parent_class)->dispose (object);
}

static void
lueur_reply_account_class_init (LueurReplyAccountClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_reply_account_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/reply-account.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, writer_row);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, sent_row);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, whole_row);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, findings);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, parts);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, left_out);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, form);
  gtk_widget_class_bind_template_child (widget_class, LueurReplyAccount, buffer);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_form);
}

static void
lueur_reply_account_init (LueurReplyAccount *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * lueur_reply_account_new:
 * @reply: a message of a companion's
 *
 * Returns: (transfer floating): to be presented
 */
AdwDialog *
lueur_reply_account_new (LueurContext *context, LueurMessage *reply)
{
  LueurReplyAccount *self = g_object_new (LUEUR_TYPE_REPLY_ACCOUNT, NULL);

  self->context = g_object_ref (context);
  self->reply = g_object_ref (reply);
  adw_action_row_set_subtitle (self->writer_row, name_writer (reply));
  adw_action_row_set_subtitle (self->sent_row, _("Reading…"));
  if (lueur_message_get_id (reply) != 0)
    lueur_library_read_request_async (lueur_context_get_library (context), reply, self->cancellable, on_read,
                                      g_object_ref (self));
  else
    adw_action_row_set_subtitle (self->sent_row, name_nothing (reply));
  return ADW_DIALOG (self);
}

/**
 * lueur_reply_account_add_finding:
 * @row: (transfer floating): a row of a list
 *
 * Adds a row of what was found in the reply, and shows the group that it stands in.
 */
void
lueur_reply_account_add_finding (LueurReplyAccount *self, GtkWidget *row)
{
  g_return_if_fail (LUEUR_IS_REPLY_ACCOUNT (self));

  adw_preferences_group_add (self->findings, row);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), TRUE);
}
