/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/persona-fields.h"

#include "core/model/persona.h"
#include "core/model/text.h"

#define AGE_MAX 9999 /* characters out of stories are old */
#define MINUTES_A_DAY 1440
#define ROLE_MAX 1000
#define STYLE_MAX 2000
#define DETAIL_MAX 4000
#define CARD_MAX 20000

#define TOLD LUEUR_FIELD_TOLD
#define SHOWN LUEUR_FIELD_SHOWN
#define STATE LUEUR_FIELD_STATE

static const LueurPersonaFieldInfo infos[LUEUR_N_PERSONA_FIELDS] = {
  [LUEUR_PERSONA_RELATION] = { "relation", LUEUR_FIELD_ENUM, TOLD, 0, LUEUR_RELATION_FRIEND, lueur_relation_get_type },
  [LUEUR_PERSONA_ROLE] = { "role", LUEUR_FIELD_TEXT, TOLD, ROLE_MAX },
  [LUEUR_PERSONA_NAME] = { "name", LUEUR_FIELD_LINE, TOLD, LUEUR_NAME_MAX },
  [LUEUR_PERSONA_NICKNAME] = { "nickname", LUEUR_FIELD_LINE, TOLD, LUEUR_NAME_MAX },
  [LUEUR_PERSONA_GENDER] = { "gender", LUEUR_FIELD_ENUM, TOLD, 0, LUEUR_GENDER_NEUTRAL, lueur_gender_get_type },
  [LUEUR_PERSONA_PRONOUNS] = { "pronouns", LUEUR_FIELD_LINE, TOLD, LUEUR_NAME_MAX },
  [LUEUR_PERSONA_AGE] = { "age", LUEUR_FIELD_NUMBER, TOLD, AGE_MAX },
  [LUEUR_PERSONA_ORIGIN] = { "origin", LUEUR_FIELD_LINE, TOLD, LUEUR_WORD_MAX },
  [LUEUR_PERSONA_LANGUAGE] = { "language", LUEUR_FIELD_LANGUAGE, TOLD },
  [LUEUR_PERSONA_FORMAL] = { "formal", LUEUR_FIELD_BOOLEAN, TOLD },
  [LUEUR_PERSONA_CHIPS] = { "chips", LUEUR_FIELD_WORDS, TOLD, LUEUR_WORD_MAX },
  [LUEUR_PERSONA_TRAITS] = { "traits", LUEUR_FIELD_TRAITS, TOLD },
  [LUEUR_PERSONA_ABOUT] = { "about", LUEUR_FIELD_TEXT, TOLD, LUEUR_ABOUT_MAX },
  [LUEUR_PERSONA_INTIMACY] = { "intimacy", LUEUR_FIELD_ENUM, TOLD, 0, LUEUR_INTIMACY_FRIENDLY,
                               lueur_intimacy_get_type },
  [LUEUR_PERSONA_REPLY_LENGTH] = { "reply-length", LUEUR_FIELD_ENUM, TOLD, 0, LUEUR_REPLY_LENGTH_NATURAL,
                                   lueur_reply_length_get_type },
  [LUEUR_PERSONA_GESTURES] = { "gestures", LUEUR_FIELD_BOOLEAN, TOLD, 1, TRUE },
  [LUEUR_PERSONA_EMOJI] = { "emoji", LUEUR_FIELD_BOOLEAN, TOLD },
  [LUEUR_PERSONA_STYLE] = { "style", LUEUR_FIELD_TEXT, TOLD, STYLE_MAX },
  [LUEUR_PERSONA_LIMITS] = { "limits", LUEUR_FIELD_WORDS, TOLD, LUEUR_WORD_MAX },
  [LUEUR_PERSONA_NEVER_NAMES] = { "never-names", LUEUR_FIELD_WORDS, TOLD, LUEUR_WORD_MAX },
  [LUEUR_PERSONA_STOP_WORDS] = { "stop-words", LUEUR_FIELD_WORDS, TOLD, LUEUR_WORD_MAX },
  [LUEUR_PERSONA_BACKGROUND] = { "background", LUEUR_FIELD_TEXT, TOLD, DETAIL_MAX },
  [LUEUR_PERSONA_TASTES] = { "tastes", LUEUR_FIELD_TEXT, TOLD, DETAIL_MAX },
  [LUEUR_PERSONA_HABITS] = { "habits", LUEUR_FIELD_TEXT, TOLD, DETAIL_MAX },
  [LUEUR_PERSONA_SHARED] = { "shared-history", LUEUR_FIELD_TEXT, TOLD, DETAIL_MAX },
  [LUEUR_PERSONA_SAYINGS] = { "sayings", LUEUR_FIELD_WORDS, TOLD, LUEUR_WORD_MAX },
  [LUEUR_PERSONA_DESCRIPTION] = { "description", LUEUR_FIELD_TEXT, TOLD, LUEUR_DESCRIPTION_MAX },
  [LUEUR_PERSONA_MORNING] = { "morning", LUEUR_FIELD_BOOLEAN, TOLD },
  [LUEUR_PERSONA_MORNING_TIME] = { "morning-time", LUEUR_FIELD_NUMBER, TOLD, MINUTES_A_DAY - 1, 8 * 60 },
  [LUEUR_PERSONA_EVENING] = { "evening", LUEUR_FIELD_BOOLEAN, TOLD },
  [LUEUR_PERSONA_EVENING_TIME] = { "evening-time", LUEUR_FIELD_NUMBER, TOLD, MINUTES_A_DAY - 1, 20 * 60 + 30 },
  [LUEUR_PERSONA_DAILY] = { "daily-minutes", LUEUR_FIELD_NUMBER, TOLD, MINUTES_A_DAY },
  [LUEUR_PERSONA_QUIET] = { "quiet", LUEUR_FIELD_BOOLEAN, TOLD },
  [LUEUR_PERSONA_QUIET_FROM] = { "quiet-from", LUEUR_FIELD_NUMBER, TOLD, MINUTES_A_DAY - 1, 22 * 60 },
  [LUEUR_PERSONA_QUIET_TO] = { "quiet-to", LUEUR_FIELD_NUMBER, TOLD, MINUTES_A_DAY - 1, 8 * 60 },
  [LUEUR_PERSONA_LOOK] = { "look", LUEUR_FIELD_LOOK, SHOWN },
  [LUEUR_PERSONA_GREETING] = { "greeting", LUEUR_FIELD_TEXT, SHOWN, LUEUR_GREETING_MAX },
  [LUEUR_PERSONA_GREETINGS] = { "alternate-greetings", LUEUR_FIELD_TEXTS, SHOWN, LUEUR_GREETING_MAX },
  [LUEUR_PERSONA_SCENARIO] = { "scenario", LUEUR_FIELD_TEXT, TOLD, CARD_MAX },
  [LUEUR_PERSONA_EXAMPLES] = { "examples", LUEUR_FIELD_TEXTS, TOLD, CARD_MAX },
  [LUEUR_PERSONA_SYSTEM] = { "system-prompt", LUEUR_FIELD_TEXT, TOLD, CARD_MAX },
  [LUEUR_PERSONA_POST_HISTORY] = { "post-history", LUEUR_FIELD_TEXT, TOLD, CARD_MAX },
  [LUEUR_PERSONA_TAGS] = { "tags", LUEUR_FIELD_WORDS, SHOWN, LUEUR_NAME_MAX },
  [LUEUR_PERSONA_USED_AT] = { "used-at", LUEUR_FIELD_DATE, STATE },
  [LUEUR_PERSONA_REVIEWED_AT] = { "reviewed-at", LUEUR_FIELD_DATE, STATE },
  [LUEUR_PERSONA_ARCHIVED] = { "archived", LUEUR_FIELD_BOOLEAN, STATE },
};

/**
 * lueur_persona_field_get_info:
 *
 * Returns: (transfer none): what @field is called, holds and is for
 */
const LueurPersonaFieldInfo *
lueur_persona_field_get_info (LueurPersonaField field)
{
  g_return_val_if_fail ((guint) field < LUEUR_N_PERSONA_FIELDS, &infos[0]);
  return &infos[field];
}

/**
 * lueur_persona_field_find:
 * @name: of a property or a member
 * @field: (out): its field
 *
 * Returns: whether there is one
 */
gboolean
lueur_persona_field_find (const char *name, LueurPersonaField *field)
{
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    if (g_strcmp0 (infos[i].name, name) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}
