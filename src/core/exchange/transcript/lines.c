/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A conversation as other chat programs take it: JSON Lines, the first about the chat, then one a message, in which "mes" is
 * what is shown and "swipes" are all versions of it. "extra" and "chat_metadata" are for what a program adds: ours say what
 * was generated.
 */

#include <string.h>

#include "core/exchange/archive/json.h"
#include "core/exchange/transcript/writing.h"
#include "core/model/text.h"
#include "lueur-config.h"

/* As others write them: to the millisecond. */
static void
append_time (GString *out, gint64 time)
{
  gint64 usec = ((time % G_USEC_PER_SEC) + G_USEC_PER_SEC) % G_USEC_PER_SEC;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((time - usec) / G_USEC_PER_SEC);
  g_autofree char *second = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%S") : NULL;

  g_string_append_printf (out, "\"%s.%03dZ\"", second != NULL ? second : "1970-01-01T00:00:00", (int) (usec / 1000));
}

static void
append_member (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, "\"%s\":", name);
  lueur_json_write_string (out, value);
}

static const char *
user_name (const LueurTranscriptWriting *self, const LueurTranscriptHead *head)
{
  return *head->person != '\0' ? head->person : lueur_transcript_get_you (self->language);
}

static void
append_head (const LueurTranscriptWriting *self, GString *out, const LueurTranscriptHead *head)
{
  g_string_append_c (out, '{');
  append_member (out, "user_name", user_name (self, head));
  g_string_append_c (out, ',');
  append_member (out, "character_name", head->companion);
  g_string_append (out, ",\"create_date\":");
  append_time (out, head->created_at);
  g_string_append (out, ",\"chat_metadata\":{");
  append_member (out, "title", head->title);
  g_string_append_c (out, ',');
  append_member (out, "language", head->language);
  g_string_append (out, ",\"generated\":true,\"generator\":\"Lueur " LUEUR_VERSION "\"}}\n");
}

/* --- A message -------------------------------------------------------------------------------------------- */

/* Of both queries below. */
typedef enum
{
  ID,
  ROLE,
  STATE,
  TIME,
  SCRIPTED,
  MODEL,
  TEXT,
} Column;

static void
append_extra (GString *out, LueurStatement *query, gboolean companion)
{
  g_autofree char *state = lueur_statement_dup_text (query, STATE, 32);
  g_autofree char *model = lueur_statement_dup_text (query, MODEL, 1024);
  gsize start;

  g_string_append (out, "\"extra\":{");
  start = out->len;
  if (companion)
    g_string_append_printf (out, "\"generated\":true%s,", sqlite3_column_int (query, SCRIPTED) != 0 ? ",\"scripted\":true" : "");
  if (companion && *model != '\0')
    {
      append_member (out, "model", model);
      g_string_append_c (out, ',');
    }
  if (strcmp (state, "complete") != 0)
    {
      append_member (out, "state", state);
      g_string_append_c (out, ',');
    }
  if (out->len > start)
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '}');
}

/* The versions of a message: of the same speaker, in the place of one another. @shown: which of them is @id */
static gboolean
append_versions (const LueurTranscriptWriting *self, GString *out, gint64 id, gint64 parent, const char *role,
                 gboolean texts, guint *shown, GError **error)
{
  g_autoptr (LueurStatement) query = lueur_database_query (
    self->db, error,
    texts ? "SELECT id, role, state, created_at, scripted, model, " LUEUR_TRANSCRIPT_TEXT
            " FROM message WHERE conversation = ?1 AND parent IS ?2 AND role = ?3 ORDER BY id"
          : "SELECT id, role, state, created_at, scripted, model"
            " FROM message WHERE conversation = ?1 AND parent IS ?2 AND role = ?3 ORDER BY id",
    "iIs", self->conversation, parent, role);
  guint n = 0;
  int code;

  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (sqlite3_column_int64 (query, ID) == id)
        *shown = n;
      if (n++ > 0)
        g_string_append_c (out, ',');
      if (texts)
        {
          g_autofree char *text = lueur_statement_dup_text (query, TEXT, LUEUR_MESSAGE_MAX_BYTES);

          lueur_json_write_string (out, text);
        }
      else
        {
          g_string_append (out, "{\"send_date\":");
          append_time (out, sqlite3_column_int64 (query, TIME));
          g_string_append_c (out, ',');
          append_extra (out, query, TRUE);
          g_string_append_c (out, '}');
        }
      if (!lueur_transcript_pass_on (self, out, FALSE, error))
        return FALSE;
    }
  return code == SQLITE_DONE;
}

static gboolean
write_message (const LueurTranscriptWriting *self, GString *out, const LueurTranscriptHead *head, gint64 id, GError **error)
{
  g_autoptr (LueurStatement) query = lueur_database_query (
    self->db, error,
    "SELECT id, role, state, created_at, scripted, model, " LUEUR_TRANSCRIPT_TEXT ", parent FROM message WHERE id = ?1", "i",
    id);
  g_autofree char *role = NULL, *text = NULL;
  gboolean user, companion;
  guint shown = 0;
  int code;

  if (query == NULL)
    return FALSE;
  code = lueur_database_step (self->db, query, error);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE;
  role = lueur_statement_dup_text (query, ROLE, 32);
  text = lueur_statement_dup_text (query, TEXT, LUEUR_MESSAGE_MAX_BYTES);
  user = strcmp (role, "user") == 0;
  companion = strcmp (role, "companion") == 0;
  g_string_append_c (out, '{');
  append_member (out, "name", user ? user_name (self, head) : companion ? head->companion : "Lueur");
  /* What the app itself said is shown, and is no part of what was talked about. */
  g_string_append_printf (out, ",\"is_user\":%s,\"is_system\":%s,\"send_date\":", user ? "true" : "false",
                          user || companion ? "false" : "true");
  append_time (out, sqlite3_column_int64 (query, TIME));
  g_string_append_c (out, ',');
  append_member (out, "mes", text);
  g_string_append_c (out, ',');
  append_extra (out, query, companion);
  if (companion)
    {
      gint64 parent = sqlite3_column_int64 (query, TEXT + 1);

      g_string_append (out, ",\"swipes\":[");
      if (!append_versions (self, out, id, parent, role, TRUE, &shown, error))
        return FALSE;
      g_string_append (out, "],\"swipe_info\":[");
      if (!append_versions (self, out, id, parent, role, FALSE, &shown, error))
        return FALSE;
      g_string_append_printf (out, "],\"swipe_id\":%u", shown);
    }
  g_string_append (out, "}\n");
  return lueur_transcript_pass_on (self, out, FALSE, error);
}

/**
 * lueur_transcript_write_lines:
 * @path: what is shown, oldest first
 *
 * Returns: whether all of it was written
 */
gboolean
lueur_transcript_write_lines (const LueurTranscriptWriting *self, const LueurTranscriptHead *head, const GArray *path,
                              GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_head (self, text, head);
  for (guint i = 0; i < path->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !write_message (self, text, head, g_array_index (path, gint64, i), error))
        return FALSE;
      lueur_archive_progress_advance (self->progress, 1);
    }
  return lueur_transcript_pass_on (self, text, TRUE, error);
}
