/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/bin-page.h"

#include <glib/gi18n.h>

#include "ui/chat/thumbnail.h"
#include "ui/closures.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/foot-button.h"
#include "ui/toast.h"
#include "ui/waiting.h"

struct _LueurBinPage
{
  AdwNavigationPage parent_instance;

  LueurContext *context;
  GListModel *items; /* (nullable): of LueurBinItem, once they are read */
  int at;            /* the row that is being taken out; -1 for none */

  AdwHeaderBar *bar;
  GtkWidget *empty;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LueurBinPage, lueur_bin_page, ADW_TYPE_NAVIGATION_PAGE)

static void load (LueurBinPage *self);

static LueurLibrary *
library (LueurBinPage *self)
{
  return lueur_context_get_library (self->context);
}

/* --- Rows --------------------------------------------------------------------------------------- */

static char *
title_of (LueurBinItem *item)
{
  const char *name = lueur_persona_get_name (lueur_bin_item_get_persona (item));
  const char *title = lueur_bin_item_get_title (item);

  switch (lueur_bin_item_get_kind (item))
    {
    case LUEUR_KIND_PERSONA:
      return g_strdup (*name != '\0' ? name : _("No name"));
    case LUEUR_KIND_CONVERSATION:
      return lueur_closure_title (NULL, title, name);
    case LUEUR_KIND_MESSAGE:
    case LUEUR_KIND_PERSON:
    default:
      /* Translators: a message, quoted */
      return lueur_sentence (_("“%s”"), title);
    }
}

static char *
kind_of (LueurBinItem *item)
{
  const char *name = lueur_persona_get_name (lueur_bin_item_get_persona (item));
  guint n = lueur_bin_item_get_n (item);

  switch (lueur_bin_item_get_kind (item))
    {
    case LUEUR_KIND_PERSONA:
      if (n == 0)
        return g_strdup (_("Companion"));
      return g_strdup_printf (ngettext ("Companion, with %u conversation", "Companion, with %u conversations", n), n);
    case LUEUR_KIND_CONVERSATION:
      /* Translators: a deleted conversation: with whom, how long */
      return lueur_sentence (ngettext ("Conversation with %s, %u message", "Conversation with %s, %u messages", n),
                             name, n);
    case LUEUR_KIND_MESSAGE:
    case LUEUR_KIND_PERSON:
    default:
      if (n <= 1)
        return lueur_sentence (_("Message in a conversation with %s"), name);
      /* Translators: a deleted message and those that followed it */
      return lueur_sentence (ngettext ("Message in a conversation with %s, and %u more after it",
                                       "Message in a conversation with %s, and %u more after it", n - 1),
                             name, n - 1);
    }
}

/* A day within a sentence. (transfer full) */
static char *
tell_date (gint64 when, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (when);
  g_autoptr (GDateTime) date = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  /* Translators: a day within a sentence, as in “deleted on Monday, 3 March” */
  return date != NULL ? lueur_format_date (date, C_("day within a sentence", "%A, %-e %B")) : g_strdup ("–");
}

static char *
describe (LueurBinPage *self, LueurBinItem *item)
{
  LueurClock *clock = lueur_context_get_clock (self->context);
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (clock);
  gint64 now = lueur_clock_get_wall (clock);
  g_autofree char *kind = kind_of (item);
  gint64 deleted_at = lueur_bin_item_get_deleted_at (item);
  guint today = lueur_day_number (now, zone), day = lueur_day_number (deleted_at, zone);
  gint64 left = (lueur_bin_item_get_ends_at (item) - now + G_TIME_SPAN_DAY - 1) / G_TIME_SPAN_DAY;
  guint days = CLAMP (left, 0, 30);
  g_autofree char *date = NULL;

  if (day == today && days > 0)
    /* Translators: what it was; days until it is erased */
    return lueur_sentence (ngettext ("%s\nDeleted today, erased in %u day", "%s\nDeleted today, erased in %u days", days),
                           kind, days);
  if (day + 1 == today && days > 0)
    /* Translators: what it was; days until it is erased */
    return lueur_sentence (ngettext ("%s\nDeleted yesterday, erased in %u day", "%s\nDeleted yesterday, erased in %u days", days),
                           kind, days);
  date = tell_date (deleted_at, zone);
  if (days == 0)
    /* Translators: what it was, and a day within a sentence ("Monday, 3 March") */
    return lueur_sentence (_("%s\nDeleted on %s, erased at the next start"), kind, date);
  /* Translators: what it was, a day within a sentence ("Monday, 3 March"), days until it is erased */
  return lueur_sentence (ngettext ("%s\nDeleted on %s, erased in %u day", "%s\nDeleted on %s, erased in %u days", days),
                         kind, date, days);
}

