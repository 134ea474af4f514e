/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The network thread: wake-ups, cancelling, waiting, proxies, ending. */

#include <string.h>

#include "core/error.h"
#include "core/net/net.h"
#include "core/net/channel.h"
#include "core/provider/openai-reply.h"
#include "support/loop.h"
#include "support/mock.h"

static LueurMock *mock;

typedef struct
{
  GString *text;
  guint n_pieces;
  GCancellable *cancel_after; /* cancelled with the third piece */
  gint64 cancelled_at;
  guint n_after_cancel;
  GAsyncResult *result;
} Talk;

static void
talk_clear (Talk *talk)
{
  g_string_free (talk->text, TRUE);
  g_clear_object (&talk->result);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Talk, talk_clear)

static void
on_text (const char *text, gsize length, gpointer data)
{
  Talk *talk = data;

  g_string_append_len (talk->text, text, (gssize) length);
  talk->n_pieces++;
  if (talk->cancelled_at != 0)
    talk->n_after_cancel++;
  if (talk->cancel_after != NULL && talk->n_pieces == 3)
    {
      talk->cancelled_at = g_get_monotonic_time ();
      g_cancellable_cancel (talk->cancel_after);
    }
}

static void
begin (LueurNet *net, const char *url, LueurRequestSpec spec, GCancellable *cancellable, Talk *talk)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_autoptr (LueurRequest) request = NULL;

  spec.url = url;
  spec.body = body;
  request = lueur_request_new (&spec);
  talk->text = g_string_new (NULL);
  lueur_net_send_async (net, request, lueur_openai_reply_new (NULL), cancellable, on_text, talk, lueur_test_keep_result,
                        &talk->result);
}

static GError *
finish (LueurNet *net, Talk *talk)
{
  g_autoptr (LueurSink) sink = NULL;
  GError *error = NULL;

  lueur_test_await (&talk->result);
  sink = lueur_net_send_finish (net, talk->result, &error);
  g_assert_true ((sink != NULL) == (error == NULL));
  return error;
}

static char *
chat_url (const char *scenario)
{
  g_autofree char *base_url = lueur_mock_get_base_url (mock, scenario);

  return g_strconcat (base_url, "/chat/completions", NULL);
}

static guint
count_network_threads (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", name, "comm", NULL);
      g_autofree char *comm = NULL;

      if (g_file_get_contents (path, &comm, NULL, NULL))
        n += g_str_has_prefix (comm, "lueur-net");
    }
  return n;
}

static gboolean
has_no_thread (gpointer data)
{
  return count_network_threads () == 0;
}

/* A thread that was joined may be listed for a moment longer; so may one that libcurl resolves a name on. */
static void
assert_no_thread (void)
{
  g_assert_true (lueur_test_wait_until (has_no_thread, NULL, 5000));
}

/* --- Wake-ups ---------------------------------------------------------------------------------------- */

static void
test_flood (void)
{
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autofree char *url = chat_url ("flood");
  g_auto (Talk) talk = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  guint most;

  begin (net, url, (LueurRequestSpec) { 0 }, NULL, &talk);
  error = finish (net, &talk);
  most = (guint) ((g_get_monotonic_time () - start) / (LUEUR_CHANNEL_INTERVAL_MS * 1000)) + 2;
  g_assert_no_error (error);
  g_assert_cmpuint (talk.text->len, ==, 50000);
  g_test_message ("50,000 deltas: %u wake-ups, at most %u allowed", lueur_net_get_n_wakeups (net), most);
  g_assert_cmpuint (lueur_net_get_n_wakeups (net), <=, most);
  g_assert_cmpuint (talk.n_pieces, <=, lueur_net_get_n_wakeups (net));
  g_assert_cmpuint (lueur_net_get_n_wakeups (net), <, 5000);
  lueur_net_close (net);
}

static gboolean
has_piece (gpointer data)
{
  return ((Talk *) data)->n_pieces > 0;
}

static void
test_blocked (void)
{
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = chat_url ("endless");
  g_auto (Talk) talk = { 0 };
  g_autoptr (GError) error = NULL;
  guint wakeups, pieces;

  begin (net, url, (LueurRequestSpec) { 0 }, cancellable, &talk);
  g_assert_true (lueur_test_wait_until (has_piece, &talk, 5000));
  lueur_test_drain ();
  wakeups = lueur_net_get_n_wakeups (net);
  pieces = talk.n_pieces;

  /* The main loop stands still while some twenty-five words come: they wait as one piece for one turn. */
  g_usleep (500 * 1000);
  g_assert_cmpuint (lueur_net_get_n_wakeups (net), ==, wakeups);
  g_string_truncate (talk.text, 0);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (lueur_net_get_n_wakeups (net), ==, wakeups + 1);
  g_assert_cmpuint (talk.n_pieces, ==, pieces + 1);
  g_assert_true (g_str_has_prefix (talk.text->str, "on on on on "));

  g_cancellable_cancel (cancellable);
  error = finish (net, &talk);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  lueur_net_close (net);
}

