/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * avatar-stage: what bench-avatar.py measures. Prints key=value lines.
 *
 *   avatar-stage micro FILE WIDTH HEIGHT    cost of one frame, of loading and of drawing the parts
 *   avatar-stage window LOOK WIDTH HEIGHT SECONDS [hidden]
 *                                           a window with nothing but the avatar; how often it woke
 */

#include <adwaita.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ui/avatar/actor.h"
#include "ui/avatar/avatar-private.h"
#include "ui/avatar/shelf.h"
#include "ui/avatar/stage.h"
#include "ui/avatar/wardrobe.h"

/* Time that this thread really had, in nanoseconds: what else the machine does stays out of it. */
static gint64
thread_ns (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return (gint64) t.tv_sec * 1000000000 + t.tv_nsec;
}

static double
ms_since (gint64 start)
{
  return (double) (thread_ns () - start) / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

/*
 * A minute and a half of a lively conversation, at 60 frames a second: a feeling every three seconds, all 28 in turn,
 * listening, thinking and speaking in between.
 */
#define N_FRAMES (28 * 180)

static void
direct (LueurActor *actor, guint frame, double now)
{
  if (frame % 180 == 0)
    {
      LueurFeeling feeling;

      lueur_feeling_init (&feeling);
      feeling.label = feeling.second = frame / 180;
      feeling.intensity = 0.8f;
      lueur_actor_set_feeling (actor, &feeling, now);
      lueur_actor_set_state (actor, LUEUR_AVATAR_SPEAKING, now);
      lueur_speech_feed (&actor->speech, "I am glad that you told me. ");
    }
  if (frame % 180 == 120)
    lueur_actor_set_state (actor, frame / 180 % 2 ? LUEUR_AVATAR_ATTENTIVE : LUEUR_AVATAR_THINKING, now);
}

static double
mean (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum / n;
}

static double
time_librsvg (const char *path, int width, int height)
{
  g_autofree char *data = NULL;
  gsize length;
  RsvgHandle *handle;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  RsvgRectangle viewport = { 0, 0, width, height };
  double times[41];

  if (!g_file_get_contents (path, &data, &length, NULL))
    return 0;
  handle = rsvg_handle_new_from_data ((const guint8 *) data, length, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *css = g_strdup_printf (".skin{fill:#%02x9070}", 128 + i);
      gint64 start = thread_ns ();

      rsvg_handle_set_stylesheet (handle, (const guint8 *) css, strlen (css), NULL);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      rsvg_handle_render_document (handle, cr, &viewport, NULL);
      cairo_surface_flush (surface);
      times[i] = ms_since (start);
    }
  g_object_unref (handle);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return median (times, G_N_ELEMENTS (times));
}

typedef struct
{
  LueurFace *face;
  LueurActor actor;
  LueurPose pose;
  LueurStage stage;
  LueurShelf shelf;
  guint since; /* frames since a tilt was asked for that its pictures are not there for */
} Play;

/* As the widget does on another thread: pictures for the angle that the head is on its way to, if there are none yet.
 * They are there four frames later. */
static gboolean
tilt (Play *play, const LueurLook *look)
{
  LueurPlates *plates = lueur_face_get_plates (play->face), *kept;
  LueurPlatesOrder order = { .scale = plates->scale, .lean = play->actor.lean, .roll = play->actor.roll };
  g_autoptr (LueurPlates) tilted = NULL;

  if (order.lean == plates->lean && order.roll == plates->roll)
    return FALSE;
  kept = lueur_shelf_find (&play->shelf, order.lean, order.roll);
  if (kept == NULL && ++play->since < 4)
    return FALSE;
  if (kept == NULL)
    {
      kept = tilted = lueur_plates_new (plates->rig, look, &order, NULL, NULL);
      if (kept != NULL)
        lueur_shelf_put (&play->shelf, kept);
    }
  play->since = 0;
  if (kept == NULL || !lueur_face_set_plates (play->face, kept))
    g_error ("the same face at another angle is another face");
  return tilted != NULL;
}

static void
play_begin (Play *play, LueurPlates *plates, int width, int height)
{
  memset (play, 0, sizeof *play);
  play->face = lueur_face_new (plates);
  lueur_actor_init (&play->actor, 7);
  lueur_stage_for_rig (&play->stage, width, height, plates->rig->width, plates->rig->height, FALSE, 1);
}

static void
play_end (Play *play)
{
  lueur_shelf_clear (&play->shelf);
  lueur_face_free (play->face);
}

/* All that is our own work in a frame: from the springs to what the renderer gets. */
static GskRenderNode *
play_frame (Play *play, double now)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  lueur_actor_advance (&play->actor, now, &play->pose);
  node = lueur_face_draw (play->face, &play->pose);
  lueur_stage_append (&play->stage, snapshot, node);
  gsk_render_node_unref (node);
  return gtk_snapshot_free_to_node (snapshot);
}

