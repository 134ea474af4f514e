/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards written: first what changed goes into the JSON, then the JSON into the version that its container asks
 * for, then pictures to where that container keeps them. Each step changes spans and leaves the rest alone. */

#include "core/exchange/card-write.h"

#include <string.h>

#include "core/emotion/label.h"
#include "core/exchange/card-persona.h"
#include "core/exchange/card-private.h"
#include "core/exchange/zip.h"

/* Pictures of an archive that are written into JSON, at most. */
#define MAX_INLINE (16 * 1024 * 1024)
#define ICON_PATH "assets/icon/images/main.png"
#define ICON "{\"type\": \"icon\", \"uri\": \"embeded://" ICON_PATH "\", \"name\": \"main\", \"ext\": \"png\"}"
#define PLAIN_WIDTH 400
#define PLAIN_HEIGHT 600

static const char template[] =
    "{\"spec\": \"chara_card_v3\", \"spec_version\": \"3.0\", \"data\": {\"name\": \"\", \"description\": \"\", \"personality\": \"\", "
    "\"scenario\": \"\", \"first_mes\": \"\", \"mes_example\": \"\", \"creator_notes\": \"\", \"system_prompt\": \"\", "
    "\"post_history_instructions\": \"\", \"alternate_greetings\": [], \"group_only_greetings\": [], \"tags\": [], "
    "\"creator\": \"\", \"character_version\": \"\", \"extensions\": {}}}";

/* --- What changed ------------------------------------------------------------------------------------ */

static guint
find_data (LueurJsonDoc *doc)
{
  guint data = lueur_json_doc_find (doc, 0, "data");

  return lueur_json_doc_get_type (doc, data) == LUEUR_JSON_OBJECT ? data : 0;
}

static gboolean
is_first (LueurJsonDoc *doc)
{
  return find_data (doc) == 0;
}

static LueurJsonDoc *
apply (LueurJsonEdit *edit)
{
  g_autoptr (GBytes) text = lueur_json_edit_apply (edit);
  LueurJsonDoc *doc = lueur_json_doc_new (text, NULL);

  /* What was JSON is JSON with these changes, unless they made it outgrow a cap. */
  return doc;
}

/* A card of the first version has no place for extensions: its members become the data of one of the second. */
static LueurJsonDoc *
wrap_first (LueurJsonDoc *doc)
{
  static const struct { const char *name, *raw; } required[] = {
    { "name", "\"\"" }, { "description", "\"\"" }, { "personality", "\"\"" }, { "scenario", "\"\"" }, { "first_mes", "\"\"" },
    { "mes_example", "\"\"" }, { "creator_notes", "\"\"" }, { "system_prompt", "\"\"" },
    { "post_history_instructions", "\"\"" }, { "alternate_greetings", "[]" }, { "tags", "[]" }, { "creator", "\"\"" },
    { "character_version", "\"\"" }, { "extensions", "{}" },
  };
  g_autoptr (GString) text = g_string_new ("{\"spec\": \"chara_card_v2\", \"spec_version\": \"2.0\", \"data\": ");
  g_autoptr (LueurJsonDoc) wrapped = NULL;
  g_autoptr (LueurJsonEdit) edit = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *raw = lueur_json_doc_get_raw (doc, 0, &length);
  guint data;

  g_string_append_len (text, raw, (gssize) length);
  g_string_append_c (text, '}');
  bytes = g_bytes_new (text->str, text->len);
  wrapped = lueur_json_doc_new (bytes, NULL);
  if (wrapped == NULL)
    return NULL;
  edit = lueur_json_edit_new (wrapped);
  data = lueur_json_doc_find (wrapped, 0, "data");
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (lueur_json_doc_find (wrapped, data, required[i].name) == LUEUR_JSON_NOWHERE)
      lueur_json_edit_set (edit, data, required[i].name, required[i].raw);
  return apply (edit);
}

static void
set_extension (LueurJsonDoc *doc, LueurJsonEdit *edit, guint data, const char *raw)
{
  guint extensions = lueur_json_doc_find (doc, data, "extensions");
  g_autofree char *object = NULL;

  if (lueur_json_doc_get_type (doc, extensions) == LUEUR_JSON_OBJECT)
    {
      lueur_json_edit_set (edit, extensions, LUEUR_CARD_EXTENSION, raw);
      return;
    }
  object = g_strdup_printf ("{\"%s\": %s}", LUEUR_CARD_EXTENSION, raw);
  lueur_json_edit_set (edit, data, "extensions", object);
}

