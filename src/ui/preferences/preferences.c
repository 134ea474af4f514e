/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/preferences/preferences.h"

#include <glib/gi18n.h>

#include "core/net/endpoint.h"
#include "ui/closures.h"
#include "ui/cramped.h"
#include "ui/direction.h"
#include "ui/open-at-top.h"
#include "ui/preferences/age-row.h"
#include "ui/preferences/model-page.h"
#include "ui/wellbeing/hour-row.h"
#include "ui/window.h"

struct _LueurPreferences
{
  AdwPreferencesDialog parent_instance;

  LueurModelPage *model_page;
  AdwSwitchRow *enter_row;
  GtkAdjustment *liveliness;
  AdwSwitchRow *nudge_row;
  GtkAdjustment *nudge_minutes;
  GtkAdjustment *break_minutes;
  GtkAdjustment *postpone_minutes;
  AdwSwitchRow *notification_row;
  AdwSpinRow *day_start_row;
  GtkAdjustment *day_start;
  LueurAgeRow *age_row;
  AdwPreferencesGroup *consents_group;
  AdwActionRow *folder_row;

  LueurContext *context;
  GPtrArray *consent_rows;
  guint minutes_before; /* what the switch brings back */

  gboolean listed;     /* the pages are behind a list of them, instead of tabs */
  gboolean opened;     /* on a page, by who called or by the person */
  gboolean from_list;  /* the search was begun there, and leads back there */
  AdwNavigationPage *list;
  AdwNavigationPage *pages; /* libadwaita's: what it shows the pages and the search in, */
  AdwNavigationView *view;  /* that it is in, */
  GtkWidget *tabs;          /* the tabs at its foot, */
  GtkToggleButton *search_button;
  GtkWidget *search; /* and where one writes */
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_BASE_URL,
  PROP_LISTED,
  N_PROPS,
} LueurPreferencesProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurPreferences, lueur_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static LueurSettings *
get_settings (LueurPreferences *self)
{
  return lueur_context_get_settings (self->context);
}

static char *
what_leaves (LueurPreferences *self, const char *base_url)
{
  g_autofree char *host = NULL;

  if (base_url == NULL || *base_url == '\0')
    return g_strdup (_("Nothing"));
  if (lueur_endpoint_is_local (base_url))
    return g_strdup (_("Nothing: the model runs on this computer"));
  host = lueur_endpoint_get_host (base_url);
  return lueur_sentence (_("What you write, to %s"), host);
}

static char *
what_leaves_more (LueurPreferences *self, const char *base_url)
{
  if (base_url == NULL || *base_url == '\0')
    return g_strdup (_("The built-in companion answers. It needs no network."));
  if (lueur_endpoint_is_local (base_url))
    return g_strdup (_("Messages go to another program here, and no further than that program sends them."));
  return g_strdup (_("With each message: the conversation so far, your companion’s description, what you wrote "
                     "about yourself, and your key if the server wants one. Nothing else, and to nobody else."));
}

static void
on_revoke (GtkButton *button, LueurPreferences *self)
{
  const char *host = g_object_get_data (G_OBJECT (button), "host");
  g_autofree char *url = g_strconcat ("https://", host, NULL);

  lueur_settings_set_consent (get_settings (self), url, FALSE);
}

static void
add_consent (LueurPreferences *self, const char *host)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), host);
  gtk_widget_set_tooltip_text (button, _("Take the Agreement Back"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "host", g_strdup (host), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_revoke), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->consents_group, row);
  g_ptr_array_add (self->consent_rows, row);
}

static void
update_consents (LueurPreferences *self)
{
  g_auto (GStrv) hosts = g_settings_get_strv (lueur_settings_get_gsettings (get_settings (self)), "consents");

  for (guint i = 0; i < self->consent_rows->len; i++)
    adw_preferences_group_remove (self->consents_group, g_ptr_array_index (self->consent_rows, i));
  g_ptr_array_set_size (self->consent_rows, 0);
  for (guint i = 0; hosts[i] != NULL; i++)
    add_consent (self, hosts[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->consents_group), hosts[0] != NULL);
}

static void
on_base_url (LueurPreferences *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BASE_URL]);
}

