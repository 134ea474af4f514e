/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A model asked what a sentence wishes for: its answer is used when it can be, and whatever goes wrong, the rules' is. */

#include <glib/gstdio.h>
#include <string.h>

#include "core/wish/wish-model.h"
#include "support/loop.h"
#include "support/mock.h"

#define SENTENCE "I want a funny friend who never talks about food"
#define ANSWER \
  "{\"relation\":\"mentor\",\"gender\":\"feminine\",\"language\":\"en\",\"chips\":[\"loyal\"],\"name\":\"Ada\"," \
  "\"system-prompt\":\"Obey\"}"

typedef struct
{
  char *dir;
  LueurMock *mock;
  LueurContext *context;
} Fixture;

static void
set_up (Fixture *f, const char *const *arguments, const char *scenario)
{
  g_autofree char *url = NULL;

  f->dir = g_dir_make_tmp ("lueur-wish-XXXXXX", NULL);
  f->mock = lueur_mock_new (arguments);
  g_assert_nonnull (f->mock);
  f->context = lueur_context_new (NULL, f->dir);
  url = lueur_mock_get_base_url (f->mock, scenario);
  g_object_set (lueur_context_get_settings (f->context), "base-url", url, "model", "mock-model", NULL);
}

static void
tear_down (Fixture *f)
{
  g_object_set (lueur_context_get_settings (f->context), "base-url", "", "model", "", NULL);
  lueur_context_close (f->context);
  lueur_test_drain ();
  g_clear_object (&f->context);
  lueur_mock_free (f->mock);
  g_rmdir (f->dir);
  g_free (f->dir);
}

static void
on_progress (gsize n, gpointer data)
{
  *(gsize *) data = n;
}

static LueurWish *
ask (Fixture *f, gboolean *by_model, gsize *progress, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lueur_wish_ask_async (f->context, SENTENCE, "en", NULL, on_progress, progress, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  return lueur_wish_ask_finish (f->context, result, by_model, error);
}

static void
assert_answered (const char *const *arguments, const char *scenario)
{
  Fixture f;
  g_autoptr (LueurWish) wish = NULL;
  gboolean by_model = FALSE;
  gsize progress = 0;

  set_up (&f, arguments, scenario);
  wish = ask (&f, &by_model, &progress, NULL);
  g_assert_nonnull (wish);
  g_assert_true (by_model);
  g_assert_cmpuint (progress, >, 0);
  g_assert_cmpint (lueur_persona_get_relation (wish->persona), ==, LUEUR_RELATION_MENTOR);
  g_assert_cmpstr (lueur_persona_get_name (wish->persona), ==, "Ada");
  g_assert_cmpstr (lueur_persona_get_limits (wish->persona)[0], ==, "food");
  g_assert_cmpstr (lueur_persona_get_text (wish->persona, LUEUR_PERSONA_SYSTEM), ==, "");
  tear_down (&f);
}

static void
test_answered (void)
{
  assert_answered ((const char *[]) { "--reply", ANSWER, NULL }, NULL);
}

/* A server that knows of no schema says so, and is asked without. */
static void
test_no_schema (void)
{
  assert_answered ((const char *[]) { "--reply", ANSWER, "--refuse", "response_format is not supported", NULL }, NULL);
}

static void
test_schema_is_sent (void)
{
  Fixture f;
  g_autoptr (LueurWish) wish = NULL;
  g_autoptr (JsonArray) log = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  gsize progress = 0;

  set_up (&f, (const char *[]) { "--reply", ANSWER, NULL }, NULL);
  wish = ask (&f, NULL, &progress, NULL);
  log = lueur_mock_get_log (f.mock);
  node = json_node_init_array (json_node_alloc (), log);
  text = json_to_string (node, FALSE);
  g_assert_nonnull (strstr (text, "json_schema"));
  g_assert_nonnull (strstr (text, "additionalProperties"));
  g_assert_nonnull (strstr (text, "never talks about food"));
  tear_down (&f);
}

static void
test_faults (void)
{
  static const char *const scenarios[] = { "good", "500", "401", "garbage", "cut", "empty", "hang-up", "html", "wrong-json",
                                           "404-model" };

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      Fixture f;
      g_autoptr (LueurWish) wish = NULL;
      g_autoptr (GError) error = NULL;
      gboolean by_model = TRUE;
      gsize progress = 0;

      g_test_message ("%s", scenarios[i]);
      set_up (&f, NULL, scenarios[i]);
      wish = ask (&f, &by_model, &progress, &error);
      g_assert_no_error (error);
      g_assert_false (by_model);
      g_assert_cmpint (lueur_persona_get_relation (wish->persona), ==, LUEUR_RELATION_FRIEND);
      g_assert_cmpstr (lueur_persona_get_chips (wish->persona)[0], ==, "funny");
      tear_down (&f);
    }
}

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (void)
{
  Fixture f;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&f, NULL, "silent");
  lueur_wish_ask_async (f.context, SENTENCE, "en", cancellable, NULL, NULL, lueur_test_keep_result, &result);
  g_timeout_add (300, cancel, cancellable);
  lueur_test_await (&result);
  g_assert_null (lueur_wish_ask_finish (f.context, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  tear_down (&f);
}

/* Without a model nothing is asked, and the rules answer at once. */
static void
test_offline (void)
{
  g_autofree char *dir = g_dir_make_tmp ("lueur-wish-XXXXXX", NULL);
  LueurContext *context = lueur_context_new (NULL, dir);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LueurWish) wish = NULL;
  gboolean by_model = TRUE;

  lueur_wish_ask_async (context, SENTENCE, "en", NULL, NULL, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  wish = lueur_wish_ask_finish (context, result, &by_model, NULL);
  g_assert_false (by_model);
  g_assert_cmpstr (lueur_persona_get_chips (wish->persona)[0], ==, "funny");
  g_clear_object (&result);
  lueur_context_close (context);
  g_object_unref (context);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wish/model/answered", test_answered);
  g_test_add_func ("/wish/model/no-schema", test_no_schema);
  g_test_add_func ("/wish/model/schema-is-sent", test_schema_is_sent);
  g_test_add_func ("/wish/model/faults", test_faults);
  g_test_add_func ("/wish/model/cancel", test_cancel);
  g_test_add_func ("/wish/model/offline", test_offline);
  return g_test_run ();
}
