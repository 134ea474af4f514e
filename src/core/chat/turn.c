/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One turn: the person's message is stored, and once it is on disk the reply is begun, the provider opened, the
 * request composed and sent; the reply grows and is checkpointed while it does; it ends complete, stopped or
 * failed. What is done in between is always one asynchronous call, and a call whose turn is over finds another
 * serial number and does nothing. */

#include "core/chat/session-private.h"

#include "core/chat/account.h"
#include "core/chat/compose.h"
#include <string.h>

#include "core/chat/prompt.h"
#include "core/chat/turns.h"
#include "core/error.h"
#include "core/provider/open.h"
#include "core/wellbeing/conduct/findings.h"

/* A growing reply is written once in so many milliseconds, so that with the writing itself no more than the
 * last second can be lost. */
#define CHECKPOINT_MS 800
/* More than this of a reply is not looked at before it is shown. */
#define HELD_MAX (64 * 1024)

/* A call that goes on: the session, and the turn it belongs to. */
typedef struct
{
  LueurChatSession *session;
  guint serial;
  LueurPrompt *prompt; /* (nullable): what is sent */
} Call;

static Call *
call_new (LueurChatSession *self)
{
  Call *call = g_new0 (Call, 1);

  call->session = g_object_ref (self);
  call->serial = self->serial;
  return call;
}

static void
call_free (Call *call)
{
  g_object_unref (call->session);
  g_clear_pointer (&call->prompt, lueur_prompt_unref);
  g_free (call);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static LueurLibrary *
get_library (LueurChatSession *self)
{
  return lueur_context_get_library (self->context);
}

static void
begin_turn (LueurChatSession *self)
{
  g_assert (self->state == LUEUR_SESSION_IDLE);

  g_object_ref (self);
  self->serial++;
  self->cancellable = g_cancellable_new ();
  lueur_feelings_set_names (self->feelings, (const char *[]) {
      lueur_persona_get_name (lueur_conversation_get_persona (self->conversation)), NULL });
  lueur_chat_session_set_state (self, LUEUR_SESSION_WAITING);
}

/* Whatever is still under way belongs to no turn from here on. May drop the last reference. */
static void
end_turn (LueurChatSession *self)
{
  self->serial++;
  lueur_clock_remove_timeout (lueur_context_get_clock (self->context), self->checkpoint_id);
  self->checkpoint_id = 0;
  if (self->held != NULL)
    g_string_free (g_steal_pointer (&self->held), TRUE);
  self->guard = LUEUR_GUARD_NONE;
  self->n_bad = 0;
  self->mend = 0;
  self->stopping = FALSE;
  g_clear_object (&self->question);
  g_clear_object (&self->reply);
  g_clear_object (&self->provider);
  g_clear_object (&self->cancellable);
  lueur_chat_session_set_state (self, LUEUR_SESSION_IDLE);
  g_object_unref (self);
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurMessage) reply = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_finish_message_finish (LUEUR_LIBRARY (source), result, &error))
    {
      /* The words stay on the screen; that they are not on disk must be known. */
      lueur_message_set_error (reply, lueur_fault_get_name (LUEUR_FAULT_STORE), error->message);
      lueur_message_set_state (reply, LUEUR_MESSAGE_FAILED);
    }
}

/* Adds to the reply what people may read of what came. */
static void
show (LueurChatSession *self, const char *text)
{
  if (*text == '\0')
    return;
  lueur_message_append (self->reply, text, -1);
  lueur_chat_session_emit_delta (self, text);
}

/* What the reply answers. */
static const char *
get_question (LueurChatSession *self)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->conversation)); i > 0; i--)
    {
      LueurMessage *message = lueur_conversation_get_message (self->conversation, i - 1);

      if (lueur_message_get_role (message) == LUEUR_ROLE_USER)
        return lueur_message_get_text (message);
    }
  return "";
}

/* Looks at the reply as it stands, whoever wrote it; what is found is kept with it and shown to the person. */
static void
note_findings (LueurChatSession *self)
{
  const LueurConduct *conduct = lueur_care_get_conduct (lueur_context_get_care (self->context));
  guint findings;

  if (lueur_turns_is_blank (lueur_message_get_text (self->reply)))
    return;
  findings = lueur_findings_of (conduct, get_question (self), lueur_message_get_text (self->reply));
  if (self->n_bad == 1)
    findings |= LUEUR_FINDING_ASKED_AGAIN;
  else if (self->n_bad > 1)
    findings |= LUEUR_FINDING_REPLACED;
  lueur_message_set_findings (self->reply, findings);
}

