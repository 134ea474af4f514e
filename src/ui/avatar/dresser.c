/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a look to something that can be drawn. */

#include "ui/avatar/dresser.h"

#include <math.h>

#include "ui/avatar/errands.h"
#include "ui/avatar/shelf.h"
#include "ui/avatar/stage.h"

/* While a window is resized its pictures are stretched; they are drawn anew once it holds still. */
#define SETTLE_MS 150
/* Nor is a difference of so little worth it. */
#define SAME_SCALE 0.015

struct _LueurDresser
{
  GObject parent_instance;

  LueurWardrobe *wardrobe;
  GCancellable *cancellable;
  LueurLook *look;
  char *json;
  LueurFigure *figure;
  LueurFace *face;
  LueurShelf shelf; /* of the face */
  GdkTexture *picture;
  char *error;
  double width, height, scale_factor;
  LueurExpression expression;
  guint turn;
  guint serial;
  guint settle_id;
  gboolean figure_pending, drawing;
  gboolean dressed; /* the face is of this look, whatever its size and tilt */
  float lean, roll;
  double drawn_scale; /* asked for last */
  float drawn_lean, drawn_roll;
  GBytes *shown; /* the file that the picture is of */
};

G_DEFINE_FINAL_TYPE (LueurDresser, lueur_dresser, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void draw (LueurDresser *self);

static void
changed (LueurDresser *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fail (LueurDresser *self, GError *error)
{
  g_set_str (&self->error, error->message);
  changed (self);
}

/* --- Rigs --------------------------------------------------------------------------------------- */

static double
wanted_scale (LueurDresser *self)
{
  LueurStage stage;

  lueur_stage_for_rig (&stage, self->width, self->height, self->figure->rig->width, self->figure->rig->height,
                       lueur_stage_wants_head (self->width, self->height), 0);
  return stage.scale * self->scale_factor;
}

static void
on_plates (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurDresser) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPlates) plates = lueur_plates_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->drawing = FALSE;
  if (plates == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_object (&self->picture);
  lueur_shelf_put (&self->shelf, plates);
  if (self->face == NULL || !lueur_face_set_plates (self->face, plates))
    {
      g_clear_pointer (&self->face, lueur_face_free);
      self->face = lueur_face_new (plates);
    }
  /* The same face at another size or tilt is nothing new to look at. */
  if (!self->dressed)
    self->serial++;
  self->dressed = TRUE;
  g_clear_pointer (&self->error, g_free);
  changed (self);
  draw (self); /* the box may have changed meanwhile */
}

/* --- Pictures ----------------------------------------------------------------------------------- */

typedef struct
{
  GBytes *bytes;
  int width, height;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  g_free (job);
}

static void
run_decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  LueurPicture *picture = lueur_picture_decode (job->bytes, job->width, job->height, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) lueur_picture_free);
  else
    g_task_return_error (task, error);
}

static void
on_picture (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurDresser) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPicture) picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->drawing = FALSE;
  if (picture == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->face, lueur_face_free);
  g_clear_object (&self->picture);
  self->picture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT, picture->pixels, picture->stride);
  self->dressed = TRUE;
  self->serial++;
  g_clear_pointer (&self->error, g_free);
  changed (self);
  draw (self);
}

static void
draw_picture (LueurDresser *self)
{
  GBytes *bytes = lueur_sprites_get (self->figure->sprites, self->expression, self->turn);
  double side = MAX (self->width, self->height) * self->scale_factor;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (bytes == NULL || (self->dressed && self->shown == bytes && fabs (side / self->drawn_scale - 1) < SAME_SCALE))
    return;
  self->drawn_scale = side;
  self->shown = bytes;
  self->drawing = TRUE;
  job = g_new0 (Job, 1);
  job->bytes = g_bytes_ref (bytes);
  job->width = job->height = (int) CLAMP (ceil (side * 1.3), 16, 2400);
  task = g_task_new (NULL, self->cancellable, on_picture, g_object_ref (self));
  g_task_set_source_tag (task, draw_picture);
  g_task_set_task_data (task, job, job_free);
  lueur_errands_run (task, run_decode);
}

/* --- Both --------------------------------------------------------------------------------------- */

static void
draw (LueurDresser *self)
{
  LueurPlatesOrder order = { 0 };

  if (self->figure == NULL || self->drawing || !(self->width >= 1 && self->height >= 1))
    return;
  if (self->figure->sprites != NULL)
    {
      draw_picture (self);
      return;
    }
  order.scale = wanted_scale (self);
  order.lean = self->lean;
  order.roll = self->roll;
  if (self->dressed && fabs (order.scale / self->drawn_scale - 1) < SAME_SCALE && order.lean == self->drawn_lean &&
      order.roll == self->drawn_roll)
    return;
  if (!self->dressed || fabs (order.scale / self->drawn_scale - 1) >= SAME_SCALE)
    lueur_shelf_clear (&self->shelf);
  else
    {
      LueurPlates *kept = lueur_shelf_find (&self->shelf, order.lean, order.roll);

      order.scale = self->drawn_scale;
      if (kept != NULL && lueur_face_set_plates (self->face, kept))
        {
          self->drawn_lean = order.lean;
          self->drawn_roll = order.roll;
          changed (self);
          return;
        }
    }
  self->drawn_scale = order.scale;
  self->drawn_lean = order.lean;
  self->drawn_roll = order.roll;
  self->drawing = TRUE;
  lueur_plates_new_async (self->figure->rig, self->look, &order, self->cancellable, on_plates, g_object_ref (self));
}

