/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/reflect.h"

#include <string.h>

#define MIN_WORDS 3
#define MAX_WORDS 18

/* Somebody else is spoken to, or may be one of "we". */
static const char *const refused[] = {
  "tu", "te", "toi", "t'", "ton", "ta", "tes", "tien", "tienne", "vous", "votre", "vos", "nous", "notre", "nos", "on",
  "mdr", "lol", "ptdr", "merci", "salut", "bonjour", "coucou", "bonsoir", "stp", "svp", "avons", "sommes", "étions",
  "avions", "etc", "ok",
  /* Typed without accents: it would be given back wrong. */
  "tres", "etre", "etais", "etait", "meme", "apres", "deja", "a peu pres", "prefere", "espere", "reve", "pere", "mere",
  "frere", "soeur", "soeurs", "freres", "ca", "desole", "desolee", "fatiguee", "enervee", "stressee", "epuise", "epuisee",
  "decu", "decue", "inquiete", "journee", "soiree", "ete", "annee", "probleme", "problemes", "peut-etre", "la-bas",
  "telephone", "college", "collegue", "collegues", "cote", "tot", "reussi", "passe", "rate", "arrete", "jusqu'a",
};

static const char *const subjects[] = {
  "je", "j'", "mon", "ma", "mes", "il", "elle", "ils", "elles", "ça", "cela", "c'", "ce", "cette", "ces", "le", "la", "les",
  "l'", "un", "une", "des", "personne", "rien", "tout", "tous", "toutes", "quelqu'un", "hier", "aujourd'hui", "demain", "parfois", "certains",
};

static const char *const leading[] = {
  "et", "mais", "donc", "alors", "bon", "ben", "bah", "oh", "ah", "oui", "non", "en", "fait", "puis", "franchement",
  "honnêtement", "bref", "enfin", "parce", "que", "qu'", "car", "or", "euh", "pfff", "pff", "moi",
};

static const char *const trailing[] = { "mdr", "lol", "ptdr", "xd", "quoi", "hein", "voilà", "du", "coup" };

static const char *const clitics[] = { "le", "la", "les", "l'", "lui", "leur", "y", "en" };

/* "Que" after these is followed by a subjunctive. */
static const char *const willing[] = {
  "faut", "faudrait", "fallait", "faudra", "veut", "veulent", "voudrait", "voulait", "aimerait", "préfère", "attend",
  "pour", "avant", "sans", "bien", "peur", "temps", "content", "contente", "demande", "souhaite", "exige", "permis",
};

/* Beginnings that are followed by their verb. */
static const char *const sure_subjects[] = { "je", "j'", "il", "elle", "ils", "elles", "ça", "cela", "c'" };

static const char *const verbs[] = {
  "est", "a", "ont", "sont", "était", "étaient", "avait", "avaient", "fait", "font", "va", "vont", "veut", "veulent", "dit",
  "disent", "peut", "peuvent", "doit", "doivent", "met", "prend", "vient", "viennent", "rend", "part", "sait", "semble",
  "devient", "reste", "sera", "aura", "pense", "croit", "travaille", "habite", "parle", "parlent", "comprend",
  "comprennent", "arrive", "manque", "tombe", "commence", "continue", "ressemble", "refuse", "crie", "pleure", "dort",
};

/* Fast typing. */
static const char *const shorthand[][3] = {
  { "jsuis", "je", "suis" }, { "chuis", "je", "suis" }, { "chui", "je", "suis" }, { "jsui", "je", "suis" }, { "jai", "j'", "ai" },
  { "jpeux", "je", "peux" }, { "jveux", "je", "veux" }, { "jsais", "je", "sais" }, { "jvais", "je", "vais" }, { "jdois", "je", "dois" },
  { "jpense", "je", "pense" }, { "jcrois", "je", "crois" }, { "cest", "c'", "est" }, { "jme", "je", "me" },
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

static gboolean
is_plain (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && c != '\'' && c != '-' && c != '%')
        return FALSE;
    }
  return g_unichar_isalnum (g_utf8_get_char (word));
}

