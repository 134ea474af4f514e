/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/search-result.h"

struct _LueurSearchResult
{
  GObject parent_instance;

  LueurConversation *conversation;
  gint64 message;
  gint64 created_at;
  char *excerpt;
  guint n_marks;
  LueurSearchMark marks[LUEUR_SEARCH_MARKS_MAX];
};

G_DEFINE_FINAL_TYPE (LueurSearchResult, lueur_search_result, G_TYPE_OBJECT)

static void
lueur_search_result_finalize (GObject *object)
{
  LueurSearchResult *self = LUEUR_SEARCH_RESULT (object);

  g_clear_object (&self->conversation);
  g_free (self->excerpt);

  G_OBJECT_CLASS (lueur_search_result_parent_class)->finalize (object);
}

static void
lueur_search_result_class_init (LueurSearchResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_search_result_finalize;
}

static void
lueur_search_result_init (LueurSearchResult *self)
{
}

/**
 * lueur_search_result_new:
 * @hit: what the store tells
 * @conversation: the one it is about
 *
 * Returns: (transfer full): the same, for a view
 */
LueurSearchResult *
lueur_search_result_new (const LueurSearchHit *hit, LueurConversation *conversation)
{
  LueurSearchResult *self = g_object_new (LUEUR_TYPE_SEARCH_RESULT, NULL);

  self->conversation = g_object_ref (conversation);
  self->message = hit->message;
  self->created_at = hit->created_at;
  self->excerpt = g_strdup (hit->excerpt);
  self->n_marks = hit->n_marks;
  for (guint i = 0; i < hit->n_marks; i++)
    self->marks[i] = hit->marks[i];
  return self;
}

LueurConversation *
lueur_search_result_get_conversation (LueurSearchResult *self)
{
  return self->conversation;
}

gint64
lueur_search_result_get_message (LueurSearchResult *self)
{
  return self->message;
}

gint64
lueur_search_result_get_created_at (LueurSearchResult *self)
{
  return self->created_at;
}

const char *
lueur_search_result_get_excerpt (LueurSearchResult *self)
{
  return self->excerpt;
}

const LueurSearchMark *
lueur_search_result_get_marks (LueurSearchResult *self, guint *n)
{
  *n = self->n_marks;
  return self->marks;
}
