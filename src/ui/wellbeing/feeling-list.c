/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/feeling-list.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/wellbeing/people/feeling-words.h"
#include "ui/wellbeing/wheel.h"

/* --- The colour of a family: what its place on the wheel has ------------------------------------- */

#define FEELING_TYPE_SWATCH (feeling_swatch_get_type ())
G_DECLARE_FINAL_TYPE (FeelingSwatch, feeling_swatch, FEELING, SWATCH, GtkWidget)

struct _FeelingSwatch
{
  GtkWidget parent_instance;
  guint family;
};

G_DEFINE_FINAL_TYPE (FeelingSwatch, feeling_swatch, GTK_TYPE_WIDGET)

static void
feeling_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), size = MIN (width, height);
  GskRoundedRect circle;
  GdkRGBA hue, ink;

  lueur_wheel_get_hue (FEELING_SWATCH (widget)->family, &hue);
  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT ((width - size) / 2, (height - size) / 2, size, size), size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &hue, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    return;
  gtk_widget_get_color (widget, &ink);
  gtk_snapshot_append_border (snapshot, &circle, (float[]){ 1, 1, 1, 1 }, (GdkRGBA[]){ ink, ink, ink, ink });
}

static void
feeling_swatch_class_init (FeelingSwatchClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = feeling_swatch_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "swatch");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
feeling_swatch_init (FeelingSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* --- The list ----------------------------------------------------------------------------------- */

struct _LueurFeelingList
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *families[LUEUR_N_FAMILIES];
  GtkWidget *rows[LUEUR_N_FEELING_WORDS];
  GtkWidget *checks[LUEUR_N_FEELING_WORDS];
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurFeelingList, lueur_feeling_list, ADW_TYPE_PREFERENCES_GROUP)

static const char *
name_of (guint index)
{
  return lueur_feeling_word_get_name (lueur_feeling_words_get (index), lueur_language_get_default ());
}

/* What it is a shade of, and whether it is chosen: both are seen by where it stands and by its check. */
static void
tell (LueurFeelingList *self, guint index, gboolean chosen)
{
  const LueurFeelingWord *word = lueur_feeling_words_get (index);
  const char *of = word->ring > 0 ? name_of (word->parent) : NULL;
  /* Translators: of a word in a list: %s is the feeling it is a shade of, and the word is the one that was chosen */
  g_autofree char *both = of != NULL && chosen ? g_strdup_printf (_("%s, chosen"), of) : NULL;
  const char *text = both != NULL ? both : chosen ? _("Chosen") : of != NULL ? of : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[index]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_visible (self->checks[index], chosen);
}

static void
on_activated (AdwActionRow *row, LueurFeelingList *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "lueur-word"));

  g_signal_emit (self, signals[CHOSEN], 0, lueur_feeling_words_get (index)->id);
}

static void
add_word (LueurFeelingList *self, AdwExpanderRow *family, guint index)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  self->rows[index] = row;
  self->checks[index] = check;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name_of (index));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  if (lueur_feeling_words_get (index)->ring == 2)
    gtk_widget_add_css_class (row, "shade");
  g_object_set_data (G_OBJECT (row), "lueur-word", GUINT_TO_POINTER (index));
  g_signal_connect (row, "activated", G_CALLBACK (on_activated), self);
  adw_expander_row_add_row (family, row);
  tell (self, index, FALSE);
}

/* A word, and after it whatever is a shade of it. */
static void
add_words (LueurFeelingList *self, AdwExpanderRow *family, guint index)
{
  guint ring = lueur_feeling_words_get (index)->ring, n, first;

  add_word (self, family, index);
  if (ring + 1 >= LUEUR_FEELING_RINGS)
    return;
  first = lueur_feeling_words_get_ring (ring + 1, &n);
  for (guint i = first; i < first + n; i++)
    if (lueur_feeling_words_get (i)->parent == index)
      add_words (self, family, i);
}

static void
lueur_feeling_list_class_init (LueurFeelingListClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", LUEUR_TYPE_FEELING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
lueur_feeling_list_init (LueurFeelingList *self)
{
  for (guint i = 0; i < LUEUR_N_FAMILIES; i++)
    {
      GtkWidget *row = adw_expander_row_new (), *swatch = g_object_new (FEELING_TYPE_SWATCH, NULL);

      FEELING_SWATCH (swatch)->family = i;
      self->families[i] = ADW_EXPANDER_ROW (row);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name_of (i));
      adw_expander_row_add_prefix (self->families[i], swatch);
      add_words (self, self->families[i], i);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

GtkWidget *
lueur_feeling_list_new (void)
{
  return g_object_new (LUEUR_TYPE_FEELING_LIST, NULL);
}

void
lueur_feeling_list_set_chosen (LueurFeelingList *self, const char *id)
{
  for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
    {
      gboolean chosen = g_strcmp0 (lueur_feeling_words_get (i)->id, id) == 0;
      guint family = i;

      tell (self, i, chosen);
      if (!chosen)
        continue;
      while (lueur_feeling_words_get (family)->ring > 0)
        family = lueur_feeling_words_get (family)->parent;
      adw_expander_row_set_expanded (self->families[family], TRUE);
    }
}
