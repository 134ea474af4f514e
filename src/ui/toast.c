/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/toast.h"

#include <glib/gi18n.h>

/* Whether it is shown; where not, it is gone. */
static gboolean
show (GtkWidget *from, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  /* A dialog has none of its own: the window's is behind it, still in sight. */
  if (overlay == NULL && ADW_IS_APPLICATION_WINDOW (gtk_widget_get_root (from)))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (gtk_widget_get_root (from)));
  if (ADW_IS_TOAST_OVERLAY (overlay))
    {
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
      return TRUE;
    }
  g_object_ref_sink (toast);
  g_object_unref (toast);
  return FALSE;
}

void
lueur_toast (GtkWidget *from, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 3);
  show (from, toast);
}

static AdwToast *
make_undo (const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _("_Undo"));
  return toast;
}

AdwToast *
lueur_toast_back (GtkWidget *from, const char *text)
{
  AdwToast *toast = make_undo (text);

  return show (from, toast) ? toast : NULL;
}

void
lueur_toast_file (GtkWidget *from, const char *text, GFile *file)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _("_Open Folder"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target_value (toast, g_variant_new_take_string (g_file_get_uri (file)));
  show (from, toast);
}

void
lueur_toast_undo (GtkWidget *from, const char *text, const char *action, GVariant *target)
{
  AdwToast *toast = make_undo (text);

  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  show (from, toast);
}
