/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields that are asked for most, by their names. */

#include "core/model/persona.h"

const char *
lueur_persona_get_name (LueurPersona *self)
{
  return lueur_persona_get_text (self, LUEUR_PERSONA_NAME);
}

/**
 * lueur_persona_get_called:
 *
 * Returns: (transfer none): what the companion is called in talk: the nickname where there is one
 */
const char *
lueur_persona_get_called (LueurPersona *self)
{
  const char *nickname = lueur_persona_get_text (self, LUEUR_PERSONA_NICKNAME);

  return *nickname != '\0' ? nickname : lueur_persona_get_name (self);
}

LueurRelation
lueur_persona_get_relation (LueurPersona *self)
{
  return lueur_persona_get_number (self, LUEUR_PERSONA_RELATION);
}

LueurGender
lueur_persona_get_gender (LueurPersona *self)
{
  return lueur_persona_get_number (self, LUEUR_PERSONA_GENDER);
}

LueurIntimacy
lueur_persona_get_intimacy (LueurPersona *self)
{
  return lueur_persona_get_number (self, LUEUR_PERSONA_INTIMACY);
}

/**
 * lueur_persona_is_romantic:
 *
 * Returns: whether it is a partner, or in a romance: for adults alone, on both sides
 */
gboolean
lueur_persona_is_romantic (LueurPersona *self)
{
  return lueur_persona_get_relation (self) == LUEUR_RELATION_PARTNER ||
         lueur_persona_get_intimacy (self) == LUEUR_INTIMACY_ROMANCE;
}

/**
 * lueur_persona_without_romance:
 *
 * Returns: (transfer full): the same companion as a friend, in friendly words, where it is in a romance; else a copy
 */
LueurPersona *
lueur_persona_without_romance (LueurPersona *self)
{
  LueurPersona *copy = lueur_persona_copy (self);

  if (lueur_persona_get_relation (self) == LUEUR_RELATION_PARTNER)
    g_object_set (copy, "relation", LUEUR_RELATION_FRIEND, NULL);
  if (lueur_persona_get_intimacy (self) == LUEUR_INTIMACY_ROMANCE)
    g_object_set (copy, "intimacy", LUEUR_INTIMACY_FRIENDLY, NULL);
  return copy;
}

const char *
lueur_persona_get_language (LueurPersona *self)
{
  return lueur_persona_get_text (self, LUEUR_PERSONA_LANGUAGE);
}

gboolean
lueur_persona_get_formal (LueurPersona *self)
{
  return lueur_persona_get_number (self, LUEUR_PERSONA_FORMAL);
}

const char *
lueur_persona_get_look (LueurPersona *self)
{
  return lueur_persona_get_text (self, LUEUR_PERSONA_LOOK);
}

const char *
lueur_persona_get_greeting (LueurPersona *self)
{
  return lueur_persona_get_text (self, LUEUR_PERSONA_GREETING);
}

guint
lueur_persona_get_age (LueurPersona *self)
{
  return lueur_persona_get_number (self, LUEUR_PERSONA_AGE);
}

const char *const *
lueur_persona_get_chips (LueurPersona *self)
{
  return lueur_persona_get_words (self, LUEUR_PERSONA_CHIPS);
}

const char *const *
lueur_persona_get_limits (LueurPersona *self)
{
  return lueur_persona_get_words (self, LUEUR_PERSONA_LIMITS);
}

const char *
lueur_persona_get_about (LueurPersona *self)
{
  return lueur_persona_get_text (self, LUEUR_PERSONA_ABOUT);
}

const char *
lueur_persona_get_description (LueurPersona *self)
{
  return lueur_persona_get_text (self, LUEUR_PERSONA_DESCRIPTION);
}

gboolean
lueur_persona_get_archived (LueurPersona *self)
{
  return lueur_persona_get_number (self, LUEUR_PERSONA_ARCHIVED);
}
