/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What looks pages through finds what is wrong, by name, and nothing else. */

#include <string.h>

#include "support/loop.h"
#include "ui/inspect.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *box;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = GTK_WINDOW (adw_window_new ());
  f->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_object_set (gtk_widget_get_settings (f->box), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (f->window, 360, 500);
  adw_window_set_content (ADW_WINDOW (f->window), f->box);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  lueur_test_drain ();
}

static GtkWidget *
add (Fixture *f, GtkWidget *widget, int size)
{
  gtk_widget_set_size_request (widget, size, size);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (f->box), widget);
  return widget;
}

/* Exactly these are found: each name in one sentence. */
static void
expect (Fixture *f, const char *kind, const char *const *names)
{
  g_autoptr (GPtrArray) wrong = NULL;

  gtk_window_present (f->window);
  lueur_test_spin (300);
  wrong = lueur_inspect (GTK_WIDGET (f->window), kind);
  for (guint i = 0; i < wrong->len; i++)
    g_test_message ("%s: %s", kind, (char *) g_ptr_array_index (wrong, i));
  g_assert_cmpuint (wrong->len, ==, names != NULL ? g_strv_length ((char **) names) : 0);
  for (guint i = 0; i < wrong->len; i++)
    g_assert_nonnull (strstr (g_ptr_array_index (wrong, i), names[i]));
}

static void
test_names (Fixture *f, gconstpointer data)
{
  GtkWidget *label = gtk_label_new_with_mnemonic ("_Age");
  GtkWidget *entry = gtk_entry_new (), *image = gtk_button_new_from_icon_name ("go-next-symbolic");

  /* Named by its words, by a tooltip, by a property, by a label. */
  add (f, gtk_button_new_with_label ("Go"), 44);
  add (f, gtk_button_new_from_icon_name ("go-previous-symbolic"), 44);
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (f->box), "Back");
  add (f, image, 44);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, "Next", -1);
  add (f, label, -1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  add (f, entry, 44);
  expect (f, "names", NULL);
  /* And named by nothing. */
  add (f, gtk_button_new_from_icon_name ("edit-copy-symbolic"), 44);
  add (f, gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 0.1), 60);
  add (f, gtk_switch_new (), -1);
  /* And one that is nothing to a screen reader. */
  add (f, g_object_new (GTK_TYPE_BUTTON, "label", "Hidden", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL), 44);
  expect (f, "names", (const char *[]){ "GtkButton: has no name", "GtkScale: has no name", "GtkSwitch: has no name",
                                        "“Hidden”: is hidden from a screen reader", NULL });
}

static void
test_targets (Fixture *f, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new (), *row = adw_action_row_new (), *inner = gtk_check_button_new ();
  GtkWidget *off = gtk_button_new_with_label ("Not now");

  add (f, gtk_button_new_with_label ("Large"), 44);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "All of this row");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), inner);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), inner);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  add (f, list, -1);
  gtk_widget_set_sensitive (add (f, off, -1), FALSE);
  expect (f, "targets", NULL);
  add (f, gtk_button_new_with_label ("Small"), -1);
  gtk_widget_set_valign (add (f, gtk_check_button_new_with_label ("Little"), -1), GTK_ALIGN_START);
  expect (f, "targets", (const char *[]){ "“Small”", "“Little”", NULL });
}

static void
style (GtkWidget *widget, const char *css)
{
  static guint n;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *name = g_strdup_printf ("inspected-%u", ++n);
  g_autofree char *text = g_strdup_printf (".%s { %s; }", name, css);

  gtk_css_provider_load_from_string (provider, text);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (widget), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  gtk_widget_add_css_class (widget, name);
}

