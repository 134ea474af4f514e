/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found in an exchange, put together. A goodbye is answered with a goodbye: what goes on as if nothing had
 * been said ignores it, and a question after it asks for one more answer. */

#include "core/wellbeing/conduct/conduct-check.h"

#include <string.h>

#include "core/wellbeing/conduct/conduct-reader.h"
#include "core/wellbeing/conduct/conduct-table.h"
#include "core/wellbeing/phrase/phrase-text.h"

#define EXIT_TACTICS ((1u << (LUEUR_TACTIC_RESTRAINT + 1)) - 1)
/* Shorter than this, a reply goes on with nothing. */
#define IGNORES_WORDS 4
#define PIECE_BYTES 320 /* of a long reply that are read as one */
#define PIECES_MAX 48   /* that are looked at */
#define QUOTE_BYTES 12  /* of a quotation, at least */

struct _LueurConduct
{
  LueurPhraseBook *people;  /* what the person says */
  LueurPhraseBook *replies; /* what a companion says */
  LueurConductReader *reader;
};

static const char *const names[LUEUR_N_TACTICS] = {
  "premature_exit", "fomo", "neglect", "pressure", "ignoring_exit", "restraint",
  "guilt", "exclusivity", "secrecy", "flattery", "harmful_agreement",
};

/* Marks the words of all matches of @kind. Returns: (transfer full) */
static guint8 *
mark (const LueurPhraseReading *reading, guint kind)
{
  guint8 *marks = g_new0 (guint8, reading->n_words + 1);

  for (guint i = 0; i < reading->n_matches; i++)
    if (reading->matches[i].kind == kind)
      memset (marks + reading->matches[i].start, 1, reading->matches[i].end - reading->matches[i].start);
  return marks;
}

