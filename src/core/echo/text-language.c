/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which language a message is written in, by its function words. */

#include "core/echo/text.h"

enum
{
  EN = 1 << 0,
  FR = 1 << 1,
  XX = 1 << 2, /* a neighbour: enough of them to tell that it is neither */
  LOAN = 1 << 3, /* said in the middle of the other language, too: alone it tells nothing */
};

/* Function words that tell languages apart, in the order of strcmp(). */
static const struct
{
  const char *word;
  guint8 langs;
} telling[] = {
  { "a", EN | FR }, { "aber", XX }, { "about", EN }, { "ai", FR }, { "aime", FR }, { "all", EN }, { "alors", FR },
  { "always", EN }, { "am", EN }, { "ami", FR }, { "amie", FR }, { "amo", XX }, { "amor", XX }, { "an", EN },
  { "and", EN }, { "ans", FR }, { "apres", FR }, { "ar", XX }, { "are", EN }, { "as", EN | FR }, { "at", EN },
  { "au", FR }, { "auch", XX }, { "auf", XX }, { "aujourdhui", FR }, { "aussi", FR }, { "aux", FR }, { "avant", FR },
  { "avec", FR }, { "avoir", FR }, { "avond", XX }, { "bad", EN }, { "be", EN }, { "beaucoup", FR },
  { "because", EN }, { "been", EN }, { "bem", XX }, { "ben", XX }, { "bien", FR }, { "bin", XX }, { "bitte", XX },
  { "bom", XX }, { "bonjour", FR }, { "bonne", FR }, { "bonsoir", FR }, { "brother", EN }, { "bueno", XX },
  { "buongiorno", XX }, { "but", EN }, { "by", EN }, { "bye", EN | LOAN }, { "c", FR }, { "ca", FR }, { "can", EN },
  { "cant", EN }, { "ce", FR }, { "cet", FR }, { "cette", FR }, { "chat", EN | FR }, { "che", XX }, { "chez", FR },
  { "chose", FR }, { "ciao", FR | XX }, { "co", XX }, { "come", XX }, { "comme", FR }, { "comment", FR },
  { "como", XX }, { "coucou", FR }, { "could", EN }, { "d", FR }, { "dad", EN }, { "dank", XX }, { "danke", XX },
  { "dans", FR }, { "das", XX }, { "day", EN }, { "de", FR }, { "dein", XX }, { "demain", FR }, { "depuis", FR },
  { "der", XX }, { "des", FR }, { "desole", FR }, { "det", XX }, { "deteste", FR }, { "di", XX }, { "dia", XX },
  { "dich", XX }, { "did", EN }, { "didnt", EN }, { "die", XX }, { "dire", FR }, { "do", EN }, { "does", EN },
  { "doesnt", EN }, { "dois", FR }, { "donc", FR }, { "donde", XX }, { "dont", EN }, { "dormir", FR },
  { "du", FR | XX }, { "een", XX }, { "ein", XX }, { "eine", XX }, { "el", XX }, { "elle", FR }, { "elles", FR },
  { "encore", FR }, { "eres", XX }, { "es", FR }, { "est", FR }, { "esta", XX }, { "estou", XX }, { "estoy", XX },
  { "et", FR }, { "etais", FR }, { "etait", FR }, { "etre", FR }, { "eu", XX }, { "everything", EN },
  { "faire", FR }, { "fais", FR }, { "fait", FR }, { "falar", XX }, { "fatigue", FR }, { "feel", EN },
  { "feeling", EN }, { "fois", FR }, { "for", EN }, { "frere", FR }, { "friend", EN }, { "from", EN }, { "fur", XX },
  { "gaat", XX }, { "geht", XX }, { "get", EN }, { "gli", XX }, { "go", EN | LOAN }, { "goed", XX }, { "going", EN },
  { "good", EN }, { "got", EN }, { "gracias", XX }, { "grazie", XX }, { "gusta", XX }, { "gut", XX }, { "habe", XX },
  { "hablo", XX }, { "had", EN }, { "hai", XX }, { "happy", EN }, { "has", EN }, { "hate", EN }, { "have", EN },
  { "he", EN }, { "heisse", XX }, { "hello", EN | LOAN }, { "her", EN }, { "het", XX }, { "heute", XX }, { "hey", EN | LOAN },
  { "hi", EN | LOAN }, { "hier", FR }, { "his", EN }, { "ho", XX }, { "hoe", XX }, { "hola", XX }, { "home", EN },
  { "how", EN }, { "i", EN }, { "ich", XX }, { "if", EN }, { "ik", XX }, { "il", FR | XX }, { "ils", FR },
  { "im", EN }, { "ingles", XX }, { "inte", XX }, { "io", XX }, { "is", EN }, { "isnt", EN }, { "ist", XX },
  { "it", EN }, { "its", EN }, { "ive", EN }, { "j", FR }, { "jag", XX }, { "jak", XX }, { "jamais", FR },
  { "je", FR | XX }, { "jestem", XX }, { "jij", XX }, { "job", EN | LOAN }, { "jour", FR }, { "journee", FR },
  { "jours", FR }, { "jusque", FR }, { "just", EN }, { "keine", XX }, { "know", EN }, { "l", FR }, { "la", FR },
  { "las", XX }, { "lavoro", XX }, { "le", FR }, { "les", FR }, { "leur", FR }, { "leurs", FR }, { "like", EN },
  { "lo", XX }, { "long", EN }, { "los", XX }, { "love", EN }, { "m", FR }, { "ma", FR }, { "mais", FR },
  { "maison", FR }, { "mal", FR }, { "matin", FR }, { "me", EN | FR }, { "mein", XX }, { "meme", FR },
  { "merci", FR | LOAN }, { "mere", FR }, { "mes", FR }, { "meu", XX }, { "mi", XX }, { "mich", XX }, { "minha", XX },
  { "mio", XX }, { "mit", XX }, { "moi", FR }, { "mon", EN | FR }, { "morgen", XX }, { "much", EN }, { "muito", XX },
  { "mum", EN }, { "muy", XX }, { "my", EN }, { "n", FR }, { "na", XX }, { "nao", XX }, { "ne", FR }, { "need", EN },
  { "never", EN }, { "new", EN }, { "nicht", XX }, { "nie", XX }, { "niet", XX }, { "night", EN }, { "no", EN | LOAN },
  { "nobody", EN }, { "noche", XX }, { "noite", XX }, { "non", FR | XX }, { "nos", FR }, { "not", EN },
  { "nothing", EN }, { "notre", FR }, { "nous", FR }, { "nuit", FR }, { "nunca", XX }, { "obrigada", XX },
  { "obrigado", XX }, { "och", XX }, { "of", EN }, { "ola", XX }, { "old", EN }, { "on", EN | FR }, { "one", EN },
  { "or", EN | FR }, { "ou", FR }, { "oui", FR }, { "out", EN }, { "para", XX }, { "parce", FR }, { "pardon", FR | LOAN },
  { "parler", FR }, { "pas", FR }, { "perche", XX }, { "pere", FR }, { "pero", XX }, { "peu", FR }, { "peur", FR },
  { "peux", FR }, { "please", EN }, { "plus", EN | FR }, { "por", XX }, { "porque", XX }, { "pour", FR },
  { "pourquoi", FR }, { "qu", FR }, { "quand", FR }, { "que", FR }, { "quelque", FR }, { "questo", XX },
  { "qui", FR }, { "quiero", XX }, { "quoi", FR }, { "really", EN }, { "revoir", FR }, { "rien", FR }, { "s", FR },
  { "sa", FR }, { "sad", EN }, { "sais", FR }, { "salut", FR }, { "se", FR }, { "see", EN }, { "sehr", XX }, { "sei", XX },
  { "semaine", FR }, { "sens", FR }, { "ses", FR }, { "she", EN }, { "should", EN }, { "sie", XX },
  { "siempre", XX }, { "since", EN }, { "sind", XX }, { "sister", EN }, { "so", EN }, { "soeur", FR },
  { "soir", FR }, { "some", EN }, { "someone", EN }, { "son", EN | FR }, { "sono", XX }, { "sorry", EN | LOAN },
  { "sou", XX }, { "soy", XX }, { "suis", FR }, { "sur", FR }, { "ta", FR }, { "tal", XX }, { "talk", EN },
  { "te", FR }, { "tell", EN }, { "tengo", XX }, { "than", EN }, { "thank", EN }, { "thanks", EN | LOAN }, { "that", EN },
  { "thats", EN }, { "the", EN }, { "then", EN }, { "there", EN }, { "they", EN }, { "think", EN }, { "this", EN },
  { "ti", XX }, { "time", EN }, { "to", EN | XX }, { "today", EN }, { "toi", FR }, { "tomorrow", EN }, { "ton", FR },
  { "too", EN }, { "toujours", FR }, { "tous", FR }, { "tout", FR }, { "trabajo", XX }, { "travail", FR },
  { "tres", FR }, { "triste", FR }, { "trop", FR }, { "tu", FR }, { "tudo", XX }, { "tuo", XX }, { "un", FR },
  { "una", XX }, { "und", XX }, { "une", FR }, { "up", EN }, { "va", FR }, { "vais", FR }, { "van", XX },
  { "very", EN }, { "veut", FR }, { "veux", FR }, { "voce", XX }, { "voglio", XX }, { "voila", FR }, { "vos", FR },
  { "votre", FR }, { "voudrais", FR }, { "vous", FR }, { "vraiment", FR }, { "want", EN }, { "war", XX },
  { "was", EN }, { "we", EN }, { "week", EN | LOAN }, { "were", EN }, { "what", EN }, { "when", EN }, { "which", EN },
  { "who", EN }, { "why", EN }, { "wie", XX }, { "will", EN }, { "wir", XX }, { "with", EN }, { "wo", XX },
  { "wont", EN }, { "work", EN }, { "would", EN }, { "write", EN }, { "y", FR }, { "yes", EN | LOAN }, { "yesterday", EN },
  { "yo", XX }, { "you", EN }, { "your", EN }, { "youre", EN },
};

