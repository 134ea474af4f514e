/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/inspect.h"

#include <string.h>

#include "ui/shortcuts.h"

#define LEAST_TARGET 44
/* The narrowest window that everything has to fit into (px). */
#define LEAST_WIDTH 360

/* --- What a thing is called, and where it is ----------------------------------------------------- */

static const char *
text_on (GtkWidget *widget)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_EDITABLE (widget))
    text = gtk_editable_get_text (GTK_EDITABLE (widget));
  if (text != NULL && *text != '\0')
    return text;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && (text = text_on (child)) != NULL && *text != '\0')
      return text;
  return gtk_widget_get_tooltip_text (widget);
}

char *
lueur_inspect_describe (GtkWidget *widget)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
  const char *text = text_on (widget);
  GString *words = g_string_new (G_OBJECT_TYPE_NAME (widget));

  if (id != NULL && !g_str_has_prefix (id, "___"))
    g_string_append_printf (words, " %s", id);
  if (text != NULL && *text != '\0')
    {
      g_autofree char *start = g_utf8_substring (text, 0, MIN (60, g_utf8_strlen (text, -1)));

      g_string_append_printf (words, " “%s”", g_strdelimit (start, "\n", ' '));
    }
  for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL; up = gtk_widget_get_parent (up))
    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (up), "Lueur"))
      {
        g_string_append_printf (words, " in %s", G_OBJECT_TYPE_NAME (up));
        break;
      }
  return g_string_free (words, FALSE);
}

static void
report (GPtrArray *wrong, GtkWidget *widget, const char *what)
{
  g_autofree char *name = lueur_inspect_describe (widget);

  g_ptr_array_add (wrong, g_strdup_printf ("%s: %s", name, what));
}

gboolean
lueur_inspect_get_visible (GtkWidget *widget, GtkWidget *root, graphene_rect_t *bounds)
{
  if (!gtk_widget_compute_bounds (widget, root, bounds))
    return FALSE;
  for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL; up = gtk_widget_get_parent (up))
    {
      graphene_rect_t frame;

      if ((gtk_widget_get_overflow (up) == GTK_OVERFLOW_HIDDEN || up == root) &&
          (!gtk_widget_compute_bounds (up, root, &frame) || !graphene_rect_intersection (bounds, &frame, bounds)))
        return FALSE;
      if (up == root)
        break;
    }
  return bounds->size.width >= 1 && bounds->size.height >= 1;
}

/* Whether a row that holds @widget does by itself what @widget does. */
static gboolean
stands_for (GtkWidget *row, GtkWidget *widget)
{
  GtkWidget *inner;

  if (ADW_IS_SWITCH_ROW (row) || ADW_IS_COMBO_ROW (row) || ADW_IS_ENTRY_ROW (row))
    return TRUE;
  if (ADW_IS_EXPANDER_ROW (row))
    return TRUE;
  if (!ADW_IS_ACTION_ROW (row))
    return FALSE;
  inner = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  return inner != NULL && (inner == widget || gtk_widget_is_ancestor (widget, inner));
}

gboolean
lueur_inspect_is_target (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || !gtk_widget_get_can_target (widget))
    return FALSE;
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_SCALE (widget) ||
      GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_PASSWORD_ENTRY (widget))
    return TRUE;
  if (GTK_IS_LIST_BOX_ROW (widget))
    return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget));
  if (GTK_IS_FLOW_BOX_CHILD (widget))
    return gtk_widget_get_focusable (widget);
  return FALSE;
}

static void
walk (GtkWidget *widget, void (*look) (GtkWidget *widget, GtkWidget *root, GPtrArray *wrong), GtkWidget *root,
      GPtrArray *wrong)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  look (widget, root, wrong);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    walk (child, look, root, wrong);
}

/* --- Names --------------------------------------------------------------------------------------- */

static gboolean
has_words (GtkWidget *widget)
{
  const char *text = text_on (widget);

  return text != NULL && *text != '\0';
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* What is made of several widgets is one for a screen reader, and is named outside. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *up = gtk_widget_get_parent (widget);

  if (up == NULL)
    return FALSE;
  if (!GTK_IS_BUTTON (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL)
    return TRUE;
  if (GTK_IS_TEXT (widget) || (GTK_IS_BUTTON (widget) && (GTK_IS_MENU_BUTTON (up) || GTK_IS_DROP_DOWN (up))))
    for (; up != NULL; up = gtk_widget_get_parent (up))
      if (GTK_IS_EDITABLE (up) || GTK_IS_MENU_BUTTON (up) || GTK_IS_DROP_DOWN (up))
        return is_named (up) || gtk_widget_get_tooltip_text (up) != NULL || (!GTK_IS_EDITABLE (up) && has_words (up));
  return FALSE;
}

/* What is for show alone is not told to a screen reader, nor is anything in it. */
static gboolean
is_hidden (GtkWidget *widget, GtkWidget *root)
{
  for (GtkWidget *up = widget; up != NULL && up != root; up = gtk_widget_get_parent (up))
    {
      GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (up));

      if (role == GTK_ACCESSIBLE_ROLE_PRESENTATION || role == GTK_ACCESSIBLE_ROLE_NONE)
        return TRUE;
    }
  return FALSE;
}

