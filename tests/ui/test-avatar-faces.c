/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the rigs that ship look like. Every expression and state is compared with a small picture of how it looked
 * when somebody last said that it looks right. After a change that is meant, look at the contact sheets and then:
 *
 *   LUEUR_REMAKE=1 ./dev test avatar-faces      makes tests/ui/faces/NAME.png anew
 */

#include <cairo.h>
#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

#include "ui/avatar/actor.h"
#include "ui/avatar/face.h"
#include "ui/avatar/shelf.h"

/* Faces are drawn large and brought down by whole steps: how an edge is smoothed, which is another matter in every
 * version of a drawing library, hardly shows any more. */
#define CELL_W 20
#define CELL_H 25
#define STEP 8
#define WIDTH (CELL_W * STEP)
#define HEIGHT (CELL_H * STEP)
#define SCALE 0.4
#define COLUMNS 11
#define ROWS ((LUEUR_N_EXPRESSIONS + COLUMNS - 1) / COLUMNS)
#define CELL_BYTES (CELL_W * CELL_H * 3)

/* Largest difference to what is stored, of 255: on the whole, and of any pixel. A brow that is missing is 30. */
#define TOLERANCE 1.0
#define TOLERANCE_OF_PIXEL 14

typedef struct
{
  char *name;
  LueurRig *rig;
  LueurPlates *plates;
} Subject;

static void
subject_init (Subject *subject, gconstpointer name)
{
  g_autofree char *file = g_strconcat (name, ".svg", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "avatars", file, NULL);
  g_autoptr (LueurLook) look = lueur_look_new (name);
  g_autoptr (GError) error = NULL;

  subject->name = g_strdup (name);
  subject->rig = lueur_rig_new_from_file (path, &error);
  g_assert_no_error (error);
  subject->plates = lueur_plates_new (subject->rig, look, &(LueurPlatesOrder){ .scale = SCALE }, NULL, &error);
  g_assert_no_error (error);
}

static void
subject_clear (Subject *subject)
{
  lueur_plates_unref (subject->plates);
  lueur_rig_unref (subject->rig);
  g_free (subject->name);
}

/* (transfer full): on grey, at the size in which faces are drawn */
static cairo_surface_t *
paint (LueurFace *face, const LueurPose *pose)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node = lueur_face_draw (face, pose);

  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
get_rgb (cairo_surface_t *surface, int x, int y, int rgb[3])
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 pixel = *(const guint32 *) (gconstpointer) (data + (gsize) y * cairo_image_surface_get_stride (surface) + (gsize) x * 4);

  rgb[0] = (pixel >> 16) & 255;
  rgb[1] = (pixel >> 8) & 255;
  rgb[2] = pixel & 255;
}

static void
shrink (cairo_surface_t *surface, guint8 *cell)
{
  for (int y = 0; y < CELL_H; y++)
    for (int x = 0; x < CELL_W; x++)
      {
        int sum[3] = { 0 }, rgb[3];

        for (int i = 0; i < STEP * STEP; i++)
          {
            get_rgb (surface, x * STEP + i % STEP, y * STEP + i / STEP, rgb);
            for (int c = 0; c < 3; c++)
              sum[c] += rgb[c];
          }
        for (int c = 0; c < 3; c++)
          *cell++ = (guint8) ((sum[c] + STEP * STEP / 2) / (STEP * STEP));
      }
}

static double
difference (const guint8 *a, const guint8 *b, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += abs (a[i] - b[i]);
  return sum / (double) n;
}

static int
largest_difference (const guint8 *a, const guint8 *b, gsize n)
{
  int most = 0;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, abs (a[i] - b[i]));
  return most;
}

/* Of two pictures as they are drawn, before they are brought down. */
static double
difference_of_surfaces (cairo_surface_t *a, cairo_surface_t *b)
{
  return difference (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                     (gsize) cairo_image_surface_get_stride (a) * HEIGHT);
}

static guint8 *
draw_all (Subject *subject)
{
  guint8 *cells = g_malloc ((gsize) CELL_BYTES * LUEUR_N_EXPRESSIONS);

  for (LueurExpression e = 0; e < LUEUR_N_EXPRESSIONS; e++)
    {
      g_autoptr (LueurFace) face = lueur_face_new (subject->plates);
      cairo_surface_t *surface = paint (face, lueur_rig_get_expression (subject->rig, e));

      shrink (surface, cells + (gsize) e * CELL_BYTES);
      cairo_surface_destroy (surface);
    }
  return cells;
}

