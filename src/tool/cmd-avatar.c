/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool avatar: what an illustrator needs while drawing a rig. */

#include <cairo.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#include "tool/cmd-avatar.h"
#include "ui/avatar/face.h"
#include "ui/avatar/figure.h"
#include "ui/avatar/rig-check.h"

static const char usage[]
    = "usage: lueur-tool avatar check FILE          a rig, a pack of pictures, or a single one\n"
      "       lueur-tool avatar sheet FILE OUT.png [--no-labels] [--size WxH] [--columns N] [--dark]\n"
      "                  [--only NAME,NAME…] [--choices 'hair:curly; glasses:round'] [--colours 'skin:#8d5a3c']\n"
      "                  every expression and state; --size is that of one face\n"
      "       lueur-tool avatar wardrobe FILE OUT.png [the same]\n"
      "                  every choice of every slot, and ten tones of skin\n";

typedef struct
{
  int width, height, columns;
  gboolean labels, dark;
  const char *only;
  LueurLook *look;
} Options;

typedef struct
{
  LueurLook *look;
  LueurExpression expression;
  char *label;
} Cell;

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  lueur_look_free (cell->look);
  g_free (cell->label);
}

static void
add_cell (GArray *cells, const LueurLook *look, LueurExpression expression, const char *label)
{
  Cell cell = { lueur_look_copy (look), expression, g_strdup (label) };

  g_array_append_val (cells, cell);
}

static void
draw_label (cairo_t *cr, const char *text, double x, double y, double width, gboolean dark)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, DejaVu Sans");

  pango_font_description_set_absolute_size (font, 13 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, dark ? 0.9 : 0.2, dark ? 0.9 : 0.2, dark ? 0.9 : 0.2);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static int
draw_cells (LueurRig *rig, GArray *cells, const Options *options, const char *path)
{
  const int gap = 12, caption = options->labels ? 22 : 0;
  int columns = MIN (options->columns, (int) cells->len);
  int rows = ((int) cells->len + columns - 1) / columns;
  double scale = MIN (options->width / rig->width, options->height / rig->height);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns * (options->width + gap) + gap,
                                    rows * (options->height + caption + gap) + gap);
  cairo_t *cr = cairo_create (surface);
  LueurPlatesOrder order = { .scale = scale };
  int status = 0;

  cairo_set_source_rgb (cr, options->dark ? 0.14 : 0.96, options->dark ? 0.14 : 0.955, options->dark ? 0.16 : 0.95);
  cairo_paint (cr);
  for (guint i = 0; i < cells->len && status == 0; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      double x = gap + (int) (i % columns) * (options->width + gap);
      double y = gap + (int) (i / columns) * (options->height + caption + gap);
      g_autoptr (GError) error = NULL;
      g_autoptr (LueurPlates) plates = lueur_plates_new (rig, cell->look, &order, NULL, &error);
      g_autoptr (LueurFace) face = NULL;
      GskRenderNode *node;

      if (plates == NULL)
        {
          fprintf (stderr, "lueur-tool: %s\n", error->message);
          status = 1;
          break;
        }
      face = lueur_face_new (plates);
      node = lueur_face_draw (face, lueur_rig_get_expression (rig, cell->expression));
      cairo_save (cr);
      cairo_rectangle (cr, x, y, options->width, options->height);
      cairo_set_source_rgb (cr, options->dark ? 0.19 : 1, options->dark ? 0.19 : 1, options->dark ? 0.21 : 1);
      cairo_fill_preserve (cr);
      cairo_clip (cr);
      cairo_translate (cr, x + (options->width - rig->width * scale) / 2, y + (options->height - rig->height * scale) / 2);
      cairo_scale (cr, scale, scale);
      if (node != NULL)
        {
          gsk_render_node_draw (node, cr);
          gsk_render_node_unref (node);
        }
      cairo_restore (cr);
      if (options->labels)
        draw_label (cr, cell->label, x, y + options->height + 2, options->width, options->dark);
    }
  if (status == 0 && cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    {
      fprintf (stderr, "lueur-tool: %s cannot be written\n", path);
      status = 1;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return status;
}

static int
run_sheet (LueurRig *rig, const Options *options, const char *path)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_auto (GStrv) only = options->only != NULL ? g_strsplit (options->only, ",", -1) : NULL;

  g_array_set_clear_func (cells, cell_clear);
  for (guint i = 0; i < LUEUR_N_EXPRESSIONS; i++)
    if (only == NULL || g_strv_contains ((const char *const *) only, lueur_expression_get_name (i)))
      add_cell (cells, options->look, i, lueur_expression_get_name (i));
  if (cells->len == 0)
    {
      fprintf (stderr, "lueur-tool: there is no expression “%s”\n", options->only);
      return 2;
    }
  return draw_cells (rig, cells, options, path);
}

