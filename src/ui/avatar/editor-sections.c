/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of things to choose from: figures, slots, colours, what the face rests in. */

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/model/look.h"
#include "ui/avatar/editor-private.h"
#include "ui/avatar/portrait.h"
#include "ui/avatar/swatches.h"
#include "ui/avatar/tiles.h"
#include "ui/avatar/wardrobe.h"

#define TILE_WIDTH 72
#define TILE_HEIGHT 84
/* While somebody tries one thing after the other, pictures wait until they have decided. */
#define SETTLE_MS 220

typedef struct
{
  LueurEditorChoice what;
  char *key; /* (nullable): slot or material */
  LueurTiles *tiles;
  GtkColorDialogButton *other; /* (nullable): any colour */
  LueurEditorSections *owner;
} Section;

struct _LueurEditorSections
{
  GtkBox *box;
  LueurEditorPicked picked;
  gpointer data;
  GPtrArray *sections; /* of Section */
  char *look;
  char *built_for; /* name of the figure whose rows there are */
  LueurFigure *figure;
  GCancellable *cancellable; /* of pictures under way */
  GCancellable *listing;
  GStrv figures;
  guint settle_id;
  gboolean setting;
};

/* --- Pictures on tiles ------------------------------------------------------------------------------ */

typedef struct
{
  LueurTiles *tiles;
  char *id;
  gboolean is_figure;
} Want;

static const char *
figure_title (GtkWidget *widget, const char *id)
{
  LueurFigure *figure = lueur_wardrobe_peek (lueur_wardrobe_get_for_display (gtk_widget_get_display (widget)), id);

  return figure != NULL && figure->rig != NULL ? figure->rig->name : id;
}

static void
on_portrait (GObject *source, GAsyncResult *result, gpointer data)
{
  Want *want = data;
  g_autoptr (GdkTexture) texture = lueur_avatar_render_thumbnail_finish (result, NULL);

  if (texture != NULL)
    {
      lueur_tiles_set_paintable (want->tiles, want->id, GDK_PAINTABLE (texture));
      /* Only now that its file was read does a figure have a name. */
      if (want->is_figure)
        lueur_tiles_set_name (want->tiles, want->id, figure_title (GTK_WIDGET (want->tiles), want->id));
    }
  g_object_unref (want->tiles);
  g_free (want->id);
  g_free (want);
}

static void
ask_portrait (LueurEditorSections *self, LueurTiles *tiles, const char *id, const LueurLook *look,
              LueurPortraitFocus focus, GCancellable *cancellable)
{
  g_autofree char *json = lueur_look_to_json (look);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->box));
  Want *want = g_new0 (Want, 1);

  want->tiles = g_object_ref (tiles);
  want->id = g_strdup (id);
  want->is_figure = focus == LUEUR_PORTRAIT_HEAD;
  lueur_avatar_render_thumbnail_async (gtk_widget_get_display (GTK_WIDGET (self->box)), json, LUEUR_EMOTION_NEUTRAL,
                                       TILE_WIDTH * scale, (focus != LUEUR_PORTRAIT_WHOLE ? TILE_WIDTH : TILE_HEIGHT) * scale,
                                       focus, cancellable, on_portrait, want);
}

/* What is chosen has to show: a bun is above the head, freckles are small, and of anything else nobody knows where it is. */
static LueurPortraitFocus
focus_of_slot (const char *slot)
{
  static const char *const small[] = { "beard", "brows", "earrings", "freckles", "glasses", NULL };

  if (g_strv_contains (small, slot))
    return LUEUR_PORTRAIT_FACE;
  return g_str_equal (slot, "hair") ? LUEUR_PORTRAIT_HAIR : LUEUR_PORTRAIT_WHOLE;
}

static void
ask_section (LueurEditorSections *self, const Section *section)
{
  for (guint i = 0; i < lueur_tiles_get_n_tiles (section->tiles); i++)
    {
      const char *id = lueur_tiles_get_id (section->tiles, i);

      if (section->what == LUEUR_EDITOR_FIGURE)
        {
          g_autoptr (LueurLook) look = lueur_look_new (id);
          ask_portrait (self, section->tiles, id, look, LUEUR_PORTRAIT_HEAD, self->listing);
        }
      else if (section->what == LUEUR_EDITOR_SLOT)
        {
          g_autoptr (LueurLook) look = lueur_look_parse (self->look);

          lueur_look_set_choice (look, section->key, id);
          g_clear_pointer (&look->mood, g_free);
          ask_portrait (self, section->tiles, id, look, focus_of_slot (section->key), self->cancellable);
        }
    }
}