/* (transfer full) (nullable) */
static LueurJsonDoc *
write_changes (LueurJsonDoc *doc, LueurPersona *persona, LueurPersona *was, const LueurCard *card)
{
  g_autoptr (LueurJsonDoc) target = is_first (doc) ? wrap_first (doc) : lueur_json_doc_ref (doc);
  g_autoptr (LueurJsonEdit) edit = NULL;
  g_autofree char *extension = lueur_card_write_extension (persona, was, card);
  const char *const *members = lueur_card_get_members ();
  guint data;

  if (target == NULL)
    return NULL;
  data = find_data (target);
  edit = lueur_json_edit_new (target);
  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *raw = lueur_card_write_member (persona, was, members[i]);
      guint copy = lueur_json_doc_find (target, 0, members[i]);

      if (raw == NULL || (strcmp (members[i], "nickname") == 0 && strcmp (raw, "\"\"") == 0 &&
                          lueur_json_doc_find (target, data, "nickname") == LUEUR_JSON_NOWHERE))
        continue;
      lueur_json_edit_set (edit, data, members[i], raw);
      /* Some programs keep members of the first version beside the data, and read those. */
      if (lueur_json_doc_get_type (target, copy) == LUEUR_JSON_STRING)
        lueur_json_edit_replace (edit, copy, raw);
    }
  set_extension (target, edit, data, extension);
  return apply (edit);
}

/* --- Versions ---------------------------------------------------------------------------------------- */

static gboolean
says (LueurJsonDoc *doc, const char *name, const char *text)
{
  g_autofree char *value = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, name));

  return g_strcmp0 (value, text) == 0;
}

static LueurJsonDoc *
to_second (LueurJsonDoc *doc)
{
  g_autoptr (LueurJsonEdit) edit = NULL;

  if (is_first (doc))
    return wrap_first (doc);
  if (says (doc, "spec", "chara_card_v2"))
    return lueur_json_doc_ref (doc);
  edit = lueur_json_edit_new (doc);
  lueur_json_edit_set (edit, 0, "spec", "\"chara_card_v2\"");
  lueur_json_edit_set (edit, 0, "spec_version", "\"2.0\"");
  return apply (edit);
}

static LueurJsonDoc *
to_third (LueurJsonDoc *doc)
{
  g_autoptr (LueurJsonDoc) second = is_first (doc) ? wrap_first (doc) : lueur_json_doc_ref (doc);
  g_autoptr (LueurJsonEdit) edit = NULL;
  guint data;

  if (second == NULL)
    return NULL;
  if (!says (second, "spec", "chara_card_v2") && lueur_json_doc_find (second, 0, "spec") != LUEUR_JSON_NOWHERE)
    return g_steal_pointer (&second);
  edit = lueur_json_edit_new (second);
  data = find_data (second);
  lueur_json_edit_set (edit, 0, "spec", "\"chara_card_v3\"");
  lueur_json_edit_set (edit, 0, "spec_version", "\"3.0\"");
  if (lueur_json_doc_find (second, data, "group_only_greetings") == LUEUR_JSON_NOWHERE)
    lueur_json_edit_set (edit, data, "group_only_greetings", "[]");
  return apply (edit);
}

/* --- Pictures in other places ------------------------------------------------------------------------ */

typedef struct
{
  const LueurCard *card; /* (nullable) */
  LueurCardContainer container;
  GHashTable *files; /* what an archive is made of, or a picture carries: path to bytes */
  gsize total;
} Move;

