/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/turns.h"

#include <string.h>

#include "core/store/rows.h"

static void
clear_turn (gpointer data)
{
  g_free ((char *) ((LueurTurn *) data)->text);
}

/* What the app itself said never goes to a model; nor does what was not kept. */
static gboolean
is_said (LueurMessage *message)
{
  if (lueur_message_get_role (message) == LUEUR_ROLE_SYSTEM || lueur_turns_is_blank (lueur_message_get_text (message)))
    return FALSE;
  return lueur_message_get_role (message) == LUEUR_ROLE_COMPANION ||
         lueur_message_get_state (message) != LUEUR_MESSAGE_FAILED;
}

/**
 * lueur_turns_is_blank:
 *
 * Returns: whether there is nothing to read in @text
 */
gboolean
lueur_turns_is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/**
 * lueur_turns_find:
 * @position: (out): where @message is in the list
 *
 * Returns: whether it is there. Looked for from the end, where it mostly is.
 */
gboolean
lueur_turns_find (LueurConversation *conversation, LueurMessage *message, guint *position)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (conversation)); i > 0; i--)
    if (lueur_conversation_get_message (conversation, i - 1) == message)
      {
        *position = i - 1;
        return TRUE;
      }
  return FALSE;
}

/**
 * lueur_turns_has_question:
 *
 * Returns: whether the person said something before @position that a reply there answers
 */
gboolean
lueur_turns_has_question (LueurConversation *conversation, guint position)
{
  for (guint i = position; i > 0; i--)
    {
      LueurMessage *message = lueur_conversation_get_message (conversation, i - 1);

      if (is_said (message))
        return lueur_message_get_role (message) == LUEUR_ROLE_USER;
    }
  return FALSE;
}

/**
 * lueur_turns_collect:
 * @before: (nullable): where to stop; the end when %NULL
 *
 * Returns: (transfer full) (element-type LueurTurn): what was said before, oldest first, as far as it is
 *   loaded
 */
GArray *
lueur_turns_collect (LueurConversation *conversation, LueurMessage *before)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (LueurTurn));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (conversation));

  g_array_set_clear_func (turns, clear_turn);
  for (guint i = 0; i < n; i++)
    {
      LueurMessage *message = lueur_conversation_get_message (conversation, i);
      LueurTurn turn;

      if (message == before)
        break;
      if (!is_said (message))
        continue;
      turn.role = lueur_message_get_role (message) == LUEUR_ROLE_USER ? LUEUR_TURN_USER : LUEUR_TURN_COMPANION;
      turn.text = g_strdup (lueur_message_get_text (message));
      g_array_append_val (turns, turn);
    }
  return turns;
}

/**
 * lueur_turns_prepend:
 * @rows: (nullable) (element-type LueurMessageRow): what was said before @turns, oldest first
 *
 * Returns: (transfer full) (element-type LueurTurn): all of it
 */
GArray *
lueur_turns_prepend (GPtrArray *rows, GArray *turns)
{
  guint n = rows != NULL ? rows->len : 0;
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (LueurTurn), n + turns->len);

  g_array_set_clear_func (all, clear_turn);
  for (guint i = 0; i < n; i++)
    {
      const LueurMessageRow *row = rows->pdata[i];
      LueurTurn turn;

      if (row->role == LUEUR_ROLE_SYSTEM || lueur_turns_is_blank (row->text) ||
          (row->role == LUEUR_ROLE_USER && row->state == LUEUR_MESSAGE_FAILED))
        continue;
      turn.role = row->role == LUEUR_ROLE_USER ? LUEUR_TURN_USER : LUEUR_TURN_COMPANION;
      turn.text = g_strdup (row->text);
      g_array_append_val (all, turn);
    }
  for (guint i = 0; i < turns->len; i++)
    {
      LueurTurn turn = g_array_index (turns, LueurTurn, i);

      turn.text = g_strdup (turn.text);
      g_array_append_val (all, turn);
    }
  return all;
}
