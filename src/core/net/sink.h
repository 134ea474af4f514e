/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurHead:
 * @status: of HTTP
 * @retry_after: seconds that the server asks to wait; 0 when it does not
 * @location: (nullable): where it sends one instead
 *
 * What is known of an answer before its body.
 */
typedef struct
{
  guint status;
  guint retry_after;
  char *location;
} LueurHead;

typedef enum
{
  LUEUR_SINK_MORE, /* go on */
  LUEUR_SINK_DONE, /* everything wanted has come; the rest is not waited for */
  LUEUR_SINK_FULL, /* over a cap; the answer is given up */
} LueurSinkVerdict;

typedef struct _LueurSink LueurSink;

/**
 * LueurSinkClass:
 * @body: takes the next piece of the body; what it appends to @out (valid UTF-8) is handed to the main
 *   side, many pieces at once
 * @end: the answer ended; @complete tells whether it did so as it should. Returns: (transfer full)
 *   (nullable): an error of %LUEUR_FAULT_ERROR, or %NULL when all is well
 * @free: frees it
 *
 * What becomes of the bytes of an answer. @body and @end run on the network thread, in plain C and
 * without locks: until @end returned the sink belongs to that thread, afterwards to the main one.
 */
typedef struct
{
  LueurSinkVerdict (*body) (LueurSink *self, const LueurHead *head, const char *bytes, gsize length, GString *out);
  GError *(*end) (LueurSink *self, const LueurHead *head, gboolean complete, GString *out);
  void (*free) (LueurSink *self);
} LueurSinkClass;

struct _LueurSink
{
  const LueurSinkClass *klass;
};

static inline void
lueur_sink_free (LueurSink *self)
{
  self->klass->free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurSink, lueur_sink_free)

G_END_DECLS
