/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Decorators: lines at the head of an entry's content that begin with @@ and say how it is to be used. One that
 * is not known may be followed by others that begin with @@@ and stand in for it. */

#include "core/lore/book.h"

#include <string.h>

static gboolean
read_number (const char *argument, int min, int max, int *number)
{
  char *end;
  gint64 value = g_ascii_strtoll (argument, &end, 10);

  if (end == argument || *end != '\0')
    return FALSE;
  *number = (int) CLAMP (value, min, max);
  return TRUE;
}

static void
add_keys (LueurBookEntry *entry, GArray *keys, const char *argument)
{
  g_auto (GStrv) words = g_strsplit (argument, ",", LUEUR_BOOK_MAX_KEYS);
  guint n_regexes = 0;

  for (guint i = 0; words[i] != NULL; i++)
    lueur_book_add_key (entry, keys, words[i], FALSE, &n_regexes);
}

/* “@@instruct_depth” and its like count in the tokens of one long text, which is not how a chat is sent; others are of
 * programs that we do not know. The file keeps them all. */
static void
note_unheeded (LueurBookEntry *entry, const char *name)
{
  g_autofree char *before = g_steal_pointer (&entry->unheeded);

  if (before != NULL && strlen (before) > 200)
    entry->unheeded = g_steal_pointer (&before);
  else
    entry->unheeded = before != NULL ? g_strdup_printf ("%s, @@%.40s", before, name) : g_strdup_printf ("@@%.40s", name);
}

/* Returns: whether it is one that is known, and its argument makes sense. */
static gboolean
obey (LueurBookEntry *entry, const char *name, const char *argument)
{
  int number;

  if (strcmp (name, "depth") == 0 || strcmp (name, "reverse_depth") == 0)
    {
      if (!read_number (argument, 0, 10000, &entry->depth))
        return FALSE;
      entry->position = LUEUR_BOOK_DEPTH;
      entry->from_start = *name == 'r';
    }
  else if (strcmp (name, "role") == 0)
    {
      static const char *const roles[] = { "system", "user", "assistant" };

      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        if (strcmp (argument, roles[i]) == 0)
          {
            entry->role = i;
            return TRUE;
          }
      return FALSE;
    }
  else if (strcmp (name, "position") == 0)
    {
      if (strcmp (argument, "before_desc") == 0)
        entry->position = LUEUR_BOOK_BEFORE;
      else if (strcmp (argument, "after_desc") == 0 || strcmp (argument, "personality") == 0 ||
               strcmp (argument, "scenario") == 0)
        entry->position = LUEUR_BOOK_AFTER;
      else
        return FALSE;
    }
  else if (strcmp (name, "scan_depth") == 0)
    return read_number (argument, 0, 1000, &entry->scan_depth);
  else if (strcmp (name, "activate_only_after") == 0 || strcmp (name, "activate_only_every") == 0)
    {
      if (!read_number (argument, 1, 1000000, &number))
        return FALSE;
      *(strcmp (name, "activate_only_after") == 0 ? &entry->from_message : &entry->every) = (guint) number;
    }
  else if (strcmp (name, "additional_keys") == 0)
    add_keys (entry, entry->keys, argument);
  else if (strcmp (name, "exclude_keys") == 0)
    add_keys (entry, entry->excluding, argument);
  else if (strcmp (name, "activate") == 0)
    entry->constant = TRUE;
  else if (strcmp (name, "dont_activate") == 0)
    entry->never = TRUE;
  else if (strcmp (name, "ignore_on_max_context") == 0)
    entry->first_out = TRUE;
  else if (strcmp (name, "keep_activate_after_match") == 0)
    entry->stays = TRUE;
  else if (strcmp (name, "dont_activate_after_match") == 0)
    entry->once = TRUE;
  else if (strcmp (name, "is_greeting") == 0)
    return read_number (argument, 0, 10000, &entry->greeting);
  else
    return FALSE;
  return TRUE;
}

void
lueur_book_read_decorators (LueurBookEntry *entry)
{
  char *at = entry->content;
  gboolean understood = TRUE;

  for (;;)
    {
      char *line = at + strspn (at, " \t\r\n");
      gsize length = strcspn (line, "\n");
      gboolean stand_in = g_str_has_prefix (line, "@@@");
      g_autofree char *text = NULL;
      char *argument;

      if (!g_str_has_prefix (line, "@@"))
        break;
      text = g_strstrip (g_strndup (line + (stand_in ? 3 : 2), length - (stand_in ? 3 : 2)));
      argument = text + strcspn (text, " \t");
      if (*argument != '\0')
        {
          *argument++ = '\0';
          argument += strspn (argument, " \t");
        }
      if (!stand_in || !understood)
        {
          understood = obey (entry, text, argument);
          if (!understood)
            note_unheeded (entry, text);
        }
      at = line + length;
    }
  if (at != entry->content)
    memmove (entry->content, at, strlen (at) + 1);
}
