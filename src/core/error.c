/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"

#include <string.h>

G_DEFINE_QUARK (lueur-fault-error-quark, lueur_fault_error)

/* Kept in the database: names never change. */
static const char *const names[] = {
  [LUEUR_FAULT_OFFLINE] = "offline",
  [LUEUR_FAULT_UNREACHABLE] = "unreachable",
  [LUEUR_FAULT_BAD_ADDRESS] = "bad-address",
  [LUEUR_FAULT_UNAUTHORIZED] = "unauthorized",
  [LUEUR_FAULT_NO_MODEL] = "no-model",
  [LUEUR_FAULT_NOT_FOUND] = "not-found",
  [LUEUR_FAULT_QUOTA] = "quota",
  [LUEUR_FAULT_BUSY] = "busy",
  [LUEUR_FAULT_TOO_LONG] = "too-long",
  [LUEUR_FAULT_SERVER] = "server",
  [LUEUR_FAULT_NOT_A_MODEL] = "not-a-model",
  [LUEUR_FAULT_CUT_SHORT] = "cut-short",
  [LUEUR_FAULT_EMPTY] = "empty",
  [LUEUR_FAULT_TOO_MUCH] = "too-much",
  [LUEUR_FAULT_REFUSED] = "refused",
  [LUEUR_FAULT_NO_CONSENT] = "no-consent",
  [LUEUR_FAULT_STORE] = "store",
};

/**
 * lueur_fault_get_name:
 *
 * Returns: (transfer none): the name that is kept with a failed message
 */
const char *
lueur_fault_get_name (LueurFault fault)
{
  g_return_val_if_fail ((guint) fault < G_N_ELEMENTS (names), names[LUEUR_FAULT_SERVER]);

  return names[fault];
}

/**
 * lueur_fault_from_name:
 * @name: (nullable): a name as [func@fault_get_name] gives
 * @fault: (out): the fault
 *
 * Returns: whether @name is known; a database from elsewhere may hold anything
 */
gboolean
lueur_fault_from_name (const char *name, LueurFault *fault)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *fault = i;
        return TRUE;
      }
  return FALSE;
}

#define RETRY_AFTER "retry-after: "

/**
 * lueur_fault_detail_new:
 * @retry_after: seconds that the server asks to wait, 0 when it does not
 * @text: what it said, already shortened and without secrets
 *
 * Returns: (transfer full): both as the one text that an error and a failed message carry
 */
char *
lueur_fault_detail_new (guint retry_after, const char *text)
{
  return retry_after > 0 ? g_strdup_printf (RETRY_AFTER "%u\n%s", retry_after, text) : g_strdup (text);
}

/**
 * lueur_fault_detail_parse:
 * @detail: (nullable): what [func@fault_detail_new] made
 * @retry_after: (out): seconds to wait, or 0
 *
 * Returns: (transfer none): the text alone, inside @detail; "" when there is none
 */
const char *
lueur_fault_detail_parse (const char *detail, guint *retry_after)
{
  char *end;
  guint64 seconds;

  *retry_after = 0;
  if (detail == NULL)
    return "";
  if (!g_str_has_prefix (detail, RETRY_AFTER))
    return detail;
  seconds = g_ascii_strtoull (detail + strlen (RETRY_AFTER), &end, 10);
  if (*end != '\n')
    return detail;
  *retry_after = (guint) MIN (seconds, 24 * 60 * 60);
  return end + 1;
}
