/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/echo-private.h"

#include <string.h>

#include "core/echo/debate.h"

/* Attempts at a reply that was not given lately; the later ones may use known pieces again. */
#define ATTEMPTS 24
#define STRICT_ATTEMPTS 8
/* More answers than this to one message are the first ones again. */
#define MAX_VARIANTS 8

LueurEchoTongue *
lueur_echo_get_tongue (LueurEcho *self, LueurEchoLang lang)
{
  static const LueurEchoPattern *const patterns[2][5] = {
    { lueur_echo_patterns_en_ask, lueur_echo_patterns_en_self, lueur_echo_patterns_en_talk, lueur_echo_patterns_en_heart, NULL },
    { lueur_echo_patterns_fr_ask, lueur_echo_patterns_fr_self, lueur_echo_patterns_fr_talk, lueur_echo_patterns_fr_heart, NULL },
  };
  static const LueurEchoLine *const lines[2][7] = {
    { lueur_echo_say_en_ask, lueur_echo_say_en_self, lueur_echo_say_en_talk, lueur_echo_say_en_heart, lueur_echo_say_en_life, lueur_echo_say_en_play, NULL },
    { lueur_echo_say_fr_ask, lueur_echo_say_fr_self, lueur_echo_say_fr_talk, lueur_echo_say_fr_heart, lueur_echo_say_fr_life, lueur_echo_say_fr_play, NULL },
  };
  guint i = lang == LUEUR_ECHO_FR ? 1 : 0;
  LueurEchoTongue *tongue = &self->tongues[i];

  if (tongue->matcher == NULL)
    {
      tongue->matcher = lueur_echo_matcher_new (patterns[i]);
      tongue->lines = lueur_echo_lines_new (lines[i]);
      tongue->nouns = lueur_echo_lexicon_new (i == 1 ? lueur_echo_nouns_fr : lueur_echo_nouns_en);
    }
  return tongue;
}

/* FNV-1a over what decides the answer. */
static guint64
mix (guint64 hash, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/**
 * lueur_echo_new:
 * @persona: who speaks
 * @reader: (nullable): borrowed
 * @seed: which of the many ways to answer
 *
 * Returns: (transfer full): a new engine
 */
LueurEcho *
lueur_echo_new (LueurPersona *persona, const LueurReader *reader, guint64 seed)
{
  LueurEcho *self = g_new0 (LueurEcho, 1);

  self->persona = g_object_ref (persona);
  self->reader = reader;
  self->seed = seed;
  return self;
}

void
lueur_echo_free (LueurEcho *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->tongues); i++)
    {
      g_clear_pointer (&self->tongues[i].matcher, lueur_echo_matcher_free);
      g_clear_pointer (&self->tongues[i].lines, lueur_echo_lines_free);
      g_clear_pointer (&self->tongues[i].nouns, g_hash_table_unref);
    }
  g_clear_pointer (&self->now, g_date_time_unref);
  g_free (self->name);
  g_free (self->close_person);
  g_object_unref (self->persona);
  g_free (self);
}

void
lueur_echo_set_person (LueurEcho *self, const char *name)
{
  g_set_str (&self->name, name);
}

void
lueur_echo_set_close_person (LueurEcho *self, const char *name)
{
  g_set_str (&self->close_person, name);
}

void
lueur_echo_set_now (LueurEcho *self, GDateTime *now)
{
  if (now != NULL)
    g_date_time_ref (now);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->now = now;
}

void
lueur_echo_set_calm (LueurEcho *self, gboolean calm)
{
  self->calm = calm;
}

void
lueur_echo_set_crisis (LueurEcho *self, LueurEchoCrisis crisis, gpointer data)
{
  self->crisis = crisis;
  self->crisis_data = data;
}

static gboolean
was_given (const LueurEchoVoice *voice, const char *reply)
{
  for (guint i = 0; i < voice->recent->len; i++)
    if (strcmp (g_ptr_array_index (voice->recent, i), reply) == 0)
      return TRUE;
  return FALSE;
}

static char *
compose (LueurEchoScene *scene, guint64 seed)
{
  g_autofree char *reply = NULL;

  for (guint attempt = 0; attempt < ATTEMPTS; attempt++)
    {
      g_free (reply);
      scene->voice.state = seed + attempt * G_GUINT64_CONSTANT (0x632be59bd9b4e019);
      scene->voice.relaxed = attempt >= STRICT_ATTEMPTS;
      reply = lueur_echo_plan (scene);
      if (reply != NULL && !was_given (&scene->voice, reply))
        return g_steal_pointer (&reply);
    }
  return reply != NULL ? g_steal_pointer (&reply) : g_strdup ("…");
}

