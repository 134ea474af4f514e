/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wrapping.h"

/* What holds labels that end in an ellipsis of their own accord, and has no property for it. */
static gboolean
is_holder (GtkWidget *widget)
{
  return ADW_IS_WINDOW_TITLE (widget) || ADW_IS_HEADER_BAR (widget) || ADW_IS_BUTTON_ROW (widget) || GTK_IS_BUTTON (widget) ||
         ADW_IS_TOGGLE_GROUP (widget) || ADW_IS_PREFERENCES_GROUP (widget) ||
         g_str_equal (gtk_widget_get_css_name (widget), "toast");
}

/* Names of any length, and what was said in a list, stay in the line that their place has. */
static gboolean
may_wrap (GtkWidget *label)
{
  for (GtkWidget *up = label; up != NULL; up = gtk_widget_get_parent (up))
    {
      if (gtk_widget_has_css_class (up, "any-length") || GTK_IS_TEXT (up))
        return FALSE;
      if (is_holder (up))
        return TRUE;
      /* What stands in a row of a group is the row's. */
      if (ADW_IS_PREFERENCES_ROW (up))
        return FALSE;
    }
  return FALSE;
}

/* Rows whose other end can give way. */
static gboolean
stays_whole (GtkWidget *label)
{
  GtkWidget *row = gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW);

  return row != NULL && gtk_widget_has_css_class (row, "whole-words");
}

/* Pango breaks a word that is too long where it likes, and puts a hyphen there: “compagn-on” is no French. */
static void
take_hyphens_off (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
}

static void
wrap (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);

  gtk_label_set_single_line_mode (label, FALSE);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_width_chars (label, -1);
  /* As narrow as with an ellipsis, and as wide as without where there is room. */
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL || gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL ||
      gtk_widget_get_ancestor (widget, ADW_TYPE_TOGGLE_GROUP) != NULL)
    gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

void
lueur_wrapping_apply (GtkLabel *label)
{
  if (!gtk_label_get_wrap (label) && gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_END && may_wrap (GTK_WIDGET (label)))
    wrap (label);
  if (gtk_label_get_wrap (label) && stays_whole (GTK_WIDGET (label)))
    gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
  else if (gtk_label_get_wrap (label) && gtk_label_get_wrap_mode (label) != PANGO_WRAP_WORD && gtk_label_get_attributes (label) == NULL)
    take_hyphens_off (label);
}

static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *widget = g_value_get_object (values);

  if (GTK_IS_LABEL (widget))
    lueur_wrapping_apply (GTK_LABEL (widget));
  return G_SOURCE_CONTINUE;
}

void
lueur_wrapping_start (void)
{
  /* The labels are libadwaita’s own, made whenever a row or a page is: there is no other place where all of them come by. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
