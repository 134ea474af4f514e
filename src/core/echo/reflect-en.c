/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/reflect.h"

#include <string.h>

#define MIN_WORDS 3
#define MAX_WORDS 16

/* What turns into what, typed with and without its apostrophe. */
static const char *const turned[][2] = {
  { "i", "you" }, { "i'm", "you’re" }, { "im", "you’re" }, { "i've", "you’ve" }, { "ive", "you’ve" }, { "i'll", "you’ll" },
  { "i'd", "you’d" }, { "me", "you" }, { "my", "your" }, { "mine", "yours" }, { "myself", "yourself" },
  /* Apostrophes that were left out */
  { "dont", "don’t" }, { "cant", "can’t" }, { "wont", "won’t" }, { "didnt", "didn’t" }, { "doesnt", "doesn’t" },
  { "isnt", "isn’t" }, { "wasnt", "wasn’t" }, { "havent", "haven’t" }, { "hasnt", "hasn’t" }, { "hadnt", "hadn’t" },
  { "couldnt", "couldn’t" }, { "shouldnt", "shouldn’t" }, { "wouldnt", "wouldn’t" }, { "arent", "aren’t" },
  { "werent", "weren’t" }, { "thats", "that’s" }, { "theres", "there’s" }, { "hes", "he’s" }, { "shes", "she’s" },
  { "theyre", "they’re" }, { "theyve", "they’ve" }, { "gonna", "going to" }, { "wanna", "want to" }, { "cuz", "because" },
  { "bc", "because" },
};

/* Words after which nothing is certain: the other one is spoken to, or "we" may or may not be Écho. */
static const char *const refused[] = {
  "you", "your", "yours", "yourself", "you're", "youre", "you've", "you'd", "you'll", "u", "ur", "we", "we're", "we've",
  "we'll", "we'd", "us", "our", "ours", "ourselves", "let's", "lets", "ill", "id", "lol", "lmao", "haha", "omg", "wtf",
  "please", "pls", "thanks", "hello", "hi", "hey", "etc", "ok", "okay", "r", "idk",
};

/* How a clause that stands alone may begin. */
static const char *const subjects[] = {
  "i", "i'm", "im", "i've", "ive", "i'll", "i'd", "my", "he", "she", "they", "it", "he's", "she's", "it's", "they're",
  "hes", "shes", "theyre", "everyone", "everybody", "nobody", "everything", "nothing", "people", "someone", "somebody",
  "the", "a", "an", "this", "that", "there", "there's", "these", "those", "all", "some", "one", "both", "today",
  "yesterday", "tomorrow", "tonight", "sometimes", "lately",
};

/* What leads into a clause and is left away. */
static const char *const leading[] = {
  "and", "but", "so", "because", "well", "oh", "ah", "yes", "yeah", "no", "honestly", "actually", "basically", "anyway",
  "like", "cause", "cuz", "also", "then", "ugh", "um", "uh", "tbh", "maybe",
};

static const char *const trailing[] = { "lol", "haha", "hahaha", "tbh", "ngl", "xd", "lmao", "though", "tho", "actually", "honestly" };

static const char *const adverbs[] = {
  "just", "also", "really", "never", "always", "so", "only", "still", "already", "then", "actually", "honestly",
};

/* Beginnings that are followed by their verb; the others may be no sentence at all ("my sister's wedding"). */
static const char *const sure_subjects[] = {
  "i", "i'm", "im", "i've", "ive", "i'll", "i'd", "he", "she", "they", "it", "he's", "she's", "it's", "they're", "hes",
  "shes", "theyre", "there", "there's",
};

static const char *const verbs[] = {
  "is", "isn't", "isnt", "was", "wasn't", "wasnt", "are", "aren't", "were", "weren't", "has", "hasn't", "have", "haven't",
  "had", "hadn't", "does", "doesn't", "doesnt", "did", "didn't", "didnt", "don't", "dont", "will", "won't", "would", "can",
  "can't", "cant", "could", "couldn't", "keeps", "keep", "makes", "make", "made", "told", "tells", "said", "says", "wants",
  "want", "left", "thinks", "think", "loves", "love", "hates", "hate", "knows", "gets", "got", "gave", "gives", "took",
  "takes", "goes", "went", "feels", "felt", "looks", "seems", "needs", "hurts", "hurt", "broke", "lost", "found", "came",
  "comes", "calls", "says", "lives", "works", "annoys", "bothers", "scares", "drives", "drove", "understands", "talks",
  "listens", "leaves", "helps", "cares", "asks", "misses", "yells", "fell", "sold", "died", "thinks", "ignores",
};

#define IN(list, word) in_list (list, G_N_ELEMENTS (list), word)

