/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/exercise-dialog.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/wellbeing/exercises/exercise.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/toast.h"
#include "ui/wellbeing/exercise-page.h"

struct _LueurExerciseDialog
{
  AdwDialog parent_instance;

  LueurContext *context;
  LueurPersona *persona;
  GPtrArray *rows;

  AdwNavigationView *view;
  AdwPreferencesGroup *list;
  LueurExercisePage *page;
};

G_DEFINE_FINAL_TYPE (LueurExerciseDialog, lueur_exercise_dialog, ADW_TYPE_DIALOG)

static const char *const icons[LUEUR_N_EXERCISES] = {
  [LUEUR_EXERCISE_MESSAGE] = "mail-message-new-symbolic",   [LUEUR_EXERCISE_DISPUTE] = "system-users-symbolic",
  [LUEUR_EXERCISE_CALM] = "weather-windy-symbolic",         [LUEUR_EXERCISE_DECISION] = "lueur-question-symbolic",
  [LUEUR_EXERCISE_ORDER] = "view-list-symbolic",
};

static void
add_row (LueurExerciseDialog *self, LueurExerciseKind kind)
{
  const char *id = lueur_exercise_kind_get_id (kind), *language = lueur_language_get_default ();
  gboolean begun = lueur_records_get_exercise (lueur_context_get_records (self->context), id) != NULL;
  GtkWidget *row = adw_action_row_new (), *icon = gtk_image_new_from_icon_name (icons[kind]);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lueur_exercise_kind_get_title (kind, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), begun ? _("Begun: goes on where you left off")
                                                           : lueur_exercise_kind_get_summary (kind, language));
  lueur_direction_follow (row);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (begun)
    {
      GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_set_tooltip_text (discard, _("Discard What You Wrote"));
      gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (discard, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (discard), "exercise.discard");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (discard), "s", id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "exercise.start");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
update (LueurExerciseDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < LUEUR_N_EXERCISES; i++)
    add_row (self, (LueurExerciseKind) i);
}

/* The list is told anew when it comes into sight again, not under the hands of who writes. */
static void
on_popped (LueurExerciseDialog *self)
{
  lueur_exercise_page_leave (self->page);
  update (self);
}

static void
on_closed (LueurExerciseDialog *self)
{
  lueur_exercise_page_leave (self->page);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurExerciseDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean loaded = lueur_records_load_finish (LUEUR_RECORDS (source), result, &error);

  if (self->list == NULL)
    return;
  update (self);
  /* All of them can be done; only what was begun is not known. */
  if (!loaded)
    lueur_toast (GTK_WIDGET (self->view), lueur_error_text_for_reading (error));
}

static void
on_start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lueur_exercise_dialog_start (LUEUR_EXERCISE_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
on_back (AdwToast *toast, LueurExerciseDialog *self)
{
  if (self->list == NULL)
    return;
  lueur_records_save_exercise (lueur_context_get_records (self->context), g_object_get_data (G_OBJECT (toast), "lueur-id"),
                               g_object_get_data (G_OBJECT (toast), "lueur-json"));
  update (self);
}

static void
on_discard (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurExerciseDialog *self = LUEUR_EXERCISE_DIALOG (widget);

  const char *id = g_variant_get_string (parameter, NULL);
  LueurRecords *records = lueur_context_get_records (self->context);
  g_autofree char *json = g_strdup (lueur_records_get_exercise (records, id));
  AdwToast *toast;

  lueur_exercise_page_forget (self->page);
  lueur_records_save_exercise (records, id, NULL);
  update (self);
  toast = json != NULL ? lueur_toast_back (GTK_WIDGET (self->view), _("What you wrote was discarded")) : NULL;
  if (toast == NULL)
    return;
  g_object_set_data_full (G_OBJECT (toast), "lueur-id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (toast), "lueur-json", g_steal_pointer (&json), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_back), self, G_CONNECT_DEFAULT);
}

static void
lueur_exercise_dialog_dispose (GObject *object)
{
  LueurExerciseDialog *self = LUEUR_EXERCISE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_EXERCISE_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->persona);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lueur_exercise_dialog_parent_class)->dispose (object);
}

static void
lueur_exercise_dialog_class_init (LueurExerciseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_exercise_dialog_dispose;
  g_type_ensure (LUEUR_TYPE_EXERCISE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/exercise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurExerciseDialog, view);
  gtk_widget_class_bind_template_child (widget_class, LueurExerciseDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LueurExerciseDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, on_popped);
  gtk_widget_class_install_action (widget_class, "exercise.start", "s", on_start);
  gtk_widget_class_install_action (widget_class, "exercise.discard", "s", on_discard);
}

static void
lueur_exercise_dialog_init (LueurExerciseDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

LueurExerciseDialog *
lueur_exercise_dialog_new (LueurContext *context, LueurPersona *persona)
{
  LueurExerciseDialog *self = g_object_new (LUEUR_TYPE_EXERCISE_DIALOG, NULL);
  LueurRecords *records = lueur_context_get_records (context);

  self->context = g_object_ref (context);
  if (persona != NULL)
    self->persona = g_object_ref (persona);
  lueur_exercise_page_set_company (self->page, context, persona);
  update (self);
  if (!lueur_records_get_loaded (records))
    lueur_records_load_async (records, NULL, on_loaded, g_object_ref (self));
  return self;
}

void
lueur_exercise_dialog_start (LueurExerciseDialog *self, const char *id)
{
  LueurExerciseKind kind;

  if (!lueur_exercise_kind_from_id (id, &kind))
    return;
  lueur_exercise_page_start (self->page, kind);
  if (adw_navigation_view_get_visible_page (self->view) != ADW_NAVIGATION_PAGE (self->page))
    adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (self->page));
}