/* Unaccented feminine participles ("stressee"): no French word is spelt so. */
static gboolean
lacks_accent (const char *word)
{
  return g_str_has_suffix (word, "ee") || g_str_has_suffix (word, "ees");
}

static gboolean
starts_with_vowel (const char *word)
{
  g_autofree char *fold = lueur_echo_fold (word, -1);

  /* An h may be either; of those that follow our little words nearly all are mute ("habite", "hésites"). */
  return strchr ("aeiouh", fold[0]) != NULL && !g_str_has_prefix (fold, "hai") && !g_str_has_prefix (fold, "hur") &&
         !g_str_has_prefix (fold, "hon") && !g_str_has_prefix (fold, "hau");
}

/* Words with their elided beginnings apart: "j'ai" gives "j'" and "ai". */
static GPtrArray *
take_apart (const char *clause)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (clause, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *rest = words[i];
      const char *quote;

      while ((quote = strchr (rest, '\'')) != NULL && quote - rest <= 8 && quote[1] != '\0')
        {
          g_autofree char *low = g_utf8_strdown (rest, -1);

          if (g_str_has_prefix (low, "aujourd'hui") || g_str_has_prefix (low, "quelqu'un"))
            break;
          g_ptr_array_add (tokens, g_strndup (rest, (gsize) (quote + 1 - rest)));
          rest = quote + 1;
        }
      if (*rest == '\0')
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (shorthand); k++)
        if (g_ascii_strcasecmp (shorthand[k][0], rest) == 0)
          {
            g_ptr_array_add (tokens, g_strdup (shorthand[k][1]));
            rest = shorthand[k][2];
            break;
          }
      g_ptr_array_add (tokens, g_strdup (rest));
    }
  return tokens;
}

typedef struct
{
  GPtrArray *in;  /* as typed */
  GPtrArray *low; /* in lower case */
  GPtrArray *out;
  gboolean formal;
  gboolean mine; /* something was turned round */
} Turn;

static const char *
low_at (const Turn *turn, guint i)
{
  return i < turn->low->len ? g_ptr_array_index (turn->low, i) : "";
}

static void
say (Turn *turn, const char *word)
{
  g_ptr_array_add (turn->out, g_strdup (word));
}

static gboolean
may_be_subjunctive (const Turn *turn, guint je)
{
  if (je == 0 || (strcmp (low_at (turn, je - 1), "que") != 0 && strcmp (low_at (turn, je - 1), "qu'") != 0))
    return FALSE;
  for (guint i = je; i > 0 && i + 6 > je; i--)
    if (IN (willing, low_at (turn, i - 1)))
      return TRUE;
  return FALSE;
}

/* A negation without its "ne", as one speaks: given back with it, as one writes. */
static gboolean
lacks_ne (const Turn *turn, guint verb, gboolean *unclear)
{
  *unclear = FALSE;
  for (guint i = verb + 1; i <= verb + 2 && i < turn->low->len; i++)
    {
      const char *word = low_at (turn, i);

      if (strcmp (word, "pas") == 0 || strcmp (word, "jamais") == 0)
        return TRUE;
      if (i == verb + 1 && (strcmp (word, "rien") == 0 || strcmp (word, "personne") == 0))
        return TRUE;
      if (i == verb + 1 && strcmp (word, "plus") == 0)
        {
          /* "J'en peux plus" is clear; "je travaille plus" may mean either. */
          if (strcmp (low_at (turn, verb), "peux") == 0 && strcmp (low_at (turn, verb - 1), "en") == 0)
            return TRUE;
          *unclear = TRUE;
          return FALSE;
        }
    }
  return FALSE;
}

