/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/face-bones.h"
#include "ui/avatar/face-shape.h"
#include "ui/avatar/face.h"

G_BEGIN_DECLS

/* Where an item is within its run. */
typedef struct
{
  float x, y, rotate, scale, opacity;
} LueurFaceLocal;

/* A part that is worn and has something to show. */
typedef struct
{
  const LueurPart *part;
  GskRenderNode *picture; /* (nullable) */
  GskRenderNode *node;    /* (nullable): in the room of the run, not clipped yet */
  int shape;              /* index, or -1 */
  guint piece;            /* whose it is */
  float pivot[2];
  LueurFaceLocal local;   /* of @node */
  gboolean moved;         /* @local is another than in the frame before */
} LueurFaceItem;

/*
 * What is painted, bottom to top, as a tree of which only the branches that changed are made anew:
 *
 * pieces     items that one outline cuts, or a single one that none cuts
 * chunks     a few pieces, so that one lash does not touch all that lies around it
 * runs       all that follows the same bone at the same depth: one shift moves it
 * clusters   a few runs
 * limbs      all that follows the same bone: one transform moves it
 */
typedef enum
{
  LUEUR_FACE_PIECES,
  LUEUR_FACE_CHUNKS,
  LUEUR_FACE_RUNS,
  LUEUR_FACE_CLUSTERS,
  LUEUR_FACE_LIMBS,
  LUEUR_FACE_N_LEVELS,
} LueurFaceLevel;

typedef struct
{
  GskRenderNode *inside; /* (nullable): what it holds */
  GskRenderNode *node;   /* (nullable): the same in its place */
  guint16 first, n;      /* of the level below; of items for pieces */
  guint16 parent;        /* in the level above */
  guint8 changed;        /* what it holds is not what @inside shows */
  guint8 moved;          /* its place is not that of @node */
} LueurFaceGroup;

typedef struct
{
  int clip;           /* index of a shape, or -1 */
  guint owner;        /* the item of that shape */
  guint run;
  gboolean far;       /* the owner is in another run */
} LueurFacePiece;

typedef struct
{
  LueurBone bone;
  float depth;
  graphene_point_t shift; /* as drawn */
  GskTransform *at;       /* (nullable): the same */
} LueurFaceRun;

/* An item that is moved by parameters of its own. */
typedef struct
{
  guint32 inputs; /* bit set of them */
  guint item;
} LueurFaceMover;

struct _LueurFace
{
  LueurPlates *plates;
  LueurPose pose; /* drawn last */
  LueurFaceBones bones;
  GskPathBuilder *builder;

  LueurFaceItem *items;
  guint n_items;
  LueurFaceShape *shapes; /* one a morph of the rig, worn or not */
  guint n_shapes;
  LueurFaceCourse *courses;
  guint n_courses;

  LueurFaceGroup *groups[LUEUR_FACE_N_LEVELS];
  guint n_groups[LUEUR_FACE_N_LEVELS];
  LueurFacePiece *pieces;
  LueurFaceRun *runs;

  GArray *movers; /* of LueurFaceMover */
  GArray *shaped; /* of guint: items that are shapes; first those that cut others */
  GArray *cut;    /* of guint: pieces that an outline cuts */

  GskRenderNode **nodes; /* room for the children of one group */
  GskRenderNode *root;   /* (nullable): the whole */
  guint n_paths;
  gboolean begun;        /* @pose was drawn */
  gboolean fresh;        /* every item is to be drawn */
};

/* Lays out a face of @self->plates; part of lueur_face_new(). */
void lueur_face_build (LueurFace *self);
/* One node of several, all of which it takes. (nullable): of none */
GskRenderNode *lueur_face_together (GskRenderNode **nodes, guint n);
/* @node in its place; takes @node and @transform. */
GskRenderNode *lueur_face_moved (GskRenderNode *node, GskTransform *transform);

G_END_DECLS
