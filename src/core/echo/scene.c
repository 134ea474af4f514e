/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that one reply is made from: whose voice, what was said, and what is remembered of it. */

#include "core/echo/echo-private.h"

#include "core/echo/reflect.h"

/* Nothing that was said in this many of its last turns is said again. */
#define RECENT_TURNS 12
/* So many of the person's turns are remembered. */
#define REMEMBERED_TURNS 40
/* Of what was said earlier only so much of each message is read. */
#define REMEMBERED_BYTES 600
/* “Another one” takes up what was offered this many of its turns ago at most. */
#define OFFER_TURNS 3

const char *
lueur_echo_scene_user_turn (const LueurEchoScene *scene, guint back)
{
  for (guint i = scene->n_turns; i > 0; i--)
    if (scene->turns[i - 1].from_user && back-- == 0)
      return scene->turns[i - 1].text;
  return NULL;
}

char *
lueur_echo_quote (const char *text, guint max_chars)
{
  g_autoptr (LueurEchoText) read = lueur_echo_text_new (text, LUEUR_ECHO_EN);
  char *line = read->clean;
  gsize length;

  line[strcspn (line, "\n")] = '\0';
  while (*line != '\0' && strchr (" \"'.-*_#>`", *line) != NULL)
    line++;
  length = strlen (line);
  while (length > 0 && strchr (" .!?,;:\"'-*_`", line[length - 1]) != NULL)
    line[--length] = '\0';
  if (length == 0)
    return NULL;
  if ((guint) g_utf8_strlen (line, -1) > max_chars)
    {
      g_autofree char *cut = g_utf8_substring (line, 0, (glong) max_chars);
      char *space = strrchr (cut, ' ');

      if (space != NULL && space > cut + max_chars / 2)
        *space = '\0';
      return g_strconcat (cut, "…", NULL);
    }
  {
    GString *quoted = g_string_new (line);

    g_string_replace (quoted, "'", "’", 0);
    return g_string_free_and_steal (quoted);
  }
}

char *
lueur_echo_list (const GPtrArray *items, gboolean french)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        g_string_append (out, i + 1 < items->len ? ", " : french ? " et " : " and ");
      g_string_append (out, g_ptr_array_index (items, i));
    }
  return g_string_free_and_steal (out);
}

/* --- Setting it --------------------------------------------------------------------------------------- */

static LueurEchoLang
persona_lang (LueurEcho *self)
{
  return g_strcmp0 (lueur_persona_get_language (self->persona), "fr") == 0 ? LUEUR_ECHO_FR : LUEUR_ECHO_EN;
}