static void
look_for_name (GtkWidget *widget, GtkWidget *root, GPtrArray *wrong)
{
  gboolean takes_focus = gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget);
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  gboolean from_content;

  if (!takes_focus && !lueur_inspect_is_target (widget))
    return;
  /* The text in a field is told as the field; the buttons of a number repeat for the pointer what is read and set there. */
  if (!GTK_IS_TEXT (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON) == NULL && is_hidden (widget, root))
    report (wrong, widget, "is hidden from a screen reader");
  /* They hold what takes the focus. */
  if (GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_POPOVER (widget) ||
      ADW_IS_DIALOG (widget) || GTK_IS_WINDOW (widget) || g_str_equal (gtk_widget_get_css_name (widget), "floating-sheet") ||
      g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo"))
    return;
  /* A text that can be selected is its own name. */
  if (GTK_IS_LABEL (widget) && has_words (widget))
    return;
  if (role == GTK_ACCESSIBLE_ROLE_PRESENTATION || is_named (widget) || is_part (widget))
    return;
  from_content = GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) ||
                 GTK_IS_FLOW_BOX_CHILD (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_EXPANDER (widget) ||
                 role == GTK_ACCESSIBLE_ROLE_LIST_ITEM || role == GTK_ACCESSIBLE_ROLE_ROW ||
                 role == GTK_ACCESSIBLE_ROLE_GRID_CELL || role == GTK_ACCESSIBLE_ROLE_TAB ||
                 role == GTK_ACCESSIBLE_ROLE_MENU_ITEM || role == GTK_ACCESSIBLE_ROLE_OPTION;
  if (from_content && has_words (widget))
    return;
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    return;
  /* What holds the focus for a child that has it really, as list rows do. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_focusable (child) || is_named (child))
      return;
  report (wrong, widget, "has no name");
}

/* --- Targets ------------------------------------------------------------------------------------- */

static void
look_for_target (GtkWidget *widget, GtkWidget *root, GPtrArray *wrong)
{
  graphene_rect_t bounds;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autofree char *size = NULL;

  if (!lueur_inspect_is_target (widget) || !lueur_inspect_get_visible (widget, root, &bounds))
    return;
  for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL && up != root; up = gtk_widget_get_parent (up))
    {
      if (GTK_IS_LIST_BOX_ROW (up) && stands_for (up, widget))
        return;
      /* A whole field takes the click for the text in it; buttons in it are their own targets. */
      if (GTK_IS_EDITABLE (up) && GTK_IS_TEXT (widget))
        return;
      /* The window's own buttons are the desktop's. */
      if (GTK_IS_WINDOW_CONTROLS (up) && GTK_IS_WINDOW (root))
        return;
    }
  if (gtk_widget_compute_bounds (widget, widget, &bounds))
    {
      width = MAX (width, (int) bounds.size.width);
      height = MAX (height, (int) bounds.size.height);
    }
  if (width >= LEAST_TARGET && height >= LEAST_TARGET)
    return;
  size = g_strdup_printf ("%d × %d px, too small for a finger", width, height);
  report (wrong, widget, size);
}

/* --- Clipping ------------------------------------------------------------------------------------ */

/* What people and companions are called or said in a list may be of any length. */
static gboolean
may_be_shortened (GtkWidget *label)
{
  for (GtkWidget *up = label; up != NULL; up = gtk_widget_get_parent (up))
    if (gtk_widget_has_css_class (up, "any-length") || gtk_widget_has_css_class (up, "preview") ||
        gtk_widget_has_css_class (up, "conversation-title"))
      return TRUE;
  return FALSE;
}

/* What it is that needs more than @width; NULL when nothing does. */
static GtkWidget *
find_wide (GtkWidget *widget, int width)
{
  GtkWidget *found = NULL;
  int least;
  GtkPolicyType across = GTK_POLICY_NEVER;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &across, NULL);
  if (across != GTK_POLICY_NEVER)
    return least > width ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_wide (child, width);
  /* What has a breakpoint asks for less than what is in it. */
  return found != NULL ? found : least > width ? widget : NULL;
}

