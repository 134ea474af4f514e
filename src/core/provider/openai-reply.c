/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the answer to a chat request, on the network thread: a stream of deltas, one JSON object from a
 * server that does not stream, or something that is no answer at all. */

#include "core/provider/openai-reply.h"

#include <string.h>

#include "core/net/json.h"
#include "core/net/sse.h"
#include "core/net/utf8.h"
#include "core/provider/openai-fault.h"
#include "core/provider/think.h"

typedef enum
{
  MODE_UNKNOWN, /* no byte that tells came yet */
  MODE_STREAM,
  MODE_JSON,
  MODE_MARKUP,
  MODE_REFUSAL, /* a status that is not 2xx */
} Mode;

typedef struct
{
  LueurSink parent;

  char *key;
  Mode mode;
  GString *whole; /* of MODE_JSON and MODE_REFUSAL */
  LueurSse sse;
  LueurUtf8 utf8;
  LueurThink think;
  GString *raw;   /* scratch: one string of JSON, decoded */
  GString *valid; /* scratch: the same, repaired */
  GString *out;   /* the caller's, while it is in here */
  GError *error;  /* an error inside the answer */
  LueurChatOutcome outcome;
  gboolean is_answer; /* something of the dialect was seen */
  gboolean has_words;
  gboolean finished; /* a reason to end was given */
  gboolean refused;
  gboolean done; /* nothing more is wanted */
} Reply;

static void
note_words (Reply *self, const char *from)
{
  for (const char *p = from; !self->has_words && *p != '\0'; p = g_utf8_next_char (p))
    self->has_words = !g_unichar_isspace (g_utf8_get_char (p)) && g_unichar_isdefined (g_utf8_get_char (p)) &&
                      !g_unichar_iszerowidth (g_utf8_get_char (p));
}

static void
take_text (Reply *self, const LueurJson *text)
{
  gsize before = self->out->len;

  g_string_truncate (self->raw, 0);
  lueur_json_append_string (text, self->raw);
  g_string_truncate (self->valid, 0);
  lueur_utf8_feed (&self->utf8, self->raw->str, self->raw->len, self->valid);
  lueur_think_feed (&self->think, self->valid->str, self->valid->len, self->out);
  note_words (self, self->out->str + before);
}

/* No more text comes: what was held back is let go. */
static void
end_text (Reply *self)
{
  gsize before = self->out->len;

  g_string_truncate (self->valid, 0);
  lueur_utf8_end (&self->utf8, self->valid);
  lueur_think_feed (&self->think, self->valid->str, self->valid->len, self->out);
  lueur_think_end (&self->think, self->out);
  note_words (self, self->out->str + before);
}

/* A string, or a list of parts of which those of type “text” are meant to be read. */
static void
take_content (Reply *self, const LueurJson *content)
{
  LueurJson part = { 0 };

  if (lueur_json_get_type (content) == LUEUR_JSON_STRING)
    take_text (self, content);
  while (lueur_json_next_element (content, &part))
    {
      LueurJson text = lueur_json_get_member (&part, "text");

      if (lueur_json_get_type (&text) == LUEUR_JSON_STRING)
        take_text (self, &text);
    }
}

static void
take_finish (Reply *self, const LueurJson *reason)
{
  if (lueur_json_get_type (reason) != LUEUR_JSON_STRING)
    return;
  self->finished = TRUE;
  if (lueur_json_string_equal (reason, "content_filter"))
    self->refused = TRUE;
  else if (lueur_json_string_equal (reason, "length"))
    self->outcome.hit_limit = TRUE;
}

static void
take_usage (Reply *self, const LueurJson *usage)
{
  LueurJson asked = lueur_json_get_member (usage, "prompt_tokens");
  LueurJson answered = lueur_json_get_member (usage, "completion_tokens");

  if (lueur_json_get_type (usage) != LUEUR_JSON_OBJECT)
    return;
  self->outcome.prompt_tokens = (guint) CLAMP (lueur_json_get_int (&asked, 0), 0, G_MAXINT);
  self->outcome.reply_tokens = (guint) CLAMP (lueur_json_get_int (&answered, 0), 0, G_MAXINT);
}

