/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/wheel.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "core/language.h"
#include "core/wellbeing/people/feeling-words.h"
#include "ui/accessible.h"
#include "ui/pointer.h"
#include "ui/wellbeing/wheel-shape.h"
#include "ui/widget.h"

/* Half of what is left between two sectors, in pixels. */
#define GAP 1.25f

/* --- A word of it: as large as the wheel, but no larger than its sector to the pointer. --- */

#define WHEEL_TYPE_WORD (wheel_word_get_type ())
G_DECLARE_FINAL_TYPE (WheelWord, wheel_word, WHEEL, WORD, GtkWidget)

struct _WheelWord
{
  GtkWidget parent_instance;
  guint index;
};

G_DEFINE_FINAL_TYPE (WheelWord, wheel_word, GTK_TYPE_WIDGET)

struct _LueurWheel
{
  GtkWidget parent_instance;

  GtkWidget *words[LUEUR_N_FEELING_WORDS];
  LueurWheelShape shape; /* of the last allocation */
  int selected;
  int open; /* a family, where there is no room for all words; -1 for none */
};

typedef enum
{
  PROP_SELECTED = 1,
} LueurWheelProp;

enum
{
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *props[PROP_SELECTED + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurWheel, lueur_wheel, GTK_TYPE_WIDGET)

static float
radius_of (GtkWidget *widget)
{
  return MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget)) / 2.0f - 3;
}

static int
word_at (LueurWheel *self, double x, double y)
{
  return lueur_wheel_shape_get_word_at (&self->shape, x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                        y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/* --- Drawing ------------------------------------------------------------------------------------ */

/* Six hues of like weight, none of them an alarm. */
static const char *const hues[] = { "#d9a441", "#d98aa3", "#5aa9a3", "#5f86c4", "#8a79bd", "#c47a5a" };

/* Whether @index lies on the way from the middle to the selected word. */
static gboolean
is_on_path (LueurWheel *self, guint index)
{
  for (int at = self->selected; at >= 0;)
    {
      const LueurFeelingWord *word = lueur_feeling_words_get ((guint) at);

      if ((guint) at == index)
        return TRUE;
      if (word->ring == 0)
        return FALSE;
      at = (int) word->parent;
    }
  return FALSE;
}

static void
append_word (WheelWord *self, GtkSnapshot *snapshot, const LueurWheelSector *sector, float cx, float cy, const GdkRGBA *colour)
{
  LueurWheel *wheel = LUEUR_WHEEL (gtk_widget_get_parent (GTK_WIDGET (self)));
  float away;
  g_autoptr (PangoLayout) layout = lueur_wheel_shape_get_layout (&wheel->shape, GTK_WIDGET (self), self->index, &away);
  double middle = (sector->from + sector->to) / 2;
  gboolean turned = sector->across ? cos (middle) < -0.01 : sin (middle) < -0.01;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (cx, cy));
  /* Nobody reads upside down: one half is turned round. */
  if (away > 0)
    {
      gtk_snapshot_rotate (snapshot, (float) (middle * 180 / G_PI) - 90);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (away, 0));
      gtk_snapshot_rotate (snapshot, (sector->across ? 90 : 0) + (turned ? 180 : 0));
    }
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-width / 2.0f, -height / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Its ring is drawn here, and no style changes with the focus. */
static void
wheel_word_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  gtk_widget_queue_draw (widget);
}

static void
wheel_word_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WheelWord *self = WHEEL_WORD (widget);
  LueurWheel *wheel = LUEUR_WHEEL (gtk_widget_get_parent (widget));
  const LueurFeelingWord *word = lueur_feeling_words_get (self->index);
  float cx = gtk_widget_get_width (widget) / 2.0f, cy = gtk_widget_get_height (widget) / 2.0f;
  gboolean lit = is_on_path (wheel, self->index);
  g_autoptr (GskPath) path = NULL;
  LueurWheelSector sector;
  GdkRGBA hue, ink, edge_ink;

  if (radius_of (widget) < 20 || !lueur_wheel_shape_get_sector (&wheel->shape, self->index, &sector))
    return;
  path = lueur_wheel_sector_get_path (&sector, cx, cy, GAP);
  lueur_wheel_get_hue (lueur_wheel_get_family (self->index), &hue);
  gtk_widget_get_color (widget, &ink);
  edge_ink = ink;
  /* Every hue is light enough for black, and too light for white; but on a dark page only where little of it shines
   * through: blue and violet come to 4.8 to 1 then. */
  if (lit)
    ink = (GdkRGBA){ 0, 0, 0, 1 };
  hue.alpha = lit ? 0.9f : word->ring == 0 ? 0.5f : word->ring == 1 ? 0.34f : 0.2f;
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &hue);
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    {
      g_autoptr (GskStroke) edge = gsk_stroke_new (1);

      gtk_snapshot_append_stroke (snapshot, path, edge, &edge_ink);
    }
  if (gtk_widget_has_visible_focus (widget) || (int) self->index == wheel->selected)
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (gtk_widget_has_visible_focus (widget) ? 3 : 2);

      gtk_snapshot_append_stroke (snapshot, path, stroke, &edge_ink);
    }
  append_word (self, snapshot, &sector, cx, cy, &ink);
}

