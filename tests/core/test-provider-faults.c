/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every bad answer, over a real socket, and what a person is told of it. */

#include <string.h>

#include "core/error.h"
#include "core/net/endpoint.h"
#include "core/provider/openai.h"
#include "support/loop.h"
#include "support/mock.h"

#define KEY "k3y-abcdefghijklmnop-0123456789"
#define FINE -1

static LueurMock *mock;

typedef struct
{
  GString *text;
  guint n_pieces;
} Talk;

static void
on_text (const char *text, gsize length, gpointer data)
{
  Talk *talk = data;

  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_cmpuint (length, >, 0);
  g_string_append_len (talk->text, text, (gssize) length);
  talk->n_pieces++;
}

static LueurPrompt *
make_prompt (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  LueurTurn turn = { LUEUR_TURN_USER, "Hello “you”,\nhow are you? 😀" };

  g_object_set (persona, "name", "Mira", "language", "en", NULL);
  return lueur_prompt_compose (&(LueurPromptInput) {
      .persona = persona, .history = &turn, .n_history = 1, .context_tokens = 8192, .reply_tokens = 800 });
}

/* Asks once; returns the error. */
static GError *
ask (const char *base_url, const char *key, const char *model, Talk *talk, LueurChatOutcome *outcome)
{
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autoptr (LueurProvider) provider = lueur_openai_provider_new (net, base_url, key);
  g_autoptr (LueurPrompt) prompt = make_prompt ();
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (LueurChatOutcome) ignored = { 0 };
  GError *error = NULL;

  lueur_provider_chat_async (provider,
                             &(LueurChatRequest) {
                                 .prompt = prompt, .model = model, .temperature = 0.8, .reply_tokens = 800 },
                             NULL, on_text, talk, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  lueur_provider_chat_finish (provider, result, outcome != NULL ? outcome : &ignored, &error);
  lueur_net_close (net);
  return error;
}

static const struct
{
  const char *scenario;
  int fault;
  const char *text;   /* what came all the same; NULL: not looked at */
  const char *detail; /* a piece of it; NULL: not looked at */
} cases[] = {
  { "good", FINE, NULL, NULL },
  { "json", FINE, NULL, NULL },
  { "crlf", FINE, "One two.", NULL },
  { "think", FINE, "Said aloud.", NULL },
  { "think-aloud", FINE, "Said aloud.", NULL },
  { "only-think", LUEUR_FAULT_EMPTY, "", NULL },
  { "utf8", FINE, "caf\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd ok", NULL },
  { "utf8-split", FINE, "é€😀", NULL },
  { "length", FINE, "As far as I may", NULL },
  { "flood", FINE, NULL, NULL },
  { "empty", LUEUR_FAULT_EMPTY, "", NULL },
  { "blank", LUEUR_FAULT_EMPTY, NULL, NULL },
  { "nothing", LUEUR_FAULT_EMPTY, "", NULL },
  { "cut", LUEUR_FAULT_CUT_SHORT, "This sentence stops", NULL },
  { "cut-clean", LUEUR_FAULT_CUT_SHORT, "This sentence stops", NULL },
  { "cut-json", LUEUR_FAULT_NOT_A_MODEL, "", NULL },
  { "hang-up", LUEUR_FAULT_UNREACHABLE, "", NULL },
  { "garbage", LUEUR_FAULT_NOT_A_MODEL, "", NULL },
  { "401", LUEUR_FAULT_UNAUTHORIZED, "", "Incorrect API key provided" },
  { "403", LUEUR_FAULT_UNAUTHORIZED, "", "not supported" },
  { "402", LUEUR_FAULT_QUOTA, "", "Insufficient credits" },
  { "404-model", LUEUR_FAULT_NO_MODEL, "", "does not exist" },
  { "400-model", LUEUR_FAULT_NO_MODEL, "", NULL },
  { "404-path", LUEUR_FAULT_NOT_FOUND, "", "404 page not found" },
  { "429", LUEUR_FAULT_BUSY, "", "retry-after: 20\nRate limit reached" },
  { "429-quota", LUEUR_FAULT_QUOTA, "", "check your plan" },
  { "503", LUEUR_FAULT_BUSY, "", "Loading model" },
  { "529", LUEUR_FAULT_BUSY, "", "Overloaded" },
  { "400-long", LUEUR_FAULT_TOO_LONG, "", NULL },
  { "500", LUEUR_FAULT_SERVER, "", "Internal Server Error" },
  { "html", LUEUR_FAULT_NOT_A_MODEL, "", NULL },
  { "html-502", LUEUR_FAULT_SERVER, "", NULL },
  { "text", LUEUR_FAULT_NOT_A_MODEL, "", NULL },
  { "wrong-json", LUEUR_FAULT_NOT_A_MODEL, "", NULL },
  { "error", LUEUR_FAULT_SERVER, "It began well", "The server had an error" },
  { "error-busy", LUEUR_FAULT_BUSY, "", "Rate limited" },
  { "filter", LUEUR_FAULT_REFUSED, "I would", NULL },
  { "line", LUEUR_FAULT_TOO_MUCH, "", NULL },
  { "body", LUEUR_FAULT_TOO_MUCH, NULL, NULL },
  { "big-json", LUEUR_FAULT_TOO_MUCH, "", NULL },
  { "deep-json", LUEUR_FAULT_NOT_A_MODEL, "", NULL },
  { "headers", LUEUR_FAULT_TOO_MUCH, "", NULL },
  { "redirect", LUEUR_FAULT_BAD_ADDRESS, "", "elsewhere.invalid" },
  { "gzip", LUEUR_FAULT_NOT_A_MODEL, "", NULL },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *base_url = lueur_mock_get_base_url (mock, cases[i].scenario);
  g_autoptr (GString) text = g_string_new (NULL);
  Talk talk = { text };
  gint64 before = g_get_monotonic_time ();
  g_autoptr (GError) error = ask (base_url, KEY, "any", &talk, NULL);

  if (cases[i].fault == FINE)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (text->len, >, 0);
    }
  else
    {
      g_assert_error (error, LUEUR_FAULT_ERROR, cases[i].fault);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strstr (error->message, "k3y"));
      g_assert_null (strstr (error->message, "abcdef"));
      g_assert_null (strchr (error->message, '<'));
      g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 340);
    }
  if (cases[i].text != NULL)
    g_assert_cmpstr (text->str, ==, cases[i].text);
  if (cases[i].detail != NULL && strstr (error->message, cases[i].detail) == NULL)
    g_error ("“%s” is not in “%s”", cases[i].detail, error->message);
  /* Promptly, whatever it is: nothing here has a reason to wait. */
  g_assert_cmpint (g_get_monotonic_time () - before, <, 8 * G_USEC_PER_SEC);
}

