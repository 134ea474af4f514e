/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawing the parts of a rig, once. */

#include "ui/avatar/plates.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "ui/avatar/errands.h"
#include "ui/avatar/guard.h"
#include "ui/avatar/plates-private.h"

/* librsvg brings none of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

#define MAX_SECONDS 2
#define MAX_SIDE 2400                      /* pixels of the page with its margin */
#define MAX_BYTES (96 * 1024 * 1024)       /* of all pictures together */

/* --- What is worn, in which colours ----------------------------------------------------------- */

static void
dress (LueurPlates *self, const LueurLook *look)
{
  const LueurRig *rig = self->rig;
  g_autofree int *worn = g_new (int, MAX (rig->slots->len, 1));

  for (guint s = 0; s < rig->slots->len; s++)
    {
      const LueurSlot *slot = &g_array_index (rig->slots, LueurSlot, s);
      const char *wanted = lueur_look_get_choice (look, slot->id);
      int found = wanted != NULL ? lueur_slot_find_choice (slot, wanted) : -1;

      worn[s] = found >= 0 ? found : slot->standard;
    }
  for (guint i = 0; i < rig->n_parts; i++)
    self->worn[i] = rig->parts[i].slot < 0 || rig->parts[i].choice == worn[rig->parts[i].slot];
}

/* Skin is the first of the materials. */
static gboolean
wears_other_skin (const LueurPlates *self, const LueurLook *look, GdkRGBA *skin)
{
  const char *text = lueur_look_get_colour (look, lueur_materials[0]);

  return text != NULL && gdk_rgba_parse (skin, text) &&
         !((self->rig->materials & 1u) && gdk_rgba_equal (skin, &self->rig->base[0]));
}

static char *
colour (LueurPlates *self, const LueurLook *look)
{
  GString *css = g_string_new (NULL);

  for (guint m = 0; lueur_materials[m] != NULL; m++)
    {
      const char *text = lueur_look_get_colour (look, lueur_materials[m]);
      GdkRGBA base;

      /* The rig's own tones were mixed by hand: they stay as long as nobody asks for others. */
      if (text == NULL && g_str_equal (lueur_materials[m], "lips") && wears_other_skin (self, look, &base))
        lueur_tones_lips_of (&base, &base);
      else if (text == NULL || !gdk_rgba_parse (&base, text) ||
          ((self->rig->materials & (1u << m)) && gdk_rgba_equal (&base, &self->rig->base[m])))
        continue;
      lueur_tones_derive (lueur_materials[m], &base, self->tones[m]);
      lueur_tones_append_css (css, lueur_materials[m], self->tones[m]);
      self->coloured |= 1u << m;
    }
  return g_string_free (css, FALSE);
}

/* --- Drawing ---------------------------------------------------------------------------------- */

static gboolean
is_picture (const LueurPlates *self, int part)
{
  return self->worn[part] && self->rig->parts[part].morph < 0;
}

static gboolean
wants_part (int part, gpointer data)
{
  return is_picture (data, part);
}

/* Whether @part may be drawn into the same picture as whatever lies below it. */
static gboolean
is_plain (const LueurPart *part)
{
  return part->n_binds == 0 && part->clip < 0 && part->opacity >= 1;
}

static gboolean
move_alike (const LueurPart *a, const LueurPart *b)
{
  return is_plain (a) && is_plain (b) && a->bone == b->bone && (a->bone != LUEUR_BONE_HEAD || a->depth == b->depth);
}

/* The page, with its margin, as the root's own box: nothing outside of it would be drawn. */
static GString *
write_document (LueurPlates *self, double margin)
{
  const LueurRig *rig = self->rig;
  g_autoptr (GString) inner = lueur_rig_document_write (rig->document, wants_part, self);
  GString *out = g_string_sized_new (inner->len + 200);
  char box[4][G_ASCII_DTOSTR_BUF_SIZE];
  const double values[] = { rig->origin[0] - margin, rig->origin[1] - margin, rig->width + 2 * margin,
                            rig->height + 2 * margin };

  for (guint i = 0; i < 4; i++)
    g_ascii_formatd (box[i], sizeof box[i], "%.4f", values[i]);
  g_string_append_printf (out, "<svg viewBox=\"%s %s %s %s\" preserveAspectRatio=\"none\" %s", box[0], box[1], box[2],
                          box[3], inner->str + strlen ("<svg "));
  return out;
}

static void
turn (LueurPlates *self, cairo_t *cr, const float pivot[2], double degrees, double margin)
{
  double x = (pivot[0] - self->rig->origin[0] + margin) * self->scale;
  double y = (pivot[1] - self->rig->origin[1] + margin) * self->scale;

  cairo_translate (cr, x, y);
  cairo_rotate (cr, degrees * G_PI / 180);
  cairo_translate (cr, -x, -y);
}

/* Turns what is drawn as the bone turns it in the pose that the pictures are for. */
static void
tilt (LueurPlates *self, cairo_t *cr, LueurBone bone, double margin)
{
  if (bone != LUEUR_BONE_STILL && self->lean != 0)
    turn (self, cr, self->rig->pivot_body, self->lean * LUEUR_LEAN_DEGREES, margin);
  if (bone == LUEUR_BONE_HEAD && self->roll != 0)
    turn (self, cr, self->rig->pivot_head, self->roll * LUEUR_ROLL_DEGREES, margin);
}

