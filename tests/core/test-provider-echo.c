/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The built-in companion behind the face of a provider. */

#include <string.h>

#include "core/echo/echo.h"
#include "core/provider/echo.h"
#include "support/fake-clock.h"
#include "support/loop.h"

typedef struct
{
  LueurFakeClock *clock;
  LueurPersona *persona;
  LueurPrompt *prompt;
  GCancellable *cancellable;
  GString *text;
  guint n_pieces;
  guint cancel_at; /* with this piece; 0 for never */
  GAsyncResult *result;
} Fixture;

static void
on_text (const char *text, gsize length, gpointer data)
{
  Fixture *f = data;

  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  g_string_append_len (f->text, text, (gssize) length);
  if (++f->n_pieces == f->cancel_at)
    g_cancellable_cancel (f->cancellable);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const LueurTurn turns[] = { { LUEUR_TURN_COMPANION, "Bonsoir." }, { LUEUR_TURN_USER, "Je suis fatigué ce soir." } };

  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  f->persona = lueur_persona_new ();
  g_object_set (f->persona, "name", "Mira", "language", "fr", NULL);
  f->prompt = lueur_prompt_compose (&(LueurPromptInput) {
      .persona = f->persona, .history = turns, .n_history = 2, .context_tokens = 8192, .reply_tokens = 800 });
  f->cancellable = g_cancellable_new ();
  f->text = g_string_new (NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (f->clock), ==, 0);
  g_object_unref (f->clock);
  g_object_unref (f->persona);
  lueur_prompt_unref (f->prompt);
  g_object_unref (f->cancellable);
  g_string_free (f->text, TRUE);
  g_clear_object (&f->result);
}

static char *
expect (Fixture *f, guint variant)
{
  static const LueurEchoTurn turns[] = { { FALSE, "Bonsoir." }, { TRUE, "Je suis fatigué ce soir." } };
  g_autoptr (LueurEcho) echo = lueur_echo_new (f->persona, NULL, 7);

  return lueur_echo_reply (echo, turns, G_N_ELEMENTS (turns), variant);
}

static LueurProvider *
begin (Fixture *f, guint pace_ms, guint variant)
{
  LueurProvider *provider = lueur_echo_provider_new (LUEUR_CLOCK (f->clock), NULL, pace_ms);

  lueur_provider_chat_async (provider,
                             &(LueurChatRequest) {
                                 .prompt = f->prompt, .model = "", .persona = f->persona, .seed = 7, .variant = variant },
                             f->cancellable, on_text, f, lueur_test_keep_result, &f->result);
  return provider;
}

static void
test_words (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurProvider) provider = begin (f, LUEUR_ECHO_PACE_MS, 0);
  g_autofree char *expected = expect (f, 0);
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_true (lueur_provider_get_scripted (provider));
  /* It takes a moment before it speaks, and then speaks word by word. */
  lueur_fake_clock_advance (f->clock, 200 * 1000);
  g_assert_cmpuint (f->n_pieces, ==, 0);
  lueur_fake_clock_advance (f->clock, 400 * 1000);
  g_assert_cmpuint (f->n_pieces, >, 0);
  before = f->n_pieces;
  lueur_fake_clock_advance (f->clock, 300 * 1000);
  g_assert_cmpuint (f->n_pieces, >, before);
  g_assert_cmpuint (f->n_pieces, <=, before + 5);
  g_assert_true (g_str_has_prefix (expected, f->text->str));
  lueur_fake_clock_advance_seconds (f->clock, 120);
  lueur_test_await (&f->result);
  g_assert_true (lueur_provider_chat_finish (provider, f->result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (f->text->str, ==, expected);
}

static void
test_at_once (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurProvider) provider = begin (f, 0, 2);
  g_autofree char *expected = expect (f, 2);

  lueur_fake_clock_advance (f->clock, 0);
  lueur_test_await (&f->result);
  g_assert_true (lueur_provider_chat_finish (provider, f->result, NULL, NULL));
  g_assert_cmpuint (f->n_pieces, ==, 1);
  g_assert_cmpstr (f->text->str, ==, expected);
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurProvider) provider = begin (f, LUEUR_ECHO_PACE_MS, 0);
  g_autoptr (GError) error = NULL;

  f->cancel_at = 2;
  lueur_fake_clock_advance_seconds (f->clock, 120);
  lueur_test_await (&f->result);
  g_assert_false (lueur_provider_chat_finish (provider, f->result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (f->n_pieces, ==, 2);
}

static void
test_cancel_last (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurProvider) provider = begin (f, 0, 0);
  g_autoptr (GError) error = NULL;

  f->cancel_at = 1;
  lueur_fake_clock_advance (f->clock, 0);
  lueur_test_await (&f->result);
  g_assert_false (lueur_provider_chat_finish (provider, f->result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_before (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurProvider) provider = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (f->cancellable);
  provider = begin (f, 0, 0);
  lueur_test_await (&f->result);
  g_assert_false (lueur_provider_chat_finish (provider, f->result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_models (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurProvider) provider = lueur_echo_provider_new (LUEUR_CLOCK (f->clock), NULL, 0);
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) error = NULL;

  lueur_provider_list_models_async (provider, NULL, lueur_test_keep_result, &f->result);
  lueur_test_await (&f->result);
  names = lueur_provider_list_models_finish (provider, f->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/provider/echo/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/provider/echo/at-once", Fixture, NULL, set_up, test_at_once, tear_down);
  g_test_add ("/provider/echo/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/provider/echo/cancel-last", Fixture, NULL, set_up, test_cancel_last, tear_down);
  g_test_add ("/provider/echo/cancel-before", Fixture, NULL, set_up, test_cancel_before, tear_down);
  g_test_add ("/provider/echo/models", Fixture, NULL, set_up, test_models, tear_down);
  return g_test_run ();
}
