/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/sidebar-private.h"

#include "ui/chat/sidebar-row.h"
#include "ui/closures.h"
#include "ui/menu-button.h"
#include "ui/widget.h"

/* How often the times in the list are told anew (ms). */
#define TIMES_INTERVAL (10 * 60 * 1000)

typedef enum
{
  PROP_SELECTED = 1,
  N_PROPS,
} LueurSidebarProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurSidebar, lueur_sidebar, GTK_TYPE_WIDGET)

/* --- Conversations ------------------------------------------------------------------------------ */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, LueurSidebar *self)
{
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, lueur_sidebar_row_new (lueur_context_get_clock (self->context)));
}

GtkListItemFactory *
lueur_sidebar_make_factory (LueurSidebar *self, GCallback bind, GCallback unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", unbind, self, G_CONNECT_DEFAULT);
  return factory;
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurSidebar *self)
{
  LueurSidebarRow *row = LUEUR_SIDEBAR_ROW (gtk_list_item_get_child (item));

  lueur_sidebar_row_set_conversation (row, gtk_list_item_get_item (item));
  g_ptr_array_add (self->rows, row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurSidebar *self)
{
  LueurSidebarRow *row = LUEUR_SIDEBAR_ROW (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->rows, row);
  lueur_sidebar_row_set_conversation (row, NULL);
}

static guint
find (LueurSidebar *self, LueurConversation *conversation)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; conversation != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item == G_OBJECT (conversation))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* A conversation that moves to the top of the list is taken out and put in: it stays selected. */
static void
settle (LueurSidebar *self)
{
  self->settling = TRUE;
  gtk_single_selection_set_selected (self->selection, find (self, self->selected));
  self->settling = FALSE;
}

void
lueur_sidebar_show_page (LueurSidebar *self)
{
  const char *page = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 ? "list" : "empty";

  /* Until the first of what was found is there, the list stays. */
  if (lueur_sidebar_is_searching (self) && self->results != NULL)
    page = g_list_model_get_n_items (self->results) > 0 ? "found" : "nothing";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
on_items_changed (LueurSidebar *self)
{
  settle (self);
  lueur_sidebar_show_page (self);
  if (lueur_sidebar_is_searching (self))
    lueur_sidebar_look (self);
}

/* What was said with somebody in the archive steps aside with them; it stays on their page. */
static gboolean
is_about_somebody_here (gpointer item, gpointer data)
{
  return !lueur_persona_get_archived (lueur_conversation_get_persona (LUEUR_CONVERSATION (item)));
}

static void
on_personas_changed (LueurSidebar *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_selected (LueurSidebar *self)
{
  LueurConversation *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->settling && item != NULL)
    lueur_sidebar_set_selected (self, item);
}

static void
on_activate (GtkListView *list, guint position, LueurSidebar *self)
{
  g_autoptr (LueurConversation) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-conversation", "x", lueur_conversation_get_id (item));
}

static void
on_times (gpointer data)
{
  LueurSidebar *self = LUEUR_SIDEBAR (data);

  for (guint i = 0; i < self->rows->len; i++)
    lueur_sidebar_row_update_time (g_ptr_array_index (self->rows, i));
  self->times = lueur_clock_add_timeout (lueur_context_get_clock (self->context), TIMES_INTERVAL, on_times, self);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurSidebar *self = LUEUR_SIDEBAR (object);

  switch ((LueurSidebarProp) id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurSidebar *self = LUEUR_SIDEBAR (object);

  switch ((LueurSidebarProp) id)
    {
    case PROP_SELECTED:
      lueur_sidebar_set_selected (self, g_value_get_object (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_sidebar_dispose (GObject *object)
{
  LueurSidebar *self = LUEUR_SIDEBAR (object);

  if (self->times > 0)
    lueur_clock_remove_timeout (lueur_context_get_clock (self->context), self->times);
  self->times = 0;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  lueur_sidebar_dispose_search (self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_SIDEBAR);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_object (&self->selected);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_sidebar_parent_class)->dispose (object);
}

static void
lueur_sidebar_finalize (GObject *object)
{
  LueurSidebar *self = LUEUR_SIDEBAR (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lueur_sidebar_parent_class)->finalize (object);
}

static void
lueur_sidebar_class_init (LueurSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_sidebar_get_property;
  object_class->set_property = lueur_sidebar_set_property;
  object_class->dispose = lueur_sidebar_dispose;
  object_class->finalize = lueur_sidebar_finalize;

  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, LUEUR_TYPE_CONVERSATION,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, primary_menu);
  lueur_sidebar_bind_search (widget_class);
  lueur_sidebar_bind_companions (widget_class);
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
lueur_sidebar_init (LueurSidebar *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_menu_button_set_menu (self->menu_button, self->primary_menu);
  lueur_sidebar_init_search (self);
  lueur_sidebar_init_companions (self);
}

/**
 * lueur_sidebar_set_context:
 * @context: once, opened
 */
void
lueur_sidebar_set_context (LueurSidebar *self, LueurContext *context)
{
  LueurLibrary *library = lueur_context_get_library (context);
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkFilterListModel) shown = NULL;

  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  factory = lueur_sidebar_make_factory (self, G_CALLBACK (on_bind), G_CALLBACK (on_unbind));
  gtk_list_view_set_factory (self->list, factory);
  lueur_sidebar_begin_search (self);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, FALSE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_about_somebody_here, NULL, NULL));
  shown = gtk_filter_list_model_new (g_object_ref (lueur_library_get_conversations (library)), g_object_ref (self->filter));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (shown));
  g_signal_connect_object (lueur_library_get_personas (library), "items-changed", G_CALLBACK (on_personas_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  /* After the list itself: what is selected must not change in rows that it does not know yet. */
  g_signal_connect_data (self->selection, "items-changed", G_CALLBACK (on_items_changed), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  on_items_changed (self);

  self->times = lueur_clock_add_timeout (lueur_context_get_clock (context), TIMES_INTERVAL, on_times, self);
}

void
lueur_sidebar_set_selected (LueurSidebar *self, LueurConversation *conversation)
{
  if (g_set_object (&self->selected, conversation))
    {
      if (self->said != NULL)
        g_signal_group_set_target (self->said, conversation);
      if (self->selection != NULL)
        settle (self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
    }
}

LueurConversation *
lueur_sidebar_get_selected (LueurSidebar *self)
{
  return self->selected;
}
