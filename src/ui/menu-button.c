/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/menu-button.h"

static void
make_popover (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * lueur_menu_button_set_menu:
 * @menu: what @button opens
 *
 * Like gtk_menu_button_set_menu_model(), but the popover is made when it is first opened. A popover with its rows takes
 * about as long as a message to make, and few are opened: none of them at start.
 */
void
lueur_menu_button_set_menu (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (button, make_popover, g_object_ref (menu), g_object_unref);
}
