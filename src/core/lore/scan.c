/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entries of a book come up: keys looked for in the last messages, then in what was found, until nothing
 * new comes; then the most important first into the book's share of the budget. */

#include "core/lore/scan.h"

#include <string.h>

#include "core/chat/tokens.h"
#include "core/lore/regex.h"

/* Text that is looked through at most, newest last; and how often what was found is looked through. */
#define WINDOW_MAX (128 * 1024)
#define REGEX_WINDOW_MAX (32 * 1024)
#define MAX_ROUNDS 10
#define SHARE 4 /* a book without a budget has a quarter */

typedef struct
{
  char *text;
  char *folded;
  gsize length;
} Window;

typedef struct
{
  const LueurBook *book;
  const LueurBookLook *look;
  GHashTable *windows; /* depth to Window */
  gint64 fuel; /* for regular expressions */
  gint64 work; /* for words */
  GPtrArray *hits;
} Scan;

static void
free_hit (gpointer data)
{
  LueurBookHit *hit = data;

  g_free (hit->text);
  g_free (hit);
}

static void
free_window (gpointer data)
{
  Window *window = data;

  g_free (window->text);
  g_free (window->folded);
  g_free (window);
}

/* --- Windows ----------------------------------------------------------------------------------------- */

static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *out;

  if (strstr (folded, "’") == NULL)
    return g_steal_pointer (&folded);
  out = g_string_new (folded);
  g_string_replace (out, "’", "'", 0);
  return g_string_free_and_steal (out);
}

static Window *
make_window (char *text)
{
  Window *window = g_new0 (Window, 1);

  window->text = text;
  window->length = strlen (text);
  window->folded = fold (text);
  return window;
}

/* The last @depth of the first @n messages. */
static Window *
read_window (const LueurBookLook *look, guint n, int depth)
{
  guint first = n - MIN (n, (guint) MAX (depth, 0));
  GString *text;
  gsize length = 0;

  /* The newest that fit, whole. */
  for (guint i = n; i > first; i--)
    {
      gsize size = strlen (look->messages[i - 1]) + 1;

      if (length + size > WINDOW_MAX)
        {
          first = i;
          break;
        }
      length += size;
    }
  text = g_string_sized_new (length);
  for (guint i = first; i < n; i++)
    {
      g_string_append (text, look->messages[i]);
      g_string_append_c (text, '\n');
    }
  return make_window (g_string_free_and_steal (text));
}

static const Window *
get_window (Scan *scan, int depth)
{
  Window *window = g_hash_table_lookup (scan->windows, GINT_TO_POINTER (depth));

  if (window == NULL)
    {
      window = read_window (scan->look, scan->look->n_messages, depth);
      g_hash_table_insert (scan->windows, GINT_TO_POINTER (depth), window);
    }
  return window;
}

/* --- Keys -------------------------------------------------------------------------------------------- */

