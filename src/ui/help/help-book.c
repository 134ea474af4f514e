/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/help/help-book.h"

#include <gio/gio.h>
#include <string.h>

#define ROOT "/io/github/lueur_app/Lueur/help/"

static const char *const names[] = { "start", "talk",      "companion", "look",  "memory-and-privacy", "model",
                                     "time",  "hard-times", "cards",    "keyboard", NULL };

const char *const *
lueur_help_get_names (void)
{
  return names;
}

static gboolean
exists (const char *path)
{
  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

/**
 * lueur_help_dup_text:
 * @language: "en" or "fr"
 * @name: one of lueur_help_get_names()
 *
 * Returns: (transfer full) (nullable): the page
 */
char *
lueur_help_dup_text (const char *language, const char *name)
{
  g_autofree char *path = g_strdup_printf (ROOT "%s/%s.md", language, name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

char *
lueur_help_dup_title (const char *language, const char *name)
{
  g_autofree char *text = lueur_help_dup_text (language, name);

  if (text == NULL || !g_str_has_prefix (text, "# "))
    return NULL;
  return g_strstrip (g_strndup (text + 2, strcspn (text + 2, "\n")));
}

/**
 * lueur_help_dup_picture:
 * @language: "en" or "fr"
 * @file: as a page names it: "talk.png"
 * @dark: whether it stands on dark ground
 *
 * Returns: (transfer full) (nullable): the path of a resource
 */
char *
lueur_help_dup_picture (const char *language, const char *file, gboolean dark)
{
  const char *dot = strrchr (file, '.');
  const char *folders[] = { language, "pictures" };
  char *path;

  if (dot == NULL)
    return NULL;
  if (g_str_equal (dot, ".svg"))
    {
      path = g_strconcat ("/io/github/lueur_app/Lueur/drawings/", file, NULL);
      if (exists (path))
        return path;
      g_free (path);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    for (guint plain = dark ? 0 : 1; plain < 2; plain++)
      {
        path = g_strdup_printf (ROOT "%s/%.*s%s%s", folders[i], (int) (dot - file), file, plain ? "" : "-dark", dot);
        if (exists (path))
          return path;
        g_free (path);
      }
  return NULL;
}
