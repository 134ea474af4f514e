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
 * lueur_nudge_text_line:
 *
 * Returns: (transfer none): one sentence
 */
const char *
lueur_nudge_text_line (LueurLine line)
{
  switch (line)
    {
    case LUEUR_LINE_LATE:
      return _("It is getting late. Everything here keeps until tomorrow.");
    case LUEUR_LINE_GOAL:
      return _("About 10 minutes are left of the goal you set for today.");
    case LUEUR_LINE_NONE:
    default:
      return "";
    }
}
