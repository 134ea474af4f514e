/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/part-words.h"

#include <glib/gi18n.h>

const char *
lueur_words_part (LueurPartKind kind)
{
  switch (kind)
    {
    case LUEUR_PART_MAIN:
      return _("Who They Are to You, and How They Write");
    case LUEUR_PART_PERSON:
      return _("Who You Are");
    case LUEUR_PART_DESCRIPTION:
      return _("Who They Are");
    case LUEUR_PART_PERSONALITY:
      return _("What They Are Like");
    case LUEUR_PART_RHYTHM:
      return _("Rituals and Rhythm");
    case LUEUR_PART_SCENARIO:
      return _("The Setting");
    case LUEUR_PART_EXAMPLES:
      return _("How They Talk, by Example");
    case LUEUR_PART_POST_HISTORY:
      return _("Said After the Conversation");
    case LUEUR_PART_LIMITS:
      return _("Limits");
    case LUEUR_PART_CONDUCT:
      return _("Conduct, Which No Companion Can Change");
    case LUEUR_PART_BOOK_BEFORE:
    case LUEUR_PART_BOOK_AFTER:
    case LUEUR_PART_BOOK_DEPTH:
      return _("Lorebook Entry");
    case LUEUR_PART_MEMORY:
      return _("What Is Remembered");
    case LUEUR_PART_HISTORY:
      return _("The Conversation");
    case LUEUR_PART_DEBATE:
      return _("To Argue Against Itself");
    default:
      return _("Something Else");
    }
}

static char *
quote_key (const char *format, const LueurPart *part)
{
  g_autofree char *key = g_utf8_make_valid (part->key != NULL ? part->key : "?", -1);

  if (g_utf8_strlen (key, -1) > 40)
    {
      char *end = g_utf8_offset_to_pointer (key, 39);
      g_autofree char *head = g_strndup (key, end - key);

      g_free (key);
      key = g_strconcat (head, "…", NULL);
    }
  /* One of the two formats below, translated. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, key);
#pragma GCC diagnostic pop
}

char *
lueur_words_part_why (const LueurPart *part)
{
  switch (part->why)
    {
    case LUEUR_WHY_ALWAYS:
      return g_strdup (part->state == LUEUR_PART_SHORTENED ? _("Always told; shortened, for want of room")
                                                           : _("Always told"));
    case LUEUR_WHY_ROOM:
      return g_strdup (part->state == LUEUR_PART_SHORTENED ? _("As much of it as there was room for")
                                                           : _("There was room for it"));
    case LUEUR_WHY_RECALLED:
      return g_strdup (_("It came to mind"));
    case LUEUR_WHY_MATCHED:
      /* Translators: %s is a word of the conversation that an entry of a lorebook waits for */
      return quote_key (_("“%s” came up"), part);
    case LUEUR_WHY_CONSTANT:
      return g_strdup (_("Its lorebook always wants it"));
    case LUEUR_WHY_RECURSED:
      return quote_key (_("“%s” came up in another entry"), part);
    case LUEUR_WHY_OFF:
      return g_strdup (_("Turned off, or empty"));
    case LUEUR_WHY_NO_KEY:
      return g_strdup (_("None of its keys came up"));
    case LUEUR_WHY_SECONDARY:
      return g_strdup (_("A key came up, but not the others that it asks for"));
    case LUEUR_WHY_NOT_NOW:
      return g_strdup (_("Not at this message"));
    case LUEUR_WHY_NO_ROOM:
      return g_strdup (_("No room was left"));
    default:
      return g_strdup ("");
    }
}

char *
lueur_words_tokens (guint tokens)
{
  return g_strdup_printf (ngettext ("About %u token", "About %u tokens", tokens), tokens);
}
