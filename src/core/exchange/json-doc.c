/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The index is one flat array in the order of the text: a value's children follow it, and each value says
 * where the next one beside it is. The scanner keeps its own stack, so that depth costs no stack of ours. */

#include "core/exchange/json-doc.h"

#include <string.h>

typedef struct
{
  guint32 start;     /* of the value, in the text */
  guint32 end;       /* after it */
  guint32 key_start; /* of the member's name, quotes included; the same as key_end when it has none */
  guint32 key_end;
  guint32 next; /* index of what follows this value and all that is in it */
  guint8 type;  /* LueurJsonType */
} Value;

struct _LueurJsonDoc
{
  GBytes *bytes;
  const char *text;
  GArray *values;
};

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  GArray *values;
  const char *wrong; /* what is, in plain words */
} Scan;

/* --- Scanning ---------------------------------------------------------------------------------------- */

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->length && strchr (" \t\n\r", scan->text[scan->at]) != NULL && scan->text[scan->at] != '\0')
    scan->at++;
}

static gboolean
fail (Scan *scan, const char *wrong)
{
  scan->wrong = wrong;
  return FALSE;
}

static gboolean
skip_string (Scan *scan)
{
  for (scan->at++; scan->at < scan->length; scan->at++)
    {
      guchar c = (guchar) scan->text[scan->at];

      if (c == '"')
        {
          scan->at++;
          return TRUE;
        }
      if (c < 0x20)
        return fail (scan, "a control character in a string");
      if (c != '\\')
        continue;
      if (++scan->at == scan->length)
        break;
      if (scan->text[scan->at] == 'u')
        {
          for (guint i = 0; i < 4; i++)
            if (++scan->at == scan->length || !g_ascii_isxdigit (scan->text[scan->at]))
              return fail (scan, "an escape that is none");
        }
      else if (scan->text[scan->at] == '\0' || strchr ("\"\\/bfnrt", scan->text[scan->at]) == NULL)
        return fail (scan, "an escape that is none");
    }
  return fail (scan, "a string without an end");
}

static gsize
skip_digits (Scan *scan)
{
  gsize start = scan->at;

  while (scan->at < scan->length && g_ascii_isdigit (scan->text[scan->at]))
    scan->at++;
  return scan->at - start;
}

static char
peek (const Scan *scan)
{
  return scan->at < scan->length ? scan->text[scan->at] : '\0';
}

static gboolean
skip_number (Scan *scan)
{
  gsize start, n;

  if (peek (scan) == '-')
    scan->at++;
  start = scan->at;
  n = skip_digits (scan);
  if (n == 0 || (n > 1 && scan->text[start] == '0'))
    return fail (scan, "a value that is none");
  if (peek (scan) == '.')
    {
      scan->at++;
      if (skip_digits (scan) == 0)
        return fail (scan, "a number without an end");
    }
  if (peek (scan) == 'e' || peek (scan) == 'E')
    {
      scan->at++;
      if (peek (scan) == '+' || peek (scan) == '-')
        scan->at++;
      if (skip_digits (scan) == 0)
        return fail (scan, "a number without an end");
    }
  return TRUE;
}

static gboolean
skip_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if (scan->length - scan->at < length || memcmp (scan->text + scan->at, word, length) != 0)
    return fail (scan, "a value that is none");
  scan->at += length;
  return TRUE;
}

