/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/persona-fill.h"

void
lueur_persona_fill (LueurPersona *persona, LueurPersonaField field, const char *mark)
{
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);
  gint64 was;

  switch (info->kind)
    {
    case LUEUR_FIELD_LINE:
    case LUEUR_FIELD_TEXT:
      g_object_set (persona, info->name, mark, NULL);
      break;
    case LUEUR_FIELD_LANGUAGE:
      g_object_set (persona, info->name, g_strcmp0 (lueur_persona_get_language (persona), "fr") == 0 ? "en" : "fr", NULL);
      break;
    case LUEUR_FIELD_LOOK:
      g_object_set (persona, info->name, "{\"rig\":\"ambre\"}", NULL);
      break;
    case LUEUR_FIELD_WORDS:
    case LUEUR_FIELD_TEXTS:
      {
        g_autofree char *second = g_strconcat (mark, " 2", NULL);

        g_object_set (persona, info->name, (const char *[]) { mark, second, NULL }, NULL);
        break;
      }
    case LUEUR_FIELD_ENUM:
      was = lueur_persona_get_number (persona, field);
      g_object_set (persona, info->name, was == 1 ? 0 : 1, NULL);
      break;
    case LUEUR_FIELD_BOOLEAN:
      g_object_set (persona, info->name, !lueur_persona_get_number (persona, field), NULL);
      break;
    case LUEUR_FIELD_NUMBER:
      was = lueur_persona_get_number (persona, field);
      g_object_set (persona, info->name, (guint) (was + 25), NULL);
      break;
    case LUEUR_FIELD_DATE:
      g_object_set (persona, info->name, G_GINT64_CONSTANT (1700000000000000), NULL);
      break;
    case LUEUR_FIELD_TRAITS:
      for (guint i = 0; i < LUEUR_N_TRAITS; i++)
        lueur_persona_set_trait (persona, i, i % 2 == 0 ? 0.7 : -0.3);
      break;
    default:
      g_assert_not_reached ();
    }
}
