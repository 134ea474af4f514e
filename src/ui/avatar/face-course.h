/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/plates.h"

G_BEGIN_DECLS

/**
 * LueurFaceCourse:
 * @drawn: how much of each key is in the outlines that are kept; one a key, then zeros up to LUEUR_KEY_ROOM
 * @changed: whether @drawn is another than in the frame before
 *
 * Outlines whose keys hang on the same parameters, such as all that make up a mouth, change together: their keys are
 * weighed once for all, and no lip is a frame ahead of its other half.
 */
typedef struct
{
  const GArray *keys; /* of LueurKey: those of the first of its morphs */
  guint32 inputs;     /* bit set of the parameters that they hang on */
  float *now;
  float *drawn;
  float *reach;       /* how far a key moves what it moves most, in pixels */
  float patience;     /* how many times as far as others it may be beside its place while it moves */
  guint room;
  gboolean changed;
  gboolean begun;
  gboolean owing;     /* something could be told from what is drawn, and waits for the next frame */
} LueurFaceCourse;

void     lueur_face_course_init (LueurFaceCourse *course, const LueurMorph *morph);
void     lueur_face_course_clear (LueurFaceCourse *course);
gboolean lueur_face_course_fits (const LueurFaceCourse *course, const LueurMorph *morph);
/* Lets @morph go along. */
void     lueur_face_course_add (LueurFaceCourse *course, const LueurMorph *morph, double scale);
/* @moved: bit set of the parameters that are others than at the last call. */
void     lueur_face_course_update (LueurFaceCourse *course, const LueurPose *pose, guint32 moved);

G_END_DECLS
