/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a pattern that was found means where it stands: it may be denied, be somebody else's, be asked of Écho, lie in the
 * past, or be part of a story. */

#include "core/echo/reading-private.h"

static const char *const negations_en[] = { "not", "dont", "isnt", "arent", "wasnt", "werent", "never", "no", "without", "didnt", "wont", "aint", "nor", "hardly", NULL };
static const char *const negations_fr[] = { "pas", "jamais", "ni", "sans", "aucun", "aucune", "guere", NULL };
static const char *const self_words[] = { "i", "im", "ive", "id", "me", "my", "myself", "je", "j", "m", "moi", "mon", "ma", "mes", NULL };
static const char *const other_words[] = { "he", "she", "they", "hes", "shes", "theyre", "his", "il", "elle", "ils", "elles", "people", NULL };

gboolean
lueur_echo_reading_is_self (const char *word)
{
  return lueur_echo_is_among (self_words, word);
}

gboolean
lueur_echo_reading_is_negated (const LueurEchoText *text, guint first)
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
      if (lueur_echo_is_among (fillers, before->fold))
        {
          reach++;
          continue;
        }
      if (lueur_echo_is_among (text->lang == LUEUR_ECHO_FR ? negations_fr : negations_en, before->fold))
        {
          /* "Not only", "pas mal", "why not": no negation of what follows. */
          const LueurEchoWord *after = lueur_echo_text_word (text, first - back + 1);

          return strcmp (after->fold, "only") != 0 && strcmp (after->fold, "que") != 0 && strcmp (after->fold, "seulement") != 0;
        }
    }
  return FALSE;
}

/* Whose feeling it is: the nearest person before it in its clause. */
gboolean
lueur_echo_reading_is_somebody_elses (const LueurEchoText *text, guint first, guint last, GHashTable *nouns)
{
  guint clause = lueur_echo_text_word (text, first)->clause;
  const LueurEchoWord *after;

  for (guint i = first; i <= last; i++)
    if (lueur_echo_is_among (self_words, lueur_echo_text_word (text, i)->fold))
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
      if (lueur_echo_is_among (other_words, word->fold))
        return TRUE;
      noun = g_hash_table_lookup (nouns, word->fold);
      if (noun != NULL && noun->who)
        return TRUE;
      if (lueur_echo_is_among (self_words, word->fold) && strcmp (word->fold, "my") != 0 && strcmp (word->fold, "mon") != 0 &&
          strcmp (word->fold, "ma") != 0 && strcmp (word->fold, "mes") != 0)
        return FALSE;
    }
  return FALSE;
}

/* What only counts where it was asked for; “her recipe for soup” may be part of a story. */
gboolean
lueur_echo_reading_needs_request (LueurEchoIntent intent)
{
  return intent == ECHO_INTENT_RECIPE || intent == ECHO_INTENT_CODING || intent == ECHO_INTENT_HOWTO || intent == ECHO_INTENT_MODEL ||
         intent == ECHO_INTENT_TASK || intent == ECHO_INTENT_ERRAND;
}

/* A question that only counts where it was asked as one. */
gboolean
lueur_echo_reading_needs_asking (LueurEchoIntent intent)
{
  return intent == ECHO_INTENT_AGREE || intent == ECHO_INTENT_KNOWLEDGE || intent == ECHO_INTENT_FAVOURITE ||
         intent == ECHO_INTENT_OPINION;
}

gboolean
lueur_echo_reading_is_asked (const LueurEchoText *text)
{
  static const char *const openings[] = { "what", "whats", "who", "whos", "when", "where", "how", "which", "why", "explain", "define", "do", "does", "is", "are", "am", "can", "tell", "any", "quel", "quelle", "quels", "quelles", "say", "just", "admit", "qui", "combien", "comment", "explique", "expliquez", "pourquoi", "est", "qu", "que", "definition", "ton", "votre", "dis", "dites", NULL };
  const LueurEchoWord *first = lueur_echo_text_word (text, 0);

  return text->question || strchr (text->clean, '?') != NULL || (first != NULL && lueur_echo_is_among (openings, first->fold));
}

/* Asked, or told to: past an “ok, then” in front. */
gboolean
lueur_echo_reading_is_requested (const LueurEchoText *text)
{
  static const char *const before[] = { "and", "so", "then", "ok", "okay", "but", "please", "hey", "et", "alors", "donc", "mais", "bon", "dis", "sinon", NULL };
  static const char *const openings[] = { "give", "show", "help", "write", "fix", "debug", "explain", "teach", "find", "could", "would", "will", "should", "have", "got", "know", "do", "you", "i", "how", "what", "which", "can", "need", "any", "is", "recipe", "donne", "donnez", "montre", "montrez", "aide", "aidez", "ecris", "ecrivez", "corrige", "explique", "expliquez", "apprends", "tu", "t", "vous", "as", "avez", "peux", "pouvez", "comment", "quel", "quelle", "quels", "qu", "on", "je", "j", "une", "recette", "translate", "summarise", "summarize", "solve", "correct", "search", "look", "google", "set", "remind", "play", "open", "make", "draw", "generate", "wake", "start", "traduis", "traduisez", "redige", "redigez", "resume", "resumez", "calcule", "corrigez", "cherche", "cherchez", "mets", "mettez", "programme", "joue", "lance", "ouvre", "rappelle", "rappelez", "reveille", "reveillez", "dessine", "genere", "cree", "fais", "faites", "regarde", "regardez", NULL };
  static const char *const wanting[] = { "want", "need", "would", "d", "cherche", "voudrais", "aimerais", "veux", "need", "looking", "faut", "can", "should", "do", "peux", "dois", NULL };
  guint i = 0;
  const LueurEchoWord *word, *next;

  if (lueur_echo_reading_is_asked (text))
    return TRUE;
  while ((word = lueur_echo_text_word (text, i)) != NULL && lueur_echo_is_among (before, word->fold))
    i++;
  if (word == NULL || !lueur_echo_is_among (openings, word->fold))
    return FALSE;
  /* Who speaks of themselves asks for it only where they say that they want it. */
  if (!lueur_echo_is_among (self_words, word->fold))
    return TRUE;
  next = lueur_echo_text_word (text, i + 1);
  return next != NULL && lueur_echo_is_among (wanting, next->fold);
}

