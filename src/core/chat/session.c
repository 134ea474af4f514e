/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/session.h"

#include "core/chat/feelings.h"
#include "core/chat/prompt.h"
#include "core/chat/turns.h"
#include "core/context.h"
#include "core/error.h"
#include "core/provider/open.h"

/**
 * LueurChatSession:
 *
 * One turn goes: the person's message is stored, and once it is on disk the reply is begun, the provider
 * opened, the request composed and sent; the reply grows and is checkpointed while it does; it ends complete,
 * stopped or failed. What is done in between is always one asynchronous call, and a call whose turn is over
 * finds another serial number and does nothing.
 *
 * While a turn goes on, the session holds itself: leaving a conversation does not end a reply.
 */
struct _LueurChatSession
{
  GObject parent_instance;

  LueurContext *context;
  LueurConversation *conversation;
  LueurSessionState state;
  gboolean scripted;

  /* Of the turn that goes on. */
  guint serial;
  LueurMessage *question; /* while it is being stored */
  LueurMessage *reply;
  LueurProvider *provider;
  GCancellable *cancellable;
  guint checkpoint_id;

  LueurFeelings *feelings;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_CONVERSATION,
  PROP_STATE,
  PROP_SCRIPTED,
  N_PROPS,
} LueurChatSessionProp;