static GtkWidget *
make_button (const char *icon, const char *tooltip, const char *name, const char *action, guint position)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a screen reader says of a button: what it does, to what */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), tooltip, name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", position);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_row (LueurBinPage *self, LueurBinItem *item, guint position)
{
  GtkWidget *row = adw_action_row_new (), *face = lueur_thumbnail_new (40);
  g_autofree char *title = title_of (item);
  g_autofree char *subtitle = describe (self, item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  lueur_thumbnail_set_persona (LUEUR_THUMBNAIL (face), lueur_bin_item_get_persona (item));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), face);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button ("edit-undo-symbolic", _("Restore"), title, "bin.restore", position));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button ("user-trash-symbolic", _("Erase Now"), title, "bin.erase", position));
  return row;
}

/* The row that the focus is in; -1 for none. */
static int
find_focus (LueurBinPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

static void
fill (LueurBinPage *self)
{
  guint n = g_list_model_get_n_items (self->items);
  int focus = self->at >= 0 ? self->at : find_focus (self);

  self->at = -1;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurBinItem) item = g_list_model_get_item (self->items, i);

      gtk_list_box_append (self->list, make_row (self, item, i));
    }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bin.empty", n > 0);
  /* Whoever took one out is at the one that came into its place. */
  if (focus >= 0 && n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (focus, (int) n - 1))));
}

/* --- Reading ------------------------------------------------------------------------------------ */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurBinPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items = lueur_library_read_bin_finish (LUEUR_LIBRARY (source), result, &error);

  if (self->stack == NULL)
    return;
  if (items == NULL)
    {
      adw_status_page_set_description (self->failed, lueur_error_text_for_reading (error));
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_set_object (&self->items, items);
  fill (self);
}

static void
load (LueurBinPage *self)
{
  if (self->items == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  lueur_library_read_bin_async (library (self), NULL, on_read, g_object_ref (self));
}

static void
on_reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load (LUEUR_BIN_PAGE (widget));
}

/* --- Taking back, erasing ----------------------------------------------------------------------- */

static LueurBinItem *
item_at (LueurBinPage *self, GVariant *position)
{
  return self->items != NULL ? g_list_model_get_item (self->items, g_variant_get_int32 (position)) : NULL;
}

static void
done (LueurBinPage *self, const GError *error, const char *text)
{
  if (self->stack == NULL)
    return;
  lueur_toast (GTK_WIDGET (self), error != NULL ? lueur_error_text_for_error (error).sentence : text);
  load (self);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurBinPage) self = data;
  g_autoptr (GError) error = NULL;

  lueur_library_restore_item_finish (LUEUR_LIBRARY (source), result, &error);
  done (self, error, _("Restored"));
}

static void
on_restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurBinPage *self = LUEUR_BIN_PAGE (widget);
  g_autoptr (LueurBinItem) item = item_at (self, parameter);

  if (item == NULL)
    return;
  self->at = g_variant_get_int32 (parameter);
  lueur_library_restore_item_async (library (self), item, NULL, on_restored, g_object_ref (self));
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurBinPage) self = data;
  g_autoptr (GError) error = NULL;

  lueur_library_erase_item_finish (LUEUR_LIBRARY (source), result, &error);
  done (self, error, _("Erased for good"));
}

