/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A look through all that is shown of the conversations, without an index: nothing to keep in step, and nothing that remembers
 * what was erased. A hundred thousand messages take two and a half times as long as SQLite needs to compare each with a
 * pattern. It runs on the reading thread, and the next search ends this one.
 */

#include <string.h>

#include "core/model/fold.h"
#include "core/model/text.h"
#include "core/store/verbs.h"

#define QUERY_CHARS 200
#define WORDS_MAX 8
#define EXCERPT_CHARS 160
/* So much stands before the match, so that it is in sight where the line is cut. */
#define LEAD_CHARS 16
/* Beyond this much of it, a message is not looked at. */
#define TEXT_MAX (256 * 1024)

typedef struct
{
  LueurDatabase *db;
  GStrv words; /* folded */
  guint limit;
  GPtrArray *hits;
  GHashTable *places; /* id -> Place: conversations that are looked through */
  GString *folded;
} Search;

typedef struct
{
  gint64 id;
  gint64 updated_at;
  gint64 at;        /* so far up the shown path was walked; 0 above its beginning */
  gboolean walking;
  gboolean titled;  /* title and name say it */
  gboolean found;   /* it is among the hits */
} Place;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  if (self->folded != NULL)
    g_string_free (g_steal_pointer (&self->folded), TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static GStrv
split_words (const char *words)
{
  g_autofree char *line = lueur_text_clean_line (words, -1, QUERY_CHARS);
  g_autofree char *folded = lueur_fold (line);
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

static gboolean
has_all (Search *self, const char *text, gsize length)
{
  g_string_truncate (self->folded, 0);
  lueur_fold_append (self->folded, NULL, text, length);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (self->folded->str, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* --- The line ------------------------------------------------------------------------------------ */

/* The first of the words in @text, in bytes. */
static gsize
find_first (Search *self, const char *text)
{
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *first = NULL;

  g_string_truncate (self->folded, 0);
  lueur_fold_append (self->folded, map, text, strlen (text));
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      const char *at = strstr (self->folded->str, self->words[i]);

      if (at != NULL && (first == NULL || at < first))
        first = at;
    }
  return first != NULL ? g_array_index (map, guint32, first - self->folded->str) : 0;
}

static int
compare_marks (const void *a, const void *b)
{
  const LueurSearchMark *left = a, *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

/* Every place of every word in the excerpt; those that touch are one. */
static void
mark (Search *self, LueurSearchHit *hit)
{
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (LueurSearchMark));

  g_string_truncate (self->folded, 0);
  lueur_fold_append (self->folded, map, hit->excerpt, strlen (hit->excerpt));
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      gsize length = strlen (self->words[i]);

      for (const char *at = strstr (self->folded->str, self->words[i]); at != NULL; at = strstr (at + length, self->words[i]))
        {
          gsize from = at - self->folded->str;
          guint32 last = g_array_index (map, guint32, from + length - 1);
          LueurSearchMark found = { g_array_index (map, guint32, from), last };

          /* All of the last character, with the marks that belong to it. */
          do
            found.end = g_utf8_next_char (hit->excerpt + found.end) - hit->excerpt;
          while (g_unichar_ismark (g_utf8_get_char (hit->excerpt + found.end)));
          g_array_append_val (marks, found);
        }
    }
  qsort (marks->data, marks->len, sizeof (LueurSearchMark), compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      LueurSearchMark found = g_array_index (marks, LueurSearchMark, i);
      LueurSearchMark *before = hit->n_marks > 0 ? &hit->marks[hit->n_marks - 1] : NULL;

      if (before != NULL && found.start <= before->end)
        before->end = MAX (before->end, found.end);
      else if (hit->n_marks < LUEUR_SEARCH_MARKS_MAX)
        hit->marks[hit->n_marks++] = found;
    }
}

/* @text as it is read, roughly: without the marks of Markdown. */
static char *
drop_marks (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean begins = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '*' || *p == '`' || (begins && (*p == '#' || *p == '>')))
        continue;
      begins = *p == '\n' || (begins && *p == ' ');
      g_string_append_c (out, *p);
    }
  return g_string_free_and_steal (out);
}

/* One line of @text around what was looked for. */
static char *
make_excerpt (Search *self, const char *text)
{
  g_autofree char *plain = drop_marks (text);
  g_autofree char *line = NULL;
  gsize match = find_first (self, plain);
  const char *start = plain + match;

  for (int i = 0; i < LEAD_CHARS && start > plain; i++)
    start = g_utf8_prev_char (start);
  /* From the beginning of a word on. */
  if (start > plain)
    {
      const char *space = start;

      while (space < plain + match && !g_unichar_isspace (g_utf8_get_char (space)))
        space = g_utf8_next_char (space);
      if (space < plain + match)
        start = g_utf8_next_char (space);
    }
  line = lueur_text_clean_line (start, -1, EXCERPT_CHARS);
  return start > plain ? g_strconcat ("…", line, NULL) : g_steal_pointer (&line);
}

/* --- The path that is shown ---------------------------------------------------------------------- */

/* Whether message @id is shown: another version of a reply may be in its place. Messages are asked for from the latest to the
 * earliest, so the path is walked up once. */
