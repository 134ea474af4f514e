/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lorebooks read: those of cards (second and third version), and those that programs keep by themselves. */

#include "core/lore/book.h"

#include <string.h>

#include "core/lore/regex.h"

typedef struct
{
  const LueurJsonDoc *doc;
  guint entry;
  guint extensions;
} Source;

static void
clear_key (gpointer data)
{
  LueurBookKey *key = data;

  g_free (key->text);
  g_free (key->folded);
  g_clear_pointer (&key->regex, lueur_lore_regex_free);
}

static GArray *
new_keys (void)
{
  GArray *keys = g_array_new (FALSE, TRUE, sizeof (LueurBookKey));

  g_array_set_clear_func (keys, clear_key);
  return keys;
}

static void
free_entry (gpointer data)
{
  LueurBookEntry *entry = data;

  g_free (entry->name);
  g_free (entry->content);
  g_free (entry->unheeded);
  g_array_unref (entry->keys);
  g_array_unref (entry->secondary);
  g_array_unref (entry->excluding);
  g_free (entry);
}

/* --- Members, under the names they have in the wild -------------------------------------------------- */

/* The first of @names (of the entry, or after "ext." of its extensions) that is there. */
static guint
find (const Source *source, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      gboolean outside = g_str_has_prefix (*names, "ext.");
      guint at = lueur_json_doc_find (source->doc, outside ? source->extensions : source->entry,
                                      outside ? *names + 4 : *names);
      LueurJsonType type = lueur_json_doc_get_type (source->doc, at);

      if (type != LUEUR_JSON_NONE && type != LUEUR_JSON_NULL)
        return at;
    }
  return LUEUR_JSON_NOWHERE;
}

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static int
get_int (const Source *source, const char *const *names, int otherwise)
{
  double number = lueur_json_doc_get_number (source->doc, find (source, names), otherwise);

  return (int) CLAMP (number, -1000000, 1000000);
}

static gboolean
get_flag (const Source *source, const char *const *names, gboolean otherwise)
{
  return lueur_json_doc_get_boolean (source->doc, find (source, names), otherwise);
}

static char *
get_text (const Source *source, const char *const *names, gsize max)
{
  char *text = lueur_json_doc_dup_string (source->doc, find (source, names));

  if (text != NULL && strlen (text) > max)
    {
      while (max > 0 && (text[max] & 0xc0) == 0x80)
        max--;
      text[max] = '\0';
    }
  return text != NULL ? text : g_strdup ("");
}

/* --- Keys -------------------------------------------------------------------------------------------- */

static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) pieces = g_strsplit (folded, "’", -1);

  return g_strjoinv ("'", pieces);
}

/**
 * lueur_book_add_key:
 * @keys: of @entry
 * @is_regex: it is a pattern whether or not it stands between slashes
 * @n_regexes: (inout): how many the book has so far
 */
void
lueur_book_add_key (LueurBookEntry *entry, GArray *keys, const char *text, gboolean is_regex, guint *n_regexes)
{
  LueurBookKey key = { NULL };
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed == '\0' || keys->len >= LUEUR_BOOK_MAX_KEYS)
    return;
  if (is_regex || lueur_lore_regex_is (trimmed))
    {
      if (*n_regexes < LUEUR_BOOK_MAX_REGEXES)
        key.regex = lueur_lore_regex_new (trimmed, !entry->case_sensitive);
      key.broken = key.regex == NULL;
      (*n_regexes)++;
    }
  else if (strlen (trimmed) > LUEUR_LORE_REGEX_MAX)
    return;
  else
    key.folded = entry->case_sensitive ? g_strdup (trimmed) : fold (trimmed);
  key.text = g_steal_pointer (&trimmed);
  g_array_append_val (keys, key);
}

static void
read_keys (const Source *source, LueurBookEntry *entry, GArray *keys, const char *const *names, gboolean is_regex,
           guint *n_regexes)
{
  guint list = find (source, names);

  if (lueur_json_doc_get_type (source->doc, list) != LUEUR_JSON_ARRAY)
    return;
  for (guint at = lueur_json_doc_get_first (source->doc, list); at != LUEUR_JSON_NOWHERE;
       at = lueur_json_doc_get_next (source->doc, list, at))
    {
      g_autofree char *text = lueur_json_doc_dup_string (source->doc, at);

      if (text != NULL)
        lueur_book_add_key (entry, keys, text, is_regex, n_regexes);
    }
}