enum
{
  SIGNAL_DELTA,
  SIGNAL_FEELING,
  SIGNAL_CONCERN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (LueurSessionState, lueur_session_state,
                    G_DEFINE_ENUM_VALUE (LUEUR_SESSION_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (LUEUR_SESSION_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (LUEUR_SESSION_STREAMING, "streaming"))

G_DEFINE_FINAL_TYPE (LueurChatSession, lueur_chat_session, G_TYPE_OBJECT)

/* A growing reply is written once in so many milliseconds, so that with the writing itself no more than the
 * last second can be lost. */
#define CHECKPOINT_MS 800

/* A call that goes on: the session, and the turn it belongs to. */
typedef struct
{
  LueurChatSession *session;
  guint serial;
} Call;

static Call *
call_new (LueurChatSession *self)
{
  Call *call = g_new (Call, 1);

  call->session = g_object_ref (self);
  call->serial = self->serial;
  return call;
}

static void
call_free (Call *call)
{
  g_object_unref (call->session);
  g_free (call);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static LueurLibrary *
get_library (LueurChatSession *self)
{
  return lueur_context_get_library (self->context);
}

static void
set_state (LueurChatSession *self, LueurSessionState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* --- A turn ------------------------------------------------------------------------------------------ */

static void
begin_turn (LueurChatSession *self)
{
  g_assert (self->state == LUEUR_SESSION_IDLE);

  g_object_ref (self);
  self->serial++;
  self->cancellable = g_cancellable_new ();
  set_state (self, LUEUR_SESSION_WAITING);
}

/* Whatever is still under way belongs to no turn from here on. May drop the last reference. */
static void
end_turn (LueurChatSession *self)
{
  self->serial++;
  lueur_clock_remove_timeout (lueur_context_get_clock (self->context), self->checkpoint_id);
  self->checkpoint_id = 0;
  g_clear_object (&self->question);
  g_clear_object (&self->reply);
  g_clear_object (&self->provider);
  g_clear_object (&self->cancellable);
  set_state (self, LUEUR_SESSION_IDLE);
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

/* Writes the reply as it is for good, and ends the turn. */
static void
settle (LueurChatSession *self, LueurMessageState state)
{
  LueurMessage *reply = self->reply;

  if (state != LUEUR_MESSAGE_FAILED)
    lueur_message_set_error (reply, NULL, NULL);
  if (state == LUEUR_MESSAGE_COMPLETE)
    {
      LueurFeeling feeling;

      lueur_feelings_end (self->feelings);
      lueur_feelings_get (self->feelings, &feeling);
      lueur_message_set_label (reply, feeling.label);
    }
  else
    lueur_feelings_end (self->feelings);
  lueur_message_set_state (reply, state);
  lueur_library_finish_message_async (get_library (self), self->conversation, reply, NULL, on_finished,
                                      g_object_ref (reply));
  end_turn (self);
}

static void
fail (LueurChatSession *self, LueurFault fault, const char *detail)
{
  if (is_blank (lueur_message_get_text (self->reply)))
    lueur_message_set_text (self->reply, "");
  lueur_message_set_error (self->reply, lueur_fault_get_name (fault), detail != NULL && *detail != '\0' ? detail : NULL);
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

static void
on_text (const char *text, gsize length, gpointer data)
{
  Call *call = data;
  LueurChatSession *self = call->session;

  if (call->serial != self->serial)
    return;
  if (self->state == LUEUR_SESSION_WAITING)
    {
      lueur_message_set_state (self->reply, LUEUR_MESSAGE_STREAMING);
      set_state (self, LUEUR_SESSION_STREAMING);
    }
  lueur_message_append (self->reply, text, (gssize) length);
  if (self->checkpoint_id == 0)
    self->checkpoint_id = lueur_clock_add_timeout (lueur_context_get_clock (self->context), CHECKPOINT_MS,
                                                   on_checkpoint, self);
  g_signal_emit (self, signals[SIGNAL_DELTA], 0, text);
  lueur_feelings_feed (self->feelings, text);
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
  if (complete)
    settle (self, LUEUR_MESSAGE_COMPLETE);
  else
    fail_with (self, error);
}

static void
send_request (LueurChatSession *self)
{
  LueurSettings *settings = lueur_context_get_settings (self->context);
  LueurPersona *persona = lueur_conversation_get_persona (self->conversation);
  g_autoptr (GArray) turns = lueur_turns_collect (self->conversation, self->reply);
  g_autoptr (LueurPrompt) prompt = NULL;
  Call *call = call_new (self);
  guint context_tokens, reply_tokens;
  double temperature;

  g_object_get (settings, "context-tokens", &context_tokens, "reply-tokens", &reply_tokens, "temperature", &temperature,
                NULL);
  prompt = lueur_prompt_compose (&(LueurPromptInput) {
      .persona = persona,
      .history = (const LueurTurn *) (gpointer) turns->data,
      .n_history = turns->len,
      .context_tokens = context_tokens,
      .reply_tokens = reply_tokens,
  });
  lueur_provider_chat_async (self->provider,
                             &(LueurChatRequest) {
                                 .prompt = prompt,
                                 .model = lueur_settings_get_model (settings),
                                 .temperature = temperature,
                                 .reply_tokens = reply_tokens,
                                 .persona = persona,
                                 .seed = (guint64) lueur_conversation_get_id (self->conversation),
                                 .variant = lueur_message_get_swipe_index (self->reply),
                             },
                             self->cancellable, on_text, call, on_reply, call);
}

static void
on_provider (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  LueurChatSession *self = call->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurProvider) provider = lueur_provider_open_finish (LUEUR_CONTEXT (source), result, &error);

  if (call->serial != self->serial)
    return;
  if (provider == NULL)
    {
      fail_with (self, error);
      return;
    }
  g_set_object (&self->provider, provider);
  send_request (self);
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

/* @question: (transfer full) */
static void
store_question (LueurChatSession *self, LueurMessage *question)
{
  begin_turn (self);
  self->question = question;
  lueur_library_append_message_async (get_library (self), self->conversation, question, NULL, on_question_stored,
                                      call_new (self));
}

/* --- What the person says ---------------------------------------------------------------------------- */

static void
tell_concern (LueurChatSession *self, const char *text)
{
  LueurFeeling feeling;

  /* Read here and now, shown, and forgotten: nothing of it is stored. */
  lueur_reader_read (lueur_context_get_reader (self->context), text, -1, LUEUR_READER_LANG_AUTO, &feeling);
  g_signal_emit (self, signals[SIGNAL_CONCERN], 0, &feeling);
}

/* One that could not be stored, or the last one when no reply to it was ever begun. */
static gboolean
send_again (LueurChatSession *self, LueurMessage *question)
{
  if (lueur_message_get_state (question) != LUEUR_MESSAGE_FAILED)
    {
      if (lueur_conversation_get_last (self->conversation) != question)
        return FALSE;
      begin_turn (self);
      begin_reply (self);
      return TRUE;
    }
  lueur_message_set_error (question, NULL, NULL);
  lueur_message_set_state (question, LUEUR_MESSAGE_COMPLETE);
  store_question (self, g_object_ref (question));
  return TRUE;
}

static void
replace_reply (LueurChatSession *self, LueurMessage *reply)
{
  LueurSettings *settings = lueur_context_get_settings (self->context);
  gboolean stored = lueur_message_get_id (reply) != 0 ||
                    g_strcmp0 (lueur_message_get_error_code (reply), lueur_fault_get_name (LUEUR_FAULT_STORE)) != 0;

  begin_turn (self);
  self->reply = g_object_ref (reply);
  lueur_message_set_error (reply, NULL, NULL);
  lueur_message_set_text (reply, "");
  lueur_message_set_label (reply, LUEUR_EMOTION_NEUTRAL);
  lueur_message_set_scripted (reply, self->scripted);
  lueur_message_set_model (reply, self->scripted ? NULL : lueur_settings_get_model (settings));
  lueur_message_set_state (reply, LUEUR_MESSAGE_WAITING);
  if (stored)
    lueur_library_checkpoint_message (get_library (self), self->conversation, reply);
  else
    lueur_library_append_message_async (get_library (self), self->conversation, reply, NULL, on_reply_stored,
                                        call_new (self));
  ask (self);
}

static void
add_swipe (LueurChatSession *self, LueurMessage *sibling)
{
  begin_turn (self);
  self->reply = make_reply (self);
  lueur_library_append_swipe_async (get_library (self), self->conversation, sibling, self->reply, NULL, on_swipe_stored,
                                    call_new (self));
  ask (self);
}

/* --- Surroundings ------------------------------------------------------------------------------------ */

static void
on_feeling (const LueurFeeling *feeling, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_FEELING], 0, feeling);
}

static void
update_scripted (LueurChatSession *self)
{
  gboolean scripted = lueur_provider_is_scripted (lueur_context_get_settings (self->context));

  if (self->scripted == scripted)
    return;
  self->scripted = scripted;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCRIPTED]);
}

static void
lueur_chat_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurChatSession *self = LUEUR_CHAT_SESSION (object);

  switch ((LueurChatSessionProp) id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_CONVERSATION:
      g_value_set_object (value, self->conversation);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (gint) self->state);
      break;
    case PROP_SCRIPTED:
      g_value_set_boolean (value, self->scripted);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_chat_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurChatSession *self = LUEUR_CHAT_SESSION (object);

  switch ((LueurChatSessionProp) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_CONVERSATION:
      self->conversation = g_value_dup_object (value);
      break;
    case PROP_STATE:
    case PROP_SCRIPTED:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_chat_session_constructed (GObject *object)
{
  LueurChatSession *self = LUEUR_CHAT_SESSION (object);

  G_OBJECT_CLASS (lueur_chat_session_parent_class)->constructed (object);

  self->feelings = lueur_feelings_new (lueur_context_get_clock (self->context), lueur_context_get_reader (self->context),
                                       on_feeling, self);
  self->scripted = lueur_provider_is_scripted (lueur_context_get_settings (self->context));
  g_signal_connect_object (lueur_context_get_settings (self->context), "notify::base-url", G_CALLBACK (update_scripted),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "closing", G_CALLBACK (lueur_chat_session_stop), self, G_CONNECT_SWAPPED);
}

static void
lueur_chat_session_dispose (GObject *object)
{
  LueurChatSession *self = LUEUR_CHAT_SESSION (object);

  if (self->conversation != NULL && g_object_get_data (G_OBJECT (self->conversation), "lueur-session") == self)
    g_object_set_data (G_OBJECT (self->conversation), "lueur-session", NULL);
  g_clear_pointer (&self->feelings, lueur_feelings_free);
  g_clear_object (&self->conversation);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_chat_session_parent_class)->dispose (object);
}

static void
lueur_chat_session_class_init (LueurChatSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lueur_chat_session_get_property;
  object_class->set_property = lueur_chat_session_set_property;
  object_class->constructed = lueur_chat_session_constructed;
  object_class->dispose = lueur_chat_session_dispose;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUEUR_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_CONVERSATION] = g_param_spec_object ("conversation", NULL, NULL, LUEUR_TYPE_CONVERSATION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LUEUR_TYPE_SESSION_STATE, LUEUR_SESSION_IDLE,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SCRIPTED] = g_param_spec_boolean ("scripted", NULL, NULL, TRUE,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_DELTA] = g_signal_new ("delta", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_FEELING] = g_signal_new ("feeling", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CONCERN] = g_signal_new ("concern", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
lueur_chat_session_init (LueurChatSession *self)
{
}

/* --- Public ------------------------------------------------------------------------------------------ */

/**
 * lueur_chat_session_new:
 *
 * Returns: (transfer full): the session of @conversation: the one there is, if a reply still goes on or
 *   somebody holds it, so that two views never ask twice
 */
LueurChatSession *
lueur_chat_session_new (LueurContext *context, LueurConversation *conversation)
{
  LueurChatSession *self = g_object_get_data (G_OBJECT (conversation), "lueur-session");

  if (self != NULL && self->context == context)
    return g_object_ref (self);
  self = g_object_new (LUEUR_TYPE_CHAT_SESSION, "context", context, "conversation", conversation, NULL);
  g_object_set_data (G_OBJECT (conversation), "lueur-session", self);
  return self;
}

LueurConversation *
lueur_chat_session_get_conversation (LueurChatSession *self)
{
  return self->conversation;
}

LueurSessionState
lueur_chat_session_get_state (LueurChatSession *self)
{
  return self->state;
}

gboolean
lueur_chat_session_get_scripted (LueurChatSession *self)
{
  return self->scripted;
}

/**
 * lueur_chat_session_send:
 * @text: what the person wrote
 *
 * Stores @text as the person's message and then asks for a reply. Where the disk refuses, the message stays
 * in the conversation as failed, and [method@ChatSession.retry] with it tries again.
 *
 * Returns: %FALSE when a reply goes on, @text is blank, or the conversation is not loaded yet
 */
gboolean
lueur_chat_session_send (LueurChatSession *self, const char *text)
{
  g_autofree char *trimmed = NULL;

  if (self->state != LUEUR_SESSION_IDLE || is_blank (text) || !lueur_conversation_get_loaded (self->conversation))
    return FALSE;
  trimmed = g_strchomp (g_strdup (text));
  store_question (self, lueur_message_new (LUEUR_ROLE_USER, trimmed));
  tell_concern (self, trimmed);
  return TRUE;
}

/**
 * lueur_chat_session_stop:
 *
 * Ends the turn at once. What came of the reply is kept; a message that is just being stored stays.
 */
void
lueur_chat_session_stop (LueurChatSession *self)
{
  if (self->state == LUEUR_SESSION_IDLE)
    return;
  g_cancellable_cancel (self->cancellable);
  if (self->reply != NULL)
    settle (self, LUEUR_MESSAGE_STOPPED);
  else
    end_turn (self);
}

/**
 * lueur_chat_session_retry:
 * @reply: a reply; or a message of the person's that could not be stored, or that nothing answers yet
 *
 * Asks for another reply to the same message: a failed one, or one without a word, is replaced, any other gets
 * a sibling (a swipe).
 *
 * Returns: %FALSE when a reply goes on, or there is nothing that @reply answers
 */
gboolean
lueur_chat_session_retry (LueurChatSession *self, LueurMessage *reply)
{
  LueurMessageState state = lueur_message_get_state (reply);
  guint position;

  if (self->state != LUEUR_SESSION_IDLE || !lueur_turns_find (self->conversation, reply, &position))
    return FALSE;
  if (lueur_message_get_role (reply) == LUEUR_ROLE_USER)
    return send_again (self, reply);
  /* The greeting answers nothing. */
  if (lueur_message_get_role (reply) != LUEUR_ROLE_COMPANION || !lueur_turns_has_question (self->conversation, position))
    return FALSE;
  if (state == LUEUR_MESSAGE_FAILED || is_blank (lueur_message_get_text (reply)))
    replace_reply (self, reply);
  else
    add_swipe (self, reply);
  return TRUE;
}
