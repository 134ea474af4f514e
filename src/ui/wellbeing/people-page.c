/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/people-page.h"

#include <glib/gi18n.h>

#include "ui/direction.h"
#include "ui/toast.h"
#include "ui/wellbeing/contact-dialog.h"

struct _LueurPeoplePage
{
  AdwNavigationPage parent_instance;

  LueurRecords *records;
  GPtrArray *rows;
  guint at; /* the row whose dialog is open */

  GtkStack *stack;
  GtkWidget *prompt;
  GtkLabel *prompt_title;
  GtkWidget *prompt_write;
  GtkWidget *prompt_call;
  AdwPreferencesGroup *list;
};

G_DEFINE_FINAL_TYPE (LueurPeoplePage, lueur_people_page, ADW_TYPE_NAVIGATION_PAGE)

/* (transfer full) (nullable) */
static LueurContact *
find (LueurPeoplePage *self, const char *id)
{
  GListModel *people = lueur_records_get_people (self->records);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (LueurContact) contact = g_list_model_get_item (people, i);

      if (g_str_equal (lueur_contact_get_id (contact), id))
        return g_steal_pointer (&contact);
    }
  return NULL;
}

/* --- The list ----------------------------------------------------------------------------------- */

static void
add_button (GtkWidget *row, const char *icon, const char *tooltip, const char *action, const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_string (id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (LueurPeoplePage *self, LueurContact *contact)
{
  GtkWidget *row = adw_action_row_new (), *face = adw_avatar_new (36, lueur_contact_get_name (contact), TRUE);
  g_autofree char *mail = lueur_contact_get_mail_uri (contact), *phone = lueur_contact_get_phone_uri (contact);
  const char *id = lueur_contact_get_id (contact), *name = lueur_contact_get_name (contact);
  /* Translators: %s is somebody's name */
  g_autofree char *write = g_strdup_printf (_("Write to %s"), name), *call = g_strdup_printf (_("Call %s"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lueur_contact_get_relation (contact));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), face);
  if (mail != NULL)
    add_button (row, "mail-unread-symbolic", write, "people.write", id);
  if (phone != NULL)
    add_button (row, "call-start-symbolic", call, "people.call", id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "people.edit");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_string (id));
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
update_prompt (LueurPeoplePage *self)
{
  LueurContact *contact = lueur_records_suggest_person (self->records);
  g_autofree char *mail = NULL, *phone = NULL, *title = NULL;

  if (contact != NULL)
    {
      mail = lueur_contact_get_mail_uri (contact);
      phone = lueur_contact_get_phone_uri (contact);
    }
  gtk_widget_set_visible (self->prompt, mail != NULL || phone != NULL);
  if (mail == NULL && phone == NULL)
    return;
  /* Translators: %s is somebody's name */
  title = lueur_sentence (_("A word for %s, today?"), lueur_contact_get_name (contact));
  gtk_label_set_label (self->prompt_title, title);
  gtk_widget_set_visible (self->prompt_write, mail != NULL);
  gtk_widget_set_visible (self->prompt_call, phone != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->prompt_write), "s", lueur_contact_get_id (contact));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->prompt_call), "s", lueur_contact_get_id (contact));
  /* Named once there is somebody: an action without its target would be refused. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->prompt_write), "people.write");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->prompt_call), "people.call");
}

static void
update (LueurPeoplePage *self)
{
  GListModel *people = lueur_records_get_people (self->records);
  guint n = g_list_model_get_n_items (people);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurContact) contact = g_list_model_get_item (people, i);

      add_row (self, contact);
    }
  update_prompt (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "people" : "nobody");
}

/* --- Actions ------------------------------------------------------------------------------------ */

static void
on_launched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurPeoplePage) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    lueur_toast (GTK_WIDGET (self), _("No app on this computer opens that"));
}

static void
on_reach (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurPeoplePage *self = LUEUR_PEOPLE_PAGE (widget);
  g_autoptr (LueurContact) contact = find (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GtkUriLauncher) launcher = NULL;
  g_autofree char *uri = NULL;

  if (contact == NULL)
    return;
  uri = g_str_equal (action, "people.call") ? lueur_contact_get_phone_uri (contact) : lueur_contact_get_mail_uri (contact);
  if (uri == NULL)
    return;
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_launched, g_object_ref (self));
}

static gboolean
focus_again (gpointer data)
{
  LueurPeoplePage *self = LUEUR_PEOPLE_PAGE (data);

  if (self->stack != NULL && self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (self->at, self->rows->len - 1)));
  return G_SOURCE_REMOVE;
}

/* The row that the focus would go back to is made anew, or gone: whoever came into its place has it then. */
static void
on_closed (LueurPeoplePage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_again, g_object_ref (self), g_object_unref);
}

static void
on_back (AdwToast *toast, LueurPeoplePage *self)
{
  if (self->records != NULL)
    lueur_records_save_person (self->records, g_object_get_data (G_OBJECT (toast), "lueur-contact"));
}

static void
on_erased (LueurPeoplePage *self, LueurContact *contact)
{
  /* Translators: %s is somebody's name */
  g_autofree char *text = lueur_sentence (_("%s was taken off the list"), lueur_contact_get_name (contact));
  AdwToast *toast = lueur_toast_back (GTK_WIDGET (self), text);

  if (toast == NULL)
    return;
  g_object_set_data_full (G_OBJECT (toast), "lueur-contact", g_object_ref (contact), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_back), self, G_CONNECT_DEFAULT);
}

static void
on_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurPeoplePage *self = LUEUR_PEOPLE_PAGE (widget);
  g_autoptr (LueurContact) contact = parameter != NULL ? find (self, g_variant_get_string (parameter, NULL)) : NULL;
  AdwDialog *dialog = ADW_DIALOG (lueur_contact_dialog_new (self->records, contact));

  g_signal_connect_object (dialog, "erased", G_CALLBACK (on_erased), self, G_CONNECT_SWAPPED);
  if (contact != NULL && g_list_store_find (G_LIST_STORE (lueur_records_get_people (self->records)), contact, &self->at))
    g_signal_connect_object (dialog, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_people_page_dispose (GObject *object)
{
  LueurPeoplePage *self = LUEUR_PEOPLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_PEOPLE_PAGE);
  g_clear_object (&self->records);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lueur_people_page_parent_class)->dispose (object);
}

static void
lueur_people_page_class_init (LueurPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_people_page_dispose;
  g_type_ensure (ADW_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurPeoplePage, prompt);
  gtk_widget_class_bind_template_child (widget_class, LueurPeoplePage, prompt_title);
  gtk_widget_class_bind_template_child (widget_class, LueurPeoplePage, prompt_write);
  gtk_widget_class_bind_template_child (widget_class, LueurPeoplePage, prompt_call);
  gtk_widget_class_bind_template_child (widget_class, LueurPeoplePage, list);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "people.edit", "s", on_edit);
  gtk_widget_class_install_action (widget_class, "people.write", "s", on_reach);
  gtk_widget_class_install_action (widget_class, "people.call", "s", on_reach);
}

static void
lueur_people_page_init (LueurPeoplePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lueur_people_page_set_records (LueurPeoplePage *self, LueurRecords *records)
{
  g_return_if_fail (self->records == NULL);

  self->records = g_object_ref (records);
  g_signal_connect_object (records, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