static void
test_many (void)
{
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autofree char *url = chat_url ("good");
  Talk talks[20] = { 0 };

  assert_no_thread ();
  for (guint i = 0; i < G_N_ELEMENTS (talks); i++)
    begin (net, url, (LueurRequestSpec) { 0 }, NULL, &talks[i]);
  for (guint i = 0; i < G_N_ELEMENTS (talks); i++)
    {
      g_autoptr (GError) error = finish (net, &talks[i]);

      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (talks[i].text->str, "celebrate?"));
      talk_clear (&talks[i]);
    }
  g_assert_cmpuint (count_network_threads (), ==, 1);
  lueur_net_close (net);
}

/* --- Cancelling -------------------------------------------------------------------------------------- */

static gboolean
server_saw_it (gpointer data)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);

  return json_object_get_boolean_member (json_array_get_object_element (log, json_array_get_length (log) - 1),
                                         "closed_early");
}

static gboolean
server_has_it (gpointer data)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);

  return json_array_get_length (log) > 0;
}

static void
check_cancel (const char *scenario, gboolean by_piece)
{
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = chat_url (scenario);
  g_auto (Talk) talk = { .cancel_after = by_piece ? cancellable : NULL };
  g_autoptr (GError) error = NULL;
  gint64 done_at;

  begin (net, url, (LueurRequestSpec) { 0 }, cancellable, &talk);
  if (!by_piece)
    {
      /* However slow the machine: it is cancelled while the server thinks, not before it was asked. */
      g_assert_true (lueur_test_wait_until (server_has_it, NULL, 10000));
      lueur_test_spin (100);
      talk.cancelled_at = g_get_monotonic_time ();
      g_cancellable_cancel (cancellable);
    }
  error = finish (net, &talk);
  done_at = g_get_monotonic_time ();
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (talk.n_after_cancel, ==, 0);

  /* The peer sees the connection end: nothing streams on behind the person's back. The bound of 100 ms is
   * for a machine that does nothing else. */
  g_assert_true (lueur_test_wait_until (server_saw_it, NULL, 2000));
  g_test_message ("%s: callback after %.1f ms, peer told after at most %.1f ms", scenario,
                  (double) (done_at - talk.cancelled_at) / 1000,
                  (double) (g_get_monotonic_time () - talk.cancelled_at) / 1000);
  g_assert_cmpint (done_at - talk.cancelled_at, <, 500 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - talk.cancelled_at, <, 1000 * 1000);
  lueur_net_close (net);
}

static void
test_cancel_stream (void)
{
  check_cancel ("endless", TRUE);
}

static void
test_cancel_silent (void)
{
  check_cancel ("silent", FALSE);
}

static void
test_cancel_stalled (void)
{
  check_cancel ("stall", FALSE);
}

static void
test_cancelled_before (void)
{
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = chat_url ("good");
  g_auto (Talk) talk = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) log = NULL;

  g_cancellable_cancel (cancellable);
  begin (net, url, (LueurRequestSpec) { 0 }, cancellable, &talk);
  error = finish (net, &talk);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  log = lueur_mock_get_log (mock);
  g_assert_cmpuint (json_array_get_length (log), ==, 0);
  assert_no_thread ();
  lueur_net_close (net);
}

/* --- Waiting ----------------------------------------------------------------------------------------- */

static void
check_wait (const char *scenario, LueurRequestSpec spec, LueurFault fault, const char *text)
{
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autofree char *url = chat_url (scenario);
  g_auto (Talk) talk = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  begin (net, url, spec, NULL, &talk);
  error = finish (net, &talk);
  g_assert_error (error, LUEUR_FAULT_ERROR, (int) fault);
  if (text != NULL)
    g_assert_cmpstr (talk.text->str, ==, text);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 250 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * G_USEC_PER_SEC);
  lueur_net_close (net);
}

static void
test_waits (void)
{
  check_wait ("silent", (LueurRequestSpec) { .first_ms = 300 }, LUEUR_FAULT_UNREACHABLE, "");
  check_wait ("stall", (LueurRequestSpec) { .stall_ms = 300 }, LUEUR_FAULT_CUT_SHORT, "Wait for it");
  check_wait ("endless", (LueurRequestSpec) { .total_ms = 300 }, LUEUR_FAULT_TOO_MUCH, NULL);
}

