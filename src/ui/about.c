/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lueur-config.h"

void
lueur_about_present (GtkWidget *parent)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  const char *developers[] = { "The Lueur contributors", NULL };
  const char *built_on[] = { "GTK https://www.gtk.org",
                             "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita/",
                             "SQLite https://www.sqlite.org",
                             "curl https://curl.se",
                             "librsvg https://wiki.gnome.org/Projects/LibRsvg",
                             "cmark https://github.com/commonmark/cmark",
                             NULL };

  adw_about_dialog_set_application_name (about, "Lueur");
  adw_about_dialog_set_application_icon (about, LUEUR_APP_ID);
  adw_about_dialog_set_version (about, LUEUR_VERSION);
  adw_about_dialog_set_developer_name (about, _("The Lueur contributors"));
  adw_about_dialog_set_developers (about, developers);
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_copyright (about, _("© The Lueur contributors"));
  adw_about_dialog_set_comments (about, _("A companion to talk with, on your own computer. Companions are programs: they "
                                          "have no feelings, and are no replacement for people or for care."));
  /* Translators: put your own names here, one a line; they are shown in the credits */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));
  adw_about_dialog_add_acknowledgement_section (about, _("Built On"), built_on);
  adw_dialog_present (dialog, parent);
}