static int
run_wardrobe (LueurRig *rig, const Options *options, const char *path)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (Cell));

  g_array_set_clear_func (cells, cell_clear);
  for (guint s = 0; s < rig->slots->len; s++)
    {
      const LueurSlot *slot = &g_array_index (rig->slots, LueurSlot, s);

      for (guint c = 0; c < slot->choices->len; c++)
        {
          const char *id = g_array_index (slot->choices, LueurChoice, c).id;
          g_autoptr (LueurLook) look = lueur_look_copy (options->look);
          g_autofree char *label = g_strdup_printf ("%s: %s", slot->id, id);

          lueur_look_set_choice (look, slot->id, id);
          add_cell (cells, look, LUEUR_EMOTION_NEUTRAL, label);
        }
    }
  for (guint m = 0; lueur_materials[m] != NULL; m++)
    {
      g_auto (GStrv) colours = lueur_rig_dup_colours (rig, m);

      for (guint i = 0; (rig->materials & (1u << m)) && colours[i] != NULL; i++)
        {
          g_autoptr (LueurLook) look = lueur_look_copy (options->look);
          g_autofree char *label = g_strdup_printf ("%s %s", lueur_materials[m], colours[i]);

          lueur_look_set_colour (look, lueur_materials[m], colours[i]);
          add_cell (cells, look, LUEUR_EMOTION_NEUTRAL, label);
        }
    }
  if (cells->len == 0)
    add_cell (cells, options->look, LUEUR_EMOTION_NEUTRAL, rig->name);
  return draw_cells (rig, cells, options, path);
}

/* Pictures one a feeling: which of them there are. */
static int
check_pictures (const char *path, LueurSprites *sprites)
{
  gboolean still = lueur_sprites_is_still (sprites);

  for (LueurExpression i = 0; i < LUEUR_N_EMOTIONS && !still; i++)
    if (!lueur_sprites_has (sprites, i))
      printf ("missing: There is no picture for “%s”; the nearest feeling that has one stands in for it.\n", lueur_expression_get_name (i));
  for (LueurExpression i = 0; i < LUEUR_N_EXPRESSIONS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LueurPicture) picture = NULL;

      if (!lueur_sprites_has (sprites, i))
        continue;
      picture = lueur_picture_decode (lueur_sprites_get (sprites, i, 0), 400, 500, &error);
      if (picture == NULL)
        {
          if (still)
            fprintf (stderr, "%s: %s\n", path, error->message);
          else
            fprintf (stderr, "%s, %s: %s\n", path, lueur_expression_get_name (i), error->message);
          return 1;
        }
    }
  if (still)
    printf ("One picture for everything.\n");
  else
    printf ("%u of %d feelings have a picture of their own.\n", lueur_sprites_get_n_labels (sprites), LUEUR_N_EMOTIONS);
  return 0;
}