static void
on_open_folder (LueurPreferences *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (lueur_context_get_data_dir (self->context));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

/* 0 minutes is “never”: the switch says so, and gives the minutes back that were there before. */
static gboolean
minutes_to_active (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_boolean (to, g_value_get_uint (from) > 0);
  return TRUE;
}

static gboolean
active_to_minutes (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  LueurPreferences *self = data;

  g_value_set_uint (to, g_value_get_boolean (from) ? self->minutes_before : 0);
  return TRUE;
}

static gboolean
minutes_to_value (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  LueurPreferences *self = data;

  if (g_value_get_uint (from) > 0)
    self->minutes_before = g_value_get_uint (from);
  g_value_set_double (to, self->minutes_before);
  return TRUE;
}

static gboolean
value_to_minutes (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  LueurPreferences *self = data;

  self->minutes_before = g_value_get_double (from);
  g_value_set_uint (to, adw_switch_row_get_active (self->nudge_row) ? self->minutes_before : 0);
  return TRUE;
}

/* --- A list of the pages, where tabs do not fit ---------------------------------------------------- */

/* What is open is called by its name, as the list has it; the dialog, with all of it behind tabs, by its own. */
static void
update_title (LueurPreferences *self)
{
  AdwPreferencesPage *page = adw_preferences_dialog_get_visible_page (ADW_PREFERENCES_DIALOG (self));
  gboolean one = self->listed && page != NULL && adw_navigation_view_get_visible_page (self->view) == self->pages;

  adw_dialog_set_title (ADW_DIALOG (self), one ? adw_preferences_page_get_title (page) : _("Preferences"));
}

/* Names have all of the bar there: the search is begun in the list. */
static void
update_search_button (LueurPreferences *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->search_button),
                          !self->listed || gtk_toggle_button_get_active (self->search_button));
}

static void
arrange (LueurPreferences *self)
{
  AdwNavigationPage *both[] = { self->list, self->pages };

  gtk_widget_set_visible (self->tabs, !self->listed);
  if (!self->listed)
    adw_navigation_view_replace (self->view, &self->pages, 1);
  else
    adw_navigation_view_replace (self->view, both, self->opened ? 2 : 1);
  update_search_button (self);
  update_title (self);
}

static void
on_visible_page (LueurPreferences *self)
{
  if (self->listed && adw_navigation_view_get_visible_page (self->view) == self->list)
    gtk_toggle_button_set_active (self->search_button, FALSE);
  update_title (self);
}

/* By a key as well as by the button: libadwaita has begun it already, on the page behind. */
static void
on_search (LueurPreferences *self)
{
  gboolean active = gtk_toggle_button_get_active (self->search_button);

  update_search_button (self);
  if (!active || !self->listed)
    return;
  self->from_list = adw_navigation_view_get_visible_page (self->view) == self->list;
  if (self->from_list)
    adw_navigation_view_push (self->view, self->pages);
  gtk_widget_grab_focus (self->search);
}

/* Left without having found anything. */
static void
on_search_left (LueurPreferences *self)
{
  if (self->listed && self->from_list && !gtk_toggle_button_get_active (self->search_button))
    adw_navigation_view_pop_to_page (self->view, self->list);
  self->from_list = FALSE;
}

static void
on_search_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_toggle_button_set_active (LUEUR_PREFERENCES (widget)->search_button, TRUE);
}

static void
on_show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurPreferences *self = LUEUR_PREFERENCES (widget);

  lueur_preferences_show_page (self, g_variant_get_string (parameter, NULL));
  /* To what can be set there, not to the way back. */
  gtk_widget_child_focus (GTK_WIDGET (adw_preferences_dialog_get_visible_page (ADW_PREFERENCES_DIALOG (self))),
                          GTK_DIR_TAB_FORWARD);
}

/* Tabs that go later, because the window became narrower, leave one on the page where one was. */
static void
on_map (LueurPreferences *self)
{
  self->opened = TRUE;
}

static void
set_listed (LueurPreferences *self, gboolean listed)
{
  if (self->listed == listed)
    return;
  self->listed = listed;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LISTED]);
}

/* (nullable) (transfer none): what is of this very type in the dialog that libadwaita made */
static gpointer
find_part (GtkWidget *widget, GType type)
{
  gpointer found = NULL;

  if (G_OBJECT_TYPE (widget) == type)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_part (child, type);
  return found;
}

