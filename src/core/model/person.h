/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/model/persona.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_PERSON (lueur_person_get_type ())
G_DECLARE_FINAL_TYPE (LueurPerson, lueur_person, LUEUR, PERSON, GObject)

/*
 * LueurPerson: who the person is in a conversation. Most have one; whoever plays somebody else in a story has another.
 *
 * Properties (all readable and writable, EXPLICIT_NOTIFY):
 *   id            int64        0 until it is stored
 *   name          string       what companions call them; "" where they did not say. Stands for {{user}}
 *   agreement     LueurGender  how words that are about them agree; neutral until they say
 *   about         string       what they want companions to know of them
 *   main          bool         the one of a conversation that has no other; one at most
 *   created-at    int64        microseconds since the epoch
 */
LueurPerson *lueur_person_new (void);
LueurPerson *lueur_person_copy (LueurPerson *self);
/* Takes over everything but the id and the date. */
void         lueur_person_assign (LueurPerson *self, LueurPerson *other);
gint64       lueur_person_get_id (LueurPerson *self);
const char  *lueur_person_get_name (LueurPerson *self);
LueurGender  lueur_person_get_agreement (LueurPerson *self);
const char  *lueur_person_get_about (LueurPerson *self);
gboolean     lueur_person_get_main (LueurPerson *self);
gint64       lueur_person_get_created_at (LueurPerson *self);
/* Name, agreement and about as one JSON object, and back. Errors: G_IO_ERROR_INVALID_DATA. */
char        *lueur_person_to_json (LueurPerson *self);
LueurPerson *lueur_person_from_json (const char *json, gssize length, GError **error);

G_END_DECLS