#define TIME_OF(frame) (100 + (frame) / 60.0)

/* The work by itself: every frame of the conversation, and no renderer. */
static void
time_work (LueurPlates *plates, int width, int height)
{
  g_autofree double *own = g_new (double, N_FRAMES);
  Play play;

  play_begin (&play, plates, width, height);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gint64 start;

      direct (&play.actor, i, TIME_OF (i));
      start = thread_ns ();
      gsk_render_node_unref (play_frame (&play, TIME_OF (i)));
      own[i] = (double) (thread_ns () - start) / 1000;
    }
  printf ("snapshot_us=%.2f\n", mean (own, N_FRAMES));
  printf ("paths_per_frame=%.2f\n", (double) lueur_face_get_n_paths (play.face) / N_FRAMES);
  play_end (&play);
}

/* The same with a renderer that draws and reads back a third of the frames; our own part of it has its caches as cold
 * as the renderer left them. */
static void
time_frames (LueurPlates *plates, int width, int height)
{
  GskRenderer *renderer = gsk_cairo_renderer_new ();
  g_autofree guchar *pixels = g_malloc ((gsize) width * height * 4);
  g_autoptr (LueurLook) look = lueur_look_new ("bench");
  g_autofree double *frames = g_new (double, N_FRAMES), *own = g_new (double, N_FRAMES);
  guint n_frames = 0, n_tilts = 0;
  Play play;

  if (!gsk_renderer_realize_for_display (renderer, gdk_display_get_default (), NULL))
    return;
  play_begin (&play, plates, width, height);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gint64 start;
      GskRenderNode *root;

      direct (&play.actor, i, TIME_OF (i));
      start = thread_ns ();
      root = play_frame (&play, TIME_OF (i));
      own[i] = (double) (thread_ns () - start) / 1000;
      if (i % 3 == 0)
        {
          GdkTexture *texture = gsk_renderer_render_texture (renderer, root, &GRAPHENE_RECT_INIT (0, 0, width, height));

          gdk_texture_download (texture, pixels, (gsize) width * 4);
          frames[n_frames++] = ms_since (start);
          g_object_unref (texture);
        }
      gsk_render_node_unref (root);
      n_tilts += tilt (&play, look);
    }
  printf ("snapshot_cold_us=%.2f\n", mean (own, N_FRAMES));
  printf ("frame_ms=%.3f\n", mean (frames, n_frames));
  printf ("tilts=%u\n", n_tilts);
  play_end (&play);
  gsk_renderer_unrealize (renderer);
  g_object_unref (renderer);
}

static int
run_micro (const char *path, int width, int height)
{
  g_autoptr (LueurLook) look = lueur_look_new ("bench");
  gboolean timed = FALSE;
  double load[15], rasterise[15];

  for (guint i = 0; i < G_N_ELEMENTS (load); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = thread_ns ();
      g_autoptr (LueurRig) rig = lueur_rig_new_from_file (path, &error);
      g_autoptr (LueurPlates) plates = NULL;
      double scale;

      if (rig == NULL)
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
      load[i] = ms_since (start);
      scale = MIN (width / rig->width, height / rig->height);
      start = thread_ns ();
      plates = lueur_plates_new (rig, look, &(LueurPlatesOrder){ .scale = scale }, NULL, &error);
      rasterise[i] = ms_since (start);
      if (plates != NULL && !timed)
        {
          printf ("parts=%u\ncommands=%u\npixel_bytes=%zu\n", rig->n_parts, rig->document->n_commands, plates->n_bytes);
          time_work (plates, width, height);
          time_frames (plates, width, height);
          timed = TRUE;
        }
    }
  printf ("load_ms=%.2f\n", median (load, G_N_ELEMENTS (load)));
  printf ("rasterise_ms=%.2f\n", median (rasterise, G_N_ELEMENTS (rasterise)));
  printf ("librsvg_ms=%.3f\n", time_librsvg (path, width, height));
  return 0;
}