static void
on_settled (gpointer data)
{
  LueurEditorSections *self = data;

  self->settle_id = 0;
  for (guint i = 0; i < self->sections->len; i++)
    {
      const Section *section = g_ptr_array_index (self->sections, i);

      if (section->what == LUEUR_EDITOR_SLOT)
        ask_section (self, section);
    }
}

static void
ask_portraits_soon (LueurEditorSections *self, guint ms)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add_once (ms, on_settled, self);
  g_source_set_name_by_id (self->settle_id, "[lueur] avatar editor");
}

/* --- Rows --------------------------------------------------------------------------------------------- */

static void
section_free (gpointer data)
{
  Section *section = data;

  g_signal_handlers_disconnect_by_data (section->tiles, section);
  if (section->other != NULL)
    g_signal_handlers_disconnect_by_data (section->other, section);
  gtk_box_remove (section->owner->box, GTK_WIDGET (section->tiles));
  g_free (section->key);
  g_free (section);
}

static void
on_tile_picked (LueurTiles *tiles, const char *id, Section *section)
{
  LueurEditorSections *self = section->owner;

  if (!self->setting)
    self->picked (section->what, section->key, id, self->data);
}

static Section *
add_section (LueurEditorSections *self, LueurEditorChoice what, const char *key, const char *title)
{
  Section *section = g_new0 (Section, 1);

  section->what = what;
  section->key = g_strdup (key);
  section->owner = self;
  section->tiles = LUEUR_TILES (lueur_tiles_new (title));
  gtk_box_append (self->box, GTK_WIDGET (section->tiles));
  g_signal_connect (section->tiles, "picked", G_CALLBACK (on_tile_picked), section);
  g_ptr_array_add (self->sections, section);
  return section;
}

/* (transfer full): "#rrggbb" */
static char *
hex_of (const GdkRGBA *colour)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) (colour->red * 255 + .5f), (guint) (colour->green * 255 + .5f),
                          (guint) (colour->blue * 255 + .5f));
}

static gboolean
has_colour (GStrv colours, const char *colour)
{
  for (guint i = 0; colours[i] != NULL; i++)
    if (g_ascii_strcasecmp (colours[i], colour) == 0)
      return TRUE;
  return FALSE;
}

static void
on_other_colour (GObject *button, GParamSpec *pspec, Section *section)
{
  LueurEditorSections *self = section->owner;
  const GdkRGBA *colour = gtk_color_dialog_button_get_rgba (GTK_COLOR_DIALOG_BUTTON (button));
  g_autofree char *text = NULL;

  if (self->setting)
    return;
  text = hex_of (colour);
  self->picked (section->what, section->key, text, self->data);
}

static void
add_colours (LueurEditorSections *self, const LueurRig *rig, guint material)
{
  const char *name = lueur_materials[material];
  const LueurOffer *offer = &rig->offers[material];
  g_auto (GStrv) colours = lueur_rig_dup_colours (rig, material);
  Section *section = add_section (self, LUEUR_EDITOR_COLOUR, name,
                                  offer->title != NULL ? lueur_editor_local_title (offer->title, offer->title_fr) : lueur_editor_material_title (name));
  g_autoptr (GtkColorDialog) dialog = gtk_color_dialog_new ();
  g_autofree char *drawn = hex_of (&rig->base[material]);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GdkRGBA colour;

  /* One of a row is always down, and there is a way back to what the figure was drawn with. */
  if (!has_colour (colours, drawn))
    lueur_tiles_add_colour (section->tiles, drawn, _("As drawn"), &rig->base[material]);
  for (guint i = 0; colours[i] != NULL; i++)
    if (gdk_rgba_parse (&colour, colours[i]))
      {
        g_autofree char *id = hex_of (&colour), *title = NULL;
        const char *called = lueur_swatches_get_name (name, id);
        guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (seen, called)) + 1;

        /* Two that are called alike are told apart by a number. */
        g_hash_table_insert (seen, (gpointer) called, GUINT_TO_POINTER (nth));
        title = nth > 1 ? g_strdup_printf ("%s %u", called, nth) : g_strdup (called);
        lueur_tiles_add_colour (section->tiles, id, title, &colour);
      }
  gtk_color_dialog_set_with_alpha (dialog, FALSE);
  section->other = GTK_COLOR_DIALOG_BUTTON (gtk_color_dialog_button_new (g_object_ref (dialog)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (section->other), _("Another Colour"));
  gtk_widget_set_valign (GTK_WIDGET (section->other), GTK_ALIGN_CENTER);
  gtk_color_dialog_button_set_rgba (section->other, &rig->base[material]);
  g_signal_connect (section->other, "notify::rgba", G_CALLBACK (on_other_colour), section);
  lueur_tiles_append (section->tiles, GTK_WIDGET (section->other));
}

