/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pictures of companions. */

#include "ui/avatar/portrait.h"

#include <math.h>

#include "core/model/look.h"
#include "ui/avatar/errands.h"
#include "ui/avatar/face.h"
#include "ui/avatar/stage.h"
#include "ui/avatar/wardrobe.h"

#define MAX_SIDE 1024
#define MAX_PORTRAITS 300
#define MAX_PLATES 6

/* What was made last, attached to the wardrobe that it was made from. */
typedef struct
{
  GHashTable *portraits; /* key to GdkTexture */
  GQueue recent;         /* keys, owned by the table */
  GHashTable *plates;    /* key to LueurPlates */
  GQueue recent_plates;
  GHashTable *waiting;   /* key of plates to GPtrArray of GTask */
} Album;

typedef struct
{
  LueurWardrobe *wardrobe;
  LueurLook *look;
  LueurExpression expression;
  int width, height;
  LueurPortraitFocus focus;
  char *key;        /* of the portrait */
  char *plates_key; /* of what it is drawn with */
  LueurFigure *figure;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->wardrobe);
  g_clear_pointer (&order->figure, lueur_figure_unref);
  lueur_look_free (order->look);
  g_free (order->key);
  g_free (order->plates_key);
  g_free (order);
}

static void
album_free (gpointer data)
{
  Album *album = data;

  g_queue_clear (&album->recent);
  g_queue_clear (&album->recent_plates);
  g_hash_table_unref (album->portraits);
  g_hash_table_unref (album->plates);
  g_hash_table_unref (album->waiting);
  g_free (album);
}

static Album *
album_of (LueurWardrobe *wardrobe)
{
  Album *album = g_object_get_data (G_OBJECT (wardrobe), "lueur-album");

  if (album == NULL)
    {
      album = g_new0 (Album, 1);
      album->portraits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      album->plates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lueur_plates_unref);
      album->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      g_queue_init (&album->recent);
      g_queue_init (&album->recent_plates);
      g_object_set_data_full (G_OBJECT (wardrobe), "lueur-album", album, album_free);
    }
  return album;
}

/* Keeps @value, which is taken, and lets go of what was not used for longest. */
static void
keep (GHashTable *table, GQueue *recent, guint most, const char *key, gpointer value)
{
  gpointer old;

  if (g_hash_table_lookup_extended (table, key, &old, NULL))
    {
      g_queue_remove (recent, old);
      g_hash_table_remove (table, key);
    }
  old = g_strdup (key);
  g_hash_table_insert (table, old, value);
  g_queue_push_head (recent, old);
  while (recent->length > most)
    g_hash_table_remove (table, g_queue_pop_tail (recent));
}

/* --- Drawing -------------------------------------------------------------------------------------- */

static void
stage_for (const Order *order, double page_width, double page_height, LueurStage *stage)
{
  switch (order->focus)
    {
    case LUEUR_PORTRAIT_FACE:
      lueur_stage_for_square (stage, order->width, order->height, page_width, page_height, 0.58, 0.445);
      break;
    case LUEUR_PORTRAIT_HAIR:
      lueur_stage_for_square (stage, order->width, order->height, page_width, page_height, 0.98, 0.4);
      break;
    case LUEUR_PORTRAIT_HEAD:
    case LUEUR_PORTRAIT_WHOLE:
    default:
      lueur_stage_for_rig (stage, order->width, order->height, page_width, page_height, order->focus == LUEUR_PORTRAIT_HEAD, 1);
    }
}

static GdkTexture *
paint (const Order *order, const LueurStage *stage, GskRenderNode *node)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, order->width, order->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride = cairo_image_surface_get_stride (surface);

  if (stage->is_round)
    {
      const graphene_rect_t *box = &stage->clip.bounds;

      cairo_arc (cr, box->origin.x + box->size.width / 2, box->origin.y + box->size.height / 2, box->size.width / 2, 0,
                 2 * G_PI);
      cairo_clip (cr);
    }
  cairo_translate (cr, stage->x, stage->y);
  cairo_scale (cr, stage->scale, stage->scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * order->height);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (order->width, order->height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
deliver (GTask *task, GdkTexture *texture)
{
  Order *order = g_task_get_task_data (task);
  Album *album = album_of (order->wardrobe);

  keep (album->portraits, &album->recent, MAX_PORTRAITS, order->key, g_object_ref (texture));
  g_task_return_pointer (task, texture, g_object_unref);
}

static void
draw_rig (GTask *task, LueurPlates *plates)
{
  Order *order = g_task_get_task_data (task);
  g_autoptr (LueurFace) face = lueur_face_new (plates);
  const LueurPose *pose = lueur_rig_get_expression (plates->rig, order->expression);
  LueurPose resting;
  LueurStage stage;
  GskRenderNode *node;

  if (order->expression == LUEUR_EMOTION_NEUTRAL)
    {
      resting = *lueur_resting_mood_get_pose (lueur_resting_mood_from_name (order->look->mood));
      pose = &resting;
    }
  node = lueur_face_draw (face, pose);
  if (node == NULL)
    {
      g_task_return_new_error (task, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_NOT_A_RIG, "nothing to draw");
      return;
    }
  stage_for (order, plates->rig->width, plates->rig->height, &stage);
  deliver (task, paint (order, &stage, node));
  gsk_render_node_unref (node);
}

/* --- Rigs ----------------------------------------------------------------------------------------- */

static void
on_plates (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) first = data;
  Order *order = g_task_get_task_data (first);
  Album *album = album_of (order->wardrobe);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPlates) plates = lueur_plates_new_finish (result, &error);
  gpointer key = NULL, tasks = NULL;

  if (plates != NULL)
    keep (album->plates, &album->recent_plates, MAX_PLATES, order->plates_key, lueur_plates_ref (plates));
  g_hash_table_steal_extended (album->waiting, order->plates_key, &key, &tasks);
  for (guint i = 0; tasks != NULL && i < ((GPtrArray *) tasks)->len; i++)
    {
      GTask *task = g_ptr_array_index ((GPtrArray *) tasks, i);

      if (plates != NULL)
        draw_rig (task, plates);
      else
        g_task_return_error (task, g_error_copy (error));
    }
  g_clear_pointer (&tasks, g_ptr_array_unref);
  g_free (key);
}

