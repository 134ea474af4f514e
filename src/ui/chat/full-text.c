/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/full-text.h"

#include <adwaita.h>

/* Laying out one line costs its length: longer ones (bytes) are broken for the view. */
#define MAX_LINE 2000

char *
lueur_full_text_break_lines (const char *text)
{
  GString *out = g_string_new (NULL);
  gsize line = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      line = *p == '\n' ? 0 : line + 1;
      if (line >= MAX_LINE && (g_ascii_isspace (*p) || line >= 2 * MAX_LINE))
        {
          g_string_append_c (out, '\n');
          line = 0;
        }
    }
  return g_string_free_and_steal (out);
}

void
lueur_full_text_present (GtkWidget *parent, const char *text)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/lueur_app/Lueur/chat/full-text.ui");
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *broken = lueur_full_text_break_lines (valid);

  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (gtk_builder_get_object (builder, "buffer")), broken, -1);
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "dialog")), parent);
}
