/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/preferences/age-row.h"

#include <glib/gi18n.h>

struct _LueurAgeRow
{
  AdwComboRow parent_instance;

  LueurSettings *settings;
  gboolean syncing; /* the row follows the settings */
};

G_DEFINE_FINAL_TYPE (LueurAgeRow, lueur_age_row, ADW_TYPE_COMBO_ROW)

static void
follow (LueurAgeRow *self)
{
  self->syncing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), lueur_settings_get_adulthood (self->settings));
  self->syncing = FALSE;
}

static void
on_answer (AdwAlertDialog *dialog, const char *response, LueurAgeRow *self)
{
  if (g_strcmp0 (response, "adult") == 0)
    lueur_settings_set_adulthood (self->settings, LUEUR_ADULTHOOD_ADULT);
  follow (self);
}

static void
ask (LueurAgeRow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("18 or Older?"), _("A romance is for adults. Nothing else changes with your age."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "adult", _("I Am 18 or _Older"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_selected (LueurAgeRow *self)
{
  LueurAdulthood chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->syncing || self->settings == NULL || chosen == lueur_settings_get_adulthood (self->settings))
    return;
  if (chosen == LUEUR_ADULTHOOD_ADULT)
    ask (self);
  else
    lueur_settings_set_adulthood (self->settings, chosen);
}

static void
lueur_age_row_dispose (GObject *object)
{
  g_clear_object (&LUEUR_AGE_ROW (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_AGE_ROW);
  G_OBJECT_CLASS (lueur_age_row_parent_class)->dispose (object);
}

static void
lueur_age_row_class_init (LueurAgeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_age_row_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/lueur_app/Lueur/preferences/age-row.ui");
}

static void
lueur_age_row_init (LueurAgeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

/**
 * lueur_age_row_set_settings:
 * @settings: once
 */
void
lueur_age_row_set_settings (LueurAgeRow *self, LueurSettings *settings)
{
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  follow (self);
  g_signal_connect_object (settings, "notify::adulthood", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
}