/* "Je", its little words and its verb, from @i on. Returns: one past the verb, or 0. */
static guint
turn_subject (Turn *turn, guint i)
{
  guint verb = i + 1;
  gboolean ne = FALSE, reflexive = FALSE, unclear = FALSE;
  g_autofree char *form = NULL;

  if (strcmp (low_at (turn, verb), "ne") == 0 || strcmp (low_at (turn, verb), "n'") == 0)
    {
      ne = TRUE;
      verb++;
    }
  if (strcmp (low_at (turn, verb), "me") == 0 || strcmp (low_at (turn, verb), "m'") == 0)
    {
      reflexive = TRUE;
      verb++;
    }
  while (IN (clitics, low_at (turn, verb)))
    verb++;
  if (verb >= turn->low->len)
    return 0;
  form = lueur_echo_conjugate_fr (low_at (turn, verb), turn->formal, may_be_subjunctive (turn, i));
  if (form == NULL)
    return 0;
  if (!ne)
    ne = lacks_ne (turn, verb, &unclear);
  if (unclear)
    return 0;

  say (turn, turn->formal ? "vous" : "tu");
  if (ne)
    say (turn, "ne");
  if (reflexive)
    say (turn, turn->formal ? "vous" : "te");
  for (guint k = i + 1; k < verb; k++)
    if (IN (clitics, low_at (turn, k)))
      say (turn, low_at (turn, k));
  say (turn, form);
  turn->mine = TRUE;
  return verb + 1;
}

static const char *const pronouns[][3] = {
  { "me", "te", "vous" },     { "m'", "te", "vous" },        { "moi", "toi", "vous" },       { "mon", "ton", "votre" },
  { "ma", "ta", "votre" },    { "mes", "tes", "vos" },       { "mien", "tien", "vôtre" },    { "mienne", "tienne", "vôtre" },
  { "miens", "tiens", "vôtres" }, { "miennes", "tiennes", "vôtres" }, { "moi-même", "toi-même", "vous-même" },
};

static gboolean
turn_word (Turn *turn, guint i)
{
  const char *word = low_at (turn, i);

  for (guint k = 0; k < G_N_ELEMENTS (pronouns); k++)
    if (strcmp (pronouns[k][0], word) == 0)
      {
        say (turn, pronouns[k][turn->formal ? 2 : 1]);
        turn->mine = TRUE;
        return TRUE;
      }
  say (turn, i == 0 ? word : g_ptr_array_index (turn->in, i));
  return TRUE;
}

/* Joins the words, with elisions where two vowels meet now and without where they do no more. */
static char *
join (GPtrArray *words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      const char *next = i + 1 < words->len ? g_ptr_array_index (words, i + 1) : "";
      gsize length = strlen (word);
      gboolean elides = strcmp (word, "ne") == 0 || strcmp (word, "te") == 0 || strcmp (word, "que") == 0 ||
                        strcmp (word, "se") == 0 || strcmp (word, "de") == 0;

      if (strcmp (word, "le") == 0 || strcmp (word, "la") == 0)
        /* An article before a noun was right as it was; only what we put after it may be new. */
        elides = strcmp (next, "es") == 0 || strcmp (next, "êtes") == 0 || strcmp (next, "as") == 0 || strcmp (next, "avez") == 0;

      if (*next != '\0' && elides && starts_with_vowel (next))
        {
          g_string_append_len (out, word, (gssize) length - 1);
          g_string_append (out, "’");
        }
      else if (word[length - 1] == '\'' && *next != '\0')
        {
          if (starts_with_vowel (next))
            {
              g_string_append_len (out, word, (gssize) length - 1);
              g_string_append (out, "’");
            }
          else
            {
              /* "qu'je" is "que tu" now; the rest does not come up, or is not ours to mend. */
              g_string_append_len (out, word, (gssize) length - 1);
              g_string_append (out, strcmp (word, "qu'") == 0 ? "e " : strcmp (word, "s'") == 0 ? "i " : "e ");
            }
        }
      else
        {
          g_string_append (out, word);
          if (*next != '\0')
            g_string_append_c (out, ' ');
        }
    }
  g_string_replace (out, "'", "’", 0);
  return g_string_free_and_steal (out);
}

