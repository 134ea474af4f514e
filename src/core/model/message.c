/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/message-private.h"

#include <string.h>

#include "core/model/text.h"

#define ERROR_DETAIL_MAX 500
#define MODEL_MAX 200

struct _LueurMessage
{
  GObject parent_instance;

  gint64 id;
  gint64 parent_id;
  gint64 created_at;
  GString *text;
  char *error_code;
  char *error_detail;
  char *model;
  GSource *text_notify; /* one a turn of the main loop, however many words come in it */
  LueurRole role;
  LueurMessageState state;
  LueurEmotion label;
  guint swipe_index;
  guint n_swipes;
  gboolean scripted;
  int thumb;
  char *thumb_reason;
  guint findings;
};

typedef enum
{
  PROP_ID = 1,
  PROP_PARENT_ID,
  PROP_ROLE,
  PROP_STATE,
  PROP_TEXT,
  PROP_CREATED_AT,
  PROP_ERROR_CODE,
  PROP_ERROR_DETAIL,
  PROP_SCRIPTED,
  PROP_MODEL,
  PROP_LABEL,
  PROP_SWIPE_INDEX,
  PROP_N_SWIPES,
  PROP_THUMB,
  PROP_FINDINGS,
} LueurMessageProp;
#define N_PROPS (PROP_FINDINGS + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_ENUM_TYPE (LueurRole, lueur_role,
                    G_DEFINE_ENUM_VALUE (LUEUR_ROLE_SYSTEM, "system"),
                    G_DEFINE_ENUM_VALUE (LUEUR_ROLE_USER, "user"),
                    G_DEFINE_ENUM_VALUE (LUEUR_ROLE_COMPANION, "companion"))
