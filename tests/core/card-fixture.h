/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Cards and files made for tests. */

#include <string.h>

#include "core/exchange/card.h"
#include "core/exchange/png.h"

/* Everything that a tree of JSON loses: spelling of numbers, integers beyond 64 bits, \u0000, members named
 * twice, odd white space, members and extensions of others. */
#define CARD_V1 \
  "{ \"name\": \"Nora\",\n\t\"description\":\"A \\u0000 keeper of {{char}}\\u2019s lamp\", \"personality\" : \"calm\",\n" \
  "\"scenario\":\"A lighthouse\", \"first_mes\":\"*waves* Hello, {{user}}.\", \"mes_example\":\"<START>\\n{{user}}: Hi\\n" \
  "{{char}}: Hello\", \"fav\":true, \"create_date\":1.50e+3, \"odd\": 123456789012345678901234567890 }\n"

#define CARD_V2_DATA \
  "{\"name\":\"Nora\",\"description\":\"Keeper of the lamp\",\"personality\":\"calm\",\"scenario\":\"A lighthouse\"," \
  "\"first_mes\":\"Hello, {{user}}.\",\"mes_example\":\"<START>\\n{{user}}: Hi\\n{{char}}: Hello\",\n  \"creator_notes\":" \
  "\"Not for models\",\"system_prompt\":\"Be brief. {{original}}\",\"post_history_instructions\":\"Stay calm.\"," \
  "\"alternate_greetings\":[\"Good evening.\", \"You again?\"],\"tags\":[\"sea\",\"calm\"],\"creator\":\"someone\"," \
  "\"character_version\":\"1.00\",\"dup\":1,\"dup\":2.0,\"extensions\":{\"depth_prompt\":{\"depth\":4e0,\"prompt\":\"\\ud83d\"}," \
  "\"world\":\"x\"},\"character_book\":{\"name\":\"Lamps\",\"scan_depth\":4,\"token_budget\":500,\"recursive_scanning\":true," \
  "\"extensions\":{},\"entries\":[{\"keys\":[\"lamp\"],\"content\":\"The lamp burns oil.\",\"extensions\":{\"k\":1.10}," \
  "\"enabled\":true,\"insertion_order\":10,\"id\":99999999999999999999}]}}"

#define CARD_V2 "{\"spec\":\"chara_card_v2\",\"spec_version\":\"2.0\",\n\"data\":" CARD_V2_DATA "}"

#define CARD_V3 \
  "{\"spec\":\"chara_card_v3\",\"spec_version\":\"3.0\",\"data\":{\"name\":\"Nora\",\"nickname\":\"No\",\"description\":" \
  "\"Keeper of the lamp\",\"personality\":\"calm\",\"scenario\":\"\",\"first_mes\":\"Hello.\",\"mes_example\":\"\"," \
  "\"creator_notes\":\"\",\"creator_notes_multilingual\":{\"fr\":\"Notes en français\"},\"system_prompt\":\"\"," \
  "\"post_history_instructions\":\"\",\"alternate_greetings\":[],\"group_only_greetings\":[\"Hi all\"],\"tags\":[]," \
  "\"creator\":\"\",\"character_version\":\"\",\"creation_date\":1700000000,\"assets\":[{\"type\":\"icon\",\"uri\":" \
  "\"ccdefault:\",\"name\":\"main\",\"ext\":\"png\"},{\"type\":\"emotion\",\"uri\":\"embeded://assets/emotion/joy.png\"," \
  "\"name\":\"joy\",\"ext\":\"png\"},{\"type\":\"background\",\"uri\":\"https://example.org/sea.png\",\"name\":\"sea\"," \
  "\"ext\":\"png\"}],\"extensions\":{}}}"

static inline GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static inline LueurCard *
card_of (const char *text)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  LueurCard *card = lueur_card_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return card;
}

/* A picture with text chunks: keyword, text, …, NULL. */
G_GNUC_NULL_TERMINATED static inline GBytes *
picture_of (const char *keyword, ...)
{
  g_autoptr (GBytes) plain = lueur_png_make_plain (4, 4);
  g_autoptr (LueurPng) png = lueur_png_read (plain, NULL);
  const char *keywords[8];
  GBytes *texts[8];
  GBytes *out;
  guint n = 0;
  va_list args;

  va_start (args, keyword);
  for (; keyword != NULL; keyword = va_arg (args, const char *))
    {
      keywords[n] = keyword;
      texts[n++] = bytes_of (va_arg (args, const char *));
    }
  va_end (args);
  out = lueur_png_write (png, NULL, NULL, keywords, texts, n);
  for (guint i = 0; i < n; i++)
    g_bytes_unref (texts[i]);
  return out;
}
