/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what a person liked and did not, edits of a companion that they may accept one by one. By rules that can be
 * read here; what a model proposes is in review-model.c. */

#include "core/model/review-private.h"

#include <math.h>
#include <string.h>

#include "core/model/text.h"

/* A reason that was picked so often, or once in the person's own answer, speaks for a change. */
#define ENOUGH 2
/* How far a temperament moves at once, on an axis of 2. */
#define STEP 0.4

static const char *const names[LUEUR_N_REASONS] = {
  NULL,        "too-long", "too-short", "flatters", "harsh",  "cold",     "familiar", "serious", "silly", "repeats",
  "questions", "gestures", "emoji",     "not-them", "limit",  "warm",     "funny",    "candid",  "listens",
  "brief",     "detailed",
};

/* What it is called in answers to what bothers (or what works), folded: no case, no accents. */
static const struct
{
  LueurReason reason;
  gboolean good;
  const char *const words[14];
} signs[] = {
  { LUEUR_REASON_TOO_LONG, FALSE, { "too long", "long-winded", "wordy", "talks too much", "shorter", "trop long", "trop de mots",
                                    "parle trop", "plus court", "bavard", "longues reponses", "reponses longues", "long messages" } },
  { LUEUR_REASON_TOO_SHORT, FALSE, { "too short", "too brief", "longer", "more detail", "trop court", "trop bref", "plus long",
                                     "plus de detail", "developpe" } },
  { LUEUR_REASON_FLATTERS, FALSE, { "flatter", "agrees with everything", "always agree", "yes-man", "compliment", "sycophan",
                                    "flatte", "toujours d'accord", "d'accord avec tout", "complaisan", "too nice", "trop gentil" } },
  { LUEUR_REASON_HARSH, FALSE, { "harsh", "too blunt", "mean", "hurtful", "rude", "dur avec", "trop dur", "brutal", "cassant",
                                 "blessant", "trop franc" } },
  { LUEUR_REASON_COLD, FALSE, { "cold", "distant", "robotic", "froid", "distant", "robotique", "impersonnel" } },
  { LUEUR_REASON_FAMILIAR, FALSE, { "too familiar", "too close", "clingy", "too intimate", "trop familier", "trop familiere",
                                    "trop proche", "collant", "trop intime" } },
  { LUEUR_REASON_SERIOUS, FALSE, { "too serious", "no humour", "no humor", "boring", "trop serieu", "manque d'humour",
                                   "pas drole", "ennuyeu" } },
  { LUEUR_REASON_SILLY, FALSE, { "too silly", "too many jokes", "childish", "trop de blagues", "pueril", "pas assez serieu" } },
  { LUEUR_REASON_REPEATS, FALSE, { "repeat", "same thing", "same phrase", "repete", "la meme chose", "memes phrases" } },
  { LUEUR_REASON_QUESTIONS, FALSE, { "too many questions", "asks too much", "stop asking", "interrogat", "trop de questions",
                                     "pose trop", "plein de questions" } },
  { LUEUR_REASON_GESTURES, FALSE, { "*", "gestures", "asterisk", "asterisque", "gestes", "didascalie" } },
  { LUEUR_REASON_EMOJI, FALSE, { "emoji", "emoticon", "smiley", "emoticone" } },
  { LUEUR_REASON_NOT_THEM, FALSE, { "out of character", "not in character", "breaks character", "hors personnage",
                                    "sort du personnage", "sort de son role" } },
  { LUEUR_REASON_WARM, TRUE, { "warm", "kind", "chaleureu", "gentil", "bienveill" } },
  { LUEUR_REASON_FUNNY, TRUE, { "funny", "humour", "humor", "jokes", "drole", "blague", "rire" } },
  { LUEUR_REASON_CANDID, TRUE, { "honest", "frank", "candid", "franc", "honnete", "sincer" } },
  { LUEUR_REASON_LISTENS, TRUE, { "listen", "patient", "ecoute", "attenti" } },
  { LUEUR_REASON_BRIEF, TRUE, { "short replies", "brief", "to the point", "concis", "reponses courtes", "va a l'essentiel" } },
  { LUEUR_REASON_DETAILED, TRUE, { "detail", "in depth", "long replies", "approfondi", "precis" } },
};

/* How a subject to stay away from is named; what follows, up to the end of the sentence, is it. */
static const char *const openers[] = {
  "don't talk about ", "do not talk about ", "don't mention ", "do not mention ", "never mention ", "never talk about ",
  "stop talking about ", "no more talk of ", "ne parle pas de ", "ne parle pas d'", "ne parlez pas de ", "ne parlez pas d'",
  "ne parle plus de ", "ne parle plus d'", "ne parle plus du ", "ne parle jamais de ", "ne parle jamais d'",
  "ne parle pas du ", "ne parle pas des ", "ne parle plus des ", "arrete de parler de ", "arrete de parler d'",
  "evite le sujet de ", "pas un mot sur ",
};

