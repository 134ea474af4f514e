/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/request.h"

#include <string.h>

struct _LueurRequest
{
  LueurRequestSpec spec; /* its strings are owned */
};

static guint
or_default (guint value, guint otherwise)
{
  return value > 0 ? value : otherwise;
}

static void
clear (LueurRequest *self)
{
  g_free ((char *) self->spec.url);
  if (self->spec.key != NULL)
    explicit_bzero ((char *) self->spec.key, strlen (self->spec.key));
  g_free ((char *) self->spec.key);
  g_clear_pointer (&self->spec.body, g_bytes_unref);
}

/**
 * lueur_request_new:
 * @spec: copied; the spaces that come with a pasted key are taken off
 */
LueurRequest *
lueur_request_new (const LueurRequestSpec *spec)
{
  LueurRequest *self = g_atomic_rc_box_new0 (LueurRequest);

  self->spec.url = g_strdup (spec->url);
  if (spec->key != NULL && spec->key[strspn (spec->key, " \t\r\n")] != '\0')
    self->spec.key = g_strstrip (g_strdup (spec->key));
  self->spec.body = spec->body != NULL ? g_bytes_ref (spec->body) : NULL;
  self->spec.max_body = spec->max_body > 0 ? spec->max_body : LUEUR_REQUEST_MAX_BODY;
  self->spec.connect_ms = or_default (spec->connect_ms, LUEUR_REQUEST_CONNECT_MS);
  self->spec.first_ms = or_default (spec->first_ms, LUEUR_REQUEST_FIRST_MS);
  self->spec.stall_ms = or_default (spec->stall_ms, LUEUR_REQUEST_STALL_MS);
  self->spec.total_ms = or_default (spec->total_ms, LUEUR_REQUEST_TOTAL_MS);
  return self;
}

LueurRequest *
lueur_request_ref (LueurRequest *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lueur_request_unref (LueurRequest *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * lueur_request_get_spec:
 *
 * Returns: (transfer none): what it is made of, with every limit filled in
 */
const LueurRequestSpec *
lueur_request_get_spec (const LueurRequest *self)
{
  return &self->spec;
}

/**
 * lueur_request_has_valid_key:
 *
 * Returns: %FALSE when the key holds anything but printable ASCII: such a key is none, and a line break
 *   in it would write headers of its own
 */
gboolean
lueur_request_has_valid_key (const LueurRequest *self)
{
  for (const char *p = self->spec.key; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;
  return TRUE;
}
