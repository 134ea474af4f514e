/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/prompt.h"

#include <string.h>

#include "core/chat/persona-text.h"
#include "core/chat/tokens.h"
#include "core/wellbeing/conduct.h"

struct _LueurPrompt
{
  GArray *parts; /* of LueurPart */
  GArray *turns; /* of LueurTurn, whose texts are owned */
  guint tokens;
};

/* A description of which less than this would be left is left out as a whole. */
#define MIN_SHORTENED_TOKENS 40

static void
clear_part (gpointer data)
{
  g_free (((LueurPart *) data)->text);
}

static void
clear_turn (gpointer data)
{
  g_free ((char *) ((LueurTurn *) data)->text);
}

static gboolean
is_french (const LueurPromptInput *input)
{
  return g_strcmp0 (lueur_persona_get_language (input->persona), "fr") == 0;
}

/* --- Macros ------------------------------------------------------------------------------------------ */

static char *
expand (const LueurPromptInput *input, const char *text)
{
  static const char *const user = "{{user}}", *const companion = "{{char}}";
  const char *nobody = is_french (input) ? "la personne" : "the person";
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    if (*p == '{' && g_ascii_strncasecmp (p, user, strlen (user)) == 0)
      {
        g_string_append (out, input->person_name != NULL && *input->person_name != '\0' ? input->person_name : nobody);
        p += strlen (user);
      }
    else if (*p == '{' && g_ascii_strncasecmp (p, companion, strlen (companion)) == 0)
      {
        g_string_append (out, lueur_persona_get_called (input->persona));
        p += strlen (companion);
      }
    else
      g_string_append_c (out, *p++);
  return g_string_free_and_steal (out);
}

/* --- Parts ------------------------------------------------------------------------------------------- */

/* @text: (transfer full) (nullable): nothing is added when it is blank */
static void
add_part (LueurPrompt *self, LueurPartKind kind, char *text)
{
  LueurPart part = { .kind = kind, .text = text };

  if (text == NULL || *g_strstrip (text) == '\0')
    {
      g_free (text);
      return;
    }
  part.tokens = lueur_tokens_estimate (text);
  g_array_append_val (self->parts, part);
}

static void
add_told (LueurPrompt *self, const LueurPromptInput *input, LueurPartKind kind, const char *heading, const char *text)
{
  g_autofree char *body = text != NULL ? g_strstrip (expand (input, text)) : NULL;

  if (body != NULL && *body != '\0')
    add_part (self, kind, g_strconcat (heading, body, NULL));
}

static LueurPart *
find_part (LueurPrompt *self, LueurPartKind kind)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, LueurPart, i).kind == kind)
      return &g_array_index (self->parts, LueurPart, i);
  return NULL;
}

static guint
sum_parts (LueurPrompt *self)
{
  guint sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    sum += g_array_index (self->parts, LueurPart, i).tokens;
  return sum;
}

static guint
cost_of (const LueurTurn *turn)
{
  return lueur_tokens_estimate (turn->text) + LUEUR_TOKENS_PER_TURN;
}

/* Cuts @part to about @tokens, after a whole word. */
static void
shorten (LueurPart *part, guint tokens)
{
  g_autofree char *whole = g_steal_pointer (&part->text);
  gsize length = strlen (whole);
  GString *cut;

  if (tokens < MIN_SHORTENED_TOKENS)
    {
      part->state = LUEUR_PART_NO_ROOM;
      part->text = g_strdup ("");
      part->tokens = 0;
      return;
    }
  /* Tokens are spread evenly enough over a text; where they are not, a second and a third cut follow. */
  cut = g_string_new (whole);
  do
    {
      gsize keep = (gsize) ((double) length * tokens / MAX (tokens + 1, lueur_tokens_estimate (cut->str)) * 0.98);
      gsize word = keep;

      while (word > 0 && !g_ascii_isspace (cut->str[word]))
        word--;
      if (word > keep / 2)
        keep = word;
      else
        while (keep > 0 && (cut->str[keep] & 0xc0) == 0x80)
          keep--;
      g_string_truncate (cut, keep);
      length = keep;
    }
  while (length > 1 && lueur_tokens_estimate (cut->str) + 1 > tokens);
  g_string_append (cut, "…");
  part->state = LUEUR_PART_SHORTENED;
  part->text = g_string_free_and_steal (cut);
  part->tokens = lueur_tokens_estimate (part->text);
}

/* What the caller gives, or else the companion's own. */
static const char *
or_own (const LueurPromptInput *input, const char *text, LueurPersonaField field)
{
  return text != NULL ? text : lueur_persona_get_text (input->persona, field);
}