/* Writes the reply as it is for good, and ends the turn. */
static void
settle (LueurChatSession *self, LueurMessageState state)
{
  LueurMessage *reply = self->reply;

  show (self, lueur_feelings_end (self->feelings));
  if (state != LUEUR_MESSAGE_FAILED)
    {
      lueur_message_set_error (reply, NULL, NULL);
      note_findings (self);
    }
  if (state == LUEUR_MESSAGE_COMPLETE)
    {
      LueurFeeling feeling;

      lueur_feelings_get (self->feelings, &feeling);
      lueur_message_set_label (reply, feeling.label);
    }
  lueur_message_set_state (reply, state);
  lueur_library_finish_message_async (get_library (self), self->conversation, reply, NULL, on_finished,
                                      g_object_ref (reply));
  end_turn (self);
}

static void
fail (LueurChatSession *self, LueurFault fault, const char *detail)
{
  show (self, lueur_feelings_end (self->feelings));
  if (lueur_turns_is_blank (lueur_message_get_text (self->reply)))
    lueur_message_set_text (self->reply, "");
  lueur_message_set_error (self->reply, lueur_fault_get_name (fault),
                           detail != NULL && *detail != '\0' ? detail : NULL);
  settle (self, LUEUR_MESSAGE_FAILED);
}

static void
fail_with (LueurChatSession *self, const GError *error)
{
  if (error->domain == LUEUR_FAULT_ERROR)
    fail (self, (LueurFault) error->code, error->message);
  else
    fail (self, LUEUR_FAULT_SERVER, error->message);
}

static void
on_checkpoint (gpointer data)
{
  LueurChatSession *self = data;

  self->checkpoint_id = 0;
  lueur_library_checkpoint_message (get_library (self), self->conversation, self->reply);
}

/* Words of the reply, as the person is to see them. */
static void
give (LueurChatSession *self, const char *text, gsize length)
{
  if (self->state == LUEUR_SESSION_WAITING)
    {
      lueur_message_set_state (self->reply, LUEUR_MESSAGE_STREAMING);
      lueur_chat_session_set_state (self, LUEUR_SESSION_STREAMING);
    }
  if (self->checkpoint_id == 0)
    self->checkpoint_id = lueur_clock_add_timeout (lueur_context_get_clock (self->context), CHECKPOINT_MS,
                                                   on_checkpoint, self);
  show (self, lueur_feelings_feed (self->feelings, text));
}

static void
on_text (const char *text, gsize length, gpointer data)
{
  Call *call = data;
  LueurChatSession *self = call->session;

  if (call->serial != self->serial)
    return;
  if (self->held == NULL)
    give (self, text, length);
  else if (self->held->len + length <= HELD_MAX)
    g_string_append_len (self->held, text, (gssize) length);
}

/* --- Replies that are looked at first ---------------------------------------------------------------- */

static void
give_plain (LueurChatSession *self, const char *text)
{
  lueur_message_set_scripted (self->reply, TRUE);
  give (self, text, strlen (text));
}

static void compose_again (LueurChatSession *self);