/* #767676 on white is 4.54 to 1, #787878 is 4.42; #949494 is 3.03. */
static void
test_contrast (Fixture *f, gconstpointer data)
{
  GtkWidget *large = gtk_label_new ("Large enough");

  style (f->box, "background: white; color: black");
  style (add (f, gtk_label_new ("Just dark enough to read"), -1), "color: #767676");
  style (add (f, large, -1), "color: #949494; font-size: 20pt");
  style (add (f, gtk_label_new ("On a dark ground"), -1), "color: white; background: #303030");
  gtk_widget_set_sensitive (add (f, gtk_label_new ("Not to be read now"), -1), FALSE);
  expect (f, "contrast", NULL);
  style (add (f, gtk_label_new ("A little too light"), -1), "color: #7c7c7c");
  style (add (f, gtk_label_new ("Faded by its opacity"), -1), "opacity: 0.4");
  style (add (f, gtk_label_new ("Large and light"), -1), "color: #a0a0a0; font-size: 20pt");
  style (add (f, gtk_label_new ("Blue on blue"), -1), "color: #1a5fb4; background: #3584e4");
  expect (f, "contrast",
          (const char *[]){ "“A little too light”", "“Faded by", "“Large and light”", "“Blue on blue”", NULL });
}

static void
test_clipping (Fixture *f, gconstpointer data)
{
  const char *words = "Words that are much longer than there is room for in a window of this width, or in any other";
  GtkWidget *wrapped = gtk_label_new (words), *shortened = gtk_label_new (words), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *own = gtk_label_new (words), *frame = adw_bin_new (), *cut = gtk_label_new ("Cut, above"), *fixed = gtk_fixed_new ();

  gtk_label_set_wrap (GTK_LABEL (wrapped), TRUE);
  add (f, wrapped, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), gtk_label_new (words));
  add (f, scrolled, 60);
  gtk_label_set_ellipsize (GTK_LABEL (own), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (own, "any-length");
  add (f, own, -1);
  expect (f, "clipping", NULL);
  gtk_label_set_ellipsize (GTK_LABEL (shortened), PANGO_ELLIPSIZE_END);
  add (f, shortened, -1);
  gtk_fixed_put (GTK_FIXED (fixed), cut, 0, -8);
  adw_bin_set_child (ADW_BIN (frame), fixed);
  gtk_widget_set_overflow (fixed, GTK_OVERFLOW_HIDDEN);
  add (f, frame, 40);
  gtk_widget_set_size_request (fixed, 40, 40);
  expect (f, "clipping", (const char *[]){ "Words that", "“Cut, above”", NULL });
}

/* What can be scrolled sideways may be as wide as it likes; a name may be short, but not gone. */
static void
test_bounds (Fixture *f, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *bar = gtk_center_box_new (), *fixed = gtk_fixed_new ();
  GtkWidget *short_name = gtk_label_new ("Nora of the lighthouse"), *gone = gtk_label_new ("Mirabelle of the lighthouse");
  GtkWidget *narrow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *over = gtk_label_new ("Astray");

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), gtk_label_new ("A line of code that goes on, and on, and on, until it ends"));
  add (f, scrolled, 60);
  gtk_label_set_ellipsize (GTK_LABEL (short_name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (short_name), 12);
  add (f, short_name, -1);
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (bar), gtk_button_new_with_label ("Cancel"));
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), gtk_label_new ("Title"));
  add (f, bar, -1);
  expect (f, "bounds", NULL);
  gtk_label_set_ellipsize (GTK_LABEL (gone), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (narrow, 20, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (gone), 1);
  gtk_box_append (GTK_BOX (narrow), gone);
  add (f, narrow, 20);
  gtk_fixed_put (GTK_FIXED (fixed), gtk_button_new_with_label ("Far off"), 0, 0);
  gtk_fixed_set_child_transform (GTK_FIXED (fixed), gtk_widget_get_first_child (fixed),
                                 gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (-40, 0)));
  add (f, fixed, 40);
  /* A title that does not keep to its place. */
  style (over, "transform: translateX(-40px)");
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), over);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar), gtk_button_new_with_label ("Save"));
  expect (f, "bounds", (const char *[]){ "“Astray”: lies over", "“Mirabelle", "“Far off”: reaches out", NULL });
}

