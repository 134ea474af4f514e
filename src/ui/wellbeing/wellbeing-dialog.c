/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/wellbeing-dialog.h"

#include "ui/error-text.h"
#include "ui/waiting.h"
#include "ui/wellbeing/check-in-page.h"
#include "ui/wellbeing/feelings-page.h"
#include "ui/wellbeing/figures-page.h"
#include "ui/wellbeing/how-page.h"
#include "ui/wellbeing/people-page.h"

struct _LueurWellbeingDialog
{
  AdwDialog parent_instance;

  LueurRecords *records;
  GCancellable *reading;
  GtkStack *states;
  AdwStatusPage *failed;
  AdwNavigationView *view;
  LueurFiguresPage *figures;
  LueurPeoplePage *people;
  LueurCheckInPage *check_in;
  LueurFeelingsPage *feelings;
  LueurHowPage *how;
};

G_DEFINE_FINAL_TYPE (LueurWellbeingDialog, lueur_wellbeing_dialog, ADW_TYPE_DIALOG)

static void
show (LueurWellbeingDialog *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->states, state);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWellbeingDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean loaded = lueur_records_load_finish (LUEUR_RECORDS (source), result, &error);

  if (self->states == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (loaded || lueur_records_get_loaded (self->records))
    {
      gboolean waited = g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "pages") != 0;

      show (self, "pages");
      /* What had the focus has gone. */
      if (waited && gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
    }
  else
    {
      adw_status_page_set_description (self->failed, lueur_error_text_for_reading (error));
      show (self, "failed");
      gtk_widget_child_focus (GTK_WIDGET (self->failed), GTK_DIR_TAB_FORWARD);
    }
}

/* What was read once is shown at once, and brought up to date. */
static void
load (LueurWellbeingDialog *self)
{
  show (self, lueur_records_get_loaded (self->records) ? "pages" : "loading");
  lueur_records_load_async (self->records, self->reading, on_loaded, g_object_ref (self));
}

static void
on_reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load (LUEUR_WELLBEING_DIALOG (widget));
}

static void
on_exercises (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  adw_dialog_force_close (ADW_DIALOG (widget));
  gtk_widget_activate_action (window, "win.exercises", NULL);
}

static void
on_topic (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (GVariant) topic = g_variant_ref (parameter);

  adw_dialog_force_close (ADW_DIALOG (widget));
  gtk_widget_activate_action_variant (window, "win.start-topic", topic);
}

static void
lueur_wellbeing_dialog_dispose (GObject *object)
{
  LueurWellbeingDialog *self = LUEUR_WELLBEING_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_WELLBEING_DIALOG);
  g_clear_object (&self->records);
  G_OBJECT_CLASS (lueur_wellbeing_dialog_parent_class)->dispose (object);
}

static void
lueur_wellbeing_dialog_class_init (LueurWellbeingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_wellbeing_dialog_dispose;
  g_type_ensure (LUEUR_TYPE_FIGURES_PAGE);
  g_type_ensure (LUEUR_TYPE_PEOPLE_PAGE);
  g_type_ensure (LUEUR_TYPE_CHECK_IN_PAGE);
  g_type_ensure (LUEUR_TYPE_FEELINGS_PAGE);
  g_type_ensure (LUEUR_TYPE_HOW_PAGE);
  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/wellbeing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurWellbeingDialog, states);
  gtk_widget_class_bind_template_child (widget_class, LueurWellbeingDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, LueurWellbeingDialog, view);
  gtk_widget_class_bind_template_child (widget_class, LueurWellbeingDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, LueurWellbeingDialog, people);
  gtk_widget_class_bind_template_child (widget_class, LueurWellbeingDialog, check_in);
  gtk_widget_class_bind_template_child (widget_class, LueurWellbeingDialog, feelings);
  gtk_widget_class_bind_template_child (widget_class, LueurWellbeingDialog, how);
  gtk_widget_class_install_action (widget_class, "wellbeing.reload", NULL, on_reload);
  gtk_widget_class_install_action (widget_class, "wellbeing.exercises", NULL, on_exercises);
  gtk_widget_class_install_action (widget_class, "wellbeing.topic", "s", on_topic);
}

static void
lueur_wellbeing_dialog_init (LueurWellbeingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reading = g_cancellable_new ();
}

LueurWellbeingDialog *
lueur_wellbeing_dialog_new (LueurContext *context)
{
  LueurWellbeingDialog *self = g_object_new (LUEUR_TYPE_WELLBEING_DIALOG, NULL);

  lueur_figures_page_set_context (self->figures, context);
  lueur_people_page_set_records (self->people, lueur_context_get_records (context));
  lueur_check_in_page_set_context (self->check_in, context);
  lueur_feelings_page_set_context (self->feelings, context);
  self->records = g_object_ref (lueur_context_get_records (context));
  load (self);
  return self;
}

/**
 * lueur_wellbeing_dialog_show_page:
 * @tag: of a page; "" for the first one
 */
void
lueur_wellbeing_dialog_show_page (LueurWellbeingDialog *self, const char *tag)
{
  if (*tag != '\0' && adw_navigation_view_find_page (self->view, tag) != NULL)
    adw_navigation_view_push_by_tag (self->view, tag);
}
