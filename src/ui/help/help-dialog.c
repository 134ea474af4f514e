/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/help/help-dialog.h"

#include "core/language.h"
#include "ui/help/help-book.h"
#include "ui/help/help-page.h"

struct _LueurHelpDialog
{
  AdwDialog parent_instance;

  const char *language;
  const char *shown; /* (nullable): name of a page */
  AdwNavigationSplitView *split;
  AdwNavigationPage *page;
  AdwBin *place;
  GtkListBox *index;
};

G_DEFINE_FINAL_TYPE (LueurHelpDialog, lueur_help_dialog, ADW_TYPE_DIALOG)

static const char *
name_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "lueur-name");
}

static GtkListBoxRow *
find_row (LueurHelpDialog *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->index, i)) != NULL; i++)
    if (g_str_equal (name_of (row), name))
      return row;
  return NULL;
}

static void
show_row (LueurHelpDialog *self, GtkListBoxRow *row)
{
  GtkWidget *page;

  gtk_list_box_select_row (self->index, row);
  if (g_strcmp0 (self->shown, name_of (row)) == 0)
    return;
  self->shown = name_of (row);
  page = lueur_help_page_new (self->language, self->shown);
  adw_bin_set_child (self->place, page);
  adw_navigation_page_set_title (self->page, lueur_help_page_get_title (LUEUR_HELP_PAGE (page)));
}

static void
open_row (LueurHelpDialog *self, GtkListBoxRow *row)
{
  show_row (self, row);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_grab_focus (adw_bin_get_child (self->place));
}

/* Alone on its page the list shows none as open. */
static void
on_collapsed (LueurHelpDialog *self)
{
  GtkListBoxRow *row = self->shown != NULL ? find_row (self, self->shown) : NULL;

  if (adw_navigation_split_view_get_collapsed (self->split))
    gtk_list_box_set_selection_mode (self->index, GTK_SELECTION_NONE);
  else
    {
      gtk_list_box_set_selection_mode (self->index, GTK_SELECTION_SINGLE);
      gtk_list_box_select_row (self->index, row);
    }
}

static void
on_row (LueurHelpDialog *self, GtkListBoxRow *row)
{
  open_row (self, row);
}

static void
on_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurHelpDialog *self = LUEUR_HELP_DIALOG (widget);
  GtkListBoxRow *row = find_row (self, g_variant_get_string (parameter, NULL));

  if (row != NULL)
    open_row (self, row);
}

static void
add_row (LueurHelpDialog *self, const char *name, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data (G_OBJECT (row), "lueur-name", (gpointer) name);
  gtk_list_box_append (self->index, row);
}

static void
lueur_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_HELP_DIALOG);
  G_OBJECT_CLASS (lueur_help_dialog_parent_class)->dispose (object);
}

static void
lueur_help_dialog_class_init (LueurHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_help_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/help/help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurHelpDialog, split);
  gtk_widget_class_bind_template_child (widget_class, LueurHelpDialog, page);
  gtk_widget_class_bind_template_child (widget_class, LueurHelpDialog, place);
  gtk_widget_class_bind_template_child (widget_class, LueurHelpDialog, index);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_bind_template_callback (widget_class, on_collapsed);
  gtk_widget_class_install_action (widget_class, "help.page", "s", on_page);
}

static void
lueur_help_dialog_init (LueurHelpDialog *self)
{
  const char *const *names = lueur_help_get_names ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->language = lueur_language_get_default ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *title = lueur_help_dup_title (self->language, names[i]);

      if (title != NULL)
        add_row (self, names[i], title);
    }
  show_row (self, gtk_list_box_get_row_at_index (self->index, 0));
}

/**
 * lueur_help_dialog_new:
 *
 * Returns: (transfer floating): the dialog, on its first page
 */
AdwDialog *
lueur_help_dialog_new (void)
{
  return g_object_new (LUEUR_TYPE_HELP_DIALOG, NULL);
}

/**
 * lueur_help_dialog_show_page:
 * @name: of a page
 *
 * Where the dialog is narrow, a page that is not asked for by its name is behind the index.
 */
void
lueur_help_dialog_show_page (LueurHelpDialog *self, const char *name)
{
  GtkListBoxRow *row = find_row (self, name);

  if (row != NULL)
    open_row (self, row);
}

const char *
lueur_help_dialog_get_page (LueurHelpDialog *self)
{
  return self->shown;
}
