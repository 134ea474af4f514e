/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "core/exchange/card-persona.h"
#include "core/exchange/card-reading.h"
#include "core/exchange/card-write.h"

/* What must hold of any file: it is refused in one sentence, or it is a card that can be read, written and read again. */
static inline void
check_card (GBytes *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurCard) card = lueur_card_new_from_bytes (file, &error);
  g_autoptr (LueurCardReading) reading = NULL;
  g_autoptr (LueurPersona) persona = NULL;
  g_autofree char *name = NULL;

  g_assert_true ((card == NULL) == (error != NULL));
  if (card == NULL)
    {
      g_assert_true (error->domain == LUEUR_CARD_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_str_has_suffix (error->message, ".") && strchr (error->message, '\n') == NULL);
      g_assert_cmpuint (strlen (error->message), <, 200);
      return;
    }
  name = lueur_card_dup_field (card, LUEUR_CARD_NAME);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  reading = lueur_card_read (card);
  for (guint i = 0; i < reading->findings->len; i++)
    g_assert_true (g_utf8_validate (((LueurCardFinding *) reading->findings->pdata[i])->quote, -1, NULL));
  persona = lueur_card_make_persona (card, FALSE);
  g_assert_true ((persona == NULL) == (lueur_card_get_spec (card) == LUEUR_CARD_BOOK));
  if (persona == NULL)
    return;
  g_assert_false (lueur_persona_is_romantic (persona));
  for (LueurCardContainer container = LUEUR_CARD_JSON; container <= LUEUR_CARD_CHARX; container++)
    {
      g_autoptr (GBytes) same = lueur_card_write (card, NULL, container, NULL, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (LueurCard) again = NULL;
      g_autoptr (LueurPersona) back = NULL;

      if (container == lueur_card_get_container (card))
        g_assert_true (same != NULL && g_bytes_equal (same, file));
      g_object_set (persona, "scenario", "Elsewhere", NULL);
      bytes = lueur_card_write (card, persona, container, NULL, NULL);
      if (bytes == NULL)
        continue;
      again = lueur_card_new_from_bytes (bytes, &error);
      g_assert_no_error (error);
      back = lueur_card_make_persona (again, FALSE);
      g_assert_cmpstr (lueur_persona_get_text (back, LUEUR_PERSONA_SCENARIO), ==, "Elsewhere");
      g_assert_cmpstr (lueur_persona_get_name (back), ==, lueur_persona_get_name (persona));
    }
}
