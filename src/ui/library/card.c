/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made by hand rather than from a template: a library of thousands makes some hundred of these at once. */

#include "ui/library/card.h"

#include <glib/gi18n.h>

#include "ui/accessible.h"
#include "ui/library/words.h"
#include "ui/widget.h"

#define FACE_WIDTH 156
#define FACE_HEIGHT 172

struct _LueurLibraryCard
{
  GtkWidget parent_instance;

  LueurPersona *persona;
  GSignalGroup *signals;
  GtkWidget *face;
  GtkLabel *name;
  GtkLabel *line;
  GtkWidget *popover; /* (nullable): made when it is opened */
  gboolean hovered;
  gboolean focused;
};

G_DEFINE_FINAL_TYPE (LueurLibraryCard, lueur_library_card, GTK_TYPE_WIDGET)

static void
update (LueurLibraryCard *self)
{
  g_autofree char *relation = NULL;
  g_autofree char *label = NULL;
  const char *name;

  if (self->persona == NULL)
    return;
  name = lueur_persona_get_name (self->persona);
  relation = lueur_words_relation (self->persona);
  gtk_label_set_text (self->name, *name != '\0' ? name : _("No name"));
  gtk_label_set_text (self->line, relation);
  /* Translators: what a screen reader says of a companion in the library: name, what they are */
  label = g_strdup_printf (_("%s, %s"), gtk_label_get_text (self->name), relation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_live (LueurLibraryCard *self)
{
  lueur_face_tile_set_live (LUEUR_FACE_TILE (self->face), self->persona != NULL && (self->hovered || self->focused));
}

/* --- Menu --------------------------------------------------------------------------------------- */

static GMenuModel *
make_menu (LueurLibraryCard *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new (), second = g_menu_new (), third = g_menu_new (), files = g_menu_new ();

  g_menu_append (first, _("_Talk"), "card.talk");
  g_menu_append (first, _("_Edit…"), "card.edit");
  g_menu_append (second, _("Du_plicate"), "card.duplicate");
  g_menu_append (files, _("As a _Picture (PNG)…"), "card.export::png");
  g_menu_append (files, _("As _Text (JSON)…"), "card.export::json");
  g_menu_append (files, _("As an _Archive (CHARX)…"), "card.export::charx");
  g_menu_append_submenu (second, _("E_xport"), G_MENU_MODEL (files));
  g_menu_append (second, lueur_persona_get_archived (self->persona) ? _("Take Out of the _Archive") : _("_Archive"),
                 "card.archive");
  g_menu_append (third, _("_Delete"), "card.delete");
  g_menu_append (third, _("E_rase for Good…"), "card.erase");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (menu);
}

static void
pop_up (LueurLibraryCard *self, double x, double y)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (self->persona == NULL)
    return;
  menu = make_menu (self);
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pop_up (LUEUR_LIBRARY_CARD (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

/* "card.talk" → "win.companion-talk" with the id. */
static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurLibraryCard *self = LUEUR_LIBRARY_CARD (widget);
  g_autofree char *other = g_strconcat ("win.companion-", action + strlen ("card."), NULL);

  if (self->persona == NULL)
    return;
  if (parameter != NULL)
    gtk_widget_activate_action (widget, other, "(xs)", lueur_persona_get_id (self->persona),
                                g_variant_get_string (parameter, NULL));
  else
    gtk_widget_activate_action (widget, other, "x", lueur_persona_get_id (self->persona));
}

/* --- Pointer and focus -------------------------------------------------------------------------- */

static void
on_enter (LueurLibraryCard *self)
{
  self->hovered = TRUE;
  update_live (self);
}

static void
on_leave (LueurLibraryCard *self)
{
  self->hovered = FALSE;
  update_live (self);
}

static void
on_focus (LueurLibraryCard *self)
{
  self->focused = gtk_widget_has_focus (GTK_WIDGET (self));
  update_live (self);
}

static void
on_secondary (LueurLibraryCard *self, int n_press, double x, double y, GtkGesture *gesture)
{
  pop_up (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_long_press (LueurLibraryCard *self, double x, double y, GtkGesture *gesture)
{
  pop_up (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
open_it (LueurLibraryCard *self)
{
  if (self->persona != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.companion", "x", lueur_persona_get_id (self->persona));
}

static void
on_click (LueurLibraryCard *self, int n_press, double x, double y, GtkGesture *gesture)
{
  open_it (self);
}

static void
on_press (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_it (LUEUR_LIBRARY_CARD (widget));
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_library_card_dispose (GObject *object)
{
  LueurLibraryCard *self = LUEUR_LIBRARY_CARD (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_object (&self->persona);

  G_OBJECT_CLASS (lueur_library_card_parent_class)->dispose (object);
}

static void
lueur_library_card_class_init (LueurLibraryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const actions[] = { "card.talk", "card.edit", "card.duplicate", "card.archive", "card.delete",
                                         "card.erase" };

  G_OBJECT_CLASS (klass)->dispose = lueur_library_card_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, on_action);
  gtk_widget_class_install_action (widget_class, "card.export", "s", on_action);
  gtk_widget_class_install_action (widget_class, LUEUR_ACTION_CLICK, NULL, on_press);
  gtk_widget_class_install_action (widget_class, "card.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "card.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "card.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "card.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "card.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "card.duplicate", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companioncard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static GtkLabel *
add_label (LueurLibraryCard *self, const char *class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  /* As narrow as the face allows, even where text is large. */
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (label, class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
lueur_library_card_init (LueurLibraryCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *primary = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_widget_set_focusable (widget, TRUE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  self->face = lueur_face_tile_new (FACE_WIDTH, FACE_HEIGHT);
  gtk_widget_set_parent (self->face, widget);
  self->name = add_label (self, "heading", 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "any-length");
  self->line = add_label (self, "caption", 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "dimmed");

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (primary, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (primary));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_long_press), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus), NULL);

  self->signals = g_signal_group_new (LUEUR_TYPE_PERSONA);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (update), self);
}

GtkWidget *
lueur_library_card_new (void)
{
  return g_object_new (LUEUR_TYPE_LIBRARY_CARD, NULL);
}

void
lueur_library_card_set_persona (LueurLibraryCard *self, LueurPersona *persona)
{
  if (!g_set_object (&self->persona, persona))
    return;
  g_signal_group_set_target (self->signals, persona);
  lueur_face_tile_set_persona (LUEUR_FACE_TILE (self->face), persona);
  update (self);
  update_live (self);
}

LueurPersona *
lueur_library_card_get_persona (LueurLibraryCard *self)
{
  return self->persona;
}

LueurFaceTile *
lueur_library_card_get_face (LueurLibraryCard *self)
{
  return LUEUR_FACE_TILE (self->face);
}
