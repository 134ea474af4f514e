/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/text.h"

#include <string.h>

/* Of what is too long the end is kept too: that is where people ask. */
#define TAIL_BYTES 2000
/* No person says more words in a turn than this; more are read for nothing. */
#define MAX_WORDS 1200

static gboolean
is_invisible (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x34f || c == 0x61c ||
         c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || (c >= 0x180b && c <= 0x180f) ||
         (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x3164 ||
         (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff || c == 0xffa0 || (c >= 0xfff0 && c <= 0xffff) ||
         (c >= 0xe0000 && c <= 0xe0fff);
}

static gboolean
is_emoji (gunichar c)
{
  return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf) || (c >= 0x2b00 && c <= 0x2bff);
}

/* One spelling for what keyboards write in several ways. */
static gunichar
simplify (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2bc:
    case 0x60:
    case 0xb4:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
      return '"';
    case 0x2010:
    case 0x2011:
      return '-';
    case '\t':
      return ' ';
    default:
      return c != '\n' && g_unichar_isspace (c) ? ' ' : c;
    }
}

static char *
cut_to_size (const char *text, gboolean *cut)
{
  gsize length = strlen (text);
  g_autofree char *head = NULL;

  *cut = length > LUEUR_ECHO_TEXT_MAX;
  if (!*cut)
    return g_utf8_make_valid (text, -1);
  head = g_strndup (text, LUEUR_ECHO_TEXT_MAX - TAIL_BYTES);
  {
    g_autofree char *joined = g_strconcat (head, "\n", text + length - TAIL_BYTES, NULL);

    return g_utf8_make_valid (joined, -1);
  }
}

static char *
clean (const char *text, gboolean *cut)
{
  g_autofree char *valid = cut_to_size (text, cut);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_sized_new (strlen (composed) + 1);
  gunichar last = ' ';

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || c == 0xfffd)
        continue;
      c = simplify (c);
      if (c == ' ' && (last == ' ' || last == '\n'))
        continue;
      g_string_append_unichar (out, c);
      last = c;
    }
  while (out->len > 0 && g_ascii_isspace (out->str[out->len - 1]))
    g_string_truncate (out, out->len - 1);
  return g_string_free_and_steal (out);
}

/**
 * lueur_echo_fold:
 * @text: valid UTF-8
 * @length: bytes, or -1
 *
 * Returns: (transfer full): what is left of it for comparing
 */
char *
lueur_echo_fold (const char *text, gssize length)
{
  g_autofree char *lower = g_utf8_strdown (text, length);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *out = g_string_sized_new (strlen (apart) + 1);
  gunichar last = 0, before_last = 0;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      /* "sooo", "ouiiii": three of a kind are one. */
      if (c == last && c == before_last)
        {
          if (out->len > 1 && (guchar) out->str[out->len - 1] == c && (guchar) out->str[out->len - 2] == c)
            g_string_truncate (out, out->len - 1);
          continue;
        }
      before_last = last;
      last = c;
      if (c == 0x153)
        g_string_append (out, "oe");
      else if (c == 0xe6)
        g_string_append (out, "ae");
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free_and_steal (out);
}

/* How people write fast, and what they mean. */
static const char *const shorthand_fr[][2] = {
  { "jsuis", "je suis" }, { "chuis", "je suis" }, { "chui", "je suis" }, { "jsui", "je suis" }, { "jai", "j ai" },
  { "jme", "je me" },     { "jsais", "je sais" }, { "jpeux", "je peux" }, { "jveux", "je veux" }, { "jpense", "je pense" },
  { "jcrois", "je crois" }, { "cest", "c est" },  { "cetait", "c etait" }, { "pk", "pourquoi" },
  { "pq", "pourquoi" },   { "pcq", "parce que" }, { "pck", "parce que" }, { "tt", "tout" },      { "tjs", "toujours" },
  { "tkt", "t inquiete" }, { "bcp", "beaucoup" }, { "slt", "salut" },     { "bjr", "bonjour" },  { "bsr", "bonsoir" },
  { "mtn", "maintenant" }, { "qqn", "quelqu un" }, { "qqch", "quelque chose" }, { "stp", "s il te plait" },
  { "svp", "s il vous plait" }, { "auj", "aujourdhui" }, { "ajd", "aujourdhui" }, { "dsl", "desole" }, { "rdv", "rendez vous" },
  { "jpp", "j en peux plus" }, { "jsp", "je sais pas" }, { "aujourd", "aujourdhui" }, { "hui", "" }, { "jcomprends", "je comprends" },
  { "jdois", "je dois" }, { "jvais", "je vais" }, { "ya", "il y a" }, { "ptet", "peut etre" }, { "ptetre", "peut etre" }, { "peutetre", "peut etre" }, { "vs", "vous" }, { "ms", "mais" }, { "pr", "pour" },
};

