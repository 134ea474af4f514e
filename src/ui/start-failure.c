/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/start-failure.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/closures.h"
#include "ui/error-text.h"
#include "ui/open-at-top.h"
#include "ui/toast.h"
#include "ui/widget.h"

struct _LueurStartFailure
{
  GtkWidget parent_instance;

  char *data_dir;

  AdwStatusPage *page;
  AdwActionRow *place;
  GtkWidget *retry;
};

enum
{
  RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurStartFailure, lueur_start_failure, GTK_TYPE_WIDGET)

static void
on_retry (LueurStartFailure *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurStartFailure) self = LUEUR_START_FAILURE (data);
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lueur_toast (GTK_WIDGET (self), _("The folder could not be opened"));
}

static void
on_open_folder (LueurStartFailure *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->data_dir);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_opened,
                            g_object_ref (self));
}

static gboolean
lueur_start_failure_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LUEUR_START_FAILURE (widget)->retry);
}

static void
lueur_start_failure_dispose (GObject *object)
{
  LueurStartFailure *self = LUEUR_START_FAILURE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_START_FAILURE);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_pointer (&self->data_dir, g_free);

  G_OBJECT_CLASS (lueur_start_failure_parent_class)->dispose (object);
}

static void
lueur_start_failure_class_init (LueurStartFailureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_start_failure_dispose;
  widget_class->grab_focus = lueur_start_failure_grab_focus;
  widget_class->focus = lueur_widget_focus_children;

  signals[RETRY] =
      g_signal_new ("retry", LUEUR_TYPE_START_FAILURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/start-failure.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurStartFailure, page);
  gtk_widget_class_bind_template_child (widget_class, LueurStartFailure, place);
  gtk_widget_class_bind_template_child (widget_class, LueurStartFailure, retry);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_open_folder);
}

static void
lueur_start_failure_init (LueurStartFailure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_open_at_top (GTK_WIDGET (self));
}

/**
 * lueur_start_failure_set:
 * @error: what opening the context failed with
 * @data_dir: the folder of the database
 */
void
lueur_start_failure_set (LueurStartFailure *self, const GError *error, const char *data_dir)
{
  LueurStartText text = lueur_error_text_for_start (error);
  g_autofree char *path = g_build_filename (data_dir, "lueur.db", NULL), *whole = NULL;

  g_set_str (&self->data_dir, data_dir);
  adw_status_page_set_title (self->page, text.title);
  whole = lueur_closure_no_lone_word (NULL, text.description);
  adw_status_page_set_description (self->page, whole);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->place), FALSE);
  adw_action_row_set_subtitle (self->place, path);
}
