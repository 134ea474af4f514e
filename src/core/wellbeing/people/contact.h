/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * LueurContact: somebody in the person's life, from their own list of “my people”.
 *
 * Properties: id (string, construct only), name, relation, mail, phone (strings, never NULL, capped).
 */
#define LUEUR_TYPE_CONTACT (lueur_contact_get_type ())
G_DECLARE_FINAL_TYPE (LueurContact, lueur_contact, LUEUR, CONTACT, GObject)

#define LUEUR_CONTACT_MAX_CHARS 120

/* @id: (nullable): made up when NULL */
LueurContact *lueur_contact_new (const char *id);
const char   *lueur_contact_get_id (LueurContact *self);
const char   *lueur_contact_get_name (LueurContact *self);
const char   *lueur_contact_get_relation (LueurContact *self);
/* What opens the mail or phone app; NULL where nothing that could be one was given. (transfer full) */
char         *lueur_contact_get_mail_uri (LueurContact *self);
char         *lueur_contact_get_phone_uri (LueurContact *self);
char         *lueur_contact_to_json (LueurContact *self);
/* NULL when it is nobody. (transfer full) */
LueurContact *lueur_contact_from_json (const char *id, const char *json);

G_END_DECLS
