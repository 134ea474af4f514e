/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"

G_BEGIN_DECLS

/* Bytes that a tag may have, its brackets included; what is longer is text. */
#define LUEUR_TAG_MAX 480

/* @text: a run of what people read, cut anywhere; not nul-terminated. */
typedef void (*LueurTagsTextFunc) (const char *text, gsize length, gpointer user_data);
/* @strength: how clearly the tag says it, in [0, 1]. */
typedef void (*LueurTagsFunc) (LueurEmotion label, float strength, gpointer user_data);

/**
 * LueurTags:
 *
 * Takes expression tags out of a text that may still grow: “[joy]”, “(smile)”, “<|ACT …|>”. What could
 * become a tag is held back until it is known, so that no part of one is ever seen; what turns out to be
 * text comes through unchanged. Code and links are left alone. Allocates nothing. A plain value; the
 * fields are its own.
 */
typedef struct
{
  char held[LUEUR_TAG_MAX];
  guint n_held;
  guint gap;      /* spaces not yet passed on */
  guint ticks, code_ticks, fence;
  gboolean closed; /* what is held is a tag, unless what follows makes a link of it */
  gboolean hid;    /* a tag was taken out since the last byte that was passed on */
  guchar last;     /* the last byte passed on; 0 at the start */
  guchar last_mark; /* the same without spaces */
} LueurTags;

void  lueur_tags_init (LueurTags *self);
void  lueur_tags_feed (LueurTags *self, const char *text, gssize length, LueurTagsTextFunc text_func,
                       LueurTagsFunc tag_func, gpointer user_data);
void  lueur_tags_end (LueurTags *self, LueurTagsTextFunc text_func, LueurTagsFunc tag_func, gpointer user_data);
char *lueur_tags_strip (const char *text);

G_END_DECLS