/* An event of the stream, or the one object of an answer without one: they differ in “delta” only. */
static void
take_object (Reply *self, const LueurJson *root)
{
  LueurJson choices = lueur_json_get_member (root, "choices");
  LueurJson model = lueur_json_get_member (root, "model");
  LueurJson usage = lueur_json_get_member (root, "usage");
  LueurJson choice = { 0 };
  LueurJson error;

  if (lueur_openai_find_error (root, &error))
    {
      self->is_answer = TRUE;
      self->done = TRUE;
      if (self->error == NULL)
        self->error = lueur_openai_fault_from_error (&error, self->key);
      return;
    }
  if (lueur_json_get_type (&choices) == LUEUR_JSON_ARRAY)
    self->is_answer = TRUE;
  if (self->outcome.model == NULL)
    self->outcome.model = lueur_json_dup_string (&model, 256);
  take_usage (self, &usage);

  while (lueur_json_next_element (&choices, &choice))
    {
      LueurJson index = lueur_json_get_member (&choice, "index");
      LueurJson delta = lueur_json_get_member (&choice, "delta");
      LueurJson content;
      LueurJson reason = lueur_json_get_member (&choice, "finish_reason");

      if (lueur_json_get_int (&index, 0) != 0)
        continue;
      if (lueur_json_get_type (&delta) != LUEUR_JSON_OBJECT)
        delta = lueur_json_get_member (&choice, "message");
      content = lueur_json_get_member (&delta, "content");
      take_content (self, &content);
      content = lueur_json_get_member (&delta, "refusal");
      if (lueur_json_get_type (&content) == LUEUR_JSON_STRING)
        take_content (self, &content);
      take_finish (self, &reason);
    }
}

static void
on_event (const char *event, const char *data, gsize length, gpointer user_data)
{
  Reply *self = user_data;
  LueurJson root;

  if (self->done)
    return;
  if (length >= 6 && memcmp (data, "[DONE]", 6) == 0)
    {
      self->is_answer = TRUE;
      self->done = TRUE;
    }
  else if (lueur_json_parse (&root, data, length))
    {
      LueurJson choices = lueur_json_get_member (&root, "choices");

      if (strcmp (event, "error") == 0 && lueur_json_get_type (&choices) == LUEUR_JSON_NONE)
        {
          LueurJson error;

          if (!lueur_openai_find_error (&root, &error))
            error = root;
          self->done = TRUE;
          self->is_answer = TRUE;
          self->error = lueur_openai_fault_from_error (&error, self->key);
        }
      else
        take_object (self, &root);
    }
}

/* What comes is told by its first byte, not by the type that the server gives it: many give the wrong one. */
static Mode
guess_mode (const LueurHead *head, const char *bytes, gsize length)
{
  if (head->status < 200 || head->status >= 300)
    return MODE_REFUSAL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (bytes[i]))
      return bytes[i] == '{' || bytes[i] == '[' ? MODE_JSON : bytes[i] == '<' ? MODE_MARKUP : MODE_STREAM;
  return MODE_UNKNOWN;
}

static LueurSinkVerdict
reply_body (LueurSink *sink, const LueurHead *head, const char *bytes, gsize length, GString *out)
{
  Reply *self = (Reply *) sink;
  gboolean fits;

  if (self->mode == MODE_UNKNOWN)
    self->mode = guess_mode (head, bytes, length);
  switch (self->mode)
    {
    case MODE_MARKUP:
      return LUEUR_SINK_DONE;
    case MODE_REFUSAL:
      g_string_append_len (self->whole, bytes, (gssize) MIN (length, LUEUR_OPENAI_MAX_REFUSAL - self->whole->len));
      return self->whole->len < LUEUR_OPENAI_MAX_REFUSAL ? LUEUR_SINK_MORE : LUEUR_SINK_DONE;
    case MODE_JSON:
      if (self->whole->len + length > LUEUR_OPENAI_MAX_JSON)
        return LUEUR_SINK_FULL;
      g_string_append_len (self->whole, bytes, (gssize) length);
      return LUEUR_SINK_MORE;
    case MODE_UNKNOWN: /* spaces and line ends, which a stream may begin with */
    case MODE_STREAM:
    default:
      self->out = out;
      fits = lueur_sse_feed (&self->sse, bytes, length);
      self->out = NULL;
      return self->done ? LUEUR_SINK_DONE : fits ? LUEUR_SINK_MORE : LUEUR_SINK_FULL;
    }
}