/* --- What is stored ------------------------------------------------------------------------------- */

static char *
stored_path (Subject *subject)
{
  g_autofree char *file = g_strconcat (subject->name, ".png", NULL);

  return g_test_build_filename (G_TEST_DIST, "ui", "faces", file, NULL);
}

static void
store (Subject *subject, const guint8 *cells)
{
  g_autofree char *path = stored_path (subject);
  cairo_surface_t *sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, COLUMNS * CELL_W, ROWS * CELL_H);
  guint8 *data = cairo_image_surface_get_data (sheet);

  memset (data, 0, (gsize) cairo_image_surface_get_stride (sheet) * ROWS * CELL_H);
  for (guint e = 0; e < LUEUR_N_EXPRESSIONS; e++)
    for (guint i = 0; i < CELL_W * CELL_H; i++, cells += 3)
      {
        guint x = e % COLUMNS * CELL_W + i % CELL_W, y = e / COLUMNS * CELL_H + i / CELL_W;
        gpointer at = data + (gsize) y * cairo_image_surface_get_stride (sheet) + (gsize) x * 4;

        *(guint32 *) at = (guint32) cells[0] << 16 | (guint32) cells[1] << 8 | cells[2];
      }
  cairo_surface_mark_dirty (sheet);
  g_assert_cmpint (cairo_surface_write_to_png (sheet, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (sheet);
}

static guint8 *
read_stored (Subject *subject)
{
  g_autofree char *path = stored_path (subject);
  cairo_surface_t *sheet = cairo_image_surface_create_from_png (path);
  guint8 *cells = g_malloc ((gsize) CELL_BYTES * LUEUR_N_EXPRESSIONS), *cell = cells;

  g_assert_cmpint (cairo_surface_status (sheet), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (sheet), ==, COLUMNS * CELL_W);
  g_assert_cmpint (cairo_image_surface_get_height (sheet), ==, ROWS * CELL_H);
  for (guint e = 0; e < LUEUR_N_EXPRESSIONS; e++)
    for (guint i = 0; i < CELL_W * CELL_H; i++)
      {
        int rgb[3];

        get_rgb (sheet, (int) (e % COLUMNS * CELL_W + i % CELL_W), (int) (e / COLUMNS * CELL_H + i / CELL_W), rgb);
        for (guint c = 0; c < 3; c++)
          *cell++ = (guint8) rgb[c];
      }
  cairo_surface_destroy (sheet);
  return cells;
}

/* Every expression looks as it did, and like itself more than like any other. */
static void
test_stored (gconstpointer name)
{
  Subject subject;
  g_autofree guint8 *cells = NULL, *stored = NULL;
  double worst = 0;

  subject_init (&subject, name);
  cells = draw_all (&subject);
  if (g_getenv ("LUEUR_REMAKE") != NULL)
    store (&subject, cells);
  stored = read_stored (&subject);
  for (LueurExpression e = 0; e < LUEUR_N_EXPRESSIONS; e++)
    {
      const guint8 *cell = cells + e * CELL_BYTES, *mine = stored + e * CELL_BYTES;
      double own = difference (cell, mine, CELL_BYTES);
      int most = largest_difference (cell, mine, CELL_BYTES);

      worst = MAX (worst, own);
      if (own > TOLERANCE || most > TOLERANCE_OF_PIXEL)
        g_error ("%s, %s: looks otherwise than it did, by %.2f of 255 and %d at one place. If that is meant: "
                 "LUEUR_REMAKE=1 ./dev test avatar-faces",
                 subject.name, lueur_expression_get_name (e), own, most);
      /* Resting is nearly neutral; all others are further from one another than from what they were. */
      for (LueurExpression o = 0; o < LUEUR_N_EXPRESSIONS; o++)
        if (o != e && difference (mine, stored + o * CELL_BYTES, CELL_BYTES) > TOLERANCE &&
            difference (cell, stored + o * CELL_BYTES, CELL_BYTES) <= own)
          g_error ("%s: %s looks like what %s was", subject.name, lueur_expression_get_name (e), lueur_expression_get_name (o));
    }
  g_test_message ("%s: %.3f of 255 at most", subject.name, worst);
  subject_clear (&subject);
}

/* --- No two alike --------------------------------------------------------------------------------- */

/* How many pixels of the face itself differ so much that anybody sees it. */
static guint
count_unlike (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        int p[3], q[3];

        get_rgb (a, x, y, p);
        get_rgb (b, x, y, q);
        n += MAX (MAX (abs (p[0] - q[0]), abs (p[1] - q[1])), abs (p[2] - q[2])) > 32;
      }
  return n;
}

