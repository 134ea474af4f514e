/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/ritual-guest.h"

#include <gtk/gtk.h>

#include "core/wellbeing/rituals/ritual-words.h"

typedef struct
{
  GApplication *application;
  LueurContext *context;
  gint64 persona;
  LueurRitual ritual;
} Visit;

static void
visit_free (Visit *self)
{
  g_object_unref (self->application);
  g_object_unref (self->context);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

/* (transfer full) (nullable) */
static LueurPersona *
find_persona (LueurContext *context, gint64 id)
{
  GListModel *personas = lueur_library_get_personas (lueur_context_get_library (context));

  for (guint i = 0; i < g_list_model_get_n_items (personas); i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (personas, i);

      if (lueur_persona_get_id (persona) == id)
        return g_steal_pointer (&persona);
    }
  return NULL;
}

static void
on_said (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Visit) visit = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurConversation) conversation = lueur_library_say_ritual_finish (LUEUR_LIBRARY (source), result, &error);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (visit->application));

  if (conversation == NULL)
    g_message ("A ritual has no conversation: %s", error->message);
  else if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-conversation", "x",
                                lueur_conversation_get_id (conversation));
}

static void
on_open (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Visit) visit = data;
  g_autoptr (LueurPersona) persona = NULL;
  LueurLibrary *library;
  LueurRitual ritual;

  /* The window tells why it cannot be opened. */
  if (!lueur_context_open_finish (LUEUR_CONTEXT (source), result, NULL))
    return;
  persona = find_persona (visit->context, visit->persona);
  if (persona == NULL)
    return;
  library = lueur_context_get_library (visit->context);
  ritual = visit->ritual;
  lueur_library_say_ritual_async (library, persona, ritual, NULL, on_said, g_steal_pointer (&visit));
}

static void
on_ritual (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GApplication *application = g_object_get_data (G_OBJECT (action), "application");
  LueurContext *context = data;
  LueurRitual ritual;
  const char *word;
  gint64 persona;
  Visit *visit;

  g_variant_get (parameter, "(x&s)", &persona, &word);
  g_application_activate (application);
  if (!lueur_ritual_from_word (word, &ritual))
    return;
  visit = g_new0 (Visit, 1);
  *visit = (Visit){ g_object_ref (application), g_object_ref (context), persona, ritual };
  /* The window asked first: what it opens on is shown before this takes its place. */
  lueur_context_open_async (context, NULL, on_open, visit);
}

/**
 * lueur_ritual_guest_install:
 * @application: a GtkApplication, in its startup
 * @context: opened by the window
 */
void
lueur_ritual_guest_install (GApplication *application, LueurContext *context)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("ritual", G_VARIANT_TYPE ("(xs)"));

  g_object_set_data (G_OBJECT (action), "application", application);
  g_signal_connect_object (action, "activate", G_CALLBACK (on_ritual), context, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
}
