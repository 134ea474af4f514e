/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window can be asked to do with the library: its pages, and what needs no question. */

#include "ui/direction.h"
#include "ui/library/actions-private.h"

#include <glib/gi18n.h>

#include "core/model/review.h"
#include "ui/error-text.h"
#include "ui/library/bin-page.h"
#include "ui/library/companion-page.h"
#include "ui/library/export.h"
#include "ui/library/persons-dialog.h"
#include "ui/library/review-dialog.h"
#include "ui/persona/wizard.h"
#include "ui/toast.h"

#define PAGE "library"

LueurLibrary *
lueur_actions_library (LueurWindow *self)
{
  return lueur_context_get_library (self->context);
}

/* The companion with @id, archived or not. (transfer full) (nullable) */
LueurPersona *
lueur_actions_find (LueurWindow *self, GVariant *parameter)
{
  GListModel *everyone = lueur_library_get_everyone (lueur_actions_library (self));
  gint64 id;

  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_INT64))
    id = g_variant_get_int64 (parameter);
  else
    g_variant_get_child (parameter, 0, "x", &id);
  for (guint i = 0; i < g_list_model_get_n_items (everyone); i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (everyone, i);

      if (lueur_persona_get_id (persona) == id)
        return g_steal_pointer (&persona);
    }
  return NULL;
}

void
lueur_actions_say (LueurWindow *self, const char *text)
{
  if (self->split != NULL)
    lueur_toast (GTK_WIDGET (self->toasts), text);
}

void
lueur_actions_say_error (LueurWindow *self, const GError *error)
{
  lueur_actions_say (self, lueur_error_text_for_error (error).sentence);
}

/* --- Pages -------------------------------------------------------------------------------------- */

LueurLibraryView *
lueur_actions_view (LueurWindow *self)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->states, PAGE);

  if (view == NULL)
    {
      view = lueur_library_view_new (self->context);
      gtk_stack_add_named (self->states, view, PAGE);
    }
  return LUEUR_LIBRARY_VIEW (view);
}

void
lueur_actions_show_library (LueurWindow *self)
{
  gtk_stack_set_visible_child_name (self->states, PAGE);
}

gboolean
lueur_library_is_shown (LueurWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), PAGE) == 0;
}

void
lueur_library_show (LueurWindow *self)
{
  LueurLibraryView *view = lueur_actions_view (self);

  gtk_stack_set_visible_child_name (self->states, PAGE);
  lueur_library_view_enter (view);
}

gboolean
lueur_library_find (LueurWindow *self)
{
  if (!lueur_library_is_shown (self))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (lueur_actions_view (self)), "library.search", NULL);
  return TRUE;
}

void
lueur_library_leave (LueurWindow *self)
{
  if (!lueur_library_is_shown (self))
    return;
  lueur_window_show_state (self);
}

static void
on_library (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  lueur_library_view_pop_all (lueur_actions_view (self));
  lueur_library_show (self);
}

/* One page back, and from the grid to the conversations. */
static void
on_leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  if (lueur_library_is_shown (self) && !lueur_library_view_pop (lueur_actions_view (self)))
    lueur_library_leave (self);
}

static void
on_bin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  if (!LUEUR_IS_BIN_PAGE (lueur_library_view_get_page (lueur_actions_view (self))))
    lueur_library_view_push (lueur_actions_view (self), lueur_bin_page_new (self->context));
  gtk_stack_set_visible_child_name (self->states, PAGE);
}

static void
on_companion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);
  g_autoptr (LueurPersona) persona = NULL;

  if (parameter != NULL)
    persona = lueur_actions_find (self, parameter);
  else if (open != NULL)
    persona = g_object_ref (lueur_conversation_get_persona (open));
  if (persona == NULL)
    return;
  lueur_library_view_pop_all (lueur_actions_view (self));
  lueur_library_view_push (lueur_actions_view (self), lueur_companion_page_new (self->context, persona));
  gtk_stack_set_visible_child_name (self->states, PAGE);
}

