/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of things to choose one from. */

#include "ui/avatar/tiles.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  char *id;
  GtkToggleButton *button;
  GtkWidget *picture; /* (nullable): a picture, or an image */
} Tile;

struct _LueurTiles
{
  GtkWidget parent_instance;

  GtkLabel *heading;
  AdwWrapBox *box;
  GArray *tiles; /* of Tile */
  char *selected;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (LueurTiles, lueur_tiles, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SELECTED,
} LueurTilesProp;

enum
{
  PICKED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_SELECTED + 1];
static guint signals[N_SIGNALS];

static void
clear_tile (gpointer data)
{
  g_free (((Tile *) data)->id);
}

static Tile *
find_tile (LueurTiles *self, const char *id)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);

      if (g_strcmp0 (tile->id, id) == 0)
        return tile;
    }
  return NULL;
}

/* A toggle button tells that it is pressed; one of several is asked whether it is checked. */
static void
tell_checked (GtkToggleButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (button) ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
on_toggled (GtkToggleButton *button, LueurTiles *self)
{
  tell_checked (button);
  if (self->setting || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);

      if (tile->button == button && g_set_str (&self->selected, tile->id))
        {
          g_autofree char *id = g_strdup (tile->id);

          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
          g_signal_emit (self, signals[PICKED], 0, id);
          return;
        }
    }
}

static GtkWidget *
add_tile (LueurTiles *self, const char *id, const char *title, GtkWidget *child, GtkWidget *picture, const char *class)
{
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  Tile tile = { g_strdup (id), GTK_TOGGLE_BUTTON (button), picture };

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, class);
  if (self->tiles->len > 0)
    gtk_toggle_button_set_group (tile.button, g_array_index (self->tiles, Tile, 0).button);
  if (!GTK_IS_LABEL (child))
    gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_array_append_val (self->tiles, tile);
  adw_wrap_box_append (self->box, button);
  self->setting = TRUE;
  if (g_strcmp0 (self->selected, id) == 0)
    gtk_toggle_button_set_active (tile.button, TRUE);
  self->setting = FALSE;
  tell_checked (tile.button);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  return button;
}

/* Tab comes to what is chosen, and on to what lies behind; arrows go from tile to tile. Nobody has to press a key fifty
 * times to reach the next row. */
static gboolean
lueur_tiles_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LueurTiles *self = LUEUR_TILES (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *chosen, *last = gtk_widget_get_last_child (GTK_WIDGET (self->box));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, widget), on_tile = FALSE;
  const Tile *tile = find_tile (self, self->selected);

  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD) || self->tiles->len == 0)
    return GTK_WIDGET_CLASS (lueur_tiles_parent_class)->focus (widget, direction);
  for (guint i = 0; i < self->tiles->len; i++)
    on_tile |= focus == GTK_WIDGET (g_array_index (self->tiles, Tile, i).button);
  chosen = GTK_WIDGET ((tile != NULL ? tile : &g_array_index (self->tiles, Tile, 0))->button);
  if (last == GTK_WIDGET (g_array_index (self->tiles, Tile, self->tiles->len - 1).button))
    last = NULL; /* nothing was appended */
  if (direction == GTK_DIR_TAB_FORWARD)
    return !inside ? gtk_widget_child_focus (chosen, direction) : on_tile && last != NULL && gtk_widget_child_focus (last, direction);
  if (!inside && last != NULL)
    return gtk_widget_child_focus (last, direction);
  return !on_tile && gtk_widget_child_focus (chosen, direction);
}

static void
lueur_tiles_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurTiles *self = LUEUR_TILES (object);

  switch ((LueurTilesProp) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->heading));
      break;
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_tiles_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurTiles *self = LUEUR_TILES (object);

  switch ((LueurTilesProp) id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->heading, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->heading), *gtk_label_get_label (self->heading) != '\0');
      break;
    case PROP_SELECTED:
      lueur_tiles_set_selected (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_tiles_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (lueur_tiles_parent_class)->dispose (object);
}

static void
lueur_tiles_finalize (GObject *object)
{
  LueurTiles *self = LUEUR_TILES (object);

  g_array_unref (self->tiles);
  g_free (self->selected);
  G_OBJECT_CLASS (lueur_tiles_parent_class)->finalize (object);
}

static void
lueur_tiles_class_init (LueurTilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_tiles_get_property;
  object_class->set_property = lueur_tiles_set_property;
  object_class->dispose = lueur_tiles_dispose;
  object_class->finalize = lueur_tiles_finalize;
  widget_class->focus = lueur_tiles_focus;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", both);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, "", both);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[PICKED] = g_signal_new ("picked", LUEUR_TYPE_TILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lueur-tiles");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
