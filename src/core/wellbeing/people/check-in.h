/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The three items of the short loneliness scale (Hughes, Waite, Hawkley, Cacioppo 2004), each 1 (hardly ever) to 3
 * (often): their sum is 3 to 9. And one of ours: time spent with people in the last week, 0 (none) to 3 (most days). */
#define LUEUR_CHECK_IN_ITEMS 3
#define LUEUR_CHECK_IN_MIN 3
#define LUEUR_CHECK_IN_MAX 9

/**
 * LueurCheckIn:
 * @day: Julian number
 * @items: 1 to 3 each: companionship, left out, isolated
 * @people: 0 to 3
 */
typedef struct
{
  guint32 day;
  guint items[LUEUR_CHECK_IN_ITEMS];
  guint people;
} LueurCheckIn;

gboolean lueur_check_in_is_valid (const LueurCheckIn *self);
guint    lueur_check_in_get_sum (const LueurCheckIn *self);
char    *lueur_check_in_to_json (const LueurCheckIn *self);
gboolean lueur_check_in_from_json (LueurCheckIn *self, guint32 day, const char *json);
/* Whether to offer one on @today; @last: day of the last one, 0 for none; @days: between two of them. */
gboolean lueur_check_in_is_due (guint32 last, guint32 today, guint days);

G_END_DECLS
