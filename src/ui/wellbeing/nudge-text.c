/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/nudge-text.h"

#include <glib/gi18n.h>

/**
 * lueur_nudge_text_title:
 *
 * Returns: (transfer full): how long it has been
 */
char *
lueur_nudge_text_title (LueurWellbeing *wellbeing)
{
  guint minutes = MAX (lueur_wellbeing_get_active_seconds (wellbeing) / 60, 1);

  return g_strdup_printf (ngettext ("%u minute since the last pause", "%u minutes since the last pause", minutes), minutes);
}

/**
 * lueur_nudge_text_body:
 *
 * Returns: (transfer full): what is suggested
 */
char *
lueur_nudge_text_body (LueurWellbeing *wellbeing)
{
  guint minutes = lueur_wellbeing_get_break_minutes (wellbeing);

  return g_strdup_printf (ngettext ("How about %u minute away from the screen?", "How about %u minutes away from the screen?",
                                    minutes),
                          minutes);
}

/**
 * lueur_nudge_text_later:
 *
 * Returns: (transfer full): the answer that puts it off
 */
char *
lueur_nudge_text_later (LueurWellbeing *wellbeing)
{
  guint minutes = lueur_wellbeing_get_postpone_minutes (wellbeing);

  return g_strdup_printf (ngettext ("In %u Minute", "In %u Minutes", minutes), minutes);
}

/**
 * lueur_nudge_text_line:
 *
 * Returns: (transfer full): one sentence, "" for none
 */
char *
lueur_nudge_text_line (LueurWellbeing *wellbeing)
{
  guint minutes = lueur_wellbeing_get_goal_warning_minutes (wellbeing);

  switch (lueur_wellbeing_get_line (wellbeing))
    {
    case LUEUR_LINE_LATE:
      return g_strdup (_("It is getting late. Everything here keeps until tomorrow."));
    case LUEUR_LINE_GOAL:
      return g_strdup_printf (ngettext ("About %u minute is left of the goal you set for today.",
                                        "About %u minutes are left of the goal you set for today.", minutes),
                              minutes);
    case LUEUR_LINE_NONE:
    default:
      return g_strdup ("");
    }
}