static gboolean
draw_parts (LueurPlates *self, RsvgHandle *handle, double margin, LueurPlatesFlags flags, LueurGuard *guard,
            GCancellable *cancellable, GError **error)
{
  const LueurRig *rig = self->rig;
  int width = (int) ceil ((rig->width + 2 * margin) * self->scale);
  int height = (int) ceil ((rig->height + 2 * margin) * self->scale);
  RsvgRectangle viewport = { 0, 0, (rig->width + 2 * margin) * self->scale, (rig->height + 2 * margin) * self->scale };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean ok = TRUE;
  int first = -1; /* the part whose picture is being drawn */

  for (guint i = 0; i <= rig->n_parts && ok; i++)
    {
      if (i < rig->n_parts && !self->worn[i])
        continue;
      /* A picture is finished once something comes that moves in another way. */
      if (first >= 0 && (i == rig->n_parts || !is_picture (self, (int) i) || (flags & LUEUR_PLATES_APART) ||
                         !move_alike (&rig->parts[first], &rig->parts[i])))
        {
          LueurInk ink;

          cairo_surface_flush (surface);
          ink.data = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
          ink.stride = cairo_image_surface_get_stride (surface) / 4;
          lueur_plates_crop (self, first, &ink, (cairo_rectangle_int_t){ 0, 0, width, height }, margin, 3);
          first = -1;
          if (self->n_bytes > MAX_BYTES)
            {
              g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TOO_LARGE,
                                   _("The picture’s parts need more memory than is allowed."));
              ok = FALSE;
            }
        }
      if (!ok || i == rig->n_parts || !is_picture (self, (int) i))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || g_cancellable_is_cancelled (guard->cancellable))
        {
          ok = FALSE;
          break;
        }
      if (first < 0)
        {
          first = (int) i;
          cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
          cairo_paint (cr);
          cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
        }
      cairo_save (cr);
      tilt (self, cr, rig->parts[i].bone, margin);
      ok = rsvg_handle_render_layer (handle, cr, rig->parts[i].layer, &viewport, error);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ok;
}

static gboolean
draw (LueurPlates *self, const char *css, LueurPlatesFlags flags, GCancellable *cancellable, GError **error)
{
  double margin = LUEUR_PLATES_MARGIN * self->rig->height / 500;
  g_autoptr (RsvgHandle) handle = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) local = NULL;
  gint64 start = g_get_monotonic_time (), loaded;
  LueurGuard guard;
  gboolean ok;

  lueur_guard_start (&guard, MAX_SECONDS);
  text = write_document (self, margin);
  handle = rsvg_handle_new_from_data ((const guint8 *) text->str, text->len, &local);
  ok = handle != NULL;
  if (ok && *css != '\0')
    ok = rsvg_handle_set_stylesheet (handle, (const guint8 *) css, strlen (css), &local);
  loaded = g_get_monotonic_time ();
  if (ok)
    {
      rsvg_handle_set_cancellable_for_rendering (handle, guard.cancellable);
      ok = draw_parts (self, handle, margin, flags, &guard, cancellable, &local);
    }
  self->load_us = loaded - start;
  self->rasterise_us = g_get_monotonic_time () - loaded;
  if (lueur_guard_stop (&guard))
    {
      g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TIMEOUT,
                           _("The picture takes too long to draw."));
      return FALSE;
    }
  if (ok)
    return TRUE;
  if (local != NULL && (local->domain == LUEUR_RIG_ERROR || local->domain == G_IO_ERROR))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED, _("The picture cannot be drawn: %s"),
                 local != NULL ? local->message : "?");
  return FALSE;
}

/* --- Public ----------------------------------------------------------------------------------- */

static void
clear_plate (gpointer data)
{
  g_object_unref (((LueurPlate *) data)->texture);
}

/**
 * lueur_plates_new:
 * @rig: the face
 * @look: what it wears; what it does not name is worn as the rig says
 * @order: what is wanted
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the parts; %NULL after two seconds of work at the latest
 */
LueurPlates *
lueur_plates_new (LueurRig *rig, const LueurLook *look, const LueurPlatesOrder *order, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (LueurPlates) self = g_new0 (LueurPlates, 1);
  g_autofree char *css = NULL;
  double side = MAX (rig->width, rig->height) * (1 + 2.0 * LUEUR_PLATES_MARGIN / 500);

  g_atomic_ref_count_init (&self->refs);
  self->rig = lueur_rig_ref (rig);
  self->scale = CLAMP (order->scale, 1 / side, MAX_SIDE / side);
  self->lean = order->lean;
  self->roll = order->roll;
  self->worn = g_new0 (gboolean, rig->n_parts);
  self->plates = g_array_new (FALSE, TRUE, sizeof (LueurPlate));
  g_array_set_clear_func (self->plates, clear_plate);
  dress (self, look);
  css = colour (self, look);
  return draw (self, css, order->flags, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

LueurPlates *
lueur_plates_ref (LueurPlates *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lueur_plates_unref (LueurPlates *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->plates);
  g_free (self->worn);
  lueur_rig_unref (self->rig);
  g_free (self);
}

typedef struct
{
  LueurRig *rig;
  LueurLook *look;
  LueurPlatesOrder order;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  lueur_rig_unref (job->rig);
  lueur_look_free (job->look);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  LueurPlates *plates = lueur_plates_new (job->rig, job->look, &job->order, cancellable, &error);

  if (plates != NULL)
    g_task_return_pointer (task, plates, (GDestroyNotify) lueur_plates_unref);
  else
    g_task_return_error (task, error);
}

void
lueur_plates_new_async (LueurRig *rig, const LueurLook *look, const LueurPlatesOrder *order,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->rig = lueur_rig_ref (rig);
  job->look = lueur_look_copy (look);
  job->order = *order;
  g_task_set_source_tag (task, lueur_plates_new_async);
  g_task_set_task_data (task, job, job_free);
  lueur_errands_run (task, run_job);
}

LueurPlates *
lueur_plates_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