const char *
lueur_reason_get_name (LueurReason reason)
{
  return (guint) reason < LUEUR_N_REASONS ? names[reason] : NULL;
}

LueurReason
lueur_reason_from_name (const char *name)
{
  for (guint i = 1; i < LUEUR_N_REASONS; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return LUEUR_REASON_NONE;
}

gboolean
lueur_reason_is_good (LueurReason reason)
{
  return reason >= LUEUR_REASON_WARM;
}

void
lueur_proposal_free (LueurProposal *self)
{
  g_clear_object (&self->after);
  g_free (self->why);
  g_free (self);
}

/* --- Reading ------------------------------------------------------------------------------------ */

/* Without case and accents, one apostrophe; letter for letter, so that a place in it is one in @text. */
static GArray *
fold_chars (const char *text)
{
  GArray *out = g_array_new (TRUE, FALSE, sizeof (gunichar));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p)), parts[4];

      if (c == 0x2019)
        c = '\'';
      else if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 1)
        c = parts[0];
      g_array_append_val (out, c);
    }
  return out;
}

static char *
fold (const char *text)
{
  g_autoptr (GArray) chars = fold_chars (text);

  return g_ucs4_to_utf8 ((gunichar *) chars->data, chars->len, NULL, NULL, NULL);
}

static void
count_words (const char *text, gboolean good, guint *counts)
{
  g_autofree char *plain = fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].good == good)
      for (guint j = 0; j < G_N_ELEMENTS (signs[i].words) && signs[i].words[j] != NULL; j++)
        if (strstr (plain, signs[i].words[j]) != NULL)
          {
            counts[signs[i].reason] += ENOUGH;
            break;
          }
}

/* Subjects that @text asks to stay away from, word for word. */
static void
find_limits (const char *text, GStrvBuilder *limits)
{
  g_autofree char *plain = fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    for (const char *at = strstr (plain, openers[i]); at != NULL; at = strstr (at + 1, openers[i]))
      {
        glong from = g_utf8_pointer_to_offset (plain, at) + g_utf8_strlen (openers[i], -1);
        const char *start = g_utf8_offset_to_pointer (text, from);
        gsize length = strcspn (start, ".!?;\n");
        g_autofree char *limit = lueur_text_clean_line (start, length, 120);

        if (*limit != '\0')
          g_strv_builder_add (limits, limit);
      }
}

/* --- Proposing ---------------------------------------------------------------------------------- */

static LueurProposal *
proposal_for (GPtrArray *proposals, LueurPersona *persona, LueurPersonaField field, LueurReason reason, guint n)
{
  LueurProposal *proposal;

  for (guint i = 0; i < proposals->len; i++)
    {
      proposal = g_ptr_array_index (proposals, i);
      if (proposal->field == field)
        return proposal;
    }
  proposal = g_new0 (LueurProposal, 1);
  proposal->field = field;
  proposal->after = lueur_persona_copy (persona);
  proposal->reason = reason;
  proposal->n = n;
  g_ptr_array_add (proposals, proposal);
  return proposal;
}

typedef struct
{
  LueurPersona *persona;
  GPtrArray *proposals;
  LueurReason reason;
  guint n;
} Case;

static void
set_number (Case *c, LueurPersonaField field, int value)
{
  LueurProposal *proposal = proposal_for (c->proposals, c->persona, field, c->reason, c->n);
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);

  g_object_set (proposal->after, info->name, value, NULL);
}

static void
lean (Case *c, LueurTrait trait, double by)
{
  LueurProposal *proposal = proposal_for (c->proposals, c->persona, LUEUR_PERSONA_TRAITS, c->reason, c->n);
  double now = lueur_persona_get_trait (proposal->after, trait);

  lueur_persona_set_trait (proposal->after, trait, CLAMP (round ((now + by) * 10) / 10, -1, 1));
}

