/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/reading.h"

#include <string.h>

/* A message is long from here on. */
#define LONG_BYTES 700
#define LONG_SENTENCES 8
/* The reader's opinion counts from this intensity on. */
#define READER_SURE 0.5f

static gboolean
in_list (const char *const *list, const char *word)
{
  for (; *list != NULL; list++)
    if (strcmp (*list, word) == 0)
      return TRUE;
  return FALSE;
}

static const char *const negations_en[] = { "not", "dont", "isnt", "arent", "wasnt", "werent", "never", "no", "without", "didnt", "wont", "aint", "nor", "hardly", NULL };
static const char *const negations_fr[] = { "pas", "jamais", "ni", "sans", "aucun", "aucune", "guere", NULL };
static const char *const self_words[] = { "i", "im", "ive", "id", "me", "my", "myself", "je", "j", "m", "moi", "mon", "ma", "mes", NULL };
static const char *const other_words[] = { "he", "she", "they", "hes", "shes", "theyre", "his", "il", "elle", "ils", "elles", "people", NULL };
static const char *const verbs_of_subject[] = { "am", "is", "are", "was", "were", "have", "has", "had", "do", "does", "did", "dont", "doesnt", "didnt", "can", "cant", "feel", "says", "said", "will", "wont", "isnt", "its", "thats", "suis", "est", "ai", "sont", "a", "ont", "ne", "n", "va", "vont", "dit", "fait", "peut", "veut", "faut", "etait", NULL };

static gboolean
is_negated (const LueurEchoText *text, guint first)
{
  const LueurEchoWord *word = lueur_echo_text_word (text, first);
  static const char *const fillers[] = { "du", "tout", "vraiment", "tres", "si", "tellement", "really", "very", "so", "that", NULL };
  guint reach = text->lang == LUEUR_ECHO_FR ? 2 : 3;

  for (guint back = 1; back <= reach && back <= first; back++)
    {
      const LueurEchoWord *before = lueur_echo_text_word (text, first - back);

      if (before->clause != word->clause)
        return FALSE;
      /* “Pas du tout fier”: what only stresses does not count. */
      if (in_list (fillers, before->fold))
        {
          reach++;
          continue;
        }
      if (in_list (text->lang == LUEUR_ECHO_FR ? negations_fr : negations_en, before->fold))
        {
          /* "Not only", "pas mal", "why not": no negation of what follows. */
          const LueurEchoWord *after = lueur_echo_text_word (text, first - back + 1);

          return strcmp (after->fold, "only") != 0 && strcmp (after->fold, "que") != 0 && strcmp (after->fold, "seulement") != 0;
        }
    }
  return FALSE;
}

/* Whose feeling it is: the nearest person before it in its clause. */
static gboolean
is_somebody_elses (const LueurEchoText *text, guint first, guint last, GHashTable *nouns)
{
  guint clause = lueur_echo_text_word (text, first)->clause;
  const LueurEchoWord *after;

  for (guint i = first; i <= last; i++)
    if (in_list (self_words, lueur_echo_text_word (text, i)->fold))
      return FALSE;
  /* "My boss humiliated me": what somebody did to the speaker, the speaker feels. */
  if (g_str_has_suffix (lueur_echo_text_word (text, last)->fold, "ed") && (after = lueur_echo_text_word (text, last + 1)) != NULL &&
      after->clause == clause && (strcmp (after->fold, "me") == 0 || strcmp (after->fold, "us") == 0))
    return FALSE;

  for (guint i = first; i > 0; i--)
    {
      const LueurEchoWord *word = lueur_echo_text_word (text, i - 1);
      const LueurEchoNoun *noun;

      if (word->clause != clause)
        return FALSE;
      if (in_list (other_words, word->fold))
        return TRUE;
      noun = g_hash_table_lookup (nouns, word->fold);
      if (noun != NULL && noun->who)
        return TRUE;
      if (in_list (self_words, word->fold) && strcmp (word->fold, "my") != 0 && strcmp (word->fold, "mon") != 0 &&
          strcmp (word->fold, "ma") != 0 && strcmp (word->fold, "mes") != 0)
        return FALSE;
    }
  return FALSE;
}

/* What only counts where it was asked for; “her recipe for soup” may be part of a story. */
static gboolean
needs_request (LueurEchoIntent intent)
{
  return intent == ECHO_INTENT_RECIPE || intent == ECHO_INTENT_CODING || intent == ECHO_INTENT_HOWTO || intent == ECHO_INTENT_MODEL ||
         intent == ECHO_INTENT_TASK || intent == ECHO_INTENT_ERRAND;
}