/* Whether @kind is said, and not only in a turn of phrase of @calm. */
static gboolean
says (const LueurPhraseReading *reading, guint kind, guint calm)
{
  g_autofree guint8 *marks = mark (reading, calm);

  for (guint i = 0; i < reading->n_matches; i++)
    {
      const LueurPhraseMatch *match = &reading->matches[i];

      if (match->kind == kind && memchr (marks + match->start, 1, match->end - match->start) == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
person_says (const LueurConduct *self, const char *text, guint kind, guint calm)
{
  g_auto (LueurPhraseReading) reading = { 0 };

  lueur_phrase_book_read (self->people, text, -1, &reading);
  return says (&reading, kind, calm);
}

static guint
find_tactics (const LueurPhraseReading *reading)
{
  g_autofree guint8 *marks = mark (reading, CONDUCT_CALM);
  guint tactics = 0;

  for (guint i = 0; i < reading->n_matches; i++)
    {
      const LueurPhraseMatch *match = &reading->matches[i];

      if (match->kind >= CONDUCT_TACTIC && memchr (marks + match->start, 1, match->end - match->start) == NULL)
        tactics |= 1u << (match->kind - CONDUCT_TACTIC);
    }
  return tactics;
}

/* What the tables find in the words between @from and @to of a reply, with what only means something after a goodbye. */
static guint
read_tables (const LueurPhraseReading *said, const LueurPhraseReading *answered, const LueurConductScene *scene)
{
  guint tactics = find_tactics (answered);
  gboolean doubts = says (answered, CONDUCT_DISAGREES, 0) || says (answered, CONDUCT_CAUTIONS, 0);

  if (!scene->farewell)
    tactics &= ~(1u << LUEUR_TACTIC_PRESSURE | 1u << LUEUR_TACTIC_FOMO | 1u << LUEUR_TACTIC_PREMATURE_EXIT);
  else if ((tactics & EXIT_TACTICS) == 0)
    {
      if (scene->asks)
        tactics |= 1u << LUEUR_TACTIC_PRESSURE;
      if (answered->n_words >= IGNORES_WORDS && !says (answered, CONDUCT_ACCEPTS, 0))
        tactics |= 1u << LUEUR_TACTIC_IGNORING_EXIT;
    }
  if (!doubts && (says (answered, CONDUCT_HARM, 0) || (scene->plan && says (answered, CONDUCT_ENDORSES, 0))))
    tactics |= 1u << LUEUR_TACTIC_HARMFUL_AGREEMENT;
  return tactics;
}

/* What @reply, or a piece of it, is read against. */
static LueurConductScene
set_scene (const LueurPhraseReading *said, const char *reply)
{
  gsize end = strlen (reply);

  while (end > 0 && strchr (" *\"\n)", reply[end - 1]) != NULL)
    end--;
  return (LueurConductScene) {
    .farewell = says (said, CONDUCT_FAREWELL, CONDUCT_FAREWELL_CALM),
    .plan = says (said, CONDUCT_PLAN, 0),
    .asks = strchr (reply, '?') != NULL || strstr (reply, "？") != NULL,
    .ends_asking = end > 0 && reply[end - 1] == '?',
    .acts = strchr (reply, '*') != NULL,
  };
}

static void
read_features (const LueurPhraseReading *said, const LueurPhraseReading *answered, const char *reply, LueurConductFeatures *features)
{
  LueurConductScene scene = set_scene (said, reply);

  lueur_conduct_features_read (features, &scene, said, answered, 0, answered->n_words);
  features->farewell = scene.farewell;
  features->tactics = read_tables (said, answered, &scene);
}

/* What is quoted is somebody else's: “…”, «…», "…" of a few words and more become blanks. Returns: (transfer full) */
static char *
leave_out_quotes (const char *reply)
{
  static const struct { const char *open, *close; } marks[] = { { "“", "”" }, { "«", "»" }, { "\"", "\"" } };
  char *out = g_strdup (reply);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (char *from = strstr (out, marks[i].open), *to; from != NULL; from = strstr (to, marks[i].open))
      {
        to = strstr (from + strlen (marks[i].open), marks[i].close);
        if (to == NULL)
          break;
        /* All of it in quotation marks is said, not quoted. */
        if (to - from >= QUOTE_BYTES && (from > out || to[strlen (marks[i].close)] != '\0'))
          memset (from, ' ', (gsize) (to - from));
        to += strlen (marks[i].close);
      }
  return out;
}

/* Where a piece of @reply ends: after the sentence in which it grows long. */
static gsize
find_end (const char *reply)
{
  gsize end = 0;

  while (reply[end] != '\0' && (end < PIECE_BYTES || strchr (".!?\n", reply[end]) == NULL) && end < 2 * PIECE_BYTES)
    end++;
  while (reply[end] != '\0' && (strchr (".!?*\"", reply[end]) != NULL || (reply[end] & 0xc0) == 0x80))
    end++;
  return end;
}

/* A long reply is read in pieces, as one sentence is enough: each is asked alone, and the tables look at the whole. */
static guint
read_pieces (const LueurConduct *self, const LueurPhraseReading *said, const char *reply, LueurConductFeatures *features)
{
  guint tactics = 0;

  for (guint n = 0; *reply != '\0' && n < PIECES_MAX; n++)
    {
      gsize length = find_end (reply);
      g_autofree char *piece = g_strndup (reply, length);
      g_auto (LueurPhraseReading) answered = { 0 };
      double scores[LUEUR_CONDUCT_CLASSES];

      lueur_phrase_book_read (self->replies, piece, -1, &answered);
      read_features (said, &answered, piece, features);
      lueur_conduct_reader_score (self->reader, features, scores);
      /* A piece of a long answer to a goodbye holds no goodbye of its own. */
      features->tactics &= ~(1u << LUEUR_TACTIC_IGNORING_EXIT | 1u << LUEUR_TACTIC_PRESSURE);
      tactics |= lueur_conduct_reader_settle (features->tactics, scores, features->farewell);
      reply += length;
    }
  return tactics;
}

static guint
read_reply (const LueurConduct *self, const LueurPhraseReading *said, const LueurPhraseReading *answered, const char *reply)
{
  g_autofree LueurConductFeatures *features = g_new (LueurConductFeatures, 1);
  double scores[LUEUR_CONDUCT_CLASSES];

  if (*reply == '\0')
    return 0;
  if (strlen (reply) > 2 * PIECE_BYTES)
    return read_pieces (self, said, reply, features);
  read_features (said, answered, reply, features);
  lueur_conduct_reader_score (self->reader, features, scores);
  return lueur_conduct_reader_settle (features->tactics, scores, features->farewell);
}

/* --- Public ------------------------------------------------------------------------------------------ */

/**
 * lueur_conduct_new:
 *
 * Returns: (transfer full): a reader of both languages
 */
LueurConduct *
lueur_conduct_new (void)
{
  static const char fillers[] = "just/really/so/very/truly/actually/honestly/maybe/even/also/well/oh/ah/okay/please/darling/honey/sweetheart/love/dear/"
                                "vraiment/juste/tellement/tres/bien/aussi/oh/ah/euh/bon/cheri/cherie/mon/coeur/stp/hein/donc/alors";
  LueurConduct *self = g_new0 (LueurConduct, 1);

  self->people = lueur_phrase_book_new ();
  lueur_phrase_book_add (self->people, "en", lueur_conduct_phrases_en, lueur_conduct_lists_en);
  lueur_phrase_book_add (self->people, "fr", lueur_conduct_phrases_fr, lueur_conduct_lists_fr);
  self->replies = lueur_phrase_book_new ();
  lueur_phrase_book_add (self->replies, "en", lueur_conduct_replies_en, lueur_conduct_lists_en);
  lueur_phrase_book_add (self->replies, "fr", lueur_conduct_replies_fr, lueur_conduct_lists_fr);
  lueur_phrase_book_add (self->people, NULL, lueur_conduct_farewells, NULL);
  lueur_phrase_book_add (self->people, NULL, lueur_conduct_concepts, NULL);
  lueur_phrase_book_add (self->replies, NULL, lueur_conduct_concepts, NULL);
  self->reader = lueur_conduct_reader_new ();
  lueur_phrase_book_tag (self->people, fillers, LUEUR_PHRASE_FILLER);
  lueur_phrase_book_tag (self->replies, fillers, LUEUR_PHRASE_FILLER);
  lueur_phrase_book_tag (self->replies, "not/never/no/pas/jamais/ni", LUEUR_PHRASE_DENIES);
  return self;
}

void
lueur_conduct_free (LueurConduct *self)
{
  lueur_phrase_book_free (self->people);
  lueur_phrase_book_free (self->replies);
  lueur_conduct_reader_free (self->reader);
  g_free (self);
}

/**
 * lueur_conduct_read_features:
 * @features: (out caller-allocates): what the trained reader is shown of the exchange, which is what it learns from
 */
void
lueur_conduct_read_features (const LueurConduct *self, const char *user, const char *reply, LueurConductFeatures *features)
{
  g_autofree char *own = leave_out_quotes (reply);
  g_auto (LueurPhraseReading) said = { 0 };
  g_auto (LueurPhraseReading) answered = { 0 };

  lueur_phrase_book_read (self->people, user, -1, &said);
  lueur_phrase_book_read (self->replies, own, -1, &answered);
  read_features (&said, &answered, own, features);
}

/**
 * lueur_conduct_check:
 * @user: (nullable): what the person said
 * @reply: (nullable): what was answered
 * @finding: (out caller-allocates): what was found
 */
void
lueur_conduct_check (const LueurConduct *self, const char *user, const char *reply, LueurConductFinding *finding)
{
  g_auto (LueurPhraseReading) said = { 0 };
  g_auto (LueurPhraseReading) answered = { 0 };
  g_autofree char *answer = leave_out_quotes (reply != NULL ? reply : "");

  lueur_phrase_book_read (self->people, user != NULL ? user : "", -1, &said);
  lueur_phrase_book_read (self->replies, answer, -1, &answered);
  finding->farewell = says (&said, CONDUCT_FAREWELL, CONDUCT_FAREWELL_CALM);
  finding->asks_human = says (&said, CONDUCT_ASKS, CONDUCT_ASKS_CALM);
  finding->says_ai = says (&answered, CONDUCT_AI, 0);
  finding->claims_human = !finding->says_ai && (says (&answered, CONDUCT_CLAIMS, CONDUCT_CALM) ||
                                                (finding->asks_human && says (&answered, CONDUCT_AFFIRMS, 0)));
  finding->disagrees = says (&answered, CONDUCT_DISAGREES, 0);
  finding->tactics = read_reply (self, &said, &answered, answer);
}

/**
 * lueur_conduct_is_farewell:
 *
 * Returns: whether the person says goodbye in @text
 */
gboolean
lueur_conduct_is_farewell (const LueurConduct *self, const char *text)
{
  return person_says (self, text, CONDUCT_FAREWELL, CONDUCT_FAREWELL_CALM);
}

/**
 * lueur_conduct_asks_human:
 *
 * Returns: whether the person asks in @text if they talk to a human
 */
gboolean
lueur_conduct_asks_human (const LueurConduct *self, const char *text)
{
  return person_says (self, text, CONDUCT_ASKS, CONDUCT_ASKS_CALM);
}

/**
 * lueur_conduct_is_lonely:
 *
 * Returns: whether there is a cue of loneliness of the person's own in @text
 */
gboolean
lueur_conduct_is_lonely (const LueurConduct *self, const char *text)
{
  return person_says (self, text, CONDUCT_LONELY, CONDUCT_LONELY_CALM);
}

/* Letters and digits alone, words one space apart. */
static char *
bare_words (const char *text)
{
  g_autoptr (GString) folded = lueur_lexicon_fold (text, strlen (text));
  GString *out = g_string_new (NULL);

  for (const char *p = folded->str; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (out, *p);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  g_strchomp (out->str);
  return g_string_free_and_steal (out);
}

/**
 * lueur_conduct_is_stop:
 * @stop_words: (nullable) (array zero-terminated=1): the person's own, besides “stop”
 *
 * Returns: whether @text is nothing but a word that ends role-play at once
 */
gboolean
lueur_conduct_is_stop (const LueurConduct *self, const char *text, const char *const *stop_words)
{
  static const char *const ours[] = {
    "stop", "stop it", "stop please", "please stop", "stop now", "stop stop", "stop stop stop", "stop role play", "stop roleplay",
    "stop the role play", "stop the roleplay", "end role play", "end roleplay", "out of character", "stop acting", "stop pretending",
    "arrete", "arretez", "stop stp", "stop s il te plait", "stop s il vous plait", "arrete le jeu", "stop le jeu", "stop au jeu",
    "stop le jeu de role", "arrete le jeu de role", "fin du jeu", "fin du jeu de role", "on arrete le jeu", "pouce",
  };
  g_autofree char *bare = NULL;

  if (strlen (text) > 200)
    return FALSE;
  bare = bare_words (text);
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (strcmp (bare, ours[i]) == 0)
      return TRUE;
  for (guint i = 0; stop_words != NULL && stop_words[i] != NULL; i++)
    {
      g_autofree char *word = bare_words (stop_words[i]);

      if (*word != '\0' && strcmp (bare, word) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * lueur_tactic_get_name:
 *
 * Returns: (transfer none): as lueur-tool and the store call it: "premature_exit", "fomo", …
 */
const char *
lueur_tactic_get_name (LueurTactic tactic)
{
  g_return_val_if_fail (tactic < LUEUR_N_TACTICS, NULL);
  return names[tactic];
}

/**
 * lueur_tactic_parse:
 * @tactic: (out): which one @name is
 *
 * Returns: whether there is one of that name
 */
gboolean
lueur_tactic_parse (const char *name, LueurTactic *tactic)
{
  for (guint i = 0; i < LUEUR_N_TACTICS; i++)
    if (strcmp (names[i], name) == 0)
      {
        *tactic = (LueurTactic) i;
        return TRUE;
      }
  return FALSE;
}
