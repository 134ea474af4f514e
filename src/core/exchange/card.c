/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card as it comes: out of a picture, an archive or a text, whichever of its three specifications it is
 * written to. What it says about a companion is read by others; here is found where it says it. */

#include "core/exchange/card-private.h"

#include <string.h>

#include "core/exchange/zip.h"

#define MAX_ASSETS 4096
#define KNOWN_V2 2.0
#define KNOWN_V3 3.0

static const char *const field_names[LUEUR_N_CARD_FIELDS] = {
  [LUEUR_CARD_NAME] = "name",
  [LUEUR_CARD_NICKNAME] = "nickname",
  [LUEUR_CARD_DESCRIPTION] = "description",
  [LUEUR_CARD_PERSONALITY] = "personality",
  [LUEUR_CARD_SCENARIO] = "scenario",
  [LUEUR_CARD_FIRST_MESSAGE] = "first_mes",
  [LUEUR_CARD_EXAMPLES] = "mes_example",
  [LUEUR_CARD_SYSTEM_PROMPT] = "system_prompt",
  [LUEUR_CARD_POST_HISTORY] = "post_history_instructions",
  [LUEUR_CARD_CREATOR_NOTES] = "creator_notes",
  [LUEUR_CARD_CREATOR] = "creator",
  [LUEUR_CARD_VERSION] = "character_version",
};

G_DEFINE_QUARK (lueur-card-error-quark, lueur_card_error)

static gpointer
fail (GError **error, LueurCardError code, const char *sentence)
{
  g_set_error_literal (error, LUEUR_CARD_ERROR, code, sentence);
  return NULL;
}

/* --- The JSON ---------------------------------------------------------------------------------------- */

static LueurJsonDoc *
read_doc (GBytes *text, GError **error)
{
  g_autoptr (GError) local = NULL;
  LueurJsonDoc *doc = lueur_json_doc_new (text, &local);

  if (doc != NULL)
    return doc;
  if (local->code == G_IO_ERROR_NO_SPACE)
    return fail (error, LUEUR_CARD_ERROR_TOO_LARGE, "The card holds more text than is allowed.");
  if (strstr (local->message, "UTF-8") != NULL)
    return fail (error, LUEUR_CARD_ERROR_NOT_TEXT, "The text of the card is not UTF-8.");
  if (strstr (local->message, "too deep") != NULL)
    return fail (error, LUEUR_CARD_ERROR_TOO_LARGE, "The text of the card is nested deeper than is allowed.");
  g_set_error (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_DAMAGED, "The text of the card is damaged: %s.",
               local->message);
  return NULL;
}