static void
test_line_is_given_up (void)
{
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");
  g_autoptr (LueurNet) net = lueur_net_new (NULL);
  g_autofree char *url = chat_url ("line");
  g_auto (Talk) talk = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) log = NULL;

  begin (net, url, (LueurRequestSpec) { 0 }, NULL, &talk);
  error = finish (net, &talk);
  g_assert_error (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_TOO_MUCH);
  g_assert_true (lueur_test_wait_until (server_saw_it, NULL, 2000));
  log = lueur_mock_get_log (mock);
  /* Not the ten megabytes: what fits the cap and the buffers of the system in between. */
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (log, 0), "sent"), <, 9 << 20);
  lueur_net_close (net);
}

/* --- Proxies ----------------------------------------------------------------------------------------- */

static void
test_proxy (void)
{
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");
  g_autofree char *proxy = g_strdup_printf ("http://127.0.0.1:%u", lueur_mock_get_port (mock));
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (proxy, NULL);
  g_autoptr (LueurNet) net = lueur_net_new (resolver);
  g_auto (Talk) talk = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) log = NULL;

  /* The name cannot be resolved here: only the proxy the desktop names can reach it. */
  begin (net, "http://model.invalid/v1/chat/completions", (LueurRequestSpec) { 0 }, NULL, &talk);
  error = finish (net, &talk);
  g_assert_no_error (error);
  log = lueur_mock_get_log (mock);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (log, 0), "path"), ==,
                   "http://model.invalid/v1/chat/completions");
  lueur_net_close (net);
}

static void
test_proxy_not_for_this_machine (void)
{
  /* Nothing listens there; nor at what the environment names (see main). */
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new ("http://127.0.0.1:9", NULL);
  g_autoptr (LueurNet) net = lueur_net_new (resolver);
  g_autofree char *url = chat_url ("good");
  g_auto (Talk) talk = { 0 };
  g_autoptr (GError) error = NULL;

  begin (net, url, (LueurRequestSpec) { 0 }, NULL, &talk);
  error = finish (net, &talk);
  g_assert_no_error (error);
  lueur_net_close (net);
}

/* --- Beginning and ending ---------------------------------------------------------------------------- */

static void
test_idle (void)
{
  g_autoptr (LueurNet) net = lueur_net_new (NULL);

  lueur_test_spin (50);
  assert_no_thread ();
  g_assert_cmpuint (lueur_net_get_n_wakeups (net), ==, 0);
  lueur_net_close (net);
  lueur_net_close (net);
}

static void
test_close (void)
{
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");
  LueurNet *net = lueur_net_new (NULL);
  g_autofree char *url = chat_url ("endless");
  g_autofree char *nowhere = g_strdup ("http://nowhere.invalid/v1/chat/completions");
  g_auto (Talk) talk = { 0 };
  g_auto (Talk) lost = { 0 };
  g_auto (Talk) late = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 start;

  begin (net, url, (LueurRequestSpec) { 0 }, NULL, &talk);
  begin (net, nowhere, (LueurRequestSpec) { 0 }, NULL, &lost);
  g_assert_true (lueur_test_wait_until (has_piece, &talk, 5000));
  start = g_get_monotonic_time ();
  lueur_net_close (net);
  /* A name that nobody answers for is looked up for five seconds and more: that is not waited for. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  assert_no_thread ();
  error = finish (net, &talk);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  error = finish (net, &lost);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (lueur_test_wait_until (server_saw_it, NULL, 2000));

  begin (net, url, (LueurRequestSpec) { 0 }, NULL, &late);
  error = finish (net, &late);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&talk.result);
  g_clear_object (&lost.result);
  g_clear_object (&late.result);
  g_assert_finalize_object (net);
}

int
main (int argc, char **argv)
{
  int rc;

  g_setenv ("http_proxy", "http://127.0.0.1:9", TRUE);
  g_setenv ("HTTPS_PROXY", "http://127.0.0.1:9", TRUE);
  g_setenv ("ALL_PROXY", "http://127.0.0.1:9", TRUE);
  g_test_init (&argc, &argv, NULL);
  mock = lueur_mock_new (NULL);
  g_assert_nonnull (mock);
  g_test_add_func ("/net/wakeups/flood", test_flood);
  g_test_add_func ("/net/wakeups/blocked", test_blocked);
  g_test_add_func ("/net/wakeups/many", test_many);
  g_test_add_func ("/net/cancel/stream", test_cancel_stream);
  g_test_add_func ("/net/cancel/silent", test_cancel_silent);
  g_test_add_func ("/net/cancel/stalled", test_cancel_stalled);
  g_test_add_func ("/net/cancel/before", test_cancelled_before);
  g_test_add_func ("/net/waits", test_waits);
  g_test_add_func ("/net/line-is-given-up", test_line_is_given_up);
  g_test_add_func ("/net/proxy/used", test_proxy);
  g_test_add_func ("/net/proxy/not-for-this-machine", test_proxy_not_for_this_machine);
  g_test_add_func ("/net/idle", test_idle);
  g_test_add_func ("/net/close", test_close);
  rc = g_test_run ();
  lueur_mock_free (mock);
  return rc;
}