/* A main text of the companion's own stands in the place of ours, which is {{original}} in it. */
static char *
write_main (const LueurPromptInput *input)
{
  g_autofree char *original = lueur_persona_text_main (input->persona);
  const char *own = lueur_persona_get_text (input->persona, LUEUR_PERSONA_SYSTEM);
  g_autoptr (GString) text = NULL;

  if (*own == '\0')
    return g_steal_pointer (&original);
  text = g_string_new (own);
  g_string_replace (text, "{{original}}", original, 0);
  return expand (input, text->str);
}

static void
add_fixed_parts (LueurPrompt *self, const LueurPromptInput *input)
{
  gboolean french = is_french (input);
  LueurPart history = { .kind = LUEUR_PART_HISTORY, .text = g_strdup ("") };
  g_autofree char *description = lueur_persona_text_description (input->persona);
  g_autofree char *personality = lueur_persona_text_personality (input->persona);

  add_part (self, LUEUR_PART_MAIN, write_main (input));
  add_told (self, input, LUEUR_PART_PERSON,
            french ? "Sur la personne à qui tu parles :\n" : "About the person you talk with:\n", input->person);
  add_told (self, input, LUEUR_PART_DESCRIPTION, "", description);
  add_told (self, input, LUEUR_PART_PERSONALITY, "", personality);
  add_part (self, LUEUR_PART_RHYTHM, lueur_persona_text_rhythm (input->persona));
  add_told (self, input, LUEUR_PART_SCENARIO, french ? "Le cadre :\n" : "The setting:\n",
            or_own (input, input->scenario, LUEUR_PERSONA_SCENARIO));
  g_array_append_val (self->parts, history);
  add_told (self, input, LUEUR_PART_POST_HISTORY, "",
            or_own (input, input->post_history, LUEUR_PERSONA_POST_HISTORY));
  /* Word for word: no macro is looked for in what the person ruled out. */
  add_part (self, LUEUR_PART_LIMITS, lueur_persona_text_limits (input->persona));
  add_part (self, LUEUR_PART_CONDUCT,
            g_strdup (lueur_conduct_get_block (lueur_persona_get_language (input->persona))));
}

/* Newest to oldest, without gaps; the last turn is what is to be answered and always goes. Returns: the index
 * of the first turn that is sent. */
static guint
choose_history (LueurPrompt *self, const LueurPromptInput *input, guint budget)
{
  LueurPart *part = find_part (self, LUEUR_PART_HISTORY);
  guint used = sum_parts (self);
  guint first = input->n_history;

  while (first > 0)
    {
      guint cost = cost_of (&input->history[first - 1]);

      if (first < input->n_history && used + part->tokens + cost > budget)
        break;
      part->tokens += cost;
      first--;
    }
  part->n_turns = input->n_history - first;
  part->n_left_out = first;
  part->state = first == 0 ? LUEUR_PART_WHOLE : LUEUR_PART_SHORTENED;
  return first;
}

/* They take what the rest leaves, as many as fit, in their order. */
static void
add_examples (LueurPrompt *self, const LueurPromptInput *input, guint budget)
{
  const char *const *examples = input->examples != NULL
                                    ? input->examples
                                    : lueur_persona_get_words (input->persona, LUEUR_PERSONA_EXAMPLES);
  g_autoptr (GString) text = g_string_new (NULL);
  LueurPart part = { .kind = LUEUR_PART_EXAMPLES };
  guint used = sum_parts (self);
  guint at, n = 0, n_taken = 0;

  if (examples[0] == NULL)
    return;
  g_string_printf (text, is_french (input) ? "Comment parle %s, par l’exemple :" : "How %s talks, by example:",
                   lueur_persona_get_called (input->persona));
  for (; examples[n] != NULL; n++)
    {
      g_autofree char *example = g_strstrip (expand (input, examples[n]));
      gsize before = text->len;

      if (n_taken < n)
        continue;
      g_string_append_printf (text, "\n\n%s", example);
      if (used + lueur_tokens_estimate (text->str) > budget)
        g_string_truncate (text, before);
      else
        n_taken++;
    }
  part.state = n_taken == n ? LUEUR_PART_WHOLE : n_taken > 0 ? LUEUR_PART_SHORTENED : LUEUR_PART_NO_ROOM;
  part.text = n_taken > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup ("");
  part.tokens = lueur_tokens_estimate (part.text);
  at = (guint) (find_part (self, LUEUR_PART_HISTORY) - (LueurPart *) (gpointer) self->parts->data);
  g_array_insert_val (self->parts, at, part);
}