static guint
languages_of (const char *word)
{
  guint low = 0, high = G_N_ELEMENTS (telling);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (word, telling[middle].word);

      if (order == 0)
        return telling[middle].langs;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return 0;
}

typedef struct
{
  guint n;
  guint en;
  guint fr;
  guint other;
  guint foreign; /* words in another script */
} Tally;

/* “I’m”, “it’s”, “don’t”, parted at the apostrophe: in English the short piece follows it, in French it stands before. */
static gboolean
is_contraction (const LueurEchoText *self, const LueurEchoWord *word)
{
  static const char *const pieces[] = { "s", "m", "t", "d", "ve", "ll", "re" };

  if (word->start == 0 || self->clean[word->start - 1] != '\'' || self->clean[word->end] == '\'')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (strcmp (word->fold, pieces[i]) == 0)
      return TRUE;
  return FALSE;
}

static Tally
tally (const LueurEchoText *self)
{
  Tally t = { .n = MIN (self->words->len, 80) };

  for (guint i = 0; i < t.n; i++)
    {
      const LueurEchoWord *at = lueur_echo_text_word (self, i);
      const char *word = at->fold;
      gunichar first = g_utf8_get_char (word);
      guint langs = is_contraction (self, at) ? EN : languages_of (word);
      guint weight = langs & LOAN || (langs & EN && langs & FR) ? 1 : 2;

      if (first > 0x24f && g_unichar_isalpha (first))
        t.foreign++;
      t.en += langs & EN ? weight : 0;
      t.fr += langs & FR ? weight : 0;
      t.other += langs == XX ? 2 : 0;
    }
  return t;
}

/**
 * lueur_echo_text_guess:
 *
 * Returns: the language, or LUEUR_ECHO_UNSURE where there is too little to go by
 */
LueurEchoLang
lueur_echo_text_guess (const LueurEchoText *self)
{
  Tally t = tally (self);

  if (t.foreign > 0 && t.foreign * 2 >= t.n)
    return LUEUR_ECHO_OTHER;
  if (t.n >= 3 && t.other >= 4 && t.other > t.en && t.other > t.fr)
    return LUEUR_ECHO_OTHER;
  if (MAX (t.en, t.fr) < 2 || t.en == t.fr)
    return LUEUR_ECHO_UNSURE;
  /* One telling word in a long line of unknown ones tells little. */
  if (MAX (t.en, t.fr) * 8 < t.n)
    return LUEUR_ECHO_UNSURE;
  return t.en > t.fr ? LUEUR_ECHO_EN : LUEUR_ECHO_FR;
}

/* Enough of one language and little enough of the other to leave the one spoken so far. */
gboolean
lueur_echo_text_is_clear (const LueurEchoText *self)
{
  Tally t = tally (self);

  return MAX (t.en, t.fr) >= 3 + MIN (t.en, t.fr);
}
