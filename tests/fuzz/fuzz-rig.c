/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An SVG file that somebody chose as a companion's face: read, checked, drawn small in a few poses. */

#include <gtk/gtk.h>
#include <math.h>

#include "fuzz/fuzz.h"
#include "ui/avatar/face.h"

static void
draw (LueurRig *rig)
{
  g_autoptr (LueurLook) look = lueur_look_new ("fuzz");
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPlates) plates = NULL;
  g_autoptr (LueurFace) face = NULL;

  lueur_look_set_colour (look, "skin", "#8d5a3c");
  plates = lueur_plates_new (rig, look, &(LueurPlatesOrder){ .scale = 24 / MAX (rig->width, rig->height) }, NULL, &error);
  g_assert_true ((plates == NULL) == (error != NULL));
  if (plates == NULL)
    return;
  face = lueur_face_new (plates);
  for (LueurExpression i = 0; i < LUEUR_N_EXPRESSIONS; i += 8)
    {
      GskRenderNode *node = lueur_face_draw (face, lueur_rig_get_expression (rig, i));

      g_clear_pointer (&node, gsk_render_node_unref);
    }
}

/* What fontconfig keeps until the end is not ours to report. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n";
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static gboolean ready;
  g_autofree char *copy = g_memdup2 (data, size); /* so that reading past it shows */
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRig) rig = NULL;

  if (!ready)
    {
      gtk_init_check ();
      ready = TRUE;
    }
  rig = lueur_rig_new_from_data ("fuzz", copy, size, &error);
  g_assert_true ((rig == NULL) == (error != NULL));
  if (rig == NULL)
    {
      g_assert_true (error->domain == LUEUR_RIG_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), <, 400);
      return 0;
    }
  for (guint i = 0; i < rig->n_morphs; i++)
    for (guint f = 0; f < rig->morphs[i].rest.n_floats; f++)
      g_assert_true (isfinite (rig->morphs[i].rest.points[f]));
  for (guint i = 0; i < rig->n_parts; i++)
    {
      g_assert_cmpint (rig->parts[i].slot, <, (int) rig->slots->len);
      g_assert_cmpint (rig->parts[i].clip, <, (int) rig->n_morphs);
    }
  if (rig->document->n_elements < 200)
    draw (rig);
  return 0;
}