static gboolean
has (const LueurJsonDoc *doc, guint object, const char *name, LueurJsonType type)
{
  return lueur_json_doc_get_type (doc, lueur_json_doc_find (doc, object, name)) == type;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Compared as a number, as the third specification asks; "3.10" is not later than "3.2". */
static double
read_version (LueurCard *self)
{
  guint at = lueur_json_doc_find (self->doc, 0, "spec_version");
  g_autofree char *text = lueur_json_doc_dup_string (self->doc, at);
  double number = text != NULL ? g_ascii_strtod (text, NULL) : lueur_json_doc_get_number (self->doc, at, 0);

  if (text != NULL && strlen (text) <= 16)
    self->spec_version = g_steal_pointer (&text);
  return number;
}

/* Which specification it follows, and where its members are. */
static gboolean
find_card (LueurCard *self, GError **error)
{
  LueurJsonDoc *doc = self->doc;
  guint data = lueur_json_doc_find (doc, 0, "data");
  g_autofree char *spec = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "spec"));
  g_autofree char *name = NULL;
  double version;

  self->book = LUEUR_JSON_NOWHERE;
  if (lueur_json_doc_get_type (doc, 0) != LUEUR_JSON_OBJECT)
    return fail (error, LUEUR_CARD_ERROR_NOT_A_CARD, "This is JSON, but no character card.") != NULL;
  version = read_version (self);
  if (g_strcmp0 (spec, "lorebook_v3") == 0 && lueur_json_doc_get_type (doc, data) == LUEUR_JSON_OBJECT)
    {
      self->spec = LUEUR_CARD_BOOK;
      self->data = self->book = data;
      return TRUE;
    }
  if (lueur_json_doc_get_type (doc, data) == LUEUR_JSON_OBJECT && (spec != NULL || has (doc, data, "name", LUEUR_JSON_STRING)))
    {
      gboolean second = spec == NULL ? version < KNOWN_V3 : strcmp (spec, "chara_card_v2") == 0;

      self->data = data;
      self->spec = second ? LUEUR_CARD_V2 : LUEUR_CARD_V3;
      self->newer = version > (second ? KNOWN_V2 : KNOWN_V3) ||
                    (spec != NULL && !second && strcmp (spec, "chara_card_v3") != 0);
    }
  else if (has (doc, 0, "entries", LUEUR_JSON_OBJECT) || has (doc, 0, "entries", LUEUR_JSON_ARRAY))
    {
      self->spec = LUEUR_CARD_BOOK;
      self->data = self->book = 0;
      return TRUE;
    }
  else
    {
      self->data = 0;
      self->spec = LUEUR_CARD_V1;
      if (!has (doc, 0, "first_mes", LUEUR_JSON_STRING) && !has (doc, 0, "personality", LUEUR_JSON_STRING) &&
          !has (doc, 0, "mes_example", LUEUR_JSON_STRING) && !(has (doc, 0, "name", LUEUR_JSON_STRING) &&
                                                               has (doc, 0, "description", LUEUR_JSON_STRING)))
        return fail (error, LUEUR_CARD_ERROR_NOT_A_CARD, "This is JSON, but no character card.") != NULL;
    }
  name = lueur_card_dup_field (self, LUEUR_CARD_NAME);
  if (is_blank (name))
    return fail (error, LUEUR_CARD_ERROR_NO_NAME, "The card has no name in it.") != NULL;
  if (has (doc, self->data, "character_book", LUEUR_JSON_OBJECT))
    self->book = lueur_json_doc_find (doc, self->data, "character_book");
  return TRUE;
}

/* --- Containers -------------------------------------------------------------------------------------- */

guint
lueur_card_keyword_version (const char *keyword)
{
  return g_ascii_strcasecmp (keyword, "ccv3") == 0 ? 3 : g_ascii_strcasecmp (keyword, "chara") == 0 ? 2 : 0;
}

const char *
lueur_card_keyword_path (const char *keyword)
{
  static const char start[] = "chara-ext-asset_";

  if (g_ascii_strncasecmp (keyword, start, strlen (start)) != 0)
    return NULL;
  keyword += strlen (start);
  return *keyword == ':' ? keyword + 1 : keyword;
}

