/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool card: looks at a character card, or writes it in another form. */

#include "tool/cmd-card.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "core/exchange/card-persona.h"
#include "core/exchange/card-reading.h"
#include "core/exchange/card-write.h"
#include "core/lore/book.h"

static const char *const containers[] = { "json", "png", "charx" };
static const char *const specs[] = { "v1", "v2", "v3", "lorebook" };

static LueurCard *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  LueurCard *card = lueur_card_load (file, NULL, &error);

  if (card == NULL)
    fprintf (stderr, "lueur-tool: %s\n", error->message);
  return card;
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_texts (JsonBuilder *builder, const char *name, char **texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; *texts != NULL; texts++)
    json_builder_add_string_value (builder, *texts);
  json_builder_end_array (builder);
}

static void
add_assets (JsonBuilder *builder, const LueurCard *card)
{
  GPtrArray *assets = lueur_card_get_assets (card);

  json_builder_set_member_name (builder, "assets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < assets->len; i++)
    {
      const LueurCardAsset *asset = assets->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "type", asset->type);
      add_text (builder, "name", asset->name);
      add_text (builder, "uri", asset->uri);
      if (asset->bytes != NULL)
        add_number (builder, "bytes", (gint64) g_bytes_get_size (asset->bytes));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_keys (JsonBuilder *builder, const char *name, GArray *keys)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < keys->len; i++)
    json_builder_add_string_value (builder, g_array_index (keys, LueurBookKey, i).text);
  json_builder_end_array (builder);
}

static void
add_book (JsonBuilder *builder, const LueurCard *card)
{
  static const char *const positions[] = { "before", "after", "depth" };
  g_autoptr (LueurBook) book = lueur_book_new_from_card (card);

  if (book == NULL)
    return;
  json_builder_set_member_name (builder, "book");
  json_builder_begin_object (builder);
  add_text (builder, "name", book->name);
  add_number (builder, "scan_depth", book->scan_depth);
  json_builder_set_member_name (builder, "recursive");
  json_builder_add_boolean_value (builder, book->recursive);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < book->entries->len; i++)
    {
      const LueurBookEntry *entry = book->entries->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "name", entry->name);
      add_keys (builder, "keys", entry->keys);
      add_keys (builder, "secondary", entry->secondary);
      add_text (builder, "position", positions[entry->position]);
      add_number (builder, "order", entry->order);
      if (entry->position == LUEUR_BOOK_DEPTH)
        add_number (builder, "depth", entry->depth);
      json_builder_set_member_name (builder, "constant");
      json_builder_add_boolean_value (builder, entry->constant);
      json_builder_set_member_name (builder, "enabled");
      json_builder_add_boolean_value (builder, entry->enabled);
      add_text (builder, "content", entry->content);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_reading (JsonBuilder *builder, const LueurCard *card)
{
  g_autoptr (LueurCardReading) reading = lueur_card_read (card);
  const struct { const char *name; guint number; } counts[] = {
    { "greetings", reading->n_greetings }, { "examples", reading->n_examples }, { "entries", reading->n_entries },
    { "constant", reading->n_constant }, { "regexes", reading->n_regexes }, { "broken_regexes", reading->n_broken },
    { "unheeded_decorators", reading->n_unheeded },
    { "pictures", reading->n_pictures }, { "feelings", reading->n_feelings }, { "foreign_extensions", reading->n_foreign },
    { "tokens", reading->tokens },
  };

  json_builder_set_member_name (builder, "contains");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    add_number (builder, counts[i].name, counts[i].number);
  json_builder_set_member_name (builder, "partial");
  json_builder_add_boolean_value (builder, reading->partial);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "asks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reading->asks->len; i++)
    {
      const LueurCardAsk *ask = reading->asks->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "where", ask->where);
      if (ask->entry != NULL)
        add_text (builder, "entry", ask->entry);
      add_text (builder, "text", ask->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reading->findings->len; i++)
    {
      const LueurCardFinding *finding = reading->findings->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "concern", lueur_concern_get_name (finding->concern));
      add_text (builder, "where", finding->where);
      if (finding->entry != NULL)
        add_text (builder, "entry", finding->entry);
      add_text (builder, "quote", finding->quote);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_companion (JsonBuilder *builder, const LueurCard *card)
{
  g_autoptr (LueurPersona) persona = lueur_card_make_persona (card, FALSE);
  g_autofree char *json = persona != NULL ? lueur_persona_to_json (persona) : NULL;
  JsonNode *node = json != NULL ? json_from_string (json, NULL) : NULL;

  if (node == NULL)
    return;
  json_builder_set_member_name (builder, "companion");
  json_builder_add_value (builder, node);
}

static void
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);

  printf ("%s\n", text);
}

static int
show (const char *path)
{
  g_autoptr (LueurCard) card = load (path);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_auto (GStrv) greetings = NULL;
  g_auto (GStrv) tags = NULL;

  if (card == NULL)
    return 1;
  greetings = lueur_card_dup_greetings (card);
  tags = lueur_card_dup_tags (card);
  json_builder_begin_object (builder);
  add_text (builder, "container", containers[lueur_card_get_container (card)]);
  add_text (builder, "spec", specs[lueur_card_get_spec (card)]);
  add_text (builder, "spec_version", lueur_card_get_spec_version (card));
  json_builder_set_member_name (builder, "newer");
  json_builder_add_boolean_value (builder, lueur_card_is_newer (card));
  for (LueurCardField field = 0; field < LUEUR_N_CARD_FIELDS; field++)
    {
      g_autofree char *text = lueur_card_dup_field (card, field);

      add_text (builder, lueur_card_field_get_name (field), text);
    }
  add_texts (builder, "alternate_greetings", greetings);
  add_texts (builder, "tags", tags);
  add_assets (builder, card);
  add_book (builder, card);
  add_companion (builder, card);
  add_reading (builder, card);
  json_builder_end_object (builder);
  print (builder);
  return 0;
}

static int
convert (const char *path, const char *out)
{
  g_autoptr (LueurCard) card = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  LueurCardContainer container;

  if (!lueur_card_container_from_name (out, &container))
    {
      fprintf (stderr, "lueur-tool: the name of a card ends in .png, .json or .charx\n");
      return 2;
    }
  card = load (path);
  if (card == NULL)
    return 1;
  bytes = lueur_card_write (card, NULL, container, NULL, &error);
  if (bytes == NULL || !g_file_set_contents (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    {
      fprintf (stderr, "lueur-tool: %s\n", error->message);
      return 1;
    }
  return 0;
}

/**
 * lueur_cmd_card:
 *
 * Returns: 0, 1 for a file that is no card or cannot be written, 2 when it was not asked rightly
 */
int
lueur_cmd_card (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "show") == 0)
    return show (argv[2]);
  if (argc == 4 && strcmp (argv[1], "convert") == 0)
    return convert (argv[2], argv[3]);
  fprintf (stderr, "lueur-tool: card show FILE, or card convert FILE OUT\n");
  return 2;
}
