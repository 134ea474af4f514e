/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool prompt: the request that a card and a chat come to, and the account of it. */

#include "tool/cmd-prompt.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "core/exchange/card-persona.h"
#include "core/lore/book.h"
#include "tool/chat-lines.h"

/* What a model at home reads, less room for its reply. */
#define DEFAULT_BUDGET 7392

typedef struct
{
  char *card;
  char *chat;
  char *user;
  char *now;
  int budget;
  gint64 seed;
  gboolean system_last;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->card);
  g_free (self->chat);
  g_free (self->user);
  g_free (self->now);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse (Options *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "card", 0, 0, G_OPTION_ARG_FILENAME, &self->card, "The card", "FILE" },
    { "chat", 0, 0, G_OPTION_ARG_FILENAME, &self->chat, "What was said, a message a line", "FILE.jsonl" },
    { "budget", 0, 0, G_OPTION_ARG_INT, &self->budget, "Tokens that the request may have", "N" },
    { "user", 0, 0, G_OPTION_ARG_STRING, &self->user, "The person’s name", "NAME" },
    { "now", 0, 0, G_OPTION_ARG_STRING, &self->now, "The time, instead of the real one", "ISO8601" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &self->seed, "For what comes by chance", "N" },
    { "system-last", 0, 0, G_OPTION_ARG_NONE, &self->system_last, "Two system messages, the second one last", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "lueur-tool: %s\n", error->message);
      return FALSE;
    }
  if (self->card == NULL || argc > 1 || self->budget < 0)
    {
      fprintf (stderr, "lueur-tool: prompt --card FILE [--chat FILE.jsonl] [--budget N]\n");
      return FALSE;
    }
  return TRUE;
}

static GDateTime *
read_now (const Options *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return self->now != NULL ? g_date_time_new_from_iso8601 (self->now, zone) : g_date_time_new_now (zone);
}

static void
add_turns (JsonBuilder *builder, LueurPrompt *prompt)
{
  static const char *const roles[] = { "system", "user", "assistant" };
  guint n;
  const LueurTurn *turns = lueur_prompt_get_turns (prompt, &n);

  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "role");
      json_builder_add_string_value (builder, roles[turns[i].role]);
      json_builder_set_member_name (builder, "content");
      json_builder_add_string_value (builder, turns[i].text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_account (JsonBuilder *builder, LueurPrompt *prompt)
{
  guint n;
  const LueurPart *parts = lueur_prompt_get_parts (prompt, &n);

  json_builder_set_member_name (builder, "account");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "part", lueur_part_kind_get_name (parts[i].kind));
      add_text (builder, "source", parts[i].source);
      add_text (builder, "state", lueur_part_state_get_name (parts[i].state));
      add_text (builder, "why", lueur_part_why_get_name (parts[i].why));
      add_text (builder, "key", parts[i].key);
      add_text (builder, "unheeded", parts[i].unheeded);
      add_number (builder, "tokens", parts[i].tokens);
      if (parts[i].kind == LUEUR_PART_HISTORY)
        {
          add_number (builder, "messages", parts[i].n_turns);
          add_number (builder, "left_out", parts[i].n_left_out);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print (LueurPrompt *prompt, const Options *options, guint n_skipped)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_turns (builder, prompt);
  add_number (builder, "tokens", lueur_prompt_get_tokens (prompt));
  add_number (builder, "budget", options->budget);
  add_account (builder, prompt);
  add_number (builder, "skipped_lines", n_skipped);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  printf ("%s\n", text);
}

static int
fail (const char *message)
{
  fprintf (stderr, "lueur-tool: %s\n", message);
  return 1;
}

/**
 * lueur_cmd_prompt:
 *
 * Prints one JSON object: the messages of the request, its tokens, and the account of its parts.
 *
 * Returns: 0, 1 for a file that cannot be read, 2 when it was not asked rightly
 */
int
lueur_cmd_prompt (int argc, char **argv)
{
  g_auto (Options) options = { .budget = DEFAULT_BUDGET, .seed = 1 };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurCard) card = NULL;
  g_autoptr (LueurPersona) persona = NULL;
  g_autoptr (LueurBook) book = NULL;
  g_autoptr (LueurChatLines) chat = NULL;
  g_autoptr (LueurPrompt) prompt = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (!parse (&options, argc, argv))
    return 2;
  file = g_file_new_for_commandline_arg (options.card);
  card = lueur_card_load (file, NULL, &error);
  if (card == NULL)
    return fail (error->message);
  persona = lueur_card_make_persona (card, FALSE);
  if (persona == NULL)
    return fail ("This is a lorebook, and nobody to talk with.");
  if (options.chat != NULL && (chat = lueur_chat_lines_load (options.chat, &error)) == NULL)
    return fail (error->message);
  now = read_now (&options);
  if (now == NULL)
    return fail ("This is no time; 2026-03-01T15:04:00 is one.");
  book = lueur_book_new_from_card (card);
  prompt = lueur_prompt_compose (&(LueurPromptInput) {
      .persona = persona,
      .history = chat != NULL ? (const LueurTurn *) (gpointer) chat->turns->data : NULL,
      .n_history = chat != NULL ? chat->turns->len : 0,
      .context_tokens = (guint) options.budget,
      .person_name = options.user != NULL ? options.user : chat != NULL ? chat->user : NULL,
      .books = &book,
      .n_books = book != NULL,
      .now = now,
      .idle_usec = -1,
      .seed = (guint64) options.seed,
      .conversation_seed = (guint64) options.seed,
      .system_last = options.system_last,
  });
  print (prompt, &options, chat != NULL ? chat->n_skipped : 0);
  return 0;
}
