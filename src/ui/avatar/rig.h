/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "ui/avatar/expression.h"
#include "ui/avatar/rig-document.h"
#include "ui/avatar/rig-path.h"
#include "ui/avatar/rig-style.h"

G_BEGIN_DECLS

/* How far the bones turn, in degrees: docs/avatar-format.md, “Bones”. */
#define LUEUR_LEAN_DEGREES 4.0f
#define LUEUR_ROLL_DEGREES 9.0f

typedef enum
{
  LUEUR_BONE_STILL,
  LUEUR_BONE_BODY,
  LUEUR_BONE_SHOULDERS,
  LUEUR_BONE_HEAD,
} LueurBone;

typedef enum
{
  LUEUR_BIND_X,
  LUEUR_BIND_Y,
  LUEUR_BIND_ROTATE,
  LUEUR_BIND_SCALE,
  LUEUR_BIND_OPACITY,
} LueurBindProperty;

typedef struct
{
  LueurBindProperty property;
  LueurParam param;
  float factor;
} LueurBind;

/**
 * LueurPaint:
 *
 * What a morph is filled or stroked with: nothing, a colour, or a linear gradient in page units. A
 * colour or stop whose @material is not -1 follows the palette.
 */
#define LUEUR_PAINT_MAX_STOPS 8
typedef struct
{
  enum { LUEUR_PAINT_NONE, LUEUR_PAINT_COLOUR, LUEUR_PAINT_GRADIENT } kind;
  guint n_stops; /* 1 for a colour */
  struct
  {
    float offset;
    GdkRGBA colour;
    int material;
    LueurTone tone;
  } stops[LUEUR_PAINT_MAX_STOPS];
  float from[2], to[2]; /* in page units, or in shares of the shape's box */
  gboolean of_box;
} LueurPaint;

/**
 * LueurKey:
 *
 * A key shape: what it adds to the shape at rest when all of its conditions hold.
 */
#define LUEUR_KEY_MAX_TERMS 4
#define LUEUR_KEY_STEP 8
#define LUEUR_KEY_ROOM(n) (((n) + LUEUR_KEY_STEP - 1) / LUEUR_KEY_STEP * LUEUR_KEY_STEP)
typedef struct
{
  guint n_terms;
  LueurParam param[LUEUR_KEY_MAX_TERMS];
  float value[LUEUR_KEY_MAX_TERMS];
  float *delta; /* as many as the outline has floats, and zeros up to a multiple of LUEUR_KEY_STEP */
  float reach;  /* the largest of them */
} LueurKey;

typedef struct
{
  char *name;
  LueurOutline rest;
  GArray *keys; /* of LueurKey */
  LueurPaint fill;
  LueurPaint stroke;
  float stroke_width;
  int line_cap;
  int line_join;
  gboolean even_odd;
  gboolean clip_only;
  float opacity;
  int part;
} LueurMorph;

typedef struct
{
  char *name;
  char *layer;  /* id in what the document writes */
  LueurBone bone;
  float depth;
  int slot;     /* -1: always there */
  int choice;
  int clip;     /* index of a morph, or -1 */
  int morph;    /* index of the morph that this part is, or -1: a picture */
  gboolean has_pivot;
  float pivot[2];
  float opacity;
  LueurBind binds[6];
  guint n_binds;
} LueurPart;

typedef struct
{
  char *id;
  char *title;
  char *title_fr; /* (nullable) */
} LueurChoice;

typedef struct
{
  char *id;
  char *title;
  char *title_fr; /* (nullable) */
  GArray *choices; /* of LueurChoice; "none" comes first where the rig allows it */
  int standard;   /* index of the choice that is worn where a look says nothing */
} LueurSlot;

/**
 * LueurOffer:
 * @title: (nullable): what the material is called where its usual name would be wrong: fur, for a fox's skin
 * @title_fr: (nullable): the same in French
 * @colours: (nullable): "#rrggbb" that the editor offers in place of the usual ones
 */
typedef struct
{
  char *title;
  char *title_fr;
  GStrv colours;
} LueurOffer;

/**
 * LueurRig:
 *
 * A face, read and understood: parts, morphs, slots, colours. Never changes, so that any thread may
 * hold it. Nothing of it is drawn yet.
 */
typedef struct _LueurRig LueurRig;
struct _LueurRig
{
  gatomicrefcount refs;
  LueurRigDocument *document;
  char *id;   /* name of the file without folder and ending */
  char *name;
  float width, height; /* of the page; its origin is moved to 0, 0 */
  float origin[2];
  float pivot_body[2];
  float pivot_head[2];
  LueurPart *parts;
  guint n_parts;
  LueurMorph *morphs;
  guint n_morphs;
  GArray *slots;  /* of LueurSlot */
  GdkRGBA base[8]; /* a colour a material, as drawn */
  guint materials; /* bit set of the materials that are used */
  LueurOffer offers[8]; /* what the rig itself has to say about its colours, a material each */
  gboolean has_expression[LUEUR_N_EXPRESSIONS];
  LueurPose expressions[LUEUR_N_EXPRESSIONS];
  GPtrArray *warnings; /* of char: what is odd but can be drawn */
};

LueurRig *lueur_rig_new_from_data (const char *id, const char *data, gsize length, GError **error);
/* Reads a whole file; blocks. */
LueurRig *lueur_rig_new_from_file (const char *path, GError **error);
LueurRig *lueur_rig_ref (LueurRig *self);
void      lueur_rig_unref (LueurRig *self);

int lueur_rig_find_morph (const LueurRig *self, const char *name);
int lueur_rig_find_slot (const LueurRig *self, const char *id);
int lueur_slot_find_choice (const LueurSlot *slot, const char *id);
/* The colours that the editor offers for a material: the rig's own, or everybody's. (transfer full) */
GStrv lueur_rig_dup_colours (const LueurRig *self, guint material);
/* The pose of @expression: the rig's own, or everybody's. */
const LueurPose *lueur_rig_get_expression (const LueurRig *self, LueurExpression expression);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurRig, lueur_rig_unref)

G_END_DECLS
