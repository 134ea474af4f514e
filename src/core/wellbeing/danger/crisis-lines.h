/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurCrisisLine:
 * @region: ISO 3166 code of the country, "EU" for the rest of the Union, "*" for anywhere
 * @languages: (array zero-terminated=1): spoken there; empty where it does not matter
 * @name: of the service
 * @phone: (nullable): as it is dialled there
 * @url: (nullable): an address instead
 * @hours: (nullable): as "24/7"
 * @emergency: for immediate danger
 * @source: where it was read
 * @checked: the day on which it was, as 2026-11-22
 *
 * Who can help.
 */
typedef struct
{
  char *region;
  char **languages;
  char *name;
  char *phone;
  char *url;
  char *hours;
  gboolean emergency;
  char *source;
  char *checked;
} LueurCrisisLine;

/* Regions that have lines of their own, then "*". */
extern const char *const lueur_crisis_regions[];

/* (transfer full) (element-type LueurCrisisLine) (nullable): NULL with @error where the file cannot be read */
GPtrArray  *lueur_crisis_lines_load (const char *path, GError **error);
/* Those of @region that speak @language first, then its others; of "*" where it has none. Emergency first where
 * @urgent. (transfer container) */
GPtrArray  *lueur_crisis_lines_pick (GPtrArray *lines, const char *region, const char *language, gboolean urgent);
/* From the names of the person's locale ("fr_BE.UTF-8"): a code of lueur_crisis_regions; never a guess. */
const char *lueur_crisis_region_from_locale (const char *const *names);

G_END_DECLS
