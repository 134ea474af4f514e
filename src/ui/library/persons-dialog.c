/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/persons-dialog.h"

#include <glib/gi18n.h>

#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/foot-button.h"
#include "ui/persona/text-row.h"
#include "ui/toast.h"

struct _LueurPersonsDialog
{
  AdwDialog parent_instance;

  LueurContext *context;
  LueurConversation *conversation; /* (nullable) */
  LueurPerson *edited;             /* (nullable): on the page on top */
  AdwNavigationView *pages;
  AdwPreferencesGroup *group;
  GPtrArray *rows;
  AdwNavigationPage *page; /* where a person is edited; of this dialog */
  GtkWidget *name;
  GtkWidget *agreement;
  GtkWidget *about;
  GtkWidget *main;
};

G_DEFINE_FINAL_TYPE (LueurPersonsDialog, lueur_persons_dialog, ADW_TYPE_DIALOG)

static LueurLibrary *
library (LueurPersonsDialog *self)
{
  return lueur_context_get_library (self->context);
}

static void
say_error (LueurPersonsDialog *self, const GError *error)
{
  if (self->pages != NULL)
    lueur_toast (GTK_WIDGET (self), lueur_error_text_for_error (error).sentence);
}

/* (transfer full) (nullable) */
static LueurPerson *
find (LueurPersonsDialog *self, gint64 id)
{
  GListModel *persons = lueur_library_get_persons (library (self));

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (LueurPerson) person = g_list_model_get_item (persons, i);

      if (lueur_person_get_id (person) == id)
        return g_steal_pointer (&person);
    }
  return NULL;
}

/* --- The list ----------------------------------------------------------------------------------- */

static const char *
name_of (LueurPerson *person)
{
  const char *name = lueur_person_get_name (person);

  return *name != '\0' ? name : _("No name");
}

static GtkWidget *
make_button (const char *icon, const char *tooltip, const char *name, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf (_("%s: %s"), tooltip, name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static void
fill (LueurPersonsDialog *self)
{
  GListModel *persons = lueur_library_get_persons (library (self));
  LueurPerson *now = self->conversation != NULL ? lueur_library_get_person (library (self), self->conversation) : NULL;
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (LueurPerson) person = g_list_model_get_item (persons, i);
      gint64 id = lueur_person_get_id (person);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name_of (person));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lueur_person_get_main (person)
                                                             ? _("In conversations where you chose nobody else")
                                                             : lueur_person_get_about (person));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      if (self->conversation != NULL)
        {
          GtkWidget *check = gtk_check_button_new ();

          if (first == NULL)
            first = GTK_CHECK_BUTTON (check);
          else
            gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
          gtk_check_button_set_active (GTK_CHECK_BUTTON (check), person == now);
          gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (check), "persons.choose");
          gtk_actionable_set_action_target (GTK_ACTIONABLE (check), "x", id);
          adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
          adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
        }
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 make_button ("document-edit-symbolic", _("Edit"), name_of (person), "persons.edit", id));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 make_button ("user-trash-symbolic", _("Erase"), name_of (person), "persons.erase", id));
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  if (self->rows->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing yet"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Companions know nothing of you but what you say."));
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* --- Choosing ----------------------------------------------------------------------------------- */

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurPersonsDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_set_person_finish (LUEUR_LIBRARY (source), result, &error))
    say_error (self, error);
  else if (self->pages != NULL)
    fill (self);
}

static void
on_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurPersonsDialog *self = LUEUR_PERSONS_DIALOG (widget);
  g_autoptr (LueurPerson) person = find (self, g_variant_get_int64 (parameter));

  if (person == NULL || self->conversation == NULL)
    return;
  /* The main one is what a conversation has without a choice. */
  lueur_library_set_person_async (library (self), self->conversation, lueur_person_get_main (person) ? NULL : person, NULL,
                                  on_chosen, g_object_ref (self));
}

/* --- Editing ------------------------------------------------------------------------------------ */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurPersonsDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_save_person_finish (LUEUR_LIBRARY (source), result, &error))
    say_error (self, error);
  else if (self->pages != NULL)
    {
      fill (self);
      adw_navigation_view_pop_to_tag (self->pages, "all");
    }
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurPersonsDialog *self = LUEUR_PERSONS_DIALOG (widget);
  g_autofree char *about = NULL;

  if (self->edited == NULL)
    return;
  g_object_get (self->about, "text", &about, NULL);
  g_object_set (self->edited, "name", gtk_editable_get_text (GTK_EDITABLE (self->name)), "agreement",
                (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->agreement)), "about", about, NULL);
  if (adw_switch_row_get_active (ADW_SWITCH_ROW (self->main)))
    g_object_set (self->edited, "main", TRUE, NULL);
  lueur_library_save_person_async (library (self), self->edited, NULL, on_saved, g_object_ref (self));
}

/* Called as the person is, as soon as there is a name. */
static void
title_page (LueurPersonsDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  adw_navigation_page_set_title (self->page, *name != '\0'                             ? name
                                             : lueur_person_get_id (self->edited) != 0 ? _("No name")
                                                                                       : _("New Profile"));
}

/* Whoever keeps their name to themselves may still say how to speak of them, or what they like. */
static void
update_save (LueurPersonsDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)))), *about = NULL;

  g_object_get (self->about, "text", &about, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "persons.save",
                                 *name != '\0' || *g_strstrip (about) != '\0' ||
                                     adw_combo_row_get_selected (ADW_COMBO_ROW (self->agreement)) != LUEUR_GENDER_NEUTRAL);
}