static gboolean
in_list (const char *const *list, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (list[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* A word as people write words: letters, and inside it apostrophes, hyphens or digits. */
static gboolean
is_plain (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && c != '\'' && c != '-' && c != '%' && c != ':')
        return FALSE;
    }
  return g_unichar_isalnum (g_utf8_get_char (word));
}

static gboolean
shouts (const char *clause)
{
  guint upper = 0, lower = 0;

  for (const char *p = clause; *p != '\0'; p = g_utf8_next_char (p))
    {
      upper += g_unichar_isupper (g_utf8_get_char (p));
      lower += g_unichar_islower (g_utf8_get_char (p));
    }
  return upper > 4 && upper > 2 * lower;
}

static void
strip_end (char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (" .!,;:-", text[length - 1]) != NULL)
    text[--length] = '\0';
}

/* The subject that the verb at @i belongs to is "I". */
static gboolean
follows_i (char **lower, guint i)
{
  while (i > 0 && IN (adverbs, lower[i - 1]))
    i--;
  return i > 0 && strcmp (lower[i - 1], "i") == 0;
}

static gboolean
has_verb (char **lower, guint first, guint n)
{
  /* "That I failed", "the things that I said": no sentence, whatever verbs they hold. */
  for (guint i = first; i < n && i < first + 4; i++)
    if (strcmp (lower[i], "that") == 0 || strcmp (lower[i], "who") == 0 || strcmp (lower[i], "which") == 0 ||
        strcmp (lower[i], "when") == 0 || strcmp (lower[i], "where") == 0)
      if (i > first || strcmp (lower[i + 1], "i") == 0)
        return FALSE;
  for (guint i = first + 1; i < n; i++)
    {
      if (strcmp (lower[i - 1], "and") != 0 && (strcmp (lower[i], "i") == 0 || g_str_has_prefix (lower[i], "i'")))
        /* "Yesterday I went" has its verb after "I"; "the day I went" has none of its own. */
        return i == first + 1 && strcmp (lower[first], "everything") != 0 && strcmp (lower[first], "all") != 0;
      if (IN (verbs, lower[i]) || (g_str_has_suffix (lower[i], "ed") && strlen (lower[i]) > 4))
        return TRUE;
    }
  return FALSE;
}

/**
 * lueur_echo_reflect_en:
 * @clause: a clause
 *
 * Returns: (transfer full) (nullable): the clause, said to whoever said it
 */
char *
lueur_echo_reflect_en (const char *clause)
{
  g_autofree char *text = shouts (clause) ? g_utf8_strdown (clause, -1) : g_strdup (clause);
  g_autofree char *low = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) lower = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean mine = FALSE;
  guint first = 0, n;

  strip_end (text);
  low = g_utf8_strdown (text, -1);
  words = g_strsplit (text, " ", -1);
  lower = g_strsplit (low, " ", -1);
  n = g_strv_length (words);
  if (g_strv_length (lower) != n)
    return NULL;
  while (first < n && IN (leading, lower[first]))
    first++;
  while (n > first && IN (trailing, lower[n - 1]))
    n--;
  if (n - first < MIN_WORDS || n - first > MAX_WORDS || (!IN (subjects, lower[first]) && strcmp (lower[first], "me") != 0))
    return NULL;
  /* "Me and my brother" is a subject; "me too" is not. */
  if (strcmp (lower[first], "me") == 0 && strcmp (lower[first + 1], "and") != 0)
    return NULL;

  if (!IN (sure_subjects, lower[first]) && !has_verb (lower, first, n))
    return NULL;

  for (guint i = first; i < n; i++)
    {
      const char *said = NULL;

      if (!is_plain (words[i]) || IN (refused, lower[i]))
        return NULL;
      for (guint k = 0; k < G_N_ELEMENTS (turned) && said == NULL; k++)
        if (strcmp (turned[k][0], lower[i]) == 0)
          said = turned[k][1];
      if (said != NULL && (said[0] == 'y'))
        mine = TRUE;
      if (strcmp (lower[i], "am") == 0)
        said = "are";
      else if (strcmp (lower[i], "was") == 0 && follows_i (lower, i))
        said = "were";
      else if ((strcmp (lower[i], "wasn't") == 0 || strcmp (lower[i], "wasnt") == 0) && follows_i (lower, i))
        said = "weren’t";

      if (out->len > 0)
        g_string_append_c (out, ' ');
      if (said != NULL)
        g_string_append (out, said);
      else if (i == first)
        g_string_append (out, lower[i]);
      else
        g_string_append (out, words[i]);
    }
  if (!mine)
    return NULL;
  g_string_replace (out, "'", "’", 0);
  return g_string_free_and_steal (g_steal_pointer (&out));
}