G_DEFINE_ENUM_TYPE (LueurMessageState, lueur_message_state,
                    G_DEFINE_ENUM_VALUE (LUEUR_MESSAGE_COMPLETE, "complete"),
                    G_DEFINE_ENUM_VALUE (LUEUR_MESSAGE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (LUEUR_MESSAGE_STREAMING, "streaming"),
                    G_DEFINE_ENUM_VALUE (LUEUR_MESSAGE_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (LUEUR_MESSAGE_FAILED, "failed"))
G_DEFINE_FINAL_TYPE (LueurMessage, lueur_message, G_TYPE_OBJECT)

static void
drop_text_notify (LueurMessage *self)
{
  if (self->text_notify == NULL)
    return;
  g_source_destroy (self->text_notify);
  g_clear_pointer (&self->text_notify, g_source_unref);
}

static gboolean
notify_text_now (gpointer data)
{
  LueurMessage *self = data;

  drop_text_notify (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
  return G_SOURCE_REMOVE;
}

static void
notify_text_soon (LueurMessage *self)
{
  if (self->text_notify != NULL)
    return;
  self->text_notify = g_idle_source_new ();
  g_source_set_priority (self->text_notify, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->text_notify, "lueur-message-text");
  g_source_set_callback (self->text_notify, notify_text_now, self, NULL);
  g_source_attach (self->text_notify, g_main_context_get_thread_default ());
}

/* Nobody waits for words that are there: what ends a message tells its text first. */
static void
flush_text_notify (LueurMessage *self)
{
  if (self->text_notify != NULL)
    notify_text_now (self);
}

static void
lueur_message_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurMessage *self = LUEUR_MESSAGE (object);

  switch ((LueurMessageProp) id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_PARENT_ID:
      g_value_set_int64 (value, self->parent_id);
      break;
    case PROP_ROLE:
      g_value_set_enum (value, self->role);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text->str);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    case PROP_ERROR_CODE:
      g_value_set_string (value, self->error_code);
      break;
    case PROP_ERROR_DETAIL:
      g_value_set_string (value, self->error_detail);
      break;
    case PROP_SCRIPTED:
      g_value_set_boolean (value, self->scripted);
      break;
    case PROP_MODEL:
      g_value_set_string (value, self->model);
      break;
    case PROP_LABEL:
      g_value_set_int (value, self->label);
      break;
    case PROP_SWIPE_INDEX:
      g_value_set_uint (value, self->swipe_index);
      break;
    case PROP_N_SWIPES:
      g_value_set_uint (value, self->n_swipes);
      break;
    case PROP_THUMB:
      g_value_set_int (value, self->thumb);
      break;
    case PROP_FINDINGS:
      g_value_set_uint (value, self->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_message_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurMessage *self = LUEUR_MESSAGE (object);

  switch ((LueurMessageProp) id)
    {
    case PROP_ROLE:
      self->role = g_value_get_enum (value);
      break;
    case PROP_STATE:
      lueur_message_set_state (self, g_value_get_enum (value));
      break;
    case PROP_TEXT:
      lueur_message_set_text (self, g_value_get_string (value));
      break;
    case PROP_SCRIPTED:
      lueur_message_set_scripted (self, g_value_get_boolean (value));
      break;
    case PROP_MODEL:
      lueur_message_set_model (self, g_value_get_string (value));
      break;
    case PROP_LABEL:
      lueur_message_set_label (self, g_value_get_int (value));
      break;
    case PROP_FINDINGS:
      lueur_message_set_findings (self, g_value_get_uint (value));
      break;
    case PROP_ID:
    case PROP_PARENT_ID:
    case PROP_CREATED_AT:
    case PROP_ERROR_CODE:
    case PROP_ERROR_DETAIL:
    case PROP_SWIPE_INDEX:
    case PROP_THUMB:
    case PROP_N_SWIPES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_message_finalize (GObject *object)
{
  LueurMessage *self = LUEUR_MESSAGE (object);

  drop_text_notify (self);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->error_code, g_free);
  g_clear_pointer (&self->error_detail, g_free);
  g_clear_pointer (&self->model, g_free);
  g_clear_pointer (&self->thumb_reason, g_free);

  G_OBJECT_CLASS (lueur_message_parent_class)->finalize (object);
}

static void
lueur_message_class_init (LueurMessageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags rw = ro | G_PARAM_WRITABLE;

  object_class->get_property = lueur_message_get_property;
  object_class->set_property = lueur_message_set_property;
  object_class->finalize = lueur_message_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, ro);
  props[PROP_PARENT_ID] = g_param_spec_int64 ("parent-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, ro);
  props[PROP_ROLE] = g_param_spec_enum ("role", NULL, NULL, LUEUR_TYPE_ROLE, LUEUR_ROLE_USER,
                                        rw | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LUEUR_TYPE_MESSAGE_STATE, LUEUR_MESSAGE_COMPLETE, rw);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", rw);
  props[PROP_CREATED_AT] = g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, ro);
  props[PROP_ERROR_CODE] = g_param_spec_string ("error-code", NULL, NULL, NULL, ro);
  props[PROP_ERROR_DETAIL] = g_param_spec_string ("error-detail", NULL, NULL, NULL, ro);
  props[PROP_SCRIPTED] = g_param_spec_boolean ("scripted", NULL, NULL, FALSE, rw);
  props[PROP_MODEL] = g_param_spec_string ("model", NULL, NULL, NULL, rw);
  props[PROP_LABEL] = g_param_spec_int ("label", NULL, NULL, 0, LUEUR_N_EMOTIONS - 1, LUEUR_EMOTION_NEUTRAL, rw);
  props[PROP_SWIPE_INDEX] = g_param_spec_uint ("swipe-index", NULL, NULL, 0, G_MAXUINT, 0, ro);
  props[PROP_N_SWIPES] = g_param_spec_uint ("n-swipes", NULL, NULL, 1, G_MAXUINT, 1, ro);
  props[PROP_THUMB] = g_param_spec_int ("thumb", NULL, NULL, -1, 1, 0, ro);
  props[PROP_FINDINGS] = g_param_spec_uint ("findings", NULL, NULL, 0, G_MAXUINT, 0, rw);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_message_init (LueurMessage *self)
{
  self->text = g_string_new (NULL);
  self->label = LUEUR_EMOTION_NEUTRAL;
  self->n_swipes = 1;
}

/**
 * lueur_message_new:
 * @role: who says it
 * @text: (nullable): what; made valid UTF-8
 *
 * Returns: (transfer full): a complete message that is in no conversation and not stored
 */
LueurMessage *
lueur_message_new (LueurRole role, const char *text)
{
  LueurMessage *self = g_object_new (LUEUR_TYPE_MESSAGE, "role", role, NULL);
  g_autofree char *valid = lueur_text_cap_bytes (text, -1, LUEUR_MESSAGE_MAX_BYTES);

  g_string_assign (self->text, valid);
  return self;
}

gint64
lueur_message_get_id (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), 0);
  return self->id;
}

gint64
lueur_message_get_parent_id (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), 0);
  return self->parent_id;
}

