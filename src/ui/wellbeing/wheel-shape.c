/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/wheel-shape.h"

#include <math.h>
#include <string.h>

#include "core/language.h"

#define TURN (2 * G_PI)
/* What an open family takes of the turn; the others share the rest. */
#define OPEN_SHARE (2.0 / 3)
/* Between a word and the edges of its sector, in pixels. */
#define PAD 2.5f
/* Words are at most this share of the text around the wheel, by ring; */
static const float largest[LUEUR_FEELING_RINGS] = { 1.0f, 0.95f, 0.9f };
/* and where those of all rings would come below this, the outer one is left out: in pixels, and as a share. */
#define LEAST_FONT 9.0f
#define LEAST_SHARE 0.66f
/* Nothing is made smaller than this to fit, in pixels. */
#define SMALLEST 6.0f
#define STEP 0.25f

/* Where the rings end, as shares of the radius, from the middle outwards. */
static const float whole[] = { 0.185f, 0.34f, 0.66f, 1.0f };
static const float folded[] = { 0.07f, 0.49f, 1.0f };
static const float open[] = { 0.31f, 0.63f, 1.0f };

guint
lueur_wheel_get_family (guint index)
{
  const LueurFeelingWord *word = lueur_feeling_words_get (index);

  return word->ring == 0 ? index : lueur_wheel_get_family (word->parent);
}

/* --- Where -------------------------------------------------------------------------------------- */

/* Where an open family begins: it grows around its own place. */
static double
open_from (const LueurWheelShape *self)
{
  return (self->open + 0.5) * TURN / LUEUR_N_FAMILIES - OPEN_SHARE * TURN / 2;
}

static gboolean
get_open_sector (const LueurWheelShape *self, guint index, LueurWheelSector *sector)
{
  const LueurFeelingWord *word = lueur_feeling_words_get (index);
  guint family = lueur_wheel_get_family (index), aside = (family + LUEUR_N_FAMILIES - self->open) % LUEUR_N_FAMILIES;
  guint n, first = lueur_feeling_words_get_ring (word->ring, &n), each = n / LUEUR_N_FAMILIES;
  double step = OPEN_SHARE * TURN / each;

  if (aside > 0)
    {
      step = (1 - OPEN_SHARE) * TURN / (LUEUR_N_FAMILIES - 1);
      sector->from = open_from (self) + OPEN_SHARE * TURN + (aside - 1) * step;
      sector->inner = open[0];
      sector->outer = 1;
      sector->across = FALSE;
    }
  else if (word->ring == 0)
    {
      step = TURN;
      sector->from = 0;
      sector->inner = 0;
      sector->outer = open[0];
    }
  else
    {
      sector->from = open_from (self) + (index - first) % each * step;
      sector->inner = open[word->ring - 1];
      sector->outer = open[word->ring];
    }
  sector->to = sector->from + step;
  return aside == 0 || word->ring == 0;
}

gboolean
lueur_wheel_shape_get_sector (const LueurWheelShape *self, guint index, LueurWheelSector *sector)
{
  const LueurFeelingWord *word = lueur_feeling_words_get (index);
  const float *ends = self->form == LUEUR_WHEEL_WHOLE ? whole : folded;
  guint n, first = lueur_feeling_words_get_ring (word->ring, &n);

  *sector = (LueurWheelSector){ .across = self->form == LUEUR_WHEEL_OPEN || (self->form == LUEUR_WHEEL_WHOLE && word->ring == 0) };
  if (self->form == LUEUR_WHEEL_OPEN)
    {
      if (!get_open_sector (self, index, sector))
        return FALSE;
    }
  else
    {
      if (self->form == LUEUR_WHEEL_FOLDED && word->ring == 2)
        return FALSE;
      sector->from = (index - first) * TURN / n;
      sector->to = sector->from + TURN / n;
      sector->inner = ends[word->ring];
      sector->outer = ends[word->ring + 1];
    }
  sector->inner *= self->radius;
  sector->outer *= self->radius;
  return TRUE;
}

int
lueur_wheel_shape_get_word_at (const LueurWheelShape *self, double dx, double dy)
{
  double away = hypot (dx, dy), angle = atan2 (dx, -dy);

  for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
    {
      LueurWheelSector sector;

      if (lueur_wheel_shape_get_sector (self, i, &sector) && away >= sector.inner && away < sector.outer &&
          fmod (angle - sector.from + 2 * TURN, TURN) < sector.to - sector.from)
        return (int) i;
    }
  return -1;
}

GskPath *
lueur_wheel_sector_get_path (const LueurWheelSector *self, float cx, float cy, float gap)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float inner = self->inner + gap, outer = self->outer - gap;

  if (self->to - self->from >= TURN)
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (cx, cy), outer);
  else
    {
      double a = self->from + gap / inner, b = self->to - gap / inner, c = self->from + gap / outer, d = self->to - gap / outer;

      gsk_path_builder_move_to (builder, cx + inner * (float) sin (a), cy - inner * (float) cos (a));
      gsk_path_builder_line_to (builder, cx + outer * (float) sin (c), cy - outer * (float) cos (c));
      gsk_path_builder_svg_arc_to (builder, outer, outer, 0, FALSE, TRUE, cx + outer * (float) sin (d),
                                   cy - outer * (float) cos (d));
      gsk_path_builder_line_to (builder, cx + inner * (float) sin (b), cy - inner * (float) cos (b));
      gsk_path_builder_svg_arc_to (builder, inner, inner, 0, FALSE, FALSE, cx + inner * (float) sin (a),
                                   cy - inner * (float) cos (a));
      gsk_path_builder_close (builder);
    }
  return gsk_path_builder_free_to_path (builder);
}

