/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to say: the companion in words, the person, books, memory, examples, limits, conduct. */

#include "core/chat/prompt-private.h"

#include <string.h>

#include "core/chat/persona-text.h"
#include "core/chat/tokens.h"
#include "core/wellbeing/danger/care.h"
#include "core/wellbeing/conduct/conduct.h"
#include "core/wellbeing/exercises/starters.h"

/* Memory gets this part of the budget at most, and is asked for so many facts. */
#define MEMORY_SHARE 7
#define MAX_FACTS 64

/* --- Macros ------------------------------------------------------------------------------------------ */

static const char *
find_last (const LueurPromptInput *input, gboolean any, LueurTurnRole role)
{
  for (guint i = input->n_history; i > 0; i--)
    if (any || input->history[i - 1].role == role)
      return input->history[i - 1].text;
  return NULL;
}

/**
 * lueur_composer_init:
 * @self: cleared by lueur_composer_clear(); borrows from @input
 */
void
lueur_composer_init (LueurComposer *self, const LueurPromptInput *input)
{
  LueurPersona *persona = input->persona;

  self->input = input;
  self->examples = input->examples != NULL ? input->examples : lueur_persona_get_words (persona, LUEUR_PERSONA_EXAMPLES);
  self->joined_examples = g_strjoinv ("\n\n", (char **) self->examples);
  self->macros = (LueurMacros) {
    .user = input->person_name,
    .companion = lueur_persona_get_called (persona),
    .description = lueur_persona_get_description (persona),
    .personality = lueur_persona_get_about (persona),
    .scenario = input->scenario != NULL ? input->scenario : lueur_persona_get_text (persona, LUEUR_PERSONA_SCENARIO),
    .person = input->person,
    .examples = self->joined_examples,
    .last_message = find_last (input, TRUE, 0),
    .last_user_message = find_last (input, FALSE, LUEUR_TURN_USER),
    .last_companion_message = find_last (input, FALSE, LUEUR_TURN_COMPANION),
    .now = input->now,
    .idle_usec = input->now != NULL ? input->idle_usec : -1,
    .seed = input->seed,
    .pick_seed = input->conversation_seed,
    .language = lueur_persona_get_language (persona),
  };
}

void
lueur_composer_clear (LueurComposer *self)
{
  g_clear_pointer (&self->joined_examples, g_free);
}

gboolean
lueur_composer_is_french (const LueurComposer *self)
{
  return g_strcmp0 (self->macros.language, "fr") == 0;
}

static char *
expand (const LueurComposer *composer, const char *text)
{
  return lueur_macros_expand (&composer->macros, text);
}

/**
 * lueur_prompt_expand:
 * @text: (nullable): what a card's author wrote to be said
 *
 * Returns: (transfer full): @text with its macros followed
 */
char *
lueur_prompt_expand (const LueurPromptInput *input, const char *text)
{
  LueurComposer composer;
  char *expanded;

  lueur_composer_init (&composer, input);
  expanded = expand (&composer, text != NULL ? text : "");
  lueur_composer_clear (&composer);
  return expanded;
}

/* --- Fixed parts ------------------------------------------------------------------------------------- */

/* @text: (transfer full) (nullable): nothing is added when it is blank */
static void
add_part (LueurPrompt *self, LueurPartKind kind, char *text)
{
  LueurPart part = { .kind = kind, .why = LUEUR_WHY_ALWAYS, .text = text };

  if (text == NULL || *g_strstrip (text) == '\0')
    {
      g_free (text);
      return;
    }
  part.tokens = lueur_tokens_estimate (text);
  g_array_append_val (self->parts, part);
}

static void
add_told (LueurPrompt *self, const LueurComposer *composer, LueurPartKind kind, const char *heading, const char *text)
{
  g_autofree char *body = text != NULL ? g_strstrip (expand (composer, text)) : NULL;

  if (body != NULL && *body != '\0')
    add_part (self, kind, g_strconcat (heading, body, NULL));
}

/* A card's system prompt stands in the place of ours, which it may take in as {{original}}. */
static void
add_main (LueurPrompt *self, const LueurComposer *composer)
{
  const char *system = lueur_persona_get_text (composer->input->persona, LUEUR_PERSONA_SYSTEM);
  g_autofree char *text = lueur_persona_text_main (composer->input->persona);
  g_autofree char *main = expand (composer, text);
  LueurComposer with = *composer;

  with.macros.original = main;
  if (*system != '\0')
    add_told (self, &with, LUEUR_PART_MAIN, "", system);
  if (lueur_prompt_find_part (self, LUEUR_PART_MAIN) == NULL)
    add_part (self, LUEUR_PART_MAIN, g_steal_pointer (&main));
}