LueurRole
lueur_message_get_role (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), LUEUR_ROLE_SYSTEM);
  return self->role;
}

LueurMessageState
lueur_message_get_state (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), LUEUR_MESSAGE_COMPLETE);
  return self->state;
}

/**
 * lueur_message_get_text:
 *
 * Returns: (transfer none): valid UTF-8, all of it that is there, whether it was notified or not; stays
 *   until the text changes
 */
const char *
lueur_message_get_text (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), "");
  return self->text->str;
}

gint64
lueur_message_get_created_at (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), 0);
  return self->created_at;
}

/**
 * lueur_message_get_error_code:
 *
 * Returns: (transfer none) (nullable): a name of [enum@Fault], or %NULL when nothing is wrong
 */
const char *
lueur_message_get_error_code (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), NULL);
  return self->error_code;
}

/**
 * lueur_message_get_error_detail:
 *
 * Returns: (transfer none) (nullable): what the server said, on one line
 */
const char *
lueur_message_get_error_detail (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), NULL);
  return self->error_detail;
}

gboolean
lueur_message_get_scripted (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), FALSE);
  return self->scripted;
}

/**
 * lueur_message_get_model:
 *
 * Returns: (transfer none) (nullable): the model that wrote it, as its endpoint calls it
 */
const char *
lueur_message_get_model (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), NULL);
  return self->model;
}

LueurEmotion
lueur_message_get_label (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), LUEUR_EMOTION_NEUTRAL);
  return self->label;
}

guint
lueur_message_get_swipe_index (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), 0);
  return self->swipe_index;
}

guint
lueur_message_get_n_swipes (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), 1);
  return self->n_swipes;
}

/**
 * lueur_message_append:
 * @text: words that came; whole characters of UTF-8
 * @length: bytes, or -1 when nul-terminated
 *
 * Lets the text grow. "notify::text" follows in the next turn of the main loop, once for all that was
 * appended in this one. A message is never longer than %LUEUR_MESSAGE_MAX_BYTES.
 */
void
lueur_message_append (LueurMessage *self, const char *text, gssize length)
{
  g_return_if_fail (LUEUR_IS_MESSAGE (self));
  g_return_if_fail (text != NULL);

  if (length < 0)
    length = strlen (text);
  if (length == 0 || self->text->len >= LUEUR_MESSAGE_MAX_BYTES)
    return;
  if (self->text->len + length <= LUEUR_MESSAGE_MAX_BYTES && g_utf8_validate_len (text, length, NULL))
    g_string_append_len (self->text, text, length);
  else
    {
      g_autofree char *valid = lueur_text_cap_bytes (text, length, LUEUR_MESSAGE_MAX_BYTES - self->text->len);

      g_string_append (self->text, valid);
    }
  notify_text_soon (self);
}

/**
 * lueur_message_set_text:
 * @text: (nullable): all of the new text
 *
 * Unlike what is appended, this is notified at once.
 */
