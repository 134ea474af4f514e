/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/json.h"

#include <string.h>

#include "core/net/utf8.h"

/* No answer of a model API nests deeper than a dozen; the stack has room for far more. */
#define MAX_DEPTH 64

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
    p++;
  return p;
}

/* Each skip_…() returns where the value ends, or NULL when it is none. */
static const char *
skip_string (const char *p, const char *end)
{
  for (p++; p < end; p++)
    {
      if (*p == '"')
        return p + 1;
      if (*p == '\\' && ++p == end)
        return NULL;
    }
  return NULL;
}

static const char *
skip_word (const char *p, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - p) >= length && memcmp (p, word, length) == 0 ? p + length : NULL;
}

static const char *
skip_number (const char *p, const char *end)
{
  const char *start = p;

  while (p < end && (g_ascii_isdigit (*p) || *p == '-' || *p == '+' || *p == '.' || *p == 'e' || *p == 'E'))
    p++;
  return p > start ? p : NULL;
}

static const char *
skip_value (const char *p, const char *end, guint depth)
{
  char close;

  if (p == end || depth > MAX_DEPTH)
    return NULL;
  switch (*p)
    {
    case '"':
      return skip_string (p, end);
    case 't':
      return skip_word (p, end, "true");
    case 'f':
      return skip_word (p, end, "false");
    case 'n':
      return skip_word (p, end, "null");
    case '{':
      close = '}';
      break;
    case '[':
      close = ']';
      break;
    default:
      return skip_number (p, end);
    }

  p = skip_space (p + 1, end);
  if (p < end && *p == close)
    return p + 1;
  for (;;)
    {
      if (close == '}')
        {
          if (p == end || *p != '"' || (p = skip_string (p, end)) == NULL)
            return NULL;
          p = skip_space (p, end);
          if (p == end || *p != ':')
            return NULL;
          p = skip_space (p + 1, end);
        }
      p = skip_value (p, end, depth + 1);
      if (p == NULL)
        return NULL;
      p = skip_space (p, end);
      if (p == end)
        return NULL;
      if (*p == close)
        return p + 1;
      if (*p != ',')
        return NULL;
      p = skip_space (p + 1, end);
    }
}

static gboolean
read_hex4 (const char *p, const char *end, guint *unit)
{
  if (end - p < 4)
    return FALSE;
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | (guint) digit;
    }
  return TRUE;
}

/* Halves of a surrogate pair are written as three bytes each, which LueurUtf8 joins: a server may
 * well have sent the two halves in two events. */
static void
append_unit (GString *out, guint unit)
{
  if (unit < 0x80)
    g_string_append_c (out, (char) unit);
  else if (unit < 0x800)
    {
      g_string_append_c (out, (char) (0xc0 | unit >> 6));
      g_string_append_c (out, (char) (0x80 | (unit & 0x3f)));
    }
  else
    {
      g_string_append_c (out, (char) (0xe0 | unit >> 12));
      g_string_append_c (out, (char) (0x80 | (unit >> 6 & 0x3f)));
      g_string_append_c (out, (char) (0x80 | (unit & 0x3f)));
    }
}

/**
 * lueur_json_parse:
 * @value: (out): the one value of @text
 * @text: must outlive @value
 *
 * Returns: whether @text is one well-formed value and nothing else
 */
gboolean
lueur_json_parse (LueurJson *value, const char *text, gsize length)
{
  const char *end = text + length;
  const char *start = skip_space (text, end);
  const char *stop = skip_value (start, end, 0);

  if (stop == NULL || skip_space (stop, end) != end)
    {
      *value = (LueurJson) { NULL, NULL };
      return FALSE;
    }
  *value = (LueurJson) { start, stop };
  return TRUE;
}

LueurJsonType
lueur_json_get_type (const LueurJson *value)
{
  if (value->at == NULL)
    return LUEUR_JSON_NONE;
  switch (*value->at)
    {
    case '{':
      return LUEUR_JSON_OBJECT;
    case '[':
      return LUEUR_JSON_ARRAY;
    case '"':
      return LUEUR_JSON_STRING;
    case 't':
    case 'f':
      return LUEUR_JSON_BOOLEAN;
    case 'n':
      return LUEUR_JSON_NULL;
    default:
      return LUEUR_JSON_NUMBER;
    }
}

/**
 * lueur_json_get_member:
 * @name: plain ASCII
 *
 * Returns: the first member called @name, or a value of type %LUEUR_JSON_NONE
 */