static const char *
media_type (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (lueur_png_is (bytes))
    return "image/png";
  if (size > 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return "image/webp";
  if (size > 3 && data[0] == 0xff && data[1] == 0xd8)
    return "image/jpeg";
  return "application/octet-stream";
}

/* Where the asset is in the new container, as a URI; NULL when it stays as it is. */
static char *
move_asset (Move *move, const LueurCardAsset *asset, guint number)
{
  g_autofree char *path = NULL;
  const char *was = lueur_card_uri_path (asset->uri);
  const char *ext = media_type (asset->bytes);

  ext = strcmp (ext, "image/png") == 0 ? "png" : strcmp (ext, "image/webp") == 0 ? "webp" : strcmp (ext, "image/jpeg") == 0
    ? "jpg" : "bin";
  if (g_ascii_strncasecmp (asset->uri, "ccdefault:", 10) == 0)
    {
      if (move->container != LUEUR_CARD_CHARX)
        return NULL;
      g_hash_table_replace (move->files, g_strdup (ICON_PATH), lueur_card_dup_picture (move->card));
      return g_strdup ("embeded://" ICON_PATH);
    }
  if (was == NULL)
    return NULL;
  move->total += g_bytes_get_size (asset->bytes);
  switch (move->container)
    {
    case LUEUR_CARD_JSON:
      {
        g_autofree char *data = g_base64_encode (g_bytes_get_data (asset->bytes, NULL), g_bytes_get_size (asset->bytes));

        return move->total > MAX_INLINE ? NULL : g_strdup_printf ("data:%s;base64,%s", media_type (asset->bytes), data);
      }
    case LUEUR_CARD_PNG:
      path = g_strdup_printf ("%u", number);
      g_hash_table_replace (move->files, g_strdup (path), g_bytes_ref (asset->bytes));
      return g_strconcat ("__asset:", path, NULL);
    case LUEUR_CARD_CHARX:
    default:
      path = g_strdup_printf ("assets/other/images/%u.%s", number, ext);
      g_hash_table_replace (move->files, g_strdup (path), g_bytes_ref (asset->bytes));
      return g_strconcat ("embeded://", path, NULL);
    }
}

static LueurJsonDoc *
move_assets (Move *move, LueurJsonDoc *doc, GError **error)
{
  g_autoptr (LueurJsonEdit) edit = lueur_json_edit_new (doc);
  guint list = lueur_json_doc_find (doc, find_data (doc), "assets");
  guint n = 0;

  if (lueur_json_doc_get_type (doc, list) != LUEUR_JSON_ARRAY || move->card == NULL)
    return lueur_json_doc_ref (doc);
  for (guint at = lueur_json_doc_get_first (doc, list); at != LUEUR_JSON_NOWHERE && n < move->card->assets->len;
       at = lueur_json_doc_get_next (doc, list, at))
    {
      guint uri = lueur_json_doc_find (doc, at, "uri");
      const LueurCardAsset *asset = move->card->assets->pdata[n];
      g_autofree char *now = NULL;
      g_autoptr (GString) raw = g_string_new (NULL);

      if (lueur_json_doc_get_type (doc, uri) != LUEUR_JSON_STRING)
        continue;
      now = asset->bytes != NULL ? move_asset (move, asset, n) : NULL;
      n++;
      if (now == NULL)
        continue;
      lueur_json_write_string (raw, now);
      lueur_json_edit_replace (edit, uri, raw->str);
    }
  if (move->container == LUEUR_CARD_JSON && move->total > MAX_INLINE)
    {
      g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_TOO_LARGE,
                           "The card’s pictures are too large for JSON; an archive (.charx) holds them.");
      return NULL;
    }
  return apply (edit);
}

/* --- Containers -------------------------------------------------------------------------------------- */

static gboolean
is_card_text (const char *keyword, gpointer data)
{
  return lueur_card_keyword_version (keyword) > 0;
}

static GBytes *
too_large (GError **error)
{
  g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_TOO_LARGE, "The card holds more than is allowed.");
  return NULL;
}

/* The picture, without any card in it. */
static GBytes *
strip (GBytes *picture)
{
  g_autoptr (LueurPng) png = lueur_png_read (picture, NULL);

  return png != NULL ? lueur_png_write (png, is_card_text, NULL, NULL, NULL, 0) : g_bytes_ref (picture);
}

static GBytes *
choose_picture (const LueurCard *card, GBytes *picture)
{
  g_autoptr (GBytes) own = picture == NULL && card != NULL ? lueur_card_dup_picture (card) : NULL;

  if (picture != NULL)
    return g_bytes_ref (picture);
  return own != NULL && lueur_png_is (own) ? g_steal_pointer (&own) : lueur_png_make_plain (PLAIN_WIDTH, PLAIN_HEIGHT);
}

