/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The widget that shows a companion's face. What the face does is the actor's business, what it is
 * drawn with the dresser's, whether it may move at all the motion watcher's. The widget brings them
 * together. When its next pose is drawn: avatar-play.c; what it says of itself: avatar-label.c.
 */

#include "ui/avatar/avatar.h"

#include <adwaita.h>
#include <math.h>

#include "ui/avatar/avatar-paint.h"
#include "ui/avatar/avatar-self.h"

G_DEFINE_ENUM_TYPE (LueurAvatarState, lueur_avatar_state,
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_RESTING, "resting"),
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_ATTENTIVE, "attentive"),
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_THINKING, "thinking"),
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_SPEAKING, "speaking"),
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_AWAY, "away"))

G_DEFINE_FINAL_TYPE (LueurAvatar, lueur_avatar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LOOK = 1,
  PROP_NAME_FOR_LABEL,
  PROP_STATE,
  PROP_LIVELINESS,
  PROP_ANIMATE,
  PROP_LOADING,
  PROP_ERROR,
} LueurAvatarProp;

static GParamSpec *properties[PROP_ERROR + 1];

static void
on_motion_changed (LueurAvatar *self)
{
  if (lueur_avatar_is_seen (self))
    lueur_avatar_play (self);
  else
    {
      lueur_avatar_stop (self);
      g_clear_handle_id (&self->label_id, g_source_remove);
      g_clear_pointer (&self->old, gsk_render_node_unref);
    }
}

static void
on_dresser_changed (LueurAvatar *self)
{
  const LueurLook *look = lueur_dresser_get_look (self->dresser);
  gboolean loading = lueur_dresser_is_loading (self->dresser);

  if (self->serial != lueur_dresser_get_serial (self->dresser))
    {
      self->serial = lueur_dresser_get_serial (self->dresser);
      lueur_avatar_begin_fade (self);
    }
  self->actor.mood = lueur_resting_mood_from_name (look != NULL ? look->mood : NULL);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->loading != loading)
    {
      self->loading = loading;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  lueur_avatar_play (self);
}

/* --- Drawing ---------------------------------------------------------------------------------- */

static GskRenderNode *
draw_content (LueurAvatar *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  LueurFace *face = lueur_dresser_get_face (self->dresser);
  GdkTexture *picture = lueur_dresser_get_picture (self->dresser);

  if (face != NULL && self->node == NULL)
    self->node = lueur_face_draw (face, &self->pose);
  if (face != NULL && self->node != NULL)
    lueur_avatar_paint_face (GTK_WIDGET (self), snapshot, face, self->node);
  else if (face == NULL && picture != NULL)
    lueur_avatar_paint_picture (GTK_WIDGET (self), snapshot, picture, lueur_avatar_is_still (self), self->pose.v[LUEUR_PARAM_BREATH], self->mood);
  else if (face == NULL && !self->loading) /* what is there in a moment needs no stand-in */
    lueur_avatar_paint_initial (GTK_WIDGET (self), snapshot, self->person);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
lueur_avatar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LueurAvatar *self = LUEUR_AVATAR (widget);
  gint64 start = g_get_monotonic_time ();

  if (gtk_widget_get_width (widget) < 1 || gtk_widget_get_height (widget) < 1)
    return;
  if (!self->has_pose)
    {
      lueur_actor_jump (&self->actor, lueur_avatar_now (), &self->pose);
      self->has_pose = TRUE;
    }
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  self->shown = draw_content (self);
  if (self->old != NULL)
    {
      double t = CLAMP ((lueur_avatar_now () - self->fade_from) / LUEUR_AVATAR_FADE_SECONDS, 0, 1);

      gtk_snapshot_push_cross_fade (snapshot, t * t * (3 - 2 * t));
      gtk_snapshot_append_node (snapshot, self->old);
      gtk_snapshot_pop (snapshot);
      if (self->shown != NULL)
        gtk_snapshot_append_node (snapshot, self->shown);
      gtk_snapshot_pop (snapshot);
    }
  else if (self->shown != NULL)
    gtk_snapshot_append_node (snapshot, self->shown);
  self->stats.n_frames++;
  self->stats.snapshot_us += g_get_monotonic_time () - start;
}

static void
lueur_avatar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = 16;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 300;
}

static void
update_box (LueurAvatar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  lueur_dresser_set_box (self->dresser, gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                         gtk_widget_get_scale_factor (widget));
}

