/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/help/help-page.h"

#include <adwaita.h>

#include "ui/chat/markdown.h"
#include "ui/direction.h"
#include "ui/help/help-book.h"
#include "ui/wellbeing/drawing.h"
#include "ui/widget.h"

struct _LueurHelpPage
{
  GtkWidget parent_instance;

  char *language;
  char *name;
  char *title;
  GtkWidget *scrolled;
  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (LueurHelpPage, lueur_help_page, GTK_TYPE_WIDGET)

static gboolean
on_activate_link (GtkLabel *label, const char *uri, LueurHelpPage *self)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (g_str_has_suffix (uri, ".md"))
    {
      g_autofree char *name = g_strndup (uri, strlen (uri) - strlen (".md"));

      gtk_widget_activate_action (GTK_WIDGET (self), "help.page", "s", name);
      return TRUE;
    }
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
  return TRUE;
}

static GtkWidget *
make_label (LueurHelpPage *self, const LueurBlock *block, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_markup (GTK_LABEL (label), block->content);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_activate_link), self);
  return label;
}

static GtkWidget *
make_heading (LueurHelpPage *self, const LueurBlock *block)
{
  GtkWidget *label = make_label (self, block, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_widget_add_css_class (label, block->heading <= 2 ? "title-3" : "title-4");
  gtk_widget_set_margin_top (label, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) block->heading, -1);
  return label;
}

static GtkWidget *
make_item (LueurHelpPage *self, const LueurBlock *block)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 9, NULL);
  GtkWidget *marker = gtk_label_new (block->marker), *words = make_label (self, block, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_widget_add_css_class (marker, "dimmed");
  gtk_widget_add_css_class (marker, "numeric");
  gtk_widget_set_valign (marker, GTK_ALIGN_BASELINE_FILL);
  gtk_label_set_xalign (GTK_LABEL (marker), 1);
  gtk_label_set_width_chars (GTK_LABEL (marker), 2);
  gtk_widget_set_margin_start (item, (block->indent - 1) * 24);
  gtk_box_append (GTK_BOX (item), marker);
  gtk_widget_set_valign (words, GTK_ALIGN_BASELINE_FILL);
  gtk_box_append (GTK_BOX (item), words);
  return item;
}

/* A drawing is an ornament in the colours of the style; a picture says in words what it shows. */
static GtkWidget *
make_picture (LueurHelpPage *self, const LueurBlock *block)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autofree char *path = lueur_help_dup_picture (self->language, block->content, dark);
  g_autofree char *words = NULL;
  GtkWidget *picture, *frame;

  if (path == NULL)
    return NULL;
  if (g_str_has_suffix (path, ".svg"))
    return lueur_drawing_new (path);
  if (block->info != NULL)
    pango_parse_markup (block->info, -1, 0, NULL, &words, NULL, NULL);
  picture = gtk_picture_new_for_resource (path);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_SCALE_DOWN);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), words);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "help-picture");
  frame = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (frame), 560);
  adw_clamp_set_unit (ADW_CLAMP (frame), ADW_LENGTH_UNIT_PX);
  adw_clamp_set_child (ADW_CLAMP (frame), picture);
  gtk_widget_set_margin_top (frame, 6);
  gtk_widget_set_margin_bottom (frame, 6);
  return frame;
}

static GtkWidget *
make_widget (LueurHelpPage *self, const LueurBlock *block)
{
  if (block->kind == LUEUR_BLOCK_PICTURE)
    return make_picture (self, block);
  if (block->kind == LUEUR_BLOCK_RULE)
    return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  if (block->heading > 0)
    return make_heading (self, block);
  return make_label (self, block, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
}

static void
fill (LueurHelpPage *self)
{
  g_autofree char *text = lueur_help_dup_text (self->language, self->name);
  g_autoptr (GPtrArray) blocks = lueur_markdown_parse_page (text != NULL ? text : "");
  GtkWidget *list = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const LueurBlock *block = g_ptr_array_index (blocks, i);
      GtkWidget *widget;

      /* The page's title is in the bar above it. */
      if (i == 0 && block->heading == 1)
        continue;
      if (block->marker != NULL)
        {
          if (list == NULL)
            {
              list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation",
                                   GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
              gtk_box_append (GTK_BOX (self->body), list);
            }
          gtk_box_append (GTK_BOX (list), make_item (self, block));
          continue;
        }
      list = NULL;
      widget = make_widget (self, block);
      if (widget != NULL)
        gtk_box_append (GTK_BOX (self->body), widget);
    }
}

static void
add_key (GtkShortcutController *keys, guint key, GtkScrollType scroll)
{
  /* (scroll, whether sideways) */
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (key, 0), gtk_signal_action_new ("scroll-child"), "(ib)",
                                             scroll, FALSE));
}

static gboolean
lueur_help_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LUEUR_HELP_PAGE (widget)->scrolled);
}

static void
lueur_help_page_dispose (GObject *object)
{
  LueurHelpPage *self = LUEUR_HELP_PAGE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (lueur_help_page_parent_class)->dispose (object);
}

static void
lueur_help_page_finalize (GObject *object)
{
  LueurHelpPage *self = LUEUR_HELP_PAGE (object);

  g_free (self->language);
  g_free (self->name);
  g_free (self->title);
  G_OBJECT_CLASS (lueur_help_page_parent_class)->finalize (object);
}

static void
lueur_help_page_class_init (LueurHelpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_help_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_help_page_finalize;
  widget_class->grab_focus = lueur_help_page_grab_focus;
  widget_class->focus = lueur_widget_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
lueur_help_page_init (LueurHelpPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->body = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ARTICLE, "orientation",
                             GTK_ORIENTATION_VERTICAL, "spacing", 12, NULL);
  gtk_widget_add_css_class (self->body, "help-body");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 620);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->body);
  /* Words that cannot be edited take no focus: what scrolls them does, so that the keys work at once. */
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_set_focusable (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Up, GTK_SCROLL_STEP_BACKWARD);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Down, GTK_SCROLL_STEP_FORWARD);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Page_Up, GTK_SCROLL_PAGE_BACKWARD);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Page_Down, GTK_SCROLL_PAGE_FORWARD);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_space, GTK_SCROLL_PAGE_FORWARD);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Home, GTK_SCROLL_START);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_End, GTK_SCROLL_END);
  gtk_widget_add_controller (self->scrolled, keys);
}

/**
 * lueur_help_page_new:
 * @language: "en" or "fr"
 * @name: one of lueur_help_get_names()
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
lueur_help_page_new (const char *language, const char *name)
{
  LueurHelpPage *self = g_object_new (LUEUR_TYPE_HELP_PAGE, NULL);

  self->language = g_strdup (language);
  self->name = g_strdup (name);
  self->title = lueur_help_dup_title (language, name);
  if (self->title != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
    }
  fill (self);
  /* A page is in one language, which need not be the interface’s. */
  lueur_direction_set (self->body, lueur_direction_of (self->title));
  return GTK_WIDGET (self);
}

const char *
lueur_help_page_get_title (LueurHelpPage *self)
{
  return self->title;
}
