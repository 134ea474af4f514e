/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The composer: who gets how much of the budget. */

#include "core/chat/prompt-private.h"

#include <string.h>

#include "core/chat/tokens.h"

/* A description of which less than this would be left is left out as a whole. */
#define MIN_SHORTENED_TOKENS 40

static void
clear_part (gpointer data)
{
  LueurPart *part = data;

  g_free (part->text);
  g_free (part->source);
  g_free (part->key);
  g_free (part->unheeded);
}

static void
clear_turn (gpointer data)
{
  g_free ((char *) ((LueurTurn *) data)->text);
}

LueurPart *
lueur_prompt_find_part (LueurPrompt *self, LueurPartKind kind)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, LueurPart, i).kind == kind)
      return &g_array_index (self->parts, LueurPart, i);
  return NULL;
}

guint
lueur_prompt_sum (const LueurPrompt *self)
{
  guint sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    sum += g_array_index (self->parts, LueurPart, i).tokens;
  return sum;
}

guint
lueur_turn_cost (const LueurTurn *turn)
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
      part->why = LUEUR_WHY_NO_ROOM;
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

/* Newest to oldest, without gaps; the last turn is what is to be answered and always goes. Returns: the index
 * of the first turn that is sent. */
static guint
choose_history (LueurPrompt *self, const LueurPromptInput *input, guint budget)
{
  LueurPart *part = lueur_prompt_find_part (self, LUEUR_PART_HISTORY);
  guint used = lueur_prompt_sum (self);
  guint first = input->n_history;

  while (first > 0)
    {
      guint cost = lueur_turn_cost (&input->history[first - 1]);

      if (first < input->n_history && used + part->tokens + cost > budget)
        break;
      part->tokens += cost;
      first--;
    }
  part->n_turns = input->n_history - first;
  part->n_left_out = first + input->n_earlier;
  part->state = part->n_left_out == 0 ? LUEUR_PART_WHOLE : LUEUR_PART_SHORTENED;
  return first;
}

/* In the order of their kinds; those of one kind stay as they were added. */
static void
order_parts (LueurPrompt *self)
{
  GArray *ordered = g_array_sized_new (FALSE, TRUE, sizeof (LueurPart), self->parts->len);

  for (guint kind = 0; kind <= LUEUR_PART_CONDUCT; kind++)
    for (guint i = 0; i < self->parts->len; i++)
      if (g_array_index (self->parts, LueurPart, i).kind == kind)
        g_array_append_val (ordered, g_array_index (self->parts, LueurPart, i));
  g_array_set_clear_func (self->parts, NULL);
  g_array_unref (self->parts);
  g_array_set_clear_func (ordered, clear_part);
  self->parts = ordered;
}

/* Books are only lent while a request is composed. */
static void
forget_entries (LueurPrompt *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    g_array_index (self->parts, LueurPart, i).entry = NULL;
}

/* --- Public ------------------------------------------------------------------------------------------ */

/**
 * lueur_prompt_compose:
 *
 * Composes a request within the budget, which is what the model can read less what is kept for its reply:
 * parts that are always there come first, then what books and memory bring up within their shares, then the
 * conversation from its end backwards, then the examples. On overflow the examples go first, then the oldest
 * messages, and at the very last the description is cut. The same input gives the same request, byte for byte.
 *
 * Returns: (transfer full): the request and its account
 */
LueurPrompt *
lueur_prompt_compose (const LueurPromptInput *input)
{
  LueurPrompt *self = g_atomic_rc_box_new0 (LueurPrompt);
  guint whole = input->context_tokens > input->reply_tokens ? input->context_tokens - input->reply_tokens : 0;
  LueurComposer composer;
  LueurPart *description;
  guint first, needed, answer = 0, budget;

  self->parts = g_array_new (FALSE, TRUE, sizeof (LueurPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->turns = g_array_new (FALSE, TRUE, sizeof (LueurTurn));
  g_array_set_clear_func (self->turns, clear_turn);
  lueur_composer_init (&composer, input);

  lueur_prompt_add_fixed (self, &composer);
  if (input->n_history > 0)
    answer = lueur_turn_cost (&input->history[input->n_history - 1]);
  needed = lueur_prompt_sum (self) + LUEUR_TOKENS_PER_TURN + answer;
  description = lueur_prompt_find_part (self, LUEUR_PART_DESCRIPTION);
  if (needed > whole && description != NULL)
    shorten (description, description->tokens - MIN (description->tokens, needed - whole));

  budget = whole - MIN (whole, LUEUR_TOKENS_PER_TURN);
  needed = lueur_prompt_sum (self) + answer;
  lueur_prompt_add_books (self, &composer, whole, budget - MIN (budget, needed));
  needed = lueur_prompt_sum (self) + answer;
  lueur_prompt_add_memory (self, &composer, whole, budget - MIN (budget, needed));
  first = choose_history (self, input, budget);
  lueur_prompt_add_examples (self, &composer, budget);
  order_parts (self);
  lueur_prompt_write_turns (self, &composer, first);
  self->tokens = lueur_prompt_sum (self) + LUEUR_TOKENS_PER_TURN;
  forget_entries (self);
  lueur_composer_clear (&composer);
  return self;
}

/**
 * lueur_prompt_new_of_turns:
 * @turns: (array length=n_turns): what is sent, copied
 *
 * A request that is no conversation with a companion, such as a question about what the person wants.
 *
 * Returns: (transfer full): it, without parts
 */
LueurPrompt *
lueur_prompt_new_of_turns (const LueurTurn *turns, guint n_turns)
{
  LueurPrompt *self = g_atomic_rc_box_new0 (LueurPrompt);

  self->parts = g_array_new (FALSE, TRUE, sizeof (LueurPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->turns = g_array_new (FALSE, TRUE, sizeof (LueurTurn));
  g_array_set_clear_func (self->turns, clear_turn);
  for (guint i = 0; i < n_turns; i++)
    {
      LueurTurn turn = { turns[i].role, g_strdup (turns[i].text) };

      g_array_append_val (self->turns, turn);
      self->tokens += lueur_tokens_estimate (turn.text) + LUEUR_TOKENS_PER_TURN;
    }
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

const char *
lueur_part_kind_get_name (LueurPartKind kind)
{
  static const char *const names[] = {
    "main", "book-before", "person", "description", "personality", "rhythm", "scenario", "book-after",
    "memory", "examples", "history", "book-depth", "post-history", "debate", "limits", "conduct",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == LUEUR_PART_CONDUCT + 1);
  return names[kind];
}

const char *
lueur_part_state_get_name (LueurPartState state)
{
  static const char *const names[] = { "whole", "shortened", "no-room", "not-now" };

  return names[state];
}

const char *
lueur_part_why_get_name (LueurPartWhy why)
{
  static const char *const names[] = { "always", "room", "recalled", "matched", "constant", "recursed", "off",
                                       "no-key", "secondary", "not-now", "no-room" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == LUEUR_WHY_NO_ROOM + 1);
  return names[why];
}