/* --- A window ----------------------------------------------------------------------------------- */

typedef struct
{
  GMainLoop *loop;
  GtkWindow *window;
  LueurAvatar *avatar;
  guint seconds;
  gboolean hidden;
  guint wakes_before, frames_before;
  gint64 cpu_before, wall_before;
} Stage;

static gint64
cpu_us (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (gint64) t.tv_sec * G_USEC_PER_SEC + t.tv_nsec / 1000;
}

static void
on_end (gpointer data)
{
  Stage *stage = data;
  const LueurAvatarStats *stats = lueur_avatar_get_stats (stage->avatar);
  double wall = (double) (g_get_monotonic_time () - stage->wall_before) / G_USEC_PER_SEC;

  printf ("ready=%d\n", lueur_avatar_is_ready (stage->avatar));
  printf ("cpu_pct=%.3f\n", (double) (cpu_us () - stage->cpu_before) / (wall * 1e4));
  printf ("wakes_per_s=%.3f\n", (stats->n_wakes - stage->wakes_before) / wall);
  printf ("frames_per_s=%.3f\n", (stats->n_frames - stage->frames_before) / wall);
  if (stats->n_frames > 0)
    printf ("widget_snapshot_us=%.2f\n", (double) stats->snapshot_us / stats->n_frames);
  g_main_loop_quit (stage->loop);
}

static void
on_begin (gpointer data)
{
  Stage *stage = data;
  const LueurAvatarStats *stats;

  if (stage->hidden)
    gtk_widget_set_visible (GTK_WIDGET (stage->avatar), FALSE);
  stats = lueur_avatar_get_stats (stage->avatar);
  stage->wakes_before = stats->n_wakes;
  stage->frames_before = stats->n_frames;
  stage->cpu_before = cpu_us ();
  stage->wall_before = g_get_monotonic_time ();
  g_timeout_add_seconds_once (stage->seconds, on_end, stage);
}

static int
run_window (const char *look, int width, int height, guint seconds, gboolean hidden)
{
  Stage stage = { g_main_loop_new (NULL, FALSE), NULL, NULL, seconds, hidden, 0, 0, 0, 0 };

  adw_init ();
  stage.window = GTK_WINDOW (adw_window_new ());
  stage.avatar = LUEUR_AVATAR (lueur_avatar_new ());
  gtk_widget_set_size_request (GTK_WIDGET (stage.avatar), width, height);
  gtk_widget_set_halign (GTK_WIDGET (stage.avatar), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (stage.avatar), GTK_ALIGN_CENTER);
  lueur_avatar_set_person (stage.avatar, "Bench");
  lueur_avatar_set_look (stage.avatar, look);
  adw_window_set_content (ADW_WINDOW (stage.window), GTK_WIDGET (stage.avatar));
  gtk_window_set_default_size (stage.window, width + 40, height + 40);
  gtk_window_present (stage.window);
  g_timeout_add_seconds_once (3, on_begin, &stage);
  g_main_loop_run (stage.loop);
  gtk_window_destroy (stage.window);
  g_main_loop_unref (stage.loop);
  return 0;
}

int
main (int argc, char **argv)
{
  gtk_init ();
  if (argc == 5 && strcmp (argv[1], "micro") == 0)
    return run_micro (argv[2], atoi (argv[3]), atoi (argv[4]));
  if (argc >= 6 && strcmp (argv[1], "window") == 0)
    return run_window (argv[2], atoi (argv[3]), atoi (argv[4]), (guint) atoi (argv[5]), argc > 6);
  fprintf (stderr, "usage: avatar-stage micro FILE W H | window LOOK W H SECONDS [hidden]\n");
  return 2;
}
