/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/direction.h"

#include <glib/gi18n.h>
#include <string.h>

#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"
/* No sentence of the interface has more values. */
#define MAX_VALUES 8

/* --- Which way ---------------------------------------------------------------------------------- */

/* Of letters, and of the characters that are there for the direction alone; digits, marks and pictures have none. */
static GtkTextDirection
direction_of_char (gunichar c)
{
  switch (c)
    {
    case 0x200e: /* left-to-right mark, embedding, override */
    case 0x202a:
    case 0x202d:
      return GTK_TEXT_DIR_LTR;
    case 0x061c: /* Arabic letter mark; right-to-left mark, embedding, override */
    case 0x200f:
    case 0x202b:
    case 0x202e:
      return GTK_TEXT_DIR_RTL;
    default:
      break;
    }
  if (!g_unichar_isalpha (c))
    return GTK_TEXT_DIR_NONE;
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_MENDE_KIKAKUI:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    case G_UNICODE_SCRIPT_YEZIDI:
      return GTK_TEXT_DIR_RTL;
    default:
      return GTK_TEXT_DIR_LTR;
    }
}

GtkTextDirection
lueur_direction_of (const char *text)
{
  GtkTextDirection direction = GTK_TEXT_DIR_NONE;

  for (const char *p = text != NULL ? text : ""; *p != '\0' && direction == GTK_TEXT_DIR_NONE; p = g_utf8_next_char (p))
    direction = direction_of_char (g_utf8_get_char (p));
  return direction;
}

/* Of the words, which may be English in a window that runs from right to left: not every language is translated. */
static GtkTextDirection
direction_of_words (void)
{
  return lueur_direction_of (_("Conversations")) == GTK_TEXT_DIR_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

/* Whether what stands beside @text may be moved by it: letters from the right, or a mark of direction that is not ended. */
static gboolean
may_turn (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || direction_of_char (c) == GTK_TEXT_DIR_RTL)
        return TRUE;
    }
  return FALSE;
}

/* Every isolate that begins in @value ends in it, and none that began before: what is put around it holds. */
static void
append_closed (GString *out, const char *value)
{
  guint depth = 0;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2066 && c <= 0x2068)
        depth++;
      else if (c == 0x2069 && depth == 0)
        continue;
      else if (c == 0x2069)
        depth--;
      g_string_append_unichar (out, c);
    }
  for (; depth > 0; depth--)
    g_string_append (out, POP_ISOLATE);
}

/* --- Widgets ------------------------------------------------------------------------------------ */

void
lueur_direction_set (GtkWidget *widget, GtkTextDirection direction)
{
  if (direction == gtk_widget_get_default_direction ())
    direction = GTK_TEXT_DIR_NONE;
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    lueur_direction_set (child, direction);
}

static void
on_label (GtkLabel *label)
{
  lueur_direction_set (GTK_WIDGET (label), lueur_direction_of (gtk_label_get_text (label)));
}

