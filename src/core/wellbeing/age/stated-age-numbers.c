/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A message made ready to be read for an age: what others say in it, or what is played, is taken out, and numbers become
 * words that say what they could be. */

#include <string.h>

#include "core/wellbeing/age/stated-age-table.h"
#include "core/wellbeing/phrase/phrase-text.h"

/* A longer passage between two signs is no quotation but two lone signs. */
#define QUOTE_MAX 1500

/* --- What others say --------------------------------------------------------------------------------- */

static gunichar
closing_of (gunichar c)
{
  switch (c)
    {
    case '"':
    case '*':
      return c;
    case 0x201c: /* “ ” */
    case 0x201e: /* „ ” */
      return 0x201d;
    case 0xab: /* « » */
      return 0xbb;
    case 0x2039: /* ‹ › */
      return 0x203a;
    default:
      return 0;
    }
}

/* Where the passage that is opened at @p ends: its closing sign; %NULL where it is none. */
static const char *
find_close (const char *p, gunichar close)
{
  gboolean several = FALSE;

  for (const char *q = p; *q != '\0' && q - p < QUOTE_MAX; q = g_utf8_next_char (q))
    {
      gunichar c = g_utf8_get_char (q);

      if (c == close || (close == 0x201d && c == 0x201c))
        /* One word between signs is stressed, not said by somebody. */
        return several ? q : NULL;
      if (c == '\n' && close == '*')
        return NULL;
      if (g_unichar_isspace (c) && q > p)
        several = TRUE;
    }
  return NULL;
}

/* 'I am 15,' she said: the sign is an apostrophe everywhere else. */
static const char *
find_single_close (const char *text, const char *p)
{
  if ((p > text && !g_ascii_isspace (p[-1])) || !g_ascii_isalpha (p[1]))
    return NULL;
  for (const char *q = p + 2; *q != '\0' && *q != '\n' && q - p < QUOTE_MAX; q++)
    if (*q == '\'' && !g_ascii_isalnum (q[1]) && strchr (",.!?", q[-1]) != NULL)
      return q;
  return NULL;
}

/* Between quotation marks somebody else speaks, between asterisks something is played; so it is in lines that are quoted,
 * or that begin with the dash of a dialogue. */
static char *
take_out_others (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean begins = TRUE;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p), close = closing_of (c);
      const char *end = NULL;

      if (begins && (c == '>' || c == 0x2014 || c == 0x2013))
        end = p + strcspn (p, "\n");
      else if (close != 0)
        end = find_close (g_utf8_next_char (p), close);
      else if (c == '\'')
        end = find_single_close (text, p);
      begins = c == '\n' || (begins && g_unichar_isspace (c));
      if (end != NULL)
        {
          g_string_append (out, " , ");
          p = *end == '\0' || *end == '\n' ? end : g_utf8_next_char (end);
        }
      else
        {
          /* Hidden characters part figures as they part words. */
          if (c != '*' && c != 0xad && (g_unichar_ismark (c) || !g_unichar_iszerowidth (c)))
            g_string_append_unichar (out, c);
          p = g_utf8_next_char (p);
        }
    }
  return g_string_free_and_steal (out);
}

/* --- Numbers ----------------------------------------------------------------------------------------- */

static const struct
{
  const char *word;
  int value;
} number_words[] = {
  { "douz", 12 },      { "douze", 12 },     { "diset", 17 },     { "disept", 17 },   { "dix", 10 },       { "dixhuit", 18 },
  { "dixsept", 17 },   { "eight", 8 },      { "eighteen", 18 },  { "eleven", 11 },   { "fifteen", 15 },   { "fiften", 15 },
  { "fifty", 50 },     { "fiveteen", 15 },  { "fivteen", 15 },   { "forteen", 14 },  { "forty", 40 },     { "fourteen", 14 },
  { "fourten", 14 },   { "huit", 8 },       { "katorz", 14 },    { "katorze", 14 },  { "kinz", 15 },      { "kinze", 15 },
  { "nine", 9 },       { "nineteen", 19 },  { "neuf", 9 },       { "onz", 11 },      { "onze", 11 },      { "quarante", 40 },
  { "quatorz", 14 },   { "quatorze", 14 },  { "quinz", 15 },     { "quinze", 15 },   { "seiz", 16 },      { "seize", 16 },
  { "sept", 7 },       { "seven", 7 },      { "seventeen", 17 }, { "seventen", 17 }, { "sixteen", 16 },   { "sixten", 16 },
  { "sixty", 60 },     { "soixante", 60 },  { "ten", 10 },       { "thirteen", 13 }, { "thirten", 13 },   { "thirty", 30 },
  { "treiz", 13 },     { "treize", 13 },    { "trente", 30 },    { "treze", 13 },    { "twelve", 12 },    { "twelv", 12 },
  { "twenty", 20 },    { "vingt", 20 },     { "cinquante", 50 }, { "dizesept", 17 }, { "sezie", 16 },     { "fifeteen", 15 },
  { "qinze", 15 },     { "quize", 15 },     { "kainze", 15 },    { "treise", 13 },    { "seise", 16 },     { "saize", 16 },
};

