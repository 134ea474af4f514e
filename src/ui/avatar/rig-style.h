/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "ui/avatar/rig-document.h"

G_BEGIN_DECLS

/**
 * LueurStyleSheet:
 *
 * The rules of a rig's own <style>, as far as morphs need them: selectors of one element, by its name,
 * classes and id. Pictures get the full cascade from the drawing library.
 */
typedef struct _LueurStyleSheet LueurStyleSheet;

LueurStyleSheet *lueur_style_sheet_new (const LueurRigDocument *document);
void             lueur_style_sheet_free (LueurStyleSheet *self);

/* The value of a property on @node: style attribute, rules, presentation attribute, in that order;
 * from its ancestors when @inherit. (transfer full) (nullable) */
char *lueur_style_sheet_find (const LueurStyleSheet *self, const LueurNode *node, const char *property,
                              gboolean inherit);

/**
 * LueurTone:
 *
 * The five tones of a material.
 */
typedef enum
{
  LUEUR_TONE_BASE,
  LUEUR_TONE_SHADE,
  LUEUR_TONE_LIGHT,
  LUEUR_TONE_DEEP,
  LUEUR_TONE_LINE,
} LueurTone;
#define LUEUR_N_TONES 5

/* The materials of docs/avatar-format.md; NULL at the end. */
extern const char *const lueur_materials[];

/* Whether one of the classes of @node (or, of its ancestors, when it has none of its own) is a material's
 * tone and asks for a fill (or, @stroke, a stroke). @material: index into lueur_materials. */
gboolean lueur_node_find_tone (const LueurNode *node, gboolean stroke, guint *material, LueurTone *tone);

/* The five tones that one base colour of a material makes. */
void lueur_tones_derive (const char *material, const GdkRGBA *base, GdkRGBA tones[LUEUR_N_TONES]);
/* The lips that go with a skin, where nobody chose others. */
void lueur_tones_lips_of (const GdkRGBA *skin, GdkRGBA *lips);
/* Rules that give the classes of @material those tones, over whatever the file says. */
void lueur_tones_append_css (GString *css, const char *material, const GdkRGBA tones[LUEUR_N_TONES]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurStyleSheet, lueur_style_sheet_free)

G_END_DECLS
