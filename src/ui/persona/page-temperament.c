/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chips, five sliders and own words. */

#include "ui/persona/pages.h"

#include <glib/gi18n.h>

#include "ui/persona/text-row.h"

struct _LueurPageTemperament
{
  LueurWizardPage parent_instance;

  AdwWrapBox *chips;
  GtkListBox *sliders;
  GtkRange *scales[LUEUR_N_TRAITS];
};

G_DEFINE_FINAL_TYPE (LueurPageTemperament, lueur_page_temperament, LUEUR_TYPE_WIZARD_PAGE)

/* The word is kept with the persona and put into its own language by the composer (core/chat/persona-words.c). */
static const struct
{
  const char *word;
  const char *label;
} chips[] = {
  { "curious", N_("Curious") },         { "calm", N_("Calm") },               { "funny", N_("Funny") },
  { "frank", N_("Frank") },             { "dreamy", N_("Dreamy") },           { "cultured", N_("Cultured") },
  { "patient", N_("Patient") },         { "attentive", N_("Attentive") },     { "energetic", N_("Energetic") },
  { "tender", N_("Tender") },           { "ironic", N_("Ironic") },           { "lighthearted", N_("Light-hearted") },
  { "organised", N_("Organised") },     { "creative", N_("Creative") },       { "optimistic", N_("Optimistic") },
  { "shy", N_("Shy") },                 { "adventurous", N_("Adventurous") }, { "thoughtful", N_("Thoughtful") },
  { "mischievous", N_("Mischievous") }, { "spontaneous", N_("Spontaneous") }, { "sensitive", N_("Sensitive") },
  { "loyal", N_("Loyal") },             { "passionate", N_("Passionate") },   { "wise", N_("Wise") },
};

static const struct
{
  const char *low;
  const char *high;
  const char *name;
} traits[LUEUR_N_TRAITS] = {
  [LUEUR_TRAIT_GENTLE_TEASING] = { N_("Gentle"), N_("Teasing"), N_("From Gentle to Teasing") },
  [LUEUR_TRAIT_PLAYFUL_SERIOUS] = { N_("Playful"), N_("Serious"), N_("From Playful to Serious") },
  [LUEUR_TRAIT_TALKATIVE_QUIET] = { N_("Talkative"), N_("Quiet"), N_("From Talkative to Quiet") },
  [LUEUR_TRAIT_CANDID_DIPLOMATIC] = { N_("Candid"), N_("Diplomatic"), N_("From Candid to Diplomatic") },
  [LUEUR_TRAIT_WARM_RESERVED] = { N_("Warm"), N_("Reserved"), N_("From Warm to Reserved") },
};

static void
on_chip_toggled (GtkToggleButton *chip, LueurPageTemperament *self)
{
  LueurPersona *persona = lueur_wizard_page_get_persona (LUEUR_WIZARD_PAGE (self));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) old = NULL;
  g_auto (GStrv) picked = NULL;
  const char *word = g_object_get_data (G_OBJECT (chip), "word");

  g_object_get (persona, "chips", &old, NULL);
  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    if (g_strcmp0 (old[i], word) != 0)
      g_strv_builder_add (builder, old[i]);
  if (gtk_toggle_button_get_active (chip))
    g_strv_builder_add (builder, word);
  picked = g_strv_builder_end (builder);
  g_object_set (persona, "chips", picked, NULL);
}

static void
add_chips (LueurPageTemperament *self, LueurPersona *persona)
{
  g_auto (GStrv) picked = NULL;

  g_object_get (persona, "chips", &picked, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label (_(chips[i].label));

      g_object_set_data (G_OBJECT (chip), "word", (gpointer) chips[i].word);
      gtk_button_set_can_shrink (GTK_BUTTON (chip), TRUE);
      gtk_widget_add_css_class (chip, "chip");
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                    picked != NULL && g_strv_contains ((const char *const *) picked, chips[i].word));
      g_signal_connect (chip, "toggled", G_CALLBACK (on_chip_toggled), self);
      adw_wrap_box_append (self->chips, chip);
    }
}

static void
on_trait_changed (GtkRange *scale, LueurPageTemperament *self)
{
  LueurPersona *persona = lueur_wizard_page_get_persona (LUEUR_WIZARD_PAGE (self));
  LueurTrait trait = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (scale), "trait"));

  lueur_persona_set_trait (persona, trait, gtk_range_get_value (scale));
}

static GtkWidget *
make_end (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* In large text, one long word may be wider than its half. */
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_sliders (LueurPageTemperament *self, LueurPersona *persona)
{
  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, -1, 1, 0.1);

      self->scales[i] = GTK_RANGE (scale);
      /* Two ends and a middle: nothing is “more”, so nothing fills up from the left. */
      gtk_scale_set_has_origin (GTK_SCALE (scale), FALSE);
      gtk_widget_set_hexpand (scale, TRUE);
      gtk_range_set_value (GTK_RANGE (scale), lueur_persona_get_trait (persona, i));
      gtk_scale_add_mark (GTK_SCALE (scale), 0, GTK_POS_BOTTOM, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _(traits[i].name), -1);
      g_object_set_data (G_OBJECT (scale), "trait", GUINT_TO_POINTER (i));
      g_signal_connect (scale, "value-changed", G_CALLBACK (on_trait_changed), self);

      gtk_widget_set_margin_top (box, 6);
      gtk_widget_set_margin_bottom (box, 6);
      gtk_widget_set_margin_start (box, 12);
      gtk_widget_set_margin_end (box, 12);
      gtk_box_append (GTK_BOX (ends), make_end (_(traits[i].low), 0));
      gtk_box_append (GTK_BOX (ends), make_end (_(traits[i].high), 1));
      gtk_box_append (GTK_BOX (box), ends);
      gtk_box_append (GTK_BOX (box), scale);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (self->sliders, row);
    }
}

/* What is changed elsewhere, by a sentence that was read, shows here. */
static void
on_chips (LueurPageTemperament *self)
{
  const char *const *picked = lueur_persona_get_chips (lueur_wizard_page_get_persona (LUEUR_WIZARD_PAGE (self)));

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                  g_strv_contains (picked, g_object_get_data (G_OBJECT (chip), "word")));
}

static void
on_traits (LueurPageTemperament *self)
{
  LueurPersona *persona = lueur_wizard_page_get_persona (LUEUR_WIZARD_PAGE (self));

  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    gtk_range_set_value (self->scales[i], lueur_persona_get_trait (persona, i));
}

static void
lueur_page_temperament_bind (LueurWizardPage *page, LueurPersona *persona)
{
  LueurPageTemperament *self = LUEUR_PAGE_TEMPERAMENT (page);

  add_chips (self, persona);
  add_sliders (self, persona);
  g_signal_connect_object (persona, "notify::chips", G_CALLBACK (on_chips), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (persona, "notify::traits", G_CALLBACK (on_traits), self, G_CONNECT_SWAPPED);
}

static void
lueur_page_temperament_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_PAGE_TEMPERAMENT);

  G_OBJECT_CLASS (lueur_page_temperament_parent_class)->dispose (object);
}

static void
lueur_page_temperament_class_init (LueurPageTemperamentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_page_temperament_dispose;
  LUEUR_WIZARD_PAGE_CLASS (klass)->bind = lueur_page_temperament_bind;

  g_type_ensure (LUEUR_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/page-temperament.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurPageTemperament, chips);
  gtk_widget_class_bind_template_child (widget_class, LueurPageTemperament, sliders);
}

static void
lueur_page_temperament_init (LueurPageTemperament *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
