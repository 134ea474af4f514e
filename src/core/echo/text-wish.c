/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language that somebody asks to be answered in. */

#include "core/echo/text.h"

#include <string.h>

static LueurEchoLang
language_named (const char *word)
{
  static const char *const english[] = { "english", "anglais", "anglaise", NULL };
  static const char *const french[] = { "french", "francais", "francaise", NULL };
  static const char *const others[] = { "spanish", "espagnol", "espanol", "deutsch", "italiano", "portugues", "nederlands", "german", "allemand", "italian", "italien", "portuguese", "portugais", "dutch", "neerlandais", "arabic", "arabe", "chinese", "chinois", "mandarin", "japanese", "japonais", "russian", "russe", "polish", "polonais", "turkish", "turc", "korean", "coreen", "catalan", "breton", "basque", "swedish", "suedois", "ukrainian", "ukrainien", "hindi", NULL };

  /* None is shorter. */
  if (strlen (word) < 4)
    return LUEUR_ECHO_UNSURE;
  return lueur_echo_is_among (english, word)  ? LUEUR_ECHO_EN
         : lueur_echo_is_among (french, word) ? LUEUR_ECHO_FR
         : lueur_echo_is_among (others, word) ? LUEUR_ECHO_OTHER
                                   : LUEUR_ECHO_UNSURE;
}

/* Whether the word at @i is a language by itself, and not what somebody or something is. */
static gboolean
ends_naming (const LueurEchoText *self, guint i)
{
  static const char *const after[] = { "please", "pls", "from", "always", "toujours", "s", "now", "instead", "with", "if", "maybe", "then", "again", "today", "is", "s", "too", "for", "or", "and", "a", "stp", "svp", "plutot", "aussi", "avec", "maintenant", "si", "ou", "et", "un", "tous", "desormais", "tu", "vous", "non", "ca", "c", "t", NULL };
  const LueurEchoWord *next = lueur_echo_text_word (self, i + 1);

  return lueur_echo_text_word (self, i)->clause_end || (next != NULL && lueur_echo_is_among (after, next->fold));
}

/* More words than this are a story in which a language is named. */
#define WISH_WORDS 14

/**
 * lueur_echo_text_wish:
 *
 * Returns: the language that is asked for, LUEUR_ECHO_OTHER for one without lines, or LUEUR_ECHO_UNSURE
 */
LueurEchoLang
lueur_echo_text_wish (const LueurEchoText *self)
{
  static const char *const asking[] = { "speaking", "talking", "writing", "answering", "mind", "derange", "derangerait", "ennuie", "speak", "talk", "write", "answer", "reply", "respond", "switch", "continue", "chat", "go", "stick", "stay", "keep", "change", "fine", "ok", "okay", "please", "easier", "instead", "parle", "parler", "parles", "parlez", "parlons", "ecris", "ecrire", "ecrivez", "reponds", "repondre", "repondez", "passe", "passer", "passons", "passez", "continue", "continuer", "continuons", "discuter", "discute", "causer", "cause", "reste", "rester", "restons", "repasse", "repasser", "stp", "plait", NULL };
  static const char *const wanting[] = { "can", "could", "want", "prefer", "rather", "like", "lets", "peux", "peut", "veux", "voudrais", "aimerais", "prefere", "prefererais", "pouvons", "pourrait", "please", "if", "si", NULL };
  static const char *const tellers[] = { "i", "je", "j", "he", "she", "they", "my", "his", "her", "il", "elle", "ils", "elles", "mon", "ma", "mes", "son", "sa", NULL };
  static const char *const aside[] = { "learn", "learning", "apprendre", "apprends", "class", "classes", "lesson", "lessons", "exam", "test", "homework", "cours", "prof", "teacher", "fluently", "couramment", "say", "said", "dit", "dire", "translate", "traduis", "traduire", "traduction", "mean", "means", "veut", "book", "livre", "film", "movie", "essay", "food", "people", NULL };
  static const char *const denying[] = { "dont", "don", "cant", "cannot", "not", "pas", "doesnt", NULL };
  LueurEchoLang named = LUEUR_ECHO_UNSURE;
  gboolean asks = FALSE, wants = FALSE, tells = FALSE, denies = FALSE;

  if (self->words->len == 0 || self->words->len > WISH_WORDS)
    return LUEUR_ECHO_UNSURE;
  /* The last one that is named: “not French, English”; “the French market” names none. */
  for (guint i = 0; i < self->words->len; i++)
    {
      LueurEchoLang language = language_named (lueur_echo_text_word (self, i)->fold);

      if (language != LUEUR_ECHO_UNSURE && ends_naming (self, i))
        named = language;
    }
  if (named == LUEUR_ECHO_UNSURE)
    return LUEUR_ECHO_UNSURE;
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = lueur_echo_text_word (self, i)->fold;

      if (lueur_echo_is_among (aside, word))
        return LUEUR_ECHO_UNSURE;
      asks |= lueur_echo_is_among (asking, word);
      wants |= lueur_echo_is_among (wanting, word);
      /* « s’il te plaît » tells of nobody. */
      tells |= lueur_echo_is_among (tellers, word) && !(i > 0 && strcmp (lueur_echo_text_word (self, i - 1)->fold, "s") == 0);
      denies |= lueur_echo_is_among (denying, word);
    }
  if (tells && !wants && !denies)
    return LUEUR_ECHO_UNSURE;
  /* “I don’t speak French”: then it is the language that this is said in. */
  if (denies && tells)
    return named != self->lang ? self->lang : LUEUR_ECHO_UNSURE;
  /* “En français ?” needs no verb. */
  return asks || wants || self->words->len <= 3 ? named : LUEUR_ECHO_UNSURE;
}
