/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * kill -9 at any instant. A child talks through the library, as the app does, and says on a pipe what it
 * was told is safe; it is killed; what it said must be there, and of a growing reply all but the end.
 *
 *   test-store-kill            a short run, for every day
 *   test-store-kill --rounds N --interval MS --bound MS --longest MS
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/model/conversation-private.h"
#include "core/model/library.h"
#include "store-fixture.h"
#include "support/loop.h"

static int rounds = 25;
static int interval_ms = 100;  /* between checkpoints; the app's are a second apart */
static int bound_ms = 400;     /* of words that may be missing: an interval, and time for a busy machine */
static int longest_ms = 700;   /* a life */

#define TOKEN_MS 4

/* --- The child --- */

typedef struct
{
  LueurClock *clock;
  LueurStore *store;
  LueurLibrary *library;
  LueurConversation *conversation;
  LueurMessage *reply;
  gint64 checkpointed; /* monotonic */
  int turn;
  int token;
  int length;
} Child;

static void next_turn (Child *self);

/* One write: what is half said is not said. */
static void
tell (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  if (write (1, line, strlen (line)) < 0)
    _exit (3);
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  Child *self = data;

  if (!lueur_library_finish_message_finish (self->library, result, NULL))
    _exit (4);
  tell ("F %d %d\n", self->turn, self->token);
  next_turn (self);
}

static gboolean
on_token (gpointer data)
{
  Child *self = data;
  g_autofree char *word = g_strdup_printf ("w%d ", self->token);
  gint64 now;

  lueur_message_set_state (self->reply, LUEUR_MESSAGE_STREAMING);
  lueur_message_append (self->reply, word, -1);
  self->token++;
  now = g_get_monotonic_time ();
  tell ("T %d %d %" G_GINT64_FORMAT "\n", self->turn, self->token, now);
  if (now - self->checkpointed >= interval_ms * G_TIME_SPAN_MILLISECOND)
    {
      lueur_library_checkpoint_message (self->library, self->conversation, self->reply);
      self->checkpointed = now;
    }
  if (self->token < self->length)
    return G_SOURCE_CONTINUE;
  lueur_message_set_state (self->reply, LUEUR_MESSAGE_COMPLETE);
  lueur_library_finish_message_async (self->library, self->conversation, self->reply, NULL, on_finished, self);
  return G_SOURCE_REMOVE;
}

static void
on_said (GObject *source, GAsyncResult *result, gpointer data)
{
  Child *self = data;

  if (!lueur_library_append_message_finish (self->library, result, NULL))
    _exit (5);
  tell ("U %d\n", self->turn);
  g_clear_object (&self->reply);
  self->reply = lueur_message_new (LUEUR_ROLE_COMPANION, "");
  lueur_message_set_state (self->reply, LUEUR_MESSAGE_WAITING);
  lueur_library_append_message_async (self->library, self->conversation, self->reply, NULL, NULL, NULL);
  self->token = 0;
  self->checkpointed = g_get_monotonic_time ();
  /* Short and long ones. */
  self->length = g_random_int_range (5, 2 * longest_ms / TOKEN_MS);
  g_timeout_add (TOKEN_MS, on_token, self);
}

static void
next_turn (Child *self)
{
  g_autoptr (LueurMessage) message = NULL;
  g_autofree char *text = g_strdup_printf ("turn %d", ++self->turn);

  message = lueur_message_new (LUEUR_ROLE_USER, text);
  lueur_library_set_draft (self->library, self->conversation, text);
  lueur_library_append_message_async (self->library, self->conversation, message, NULL, on_said, self);
}

