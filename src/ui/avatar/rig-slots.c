/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a rig can be chosen: slots and their choices, palettes, the colours that it offers. */

#include <glib/gi18n.h>
#include <string.h>

#include "ui/avatar/rig-private.h"

static char *
title_of (const char *id)
{
  char *title = g_strdup (id);

  for (char *p = title; *p != '\0'; p++)
    if (*p == '-' || *p == '_')
      *p = ' ';
  *title = g_ascii_toupper (*title);
  return title;
}

static int
find_or_add_slot (LueurRig *self, const char *id)
{
  int found = lueur_rig_find_slot (self, id);
  LueurSlot slot = { 0 };

  if (found >= 0)
    return found;
  slot.id = g_strdup (id);
  slot.title = title_of (id);
  slot.choices = g_array_new (FALSE, TRUE, sizeof (LueurChoice));
  g_array_append_val (self->slots, slot);
  return (int) self->slots->len - 1;
}

static int
find_or_add_choice (LueurSlot *slot, const char *id)
{
  int found = lueur_slot_find_choice (slot, id);
  LueurChoice choice = { 0 };

  if (found >= 0)
    return found;
  choice.id = g_strdup (id);
  choice.title = title_of (id);
  g_array_append_val (slot->choices, choice);
  return (int) slot->choices->len - 1;
}

void
lueur_rig_read_slot (LueurRig *self, LueurPart *part, const LueurNode *node)
{
  const char *slot_id = lueur_node_get (node, "lueur:slot"), *choice_id = lueur_node_get (node, "lueur:choice");
  const char *title = lueur_node_get (node, "lueur:title"), *title_fr = lueur_node_get (node, "lueur:title-fr");
  LueurSlot *slot;
  LueurChoice *choice;

  if (slot_id == NULL)
    return;
  if (choice_id == NULL || *choice_id == '\0' || self->slots->len > 32)
    {
      lueur_rig_warn (self, _("Part “%s” names a slot but no choice."), part->name);
      return;
    }
  part->slot = find_or_add_slot (self, slot_id);
  slot = &g_array_index (self->slots, LueurSlot, part->slot);
  part->choice = find_or_add_choice (slot, choice_id);
  choice = &g_array_index (slot->choices, LueurChoice, part->choice);
  if (title != NULL)
    g_set_str (&choice->title, title);
  if (title_fr != NULL)
    g_set_str (&choice->title_fr, title_fr);
}

/* "a:b; c:d" from the root: what is worn, and which colours, unless a look says otherwise. */
void
lueur_rig_read_choices (LueurRig *self, const char *text)
{
  g_auto (GStrv) entries = text != NULL ? g_strsplit (text, ";", 40) : NULL;

  for (guint i = 0; entries != NULL && entries[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (entries[i], ":", 2);
      int at;
      LueurSlot *slot;

      if (halves[0] == NULL || halves[1] == NULL)
        continue;
      at = lueur_rig_find_slot (self, g_strstrip (halves[0]));
      g_strstrip (halves[1]);
      if (at < 0)
        {
          if (strcmp (halves[1], "none") != 0)
            lueur_rig_warn (self, _("“lueur:choices” names the slot “%s”, which no part has."), halves[0]);
          continue;
        }
      slot = &g_array_index (self->slots, LueurSlot, at);
      slot->standard = lueur_slot_find_choice (slot, halves[1]);
      if (slot->standard < 0 && strcmp (halves[1], "none") != 0)
        lueur_rig_warn (self, _("“lueur:choices” names “%s” for “%s”, which no part is."), halves[1], halves[0]);
    }
}

/* Slots that one can do without get "none" as their first choice. */
void
lueur_rig_finish_slots (LueurRig *self, const char *optional)
{
  g_auto (GStrv) names = g_strsplit_set (optional != NULL ? optional : "", " ,;", -1);

  for (guint s = 0; s < self->slots->len; s++)
    {
      LueurSlot *slot = &g_array_index (self->slots, LueurSlot, s);
      gboolean without = slot->standard < 0 || g_strv_contains ((const char *const *) names, slot->id);
      LueurChoice none = { 0 };

      if (!without || lueur_slot_find_choice (slot, "none") >= 0)
        {
          slot->standard = MAX (slot->standard, 0);
          continue;
        }
      none.id = g_strdup ("none");
      none.title = g_strdup ("None");
      none.title_fr = g_strdup ("Aucun");
      g_array_prepend_val (slot->choices, none);
      slot->standard++;
      for (guint p = 0; p < self->n_parts; p++)
        if (self->parts[p].slot == (int) s)
          self->parts[p].choice++;
    }
}

void
lueur_rig_read_palette (LueurRig *self, const char *text)
{
  g_auto (GStrv) entries = text != NULL ? g_strsplit (text, ";", 16) : NULL;

  for (guint i = 0; entries != NULL && entries[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (entries[i], ":", 2);
      GdkRGBA colour;

      if (halves[0] == NULL || halves[1] == NULL)
        continue;
      for (guint m = 0; lueur_materials[m] != NULL; m++)
        if (strcmp (g_strstrip (halves[0]), lueur_materials[m]) == 0 && gdk_rgba_parse (&colour, g_strstrip (halves[1])))
          {
            self->base[m] = colour;
            self->materials |= 1u << m;
          }
    }
}

void
lueur_rig_read_slot_titles (LueurRig *self, const LueurNode *node)
{
  int at;

  if (strcmp (node->name, "lueur:slot") == 0 && lueur_node_get (node, "name") != NULL &&
      (at = lueur_rig_find_slot (self, lueur_node_get (node, "name"))) >= 0)
    {
      LueurSlot *slot = &g_array_index (self->slots, LueurSlot, at);

      if (lueur_node_get (node, "title") != NULL)
        g_set_str (&slot->title, lueur_node_get (node, "title"));
      if (lueur_node_get (node, "title-fr") != NULL)
        g_set_str (&slot->title_fr, lueur_node_get (node, "title-fr"));
    }
}

void
lueur_rig_read_offer (LueurRig *self, const LueurNode *node)
{
  const char *name = lueur_node_get (node, "material"), *values = lueur_node_get (node, "values");

  for (guint m = 0; name != NULL && lueur_materials[m] != NULL; m++)
    if (strcmp (lueur_materials[m], name) == 0)
      {
        LueurOffer *offer = &self->offers[m];
        g_auto (GStrv) words = g_strsplit_set (values != NULL ? values : "", " ,;\n\t", 64);
        g_autoptr (GStrvBuilder) colours = g_strv_builder_new ();
        guint n = 0;

        for (guint i = 0; words[i] != NULL; i++)
          {
            GdkRGBA colour;

            if (*words[i] == '\0')
              continue;
            if (strlen (words[i]) != 7 || *words[i] != '#' || !gdk_rgba_parse (&colour, words[i]))
              lueur_rig_warn (self, _("“%s” is no colour of the form #rrggbb."), words[i]);
            else if (n++ < 24)
              g_strv_builder_add (colours, words[i]);
          }
        g_set_str (&offer->title, lueur_node_get (node, "title"));
        g_set_str (&offer->title_fr, lueur_node_get (node, "title-fr"));
        g_clear_pointer (&offer->colours, g_strfreev);
        if (n > 0)
          offer->colours = g_strv_builder_end (colours);
      }
}