/* One of the six questions about what it is, or a word in the discussion that it opened. (transfer full) (nullable) */
static char *
debate (LueurEchoScene *scene, guint variant)
{
  static const LueurEchoIntent leaving[] = {
    ECHO_INTENT_CRISIS, ECHO_INTENT_BYE,  ECHO_INTENT_GOODNIGHT, ECHO_INTENT_STOP,     ECHO_INTENT_HUMAN,
    ECHO_INTENT_PRETEND, ECHO_INTENT_CONSCIOUS, ECHO_INTENT_LOVE_ME, ECHO_INTENT_INSULT, ECHO_INTENT_SEXUAL,
  };
  LueurStarter starter;

  for (guint step = 0; step < LUEUR_ECHO_DEBATE_STEPS; step++)
    {
      const char *said = lueur_echo_scene_user_turn (scene, step);
      guint line = (step + variant) % LUEUR_ECHO_DEBATE_STEPS;

      if (said == NULL)
        return NULL;
      if (!lueur_starter_match (said, &starter))
        continue;
      /* What is said in between may matter more than the discussion. */
      for (guint i = 0; step > 0 && i < G_N_ELEMENTS (leaving); i++)
        if (scene->reading.intents[leaving[i]])
          return NULL;
      if (step > 0 && (scene->reading.event != ECHO_EVENT_NONE || scene->reading.feeling != ECHO_FEEL_NONE))
        return NULL;
      return lueur_echo_render (&scene->voice, (scene->voice.french ? lueur_echo_debate_fr
                                                                    : lueur_echo_debate_en)[starter][line]);
    }
  return NULL;
}

/**
 * lueur_echo_reply:
 * @turns: (array length=n_turns): the conversation, oldest first; the last one is the person's
 * @n_turns: how many
 * @variant: 0, or the how-manieth other answer
 *
 * Returns: (transfer full): valid UTF-8, never empty
 */
char *
lueur_echo_reply (LueurEcho *self, const LueurEchoTurn *turns, guint n_turns, guint variant)
{
  g_auto (LueurEchoScene) scene = { 0 };
  guint64 seed = mix (G_GUINT64_CONSTANT (14695981039346656037), (const char *) &self->seed, sizeof self->seed);

  lueur_echo_scene_set (self, &scene, turns, n_turns);
  if (self->crisis != NULL)
    {
      char *help = self->crisis (scene.text->clean, scene.voice.french ? "fr" : "en", scene.voice.formal, self->crisis_data);

      if (help != NULL)
        return help;
      scene.reading.intents[ECHO_INTENT_CRISIS] = FALSE;
    }
  if (self->calm)
    {
      scene.calm = TRUE;
      scene.voice.relation = LUEUR_RELATION_FRIEND;
      memset (scene.voice.traits, 0, sizeof scene.voice.traits);
    }

  {
    char *argued = scene.calm ? NULL : debate (&scene, variant);

    if (argued != NULL)
      return argued;
  }
  seed = mix (seed, (const char *) &n_turns, sizeof n_turns);
  seed = mix (seed, scene.text->clean, strlen (scene.text->clean));
  variant %= MAX_VARIANTS;
  for (guint v = 0; v < variant; v++)
    /* Another answer is one that differs from those already given. */
    g_ptr_array_add (scene.voice.recent, compose (&scene, seed + v));
  return compose (&scene, seed + variant);
}

/**
 * lueur_echo_greet:
 * @hour: 0 to 23, local; -1 where it is not known
 *
 * Returns: (transfer full): what a conversation begins with
 */
char *
lueur_echo_greet (LueurEcho *self, int hour)
{
  g_auto (LueurEchoScene) scene = { 0 };
  const char *own = lueur_persona_get_greeting (self->persona);
  guint key = hour < 0 || hour >= 24 ? ECHO_Y (GREET_DAY)
              : hour < 5             ? ECHO_Y (GREET_NIGHT)
              : hour < 12            ? ECHO_Y (GREET_MORNING)
              : hour < 18            ? ECHO_Y (GREET_DAY)
                                     : ECHO_Y (GREET_EVENING);
  g_autofree char *hello = NULL, *who = NULL;

  if (own != NULL && *own != '\0')
    return g_strdup (own);

  lueur_echo_scene_set (self, &scene, NULL, 0);
  scene.voice.state = mix (self->seed, (const char *) &hour, sizeof hour);
  hello = lueur_echo_voice_pick (&scene.voice, key);
  who = lueur_echo_voice_pick (&scene.voice, ECHO_Y (GREET_WHO));
  return g_strjoin (" ", hello != NULL ? hello : "…", who, NULL);
}