/* A question that only counts where it was asked as one. */
static gboolean
needs_asking (LueurEchoIntent intent)
{
  return intent == ECHO_INTENT_AGREE || intent == ECHO_INTENT_KNOWLEDGE || intent == ECHO_INTENT_FAVOURITE ||
         intent == ECHO_INTENT_OPINION;
}

static gboolean
is_asked (const LueurEchoText *text)
{
  static const char *const openings[] = { "what", "whats", "who", "whos", "when", "where", "how", "which", "why", "explain", "define", "do", "does", "is", "are", "am", "can", "tell", "any", "quel", "quelle", "quels", "quelles", "say", "just", "admit", "qui", "combien", "comment", "explique", "expliquez", "pourquoi", "est", "qu", "que", "definition", "ton", "votre", "dis", "dites", NULL };
  const LueurEchoWord *first = lueur_echo_text_word (text, 0);

  return text->question || strchr (text->clean, '?') != NULL || (first != NULL && in_list (openings, first->fold));
}

/* Asked, or told to: past an “ok, then” in front. */
static gboolean
is_requested (const LueurEchoText *text)
{
  static const char *const before[] = { "and", "so", "then", "ok", "okay", "but", "please", "hey", "et", "alors", "donc", "mais", "bon", "dis", "sinon", NULL };
  static const char *const openings[] = { "give", "show", "help", "write", "fix", "debug", "explain", "teach", "find", "could", "would", "will", "should", "have", "got", "know", "do", "you", "i", "how", "what", "which", "can", "need", "any", "is", "recipe", "donne", "donnez", "montre", "montrez", "aide", "aidez", "ecris", "ecrivez", "corrige", "explique", "expliquez", "apprends", "tu", "t", "vous", "as", "avez", "peux", "pouvez", "comment", "quel", "quelle", "quels", "qu", "on", "je", "j", "une", "recette", "translate", "summarise", "summarize", "solve", "correct", "search", "look", "google", "set", "remind", "play", "open", "make", "draw", "generate", "wake", "start", "traduis", "traduisez", "redige", "redigez", "resume", "resumez", "calcule", "corrigez", "cherche", "cherchez", "mets", "mettez", "programme", "joue", "lance", "ouvre", "rappelle", "rappelez", "reveille", "reveillez", "dessine", "genere", "cree", "fais", "faites", "regarde", "regardez", NULL };
  static const char *const wanting[] = { "want", "need", "would", "d", "cherche", "voudrais", "aimerais", "veux", "need", "looking", "faut", "can", "should", "do", "peux", "dois", NULL };
  guint i = 0;
  const LueurEchoWord *word, *next;

  if (is_asked (text))
    return TRUE;
  while ((word = lueur_echo_text_word (text, i)) != NULL && in_list (before, word->fold))
    i++;
  if (word == NULL || !in_list (openings, word->fold))
    return FALSE;
  /* Who speaks of themselves asks for it only where they say that they want it. */
  if (!in_list (self_words, word->fold))
    return TRUE;
  next = lueur_echo_text_word (text, i + 1);
  return next != NULL && in_list (wanting, next->fold);
}

/* Good news in a sentence that takes it back, or says that nobody was there: “nobody called me on my birthday”. */
static gboolean
is_spoilt (const LueurEchoText *text, const LueurEchoHit *hit, LueurEchoEvent event)
{
  static const char *const spoilers[] = { "nobody", "noone", "forgot", "forgotten", "forget", "alone", "didnt", "wasnt", "werent", "not", "never", "without", "ruined", "cancelled", "canceled", "personne", "oublie", "oubliee", "seul", "seule", "pas", "jamais", "sans", "aucun", "aucune", "gache", "annule", "annulee", "rate", NULL };
  guint sentence = lueur_echo_text_word (text, hit->first)->sentence;

  for (guint i = 0; i < text->words->len; i++)
    {
      const LueurEchoWord *word = lueur_echo_text_word (text, i), *next = lueur_echo_text_word (text, i + 1);

      /* What is part of the news itself does not speak against it. */
      if (word->sentence != sentence || (i >= hit->first && i <= hit->last))
        continue;
      /* Somebody met beside somebody is no plain good news. */
      if (event == ECHO_EVENT_MET && (strcmp (word->fold, "else") == 0 || strcmp (word->fold, "autre") == 0))
        return TRUE;
      if (in_list (spoilers, word->fold) || (strcmp (word->fold, "no") == 0 && next != NULL && strcmp (next->fold, "one") == 0))
        return TRUE;
    }
  return FALSE;
}