/* A head that is held in another way makes every pixel differ and says little: with the head straight, as many
 * pixels as an eye has must still differ. */
static void
test_distinct (gconstpointer name)
{
  Subject subject;
  cairo_surface_t *surfaces[LUEUR_N_EMOTIONS];
  guint least = G_MAXUINT;
  const char *pair[2] = { "", "" };

  subject_init (&subject, name);
  for (guint e = 0; e < LUEUR_N_EMOTIONS; e++)
    {
      g_autoptr (LueurFace) face = lueur_face_new (subject.plates);
      LueurPose pose = *lueur_rig_get_expression (subject.rig, e);

      pose.v[LUEUR_PARAM_HEAD_X] = pose.v[LUEUR_PARAM_HEAD_Y] = pose.v[LUEUR_PARAM_HEAD_ROLL] = 0;
      pose.v[LUEUR_PARAM_BODY_LEAN] = pose.v[LUEUR_PARAM_SHOULDER] = 0;
      surfaces[e] = paint (face, &pose);
    }
  for (guint a = 0; a < LUEUR_N_EMOTIONS; a++)
    for (guint b = 0; b < a; b++)
      {
        guint n = count_unlike (surfaces[a], surfaces[b]);

        if (n >= least)
          continue;
        least = n;
        pair[0] = lueur_expression_get_name (a);
        pair[1] = lueur_expression_get_name (b);
      }
  g_test_message ("%s: %s and %s are the nearest, %u pixels apart", subject.name, pair[0], pair[1], least);
  g_assert_cmpuint (least, >, 40);
  for (guint e = 0; e < LUEUR_N_EMOTIONS; e++)
    cairo_surface_destroy (surfaces[e]);
  subject_clear (&subject);
}

/* --- A face that goes on ---------------------------------------------------------------------------- */

typedef struct
{
  guint nodes;
  GHashTable *textures;
} Census;

static void
count (Census *census, GskRenderNode *node)
{
  census->nodes++;
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        count (census, gsk_container_node_get_child (node, i));
      break;
    case GSK_TRANSFORM_NODE:
      count (census, gsk_transform_node_get_child (node));
      break;
    case GSK_FILL_NODE:
      count (census, gsk_fill_node_get_child (node));
      break;
    case GSK_STROKE_NODE:
      count (census, gsk_stroke_node_get_child (node));
      break;
    case GSK_OPACITY_NODE:
      count (census, gsk_opacity_node_get_child (node));
      break;
    case GSK_TEXTURE_NODE:
      g_hash_table_add (census->textures, gsk_texture_node_get_texture (node));
      break;
    case GSK_COLOR_NODE:
    case GSK_LINEAR_GRADIENT_NODE:
      break;
    default:
      g_error ("a face has no business with nodes of kind %d", gsk_render_node_get_node_type (node));
    }
}

/* Talk, blinks, glances, breath and a new mood every four seconds. */
static void
act (LueurActor *actor, guint frame, LueurPose *pose)
{
  double now = 10 + frame / 60.0;

  if (frame % 240 == 0)
    {
      LueurFeeling feeling;

      lueur_feeling_init (&feeling);
      feeling.label = feeling.second = frame / 240 * 5 % LUEUR_N_EMOTIONS;
      feeling.intensity = 1;
      lueur_actor_set_feeling (actor, &feeling, now);
      lueur_actor_set_state (actor, LUEUR_AVATAR_SPEAKING, now);
      lueur_speech_feed (&actor->speech, "Tell me more about that, if you like. ");
    }
  lueur_actor_advance (actor, now, pose);
}

