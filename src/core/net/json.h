/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LUEUR_JSON_NONE, /* no value: a member that is not there */
  LUEUR_JSON_OBJECT,
  LUEUR_JSON_ARRAY,
  LUEUR_JSON_STRING,
  LUEUR_JSON_NUMBER,
  LUEUR_JSON_BOOLEAN,
  LUEUR_JSON_NULL,
} LueurJsonType;

/**
 * LueurJson:
 *
 * A value inside a JSON text: a look at the bytes, which must outlive it, and no tree. What streams in
 * is small, read once and only in places, and has to be read on the network thread, where no GObject
 * goes; and a reply with one broken byte must not be lost, so that, unlike a strict parser, this one
 * accepts invalid UTF-8 in strings and leaves its repair to [struct@Utf8].
 *
 * All functions accept a value of the wrong type, or none, and answer as for something missing.
 */
typedef struct
{
  /*< private >*/
  const char *at;
  const char *end;
} LueurJson;

gboolean      lueur_json_parse (LueurJson *value, const char *text, gsize length);
LueurJsonType lueur_json_get_type (const LueurJson *value);
LueurJson     lueur_json_get_member (const LueurJson *object, const char *name);
gboolean      lueur_json_next_element (const LueurJson *array, LueurJson *element);
gboolean      lueur_json_append_string (const LueurJson *value, GString *out);
gboolean      lueur_json_string_equal (const LueurJson *value, const char *text);
char         *lueur_json_dup_string (const LueurJson *value, gsize max);
gint64        lueur_json_get_int (const LueurJson *value, gint64 otherwise);
void          lueur_json_write_string (GString *out, const char *text);

G_END_DECLS
