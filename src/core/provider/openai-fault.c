/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What servers say when they refuse, sorted by what it means to the person. The dialect has no rule for
 * it, so status, code and wording are all looked at; the words are those of the public services and of
 * the servers that people run at home. */

#include "core/provider/openai-fault.h"

#include <string.h>

#include "core/net/scrub.h"

static const char *const model_words[] = {
  "model_not_found", "model not found",   "not a valid model", "invalid model",    "unknown model", "no such model",
  "model_not_exist", "model not exist", "invalid_model", NULL,
};
static const char *const missing_words[] = {
  "not found", "does not exist", "doesn't exist", "not exist", "no such", "unknown", "not loaded",
  "not available", NULL,
};
static const char *const money_words[] = {
  "insufficient_quota", "insufficient balance", "billing", "credit", "payment", "funds", "prepaid", NULL,
};
static const char *const long_words[] = {
  "context_length_exceeded", "context length",   "maximum context",   "context window",    "context size",
  "context_size",            "too many tokens",  "prompt is too long", "input is too long", "reduce the length",
  "exceeds the available",   "token limit", NULL,
};
static const char *const filter_words[] = {
  "content_filter", "content_policy", "content management policy", "moderation", "flagged", "safety system", NULL,
};

static gboolean
has_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* @all: message, code and type, in lower case. */
static LueurFault
classify (guint status, const char *all)
{
  if (has_any (all, filter_words))
    return LUEUR_FAULT_REFUSED;
  if (status == 401)
    return LUEUR_FAULT_UNAUTHORIZED;
  if (status == 402)
    return LUEUR_FAULT_QUOTA;
  if (status == 403)
    return LUEUR_FAULT_UNAUTHORIZED;
  if (status == 429)
    return has_any (all, money_words) ? LUEUR_FAULT_QUOTA : LUEUR_FAULT_BUSY;
  if (status == 413 || has_any (all, long_words))
    return LUEUR_FAULT_TOO_LONG;
  if (has_any (all, model_words) || (strstr (all, "model") != NULL && has_any (all, missing_words)))
    return LUEUR_FAULT_NO_MODEL;
  if (status == 404 && strstr (all, "model") != NULL)
    return LUEUR_FAULT_NO_MODEL;
  if (status == 404 || status == 405)
    return LUEUR_FAULT_NOT_FOUND;
  if (status == 503 || status == 529 || strstr (all, "overloaded") != NULL)
    return LUEUR_FAULT_BUSY;
  return LUEUR_FAULT_SERVER;
}

static void
append_lower (GString *out, const LueurJson *value)
{
  g_autofree char *text = lueur_json_dup_string (value, 1024);
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;

  if (lower != NULL)
    g_string_append_printf (out, "%s ", lower);
}

/* The sentence of an error object, wherever the server puts it. */
static char *
find_message (const LueurJson *error)
{
  static const char *const names[] = { "message", "detail", "msg", "error_description", "error", "reason" };

  if (lueur_json_get_type (error) == LUEUR_JSON_STRING)
    return lueur_json_dup_string (error, 4096);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      LueurJson value = lueur_json_get_member (error, names[i]);
      LueurJson first = { 0 };

      if (lueur_json_next_element (&value, &first))
        value = first;
      if (lueur_json_get_type (&value) == LUEUR_JSON_OBJECT)
        value = lueur_json_get_member (&value, "msg");
      if (lueur_json_get_type (&value) == LUEUR_JSON_STRING)
        return lueur_json_dup_string (&value, 4096);
    }
  return NULL;
}

static GError *
fault_from_json (guint status, guint retry_after, const LueurJson *error, const char *key)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *message = find_message (error);
  LueurJson code = lueur_json_get_member (error, "code");
  LueurJson type = lueur_json_get_member (error, "type");
  LueurJson status_word = lueur_json_get_member (error, "status");

  if (message != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (message, -1);

      g_string_append_printf (all, "%s ", lower);
    }
  append_lower (all, &code);
  append_lower (all, &type);
  append_lower (all, &status_word);
  if (status == 0)
    status = (guint) CLAMP (lueur_json_get_int (&code, 0), 0, 999);
  return lueur_openai_fault (classify (status, all->str), retry_after, message != NULL ? message : "",
                             message != NULL ? strlen (message) : 0, key);
}

/**
 * lueur_openai_fault:
 * @retry_after: seconds, 0 for none
 * @text: what the server said; any bytes
 * @key: (nullable): the key that was sent, which must not be in the error
 */
GError *
lueur_openai_fault (LueurFault fault, guint retry_after, const char *text, gsize length, const char *key)
{
  g_autofree char *line = lueur_scrub (text, length, key);
  g_autofree char *detail = lueur_fault_detail_new (retry_after, line);

  return g_error_new_literal (LUEUR_FAULT_ERROR, (gint) fault, detail);
}

/**
 * lueur_openai_find_error:
 * @error: (out): the error object or sentence that @root is or holds
 *
 * Returns: whether there is one
 */
gboolean
lueur_openai_find_error (const LueurJson *root, LueurJson *error)
{
  LueurJson first = { 0 };
  LueurJson object = *root;
  LueurJson kind;

  if (lueur_json_next_element (root, &first))
    object = first;
  *error = lueur_json_get_member (&object, "error");
  switch (lueur_json_get_type (error))
    {
    case LUEUR_JSON_OBJECT:
    case LUEUR_JSON_STRING:
      return TRUE;
    default:
      break;
    }
  kind = lueur_json_get_member (&object, "object");
  *error = object;
  return lueur_json_string_equal (&kind, "error");
}

/**
 * lueur_openai_fault_from_error:
 * @error: from [func@openai_find_error]
 *
 * Returns: (transfer full): what an error inside an answer means
 */
GError *
lueur_openai_fault_from_error (const LueurJson *error, const char *key)
{
  return fault_from_json (0, 0, error, key);
}

/**
 * lueur_openai_fault_from_answer:
 * @head: with a status that is not 2xx
 * @body: of the answer, or the beginning of it
 *
 * Returns: (transfer full): what it means
 */
GError *
lueur_openai_fault_from_answer (const LueurHead *head, const char *body, gsize length, const char *key)
{
  LueurJson root, error;

  if (head->status >= 300 && head->status < 400)
    {
      const char *location = head->location != NULL ? head->location : "";

      return lueur_openai_fault (LUEUR_FAULT_BAD_ADDRESS, 0, location, strlen (location), key);
    }
  if (lueur_json_parse (&root, body, length))
    {
      if (!lueur_openai_find_error (&root, &error))
        error = root;
      return fault_from_json (head->status, head->retry_after, &error, key);
    }
  else
    {
      g_autofree char *lower = g_ascii_strdown (body, (gssize) length);
      /* A page of markup explains nothing in one line. */
      gboolean is_markup = length == 0 || memchr (body, '<', length) != NULL;

      return lueur_openai_fault (classify (head->status, is_markup ? "" : lower), head->retry_after, body,
                                 is_markup ? 0 : length, key);
    }
}