/* What is kept from frame to frame is what would be drawn anew, but for what nobody can see. */
static void
test_goes_on (gconstpointer name)
{
  Subject subject;
  g_autoptr (LueurFace) face = NULL;
  LueurActor actor;
  LueurPose pose;
  double worst = 0;

  subject_init (&subject, name);
  face = lueur_face_new (subject.plates);
  lueur_actor_init (&actor, 11);
  for (guint i = 0; i < 1500; i++)
    {
      act (&actor, i, &pose);
      if (i % 37 == 0)
        {
          g_autoptr (LueurFace) fresh = lueur_face_new (subject.plates);
          cairo_surface_t *a = paint (face, &pose), *b = paint (fresh, &pose);

          worst = MAX (worst, difference_of_surfaces (a, b));
          cairo_surface_destroy (a);
          cairo_surface_destroy (b);
        }
      else
        gsk_render_node_unref (lueur_face_draw (face, &pose));
    }
  g_test_message ("%s: %.3f of 255 at most", subject.name, worst);
  g_assert_cmpfloat (worst, <, 1.0);
  subject_clear (&subject);
}

/* A thousand frames of all that a face does: the same textures, and no more nodes than it began with. */
static void
test_steady (gconstpointer name)
{
  Subject subject;
  g_autoptr (LueurFace) face = NULL;
  Census census = { 0, g_hash_table_new (NULL, NULL) };
  LueurActor actor;
  LueurPose pose, rest = { 0 };
  GskRenderNode *node;
  guint textures, nodes_at_rest, most = 0;

  subject_init (&subject, name);
  face = lueur_face_new (subject.plates);
  node = lueur_face_draw (face, &rest);
  count (&census, node);
  gsk_render_node_unref (node);
  nodes_at_rest = census.nodes;
  textures = lueur_plates_get_n_textures ();

  lueur_actor_init (&actor, 11);
  for (guint i = 0; i < 1000; i++)
    {
      act (&actor, i, &pose);
      node = lueur_face_draw (face, &pose);
      census.nodes = 0;
      count (&census, node);
      gsk_render_node_unref (node);
      most = MAX (most, census.nodes);
      g_assert_cmpuint (lueur_plates_get_n_textures (), ==, textures);
    }
  g_test_message ("%s: %u nodes at rest, %u at most", subject.name, nodes_at_rest, most);
  g_assert_cmpuint (g_hash_table_size (census.textures), <=, subject.plates->plates->len);
  /* What shows only now and then, such as tears and teeth, and a transform here and there. */
  g_assert_cmpuint (most, <=, nodes_at_rest * 2);

  /* Back at rest nothing is left over. */
  node = lueur_face_draw (face, &rest);
  census.nodes = 0;
  count (&census, node);
  g_assert_cmpuint (census.nodes, <=, nodes_at_rest + 2);
  gsk_render_node_unref (node);
  g_hash_table_unref (census.textures);
  subject_clear (&subject);
}

/* A thousand frames of one state, as the widget plays them: with pictures for every angle at which the head comes to be
 * held. Speech where there are words, a look about where the person is. */
static void
play_state (Subject *subject, LueurFace *face, LueurActor *actor, LueurShelf *shelf, LueurAvatarState state, double from)
{
  g_autoptr (LueurLook) look = lueur_look_new (subject->name);

  lueur_actor_set_state (actor, state, from);
  for (guint i = 0; i < 1000; i++)
    {
      LueurPlates *plates = lueur_face_get_plates (face), *kept;
      LueurPose pose;

      if (state == LUEUR_AVATAR_SPEAKING && i % 200 == 0)
        lueur_speech_feed (&actor->speech, "And what did you say to her then? ");
      if (i % 250 == 125)
        {
          actor->look[0] = i % 500 == 125 ? 0.8f : -0.6f;
          actor->look[1] = i % 500 == 125 ? 0.5f : 0;
        }
      lueur_actor_advance (actor, from + i / 60.0, &pose);
      gsk_render_node_unref (lueur_face_draw (face, &pose));
      if (actor->lean == plates->lean && actor->roll == plates->roll)
        continue;
      kept = lueur_shelf_find (shelf, actor->lean, actor->roll);
      if (kept == NULL)
        {
          LueurPlatesOrder order = { .scale = SCALE, .lean = actor->lean, .roll = actor->roll };
          g_autoptr (LueurPlates) drawn = lueur_plates_new (subject->rig, look, &order, NULL, NULL);

          lueur_shelf_put (shelf, drawn);
          kept = drawn;
        }
      g_assert_true (lueur_face_set_plates (face, kept));
    }
}