LueurJson
lueur_json_get_member (const LueurJson *object, const char *name)
{
  gsize length = strlen (name);
  const char *p;

  if (lueur_json_get_type (object) != LUEUR_JSON_OBJECT)
    return (LueurJson) { NULL, NULL };

  p = skip_space (object->at + 1, object->end);
  while (*p == '"')
    {
      const char *key = p + 1;
      const char *value;

      p = skip_string (p, object->end);
      value = skip_space (skip_space (p, object->end) + 1, object->end);
      if ((gsize) (p - 1 - key) == length && memcmp (key, name, length) == 0)
        return (LueurJson) { value, skip_value (value, object->end, 0) };
      p = skip_space (skip_value (value, object->end, 0), object->end);
      if (*p == ',')
        p = skip_space (p + 1, object->end);
    }
  return (LueurJson) { NULL, NULL };
}

/**
 * lueur_json_next_element:
 * @element: (inout): zeroed before the first call; then the next element
 *
 * Returns: whether there was another one
 */
gboolean
lueur_json_next_element (const LueurJson *array, LueurJson *element)
{
  const char *p;

  if (lueur_json_get_type (array) != LUEUR_JSON_ARRAY)
    return FALSE;
  p = skip_space (element->at == NULL ? array->at + 1 : element->end, array->end);
  if (*p == ',')
    p = skip_space (p + 1, array->end);
  if (*p == ']')
    return FALSE;
  *element = (LueurJson) { p, skip_value (p, array->end, 0) };
  return TRUE;
}

/**
 * lueur_json_append_string:
 * @out: gets the bytes of the string; they may be invalid UTF-8 and hold nul
 *
 * Returns: whether @value is a string
 */
gboolean
lueur_json_append_string (const LueurJson *value, GString *out)
{
  const char *p, *end;

  if (lueur_json_get_type (value) != LUEUR_JSON_STRING)
    return FALSE;

  end = value->end - 1;
  for (p = value->at + 1; p < end;)
    {
      const char *run = p;
      guint unit;

      while (p < end && *p != '\\')
        p++;
      g_string_append_len (out, run, p - run);
      if (p == end)
        break;
      switch (p[1])
        {
        case 'n':
          g_string_append_c (out, '\n');
          break;
        case 't':
          g_string_append_c (out, '\t');
          break;
        case 'r':
          g_string_append_c (out, '\r');
          break;
        case 'b':
        case 'f':
          break; /* nothing that a line of talk has a use for */
        case 'u':
          if (read_hex4 (p + 2, end, &unit))
            {
              append_unit (out, unit);
              p += 4;
            }
          break;
        default:
          g_string_append_c (out, p[1]);
        }
      p += 2;
    }
  return TRUE;
}

/**
 * lueur_json_string_equal:
 *
 * Returns: whether @value is the string @text; both without escapes
 */
gboolean
lueur_json_string_equal (const LueurJson *value, const char *text)
{
  gsize length = strlen (text);

  return lueur_json_get_type (value) == LUEUR_JSON_STRING && (gsize) (value->end - value->at) == length + 2 &&
         memcmp (value->at + 1, text, length) == 0;
}

/**
 * lueur_json_dup_string:
 * @max: the most bytes wanted
 *
 * Returns: (transfer full) (nullable): the string as valid UTF-8, or %NULL when @value is none
 */
char *
lueur_json_dup_string (const LueurJson *value, gsize max)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  LueurJson head = *value;

  if (lueur_json_get_type (value) != LUEUR_JSON_STRING)
    return NULL;
  /* No escape is longer than six bytes, so this many hold @max of the decoded ones. */
  if ((gsize) (value->end - value->at) > 6 * max + 2)
    {
      head.end = value->at + 6 * max + 2;
      while (head.end > head.at + 2 && head.end[-2] == '\\')
        head.end--;
    }
  lueur_json_append_string (&head, raw);
  return lueur_utf8_make_valid (raw->str, MIN (raw->len, max));
}

/**
 * lueur_json_get_int:
 *
 * Returns: the number, or one written in a string, rounded towards zero; @otherwise when @value is neither
 */
gint64
lueur_json_get_int (const LueurJson *value, gint64 otherwise)
{
  LueurJsonType type = lueur_json_get_type (value);
  char digits[32];
  const char *at;
  char *stop;
  gsize length;
  double number;

  if (type != LUEUR_JSON_NUMBER && type != LUEUR_JSON_STRING)
    return otherwise;
  at = value->at + (type == LUEUR_JSON_STRING);
  length = (gsize) (value->end - at) - (type == LUEUR_JSON_STRING);
  if (length == 0 || length >= sizeof digits)
    return otherwise;
  memcpy (digits, at, length);
  digits[length] = '\0';
  number = g_ascii_strtod (digits, &stop);
  if (*stop != '\0' || !(number > -1e15 && number < 1e15))
    return otherwise;
  return (gint64) number;
}

/**
 * lueur_json_write_string:
 * @out: gets @text as a JSON string, quotes included
 * @text: valid UTF-8
 */
void
lueur_json_write_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7f)
          g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
        else
          g_string_append_c (out, *p);
      }
  g_string_append_c (out, '"');
}
