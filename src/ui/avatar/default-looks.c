/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What companions look like whom nobody has dressed yet. */

#include "ui/avatar/avatar.h"

/**
 * lueur_avatar_dup_default_look:
 * @index: how many companions there are already
 *
 * Returns: (transfer full): a look, as JSON
 */
char *
lueur_avatar_dup_default_look (guint index)
{
  /* Unalike at a glance: face, skin, hair, clothes. None comes twice before all have come. */
  static const char *const looks[] = {
    "{\"rig\":\"ambre\"}",
    "{\"rig\":\"sorel\"}",
    "{\"rig\":\"ambre\",\"choices\":{\"hair\":\"coily\",\"outfit\":\"jumper\",\"earrings\":\"hoops\"},"
    "\"colours\":{\"skin\":\"#6f4630\",\"hair\":\"#1f1613\",\"eyes\":\"#4a2f1d\",\"outfit\":\"#c9912f\"}}",
    "{\"rig\":\"sorel\",\"choices\":{\"hair\":\"straight\",\"beard\":\"none\",\"glasses\":\"round\",\"outfit\":\"rollneck\"},"
    "\"colours\":{\"skin\":\"#f0c8a8\",\"hair\":\"#1c1a1e\",\"eyes\":\"#3a2a20\",\"outfit\":\"#6d7f63\"}}",
    "{\"rig\":\"ambre\",\"choices\":{\"hair\":\"scarf\",\"outfit\":\"blazer\"},"
    "\"colours\":{\"skin\":\"#c68d63\",\"eyes\":\"#5a3a22\",\"outfit\":\"#5b3d63\"}}",
    "{\"rig\":\"renard\"}",
    "{\"rig\":\"ambre\",\"choices\":{\"hair\":\"crop\",\"freckles\":\"some\",\"outfit\":\"hoodie\",\"earrings\":\"studs\"},"
    "\"colours\":{\"skin\":\"#f3d3bd\",\"hair\":\"#a8532b\",\"eyes\":\"#4b6f8f\",\"outfit\":\"#7a3344\"}}",
    "{\"rig\":\"sorel\",\"choices\":{\"hair\":\"locs\",\"beard\":\"short\",\"outfit\":\"overshirt\",\"earrings\":\"studs\"},"
    "\"colours\":{\"skin\":\"#5a3825\",\"hair\":\"#1a1412\",\"eyes\":\"#3b2417\",\"outfit\":\"#b0673c\"}}",
  };

  return g_strdup (looks[index % G_N_ELEMENTS (looks)]);
}