static int
play_child (const char *dir, int turn)
{
  Child self = { .turn = turn };
  g_autoptr (GAsyncResult) opened = NULL, read = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  self.clock = lueur_clock_new ();
  self.store = lueur_store_new (dir);
  self.library = lueur_library_new (self.store, self.clock);
  lueur_store_open_async (self.store, NULL, lueur_test_keep_result, &opened);
  lueur_test_await (&opened);
  if (!lueur_store_open_finish (self.store, opened, NULL))
    return 6;
  lueur_library_open_async (self.library, NULL, lueur_test_keep_result, &read);
  lueur_test_await (&read);
  if (!lueur_library_open_finish (self.library, read, NULL))
    return 7;
  self.conversation = g_list_model_get_item (lueur_library_get_conversations (self.library), 0);
  if (self.conversation == NULL)
    {
      g_autoptr (LueurPersona) persona = lueur_persona_new ();
      g_autoptr (GAsyncResult) saved = NULL, started = NULL;

      lueur_library_save_persona_async (self.library, persona, NULL, lueur_test_keep_result, &saved);
      lueur_test_await (&saved);
      lueur_library_start_conversation_async (self.library, persona, NULL, lueur_test_keep_result, &started);
      lueur_test_await (&started);
      self.conversation = lueur_library_start_conversation_finish (self.library, started, NULL);
      if (self.conversation == NULL)
        return 8;
      tell ("C\n");
    }
  next_turn (&self);
  g_main_loop_run (loop);
  return 0;
}

/* --- The parent --- */

/* What the child said before it died. */
typedef struct
{
  GHashTable *finished; /* turn -> words of its reply */
  GArray *tokens;       /* of the last reply: gint64 times */
  int said;             /* the last turn that is safe */
  int token_turn;
  gboolean started;
} Heard;

