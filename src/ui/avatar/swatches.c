/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The colours that the editor offers. Skin: ten tones in about even steps of lightness along the line
 * that human skin follows (hue 50° to 65°, most chroma in the middle), from very deep to very pale.
 */

#include "ui/avatar/swatches.h"

#include <gdk/gdk.h>
#include <glib/gi18n.h>
#include <string.h>

static const LueurSwatch skin[] = {
  { "#fbe3d3", N_("Porcelain") }, { "#f3cfb6", N_("Ivory") },   { "#e8b48f", N_("Sand") },   { "#d9a07a", N_("Honey") },
  { "#c58a60", N_("Almond") },    { "#ab7148", N_("Caramel") }, { "#8d5a3c", N_("Chestnut") }, { "#70452f", N_("Cocoa") },
  { "#563425", N_("Espresso") },  { "#3e261d", N_("Ebony") },   { NULL, NULL },
};

static const LueurSwatch hair[] = {
  { "#1f1a1c", N_("Black") },  { "#3a2820", N_("Dark brown") }, { "#5b3a26", N_("Brown") },  { "#8a5a34", N_("Light brown") },
  { "#a8452a", N_("Red") },    { "#c98a3d", N_("Dark blond") }, { "#e6c27a", N_("Blond") },  { "#8f8a8c", N_("Grey") },
  { "#e8e4e2", N_("White") },  { "#4a5fae", N_("Blue") },       { "#b8508a", N_("Pink") },   { "#3f7d6e", N_("Green") },
  { NULL, NULL },
};

static const LueurSwatch eyes[] = {
  { "#3a2418", N_("Dark brown") }, { "#6b4423", N_("Brown") }, { "#9a6a2f", N_("Amber") }, { "#6f7a3a", N_("Hazel") },
  { "#4d7a6b", N_("Green") },      { "#4a7fa8", N_("Blue") },  { "#7d93a3", N_("Grey") },  { "#6a5a9a", N_("Violet") },
  { NULL, NULL },
};

static const LueurSwatch clothes[] = {
  { "#3f5f8a", N_("Blue") },     { "#2f3a4a", N_("Night") },   { "#5a7d63", N_("Sage") },   { "#2f6f6a", N_("Teal") },
  { "#8a3f4a", N_("Burgundy") }, { "#c76a4a", N_("Terracotta") }, { "#d9a441", N_("Ochre") }, { "#7a5a8f", N_("Plum") },
  { "#d7c9b8", N_("Cream") },    { "#4a4a50", N_("Charcoal") }, { "#e39aa6", N_("Rose") },  { "#f2efe9", N_("White") },
  { NULL, NULL },
};

static const LueurSwatch accent[] = {
  { "#d2a84a", N_("Gold") },  { "#b9bcc4", N_("Silver") }, { "#c98a6a", N_("Rose gold") }, { "#3a3336", N_("Black") },
  { "#7a4a2f", N_("Tortoise") }, { "#a8323f", N_("Red") }, { "#3f6fa8", N_("Blue") },      { "#4a8f7a", N_("Jade") },
  { NULL, NULL },
};

static const LueurSwatch lips[] = {
  { "#c9776b", N_("Natural") }, { "#d98f86", N_("Pale rose") }, { "#b0524f", N_("Rosewood") }, { "#a8323f", N_("Red") },
  { "#8a3a52", N_("Berry") },   { "#7a4a3a", N_("Brown") },     { "#5c3030", N_("Dark") },     { NULL, NULL },
};

static const LueurSwatch nothing[] = { { NULL, NULL } };

static const struct
{
  const char *material;
  const LueurSwatch *swatches;
} lists[] = {
  { "skin", skin },     { "hair", hair },       { "eyes", eyes }, { "outfit", clothes },
  { "outfit2", clothes }, { "accent", accent }, { "lips", lips },
};

const LueurSwatch *
lueur_swatches_get (const char *material)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].material, material) == 0)
      return lists[i].swatches;
  return nothing;
}

/* What a colour that somebody else chose is called: as the one of ours that it is nearest to. Of skin and hair no name is
 * taken, for it may be a fox's fur. */
static const char *
nearest_name (const char *colour)
{
  static const LueurSwatch *const named[] = { clothes, accent, eyes };
  const char *best = NULL;
  float least = G_MAXFLOAT;
  GdkRGBA wanted;

  if (!gdk_rgba_parse (&wanted, colour))
    return colour;
  for (guint l = 0; l < G_N_ELEMENTS (named); l++)
    for (guint i = 0; named[l][i].colour != NULL; i++)
      {
        float r, g, b, far;
        GdkRGBA own;

        gdk_rgba_parse (&own, named[l][i].colour);
        r = own.red - wanted.red;
        g = own.green - wanted.green;
        b = own.blue - wanted.blue;
        far = 0.3f * r * r + 0.5f * g * g + 0.2f * b * b;
        if (far < least)
          {
            least = far;
            best = named[l][i].name;
          }
      }
  return _(best);
}

const char *
lueur_swatches_get_name (const char *material, const char *colour)
{
  const LueurSwatch *swatches = lueur_swatches_get (material);

  for (guint i = 0; swatches[i].colour != NULL; i++)
    if (g_ascii_strcasecmp (swatches[i].colour, colour) == 0)
      return _(swatches[i].name);
  return nearest_name (colour);
}
