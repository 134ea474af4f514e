/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/drawing.h"

#include <adwaita.h>
#include <librsvg/rsvg.h>

/* Of every drawing. */
#define WIDTH 320
#define HEIGHT 160

struct _LueurDrawing
{
  GtkWidget parent_instance;

  char *resource;
  RsvgHandle *handle;
};

typedef enum
{
  PROP_RESOURCE = 1,
} LueurDrawingProp;

static GParamSpec *props[PROP_RESOURCE + 1];

G_DEFINE_FINAL_TYPE (LueurDrawing, lueur_drawing, GTK_TYPE_WIDGET)

static char *
colour_of (const GdkRGBA *colour)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) (colour->red * 255 + 0.5f), (guint) (colour->green * 255 + 0.5f),
                          (guint) (colour->blue * 255 + 0.5f));
}

/* Ink is the colour of words here; what is filled is the accent, and the lamp's. */
static char *
style_sheet (LueurDrawing *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent_colour = adw_style_manager_get_accent_color_rgba (style);
  gboolean dark = adw_style_manager_get_dark (style);
  g_autofree char *ink = NULL, *accent = NULL;
  GdkRGBA words;

  gtk_widget_get_color (GTK_WIDGET (self), &words);
  ink = colour_of (&words);
  accent = colour_of (accent_colour);
  return g_strdup_printf ("path, rect, circle, ellipse { fill: none; stroke: none; stroke-linecap: round; stroke-linejoin: round; }"
                          ".ink, .ink path, .ink circle { stroke: %s; stroke-width: 4; stroke-opacity: .72; }"
                          ".outline { stroke: %s; stroke-width: 4; stroke-opacity: .72; }"
                          ".thin, .thin path, .thin circle { stroke-width: 2.5; }"
                          ".paper path { stroke: #ffffff; stroke-width: 4; }"
                          ".dot, path.dot { stroke-width: 5; }"
                          ".soft { fill: %s; fill-opacity: .1; }"
                          ".accent { fill: %s; } .two { fill-opacity: .62; } .three { fill-opacity: .38; }"
                          ".lamp { fill: #f5a742; fill-opacity: %s; }",
                          ink, ink, ink, accent, dark ? ".75" : ".85");
}

/* Drawings of one thing that leads to another; what others show stands as it does in the world. */
static gboolean
is_read (LueurDrawing *self)
{
  return g_str_has_suffix (self->resource, "/next-word.svg") || g_str_has_suffix (self->resource, "/mirror.svg");
}

static void
lueur_drawing_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LueurDrawing *self = LUEUR_DRAWING (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double w = MIN (width, height * WIDTH / HEIGHT), h = w * HEIGHT / WIDTH;
  g_autofree char *css = NULL;
  cairo_t *cr;

  if (self->handle == NULL || w < 1)
    return;
  css = style_sheet (self);
  rsvg_handle_set_stylesheet (self->handle, (const guint8 *) css, strlen (css), NULL);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  /* The first of a row stands where reading begins. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && is_read (self))
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  rsvg_handle_render_document (self->handle, cr,
                               &(RsvgRectangle){ (width - w) / 2, (height - h) / 2, w, h }, NULL);
  cairo_destroy (cr);
}

static void
lueur_drawing_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 150;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = WIDTH;
}

static void
lueur_drawing_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RESOURCE)
    g_value_set_string (value, LUEUR_DRAWING (object)->resource);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lueur_drawing_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurDrawing *self = LUEUR_DRAWING (object);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (id != PROP_RESOURCE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!g_set_str (&self->resource, g_value_get_string (value)))
    return;
  g_clear_object (&self->handle);
  bytes = self->resource != NULL ? g_resources_lookup_data (self->resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL) : NULL;
  if (bytes != NULL)
    {
      stream = g_memory_input_stream_new_from_bytes (bytes);
      self->handle = rsvg_handle_new_from_stream_sync (stream, NULL, RSVG_HANDLE_FLAGS_NONE, NULL, NULL);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
lueur_drawing_finalize (GObject *object)
{
  LueurDrawing *self = LUEUR_DRAWING (object);

  g_clear_object (&self->handle);
  g_free (self->resource);
  G_OBJECT_CLASS (lueur_drawing_parent_class)->finalize (object);
}

static void
lueur_drawing_class_init (LueurDrawingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_drawing_get_property;
  object_class->set_property = lueur_drawing_set_property;
  object_class->finalize = lueur_drawing_finalize;
  widget_class->snapshot = lueur_drawing_snapshot;
  widget_class->measure = lueur_drawing_measure;
  props[PROP_RESOURCE] = g_param_spec_string ("resource", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "drawing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lueur_drawing_init (LueurDrawing *self)
{
  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lueur_drawing_new (const char *resource)
{
  return g_object_new (LUEUR_TYPE_DRAWING, "resource", resource, NULL);
}