static void
test_good (void)
{
  g_autofree char *base_url = lueur_mock_get_base_url (mock, NULL);
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (LueurChatOutcome) outcome = { 0 };
  Talk talk = { text };
  g_autoptr (GError) error = ask (base_url, KEY, "good", &talk, &outcome);
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);
  JsonObject *entry, *headers, *body;
  JsonArray *messages;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text->str, "That is wonderful news"));
  g_assert_true (g_str_has_suffix (text->str, "Shall we celebrate?"));
  g_assert_cmpstr (outcome.model, ==, "mock-model-1");
  g_assert_false (outcome.hit_limit);
  g_assert_cmpuint (outcome.prompt_tokens, ==, 10);
  g_assert_cmpuint (outcome.reply_tokens, ==, 5);

  /* What was asked, and nothing beside it. */
  g_assert_cmpuint (json_array_get_length (log), ==, 1);
  entry = json_array_get_object_element (log, 0);
  headers = json_object_get_object_member (entry, "headers");
  body = json_object_get_object_member (entry, "body");
  g_assert_cmpstr (json_object_get_string_member (entry, "method"), ==, "POST");
  g_assert_cmpstr (json_object_get_string_member (entry, "path"), ==, "/v1/chat/completions");
  g_assert_cmpstr (json_object_get_string_member (headers, "authorization"), ==, "Bearer " KEY);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (headers, "user-agent"), "Lueur/"));
  g_assert_cmpuint (strlen (json_object_get_string_member (headers, "user-agent")), <, 16);
  g_assert_false (json_object_has_member (headers, "accept-encoding"));
  g_assert_false (json_object_has_member (headers, "cookie"));
  g_assert_cmpstr (json_object_get_string_member (body, "model"), ==, "good");
  g_assert_true (json_object_get_boolean_member (body, "stream"));
  g_assert_cmpint (json_object_get_int_member (body, "max_tokens"), ==, 800);
  messages = json_object_get_array_member (body, "messages");
  g_assert_cmpuint (json_array_get_length (messages), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (messages, 0), "role"), ==, "system");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (messages, 1), "content"), ==,
                   "Hello “you”,\nhow are you? 😀");
}

