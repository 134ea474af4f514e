/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A romance is chosen, never slipped into: the person confirms once that they are an adult, and the companion is one. Who
 * says that they are younger is not asked again, and sees it nowhere. */

#include "ui/direction.h"
#include "ui/persona/wizard-private.h"

#include <glib/gi18n.h>

#include "core/exchange/card-persona.h"

static LueurSettings *
get_settings (LueurWizard *self)
{
  return lueur_context_get_settings (self->context);
}

static void
take_back (LueurWizard *self)
{
  guint age = self->age;

  self->asking = TRUE;
  g_object_set (self->persona, "relation", self->relation, "intimacy", self->intimacy, NULL);
  /* In the romance that was not to be it was raised. */
  if (!lueur_persona_is_romantic (self->persona))
    g_object_set (self->persona, "age", age, NULL);
  self->asking = FALSE;
}

static void
agree (LueurWizard *self)
{
  self->asking = TRUE;
  /* Whoever chose a partner chose a romance; they may make it cooler on the page of closeness. */
  if (lueur_persona_get_relation (self->persona) == LUEUR_RELATION_PARTNER && self->relation != LUEUR_RELATION_PARTNER)
    g_object_set (self->persona, "intimacy", LUEUR_INTIMACY_ROMANCE, NULL);
  self->asking = FALSE;
  self->relation = lueur_persona_get_relation (self->persona);
  self->intimacy = lueur_persona_get_intimacy (self->persona);
}

void
lueur_wizard_set_minor (LueurWizard *self)
{
  lueur_settings_set_adulthood (get_settings (self), LUEUR_ADULTHOOD_MINOR);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    g_object_set (page, "minor", TRUE, NULL);
}

static void
on_answer (AdwAlertDialog *dialog, const char *response, LueurWizard *self)
{
  if (g_strcmp0 (response, "adult") == 0)
    {
      lueur_settings_set_adulthood (get_settings (self), LUEUR_ADULTHOOD_ADULT);
      agree (self);
      return;
    }
  take_back (self);
  if (g_strcmp0 (response, "minor") == 0)
    lueur_wizard_set_minor (self);
}

static void
ask (LueurWizard *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("A Romance Is for Adults"),
                                            _("You and the companion must both be 18 or older. It stays a program: "
                                              "tender in its words, and honest about what it is when you ask."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Choose Something Else"), "minor",
                                  _("I Am _Under 18"), "adult", _("I Am 18 or _Older"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
lueur_wizard_say_minor (LueurWizard *self, const char *words)
{
  /* Translators: %s is what the person wrote of the companion, such as "she is 16", or just "16" */
  g_autofree char *body = lueur_sentence (_("“%s” tells of somebody under 18, and a romance is for adults. They can be a friend, "
                                            "a confidant or a character of a story. If it was not meant so, change the words, "
                                            "and choose again."), words);
  AdwDialog *dialog = adw_alert_dialog_new (_("Only Between Adults"), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "ok", _("_Understood"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "ok");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "ok");
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

gboolean
lueur_wizard_keep_from_minor (LueurWizard *self)
{
  g_autofree char *words = NULL;

  if (!lueur_persona_is_romantic (self->persona))
    return FALSE;
  words = lueur_persona_find_minor (self->persona);
  if (words == NULL)
    return FALSE;
  self->asking = TRUE;
  if (lueur_persona_get_relation (self->persona) == LUEUR_RELATION_PARTNER)
    g_object_set (self->persona, "relation", LUEUR_RELATION_FRIEND, NULL);
  g_object_set (self->persona, "intimacy", LUEUR_INTIMACY_FRIENDLY, NULL);
  self->asking = FALSE;
  agree (self);
  lueur_wizard_say_minor (self, words);
  return TRUE;
}

static void
on_changed (LueurWizard *self)
{
  g_autofree char *minor = NULL;

  if (self->asking)
    return;
  if (!lueur_persona_is_romantic (self->persona))
    {
      agree (self);
      return;
    }
  /* No partner any more: words are friendly again, unless a romance was chosen apart. */
  if (self->relation == LUEUR_RELATION_PARTNER && lueur_persona_get_relation (self->persona) != LUEUR_RELATION_PARTNER &&
      self->intimacy == LUEUR_INTIMACY_ROMANCE && lueur_persona_get_intimacy (self->persona) == LUEUR_INTIMACY_ROMANCE)
    {
      self->asking = TRUE;
      g_object_set (self->persona, "intimacy", LUEUR_INTIMACY_FRIENDLY, NULL);
      self->asking = FALSE;
      agree (self);
      return;
    }
  /* Nobody is asked about themselves for what will not be. */
  minor = self->age > 0 && self->age < LUEUR_ADULT ? g_strdup_printf ("%u", self->age)
                                                   : lueur_persona_find_minor (self->persona);
  if (minor != NULL)
    {
      take_back (self);
      lueur_wizard_say_minor (self, minor);
      return;
    }
  switch (lueur_settings_get_adulthood (get_settings (self)))
    {
    case LUEUR_ADULTHOOD_ADULT:
      agree (self);
      break;
    case LUEUR_ADULTHOOD_MINOR:
      take_back (self);
      break;
    case LUEUR_ADULTHOOD_UNKNOWN:
    default:
      ask (self);
    }
}

static void
on_age (LueurWizard *self)
{
  if (!lueur_persona_is_romantic (self->persona))
    self->age = lueur_persona_get_age (self->persona);
}

void
lueur_wizard_watch_romance (LueurWizard *self)
{
  self->age = lueur_persona_get_age (self->persona);
  g_signal_connect_object (self->persona, "notify::age", G_CALLBACK (on_age), self, G_CONNECT_SWAPPED);
  self->relation = lueur_persona_get_relation (self->persona);
  self->intimacy = lueur_persona_get_intimacy (self->persona);
  g_signal_connect_object (self->persona, "notify::relation", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->persona, "notify::intimacy", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

void
lueur_wizard_wish_romance (LueurWizard *self, LueurPersona *wished)
{
  if (lueur_persona_is_romantic (wished))
    g_object_set (self->persona, "relation", lueur_persona_get_relation (wished), NULL);
}