/* One value, or the opening of one that holds others. */
static gboolean
scan_value (Scan *scan, gsize key_start, gsize key_end)
{
  Value value = { .start = (guint32) scan->at, .key_start = (guint32) key_start, .key_end = (guint32) key_end };
  gboolean ok = TRUE;

  switch (peek (scan))
    {
    case '{':
    case '[':
      value.type = peek (scan) == '{' ? LUEUR_JSON_OBJECT : LUEUR_JSON_ARRAY;
      scan->at++;
      break;
    case '"':
      value.type = LUEUR_JSON_STRING;
      ok = skip_string (scan);
      break;
    case 't':
      value.type = LUEUR_JSON_BOOLEAN;
      ok = skip_word (scan, "true");
      break;
    case 'f':
      value.type = LUEUR_JSON_BOOLEAN;
      ok = skip_word (scan, "false");
      break;
    case 'n':
      value.type = LUEUR_JSON_NULL;
      ok = skip_word (scan, "null");
      break;
    default:
      value.type = LUEUR_JSON_NUMBER;
      ok = skip_number (scan);
    }
  value.end = (guint32) scan->at;
  value.next = scan->values->len + 1;
  if (!ok)
    return FALSE;
  if (scan->values->len >= LUEUR_JSON_DOC_MAX_VALUES)
    return fail (scan, NULL);
  g_array_append_val (scan->values, value);
  return TRUE;
}

static gboolean
scan_key (Scan *scan, gsize *start, gsize *end)
{
  skip_space (scan);
  *start = scan->at;
  if (peek (scan) != '"')
    return fail (scan, "a member without a name");
  if (!skip_string (scan))
    return FALSE;
  *end = scan->at;
  skip_space (scan);
  if (peek (scan) != ':')
    return fail (scan, "a member without a value");
  scan->at++;
  skip_space (scan);
  return TRUE;
}

static gboolean
scan_text (Scan *scan)
{
  guint open[LUEUR_JSON_DOC_MAX_DEPTH];
  guint depth = 0;
  gboolean fresh = FALSE; /* a bracket was just opened */

  skip_space (scan);
  if (!scan_value (scan, 0, 0))
    return FALSE;
  for (;;)
    {
      Value *last = &g_array_index (scan->values, Value, scan->values->len - 1);
      gsize key_start = 0, key_end = 0;
      Value *holder;
      gboolean object;

      if (!fresh && last->end == scan->at && (last->type == LUEUR_JSON_OBJECT || last->type == LUEUR_JSON_ARRAY) &&
          last->end == last->start + 1)
        {
          if (depth == LUEUR_JSON_DOC_MAX_DEPTH)
            return fail (scan, "values nested too deep");
          open[depth++] = scan->values->len - 1;
          fresh = TRUE;
        }
      skip_space (scan);
      if (depth == 0)
        return scan->at == scan->length || fail (scan, "more than one value");
      holder = &g_array_index (scan->values, Value, open[depth - 1]);
      object = holder->type == LUEUR_JSON_OBJECT;
      if (peek (scan) == (object ? '}' : ']') && scan->at < scan->length)
        {
          holder->end = (guint32) ++scan->at;
          holder->next = scan->values->len;
          depth--;
          fresh = FALSE;
          /* An empty one that just closed must not look as if it had just opened. */
          continue;
        }
      if (!fresh)
        {
          if (peek (scan) != ',')
            return fail (scan, scan->at == scan->length ? "the text ends too early" : "a comma is missing");
          scan->at++;
        }
      fresh = FALSE;
      if (object && !scan_key (scan, &key_start, &key_end))
        return FALSE;
      skip_space (scan);
      if (!scan_value (scan, key_start, key_end))
        return FALSE;
    }
}

/**
 * lueur_json_doc_new:
 * @text: kept; a mark of byte order at its start is allowed
 * @error: %G_IO_ERROR_INVALID_DATA or %G_IO_ERROR_NO_SPACE
 *
 * Returns: (transfer full) (nullable): the document
 */
LueurJsonDoc *
lueur_json_doc_new (GBytes *text, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (Value));
  Scan scan = { .values = values };
  LueurJsonDoc *self;

  scan.text = g_bytes_get_data (text, &scan.length);
  if (scan.length > LUEUR_JSON_DOC_MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "too long");
      return NULL;
    }
  if (scan.length >= 3 && memcmp (scan.text, "\xef\xbb\xbf", 3) == 0)
    scan.at = 3;
  if (!g_utf8_validate_len (scan.text + scan.at, scan.length - scan.at, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not UTF-8");
      return NULL;
    }
  if (!scan_text (&scan))
    {
      if (scan.wrong != NULL)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s, at byte %" G_GSIZE_FORMAT, scan.wrong, scan.at);
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "more values than are allowed");
      return NULL;
    }
  self = g_atomic_rc_box_new0 (LueurJsonDoc);
  self->bytes = g_bytes_ref (text);
  self->text = scan.text;
  self->values = g_steal_pointer (&values);
  return self;
}

