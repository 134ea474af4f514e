/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed from one version of a companion to another, and the way back. */

#include "ui/library/version-dialog.h"

#include <glib/gi18n.h>

#include "ui/foot-button.h"

#include "ui/closures.h"
#include "ui/error-text.h"
#include "ui/library/words.h"
#include "ui/toast.h"

#define VALUE_LINES 8

/* --- A comparison ------------------------------------------------------------------------------- */

static GtkWidget *
make_side (const char *sign, const char *spoken, const char *value, const char *class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = gtk_label_new (sign), *label = gtk_label_new (*value != '\0' ? value : _("nothing"));
  g_autofree char *words = g_strdup_printf (_("%s: %s"), spoken, gtk_label_get_text (GTK_LABEL (label)));

  gtk_widget_add_css_class (box, "diff");
  gtk_widget_add_css_class (box, class);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "monospace");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_lines (GTK_LABEL (label), VALUE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (*value == '\0')
    gtk_widget_add_css_class (label, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

GtkWidget *
lueur_diff_row (LueurPersona *before, LueurPersona *after, LueurPersonaField field)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (lueur_words_field (field));
  g_autofree char *from = before != NULL ? lueur_words_value (before, field) : g_strdup ("");
  g_autofree char *to = lueur_words_value (after, field);

  gtk_widget_add_css_class (box, "diff-row");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_box_append (GTK_BOX (box), title);
  if (field == LUEUR_PERSONA_LOOK)
    {
      GtkWidget *label = gtk_label_new (_("Another look"));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
    }
  else
    {
      if (before != NULL)
        gtk_box_append (GTK_BOX (box), make_side ("−", _("Before"), from, "removed"));
      gtk_box_append (GTK_BOX (box), make_side ("+", _("After"), to, "added"));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lueur_words_field (field));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

guint
lueur_diff_fill (AdwPreferencesGroup *group, LueurPersona *before, LueurPersona *after)
{
  guint n = 0;

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      if (!lueur_words_is_told (i) || lueur_persona_is_same (before, after, i))
        continue;
      adw_preferences_group_add (group, lueur_diff_row (before, after, i));
      n++;
    }
  return n;
}

/* --- The dialog --------------------------------------------------------------------------------- */

typedef struct
{
  LueurContext *context;
  LueurPersona *persona;
  LueurPersona *version;
} Version;

static void
version_free (gpointer data, GClosure *closure)
{
  Version *self = data;

  g_object_unref (self->context);
  g_object_unref (self->persona);
  g_object_unref (self->version);
  g_free (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (dialog)) == NULL)
    return;
  lueur_toast (GTK_WIDGET (dialog), saved ? _("Brought back, as a new version") : lueur_error_text_for_error (error).sentence);
  if (saved)
    adw_dialog_close (dialog);
}

static void
on_restore (GtkButton *button, gpointer data)
{
  Version *self = data;
  g_autoptr (LueurPersona) copy = lueur_persona_copy (self->version);
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_DIALOG);

  /* How it stands with them is no part of what they were like. */
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    if (!lueur_words_is_told (i))
      lueur_persona_take_over (copy, self->persona, i);
  lueur_library_save_persona_async (lueur_context_get_library (self->context), copy, NULL, on_saved,
                                    g_object_ref (dialog));
}

static gboolean
is_now (LueurPersona *persona, LueurPersona *version)
{
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    if (lueur_words_is_told (i) && !lueur_persona_is_same (persona, version, i))
      return FALSE;
  return TRUE;
}

static GtkWidget *
make_group (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  return group;
}

AdwDialog *
lueur_version_dialog_new (LueurContext *context, LueurPersona *persona, LueurPersona *version, LueurPersona *before)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new (), *bar = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *changed = make_group (_("What Changed in This Version"));
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (lueur_context_get_clock (context));
  g_autoptr (LueurPersona) nobody = lueur_persona_new ();
  g_autofree char *day = NULL, *time = NULL;
  gint64 at;

  g_object_get (version, "updated-at", &at, NULL);
  day = lueur_format_day (at, lueur_clock_get_wall (lueur_context_get_clock (context)), zone);
  time = lueur_format_time (at, zone);
  adw_dialog_set_title (dialog, day);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (day, time));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 620);
  if (before != NULL)
    lueur_diff_fill (ADW_PREFERENCES_GROUP (changed), before, version);
  else
    {
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (changed), _("As First Made"));
      for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
        if (lueur_words_is_told (i) && !lueur_persona_is_same (nobody, version, i))
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (changed), lueur_diff_row (NULL, version, i));
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (changed));
  if (!is_now (persona, version))
    {
      GtkWidget *back = make_group (_("What Bringing It Back Would Change"));
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Bring Back"));
      Version *self = g_new0 (Version, 1);

      self->context = g_object_ref (context);
      self->persona = g_object_ref (persona);
      self->version = g_object_ref (version);
      lueur_diff_fill (ADW_PREFERENCES_GROUP (back), persona, version);
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (back));
      gtk_widget_add_css_class (button, "suggested-action");
      g_signal_connect_data (button, "clicked", G_CALLBACK (on_restore), self, version_free, G_CONNECT_DEFAULT);
      lueur_foot_button_add (ADW_TOOLBAR_VIEW (view), ADW_HEADER_BAR (bar), button, GTK_PACK_START);
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