/* --- Entries ----------------------------------------------------------------------------------------- */

/* By name in cards, by number elsewhere: 0 before, 1 after, 2 and 3 around a note that stands near the end, 4 at a
 * depth, 5 and 6 around the examples. */
static void
read_position (const Source *source, LueurBookEntry *entry)
{
  guint at = find (source, NAMES ("position"));
  g_autofree char *name = lueur_json_doc_dup_string (source->doc, at);
  int number = get_int (source, NAMES ("ext.position", "position"), -1);

  entry->depth = CLAMP (get_int (source, NAMES ("ext.depth", "depth"), 4), 0, 10000);
  entry->role = CLAMP (get_int (source, NAMES ("ext.role", "role"), 0), 0, 2);
  if (number >= 0)
    entry->position = number == 0 ? LUEUR_BOOK_BEFORE : number >= 2 && number <= 4 ? LUEUR_BOOK_DEPTH : LUEUR_BOOK_AFTER;
  else
    entry->position = g_strcmp0 (name, "after_char") == 0 ? LUEUR_BOOK_AFTER : LUEUR_BOOK_BEFORE;
  if (number == 2 || number == 3)
    entry->depth = 4;
}

static LueurBookEntry *
new_entry (void)
{
  LueurBookEntry *entry = g_new0 (LueurBookEntry, 1);

  entry->keys = new_keys ();
  entry->secondary = new_keys ();
  entry->excluding = new_keys ();
  entry->greeting = -1;
  return entry;
}

static LueurBookEntry *
read_entry (const Source *source, guint *n_regexes)
{
  LueurBookEntry *entry = new_entry ();
  gboolean is_regex = get_flag (source, NAMES ("use_regex"), FALSE);
  gboolean disabled = get_flag (source, NAMES ("disable"), FALSE);

  entry->name = get_text (source, NAMES ("name", "comment"), 200);
  if (*entry->name == '\0')
    {
      g_free (entry->name);
      entry->name = get_text (source, NAMES ("comment"), 200);
    }
  entry->content = get_text (source, NAMES ("content"), LUEUR_BOOK_MAX_CONTENT);
  entry->enabled = get_flag (source, NAMES ("enabled"), TRUE) && !disabled;
  entry->constant = get_flag (source, NAMES ("constant"), FALSE);
  entry->selective = get_flag (source, NAMES ("selective"), FALSE);
  entry->case_sensitive = get_flag (source, NAMES ("case_sensitive", "ext.case_sensitive", "caseSensitive"), FALSE);
  entry->whole_words = get_flag (source, NAMES ("ext.match_whole_words", "matchWholeWords"), TRUE);
  entry->logic = CLAMP (get_int (source, NAMES ("ext.selectiveLogic", "selectiveLogic"), 0), 0, 3);
  entry->order = get_int (source, NAMES ("insertion_order", "order"), LUEUR_BOOK_ORDER);
  entry->priority = get_int (source, NAMES ("priority"), 0);
  entry->scan_depth = get_int (source, NAMES ("ext.scan_depth", "scanDepth"), -1);
  entry->no_recursion = get_flag (source, NAMES ("ext.exclude_recursion", "excludeRecursion"), FALSE);
  entry->ends_recursion = get_flag (source, NAMES ("ext.prevent_recursion", "preventRecursion"), FALSE);
  entry->only_recursion = get_flag (source, NAMES ("ext.delay_until_recursion", "delayUntilRecursion"), FALSE);
  entry->probability = 100;
  if (get_flag (source, NAMES ("ext.useProbability", "useProbability"), TRUE))
    entry->probability = (guint) CLAMP (get_int (source, NAMES ("ext.probability", "probability"), 100), 0, 100);
  read_position (source, entry);
  read_keys (source, entry, entry->keys, NAMES ("keys", "key"), is_regex, n_regexes);
  read_keys (source, entry, entry->secondary, NAMES ("secondary_keys", "keysecondary"), is_regex, n_regexes);
  lueur_book_read_decorators (entry);
  g_strstrip (entry->content);
  return entry;
}