static void
edit (LueurPersonsDialog *self, LueurPerson *person)
{
  const char *const genders[] = { _("Feminine"), _("Masculine"), _("Neutral"), NULL };
  GtkWidget *view = adw_toolbar_view_new (), *bar = adw_header_bar_new (), *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new (), *more = adw_preferences_group_new ();
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save"));

  gtk_button_set_can_shrink (GTK_BUTTON (save), TRUE);
  g_set_object (&self->edited, person);
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Your Name"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), lueur_person_get_name (person));
  self->agreement = adw_combo_row_new ();
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self->agreement), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->agreement), _("How to Refer to You"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->agreement), G_LIST_MODEL (gtk_string_list_new (genders)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->agreement), lueur_person_get_agreement (person));
  self->main = adw_switch_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->main), _("By Default"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->main), _("In conversations where you chose nobody else"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->main), lueur_person_get_main (person));
  gtk_widget_set_sensitive (self->main, !lueur_person_get_main (person));
  self->about = lueur_text_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->about), _("What Companions May Know of You"));
  g_object_set (self->about, "text", lueur_person_get_about (person), NULL);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Tell as much as you like: one line is enough to save."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->agreement);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->main);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (more), self->about);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (more));
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "persons.save");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  lueur_foot_button_add (ADW_TOOLBAR_VIEW (view), ADW_HEADER_BAR (bar), save, GTK_PACK_END);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  self->page = adw_navigation_page_new (view, "");
  title_page (self);
  update_save (self);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (title_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agreement, "notify::selected", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->about, "notify::text", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->pages, self->page);
}

static void
on_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (LueurPerson) person = lueur_person_new ();

  edit (LUEUR_PERSONS_DIALOG (widget), person);
}

static void
on_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurPersonsDialog *self = LUEUR_PERSONS_DIALOG (widget);
  g_autoptr (LueurPerson) person = find (self, g_variant_get_int64 (parameter));
  g_autoptr (LueurPerson) copy = NULL;

  if (person == NULL)
    return;
  copy = lueur_person_copy (person);
  edit (self, copy);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurPersonsDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_erase_person_finish (LUEUR_LIBRARY (source), result, &error))
    say_error (self, error);
  else if (self->pages != NULL)
    fill (self);
}

static void
on_erase_answer (AdwAlertDialog *dialog, const char *response, LueurPersonsDialog *self)
{
  LueurPerson *person = g_object_get_data (G_OBJECT (dialog), "lueur-person");

  if (g_str_equal (response, "erase"))
    lueur_library_erase_person_async (library (self), person, NULL, on_erased, g_object_ref (self));
}

static void
on_erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurPersonsDialog *self = LUEUR_PERSONS_DIALOG (widget);
  g_autoptr (LueurPerson) person = find (self, g_variant_get_int64 (parameter));
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (person == NULL)
    return;
  /* Translators: %s is the name of a person that somebody writes as */
  body = lueur_sentence (_("Conversations in which you were “%s” go on with the person you are elsewhere."), name_of (person));
  dialog = adw_alert_dialog_new (_("Erase for Good?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "lueur-person", g_object_ref (person), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_erase_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_persons_dialog_dispose (GObject *object)
{
  LueurPersonsDialog *self = LUEUR_PERSONS_DIALOG (object);

  self->pages = NULL;
  g_clear_object (&self->edited);
  g_clear_object (&self->conversation);

  G_OBJECT_CLASS (lueur_persons_dialog_parent_class)->dispose (object);
}

static void
lueur_persons_dialog_finalize (GObject *object)
{
  LueurPersonsDialog *self = LUEUR_PERSONS_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_persons_dialog_parent_class)->finalize (object);
}

static void
lueur_persons_dialog_class_init (LueurPersonsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_persons_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_persons_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "persons.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "persons.edit", "x", on_edit);
  gtk_widget_class_install_action (widget_class, "persons.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "persons.erase", "x", on_erase);
  gtk_widget_class_install_action (widget_class, "persons.choose", "x", on_choose);
}

static void
lueur_persons_dialog_init (LueurPersonsDialog *self)
{
  self->rows = g_ptr_array_new ();
}

AdwDialog *
lueur_persons_dialog_new (LueurContext *context, LueurConversation *conversation)
{
  LueurPersonsDialog *self = g_object_new (LUEUR_TYPE_PERSONS_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new (), *add = adw_button_row_new ();
  GtkWidget *more = adw_preferences_group_new ();
  AdwNavigationPage *all;

  self->context = g_object_ref (context);
  g_set_object (&self->conversation, conversation);
  self->pages = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_dialog_set_title (ADW_DIALOG (self), _("Who I Am"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 520);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
  adw_preferences_group_set_description (self->group, conversation != NULL
                                                          ? _("Who you are in this conversation.")
                                                          : _("You, and whoever else you play in a story. Each "
                                                              "conversation can have its own: see its menu."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add), _("_Add a Profile"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (add), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (add), "list-add-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "persons.add");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (more), add);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (more));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  all = adw_navigation_page_new_with_tag (view, _("Who I Am"), "all");
  adw_navigation_view_add (self->pages, all);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->pages));
  fill (self);
  return ADW_DIALOG (self);
}