/* --- How large ---------------------------------------------------------------------------------- */

/* In two lines where it has two words and @broken is asked for. (transfer full) */
static PangoLayout *
make_layout (GtkWidget *widget, guint index, float size, gboolean broken)
{
  const LueurFeelingWord *word = lueur_feeling_words_get (index);
  g_autofree char *text = g_strdup (lueur_feeling_word_get_name (word, lueur_language_get_default ()));
  char *space = broken ? strchr (text, ' ') : NULL;
  PangoLayout *layout;
  PangoFontDescription *font = pango_font_description_new ();

  if (space != NULL)
    *space = '\n';
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (word->ring == 0)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_font_description_free (font);
  return layout;
}

/* Of letters large enough that whole pixels do not matter. */
static void
measure (LueurWheelShape *self, GtkWidget *widget)
{
  const float size = 100;

  for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
    for (guint broken = 0; broken < 2; broken++)
      {
        g_autoptr (PangoLayout) layout = make_layout (widget, i, size, broken);
        int width, height;

        pango_layout_get_pixel_size (layout, &width, &height);
        if (broken == 0)
          {
            self->widths[i] = width / size;
            self->height = MAX (self->height, height / size);
          }
        else
          self->broken[i] = width / size < self->widths[i] ? width / size : 0;
      }
}

/* Whether a word of that size stands within its sector; @away gets how far from the middle. */
static gboolean
fits (const LueurWheelSector *sector, float width, float height, float *away)
{
  float inner = sector->inner + PAD, outer = sector->outer - PAD;

  *away = 0;
  if (sector->to - sector->from >= TURN)
    return hypotf (width / 2, height / 2) <= outer;
  *away = (inner + outer) / 2;
  if (!sector->across)
    return width <= outer - inner &&
           height <= 2 * (*away - width / 2) * tanf ((float) (sector->to - sector->from) / 2) - PAD;
  /* Its ends are further out than its middle: as much is left on both sides. */
  for (float least = inner + height / 2, most = outer; most - least > 0.25f;)
    {
      *away = (least + most) / 2;
      if (hypotf (*away + height / 2, width / 2) - outer > inner - (*away - height / 2))
        most = *away;
      else
        least = *away;
    }
  return hypotf (*away + height / 2, width / 2) <= outer && *away - height / 2 >= inner &&
         atan2f (width / 2 + PAD, *away - height / 2) <= (float) (sector->to - sector->from) / 2;
}

/* Whether @index fits at @size, in one line or, where it needs them, in two. */
static gboolean
find_place (const LueurWheelShape *self, guint index, float size, gboolean *broken, float *away)
{
  LueurWheelSector sector;

  *broken = FALSE;
  if (!lueur_wheel_shape_get_sector (self, index, &sector) ||
      fits (&sector, self->widths[index] * size, self->height * size, away))
    return TRUE;
  if (self->broken[index] > 0 && fits (&sector, self->broken[index] * size, 2 * self->height * size, away))
    {
      *broken = TRUE;
      return TRUE;
    }
  return FALSE;
}

static gboolean
all_fit (const LueurWheelShape *self, guint ring, float size)
{
  guint n, first = lueur_feeling_words_get_ring (ring, &n);
  gboolean broken;
  float away;

  for (guint i = first; i < first + n; i++)
    if (!find_place (self, i, size, &broken, &away))
      return FALSE;
  return TRUE;
}

/* Pixels of the text around it. */
static float
text_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  float size = (float) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size
                                                            : size * (float) pango_cairo_context_get_resolution (context) / 72;
}

/* Finds the sizes of @form; whether all words can be read. */
static gboolean
take_form (LueurWheelShape *self, LueurWheelForm form, float text)
{
  gboolean readable = TRUE;

  self->form = form;
  for (guint ring = 0; ring < LUEUR_FEELING_RINGS; ring++)
    {
      /* What is further out is not louder. */
      float size = MIN (text * largest[ring], ring > 0 ? self->fonts[ring - 1] * 1.1f : G_MAXFLOAT);

      while (size > SMALLEST && !all_fit (self, ring, size))
        size -= STEP;
      self->fonts[ring] = size;
      if (size < MAX (LEAST_FONT, text * LEAST_SHARE))
        readable = FALSE;
    }
  return readable;
}

void
lueur_wheel_shape_init (LueurWheelShape *self, GtkWidget *widget, float radius, int family)
{
  float text = text_size (widget);

  *self = (LueurWheelShape){ .radius = radius, .open = (guint) MAX (family, 0) };
  if (radius <= 0)
    return;
  measure (self, widget);
  if (!take_form (self, LUEUR_WHEEL_WHOLE, text))
    take_form (self, family >= 0 ? LUEUR_WHEEL_OPEN : LUEUR_WHEEL_FOLDED, text);
}

PangoLayout *
lueur_wheel_shape_get_layout (const LueurWheelShape *self, GtkWidget *widget, guint index, float *away)
{
  float size = self->fonts[lueur_feeling_words_get (index)->ring];
  gboolean broken;

  find_place (self, index, size, &broken, away);
  return make_layout (widget, index, size, broken);
}
