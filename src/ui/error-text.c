/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place where faults become words for people. */

#include "ui/error-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "core/store/store.h"

/* In the order of LueurFault; a fault without an entry fails the tests. */
static const LueurErrorText texts[] = {
  [LUEUR_FAULT_OFFLINE] = {
    N_("This computer is not connected to a network."),
    N_("Try again once you are back online."),
    LUEUR_WAY_RETRY },
  [LUEUR_FAULT_UNREACHABLE] = {
    N_("The model’s server did not answer."),
    N_("Check that it is running, and its address."),
    LUEUR_WAY_PREFERENCES | LUEUR_WAY_RETRY },
  [LUEUR_FAULT_BAD_ADDRESS] = {
    N_("The model’s address is not a web address."),
    N_("Correct it; it starts with http:// or https://."),
    LUEUR_WAY_PREFERENCES },
  [LUEUR_FAULT_UNAUTHORIZED] = {
    N_("The server did not accept the key."),
    N_("Check the key."),
    LUEUR_WAY_PREFERENCES | LUEUR_WAY_RETRY },
  [LUEUR_FAULT_NO_MODEL] = {
    N_("The server does not have the chosen model."),
    N_("Choose another model."),
    LUEUR_WAY_PREFERENCES | LUEUR_WAY_RETRY },
  [LUEUR_FAULT_NOT_FOUND] = {
    N_("The server has nothing at this address."),
    N_("Check the address; most end in /v1."),
    LUEUR_WAY_PREFERENCES | LUEUR_WAY_RETRY },
  [LUEUR_FAULT_QUOTA] = {
    N_("The account with this service has no credit left."),
    N_("Add credit there, or choose another model."),
    LUEUR_WAY_PREFERENCES | LUEUR_WAY_RETRY },
  [LUEUR_FAULT_BUSY] = {
    N_("The server is very busy right now."),
    N_("Wait a moment, then try again."),
    LUEUR_WAY_RETRY },
  [LUEUR_FAULT_TOO_LONG] = {
    N_("This conversation is longer than the model can read."),
    N_("Start a new conversation, or choose a model that reads more."),
    LUEUR_WAY_NEW_CONVERSATION | LUEUR_WAY_PREFERENCES },
  [LUEUR_FAULT_SERVER] = {
    N_("The server ran into a problem of its own."),
    N_("Try again in a moment."),
    LUEUR_WAY_RETRY | LUEUR_WAY_PREFERENCES },
  [LUEUR_FAULT_NOT_A_MODEL] = {
    N_("Something answered at this address, but it is not a language model."),
    N_("Check the address."),
    LUEUR_WAY_PREFERENCES | LUEUR_WAY_RETRY },
  [LUEUR_FAULT_CUT_SHORT] = {
    N_("The reply broke off before its end."),
    N_("What came is kept; you can ask for it again."),
    LUEUR_WAY_RETRY },
  [LUEUR_FAULT_EMPTY] = {
    N_("The model sent an empty reply."),
    N_("Try again, or say it differently."),
    LUEUR_WAY_RETRY },
  [LUEUR_FAULT_TOO_MUCH] = {
    N_("The reply did not come to an end, so it was stopped."),
    N_("What came is kept; you can ask for it again."),
    LUEUR_WAY_RETRY },
  [LUEUR_FAULT_REFUSED] = {
    N_("The service’s own filter held this reply back."),
    N_("Say it differently, or choose another model."),
    LUEUR_WAY_RETRY | LUEUR_WAY_PREFERENCES },
  [LUEUR_FAULT_NO_CONSENT] = {
    N_("Nothing was sent: you have not allowed this server yet."),
    N_("Look at what would be sent there, then decide."),
    LUEUR_WAY_CONSENT | LUEUR_WAY_RETRY },
  [LUEUR_FAULT_STORE] = {
    N_("This could not be saved on your disk."),
    N_("Check that there is free space, then try again."),
    LUEUR_WAY_RETRY },
};