static void
test_no_model (void)
{
  g_autofree char *base_url = lueur_mock_get_base_url (mock, NULL);
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");
  g_autoptr (GString) text = g_string_new (NULL);
  Talk talk = { text };
  g_autoptr (GError) error = ask (base_url, KEY, "", &talk, NULL);
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);

  g_assert_error (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_NO_MODEL);
  g_assert_cmpuint (json_array_get_length (log), ==, 0);
}

static void
test_bad_key (void)
{
  g_autofree char *base_url = lueur_mock_get_base_url (mock, NULL);
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");
  g_autoptr (GString) text = g_string_new (NULL);
  Talk talk = { text };
  g_autoptr (GError) error = ask (base_url, "abc\r\nX-Evil: 1", "good", &talk, NULL);
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);

  g_assert_error (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_UNAUTHORIZED);
  g_assert_cmpuint (json_array_get_length (log), ==, 0);

  /* What comes along with a pasted key does no harm. */
  g_clear_error (&error);
  error = ask (base_url, " " KEY "\n", "good", &talk, NULL);
  g_assert_no_error (error);
}

static void
test_unreachable (void)
{
  g_autoptr (LueurMock) gone = lueur_mock_new (NULL);
  g_autofree char *refused = lueur_mock_get_base_url (gone, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Talk talk = { text };
  GError *error;

  g_clear_pointer (&gone, lueur_mock_free);
  error = ask (refused, KEY, "good", &talk, NULL);
  g_assert_error (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_UNREACHABLE);
  g_clear_error (&error);

  error = ask ("http://nowhere.invalid/v1", KEY, "good", &talk, NULL);
  g_assert_true (g_error_matches (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_UNREACHABLE) ||
                 g_error_matches (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_OFFLINE));
  g_clear_error (&error);

  /* Not even with TLS spoken to a server that has none. */
  {
    g_autofree char *tls = g_strdup_printf ("https://127.0.0.1:%u/v1", lueur_mock_get_port (mock));

    error = ask (tls, KEY, "good", &talk, NULL);
    g_assert_error (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_UNREACHABLE);
    g_clear_error (&error);
  }
}

/* A certificate that nobody vouches for: the key must not go there. */
static void
test_certificate (void)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_autoptr (LueurMock) tls = NULL;
  g_autofree char *url = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Talk talk = { text };
  g_autoptr (GError) error = NULL;

  if (openssl == NULL)
    {
      g_test_skip ("no openssl to make a certificate with");
      return;
    }
  tls = lueur_mock_new ((const char *[]) { "--tls", NULL });
  g_assert_nonnull (tls);
  url = g_strdup_printf ("https://127.0.0.1:%u/v1", lueur_mock_get_port (tls));
  error = ask (url, KEY, "good", &talk, NULL);
  g_assert_error (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "certificate"));
  g_assert_cmpuint (text->len, ==, 0);
}

