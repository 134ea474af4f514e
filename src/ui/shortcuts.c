/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/direction.h"

/**
 * Shortcut:
 * @section: heading; a row without one belongs to the section above
 * @title: what it does
 * @accels: keys, as gtk_accelerator_parse() takes them; the first is shown
 * @action: what it runs in every window; NULL where the widget itself listens
 */
typedef struct
{
  const char *section;
  const char *title;
  const char *accels[4];
  const char *action;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_("Conversations"), N_("New Conversation"), { "<Control>n" }, "win.new-conversation" },
  { NULL, N_("New Companion"), { "<Control><Shift>n" }, "win.new-companion" },
  { NULL, N_("Companions"), { "<Control><Shift>l" }, "win.library" },
  { NULL, N_("Previous Conversation"), { "<Alt>Up", "<Control>Page_Up" }, "win.step-conversation(-1)" },
  { NULL, N_("Next Conversation"), { "<Alt>Down", "<Control>Page_Down" }, "win.step-conversation(1)" },
  { NULL, N_("Search Conversations"), { "<Control>f" }, "win.search" },
  { NULL, N_("Show or Hide the List"), { "F9" }, "win.toggle-sidebar" },
  { NULL, N_("Rename, in the List"), { "F2" }, NULL },
  { NULL, N_("Delete, in the List"), { "Delete" }, NULL },

  { N_("Messages"), N_("Write a Message"), { "<Control>l", "F6" }, "win.focus-composer" },
  { NULL, N_("Stop the Reply"), { "Escape" }, NULL },
  { NULL, N_("New Line"), { "<Shift>Return" }, NULL },
  { NULL, N_("Send"), { "<Control>Return" }, NULL },
  { NULL, N_("Message Menu"), { "<Shift>F10", "Menu" }, NULL },

  { N_("The Companions"), N_("Search Companions"), { "<Control>f" }, NULL },
  { NULL, N_("Edit, in the List"), { "F2" }, NULL },
  { NULL, N_("Duplicate, in the List"), { "<Control>d" }, NULL },
  { NULL, N_("Paste a Card"), { "<Control>v" }, NULL },

  { N_("Making a Companion"), N_("Next Page"), { "<Alt>Right" }, NULL },
  { NULL, N_("Previous Page"), { "<Alt>Left" }, NULL },
  { NULL, N_("Finish"), { "<Control>Return" }, NULL },
  { NULL, N_("Undo, in the Look"), { "<Control>z" }, NULL },
  { NULL, N_("Redo, in the Look"), { "<Control><Shift>z" }, NULL },

  { N_("General"), N_("Time and Wellbeing"), { "<Control>t" }, "win.wellbeing('')" },
  { NULL, N_("Exercises"), { "<Control>e" }, "win.exercises" },
  { NULL, N_("Preferences"), { "<Control>comma" }, "win.preferences('')" },
  { NULL, N_("Help"), { "F1" }, "win.help-here" },
  { NULL, N_("Keyboard Shortcuts"), { "<Control>question" }, "win.shortcuts" },
  { NULL, N_("Main Menu"), { "F10" }, NULL },
  { NULL, N_("Close the Window"), { "<Control>w" }, "window.close" },
  { NULL, N_("Quit"), { "<Control>q" }, "app.quit" },
};

static GtkWidget *
make_key (const char *label)
{
  GtkWidget *key = gtk_label_new (label);

  gtk_widget_add_css_class (key, "keycap");
  return key;
}

/* "Ctrl", "Shift", "N", each on a cap of its own, in the words GTK uses in the person's language. */
static GtkWidget *
make_keys (const char *accel)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *label = NULL;
  guint key;
  GdkModifierType mods;
  static const GdkModifierType order[] = { GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SHIFT_MASK };

  /* Ctrl comes before N in every language, here as in the menus. */
  lueur_direction_set (box, GTK_TEXT_DIR_LTR);
  gtk_accelerator_parse (accel, &key, &mods);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (mods & order[i])
      {
        /* "Ctrl+": the plus is not on the key. */
        g_autofree char *name = gtk_accelerator_get_label (0, order[i]);
        gsize length = strlen (name);

        if (length > 1 && name[length - 1] == '+')
          name[length - 1] = '\0';
        gtk_box_append (GTK_BOX (box), make_key (name));
      }
  label = gtk_accelerator_get_label (key, 0);
  gtk_box_append (GTK_BOX (box), make_key (label));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* The keys at the end of the line, or all of them below it where it is too short: a chord is never torn apart. */
static GtkWidget *
make_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_preferences_row_new (), *box = adw_wrap_box_new (), *title = gtk_label_new (_(shortcut->title));
  guint key;
  GdkModifierType mods;
  g_autofree char *spoken = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  gtk_widget_add_css_class (row, "whole-words");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "shortcut");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (box), title);
  adw_wrap_box_append (ADW_WRAP_BOX (box), make_keys (shortcut->accels[0]));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_accelerator_parse (shortcut->accels[0], &key, &mods);
  spoken = gtk_accelerator_get_label (key, mods);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  return row;
}

/* Keys of the window do not reach a dialog: libadwaita holds them back, so that nothing happens below it. What is about the
 * dialog itself or about the whole app works there all the same. Dialogs of every kind inherit it, if none was made before. */
static void
install_in_dialogs (void)
{
  GtkWidgetClass *dialogs = g_type_class_ref (ADW_TYPE_DIALOG);

  gtk_widget_class_add_binding_action (dialogs, GDK_KEY_F1, 0, "win.help-here", NULL);
  gtk_widget_class_add_binding_action (dialogs, GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (dialogs, GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (dialogs, GDK_KEY_q, GDK_CONTROL_MASK, "app.quit", NULL);
  gtk_widget_class_add_binding_action (dialogs, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

/**
 * lueur_shortcuts_install:
 * @application: whose windows listen; before any dialog was made
 */
void
lueur_shortcuts_install (GtkApplication *application)
{
  install_in_dialogs ();
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *accels[G_N_ELEMENTS (shortcuts[0].accels) * 2 + 1] = { NULL };
      guint n = 0;

      if (shortcuts[i].action == NULL)
        continue;
      /* One action may stand in several rows. */
      for (guint j = 0; j < G_N_ELEMENTS (shortcuts); j++)
        if (g_strcmp0 (shortcuts[i].action, shortcuts[j].action) == 0)
          for (guint k = 0; k < G_N_ELEMENTS (shortcuts[j].accels) && shortcuts[j].accels[k] != NULL; k++)
            accels[n++] = shortcuts[j].accels[k];
      gtk_application_set_accels_for_action (application, shortcuts[i].action, accels);
    }
}

/**
 * lueur_shortcuts_has:
 *
 * Returns: whether the dialog tells of this key, in one row or another; for the test that looks for keys it keeps quiet
 * about
 */
gboolean
lueur_shortcuts_has (guint key, GdkModifierType mods)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (shortcuts[i].accels) && shortcuts[i].accels[j] != NULL; j++)
      {
        guint listed;
        GdkModifierType with;

        if (gtk_accelerator_parse (shortcuts[i].accels[j], &listed, &with) && listed == key && with == mods)
          return TRUE;
      }
  return FALSE;
}

/**
 * lueur_shortcuts_present:
 * @parent: the window to show it over
 */
void
lueur_shortcuts_present (GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].section != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _(shortcuts[i].section));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      adw_preferences_group_add (group, make_row (&shortcuts[i]));
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  /* For help about it. */
  gtk_widget_set_name (GTK_WIDGET (dialog), "shortcuts-dialog");
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}
