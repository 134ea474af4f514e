/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/emotion/mood.h"
#include "core/emotion/reader.h"

G_BEGIN_DECLS

typedef void (*LueurFeelingsFunc) (const LueurFeeling *feeling, gpointer data);

/**
 * LueurFeelings:
 *
 * The companion's mood while it talks: each finished sentence is read, the mood moves, and it comes to rest
 * by itself once nothing more is said. It has a timer only while it is not at rest. Expression tags that a
 * model or a card writes move the mood too, and are taken out of what is said before anybody sees it.
 */
typedef struct _LueurFeelings LueurFeelings;

LueurFeelings *lueur_feelings_new (LueurClock *clock, const LueurReader *reader, LueurFeelingsFunc func, gpointer data);
void           lueur_feelings_free (LueurFeelings *self);
void           lueur_feelings_set_names (LueurFeelings *self, const char *const *names);
/* How the person's message was read that the next words answer: who is asked about their pain is looked at with care. */
void           lueur_feelings_hear (LueurFeelings *self, const LueurFeeling *heard);
const char    *lueur_feelings_feed (LueurFeelings *self, const char *text);
const char    *lueur_feelings_end (LueurFeelings *self);
void           lueur_feelings_get (LueurFeelings *self, LueurFeeling *feeling);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurFeelings, lueur_feelings_free)

G_END_DECLS
