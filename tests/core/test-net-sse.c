/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/sse.h"

#include <string.h>

typedef struct
{
  GString *log; /* “event=data|” for each */
} Seen;

static void
on_event (const char *event, const char *data, gsize length, gpointer user_data)
{
  Seen *seen = user_data;

  g_assert_cmpuint (strlen (data), <=, length);
  g_string_append_printf (seen->log, "%s=%s|", event, data);
}

static const struct
{
  const char *name;
  const char *stream;
  const char *events;
} cases[] = {
  { "lf", "data: a\n\ndata: b\n\n", "message=a|message=b|" },
  { "crlf", "data: a\r\n\r\ndata: b\r\n\r\n", "message=a|message=b|" },
  { "cr", "data: a\r\rdata: b\r\r", "message=a|message=b|" },
  { "mixed", "data: a\r\ndata: b\rdata: c\n\r\n", "message=a\nb\nc|" },
  { "no-space", "data:a\n\n", "message=a|" },
  { "one-space-only", "data:  a \n\n", "message= a |" },
  { "colons", "data: {\"a\": \"b:c\"}\n\n", "message={\"a\": \"b:c\"}|" },
  { "comment", ": hi\n\n:\ndata: a\n: there\n\n", "message=a|" },
  { "event", "event: error\ndata: a\n\ndata: b\n\n", "error=a|message=b|" },
  { "event-without-data", "event: ping\n\ndata: b\n\n", "message=b|" },
  { "empty-data", "data\n\ndata:\n\n", "message=|message=|" },
  { "two-empty-lines", "data\ndata\n\n", "message=\n|" },
  { "other-fields", "id: 7\nretry: 10\nfoo: bar\nbar\ndata: a\n\n", "message=a|" },
  { "byte-order-mark", "\xef\xbb\xbf" "data: a\n\n", "message=a|" },
  { "mark-inside", "data: a\n\n\xef\xbb\xbf" "data: b\n\n", "message=a|" },
  { "half-a-mark", "\xef\xbb" "data: a\n\ndata: b\n\n", "message=b|" },
  { "no-last-blank-line", "data: a\n\ndata: [DONE]\n", "message=a|message=[DONE]|" },
  { "no-last-line-end", "data: a\n\ndata: [DONE]", "message=a|message=[DONE]|" },
  { "utf8", "data: é€😀\n\n", "message=é€😀|" },
  { "invalid-utf8", "data: \xff\xc3\n\n", "message=\xff\xc3|" },
  { "nothing", "", "" },
  { "html", "<!DOCTYPE html>\n<html>\n</html>\n", "" },
};

/* Once for every place at which the stream may be cut in two, and once byte by byte. */
static void
test_splits (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  const char *stream = cases[index].stream;
  gsize length = strlen (stream);

  for (gsize cut = 0; cut <= length + 1; cut++)
    {
      g_autoptr (GString) log = g_string_new (NULL);
      Seen seen = { log };
      LueurSse sse;

      lueur_sse_init (&sse, 1000, on_event, &seen);
      if (cut <= length)
        {
          g_assert_true (lueur_sse_feed (&sse, stream, cut));
          g_assert_true (lueur_sse_feed (&sse, stream + cut, length - cut));
        }
      else
        for (gsize i = 0; i < length; i++)
          g_assert_true (lueur_sse_feed (&sse, stream + i, 1));
      lueur_sse_end (&sse);
      g_assert_cmpstr (log->str, ==, cases[index].events);
      g_assert_cmpint (lueur_sse_get_started (&sse), ==, *cases[index].events != '\0');
      lueur_sse_clear (&sse);
    }
}

static void
test_immediate (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  Seen seen = { log };
  LueurSse sse;

  /* An event is there with its blank line, without waiting for what follows: a CR may be half of an end. */
  lueur_sse_init (&sse, 1000, on_event, &seen);
  lueur_sse_feed (&sse, "data: a\r\n\r", 10);
  g_assert_cmpstr (log->str, ==, "message=a|");
  lueur_sse_feed (&sse, "\n", 1);
  g_assert_cmpstr (log->str, ==, "message=a|");
  lueur_sse_clear (&sse);
}

static void
test_caps (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *filler = g_strnfill (64, 'a');
  Seen seen = { log };
  LueurSse sse;
  guint n = 0;

  /* One endless line: given up within a piece of the cap, and what was held stays small. */
  lueur_sse_init (&sse, 1000, on_event, &seen);
  lueur_sse_feed (&sse, "data: ", 6);
  while (lueur_sse_feed (&sse, filler, 64))
    n++;
  g_assert_cmpuint (n, >=, 14);
  g_assert_cmpuint (n, <=, 16);
  g_assert_false (lueur_sse_feed (&sse, "\n\ndata: b\n\n", 11));
  lueur_sse_end (&sse);
  g_assert_cmpstr (log->str, ==, "");
  lueur_sse_clear (&sse);

  /* Many short lines of one event. */
  lueur_sse_init (&sse, 1000, on_event, &seen);
  for (n = 0; lueur_sse_feed (&sse, "data: 0123456789\n", 17); n++)
    g_assert_cmpuint (n, <, 1000);
  g_assert_cmpuint (n, >=, 80);
  lueur_sse_end (&sse);
  g_assert_cmpstr (log->str, ==, "");
  lueur_sse_clear (&sse);

  /* The cap is of one line, not of the stream. */
  lueur_sse_init (&sse, 1000, on_event, &seen);
  for (n = 0; n < 1000; n++)
    g_assert_true (lueur_sse_feed (&sse, "data: 0123456789\n\n", 18));
  g_assert_cmpuint (log->len, ==, 1000 * strlen ("message=0123456789|"));
  lueur_sse_clear (&sse);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/net/sse/split/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_splits);
    }
  g_test_add_func ("/net/sse/immediate", test_immediate);
  g_test_add_func ("/net/sse/caps", test_caps);
  return g_test_run ();
}
