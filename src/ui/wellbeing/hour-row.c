/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/hour-row.h"

#include <math.h>

#include "ui/wellbeing/words.h"

static GtkWidget *
find_spin_button (GtkWidget *widget)
{
  if (GTK_IS_SPIN_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_spin_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
on_output (AdwSpinRow *row)
{
  GtkWidget *button = find_spin_button (GTK_WIDGET (row));
  g_autofree char *text = lueur_words_hour ((guint) lround (adw_spin_row_get_value (row)));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  return TRUE;
}

/* An hour of the morning that cannot be meant is one of the evening, and the other way round. */
static int
on_input (AdwSpinRow *row, double *hour)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (row);
  double low = gtk_adjustment_get_lower (adjustment), high = gtk_adjustment_get_upper (adjustment);
  char *end;

  while (g_ascii_isspace (*text))
    text++;
  *hour = (double) g_ascii_strtoull (text, &end, 10);
  /* What is no hour changes nothing, and goes again. */
  if (end == text || *hour > 24)
    {
      *hour = adw_spin_row_get_value (row);
      return TRUE;
    }
  if (*hour < low && *hour + 12 <= high)
    *hour += 12;
  else if (*hour > high && *hour - 12 >= low)
    *hour -= 12;
  *hour = CLAMP (*hour, low, high);
  return TRUE;
}

void
lueur_hour_row_install (AdwSpinRow *row)
{
  adw_spin_row_set_numeric (row, FALSE);
  g_signal_connect (row, "output", G_CALLBACK (on_output), NULL);
  g_signal_connect (row, "input", G_CALLBACK (on_input), NULL);
  adw_spin_row_update (row);
}
