/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/link-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/chat/markdown.h"
#include "ui/toast.h"

typedef struct
{
  GtkWidget *parent;
  char *uri;
} Link;

static void
link_free (Link *link)
{
  g_object_unref (link->parent);
  g_free (link->uri);
  g_free (link);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Link, link_free)

static void
on_launched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) parent = GTK_WIDGET (data);
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lueur_toast (parent, _("No app could open this link"));
}

static void
on_response (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Link) link = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "open"))
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (link->uri);
      GtkRoot *root = gtk_widget_get_root (link->parent);

      gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_launched,
                               g_object_ref (link->parent));
    }
  else if (g_str_equal (response, "copy"))
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (link->parent), link->uri);
      lueur_toast (link->parent, _("Link copied"));
    }
}

void
lueur_link_dialog_present (GtkWidget *parent, const char *uri)
{
  AdwDialog *dialog;
  GtkWidget *label;
  Link *link;

  if (!lueur_markdown_is_safe_uri (uri))
    return;

  dialog = adw_alert_dialog_new (g_str_has_prefix (uri, "mailto:") ? _("Write to This Address?") : _("Open This Link?"),
                                 _("It leads out of Lueur, to:"));
  label = gtk_label_new (uri);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_lines (GTK_LABEL (label), 8);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "monospace");
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), label);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "copy", _("Copy _Link"), "open",
                                  _("_Open"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");

  link = g_new0 (Link, 1);
  link->parent = g_object_ref (parent);
  link->uri = g_strdup (uri);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent, NULL, on_response, link);
}