static GHashTable *
make_files (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

/* Pictures in pictures, each decoded once however many assets name it. One that is damaged is not there. */
static gboolean
read_carried (LueurCard *self, GError **error)
{
  gsize total = 0;

  self->files = make_files ();
  for (guint i = 0; i < lueur_png_get_n_texts (self->png); i++)
    {
      g_autofree char *keyword = lueur_png_dup_keyword (self->png, i);
      const char *path = keyword != NULL ? lueur_card_keyword_path (keyword) : NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (path == NULL || *path == '\0' || !g_utf8_validate (path, -1, NULL))
        continue;
      bytes = lueur_png_decode_text (self->png, i, LUEUR_CARD_MAX_UNPACKED, NULL);
      if (bytes == NULL)
        continue;
      total += g_bytes_get_size (bytes);
      if (total > LUEUR_CARD_MAX_UNPACKED)
        return fail (error, LUEUR_CARD_ERROR_TOO_LARGE, "The picture carries more than is allowed.") != NULL;
      g_hash_table_replace (self->files, g_strdup (path), g_steal_pointer (&bytes));
    }
  return TRUE;
}

/* The first chunk of a version counts, and version 3 before version 2. */
static gboolean
read_picture (LueurCard *self, GError **error)
{
  guint found[4] = { 0 }; /* text chunk + 1, by version */
  g_autoptr (GBytes) text = NULL;

  for (guint i = 0; i < lueur_png_get_n_texts (self->png); i++)
    {
      g_autofree char *keyword = lueur_png_dup_keyword (self->png, i);
      guint version = keyword != NULL ? lueur_card_keyword_version (keyword) : 0;

      if (version > 0 && found[version] == 0)
        found[version] = i + 1;
    }
  if (found[2] == 0 && found[3] == 0)
    return fail (error, LUEUR_CARD_ERROR_NOT_A_CARD, "There is no character card in this picture.") != NULL;
  self->container = LUEUR_CARD_PNG;
  text = lueur_png_decode_text (self->png, (found[3] > 0 ? found[3] : found[2]) - 1, LUEUR_JSON_DOC_MAX_BYTES, error);
  if (text == NULL || (self->doc = read_doc (text, error)) == NULL)
    return FALSE;
  if (found[3] > 0 && found[2] > 0)
    {
      g_autoptr (GBytes) other = lueur_png_decode_text (self->png, found[2] - 1, LUEUR_JSON_DOC_MAX_BYTES, NULL);

      self->older = other != NULL ? lueur_json_doc_new (other, NULL) : NULL;
    }
  return read_carried (self, error);
}

static gboolean
read_archive (LueurCard *self, gsize prefix, GError **error)
{
  static const LueurZipLimits limits = { 4096, 48 * 1024 * 1024, LUEUR_CARD_MAX_UNPACKED };
  g_autoptr (GBytes) zip = g_bytes_new_from_bytes (self->file, prefix, g_bytes_get_size (self->file) - prefix);
  g_autoptr (GError) local = NULL;
  GBytes *text;

  self->container = LUEUR_CARD_CHARX;
  self->prefix = prefix;
  self->files = lueur_zip_read (zip, &limits, NULL, &local);
  if (self->files == NULL)
    {
      g_set_error_literal (error, LUEUR_CARD_ERROR,
                           local->code == LUEUR_ZIP_ERROR_ESCAPES     ? LUEUR_CARD_ERROR_ESCAPES
                           : local->code == LUEUR_ZIP_ERROR_TOO_LARGE ? LUEUR_CARD_ERROR_TOO_LARGE
                                                                      : LUEUR_CARD_ERROR_DAMAGED,
                           local->message);
      return FALSE;
    }
  text = g_hash_table_lookup (self->files, "card.json");
  if (text == NULL)
    return fail (error, LUEUR_CARD_ERROR_NOT_A_CARD, "There is no character card in this archive.") != NULL;
  return (self->doc = read_doc (text, error)) != NULL;
}

static gboolean
is_json (GBytes *file)
{
  gsize size;
  const char *bytes = g_bytes_get_data (file, &size);
  gsize at = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < size && g_ascii_isspace (bytes[at]))
    at++;
  return at < size && (bytes[at] == '{' || bytes[at] == '[');
}

static gboolean
find_zip (GBytes *file, gsize from, gsize *at)
{
  gsize size;
  const char *bytes = g_bytes_get_data (file, &size);
  const char *found = memmem (bytes + from, size - from, "PK\x03\x04", 4);

  if (found != NULL)
    *at = (gsize) (found - bytes);
  return found != NULL;
}

static gboolean
read_container (LueurCard *self, GError **error)
{
  gsize zip;

  if (lueur_png_is (self->file))
    {
      g_autoptr (GError) local = NULL;

      self->png = lueur_png_read (self->file, error);
      if (self->png == NULL)
        return FALSE;
      if (read_picture (self, &local))
        return TRUE;
      if (local->code == LUEUR_CARD_ERROR_NOT_A_CARD && find_zip (self->file, lueur_png_get_end (self->png), &zip))
        {
          g_clear_pointer (&self->png, lueur_png_free);
          return read_archive (self, zip, error);
        }
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_json (self->file))
    {
      self->container = LUEUR_CARD_JSON;
      return (self->doc = read_doc (self->file, error)) != NULL;
    }
  if (find_zip (self->file, 0, &zip))
    return read_archive (self, zip, error);
  return fail (error, LUEUR_CARD_ERROR_NOT_A_CARD, "This file is neither a picture, an archive nor JSON with a card in it.")
         != NULL;
}

/* --- Assets ------------------------------------------------------------------------------------------ */

static void
free_asset (gpointer data)
{
  LueurCardAsset *asset = data;

  g_free (asset->type);
  g_free (asset->name);
  g_free (asset->ext);
  g_free (asset->uri);
  g_clear_pointer (&asset->bytes, g_bytes_unref);
  g_free (asset);
}