static gboolean
is_shown (Search *self, Place *place, gint64 id, gboolean *shown, GError **error)
{
  if (!place->walking &&
      !lueur_database_get_int (self->db, error, &place->at, 0,
                               "SELECT coalesce ("
                               "  (SELECT m.id FROM conversation c JOIN message m ON m.id = c.leaf"
                               "   WHERE c.id = ?1 AND m.conversation = ?1),"
                               "  (SELECT max (id) FROM message WHERE conversation = ?1))",
                               "i", place->id))
    return FALSE;
  place->walking = TRUE;
  /* A parent is older than its child: in a file where it is not, the path ends. */
  while (place->at > id)
    if (!lueur_database_get_int (self->db, error, &place->at, 0,
                                 "SELECT parent FROM message WHERE id = ?1 AND conversation = ?2 AND parent < id", "ii",
                                 place->at, place->id))
      return FALSE;
  *shown = place->at == id;
  return TRUE;
}

/* --- What is looked through ---------------------------------------------------------------------- */

static gboolean
find_places (Search *self, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  int code;

  /* Each companion is read once, however many conversations there are with it: some have a book inside. */
  query = lueur_database_query (self->db, error,
                                "WITH named AS MATERIALIZED ("
                                "  SELECT id, coalesce (CASE WHEN octet_length (body) <= 4194304 AND json_valid (body)"
                                "                       THEN substr (json_extract (body, '$.name'), 1, 200) END, '') AS name"
                                "  FROM persona WHERE deleted_at IS NULL AND NOT archived)"
                                " SELECT c.id, c.updated_at, substr (c.title, 1, 200) || ' ' || named.name"
                                " FROM conversation c JOIN named ON named.id = c.persona WHERE c.deleted_at IS NULL",
                                "");
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      Place *place = g_new0 (Place, 1);
      const char *bytes = (const char *) sqlite3_column_text (query, 2);

      place->id = sqlite3_column_int64 (query, 0);
      place->updated_at = sqlite3_column_int64 (query, 1);
      place->titled = bytes != NULL && has_all (self, bytes, sqlite3_column_bytes (query, 2));
      g_hash_table_add (self->places, place);
    }
  return code == SQLITE_DONE;
}

static gboolean
look_through_messages (Search *self, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  int code = SQLITE_DONE;

  query = lueur_database_query (self->db, error,
                                "SELECT id, conversation, text, role, created_at FROM message"
                                " WHERE octet_length (text) <= ?1 ORDER BY id DESC",
                                "i", (gint64) TEXT_MAX);
  if (query == NULL)
    return FALSE;
  while (self->hits->len < self->limit && (code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0), conversation = sqlite3_column_int64 (query, 1);
      Place *place = g_hash_table_lookup (self->places, &conversation);
      const char *bytes;
      g_autofree char *text = NULL;
      g_autofree char *role = NULL;
      LueurSearchHit *hit;
      gboolean shown;

      if (place == NULL || place->found)
        continue;
      bytes = (const char *) sqlite3_column_text (query, 2);
      if (bytes == NULL || !has_all (self, bytes, sqlite3_column_bytes (query, 2)))
        continue;
      if (!is_shown (self, place, id, &shown, error))
        return FALSE;
      if (!shown)
        continue;
      text = lueur_statement_dup_text (query, 2, TEXT_MAX);
      role = lueur_statement_dup_text (query, 3, 32);
      hit = g_new0 (LueurSearchHit, 1);
      hit->message = id;
      hit->conversation = conversation;
      hit->role = lueur_role_from_word (role);
      hit->created_at = sqlite3_column_int64 (query, 4);
      hit->excerpt = make_excerpt (self, text);
      mark (self, hit);
      place->found = TRUE;
      g_ptr_array_add (self->hits, hit);
    }
  return code == SQLITE_DONE || code == SQLITE_ROW;
}

static void
add_titles (Search *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Place *place = key;
      LueurSearchHit *hit;

      if (!place->titled || place->found)
        continue;
      hit = g_new0 (LueurSearchHit, 1);
      hit->conversation = place->id;
      hit->created_at = place->updated_at;
      hit->excerpt = g_strdup ("");
      g_ptr_array_add (self->hits, hit);
    }
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const LueurSearchHit *left = *(LueurSearchHit *const *) a, *right = *(LueurSearchHit *const *) b;

  if (left->created_at != right->created_at)
    return left->created_at > right->created_at ? -1 : 1;
  return left->conversation > right->conversation ? -1 : left->conversation < right->conversation;
}

GPtrArray *
lueur_verb_search (LueurDatabase *db, const char *words, guint limit, GError **error)
{
  g_auto (Search) self = { .db = db, .limit = MIN (limit, LUEUR_SEARCH_HITS_MAX) };

  self.words = split_words (words);
  self.hits = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_search_hit_free);
  if (self.words[0] == NULL || self.limit == 0)
    return g_steal_pointer (&self.hits);
  /* By its id, which comes first in it. */
  self.places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.folded = g_string_new (NULL);
  if (!find_places (&self, error) || !look_through_messages (&self, error))
    return NULL;
  add_titles (&self);
  g_ptr_array_sort (self.hits, compare_hits);
  if (self.hits->len > self.limit)
    g_ptr_array_set_size (self.hits, self.limit);
  return g_steal_pointer (&self.hits);
}
