/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of a plan share. */

#include <string.h>

#include "core/echo/scene.h"

G_BEGIN_DECLS

static inline gboolean
has (const LueurEchoScene *scene, LueurEchoIntent intent)
{
  return scene->reading.intents[intent];
}

static inline double
quiet (const LueurEchoScene *scene)
{
  return scene->voice.traits[LUEUR_TRAIT_TALKATIVE_QUIET];
}

static inline gboolean
chance (LueurEchoScene *scene, double p)
{
  return lueur_echo_voice_chance (&scene->voice, p);
}

/* Adds what @key gives; whether it gave something. */
static inline gboolean
add (LueurEchoScene *scene, GString *out, guint key)
{
  g_autofree char *said = lueur_echo_voice_pick (&scene->voice, key);

  if (said == NULL)
    return FALSE;
  if (out->len > 0)
    g_string_append (out, strchr (said, '\n') != NULL ? "\n\n" : " ");
  g_string_append (out, said);
  return TRUE;
}

static inline gboolean
asks (const GString *out)
{
  return strchr (out->str, '?') != NULL;
}

static inline gboolean
add_statement (LueurEchoScene *scene, GString *out, guint key)
{
  g_autofree char *said = lueur_echo_voice_pick_statement (&scene->voice, key);

  if (said == NULL)
    return FALSE;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, said);
  return TRUE;
}

/* Something heavy was told lately, and this message neither adds to it nor lightens it. */
static inline gboolean
is_heavy (const LueurEchoScene *scene)
{
  return scene->before != ECHO_FEEL_NONE && !ECHO_FEEL_IS_GOOD (scene->before) && scene->reading.valence == 0;
}

/* --- plan-tell.c --- */

/* A question about what was told, or an open hand instead. */
void lueur_echo_plan_add_question (LueurEchoScene *scene, GString *out);
void lueur_echo_plan_tell (LueurEchoScene *scene, GString *out);

G_END_DECLS
