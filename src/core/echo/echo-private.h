/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the engine and the scenes it sets share. */

#include "core/echo/scene.h"

G_BEGIN_DECLS

typedef struct
{
  LueurEchoMatcher *matcher;
  LueurEchoLines *lines;
  GHashTable *nouns;
} LueurEchoTongue;

struct _LueurEcho
{
  LueurPersona *persona;
  const LueurReader *reader;
  guint64 seed;
  LueurEchoTongue tongues[2]; /* by LueurEchoLang; made when first needed */
  char *name;
  char *close_person;
  GDateTime *now;
  gboolean calm;
  LueurEchoCrisis crisis;
  gpointer crisis_data;
};

/* (transfer none): made when it is first needed */
LueurEchoTongue *lueur_echo_get_tongue (LueurEcho *self, LueurEchoLang lang);

/* --- scene.c --- */

/* @scene: all zero */
void lueur_echo_scene_set (LueurEcho *self, LueurEchoScene *scene, const LueurEchoTurn *turns, guint n_turns);
void lueur_echo_scene_clear (LueurEchoScene *scene);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurEchoScene, lueur_echo_scene_clear)

G_END_DECLS
