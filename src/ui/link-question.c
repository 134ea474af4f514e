/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/link-question.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/link.h"
#include "core/wellbeing/exercises/exercise.h"
#include "ui/direction.h"
#include "ui/help/help-book.h"
#include "ui/wellbeing/exercise-dialog.h"

#define MARK "lueur-link-question"

typedef struct
{
  LueurLinkKind kind;
  char *what;
  LueurPersona *persona; /* (nullable) */
  char *body;
  const char *yes; /* (nullable): what the button says; NULL where there is nothing to agree to */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->what);
  g_free (self->body);
  g_clear_object (&self->persona);
  g_free (self);
}

/* (transfer full) (nullable) */
static LueurPersona *
find_by_name (LueurWindow *self, const char *name)
{
  GListModel *personas = lueur_library_get_personas (lueur_context_get_library (self->context));
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < g_list_model_get_n_items (personas); i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (personas, i);
      g_autofree char *other = g_utf8_casefold (lueur_persona_get_name (persona), -1);

      if (g_str_equal (wanted, other))
        return g_steal_pointer (&persona);
    }
  return NULL;
}

static void
ask_companion (LueurWindow *self, Question *question)
{
  question->persona = find_by_name (self, question->what);
  if (question->persona != NULL)
    {
      /* Translators: %s is a companion's name */
      question->body = lueur_sentence (_("It would open the page of %s."), lueur_persona_get_name (question->persona));
      question->yes = _("_Open");
    }
  else
    /* Translators: %s is a companion's name, as somebody's link has it */
    question->body = lueur_sentence (_("It looks for a companion called “%s”. Nobody here has that name."), question->what);
}

static void
ask_exercise (Question *question)
{
  LueurExerciseKind kind;

  if (!lueur_exercise_kind_from_id (question->what, &kind))
    return;
  /* Translators: %s is the name of an exercise */
  question->body = lueur_sentence (_("It would begin the exercise “%s”."),
                                   lueur_exercise_kind_get_title (kind, lueur_language_get_default ()));
  question->yes = _("_Begin");
}

static void
ask_help (Question *question)
{
  g_autofree char *title = NULL;

  if (!g_strv_contains (lueur_help_get_names (), question->what))
    return;
  title = lueur_help_dup_title (lueur_language_get_default (), question->what);
  if (title == NULL)
    return;
  /* Translators: %s is the title of a page of help */
  question->body = lueur_sentence (_("It would open the help page “%s”."), title);
  question->yes = _("_Open");
}

static Question *
question_new (LueurWindow *self, const char *uri)
{
  Question *question = g_new0 (Question, 1);

  question->kind = lueur_link_parse (uri, &question->what);
  switch (question->kind)
    {
    case LUEUR_LINK_COMPANION:
      ask_companion (self, question);
      break;
    case LUEUR_LINK_EXERCISE:
      ask_exercise (question);
      break;
    case LUEUR_LINK_HELP:
      ask_help (question);
      break;
    case LUEUR_LINK_IMPORT:
      /* Translators: %s is the name of a server, as example.org */
      question->body = lueur_sentence (_("It points to a card on %s. Lueur fetches nothing by itself: if you trust that "
                                         "place, download the card in your browser and open the file here."),
                                       question->what);
      break;
    case LUEUR_LINK_UNKNOWN:
    default:
      break;
    }
  if (question->body == NULL)
    question->body = g_strdup (_("Lueur does not know what this link wants."));
  return question;
}

static void
on_response (AdwAlertDialog *dialog, const char *response, LueurWindow *self)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), MARK);
  GtkWidget *widget = GTK_WIDGET (self);

  if (!g_str_equal (response, "yes"))
    return;
  if (question->kind == LUEUR_LINK_COMPANION)
    gtk_widget_activate_action (widget, "win.companion", "x", lueur_persona_get_id (question->persona));
  else if (question->kind == LUEUR_LINK_HELP)
    gtk_widget_activate_action (widget, "win.help", "s", question->what);
  else if (question->kind == LUEUR_LINK_EXERCISE)
    {
      LueurConversation *open = lueur_chat_view_get_conversation (self->chat);
      LueurExerciseDialog *exercise =
          lueur_exercise_dialog_new (self->context, open != NULL ? lueur_conversation_get_persona (open) : NULL);

      adw_dialog_present (ADW_DIALOG (exercise), widget);
      lueur_exercise_dialog_start (exercise, question->what);
    }
}

static gboolean
is_asking (LueurWindow *self)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (GObject) dialog = g_list_model_get_item (dialogs, i);

      if (g_object_get_data (dialog, MARK) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * lueur_link_question_ask:
 * @uri: from outside
 */
void
lueur_link_question_ask (LueurWindow *self, const char *uri)
{
  AdwDialog *dialog;
  Question *question;

  if (!self->ready)
    {
      g_autofree char *capped = g_strndup (uri, LUEUR_LINK_MAX_BYTES + 1);

      g_set_str (&self->link, capped);
      return;
    }
  /* A page that sends one link after the other gets one question. */
  if (is_asking (self))
    return;
  question = question_new (self, uri);
  dialog = adw_alert_dialog_new (question->yes != NULL ? _("Follow This Link?") : _("Nothing Was Done"), question->body);
  if (question->yes != NULL)
    adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "no", _("_No, Thanks"), "yes", question->yes, NULL);
  else
    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "no", _("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "no");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "no");
  g_object_set_data_full (G_OBJECT (dialog), MARK, question, question_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