const char *
lueur_card_uri_path (const char *uri)
{
  /* The first is how the specification spells it, the others how programs do. */
  static const char *const starts[] = { "embeded://", "embedded://", "__asset:" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (uri, starts[i], strlen (starts[i])) == 0)
      return uri + strlen (starts[i]);
  return NULL;
}

static GBytes *
decode_data_uri (const char *uri)
{
  const char *comma = strchr (uri, ',');
  gsize length;
  guchar *bytes;

  if (comma == NULL || g_strstr_len (uri, comma - uri, ";base64") == NULL)
    return NULL;
  bytes = g_base64_decode (comma + 1, &length);
  return g_bytes_new_take (bytes, length);
}

static GBytes *
find_asset (const LueurCard *self, const char *uri)
{
  const char *path = lueur_card_uri_path (uri);
  g_autofree char *longer = NULL;
  GBytes *bytes;

  if (g_ascii_strncasecmp (uri, "data:", 5) == 0)
    return decode_data_uri (uri);
  if (g_ascii_strncasecmp (uri, "ccdefault:", 10) == 0)
    return self->container == LUEUR_CARD_PNG ? g_bytes_ref (self->file) : NULL;
  if (path == NULL || self->files == NULL)
    return NULL;
  bytes = g_hash_table_lookup (self->files, path);
  if (bytes == NULL)
    {
      longer = g_strconcat ("assets/", path, NULL);
      bytes = g_hash_table_lookup (self->files, longer);
    }
  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static char *
dup_word (const LueurCard *self, guint object, const char *name)
{
  char *text = lueur_json_doc_dup_string (self->doc, lueur_json_doc_find (self->doc, object, name));

  return text != NULL ? text : g_strdup ("");
}

static void
list_assets (LueurCard *self)
{
  guint list = lueur_json_doc_find (self->doc, self->data, "assets");

  self->assets = g_ptr_array_new_with_free_func (free_asset);
  if (self->spec == LUEUR_CARD_BOOK || lueur_json_doc_get_type (self->doc, list) != LUEUR_JSON_ARRAY)
    return;
  for (guint at = lueur_json_doc_get_first (self->doc, list); at != LUEUR_JSON_NOWHERE && self->assets->len < MAX_ASSETS;
       at = lueur_json_doc_get_next (self->doc, list, at))
    {
      LueurCardAsset *asset;

      if (!has (self->doc, at, "uri", LUEUR_JSON_STRING))
        continue;
      asset = g_new0 (LueurCardAsset, 1);
      asset->type = dup_word (self, at, "type");
      asset->name = dup_word (self, at, "name");
      asset->ext = dup_word (self, at, "ext");
      asset->uri = dup_word (self, at, "uri");
      asset->bytes = find_asset (self, asset->uri);
      /* What it holds is not kept twice. */
      if (g_ascii_strncasecmp (asset->uri, "data:", 5) == 0)
        {
          g_autofree char *whole = g_steal_pointer (&asset->uri);

          asset->uri = g_strndup (whole, MIN (strcspn (whole, ","), 80));
        }
      g_ptr_array_add (self->assets, asset);
    }
}

/* --- Life -------------------------------------------------------------------------------------------- */

static void
clear (LueurCard *self)
{
  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->spec_version, g_free);
  g_clear_pointer (&self->doc, lueur_json_doc_unref);
  g_clear_pointer (&self->older, lueur_json_doc_unref);
  g_clear_pointer (&self->png, lueur_png_free);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->assets, g_ptr_array_unref);
}