/**
 * lueur_book_new:
 * @object: with a member "entries": a list, or an object of them
 *
 * Returns: (transfer full): the book
 */
LueurBook *
lueur_book_new (const LueurJsonDoc *doc, guint object)
{
  LueurBook *self = g_new0 (LueurBook, 1);
  Source book = { doc, object, LUEUR_JSON_NOWHERE };
  guint list = lueur_json_doc_find (doc, object, "entries");
  guint n_regexes = 0;

  g_atomic_ref_count_init (&self->refs);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->name = get_text (&book, NAMES ("name"), 200);
  self->scan_depth = CLAMP (get_int (&book, NAMES ("scan_depth"), LUEUR_BOOK_SCAN_DEPTH), 0, 1000);
  self->token_budget = get_int (&book, NAMES ("token_budget"), -1);
  self->recursive = get_flag (&book, NAMES ("recursive_scanning"), FALSE);
  for (guint at = lueur_json_doc_get_first (doc, list);
       at != LUEUR_JSON_NOWHERE && self->entries->len < LUEUR_BOOK_MAX_ENTRIES; at = lueur_json_doc_get_next (doc, list, at))
    {
      Source source = { doc, at, lueur_json_doc_find (doc, at, "extensions") };
      LueurBookEntry *entry;

      if (lueur_json_doc_get_type (doc, at) != LUEUR_JSON_OBJECT)
        continue;
      entry = read_entry (&source, &n_regexes);
      entry->index = self->entries->len;
      self->whole_talk |= entry->stays || entry->once || entry->greeting >= 0;
      g_ptr_array_add (self->entries, entry);
    }
  return self;
}

/* Many cards carry one more text, to stand at a depth of the conversation, under a name that one program gave it. */
static void
add_depth_prompt (LueurBook *self, const LueurCard *card)
{
  const LueurJsonDoc *doc = lueur_card_get_doc (card);
  guint extensions = lueur_json_doc_find (doc, lueur_card_get_data (card), "extensions");
  guint prompt = lueur_json_doc_find (doc, extensions, "depth_prompt");
  Source source = { doc, prompt, LUEUR_JSON_NOWHERE };
  g_autofree char *text = get_text (&source, NAMES ("prompt"), LUEUR_BOOK_MAX_CONTENT);
  g_autofree char *role = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, prompt, "role"));
  LueurBookEntry *entry;

  if (*g_strstrip (text) == '\0')
    return;
  entry = new_entry ();
  entry->name = g_strdup ("depth_prompt");
  entry->content = g_steal_pointer (&text);
  entry->enabled = entry->constant = TRUE;
  entry->order = LUEUR_BOOK_ORDER;
  entry->probability = 100;
  entry->scan_depth = -1;
  entry->position = LUEUR_BOOK_DEPTH;
  entry->depth = CLAMP (get_int (&source, NAMES ("depth"), 4), 0, 10000);
  entry->role = g_strcmp0 (role, "user") == 0        ? LUEUR_BOOK_USER
                : g_strcmp0 (role, "assistant") == 0 ? LUEUR_BOOK_COMPANION
                                                     : LUEUR_BOOK_SYSTEM;
  entry->index = self->entries->len;
  g_ptr_array_add (self->entries, entry);
}

/**
 * lueur_book_new_from_card:
 *
 * Returns: (transfer full) (nullable): the card's book, with whatever else it wants told in the conversation
 */
LueurBook *
lueur_book_new_from_card (const LueurCard *card)
{
  LueurBook *self = lueur_book_new (lueur_card_get_doc (card), lueur_card_get_book (card));

  if (lueur_card_get_spec (card) != LUEUR_CARD_BOOK)
    add_depth_prompt (self, card);
  if (self->entries->len == 0)
    g_clear_pointer (&self, lueur_book_unref);
  return self;
}

LueurBook *
lueur_book_ref (LueurBook *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lueur_book_unref (LueurBook *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->entries);
  g_free (self->name);
  g_free (self);
}