static GHashTable *
make_files (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GBytes *
write_picture (const LueurCard *card, LueurJsonDoc *doc, LueurJsonDoc *older, GBytes *picture, GError **error)
{
  gboolean same = card != NULL && card->container == LUEUR_CARD_PNG && picture == NULL;
  g_autoptr (GBytes) base = choose_picture (card, picture);
  g_autoptr (LueurPng) png = NULL;
  g_autoptr (GHashTable) files = make_files ();
  g_autoptr (LueurJsonDoc) moved = NULL;
  g_autoptr (LueurJsonDoc) second = NULL;
  g_autoptr (LueurJsonDoc) third = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) keywords = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Move move = { card, LUEUR_CARD_PNG, files, 0 };

  png = lueur_png_read (same ? card->file : base, error);
  if (png == NULL)
    {
      if (error != NULL && *error != NULL)
        (*error)->code = LUEUR_CARD_ERROR_DAMAGED;
      return NULL;
    }
  /* What a picture carries stays with it; what comes from elsewhere is added. */
  moved = same ? lueur_json_doc_ref (doc) : move_assets (&move, doc, error);
  if (moved == NULL)
    return error != NULL && *error != NULL ? NULL : too_large (error);
  third = to_third (moved);
  second = to_second (older != NULL && same ? older : moved);
  if (second == NULL || third == NULL)
    return too_large (error);
  names = g_hash_table_get_keys_as_ptr_array (files);
  g_ptr_array_sort (names, compare_words);
  for (guint i = 0; i < names->len; i++)
    {
      g_ptr_array_add (keywords, g_strconcat ("chara-ext-asset_:", names->pdata[i], NULL));
      g_ptr_array_add (texts, g_bytes_ref (g_hash_table_lookup (files, names->pdata[i])));
    }
  g_ptr_array_add (keywords, g_strdup ("chara"));
  g_ptr_array_add (texts, g_bytes_ref (lueur_json_doc_get_text (second)));
  g_ptr_array_add (keywords, g_strdup ("ccv3"));
  g_ptr_array_add (texts, g_bytes_ref (lueur_json_doc_get_text (third)));
  return lueur_png_write (png, is_card_text, NULL, (const char *const *) keywords->pdata, (GBytes *const *) texts->pdata,
                          texts->len);
}

/* Where a card names no icon, the picture it comes in is it. */
static LueurJsonDoc *
add_icon (LueurJsonDoc *doc, GHashTable *files, GBytes *picture)
{
  g_autoptr (LueurJsonEdit) edit = lueur_json_edit_new (doc);
  guint data = find_data (doc);
  guint list = lueur_json_doc_find (doc, data, "assets");

  for (guint at = lueur_json_doc_get_first (doc, list); at != LUEUR_JSON_NOWHERE; at = lueur_json_doc_get_next (doc, list, at))
    {
      g_autofree char *type = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, at, "type"));

      if (g_strcmp0 (type, "icon") == 0)
        return lueur_json_doc_ref (doc);
    }
  g_hash_table_replace (files, g_strdup (ICON_PATH), strip (picture));
  if (lueur_json_doc_get_type (doc, list) == LUEUR_JSON_ARRAY)
    lueur_json_edit_append (edit, list, ICON);
  else
    lueur_json_edit_set (edit, data, "assets", "[" ICON "]");
  return apply (edit);
}

static GBytes *
write_archive (const LueurCard *card, LueurJsonDoc *doc, GBytes *picture, GError **error)
{
  gboolean same = card != NULL && card->container == LUEUR_CARD_CHARX;
  g_autoptr (GHashTable) files = make_files ();
  g_autoptr (GBytes) shown = choose_picture (card, picture);
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (LueurJsonDoc) third = to_third (doc);
  g_autoptr (LueurJsonDoc) moved = NULL;
  Move move = { card, LUEUR_CARD_CHARX, files, 0 };
  GByteArray *out;

  if (third == NULL)
    return too_large (error);
  if (same)
    {
      GHashTableIter iter;
      gpointer name, bytes;

      g_hash_table_iter_init (&iter, card->files);
      while (g_hash_table_iter_next (&iter, &name, &bytes))
        g_hash_table_replace (files, g_strdup (name), g_bytes_ref (bytes));
      moved = lueur_json_doc_ref (third);
    }
  else
    {
      g_autoptr (LueurJsonDoc) with = move_assets (&move, third, error);

      moved = with != NULL ? add_icon (with, files, shown) : NULL;
    }
  if (moved == NULL)
    return error != NULL && *error != NULL ? NULL : too_large (error);
  if (!same && g_hash_table_contains (files, ICON_PATH))
    g_hash_table_replace (files, g_strdup (ICON_PATH), strip (shown));
  g_hash_table_replace (files, g_strdup ("card.json"), g_bytes_ref (lueur_json_doc_get_text (moved)));
  zip = lueur_zip_write (files, "card.json", NULL);
  if (zip == NULL)
    return too_large (error);
  if (!same || card->prefix == 0)
    return g_steal_pointer (&zip);
  out = g_byte_array_new ();
  g_byte_array_append (out, g_bytes_get_data (card->file, NULL), (guint) card->prefix);
  g_byte_array_append (out, g_bytes_get_data (zip, NULL), (guint) g_bytes_get_size (zip));
  return g_byte_array_free_to_bytes (out);
}

static GBytes *
write_json (const LueurCard *card, LueurJsonDoc *doc, GError **error)
{
  gboolean same = card == NULL || card->container == LUEUR_CARD_JSON;
  Move move = { card, LUEUR_CARD_JSON, NULL, 0 };
  g_autoptr (LueurJsonDoc) moved = same ? lueur_json_doc_ref (doc) : move_assets (&move, doc, error);

  if (moved == NULL)
    return error != NULL && *error != NULL ? NULL : too_large (error);
  return g_bytes_ref (lueur_json_doc_get_text (moved));
}

