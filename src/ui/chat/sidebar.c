/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/sidebar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/chat/sidebar-row.h"
#include "ui/chat/thumbnail.h"
#include "ui/closures.h"
#include "ui/error-text.h"
#include "ui/menu-button.h"
#include "ui/toast.h"
#include "ui/widget.h"

/* How often the times in the list are told anew (ms). */
#define TIMES_INTERVAL (10 * 60 * 1000)
/* More characters are not looked for; a book that is pasted by mistake would take seconds to be laid out. */
#define SEARCH_CHARS 200

struct _LueurSidebar
{
  GtkWidget parent_instance;

  LueurContext *context;
  GtkSingleSelection *selection;
  GtkFilter *filter;
  LueurConversation *selected;
  GSignalGroup *said; /* of @selected */
  GPtrArray *rows; /* of LueurSidebarRow, those on screen */
  guint times;     /* timeout of the clock */
  gboolean settling;
  gboolean listed; /* @companions shows who there is */

  GListModel *results;      /* (nullable): of LueurSearchResult */
  char *asked;              /* (nullable): what @results are of, or will be */
  GCancellable *searching;  /* (nullable): they are looked for */
  gboolean enter;           /* the first of them opens when they come */
  GtkWidget *before;        /* (weak) (nullable): what had the focus */

  GtkListView *list;
  GtkListView *found;
  GtkSearchBar *search_bar;
  GtkEditable *search;
  GtkStack *stack;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkMenuButton *new_button;
  GtkListBox *companions;
  GtkPopover *companions_popover;
};

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

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurSidebar *self)
{
  LueurSidebarRow *row = LUEUR_SIDEBAR_ROW (gtk_list_item_get_child (item));

  lueur_sidebar_row_set_conversation (row, gtk_list_item_get_item (item));
  g_ptr_array_add (self->rows, row);
}

static void
on_found_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurSidebar *self)
{
  LueurSidebarRow *row = LUEUR_SIDEBAR_ROW (gtk_list_item_get_child (item));

  lueur_sidebar_row_set_result (row, gtk_list_item_get_item (item));
  g_ptr_array_add (self->rows, row);
}

static void
on_found_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurSidebar *self)
{
  LueurSidebarRow *row = LUEUR_SIDEBAR_ROW (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->rows, row);
  lueur_sidebar_row_set_result (row, NULL);
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

static gboolean
is_searching (LueurSidebar *self)
{
  return gtk_search_bar_get_search_mode (self->search_bar) && *gtk_editable_get_text (self->search) != '\0';
}

static void
show_page (LueurSidebar *self)
{
  const char *page = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 ? "list" : "empty";

  /* Until the first of what was found is there, the list stays. */
  if (is_searching (self) && self->results != NULL)
    page = g_list_model_get_n_items (self->results) > 0 ? "found" : "nothing";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void look (LueurSidebar *self);

static void
on_items_changed (LueurSidebar *self)
{
  settle (self);
  show_page (self);
  if (is_searching (self))
    look (self);
}

/* What was deleted in the conversation that is open, or gave way to another version, is not shown as found any more. */
static void
on_said_changed (LueurSidebar *self, guint position, guint removed, guint added)
{
  if (removed > 0 && is_searching (self))
    look (self);
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

/* --- Looking for something ----------------------------------------------------------------------- */

static void
open_result (LueurSidebar *self, guint position)
{
  g_autoptr (LueurSearchResult) result = self->results != NULL ? g_list_model_get_item (self->results, position) : NULL;
  gint64 id;

  if (result == NULL)
    return;
  id = lueur_conversation_get_id (lueur_search_result_get_conversation (result));
  if (lueur_search_result_get_message (result) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-message", "(xx)", id, lueur_search_result_get_message (result));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-conversation", "x", id);
}

static void
set_results (LueurSidebar *self, GListModel *results)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  if (!g_set_object (&self->results, results))
    return;
  if (results != NULL)
    selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (results)));
  gtk_list_view_set_model (self->found, selection);
  show_page (self);
}

/* A screen reader hears how many there are. */
static void
say_how_many (LueurSidebar *self, guint n)
{
  g_autofree char *words = n == 0 ? g_strdup (_("Nothing Found"))
                                  : g_strdup_printf (ngettext ("%u conversation found", "%u conversations found", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurSidebar) self = LUEUR_SIDEBAR (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) results = lueur_library_search_finish (LUEUR_LIBRARY (source), result, &error);
  gboolean enter;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->searching);
  enter = self->enter;
  self->enter = FALSE;
  if (results == NULL)
    {
      g_clear_pointer (&self->asked, g_free);
      lueur_toast (GTK_WIDGET (self), lueur_error_text_for_reading (error));
      return;
    }
  set_results (self, results);
  say_how_many (self, g_list_model_get_n_items (results));
  if (enter)
    open_result (self, 0);
}

static void
stop_looking (LueurSidebar *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->asked, g_free);
  self->enter = FALSE;
}

