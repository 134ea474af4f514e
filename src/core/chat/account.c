/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/account.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/net/json.h"

/* Entries of books that nothing brought up, and are listed all the same. A book may have thousands. */
#define MAX_LEFT_OUT 40
/* What a damaged file may say. */
#define MAX_PARTS 2000

struct _LueurAccount
{
  GPtrArray *pieces; /* LueurRequestPiece */
  GArray *parts;     /* LueurPart */
  GArray *places;    /* int, one a part: which of the TEXT pieces says it, -1 for none */
  char *request;
  char *digest;
  char *to;
  guint n_asked;
  guint tokens;
  guint n_more;
  gboolean exact;
};

/* --- Pieces ------------------------------------------------------------------------------------------ */

static void
add_piece (LueurAccount *self, LueurPieceKind kind, const char *text, gsize length)
{
  LueurRequestPiece *piece;

  if (length == 0)
    return;
  piece = g_new0 (LueurRequestPiece, 1);
  piece->kind = kind;
  piece->text = g_strndup (text, length);
  g_ptr_array_add (self->pieces, piece);
}

/* As it stands between the quotes of a JSON string. */
static char *
escape (const char *text)
{
  GString *out = g_string_new (NULL);

  lueur_json_write_string (out, text);
  g_string_truncate (out, out->len - 1);
  g_string_erase (out, 0, 1);
  return g_string_free_and_steal (out);
}

/* What the system says, part by part: most of them are the same in the next request. */
static void
add_system (LueurAccount *self, const char *text)
{
  guint n_texts = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    n_texts += ((LueurRequestPiece *) self->pieces->pdata[i])->kind == LUEUR_PIECE_TEXT;
  while (*text != '\0')
    {
      const char *next = NULL;
      guint which = 0;

      /* The part that comes first in what is left. */
      for (guint i = 0; i < self->parts->len; i++)
        {
          const char *said = g_array_index (self->parts, LueurPart, i).text;
          const char *at = g_array_index (self->places, int, i) < 0 && *said != '\0' ? strstr (text, said) : NULL;

          if (at != NULL && (next == NULL || at < next))
            {
              next = at;
              which = i;
              if (at == text)
                break;
            }
        }
      if (next == NULL)
        {
          add_piece (self, LUEUR_PIECE_SAID, text, strlen (text));
          return;
        }
      if (next > text)
        {
          g_autofree char *between = g_strndup (text, next - text);
          g_autofree char *escaped = escape (between);

          add_piece (self, LUEUR_PIECE_LITERAL, escaped, strlen (escaped));
        }
      add_piece (self, LUEUR_PIECE_TEXT, g_array_index (self->parts, LueurPart, which).text,
                 strlen (g_array_index (self->parts, LueurPart, which).text));
      g_array_index (self->places, int, which) = (int) n_texts++;
      text = next + strlen (g_array_index (self->parts, LueurPart, which).text);
    }
}

/* Finds the turns in what was sent, in their order; whatever stands between them stays as it is. */
static void
take_apart (LueurAccount *self, const LueurPrompt *prompt)
{
  guint n_turns;
  const LueurTurn *turns = lueur_prompt_get_turns (prompt, &n_turns);
  const char *rest = self->request;

  for (guint i = 0; i < n_turns; i++)
    {
      g_autofree char *escaped = escape (turns[i].text);
      g_autofree char *quoted = g_strconcat ("\"", escaped, "\"", NULL);
      const char *at = strstr (rest, quoted);

      if (at == NULL)
        continue;
      at++;
      add_piece (self, LUEUR_PIECE_LITERAL, rest, at - rest);
      if (turns[i].role == LUEUR_TURN_SYSTEM)
        add_system (self, turns[i].text);
      else
        add_piece (self, LUEUR_PIECE_SAID, turns[i].text, strlen (turns[i].text));
      rest = at + strlen (escaped);
    }
  add_piece (self, LUEUR_PIECE_LITERAL, rest, strlen (rest));
}

static char *
join (const GPtrArray *pieces)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const LueurRequestPiece *piece = g_ptr_array_index (pieces, i);
      g_autofree char *escaped = piece->kind == LUEUR_PIECE_LITERAL ? NULL : escape (piece->text);

      g_string_append (out, escaped != NULL ? escaped : piece->text);
    }
  return g_string_free_and_steal (out);
}

