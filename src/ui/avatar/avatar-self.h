/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/actor.h"
#include "ui/avatar/avatar-private.h"
#include "ui/avatar/dresser.h"
#include "ui/avatar/motion.h"

G_BEGIN_DECLS

/* What is shared by the files that make up the widget: avatar.c, avatar-play.c and avatar-label.c. */

#define LUEUR_AVATAR_FADE_SECONDS 0.22

struct _LueurAvatar
{
  GtkWidget parent_instance;

  LueurDresser *dresser;
  LueurMotion *motion;
  LueurActor actor;

  LueurPose pose;           /* that is drawn */
  GskRenderNode *node;      /* (nullable): the face in @pose */
  GskRenderNode *shown;     /* (nullable): what the box held at the last frame */
  GskRenderNode *old;       /* (nullable): what fades out */
  double fade_from;         /* seconds */
  gboolean has_pose;
  guint serial;             /* of what the dresser had */
  LueurEmotion mood;        /* that a ring shows */

  guint tick_id, timer_id, settle_id, label_id;
  double labelled_at;
  char *label;

  char *look;
  char *person;
  gboolean animate;
  gboolean loading;
  LueurAvatarStats stats;
};

/* In seconds, of a clock that never goes back. */
double   lueur_avatar_now (void);
gboolean lueur_avatar_is_seen (LueurAvatar *self);
gboolean lueur_avatar_may_move (LueurAvatar *self);
/* Whether one picture stands for everything. */
gboolean lueur_avatar_is_still (LueurAvatar *self);
/* For the actor: a rig's own point for an expression, or everybody's. */
const LueurPose *lueur_avatar_get_expression (LueurExpression expression, gpointer data);

/* Moves on to now and sees to being called again in time. */
void lueur_avatar_play (LueurAvatar *self);
/* Takes away all sources that would call it. */
void lueur_avatar_stop (LueurAvatar *self);
/* What shows now fades out, whatever comes. */
void lueur_avatar_begin_fade (LueurAvatar *self);

/* Tells a screen reader what shows, at most once in two seconds. */
void lueur_avatar_update_label (LueurAvatar *self);

G_END_DECLS