static void
lueur_avatar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_box (LUEUR_AVATAR (widget));
}

/* --- The object ------------------------------------------------------------------------------- */

static void
lueur_avatar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurAvatar *self = LUEUR_AVATAR (object);

  switch ((LueurAvatarProp) id)
    {
    case PROP_LOOK:
      g_value_set_string (value, self->look);
      break;
    case PROP_NAME_FOR_LABEL:
      g_value_set_string (value, self->person);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->actor.state);
      break;
    case PROP_LIVELINESS:
      g_value_set_double (value, self->actor.liveliness);
      break;
    case PROP_ANIMATE:
      g_value_set_boolean (value, self->animate);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_ERROR:
      g_value_set_string (value, lueur_dresser_get_error (self->dresser));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_avatar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurAvatar *self = LUEUR_AVATAR (object);

  switch ((LueurAvatarProp) id)
    {
    case PROP_LOOK:
      lueur_avatar_set_look (self, g_value_get_string (value));
      break;
    case PROP_NAME_FOR_LABEL:
      lueur_avatar_set_person (self, g_value_get_string (value));
      break;
    case PROP_STATE:
      lueur_avatar_set_state (self, g_value_get_enum (value));
      break;
    case PROP_LIVELINESS:
      if (self->actor.liveliness != g_value_get_double (value))
        {
          self->actor.liveliness = g_value_get_double (value);
          g_object_notify_by_pspec (object, pspec);
          lueur_avatar_play (self);
        }
      break;
    case PROP_ANIMATE:
      if (self->animate != g_value_get_boolean (value))
        {
          self->animate = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
          lueur_avatar_play (self);
        }
      break;
    case PROP_LOADING:
    case PROP_ERROR:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_avatar_dispose (GObject *object)
{
  LueurAvatar *self = LUEUR_AVATAR (object);

  lueur_avatar_stop (self);
  g_clear_handle_id (&self->label_id, g_source_remove);
  if (self->motion != NULL)
    g_signal_handlers_disconnect_by_data (self->motion, self);
  if (self->dresser != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dresser, self);
      g_object_run_dispose (G_OBJECT (self->dresser));
    }
  g_clear_object (&self->motion);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  g_clear_pointer (&self->old, gsk_render_node_unref);
  G_OBJECT_CLASS (lueur_avatar_parent_class)->dispose (object);
}

static void
lueur_avatar_finalize (GObject *object)
{
  LueurAvatar *self = LUEUR_AVATAR (object);

  g_clear_object (&self->dresser);
  g_free (self->look);
  g_free (self->person);
  g_free (self->label);
  G_OBJECT_CLASS (lueur_avatar_parent_class)->finalize (object);
}

static void
lueur_avatar_class_init (LueurAvatarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_avatar_get_property;
  object_class->set_property = lueur_avatar_set_property;
  object_class->dispose = lueur_avatar_dispose;
  object_class->finalize = lueur_avatar_finalize;
  widget_class->measure = lueur_avatar_measure;
  widget_class->size_allocate = lueur_avatar_size_allocate;
  widget_class->snapshot = lueur_avatar_snapshot;

  properties[PROP_LOOK] = g_param_spec_string ("look", NULL, NULL, NULL, both);
  properties[PROP_NAME_FOR_LABEL] = g_param_spec_string ("name-for-label", NULL, NULL, NULL, both);
  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, lueur_avatar_state_get_type (), LUEUR_AVATAR_RESTING, both);
  properties[PROP_LIVELINESS] = g_param_spec_double ("liveliness", NULL, NULL, 0, 1, 0.6, both);
  properties[PROP_ANIMATE] = g_param_spec_boolean ("animate", NULL, NULL, TRUE, both);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "lueur-avatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lueur_avatar_init (LueurAvatar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  lueur_actor_init (&self->actor, g_random_int ());
  self->actor.get_expression = lueur_avatar_get_expression;
  self->actor.data = self;
  self->animate = TRUE;
  self->mood = LUEUR_EMOTION_NEUTRAL;
  self->dresser = lueur_dresser_new (lueur_wardrobe_get_for_display (gtk_widget_get_display (widget)));
  g_signal_connect_swapped (self->dresser, "changed", G_CALLBACK (on_dresser_changed), self);
  self->motion = lueur_motion_new (widget);
  g_signal_connect_swapped (self->motion, "notify::level", G_CALLBACK (on_motion_changed), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_box), NULL);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  lueur_avatar_update_label (self);
}