static char *
with_capital (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

static void
set_voice (LueurEcho *self, LueurEchoScene *scene, LueurEchoLang lang)
{
  LueurEchoVoice *voice = &scene->voice;
  g_auto (GStrv) limits = NULL;

  voice->lines = lueur_echo_get_tongue (self, lang)->lines;
  voice->french = lang == LUEUR_ECHO_FR;
  voice->formal = lueur_persona_get_formal (self->persona);
  voice->gender = lueur_persona_get_gender (self->persona);
  voice->relation = lueur_persona_get_relation (self->persona);
  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    voice->traits[i] = lueur_persona_get_trait (self->persona, (LueurTrait) i);
  voice->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  voice->recent = g_ptr_array_new_with_free_func (g_free);
  voice->limits = g_ptr_array_new_with_free_func (g_free);

  g_object_get (self->persona, "limits", &limits, NULL);
  for (guint i = 0; limits != NULL && limits[i] != NULL; i++)
    {
      g_autofree char *fold = lueur_echo_fold (limits[i], -1);

      /* Too short a word would shut half the language out. */
      if (strlen (g_strstrip (fold)) >= 4)
        g_ptr_array_add (voice->limits, g_strdup (fold));
    }
}

static gboolean
says_one_of (const LueurEchoVoice *voice, GPtrArray *lines, const char *text)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const LueurEchoLine *line = g_ptr_array_index (lines, i);
      g_autofree char *said = lueur_echo_render (voice, line->text);

      if (said != NULL && strstr (text, said) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What Écho said: not to be said again, and what it asked for. */
static void
recall_own (LueurEchoScene *scene)
{
  const LueurEchoVoice *voice = &scene->voice;
  gboolean in_row = TRUE, newest = TRUE;
  GPtrArray *reaching = lueur_echo_lines_get (voice->lines, ECHO_Y (REACH_OUT));
  GPtrArray *mine = lueur_echo_lines_get (voice->lines, ECHO_Y (REACH_MINE));
  guint looked_at = 0;

  for (guint i = scene->n_turns; i > 0 && looked_at < 200; i--)
    {
      const LueurEchoTurn *turn = &scene->turns[i - 1];

      if (turn->from_user || turn->text == NULL)
        continue;
      looked_at++;
      if (voice->recent->len < RECENT_TURNS)
        g_ptr_array_add (voice->recent, g_utf8_make_valid (turn->text, -1));
      in_row = in_row && strchr (turn->text, '?') != NULL;
      scene->asked += in_row;
      if (scene->offered == 0 && looked_at <= OFFER_TURNS)
        {
          guint then = lueur_echo_lines_then (voice->lines, turn->text, voice->formal, voice->gender, voice->french);

          scene->offered = ECHO_KEY_KIND (then) == ECHO_KIND_INTENT ? then : 0;
        }
      if (newest)
        scene->pending = lueur_echo_lines_then (voice->lines, turn->text, voice->formal, voice->gender, voice->french);
      newest = FALSE;
      scene->reached_out |= says_one_of (voice, reaching, turn->text) || says_one_of (voice, mine, turn->text);
    }
}

/* The person's last turns, oldest first, and what there was in them. */
static void
recall_theirs (LueurEcho *self, LueurEchoScene *scene, LueurEchoLang lang)
{
  LueurEchoTongue *tongue = lueur_echo_get_tongue (self, lang);
  guint first = scene->n_turns, seen = 0;

  for (guint i = scene->n_turns; i > 0; i--)
    if (scene->turns[i - 1].from_user)
      {
        scene->user_turn++;
        if (seen < REMEMBERED_TURNS)
          {
            seen++;
            first = i - 1;
          }
      }
  seen = scene->user_turn - seen;
  for (guint i = first; i + 1 < scene->n_turns; i++)
    {
      g_autofree char *head = NULL;
      g_autoptr (LueurEchoText) text = NULL;
      LueurEchoReading reading;

      if (!scene->turns[i].from_user || scene->turns[i].text == NULL)
        continue;
      seen++;
      head = g_strndup (scene->turns[i].text, REMEMBERED_BYTES);
      text = lueur_echo_text_new (head, lang);
      scene->same = lueur_echo_text_equal (text, scene->text) ? scene->same + 1 : 0;
      if (text->lang != lang)
        continue;
      lueur_echo_memory_read (&scene->memory, text, tongue->nouns, seen);
      if (scene->user_turn - seen > 8)
        continue;
      lueur_echo_read (&reading, text, tongue->matcher, tongue->nouns, NULL);
      if (reading.feeling != ECHO_FEEL_NONE && !reading.others)
        scene->before = reading.feeling;
      else if (reading.event != ECHO_EVENT_NONE)
        scene->before = ECHO_EVENT_IS_GOOD (reading.event) ? ECHO_FEEL_HAPPY : ECHO_FEEL_SAD;
      scene->wants_ear |= reading.intents[ECHO_INTENT_LISTEN];
    }
  lueur_echo_memory_read (&scene->memory, scene->text, tongue->nouns, scene->user_turn);
}

/* Of what was named: what this message names, and what an earlier one did. */
static void
choose_things (LueurEchoScene *scene)
{
  const GArray *things = scene->memory.things, *people = scene->memory.people;
  guint best = 0;

  for (guint i = 0; i < things->len; i++)
    {
      const LueurEchoThing *thing = &g_array_index (things, LueurEchoThing, i);

      if (thing->turn == scene->user_turn)
        {
          scene->other = scene->thing;
          scene->thing = thing;
        }
      else if (thing->turn + 2 <= scene->user_turn)
        {
          /* What was named often weighs more than what was named once; people more than things. */
          guint weight = thing->times * 2 + (thing->who ? 2 : 0) + (thing->topic != ECHO_TOPIC_NONE ? 1 : 0);

          if (weight >= best)
            {
              best = weight;
              scene->earlier = thing;
            }
        }
    }
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, LueurEchoPerson, i).turn == scene->user_turn)
      scene->person = &g_array_index (people, LueurEchoPerson, i);
}