void
lueur_review_add_word (LueurPersona *persona, LueurPersonaField field, const char *word)
{
  const char *const *old = lueur_persona_get_words (persona, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (g_strv_contains (old, word))
    return;
  g_strv_builder_addv (builder, (const char **) old);
  g_strv_builder_add (builder, word);
  words = g_strv_builder_end (builder);
  g_object_set (persona, lueur_persona_field_get_info (field)->name, words, NULL);
}

static void
add_word (Case *c, LueurPersonaField field, const char *word)
{
  lueur_review_add_word (proposal_for (c->proposals, c->persona, field, c->reason, c->n)->after, field, word);
}

/* A sentence on how to write, in the companion's language. */
static void
add_style (Case *c, const char *english, const char *french)
{
  LueurProposal *proposal = proposal_for (c->proposals, c->persona, LUEUR_PERSONA_STYLE, c->reason, c->n);
  const char *old = lueur_persona_get_text (proposal->after, LUEUR_PERSONA_STYLE);
  const char *line = g_str_equal (lueur_persona_get_language (c->persona), "fr") ? french : english;
  g_autofree char *text = NULL;

  if (strstr (old, line) != NULL)
    return;
  text = *old != '\0' ? g_strdup_printf ("%s\n%s", old, line) : g_strdup (line);
  g_object_set (proposal->after, "style", text, NULL);
}

static void
apply (Case *c)
{
  int length = lueur_persona_get_number (c->persona, LUEUR_PERSONA_REPLY_LENGTH);

  switch (c->reason)
    {
    case LUEUR_REASON_TOO_LONG:
      if (length == LUEUR_REPLY_LENGTH_SHORT)
        lean (c, LUEUR_TRAIT_TALKATIVE_QUIET, STEP);
      else
        set_number (c, LUEUR_PERSONA_REPLY_LENGTH,
                    length == LUEUR_REPLY_LENGTH_LONG ? LUEUR_REPLY_LENGTH_NATURAL : LUEUR_REPLY_LENGTH_SHORT);
      break;
    case LUEUR_REASON_TOO_SHORT:
      if (length == LUEUR_REPLY_LENGTH_LONG)
        lean (c, LUEUR_TRAIT_TALKATIVE_QUIET, -STEP);
      else
        set_number (c, LUEUR_PERSONA_REPLY_LENGTH,
                    length == LUEUR_REPLY_LENGTH_SHORT ? LUEUR_REPLY_LENGTH_NATURAL : LUEUR_REPLY_LENGTH_LONG);
      break;
    case LUEUR_REASON_FLATTERS:
      lean (c, LUEUR_TRAIT_CANDID_DIPLOMATIC, -STEP);
      add_word (c, LUEUR_PERSONA_CHIPS, "frank");
      break;
    case LUEUR_REASON_HARSH:
      lean (c, LUEUR_TRAIT_GENTLE_TEASING, -STEP);
      lean (c, LUEUR_TRAIT_CANDID_DIPLOMATIC, STEP / 2);
      break;
    case LUEUR_REASON_COLD:
      lean (c, LUEUR_TRAIT_WARM_RESERVED, -STEP);
      break;
    case LUEUR_REASON_FAMILIAR:
      lean (c, LUEUR_TRAIT_WARM_RESERVED, STEP);
      if (lueur_persona_get_intimacy (c->persona) == LUEUR_INTIMACY_AFFECTIONATE)
        set_number (c, LUEUR_PERSONA_INTIMACY, LUEUR_INTIMACY_FRIENDLY);
      break;
    case LUEUR_REASON_SERIOUS:
      lean (c, LUEUR_TRAIT_PLAYFUL_SERIOUS, -STEP);
      break;
    case LUEUR_REASON_SILLY:
      lean (c, LUEUR_TRAIT_PLAYFUL_SERIOUS, STEP);
      break;
    case LUEUR_REASON_REPEATS:
      add_style (c, "Never say the same thing twice; vary words and beginnings.",
                 "Ne dis jamais deux fois la même chose ; varie les mots et les débuts.");
      break;
    case LUEUR_REASON_QUESTIONS:
      add_style (c, "Ask one question at most, and often none.", "Pose une question au plus, et souvent aucune.");
      break;
    case LUEUR_REASON_GESTURES:
      set_number (c, LUEUR_PERSONA_GESTURES, FALSE);
      break;
    case LUEUR_REASON_EMOJI:
      set_number (c, LUEUR_PERSONA_EMOJI, FALSE);
      break;
    case LUEUR_REASON_NOT_THEM:
      add_style (c, "Stay true to who you are, to your past and your tastes.",
                 "Reste fidèle à qui tu es, à ton passé et à tes goûts.");
      break;
    case LUEUR_REASON_WARM:
      if (lueur_persona_get_trait (c->persona, LUEUR_TRAIT_WARM_RESERVED) > -0.5)
        lean (c, LUEUR_TRAIT_WARM_RESERVED, -STEP / 2);
      break;
    case LUEUR_REASON_FUNNY:
      add_word (c, LUEUR_PERSONA_CHIPS, "funny");
      break;
    case LUEUR_REASON_CANDID:
      add_word (c, LUEUR_PERSONA_CHIPS, "frank");
      break;
    case LUEUR_REASON_LISTENS:
      add_word (c, LUEUR_PERSONA_CHIPS, "patient");
      break;
    case LUEUR_REASON_BRIEF:
      if (length == LUEUR_REPLY_LENGTH_NATURAL)
        set_number (c, LUEUR_PERSONA_REPLY_LENGTH, LUEUR_REPLY_LENGTH_SHORT);
      break;
    case LUEUR_REASON_DETAILED:
      if (length == LUEUR_REPLY_LENGTH_NATURAL)
        set_number (c, LUEUR_PERSONA_REPLY_LENGTH, LUEUR_REPLY_LENGTH_LONG);
      break;
    case LUEUR_REASON_NONE:
    case LUEUR_REASON_LIMIT: /* by its words alone */
    case LUEUR_N_REASONS:
    default:
      break;
    }
}

/* Two that contradict each other say nothing: the one that was said more often stays. */
static void
settle (guint *counts, LueurReason a, LueurReason b)
{
  guint of_a = counts[a], of_b = counts[b];

  if (of_a >= of_b)
    counts[b] = 0;
  if (of_b >= of_a)
    counts[a] = 0;
}

static gboolean
makes_no_difference (LueurPersona *persona, LueurProposal *proposal)
{
  return lueur_persona_is_same (persona, proposal->after, proposal->field);
}

void
lueur_review_drop_same (LueurPersona *persona, GPtrArray *proposals)
{
  for (guint i = proposals->len; i > 0; i--)
    if (makes_no_difference (persona, g_ptr_array_index (proposals, i - 1)))
      g_ptr_array_remove_index (proposals, i - 1);
}

/**
 * lueur_review_propose:
 * @persona: as it is
 * @opinions: (nullable) (element-type LueurOpinionRow): what was thought of replies
 * @works: (nullable): answer to what works
 * @bothers: (nullable): answer to what bothers
 *
 * Returns: (transfer full) (element-type LueurProposal): edits that answer what was said at least twice, or in an answer
 */
GPtrArray *
lueur_review_propose (LueurPersona *persona, GPtrArray *opinions, const char *works, const char *bothers)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_proposal_free);
  g_autoptr (GStrvBuilder) limits = g_strv_builder_new ();
  g_auto (GStrv) subjects = NULL;
  guint counts[LUEUR_N_REASONS] = { 0 };

  g_return_val_if_fail (LUEUR_IS_PERSONA (persona), NULL);

  for (guint i = 0; opinions != NULL && i < opinions->len; i++)
    {
      const LueurOpinionRow *row = g_ptr_array_index (opinions, i);
      LueurReason reason = lueur_reason_from_name (row->reason);

      if (reason != LUEUR_REASON_NONE)
        counts[reason]++;
      if (row->words != NULL)
        {
          count_words (row->words, row->thumb > 0, counts);
          find_limits (row->words, limits);
          /* Where a limit was crossed, the words are the limit. */
          if (reason == LUEUR_REASON_LIMIT && *row->words != '\0' && g_utf8_strlen (row->words, -1) <= 60)
            g_strv_builder_add (limits, row->words);
        }
    }
  if (works != NULL)
    count_words (works, TRUE, counts);
  if (bothers != NULL)
    {
      count_words (bothers, FALSE, counts);
      find_limits (bothers, limits);
    }
  settle (counts, LUEUR_REASON_TOO_LONG, LUEUR_REASON_TOO_SHORT);
  settle (counts, LUEUR_REASON_SERIOUS, LUEUR_REASON_SILLY);
  settle (counts, LUEUR_REASON_COLD, LUEUR_REASON_FAMILIAR);
  settle (counts, LUEUR_REASON_FLATTERS, LUEUR_REASON_HARSH);
  if (counts[LUEUR_REASON_TOO_LONG] > 0)
    counts[LUEUR_REASON_DETAILED] = 0;
  if (counts[LUEUR_REASON_TOO_SHORT] > 0)
    counts[LUEUR_REASON_BRIEF] = 0;
  settle (counts, LUEUR_REASON_BRIEF, LUEUR_REASON_DETAILED);

  for (guint i = 0; i < LUEUR_N_REASONS; i++)
    if (counts[i] >= ENOUGH)
      apply (&(Case) { persona, proposals, i, counts[i] });
  subjects = g_strv_builder_end (limits);
  for (guint i = 0; subjects[i] != NULL; i++)
    add_word (&(Case) { persona, proposals, LUEUR_REASON_LIMIT, 1 }, LUEUR_PERSONA_LIMITS, subjects[i]);
  lueur_review_drop_same (persona, proposals);
  return g_steal_pointer (&proposals);
}