lueur_tiles_init (LueurTiles *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->tiles = g_array_new (FALSE, TRUE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, clear_tile);
  self->selected = g_strdup ("");
  self->heading = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->heading, NULL, -1);
}

GtkWidget *
lueur_tiles_new (const char *title)
{
  return g_object_new (LUEUR_TYPE_TILES, "title", title, NULL);
}

/* The tile says what it is; its picture has nothing to add. */
static GtkWidget *
new_picture (GdkPaintable *paintable)
{
  return g_object_new (GTK_TYPE_PICTURE, "paintable", paintable, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

void
lueur_tiles_add_picture (LueurTiles *self, const char *id, const char *title, int width, int height)
{
  GtkWidget *picture = new_picture (NULL);

  g_return_if_fail (LUEUR_IS_TILES (self));

  gtk_widget_set_size_request (picture, width, height);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_CONTAIN);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  add_tile (self, id, title, picture, picture, "lueur-picture-tile");
}

/* As large as the style has it, for a row in which each should stand beside the others. */
void
lueur_tiles_add_face (LueurTiles *self, const char *id, const char *title)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_return_if_fail (LUEUR_IS_TILES (self));

  gtk_widget_set_overflow (image, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (add_tile (self, id, title, image, image, "lueur-picture-tile"), "lueur-face-tile");
}

void
lueur_tiles_add_colour (LueurTiles *self, const char *id, const char *title, const GdkRGBA *colour)
{
  const guint8 pixel[4] = { (guint8) (colour->red * 255 + .5f), (guint8) (colour->green * 255 + .5f),
                            (guint8) (colour->blue * 255 + .5f), 255 };
  g_autoptr (GBytes) bytes = g_bytes_new (pixel, sizeof pixel);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (1, 1, GDK_MEMORY_R8G8B8A8, bytes, sizeof pixel);
  GtkWidget *picture = new_picture (GDK_PAINTABLE (texture));

  g_return_if_fail (LUEUR_IS_TILES (self));

  gtk_widget_set_size_request (picture, 28, 28);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_FILL);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  add_tile (self, id, title, picture, NULL, "lueur-colour-tile");
}

void
lueur_tiles_add_words (LueurTiles *self, const char *id, const char *title)
{
  g_return_if_fail (LUEUR_IS_TILES (self));

  add_tile (self, id, title, gtk_label_new (title), NULL, "lueur-word-tile");
}

void
lueur_tiles_append (LueurTiles *self, GtkWidget *widget)
{
  g_return_if_fail (LUEUR_IS_TILES (self));

  adw_wrap_box_append (self->box, widget);
}

void
lueur_tiles_set_paintable (LueurTiles *self, const char *id, GdkPaintable *paintable)
{
  Tile *tile;

  g_return_if_fail (LUEUR_IS_TILES (self));

  tile = find_tile (self, id);
  if (tile == NULL)
    return;
  if (GTK_IS_IMAGE (tile->picture))
    gtk_image_set_from_paintable (GTK_IMAGE (tile->picture), paintable);
  else if (tile->picture != NULL)
    gtk_picture_set_paintable (GTK_PICTURE (tile->picture), paintable);
}

void
lueur_tiles_set_name (LueurTiles *self, const char *id, const char *title)
{
  Tile *tile;

  g_return_if_fail (LUEUR_IS_TILES (self));

  tile = find_tile (self, id);
  if (tile == NULL)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (tile->button), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * lueur_tiles_set_selected:
 * @self: tiles
 * @id: (nullable): which one is down; one that is not there leaves none down
 *
 * Does not emit "picked".
 */
void
lueur_tiles_set_selected (LueurTiles *self, const char *id)
{
  Tile *tile;

  g_return_if_fail (LUEUR_IS_TILES (self));

  if (!g_set_str (&self->selected, id != NULL ? id : ""))
    return;
  self->setting = TRUE;
  tile = find_tile (self, self->selected);
  if (tile != NULL)
    gtk_toggle_button_set_active (tile->button, TRUE);
  else
    for (guint i = 0; i < self->tiles->len; i++)
      gtk_toggle_button_set_active (g_array_index (self->tiles, Tile, i).button, FALSE);
  self->setting = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

const char *
lueur_tiles_get_selected (LueurTiles *self)
{
  return self->selected;
}

guint
lueur_tiles_get_n_tiles (LueurTiles *self)
{
  return self->tiles->len;
}

const char *
lueur_tiles_get_id (LueurTiles *self, guint position)
{
  return position < self->tiles->len ? g_array_index (self->tiles, Tile, position).id : NULL;
}

gboolean
lueur_tiles_pick (LueurTiles *self, const char *id)
{
  Tile *tile = find_tile (self, id);

  if (tile == NULL)
    return FALSE;
  gtk_toggle_button_set_active (tile->button, TRUE);
  return TRUE;
}