/* A reply that was held is whole, or will never be. Returns: whether it may end now */
static gboolean
release (LueurChatSession *self, gboolean whole)
{
  LueurPersona *persona = lueur_conversation_get_persona (self->conversation);
  LueurCare *care = lueur_context_get_care (self->context);
  g_autoptr (GString) held = g_steal_pointer (&self->held);

  if (whole && !lueur_turns_is_blank (held->str) && lueur_guard_accepts (self->guard, care, get_question (self), held->str))
    {
      give (self, held->str, held->len);
      return TRUE;
    }
  if (self->n_bad++ == 0)
    {
      self->held = g_string_new (NULL);
      compose_again (self);
      return FALSE;
    }
  give_plain (self, lueur_guard_get_plain (self->guard, lueur_persona_get_language (persona), lueur_persona_get_formal (persona)));
  return TRUE;
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  LueurChatSession *self = call->session;
  g_auto (LueurChatOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean complete = lueur_provider_chat_finish (LUEUR_PROVIDER (source), result, &outcome, &error);

  if (call->serial != self->serial)
    return;
  if (outcome.model != NULL)
    lueur_message_set_model (self->reply, outcome.model);
  /* One that fails the first time is told of as any other. */
  if (self->held != NULL && (complete || self->n_bad > 0))
    {
      if (release (self, complete))
        settle (self, LUEUR_MESSAGE_COMPLETE);
      return;
    }
  if (complete)
    settle (self, LUEUR_MESSAGE_COMPLETE);
  else
    fail_with (self, error);
}

/* Keeps what was sent for the reply: one that the person looks at is to be seen with the very bytes it answers. */
static void
on_sent (GBytes *body, gpointer data)
{
  Call *call = data;
  LueurChatSession *self = call->session;
  LueurPerson *person = lueur_library_get_person (get_library (self), self->conversation);
  g_autoptr (LueurAccount) account = NULL;

  if (call->serial != self->serial)
    return;
  account = lueur_account_new (call->prompt, body,
                               lueur_settings_get_base_url (lueur_context_get_settings (self->context)), self->n_bad + 1);
  lueur_library_save_request (get_library (self), self->reply,
                              lueur_account_to_row (account, person != NULL ? lueur_person_get_id (person) : 0));
}

/* Romance is for those who said that they are adults; to anybody else a companion is a friend. */
static LueurPersona *
dup_persona (LueurChatSession *self)
{
  LueurPersona *persona = lueur_conversation_get_persona (self->conversation);

  if (lueur_persona_is_romantic (persona) &&
      lueur_settings_get_adulthood (lueur_context_get_settings (self->context)) != LUEUR_ADULTHOOD_ADULT)
    return lueur_persona_without_romance (persona);
  return g_object_ref (persona);
}

static void
send_request (LueurChatSession *self, LueurPrompt *prompt)
{
  LueurSettings *settings = lueur_context_get_settings (self->context);
  g_autoptr (LueurPersona) persona = dup_persona (self);
  LueurContact *close = lueur_records_suggest_person (lueur_context_get_records (self->context));
  LueurPerson *person = lueur_library_get_person (get_library (self), self->conversation);
  Call *call = call_new (self);
  guint reply_tokens;
  double temperature;

  if (!self->scripted && self->held == NULL)
    {
      self->guard = lueur_guard_for (lueur_context_get_care (self->context), get_question (self));
      if (self->guard != LUEUR_GUARD_NONE)
        self->held = g_string_new (NULL);
    }
  call->prompt = lueur_prompt_ref (prompt);
  g_object_get (settings, "reply-tokens", &reply_tokens, "temperature", &temperature, NULL);
  lueur_provider_chat_async (self->provider,
                             &(LueurChatRequest) {
                                 .prompt = prompt,
                                 .model = lueur_settings_get_model (settings),
                                 .temperature = temperature,
                                 .reply_tokens = reply_tokens,
                                 .persona = persona,
                                 .seed = (guint64) lueur_conversation_get_id (self->conversation),
                                 .variant = lueur_message_get_swipe_index (self->reply),
                                 .close_person = close != NULL ? lueur_contact_get_name (close) : NULL,
                                 .crisis = self->scripted ? lueur_care_read (lueur_context_get_care (self->context), get_question (self))
                                                          : LUEUR_CRISIS_NONE,
                                 .calm = lueur_care_get_calm (lueur_context_get_care (self->context)),
                                 .person_name = person != NULL ? lueur_person_get_name (person) : NULL,
                                 .sent_func = on_sent,
                                 .sent_data = call,
                             },
                             self->cancellable, on_text, call, on_reply, call);
}

static void
on_composed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  LueurChatSession *self = call->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPrompt) prompt = lueur_turn_compose_finish (self, result, &error);

  if (call->serial != self->serial)
    return;
  if (prompt != NULL)
    send_request (self, prompt);
  else
    fail_with (self, error);
}

static void
compose_again (LueurChatSession *self)
{
  g_autoptr (LueurPersona) persona = dup_persona (self);

  lueur_turn_compose_async (self, persona, self->cancellable, on_composed, call_new (self));
}

static void
on_provider (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  LueurChatSession *self = call->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurProvider) provider = lueur_provider_open_finish (LUEUR_CONTEXT (source), result, &error);
  g_autoptr (LueurPersona) persona = NULL;

  if (call->serial != self->serial)
    return;
  if (self->stopping)
    {
      LueurPersona *who = lueur_conversation_get_persona (self->conversation);

      give_plain (self, lueur_care_get_stopped (lueur_persona_get_language (who), lueur_persona_get_formal (who)));
      settle (self, LUEUR_MESSAGE_COMPLETE);
      return;
    }
  if (provider == NULL)
    {
      fail_with (self, error);
      return;
    }
  g_set_object (&self->provider, provider);
  persona = dup_persona (self);
  lueur_turn_compose_async (self, persona, self->cancellable, on_composed, call_new (self));
}

/* Asks for self->reply, which is in the conversation and empty. */
static void
ask (LueurChatSession *self)
{
  lueur_provider_open_async (self->context, self->cancellable, on_provider, call_new (self));
}

static LueurMessage *
make_reply (LueurChatSession *self)
{
  LueurSettings *settings = lueur_context_get_settings (self->context);
  g_autoptr (LueurMessage) reply = lueur_message_new (LUEUR_ROLE_COMPANION, "");

  lueur_message_set_state (reply, LUEUR_MESSAGE_WAITING);
  lueur_message_set_scripted (reply, self->scripted);
  lueur_message_set_model (reply, self->scripted ? NULL : lueur_settings_get_model (settings));
  return g_steal_pointer (&reply);
}

