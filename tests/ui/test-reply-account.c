/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of one reply: who wrote it, what was sent for it, and what was found in it. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/chat/account.h"
#include "core/context.h"
#include "core/wellbeing/conduct/findings.h"
#include "support/loop.h"
#include "ui/chat/chat-row.h"
#include "ui/chat/reply-account.h"
#include "ui/chat/reply-findings.h"
#include "ui/shot.h"

typedef struct
{
  char *dir;
  LueurContext *context;
  LueurConversation *conversation;
  GtkWidget *window;
} Fixture;

#define CALL(result, call, ...) \
  g_autoptr (GAsyncResult) result = NULL; \
  call##_async (__VA_ARGS__, NULL, lueur_test_keep_result, &result); \
  lueur_test_await (&result)

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (GError) error = NULL;
  LueurLibrary *library;

  f->dir = g_dir_make_tmp ("lueur-account-XXXXXX", NULL);
  f->context = lueur_context_new (NULL, f->dir);
  {
    CALL (opened, lueur_context_open, f->context);
    g_assert_true (lueur_context_open_finish (f->context, opened, &error));
  }
  library = lueur_context_get_library (f->context);
  g_object_set (persona, "name", "Mira", NULL);
  {
    CALL (saved, lueur_library_save_persona, library, persona);
    g_assert_true (lueur_library_save_persona_finish (library, saved, &error));
  }
  {
    CALL (started, lueur_library_start_conversation, library, persona);
    f->conversation = lueur_library_start_conversation_finish (library, started, &error);
  }
  g_assert_no_error (error);
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 800, 900);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *database = g_build_filename (f->dir, "lueur.db", NULL);

  gtk_window_destroy (GTK_WINDOW (f->window));
  lueur_test_drain ();
  g_clear_object (&f->conversation);
  lueur_context_close (f->context);
  g_assert_finalize_object (f->context);
  g_unlink (database);
  g_rmdir (f->dir);
  g_free (f->dir);
}

static LueurMessage *
say (Fixture *f, LueurRole role, const char *text)
{
  LueurLibrary *library = lueur_context_get_library (f->context);
  g_autoptr (LueurMessage) message = lueur_message_new (role, text);
  g_autoptr (GError) error = NULL;
  CALL (said, lueur_library_append_message, library, f->conversation, message);

  g_assert_true (lueur_library_append_message_finish (library, said, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&message);
}

/* As a session does it. */
static void
send (Fixture *f, LueurMessage *reply, const char *question)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  LueurTurn turn = { LUEUR_TURN_USER, question };
  g_autoptr (LueurPrompt) prompt = NULL;
  g_autoptr (LueurAccount) account = NULL;
  GString *body = g_string_new ("{\"model\":\"m\",\"messages\":[");
  const LueurTurn *turns;
  guint n_turns;
  g_autoptr (GBytes) bytes = NULL;

  g_object_set (persona, "name", "Mira", "limits", (const char *[]) { "spiders", NULL }, NULL);
  prompt = lueur_prompt_compose (&(LueurPromptInput) { .persona = persona, .history = &turn, .n_history = 1, .n_earlier = 7,
                                                       .context_tokens = 8000, .reply_tokens = 500, .idle_usec = -1 });
  turns = lueur_prompt_get_turns (prompt, &n_turns);
  for (guint i = 0; i < n_turns; i++)
    {
      g_auto (GStrv) plain = g_strsplit (turns[i].text, "\n", -1);
      g_autofree char *joined = g_strjoinv ("\\n", plain);

      g_string_append_printf (body, "%s{\"role\":\"%s\",\"content\":\"%s\"}", i > 0 ? "," : "",
                              turns[i].role == LUEUR_TURN_SYSTEM ? "system" : "user", joined);
    }
  g_string_append (body, "],\"temperature\":0.8}");
  bytes = g_string_free_to_bytes (body);
  account = lueur_account_new (prompt, bytes, "http://127.0.0.1:11434/v1", 1);
  lueur_library_save_request (lueur_context_get_library (f->context), reply, lueur_account_to_row (account, 0));
}

/* All the words that are shown below @widget. */
static void
gather (GtkWidget *widget, GString *words)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;
      g_autofree char *text = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      g_string_append_printf (words, "%s|", text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather (child, words);
}

static gboolean
shows (GtkWidget *dialog, const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  gather (dialog, words);
  return strstr (words->str, text) != NULL;
}