/* “You must be tired of me”, « tu dois en avoir marre ». */
static gboolean
supposes (const LueurEchoText *text, guint first)
{
  static const char *const verbs[] = { "must", "probably", "seem", "sound", "might", "dois", "devez", "sembles", "semblez", NULL };
  static const char *const you[] = { "you", "tu", "vous", NULL };
  const LueurEchoWord *verb = lueur_echo_text_word (text, first + 1);

  return verb != NULL && in_list (you, lueur_echo_text_word (text, first)->fold) && in_list (verbs, verb->fold);
}

/* « Morte mais contente », « je suis mort » : nobody died. */
static gboolean
is_only_tired (const LueurEchoText *text, const LueurEchoHit *hit)
{
  static const char *const before[] = { "suis", "etais", "sommes", "toute", "rentre", "sens", NULL };
  static const char *const behind[] = { "mais", "de", "d", NULL };
  const char *word = lueur_echo_text_word (text, hit->first)->fold;
  const LueurEchoWord *after = lueur_echo_text_word (text, hit->last + 1);

  if (hit->first != hit->last || (strcmp (word, "mort") != 0 && strcmp (word, "morte") != 0))
    return FALSE;
  if (hit->first > 0)
    return in_list (before, lueur_echo_text_word (text, hit->first - 1)->fold);
  return after != NULL && in_list (behind, after->fold);
}

/* “Do you get bored”, « tu te sens seul ? »: asked about Écho, and nothing that the person feels. */
static gboolean
is_of_echo (const LueurEchoText *text, const LueurEchoHit *hit)
{
  static const char *const frames[] = { "do", "does", "are", "can", "could", "did", "will", "would", "have", "dont", "arent", "r", NULL };
  static const char *const you[] = { "you", "u", "tu", "t", "vous", "te", NULL };
  guint clause = lueur_echo_text_word (text, hit->first)->clause, first = hit->first;
  gboolean framed;

  for (guint i = hit->first; i <= hit->last; i++)
    if (in_list (self_words, lueur_echo_text_word (text, i)->fold))
      return FALSE;
  while (first > 0 && lueur_echo_text_word (text, first - 1)->clause == clause)
    first--;
  framed = text->question || supposes (text, first) ||
           (in_list (frames, lueur_echo_text_word (text, first)->fold) && first < hit->first &&
            in_list (you, lueur_echo_text_word (text, first + 1)->fold));
  if (!framed)
    return FALSE;
  for (guint i = hit->first; i > first; i--)
    {
      const char *word = lueur_echo_text_word (text, i - 1)->fold;

      if (in_list (you, word))
        return TRUE;
      if (in_list (self_words, word) || in_list (other_words, word))
        return FALSE;
    }
  return FALSE;
}

/* “Bonne journée” is a farewell, “une bonne journée” is a story; so is “did you have a nice day?”. */
static gboolean
is_told (const LueurEchoText *text, guint first)
{
  static const char *const wishes[] = { "bonne", "belle", "have", "enjoy", NULL };
  static const char *const tellers[] = { "une", "la", "ma", "ta", "sa", "cette", "quelle", "notre", "votre", "leur", "i", "we", "they", "he", "she", "did", NULL };
  const LueurEchoWord *word = lueur_echo_text_word (text, first), *before, *after;

  if (first == 0 || !in_list (wishes, word->fold))
    return FALSE;
  before = lueur_echo_text_word (text, first - 1);
  after = lueur_echo_text_word (text, first + 1);
  /* “I have to go” tells nothing but that. */
  if (before->clause != word->clause || (after != NULL && strcmp (after->fold, "to") == 0))
    return FALSE;
  for (guint back = 1; back <= MIN (first, 4); back++)
    if (strcmp (lueur_echo_text_word (text, first - back)->fold, "souhaite") == 0)
      return FALSE;
  return in_list (tellers, before->fold) || (text->question && strcmp (before->fold, "you") == 0);
}

static gboolean
is_past (const LueurEchoText *text, const LueurEchoHit *hit)
{
  static const char *const past[] = { "hasnt", "havent", "hadnt", "didnt", "has", "have", "had", "been", "was", "ago", "since", NULL };
  guint sentence = lueur_echo_text_word (text, hit->first)->sentence;

  for (guint i = hit->first; i > 0 && lueur_echo_text_word (text, i - 1)->sentence == sentence; i--)
    /* “I have to” and “I have an exam” lie ahead. */
    if (in_list (past, lueur_echo_text_word (text, i - 1)->fold) && strcmp (lueur_echo_text_word (text, hit->first)->fold, "in") == 0)
      return TRUE;
  return FALSE;
}

