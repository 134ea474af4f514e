/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A short exchange to fill a database with: the person first, then in turns. NULL at the end. */
typedef struct
{
  const char *lines[14];
} LueurScene;

typedef struct
{
  const char *language;
  const char *name;     /* of the companion, unless told otherwise */
  const char *about;
  const char *greeting;
  const LueurScene *scenes;
  guint n_scenes;
} LueurScenes;

extern const LueurScenes lueur_scenes_en;
extern const LueurScenes lueur_scenes_fr;

G_END_DECLS