static void
set_time_slots (LueurEchoScene *scene)
{
  static const char *const days_fr[] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };
  static const char *const days_en[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  static const char *const months_fr[] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre" };
  static const char *const months_en[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" };
  g_autofree char *time = NULL, *date = NULL;
  int day, month;

  if (scene->now == NULL)
    return;
  day = g_date_time_get_day_of_week (scene->now) - 1;
  month = g_date_time_get_month (scene->now) - 1;
  if (scene->voice.french)
    {
      time = g_strdup_printf ("%d\u00a0h\u00a0%02d", g_date_time_get_hour (scene->now), g_date_time_get_minute (scene->now));
      date = g_strdup_printf ("%s %d%s %s %d", days_fr[day], g_date_time_get_day_of_month (scene->now),
                              g_date_time_get_day_of_month (scene->now) == 1 ? "er" : "", months_fr[month],
                              g_date_time_get_year (scene->now));
    }
  else
    {
      time = g_strdup_printf ("%d:%02d", g_date_time_get_hour (scene->now), g_date_time_get_minute (scene->now));
      date = g_strdup_printf ("%s, %d %s %d", days_en[day], g_date_time_get_day_of_month (scene->now), months_en[month],
                              g_date_time_get_year (scene->now));
    }
  lueur_echo_voice_set (&scene->voice, "time", time);
  lueur_echo_voice_set (&scene->voice, "date", date);
}

/* "Good evening" is answered with a good evening, and so is anything said in one. */
static void
set_hello (LueurEchoScene *scene)
{
  int hour = scene->now != NULL ? g_date_time_get_hour (scene->now) : 12;
  gboolean evening = hour >= 18 || hour < 4;

  for (guint i = 0; i < scene->text->words->len && i < 4; i++)
    {
      const char *word = lueur_echo_text_word (scene->text, i)->fold;

      if (strcmp (word, "bonsoir") == 0 || strcmp (word, "evening") == 0)
        evening = TRUE;
      else if (strcmp (word, "bonjour") == 0 || strcmp (word, "morning") == 0 || strcmp (word, "hello") == 0)
        evening = FALSE;
    }
  if (scene->voice.french)
    lueur_echo_voice_set (&scene->voice, "hello", evening ? "Bonsoir" : "Bonjour");
  else
    lueur_echo_voice_set (&scene->voice, "hello", evening ? "Good evening" : "Hello");
}

static void
set_slots (LueurEcho *self, LueurEchoScene *scene)
{
  LueurEchoVoice *voice = &scene->voice;
  const char *name = scene->memory.name != NULL ? scene->memory.name : self->name;
  g_autofree char *quote = scene->reading.n_words <= 8 ? lueur_echo_quote (scene->text->clean, 60) : NULL;
  g_autoptr (GPtrArray) named = g_ptr_array_new ();

  set_hello (scene);
  lueur_echo_voice_set (voice, "me", lueur_persona_get_name (self->persona));
  if (name != NULL && g_utf8_strlen (name, -1) <= 40 && strpbrk (name, "\n{}[]<>") == NULL)
    lueur_echo_voice_set (voice, "name", name);
  lueur_echo_voice_set (voice, "quote", quote);
  if (scene->clause != NULL)
    {
      g_autofree char *capital = with_capital (scene->clause);

      lueur_echo_voice_set (voice, "clause", scene->clause);
      lueur_echo_voice_set (voice, "Clause", capital);
    }
  if (scene->thing != NULL)
    lueur_echo_voice_set (voice, "np", scene->thing->said);
  if (scene->other != NULL)
    lueur_echo_voice_set (voice, "np2", scene->other->said);
  if (scene->earlier != NULL)
    lueur_echo_voice_set (voice, "then", scene->earlier->said);
  if (scene->person != NULL)
    lueur_echo_voice_set (voice, "person", scene->person->name);
  for (guint i = 0; i < scene->memory.things->len && named->len < 5; i++)
    g_ptr_array_add (named, g_array_index (scene->memory.things, LueurEchoThing, i).said);
  if (named->len > 0)
    {
      g_autofree char *list = lueur_echo_list (named, voice->french);

      lueur_echo_voice_set (voice, "list", list);
    }
  set_time_slots (scene);
}

/* Nobody jokes with somebody who is down, whatever their temper. */
static void
soften (LueurEchoScene *scene)
{
  gboolean heavy = scene->reading.valence < 0 ||
                   (scene->before != ECHO_FEEL_NONE && !ECHO_FEEL_IS_GOOD (scene->before) && scene->reading.valence == 0);

  if (!heavy)
    return;
  scene->voice.traits[LUEUR_TRAIT_GENTLE_TEASING] = MIN (scene->voice.traits[LUEUR_TRAIT_GENTLE_TEASING], 0);
  scene->voice.traits[LUEUR_TRAIT_PLAYFUL_SERIOUS] = MAX (scene->voice.traits[LUEUR_TRAIT_PLAYFUL_SERIOUS], 0.3);
}

/* The language of the conversation so far: that of the last message of theirs that tells one, or asks for one. What
 * is in none, a picture or a name, changes nothing, however often it is said. */
static LueurEchoLang
recall_lang (const LueurEchoTurn *turns, guint n_turns, LueurEchoLang lang)
{
  guint seen = 0;

  for (guint i = n_turns; i > 1 && seen < REMEMBERED_TURNS; i--)
    if (turns[i - 2].from_user && turns[i - 2].text != NULL)
      {
        g_autofree char *head = g_strndup (turns[i - 2].text, REMEMBERED_BYTES);
        g_autoptr (LueurEchoText) before = lueur_echo_text_new (head, lang);
        LueurEchoLang guess = lueur_echo_text_wish (before);

        seen++;
        if (guess == LUEUR_ECHO_UNSURE)
          guess = lueur_echo_text_guess (before);
        if (guess == LUEUR_ECHO_EN || guess == LUEUR_ECHO_FR)
          return guess;
      }
  return lang;
}

void
lueur_echo_scene_set (LueurEcho *self, LueurEchoScene *scene, const LueurEchoTurn *turns, guint n_turns)
{
  const char *message = n_turns > 0 && turns[n_turns - 1].from_user ? turns[n_turns - 1].text : NULL;
  LueurEchoLang lang = persona_lang (self), wish;
  LueurEchoTongue *tongue;

  scene->turns = turns;
  scene->n_turns = n_turns;
  scene->now = self->now;
  lang = recall_lang (turns, n_turns, lang);
  scene->text = lueur_echo_text_new (message, lang);
  lang = scene->text->lang;
  tongue = lueur_echo_get_tongue (self, lang);
  wish = lueur_echo_text_wish (scene->text);

  /* Who asks for the other language is answered in it. */
  set_voice (self, scene, wish == LUEUR_ECHO_EN || wish == LUEUR_ECHO_FR ? wish : lang);
  lueur_echo_memory_init (&scene->memory, scene->voice.formal);
  lueur_echo_read (&scene->reading, scene->text, tongue->matcher, tongue->nouns, self->reader);
  /* Before its own lines are looked for in what was said: one of them bears this name. */
  if (self->close_person != NULL && g_utf8_strlen (self->close_person, -1) <= 60 &&
      strpbrk (self->close_person, "\n{}[]<>") == NULL)
    lueur_echo_voice_set (&scene->voice, "mine", self->close_person);
  recall_own (scene);
  recall_theirs (self, scene, lang);
  choose_things (scene);
  if (!scene->reading.intents[ECHO_INTENT_LONG])
    scene->clause = lueur_echo_reflect (scene->text, scene->voice.formal);
  set_slots (self, scene);
  soften (scene);
}

void
lueur_echo_scene_clear (LueurEchoScene *scene)
{
  g_clear_pointer (&scene->text, lueur_echo_text_free);
  g_clear_pointer (&scene->clause, g_free);
  g_clear_pointer (&scene->voice.slots, g_hash_table_unref);
  g_clear_pointer (&scene->voice.recent, g_ptr_array_unref);
  g_clear_pointer (&scene->voice.limits, g_ptr_array_unref);
  lueur_echo_memory_clear (&scene->memory);
}
