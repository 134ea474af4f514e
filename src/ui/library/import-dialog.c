/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/import-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/exchange/card-persona.h"
#include "core/exchange/card-reading.h"
#include "core/exchange/card-write.h"
#include "core/lore/book.h"
#include "core/model/look.h"
#include "core/model/text.h"
#include "ui/avatar/avatar.h"
#include "ui/avatar/picture.h"
#include "ui/avatar/wardrobe.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/library/card-contents.h"
#include "ui/toast.h"
#include "ui/waiting.h"

#define PICTURE_SIDE 480

/* What comes back from the thread that reads: plain values. */
typedef struct
{
  LueurCard *card;
  LueurCardReading *reading;
  LueurPicture *picture; /* (nullable) */
} Read;

struct _LueurImportDialog
{
  AdwDialog parent_instance;

  LueurContext *context;
  GCancellable *cancellable;
  Read *read; /* (nullable) */
  LueurPersona *persona; /* (nullable): on its way into the library */
  LueurPersona *companion; /* (nullable): whom a lorebook is for */
  char *basename;          /* (nullable): of the file */
  char *kept_picture;    /* (nullable): without its ending; goes again if the rest fails */

  GtkStack *stack;
  AdwStatusPage *failed;
  GtkPicture *picture;
  GtkLabel *name;
  GtkLabel *kind;
  AdwPreferencesGroup *concerns;
  AdwPreferencesGroup *contents;
  AdwPreferencesGroup *asks;
  AdwPreferencesGroup *whose_group;
  AdwComboRow *whose;
  GtkWidget *save;
};

enum
{
  SAVED,
  GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurImportDialog, lueur_import_dialog, ADW_TYPE_DIALOG)

const char *
lueur_import_fault_text (const GError *error)
{
  switch (error->domain == LUEUR_CARD_ERROR ? error->code : LUEUR_CARD_ERROR_IO)
    {
    case LUEUR_CARD_ERROR_NOT_A_CARD:
      return _("This file holds no character card.");
    case LUEUR_CARD_ERROR_NO_NAME:
      return _("The card in it has no name, so no companion can be made of it.");
    case LUEUR_CARD_ERROR_DAMAGED:
      return _("The file is damaged or cut short.");
    case LUEUR_CARD_ERROR_NOT_TEXT:
      return _("There is text in it that cannot be read.");
    case LUEUR_CARD_ERROR_TOO_LARGE:
      return _("The file is larger than any card should be.");
    case LUEUR_CARD_ERROR_ESCAPES:
      return _("The archive tries to write outside of its own folder, so it was not opened.");
    case LUEUR_CARD_ERROR_IO:
    default:
      return _("The file cannot be read. Is it still there?");
    }
}

/* --- Reading, on a thread ----------------------------------------------------------------------- */

static void
read_free (Read *self)
{
  g_clear_pointer (&self->card, lueur_card_unref);
  g_clear_pointer (&self->reading, lueur_card_reading_free);
  g_clear_pointer (&self->picture, lueur_picture_free);
  g_free (self);
}

/* One of the two. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
} Source;

static void
source_free (Source *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
run_read (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Source *from = data;
  GError *error = NULL;
  LueurCard *card = from->file != NULL ? lueur_card_load (from->file, cancellable, &error)
                                       : lueur_card_new_from_bytes (from->bytes, &error);
  g_autoptr (GBytes) picture = NULL;
  Read *read;

  if (card == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  read = g_new0 (Read, 1);
  read->card = card;
  read->reading = lueur_card_read (card);
  picture = lueur_card_dup_picture (card);
  if (picture != NULL)
    read->picture = lueur_picture_decode (picture, PICTURE_SIDE, PICTURE_SIDE, NULL);
  g_task_return_pointer (task, read, (GDestroyNotify) read_free);
}

/* --- What is shown ------------------------------------------------------------------------------- */

static void
show_contents (LueurImportDialog *self)
{
  const Read *read = self->read;

  if (lueur_card_is_newer (read->card))
    adw_preferences_group_set_description (self->contents,
                                           _("Written for a newer kind of card; what Lueur knows of it is read"));
  lueur_card_contents_fill (self->contents, read->card, read->reading);
  lueur_card_contents_fill_asks (self->asks, read->reading);
  lueur_card_contents_fill_concerns (self->concerns, read->reading);
  gtk_stack_set_visible_child_name (self->stack, "card");
}

