/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/view.h"

#include <glib/gi18n.h>

#include "core/model/catalog.h"
#include "ui/closures.h"
#include "ui/library/card.h"
#include "ui/widget.h"

#define TAGS_MAX 24
/* How far beyond what is seen faces are drawn ahead, in heights of the view. */
#define AHEAD 0.5

struct _LueurLibraryView
{
  GtkWidget parent_instance;

  LueurContext *context;
  LueurCatalog *catalog;
  GPtrArray *cards; /* of LueurLibraryCard, those that are bound */
  guint look;       /* tick */

  AdwNavigationView *pages;
  GtkEditable *search;
  GtkWidget *tag_bar;
  GtkBox *tags;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkGridView *grid;
  gboolean filling;
};

typedef enum
{
  PROP_ORDER = 1,
  PROP_ARCHIVED,
} LueurLibraryViewProp;
#define N_PROPS (PROP_ARCHIVED + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurLibraryView, lueur_library_view, GTK_TYPE_WIDGET)

/* --- Who is in sight ---------------------------------------------------------------------------- */

static gboolean
look_around (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  LueurLibraryView *self = LUEUR_LIBRARY_VIEW (widget);
  float height = gtk_widget_get_height (GTK_WIDGET (self->scroller));

  self->look = 0;
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);
      graphene_rect_t bounds;
      gboolean seen = gtk_widget_get_mapped (card) &&
                      gtk_widget_compute_bounds (card, GTK_WIDGET (self->scroller), &bounds) &&
                      bounds.origin.y + bounds.size.height > -height * AHEAD &&
                      bounds.origin.y < height * (1 + AHEAD);

      lueur_face_tile_set_seen (lueur_library_card_get_face (LUEUR_LIBRARY_CARD (card)), seen);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_look (LueurLibraryView *self)
{
  if (self->look == 0)
    self->look = gtk_widget_add_tick_callback (GTK_WIDGET (self), look_around, NULL, NULL);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, LueurLibraryView *self)
{
  /* The card itself takes the focus, so that its keys work. */
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, lueur_library_card_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurLibraryView *self)
{
  LueurLibraryCard *card = LUEUR_LIBRARY_CARD (gtk_list_item_get_child (item));

  lueur_library_card_set_persona (card, gtk_list_item_get_item (item));
  g_ptr_array_add (self->cards, card);
  queue_look (self);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurLibraryView *self)
{
  LueurLibraryCard *card = LUEUR_LIBRARY_CARD (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->cards, card);
  lueur_library_card_set_persona (card, NULL);
}

/* --- What is looked for ------------------------------------------------------------------------- */

static void
on_tag (GtkToggleButton *button, LueurLibraryView *self)
{
  const char *tag = g_object_get_data (G_OBJECT (button), "lueur-tag");

  if (!self->filling)
    g_object_set (self->catalog, "tag", gtk_toggle_button_get_active (button) ? tag : "", NULL);
}

static gboolean
has_tags (LueurLibraryView *self, GStrv tags)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tags));

  for (guint i = 0; tags[i] != NULL; i++)
    {
      if (child == NULL || g_strcmp0 (g_object_get_data (G_OBJECT (child), "lueur-tag"), tags[i]) != 0)
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }
  return child == NULL;
}

/* One is down at most. */
static void
fill_tags (LueurLibraryView *self)
{
  g_auto (GStrv) tags = lueur_catalog_dup_tags (self->catalog, TAGS_MAX);
  g_autofree char *chosen = NULL;
  GtkWidget *child;

  g_object_get (self->catalog, "tag", &chosen, NULL);
  self->filling = TRUE;
  if (!has_tags (self, tags))
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
        gtk_box_remove (self->tags, child);
      for (guint i = 0; tags[i] != NULL; i++)
        {
          GtkWidget *button = gtk_toggle_button_new_with_label (tags[i]);

          g_object_set_data_full (G_OBJECT (button), "lueur-tag", g_strdup (tags[i]), g_free);
          gtk_widget_add_css_class (button, "tag");
          g_signal_connect_object (button, "toggled", G_CALLBACK (on_tag), self, G_CONNECT_DEFAULT);
          gtk_box_append (self->tags, button);
        }
    }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->tags)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  g_strcmp0 (g_object_get_data (G_OBJECT (child), "lueur-tag"), chosen) == 0);
  self->filling = FALSE;
  gtk_widget_set_visible (self->tag_bar, tags[0] != NULL);
}

static void
on_changed (LueurLibraryView *self)
{
  g_autofree char *search = NULL;
  g_autofree char *tag = NULL;
  gboolean archived;
  const char *page = "grid";

  g_object_get (self->catalog, "search", &search, "tag", &tag, "archived", &archived, NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->catalog)) == 0)
    page = *search != '\0' || *tag != '\0' ? "nobody-found" : archived ? "nobody-archived" : "empty";
  gtk_stack_set_visible_child_name (self->stack, page);
  fill_tags (self);
  queue_look (self);
}

static void
on_search (LueurLibraryView *self)
{
  g_object_set (self->catalog, "search", gtk_editable_get_text (self->search), NULL);
}

static void
go_to_first (LueurLibraryView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->catalog)) > 0)
    gtk_grid_view_scroll_to (self->grid, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
on_stop_search (LueurLibraryView *self)
{
  gtk_editable_set_text (self->search, "");
  go_to_first (self);
}

static void
on_show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurLibraryView *self = LUEUR_LIBRARY_VIEW (widget);

  gtk_editable_set_text (self->search, "");
  g_object_set (self->catalog, "search", "", "tag", "", NULL);
  g_object_set (self, "archived", FALSE, NULL);
  go_to_first (self);
}