static int
check_rig (LueurRig *rig)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRigReport) report = lueur_rig_check (rig);
  g_autoptr (LueurLook) look = lueur_look_new (rig->id);
  const LueurPlatesOrder order = { .scale = 1 };
  g_autoptr (LueurPlates) plates = lueur_plates_new (rig, look, &order, NULL, &error);

  if (plates == NULL)
    {
      fprintf (stderr, "%s: %s\n", rig->name, error->message);
      return 1;
    }
  for (guint i = 0; i < report->missing->len; i++)
    printf ("missing: %s\n", (const char *) g_ptr_array_index (report->missing, i));
  for (guint i = 0; i < report->odd->len; i++)
    printf ("odd: %s\n", (const char *) g_ptr_array_index (report->odd, i));
  printf ("%s: %u parts, %u morphs, %u slots, %u elements, %u path commands, drawn at %.0fx%.0f in %.1f ms\n", rig->name,
          rig->n_parts, rig->n_morphs, rig->slots->len, rig->document->n_elements, rig->document->n_commands, rig->width,
          rig->height, (double) (plates->load_us + plates->rasterise_us) / 1000);
  printf ("%s\n", report->missing->len > 0 ? "Not complete." : report->odd->len > 0 ? "Complete, with oddities." : "Complete.");
  return report->missing->len > 0 ? 1 : 0;
}

static void
read_pairs (const char *text, LueurLook *look, void (*set) (LueurLook *, const char *, const char *))
{
  g_auto (GStrv) entries = g_strsplit (text, ";", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (entries[i], ":", 2);

      if (halves[0] != NULL && halves[1] != NULL)
        set (look, g_strstrip (halves[0]), g_strstrip (halves[1]));
    }
}

/**
 * lueur_cmd_avatar:
 *
 * Returns: 0 when all is well, 1 when the file is refused or incomplete, 2 when the words are wrong
 */
int
lueur_cmd_avatar (int argc, char **argv)
{
  g_autoptr (LueurLook) look = lueur_look_new ("rig");
  Options options = { 160, 200, 7, TRUE, FALSE, NULL, look };
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurFigure) figure = NULL;
  const char *files[2] = { NULL, NULL };
  guint n_files = 0;
  gboolean check = argc > 1 && strcmp (argv[1], "check") == 0, sheet = argc > 1 && strcmp (argv[1], "sheet") == 0,
           wardrobe = argc > 1 && strcmp (argv[1], "wardrobe") == 0;

  for (int i = 2; i < argc; i++)
    {
      const char *value = i + 1 < argc ? argv[i + 1] : NULL;

      if (strcmp (argv[i], "--no-labels") == 0)
        options.labels = FALSE;
      else if (strcmp (argv[i], "--dark") == 0)
        options.dark = TRUE;
      else if (value != NULL && strcmp (argv[i], "--size") == 0 &&
               sscanf (value, "%dx%d", &options.width, &options.height) == 2)
        i++;
      else if (value != NULL && strcmp (argv[i], "--columns") == 0 && (options.columns = atoi (value)) > 0)
        i++;
      else if (value != NULL && strcmp (argv[i], "--only") == 0)
        options.only = argv[++i];
      else if (value != NULL && strcmp (argv[i], "--choices") == 0)
        read_pairs (argv[++i], look, lueur_look_set_choice);
      else if (value != NULL && strcmp (argv[i], "--colours") == 0)
        read_pairs (argv[++i], look, lueur_look_set_colour);
      else if (argv[i][0] != '-' && n_files < 2)
        files[n_files++] = argv[i];
      else
        {
          fputs (usage, stderr);
          return 2;
        }
    }
  if (!((check && n_files == 1) || ((sheet || wardrobe) && n_files == 2)) || options.width < 16 || options.height < 16 ||
      options.width > 2000 || options.height > 2000)
    {
      fputs (usage, stderr);
      return 2;
    }

  figure = lueur_figure_new_from_file (files[0], NULL, &error);
  /* Render nodes need their types registered; they need no display. */
  gtk_init_check ();
  if (figure == NULL)
    {
      fprintf (stderr, "%s: %s\n", files[0], error->message);
      return 1;
    }
  if (figure->rig == NULL && !check)
    {
      fprintf (stderr, "%s: pictures have no parts to draw\n", files[0]);
      return 1;
    }
  if (check)
    return figure->rig != NULL ? check_rig (figure->rig) : check_pictures (files[0], figure->sprites);
  return sheet ? run_sheet (figure->rig, &options, files[1]) : run_wardrobe (figure->rig, &options, files[1]);
}
