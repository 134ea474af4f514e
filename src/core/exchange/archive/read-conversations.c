/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conversation, as an archive tells it: the tree of its messages, what was thought of them and what was sent for them.
 * Its numbers are counted here, and lead to what came before. */

#include "core/exchange/archive/read-private.h"

#include "core/exchange/archive/json.h"
#include "core/exchange/archive/template.h"
#include "core/emotion/label.h"
#include "core/model/text.h"
#include "core/store/packing.h"
#include "core/wellbeing/conduct/findings.h"

/* Words that are not known are read as the store reads them. */
static void
settle_words (LueurArchiveRow *row)
{
  char **role = &lueur_archive_row_at (row, LUEUR_TABLE_MESSAGE, "role")->text;
  char **state = &lueur_archive_row_at (row, LUEUR_TABLE_MESSAGE, "state")->text;
  LueurArchiveValue *label = lueur_archive_row_at (row, LUEUR_TABLE_MESSAGE, "label");
  LueurMessageState known = lueur_message_state_from_word (*state);
  LueurEmotion emotion;

  g_set_str (role, lueur_role_to_word (lueur_role_from_word (*role)));
  if (known == LUEUR_MESSAGE_WAITING || known == LUEUR_MESSAGE_STREAMING)
    known = LUEUR_MESSAGE_STOPPED;
  g_set_str (state, lueur_message_state_to_word (known));
  label->is_null = label->is_null || !lueur_emotion_from_name (label->text, -1, &emotion);
  lueur_archive_row_at (row, LUEUR_TABLE_MESSAGE, "findings")->number &= LUEUR_FINDING_ALL;
}

/* A parent that came before, so that no way up is a circle. */
static gboolean
on_message (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  gint64 parent, chosen;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_MESSAGE, doc, value, error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_MESSAGE, "id") != self->parents->len + 1)
    return lueur_archive_fail_miscounted (error);
  if (++self->summary->n_messages > LUEUR_ARCHIVE_MESSAGES_MAX)
    return lueur_archive_fail_too_much (error);
  settle_words (&row);
  parent = number_in (&row, LUEUR_TABLE_MESSAGE, "parent");
  chosen = number_in (&row, LUEUR_TABLE_MESSAGE, "chosen");
  if (parent > self->parents->len || (chosen != 0 && chosen <= self->parents->len + 1))
    return lueur_archive_fail_nowhere (error);
  g_array_append_val (self->parents, parent);
  g_array_append_val (self->chosen, chosen);
  lueur_archive_progress_advance (self->reading->progress, 1);
  return lueur_archive_reader_tell (self, LUEUR_TABLE_MESSAGE, &row, NULL, error);
}

static gboolean
on_opinion (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  gint64 message, thumb;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_OPINION, doc, value, error))
    return FALSE;
  message = number_in (&row, LUEUR_TABLE_OPINION, "message");
  thumb = number_in (&row, LUEUR_TABLE_OPINION, "thumb");
  if (message > self->parents->len)
    return lueur_archive_fail_nowhere (error);
  if (message <= self->shown)
    return lueur_archive_fail_miscounted (error);
  self->shown = message;
  return (thumb == 1 || thumb == -1 || lueur_archive_fail_damaged (error)) &&
         lueur_archive_reader_tell (self, LUEUR_TABLE_OPINION, &row, NULL, error);
}

static gboolean
on_text (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  const LueurArchiveVisitor *visitor = self->reading->visitor;
  g_autofree char *text = lueur_archive_dup_string (doc, value, LUEUR_MESSAGE_MAX_BYTES, error);

  if (text == NULL)
    return FALSE;
  self->n_texts++;
  return visitor == NULL || visitor->text (self->reading->data, text, error);
}

static gint64
resolve (gpointer data, char mark, gint64 number)
{
  LueurArchiveReader *self = data;
  const LueurArchiveVisitor *visitor = self->reading->visitor;

  if (number > (mark == 'm' ? (gint64) self->parents->len : (gint64) self->n_texts))
    return 0;
  return visitor != NULL ? visitor->reference (self->reading->data, mark, number) : number;
}