static void
on_erase_answer (AdwAlertDialog *dialog, const char *response, LueurBinPage *self)
{
  LueurBinItem *item = g_object_get_data (G_OBJECT (dialog), "lueur-item");

  if (!g_str_equal (response, "erase"))
    return;
  self->at = find_focus (self);
  lueur_library_erase_item_async (library (self), item, NULL, on_erased, g_object_ref (self));
}

static void
on_erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurBinPage *self = LUEUR_BIN_PAGE (widget);
  g_autoptr (LueurBinItem) item = item_at (self, parameter);
  g_autofree char *title = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (item == NULL)
    return;
  title = title_of (item);
  kind = kind_of (item);
  /* Translators: what is erased: its name, what it is */
  body = lueur_sentence (_("%s\n%s\nNothing of it stays on this computer. This cannot be undone."), title, kind);
  dialog = adw_alert_dialog_new (_("Erase for Good?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "lueur-item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_erase_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

static void
on_emptied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurBinPage) self = data;
  g_autoptr (GError) error = NULL;

  lueur_library_empty_bin_finish (LUEUR_LIBRARY (source), result, &error);
  done (self, error, _("The bin is empty"));
}

static void
on_empty_answer (AdwAlertDialog *dialog, const char *response, LueurBinPage *self)
{
  if (g_str_equal (response, "empty"))
    lueur_library_empty_bin_async (library (self), NULL, on_emptied, g_object_ref (self));
}

static void
on_empty (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurBinPage *self = LUEUR_BIN_PAGE (widget);
  guint n = self->items != NULL ? g_list_model_get_n_items (self->items) : 0;
  g_autofree char *body = g_strdup_printf (ngettext ("%u item will be erased for good. This cannot be undone.",
                                                     "%u items will be erased for good. This cannot be undone.", n),
                                           n);
  AdwDialog *dialog = adw_alert_dialog_new (_("Empty the Bin?"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "empty", _("_Empty"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "empty", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_empty_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_bin_page_dispose (GObject *object)
{
  LueurBinPage *self = LUEUR_BIN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_BIN_PAGE);
  g_clear_object (&self->items);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_bin_page_parent_class)->dispose (object);
}

/* Keys must not be lost on a page that has just come: in time, where it is mapped with others, nothing has the focus. */
static gboolean
take_focus (gpointer data)
{
  GtkWidget *widget = data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_mapped (widget) && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
lueur_bin_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lueur_bin_page_parent_class)->map (widget);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_focus, g_object_ref (widget), g_object_unref);
}

static void
lueur_bin_page_class_init (LueurBinPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_bin_page_dispose;
  widget_class->map = lueur_bin_page_map;
  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/library/bin-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurBinPage, bar);
  gtk_widget_class_bind_template_child (widget_class, LueurBinPage, empty);
  gtk_widget_class_bind_template_child (widget_class, LueurBinPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurBinPage, failed);
  gtk_widget_class_bind_template_child (widget_class, LueurBinPage, list);
  gtk_widget_class_install_action (widget_class, "bin.reload", NULL, on_reload);
  gtk_widget_class_install_action (widget_class, "bin.empty", NULL, on_empty);
  gtk_widget_class_install_action (widget_class, "bin.restore", "i", on_restore);
  gtk_widget_class_install_action (widget_class, "bin.erase", "i", on_erase);
}

static void
lueur_bin_page_init (LueurBinPage *self)
{
  self->at = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_foot_button_add (ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self))), self->bar, self->empty, GTK_PACK_END);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bin.empty", FALSE);
  g_signal_connect (self, "showing", G_CALLBACK (load), NULL);
}

AdwNavigationPage *
lueur_bin_page_new (LueurContext *context)
{
  LueurBinPage *self = g_object_new (LUEUR_TYPE_BIN_PAGE, NULL);

  self->context = g_object_ref (context);
  return ADW_NAVIGATION_PAGE (self);
}
