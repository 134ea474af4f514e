/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the parts are sent: one system text before the conversation, what stands in the conversation at its
 * depth, and what comes last, last. */

#include "core/chat/prompt-private.h"

#include <string.h>

static void
append_text (GString *out, const char *text)
{
  if (*text == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, "\n\n");
  g_string_append (out, text);
}

static void
add_turn (LueurPrompt *self, LueurTurnRole role, const char *text)
{
  LueurTurn turn = { role, NULL };

  if (self->turns->len > 0)
    {
      LueurTurn *last = &g_array_index (self->turns, LueurTurn, self->turns->len - 1);

      /* Two in a row of the same (a reply failed in between) would upset templates that expect them to
       * alternate. */
      if (last->role == role)
        {
          char *both = g_strconcat (last->text, "\n\n", text, NULL);

          g_free ((char *) last->text);
          last->text = both;
          return;
        }
    }
  turn.text = g_strdup (text);
  g_array_append_val (self->turns, turn);
}

static LueurTurnRole
role_of (const LueurPart *part)
{
  return part->entry->role == LUEUR_BOOK_USER        ? LUEUR_TURN_USER
         : part->entry->role == LUEUR_BOOK_COMPANION ? LUEUR_TURN_COMPANION
                                                     : LUEUR_TURN_SYSTEM;
}

/* Where there is only one system text, what an entry wants said by the system in the conversation goes into that. */
static gboolean
is_in_head (const LueurPart *part, gboolean system_last)
{
  if (part->kind == LUEUR_PART_BOOK_DEPTH)
    return !system_last && role_of (part) == LUEUR_TURN_SYSTEM;
  return part->kind < LUEUR_PART_HISTORY || !system_last;
}

/* The message that an entry stands before: @n for one after the last. */
static guint
place_of (const LueurPart *part, guint first, guint n)
{
  guint depth = (guint) part->entry->depth;

  if (part->entry->from_start)
    return first + MIN (depth, n - first);
  /* What the companion would have said last is not to be gone on with. */
  if (depth == 0 && role_of (part) == LUEUR_TURN_COMPANION)
    depth = 1;
  return n - MIN (depth, n - first);
}

static void
add_entries (LueurPrompt *self, const LueurPromptInput *input, guint first, guint place)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const LueurPart *part = &g_array_index (self->parts, LueurPart, i);

      if (part->kind == LUEUR_PART_BOOK_DEPTH && *part->text != '\0' && !is_in_head (part, input->system_last) &&
          place_of (part, first, input->n_history) == place)
        add_turn (self, role_of (part), part->text);
    }
}

void
lueur_prompt_write_turns (LueurPrompt *self, const LueurComposer *composer, guint first)
{
  const LueurPromptInput *input = composer->input;
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) tail = g_string_new (NULL);
  gboolean has_entries = FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const LueurPart *part = &g_array_index (self->parts, LueurPart, i);

      if (is_in_head (part, input->system_last))
        append_text (head, part->text);
      else if (part->kind == LUEUR_PART_BOOK_DEPTH)
        has_entries = TRUE;
      else
        append_text (tail, part->text);
    }
  add_turn (self, LUEUR_TURN_SYSTEM, head->str);
  for (guint i = first; i <= input->n_history; i++)
    {
      if (has_entries)
        add_entries (self, input, first, i);
      if (i < input->n_history && *input->history[i].text != '\0')
        add_turn (self, input->history[i].role, input->history[i].text);
    }
  if (tail->len > 0)
    add_turn (self, LUEUR_TURN_SYSTEM, tail->str);
}
