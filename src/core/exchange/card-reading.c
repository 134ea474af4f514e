/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card looked through for the person who is about to let it in: what it contains, what it tells the model to
 * do, and what in it no companion should. */

#include "core/exchange/card-reading.h"

#include <string.h>

#include "core/chat/tokens.h"
#include "core/emotion/label.h"
#include "core/exchange/card-persona.h"
#include "core/lore/book.h"
#include "core/model/text.h"

#define MAX_FINDINGS 100
#define MAX_ASKS 100
/* Of all texts of a card together: patterns go through some megabytes a second. */
#define MAX_LOOKED_AT (1024 * 1024)
#define ASK_MAX_BYTES (32 * 1024)

static void
free_ask (gpointer data)
{
  LueurCardAsk *ask = data;

  g_free (ask->where);
  g_free (ask->entry);
  g_free (ask->text);
  g_free (ask);
}

static void
look_through (LueurCardReading *self, const char *where, const char *entry, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *head = lueur_text_cap_bytes (text, (gssize) length, MAX_LOOKED_AT - self->looked_at);
  g_autoptr (GPtrArray) found = lueur_concern_find (head);

  self->partial = self->partial || strlen (head) < length;
  self->looked_at += strlen (head);
  while (found->len > 0 && self->findings->len < MAX_FINDINGS)
    {
      LueurCardFinding *finding = g_ptr_array_steal_index (found, 0);

      g_set_str (&finding->where, where);
      g_set_str (&finding->entry, entry);
      g_ptr_array_add (self->findings, finding);
    }
}

static void
add_ask (LueurCardReading *self, const char *where, const char *entry, const char *text)
{
  LueurCardAsk *ask;
  g_autofree char *capped = lueur_text_cap_bytes (text, -1, ASK_MAX_BYTES);

  if (*g_strstrip (capped) == '\0' || self->asks->len >= MAX_ASKS)
    return;
  ask = g_new0 (LueurCardAsk, 1);
  ask->where = g_strdup (where);
  ask->entry = g_strdup (entry);
  ask->text = g_steal_pointer (&capped);
  g_ptr_array_add (self->asks, ask);
}

static void
read_fields (LueurCardReading *self, const LueurCard *card)
{
  static const LueurCardField told[] = { LUEUR_CARD_DESCRIPTION, LUEUR_CARD_PERSONALITY, LUEUR_CARD_SCENARIO,
                                         LUEUR_CARD_SYSTEM_PROMPT, LUEUR_CARD_POST_HISTORY, LUEUR_CARD_EXAMPLES,
                                         LUEUR_CARD_FIRST_MESSAGE };
  g_auto (GStrv) greetings = lueur_card_dup_greetings (card);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *text = lueur_card_dup_field (card, told[i]);
      const char *name = lueur_card_field_get_name (told[i]);

      look_through (self, name, NULL, text);
      if (told[i] != LUEUR_CARD_EXAMPLES && told[i] != LUEUR_CARD_FIRST_MESSAGE)
        self->tokens += lueur_tokens_estimate (text);
      if (told[i] == LUEUR_CARD_SYSTEM_PROMPT || told[i] == LUEUR_CARD_POST_HISTORY)
        add_ask (self, name, NULL, text);
      if (told[i] == LUEUR_CARD_FIRST_MESSAGE && *text != '\0')
        self->n_greetings++;
    }
  for (guint i = 0; greetings[i] != NULL; i++)
    look_through (self, "alternate_greetings", NULL, greetings[i]);
  self->n_greetings += g_strv_length (greetings);
}

static void
read_persona (LueurCardReading *self, const LueurCard *card)
{
  g_autoptr (LueurPersona) persona = lueur_card_make_persona (card, FALSE);

  if (persona != NULL)
    self->n_examples = g_strv_length ((char **) lueur_persona_get_words (persona, LUEUR_PERSONA_EXAMPLES));
}