/* --- Turns ------------------------------------------------------------------------------------------- */

static void
append_text (GString *out, const char *text)
{
  if (*text == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, "\n\n");
  g_string_append (out, text);
}

static void
add_turn (LueurPrompt *self, LueurTurnRole role, const char *text)
{
  LueurTurn turn = { role, g_strdup (text) };

  if (self->turns->len > 0)
    {
      LueurTurn *last = &g_array_index (self->turns, LueurTurn, self->turns->len - 1);

      /* Two in a row of the same (a reply failed in between) would upset templates that expect them to
       * alternate. */
      if (last->role == role)
        {
          char *both = g_strconcat (last->text, "\n\n", text, NULL);

          g_free ((char *) last->text);
          g_free ((char *) turn.text);
          last->text = both;
          return;
        }
    }
  g_array_append_val (self->turns, turn);
}

static void
write_turns (LueurPrompt *self, const LueurPromptInput *input, guint first)
{
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) tail = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const LueurPart *part = &g_array_index (self->parts, LueurPart, i);

      append_text (part->kind > LUEUR_PART_HISTORY && input->system_last ? tail : head, part->text);
    }
  add_turn (self, LUEUR_TURN_SYSTEM, head->str);
  for (guint i = first; i < input->n_history; i++)
    if (*input->history[i].text != '\0')
      add_turn (self, input->history[i].role, input->history[i].text);
  if (tail->len > 0)
    add_turn (self, LUEUR_TURN_SYSTEM, tail->str);
}

/* --- Public ------------------------------------------------------------------------------------------ */

/**
 * lueur_prompt_compose:
 *
 * Composes a request within the budget, which is what the model can read less what is kept for its reply:
 * parts that are always there come first, then the conversation from its end backwards, then the examples. On
 * overflow the examples go first, then the oldest messages, and at the very last the description is cut.
 * The same input gives the same request, byte for byte.
 *
 * Returns: (transfer full): the request and its account
 */
LueurPrompt *
lueur_prompt_compose (const LueurPromptInput *input)
{
  LueurPrompt *self = g_atomic_rc_box_new0 (LueurPrompt);
  guint budget = input->context_tokens > input->reply_tokens ? input->context_tokens - input->reply_tokens : 0;
  LueurPart *description;
  guint first, needed;

  self->parts = g_array_new (FALSE, TRUE, sizeof (LueurPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->turns = g_array_new (FALSE, TRUE, sizeof (LueurTurn));
  g_array_set_clear_func (self->turns, clear_turn);

  add_fixed_parts (self, input);
  needed = sum_parts (self) + LUEUR_TOKENS_PER_TURN;
  if (input->n_history > 0)
    needed += cost_of (&input->history[input->n_history - 1]);
  description = find_part (self, LUEUR_PART_DESCRIPTION);
  if (needed > budget && description != NULL)
    shorten (description, description->tokens - MIN (description->tokens, needed - budget));

  budget -= MIN (budget, LUEUR_TOKENS_PER_TURN);
  first = choose_history (self, input, budget);
  add_examples (self, input, budget);
  write_turns (self, input, first);
  self->tokens = sum_parts (self) + LUEUR_TOKENS_PER_TURN;
  return self;
}

LueurPrompt *
lueur_prompt_ref (LueurPrompt *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (LueurPrompt *self)
{
  g_array_unref (self->parts);
  g_array_unref (self->turns);
}

void
lueur_prompt_unref (LueurPrompt *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * lueur_prompt_get_turns:
 * @n_turns: (out): how many
 *
 * Returns: (transfer none) (array length=n_turns): what is sent, the system text first
 */
const LueurTurn *
lueur_prompt_get_turns (const LueurPrompt *self, guint *n_turns)
{
  *n_turns = self->turns->len;
  return (const LueurTurn *) (gpointer) self->turns->data;
}

/**
 * lueur_prompt_get_parts:
 * @n_parts: (out): how many
 *
 * Returns: (transfer none) (array length=n_parts): what it is made of, and what was left out
 */
const LueurPart *
lueur_prompt_get_parts (const LueurPrompt *self, guint *n_parts)
{
  *n_parts = self->parts->len;
  return (const LueurPart *) (gpointer) self->parts->data;
}

/**
 * lueur_prompt_get_tokens:
 *
 * Returns: estimate of the whole request
 */
guint
lueur_prompt_get_tokens (const LueurPrompt *self)
{
  return self->tokens;
}