/* The discussion that one of the six questions opened lasts for some of the person's messages. */
static void
add_debate (LueurPrompt *self, const LueurPromptInput *input)
{
  guint n = 0;

  for (guint i = input->n_history; i > 0 && n < LUEUR_STARTER_TURNS; i--)
    {
      LueurStarter starter;

      if (input->history[i - 1].role != LUEUR_TURN_USER)
        continue;
      n++;
      if (lueur_starter_match (input->history[i - 1].text, &starter))
        {
          add_part (self, LUEUR_PART_DEBATE,
                    lueur_starter_get_system_text (starter, lueur_persona_get_language (input->persona)));
          return;
        }
    }
}

/* Last of all, whatever else is in the request. */
static void
add_conduct (LueurPrompt *self, const LueurPromptInput *input)
{
  const char *block = lueur_conduct_get_block (lueur_persona_get_language (input->persona));

  add_part (self, LUEUR_PART_CONDUCT,
            input->reminder != NULL ? g_strconcat (input->reminder, "\n\n", block, NULL) : g_strdup (block));
}

void
lueur_prompt_add_fixed (LueurPrompt *self, const LueurComposer *composer)
{
  const LueurPromptInput *input = composer->input;
  LueurPersona *persona = input->persona;
  gboolean french = lueur_composer_is_french (composer);
  LueurPart history = { .kind = LUEUR_PART_HISTORY, .why = LUEUR_WHY_ROOM, .text = g_strdup ("") };
  g_autofree char *description = lueur_persona_text_description (persona);
  g_autofree char *personality = lueur_persona_text_personality (persona);
  const char *post_history
      = input->post_history != NULL ? input->post_history : lueur_persona_get_text (persona, LUEUR_PERSONA_POST_HISTORY);

  if (input->calm)
    {
      add_part (self, LUEUR_PART_MAIN,
                g_strdup (lueur_care_get_system_text (lueur_persona_get_language (persona), lueur_persona_get_formal (persona))));
      g_array_append_val (self->parts, history);
      add_part (self, LUEUR_PART_LIMITS, lueur_persona_text_limits (persona));
      add_conduct (self, input);
      return;
    }
  add_main (self, composer);
  add_told (self, composer, LUEUR_PART_PERSON,
            french ? "Sur la personne à qui tu parles\u00a0:\n" : "About the person you talk with:\n", input->person);
  add_told (self, composer, LUEUR_PART_DESCRIPTION, "", description);
  add_told (self, composer, LUEUR_PART_PERSONALITY, "", personality);
  add_part (self, LUEUR_PART_RHYTHM, lueur_persona_text_rhythm (persona));
  add_told (self, composer, LUEUR_PART_SCENARIO, french ? "Le cadre\u00a0:\n" : "The setting:\n", composer->macros.scenario);
  g_array_append_val (self->parts, history);
  add_told (self, composer, LUEUR_PART_POST_HISTORY, "", post_history);
  add_debate (self, input);
  /* Word for word: no macro is looked for in what the person ruled out. */
  add_part (self, LUEUR_PART_LIMITS, lueur_persona_text_limits (persona));
  add_conduct (self, input);
}

/* --- Books ------------------------------------------------------------------------------------------- */

static char *
expand_entry (const char *text, gboolean hidden, gpointer data)
{
  const LueurComposer *composer = data;

  return hidden ? lueur_macros_expand_hidden (&composer->macros, text) : lueur_macros_expand (&composer->macros, text);
}

static LueurPartWhy
why_of (LueurBookReason reason)
{
  static const LueurPartWhy whys[] = {
    [LUEUR_BOOK_MATCHED] = LUEUR_WHY_MATCHED, [LUEUR_BOOK_CONSTANT] = LUEUR_WHY_CONSTANT,
    [LUEUR_BOOK_RECURSED] = LUEUR_WHY_RECURSED, [LUEUR_BOOK_OFF] = LUEUR_WHY_OFF,
    [LUEUR_BOOK_NO_KEY] = LUEUR_WHY_NO_KEY, [LUEUR_BOOK_SECONDARY] = LUEUR_WHY_SECONDARY,
    [LUEUR_BOOK_NOT_NOW] = LUEUR_WHY_NOT_NOW, [LUEUR_BOOK_NO_ROOM] = LUEUR_WHY_NO_ROOM,
  };

  return whys[reason];
}

static char *
name_one (const LueurBookEntry *entry)
{
  if (*entry->name != '\0')
    return g_strdup (entry->name);
  if (entry->keys->len > 0)
    return g_strdup (g_array_index (entry->keys, LueurBookKey, 0).text);
  return g_strdup_printf ("%u", entry->index + 1);
}

/* With the name of its book, where there are several. */
static char *
name_entry (const LueurPromptInput *input, const LueurBook *book, const LueurBookEntry *entry)
{
  g_autofree char *name = name_one (entry);

  if (input->n_books < 2 || *book->name == '\0')
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s · %s", book->name, name);
}

