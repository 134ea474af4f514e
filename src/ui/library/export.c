/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A companion as a file of the person's own. */

#include "ui/library/export.h"

#include <glib/gi18n.h>

#include "core/exchange/card-write.h"
#include "ui/avatar/portrait.h"
#include "ui/direction.h"
#include "ui/toast.h"

#define PICTURE_WIDTH 512
#define PICTURE_HEIGHT 768

typedef struct
{
  LueurContext *context;
  LueurPersona *persona;
  LueurCard *card; /* (nullable): what it came from */
  GFile *file;
  GBytes *picture; /* (nullable) */
  GdkDisplay *display;
  LueurCardContainer container;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->context);
  g_object_unref (self->persona);
  g_clear_pointer (&self->card, lueur_card_unref);
  g_object_unref (self->file);
  g_object_unref (self->display);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_free (self);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_card (GTask *task)
{
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = lueur_card_write (self->card, self->persona, self->container, self->picture, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_file_replace_contents_bytes_async (self->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written,
                                       g_object_ref (task));
}

static void
on_picture (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Export *self = g_task_get_task_data (task);
  g_autoptr (GdkTexture) texture = lueur_avatar_render_thumbnail_finish (result, NULL);

  /* Without one the card gets a plain picture. */
  if (texture != NULL)
    self->picture = gdk_texture_save_to_png_bytes (texture);
  write_card (task);
}

static void
on_card (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Export *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lueur_library_read_card_finish (LUEUR_LIBRARY (source), result, &error);

  if (bytes != NULL)
    self->card = lueur_card_new_from_bytes (bytes, NULL);
  /* A card keeps its own picture, unless the look was changed here. */
  if (self->container == LUEUR_CARD_JSON || *lueur_persona_get_look (self->persona) == '\0')
    write_card (task);
  else
    lueur_avatar_render_thumbnail_async (self->display, lueur_persona_get_look (self->persona), LUEUR_EMOTION_NEUTRAL,
                                         PICTURE_WIDTH, PICTURE_HEIGHT, LUEUR_PORTRAIT_WHOLE, NULL, on_picture,
                                         g_object_ref (task));
}

void
lueur_export_to_file_async (GtkWidget *from, LueurContext *context, LueurPersona *persona, GFile *file,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  g_autofree char *name = g_file_get_basename (file);
  Export *self = g_new0 (Export, 1);

  g_task_set_source_tag (task, lueur_export_to_file_async);
  self->context = g_object_ref (context);
  self->persona = g_object_ref (persona);
  self->file = g_object_ref (file);
  self->display = g_object_ref (gtk_widget_get_display (from));
  if (!lueur_card_container_from_name (name, &self->container))
    self->container = LUEUR_CARD_JSON;
  g_task_set_task_data (task, self, export_free);
  lueur_library_read_card_async (lueur_context_get_library (context), persona, NULL, on_card, g_object_ref (task));
}

gboolean
lueur_export_to_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Asking where ------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *from;
  LueurContext *context;
  LueurPersona *persona;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->from);
  g_object_unref (self->context);
  g_object_unref (self->persona);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (lueur_export_to_file_finish (result, &error))
    /* Translators: %s is a companion's name */
    text = lueur_sentence (_("%s was exported"), lueur_persona_get_name (self->persona));
  else
    text = g_strdup (_("The file could not be written. Is there room, and do you have permission to write there?"));
  if (gtk_widget_get_root (self->from) != NULL)
    lueur_toast (self->from, text);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    {
      Question *question = g_steal_pointer (&self);

      lueur_export_to_file_async (question->from, question->context, question->persona, file, on_exported, question);
    }
}

/* A name that any file system takes. */
static char *
make_name (LueurPersona *persona, const char *container)
{
  g_autofree char *name = g_strdup (lueur_persona_get_name (persona));

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  g_strstrip (name);
  if (*name == '\0' || *name == '.')
    g_set_str (&name, "companion");
  return g_strdup_printf ("%s.%s", name, container);
}

void
lueur_export_companion (GtkWidget *from, LueurContext *context, LueurPersona *persona, const char *container)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = make_name (persona, container);
  Question *question = g_new0 (Question, 1);
  GtkRoot *root = gtk_widget_get_root (from);

  question->from = g_object_ref (from);
  question->context = g_object_ref (context);
  question->persona = g_object_ref (persona);
  gtk_file_dialog_set_title (dialog, _("Export Companion"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_chosen, question);
}