static const char *const shorthand_en[][2] = {
  { "u", "you" }, { "ur", "your" }, { "r", "are" }, { "idk", "i dont know" }, { "thx", "thanks" }, { "ty", "thank you" },
  { "pls", "please" }, { "plz", "please" }, { "gonna", "going to" }, { "wanna", "want to" }, { "gotta", "have to" },
  { "cuz", "because" }, { "bc", "because" }, { "cos", "because" }, { "tmrw", "tomorrow" }, { "omg", "oh my god" },
  { "ppl", "people" }, { "bf", "boyfriend" }, { "gf", "girlfriend" }, { "gn", "good night" }, { "gtg", "got to go" },
  { "g2g", "got to go" }, { "ttyl", "talk to you later" }, { "brb", "be right back" }, { "hru", "how are you" },
  { "wyd", "what are you doing" },
  /* Contractions, as they are compared with */
  { "im", "i am" }, { "i'm", "i am" }, { "ive", "i have" }, { "i've", "i have" }, { "i'll", "i will" }, { "i'd", "i would" },
  { "youre", "you are" }, { "you're", "you are" }, { "youve", "you have" }, { "you've", "you have" }, { "he's", "he is" },
  { "hes", "he is" }, { "she's", "she is" }, { "shes", "she is" }, { "they're", "they are" }, { "theyre", "they are" },
  { "that's", "that is" }, { "thats", "that is" }, { "what's", "what is" }, { "whats", "what is" }, { "who's", "who is" },
  { "where's", "where is" }, { "how's", "how is" }, { "hows", "how is" }, { "there's", "there is" }, { "it's", "it is" },
  { "we're", "we are" }, { "let's", "lets" }, { "y'all", "you" }, { "ily", "i love you" },
};

static void
add_word (LueurEchoText *self, const char *fold, guint start, guint end, guint clause, guint sentence, gboolean capital)
{
  LueurEchoWord word = { g_string_chunk_insert_const (self->folds, fold), start, end, clause, sentence, capital, FALSE, FALSE };

  if (self->words->len < MAX_WORDS)
    g_array_append_val (self->words, word);
}

static void
add_words (LueurEchoText *self, guint start, guint end, guint clause, guint sentence)
{
  g_autofree char *fold = lueur_echo_fold (self->clean + start, end - start);
  gboolean capital = g_unichar_isupper (g_utf8_get_char (self->clean + start));
  const char *const(*table)[2] = self->lang == LUEUR_ECHO_FR ? shorthand_fr : shorthand_en;
  guint n = self->lang == LUEUR_ECHO_FR ? G_N_ELEMENTS (shorthand_fr) : G_N_ELEMENTS (shorthand_en);
  /* « Ya quelqu’un ? » begins so; “see ya” does not. */
  gboolean inside = self->words->len > 0 && lueur_echo_text_word (self, self->words->len - 1)->clause == clause;

  if (*fold == '\0')
    return;
  /* « Aujourd’hui » is one word, of two pieces. */
  if (inside && strcmp (fold, "hui") == 0 && strcmp (lueur_echo_text_word (self, self->words->len - 1)->fold, "aujourdhui") == 0)
    {
      g_array_index (self->words, LueurEchoWord, self->words->len - 1).end = end;
      return;
    }
  for (guint i = 0; i < n; i++)
    if (strcmp (fold, table[i][0]) == 0 && !(strcmp (fold, "ya") == 0 && inside))
      {
        g_auto (GStrv) parts = g_strsplit (table[i][1], " ", -1);

        for (guint k = 0; parts[k] != NULL; k++)
          add_word (self, parts[k], start, end, clause, sentence, capital);
        return;
      }
  add_word (self, fold, start, end, clause, sentence, capital);
}