/* What is kept of a name, whatever the card has: its contents stay in sight. */
static char *
dup_line (LueurCard *card, LueurCardField field)
{
  g_autofree char *text = lueur_card_dup_field (card, field);

  return lueur_text_clean_line (text, -1, LUEUR_NAME_MAX);
}

static void
fill (LueurImportDialog *self)
{
  static const char *const containers[] = { "JSON", "PNG", "CHARX" };
  LueurCard *card = self->read->card;
  g_autofree char *name = dup_line (card, LUEUR_CARD_NAME);
  g_autofree char *creator = dup_line (card, LUEUR_CARD_CREATOR);
  /* Translators: which kind of file a card is: “Character card 3.0, PNG” */
  g_autofree char *kind = lueur_sentence (_("Character card %s, %s"), lueur_card_get_spec_version (card),
                                          containers[lueur_card_get_container (card)]);
  /* Translators: a card's kind, who made it */
  g_autofree char *by = lueur_sentence (_("%s, made by %s"), kind, creator);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->kind, *creator != '\0' ? by : kind);
  if (self->read->picture != NULL)
    {
      const LueurPicture *picture = self->read->picture;
      g_autoptr (GdkTexture) texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT,
                                                               picture->pixels, picture->stride);

      gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
      gtk_picture_set_alternative_text (self->picture, name);
      gtk_widget_set_visible (GTK_WIDGET (self->picture), TRUE);
    }
  show_contents (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save", TRUE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save);
}

/* --- Lorebooks ---------------------------------------------------------------------------------- */

static void
show_fault (LueurImportDialog *self, const char *text)
{
  adw_status_page_set_description (self->failed, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->save, FALSE);
}

/* What the book calls itself, else what its file is called. */
static char *
name_book (LueurImportDialog *self)
{
  g_autoptr (LueurBook) book = lueur_book_new_from_card (self->read->card);
  g_autofree char *name = g_strstrip (g_strdup (book != NULL ? book->name : ""));
  char *dot;

  if (*name == '\0' && self->basename != NULL)
    {
      g_set_str (&name, self->basename);
      dot = strrchr (name, '.');
      if (dot != NULL && dot != name)
        *dot = '\0';
    }
  return *name != '\0' ? lueur_text_clean_line (name, -1, LUEUR_NAME_MAX) : g_strdup (_("Lorebook"));
}

static char *
name_companion (LueurPersona *persona)
{
  return g_strdup (lueur_persona_get_name (persona));
}

/* A book is of nobody's: the person says whose it is to be. */
static void
fill_book (LueurImportDialog *self)
{
  GListModel *personas = lueur_library_get_personas (lueur_context_get_library (self->context));
  g_autofree char *name = name_book (self);

  if (self->read->reading->n_entries == 0)
    {
      show_fault (self, _("This is a lorebook without an entry."));
      return;
    }
  if (g_list_model_get_n_items (personas) == 0)
    {
      show_fault (self, _("This is a lorebook without a character. Make or import the companion first that is to have it."));
      return;
    }
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->kind, _("A lorebook: things that a companion is told when they come up"));
  adw_dialog_set_title (ADW_DIALOG (self), _("Give a Lorebook"));
  gtk_button_set_label (GTK_BUTTON (self->save), _("_Give"));
  adw_combo_row_set_expression (self->whose,
                                gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (name_companion),
                                                             NULL, NULL));
  adw_combo_row_set_model (self->whose, personas);
  for (guint i = 0; self->companion != NULL && i < g_list_model_get_n_items (personas); i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (personas, i);

      if (persona == self->companion)
        adw_combo_row_set_selected (self->whose, i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->whose_group), TRUE);
  show_contents (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save", TRUE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save);
}

static void
on_book_given (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPersona) persona = g_object_ref (self->companion);

  if (lueur_library_add_book_finish (LUEUR_LIBRARY (source), result, &error) == 0)
    {
      if (self->stack == NULL)
        return;
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save", TRUE);
      lueur_toast (GTK_WIDGET (self), lueur_error_text_for_error (error).sentence);
      return;
    }
  if (self->stack != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[GIVEN], 0, persona);
}

