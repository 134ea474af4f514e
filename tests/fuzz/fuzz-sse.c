/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The answer of a model, as the network thread reads it: event stream, JSON, UTF-8, errors.
 * First byte: the status. Second: how the rest is cut into pieces. */

#include <string.h>

#include "core/error.h"
#include "core/provider/openai-reply.h"
#include "fuzz/fuzz.h"

#define KEY "key-0a1b2c3d4e5f6a7b8c9d"

typedef struct
{
  GString *text;
  GError *error;
} Answer;

static Answer
read_answer (LueurSink *sink, guint status, const char *bytes, gsize length, gsize piece)
{
  LueurHead head = { .status = status, .location = status == 302 ? (char *) "http://elsewhere.invalid/" KEY : NULL };
  Answer answer = { g_string_new (NULL), NULL };

  for (gsize i = 0; i < length;)
    {
      gsize n = MIN (piece, length - i);
      g_autofree char *copy = g_memdup2 (bytes + i, n); /* so that reading past it shows */
      LueurSinkVerdict verdict = sink->klass->body (sink, &head, copy, n, answer.text);

      i += n;
      if (verdict == LUEUR_SINK_FULL)
        {
          answer.error = g_error_new_literal (LUEUR_FAULT_ERROR, LUEUR_FAULT_TOO_MUCH, "");
          break;
        }
      if (verdict == LUEUR_SINK_DONE)
        break;
    }
  if (answer.error == NULL)
    answer.error = sink->klass->end (sink, &head, TRUE, answer.text);
  lueur_sink_free (sink);

  g_assert_true (g_utf8_validate (answer.text->str, (gssize) answer.text->len, NULL));
  if (answer.error != NULL)
    {
      g_assert_true (answer.error->domain == LUEUR_FAULT_ERROR);
      g_assert_true (g_utf8_validate (answer.error->message, -1, NULL));
      g_assert_cmpuint (strlen (answer.error->message), <, 1500);
      g_assert_null (strstr (answer.error->message, KEY));
    }
  return answer;
}

static void
answer_clear (Answer *answer)
{
  g_string_free (answer->text, TRUE);
  g_clear_error (&answer->error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const guint statuses[] = { 200, 200, 200, 200, 302, 401, 404, 500 };
  const char *bytes = (const char *) data + 2;
  gsize length, piece;
  guint status;
  Answer whole, pieces, models;

  if (size < 2)
    return 0;
  status = statuses[data[0] % G_N_ELEMENTS (statuses)];
  piece = 1 + data[1] % 32;
  length = size - 2;

  /* However the network cuts it, the same comes of it. */
  whole = read_answer (lueur_openai_reply_new (KEY), status, bytes, length, MAX (length, 1));
  pieces = read_answer (lueur_openai_reply_new (KEY), status, bytes, length, piece);
  g_assert_cmpstr (whole.text->str, ==, pieces.text->str);
  g_assert_true ((whole.error != NULL) == (pieces.error != NULL));
  if (whole.error != NULL)
    {
      g_assert_cmpint (whole.error->code, ==, pieces.error->code);
      g_assert_cmpstr (whole.error->message, ==, pieces.error->message);
    }
  models = read_answer (lueur_openai_models_new (KEY), status, bytes, length, piece);
  answer_clear (&whole);
  answer_clear (&pieces);
  answer_clear (&models);
  return 0;
}
