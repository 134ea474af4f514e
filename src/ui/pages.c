/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/pages.h"

/**
 * lueur_pages_get:
 * @stack: where the page belongs
 * @resource: an interface file, as a path below the app's resources
 * @name: the page's name in @stack, and the object’s in @resource
 *
 * A page that most runs never show is made when it is first asked for: this keeps the first frame quick.
 *
 * Returns: (transfer none): the page @name of @stack
 */
GtkWidget *
lueur_pages_get (GtkStack *stack, const char *resource, const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/lueur_app/Lueur/", resource, NULL);
  const char *objects[] = { name, NULL };
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = gtk_stack_get_child_by_name (stack, name);

  if (page != NULL)
    return page;
  builder = gtk_builder_new ();
  if (!gtk_builder_add_objects_from_resource (builder, path, objects, &error))
    g_error ("%s", error->message);
  page = GTK_WIDGET (gtk_builder_get_object (builder, name));
  gtk_stack_add_named (stack, page, name);
  return page;
}
