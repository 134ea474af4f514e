/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line a message: {"name", "is_user", "is_system", "mes", "swipes", "swipe_id"}; the first may be about the
 * chat as a whole. A line that is broken costs that line. */

#include "tool/chat-lines.h"

#include <gio/gio.h>
#include <string.h>

#include "core/exchange/json-doc.h"

#define MAX_BYTES (256 * 1024 * 1024)

static void
clear_turn (gpointer data)
{
  g_free ((char *) ((LueurTurn *) data)->text);
}

static char *
dup_text (LueurJsonDoc *doc)
{
  char *text = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "mes"));
  guint swipes, wanted;

  if (text != NULL)
    return text;
  swipes = lueur_json_doc_find (doc, 0, "swipes");
  wanted = (guint) CLAMP (lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "swipe_id"), 0), 0, 100000);
  for (guint at = lueur_json_doc_get_first (doc, swipes); at != LUEUR_JSON_NOWHERE;
       at = lueur_json_doc_get_next (doc, swipes, at))
    if (wanted-- == 0)
      return lueur_json_doc_dup_string (doc, at);
  return NULL;
}

static void
take_line (LueurChatLines *self, const char *line, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line, length);
  g_autoptr (LueurJsonDoc) doc = lueur_json_doc_new (bytes, NULL);
  LueurTurn turn = { LUEUR_TURN_COMPANION, NULL };
  char *user;

  if (doc == NULL)
    {
      self->n_skipped++;
      return;
    }
  turn.text = dup_text (doc);
  if (turn.text == NULL)
    {
      user = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "user_name"));
      if (user != NULL && self->user == NULL)
        self->user = user;
      else
        {
          g_free (user);
          self->n_skipped++;
        }
      return;
    }
  if (lueur_json_doc_get_boolean (doc, lueur_json_doc_find (doc, 0, "is_system"), FALSE))
    {
      g_free ((char *) turn.text);
      return;
    }
  if (lueur_json_doc_get_boolean (doc, lueur_json_doc_find (doc, 0, "is_user"), FALSE))
    turn.role = LUEUR_TURN_USER;
  g_array_append_val (self->turns, turn);
}

static gboolean
is_blank (const char *line, gsize length)
{
  while (length > 0 && g_ascii_isspace (*line))
    {
      line++;
      length--;
    }
  return length == 0;
}

LueurChatLines *
lueur_chat_lines_load (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  LueurChatLines *self;
  const char *at, *end;

  if (file == NULL)
    return NULL;
  if (g_mapped_file_get_length (file) > MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The chat is larger than is allowed.");
      return NULL;
    }
  self = g_new0 (LueurChatLines, 1);
  self->turns = g_array_new (FALSE, FALSE, sizeof (LueurTurn));
  g_array_set_clear_func (self->turns, clear_turn);
  at = g_mapped_file_get_contents (file);
  end = at != NULL ? at + g_mapped_file_get_length (file) : NULL;
  while (at < end)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      gsize length = stop != NULL ? (gsize) (stop - at) : (gsize) (end - at);

      if (!is_blank (at, length))
        take_line (self, at, length);
      at += length + 1;
    }
  return self;
}

void
lueur_chat_lines_free (LueurChatLines *self)
{
  g_array_unref (self->turns);
  g_free (self->user);
  g_free (self);
}
