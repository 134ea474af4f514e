/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/provider/openai-request.h"

#include "core/error.h"
#include "core/net/json.h"

#include <string.h>

static const char *const role_names[] = {
  [LUEUR_TURN_SYSTEM] = "system",
  [LUEUR_TURN_USER] = "user",
  [LUEUR_TURN_COMPANION] = "assistant",
};

static void
write_turn (GString *out, LueurTurnRole role, const char *text)
{
  if (out->str[out->len - 1] != '[')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "{\"role\":\"%s\",\"content\":", role_names[role]);
  lueur_json_write_string (out, text);
  g_string_append_c (out, '}');
}

static void
write_turns (GString *out, const LueurPrompt *prompt, gboolean strict)
{
  guint n_turns;
  const LueurTurn *turns = lueur_prompt_get_turns (prompt, &n_turns);
  gboolean begun = FALSE;

  g_string_append (out, "\"messages\":[");
  for (guint i = 0; i < n_turns; i++)
    {
      /* The companion greeted first: where the template insists on the person, an empty gesture opens. */
      if (strict && !begun && turns[i].role == LUEUR_TURN_COMPANION)
        write_turn (out, LUEUR_TURN_USER, "…");
      begun = begun || turns[i].role != LUEUR_TURN_SYSTEM;
      write_turn (out, turns[i].role, turns[i].text);
    }
  g_string_append_c (out, ']');
}

/**
 * lueur_openai_write_chat:
 *
 * Returns: (transfer full): the JSON to post; the same for the same input, byte for byte
 */
GBytes *
lueur_openai_write_chat (const LueurChatRequest *request, LueurOpenaiQuirks quirks)
{
  GString *out = g_string_new ("{\"model\":");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  lueur_json_write_string (out, request->model);
  g_string_append_c (out, ',');
  write_turns (out, request->prompt, (quirks & LUEUR_OPENAI_STRICT_TURNS) != 0);
  g_string_append (out, ",\"stream\":true");
  if ((quirks & LUEUR_OPENAI_NO_STREAM_OPTIONS) == 0)
    g_string_append (out, ",\"stream_options\":{\"include_usage\":true}");
  if ((quirks & LUEUR_OPENAI_NO_TEMPERATURE) == 0)
    g_string_append_printf (out, ",\"temperature\":%s",
                            g_ascii_formatd (number, sizeof number, "%.2f", CLAMP (request->temperature, 0, 2)));
  if (request->reply_tokens > 0)
    g_string_append_printf (out, ",\"%s\":%u",
                            quirks & LUEUR_OPENAI_MAX_COMPLETION_TOKENS ? "max_completion_tokens" : "max_tokens",
                            request->reply_tokens);
  if (request->schema != NULL && (quirks & LUEUR_OPENAI_NO_SCHEMA) == 0)
    g_string_append_printf (out, ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":"
                                 "{\"name\":\"answer\",\"schema\":%s}}", request->schema);
  g_string_append_c (out, '}');
  return g_string_free_to_bytes (out);
}

/**
 * lueur_openai_learn:
 * @error: a refusal
 *
 * Returns: what the server does not take, by what it says; 0 when it says nothing of the kind
 */
LueurOpenaiQuirks
lueur_openai_learn (const GError *error)
{
  g_autofree char *text = NULL;

  if (!g_error_matches (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_SERVER) &&
      !g_error_matches (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_NO_MODEL))
    return 0;
  text = g_ascii_strdown (error->message, -1);
  if (strstr (text, "stream_options") != NULL)
    return LUEUR_OPENAI_NO_STREAM_OPTIONS;
  if (strstr (text, "max_completion_tokens") != NULL)
    return LUEUR_OPENAI_MAX_COMPLETION_TOKENS;
  if (strstr (text, "response_format") != NULL || strstr (text, "json_schema") != NULL)
    return LUEUR_OPENAI_NO_SCHEMA;
  if (strstr (text, "temperature") != NULL)
    return LUEUR_OPENAI_NO_TEMPERATURE;
  if (strstr (text, "alternate") != NULL || (strstr (text, "role") != NULL && strstr (text, "user") != NULL))
    return LUEUR_OPENAI_STRICT_TURNS;
  return 0;
}