static int
value_of_word (const char *word)
{
  char single[32];
  gsize n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (strcmp (number_words[i].word, word) == 0)
      return number_words[i].value;
  /* “fiftteen”: no letter twice. */
  for (const char *p = word; *p != '\0' && n < sizeof single - 1; p++)
    if (n == 0 || single[n - 1] != *p)
      single[n++] = *p;
  single[n] = '\0';
  for (guint i = 0; n >= 5 && i < G_N_ELEMENTS (number_words); i++)
    if (strcmp (number_words[i].word, single) == 0)
      return number_words[i].value;
  /* “fourtean”, “sevnteen”: long ones can be nothing else. */
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (strlen (number_words[i].word) >= 7 && lueur_lexicon_is_near (word, number_words[i].word))
      return number_words[i].value;
  return 0;
}

static const char *
name_of (int value, int year)
{
  if (value >= 3 && value <= 9)
    return "agekid";
  if (value >= 10 && value <= 17)
    return "agemin";
  if (value == 18)
    return "age18";
  if (value >= 19 && value <= 120)
    return "ageadult";
  if (value >= 1900 && value <= year)
    return year - value <= 17 ? "yearyoung" : "yearold";
  return "agenone";
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/* The letters right behind a figure, without accents. */
static char *
dup_letters (const char *p, const char **end)
{
  const char *q = p;
  g_autoptr (GString) folded = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (q)))
    q = g_utf8_next_char (q);
  *end = q;
  folded = lueur_lexicon_fold (p, (gsize) (q - p));
  return g_string_free_and_steal (g_steal_pointer (&folded));
}

/* A plural follows: things are counted. */
static gboolean
counts_things (const char *p)
{
  static const char *const no_plurals[] = { "this", "his", "hers", "yes", "always", "unless", "besides", "perhaps", "sometimes",
                                            "thats", "shes", "whats", "theres", "yours", "ours", "less", "afterwards",
                                            "obvs", "soz", "guess", "miss", "pass", "kiss", "depressed", NULL };
  const char *end;
  g_autofree char *next = NULL;
  gsize length;

  if (*p != ' ')
    return FALSE;
  next = dup_letters (p + 1, &end);
  length = strlen (next);
  return length >= 4 && next[length - 1] == 's' && next[length - 2] != 's' && *end != '\'' && !is_one_of (next, no_plurals);
}

/* “15/f”, “15/m/uk”: @p stands on the slash. Returns: the first byte behind it, %NULL where it is none */
static const char *
skip_sex (const char *p)
{
  return *p == '/' && p[1] != '\0' && strchr ("fmhg", p[1]) != NULL && !g_ascii_isalnum (p[2]) ? p + 2 : NULL;
}

/* What cannot be an age by the signs around: prices, hours, ratios, ranges, lengths, decimals. */
static gboolean
is_measure (const char *text, const char *start, const char *end)
{
  gunichar before = start > text ? g_utf8_get_char (g_utf8_prev_char (start)) : 0;
  gunichar after = g_utf8_get_char (end);

  if (before == '$' || before == 0x20ac || before == 0xa3 || before == '#' || before == '+' || before == '/' ||
      before == '-' || before == '.' || before == ':')
    return TRUE;
  if (after == '%' || after == 0xb0 || after == 0x20ac || after == 0xa3 || after == '$' || after == '"' || after == '+')
    return TRUE;
  /* “15-love”, “16-bit”, but “15-year-old”. */
  if (after == '-' && g_ascii_isalpha (end[1]) && !g_str_has_prefix (end + 1, "y") && !g_str_has_prefix (end + 1, "an"))
    return TRUE;
  return after != 0 && (strchr ("/:.,-'", (int) MIN (after, 127)) != NULL || after == 0x2019) &&
         g_ascii_isdigit (*g_utf8_next_char (end));
}

