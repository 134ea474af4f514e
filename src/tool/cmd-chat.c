/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool chat and models: one question to an endpoint, past the window and the store. The address is
 * named on the command line, which is consent enough. */

#include <stdio.h>
#include <string.h>

#include "core/clock.h"
#include "core/error.h"
#include "core/language.h"
#include "core/net/endpoint.h"
#include "core/provider/echo.h"
#include "core/provider/open.h"
#include "tool/cmd-chat.h"

typedef struct
{
  char *base_url;
  char *model;
  char *key_env;
  char *language;
  char *name;
  char **words;

  GMainLoop *loop;
  LueurNet *net;
  int status;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->base_url);
  g_free (self->model);
  g_free (self->key_env);
  g_free (self->language);
  g_free (self->name);
  g_strfreev (self->words);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  if (self->net != NULL)
    lueur_net_close (self->net);
  g_clear_object (&self->net);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *self, int argc, char **argv, const char *parameters, const char *summary, gboolean chat)
{
  GOptionEntry entries[] = {
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &self->base_url,
      "address of the API, such as http://127.0.0.1:11434/v1", "URL" },
    { "key-env", 0, 0, G_OPTION_ARG_STRING, &self->key_env, "environment variable that holds the key", "VAR" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->words, NULL, NULL },
    { "model", 0, chat ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &self->model, "which model answers", "NAME" },
    { "lang", 0, chat ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &self->language,
      "language of the companion", "en|fr" },
    { "name", 0, chat ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &self->name, "its name", "NAME" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *program = g_strconcat ("lueur-tool ", argv[0], NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRUE;
  fprintf (stderr, "lueur-tool: %s\n", error->message);
  return FALSE;
}

static void
print_error (const GError *error)
{
  guint seconds;
  const char *detail;

  if (error->domain != LUEUR_FAULT_ERROR)
    {
      fprintf (stderr, "lueur-tool: %s\n", error->message);
      return;
    }
  detail = lueur_fault_detail_parse (error->message, &seconds);
  fprintf (stderr, "lueur-tool: %s%s%s", lueur_fault_get_name ((LueurFault) error->code), *detail != '\0' ? ": " : "",
           detail);
  if (seconds > 0)
    fprintf (stderr, " (try again in %u s)", seconds);
  fprintf (stderr, "\n");
}

static LueurProvider *
open_provider (Options *self)
{
  const char *key = self->key_env != NULL ? g_getenv (self->key_env) : NULL;
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;

  if (self->base_url == NULL || *self->base_url == '\0')
    {
      g_autoptr (LueurClock) clock = lueur_clock_new ();

      return lueur_echo_provider_new (clock, NULL, LUEUR_ECHO_PACE_MS);
    }
  if (self->key_env != NULL && key == NULL)
    {
      fprintf (stderr, "lueur-tool: the variable %s is not set\n", self->key_env);
      return NULL;
    }
  url = lueur_endpoint_normalize (self->base_url, &error);
  if (url == NULL)
    {
      print_error (error);
      return NULL;
    }
  self->net = lueur_net_new (NULL);
  return lueur_provider_new_for (self->net, url, key);
}

static void
on_text (const char *text, gsize length, gpointer data)
{
  fwrite (text, 1, length, stdout);
  fflush (stdout);
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer data)
{
  Options *self = data;
  g_autoptr (GError) error = NULL;

  if (lueur_provider_chat_finish (LUEUR_PROVIDER (source), result, NULL, &error))
    printf ("\n");
  else
    {
      print_error (error);
      self->status = 1;
    }
  g_main_loop_quit (self->loop);
}

/**
 * lueur_cmd_chat:
 *
 * Says one thing and streams the answer to standard output.
 *
 * Returns: 0, or 1 when there was no whole answer, 2 when it was not asked rightly
 */
int
lueur_cmd_chat (int argc, char **argv)
{
  g_auto (Options) self = { 0 };
  g_autoptr (LueurProvider) provider = NULL;
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurPrompt) prompt = NULL;
  g_autofree char *text = NULL;
  LueurTurn turn = { LUEUR_TURN_USER, NULL };

  if (!parse (&self, argc, argv, "TEXT…", "Says TEXT to a model, or to Écho when no address is given.", TRUE))
    return 2;
  if (self.words == NULL)
    {
      fprintf (stderr, "lueur-tool: say something: lueur-tool chat \"Hello\"\n");
      return 2;
    }
  provider = open_provider (&self);
  if (provider == NULL)
    return 2;

  text = g_strjoinv (" ", self.words);
  turn.text = text;
  g_object_set (persona, "name", self.name != NULL ? self.name : "Lueur", "language",
                self.language != NULL ? self.language : lueur_language_get_default (), NULL);
  prompt = lueur_prompt_compose (&(LueurPromptInput) {
      .persona = persona, .history = &turn, .n_history = 1, .context_tokens = 8192, .reply_tokens = 800 });
  self.loop = g_main_loop_new (NULL, FALSE);
  lueur_provider_chat_async (provider,
                             &(LueurChatRequest) {
                                 .prompt = prompt,
                                 .model = self.model != NULL ? self.model : "",
                                 .temperature = 0.8,
                                 .reply_tokens = 800,
                                 .persona = persona,
                             },
                             NULL, on_text, NULL, on_reply, &self);
  g_main_loop_run (self.loop);
  return self.status;
}

static void
on_models (GObject *source, GAsyncResult *result, gpointer data)
{
  Options *self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = lueur_provider_list_models_finish (LUEUR_PROVIDER (source), result, &error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    printf ("%s\n", names[i]);
  if (names == NULL)
    {
      print_error (error);
      self->status = 1;
    }
  g_main_loop_quit (self->loop);
}

/**
 * lueur_cmd_models:
 *
 * Prints the models of an endpoint, one a line.
 *
 * Returns: 0, or 1 when the endpoint did not tell, 2 when it was not asked rightly
 */
int
lueur_cmd_models (int argc, char **argv)
{
  g_auto (Options) self = { 0 };
  g_autoptr (LueurProvider) provider = NULL;

  if (!parse (&self, argc, argv, NULL, "Lists the models of an endpoint.", FALSE))
    return 2;
  if (self.base_url == NULL)
    {
      fprintf (stderr, "lueur-tool: where? lueur-tool models --base-url URL\n");
      return 2;
    }
  provider = open_provider (&self);
  if (provider == NULL)
    return 2;
  self.loop = g_main_loop_new (NULL, FALSE);
  lueur_provider_list_models_async (provider, NULL, on_models, &self);
  g_main_loop_run (self.loop);
  return self.status;
}