static gboolean
wheel_word_contains (GtkWidget *widget, double x, double y)
{
  return word_at (LUEUR_WHEEL (gtk_widget_get_parent (widget)), x, y) == (int) WHEEL_WORD (widget)->index;
}

static void     select_index (LueurWheel *self, int index, gboolean focus);
static void     unfold_for (LueurWheel *self, int index);
static gboolean on_choose (GtkWidget *widget, GVariant *args, gpointer data);

/* Told to be pressed by a screen reader: as a click on it. */
static void
on_press (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWheel *wheel = LUEUR_WHEEL (gtk_widget_get_parent (widget));

  select_index (wheel, (int) WHEEL_WORD (widget)->index, TRUE);
  unfold_for (wheel, wheel->selected);
  on_choose (GTK_WIDGET (wheel), NULL, NULL);
}

static void
wheel_word_class_init (WheelWordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = wheel_word_snapshot;
  widget_class->state_flags_changed = wheel_word_state_flags_changed;
  widget_class->contains = wheel_word_contains;
  gtk_widget_class_set_css_name (widget_class, "word");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, LUEUR_ACTION_CLICK, NULL, on_press);
}

static void
wheel_word_init (WheelWord *self)
{
}

/* The word that is pointed at, in the middle, where that is free. */
static void
lueur_wheel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LueurWheel *self = LUEUR_WHEEL (widget);
  LueurWheelSector sector;
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *font;
  float across, size = self->shape.fonts[0] * 1.4f;
  GdkRGBA ink;
  int width, height;

  GTK_WIDGET_CLASS (lueur_wheel_parent_class)->snapshot (widget, snapshot);
  if (self->shape.form != LUEUR_WHEEL_WHOLE || self->selected < 0 || !lueur_wheel_shape_get_sector (&self->shape, 0, &sector))
    return;
  across = 2 * (sector.inner - 6);
  layout = gtk_widget_create_pango_layout (widget, lueur_feeling_word_get_name (lueur_feeling_words_get ((guint) self->selected),
                                                                                lueur_language_get_default ()));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_width (layout, (int) (across * PANGO_SCALE));
  font = pango_font_description_new ();
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  do
    {
      pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_get_pixel_size (layout, &width, &height);
      size -= 0.5f;
    }
  while (hypotf (width, height) > across && size > 6);
  pango_font_description_free (font);
  gtk_widget_get_color (widget, &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2.0f - across / 2,
                                                          gtk_widget_get_height (widget) / 2.0f - height / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* --- Choosing ----------------------------------------------------------------------------------- */

static void
update_shape (LueurWheel *self)
{
  /* What is pointed at is in sight. */
  if (self->open < 0 && self->selected >= 0 && lueur_feeling_words_get ((guint) self->selected)->ring == 2)
    self->open = (int) lueur_wheel_get_family ((guint) self->selected);
  lueur_wheel_shape_init (&self->shape, GTK_WIDGET (self), radius_of (GTK_WIDGET (self)), self->open);
  for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
    gtk_widget_queue_draw (self->words[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @family: -1 folds it. Where all words are shown this says nothing. */
static void
set_open (LueurWheel *self, int family)
{
  if (self->open == family)
    return;
  self->open = family;
  update_shape (self);
}

/* Where one family is open, it is that of @index; and words of the outer ring open theirs. */
static void
unfold_for (LueurWheel *self, int index)
{
  if (self->open >= 0 || lueur_feeling_words_get ((guint) index)->ring == 2)
    set_open (self, (int) lueur_wheel_get_family ((guint) index));
}

static void
select_index (LueurWheel *self, int index, gboolean focus)
{
  if (index < 0 || index >= LUEUR_N_FEELING_WORDS)
    return;
  if (self->selected != index)
    {
      if (self->selected >= 0)
        gtk_widget_set_focusable (self->words[self->selected], FALSE);
      self->selected = index;
      for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
        gtk_widget_queue_draw (self->words[i]);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
    }
  gtk_widget_set_focusable (self->words[index], TRUE);
  if (focus)
    gtk_widget_grab_focus (self->words[index]);
}

static gboolean
on_round (GtkWidget *widget, GVariant *args, gpointer data)
{
  LueurWheel *self = LUEUR_WHEEL (widget);
  const LueurFeelingWord *word = lueur_feeling_words_get ((guint) self->selected);
  guint n, first = lueur_feeling_words_get_ring (word->ring, &n);

  select_index (self, (int) (first + ((guint) self->selected - first + n + (guint) g_variant_get_int32 (args)) % n), TRUE);
  unfold_for (self, self->selected);
  return GDK_EVENT_STOP;
}

static gboolean
on_deep (GtkWidget *widget, GVariant *args, gpointer data)
{
  LueurWheel *self = LUEUR_WHEEL (widget);
  const LueurFeelingWord *word = lueur_feeling_words_get ((guint) self->selected);

  if (g_variant_get_int32 (args) < 0)
    {
      if (word->ring == 0 && self->shape.form == LUEUR_WHEEL_OPEN)
        set_open (self, -1);
      else if (word->ring == 0)
        gtk_widget_error_bell (widget);
      else
        select_index (self, (int) word->parent, TRUE);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
    if (lueur_feeling_words_get (i)->ring == word->ring + 1 &&
        lueur_feeling_words_get (i)->parent == (guint) self->selected)
      {
        select_index (self, (int) i, TRUE);
        unfold_for (self, (int) i);
        return GDK_EVENT_STOP;
      }
  gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

static gboolean
on_choose (GtkWidget *widget, GVariant *args, gpointer data)
{
  LueurWheel *self = LUEUR_WHEEL (widget);

  if (self->selected >= 0)
    g_signal_emit (self, signals[CHOSEN], 0, lueur_feeling_words_get ((guint) self->selected)->id);
  return GDK_EVENT_STOP;
}

/* Pointing at something unfolds nothing: all of it would move away below the pointer. */
static void
on_pointed (GtkWidget *widget, double x, double y)
{
  LueurWheel *self = LUEUR_WHEEL (widget);

  select_index (self, word_at (self, x, y), gtk_widget_get_focus_child (widget) != NULL);
}

static void
on_released (GtkGestureClick *gesture, int n, double x, double y, LueurWheel *self)
{
  int index = word_at (self, x, y);

  gboolean closed;

  if (index < 0)
    {
      /* Beside an open family it folds again. */
      if (self->shape.form == LUEUR_WHEEL_OPEN)
        {
          select_index (self, self->open, FALSE);
          set_open (self, -1);
        }
      return;
    }
  closed = self->shape.form != LUEUR_WHEEL_WHOLE && index < LUEUR_N_FAMILIES && self->open != index;
  select_index (self, index, TRUE);
  if (closed)
    set_open (self, index);
  else
    on_choose (GTK_WIDGET (self), NULL, NULL);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_wheel_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = 280;
  *natural = orientation == GTK_ORIENTATION_VERTICAL && for_size > 0 ? CLAMP (for_size, 280, 560) : 560;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *minimum = *natural;
}

static GtkSizeRequestMode
lueur_wheel_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lueur_wheel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LueurWheel *self = LUEUR_WHEEL (widget);

  for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
    gtk_widget_size_allocate (self->words[i], &(GtkAllocation){ 0, 0, width, height }, -1);
  update_shape (self);
}

static void
lueur_wheel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_string (value, lueur_wheel_get_selected (LUEUR_WHEEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lueur_wheel_dispose (GObject *object)
{
  lueur_widget_clear (GTK_WIDGET (object));
  G_OBJECT_CLASS (lueur_wheel_parent_class)->dispose (object);
}

static void
lueur_wheel_class_init (LueurWheelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_wheel_get_property;
  object_class->dispose = lueur_wheel_dispose;
  widget_class->measure = lueur_wheel_measure;
  widget_class->get_request_mode = lueur_wheel_get_request_mode;
  widget_class->size_allocate = lueur_wheel_size_allocate;
  widget_class->snapshot = lueur_wheel_snapshot;

  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[CHOSEN] = g_signal_new ("chosen", LUEUR_TYPE_WHEEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "wheel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_round, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_round, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_deep, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_deep, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_choose, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_choose, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_choose, NULL);
}

static void
lueur_wheel_init (LueurWheel *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  const char *language = lueur_language_get_default ();

  self->selected = self->open = -1;
  for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
    {
      const LueurFeelingWord *word = lueur_feeling_words_get (i);
      const char *name = lueur_feeling_word_get_name (word, language);

      self->words[i] = g_object_new (WHEEL_TYPE_WORD, NULL);
      WHEEL_WORD (self->words[i])->index = i;
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->words[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (word->ring > 0)
        gtk_accessible_update_property (
            GTK_ACCESSIBLE (self->words[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
            lueur_feeling_word_get_name (lueur_feeling_words_get (word->parent), language), -1);
      gtk_widget_set_parent (self->words[i], GTK_WIDGET (self));
    }
  select_index (self, 0, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Wheel of Feelings"), -1);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  lueur_pointer_follow (GTK_WIDGET (self), on_pointed);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
lueur_wheel_new (void)
{
  return g_object_new (LUEUR_TYPE_WHEEL, NULL);
}

const char *
lueur_wheel_get_selected (LueurWheel *self)
{
  return self->selected >= 0 ? lueur_feeling_words_get ((guint) self->selected)->id : NULL;
}

void
lueur_wheel_select (LueurWheel *self, const char *id)
{
  for (guint i = 0; i < LUEUR_N_FEELING_WORDS; i++)
    if (g_strcmp0 (lueur_feeling_words_get (i)->id, id) == 0)
      {
        select_index (self, (int) i, FALSE);
        unfold_for (self, (int) i);
      }
}

/**
 * lueur_wheel_get_hue:
 * @family: 0 to 5, in the order of the words
 * @hue: (out): its colour, opaque
 */
void
lueur_wheel_get_hue (guint family, GdkRGBA *hue)
{
  gdk_rgba_parse (hue, hues[family % G_N_ELEMENTS (hues)]);
}