/* Scripts that put no spaces between words. */
static gboolean
is_unspaced (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_HANGUL: /* its particles are written to the word */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
joins (gunichar a, gunichar b)
{
  return g_unichar_isalnum (a) && g_unichar_isalnum (b) && !is_unspaced (a) && !is_unspaced (b);
}

/* @work: (inout): bytes that may still be looked at */
static gboolean
has_word (const char *text, gsize text_length, const char *word, gboolean whole, gint64 *work)
{
  gsize length = strlen (word);
  const char *at = text;

  if (*work <= 0)
    return FALSE;
  *work -= (gint64) text_length;
  while (*work > 0 && (at = strstr (at, word)) != NULL)
    {
      const char *end = at + length;

      *work -= (gint64) length;

      if (!whole ||
          ((at == text || !joins (g_utf8_get_char (g_utf8_prev_char (at)), g_utf8_get_char (at))) &&
           (*end == '\0' || !joins (g_utf8_get_char (g_utf8_prev_char (end)), g_utf8_get_char (end)))))
        return TRUE;
      at = g_utf8_next_char (at);
    }
  return FALSE;
}

static gboolean
has_key (Scan *scan, const LueurBookEntry *entry, const LueurBookKey *key, const Window *window)
{
  if (key->broken)
    return FALSE;
  if (key->regex != NULL)
    {
      gsize length = MIN (window->length, REGEX_WINDOW_MAX);
      const char *start = window->text + window->length - length;

      while (start > window->text && (*start & 0xc0) == 0x80)
        start--;
      return lueur_lore_regex_match (key->regex, start, strlen (start), &scan->fuel);
    }
  return has_word (entry->case_sensitive ? window->text : window->folded, window->length, key->folded, entry->whole_words,
                   &scan->work);
}

static const LueurBookKey *
find_key (Scan *scan, const LueurBookEntry *entry, GArray *keys, const Window *window)
{
  for (guint i = 0; i < keys->len; i++)
    if (has_key (scan, entry, &g_array_index (keys, LueurBookKey, i), window))
      return &g_array_index (keys, LueurBookKey, i);
  return NULL;
}

static guint
count_keys (Scan *scan, const LueurBookEntry *entry, GArray *keys, const Window *window)
{
  guint n = 0;

  for (guint i = 0; i < keys->len; i++)
    n += has_key (scan, entry, &g_array_index (keys, LueurBookKey, i), window);
  return n;
}

static gboolean
agree (Scan *scan, const LueurBookEntry *entry, const Window *window)
{
  if (find_key (scan, entry, entry->excluding, window) != NULL)
    return FALSE;
  if (!entry->selective || entry->secondary->len == 0)
    return TRUE;
  switch (entry->logic)
    {
    case LUEUR_BOOK_AND_ANY:
      return find_key (scan, entry, entry->secondary, window) != NULL;
    case LUEUR_BOOK_NOT_ANY:
      return find_key (scan, entry, entry->secondary, window) == NULL;
    case LUEUR_BOOK_NOT_ALL:
      return count_keys (scan, entry, entry->secondary, window) < entry->secondary->len;
    case LUEUR_BOOK_AND_ALL:
    default:
      return count_keys (scan, entry, entry->secondary, window) == entry->secondary->len;
    }
}

/* --- Entries ----------------------------------------------------------------------------------------- */

static gboolean
is_by_chance (const LueurBookEntry *entry, guint64 seed)
{
  guint64 x = seed ^ (0x9e3779b97f4a7c15u * (entry->index + 1));

  if (entry->probability >= 100)
    return TRUE;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  return (x ^ x >> 31) % 100 < entry->probability;
}

static char *
expand (Scan *scan, const LueurBookEntry *entry, gboolean hidden)
{
  return scan->look->expand != NULL ? scan->look->expand (entry->content, hidden, scan->look->data)
                                    : g_strdup (entry->content);
}

static void
consider (Scan *scan, LueurBookHit *hit, const Window *window, LueurBookReason reason)
{
  const LueurBookEntry *entry = hit->entry;
  const LueurBookKey *key = find_key (scan, entry, entry->keys, window);

  if (key == NULL)
    return;
  hit->key = key->text;
  hit->reason = agree (scan, entry, window) ? reason : LUEUR_BOOK_SECONDARY;
}

static int
get_depth (const Scan *scan, const LueurBookEntry *entry)
{
  return entry->scan_depth >= 0 ? entry->scan_depth : scan->book->scan_depth;
}

/* Whether it would have come up before the last message, at any that the request knows of. */
static const LueurBookKey *
find_earlier (Scan *scan, const LueurBookEntry *entry)
{
  int depth = get_depth (scan, entry);
  const LueurBookKey *key = NULL;

  if (depth == 0)
    return NULL;
  for (guint n = scan->look->n_messages; n > 1 && key == NULL && scan->work > 0; n--)
    {
      Window *window = read_window (scan->look, n - 1, depth);

      key = find_key (scan, entry, entry->keys, window);
      if (key != NULL && !agree (scan, entry, window))
        key = NULL;
      free_window (window);
    }
  return key;
}

static void
look_at_keys (Scan *scan, LueurBookHit *hit)
{
  const LueurBookEntry *entry = hit->entry;
  const LueurBookKey *earlier = entry->stays || entry->once ? find_earlier (scan, entry) : NULL;

  if (earlier != NULL && entry->once)
    hit->reason = LUEUR_BOOK_NOT_NOW;
  else if (earlier != NULL)
    {
      hit->key = earlier->text;
      hit->reason = LUEUR_BOOK_MATCHED;
    }
  else
    consider (scan, hit, get_window (scan, get_depth (scan, entry)), LUEUR_BOOK_MATCHED);
}

static void
look_at_messages (Scan *scan, LueurBookHit *hit)
{
  const LueurBookEntry *entry = hit->entry;
  guint n = scan->look->n_total;

  hit->reason = LUEUR_BOOK_NO_KEY;
  if (!entry->enabled || entry->never || *entry->content == '\0')
    hit->reason = LUEUR_BOOK_OFF;
  else if ((entry->greeting >= 0 && entry->greeting != scan->look->greeting) || n < entry->from_message || (entry->every > 0 && n % entry->every != 0) ||
           !is_by_chance (entry, scan->look->seed))
    hit->reason = LUEUR_BOOK_NOT_NOW;
  else if (entry->constant)
    hit->reason = LUEUR_BOOK_CONSTANT;
  else if (!entry->only_recursion)
    look_at_keys (scan, hit);
}

gboolean
lueur_book_reason_is_in (LueurBookReason reason)
{
  return reason <= LUEUR_BOOK_RECURSED;
}

const char *
lueur_book_reason_get_name (LueurBookReason reason)
{
  static const char *const names[] = {
    [LUEUR_BOOK_MATCHED] = "matched", [LUEUR_BOOK_CONSTANT] = "constant", [LUEUR_BOOK_RECURSED] = "recursed",
    [LUEUR_BOOK_OFF] = "off", [LUEUR_BOOK_NO_KEY] = "no-key", [LUEUR_BOOK_SECONDARY] = "secondary",
    [LUEUR_BOOK_NOT_NOW] = "not-now", [LUEUR_BOOK_NO_ROOM] = "no-room",
  };

  return names[reason];
}

/* What was found brings up more; each entry's text is looked through once. */
static void
recurse (Scan *scan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      Window *window;

      for (guint i = 0; i < scan->hits->len; i++)
        {
          LueurBookHit *hit = scan->hits->pdata[i];
          g_autofree char *text = NULL;

          if (!lueur_book_reason_is_in (hit->reason) || hit->entry->ends_recursion || found->len > WINDOW_MAX ||
              !g_hash_table_add (seen, hit))
            continue;
          text = expand (scan, hit->entry, TRUE);
          g_string_append_printf (found, "%s\n", text);
        }
      if (found->len == 0)
        return;
      window = make_window (g_strdup (found->str));
      for (guint i = 0; i < scan->hits->len; i++)
        {
          LueurBookHit *hit = scan->hits->pdata[i];

          if (hit->reason == LUEUR_BOOK_NO_KEY && !hit->entry->no_recursion)
            consider (scan, hit, window, LUEUR_BOOK_RECURSED);
        }
      free_window (window);
    }
}