static void
on_figure (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurDresser) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurFigure) figure = lueur_wardrobe_load_finish (LUEUR_WARDROBE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->figure_pending = FALSE;
  if (figure == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->figure, lueur_figure_unref);
  self->figure = g_steal_pointer (&figure);
  self->shown = NULL;
  changed (self);
  draw (self);
}

static void
cancel (LueurDresser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->drawing = self->figure_pending = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
}

void
lueur_dresser_set_look (LueurDresser *self, const char *json)
{
  LueurLook *look;
  gboolean same_rig;

  if (self->look != NULL && g_strcmp0 (self->json, json) == 0)
    return;
  cancel (self);
  look = lueur_look_parse (json);
  same_rig = self->look != NULL && self->figure != NULL && g_strcmp0 (self->look->rig, look->rig) == 0;
  g_clear_pointer (&self->look, lueur_look_free);
  self->look = look;
  g_set_str (&self->json, json);
  g_clear_pointer (&self->error, g_free); /* it was of another look */
  self->dressed = FALSE;
  lueur_shelf_clear (&self->shelf);
  if (json == NULL)
    {
      g_clear_pointer (&self->figure, lueur_figure_unref);
      g_clear_pointer (&self->face, lueur_face_free);
      g_clear_object (&self->picture);
      self->serial++;
      changed (self);
      return;
    }
  if (same_rig)
    {
      changed (self);
      draw (self);
      return;
    }
  self->figure_pending = TRUE;
  lueur_wardrobe_load_async (self->wardrobe, look->rig, self->cancellable, on_figure, g_object_ref (self));
  changed (self);
}

static void
on_settled (gpointer data)
{
  LueurDresser *self = data;

  self->settle_id = 0;
  draw (self);
}

void
lueur_dresser_set_box (LueurDresser *self, double width, double height, double scale_factor)
{
  if (self->width == width && self->height == height && self->scale_factor == scale_factor)
    return;
  self->width = width;
  self->height = height;
  self->scale_factor = scale_factor;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (!self->dressed)
    draw (self);
  else
    {
      self->settle_id = g_timeout_add_once (SETTLE_MS, on_settled, self);
      g_source_set_name_by_id (self->settle_id, "[lueur] avatar size");
    }
}

void
lueur_dresser_set_tilt (LueurDresser *self, float lean, float roll)
{
  if (self->lean == lean && self->roll == roll)
    return;
  self->lean = lean;
  self->roll = roll;
  if (self->dressed && self->face != NULL)
    draw (self);
}

void
lueur_dresser_set_expression (LueurDresser *self, LueurExpression expression)
{
  if (self->expression == expression)
    return;
  self->expression = expression;
  self->turn++;
  if (self->figure != NULL && self->figure->sprites != NULL)
    draw (self);
}

/* --- The object --------------------------------------------------------------------------------- */

static void
lueur_dresser_dispose (GObject *object)
{
  LueurDresser *self = LUEUR_DRESSER (object);

  cancel (self);
  g_clear_pointer (&self->figure, lueur_figure_unref);
  g_clear_pointer (&self->face, lueur_face_free);
  lueur_shelf_clear (&self->shelf);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (lueur_dresser_parent_class)->dispose (object);
}

static void
lueur_dresser_finalize (GObject *object)
{
  LueurDresser *self = LUEUR_DRESSER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->wardrobe);
  g_clear_pointer (&self->look, lueur_look_free);
  g_free (self->json);
  g_free (self->error);
  G_OBJECT_CLASS (lueur_dresser_parent_class)->finalize (object);
}

static void
lueur_dresser_class_init (LueurDresserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lueur_dresser_dispose;
  object_class->finalize = lueur_dresser_finalize;
  signals[CHANGED] = g_signal_new ("changed", LUEUR_TYPE_DRESSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lueur_dresser_init (LueurDresser *self)
{
  self->cancellable = g_cancellable_new ();
  self->expression = LUEUR_EMOTION_NEUTRAL;
  self->scale_factor = 1;
}

LueurDresser *
lueur_dresser_new (LueurWardrobe *wardrobe)
{
  LueurDresser *self = g_object_new (LUEUR_TYPE_DRESSER, NULL);

  self->wardrobe = g_object_ref (wardrobe);
  return self;
}

const LueurLook *
lueur_dresser_get_look (LueurDresser *self)
{
  return self->look;
}

LueurFigure *
lueur_dresser_get_figure (LueurDresser *self)
{
  return self->figure;
}

LueurFace *
lueur_dresser_get_face (LueurDresser *self)
{
  return self->face;
}

GdkTexture *
lueur_dresser_get_picture (LueurDresser *self)
{
  return self->picture;
}

guint
lueur_dresser_get_serial (LueurDresser *self)
{
  return self->serial;
}

gboolean
lueur_dresser_is_loading (LueurDresser *self)
{
  return self->figure_pending || (self->figure != NULL && !self->dressed && self->error == NULL);
}

const char *
lueur_dresser_get_error (LueurDresser *self)
{
  return self->error;
}
