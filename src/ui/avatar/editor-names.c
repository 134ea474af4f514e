/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What slots, choices and materials are called. */

#include <glib/gi18n.h>
#include <string.h>

#include "ui/avatar/editor-private.h"

static gboolean
speaks_french (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "fr");
}

const char *
lueur_editor_local_title (const char *title, const char *title_fr)
{
  return title_fr != NULL && speaks_french () ? title_fr : title;
}

char *
lueur_editor_slot_title (const LueurSlot *slot)
{
  static const struct
  {
    const char *id, *title;
  } known[] = {
    { "hair", N_("Hair") },         { "outfit", N_("Clothes") },    { "glasses", N_("Glasses") },
    { "beard", N_("Beard") },       { "freckles", N_("Freckles") }, { "earrings", N_("Earrings") },
    { "accessory", N_("Accessory") }, { "brows", N_("Eyebrows") },  { "backdrop", N_("Backdrop") },
    { "around", N_("Around") },     { "flame", N_("Shape") },       { "scarf", N_("Scarf") },
  };

  if (slot->title_fr != NULL && speaks_french ())
    return g_strdup (slot->title_fr);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].id, slot->id) == 0)
      return g_strdup (_(known[i].title));
  return g_strdup (slot->title);
}

const char *
lueur_editor_material_title (const char *material)
{
  static const struct
  {
    const char *id, *title;
  } known[] = {
    { "skin", N_("Skin") },
    { "hair", N_("Hair Colour") },
    { "eyes", N_("Eyes") },
    { "outfit", N_("Colour of the Clothes") },
    { "outfit2", N_("Second Colour of the Clothes") },
    { "accent", N_("Jewellery and Glasses") },
    { "lips", N_("Lips") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].id, material) == 0)
      return _(known[i].title);
  return material;
}