LueurCard *
lueur_card_ref (LueurCard *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lueur_card_unref (LueurCard *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * lueur_card_new_from_bytes:
 * @file: kept; at most %LUEUR_CARD_MAX_BYTES
 * @error: domain %LUEUR_CARD_ERROR, one sentence
 *
 * Returns: (transfer full) (nullable): the card, whole, or nothing
 */
LueurCard *
lueur_card_new_from_bytes (GBytes *file, GError **error)
{
  g_autoptr (LueurCard) self = NULL;

  if (g_bytes_get_size (file) > LUEUR_CARD_MAX_BYTES)
    return fail (error, LUEUR_CARD_ERROR_TOO_LARGE, "The file is larger than is allowed.");
  if (g_bytes_get_size (file) == 0)
    return fail (error, LUEUR_CARD_ERROR_NOT_A_CARD, "The file is empty.");
  self = g_atomic_rc_box_new0 (LueurCard);
  self->file = g_bytes_ref (file);
  if (!read_container (self, error) || !find_card (self, error))
    return NULL;
  list_assets (self);
  return g_steal_pointer (&self);
}

/**
 * lueur_card_load:
 * @file: not read further than the cap
 * @error: domain %LUEUR_CARD_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the card
 */
LueurCard *
lueur_card_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  while (stream != NULL)
    {
      guint8 buffer[64 * 1024];
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, cancellable, &local);

      if (n <= 0)
        break;
      g_byte_array_append (data, buffer, (guint) n);
      if (data->len > LUEUR_CARD_MAX_BYTES)
        return fail (error, LUEUR_CARD_ERROR_TOO_LARGE, "The file is larger than is allowed.");
    }
  if (local != NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (local != NULL)
    {
      g_set_error (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_IO, "The file cannot be read: %s", local->message);
      return NULL;
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));
  return lueur_card_new_from_bytes (bytes, error);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  LueurCard *card = lueur_card_load (data, cancellable, &error);

  if (card != NULL)
    g_task_return_pointer (task, card, (GDestroyNotify) lueur_card_unref);
  else
    g_task_return_error (task, error);
}

void
lueur_card_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, lueur_card_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

LueurCard *
lueur_card_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- What it is -------------------------------------------------------------------------------------- */

GBytes *
lueur_card_get_file (const LueurCard *self)
{
  return self->file;
}

LueurCardContainer
lueur_card_get_container (const LueurCard *self)
{
  return self->container;
}

LueurCardSpec
lueur_card_get_spec (const LueurCard *self)
{
  return self->spec;
}

const char *
lueur_card_get_spec_version (const LueurCard *self)
{
  if (self->spec_version != NULL)
    return self->spec_version;
  return self->spec == LUEUR_CARD_V1 ? "1.0" : self->spec == LUEUR_CARD_V2 ? "2.0" : "3.0";
}

gboolean
lueur_card_is_newer (const LueurCard *self)
{
  return self->newer;
}

const char *
lueur_card_field_get_name (LueurCardField field)
{
  return field_names[field];
}

char *
lueur_card_dup_field (const LueurCard *self, LueurCardField field)
{
  return dup_word (self, self->data, field_names[field]);
}

GStrv
lueur_card_dup_greetings (const LueurCard *self)
{
  return lueur_json_doc_dup_strings (self->doc, lueur_json_doc_find (self->doc, self->data, "alternate_greetings"));
}

GStrv
lueur_card_dup_tags (const LueurCard *self)
{
  return lueur_json_doc_dup_strings (self->doc, lueur_json_doc_find (self->doc, self->data, "tags"));
}

char *
lueur_card_dup_notes (const LueurCard *self, const char *language)
{
  guint notes = lueur_json_doc_find (self->doc, self->data, "creator_notes_multilingual");
  char *text = lueur_json_doc_dup_string (self->doc, lueur_json_doc_find (self->doc, notes, language));

  return text != NULL ? text : lueur_card_dup_field (self, LUEUR_CARD_CREATOR_NOTES);
}

GPtrArray *
lueur_card_get_assets (const LueurCard *self)
{
  return self->assets;
}

GBytes *
lueur_card_dup_picture (const LueurCard *self)
{
  GBytes *any = NULL;

  for (guint i = 0; i < self->assets->len; i++)
    {
      const LueurCardAsset *asset = self->assets->pdata[i];

      if (asset->bytes == NULL || strcmp (asset->type, "icon") != 0)
        continue;
      if (strcmp (asset->name, "main") == 0)
        return g_bytes_ref (asset->bytes);
      if (any == NULL)
        any = asset->bytes;
    }
  if (any != NULL)
    return g_bytes_ref (any);
  return self->container == LUEUR_CARD_PNG ? g_bytes_ref (self->file) : NULL;
}

LueurJsonDoc *
lueur_card_get_doc (const LueurCard *self)
{
  return self->doc;
}

guint
lueur_card_get_data (const LueurCard *self)
{
  return self->data;
}

guint
lueur_card_get_book (const LueurCard *self)
{
  return self->book;
}