/* « Tu parles quelles langues », « c’est qui » : the word that asks stands where its answer will. */
static gboolean
asks_inside (const LueurEchoText *self)
{
  static const char *const words[] = { "quoi", "comment", "combien", "quel", "quelle", "quels", "quelles", NULL };
  static const char *const reported[] = { "sais", "sait", "savait", "savais", "dit", "demande", "demandait", "comprends", "comprend", "vois", "voit", "explique", "raconte", "n", "ne", "pas", "importe", NULL };
  gboolean asks = FALSE;

  for (guint i = 1; i < self->words->len; i++)
    {
      const char *word = lueur_echo_text_word (self, i)->fold;

      if (lueur_echo_is_among (reported, word))
        return FALSE;
      asks |= lueur_echo_is_among (words, word) || (i == 2 && strcmp (word, "qui") == 0 && strcmp (lueur_echo_text_word (self, 1)->fold, "est") == 0);
    }
  return asks;
}

/* Fast typing leaves the question mark out: what begins as a question does is one. */
static gboolean
begins_to_ask (const LueurEchoText *self)
{
  static const char *const fillers[] = { "and", "so", "but", "ok", "okay", "hey", "then", "et", "mais", "alors", "donc", "bon", "dis", "sinon", NULL };
  static const char *const auxiliaries[] = { "do", "does", "did", "are", "is", "am", "can", "could", "will", "would", "have", "has", "was", "were", "should", NULL };
  static const char *const subjects[] = { "you", "i", "it", "he", "she", "they", "we", "there", "this", "that", "anyone", "anybody", "someone", "somebody", "everyone", "my", "your", "the", NULL };
  static const char *const asking_en[] = { "who", "why", "where", "how", "which", "what", "when", NULL };
  static const char *const asking_fr[] = { "pourquoi", "comment", "combien", "qui", "quand", "ou", "quel", "quelle", "quels", "quelles", NULL };
  static const char *const verbs_fr[] = { "est", "sont", "es", "as", "a", "on", "tu", "vous", "il", "elle", "je", "les", "le", "la", "t", "peut", "peux", NULL };
  static const char *const asked_of[] = { "tu", "vous", "t", "c", "elle", "il", "on", "ca", "ils", "elles", NULL };
  static const char *const inverted[] = { "as", "es", "peux", "veux", "sais", "avez", "etes", "pouvez", "voulez", "savez", "penses", "crois", "aimes", "connais", NULL };
  guint i = 0;
  const LueurEchoWord *first, *second, *last;

  if (self->words->len < 2 || self->words->len > 16)
    return FALSE;
  while ((first = lueur_echo_text_word (self, i)) != NULL && lueur_echo_is_among (fillers, first->fold))
    i++;
  second = lueur_echo_text_word (self, i + 1);
  last = lueur_echo_text_word (self, self->words->len - 1);
  if (first == NULL || second == NULL || first->sentence != last->sentence || second->clause != first->clause)
    return FALSE;
  if (self->lang != LUEUR_ECHO_FR)
    return lueur_echo_is_among (auxiliaries, first->fold) ? lueur_echo_is_among (subjects, second->fold)
                                               : lueur_echo_is_among (asking_en, first->fold) && lueur_echo_is_among (auxiliaries, second->fold);
  if (strcmp (last->fold, "quoi") == 0 || (strcmp (first->fold, "c") == 0 && self->words->len > i + 2 && strcmp (lueur_echo_text_word (self, i + 2)->fold, "quoi") == 0))
    return TRUE;
  if (strcmp (second->fold, "est") == 0 ? strcmp (first->fold, "qu") == 0 : strcmp (second->fold, "ce") == 0 && strcmp (first->fold, "est") == 0)
    return TRUE;
  if (lueur_echo_is_among (asked_of, first->fold) && (asks_inside (self) || strcmp (last->fold, "toi") == 0))
    return TRUE;
  if (lueur_echo_is_among (inverted, first->fold))
    return strcmp (second->fold, "tu") == 0 || strcmp (second->fold, "vous") == 0;
  return lueur_echo_is_among (asking_fr, first->fold) && lueur_echo_is_among (verbs_fr, second->fold);
}

