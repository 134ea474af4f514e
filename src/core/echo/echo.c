/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/echo.h"

#include <string.h>

struct _LueurEcho
{
  LueurPersona *persona;
  guint64 seed;
};

static const char *const listening_en[] = {
  "I’m listening. What weighs most in it for you?", "Go on, I’m here. What happened next?",
  "That sounds important to you. Which part of it stays with you?", "Take your time. Where would you like to start?",
};
static const char *const listening_fr_tu[] = {
  "Je t’écoute. Qu’est-ce qui compte le plus pour toi là-dedans ?", "Continue, je suis là. Que s’est-il passé ensuite ?",
  "Ça a l’air important pour toi. Quelle part te reste en tête ?", "Prends ton temps. Par où veux-tu commencer ?",
};
static const char *const listening_fr_vous[] = {
  "Je vous écoute. Qu’est-ce qui compte le plus pour vous là-dedans ?",
  "Continuez, je suis là. Que s’est-il passé ensuite ?",
  "Ça a l’air important pour vous. Quelle part vous reste en tête ?",
  "Prenez votre temps. Par où voulez-vous commencer ?",
};

static gboolean
is_french (LueurEcho *self)
{
  return g_strcmp0 (lueur_persona_get_language (self->persona), "fr") == 0;
}

LueurEcho *
lueur_echo_new (LueurPersona *persona, const LueurReader *reader, guint64 seed)
{
  LueurEcho *self = g_new0 (LueurEcho, 1);

  self->persona = g_object_ref (persona);
  self->seed = seed;
  return self;
}

void
lueur_echo_free (LueurEcho *self)
{
  g_object_unref (self->persona);
  g_free (self);
}

char *
lueur_echo_reply (LueurEcho *self, const LueurEchoTurn *turns, guint n_turns, guint variant)
{
  const char *const *lines = listening_en;

  if (is_french (self))
    lines = lueur_persona_get_formal (self->persona) ? listening_fr_vous : listening_fr_tu;
  return g_strdup (lines[(self->seed + n_turns + variant) % G_N_ELEMENTS (listening_en)]);
}

char *
lueur_echo_greet (LueurEcho *self, int hour)
{
  gboolean evening = hour >= 18 || hour < 5;

  if (!is_french (self))
    return g_strdup (evening ? "Good evening. How was your day?" : "Hello. How are you today?");
  if (lueur_persona_get_formal (self->persona))
    return g_strdup (evening ? "Bonsoir. Comment s’est passée votre journée ?" : "Bonjour. Comment allez-vous ?");
  return g_strdup (evening ? "Bonsoir. Comment s’est passée ta journée ?" : "Bonjour. Comment vas-tu ?");
}