/* --- Parts ------------------------------------------------------------------------------------------- */

static void
clear_part (gpointer data)
{
  LueurPart *part = data;

  g_free (part->source);
  g_free (part->key);
  g_free (part->unheeded);
  g_free (part->text);
}

static void
add_part (LueurAccount *self, const LueurPart *part)
{
  LueurPart copy = *part;
  int nowhere = -1;

  copy.source = g_strdup (part->source);
  copy.key = g_strdup (part->key);
  copy.unheeded = g_strdup (part->unheeded);
  copy.text = g_strdup (part->text != NULL ? part->text : "");
  copy.entry = NULL;
  g_array_append_val (self->parts, copy);
  g_array_append_val (self->places, nowhere);
}

static void
take_parts (LueurAccount *self, const LueurPrompt *prompt)
{
  guint n_parts, n_out = 0;
  const LueurPart *parts = lueur_prompt_get_parts (prompt, &n_parts);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i].state != LUEUR_PART_NOT_NOW || n_out++ < MAX_LEFT_OUT)
      add_part (self, &parts[i]);
    else
      self->n_more++;
}

static gboolean
find_word (const char *(*get_name) (int), int last, const char *word, int *value)
{
  for (*value = 0; *value <= last; (*value)++)
    if (g_strcmp0 (get_name (*value), word) == 0)
      return TRUE;
  return FALSE;
}

static const char *
kind_name (int kind)
{
  return lueur_part_kind_get_name ((LueurPartKind) kind);
}

static const char *
state_name (int state)
{
  return lueur_part_state_get_name ((LueurPartState) state);
}

static const char *
why_name (int why)
{
  return lueur_part_why_get_name ((LueurPartWhy) why);
}

/* --- JSON -------------------------------------------------------------------------------------------- */

static void
write_part (JsonBuilder *builder, const LueurPart *part, int place)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, lueur_part_kind_get_name (part->kind));
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, lueur_part_state_get_name (part->state));
  json_builder_set_member_name (builder, "why");
  json_builder_add_string_value (builder, lueur_part_why_get_name (part->why));
  if (part->source != NULL)
    {
      json_builder_set_member_name (builder, "source");
      json_builder_add_string_value (builder, part->source);
    }
  if (part->key != NULL)
    {
      json_builder_set_member_name (builder, "key");
      json_builder_add_string_value (builder, part->key);
    }
  if (part->unheeded != NULL)
    {
      json_builder_set_member_name (builder, "unheeded");
      json_builder_add_string_value (builder, part->unheeded);
    }
  json_builder_set_member_name (builder, "tokens");
  json_builder_add_int_value (builder, part->tokens);
  if (part->kind == LUEUR_PART_HISTORY)
    {
      json_builder_set_member_name (builder, "turns");
      json_builder_add_int_value (builder, part->n_turns);
      json_builder_set_member_name (builder, "left_out");
      json_builder_add_int_value (builder, part->n_left_out);
    }
  if (place >= 0)
    {
      json_builder_set_member_name (builder, "text");
      json_builder_add_int_value (builder, place);
    }
  json_builder_end_object (builder);
}