static void
order_plates (GTask *task)
{
  Order *order = g_task_get_task_data (task);
  Album *album = album_of (order->wardrobe);
  LueurPlates *plates = g_hash_table_lookup (album->plates, order->plates_key);
  GPtrArray *tasks = g_hash_table_lookup (album->waiting, order->plates_key);
  const LueurRig *rig = order->figure->rig;
  LueurStage stage;
  LueurPlatesOrder what = { 0 };

  if (plates != NULL)
    {
      draw_rig (task, plates);
      return;
    }
  if (tasks != NULL)
    {
      g_ptr_array_add (tasks, g_object_ref (task));
      return;
    }
  tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (tasks, g_object_ref (task));
  g_hash_table_insert (album->waiting, g_strdup (order->plates_key), tasks);
  stage_for (order, rig->width, rig->height, &stage);
  what.scale = stage.scale;
  lueur_plates_new_async (order->figure->rig, order->look, &what, NULL, on_plates, g_object_ref (task));
}

/* --- Pictures --------------------------------------------------------------------------------------- */

static void
run_decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  GBytes *bytes = lueur_sprites_get (order->figure->sprites, order->expression, 0);
  GError *error = NULL;
  LueurPicture *picture = lueur_picture_decode (bytes, order->width * 2, order->height * 2, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) lueur_picture_free);
  else
    g_task_return_error (task, error);
}

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (LueurPicture) picture = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;
  LueurStage stage;

  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT, picture->pixels, picture->stride);
  node = gsk_texture_scale_node_new (texture, &GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height),
                                     GSK_SCALING_FILTER_TRILINEAR);
  lueur_stage_for_picture (&stage, order->width, order->height, picture->width, picture->height,
                           order->focus == LUEUR_PORTRAIT_WHOLE, 1);
  deliver (task, paint (order, &stage, node));
  gsk_render_node_unref (node);
}

static void
on_figure (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  order->figure = lueur_wardrobe_load_finish (LUEUR_WARDROBE (source), result, &error);
  if (order->figure == NULL)
    g_task_return_error (task, error);
  else if (g_task_return_error_if_cancelled (task))
    return;
  else if (order->figure->rig != NULL)
    order_plates (task);
  else
    {
      g_autoptr (GTask) decode = g_task_new (NULL, g_task_get_cancellable (task), on_decoded, g_object_ref (task));

      g_task_set_source_tag (decode, on_figure);
      g_task_set_task_data (decode, order, NULL);
      lueur_errands_run (decode, run_decode);
    }
}

/* --- Public ----------------------------------------------------------------------------------------- */

void
lueur_avatar_render_thumbnail_async (GdkDisplay *display, const char *look, LueurExpression expression, int width,
                                     int height, LueurPortraitFocus focus, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autofree char *json = NULL;
  GdkTexture *texture;
  Order *order;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  order = g_new0 (Order, 1);
  order->wardrobe = g_object_ref (lueur_wardrobe_get_for_display (display));
  order->look = lueur_look_parse (look);
  order->expression = expression < LUEUR_N_EXPRESSIONS ? expression : LUEUR_EMOTION_NEUTRAL;
  order->width = CLAMP (width, 1, MAX_SIDE);
  order->height = CLAMP (height, 1, MAX_SIDE);
  order->focus = focus;
  json = lueur_look_to_json (order->look);
  order->plates_key = g_strdup_printf ("%dx%d %d %s", order->width, order->height, focus, json);
  order->key = g_strdup_printf ("%u %s", order->expression, order->plates_key);
  g_task_set_source_tag (task, lueur_avatar_render_thumbnail_async);
  g_task_set_task_data (task, order, order_free);

  texture = g_hash_table_lookup (album_of (order->wardrobe)->portraits, order->key);
  if (texture != NULL)
    g_task_return_pointer (task, g_object_ref (texture), g_object_unref);
  else
    lueur_wardrobe_load_async (order->wardrobe, order->look->rig, cancellable, on_figure, g_object_ref (task));
}

/**
 * lueur_avatar_render_thumbnail_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture, with a clear background
 */
GdkTexture *
lueur_avatar_render_thumbnail_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
