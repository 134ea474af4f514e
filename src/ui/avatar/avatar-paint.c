/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an avatar's box shows: a face that moves, a picture, or an initial. */

#include "ui/avatar/avatar-paint.h"

#include "ui/avatar/stage.h"

void
lueur_avatar_paint_initial (GtkWidget *widget, GtkSnapshot *snapshot, const char *name)
{
  static const GdkRGBA backs[] = {
    { 0.42f, 0.45f, 0.68f, 1 }, { 0.62f, 0.42f, 0.55f, 1 }, { 0.35f, 0.55f, 0.5f, 1 },
    { 0.66f, 0.48f, 0.32f, 1 }, { 0.5f, 0.42f, 0.66f, 1 },
  };
  const GdkRGBA white = { 1, 1, 1, 1 };
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), side = MIN (width, height);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *initial = NULL, *upper = NULL;
  PangoFontDescription *font;
  GskRoundedRect circle;
  PangoRectangle ink;

  name = name != NULL ? name : "";
  gsk_rounded_rect_init_from_rect (
      &circle, &GRAPHENE_RECT_INIT ((width - side) / 2, (height - side) / 2, side, side), side / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &backs[g_str_hash (name) % G_N_ELEMENTS (backs)], &circle.bounds);
  gtk_snapshot_pop (snapshot);
  if (*name == '\0')
    return;

  initial = g_utf8_substring (name, 0, 1);
  upper = g_utf8_strup (initial, -1);
  layout = gtk_widget_create_pango_layout (widget, upper);
  font = pango_font_description_new ();
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, side * 0.42 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width / 2 - (ink.x + ink.width / 2.0f),
                                                          height / 2 - (ink.y + ink.height / 2.0f)));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

/* What a still picture cannot show with its face, its frame shows: a colour a family of feelings. */
static gboolean
ring_colour (LueurEmotion mood, GdkRGBA *colour)
{
  static const char *const colours[LUEUR_N_EMOTIONS] = {
    [LUEUR_EMOTION_ADMIRATION] = "#e0a83a", [LUEUR_EMOTION_AMUSEMENT] = "#f2c12e",   [LUEUR_EMOTION_ANGER] = "#d1382f",
    [LUEUR_EMOTION_ANNOYANCE] = "#c2603a",  [LUEUR_EMOTION_APPROVAL] = "#7fb04a",    [LUEUR_EMOTION_CARING] = "#e08a6a",
    [LUEUR_EMOTION_CONFUSION] = "#8f86b8",  [LUEUR_EMOTION_CURIOSITY] = "#3fa7b5",   [LUEUR_EMOTION_DESIRE] = "#c24a86",
    [LUEUR_EMOTION_DISAPPOINTMENT] = "#7585a0", [LUEUR_EMOTION_DISAPPROVAL] = "#9a6650", [LUEUR_EMOTION_DISGUST] = "#7d8f35",
    [LUEUR_EMOTION_EMBARRASSMENT] = "#e58ba0", [LUEUR_EMOTION_EXCITEMENT] = "#f58f2a", [LUEUR_EMOTION_FEAR] = "#6a5aa0",
    [LUEUR_EMOTION_GRATITUDE] = "#d6a46a",  [LUEUR_EMOTION_GRIEF] = "#46587f",       [LUEUR_EMOTION_JOY] = "#f5c542",
    [LUEUR_EMOTION_LOVE] = "#e0567a",       [LUEUR_EMOTION_NERVOUSNESS] = "#9a8fc0", [LUEUR_EMOTION_OPTIMISM] = "#a3c644",
    [LUEUR_EMOTION_PRIDE] = "#c79a3a",      [LUEUR_EMOTION_REALIZATION] = "#5fb8c9", [LUEUR_EMOTION_RELIEF] = "#86c2a4",
    [LUEUR_EMOTION_REMORSE] = "#6d6a8a",    [LUEUR_EMOTION_SADNESS] = "#5a7fb5",     [LUEUR_EMOTION_SURPRISE] = "#45b5d6",
  };

  return (guint) mood < LUEUR_N_EMOTIONS && colours[mood] != NULL && gdk_rgba_parse (colour, colours[mood]);
}

void
lueur_avatar_paint_picture (GtkWidget *widget, GtkSnapshot *snapshot, GdkTexture *texture, gboolean still, float breath,
                            LueurEmotion mood)
{
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float w = gdk_texture_get_width (texture), h = gdk_texture_get_height (texture);
  float grown = 1 + 0.012f * breath;
  LueurStage stage;
  GskRenderNode *node, *breathing;
  GskTransform *at;
  GdkRGBA colour;

  lueur_stage_for_picture (&stage, width, height, w, h, !still, gtk_widget_get_scale_factor (widget));
  node = gsk_texture_scale_node_new (texture, &GRAPHENE_RECT_INIT (0, 0, w, h), GSK_SCALING_FILTER_TRILINEAR);
  at = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (w / 2, h));
  at = gsk_transform_scale (at, grown, grown);
  at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (-w / 2, -h));
  /* At the bottom of a breath nothing is moved, and “nothing” is no transform. */
  breathing = at != NULL ? gsk_transform_node_new (node, at) : gsk_render_node_ref (node);
  lueur_stage_append (&stage, snapshot, breathing);
  gsk_render_node_unref (breathing);
  gsk_render_node_unref (node);
  gsk_transform_unref (at);

  if (still && ring_colour (mood, &colour))
    {
      float thick = MAX (MIN (width, height) * 0.022f, 2);

      gtk_snapshot_append_border (snapshot, &stage.clip, (float[4]){ thick, thick, thick, thick },
                                  (GdkRGBA[4]){ colour, colour, colour, colour });
    }
}

void
lueur_avatar_paint_face (GtkWidget *widget, GtkSnapshot *snapshot, LueurFace *face, GskRenderNode *node)
{
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  LueurStage stage;

  lueur_stage_for_rig (&stage, width, height, lueur_face_get_width (face), lueur_face_get_height (face),
                       lueur_stage_wants_head (width, height), gtk_widget_get_scale_factor (widget));
  if (stage.is_round)
    {
      GdkRGBA back;

      gtk_widget_get_color (widget, &back);
      back.alpha *= 0.1f;
      gtk_snapshot_push_rounded_clip (snapshot, &stage.clip);
      gtk_snapshot_append_color (snapshot, &back, &stage.clip.bounds);
      gtk_snapshot_pop (snapshot);
    }
  lueur_stage_append (&stage, snapshot, node);
}