/* English drops apostrophes ("dont"), French parts words at them ("j", "ai"). */
static void
split (LueurEchoText *self)
{
  const char *start = NULL, *p = self->clean;
  guint clause = 0, sentence = 0;
  gboolean fresh = FALSE; /* a word came since the last sentence ended */

  for (;; p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;
      const char *next = c != 0 ? g_utf8_next_char (p) : p;
      gboolean alnum = g_unichar_isalnum (c) || g_unichar_ismark (c);
      gboolean inner = c == '\'' && start != NULL && g_unichar_isalpha (g_utf8_get_char (next));

      if (alnum || (inner && self->lang != LUEUR_ECHO_FR))
        {
          if (g_unichar_isalpha (c))
            self->n_letters++;
          if (start == NULL)
            start = p;
          continue;
        }
      if (start != NULL)
        {
          add_words (self, (guint) (start - self->clean), (guint) (p - self->clean), clause, sentence);
          start = NULL;
          fresh = TRUE;
        }
      if (c == 0)
        break;
      if (is_emoji (c))
        self->n_emoji++;
      if (strchr (".!?\n", (int) MIN (c, 127)) != NULL || c == 0x2026 || is_emoji (c))
        {
          if (fresh)
            sentence++;
          fresh = FALSE;
          clause++;
        }
      else if ((c < 128 && strchr (",;:()\"", (int) c) != NULL) || c == 0x2013 || c == 0x2014 || c == 0x2212)
        clause++;
      if (c == '?')
        self->question = TRUE;
      else if (!g_unichar_isspace (c) && c != '!' && c != '.' && !is_emoji (c))
        self->question = FALSE;
    }
  /* Words after the last question mark take the question back: it was answered or left. */
  if (self->question && fresh)
    self->question = FALSE;
  self->n_sentences = sentence + (fresh ? 1 : 0);
}

static void
strip_apostrophes (LueurEchoText *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      LueurEchoWord *word = &g_array_index (self->words, LueurEchoWord, i);

      if (strchr (word->fold, '\'') != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (word->fold, "'", -1);
          g_autofree char *joined = g_strjoinv ("", parts);

          word->fold = g_string_chunk_insert_const (self->folds, joined);
        }
    }
}

static void
mark_clauses (LueurEchoText *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      LueurEchoWord *word = &g_array_index (self->words, LueurEchoWord, i);

      word->clause_start = i == 0 || word[-1].clause != word->clause;
      word->clause_end = i + 1 == self->words->len || word[1].clause != word->clause;
    }
}

static void
read_words (LueurEchoText *self, LueurEchoLang lang)
{
  self->lang = lang;
  self->n_letters = self->n_emoji = 0;
  self->question = FALSE;
  g_array_set_size (self->words, 0);
  split (self);
  strip_apostrophes (self);
  mark_clauses (self);
  self->question = self->question || begins_to_ask (self);
}

/**
 * lueur_echo_text_new:
 * @text: anything
 * @fallback: LUEUR_ECHO_EN or LUEUR_ECHO_FR
 *
 * Returns: (transfer full): the text, read
 */
LueurEchoText *
lueur_echo_text_new (const char *text, LueurEchoLang fallback)
{
  LueurEchoText *self = g_new0 (LueurEchoText, 1);
  LueurEchoLang guess;

  self->clean = clean (text != NULL ? text : "", &self->cut);
  self->words = g_array_new (FALSE, FALSE, sizeof (LueurEchoWord));
  self->folds = g_string_chunk_new (1024);

  /* Parted at apostrophes, both languages can be told; then it is read the way of the one found. */
  read_words (self, LUEUR_ECHO_FR);
  guess = lueur_echo_text_guess (self);
  if (guess == LUEUR_ECHO_UNSURE || guess == LUEUR_ECHO_OTHER)
    guess = fallback;
  else if (guess != fallback && self->words->len > 2 && !lueur_echo_text_is_clear (self))
    /* One borrowed word does not change the language of a conversation. */
    guess = fallback;
  if (guess != LUEUR_ECHO_FR)
    read_words (self, LUEUR_ECHO_EN);
  return self;
}

void
lueur_echo_text_free (LueurEchoText *self)
{
  g_free (self->clean);
  g_array_unref (self->words);
  g_string_chunk_free (self->folds);
  g_free (self);
}

gboolean
lueur_echo_text_equal (const LueurEchoText *a, const LueurEchoText *b)
{
  if (a->words->len != b->words->len)
    return FALSE;
  if (a->words->len == 0)
    return strcmp (a->clean, b->clean) == 0;
  for (guint i = 0; i < a->words->len; i++)
    if (strcmp (lueur_echo_text_word (a, i)->fold, lueur_echo_text_word (b, i)->fold) != 0)
      return FALSE;
  return TRUE;
}
