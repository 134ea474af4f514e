/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and the fields of a companion. */

#include "ui/persona/row-binding.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "core/model/text.h"
#include "ui/persona/text-row.h"

#define BOTH (G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)
#define MINUTES_A_DAY 1440

static gboolean
lines_of_words (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  char **words = g_value_get_boxed (from);

  g_value_take_string (to, words != NULL ? g_strjoinv ("\n", words) : g_strdup (""));
  return TRUE;
}

/* Lines that are not kept, or not whole, are not lost in silence. @data: a text row, or NULL */
static gboolean
words_of_lines (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_auto (GStrv) lines = g_strsplit (g_value_get_string (from), "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *note = NULL;
  guint n = 0;
  gboolean more = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        more |= ++n > LUEUR_WORDS_MAX || g_utf8_strlen (lines[i], -1) > LUEUR_WORD_MAX;
        g_strv_builder_add (builder, lines[i]);
      }
  if (more)
    /* Translators: numbers of lines, and of characters in each */
    note = g_strdup_printf (_("At most %u lines of %u characters are kept."), LUEUR_WORDS_MAX, LUEUR_WORD_MAX);
  if (data != NULL)
    lueur_text_row_set_note (data, note);
  g_value_take_boxed (to, g_strv_builder_end (builder));
  return TRUE;
}

static gboolean
name_of_value (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  GEnumClass *klass = g_type_class_peek (G_VALUE_TYPE (from));
  GEnumValue *value = g_enum_get_value (klass, g_value_get_enum (from));

  g_value_set_string (to, value != NULL ? value->value_nick : NULL);
  return value != NULL;
}

static gboolean
value_of_name (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  GEnumClass *klass = g_type_class_peek (G_VALUE_TYPE (to));
  GEnumValue *value = g_value_get_string (from) != NULL ? g_enum_get_value_by_nick (klass, g_value_get_string (from)) : NULL;

  if (value != NULL)
    g_value_set_enum (to, value->value);
  return value != NULL;
}

void
lueur_row_bind (GtkWidget *row, LueurPersona *persona, LueurPersonaField field)
{
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);

  if (LUEUR_IS_TEXT_ROW (row) && (info->kind == LUEUR_FIELD_WORDS || info->kind == LUEUR_FIELD_TEXTS))
    g_object_bind_property_full (persona, info->name, row, "text", BOTH, lines_of_words, words_of_lines,
                                 info->kind == LUEUR_FIELD_WORDS ? row : NULL, NULL);
  else if (LUEUR_IS_TEXT_ROW (row))
    {
      g_object_set (row, "max-chars", info->max, NULL);
      g_object_bind_property (persona, info->name, row, "text", BOTH);
    }
  else if (ADW_IS_ENTRY_ROW (row))
    g_object_bind_property (persona, info->name, row, "text", BOTH);
  else if (ADW_IS_SWITCH_ROW (row))
    g_object_bind_property (persona, info->name, row, "active", BOTH);
  else if (ADW_IS_EXPANDER_ROW (row))
    g_object_bind_property (persona, info->name, row, "enable-expansion", BOTH);
  else if (ADW_IS_SPIN_ROW (row))
    g_object_bind_property (persona, info->name, row, "value", BOTH);
  else if (ADW_IS_TOGGLE_GROUP (row) && info->kind == LUEUR_FIELD_ENUM)
    g_object_bind_property_full (persona, info->name, row, "active-name", BOTH, name_of_value, value_of_name, NULL, NULL);
  else if (ADW_IS_TOGGLE_GROUP (row))
    g_object_bind_property (persona, info->name, row, "active-name", BOTH);
}

void
lueur_row_set_star (GtkWidget *row, GtkWidget *star, gboolean shown)
{
  /* Only put there when it is shown: an empty place would push the title aside. */
  if (shown == (gtk_widget_get_parent (star) != NULL))
    return;
  if (LUEUR_IS_TEXT_ROW (row))
    lueur_text_row_set_star (LUEUR_TEXT_ROW (row), shown ? star : NULL);
  else if (ADW_IS_PREFERENCES_GROUP (row))
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (row), shown ? star : NULL);
  else if (ADW_IS_ENTRY_ROW (row) && shown)
    adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), star);
  else if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_remove (ADW_ENTRY_ROW (row), star);
  else if (ADW_IS_EXPANDER_ROW (row) && shown)
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), star);
  else if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_remove (ADW_EXPANDER_ROW (row), star);
  else if (ADW_IS_ACTION_ROW (row) && shown)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), star);
  else if (ADW_IS_ACTION_ROW (row))
    adw_action_row_remove (ADW_ACTION_ROW (row), star);
}

static gboolean
on_output (AdwSpinRow *row)
{
  int minute = (int) adw_spin_row_get_value (row);
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  return TRUE;
}

static int
on_input (AdwSpinRow *row, double *value)
{
  int hour = -1, minute = 0;

  if (sscanf (gtk_editable_get_text (GTK_EDITABLE (row)), " %d%*[^0-9]%d", &hour, &minute) < 1 || hour < 0 || hour > 23 ||
      minute < 0 || minute > 59)
    return GTK_INPUT_ERROR;
  *value = hour * 60 + minute;
  return TRUE;
}

void
lueur_row_show_time (AdwSpinRow *row)
{
  gtk_adjustment_configure (adw_spin_row_get_adjustment (row), adw_spin_row_get_value (row), 0, MINUTES_A_DAY - 1, 15, 60, 0);
  adw_spin_row_set_wrap (row, TRUE);
  g_signal_connect (row, "output", G_CALLBACK (on_output), NULL);
  g_signal_connect (row, "input", G_CALLBACK (on_input), NULL);
  adw_spin_row_update (row);
  on_output (row);
}