static void
count_keys (LueurCardReading *self, GArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const LueurBookKey *key = &g_array_index (keys, LueurBookKey, i);

      self->n_regexes += key->regex != NULL || key->broken;
      self->n_broken += key->broken;
    }
}

static void
read_book (LueurCardReading *self, const LueurCard *card)
{
  g_autoptr (LueurBook) book = lueur_book_new_from_card (card);

  if (book == NULL)
    return;
  for (guint i = 0; i < book->entries->len; i++)
    {
      const LueurBookEntry *entry = book->entries->pdata[i];
      gboolean is_prompt = strcmp (entry->name, "depth_prompt") == 0 && i + 1 == book->entries->len;
      const char *where = is_prompt ? "depth_prompt" : "character_book";
      const char *name = *entry->name != '\0' ? entry->name
                         : entry->keys->len > 0 ? g_array_index (entry->keys, LueurBookKey, 0).text
                                                : NULL;

      self->n_entries += !is_prompt;
      self->n_unheeded += entry->unheeded != NULL;
      count_keys (self, entry->keys);
      count_keys (self, entry->secondary);
      look_through (self, where, is_prompt ? NULL : name, entry->content);
      if (!entry->enabled || entry->never)
        continue;
      if (entry->constant)
        self->tokens += lueur_tokens_estimate (entry->content);
      self->n_constant += entry->constant && !is_prompt;
      /* What the system says in the midst of the conversation is an instruction. */
      if (entry->constant && entry->position == LUEUR_BOOK_DEPTH)
        add_ask (self, where, is_prompt ? NULL : name, entry->content);
    }
}

static void
read_assets (LueurCardReading *self, const LueurCard *card)
{
  GPtrArray *assets = lueur_card_get_assets (card);

  for (guint i = 0; i < assets->len; i++)
    {
      const LueurCardAsset *asset = assets->pdata[i];

      self->n_pictures += asset->bytes != NULL;
      if (asset->bytes == NULL && g_str_has_prefix (asset->uri, "http"))
        look_through (self, "assets", NULL, asset->uri);
      if (asset->bytes != NULL && strcmp (asset->type, "emotion") == 0 && lueur_emotion_from_name (asset->name, -1, NULL))
        self->n_feelings++;
    }
}

static void
count_foreign (LueurCardReading *self, const LueurCard *card)
{
  LueurJsonDoc *doc = lueur_card_get_doc (card);
  guint extensions = lueur_json_doc_find (doc, lueur_card_get_data (card), "extensions");

  self->n_foreign = lueur_json_doc_count (doc, extensions);
  if (lueur_json_doc_find (doc, extensions, LUEUR_CARD_EXTENSION) != LUEUR_JSON_NOWHERE)
    self->n_foreign--;
}

static int
compare_concerns (gconstpointer a, gconstpointer b)
{
  const LueurCardFinding *x = *(const LueurCardFinding *const *) a, *y = *(const LueurCardFinding *const *) b;

  return (int) x->concern - (int) y->concern;
}

/**
 * lueur_card_read:
 *
 * Returns: (transfer full): what is in @card
 */
LueurCardReading *
lueur_card_read (const LueurCard *card)
{
  LueurCardReading *self = g_new0 (LueurCardReading, 1);

  self->asks = g_ptr_array_new_with_free_func (free_ask);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_card_finding_free);
  if (lueur_card_get_spec (card) != LUEUR_CARD_BOOK)
    {
      read_fields (self, card);
      read_persona (self, card);
      count_foreign (self, card);
    }
  read_book (self, card);
  read_assets (self, card);
  /* Those of one concern stay in the order of the card. */
  g_ptr_array_sort (self->findings, compare_concerns);
  return self;
}

void
lueur_card_reading_free (LueurCardReading *self)
{
  g_ptr_array_unref (self->asks);
  g_ptr_array_unref (self->findings);
  g_free (self);
}