/* @p: a figure. Returns: the first byte that was not read */
static const char *
read_figure (GString *out, const char *text, const char *p, int year)
{
  static const char *const units[] = { "ans", "an", "anz", "piges", "balais", "yo", "y", "yr", "yrs", "year", "years", NULL };
  static const char *const ordinals[] = { "st", "nd", "rd", "th", "e", "eme", "em", "ieme", "nde", "de", "ere", "er", NULL };
  static const char *const apart[] = { "eme", "ieme", NULL };
  const char *end = p, *behind, *sex;
  g_autofree char *letters = NULL;
  int value = 0;

  while (g_ascii_isdigit (*end) && end - p < 9)
    value = value * 10 + (*end++ - '0');
  letters = dup_letters (end, &behind);
  if (*letters == '\0' && *end == ' ')
    {
      const char *further;
      g_autofree char *next = dup_letters (end + 1, &further);

      if (is_one_of (next, apart))
        {
          g_set_str (&letters, next);
          behind = further;
        }
    }
  if (*letters != '\0' && is_one_of (letters, ordinals))
    {
      g_string_append_printf (out, value >= 1 && value <= 18 ? " ord%d " : " agenone ", value);
      return behind;
    }
  if ((strcmp (letters, "f") == 0 || strcmp (letters, "m") == 0) && value >= 10 && value <= 17)
    {
      g_string_append (out, " agetag ");
      return behind;
    }
  if (*letters != '\0' && !is_one_of (letters, units))
    {
      /* “15km”, “2day”: as it is. */
      g_string_append_len (out, p, behind - p);
      return behind;
    }
  sex = skip_sex (end);
  if (sex != NULL && value >= 10 && value <= 17)
    {
      g_string_append (out, " agesex ");
      return sex;
    }
  if (is_measure (text, p, end))
    {
      const char *last = end;

      while (g_ascii_isdigit (*end) || (strchr ("/:.,-'", *end) != NULL && g_ascii_isdigit (end[1])))
        if (!g_ascii_isdigit (*end++))
          last = end;
      /* “03/06/2012” ends with a year. */
      value = end - last == 4 ? (int) g_ascii_strtoull (last, NULL, 10) : 0;
      g_string_append_printf (out, " %s ", value >= 1900 ? name_of (value, year) : "agenone");
      return end;
    }
  g_string_append_printf (out, " %s %s", name_of (value, year), counts_things (end) ? "agethings " : "");
  return end;
}

/* “dix-sept”, “dix sept”: @p stands behind “dix”. Returns: behind the second word, or @p */
static const char *
read_seventeen (const char *p, int *value)
{
  const char *end;
  g_autofree char *next = NULL;

  if (*p != ' ' && *p != '-')
    return p;
  next = dup_letters (p + 1, &end);
  if (strcmp (next, "sept") == 0 || strcmp (next, "set") == 0)
    *value = 17;
  else if (strcmp (next, "huit") == 0)
    *value = 18;
  else if (strcmp (next, "neuf") == 0)
    *value = 19;
  else
    return p;
  return end;
}

/* @p: a letter. Returns: the first byte that was not read */
static const char *
read_letters (GString *out, const char *p, int year)
{
  static const char *const glued[] = { "im", "iam", "jai", "age", "ans", NULL };
  const char *end;
  g_autofree char *word = dup_letters (p, &end);
  int value;

  /* “im15”, “jai15ans” */
  if (g_ascii_isdigit (*end) && is_one_of (word, glued))
    {
      g_string_append_printf (out, " %s ", word);
      return end;
    }
  /* “cm2”, “b4”: no number begins in the middle. */
  if (g_ascii_isdigit (*end))
    {
      while (g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      g_string_append_len (out, p, end - p);
      return end;
    }
  /* “m/14” */
  if (strlen (word) == 1 && strchr ("mfhg", *word) != NULL && *end == '/' && end[1] == '1' && end[2] >= '0' &&
      end[2] <= '7' && !g_ascii_isalnum (end[3]))
    {
      /* “f/16” is also how a lens is set. */
      g_string_append (out, *word == 'f' && end[3] != '/' ? " agetag " : " agesex ");
      return end + 3;
    }
  if (strcmp (word, "yearold") == 0 || strcmp (word, "yrold") == 0)
    {
      g_string_append (out, " year old ");
      return end;
    }
  value = value_of_word (word);
  if (strcmp (word, "dix") == 0)
    end = read_seventeen (end, &value);
  if (value != 0)
    g_string_append_printf (out, " %s %s", name_of (value, year), counts_things (end) ? "agethings " : "");
  else
    g_string_append_len (out, p, end - p);
  return end;
}

/**
 * lueur_stated_age_prepare:
 * @text: what the person wrote
 * @year: this year
 *
 * Returns: (transfer full): the same for the phrases of stated-age-table.h
 */
char *
lueur_stated_age_prepare (const char *text, int year)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_strdown (composed, -1);
  g_autofree char *own = take_out_others (lower);
  GString *out = g_string_sized_new (strlen (own) * 2);

  for (const char *p = own; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        p = read_figure (out, own, p, year);
      else if (g_unichar_isalpha (c))
        p = read_letters (out, p, year);
      else
        {
          const char *next = g_utf8_next_char (p);

          if (strchr (".!?;\n", *p) != NULL)
            g_string_append_printf (out, " agestop %c ", *p);
          else if (strchr (",:()[]", *p) != NULL || c == 0x2014 || c == 0x2013 || g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL)
            g_string_append (out, " agestop ");
          else if (c == '&')
            g_string_append (out, " and ");
          else if (c == '\'' || c == 0x2019 || c == 0x2018 || c == '`')
            g_string_append_c (out, '\'');
          else if (g_unichar_ismark (c))
            g_string_append_len (out, p, next - p);
          else
            g_string_append_c (out, ' ');
          p = next;
        }
    }
  g_string_append (out, " agestop ");
  return g_string_free_and_steal (out);
}