static void
free_turn (Turn *turn)
{
  g_ptr_array_unref (turn->in);
  g_ptr_array_unref (turn->low);
  g_ptr_array_unref (turn->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Turn, free_turn)

/* "Le silence dans mon appartement" is no sentence. */
static gboolean
has_verb (const Turn *turn)
{
  if (IN (sure_subjects, low_at (turn, 0)))
    return TRUE;
  for (guint i = 1; i < turn->low->len; i++)
    {
      const char *word = low_at (turn, i), *before = low_at (turn, i - 1);

      if (strcmp (word, "qui") == 0 || strcmp (word, "que") == 0 || strcmp (word, "qu'") == 0 || strcmp (word, "où") == 0 ||
          strcmp (word, "dont") == 0)
        return FALSE;
      if (strcmp (word, "je") == 0 || strcmp (word, "j'") == 0)
        /* "Hier je suis sorti": but "le jour je …" needs a word between. */
        return i == 1;
      if (IN (verbs, word))
        return TRUE;
      if ((strcmp (word, "me") == 0 || strcmp (word, "m'") == 0 || strcmp (word, "ne") == 0 || strcmp (word, "n'") == 0) &&
          strcmp (before, "pour") != 0 && strcmp (before, "de") != 0 && strcmp (before, "à") != 0 && strcmp (before, "sans") != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_fit (const Turn *turn)
{
  if (turn->in->len < MIN_WORDS || turn->in->len > MAX_WORDS || !IN (subjects, low_at (turn, 0)))
    return FALSE;
  for (guint i = 0; i < turn->low->len; i++)
    {
      const char *word = low_at (turn, i);

      if (!is_plain (word) || IN (refused, word) || lacks_accent (word) || g_str_has_suffix (word, "-je") ||
          g_str_has_suffix (word, "-moi") || g_str_has_suffix (word, "-t-il") || g_str_has_suffix (word, "-t-elle"))
        return FALSE;
    }
  return has_verb (turn);
}

/**
 * lueur_echo_reflect_fr:
 * @clause: a clause
 * @formal: vous rather than tu
 *
 * Returns: (transfer full) (nullable): the clause, said to whoever said it
 */
char *
lueur_echo_reflect_fr (const char *clause, gboolean formal)
{
  g_auto (Turn) turn = { .formal = formal };
  g_autofree char *text = g_strdup (clause);
  gsize length = strlen (text);

  while (length > 0 && strchr (" .!,;:-", text[length - 1]) != NULL)
    text[--length] = '\0';

  turn.in = take_apart (text);
  turn.low = g_ptr_array_new_with_free_func (g_free);
  turn.out = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < turn.in->len; i++)
    g_ptr_array_add (turn.low, g_utf8_strdown (g_ptr_array_index (turn.in, i), -1));
  while (turn.low->len > 0 && IN (leading, low_at (&turn, 0)))
    {
      g_ptr_array_remove_index (turn.in, 0);
      g_ptr_array_remove_index (turn.low, 0);
    }
  while (turn.low->len > MIN_WORDS && IN (trailing, low_at (&turn, turn.low->len - 1)))
    {
      g_ptr_array_remove_index (turn.in, turn.in->len - 1);
      g_ptr_array_remove_index (turn.low, turn.low->len - 1);
    }
  if (!is_fit (&turn))
    return NULL;

  for (guint i = 0; i < turn.low->len;)
    {
      if (strcmp (low_at (&turn, i), "je") == 0 || strcmp (low_at (&turn, i), "j'") == 0)
        {
          i = turn_subject (&turn, i);
          if (i == 0)
            return NULL;
        }
      else if (turn_word (&turn, i))
        i++;
    }
  return turn.mine ? join (turn.out) : NULL;
}