/* The page of somebody who is gone goes too. */
void
lueur_actions_forget_page (LueurWindow *self, LueurPersona *persona)
{
  AdwNavigationPage *page = lueur_library_view_get_page (lueur_actions_view (self));

  if (LUEUR_IS_COMPANION_PAGE (page) && lueur_companion_page_get_persona (LUEUR_COMPANION_PAGE (page)) == persona)
    lueur_library_view_pop_all (lueur_actions_view (self));
}

/* --- Saving what changed ------------------------------------------------------------------------ */

typedef struct
{
  LueurWindow *self;
  LueurPersona *persona;
  char *text;    /* (nullable): said when it is done, */
  gboolean undo; /* with a way back out of the archive */
} Saving;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_library_save_persona_finish (LUEUR_LIBRARY (source), result, &error))
    lueur_actions_say_error (saving->self, error);
  else if (saving->undo)
    lueur_toast_undo (GTK_WIDGET (saving->self->toasts), saving->text, "win.companion-archive",
                      g_variant_new_int64 (lueur_persona_get_id (saving->persona)));
  else if (saving->text != NULL)
    lueur_actions_say (saving->self, saving->text);
  g_object_unref (saving->self);
  g_object_unref (saving->persona);
  g_free (saving->text);
  g_free (saving);
}

static void
save (LueurWindow *self, LueurPersona *persona, const char *text, gboolean undo)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->undo = undo;
  saving->self = g_object_ref (self);
  saving->persona = g_object_ref (persona);
  saving->text = g_strdup (text);
  lueur_library_save_persona_async (lueur_actions_library (self), persona, NULL, on_saved, saving);
}

static void
save_copy (LueurWindow *self, LueurPersona *persona, LueurPersona *original, const char *text)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->persona = g_object_ref (persona);
  saving->text = g_strdup (text);
  lueur_library_save_copy_async (lueur_actions_library (self), persona, original, NULL, on_saved, saving);
}

void
lueur_actions_set_archived (LueurWindow *self, LueurPersona *persona, gboolean archived, const char *text)
{
  g_autoptr (LueurPersona) copy = lueur_persona_copy (persona);

  g_object_set (copy, "archived", archived, NULL);
  save (self, copy, text, archived && text != NULL);
}

/* --- Simple ones -------------------------------------------------------------------------------- */

static void
on_talk (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);

  if (persona == NULL)
    return;
  /* Whoever is talked to is not put away any more. */
  if (lueur_persona_get_archived (persona))
    lueur_actions_set_archived (self, persona, FALSE, NULL);
  lueur_library_leave (self);
  lueur_window_talk_to (self, persona);
}

static void
on_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);

  if (persona != NULL)
    adw_dialog_present (ADW_DIALOG (lueur_wizard_new (self->context, persona)), widget);
}

static void
on_duplicate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);
  g_autoptr (LueurPersona) copy = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (persona == NULL)
    return;
  copy = lueur_persona_copy (persona);
  /* Translators: the name of a companion that was made after another */
  name = g_strdup_printf (_("%s (copy)"), lueur_persona_get_name (persona));
  text = lueur_sentence (_("%s is in the library"), name);
  g_object_set (copy, "id", (gint64) 0, "name", name, "archived", FALSE, "used-at", (gint64) 0, "reviewed-at",
                (gint64) 0, NULL);
  save_copy (self, copy, persona, text);
}

static void
on_archive (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);
  g_autofree char *text = NULL;
  gboolean archived;

  if (persona == NULL)
    return;
  archived = !lueur_persona_get_archived (persona);
  /* Translators: %s is a companion's name */
  text = lueur_sentence (archived ? _("%s is in the archive") : _("%s is back from the archive"),
                         lueur_persona_get_name (persona));
  lueur_actions_set_archived (self, persona, archived, text);
}

static void
on_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);
  const char *container;

  g_variant_get_child (parameter, 1, "&s", &container);
  if (persona != NULL)
    lueur_export_companion (GTK_WIDGET (self->toasts), self->context, persona, container);
}

static void
on_review (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  g_autoptr (LueurPersona) persona = lueur_actions_find (self, parameter);

  if (persona != NULL)
    adw_dialog_present (lueur_review_dialog_new (self->context, persona), widget);
}

/* Offered once in a week at most, and never in the way: it goes by itself. */
#define OFFER_AGAIN (7 * G_TIME_SPAN_DAY)