/* Good news in a sentence that takes it back, or says that nobody was there: “nobody called me on my birthday”. */
gboolean
lueur_echo_reading_is_spoilt (const LueurEchoText *text, const LueurEchoHit *hit, LueurEchoEvent event)
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
      if (lueur_echo_is_among (spoilers, word->fold) || (strcmp (word->fold, "no") == 0 && next != NULL && strcmp (next->fold, "one") == 0))
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

  return verb != NULL && lueur_echo_is_among (you, lueur_echo_text_word (text, first)->fold) && lueur_echo_is_among (verbs, verb->fold);
}

/* « Morte mais contente », « je suis mort » : nobody died. */
gboolean
lueur_echo_reading_is_only_tired (const LueurEchoText *text, const LueurEchoHit *hit)
{
  static const char *const before[] = { "suis", "etais", "sommes", "toute", "rentre", "sens", NULL };
  static const char *const behind[] = { "mais", "de", "d", NULL };
  const char *word = lueur_echo_text_word (text, hit->first)->fold;
  const LueurEchoWord *after = lueur_echo_text_word (text, hit->last + 1);

  if (hit->first != hit->last || (strcmp (word, "mort") != 0 && strcmp (word, "morte") != 0))
    return FALSE;
  if (hit->first > 0)
    return lueur_echo_is_among (before, lueur_echo_text_word (text, hit->first - 1)->fold);
  return after != NULL && lueur_echo_is_among (behind, after->fold);
}

/* “Do you get bored”, « tu te sens seul ? »: asked about Écho, and nothing that the person feels. */
gboolean
lueur_echo_reading_is_of_echo (const LueurEchoText *text, const LueurEchoHit *hit)
{
  static const char *const frames[] = { "do", "does", "are", "can", "could", "did", "will", "would", "have", "dont", "arent", "r", NULL };
  static const char *const you[] = { "you", "u", "tu", "t", "vous", "te", NULL };
  guint clause = lueur_echo_text_word (text, hit->first)->clause, first = hit->first;
  gboolean framed;

  for (guint i = hit->first; i <= hit->last; i++)
    if (lueur_echo_is_among (self_words, lueur_echo_text_word (text, i)->fold))
      return FALSE;
  while (first > 0 && lueur_echo_text_word (text, first - 1)->clause == clause)
    first--;
  framed = text->question || supposes (text, first) ||
           (lueur_echo_is_among (frames, lueur_echo_text_word (text, first)->fold) && first < hit->first &&
            lueur_echo_is_among (you, lueur_echo_text_word (text, first + 1)->fold));
  if (!framed)
    return FALSE;
  for (guint i = hit->first; i > first; i--)
    {
      const char *word = lueur_echo_text_word (text, i - 1)->fold;

      if (lueur_echo_is_among (you, word))
        return TRUE;
      if (lueur_echo_is_among (self_words, word) || lueur_echo_is_among (other_words, word))
        return FALSE;
    }
  return FALSE;
}

/* “Bonne journée” is a farewell, “une bonne journée” is a story; so is “did you have a nice day?”. */
gboolean
lueur_echo_reading_is_told (const LueurEchoText *text, guint first)
{
  static const char *const wishes[] = { "bonne", "belle", "have", "enjoy", NULL };
  static const char *const tellers[] = { "une", "la", "ma", "ta", "sa", "cette", "quelle", "notre", "votre", "leur", "i", "we", "they", "he", "she", "did", NULL };
  const LueurEchoWord *word = lueur_echo_text_word (text, first), *before, *after;

  if (first == 0 || !lueur_echo_is_among (wishes, word->fold))
    return FALSE;
  before = lueur_echo_text_word (text, first - 1);
  after = lueur_echo_text_word (text, first + 1);
  /* “I have to go” tells nothing but that. */
  if (before->clause != word->clause || (after != NULL && strcmp (after->fold, "to") == 0))
    return FALSE;
  for (guint back = 1; back <= MIN (first, 4); back++)
    if (strcmp (lueur_echo_text_word (text, first - back)->fold, "souhaite") == 0)
      return FALSE;
  return lueur_echo_is_among (tellers, before->fold) || (text->question && strcmp (before->fold, "you") == 0);
}

gboolean
lueur_echo_reading_is_past (const LueurEchoText *text, const LueurEchoHit *hit)
{
  static const char *const past[] = { "hasnt", "havent", "hadnt", "didnt", "has", "have", "had", "been", "was", "ago", "since", NULL };
  guint sentence = lueur_echo_text_word (text, hit->first)->sentence;

  for (guint i = hit->first; i > 0 && lueur_echo_text_word (text, i - 1)->sentence == sentence; i--)
    /* “I have to” and “I have an exam” lie ahead. */
    if (lueur_echo_is_among (past, lueur_echo_text_word (text, i - 1)->fold) && strcmp (lueur_echo_text_word (text, hit->first)->fold, "in") == 0)
      return TRUE;
  return FALSE;
}