/* --- Public ----------------------------------------------------------------------------------- */

/**
 * lueur_avatar_new:
 *
 * Returns: (transfer floating): an avatar without a look: a circle with the person's initial
 */
GtkWidget *
lueur_avatar_new (void)
{
  return g_object_new (LUEUR_TYPE_AVATAR, NULL);
}

/**
 * lueur_avatar_set_look:
 * @self: an avatar
 * @look: (nullable): JSON; %NULL shows the initial
 *
 * What shows now stays until the new look can be shown.
 */
void
lueur_avatar_set_look (LueurAvatar *self, const char *look)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  if (!g_set_str (&self->look, look))
    return;
  lueur_dresser_set_look (self->dresser, look);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOK]);
}

void
lueur_avatar_set_person (LueurAvatar *self, const char *name)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  if (!g_set_str (&self->person, name))
    return;
  /* Another person is no change of expression: it is told at once. */
  g_clear_pointer (&self->label, g_free);
  lueur_avatar_update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME_FOR_LABEL]);
}

void
lueur_avatar_set_state (LueurAvatar *self, LueurAvatarState state)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  if (self->actor.state == state)
    return;
  lueur_actor_set_state (&self->actor, state, lueur_avatar_now ());
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  lueur_avatar_update_label (self);
  lueur_avatar_play (self);
}

/**
 * lueur_avatar_set_feeling:
 * @self: an avatar
 * @feeling: what the companion feels
 *
 * It shows for some seconds, then fades to the resting mood.
 */
void
lueur_avatar_set_feeling (LueurAvatar *self, const LueurFeeling *feeling)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));
  g_return_if_fail (feeling != NULL);

  lueur_actor_set_feeling (&self->actor, feeling, lueur_avatar_now ());
  lueur_avatar_update_label (self);
  lueur_avatar_play (self);
}

void
lueur_avatar_hear (LueurAvatar *self, const LueurFeeling *feeling)
{
  LueurFeeling answer;

  g_return_if_fail (LUEUR_IS_AVATAR (self));
  g_return_if_fail (feeling != NULL);

  lueur_feeling_answer (feeling, &answer);
  lueur_avatar_set_feeling (self, &answer);
}

void
lueur_avatar_speak (LueurAvatar *self, const char *text)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  /* Nobody sees it, nobody is owed it: a mouth that comes back into sight does not catch up. */
  if (!lueur_avatar_may_move (self))
    return;
  lueur_speech_feed (&self->actor.speech, text);
  lueur_avatar_play (self);
}

void
lueur_avatar_set_loudness (LueurAvatar *self, double loudness)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  self->actor.loudness = isfinite (loudness) && loudness >= 0 ? MIN (loudness, 1) : -1;
  lueur_avatar_play (self);
}

/**
 * lueur_avatar_set_breath:
 * @breath: how full the chest is, in [0, 1]; anything else gives the face its own breath back
 *
 * For paced breathing: the face breathes along for as long as this is set.
 */
void
lueur_avatar_set_breath (LueurAvatar *self, double breath)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  breath = isfinite (breath) && breath >= 0 ? MIN (breath, 1) : -1;
  if (self->actor.breath == breath)
    return;
  self->actor.breath = breath;
  lueur_avatar_play (self);
}

void
lueur_avatar_look_at (LueurAvatar *self, double x, double y)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  x = isfinite (x) ? CLAMP (x, -1, 1) : 0;
  y = isfinite (y) ? CLAMP (y, -1, 1) : 0;
  if (self->actor.look[0] == (float) x && self->actor.look[1] == (float) y)
    return;
  self->actor.look[0] = (float) x;
  self->actor.look[1] = (float) y;
  lueur_avatar_play (self);
}

gboolean
lueur_avatar_is_ready (LueurAvatar *self)
{
  g_return_val_if_fail (LUEUR_IS_AVATAR (self), FALSE);

  return !lueur_dresser_is_loading (self->dresser) &&
         (lueur_dresser_get_face (self->dresser) != NULL || lueur_dresser_get_picture (self->dresser) != NULL);
}

const LueurAvatarStats *
lueur_avatar_get_stats (LueurAvatar *self)
{
  return &self->stats;
}

LueurFace *
lueur_avatar_get_face (LueurAvatar *self)
{
  return lueur_dresser_get_face (self->dresser);
}