/* Once every state was seen, no texture is made in any of them: nor for a head that comes back to an angle. */
static void
test_no_textures (gconstpointer name)
{
  Subject subject;
  g_autoptr (LueurFace) face = NULL;
  LueurShelf shelf = { 0 };
  LueurActor actor;
  guint at_first, warm;
  double now = 10;

  subject_init (&subject, name);
  face = lueur_face_new (subject.plates);
  lueur_actor_init (&actor, 11);
  lueur_shelf_put (&shelf, subject.plates);
  at_first = lueur_plates_get_n_textures ();
  for (guint s = 0; s < LUEUR_N_STATES; s++, now += 20)
    play_state (&subject, face, &actor, &shelf, s, now);
  warm = lueur_plates_get_n_textures ();
  g_assert_cmpuint (warm, >, at_first);
  for (guint s = 0; s < LUEUR_N_STATES; s++, now += 20)
    play_state (&subject, face, &actor, &shelf, s, now);
  g_test_message ("%s: %u textures for %u angles, then none", subject.name, warm - at_first, shelf.n - 1);
  g_assert_cmpuint (lueur_plates_get_n_textures (), ==, warm);
  lueur_shelf_clear (&shelf);
  subject_clear (&subject);
}

/* Pictures for another tilt are taken without losing an outline; other clothes, sizes and colours are refused. */
static void
test_other_pictures (gconstpointer name)
{
  Subject subject;
  g_autoptr (LueurFace) face = NULL;
  g_autoptr (LueurLook) look = lueur_look_new (name);
  g_autoptr (LueurPlates) tilted = NULL, larger = NULL, coloured = NULL;
  LueurPose pose;
  guint paths;

  subject_init (&subject, name);
  pose = *lueur_rig_get_expression (subject.rig, LUEUR_EMOTION_LOVE);
  face = lueur_face_new (subject.plates);
  gsk_render_node_unref (lueur_face_draw (face, &pose));
  paths = lueur_face_get_n_paths (face);
  tilted = lueur_plates_new (subject.rig, look,
                             &(LueurPlatesOrder){ .scale = SCALE, .roll = pose.v[LUEUR_PARAM_HEAD_ROLL], .lean = pose.v[LUEUR_PARAM_BODY_LEAN] },
                             NULL, NULL);
  larger = lueur_plates_new (subject.rig, look, &(LueurPlatesOrder){ .scale = SCALE * 1.5 }, NULL, NULL);
  lueur_look_set_colour (look, subject.rig->materials & 1 ? "skin" : "accent", "#336699");
  coloured = lueur_plates_new (subject.rig, look, &(LueurPlatesOrder){ .scale = SCALE }, NULL, NULL);
  g_assert_true (lueur_face_set_plates (face, tilted));
  g_assert_true (lueur_face_get_plates (face) == tilted);
  gsk_render_node_unref (lueur_face_draw (face, &pose));
  g_assert_cmpuint (lueur_face_get_n_paths (face), ==, paths);
  g_assert_false (lueur_face_set_plates (face, larger));
  g_assert_false (lueur_face_set_plates (face, coloured));
  g_assert_true (lueur_face_get_plates (face) == tilted);
  subject_clear (&subject);
}

int
main (int argc, char **argv)
{
  static const char *const rigs[] = { "ambre", "sorel", "lueur", "renard" };
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = {
    { "stored", test_stored },   { "distinct", test_distinct },             { "goes-on", test_goes_on },
    { "steady", test_steady },   { "no-textures", test_no_textures },       { "other-pictures", test_other_pictures },
  };

  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
    for (guint r = 0; r < G_N_ELEMENTS (rigs); r++)
      {
        g_autofree char *path = g_strdup_printf ("/avatar/faces/%s/%s", tests[t].name, rigs[r]);

        g_test_add_data_func (path, rigs[r], tests[t].func);
      }
  return g_test_run ();
}