static void
hear (Heard *heard, char *line)
{
  char *rest = line + 1;
  int turn = (int) strtol (rest, &rest, 10);

  switch (line[0])
    {
    case 'C':
      heard->started = TRUE;
      break;
    case 'U':
      heard->started = TRUE;
      heard->said = turn;
      break;
    case 'F':
      g_hash_table_insert (heard->finished, GINT_TO_POINTER (turn), GINT_TO_POINTER (strtol (rest, NULL, 10)));
      break;
    case 'T':
      {
        gint64 time;

        strtol (rest, &rest, 10);
        time = g_ascii_strtoll (rest, NULL, 10);
        if (turn != heard->token_turn)
          g_array_set_size (heard->tokens, 0);
        heard->token_turn = turn;
        g_array_append_val (heard->tokens, time);
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

static void
live_and_die (const char *self_path, const char *dir, int turn, int life_ms, Heard *heard)
{
  g_autofree char *turn_arg = g_strdup_printf ("%d", turn);
  g_autofree char *interval_arg = g_strdup_printf ("%d", interval_ms);
  g_autofree char *longest_arg = g_strdup_printf ("%d", longest_ms);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self_path, "--child", dir, turn_arg, interval_arg,
                      longest_arg, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;

  g_assert_no_error (error);
  g_usleep (life_ms * 1000);
  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  /* It must have been alive to be killed. */
  g_assert_true (g_subprocess_get_if_signaled (child));
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      hear (heard, line);
      g_free (line);
    }
}

static int
count_words (const char *text)
{
  int n = 0;

  /* "w0 w1 w2 ": in order, none missing, none twice. */
  for (const char *p = text; *p != '\0'; n++)
    {
      char *end;

      g_assert_cmpint (*p, ==, 'w');
      g_assert_cmpint (strtol (p + 1, &end, 10), ==, n);
      g_assert_cmpint (*end, ==, ' ');
      p = end + 1;
    }
  return n;
}

/* Words that were there longer than @bound_ms before the last one. */
static int
count_due (const Heard *heard)
{
  gint64 last;
  int n = 0;

  if (heard->tokens->len == 0)
    return 0;
  last = g_array_index (heard->tokens, gint64, heard->tokens->len - 1);
  for (guint i = 0; i < heard->tokens->len; i++)
    if (g_array_index (heard->tokens, gint64, i) < last - bound_ms * G_TIME_SPAN_MILLISECOND)
      n = i + 1;
  return n;
}

/* Returns: the last turn that the file knows */
static int
check_file (StoreFixture *f, const Heard *heard, int *lost_ms)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurStatement) sound = NULL;
  g_autoptr (LueurShelf) shelf = NULL;
  g_autoptr (LueurPage) page = NULL;
  int turn = 0;
  int words = 0;

  f->db = lueur_database_open (f->path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  sound = lueur_database_query (f->db, &error, "PRAGMA integrity_check", "");
  g_assert_cmpint (lueur_database_step (f->db, sound, &error), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (sound, 0), ==, "ok");
  lueur_statement_release (g_steal_pointer (&sound));
  sound = lueur_database_query (f->db, &error, "PRAGMA foreign_key_check", "");
  g_assert_cmpint (lueur_database_step (f->db, sound, &error), ==, SQLITE_DONE);
  lueur_statement_release (g_steal_pointer (&sound));

  g_assert_true (lueur_verb_repair (f->db, &error));
  shelf = lueur_verb_read_shelf (f->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shelf->conversations->len, >=, heard->started ? 1 : 0);
  if (shelf->conversations->len == 0)
    {
      store_fixture_close (f);
      return 0;
    }
  page = lueur_verb_read_page (f->db, ((LueurConversationRow *) shelf->conversations->pdata[0])->id, 0, 10000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->n_messages, ==, page->messages->len);
  for (guint i = 1; i < page->messages->len; i++)
    {
      const LueurMessageRow *row = page->messages->pdata[i];

      g_assert_true (row->state == LUEUR_MESSAGE_COMPLETE || row->state == LUEUR_MESSAGE_STOPPED);
      if (row->role == LUEUR_ROLE_USER)
        {
          /* Every turn from the first on, none missing. */
          g_autofree char *expected = g_strdup_printf ("turn %d", ++turn);

          g_assert_cmpstr (row->text, ==, expected);
          words = 0;
          continue;
        }
      words = count_words (row->text);
      if (g_hash_table_contains (heard->finished, GINT_TO_POINTER (turn)))
        {
          g_assert_cmpint (row->state, ==, LUEUR_MESSAGE_COMPLETE);
          g_assert_cmpint (words, ==, GPOINTER_TO_INT (g_hash_table_lookup (heard->finished, GINT_TO_POINTER (turn))));
        }
    }
  g_assert_cmpint (turn, >=, heard->said);
  if (heard->token_turn == turn && heard->tokens->len > 0)
    {
      gint64 last = g_array_index (heard->tokens, gint64, heard->tokens->len - 1);

      if (words < (int) heard->tokens->len)
        *lost_ms = MAX (*lost_ms, (last - g_array_index (heard->tokens, gint64, words)) / 1000);
      g_assert_cmpint (words, >=, count_due (heard));
    }
  store_fixture_close (f);
  return turn;
}

static char *self_path;

static void
test_kill (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  int turn = 0, growing = 0, lost_ms = 0;

  for (int round = 0; round < rounds; round++)
    {
      Heard heard = { 0 };
      /* Some die while they are being born: opening, migrating, greeting. */
      int life = round % 5 == 0 ? g_test_rand_int_range (1, 25) : g_test_rand_int_range (60, longest_ms);

      heard.finished = g_hash_table_new (NULL, NULL);
      heard.tokens = g_array_new (FALSE, FALSE, sizeof (gint64));
      live_and_die (self_path, f.dir, turn, life, &heard);
      growing += heard.tokens->len > 0;
      turn = check_file (&f, &heard, &lost_ms);
      g_hash_table_unref (heard.finished);
      g_array_unref (heard.tokens);
    }
  g_test_message ("%d kills, %d of them in a reply; %d turns kept; at most %d ms of words lost", rounds, growing, turn,
                  lost_ms);
  g_assert_cmpint (growing, >, rounds / 3);
}

static int
option (int *argc, char **argv, const char *name, int otherwise)
{
  for (int i = 1; i + 1 < *argc; i++)
    if (strcmp (argv[i], name) == 0)
      {
        int value = atoi (argv[i + 1]);

        memmove (&argv[i], &argv[i + 2], (*argc - i - 1) * sizeof (char *));
        *argc -= 2;
        return value;
      }
  return otherwise;
}

int
main (int argc, char **argv)
{
  if (argc == 6 && strcmp (argv[1], "--child") == 0)
    {
      interval_ms = atoi (argv[4]);
      longest_ms = atoi (argv[5]);
      return play_child (argv[2], atoi (argv[3]));
    }
  rounds = option (&argc, argv, "--rounds", rounds);
  interval_ms = option (&argc, argv, "--interval", interval_ms);
  bound_ms = option (&argc, argv, "--bound", bound_ms);
  longest_ms = option (&argc, argv, "--longest", longest_ms);
  self_path = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);
  return g_test_run ();
}