static void
add_hit (LueurPrompt *self, const LueurPromptInput *input, const LueurBook *book, LueurBookHit *hit)
{
  static const LueurPartKind kinds[] = { LUEUR_PART_BOOK_BEFORE, LUEUR_PART_BOOK_AFTER, LUEUR_PART_BOOK_DEPTH };
  gboolean in = lueur_book_reason_is_in (hit->reason);
  LueurPart part = { .kind = kinds[hit->entry->position], .why = why_of (hit->reason), .entry = hit->entry };

  part.state = in ? LUEUR_PART_WHOLE : hit->reason == LUEUR_BOOK_NO_ROOM ? LUEUR_PART_NO_ROOM : LUEUR_PART_NOT_NOW;
  part.source = name_entry (input, book, hit->entry);
  part.key = g_strdup (hit->key);
  part.unheeded = g_strdup (hit->entry->unheeded);
  part.text = g_steal_pointer (&hit->text);
  part.tokens = in ? hit->tokens : 0;
  g_array_append_val (self->parts, part);
}

void
lueur_prompt_add_books (LueurPrompt *self, const LueurComposer *composer, guint budget, guint room)
{
  const LueurPromptInput *input = composer->input;
  g_autofree const char **messages = g_new (const char *, input->n_history + 1);

  for (guint i = 0; i < input->n_history; i++)
    messages[i] = input->history[i].text;
  for (guint i = 0; i < input->n_books; i++)
    {
      LueurBookLook look = {
        .messages = messages, .n_messages = input->n_history, .n_total = input->n_history + input->n_earlier,
        .greeting = (int) input->greeting - 1, .budget = budget, .room = room, .seed = input->seed + i, .expand = expand_entry, .data = (gpointer) composer,
      };
      g_autoptr (GPtrArray) hits = lueur_book_look (input->books[i], &look);

      for (guint h = 0; h < hits->len; h++)
        {
          LueurBookHit *hit = hits->pdata[h];

          room -= MIN (room, hit->tokens);
          add_hit (self, input, input->books[i], hit);
        }
    }
}

/* --- Memory ------------------------------------------------------------------------------------------ */

void
lueur_prompt_add_memory (LueurPrompt *self, const LueurComposer *composer, guint budget, guint room)
{
  const LueurPromptInput *input = composer->input;
  const char *heading = lueur_composer_is_french (composer) ? "Ce que tu te rappelles\u00a0:\n" : "What you remember:\n";
  LueurFact facts[MAX_FACTS] = { 0 };
  guint left = MIN (room, budget / MEMORY_SHARE);
  gboolean first = TRUE;
  guint n;

  if (input->recall == NULL)
    return;
  n = MIN (input->recall (input->history, input->n_history, facts, MAX_FACTS, input->recall_data), MAX_FACTS);
  for (guint i = 0; i < n; i++)
    {
      LueurPart part = { .kind = LUEUR_PART_MEMORY, .why = LUEUR_WHY_RECALLED, .source = g_strdup (facts[i].source) };

      part.text = g_strconcat (first ? heading : "", "– ", facts[i].text, NULL);
      part.tokens = lueur_tokens_estimate (part.text);
      if (part.tokens > left)
        {
          part.state = LUEUR_PART_NO_ROOM;
          part.why = LUEUR_WHY_NO_ROOM;
          part.tokens = 0;
          g_set_str (&part.text, "");
        }
      else
        first = FALSE;
      left -= part.tokens;
      g_array_append_val (self->parts, part);
    }
}

/* --- Examples ---------------------------------------------------------------------------------------- */

/* They take what the rest leaves, as many as fit, in their order. */
void
lueur_prompt_add_examples (LueurPrompt *self, const LueurComposer *composer, guint budget)
{
  g_autoptr (GString) text = g_string_new (NULL);
  LueurPart part = { .kind = LUEUR_PART_EXAMPLES };
  guint used = lueur_prompt_sum (self);
  guint n = 0, n_taken = 0;

  if (composer->examples[0] == NULL || composer->input->calm)
    return;
  g_string_printf (text, lueur_composer_is_french (composer) ? "Comment parle %s, par l’exemple\u00a0:" : "How %s talks, by example:",
                   composer->macros.companion);
  for (; composer->examples[n] != NULL; n++)
    {
      g_autofree char *example = NULL;
      gsize before = text->len;

      if (n_taken < n)
        continue;
      example = g_strstrip (expand (composer, composer->examples[n]));
      g_string_append_printf (text, "\n\n%s", example);
      if (used + lueur_tokens_estimate (text->str) > budget)
        g_string_truncate (text, before);
      else
        n_taken++;
    }
  part.state = n_taken == n ? LUEUR_PART_WHOLE : n_taken > 0 ? LUEUR_PART_SHORTENED : LUEUR_PART_NO_ROOM;
  part.why = n_taken > 0 ? LUEUR_WHY_ROOM : LUEUR_WHY_NO_ROOM;
  part.text = n_taken > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup ("");
  part.tokens = lueur_tokens_estimate (part.text);
  g_array_append_val (self->parts, part);
}