static void
add_figures (LueurEditorSections *self)
{
  Section *section = add_section (self, LUEUR_EDITOR_FIGURE, NULL, _("Figure"));
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; self->figures != NULL && self->figures[i] != NULL; i++)
    lueur_tiles_add_face (section->tiles, self->figures[i], figure_title (GTK_WIDGET (self->box), self->figures[i]));
  g_menu_append (menu, _("A _Picture or a Pack…"), "avatar-editor.open");
  g_menu_append (menu, _("A _Folder of Pictures…"), "avatar-editor.open-folder");
  g_menu_append (menu, _("_Paste a Picture"), "avatar-editor.paste");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (more), gtk_image_new_from_icon_name ("document-open-symbolic"));
  gtk_widget_set_tooltip_text (more, _("A Picture of Your Own…"));
  gtk_widget_add_css_class (more, "lueur-own-tile");
  lueur_tiles_append (section->tiles, more);
  ask_section (self, section);
}

static void
add_moods (LueurEditorSections *self)
{
  static const struct
  {
    LueurRestingMood mood;
    const char *title;
  } moods[] = {
    /* Translators: what a face looks like at rest */
    { LUEUR_RESTING_PLAIN, N_("Even") },     { LUEUR_RESTING_SERENE, N_("Serene") },
    { LUEUR_RESTING_CHEERFUL, N_("Cheerful") }, { LUEUR_RESTING_SHY, N_("Shy") },
    { LUEUR_RESTING_GRAVE, N_("Grave") },    { LUEUR_RESTING_MISCHIEVOUS, N_("Mischievous") },
    { LUEUR_RESTING_DREAMY, N_("Dreamy") },
  };
  Section *section = add_section (self, LUEUR_EDITOR_MOOD, NULL, _("At Rest"));

  for (guint i = 0; i < G_N_ELEMENTS (moods); i++)
    lueur_tiles_add_words (section->tiles, lueur_resting_mood_get_name (moods[i].mood), _(moods[i].title));
}

static void
build (LueurEditorSections *self)
{
  const LueurRig *rig = self->figure != NULL ? self->figure->rig : NULL;

  g_ptr_array_set_size (self->sections, 0);
  add_figures (self);
  for (guint s = 0; rig != NULL && s < rig->slots->len; s++)
    {
      const LueurSlot *slot = &g_array_index (rig->slots, LueurSlot, s);
      g_autofree char *title = lueur_editor_slot_title (slot);
      Section *section;

      if (slot->choices->len < 2)
        continue;
      section = add_section (self, LUEUR_EDITOR_SLOT, slot->id, title);
      for (guint c = 0; c < slot->choices->len; c++)
        {
          const LueurChoice *choice = &g_array_index (slot->choices, LueurChoice, c);
          const char *name = g_str_equal (choice->id, "none") ? _("None") : lueur_editor_local_title (choice->title, choice->title_fr);

          lueur_tiles_add_picture (section->tiles, choice->id, name, TILE_WIDTH,
                                   focus_of_slot (slot->id) == LUEUR_PORTRAIT_WHOLE ? TILE_HEIGHT : TILE_WIDTH);
        }
    }
  for (guint m = 0; rig != NULL && lueur_materials[m] != NULL; m++)
    if (rig->materials & (1u << m))
      add_colours (self, rig, m);
  if (rig != NULL)
    add_moods (self);
}

