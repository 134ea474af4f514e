/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/fold.h"

#include <string.h>

/* What Latin letters with accents come to is looked up: nearly all that is written in French or English. */
#define TABLE_FIRST 0x80
#define TABLE_END 0x250

typedef struct
{
  char bytes[7];
  guint8 length;
} Folded;

static void
fold_slowly (gunichar c, Folded *out)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  out->length = 0;
  for (gsize i = 0; i < n; i++)
    {
      gunichar lower = g_unichar_tolower (parts[i]);

      if (g_unichar_ismark (lower))
        continue;
      if (out->length + g_unichar_to_utf8 (lower, NULL) > (int) sizeof out->bytes)
        break;
      out->length += g_unichar_to_utf8 (lower, out->bytes + out->length);
    }
}

static void
set (Folded *table, gunichar c, const char *as)
{
  table[c - TABLE_FIRST].length = strlen (as);
  memcpy (table[c - TABLE_FIRST].bytes, as, table[c - TABLE_FIRST].length);
}

static gpointer
make_table (gpointer data)
{
  Folded *table = g_new0 (Folded, TABLE_END - TABLE_FIRST);

  for (gunichar c = TABLE_FIRST; c < TABLE_END; c++)
    fold_slowly (c, &table[c - TABLE_FIRST]);
  set (table, 0xdf, "ss");
  set (table, 0xc6, "ae");
  set (table, 0xe6, "ae");
  set (table, 0x152, "oe");
  set (table, 0x153, "oe");
  return table;
}

static const Folded *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_table, NULL);
}

static void
add_places (GArray *map, guint32 from, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_array_append_val (map, from);
}

static char *
put (char *to, const Folded *folded)
{
  memcpy (to, folded->bytes, folded->length);
  return to + folded->length;
}

/**
 * lueur_fold_append:
 * @out: gets it at its end
 * @map: (nullable) (element-type guint32): gets a place in @text for every byte that @out gets
 * @text: of any origin
 * @length: in bytes
 *
 * What is no UTF-8 comes to nothing, and so do the marks that Markdown puts around words; a nul comes to a space. @out
 * never gets a nul.
 */
void
lueur_fold_append (GString *out, GArray *map, const char *text, gsize length)
{
  const Folded *table = get_table ();
  gsize before = out->len;
  char *to;

  /* No character becomes more than four times as long as it is. */
  g_string_set_size (out, before + length * 4);
  to = out->str + before;
  for (gsize i = 0; i < length;)
    {
      guchar byte = text[i];
      const char *from = to;
      gunichar c;

      if (byte < 0x80)
        {
          if (byte != '*' && byte != '`')
            *to++ = byte == '\0' ? ' ' : byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte;
          if (map != NULL && to > from)
            add_places (map, i, 1);
          i++;
          continue;
        }
      c = g_utf8_get_char_validated (text + i, length - i);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          i++;
          continue;
        }
      if (c < TABLE_END)
        to = put (to, &table[c - TABLE_FIRST]);
      else if (c == 0x2019)
        *to++ = '\'';
      /* Its small letter is no part of it, so it does not come to that by itself. */
      else if (c == 0x1e9e)
        to = put (to, &table[0xdf - TABLE_FIRST]);
      else
        {
          Folded folded;

          fold_slowly (c, &folded);
          to = put (to, &folded);
        }
      if (map != NULL)
        add_places (map, i, to - from);
      i += g_utf8_skip[byte];
    }
  g_string_truncate (out, to - out->str);
}

/**
 * lueur_fold:
 * @text: (nullable): of any origin
 *
 * Returns: (transfer full): “Été, l’Œuvre” as “ete, l'oeuvre”
 */
char *
lueur_fold (const char *text)
{
  GString *out = g_string_new (NULL);

  if (text != NULL)
    lueur_fold_append (out, NULL, text, strlen (text));
  return g_string_free_and_steal (out);
}
