/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/archive-words.h"

#include <glib/gi18n.h>

#include "ui/error-text.h"

/**
 * lueur_archive_fault_text:
 * @error: of an export or an import, that was not cancelled
 *
 * Returns: one clear sentence on why it did not work
 */
const char *
lueur_archive_fault_text (const GError *error)
{
  if (error->domain != LUEUR_ARCHIVE_ERROR)
    return lueur_error_text_for_error (error).sentence;
  switch ((LueurArchiveError) error->code)
    {
    case LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE:
      return _("This file is not a Lueur archive.");
    case LUEUR_ARCHIVE_ERROR_NEWER:
      return _("A later version of Lueur made this archive. Update Lueur, then try again.");
    case LUEUR_ARCHIVE_ERROR_DAMAGED:
      return _("The file is damaged or cut short.");
    case LUEUR_ARCHIVE_ERROR_NOT_TEXT:
      return _("There is text in it that cannot be read.");
    case LUEUR_ARCHIVE_ERROR_TOO_LARGE:
      return _("The archive holds more than there is room for.");
    case LUEUR_ARCHIVE_ERROR_ESCAPES:
      return _("The archive tries to write outside of its own folder, so it was not opened.");
    case LUEUR_ARCHIVE_ERROR_DISORDER:
      return _("The parts of this archive do not fit together. Somebody may have changed it.");
    case LUEUR_ARCHIVE_ERROR_IO:
    default:
      return _("The file cannot be read or written. Is there room, and do you have permission?");
    }
}

/* --- What became of it ------------------------------------------------------------------------------ */

static void
say (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

/* @format: for @n, which may be 0: then there is nothing to say */
static void
say_count (GString *text, const char *format, guint n)
{
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, n);
#pragma GCC diagnostic pop
  say (text, sentence);
}

/**
 * lueur_archive_account_text:
 * @account: of what was taken in
 *
 * Returns: (transfer full): a line for each thing that there is to say
 */
char *
lueur_archive_account_text (const LueurArchiveAccount *account)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (account->replaced)
    say (text, _("What was here is gone."));
  say_count (text, ngettext ("%u companion was added.", "%u companions were added.", account->n_companions),
             account->n_companions);
  say_count (text, ngettext ("%u conversation was added.", "%u conversations were added.", account->n_conversations),
             account->n_conversations);
  say_count (text, ngettext ("%u note about your time, feelings or people was added.", "%u notes about your time, feelings or people were added.", account->n_records),
             account->n_records);
  say_count (text, ngettext ("%u companion was here already.", "%u companions were here already.", account->n_companions_here),
             account->n_companions_here);
  say_count (text, ngettext ("%u conversation was here already.", "%u conversations were here already.", account->n_conversations_here),
             account->n_conversations_here);
  say_count (text, ngettext ("%u companion is different here: both are kept.", "%u companions are different here: both are kept.", account->n_companions_beside),
             account->n_companions_beside);
  say_count (text, ngettext ("%u conversation is different here: both are kept.", "%u conversations are different here: both are kept.", account->n_conversations_beside),
             account->n_conversations_beside);
  say_count (text, ngettext ("%u file could not be used and was left out.", "%u files could not be used and were left out.", account->n_left_out),
             account->n_left_out);
  say_count (text, ngettext ("%u romance with somebody under 18 was not taken over.", "%u romances with somebody under 18 were not taken over.", account->n_romances),
             account->n_romances);
  if (account->n_companions + account->n_conversations + account->n_records + account->n_companions_here +
        account->n_conversations_here + account->n_left_out + account->n_romances == 0)
    say (text, _("There was nothing in it."));
  if (account->traces_left)
    say (text, _("Its last traces leave your disk the next time Lueur starts."));
  return g_string_free_and_steal (g_steal_pointer (&text));
}