static char *
write_account (const LueurAccount *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sha256");
  json_builder_add_string_value (builder, self->digest);
  json_builder_set_member_name (builder, "to");
  json_builder_add_string_value (builder, self->to);
  json_builder_set_member_name (builder, "asked");
  json_builder_add_int_value (builder, self->n_asked);
  json_builder_set_member_name (builder, "tokens");
  json_builder_add_int_value (builder, self->tokens);
  json_builder_set_member_name (builder, "more");
  json_builder_add_int_value (builder, self->n_more);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->parts->len; i++)
    write_part (builder, &g_array_index (self->parts, LueurPart, i), g_array_index (self->places, int, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static guint
get_count (JsonObject *object, const char *name)
{
  return (guint) CLAMP (json_object_get_int_member_with_default (object, name, 0), 0, G_MAXINT);
}

static const char *
text_of_place (const GPtrArray *pieces, gint64 place)
{
  for (guint i = 0; place >= 0 && i < pieces->len; i++)
    {
      const LueurRequestPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == LUEUR_PIECE_TEXT && place-- == 0)
        return piece->text;
    }
  return "";
}

static void
read_part (LueurAccount *self, JsonObject *object)
{
  int kind, state, why;
  LueurPart part = { 0 };

  /* What a later version says in words of its own is left out. */
  if (!find_word (kind_name, LUEUR_PART_CONDUCT, json_object_get_string_member_with_default (object, "kind", ""), &kind) ||
      !find_word (state_name, LUEUR_PART_NOT_NOW, json_object_get_string_member_with_default (object, "state", ""), &state) ||
      !find_word (why_name, LUEUR_WHY_NO_ROOM, json_object_get_string_member_with_default (object, "why", ""), &why))
    return;
  part.kind = (LueurPartKind) kind;
  part.state = (LueurPartState) state;
  part.why = (LueurPartWhy) why;
  part.source = (char *) json_object_get_string_member_with_default (object, "source", NULL);
  part.key = (char *) json_object_get_string_member_with_default (object, "key", NULL);
  part.unheeded = (char *) json_object_get_string_member_with_default (object, "unheeded", NULL);
  part.tokens = get_count (object, "tokens");
  part.n_turns = get_count (object, "turns");
  part.n_left_out = get_count (object, "left_out");
  part.text = (char *) text_of_place (self->pieces, json_object_get_int_member_with_default (object, "text", -1));
  add_part (self, &part);
}

static void
read_account (LueurAccount *self, const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonObject *object;
  JsonArray *parts;

  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  object = json_node_get_object (root);
  g_set_str (&self->digest, json_object_get_string_member_with_default (object, "sha256", ""));
  g_set_str (&self->to, json_object_get_string_member_with_default (object, "to", ""));
  self->n_asked = get_count (object, "asked");
  self->tokens = get_count (object, "tokens");
  self->n_more = get_count (object, "more");
  if (!json_object_has_member (object, "parts") || !JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, "parts")))
    return;
  parts = json_object_get_array_member (object, "parts");
  for (guint i = 0; i < MIN (MAX_PARTS, json_array_get_length (parts)); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (parts, i)))
      read_part (self, json_array_get_object_element (parts, i));
}

/* --- Public ------------------------------------------------------------------------------------------ */

static LueurAccount *
account_alloc (void)
{
  LueurAccount *self = g_atomic_rc_box_new0 (LueurAccount);

  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_request_piece_free);
  self->parts = g_array_new (FALSE, TRUE, sizeof (LueurPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->places = g_array_new (FALSE, TRUE, sizeof (int));
  return self;
}

/**
 * lueur_account_new:
 * @prompt: what was to be sent
 * @sent: the bytes that were
 * @to: the address that they went to
 * @n_asked: how many times the model was asked for this reply
 *
 * Returns: (transfer full): the account of a request that was just sent
 */
LueurAccount *
lueur_account_new (const LueurPrompt *prompt, GBytes *sent, const char *to, guint n_asked)
{
  LueurAccount *self = account_alloc ();
  gsize length;
  const char *bytes = g_bytes_get_data (sent, &length);

  self->request = g_strndup (bytes, length);
  self->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->request, -1);
  self->to = g_strdup (to);
  self->n_asked = n_asked;
  self->tokens = lueur_prompt_get_tokens (prompt);
  self->exact = TRUE;
  take_parts (self, prompt);
  take_apart (self, prompt);
  return self;
}

/**
 * lueur_account_new_from_row:
 * @row: as the store tells it
 *
 * Returns: (transfer full): what was kept; a damaged file gives an account that is not exact
 */
LueurAccount *
lueur_account_new_from_row (const LueurRequestRow *row)
{
  LueurAccount *self = account_alloc ();
  g_autofree char *digest = NULL;

  self->digest = g_strdup ("");
  self->to = g_strdup ("");
  for (guint i = 0; i < row->pieces->len; i++)
    {
      const LueurRequestPiece *piece = g_ptr_array_index (row->pieces, i);

      add_piece (self, piece->kind, piece->text, strlen (piece->text));
    }
  read_account (self, row->account);
  self->request = join (self->pieces);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->request, -1);
  self->exact = g_str_equal (digest, self->digest);
  return self;
}