static void
look_for_cuts (GtkWidget *widget, GtkWidget *root, GPtrArray *wrong)
{
  graphene_rect_t bounds, frame;
  PangoLayout *layout;
  int width, height;

  if (widget == root)
    {
      GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
      GtkWidget *wide = NULL;
      int wanted;

      gtk_window_get_default_size (GTK_WINDOW (window), &wanted, NULL);
      /* Elsewhere what is shown has another layout. */
      if (wanted <= LEAST_WIDTH)
        wide = find_wide (widget, LEAST_WIDTH);
      if (wide != NULL)
        report (wrong, wide, "is wider than 360 px can show");
      else if (gtk_widget_get_width (window) > MAX (wanted, LEAST_WIDTH))
        report (wrong, window, "is wider than 360 px can show");
    }
  if (!GTK_IS_LABEL (widget) || !has_words (widget) || !gtk_widget_compute_bounds (widget, root, &bounds))
    return;
  layout = gtk_label_get_layout (GTK_LABEL (widget));
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    {
      report (wrong, widget, "has less room than its words");
      return;
    }
  for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL; up = gtk_widget_get_parent (up))
    {
      gboolean across = TRUE, down = TRUE;

      if (GTK_IS_SCROLLABLE (up))
        {
          GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (up));

          GtkWidget *scrolled = gtk_widget_get_ancestor (up, GTK_TYPE_SCROLLED_WINDOW);
          GtkPolicyType policy = GTK_POLICY_AUTOMATIC;

          if (scrolled != NULL)
            gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scrolled), &policy, NULL);
          across = adjustment == NULL || policy == GTK_POLICY_NEVER;
          down = FALSE;
        }
      if ((gtk_widget_get_overflow (up) == GTK_OVERFLOW_HIDDEN || up == root) && gtk_widget_compute_bounds (up, root, &frame))
        {
          if ((across && (bounds.origin.x < frame.origin.x - 1 ||
                          bounds.origin.x + bounds.size.width > frame.origin.x + frame.size.width + 1)) ||
              (down && (bounds.origin.y < frame.origin.y - 1 ||
                        bounds.origin.y + bounds.size.height > frame.origin.y + frame.size.height + 1)))
            {
              report (wrong, widget, "is cut");
              return;
            }
        }
      /* What is scrolled is not where it is. */
      if (up == root || GTK_IS_SCROLLABLE (up))
        break;
    }
}

static void
look_for_clipping (GtkWidget *widget, GtkWidget *root, GPtrArray *wrong)
{
  if (GTK_IS_LABEL (widget) && has_words (widget) && !may_be_shortened (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    report (wrong, widget, "is shortened");
  else
    look_for_cuts (widget, root, wrong);
}

/* --- Keys ---------------------------------------------------------------------------------------- */

static gboolean
goes_without_saying (guint key, GdkModifierType mods)
{
  static const guint plain[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Home, GDK_KEY_End,
                                 GDK_KEY_KP_Left, GDK_KEY_KP_Right, GDK_KEY_KP_Up, GDK_KEY_KP_Down, GDK_KEY_Return,
                                 GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  for (guint i = 0; mods == 0 && i < G_N_ELEMENTS (plain); i++)
    if (plain[i] == key)
      return TRUE;
  return FALSE;
}

/* The arrows of the number pad are the same to who presses them: no list of keys names them twice. */
static guint
on_main_pad (guint key)
{
  return key == GDK_KEY_KP_Left ? GDK_KEY_Left : key == GDK_KEY_KP_Right ? GDK_KEY_Right : key;
}

/* Whether @widget has it from GTK: what every dialog listens to. */
static gboolean
listens (GtkWidget *widget, guint key, GdkModifierType mods)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == mods)
            return TRUE;
        }
    }
  return FALSE;
}

static void
look_for_keys (GtkWidget *widget, GtkWidget *root, GPtrArray *wrong)
{
  g_autoptr (GListModel) controllers = NULL;
  g_autoptr (GtkWidget) plain = NULL;

  /* Windows bring GTK's own along; the keys of ours are the application's. */
  if (!g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Lueur") || GTK_IS_WINDOW (widget))
    return;
  if (ADW_IS_DIALOG (widget))
    plain = g_object_ref_sink (GTK_WIDGET (adw_dialog_new ()));
  controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
          g_autofree char *what = NULL;
          guint key;
          GdkModifierType mods;

          if (!GTK_IS_KEYVAL_TRIGGER (trigger))
            continue;
          key = on_main_pad (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)));
          mods = gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger));
          if (goes_without_saying (key, mods) || lueur_shortcuts_has (key, mods) ||
              (plain != NULL && listens (plain, key, mods)))
            continue;
          what = gtk_accelerator_name (key, mods);
          report (wrong, widget, what);
        }
    }
}

/* --- All of them --------------------------------------------------------------------------------- */

GPtrArray *
lueur_inspect (GtkWidget *root, const char *kind)
{
  GPtrArray *wrong = g_ptr_array_new_with_free_func (g_free);

  if (g_str_equal (kind, "names"))
    walk (root, look_for_name, root, wrong);
  else if (g_str_equal (kind, "targets"))
    walk (root, look_for_target, root, wrong);
  else if (g_str_equal (kind, "clipping"))
    walk (root, look_for_clipping, root, wrong);
  else if (g_str_equal (kind, "cut"))
    walk (root, look_for_cuts, root, wrong);
  else if (g_str_equal (kind, "bounds"))
    lueur_inspect_bounds (root, wrong);
  else if (g_str_equal (kind, "keys"))
    walk (root, look_for_keys, root, wrong);
  else if (g_str_equal (kind, "contrast"))
    lueur_inspect_contrast (root, wrong);
  else if (g_str_equal (kind, "focus"))
    lueur_inspect_focus (root, wrong);
  else
    g_error ("there is nothing called “%s” to look for", kind);
  return wrong;
}
