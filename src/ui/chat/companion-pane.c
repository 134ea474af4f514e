/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/companion-pane.h"

#include "ui/widget.h"

#define COLUMN_WIDTH 320
#define STRIP_FACE 96
#define THIN_FACE 48

struct _LueurCompanionPane
{
  GtkWidget parent_instance;

  LueurPersona *persona;
  LueurPaneShape shape;
  char *status_text;
  gboolean is_scripted;

  GtkBox *box;
  GtkWidget *frame;
  LueurAvatar *avatar;
  GtkWidget *plate;
  GtkWidget *line;
  GtkLabel *name;
  GtkLabel *status;
  GtkWidget *scripted;
  GtkPopover *scripted_popover;
};

typedef enum
{
  PROP_PERSONA = 1,
  PROP_SHAPE,
  PROP_STATUS,
  PROP_SCRIPTED,
  N_PROPS,
} LueurCompanionPaneProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_ENUM_TYPE (LueurPaneShape, lueur_pane_shape,
                    G_DEFINE_ENUM_VALUE (LUEUR_PANE_COLUMN, "column"),
                    G_DEFINE_ENUM_VALUE (LUEUR_PANE_STRIP, "strip"),
                    G_DEFINE_ENUM_VALUE (LUEUR_PANE_THIN, "thin"))

G_DEFINE_FINAL_TYPE (LueurCompanionPane, lueur_companion_pane, GTK_TYPE_WIDGET)

static void
on_connect (LueurCompanionPane *self)
{
  gtk_popover_popdown (self->scripted_popover);
}

static int
face_size (LueurCompanionPane *self)
{
  return self->shape == LUEUR_PANE_THIN ? THIN_FACE : STRIP_FACE;
}

/* Above the chat the face has a size of its own, whatever it would like. */
static void
measure_frame (GtkWidget *frame, GtkOrientation orientation, int for_size, int *minimum, int *natural,
               int *minimum_baseline, int *natural_baseline)
{
  LueurCompanionPane *self =
      LUEUR_COMPANION_PANE (gtk_widget_get_ancestor (frame, LUEUR_TYPE_COMPANION_PANE));

  gtk_widget_measure (GTK_WIDGET (self->avatar), orientation, for_size, minimum, natural, NULL, NULL);
  if (self->shape != LUEUR_PANE_COLUMN)
    *minimum = *natural = face_size (self);
}

static void
allocate_frame (GtkWidget *frame, int width, int height, int baseline)
{
  LueurCompanionPane *self =
      LUEUR_COMPANION_PANE (gtk_widget_get_ancestor (frame, LUEUR_TYPE_COMPANION_PANE));

  gtk_widget_allocate (GTK_WIDGET (self->avatar), width, height, baseline, NULL);
}

static void
apply_shape (LueurCompanionPane *self)
{
  static const char *const names[] = { "column", "strip", "thin" };
  gboolean column = self->shape == LUEUR_PANE_COLUMN;
  GtkAlign align = column ? GTK_ALIGN_CENTER : GTK_ALIGN_START;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  column ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self), column ? COLUMN_WIDTH : -1, -1);
  gtk_widget_set_vexpand (self->frame, column);
  gtk_widget_set_halign (self->frame, column ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_queue_resize (self->frame);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->plate), self->shape == LUEUR_PANE_THIN
                                                                    ? GTK_ORIENTATION_HORIZONTAL
                                                                    : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->plate), self->shape == LUEUR_PANE_THIN ? 10 : 2);
  gtk_widget_set_valign (self->plate, column ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->plate, column ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->name), align);
  /* In one line with the mark there is no room for it in large text, and the title above has it. */
  gtk_widget_set_visible (GTK_WIDGET (self->name), self->shape != LUEUR_PANE_THIN);
  gtk_widget_set_halign (self->line, align);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (i == (guint) self->shape)
      gtk_widget_add_css_class (GTK_WIDGET (self), names[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), names[i]);
}

static void
lueur_companion_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurCompanionPane *self = LUEUR_COMPANION_PANE (object);

  switch ((LueurCompanionPaneProp) id)
    {
    case PROP_PERSONA:
      g_value_set_object (value, self->persona);
      break;
    case PROP_SHAPE:
      g_value_set_enum (value, self->shape);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status_text);
      break;
    case PROP_SCRIPTED:
      g_value_set_boolean (value, self->is_scripted);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_companion_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurCompanionPane *self = LUEUR_COMPANION_PANE (object);

  switch ((LueurCompanionPaneProp) id)
    {
    case PROP_PERSONA:
      lueur_companion_pane_set_persona (self, g_value_get_object (value));
      break;
    case PROP_SHAPE:
      lueur_companion_pane_set_shape (self, g_value_get_enum (value));
      break;
    case PROP_STATUS:
      lueur_companion_pane_set_status (self, g_value_get_string (value));
      break;
    case PROP_SCRIPTED:
      lueur_companion_pane_set_scripted (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_companion_pane_dispose (GObject *object)
{
  LueurCompanionPane *self = LUEUR_COMPANION_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_COMPANION_PANE);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_object (&self->persona);
  g_clear_pointer (&self->status_text, g_free);

  G_OBJECT_CLASS (lueur_companion_pane_parent_class)->dispose (object);
}

static void
lueur_companion_pane_class_init (LueurCompanionPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_companion_pane_get_property;
  object_class->set_property = lueur_companion_pane_set_property;
  object_class->dispose = lueur_companion_pane_dispose;

  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA, flags);
  props[PROP_SHAPE] = g_param_spec_enum ("shape", NULL, NULL, LUEUR_TYPE_PANE_SHAPE, LUEUR_PANE_COLUMN, flags);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  props[PROP_SCRIPTED] = g_param_spec_boolean ("scripted", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LUEUR_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/companion-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, box);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, frame);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, plate);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, line);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, name);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, status);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, scripted);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPane, scripted_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_connect);
  gtk_widget_class_set_css_name (widget_class, "companionpane");
}

static void
lueur_companion_pane_init (LueurCompanionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->frame, gtk_custom_layout_new (NULL, measure_frame, allocate_frame));
  apply_shape (self);
}

GtkWidget *
lueur_companion_pane_new (void)
{
  return g_object_new (LUEUR_TYPE_COMPANION_PANE, NULL);
}

/**
 * lueur_companion_pane_get_avatar:
 *
 * Returns: (transfer none): the face, to move
 */
LueurAvatar *
lueur_companion_pane_get_avatar (LueurCompanionPane *self)
{
  return self->avatar;
}

void
lueur_companion_pane_set_persona (LueurCompanionPane *self, LueurPersona *persona)
{
  if (g_set_object (&self->persona, persona))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSONA]);
}

void
lueur_companion_pane_set_shape (LueurCompanionPane *self, LueurPaneShape shape)
{
  if (self->shape == shape)
    return;
  self->shape = shape;
  apply_shape (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHAPE]);
}

void
lueur_companion_pane_set_status (LueurCompanionPane *self, const char *status)
{
  if (g_set_str (&self->status_text, status))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
}

void
lueur_companion_pane_set_scripted (LueurCompanionPane *self, gboolean scripted)
{
  if (self->is_scripted == scripted)
    return;
  self->is_scripted = scripted;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCRIPTED]);
}