LueurAccount *
lueur_account_ref (LueurAccount *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (LueurAccount *self)
{
  g_ptr_array_unref (self->pieces);
  g_array_unref (self->parts);
  g_array_unref (self->places);
  g_free (self->request);
  g_free (self->digest);
  g_free (self->to);
}

void
lueur_account_unref (LueurAccount *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * lueur_account_to_row:
 * @person: who the person was in it, 0 for nobody
 *
 * Returns: (transfer full): what the store keeps of it
 */
LueurRequestRow *
lueur_account_to_row (const LueurAccount *self, gint64 person)
{
  LueurRequestRow *row = g_new0 (LueurRequestRow, 1);

  row->person = person;
  row->account = write_account (self);
  row->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_request_piece_free);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const LueurRequestPiece *piece = g_ptr_array_index (self->pieces, i);
      LueurRequestPiece *copy = g_new0 (LueurRequestPiece, 1);

      copy->kind = piece->kind;
      copy->text = g_strdup (piece->text);
      g_ptr_array_add (row->pieces, copy);
    }
  return row;
}

/**
 * lueur_account_get_request:
 *
 * Returns: (transfer none): the body of the request, JSON in the dialect of the server that was asked
 */
const char *
lueur_account_get_request (const LueurAccount *self)
{
  return self->request;
}

/* What is asked beside the words: the model, the temperature, the length. */
static void
append_rest (GString *out, const char *request)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *rest = NULL;

  if (!json_parser_load_from_data (parser, request, -1, NULL))
    return;
  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  json_object_remove_member (json_node_get_object (root), "messages");
  rest = json_to_string (root, TRUE);
  g_string_append_printf (out, "—\n%s\n", rest);
}

/**
 * lueur_account_dup_readable:
 *
 * Returns: (transfer full): the same laid out for people: who speaks, and what they say, with line breaks as they are
 *   meant; then what was asked beside the words
 */
char *
lueur_account_dup_readable (const LueurAccount *self)
{
  GString *out = g_string_new (NULL);
  LueurJson root, messages, message = { 0 };

  if (!lueur_json_parse (&root, self->request, strlen (self->request)))
    return g_string_free_and_steal (g_string_append (out, self->request));
  messages = lueur_json_get_member (&root, "messages");
  while (lueur_json_next_element (&messages, &message))
    {
      LueurJson role = lueur_json_get_member (&message, "role");
      LueurJson content = lueur_json_get_member (&message, "content");

      g_string_append (out, "— ");
      lueur_json_append_string (&role, out);
      g_string_append_c (out, '\n');
      lueur_json_append_string (&content, out);
      g_string_append (out, "\n\n");
    }
  append_rest (out, self->request);
  return g_string_free_and_steal (out);
}

/**
 * lueur_account_is_exact:
 *
 * Returns: whether [func@account_get_request] is what was sent, byte for byte, by its checksum. It is not where
 *   something that it quotes was changed or erased since.
 */
gboolean
lueur_account_is_exact (const LueurAccount *self)
{
  return self->exact;
}

/**
 * lueur_account_get_to:
 *
 * Returns: (transfer none): the address that was asked; "" when it is not known
 */
const char *
lueur_account_get_to (const LueurAccount *self)
{
  return self->to;
}

/**
 * lueur_account_get_n_asked:
 *
 * Returns: how many times the model was asked for this reply; this account is of the last time
 */
guint
lueur_account_get_n_asked (const LueurAccount *self)
{
  return self->n_asked;
}

/**
 * lueur_account_get_tokens:
 *
 * Returns: estimate of the whole request, in tokens
 */
guint
lueur_account_get_tokens (const LueurAccount *self)
{
  return self->tokens;
}

/**
 * lueur_account_get_parts:
 * @n_parts: (out): how many
 *
 * Returns: (transfer none) (array length=n_parts): what the request was made of, and what was left out
 */
const LueurPart *
lueur_account_get_parts (const LueurAccount *self, guint *n_parts)
{
  *n_parts = self->parts->len;
  return (const LueurPart *) (gpointer) self->parts->data;
}

/**
 * lueur_account_get_n_more:
 *
 * Returns: how many parts more nothing brought up, beside those that are listed
 */
guint
lueur_account_get_n_more (const LueurAccount *self)
{
  return self->n_more;
}