static void
find_parts (LueurPreferences *self)
{
  GtkWidget *child = adw_dialog_get_child (ADW_DIALOG (self)), *bar = find_part (child, ADW_TYPE_HEADER_BAR);
  g_autoptr (GtkSelectionModel) selection = adw_view_stack_get_pages (find_part (child, ADW_TYPE_VIEW_STACK));
  GListModel *pages = G_LIST_MODEL (selection);

  self->view = find_part (child, ADW_TYPE_NAVIGATION_VIEW);
  self->pages = adw_navigation_view_get_visible_page (self->view);
  self->tabs = find_part (child, ADW_TYPE_VIEW_SWITCHER_BAR);
  self->search_button = find_part (bar, GTK_TYPE_TOGGLE_BUTTON);
  self->search = find_part (bar, GTK_TYPE_SEARCH_ENTRY);
  /* What stands before the first thing that can be set is read, too. */
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      lueur_open_at_top (adw_view_stack_page_get_child (page));
    }
  /* The entry is libadwaita's, and has no name there. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search Preferences"), -1);
  adw_navigation_view_add (self->view, self->list);
  g_signal_connect_swapped (self->search_button, "notify::active", G_CALLBACK (on_search), self);
  g_signal_connect_swapped (self->search_button, "clicked", G_CALLBACK (on_search_left), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_search_left), self);
  g_signal_connect_swapped (self->view, "notify::visible-page", G_CALLBACK (on_visible_page), self);
  g_signal_connect (self, "notify::visible-page", G_CALLBACK (update_title), NULL);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

static void
lueur_preferences_constructed (GObject *object)
{
  LueurPreferences *self = LUEUR_PREFERENCES (object);
  LueurSettings *settings = get_settings (self);
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  G_OBJECT_CLASS (lueur_preferences_parent_class)->constructed (object);

  self->minutes_before = MAX (lueur_settings_get_nudge_minutes (settings), 5);
  lueur_model_page_set_context (self->model_page, self->context);
  g_object_bind_property (settings, "enter-sends", self->enter_row, "active", flags);
  g_object_bind_property (settings, "liveliness", self->liveliness, "value", flags);
  g_object_bind_property_full (settings, "nudge-minutes", self->nudge_row, "active", flags, minutes_to_active,
                               active_to_minutes, self, NULL);
  g_object_bind_property_full (settings, "nudge-minutes", self->nudge_minutes, "value", flags, minutes_to_value,
                               value_to_minutes, self, NULL);
  g_object_bind_property (settings, "break-minutes", self->break_minutes, "value", flags);
  g_object_bind_property (settings, "nudge-notifications", self->notification_row, "active", flags);
  g_settings_bind (lueur_settings_get_gsettings (settings), "postpone-minutes", self->postpone_minutes, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (lueur_settings_get_gsettings (settings), "day-start", self->day_start, "value", G_SETTINGS_BIND_DEFAULT);
  lueur_age_row_set_settings (self->age_row, settings);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder_row), FALSE);
  adw_action_row_set_subtitle (self->folder_row, lueur_context_get_data_dir (self->context));
  g_signal_connect_object (lueur_settings_get_gsettings (settings), "changed::consents", G_CALLBACK (update_consents),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::base-url", G_CALLBACK (on_base_url), self, G_CONNECT_SWAPPED);
  update_consents (self);
  on_base_url (self);
}

static void
lueur_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurPreferences *self = LUEUR_PREFERENCES (object);

  switch ((LueurPreferencesProp) id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_BASE_URL:
      g_value_set_string (value, self->context != NULL ? lueur_settings_get_base_url (get_settings (self)) : "");
      break;
    case PROP_LISTED:
      g_value_set_boolean (value, self->listed);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurPreferences *self = LUEUR_PREFERENCES (object);

  switch ((LueurPreferencesProp) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_LISTED:
      set_listed (self, g_value_get_boolean (value));
      break;
    case PROP_BASE_URL:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_preferences_dispose (GObject *object)
{
  LueurPreferences *self = LUEUR_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_PREFERENCES);
  g_clear_object (&self->context);
  g_clear_pointer (&self->consent_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lueur_preferences_parent_class)->dispose (object);
}

static void
lueur_preferences_class_init (LueurPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lueur_preferences_constructed;
  object_class->get_property = lueur_preferences_get_property;
  object_class->set_property = lueur_preferences_set_property;
  object_class->dispose = lueur_preferences_dispose;

  /**
   * LueurPreferences:context:
   *
   * The services whose settings these are.
   */
  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUEUR_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * LueurPreferences:base-url:
   *
   * The address in force, for what the privacy page says.
   */
  props[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, "",
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LueurPreferences:listed:
   *
   * Whether the four pages stand in a list, each behind its row, because their names do not fit into tabs.
   */
  props[PROP_LISTED] = g_param_spec_boolean ("listed", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LUEUR_TYPE_WINDOW);
  g_type_ensure (LUEUR_TYPE_AGE_ROW);
  g_type_ensure (LUEUR_TYPE_MODEL_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/preferences/preferences.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, list);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, model_page);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, enter_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, liveliness);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, nudge_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, nudge_minutes);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, break_minutes);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, postpone_minutes);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, notification_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, day_start);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, day_start_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, age_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, consents_group);
  gtk_widget_class_bind_template_child (widget_class, LueurPreferences, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, what_leaves);
  gtk_widget_class_bind_template_callback (widget_class, what_leaves_more);
  gtk_widget_class_bind_template_callback (widget_class, on_open_folder);
  gtk_widget_class_install_action (widget_class, "preferences.search", NULL, on_search_action);
  gtk_widget_class_install_action (widget_class, "preferences.show-page", "s", on_show_page);
}

static void
lueur_preferences_init (LueurPreferences *self)
{
  self->consent_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_cramped_stack_rows (GTK_WIDGET (self));
  find_parts (self);
  lueur_hour_row_install (self->day_start_row);
}

/**
 * lueur_preferences_new:
 * @context: the services whose settings these are
 *
 * Returns: (transfer floating): the dialog
 */
LueurPreferences *
lueur_preferences_new (LueurContext *context)
{
  return g_object_new (LUEUR_TYPE_PREFERENCES, "context", context, NULL);
}

/**
 * lueur_preferences_show_page:
 * @name: "model", "chat", "wellbeing" or "privacy"
 */
void
lueur_preferences_show_page (LueurPreferences *self, const char *name)
{
  self->opened = TRUE;
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (self), name);
  if (self->listed && adw_navigation_view_get_visible_page (self->view) == self->list)
    adw_navigation_view_push (self->view, self->pages);
}
