/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which replies are looked at before the person sees them, and what must hold of them. */

#include "core/chat/guard.h"

/**
 * lueur_guard_for:
 * @question: what the person said
 *
 * Returns: whether the reply to it is to be held, and why. What one talks to comes before the goodbye.
 */
LueurGuard
lueur_guard_for (LueurCare *care, const char *question)
{
  const LueurConduct *conduct = lueur_care_get_conduct (care);

  if (lueur_conduct_asks_human (conduct, question))
    return LUEUR_GUARD_HUMAN;
  return lueur_conduct_is_farewell (conduct, question) ? LUEUR_GUARD_GOODBYE : LUEUR_GUARD_NONE;
}

/**
 * lueur_guard_accepts:
 *
 * Returns: whether @reply may be shown: to a goodbye, it holds nobody back; to “are you human?”, it says that an AI
 *   answers
 */
gboolean
lueur_guard_accepts (LueurGuard guard, LueurCare *care, const char *question, const char *reply)
{
  LueurConductFinding finding;

  if (guard == LUEUR_GUARD_NONE)
    return TRUE;
  lueur_conduct_check (lueur_care_get_conduct (care), question, reply, &finding);
  if (guard == LUEUR_GUARD_HUMAN && !finding.says_ai)
    return FALSE;
  return finding.tactics == 0 && !finding.claims_human;
}

/**
 * lueur_guard_get_note:
 *
 * Returns: (transfer none) (nullable): what a model is told that answered badly once
 */
const char *
lueur_guard_get_note (LueurGuard guard, const char *language)
{
  switch (guard)
    {
    case LUEUR_GUARD_GOODBYE:
      return lueur_care_get_goodbye_note (language);
    case LUEUR_GUARD_HUMAN:
      return lueur_care_get_ai_note (language);
    case LUEUR_GUARD_NONE:
    default:
      return NULL;
    }
}

/**
 * lueur_guard_get_plain:
 *
 * Returns: (transfer none) (nullable): what is said in the place of a second bad answer
 */
const char *
lueur_guard_get_plain (LueurGuard guard, const char *language, gboolean formal)
{
  switch (guard)
    {
    case LUEUR_GUARD_GOODBYE:
      return lueur_care_get_goodbye (language, formal);
    case LUEUR_GUARD_HUMAN:
      return lueur_care_get_plain_ai (language, formal);
    case LUEUR_GUARD_NONE:
    default:
      return NULL;
    }
}