/* The library has marked the reply as not stored by then. */
static void
give_up (LueurChatSession *self, const GError *error)
{
  g_cancellable_cancel (self->cancellable);
  lueur_message_set_error (self->reply, lueur_fault_get_name (LUEUR_FAULT_STORE), error->message);
  lueur_message_set_state (self->reply, LUEUR_MESSAGE_FAILED);
  lueur_feelings_end (self->feelings);
  end_turn (self);
}

static void
on_reply_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_append_message_finish (LUEUR_LIBRARY (source), result, &error) &&
      call->serial == call->session->serial)
    give_up (call->session, error);
}

static void
on_swipe_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_append_swipe_finish (LUEUR_LIBRARY (source), result, &error) &&
      call->serial == call->session->serial)
    give_up (call->session, error);
}

static void
begin_reply (LueurChatSession *self)
{
  self->reply = make_reply (self);
  lueur_library_append_message_async (get_library (self), self->conversation, self->reply, NULL, on_reply_stored,
                                      call_new (self));
  ask (self);
}

static void
on_question_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  LueurChatSession *self = call->session;
  g_autoptr (GError) error = NULL;
  gboolean stored = lueur_library_append_message_finish (LUEUR_LIBRARY (source), result, &error);

  if (call->serial != self->serial)
    return;
  if (!stored)
    {
      /* It stays in the conversation, marked, and can be sent again from there: nothing typed is lost. */
      lueur_message_set_error (self->question, lueur_fault_get_name (LUEUR_FAULT_STORE), error->message);
      lueur_message_set_state (self->question, LUEUR_MESSAGE_FAILED);
      end_turn (self);
      return;
    }
  g_clear_object (&self->question);
  begin_reply (self);
}

/**
 * lueur_turn_ask:
 * @question: (transfer full): a message of the person's, to be stored and then answered
 */
void
lueur_turn_ask (LueurChatSession *self, LueurMessage *question)
{
  begin_turn (self);
  self->question = question;
  lueur_library_append_message_async (get_library (self), self->conversation, question, NULL, on_question_stored,
                                      call_new (self));
}

/**
 * lueur_turn_answer:
 *
 * Asks for a reply to what stands last in the conversation.
 */
void
lueur_turn_answer (LueurChatSession *self)
{
  begin_turn (self);
  begin_reply (self);
}

/**
 * lueur_turn_replace:
 * @reply: emptied and asked for again
 */
void
lueur_turn_replace (LueurChatSession *self, LueurMessage *reply)
{
  LueurSettings *settings = lueur_context_get_settings (self->context);
  gboolean stored = lueur_message_get_id (reply) != 0 ||
                    g_strcmp0 (lueur_message_get_error_code (reply), lueur_fault_get_name (LUEUR_FAULT_STORE)) != 0;

  begin_turn (self);
  self->reply = g_object_ref (reply);
  lueur_message_set_error (reply, NULL, NULL);
  lueur_message_set_text (reply, "");
  lueur_message_set_label (reply, LUEUR_EMOTION_NEUTRAL);
  lueur_message_set_findings (reply, 0);
  lueur_message_set_scripted (reply, self->scripted);
  lueur_message_set_model (reply, self->scripted ? NULL : lueur_settings_get_model (settings));
  lueur_message_set_state (reply, LUEUR_MESSAGE_WAITING);
  if (stored)
    {
      /* What was sent for the words that it had is of no use with others. */
      lueur_library_save_request (get_library (self), reply, g_new0 (LueurRequestRow, 1));
      lueur_library_checkpoint_message (get_library (self), self->conversation, reply);
    }
  else
    lueur_library_append_message_async (get_library (self), self->conversation, reply, NULL, on_reply_stored,
                                        call_new (self));
  ask (self);
}

/**
 * lueur_turn_add_swipe:
 * @sibling: gets another reply beside it
 */
void
lueur_turn_add_swipe (LueurChatSession *self, LueurMessage *sibling)
{
  begin_turn (self);
  self->reply = make_reply (self);
  lueur_library_append_swipe_async (get_library (self), self->conversation, sibling, self->reply, NULL, on_swipe_stored,
                                    call_new (self));
  ask (self);
}

/**
 * lueur_turn_stop:
 *
 * Ends the turn that goes on. What came of the reply is kept.
 */
void
lueur_turn_stop (LueurChatSession *self)
{
  g_cancellable_cancel (self->cancellable);
  if (self->reply != NULL)
    settle (self, LUEUR_MESSAGE_STOPPED);
  else
    end_turn (self);
}