static void
on_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (LUEUR_LIBRARY_VIEW (widget)->search));
}

static void
on_activate (LueurLibraryView *self, guint position)
{
  g_autoptr (LueurPersona) persona = g_list_model_get_item (G_LIST_MODEL (self->catalog), position);

  if (persona != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.companion", "x", lueur_persona_get_id (persona));
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_library_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurLibraryView *self = LUEUR_LIBRARY_VIEW (object);

  switch ((LueurLibraryViewProp) id)
    {
    case PROP_ORDER:
    case PROP_ARCHIVED:
      if (self->catalog != NULL)
        g_object_get_property (G_OBJECT (self->catalog), pspec->name, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_library_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurLibraryView *self = LUEUR_LIBRARY_VIEW (object);

  switch ((LueurLibraryViewProp) id)
    {
    case PROP_ORDER:
    case PROP_ARCHIVED:
      if (id == PROP_ARCHIVED)
        g_object_set (self->catalog, "tag", "", NULL);
      g_object_set_property (G_OBJECT (self->catalog), pspec->name, value);
      if (g_list_model_get_n_items (G_LIST_MODEL (self->catalog)) > 0)
        gtk_grid_view_scroll_to (self->grid, 0, GTK_LIST_SCROLL_NONE, NULL);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_library_view_dispose (GObject *object)
{
  LueurLibraryView *self = LUEUR_LIBRARY_VIEW (object);

  if (self->look != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->look);
  self->look = 0;
  if (self->search != NULL)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), NULL);
  if (self->grid != NULL)
    gtk_grid_view_set_model (self->grid, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_LIBRARY_VIEW);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_object (&self->catalog);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_library_view_parent_class)->dispose (object);
}

static void
lueur_library_view_finalize (GObject *object)
{
  g_clear_pointer (&LUEUR_LIBRARY_VIEW (object)->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (lueur_library_view_parent_class)->finalize (object);
}

static void
lueur_library_view_class_init (LueurLibraryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_library_view_get_property;
  object_class->set_property = lueur_library_view_set_property;
  object_class->dispose = lueur_library_view_dispose;
  object_class->finalize = lueur_library_view_finalize;

  props[PROP_ORDER] = g_param_spec_enum ("order", NULL, NULL, LUEUR_TYPE_CATALOG_ORDER, LUEUR_CATALOG_RECENT, flags);
  props[PROP_ARCHIVED] = g_param_spec_boolean ("archived", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/library/view.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurLibraryView, pages);
  gtk_widget_class_bind_template_child (widget_class, LueurLibraryView, search);
  gtk_widget_class_bind_template_child (widget_class, LueurLibraryView, tag_bar);
  gtk_widget_class_bind_template_child (widget_class, LueurLibraryView, tags);
  gtk_widget_class_bind_template_child (widget_class, LueurLibraryView, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurLibraryView, scroller);
  gtk_widget_class_bind_template_child (widget_class, LueurLibraryView, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_install_property_action (widget_class, "library.order", "order");
  gtk_widget_class_install_property_action (widget_class, "library.archived", "archived");
  gtk_widget_class_install_action (widget_class, "library.show-all", NULL, on_show_all);
  gtk_widget_class_install_action (widget_class, "library.search", NULL, on_find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "library.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-card", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.leave-library", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave-library", NULL);
}

static void
lueur_library_view_init (LueurLibraryView *self)
{
  GtkAdjustment *adjustment;

  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
}

/**
 * lueur_library_view_new:
 * @context: an open one
 *
 * Returns: (transfer floating): the grid of all that are not archived
 */
GtkWidget *
lueur_library_view_new (LueurContext *context)
{
  LueurLibraryView *self = g_object_new (LUEUR_TYPE_LIBRARY_VIEW, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->context = g_object_ref (context);
  self->catalog = lueur_catalog_new (lueur_context_get_library (context));
  g_signal_connect_object (self->catalog, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_DEFAULT);
  gtk_grid_view_set_factory (self->grid, factory);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->catalog))));
  gtk_grid_view_set_model (self->grid, selection);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self->stack));
  on_changed (self);
  return GTK_WIDGET (self);
}

void
lueur_library_view_push (LueurLibraryView *self, AdwNavigationPage *page)
{
  g_return_if_fail (LUEUR_IS_LIBRARY_VIEW (self));

  adw_navigation_view_push (self->pages, page);
}

AdwNavigationPage *
lueur_library_view_get_page (LueurLibraryView *self)
{
  g_return_val_if_fail (LUEUR_IS_LIBRARY_VIEW (self), NULL);
  return adw_navigation_view_get_visible_page (self->pages);
}

gboolean
lueur_library_view_pop (LueurLibraryView *self)
{
  g_return_val_if_fail (LUEUR_IS_LIBRARY_VIEW (self), FALSE);
  return adw_navigation_view_pop (self->pages);
}

void
lueur_library_view_pop_all (LueurLibraryView *self)
{
  g_return_if_fail (LUEUR_IS_LIBRARY_VIEW (self));

  adw_navigation_view_pop_to_tag (self->pages, "grid");
}

void
lueur_library_view_enter (LueurLibraryView *self)
{
  go_to_first (self);
  /* The list says which one is the first; it takes the focus there only where it has it already. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->grid)))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

guint
lueur_library_view_get_n_loading (LueurLibraryView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cards->len; i++)
    if (lueur_face_tile_is_loading (lueur_library_card_get_face (g_ptr_array_index (self->cards, i))))
      n++;
  return n;
}