static void
give_book (LueurImportDialog *self)
{
  g_autofree char *name = name_book (self);

  g_set_object (&self->companion, adw_combo_row_get_selected_item (self->whose));
  if (self->companion == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save", FALSE);
  lueur_library_add_book_async (lueur_context_get_library (self->context), self->companion, name,
                                lueur_card_get_file (self->read->card), NULL, on_book_given, g_object_ref (self));
}

/* --- What was read ------------------------------------------------------------------------------ */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  Read *read = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->stack == NULL)
    {
      g_clear_pointer (&read, read_free);
      return;
    }
  if (read == NULL)
    {
      show_fault (self, lueur_import_fault_text (error));
      return;
    }
  self->read = read;
  if (lueur_card_get_spec (read->card) == LUEUR_CARD_BOOK)
    fill_book (self);
  else
    fill (self);
}

/* --- Saving ------------------------------------------------------------------------------------- */

static void
forget_picture (LueurImportDialog *self)
{
  static const char *const endings[] = { ".png", ".zip", ".webp", ".jpg", ".jpeg" };

  for (guint i = 0; self->kept_picture != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->kept_picture, endings[i], NULL);

      g_remove (path);
    }
  g_clear_pointer (&self->kept_picture, g_free);
}

static void
give_up (LueurImportDialog *self, const GError *error)
{
  forget_picture (self);
  g_clear_object (&self->persona);
  if (self->stack == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save", TRUE);
  lueur_toast (GTK_WIDGET (self), lueur_error_text_for_error (error).sentence);
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  /* What cannot even be erased is told by the banner on the disk. */
  lueur_library_erase_persona_finish (LUEUR_LIBRARY (source), result, NULL);
}

static void
on_card_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPersona) persona = g_object_ref (self->persona);

  if (!lueur_library_save_card_finish (LUEUR_LIBRARY (source), result, &error))
    {
      lueur_library_erase_persona_async (LUEUR_LIBRARY (source), persona, NULL, on_taken_back, NULL);
      give_up (self, error);
      return;
    }
  g_clear_pointer (&self->kept_picture, g_free);
  if (self->stack != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SAVED], 0, persona);
}

static void
on_persona_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurImportDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error))
    {
      give_up (self, error);
      return;
    }
  lueur_library_save_card_async (LUEUR_LIBRARY (source), self->persona, lueur_card_get_file (self->read->card), NULL,
                                 on_card_saved, g_object_ref (self));
}

static void
save_persona (LueurImportDialog *self)
{
  if (*lueur_persona_get_look (self->persona) == '\0')
    {
      LueurLibrary *library = lueur_context_get_library (self->context);
      g_autofree char *look =
          lueur_avatar_dup_default_look (g_list_model_get_n_items (lueur_library_get_everyone (library)));

      g_object_set (self->persona, "look", look, NULL);
    }
  lueur_library_save_persona_async (lueur_context_get_library (self->context), self->persona, NULL, on_persona_saved,
                                    g_object_ref (self));
}

static void
on_picture_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurImportDialog) self = data;
  LueurWardrobe *wardrobe = LUEUR_WARDROBE (source);
  g_autofree char *look = lueur_wardrobe_import_finish (wardrobe, result, NULL);
  g_autofree char *temporary = g_object_steal_data (G_OBJECT (self), "lueur-temporary");

  if (temporary != NULL)
    g_remove (temporary);
  /* A companion without its picture is better than none. */
  if (look != NULL)
    {
      g_autoptr (LueurLook) parsed = lueur_look_parse (look);

      self->kept_picture = g_build_filename (lueur_wardrobe_get_folder (wardrobe), parsed->rig, NULL);
      g_object_set (self->persona, "look", look, NULL);
    }
  save_persona (self);
}

static void
on_picture_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurImportDialog) self = data;
  GFile *file = G_FILE (source);

  if (!g_file_replace_contents_finish (file, result, NULL, NULL) || self->stack == NULL)
    {
      save_persona (self);
      return;
    }
  g_object_set_data_full (G_OBJECT (self), "lueur-temporary", g_file_get_path (file), g_free);
  lueur_wardrobe_import_async (lueur_wardrobe_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))), file, NULL,
                               on_picture_kept, g_object_ref (self));
}