LueurJsonDoc *
lueur_json_doc_ref (LueurJsonDoc *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (LueurJsonDoc *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->values);
}

void
lueur_json_doc_unref (LueurJsonDoc *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

GBytes *
lueur_json_doc_get_text (const LueurJsonDoc *self)
{
  return self->bytes;
}

/* --- Looking ----------------------------------------------------------------------------------------- */

static const Value *
look (const LueurJsonDoc *self, guint value)
{
  return value < self->values->len ? &g_array_index (self->values, Value, value) : NULL;
}

/* What a string's span says: @nul keeps U+0000, which no string of ours can hold. Halves of surrogate pairs
 * that stand alone become U+FFFD. */
static void
decode (const char *at, const char *end, GString *out)
{
  while (at < end)
    {
      const char *run = at;
      gunichar c;

      while (at < end && *at != '\\')
        at++;
      g_string_append_len (out, run, at - run);
      if (at == end)
        break;
      switch (at[1])
        {
        case 'n': c = '\n'; break;
        case 't': c = '\t'; break;
        case 'r': c = '\r'; break;
        case 'b': c = '\b'; break;
        case 'f': c = '\f'; break;
        case 'u':
          c = 0;
          for (guint i = 2; i < 6; i++)
            c = c << 4 | (gunichar) g_ascii_xdigit_value (at[i]);
          at += 4;
          if (c >= 0xd800 && c < 0xdc00 && end - at >= 8 && at[2] == '\\' && at[3] == 'u')
            {
              gunichar low = 0;

              for (guint i = 4; i < 8; i++)
                low = low << 4 | (gunichar) g_ascii_xdigit_value (at[i]);
              if (low >= 0xdc00 && low < 0xe000)
                {
                  c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
                  at += 6;
                }
            }
          if (c >= 0xd800 && c < 0xe000)
            c = 0xfffd;
          break;
        default: c = (guchar) at[1];
        }
      at += 2;
      if (c != 0)
        g_string_append_unichar (out, c);
    }
}

static char *
dup_decoded (const LueurJsonDoc *self, guint32 start, guint32 end)
{
  GString *out = g_string_sized_new (end - start);

  decode (self->text + start + 1, self->text + end - 1, out);
  return g_string_free_and_steal (out);
}

LueurJsonType
lueur_json_doc_get_type (const LueurJsonDoc *self, guint value)
{
  const Value *it = look (self, value);

  return it != NULL ? (LueurJsonType) it->type : LUEUR_JSON_NONE;
}

static gboolean
is_called (const LueurJsonDoc *self, const Value *value, const char *name, gsize length)
{
  const char *key = self->text + value->key_start + 1;
  gsize key_length = value->key_end - value->key_start - 2;
  g_autofree char *decoded = NULL;

  if (memchr (key, '\\', key_length) == NULL)
    return key_length == length && memcmp (key, name, length) == 0;
  /* A nul that decoding leaves out makes it another name. */
  if (memmem (key, key_length, "\\u0000", 6) != NULL)
    return FALSE;
  decoded = dup_decoded (self, value->key_start, value->key_end);
  return strcmp (decoded, name) == 0;
}

guint
lueur_json_doc_find (const LueurJsonDoc *self, guint object, const char *name)
{
  const Value *it = look (self, object);
  gsize length = strlen (name);
  guint found = LUEUR_JSON_NOWHERE;

  if (it == NULL || it->type != LUEUR_JSON_OBJECT)
    return LUEUR_JSON_NOWHERE;
  for (guint i = object + 1; i < it->next; i = look (self, i)->next)
    if (is_called (self, look (self, i), name, length))
      found = i;
  return found;
}

guint
lueur_json_doc_get_first (const LueurJsonDoc *self, guint container)
{
  const Value *it = look (self, container);

  return it != NULL && container + 1 < it->next ? container + 1 : LUEUR_JSON_NOWHERE;
}

guint
lueur_json_doc_get_next (const LueurJsonDoc *self, guint container, guint value)
{
  const Value *it = look (self, value);

  return it != NULL && it->next < look (self, container)->next ? it->next : LUEUR_JSON_NOWHERE;
}

guint
lueur_json_doc_count (const LueurJsonDoc *self, guint container)
{
  guint n = 0;

  for (guint i = lueur_json_doc_get_first (self, container); i != LUEUR_JSON_NOWHERE;
       i = lueur_json_doc_get_next (self, container, i))
    n++;
  return n;
}

char *
lueur_json_doc_dup_key (const LueurJsonDoc *self, guint value)
{
  const Value *it = look (self, value);

  return it != NULL && it->key_end > it->key_start ? dup_decoded (self, it->key_start, it->key_end) : NULL;
}

char *
lueur_json_doc_dup_string (const LueurJsonDoc *self, guint value)
{
  const Value *it = look (self, value);

  return it != NULL && it->type == LUEUR_JSON_STRING ? dup_decoded (self, it->start, it->end) : NULL;
}

GStrv
lueur_json_doc_dup_strings (const LueurJsonDoc *self, guint value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (lueur_json_doc_get_type (self, value) == LUEUR_JSON_ARRAY)
    for (guint i = lueur_json_doc_get_first (self, value); i != LUEUR_JSON_NOWHERE;
         i = lueur_json_doc_get_next (self, value, i))
      if (lueur_json_doc_get_type (self, i) == LUEUR_JSON_STRING)
        g_strv_builder_take (builder, lueur_json_doc_dup_string (self, i));
  return g_strv_builder_end (builder);
}

double
lueur_json_doc_get_number (const LueurJsonDoc *self, guint value, double otherwise)
{
  const Value *it = look (self, value);
  g_autofree char *digits = NULL;
  double number;

  if (it == NULL || it->type != LUEUR_JSON_NUMBER || it->end - it->start > 400)
    return otherwise;
  digits = g_strndup (self->text + it->start, it->end - it->start);
  number = g_ascii_strtod (digits, NULL);
  return number > -1e300 && number < 1e300 ? number : otherwise;
}

gboolean
lueur_json_doc_get_boolean (const LueurJsonDoc *self, guint value, gboolean otherwise)
{
  const Value *it = look (self, value);

  return it != NULL && it->type == LUEUR_JSON_BOOLEAN ? self->text[it->start] == 't' : otherwise;
}

const char *
lueur_json_doc_get_raw (const LueurJsonDoc *self, guint value, gsize *length)
{
  const Value *it = look (self, value);

  *length = it != NULL ? it->end - it->start : 0;
  return it != NULL ? self->text + it->start : "";
}

/* --- Changing ---------------------------------------------------------------------------------------- */

typedef struct
{
  guint32 start;
  guint32 end;
  guint serial; /* additions at one place come out in the order in which they were asked for */
  char *text;
} Change;

struct _LueurJsonEdit
{
  LueurJsonDoc *doc;
  GArray *changes;
  GHashTable *filled; /* objects that were empty and are not any more */
};

static void
clear_change (gpointer data)
{
  g_free (((Change *) data)->text);
}

LueurJsonEdit *
lueur_json_edit_new (LueurJsonDoc *doc)
{
  LueurJsonEdit *self = g_new0 (LueurJsonEdit, 1);

  self->doc = lueur_json_doc_ref (doc);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, clear_change);
  self->filled = g_hash_table_new (NULL, NULL);
  return self;
}

