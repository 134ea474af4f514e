/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When an avatar draws its next pose, and by which source it is called for it. */

#include <math.h>

#include "ui/avatar/avatar-self.h"

#define BREATHING_MS 90  /* 11 times a second at most */
#define SETTLE_SECONDS 4 /* how often a face that must not move looks whether its feeling has passed */
/* Less than this is not worth a frame, in pixels. */
#define SMALLEST_SHIFT 0.22
/* More than this is a change of expression, in parameters. */
#define SMALLEST_CHANGE 0.03f

double
lueur_avatar_now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

gboolean
lueur_avatar_may_move (LueurAvatar *self)
{
  return self->animate && lueur_motion_get_level (self->motion) == LUEUR_MOTION_FULL;
}

gboolean
lueur_avatar_is_seen (LueurAvatar *self)
{
  return lueur_motion_get_level (self->motion) != LUEUR_MOTION_HIDDEN;
}

/* --- Poses ------------------------------------------------------------------------------------ */

const LueurPose *
lueur_avatar_get_expression (LueurExpression expression, gpointer data)
{
  LueurAvatar *self = data;
  LueurFace *face = lueur_dresser_get_face (self->dresser);

  return face != NULL ? lueur_rig_get_expression (lueur_face_get_plates (face)->rig, expression)
                      : lueur_expression_get_pose (expression);
}

/* Whether one picture stands for everything. */
gboolean
lueur_avatar_is_still (LueurAvatar *self)
{
  LueurFigure *figure = lueur_dresser_get_figure (self->dresser);

  return figure != NULL && figure->sprites != NULL && lueur_sprites_is_still (figure->sprites);
}

static double
face_scale (LueurAvatar *self)
{
  LueurFace *face = lueur_dresser_get_face (self->dresser);

  return face != NULL ? lueur_face_get_plates (face)->scale : 1;
}

/* Whether anybody could tell @pose from the one that is drawn. */
static gboolean
is_worth_drawing (LueurAvatar *self, const LueurPose *pose)
{
  return !self->has_pose || lueur_pose_get_shift (pose, &self->pose) * face_scale (self) >= SMALLEST_SHIFT;
}

static void
take_pose (LueurAvatar *self, const LueurPose *pose)
{
  if (!is_worth_drawing (self, pose))
    return;
  self->pose = *pose;
  self->has_pose = TRUE;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What shows now fades out, whatever comes. */
void
lueur_avatar_begin_fade (LueurAvatar *self)
{
  if (!lueur_avatar_is_seen (self) || !self->animate || self->shown == NULL)
    return;
  g_clear_pointer (&self->old, gsk_render_node_unref);
  self->old = gsk_render_node_ref (self->shown);
  self->fade_from = lueur_avatar_now ();
}

static gboolean
is_fading (LueurAvatar *self, double now)
{
  if (self->old == NULL)
    return FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (now - self->fade_from < LUEUR_AVATAR_FADE_SECONDS)
    return TRUE;
  g_clear_pointer (&self->old, gsk_render_node_unref);
  return FALSE;
}

/* --- When to draw next ------------------------------------------------------------------------- */

void
lueur_avatar_stop (LueurAvatar *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LueurAvatar *self = LUEUR_AVATAR (widget);

  self->stats.n_wakes++;
  lueur_avatar_play (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_timer (gpointer data)
{
  LueurAvatar *self = data;

  self->stats.n_wakes++;
  lueur_avatar_play (self);
  return G_SOURCE_CONTINUE;
}

static void
on_settle (gpointer data)
{
  LueurAvatar *self = data;

  self->settle_id = 0;
  self->stats.n_wakes++;
  lueur_avatar_play (self);
}

static void
schedule (LueurAvatar *self, LueurActivity activity)
{
  if (activity == LUEUR_ACTIVITY_MOVING)
    {
      g_clear_handle_id (&self->timer_id, g_source_remove);
      if (self->tick_id == 0)
        self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
      return;
    }
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  if (activity == LUEUR_ACTIVITY_STILL)
    g_clear_handle_id (&self->timer_id, g_source_remove);
  else if (self->timer_id == 0)
    {
      self->timer_id = g_timeout_add (BREATHING_MS, on_timer, self);
      g_source_set_name_by_id (self->timer_id, "[lueur] avatar breath");
    }
}

/* Moves on to now and sees to being called again in time. */
void
lueur_avatar_play (LueurAvatar *self)
{
  double now = lueur_avatar_now ();
  LueurActivity activity = LUEUR_ACTIVITY_STILL;
  LueurPose pose;

  if (!lueur_avatar_is_seen (self))
    {
      lueur_avatar_stop (self);
      return;
    }
  lueur_avatar_update_label (self);
  lueur_dresser_set_expression (self->dresser, lueur_actor_get_expression (&self->actor, now));
  if (self->mood != lueur_actor_get_shown (&self->actor, now))
    {
      self->mood = lueur_actor_get_shown (&self->actor, now);
      if (lueur_avatar_is_still (self))
        {
          lueur_avatar_begin_fade (self);
          gtk_widget_queue_draw (GTK_WIDGET (self));
        }
    }
  if (lueur_avatar_may_move (self))
    {
      g_clear_handle_id (&self->settle_id, g_source_remove);
      activity = lueur_actor_advance (&self->actor, now, &pose);
      /* Has the parts drawn for the angle at which they will be held; that is done before the head gets there. */
      lueur_dresser_set_tilt (self->dresser, self->actor.lean, self->actor.roll);
    }
  else
    {
      lueur_actor_jump (&self->actor, now, &pose);
      /* What will not be drawn may not fade in either: it would do so for ever. */
      if (self->has_pose && is_worth_drawing (self, &pose) && lueur_pose_distance (&pose, &self->pose) > SMALLEST_CHANGE)
        lueur_avatar_begin_fade (self);
      /* A feeling passes even where nothing moves. */
      if (self->settle_id == 0 && !lueur_actor_is_settled (&self->actor, now))
        {
          self->settle_id = g_timeout_add_seconds_once (SETTLE_SECONDS, on_settle, self);
          g_source_set_name_by_id (self->settle_id, "[lueur] avatar rest");
        }
    }
  take_pose (self, &pose);
  if (is_fading (self, now))
    activity = LUEUR_ACTIVITY_MOVING;
  schedule (self, activity);
}