/* --- Quirks ------------------------------------------------------------------------------------------ */

static void
test_quirks (void)
{
  static const struct
  {
    const char *message;
    const char *gone;
  } refusals[] = {
    { "Unsupported parameter: 'stream_options'", "stream_options" },
    { "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "\"max_tokens\"" },
    { "'temperature' does not support 0.8 with this model.", "temperature" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (LueurMock) picky = lueur_mock_new ((const char *[]) { "--refuse", refusals[i].message, NULL });
      g_autofree char *base_url = lueur_mock_get_base_url (picky, NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      Talk talk = { text };
      g_autoptr (GError) error = ask (base_url, NULL, "good", &talk, NULL);
      g_autoptr (JsonArray) log = lueur_mock_get_log (picky);
      const char *first, *second;

      g_assert_no_error (error);
      g_assert_cmpuint (json_array_get_length (log), ==, 2);
      first = json_object_get_string_member (json_array_get_object_element (log, 0), "raw");
      second = json_object_get_string_member (json_array_get_object_element (log, 1), "raw");
      g_assert_nonnull (strstr (first, refusals[i].gone));
      g_assert_null (strstr (second, refusals[i].gone));
    }
}

/* --- The list of models ------------------------------------------------------------------------------ */

static GStrv
list (const char *base_url, GError **error)
{
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autoptr (LueurProvider) provider = lueur_openai_provider_new (net, base_url, KEY);
  g_autoptr (GAsyncResult) result = NULL;
  GStrv names;

  lueur_provider_list_models_async (provider, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  names = lueur_provider_list_models_finish (provider, result, error);
  lueur_net_close (net);
  return names;
}

static void
test_models (void)
{
  static const struct
  {
    const char *scenario;
    LueurFault fault;
  } bad[] = {
    { "401", LUEUR_FAULT_UNAUTHORIZED },  { "404-path", LUEUR_FAULT_NOT_FOUND }, { "500", LUEUR_FAULT_SERVER },
    { "html", LUEUR_FAULT_NOT_A_MODEL },  { "text", LUEUR_FAULT_NOT_A_MODEL },   { "wrong-json", LUEUR_FAULT_NOT_A_MODEL },
    { "big-json", LUEUR_FAULT_TOO_MUCH }, { "429", LUEUR_FAULT_BUSY },           { "redirect", LUEUR_FAULT_BAD_ADDRESS },
  };
  g_autofree char *base_url = lueur_mock_get_base_url (mock, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = list (base_url, &error);

  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) names, "good"));
  for (guint i = 1; names[i] != NULL; i++)
    g_assert_cmpint (g_ascii_strcasecmp (names[i - 1], names[i]), <, 0);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *url = lueur_mock_get_base_url (mock, bad[i].scenario);
      g_autoptr (GError) failure = NULL;

      g_assert_null (list (url, &failure));
      g_assert_error (failure, LUEUR_FAULT_ERROR, (int) bad[i].fault);
      g_assert_null (strstr (failure->message, "abcdef"));
    }
}

int
main (int argc, char **argv)
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  mock = lueur_mock_new (NULL);
  g_assert_nonnull (mock);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/provider/faults/", cases[i].scenario, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/provider/faults/no-model", test_no_model);
  g_test_add_func ("/provider/faults/bad-key", test_bad_key);
  g_test_add_func ("/provider/faults/unreachable", test_unreachable);
  g_test_add_func ("/provider/faults/certificate", test_certificate);
  g_test_add_func ("/provider/chat/good", test_good);
  g_test_add_func ("/provider/chat/quirks", test_quirks);
  g_test_add_func ("/provider/models", test_models);
  rc = g_test_run ();
  lueur_mock_free (mock);
  return rc;
}