static void
look (LueurSidebar *self)
{
  stop_looking (self);
  self->asked = g_strdup (gtk_editable_get_text (self->search));
  self->searching = g_cancellable_new ();
  lueur_library_search_async (lueur_context_get_library (self->context), self->asked, self->searching, on_looked,
                              g_object_ref (self));
}

static void
on_search (LueurSidebar *self)
{
  if (self->context == NULL)
    return;
  if (!is_searching (self))
    {
      stop_looking (self);
      set_results (self, NULL);
      show_page (self);
    }
  else if (g_strcmp0 (self->asked, gtk_editable_get_text (self->search)) != 0)
    look (self);
}

/* Enter, before or after there is something to open. */
static void
on_search_activate (LueurSidebar *self)
{
  if (self->context == NULL || !is_searching (self))
    return;
  on_search (self);
  if (self->searching != NULL)
    self->enter = TRUE;
  else
    open_result (self, 0);
}

static void
on_found_activate (GtkListView *list, guint position, LueurSidebar *self)
{
  open_result (self, position);
}

static void
on_search_mode (LueurSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;
  gtk_editable_set_text (self->search, "");
  on_search (self);
  /* Back where one was, if that can still be seen; what was opened meanwhile keeps the focus. */
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    {
      if (self->before != NULL && gtk_widget_get_mapped (self->before))
        gtk_widget_grab_focus (self->before);
      else
        gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
  g_clear_weak_pointer (&self->before);
}

/* --- Companions --------------------------------------------------------------------------------- */

static GtkWidget *
make_companion (gpointer item, gpointer data)
{
  LueurPersona *persona = LUEUR_PERSONA (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *face = lueur_thumbnail_new (32);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  lueur_thumbnail_set_persona (LUEUR_THUMBNAIL (face), persona);
  g_object_bind_property (persona, "name", label, "label", G_BINDING_SYNC_CREATE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), face);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  return row;
}

static void
on_pick (LueurSidebar *self)
{
  gtk_popover_popdown (self->companions_popover);
}

static void
on_companion (GtkListBox *list, GtkListBoxRow *row, LueurSidebar *self)
{
  GListModel *personas = lueur_library_get_personas (lueur_context_get_library (self->context));
  g_autoptr (LueurPersona) persona = g_list_model_get_item (personas, gtk_list_box_row_get_index (row));

  on_pick (self);
  if (persona != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.talk-to", "x", lueur_persona_get_id (persona));
}

/* A row a companion, from when the list is first opened. */
static void
list_companions (GtkMenuButton *button, gpointer data)
{
  LueurSidebar *self = LUEUR_SIDEBAR (data);

  if (self->listed || self->context == NULL)
    return;
  self->listed = TRUE;
  gtk_list_box_bind_model (self->companions, lueur_library_get_personas (lueur_context_get_library (self->context)),
                           make_companion, NULL, NULL);
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
  stop_looking (self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  if (self->found != NULL)
    gtk_list_view_set_model (self->found, NULL);
  g_clear_object (&self->results);
  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->said);
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

/* From among what was found, too. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return lueur_sidebar_leave_search (LUEUR_SIDEBAR (widget));
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

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, found);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, new_button);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, companions);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebar, companions_popover);
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_companion);
  gtk_widget_class_bind_template_callback (widget_class, on_found_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
  gtk_widget_class_bind_template_callback (widget_class, on_pick);
}

static void
lueur_sidebar_init (LueurSidebar *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->said = g_signal_group_new (LUEUR_TYPE_CONVERSATION);
  g_signal_group_connect_swapped (self->said, "items-changed", G_CALLBACK (on_said_changed), self);
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (self->search)), SEARCH_CHARS);
  lueur_menu_button_set_menu (self->menu_button, self->primary_menu);
  gtk_menu_button_set_create_popup_func (self->new_button, list_companions, self, NULL);
}

/**
 * lueur_sidebar_set_context:
 * @context: once, opened
 */
void
lueur_sidebar_set_context (LueurSidebar *self, LueurContext *context)
{
  LueurLibrary *library = lueur_context_get_library (context);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) found = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkFilterListModel) shown = NULL;

  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (found, "setup", G_CALLBACK (on_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (found, "bind", G_CALLBACK (on_found_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (found, "unbind", G_CALLBACK (on_found_unbind), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->found, found);

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

/**
 * lueur_sidebar_search:
 *
 * Escape gives the list back, and the focus to what has it now.
 */
void
lueur_sidebar_search (LueurSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!gtk_search_bar_get_search_mode (self->search_bar) && root != NULL)
    g_set_weak_pointer (&self->before, gtk_root_get_focus (root));
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

gboolean
lueur_sidebar_leave_search (LueurSidebar *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return FALSE;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  return TRUE;
}

GtkWidget *
lueur_sidebar_get_search (LueurSidebar *self)
{
  return GTK_WIDGET (self->search);
}
