/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/emotion/label.h"

G_BEGIN_DECLS

/**
 * LueurAvatarState:
 *
 * What the companion is doing, beside what it feels.
 */
typedef enum
{
  LUEUR_AVATAR_RESTING,
  LUEUR_AVATAR_ATTENTIVE, /* the person writes */
  LUEUR_AVATAR_THINKING,  /* asked, no word yet */
  LUEUR_AVATAR_SPEAKING,  /* words come */
  LUEUR_AVATAR_AWAY,      /* a pause; the window is not looked at */
} LueurAvatarState;

GType lueur_avatar_state_get_type (void);
#define LUEUR_TYPE_AVATAR_STATE (lueur_avatar_state_get_type ())

/*
 * LueurAvatar: a thin widget that shows one companion's face. Role image; its accessible label says
 * name and expression in words (“Léa, smiling”) and changes at most once in two seconds.
 *
 * Properties: look (string, JSON: docs/avatar-format.md), name-for-label (string), state, liveliness (double [0, 1]),
 * animate (bool: FALSE freezes it, for grids of many), loading (bool, read only), error (string, read only).
 */
#define LUEUR_TYPE_AVATAR (lueur_avatar_get_type ())
G_DECLARE_FINAL_TYPE (LueurAvatar, lueur_avatar, LUEUR, AVATAR, GtkWidget)

GtkWidget *lueur_avatar_new (void);
void       lueur_avatar_set_look (LueurAvatar *self, const char *look);
void       lueur_avatar_set_person (LueurAvatar *self, const char *name);
void       lueur_avatar_set_state (LueurAvatar *self, LueurAvatarState state);
void       lueur_avatar_set_feeling (LueurAvatar *self, const LueurFeeling *feeling);
/* What the person just wrote feels like: the face answers it (concern for sadness, joy with joy). */
void       lueur_avatar_hear (LueurAvatar *self, const LueurFeeling *feeling);
/* Words that just came: the mouth speaks them. */
void       lueur_avatar_speak (LueurAvatar *self, const char *text);
/* Loudness in [0, 1] of speech being played; overrides the letters. -1: none. */
void       lueur_avatar_set_loudness (LueurAvatar *self, double loudness);
/* How full the chest is, in [0, 1], for who breathes along; -1: it breathes as it likes. Nothing moves where nothing may. */
void       lueur_avatar_set_breath (LueurAvatar *self, double breath);
/* Where the person's attention is, in [-1, 1] of the avatar's own box, y down. */
void       lueur_avatar_look_at (LueurAvatar *self, double x, double y);
/* Whether the look was read and its face is shown. */
gboolean   lueur_avatar_is_ready (LueurAvatar *self);
/* The app's own default look for the @index-th companion: differs from one to the next. (transfer full) */
char      *lueur_avatar_dup_default_look (guint index);

G_END_DECLS