static gboolean
on_request (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  const LueurArchiveVisitor *visitor = self->reading->visitor;
  g_auto (LueurArchiveRow) row = { 0 };
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *template = NULL, *account = NULL;
  guint told;
  gint64 message;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_REQUEST, doc, value, error))
    return FALSE;
  message = number_in (&row, LUEUR_TABLE_REQUEST, "message");
  told = lueur_json_doc_find (doc, value, "account");
  if (message > self->parents->len || number_in (&row, LUEUR_TABLE_REQUEST, "person") > self->n_persons)
    return lueur_archive_fail_nowhere (error);
  if (message <= self->shown)
    return lueur_archive_fail_miscounted (error);
  self->shown = message;
  if (!lueur_archive_read_json (doc, told, LUEUR_ACCOUNT_MAX_BYTES, &account, error))
    return FALSE;
  template = lueur_archive_template_read (doc, lueur_json_doc_find (doc, value, "sent"), resolve, self, texts, error);
  if (template == NULL || visitor == NULL)
    return template != NULL;
  return visitor->request (self->reading->data, &row, account, template, texts, error);
}

/* What is shown of each is one of its own. */
static gboolean
check_tree (LueurArchiveReader *self, gint64 shown, GError **error)
{
  if (shown > self->parents->len)
    return lueur_archive_fail_nowhere (error);
  for (guint i = 0; i < self->chosen->len; i++)
    {
      gint64 chosen = g_array_index (self->chosen, gint64, i);

      if (chosen != 0 && (chosen > self->parents->len || g_array_index (self->parents, gint64, chosen - 1) != i + 1))
        return lueur_archive_fail_nowhere (error);
    }
  return TRUE;
}

gboolean
lueur_archive_reader_conversation (LueurArchiveReader *self, guint number, gboolean *again, GError **error)
{
  const LueurArchiveVisitor *visitor = self->reading->visitor;
  g_autofree char *folder = g_strdup_printf ("data/conversations/%05u", number);
  g_autofree char *name = g_strconcat (folder, "/conversation.json", NULL);
  g_autofree char *messages = g_strconcat (folder, "/messages", NULL);
  g_autofree char *opinions = g_strconcat (folder, "/opinions", NULL);
  g_autofree char *texts = g_strconcat (folder, "/request-texts", NULL);
  g_autofree char *requests = g_strconcat (folder, "/requests", NULL);
  g_autoptr (LueurJsonDoc) doc = lueur_archive_read_doc (self->reading->in, name, LUEUR_JSON_DOC_MAX_BYTES, error);
  g_auto (LueurArchiveRow) row = { 0 };
  guint64 n_before = self->summary->n_messages;
  gint64 shown;
  guint draft;

  *again = FALSE;
  if (doc == NULL || !lueur_archive_row_read (&row, LUEUR_TABLE_CONVERSATION, doc,
                                              lueur_json_doc_find (doc, 0, "conversation"), error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_CONVERSATION, "id") != number)
    return lueur_archive_fail_miscounted (error);
  if (number_in (&row, LUEUR_TABLE_CONVERSATION, "persona") > self->summary->n_companions ||
      number_in (&row, LUEUR_TABLE_CONVERSATION, "person") > self->n_persons)
    return lueur_archive_fail_nowhere (error);
  shown = number_in (&row, LUEUR_TABLE_CONVERSATION, "leaf");
  draft = lueur_json_doc_find (doc, 0, "draft");
  g_array_set_size (self->parents, 0);
  g_array_set_size (self->chosen, 0);
  self->n_texts = 0;
  if (!lueur_archive_reader_tell (self, LUEUR_TABLE_CONVERSATION, &row, NULL, error) ||
      !lueur_archive_reader_list (self, messages, LUEUR_TABLE_MESSAGE, on_message, error) ||
      !check_tree (self, shown, error) ||
      (draft != LUEUR_JSON_NOWHERE && !lueur_archive_reader_plain (self, LUEUR_TABLE_DRAFT, doc, draft, error)))
    return FALSE;
  self->shown = 0;
  if (!lueur_archive_reader_list (self, opinions, LUEUR_TABLE_OPINION, on_opinion, error) ||
      !lueur_archive_reader_list (self, texts, LUEUR_TABLE_REQUEST_TEXT, on_text, error))
    return FALSE;
  self->shown = 0;
  if (!lueur_archive_reader_list (self, requests, LUEUR_TABLE_REQUEST, on_request, error) ||
      (visitor != NULL && !visitor->ended (self->reading->data, again, error)))
    return FALSE;
  if (*again)
    self->summary->n_messages = n_before;
  return TRUE;
}