void
lueur_json_edit_free (LueurJsonEdit *self)
{
  lueur_json_doc_unref (self->doc);
  g_array_unref (self->changes);
  g_hash_table_unref (self->filled);
  g_free (self);
}

static void
add_change (LueurJsonEdit *self, guint32 start, guint32 end, char *text)
{
  Change change = { start, end, self->changes->len, text };

  g_array_append_val (self->changes, change);
}

void
lueur_json_edit_replace (LueurJsonEdit *self, guint value, const char *raw)
{
  const Value *it = look (self->doc, value);

  g_return_if_fail (it != NULL);
  add_change (self, it->start, it->end, g_strdup (raw));
}

/* The white space before the name of @value, and what stands between its name and itself. */
static void
copy_manner (const LueurJsonDoc *doc, const Value *value, char **before, char **between)
{
  guint32 start = value->key_start;

  while (start > 0 && strchr (" \t\r\n", doc->text[start - 1]) != NULL)
    start--;
  *before = g_strndup (doc->text + start, value->key_start - start);
  *between = g_strndup (doc->text + value->key_end, value->start - value->key_end);
}

void
lueur_json_edit_set (LueurJsonEdit *self, guint object, const char *name, const char *raw)
{
  guint found = lueur_json_doc_find (self->doc, object, name);
  const Value *it = look (self->doc, object);
  const Value *last = NULL;
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  GString *text;

  g_return_if_fail (it != NULL && it->type == LUEUR_JSON_OBJECT);

  if (found != LUEUR_JSON_NOWHERE)
    {
      lueur_json_edit_replace (self, found, raw);
      return;
    }
  for (guint i = object + 1; i < it->next; i = look (self->doc, i)->next)
    last = look (self->doc, i);
  text = g_string_new (NULL);
  if (last != NULL)
    copy_manner (self->doc, last, &before, &between);
  if (last != NULL || !g_hash_table_add (self->filled, GUINT_TO_POINTER (object)))
    g_string_append_c (text, ',');
  g_string_append (text, before != NULL ? before : "");
  lueur_json_write_string (text, name);
  g_string_append_printf (text, "%s%s", between != NULL ? between : ":", raw);
  add_change (self, last != NULL ? last->end : it->start + 1, last != NULL ? last->end : it->start + 1,
              g_string_free_and_steal (text));
}