static void
test_focus (Fixture *f, gconstpointer data)
{
  GtkWidget *hidden = gtk_button_new_with_label ("Nobody sees that I have it");
  GtkWidget *skipped = gtk_button_new_with_label ("Passed by"), *holder = adw_bin_new ();

  add (f, gtk_button_new_with_label ("First"), 44);
  add (f, gtk_entry_new (), 44);
  add (f, gtk_button_new_with_label ("Last"), 44);
  expect (f, "focus", NULL);
  style (add (f, hidden, 44), "outline: none; box-shadow: none; transition: none");
  adw_bin_set_child (ADW_BIN (holder), skipped);
  gtk_widget_set_can_focus (holder, FALSE);
  add (f, holder, 44);
  expect (f, "focus", (const char *[]){ "“Nobody sees", "“Passed by”", NULL });
}

/* A window class binding of GTK's own is none of ours; one on a widget of ours is. */
typedef struct
{
  GtkWidget parent_instance;
} LueurListener;
typedef struct
{
  GtkWidgetClass parent_class;
} LueurListenerClass;

GType lueur_listener_get_type (void);
G_DEFINE_TYPE (LueurListener, lueur_listener, GTK_TYPE_WIDGET)

static void
lueur_listener_class_init (LueurListenerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lueur_listener_init (LueurListener *self)
{
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  expect (f, "keys", NULL);
  add (f, g_object_new (lueur_listener_get_type (), NULL), 10);
  expect (f, "keys", (const char *[]){ "<Control>j", NULL });
}

/* Takes the focus back for its first child, whenever it would leave. */
typedef LueurListener LueurTrap;
typedef LueurListenerClass LueurTrapClass;

GType lueur_trap_get_type (void);
G_DEFINE_TYPE (LueurTrap, lueur_trap, GTK_TYPE_WIDGET)

static gboolean arrows_move;

static gboolean
lueur_trap_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (arrows_move && (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT))
    return GTK_WIDGET_CLASS (lueur_trap_parent_class)->focus (widget, direction);
  return gtk_widget_grab_focus (gtk_widget_get_first_child (widget));
}

static void
lueur_trap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (lueur_trap_parent_class)->dispose (object);
}

static void
lueur_trap_class_init (LueurTrapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_trap_dispose;
  GTK_WIDGET_CLASS (klass)->focus = lueur_trap_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
lueur_trap_init (LueurTrap *self)
{
  gtk_widget_set_parent (gtk_button_new_with_label ("Held here"), GTK_WIDGET (self));
  gtk_widget_set_parent (gtk_button_new_with_label ("With me"), GTK_WIDGET (self));
}

static void
test_trap (Fixture *f, gconstpointer data)
{
  add (f, g_object_new (lueur_trap_get_type (), NULL), 60);
  expect (f, "focus", (const char *[]){ "“Held here” in LueurTrap: Tab comes back", "“With me” in LueurTrap: Tab never", NULL });
}

/* One stop for Tab is enough for a bar of tools, if arrows move in it. */
static void
test_arrows (Fixture *f, gconstpointer data)
{
  add (f, g_object_new (lueur_trap_get_type (), "accessible-role", GTK_ACCESSIBLE_ROLE_TOOLBAR, NULL), 60);
  expect (f, "focus", (const char *[]){ "“Held here” in LueurTrap: Tab comes back", "“With me” in LueurTrap: Tab never", NULL });
  arrows_move = TRUE;
  expect (f, "focus", (const char *[]){ "“Held here” in LueurTrap: Tab comes back", NULL });
  arrows_move = FALSE;
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/inspect/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/inspect/targets", Fixture, NULL, set_up, test_targets, tear_down);
  g_test_add ("/inspect/contrast", Fixture, NULL, set_up, test_contrast, tear_down);
  g_test_add ("/inspect/clipping", Fixture, NULL, set_up, test_clipping, tear_down);
  g_test_add ("/inspect/bounds", Fixture, NULL, set_up, test_bounds, tear_down);
  g_test_add ("/inspect/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/inspect/trap", Fixture, NULL, set_up, test_trap, tear_down);
  g_test_add ("/inspect/arrows", Fixture, NULL, set_up, test_arrows, tear_down);
  g_test_add ("/inspect/keys", Fixture, NULL, set_up, test_keys, tear_down);
  return g_test_run ();
}