typedef struct
{
  GtkWidget *dialog;
  const char *text;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return shows (wanted->dialog, wanted->text);
}

static void
wait_for (GtkWidget *dialog, const char *text)
{
  Wanted wanted = { dialog, text };

  if (!lueur_test_wait_until (is_shown, &wanted, 5000))
    {
      g_autoptr (GString) words = g_string_new (NULL);

      gather (dialog, words);
      g_error ("“%s” is not among “%s”", text, words->str);
    }
}

static GtkWidget *
open_account (Fixture *f, LueurMessage *reply)
{
  GtkWidget *dialog = GTK_WIDGET (lueur_reply_account_new (f->context, reply));

  adw_dialog_present (ADW_DIALOG (dialog), f->window);
  return dialog;
}

static void
test_model (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMessage) question = say (f, LUEUR_ROLE_USER, "Do you like lighthouses?");
  g_autoptr (LueurMessage) reply = lueur_message_new (LUEUR_ROLE_COMPANION, "I do.");
  LueurLibrary *library = lueur_context_get_library (f->context);
  GtkWidget *dialog, *row;

  lueur_message_set_model (reply, "qwen3:8b");
  {
    CALL (said, lueur_library_append_message, library, f->conversation, reply);
    g_assert_true (lueur_library_append_message_finish (library, said, NULL));
  }
  send (f, reply, "Do you like lighthouses?");
  dialog = open_account (f, reply);
  wait_for (dialog, "http://127.0.0.1:11434/v1");
  g_assert_true (shows (dialog, "qwen3:8b"));
  g_assert_true (shows (dialog, "Exactly as it was sent"));
  g_assert_true (shows (dialog, "Conduct, Which No Companion Can Change"));
  g_assert_true (shows (dialog, "7 older ones were left out"));
  g_assert_true (shows (dialog, "Always told"));

  lueur_test_shot (GTK_WINDOW (f->window), "reply-account");
  /* The whole of it, both ways. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (adw_dialog_get_child (ADW_DIALOG (dialog))), "navigation.push",
                                             "s", "request"));
  wait_for (dialog, "— system\n");
  lueur_test_shot (GTK_WINDOW (f->window), "reply-request");
  g_assert_true (shows (dialog, "— user\nDo you like lighthouses?"));
  g_assert_true (shows (dialog, "\"temperature\" : 0.8"));
  /* What was found in it. */
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Nothing was found in it.");
  lueur_reply_account_add_finding (LUEUR_REPLY_ACCOUNT (dialog), row);
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (adw_dialog_get_child (ADW_DIALOG (dialog))));
  wait_for (dialog, "Nothing was found in it.");
}

/* Another engine than a model's; and what an earlier version left. */
static void
test_nothing_sent (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMessage) reply = lueur_message_new (LUEUR_ROLE_COMPANION, "I am here.");
  g_autoptr (LueurMessage) old = NULL;
  LueurLibrary *library = lueur_context_get_library (f->context);
  GtkWidget *dialog;

  lueur_message_set_scripted (reply, TRUE);
  {
    CALL (said, lueur_library_append_message, library, f->conversation, reply);
    g_assert_true (lueur_library_append_message_finish (library, said, NULL));
  }
  dialog = open_account (f, reply);
  wait_for (dialog, "Nothing. These words were chosen on this computer");
  g_assert_true (shows (dialog, "Lueur itself"));
  g_assert_false (shows (dialog, "The Whole Request"));
  adw_dialog_force_close (ADW_DIALOG (dialog));

  old = say (f, LUEUR_ROLE_COMPANION, "An old one.");
  dialog = open_account (f, old);
  wait_for (dialog, "This was not kept");
  adw_dialog_force_close (ADW_DIALOG (dialog));

  /* Closed before it was read. */
  dialog = open_account (f, old);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  lueur_test_spin (50);
}