void
lueur_json_edit_append (LueurJsonEdit *self, guint array, const char *raw)
{
  const Value *it = look (self->doc, array);
  const Value *last = NULL;
  gboolean first;

  g_return_if_fail (it != NULL && it->type == LUEUR_JSON_ARRAY);

  for (guint i = array + 1; i < it->next; i = look (self->doc, i)->next)
    last = look (self->doc, i);
  first = last == NULL && g_hash_table_add (self->filled, GUINT_TO_POINTER (array));
  add_change (self, last != NULL ? last->end : it->start + 1, last != NULL ? last->end : it->start + 1,
              g_strconcat (first ? "" : ", ", raw, NULL));
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  /* What replaces a span comes after what is put in front of it. */
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return x->serial < y->serial ? -1 : x->serial > y->serial;
}

/**
 * lueur_json_edit_apply:
 *
 * Returns: (transfer full): the text with all changes; one inside another, or twice at one value, is the
 *   caller's mistake, and the first of them counts
 */
GBytes *
lueur_json_edit_apply (LueurJsonEdit *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->doc->bytes, &length);
  GString *out = g_string_sized_new (length + 256);
  gsize at = 0;

  if (self->changes->len == 0)
    {
      g_string_free (out, TRUE);
      return g_bytes_ref (self->doc->bytes);
    }
  g_array_sort (self->changes, compare_changes);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      if (change->start < at)
        continue;
      g_string_append_len (out, text + at, (gssize) (change->start - at));
      g_string_append (out, change->text);
      at = change->end;
    }
  g_string_append_len (out, text + at, (gssize) (length - at));
  return g_string_free_to_bytes (out);
}