/* In the order of LueurStoreError, for opening. */
static const LueurStartText starts[] = {
  [LUEUR_STORE_ERROR_NEWER] = {
    N_("Made by a Newer Lueur"),
    N_("Your conversations were last saved by a later version of Lueur. Nothing was changed. Update Lueur, then open "
       "it again.") },
  [LUEUR_STORE_ERROR_CORRUPT] = {
    N_("The File Is Damaged"),
    N_("The file of your conversations cannot be read. It was left exactly as it is. If you have a backup, put it in "
       "the file’s place; otherwise keep a copy before trying anything.") },
  [LUEUR_STORE_ERROR_READ_ONLY] = {
    N_("Lueur May Not Write Here"),
    N_("The file of your conversations, or its folder, is read-only. Give yourself permission to write to it, then "
       "try again.") },
  [LUEUR_STORE_ERROR_FULL] = {
    N_("The Disk Is Full"),
    N_("There is no room left to open your conversations. Free some space, then try again.") },
  [LUEUR_STORE_ERROR_LOCKED] = {
    N_("Another Program Has It Open"),
    N_("The file of your conversations is in use, perhaps by another Lueur. Close that one, then try again.") },
  [LUEUR_STORE_ERROR_IO] = {
    N_("The Disk Does Not Answer"),
    N_("Reading your conversations failed. Check that the disk is there and healthy, then try again.") },
  [LUEUR_STORE_ERROR_FAILED] = {
    N_("Your Conversations Could Not Be Opened"),
    N_("The file was left as it is. Trying again may help.") },
};

/**
 * lueur_error_text_for_start:
 * @error: what opening the context failed with
 *
 * Returns: the words for it, translated
 */
LueurStartText
lueur_error_text_for_start (const GError *error)
{
  guint code = LUEUR_STORE_ERROR_FAILED;
  LueurStartText text;

  if (error->domain == LUEUR_STORE_ERROR && (guint) error->code < G_N_ELEMENTS (starts) &&
      starts[error->code].title != NULL)
    code = error->code;
  text.title = _(starts[code].title);
  text.description = _(starts[code].description);
  return text;
}

/**
 * lueur_error_text_for_writing:
 * @error: what a write failed with
 *
 * Returns: the words for it, translated
 */
const char *
lueur_error_text_for_writing (const GError *error)
{
  switch (error->domain == LUEUR_STORE_ERROR ? error->code : LUEUR_STORE_ERROR_FAILED)
    {
    case LUEUR_STORE_ERROR_FULL:
      return _("What you write is not being saved: the disk is full. Free some space.");
    case LUEUR_STORE_ERROR_READ_ONLY:
      return _("What you write is not being saved: Lueur may not write to its folder. Give it permission.");
    case LUEUR_STORE_ERROR_LOCKED:
      return _("What you write is not being saved: another program holds the file. Close that program.");
    case LUEUR_STORE_ERROR_IO:
      return _("What you write is not being saved: the disk does not answer. Check that it is there.");
    default:
      return _("What you write is not being saved. Copy what matters to you, then start Lueur again.");
    }
}

/**
 * lueur_error_text_for_reading:
 * @error: what a reading failed with
 *
 * Returns: the words for it, translated
 */
const char *
lueur_error_text_for_reading (const GError *error)
{
  switch (error->domain == LUEUR_STORE_ERROR ? error->code : LUEUR_STORE_ERROR_FAILED)
    {
    case LUEUR_STORE_ERROR_CORRUPT:
      return _("The file on your disk is damaged. Nothing was changed in it; a backup would help.");
    case LUEUR_STORE_ERROR_LOCKED:
      return _("Another program holds the file. Close that program, then try again.");
    case LUEUR_STORE_ERROR_IO:
      return _("The disk does not answer. Check that it is there, then try again.");
    default:
      return _("It is still where it was, and trying again may help.");
    }
}

/**
 * lueur_error_text_for_fault:
 *
 * Returns: the words for @fault, translated
 */
LueurErrorText
lueur_error_text_for_fault (LueurFault fault)
{
  LueurErrorText text;

  if ((guint) fault >= G_N_ELEMENTS (texts) || texts[fault].sentence == NULL)
    fault = LUEUR_FAULT_SERVER;
  text = texts[fault];
  text.sentence = _(text.sentence);
  text.hint = _(text.hint);
  return text;
}

/**
 * lueur_error_text_for_name:
 * @error_code: (nullable): what a failed message keeps; an unknown one is put down to the server
 *
 * Returns: the words for it, translated
 */
LueurErrorText
lueur_error_text_for_name (const char *error_code)
{
  LueurFault fault = LUEUR_FAULT_SERVER;

  lueur_fault_from_name (error_code, &fault);
  return lueur_error_text_for_fault (fault);
}

/**
 * lueur_error_text_for_error:
 * @error: of any domain
 *
 * Returns: the words for it, translated; an error of a foreign domain is put down to the server when
 *   it came from the network and to the disk otherwise
 */
LueurErrorText
lueur_error_text_for_error (const GError *error)
{
  LueurFault fault = LUEUR_FAULT_STORE;

  if (error->domain == LUEUR_FAULT_ERROR)
    fault = error->code;
  else if (error->domain == G_RESOLVER_ERROR || error->domain == G_TLS_ERROR)
    fault = LUEUR_FAULT_UNREACHABLE;
  return lueur_error_text_for_fault (fault);
}