void
lueur_message_set_text (LueurMessage *self, const char *text)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (LUEUR_IS_MESSAGE (self));

  valid = lueur_text_cap_bytes (text, -1, LUEUR_MESSAGE_MAX_BYTES);
  if (strcmp (valid, self->text->str) == 0)
    return;
  g_string_assign (self->text, valid);
  drop_text_notify (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/**
 * lueur_message_set_state:
 * @state: what happens to it now
 *
 * A text that was appended and not notified yet is notified first, so that who hears of the end of a
 * message has seen all of it.
 */
void
lueur_message_set_state (LueurMessage *self, LueurMessageState state)
{
  g_return_if_fail (LUEUR_IS_MESSAGE (self));

  if (self->state == state)
    return;
  if (state != LUEUR_MESSAGE_STREAMING)
    flush_text_notify (self);
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/**
 * lueur_message_set_error:
 * @code: (nullable): a name of [enum@Fault]; %NULL when nothing is wrong (any more)
 * @detail: (nullable): what the server said; kept to one line of 500 characters
 *
 * Leaves the state alone.
 */
void
lueur_message_set_error (LueurMessage *self, const char *code, const char *detail)
{
  g_autofree char *line = NULL;

  g_return_if_fail (LUEUR_IS_MESSAGE (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_str (&self->error_code, code))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR_CODE]);
  if (code != NULL && detail != NULL)
    line = lueur_text_clean_line (detail, -1, ERROR_DETAIL_MAX);
  if (g_set_str (&self->error_detail, line))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR_DETAIL]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
lueur_message_set_scripted (LueurMessage *self, gboolean scripted)
{
  g_return_if_fail (LUEUR_IS_MESSAGE (self));

  scripted = !!scripted;
  if (self->scripted == scripted)
    return;
  self->scripted = scripted;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCRIPTED]);
}

/**
 * lueur_message_set_model:
 * @model: (nullable): the model that wrote it; "" is none
 */
void
lueur_message_set_model (LueurMessage *self, const char *model)
{
  g_autofree char *line = NULL;

  g_return_if_fail (LUEUR_IS_MESSAGE (self));

  if (model != NULL && *model != '\0')
    line = lueur_text_clean_line (model, -1, MODEL_MAX);
  if (g_set_str (&self->model, line))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

void
lueur_message_set_label (LueurMessage *self, LueurEmotion label)
{
  g_return_if_fail (LUEUR_IS_MESSAGE (self));

  if ((int) label < 0 || label >= LUEUR_N_EMOTIONS)
    label = LUEUR_EMOTION_NEUTRAL;
  if (self->label == label)
    return;
  self->label = label;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

guint
lueur_message_get_findings (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), 0);
  return self->findings;
}

/**
 * lueur_message_set_findings:
 * @findings: what was found in a reply, as core/wellbeing/conduct/findings.h counts it
 */
void
lueur_message_set_findings (LueurMessage *self, guint findings)
{
  g_return_if_fail (LUEUR_IS_MESSAGE (self));

  if (self->findings == findings)
    return;
  self->findings = findings;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FINDINGS]);
}

void
lueur_message_set_id (LueurMessage *self, gint64 id)
{
  if (self->id == id)
    return;
  self->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
}

void
lueur_message_set_parent_id (LueurMessage *self, gint64 parent_id)
{
  if (self->parent_id == parent_id)
    return;
  self->parent_id = parent_id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PARENT_ID]);
}

void
lueur_message_set_created_at (LueurMessage *self, gint64 created_at)
{
  if (self->created_at == created_at)
    return;
  self->created_at = created_at;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CREATED_AT]);
}

/**
 * lueur_message_set_swipes:
 * @index: which of its siblings this is, from 0
 * @n: how many there are, itself included; at least 1
 */
void
lueur_message_set_swipes (LueurMessage *self, guint index, guint n)
{
  n = MAX (n, 1);
  index = MIN (index, n - 1);
  g_object_freeze_notify (G_OBJECT (self));
  if (self->swipe_index != index)
    {
      self->swipe_index = index;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SWIPE_INDEX]);
    }
  if (self->n_swipes != n)
    {
      self->n_swipes = n;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SWIPES]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

int
lueur_message_get_thumb (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), 0);
  return self->thumb;
}

const char *
lueur_message_get_thumb_reason (LueurMessage *self)
{
  g_return_val_if_fail (LUEUR_IS_MESSAGE (self), "");
  return self->thumb_reason != NULL ? self->thumb_reason : "";
}

void
lueur_message_set_opinion (LueurMessage *self, int thumb, const char *reason)
{
  g_return_if_fail (LUEUR_IS_MESSAGE (self));

  g_set_str (&self->thumb_reason, thumb != 0 ? reason : NULL);
  if (self->thumb == CLAMP (thumb, -1, 1))
    return;
  self->thumb = CLAMP (thumb, -1, 1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_THUMB]);
}
