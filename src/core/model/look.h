/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurLook:
 * @rig: name of the drawing, without folder or ending
 * @choices: what is worn: slot to choice
 * @colours: materials to "#rrggbb"
 * @mood: (nullable): what the face rests in
 *
 * What a companion looks like, as docs/avatar-format.md says under “Looks”. A plain value.
 */
typedef struct
{
  char *rig;
  GHashTable *choices;
  GHashTable *colours;
  char *mood;
} LueurLook;

LueurLook *lueur_look_new (const char *rig);
/* Never fails: what is not understood is left out; NULL or nonsense gives the look of the first rig. */
LueurLook *lueur_look_parse (const char *json);
LueurLook *lueur_look_copy (const LueurLook *look);
void       lueur_look_free (LueurLook *look);
/* One text for one look: keys in alphabetical order. */
char      *lueur_look_to_json (const LueurLook *look);

const char *lueur_look_get_choice (const LueurLook *look, const char *slot); /* (nullable) */
void        lueur_look_set_choice (LueurLook *look, const char *slot, const char *choice);
const char *lueur_look_get_colour (const LueurLook *look, const char *material); /* (nullable) */
void        lueur_look_set_colour (LueurLook *look, const char *material, const char *colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurLook, lueur_look_free)

G_END_DECLS