/* Pictures of feelings where the card has them, else its one picture. */
static void
keep_picture (LueurImportDialog *self)
{
  g_autoptr (GBytes) sprites = lueur_card_make_sprites (self->read->card);
  g_autoptr (GBytes) bytes = sprites != NULL ? g_bytes_ref (sprites) : lueur_card_dup_picture (self->read->card);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL || *lueur_persona_get_look (self->persona) != '\0')
    {
      save_persona (self);
      return;
    }
  name = g_strdup_printf ("lueur-card-%08x.%s", g_random_int (), sprites != NULL ? "zip" : "png");
  file = g_file_new_build_filename (g_get_user_runtime_dir (), name, NULL);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_picture_written,
                                       g_object_ref (self));
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurImportDialog *self = LUEUR_IMPORT_DIALOG (widget);
  LueurSettings *settings = lueur_context_get_settings (self->context);

  if (self->read == NULL || self->persona != NULL)
    return;
  if (lueur_card_get_spec (self->read->card) == LUEUR_CARD_BOOK)
    {
      give_book (self);
      return;
    }
  self->persona = lueur_card_make_persona (self->read->card,
                                           lueur_settings_get_adulthood (settings) == LUEUR_ADULTHOOD_ADULT);
  if (self->persona == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "import.save", FALSE);
  keep_picture (self);
}

static void
on_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_another (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  adw_dialog_force_close (ADW_DIALOG (widget));
  gtk_widget_activate_action (window, "win.import-card", NULL);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_import_dialog_dispose (GObject *object)
{
  LueurImportDialog *self = LUEUR_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_IMPORT_DIALOG);
  self->stack = NULL;

  G_OBJECT_CLASS (lueur_import_dialog_parent_class)->dispose (object);
}

static void
lueur_import_dialog_finalize (GObject *object)
{
  LueurImportDialog *self = LUEUR_IMPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->read, read_free);
  g_clear_object (&self->persona);
  g_clear_object (&self->companion);
  g_clear_object (&self->context);
  g_free (self->basename);
  g_free (self->kept_picture);

  G_OBJECT_CLASS (lueur_import_dialog_parent_class)->finalize (object);
}

static void
lueur_import_dialog_class_init (LueurImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_import_dialog_finalize;
  signals[SAVED] = g_signal_new ("saved", LUEUR_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, LUEUR_TYPE_PERSONA);
  signals[GIVEN] = g_signal_new ("given", LUEUR_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, LUEUR_TYPE_PERSONA);
  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/library/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, concerns);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, asks);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, whose_group);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, whose);
  gtk_widget_class_bind_template_child (widget_class, LueurImportDialog, save);
  gtk_widget_class_install_action (widget_class, "import.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, on_cancel);
  gtk_widget_class_install_action (widget_class, "import.another", NULL, on_another);
}

static void
lueur_import_dialog_init (LueurImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save", FALSE);
}

static AdwDialog *
make (LueurContext *context, GFile *file, GBytes *bytes)
{
  Source *from = g_new0 (Source, 1);
  LueurImportDialog *self = g_object_new (LUEUR_TYPE_IMPORT_DIALOG, NULL);
  g_autoptr (GTask) task = NULL;

  self->context = g_object_ref (context);
  self->basename = file != NULL ? g_file_get_basename (file) : NULL;
  task = g_task_new (NULL, self->cancellable, on_read, g_object_ref (self));
  g_task_set_source_tag (task, lueur_import_dialog_new);
  g_task_set_check_cancellable (task, FALSE);
  from->file = file != NULL ? g_object_ref (file) : NULL;
  from->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_task_set_task_data (task, from, (GDestroyNotify) source_free);
  g_task_run_in_thread (task, run_read);
  return ADW_DIALOG (self);
}

AdwDialog *
lueur_import_dialog_new (LueurContext *context, GFile *file)
{
  return make (context, file, NULL);
}

AdwDialog *
lueur_import_dialog_new_for_bytes (LueurContext *context, GBytes *bytes)
{
  return make (context, NULL, bytes);
}

/**
 * lueur_import_dialog_set_companion:
 * @companion: whom a lorebook is probably for; of a card, this says nothing
 */
void
lueur_import_dialog_set_companion (LueurImportDialog *self, LueurPersona *companion)
{
  g_return_if_fail (LUEUR_IS_IMPORT_DIALOG (self));

  g_set_object (&self->companion, companion);
}
