/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lueur-config.h"
#include "ui/language-note.h"

void
lueur_about_present (GtkWidget *parent)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *comments = NULL;
  const char *developers[] = { "The Lueur contributors", NULL };
  const char *built_on[] = { "GTK https://www.gtk.org",
                             "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita/",
                             "SQLite https://www.sqlite.org",
                             "curl https://curl.se",
                             "librsvg https://wiki.gnome.org/Projects/LibRsvg",
                             "cmark https://github.com/commonmark/cmark",
                             NULL };
  /* What the emotion model that ships was trained on; docs/emotion.md tells more. */
  const char *learnt_from[] = { "GoEmotions, Demszky et al. 2020, CC BY 4.0 https://github.com/google-research/google-research/tree/master/goemotions",
                                "Tatoeba, CC BY 2.0 https://tatoeba.org",
                                "Tatoeba pairs by Tab-delimited Bilingual Sentence Pairs https://www.manythings.org/anki/",
                                "XED, Öhman et al. 2020, CC BY 4.0 https://github.com/Helsinki-NLP/XED",
                                "Kajava et al. 2020, Apache-2.0",
                                "Allociné, Blard 2020, MIT",
                                "AFINN, Nielsen 2011, MIT",
                                "VADER, Hutto & Gilbert 2014, MIT",
                                NULL };

  adw_about_dialog_set_application_name (about, "Lueur");
  adw_about_dialog_set_application_icon (about, LUEUR_APP_ID);
  adw_about_dialog_set_version (about, LUEUR_VERSION);
  adw_about_dialog_set_developer_name (about, _("The Lueur contributors"));
  adw_about_dialog_set_developers (about, developers);
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_copyright (about, _("© The Lueur contributors"));
  comments = g_strjoin ("\n\n", _("A companion to talk with, on your own computer. Companions are programs: they have no "
                                  "feelings, and are no replacement for people or for care."),
                        lueur_language_note (), NULL);
  adw_about_dialog_set_comments (about, comments);
  /* Translators: put your own names here, one a line; they are shown in the credits */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));
  adw_about_dialog_add_acknowledgement_section (about, _("Built On"), built_on);
  adw_about_dialog_add_acknowledgement_section (about, _("The Reading of Feelings Was Trained On"), learnt_from);
  adw_dialog_present (dialog, parent);
}
