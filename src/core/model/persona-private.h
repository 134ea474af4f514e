/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/model/persona.h"

G_BEGIN_DECLS

/* For the library and the JSON form alone. */
void        lueur_persona_set_id (LueurPersona *self, gint64 id);
/* Cleans, caps and keeps; notifies when it changes something. (nullable) */
void        lueur_persona_set_text (LueurPersona *self, LueurPersonaField field, const char *text);
void        lueur_persona_set_words (LueurPersona *self, LueurPersonaField field, const char *const *words);
void        lueur_persona_set_number (LueurPersona *self, LueurPersonaField field, gint64 number);
/* Members that this version knows nothing of. (nullable) */
JsonObject *lueur_persona_get_extra (LueurPersona *self);
void        lueur_persona_take_extra (LueurPersona *self, JsonObject *extra);

/* A JSON object of reasonable depth and size, or NULL: what stands between hostile text and the parser. */
JsonNode *lueur_json_parse_object (const char *json, gssize length, gsize max_bytes, GError **error);

G_END_DECLS
