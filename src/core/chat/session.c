/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/session-private.h"

#include "core/chat/turns.h"
#include "core/provider/open.h"

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

/* --- What the person says ---------------------------------------------------------------------------- */

static void
tell_concern (LueurChatSession *self, const char *text)
{
  const char *names[] = { lueur_persona_get_name (lueur_conversation_get_persona (self->conversation)), NULL };
  LueurFeeling feeling;

  /* Read here and now, shown, and forgotten, unless the person keeps a journal of feelings. */
  lueur_reader_read_text (lueur_context_get_reader (self->context), text, -1, LUEUR_READER_LANG_AUTO, names, &feeling);
  lueur_records_note_feeling (lueur_context_get_records (self->context), &feeling);
  lueur_feelings_hear (self->feelings, &feeling);
  g_signal_emit (self, signals[SIGNAL_CONCERN], 0, &feeling);
}

/* An age under 18 counts from this very request on. */
static void
note_age (LueurChatSession *self, const char *text)
{
  LueurMessage *last = lueur_conversation_get_last (self->conversation);
  gboolean asked = last != NULL && lueur_message_get_role (last) == LUEUR_ROLE_COMPANION;

  lueur_age_note (lueur_context_get_age (self->context), text, asked ? lueur_message_get_text (last) : "");
}

/* “stop”, or what the person chose to say instead. */
static gboolean
is_stop (LueurChatSession *self, const char *text)
{
  g_auto (GStrv) words = NULL;

  g_object_get (lueur_conversation_get_persona (self->conversation), "stop-words", &words, NULL);
  return lueur_conduct_is_stop (lueur_care_get_conduct (lueur_context_get_care (self->context)), text,
                                (const char *const *) words);
}

/* One that could not be stored, or the last one when no reply to it was ever begun. */
static gboolean
send_again (LueurChatSession *self, LueurMessage *question)
{
  if (lueur_message_get_state (question) != LUEUR_MESSAGE_FAILED)
    {
      if (lueur_conversation_get_last (self->conversation) != question)
        return FALSE;
      lueur_turn_answer (self);
      return TRUE;
    }
  lueur_message_set_error (question, NULL, NULL);
  lueur_message_set_state (question, LUEUR_MESSAGE_COMPLETE);
  lueur_turn_ask (self, g_object_ref (question));
  return TRUE;
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

  self->feelings = lueur_feelings_new (lueur_context_get_clock (self->context),
                                       lueur_context_get_reader (self->context), on_feeling, self);
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
  g_clear_pointer (&self->books, g_ptr_array_unref);
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

/* --- For the turn ------------------------------------------------------------------------------------ */

void
lueur_chat_session_set_state (LueurChatSession *self, LueurSessionState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

void
lueur_chat_session_emit_delta (LueurChatSession *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_DELTA], 0, text);
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

  if (self->state != LUEUR_SESSION_IDLE || lueur_turns_is_blank (text) ||
      !lueur_conversation_get_loaded (self->conversation))
    return FALSE;
  trimmed = g_strchomp (g_strdup (text));
  /* Before anything is sent anywhere. */
  lueur_care_note (lueur_context_get_care (self->context), trimmed);
  note_age (self, trimmed);
  self->stopping = is_stop (self, trimmed);
  /* Before the turn begins: what is told of the face to a screen reader is the concern, not that it thinks. */
  tell_concern (self, trimmed);
  lueur_turn_ask (self, lueur_message_new (LUEUR_ROLE_USER, trimmed));
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
  if (self->state != LUEUR_SESSION_IDLE)
    lueur_turn_stop (self);
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
  if (lueur_message_get_role (reply) != LUEUR_ROLE_COMPANION ||
      !lueur_turns_has_question (self->conversation, position))
    return FALSE;
  if (state == LUEUR_MESSAGE_FAILED || lueur_turns_is_blank (lueur_message_get_text (reply)))
    lueur_turn_replace (self, reply);
  else
    lueur_turn_add_swipe (self, reply);
  return TRUE;
}

/**
 * lueur_chat_session_ask_again:
 * @reply: a reply in which something was found
 *
 * The same as [method@ChatSession.retry], and the model is told what is not wanted in the next one.
 *
 * Returns: %FALSE when a reply goes on, or there is nothing that @reply answers
 */
gboolean
lueur_chat_session_ask_again (LueurChatSession *self, LueurMessage *reply)
{
  guint findings = lueur_message_get_findings (reply);

  if (!lueur_chat_session_retry (self, reply))
    return FALSE;
  /* The request is composed later, when the provider is open and the book read. */
  self->mend = findings;
  return TRUE;
}