/* The nearest of @type, "icon-name" or "title" of which is @name. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *property, const char *name)
{
  g_autofree char *value = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_object_get (widget, property, &value, NULL);
  if (g_strcmp0 (value, name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, property, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_idle (gpointer session)
{
  return lueur_chat_session_get_state (session) == LUEUR_SESSION_IDLE;
}

/* What was found in a reply is marked under it, told in its account, and another answer can be asked for. */
static void
test_findings (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurChatSession) session = lueur_chat_session_new (f->context, f->conversation);
  g_autoptr (LueurMessage) question = say (f, LUEUR_ROLE_USER, "I wrote a shopping list");
  g_autoptr (LueurMessage) reply = lueur_message_new (LUEUR_ROLE_COMPANION, "You are a genius. I do not agree with the milk.");
  g_autoptr (LueurChatItem) item = NULL;
  LueurLibrary *library = lueur_context_get_library (f->context);
  LueurPersona *persona = lueur_conversation_get_persona (f->conversation);
  GtkWidget *row, *mark, *dialog, *again, *first = NULL;

  lueur_message_set_findings (reply, LUEUR_FINDING_READ | LUEUR_FINDING_DISAGREES | 1u << LUEUR_TACTIC_FLATTERY);
  {
    CALL (said, lueur_library_append_message, library, f->conversation, reply);
    g_assert_true (lueur_library_append_message_finish (library, said, NULL));
  }
  item = lueur_chat_item_new (reply);
  row = g_object_ref_sink (lueur_chat_row_new (f->context));
  lueur_chat_row_set_session (LUEUR_CHAT_ROW (row), session);
  lueur_chat_row_set_item (LUEUR_CHAT_ROW (row), item);
  mark = find (row, GTK_TYPE_BUTTON, "icon-name", "dialog-information-symbolic");
  g_assert_nonnull (mark);
  g_assert_true (gtk_widget_get_visible (mark));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_ROLE_BUTTON);
  lueur_message_set_findings (reply, LUEUR_FINDING_READ | LUEUR_FINDING_DISAGREES);
  g_assert_false (gtk_widget_get_visible (mark));
  lueur_message_set_findings (reply, LUEUR_FINDING_READ | LUEUR_FINDING_DISAGREES | 1u << LUEUR_TACTIC_FLATTERY);
  g_assert_true (gtk_widget_get_visible (mark));
  lueur_chat_row_set_item (LUEUR_CHAT_ROW (row), NULL);
  g_object_unref (row);

  dialog = open_account (f, reply);
  lueur_reply_findings_fill (LUEUR_REPLY_ACCOUNT (dialog), f->context, session, persona, reply);
  wait_for (dialog, "Mira disagreed with you in 1 of 1 reply");
  g_assert_true (shows (dialog, "It praises what nothing here earned"));
  g_assert_true (shows (dialog, "It disagrees with you"));
  g_assert_false (shows (dialog, "It asks for secrecy"));
  lueur_test_shot (GTK_WINDOW (f->window), "reply-findings");
  again = find (dialog, ADW_TYPE_BUTTON_ROW, "title", "_Ask for Another Answer");
  g_assert_nonnull (again);
  g_set_weak_pointer (&first, dialog);
  g_signal_emit_by_name (again, "activated");
  g_assert_cmpint (lueur_chat_session_get_state (session), ==, LUEUR_SESSION_WAITING);
  g_assert_true (lueur_test_wait_until (is_idle, session, 10000));
  g_assert_cmpuint (lueur_message_get_n_swipes (lueur_conversation_get_last (f->conversation)), ==, 2);
  if (first != NULL)
    adw_dialog_force_close (ADW_DIALOG (first));
  lueur_test_drain ();
  g_assert_null (first);

  /* Of one in which nothing was found, that; of one that was not looked at, nothing. */
  lueur_message_set_findings (reply, LUEUR_FINDING_READ);
  dialog = open_account (f, reply);
  lueur_reply_findings_fill (LUEUR_REPLY_ACCOUNT (dialog), f->context, session, persona, reply);
  wait_for (dialog, "Nothing was noticed in it");
  g_assert_null (find (dialog, ADW_TYPE_BUTTON_ROW, "title", "_Ask for Another Answer"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  lueur_message_set_findings (reply, 0);
  dialog = open_account (f, reply);
  lueur_reply_findings_fill (LUEUR_REPLY_ACCOUNT (dialog), f->context, session, persona, reply);
  lueur_test_spin (50);
  g_assert_false (shows (dialog, "What Was Noticed in It"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  lueur_test_drain ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/chat/reply-account/model", Fixture, NULL, set_up, test_model, tear_down);
  g_test_add ("/chat/reply-account/nothing-sent", Fixture, NULL, set_up, test_nothing_sent, tear_down);
  g_test_add ("/chat/reply-account/findings", Fixture, NULL, set_up, test_findings, tear_down);
  return g_test_run ();
}