/* --- Public ------------------------------------------------------------------------------------------ */

/**
 * lueur_card_write:
 *
 * See the header. A lorebook can only be written as JSON.
 */
GBytes *
lueur_card_write (const LueurCard *card, LueurPersona *persona, LueurCardContainer container, GBytes *picture,
                  GError **error)
{
  g_autoptr (LueurPersona) was = NULL;
  g_autoptr (LueurJsonDoc) doc = NULL;
  g_autoptr (LueurJsonDoc) older = NULL;
  gboolean changed;

  g_return_val_if_fail (card != NULL || persona != NULL, NULL);

  if (card != NULL)
    was = lueur_card_make_persona (card, persona != NULL && lueur_persona_is_romantic (persona));
  changed = persona != NULL && (was == NULL || !lueur_card_persona_is_same (persona, was));
  if (card != NULL && !changed && container == card->container && picture == NULL)
    return g_bytes_ref (card->file);
  if (card != NULL && card->spec == LUEUR_CARD_BOOK && container != LUEUR_CARD_JSON)
    {
      g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_NOT_A_CARD,
                           "A lorebook can only be written as JSON.");
      return NULL;
    }
  if (card != NULL)
    doc = lueur_json_doc_ref (card->doc);
  else
    {
      g_autoptr (GBytes) text = g_bytes_new_static (template, strlen (template));

      doc = lueur_json_doc_new (text, NULL);
    }
  older = card != NULL && card->older != NULL ? lueur_json_doc_ref (card->older) : NULL;
  if (changed)
    {
      g_autoptr (LueurJsonDoc) next = write_changes (doc, persona, was, card);
      g_autoptr (LueurJsonDoc) next_older = older != NULL ? write_changes (older, persona, was, card) : NULL;

      if (next == NULL)
        return too_large (error);
      lueur_json_doc_unref (doc);
      doc = g_steal_pointer (&next);
      g_clear_pointer (&older, lueur_json_doc_unref);
      older = g_steal_pointer (&next_older);
    }
  switch (container)
    {
    case LUEUR_CARD_JSON:
      return write_json (card, doc, error);
    case LUEUR_CARD_PNG:
      return write_picture (card, doc, older, picture, error);
    case LUEUR_CARD_CHARX:
      return write_archive (card, doc, picture, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *const endings[] = { [LUEUR_CARD_JSON] = ".json", [LUEUR_CARD_PNG] = ".png", [LUEUR_CARD_CHARX] = ".charx" };

gboolean
lueur_card_container_from_name (const char *name, LueurCardContainer *container)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *container = i;
        return TRUE;
      }
  return FALSE;
}

const char *
lueur_card_container_get_ending (LueurCardContainer container)
{
  return endings[container];
}

/* "Joy", "joy_2.png", "joy-1": what feeling a picture shows. */
static gboolean
find_feeling (const char *name, LueurEmotion *feeling)
{
  return lueur_emotion_from_name (name, (gssize) strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
                                  feeling);
}

GBytes *
lueur_card_make_sprites (const LueurCard *card)
{
  g_autoptr (GHashTable) files = make_files ();
  g_autoptr (GBytes) icon = lueur_card_dup_picture (card);
  gboolean has_neutral = FALSE;

  for (guint i = 0; i < card->assets->len; i++)
    {
      const LueurCardAsset *asset = card->assets->pdata[i];
      const char *type = asset->bytes != NULL ? media_type (asset->bytes) : "";
      g_autofree char *lower = g_ascii_strdown (asset->name, -1);
      LueurEmotion feeling;

      if (strcmp (asset->type, "emotion") != 0 || !g_str_has_prefix (type, "image/") || !find_feeling (lower, &feeling))
        continue;
      has_neutral = has_neutral || feeling == LUEUR_EMOTION_NEUTRAL;
      g_hash_table_replace (files, g_strdup_printf ("%s-%u.%s", lueur_emotion_get_name (feeling), i, type + strlen ("image/")),
                            g_bytes_ref (asset->bytes));
    }
  if (g_hash_table_size (files) == 0)
    return NULL;
  if (!has_neutral && icon != NULL && g_str_has_prefix (media_type (icon), "image/"))
    g_hash_table_replace (files, g_strdup_printf ("neutral.%s", media_type (icon) + strlen ("image/")), strip (icon));
  return lueur_zip_write (files, NULL, NULL);
}
