/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/help/help-topic.h"

#include <string.h>

/**
 * Topic:
 * @what: type of a widget, or a name that it was given
 * @page: the page of help that tells about it
 */
typedef struct
{
  const char *what;
  const char *page;
} Topic;

/* The first that is in sight counts: what is special stands above what holds it. */
static const Topic topics[] = {
  { "shortcuts-dialog", "keyboard" },
  { "AdwAboutDialog", "start" },
  { "LueurPageLook", "look" },
  { "LueurWizard", "companion" },
  { "LueurReadyDialog", "companion" },
  { "LueurPersonsDialog", "memory-and-privacy" },
  { "LueurReviewDialog", "companion" },
  { "LueurImportDialog", "cards" },
  { "LueurReplyAccount", "model" },
  { "LueurExerciseDialog", "hard-times" },
  { "LueurContactDialog", "time" },
  { "LueurWellbeingDialog", "time" },
  { "LueurModelPage", "model" },
  { "LueurStartFailure", "memory-and-privacy" },
  { "LueurWelcome", "start" },
  { "LueurBinPage", "memory-and-privacy" },
  { "LueurCompanionPage", "companion" },
  { "LueurLibraryView", "companion" },
  { "LueurCrisisCard", "hard-times" },
  { "LueurChatView", "talk" },
};

/* Pages of the preferences, by their names. */
static const Topic preferences[] = {
  { "model", "model" },
  { "chat", "talk" },
  { "wellbeing", "time" },
  { "privacy", "memory-and-privacy" },
};

static gboolean
is_in_sight (GtkWidget *widget, const char *what)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), what) || g_str_equal (gtk_widget_get_name (widget), what))
    return TRUE;
  /* What is on its way out can be seen for a moment longer. */
  if (GTK_IS_STACK (widget))
    {
      GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (widget));

      return page != NULL && is_in_sight (page, what);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    /* What lies over the window is asked about by itself. */
    if (!ADW_IS_DIALOG (child) && is_in_sight (child, what))
      return TRUE;
  return FALSE;
}

static const char *
find_below (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_DIALOG (widget))
    {
      const char *name = adw_preferences_dialog_get_visible_page_name (ADW_PREFERENCES_DIALOG (widget));

      for (guint i = 0; i < G_N_ELEMENTS (preferences); i++)
        if (g_strcmp0 (name, preferences[i].what) == 0)
          return preferences[i].page;
    }
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (is_in_sight (widget, topics[i].what))
      return topics[i].page;
  return NULL;
}

const char *
lueur_help_find_topic (AdwApplicationWindow *window)
{
  GListModel *dialogs = adw_application_window_get_dialogs (window);
  const char *page = NULL;

  /* A question is about what it was asked over. */
  for (guint i = 0; page == NULL && i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (GtkWidget) dialog = g_list_model_get_item (dialogs, i);

      page = find_below (dialog);
    }
  if (page == NULL)
    page = find_below (adw_application_window_get_content (window));
  return page != NULL ? page : "start";
}
