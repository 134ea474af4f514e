/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a rig may be at most. Ours stay below a tenth of each. */
#define LUEUR_RIG_MAX_BYTES (8 * 1024 * 1024)
#define LUEUR_RIG_MAX_ELEMENTS 20000
#define LUEUR_RIG_MAX_DEPTH 32
#define LUEUR_RIG_MAX_COMMANDS 100000
#define LUEUR_RIG_MAX_VIEWBOX 4096
#define LUEUR_RIG_MAX_PARTS 400

#define LUEUR_RIG_NAMESPACE "https://lueur-app.github.io/ns/rig/1"

#define LUEUR_RIG_ERROR (lueur_rig_error_quark ())
GQuark lueur_rig_error_quark (void);

/**
 * LueurRigError:
 *
 * Why a picture is not taken. The message is one sentence for people, already translated.
 */
typedef enum
{
  LUEUR_RIG_ERROR_TOO_LARGE, /* over one of the caps */
  LUEUR_RIG_ERROR_FORBIDDEN, /* scripts, outside references, entities… */
  LUEUR_RIG_ERROR_MALFORMED, /* no SVG, or one that contradicts itself */
  LUEUR_RIG_ERROR_NOT_A_RIG, /* a plain SVG without parts */
  LUEUR_RIG_ERROR_TIMEOUT,   /* drawing it took too long */
} LueurRigError;

typedef struct
{
  char *name; /* without prefix; own attributes keep "lueur:" */
  char *value;
} LueurNodeAttr;

/**
 * LueurNode:
 *
 * An element of a checked SVG document. Nothing of it changes once the document is read.
 */
typedef struct _LueurNode LueurNode;
struct _LueurNode
{
  char *name;        /* "lueur:expression" for our own */
  GArray *attrs;     /* of LueurNodeAttr */
  GPtrArray *nodes;  /* of LueurNode, owned */
  GString *text;     /* (nullable): character data of title, desc and style */
  LueurNode *parent; /* not owned */
  int part;          /* index of the rig's part that this group is, or -1 */
  gboolean holds;    /* a part is somewhere below */
};

/**
 * LueurRigDocument:
 *
 * A picture from outside, read with a streaming parser under caps, with everything refused that could
 * reach out of the file or cost without bound. What is left is written again, so that the drawing
 * library never sees a byte of the original.
 */
typedef struct
{
  LueurNode *root;
  GHashTable *ids;     /* id to LueurNode, none owned */
  GPtrArray *styles;   /* style elements, none owned */
  double view[4];      /* viewBox */
  guint n_elements;
  guint n_commands;
} LueurRigDocument;

LueurRigDocument *lueur_rig_document_read (const char *data, gsize length, GError **error);
void              lueur_rig_document_free (LueurRigDocument *self);

const char *lueur_node_get (const LueurNode *node, const char *name);
/* As a finite number, else @fallback. */
double      lueur_node_get_number (const LueurNode *node, const char *name, double fallback);

/**
 * LueurNodeFilter:
 *
 * Whether the group of part @part is written.
 */
typedef gboolean (*LueurNodeFilter) (int part, gpointer data);

/* The SVG text with the parts that @filter wants, each with its own id, or else "lueur-part-N". */
GString *lueur_rig_document_write (const LueurRigDocument *self, LueurNodeFilter filter, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurRigDocument, lueur_rig_document_free)

G_END_DECLS