static GError *
simple_fault (LueurFault fault)
{
  return g_error_new_literal (LUEUR_FAULT_ERROR, (gint) fault, "");
}

static GError *
end_stream (Reply *self, gboolean complete)
{
  if (complete && !self->done)
    lueur_sse_end (&self->sse);
  end_text (self);
  if (self->error != NULL)
    return g_steal_pointer (&self->error);
  if (self->refused)
    return simple_fault (LUEUR_FAULT_REFUSED);
  if (!self->done && !self->finished)
    {
      if (!complete || self->is_answer)
        return simple_fault (self->has_words || !complete ? LUEUR_FAULT_CUT_SHORT : LUEUR_FAULT_EMPTY);
      return simple_fault (self->mode == MODE_UNKNOWN ? LUEUR_FAULT_EMPTY : LUEUR_FAULT_NOT_A_MODEL);
    }
  return self->has_words ? NULL : simple_fault (LUEUR_FAULT_EMPTY);
}

static GError *
end_json (Reply *self, gboolean complete)
{
  LueurJson root;

  if (!lueur_json_parse (&root, self->whole->str, self->whole->len))
    return simple_fault (complete ? LUEUR_FAULT_NOT_A_MODEL : LUEUR_FAULT_CUT_SHORT);
  take_object (self, &root);
  end_text (self);
  if (self->error != NULL)
    return g_steal_pointer (&self->error);
  if (!self->is_answer)
    return simple_fault (LUEUR_FAULT_NOT_A_MODEL);
  if (self->refused)
    return simple_fault (LUEUR_FAULT_REFUSED);
  return self->has_words ? NULL : simple_fault (LUEUR_FAULT_EMPTY);
}

static GError *
reply_end (LueurSink *sink, const LueurHead *head, gboolean complete, GString *out)
{
  Reply *self = (Reply *) sink;
  GError *error;

  if (self->mode == MODE_UNKNOWN && (head->status < 200 || head->status >= 300))
    self->mode = MODE_REFUSAL;
  self->out = out;
  switch (self->mode)
    {
    case MODE_REFUSAL:
      error = lueur_openai_fault_from_answer (head, self->whole->str, self->whole->len, self->key);
      break;
    case MODE_MARKUP:
      error = simple_fault (LUEUR_FAULT_NOT_A_MODEL);
      break;
    case MODE_JSON:
      error = end_json (self, complete);
      break;
    case MODE_UNKNOWN:
    case MODE_STREAM:
    default:
      error = end_stream (self, complete);
    }
  self->out = NULL;
  return error;
}

static void
reply_free (LueurSink *sink)
{
  Reply *self = (Reply *) sink;

  if (self->key != NULL)
    explicit_bzero (self->key, strlen (self->key));
  g_free (self->key);
  g_string_free (self->whole, TRUE);
  g_string_free (self->raw, TRUE);
  g_string_free (self->valid, TRUE);
  lueur_think_clear (&self->think);
  lueur_sse_clear (&self->sse);
  g_clear_error (&self->error);
  lueur_chat_outcome_clear (&self->outcome);
  g_free (self);
}

static const LueurSinkClass reply_class = { reply_body, reply_end, reply_free };

/**
 * lueur_openai_reply_new:
 * @key: (nullable): the key that is sent, to be kept out of errors
 *
 * Returns: (transfer full): a reader of one answer
 */
LueurSink *
lueur_openai_reply_new (const char *key)
{
  Reply *self = g_new0 (Reply, 1);

  self->parent.klass = &reply_class;
  self->key = g_strdup (key);
  self->whole = g_string_new (NULL);
  self->raw = g_string_new (NULL);
  self->valid = g_string_new (NULL);
  lueur_sse_init (&self->sse, LUEUR_OPENAI_MAX_LINE, on_event, self);
  return &self->parent;
}

/**
 * lueur_openai_reply_get_outcome:
 *
 * Returns: (transfer none): what else is known, once the answer ended
 */
const LueurChatOutcome *
lueur_openai_reply_get_outcome (LueurSink *sink)
{
  return &((Reply *) sink)->outcome;
}