/* Nobody is asked anything in the instant a conversation opens: milliseconds. */
#define OFFER_AFTER 2000

static void
on_offer_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  /* One that cannot be noted down is offered once more. */
  lueur_library_set_review_finish (LUEUR_LIBRARY (source), result, NULL);
}

typedef struct
{
  LueurWindow *self;
  LueurPersona *persona;
} Offer;

static void
on_offer_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Offer *offer = data;
  g_autoptr (LueurPersona) persona = offer->persona;
  g_autoptr (LueurWindow) self = offer->self;
  g_autoptr (LueurReviewRow) row = lueur_library_read_review_finish (LUEUR_LIBRARY (source), result, NULL);
  gint64 now;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (row == NULL || self->split == NULL || row->n_days < LUEUR_REVIEW_DAYS || row->answered_at != 0)
    return;
  now = lueur_clock_get_wall (lueur_context_get_clock (self->context));
  if (row->wait_until > now)
    return;
  /* Translators: %s is a companion's name */
  text = lueur_sentence (_("You have talked with %s on several days. What works, and what doesn’t?"),
                         lueur_persona_get_name (persona));
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 15);
  adw_toast_set_button_label (toast, _("_Answer"));
  adw_toast_set_action_name (toast, "win.companion-review");
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (lueur_persona_get_id (persona)));
  adw_toast_overlay_add_toast (self->toasts, toast);
  lueur_library_set_review_async (lueur_actions_library (self), persona, row->works, row->bothers, 0, now + OFFER_AGAIN, NULL,
                                  on_offer_kept, NULL);
}

static void
offer_now (gpointer data)
{
  LueurWindow *self = LUEUR_WINDOW (data);
  LueurConversation *conversation = lueur_chat_view_get_conversation (self->chat);
  Offer *offer;

  self->offer = 0;
  if (conversation == NULL)
    return;
  offer = g_new0 (Offer, 1);
  offer->self = g_object_ref (self);
  offer->persona = g_object_ref (lueur_conversation_get_persona (conversation));
  lueur_library_read_review_async (lueur_actions_library (self), offer->persona, NULL, on_offer_read, offer);
}

void
lueur_library_offer_review (LueurWindow *self)
{
  g_clear_handle_id (&self->offer, g_source_remove);
  self->offer = g_timeout_add_once (OFFER_AFTER, offer_now, self);
  g_source_set_name_by_id (self->offer, "lueur-offer-review");
}

static void
on_persons (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurWindow *self = LUEUR_WINDOW (widget);
  gboolean here = g_str_has_suffix (action, "here");

  adw_dialog_present (lueur_persons_dialog_new (self->context,
                                                here ? lueur_chat_view_get_conversation (self->chat) : NULL),
                      widget);
}

void
lueur_library_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.library", NULL, on_library);
  gtk_widget_class_install_action (widget_class, "win.leave-library", NULL, on_leave);
  gtk_widget_class_install_action (widget_class, "win.bin", NULL, on_bin);
  gtk_widget_class_install_action (widget_class, "win.companion", "x", on_companion);
  gtk_widget_class_install_action (widget_class, "win.companion-here", NULL, on_companion);
  gtk_widget_class_install_action (widget_class, "win.companion-talk", "x", on_talk);
  gtk_widget_class_install_action (widget_class, "win.companion-edit", "x", on_edit);
  gtk_widget_class_install_action (widget_class, "win.companion-duplicate", "x", on_duplicate);
  gtk_widget_class_install_action (widget_class, "win.companion-archive", "x", on_archive);
  gtk_widget_class_install_action (widget_class, "win.companion-review", "x", on_review);
  gtk_widget_class_install_action (widget_class, "win.persons", NULL, on_persons);
  gtk_widget_class_install_action (widget_class, "win.person-here", NULL, on_persons);
  gtk_widget_class_install_action (widget_class, "win.companion-export", "(xs)", on_export);
  lueur_actions_install_archive (widget_class);
  lueur_actions_install_coming_in (widget_class);
  lueur_actions_install_asking (widget_class);
  lueur_actions_install_books (widget_class);
}