void
lueur_direction_follow (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      g_signal_handlers_disconnect_by_func (widget, on_label, NULL);
      g_signal_connect (widget, "notify::label", G_CALLBACK (on_label), NULL);
      on_label (GTK_LABEL (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    lueur_direction_follow (child);
}

void
lueur_direction_keep_ltr (GtkEditable *entry)
{
  GtkEditable *text = gtk_editable_get_delegate (entry);

  lueur_direction_set (GTK_WIDGET (text != NULL ? text : entry), GTK_TEXT_DIR_LTR);
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_editable_set_alignment (entry, 1);
}

/* --- Values in sentences ------------------------------------------------------------------------ */

char *
lueur_isolate (const char *value)
{
  GtkTextDirection own, words;
  GString *out;

  if (*value == '\0' || !g_utf8_validate (value, -1, NULL))
    return g_strdup (value);
  words = direction_of_words ();
  if (words == GTK_TEXT_DIR_LTR && gtk_widget_get_default_direction () == GTK_TEXT_DIR_LTR && !may_turn (value))
    return g_strdup (value);
  own = lueur_direction_of (value);
  /* Pango lets the first letter of a paragraph decide, be it in an isolate or not. */
  out = g_string_new (own == GTK_TEXT_DIR_NONE || own == words ? ""
                      : words == GTK_TEXT_DIR_RTL              ? RIGHT_TO_LEFT_MARK
                                                               : LEFT_TO_RIGHT_MARK);
  g_string_append (out, FIRST_STRONG_ISOLATE);
  append_closed (out, value);
  g_string_append (out, POP_ISOLATE);
  return g_string_free_and_steal (out);
}

/**
 * Conversion:
 * @position: which of the values, from 0
 * @flags: width and the like, as they stand between % and @kind
 */
typedef struct
{
  guint position;
  const char *flags;
  gsize n_flags;
  char kind;
} Conversion;

/* What begins at @percent. Returns: where the words go on. */
static const char *
read_conversion (const char *percent, guint next, Conversion *found)
{
  const char *p = percent + 1;
  char *end;
  guint64 number = g_ascii_strtoull (p, &end, 10);

  found->position = next;
  if (end > p && *end == '$')
    {
      found->position = number > 0 && number <= MAX_VALUES ? (guint) number - 1 : MAX_VALUES;
      p = end + 1;
    }
  found->flags = p;
  p += strspn (p, "0123456789");
  found->n_flags = (gsize) (p - found->flags);
  found->kind = *p;
  return *p != '\0' ? p + 1 : p;
}

/* What each value is: 's' or a number's letter. FALSE: more than is understood here, and no more is done to it than printf does. */
static gboolean
read_kinds (const char *format, char *kinds, guint *n)
{
  guint next = 0;

  *n = 0;
  for (const char *p = strchr (format, '%'); p != NULL; p = strchr (p, '%'))
    {
      Conversion found;

      p = read_conversion (p, next, &found);
      if (found.kind == '%')
        continue;
      if (found.position >= MAX_VALUES || found.kind == '\0' || strchr ("sud", found.kind) == NULL)
        return FALSE;
      kinds[found.position] = found.kind;
      *n = MAX (*n, found.position + 1);
      next++;
    }
  return memchr (kinds, 0, *n) == NULL;
}

static void
append_value (GString *sentence, const Conversion *at, const char *const *strings, const int *numbers)
{
  g_autofree char *spec = NULL;

  if (at->kind == 's')
    {
      g_autofree char *value = lueur_isolate (strings[at->position] != NULL ? strings[at->position] : "");

      g_string_append (sentence, value);
      return;
    }
  spec = g_strdup_printf ("%%%.*s%c", (int) at->n_flags, at->flags, at->kind);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (sentence, spec, numbers[at->position]);
#pragma GCC diagnostic pop
}

char *
lueur_sentence (const char *format, ...)
{
  char kinds[MAX_VALUES] = { 0 };
  const char *strings[MAX_VALUES] = { NULL };
  int numbers[MAX_VALUES] = { 0 };
  GString *sentence;
  guint n, next = 0;
  va_list values;

  va_start (values, format);
  if (!read_kinds (format, kinds, &n))
    {
      char *plain = g_strdup_vprintf (format, values);

      va_end (values);
      return plain;
    }
  for (guint i = 0; i < n; i++)
    if (kinds[i] == 's')
      strings[i] = va_arg (values, const char *);
    else
      numbers[i] = va_arg (values, int);
  va_end (values);

  sentence = g_string_new (NULL);
  for (const char *p = format; *p != '\0';)
    {
      const char *percent = strchrnul (p, '%');
      Conversion found;

      g_string_append_len (sentence, p, percent - p);
      if (*percent == '\0')
        break;
      p = read_conversion (percent, next, &found);
      if (found.kind == '%')
        g_string_append_c (sentence, '%');
      else
        {
          append_value (sentence, &found, strings, numbers);
          next++;
        }
    }
  return g_string_free_and_steal (sentence);
}

/**
 * lueur_direction_wrap:
 * @box: new
 */
void
lueur_direction_wrap (AdwWrapBox *box)
{
  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return;
  gtk_widget_set_direction (GTK_WIDGET (box), GTK_TEXT_DIR_LTR);
  adw_wrap_box_set_pack_direction (box, ADW_PACK_END_TO_START);
}

/**
 * lueur_direction_align:
 * @box: what is put somewhere
 * @align: where, as the person reads
 *
 * GTK reads an alignment along the widget's own direction.
 *
 * Returns: the same place for @box
 */
GtkAlign
lueur_direction_align (GtkWidget *box, GtkAlign align)
{
  if (gtk_widget_get_direction (box) == gtk_widget_get_default_direction ())
    return align;
  return align == GTK_ALIGN_START ? GTK_ALIGN_END : align == GTK_ALIGN_END ? GTK_ALIGN_START : align;
}