static void
select_all (LueurEditorSections *self)
{
  g_autoptr (LueurLook) look = lueur_look_parse (self->look);
  const LueurRig *rig = self->figure != NULL ? self->figure->rig : NULL;

  self->setting = TRUE;
  for (guint i = 0; i < self->sections->len; i++)
    {
      const Section *section = g_ptr_array_index (self->sections, i);
      const char *value = NULL;
      g_autofree char *own = NULL;
      GdkRGBA colour;

      switch (section->what)
        {
        case LUEUR_EDITOR_FIGURE:
          value = look->rig;
          break;
        case LUEUR_EDITOR_SLOT:
          {
            int at = lueur_rig_find_slot (rig, section->key);
            const LueurSlot *slot = &g_array_index (rig->slots, LueurSlot, at);

            value = lueur_look_get_choice (look, section->key);
            if (value == NULL || lueur_slot_find_choice (slot, value) < 0)
              value = g_array_index (slot->choices, LueurChoice, slot->standard).id;
            break;
          }
        case LUEUR_EDITOR_COLOUR:
          value = lueur_look_get_colour (look, section->key);
          if (value != NULL && gdk_rgba_parse (&colour, value))
            value = own = hex_of (&colour); /* as tiles are called, whoever wrote it */
          for (guint m = 0; value == NULL && lueur_materials[m] != NULL; m++)
            if (strcmp (lueur_materials[m], section->key) == 0)
              value = own = hex_of (&rig->base[m]);
          if (value != NULL && gdk_rgba_parse (&colour, value))
            gtk_color_dialog_button_set_rgba (section->other, &colour);
          break;
        case LUEUR_EDITOR_MOOD:
          value = lueur_resting_mood_get_name (lueur_resting_mood_from_name (look->mood));
          break;
        }
      lueur_tiles_set_selected (section->tiles, value);
    }
  self->setting = FALSE;
}

/* --- Public --------------------------------------------------------------------------------------------- */

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  LueurEditorSections *self;
  g_autoptr (GError) error = NULL;
  GStrv names = lueur_wardrobe_list_finish (LUEUR_WARDROBE (source), result, &error);

  if (names == NULL)
    return;
  self = data;
  g_strfreev (self->figures);
  self->figures = names;
  if (self->look != NULL)
    {
      g_clear_pointer (&self->built_for, g_free);
      lueur_editor_sections_show (self, self->figure, self->look);
    }
}

LueurEditorSections *
lueur_editor_sections_new (GtkBox *box, LueurEditorPicked picked, gpointer data)
{
  LueurEditorSections *self = g_new0 (LueurEditorSections, 1);

  self->box = box;
  self->picked = picked;
  self->data = data;
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->cancellable = g_cancellable_new ();
  self->listing = g_cancellable_new ();
  lueur_wardrobe_list_async (lueur_wardrobe_get_for_display (gtk_widget_get_display (GTK_WIDGET (box))), self->listing,
                             on_listed, self);
  return self;
}

void
lueur_editor_sections_free (LueurEditorSections *self)
{
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->listing);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_ptr_array_unref (self->sections);
  g_object_unref (self->cancellable);
  g_object_unref (self->listing);
  g_clear_pointer (&self->figure, lueur_figure_unref);
  g_strfreev (self->figures);
  g_free (self->look);
  g_free (self->built_for);
  g_free (self);
}

void
lueur_editor_sections_show (LueurEditorSections *self, LueurFigure *figure, const char *json)
{
  g_autoptr (LueurLook) look = lueur_look_parse (json);
  gboolean rebuild = g_strcmp0 (self->built_for, look->rig) != 0;

  if (figure != NULL)
    lueur_figure_ref (figure);
  g_clear_pointer (&self->figure, lueur_figure_unref);
  self->figure = figure;
  g_set_str (&self->look, json);
  if (rebuild)
    {
      g_set_str (&self->built_for, look->rig);
      build (self);
    }
  select_all (self);
  /* Tiles that were just made have nothing to show yet. */
  ask_portraits_soon (self, rebuild ? 0 : SETTLE_MS);
}

void
lueur_editor_sections_add_figure (LueurEditorSections *self, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (self->figures != NULL && g_strv_contains ((const char *const *) self->figures, name))
    return;
  if (self->figures != NULL)
    g_strv_builder_addv (builder, (const char **) self->figures);
  g_strv_builder_add (builder, name);
  g_strfreev (self->figures);
  self->figures = g_strv_builder_end (builder);
  g_clear_pointer (&self->built_for, g_free);
}