static void
take_feeling (LueurEchoReading *reading, const LueurEchoText *text, const LueurEchoHit *hit, GHashTable *nouns, guint *best)
{
  LueurEchoFeeling feeling = (LueurEchoFeeling) ECHO_KEY_ID (hit->key);
  guint score = (hit->last - hit->first + 1) * 2;

  if (is_negated (text, hit->first))
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
  reading->others = is_somebody_elses (text, hit->first, hit->last, nouns);
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

static const struct
{
  const char *emoticon;
  LueurEchoFeeling feeling;
} emoticons[] = {
  { ":(", ECHO_FEEL_SAD },    { ":'(", ECHO_FEEL_SAD },  { ":-(", ECHO_FEEL_SAD },  { "😢", ECHO_FEEL_SAD },   { "😭", ECHO_FEEL_SAD },
  { "😔", ECHO_FEEL_SAD },    { "💔", ECHO_FEEL_SAD },   { "😞", ECHO_FEEL_SAD },   { "😡", ECHO_FEEL_ANGRY }, { "🤬", ECHO_FEEL_ANGRY },
  { "😠", ECHO_FEEL_ANGRY },  { "😱", ECHO_FEEL_AFRAID }, { "😨", ECHO_FEEL_AFRAID }, { "😰", ECHO_FEEL_ANXIOUS }, { "😴", ECHO_FEEL_TIRED },
  { "🥱", ECHO_FEEL_TIRED },  { "🤒", ECHO_FEEL_SICK },  { "🤢", ECHO_FEEL_SICK },  { "😳", ECHO_FEEL_ASHAMED }, { ":)", ECHO_FEEL_HAPPY },
  { ":-)", ECHO_FEEL_HAPPY }, { ":D", ECHO_FEEL_HAPPY }, { "😀", ECHO_FEEL_HAPPY }, { "😃", ECHO_FEEL_HAPPY }, { "😄", ECHO_FEEL_HAPPY },
  { "😊", ECHO_FEEL_HAPPY },  { "🙂", ECHO_FEEL_HAPPY }, { "😁", ECHO_FEEL_HAPPY }, { "🥳", ECHO_FEEL_EXCITED }, { "🎉", ECHO_FEEL_EXCITED },
  { "❤", ECHO_FEEL_HAPPY },   { "💕", ECHO_FEEL_HAPPY }, { "💖", ECHO_FEEL_HAPPY }, { "💙", ECHO_FEEL_HAPPY }, { "💜", ECHO_FEEL_HAPPY },
  { "🧡", ECHO_FEEL_HAPPY },  { "💛", ECHO_FEEL_HAPPY }, { "💚", ECHO_FEEL_HAPPY }, { "☺", ECHO_FEEL_HAPPY },  { "😉", ECHO_FEEL_HAPPY },
  { "😎", ECHO_FEEL_HAPPY },  { "😘", ECHO_FEEL_HAPPY }, { "🤗", ECHO_FEEL_HAPPY }, { "✨", ECHO_FEEL_HAPPY }, { "😥", ECHO_FEEL_SAD },
  { "☹", ECHO_FEEL_SAD },     { "🙁", ECHO_FEEL_SAD },   { "😩", ECHO_FEEL_TIRED }, { "😫", ECHO_FEEL_TIRED }, { "😤", ECHO_FEEL_ANGRY },
  { "🤩", ECHO_FEEL_EXCITED }, { "🥰", ECHO_FEEL_IN_LOVE }, { "😍", ECHO_FEEL_IN_LOVE }, { "😮‍💨", ECHO_FEEL_RELIEVED },
};

static gboolean
does_anything (const LueurEchoReading *reading)
{
  for (guint i = 0; i < ECHO_N_INTENTS; i++)
    if (reading->intents[i])
      return TRUE;
  return FALSE;
}

/* Pictures tell a feeling where there are hardly any words; with words, the words tell it: a smile behind a “thank
 * you” is a thank you. */
static void
read_pictures (LueurEchoReading *reading, const LueurEchoText *text)
{
  if (reading->feeling != ECHO_FEEL_NONE || reading->n_words > 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (emoticons); i++)
    if (strstr (text->clean, emoticons[i].emoticon) != NULL && !(ECHO_FEEL_IS_GOOD (emoticons[i].feeling) && does_anything (reading)))
      {
        reading->feeling = emoticons[i].feeling;
        return;
      }
}

/* Pictures that do what a word would. */
static const struct
{
  const char *picture;
  LueurEchoIntent intent;
} signs[] = {
  { "👍", ECHO_INTENT_OKAY },   { "👌", ECHO_INTENT_OKAY },  { "👎", ECHO_INTENT_NO },    { "🙏", ECHO_INTENT_THANKS }, { "😂", ECHO_INTENT_LAUGH },
  { "🤣", ECHO_INTENT_LAUGH },  { "😆", ECHO_INTENT_LAUGH }, { "😹", ECHO_INTENT_LAUGH }, { "🤷", ECHO_INTENT_DUNNO },  { "👋", ECHO_INTENT_GREET },
};

static gboolean
read_sign (LueurEchoReading *reading, const LueurEchoText *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text->clean, signs[i].picture) != NULL)
      {
        reading->intents[signs[i].intent] = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* “17 x 23”, “12 times 4”, « 3 fois 7 ». */
static gboolean
is_sum (const LueurEchoText *text)
{
  static const char *const operators[] = { "times", "plus", "minus", "x", "divided", "multiplied", "fois", "moins", "divise", "multiplie", NULL };

  if (text->words->len > 14)
    return FALSE;
  for (guint i = 0; i + 1 < text->words->len; i++)
    {
      const LueurEchoWord *word = lueur_echo_text_word (text, i), *next = lueur_echo_text_word (text, i + 1), *after = lueur_echo_text_word (text, i + 2);
      const char *between = text->clean + word->end;

      if (!g_ascii_isdigit (word->fold[0]))
        continue;
      if (in_list (operators, next->fold) && after != NULL &&
          (g_ascii_isdigit (after->fold[0]) || strcmp (after->fold, "by") == 0 || strcmp (after->fold, "par") == 0))
        return TRUE;
      if (next->start - word->end <= 4 && g_ascii_isdigit (next->fold[0]))
        for (; between < text->clean + next->start; between++)
          /* A dash or a stroke alone may be a span or a date. */
          if (strchr ("+*^=", *between) != NULL || g_str_has_prefix (between, "×") || g_str_has_prefix (between, "÷"))
            return TRUE;
    }
  return FALSE;
}

static gboolean
looks_like_code (const char *text)
{
  guint marks = 0, length = 0;

  if (strstr (text, "```") != NULL || strstr (text, "#include") != NULL || strstr (text, "</") != NULL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p++, length++)
    if (strchr ("{};=<>[]|&\\$_", *p) != NULL)
      marks++;
  return length >= 20 && marks * 12 > length;
}

static gboolean
speaks_to_echo (const LueurEchoText *text)
{
  static const char *const you[] = { "you", "your", "yours", "u", "youre", "yourself", "tu", "te", "t", "toi", "ton", "ta", "tes", "vous", "votre", "vos", NULL };

  for (guint i = 0; i < text->words->len; i++)
    if (in_list (you, lueur_echo_text_word (text, i)->fold))
      return TRUE;
  return FALSE;
}

/* A question about nobody and nothing that was talked of: it wants a fact. */
static gboolean
is_of_the_world (const LueurEchoReading *reading, const LueurEchoText *text)
{
  static const char *const pointing[] = { "he", "she", "they", "it", "its", "this", "that", "we", "us", "his", "her", "their", "him", "them", "il", "elle", "ils", "elles", "on", "ca", "ce", "c", "cela", "lui", "leur", "leurs", "nous", "notre", "son", "sa", "ses", "now", "wrong", "maintenant", NULL };

  if (reading->n_words < 4 || reading->first_person || reading->topic != ECHO_TOPIC_NONE || speaks_to_echo (text) ||
      reading->feeling != ECHO_FEEL_NONE || does_anything (reading))
    return FALSE;
  for (guint i = 0; i < text->words->len; i++)
    if (in_list (pointing, lueur_echo_text_word (text, i)->fold))
      return FALSE;
  return TRUE;
}

/* What the message is by its mere shape. */
static void
read_shape (LueurEchoReading *reading, const LueurEchoText *text)
{
  gboolean has_digit = strpbrk (text->clean, "0123456789") != NULL;

  if (has_digit && is_sum (text))
    reading->intents[ECHO_INTENT_SUMS] = TRUE;
  if (text->n_letters == 0 && !has_digit && reading->feeling == ECHO_FEEL_NONE && read_sign (reading, text))
    return;
  if (text->n_letters == 0 && !has_digit)
    reading->intents[text->n_emoji > 0 || reading->feeling != ECHO_FEEL_NONE ? ECHO_INTENT_EMOJI : ECHO_INTENT_SILENCE] = TRUE;
  else if (looks_like_code (text->clean))
    reading->intents[ECHO_INTENT_CODE] = TRUE;
  else if (text->cut || strlen (text->clean) > LONG_BYTES || text->n_sentences > LONG_SENTENCES)
    reading->intents[ECHO_INTENT_LONG] = TRUE;
  else if (lueur_echo_text_guess (text) == LUEUR_ECHO_OTHER)
    reading->intents[ECHO_INTENT_FOREIGN] = TRUE;
  else if (reading->n_words == 1 && !text->question)
    reading->intents[ECHO_INTENT_ONE_WORD] = TRUE;
  else if (reading->n_words >= 2 && reading->n_words <= 6 && !text->question && !reading->first_person)
    {
      /* A few words without a subject or a verb of their own. */
      static const char *const subjects[] = { "he", "she", "it", "they", "we", "this", "that", "you", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "c", "ca", "tu", "qui", "who", NULL };
      gboolean verb = FALSE;

      for (guint i = 0; i < text->words->len; i++)
        verb |= in_list (verbs_of_subject, lueur_echo_text_word (text, i)->fold) ||
                in_list (subjects, lueur_echo_text_word (text, i)->fold);
      reading->intents[ECHO_INTENT_FRAGMENT] = !verb;
    }
  if (text->question && is_of_the_world (reading, text))
    reading->intents[ECHO_INTENT_KNOWLEDGE] = TRUE;
  if (text->question)
    reading->intents[speaks_to_echo (text) ? ECHO_INTENT_ASK_YOU : ECHO_INTENT_ASK_ANY] = TRUE;
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
    reading->first_person |= in_list (self_words, lueur_echo_text_word (text, i)->fold);

  asked = text->question && !reading->first_person && speaks_to_echo (text);

  lueur_echo_matcher_run (matcher, text, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const LueurEchoHit *hit = &g_array_index (hits, LueurEchoHit, i);
      guint id = ECHO_KEY_ID (hit->key);

      switch (ECHO_KEY_KIND (hit->key))
        {
        case ECHO_KIND_INTENT:
          if (needs_asking ((LueurEchoIntent) id) && !is_asked (text))
            break;
          if (needs_request ((LueurEchoIntent) id) && !is_requested (text))
            break;
          /* A farewell stands at the end, and is no story of one. */
          if ((id == ECHO_INTENT_BYE || id == ECHO_INTENT_GOODNIGHT) &&
              (lueur_echo_text_word (text, hit->first)->sentence != last_sentence || reading->n_words > 30 ||
               is_told (text, hit->first)))
            break;
          reading->intents[id] = TRUE;
          break;
        case ECHO_KIND_FEELING:
          if (is_of_echo (text, hit))
            of_echo = TRUE;
          else if (!asked)
            take_feeling (reading, text, hit, nouns, &best_feeling);
          break;
        case ECHO_KIND_EVENT:
          if (id == ECHO_EVENT_DEATH && is_only_tired (text, hit))
            break;
          if (!asked && hit->last - hit->first + 1 >= best_event && !is_negated (text, hit->first) &&
              !(ECHO_EVENT_IS_GOOD ((LueurEchoEvent) id) && is_spoilt (text, hit, (LueurEchoEvent) id)))
            {
              best_event = hit->last - hit->first + 1;
              reading->event = (LueurEchoEvent) id;
            }
          break;
        case ECHO_KIND_STANCE:
          /* What was not done in three days is nothing to come. */
          if (id == ECHO_STANCE_FUTURE && is_past (text, hit))
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

  if (of_echo && !does_anything (reading))
    reading->intents[ECHO_INTENT_CONSCIOUS] = TRUE;
  read_topic (reading, text, nouns);
  read_pictures (reading, text);
  if (reading->event != ECHO_EVENT_NONE)
    reading->valence = ECHO_EVENT_IS_GOOD (reading->event) ? 1 : -1;
  else if (reading->feeling != ECHO_FEEL_NONE)
    reading->valence = ECHO_FEEL_IS_GOOD (reading->feeling) ? 1 : -1;
  ask_reader (reading, text, reader);
  read_shape (reading, text);
  read_wish (reading, text);
}
