/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/reading-private.h"

#include <string.h>

/* The reader's opinion counts from this intensity on. */
#define READER_SURE 0.5f

static void
take_feeling (LueurEchoReading *reading, const LueurEchoText *text, const LueurEchoHit *hit, GHashTable *nouns, guint *best)
{
  LueurEchoFeeling feeling = (LueurEchoFeeling) ECHO_KEY_ID (hit->key);
  guint score = (hit->last - hit->first + 1) * 2;

  if (lueur_echo_reading_is_negated (text, hit->first))
    {
      if (!ECHO_FEEL_IS_GOOD (feeling))
        return;
      /* "Not happy" is its own kind of news. */
      feeling = ECHO_FEEL_BAD;
    }
  if (feeling != ECHO_FEEL_BAD && feeling != ECHO_FEEL_FINE)
    score += 3;
  /* Of equals the later: people come to the point. */
  if (score < *best)
    return;
  *best = score;
  reading->feeling = feeling;
  reading->others = lueur_echo_reading_is_somebody_elses (text, hit->first, hit->last, nouns);
}

static LueurEchoFeeling
feeling_of_label (LueurEmotion label)
{
  switch (label)
    {
    case LUEUR_EMOTION_ANGER:
      return ECHO_FEEL_ANGRY;
    case LUEUR_EMOTION_ANNOYANCE:
    case LUEUR_EMOTION_DISGUST:
      return ECHO_FEEL_ANNOYED;
    case LUEUR_EMOTION_DISAPPOINTMENT:
      return ECHO_FEEL_DISAPPOINTED;
    case LUEUR_EMOTION_EMBARRASSMENT:
      return ECHO_FEEL_ASHAMED;
    case LUEUR_EMOTION_FEAR:
      return ECHO_FEEL_AFRAID;
    case LUEUR_EMOTION_NERVOUSNESS:
      return ECHO_FEEL_ANXIOUS;
    case LUEUR_EMOTION_GRIEF:
    case LUEUR_EMOTION_SADNESS:
      return ECHO_FEEL_SAD;
    case LUEUR_EMOTION_REMORSE:
      return ECHO_FEEL_GUILTY;
    case LUEUR_EMOTION_EXCITEMENT:
      return ECHO_FEEL_EXCITED;
    case LUEUR_EMOTION_JOY:
      return ECHO_FEEL_HAPPY;
    case LUEUR_EMOTION_PRIDE:
      return ECHO_FEEL_PROUD;
    case LUEUR_EMOTION_RELIEF:
      return ECHO_FEEL_RELIEVED;
    case LUEUR_EMOTION_ADMIRATION:
    case LUEUR_EMOTION_AMUSEMENT:
    case LUEUR_EMOTION_APPROVAL:
    case LUEUR_EMOTION_CARING:
    case LUEUR_EMOTION_CONFUSION:
    case LUEUR_EMOTION_CURIOSITY:
    case LUEUR_EMOTION_DESIRE:
    case LUEUR_EMOTION_DISAPPROVAL:
    case LUEUR_EMOTION_GRATITUDE:
    case LUEUR_EMOTION_LOVE:
    case LUEUR_EMOTION_OPTIMISM:
    case LUEUR_EMOTION_REALIZATION:
    case LUEUR_EMOTION_SURPRISE:
    case LUEUR_EMOTION_NEUTRAL:
    default:
      /* Said of too many things to be taken for what the person feels. */
      return ECHO_FEEL_NONE;
    }
}

/* The words told nothing: what the reader feels in them, of the person's own stories only. */
static void
ask_reader (LueurEchoReading *reading, const LueurEchoText *text, const LueurReader *reader)
{
  LueurFeeling feeling;

  if (reader == NULL || reading->feeling != ECHO_FEEL_NONE || reading->n_words < 4 || text->question)
    return;
  lueur_reader_read (reader, text->clean, -1, text->lang == LUEUR_ECHO_FR ? LUEUR_READER_LANG_FR : LUEUR_READER_LANG_EN, &feeling);
  if (reading->event == ECHO_EVENT_NONE && reading->first_person && feeling.intensity >= READER_SURE)
    reading->feeling = feeling_of_label (feeling.label);
  if (reading->valence == 0)
    reading->valence = feeling.valence > 0.35f ? 1 : feeling.valence < -0.35f ? -1 : 0;
}

static void
read_topic (LueurEchoReading *reading, const LueurEchoText *text, GHashTable *nouns)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      const LueurEchoNoun *noun = g_hash_table_lookup (nouns, lueur_echo_text_word (text, i)->fold);

      if (noun != NULL && noun->topic != ECHO_TOPIC_NONE && (reading->topic == ECHO_TOPIC_NONE || noun->who))
        reading->topic = noun->topic;
    }
}

