/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/store/rows.h"

/* Words rather than numbers: a file outlives the order of an enumeration. */
static const char *const role_words[] = { "system", "user", "companion" };
static const char *const state_words[] = { "complete", "waiting", "streaming", "stopped", "failed" };

void
lueur_book_row_free (LueurBookRow *self)
{
  g_free (self->name);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self);
}

void
lueur_request_piece_free (LueurRequestPiece *self)
{
  g_free (self->text);
  g_free (self);
}

void
lueur_request_row_free (LueurRequestRow *self)
{
  g_free (self->account);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_free (self);
}

void
lueur_persona_row_free (LueurPersonaRow *self)
{
  g_free (self->body);
  g_free (self);
}

void
lueur_persona_version_row_free (LueurPersonaVersionRow *self)
{
  g_free (self->body);
  g_free (self);
}

void
lueur_person_row_free (LueurPersonRow *self)
{
  g_free (self->body);
  g_free (self);
}

void
lueur_conversation_row_free (LueurConversationRow *self)
{
  g_free (self->title);
  g_free (self->preview);
  g_free (self->draft);
  g_free (self);
}

void
lueur_message_row_free (LueurMessageRow *self)
{
  g_free (self->text);
  g_free (self->error_code);
  g_free (self->error_detail);
  g_free (self->model);
  g_free (self->reason);
  g_free (self);
}

void
lueur_page_free (LueurPage *self)
{
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_free (self->preview);
  g_free (self->title);
  g_free (self);
}

void
lueur_shelf_free (LueurShelf *self)
{
  g_clear_pointer (&self->personas, g_ptr_array_unref);
  g_clear_pointer (&self->conversations, g_ptr_array_unref);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_free (self);
}

void
lueur_search_hit_free (LueurSearchHit *self)
{
  g_free (self->excerpt);
  g_free (self);
}

void
lueur_bin_row_free (LueurBinRow *self)
{
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}

void
lueur_opinion_row_free (LueurOpinionRow *self)
{
  g_free (self->reason);
  g_free (self->words);
  g_free (self->excerpt);
  g_free (self);
}

void
lueur_review_row_free (LueurReviewRow *self)
{
  g_free (self->works);
  g_free (self->bothers);
  g_free (self);
}

void
lueur_tally_row_free (LueurTallyRow *self)
{
  g_free (self->kind);
  g_free (self->word);
  g_free (self);
}

void
lueur_ritual_row_free (LueurRitualRow *self)
{
  g_free (self->kind);
  g_free (self->boot);
  g_free (self);
}

void
lueur_record_row_free (LueurRecordRow *self)
{
  g_free (self->kind);
  g_free (self->key);
  g_free (self->body);
  g_free (self);
}

LueurMessageRow *
lueur_message_row_new (LueurRole role, const char *text, gint64 created_at)
{
  LueurMessageRow *self = g_new0 (LueurMessageRow, 1);

  self->role = role;
  self->state = LUEUR_MESSAGE_COMPLETE;
  self->label = LUEUR_EMOTION_NEUTRAL;
  self->text = g_strdup (text);
  self->created_at = created_at;
  self->n_swipes = 1;
  return self;
}

static int
find_word (const char *const *words, guint n, const char *word, int otherwise)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  return otherwise;
}

const char *
lueur_role_to_word (LueurRole role)
{
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (role_words), role_words[LUEUR_ROLE_SYSTEM]);
  return role_words[role];
}

LueurRole
lueur_role_from_word (const char *word)
{
  return find_word (role_words, G_N_ELEMENTS (role_words), word, LUEUR_ROLE_SYSTEM);
}

const char *
lueur_message_state_to_word (LueurMessageState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_words), state_words[LUEUR_MESSAGE_COMPLETE]);
  return state_words[state];
}

LueurMessageState
lueur_message_state_from_word (const char *word)
{
  return find_word (state_words, G_N_ELEMENTS (state_words), word, LUEUR_MESSAGE_COMPLETE);
}
