/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A look through all messages, without an index. Ten thousand take some ten milliseconds, on the reading
 * thread, and the next search ends this one.
 */

#include <string.h>

#include "core/model/text.h"
#include "core/store/verbs.h"

#define WORDS_MAX 8
#define EXCERPT_CHARS 160
/* Beyond this much of it, a message is not looked at. */
#define TEXT_MAX (256 * 1024)

/* Without case and accents, so that "ete" finds "Été". */
static char *
fold (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *lower = parts != NULL ? g_utf8_casefold (parts, -1) : g_strdup ("");
  GString *out = g_string_sized_new (strlen (lower));

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      g_string_append_unichar (out, c == 0x2019 ? '\'' : c);
    }
  return g_string_free_and_steal (out);
}

static gboolean
has_all (const char *text, GStrv words)
{
  g_autofree char *folded = fold (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static GStrv
split_words (const char *words)
{
  g_autofree char *line = lueur_text_clean_line (words, -1, 200);
  g_autofree char *folded = fold (line);
  g_auto (GStrv) split = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; split[i] != NULL && n < WORDS_MAX; i++)
    if (*split[i] != '\0')
      {
        g_strv_builder_add (builder, split[i]);
        n++;
      }
  return g_strv_builder_end (builder);
}

GPtrArray *
lueur_verb_search (LueurDatabase *db, const char *words, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_search_hit_free);
  g_auto (GStrv) wanted = split_words (words);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  if (wanted[0] == NULL)
    return g_steal_pointer (&hits);
  query = lueur_database_query (db, error,
                                "SELECT m.id, m.conversation, m.role, m.created_at, m.text FROM message m"
                                " JOIN conversation c ON c.id = m.conversation AND c.deleted_at IS NULL"
                                " JOIN persona p ON p.id = c.persona AND p.deleted_at IS NULL"
                                " WHERE octet_length (m.text) <= ?1 ORDER BY m.id DESC",
                                "i", (gint64) TEXT_MAX);
  if (query == NULL)
    return NULL;
  code = SQLITE_DONE;
  while (hits->len < limit && (code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      g_autofree char *text = lueur_statement_dup_text (query, 4, TEXT_MAX);
      LueurSearchHit *hit;
      g_autofree char *role = NULL;

      if (!has_all (text, wanted))
        continue;
      role = lueur_statement_dup_text (query, 2, 32);
      hit = g_new0 (LueurSearchHit, 1);
      hit->message = sqlite3_column_int64 (query, 0);
      hit->conversation = sqlite3_column_int64 (query, 1);
      hit->role = lueur_role_from_word (role);
      hit->created_at = sqlite3_column_int64 (query, 3);
      hit->excerpt = lueur_text_clean_line (text, -1, EXCERPT_CHARS);
      g_ptr_array_add (hits, hit);
    }
  return code == SQLITE_DONE || code == SQLITE_ROW ? g_steal_pointer (&hits) : NULL;
}