/* A wish for a language is that, whatever its words mean elsewhere: “can we talk” is none to be listened to. */
static void
read_wish (LueurEchoReading *reading, const LueurEchoText *text)
{
  static const LueurEchoIntent instead[] = {
    ECHO_INTENT_LISTEN, ECHO_INTENT_TALK,    ECHO_INTENT_STOP,     ECHO_INTENT_NO,   ECHO_INTENT_YES,  ECHO_INTENT_TASK,
    ECHO_INTENT_HOWTO,  ECHO_INTENT_KNOWLEDGE, ECHO_INTENT_FOREIGN, ECHO_INTENT_CAN,  ECHO_INTENT_OKAY, ECHO_INTENT_FAVOURITE,
  };
  LueurEchoLang wish = lueur_echo_text_wish (text);

  if (wish == LUEUR_ECHO_UNSURE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (instead); i++)
    reading->intents[instead[i]] = FALSE;
  reading->intents[wish == LUEUR_ECHO_OTHER ? ECHO_INTENT_SPEAK_OTHER : ECHO_INTENT_SPEAK] = TRUE;
}

/**
 * lueur_echo_read:
 * @reading: (out caller-allocates):
 * @text: the message
 * @matcher: patterns of its language
 * @nouns: nouns of its language
 * @reader: (nullable): the emotion reader
 */
void
lueur_echo_read (LueurEchoReading *reading, const LueurEchoText *text, const LueurEchoMatcher *matcher, GHashTable *nouns,
                 const LueurReader *reader)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (LueurEchoHit));
  guint best_feeling = 0, best_event = 0, last_sentence;
  gboolean of_echo = FALSE;
  gboolean asked; /* of Écho, about itself: nothing is told */

  memset (reading, 0, sizeof *reading);
  reading->n_words = text->words->len;
  last_sentence = reading->n_words > 0 ? lueur_echo_text_word (text, reading->n_words - 1)->sentence : 0;
  for (guint i = 0; i < text->words->len; i++)
    reading->first_person |= lueur_echo_reading_is_self (lueur_echo_text_word (text, i)->fold);

  asked = text->question && !reading->first_person && lueur_echo_reading_speaks_to_echo (text);

  lueur_echo_matcher_run (matcher, text, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const LueurEchoHit *hit = &g_array_index (hits, LueurEchoHit, i);
      guint id = ECHO_KEY_ID (hit->key);

      switch (ECHO_KEY_KIND (hit->key))
        {
        case ECHO_KIND_INTENT:
          if (lueur_echo_reading_needs_asking ((LueurEchoIntent) id) && !lueur_echo_reading_is_asked (text))
            break;
          if (lueur_echo_reading_needs_request ((LueurEchoIntent) id) && !lueur_echo_reading_is_requested (text))
            break;
          /* A farewell stands at the end, and is no story of one. */
          if ((id == ECHO_INTENT_BYE || id == ECHO_INTENT_GOODNIGHT) &&
              (lueur_echo_text_word (text, hit->first)->sentence != last_sentence || reading->n_words > 30 ||
               lueur_echo_reading_is_told (text, hit->first)))
            break;
          reading->intents[id] = TRUE;
          break;
        case ECHO_KIND_FEELING:
          if (lueur_echo_reading_is_of_echo (text, hit))
            of_echo = TRUE;
          else if (!asked)
            take_feeling (reading, text, hit, nouns, &best_feeling);
          break;
        case ECHO_KIND_EVENT:
          if (id == ECHO_EVENT_DEATH && lueur_echo_reading_is_only_tired (text, hit))
            break;
          if (!asked && hit->last - hit->first + 1 >= best_event && !lueur_echo_reading_is_negated (text, hit->first) &&
              !(ECHO_EVENT_IS_GOOD ((LueurEchoEvent) id) && lueur_echo_reading_is_spoilt (text, hit, (LueurEchoEvent) id)))
            {
              best_event = hit->last - hit->first + 1;
              reading->event = (LueurEchoEvent) id;
            }
          break;
        case ECHO_KIND_STANCE:
          /* What was not done in three days is nothing to come. */
          if (id == ECHO_STANCE_FUTURE && lueur_echo_reading_is_past (text, hit))
            break;
          /* The first in the list is the most telling. */
          if (reading->stance == ECHO_STANCE_NONE || (LueurEchoStance) id < reading->stance)
            reading->stance = (LueurEchoStance) id;
          break;
        case ECHO_KIND_TOPIC:
        case ECHO_KIND_SAY:
        default:
          break;
        }
    }

  if (of_echo && !lueur_echo_reading_does_anything (reading))
    reading->intents[ECHO_INTENT_CONSCIOUS] = TRUE;
  read_topic (reading, text, nouns);
  lueur_echo_reading_take_pictures (reading, text);
  if (reading->event != ECHO_EVENT_NONE)
    reading->valence = ECHO_EVENT_IS_GOOD (reading->event) ? 1 : -1;
  else if (reading->feeling != ECHO_FEEL_NONE)
    reading->valence = ECHO_FEEL_IS_GOOD (reading->feeling) ? 1 : -1;
  ask_reader (reading, text, reader);
  lueur_echo_reading_take_shape (reading, text);
  read_wish (reading, text);
}
