/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How to begin: one sentence, step by step, a ready companion, a card. */

#include "ui/persona/pages.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/provider/open.h"
#include "core/wish/wish-model.h"
#include "ui/persona/text-row.h"
#include "ui/waiting.h"

struct _LueurPageStart
{
  LueurWizardPage parent_instance;

  LueurTextRow *sentence_row;
  AdwActionRow *busy_row;
  GtkWidget *read_row;
  guint frames; /* since it is shown */
  GCancellable *cancellable; /* NULL while nothing is being read */
};

enum
{
  SIGNAL_WISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurPageStart, lueur_page_start, LUEUR_TYPE_WIZARD_PAGE)

static gboolean
has_words (LueurPageStart *self, const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *bare != '\0';
}

static gboolean
asks_model (LueurPageStart *self)
{
  LueurContext *context = lueur_wizard_page_get_context (LUEUR_WIZARD_PAGE (self));

  return !lueur_provider_is_scripted (lueur_context_get_settings (context));
}

/* That it gets on, as nobody knows how long the answer will be. */
static void
on_progress (gsize n_bytes, gpointer data)
{
  LueurPageStart *self = data;
  g_autofree char *text = NULL;
  guint n = (guint) MIN (n_bytes, G_MAXINT);

  if (self->busy_row == NULL)
    return;
  text = g_strdup_printf (ngettext ("The model answers: %u letter so far", "The model answers: %u letters so far", n), n);
  adw_action_row_set_subtitle (self->busy_row, text);
}

static void
set_busy (LueurPageStart *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->busy_row), busy);
  adw_action_row_set_subtitle (self->busy_row, busy && asks_model (self) ? _("The connected model is asked, too.") : "");
  gtk_widget_set_visible (self->read_row, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sentence_row), !busy);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurPageStart) self = data;
  g_autoptr (LueurWish) wish = lueur_wish_ask_finish (LUEUR_CONTEXT (source), result, NULL, NULL);

  g_clear_object (&self->cancellable);
  /* Closed in the meantime. */
  if (self->busy_row == NULL)
    return;
  set_busy (self, FALSE);
  if (wish != NULL)
    g_signal_emit (self, signals[SIGNAL_WISHED], 0, wish);
}

static void
on_read (LueurPageStart *self)
{
  g_autofree char *sentence = NULL;

  g_object_get (self->sentence_row, "text", &sentence, NULL);
  if (self->cancellable != NULL || !has_words (self, sentence))
    return;
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  lueur_wish_ask_async (lueur_wizard_page_get_context (LUEUR_WIZARD_PAGE (self)), sentence, lueur_language_get_default (),
                        self->cancellable, on_progress, self, on_answered, g_object_ref (self));
}

static void
on_cancel (LueurPageStart *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* --- The object --------------------------------------------------------------------------------- */

/* The page opens with the focus on the sentence and its own beginning in sight: the focus alone would scroll it. */
static gboolean
on_shown (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  LueurPageStart *self = LUEUR_PAGE_START (widget);

  if (self->frames++ == 0)
    {
      gtk_widget_grab_focus (lueur_page_start_get_entry (self));
      return G_SOURCE_CONTINUE;
    }
  adw_preferences_page_scroll_to_top (ADW_PREFERENCES_PAGE (adw_bin_get_child (ADW_BIN (widget))));
  return self->frames < 4 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
lueur_page_start_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lueur_page_start_parent_class)->map (widget);
  LUEUR_PAGE_START (widget)->frames = 0;
  gtk_widget_add_tick_callback (widget, on_shown, NULL, NULL);
}

static void
lueur_page_start_dispose (GObject *object)
{
  LueurPageStart *self = LUEUR_PAGE_START (object);

  on_cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_PAGE_START);

  G_OBJECT_CLASS (lueur_page_start_parent_class)->dispose (object);
}

static void
lueur_page_start_finalize (GObject *object)
{
  g_clear_object (&LUEUR_PAGE_START (object)->cancellable);

  G_OBJECT_CLASS (lueur_page_start_parent_class)->finalize (object);
}

static void
lueur_page_start_class_init (LueurPageStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_page_start_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_page_start_finalize;
  widget_class->map = lueur_page_start_map;

  /**
   * LueurPageStart::wished:
   * @wish: (type gpointer): a LueurWish, for the time of the call
   */
  signals[SIGNAL_WISHED] = g_signal_new ("wished", LUEUR_TYPE_PAGE_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (LUEUR_TYPE_TEXT_ROW);
  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/page-start.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurPageStart, sentence_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPageStart, busy_row);
  gtk_widget_class_bind_template_child (widget_class, LueurPageStart, read_row);
  gtk_widget_class_bind_template_callback (widget_class, has_words);
  gtk_widget_class_bind_template_callback (widget_class, on_read);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
lueur_page_start_init (LueurPageStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lueur_page_start_get_entry:
 *
 * Returns: (transfer none): what takes the focus where the sentence is written
 */
GtkWidget *
lueur_page_start_get_entry (LueurPageStart *self)
{
  return lueur_text_row_get_view (self->sentence_row);
}

/**
 * lueur_page_start_stop:
 *
 * Leaves alone what is being read of the sentence: no "wished" comes of it. The sentence stays.
 */
void
lueur_page_start_stop (LueurPageStart *self)
{
  on_cancel (self);
}