/* The most important first. */
static int
compare_importance (gconstpointer a, gconstpointer b)
{
  const LueurBookEntry *x = (*(const LueurBookHit *const *) a)->entry, *y = (*(const LueurBookHit *const *) b)->entry;

  if (x->first_out != y->first_out)
    return x->first_out ? 1 : -1;
  if (x->priority != y->priority)
    return x->priority > y->priority ? -1 : 1;
  if (x->constant != y->constant)
    return x->constant ? -1 : 1;
  if (x->order != y->order)
    return x->order > y->order ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* Told first, then by their order. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const LueurBookHit *p = *(const LueurBookHit *const *) a, *q = *(const LueurBookHit *const *) b;
  gboolean in_p = lueur_book_reason_is_in (p->reason), in_q = lueur_book_reason_is_in (q->reason);

  if (in_p != in_q)
    return in_p ? -1 : 1;
  if (in_p && p->entry->order != q->entry->order)
    return p->entry->order < q->entry->order ? -1 : 1;
  return p->entry->index < q->entry->index ? -1 : p->entry->index > q->entry->index;
}

static guint
get_share (const Scan *scan)
{
  guint share = scan->look->budget / SHARE;

  /* A book may ask for more than a quarter, but not for the conversation's half. */
  if (scan->book->token_budget >= 0)
    share = MIN ((guint) scan->book->token_budget, scan->look->budget / 2);
  return MIN (share, scan->look->room);
}

static void
fit (Scan *scan)
{
  guint left = get_share (scan);

  g_ptr_array_sort (scan->hits, compare_importance);
  for (guint i = 0; i < scan->hits->len; i++)
    {
      LueurBookHit *hit = scan->hits->pdata[i];

      if (!lueur_book_reason_is_in (hit->reason))
        continue;
      g_free (hit->text);
      hit->text = expand (scan, hit->entry, FALSE);
      hit->tokens = lueur_tokens_estimate (hit->text);
      if (hit->entry->position == LUEUR_BOOK_DEPTH)
        hit->tokens += LUEUR_TOKENS_PER_TURN;
      if (hit->tokens <= left)
        {
          left -= hit->tokens;
          continue;
        }
      hit->reason = LUEUR_BOOK_NO_ROOM;
      hit->tokens = 0;
      g_free (hit->text);
      hit->text = g_strdup ("");
    }
}

GPtrArray *
lueur_book_look (const LueurBook *self, const LueurBookLook *look)
{
  Scan scan = { self, look, g_hash_table_new_full (NULL, NULL, NULL, free_window), LUEUR_LORE_FUEL,
                LUEUR_BOOK_MAX_BYTES, g_ptr_array_new_with_free_func (free_hit) };

  for (guint i = 0; i < self->entries->len; i++)
    {
      LueurBookHit *hit = g_new0 (LueurBookHit, 1);

      hit->entry = self->entries->pdata[i];
      hit->text = g_strdup ("");
      g_ptr_array_add (scan.hits, hit);
      look_at_messages (&scan, hit);
    }
  if (self->recursive)
    recurse (&scan);
  fit (&scan);
  g_ptr_array_sort (scan.hits, compare_places);
  g_hash_table_unref (scan.windows);
  if (look->spent != NULL)
    *look->spent = (LueurBookWork) { LUEUR_LORE_FUEL - scan.fuel, LUEUR_BOOK_MAX_BYTES - scan.work };
  return scan.hits;
}
