/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/preferences/model-page.h"

#include <glib/gi18n.h>

#include "core/net/endpoint.h"
#include "core/provider/open.h"
#include "ui/cramped.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/waiting.h"

struct _LueurModelPage
{
  AdwPreferencesPage parent_instance;

  AdwComboRow *source_row;
  AdwEntryRow *url_row;
  AdwEntryRow *key_row;
  GtkWidget *model_group;
  GtkWidget *advanced_group;
  AdwEntryRow *model_row;
  GtkWidget *model_button;
  GtkPopover *model_popover;
  GtkEditable *model_search;
  GtkListView *model_list;
  GtkWidget *no_model;
  AdwActionRow *status_row;
  GtkWidget *spinner;
  GtkWidget *test_button;
  GtkAdjustment *temperature;
  GtkAdjustment *reply_tokens;
  GtkAdjustment *context_tokens;

  LueurContext *context;
  GtkStringList *models;
  GCancellable *cancellable; /* of the list that is being fetched */
  gboolean updating;         /* rows follow the settings: not the person's doing */
};

G_DEFINE_FINAL_TYPE (LueurModelPage, lueur_model_page, ADW_TYPE_PREFERENCES_PAGE)

/* In the order of the combo row; the addresses are those the programs listen on unless told otherwise. */
enum
{
  SOURCE_ECHO,
  SOURCE_OLLAMA,
  SOURCE_LM_STUDIO,
  SOURCE_LLAMA_CPP,
  SOURCE_OTHER,
};

static const char *const source_urls[] = {
  [SOURCE_ECHO] = "",
  [SOURCE_OLLAMA] = "http://127.0.0.1:11434/v1",
  [SOURCE_LM_STUDIO] = "http://127.0.0.1:1234/v1",
  [SOURCE_LLAMA_CPP] = "http://127.0.0.1:8080/v1",
};

static LueurSettings *
get_settings (LueurModelPage *self)
{
  return lueur_context_get_settings (self->context);
}

static guint
find_source (const char *url)
{
  for (guint i = 0; i < G_N_ELEMENTS (source_urls); i++)
    if (g_strcmp0 (url, source_urls[i]) == 0)
      return i;
  return SOURCE_OTHER;
}

static void
show_status (LueurModelPage *self, const char *text, gboolean failed)
{
  adw_action_row_set_subtitle (self->status_row, text);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_row), "error");
  /* Said once, when the answer is there; the row is beside what the person just used. */
  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_busy (LueurModelPage *self, gboolean busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_button_set_label (GTK_BUTTON (self->test_button), busy ? _("_Cancel") : _("_Try"));
}

static void
set_models (LueurModelPage *self, const char *const *names)
{
  gtk_string_list_splice (self->models, 0, g_list_model_get_n_items (G_LIST_MODEL (self->models)), names);
  gtk_widget_set_sensitive (self->model_button, names != NULL && names[0] != NULL);
}

static void
show_error (LueurModelPage *self, const GError *error)
{
  LueurErrorText text = lueur_error_text_for_error (error);
  g_autofree char *both = g_strdup_printf ("%s\n%s", text.sentence, text.hint);

  show_status (self, both, TRUE);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurModelPage) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = lueur_provider_list_models_finish (LUEUR_PROVIDER (source), result, &error);
  g_autofree char *text = NULL;
  guint n;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
  if (names == NULL)
    {
      set_models (self, NULL);
      show_error (self, error);
      return;
    }

  n = g_strv_length (names);
  set_models (self, (const char *const *) names);
  if (n == 0)
    {
      show_status (self, _("The server answers, but has no model to offer yet."), TRUE);
      return;
    }
  /* With one model there is nothing to choose. */
  if (n == 1 && *lueur_settings_get_model (get_settings (self)) == '\0')
    g_object_set (get_settings (self), "model", names[0], NULL);
  text = g_strdup_printf (ngettext ("It works: %u model to choose from.", "It works: %u models to choose from.", n), n);
  show_status (self, text, FALSE);
}

static void
on_key_for_list (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurModelPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = lueur_secrets_lookup_finish (LUEUR_SECRETS (source), result, &error);
  g_autoptr (LueurProvider) provider = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  provider = lueur_provider_new_for (lueur_context_get_net (self->context),
                                     lueur_settings_get_base_url (get_settings (self)), key);
  lueur_provider_list_models_async (provider, self->cancellable, on_listed, g_object_ref (self));
}

static void
stop_listing (LueurModelPage *self)
{
  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      adw_action_row_set_subtitle (self->status_row, _("Not asked yet"));
    }
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
}

static void
list_models (LueurModelPage *self)
{
  const char *url = lueur_settings_get_base_url (get_settings (self));

  stop_listing (self);
  if (*url == '\0')
    return;
  if (!lueur_endpoint_is_local (url) && !lueur_settings_has_consent (get_settings (self), url))
    {
      show_status (self, _("Nothing is sent there before you agree to it."), TRUE);
      return;
    }
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  /* Shown, and not spoken: the answer will be. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->status_row), "error");
  adw_action_row_set_subtitle (self->status_row, _("Asking the server…"));
  lueur_secrets_lookup_async (lueur_context_get_secrets (self->context), url, self->cancellable, on_key_for_list,
                              g_object_ref (self));
}

static void
on_consent_answer (AdwAlertDialog *dialog, const char *response, LueurModelPage *self)
{
  const char *url = g_object_get_data (G_OBJECT (dialog), "url");

  if (g_strcmp0 (response, "agree") != 0)
    {
      show_status (self, _("Nothing is sent there before you agree to it."), FALSE);
      return;
    }
  lueur_settings_set_consent (get_settings (self), url, TRUE);
  list_models (self);
}

/* A server that is not this computer: named, with what it would get. Asked once a host, taken back on the privacy page. */
static void
ask_consent (LueurModelPage *self, const char *url)
{
  g_autofree char *host = lueur_endpoint_get_host (url);
  g_autofree char *body = NULL;
  /* The name goes into the text, which wraps: a heading does not. */
  AdwDialog *dialog = adw_alert_dialog_new (_("Send Messages There?"), NULL);

  body = lueur_sentence (_("%s is not this computer. With each message it gets the conversation so far, your "
                           "companion’s description, what you wrote about yourself, and your key if it wants one. "
                           "What it does with them is up to that server. Lueur sends nothing to anybody else."),
                         host);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Not Now"), "agree", _("_Agree"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "url", g_strdup (url), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_consent_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
use_url (LueurModelPage *self, const char *url)
{
  LueurSettings *settings = get_settings (self);

  /* Another server has other models. */
  if (g_strcmp0 (lueur_settings_get_base_url (settings), url) != 0)
    {
      stop_listing (self);
      set_models (self, NULL);
      g_object_set (settings, "model", "", "base-url", url, NULL);
    }
  if (*url == '\0')
    return;
  if (lueur_endpoint_is_local (url) || lueur_settings_has_consent (settings, url))
    list_models (self);
  else
    ask_consent (self, url);
}

static void
update_rows (LueurModelPage *self)
{
  const char *url = lueur_settings_get_base_url (get_settings (self));
  guint source = adw_combo_row_get_selected (self->source_row);

  gtk_widget_set_visible (GTK_WIDGET (self->url_row), source != SOURCE_ECHO);
  gtk_widget_set_visible (GTK_WIDGET (self->key_row), source == SOURCE_OTHER);
  gtk_widget_set_visible (self->model_group, *url != '\0');
  gtk_widget_set_visible (self->advanced_group, *url != '\0');
}

static void
follow_settings (LueurModelPage *self)
{
  LueurSettings *settings = get_settings (self);
  const char *url = lueur_settings_get_base_url (settings);
  guint source = find_source (url);

  self->updating = TRUE;
  /* “Another server” stays chosen while its address is still being typed. */
  if (*url != '\0' || adw_combo_row_get_selected (self->source_row) != SOURCE_OTHER)
    adw_combo_row_set_selected (self->source_row, source);
  gtk_editable_set_text (GTK_EDITABLE (self->url_row), url);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->model_row)), lueur_settings_get_model (settings)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->model_row), lueur_settings_get_model (settings));
  self->updating = FALSE;
  update_rows (self);
}

static void
on_source_selected (LueurModelPage *self)
{
  guint source = adw_combo_row_get_selected (self->source_row);

  if (self->updating || self->context == NULL)
    return;
  if (source < G_N_ELEMENTS (source_urls))
    {
      use_url (self, source_urls[source]);
      follow_settings (self);
      return;
    }
  update_rows (self);
  gtk_editable_set_text (GTK_EDITABLE (self->url_row), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->url_row));
}

static void
on_url_applied (LueurModelPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = lueur_endpoint_normalize (gtk_editable_get_text (GTK_EDITABLE (self->url_row)), &error);

  if (url == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->url_row), "error");
      gtk_widget_set_visible (self->model_group, TRUE);
      show_error (self, error);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->url_row), "error");
  use_url (self, url);
  follow_settings (self);
}

static void
on_key_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurModelPage) self = data;
  LueurSecrets *secrets = LUEUR_SECRETS (source);

  lueur_secrets_store_finish (secrets, result, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->key_row), "");
  if (!lueur_secrets_get_persistent (secrets))
    {
      show_status (self, _("No keyring answers here, so the key is kept only until Lueur is closed."), FALSE);
      return;
    }
  list_models (self);
}

static void
on_key_applied (LueurModelPage *self)
{
  lueur_secrets_store_async (lueur_context_get_secrets (self->context),
                             lueur_settings_get_base_url (get_settings (self)),
                             gtk_editable_get_text (GTK_EDITABLE (self->key_row)), NULL, on_key_stored,
                             g_object_ref (self));
}

static void
on_model_applied (LueurModelPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->model_row))));

  g_object_set (get_settings (self), "model", name, NULL);
}

static void
on_model_picked (LueurModelPage *self, guint position)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->model_list));
  g_autoptr (GtkStringObject) item = g_list_model_get_item (shown, position);

  if (item == NULL)
    return;
  g_object_set (get_settings (self), "model", gtk_string_object_get_string (item), NULL);
  gtk_popover_popdown (self->model_popover);
}

static void
on_test (LueurModelPage *self)
{
  const char *url = lueur_settings_get_base_url (get_settings (self));

  if (self->cancellable != NULL)
    stop_listing (self);
  else if (lueur_endpoint_is_local (url) || lueur_settings_has_consent (get_settings (self), url))
    list_models (self);
  else
    ask_consent (self, url);
}

static void
on_setup_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A search that finds nothing says so. */
static void
on_filtered (LueurModelPage *self, guint position, guint removed, guint added, GListModel *models)
{
  gtk_widget_set_visible (self->no_model, g_list_model_get_n_items (models) == 0);
}

static void
make_model_list (LueurModelPage *self)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkStringFilter *filter = gtk_string_filter_new (name);
  GtkFilterListModel *filtered;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->models = gtk_string_list_new (NULL);
  g_object_bind_property (self->model_search, "text", filter, "search", G_BINDING_SYNC_CREATE);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->models)), GTK_FILTER (filter));
  selection = gtk_no_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_item), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_item), NULL);
  gtk_list_view_set_factory (self->model_list, factory);
  gtk_list_view_set_model (self->model_list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (filtered, "items-changed", G_CALLBACK (on_filtered), self, G_CONNECT_SWAPPED);
  g_object_unref (factory);
}

static void
lueur_model_page_dispose (GObject *object)
{
  LueurModelPage *self = LUEUR_MODEL_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->models);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_MODEL_PAGE);

  G_OBJECT_CLASS (lueur_model_page_parent_class)->dispose (object);
}

static void
lueur_model_page_class_init (LueurModelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_model_page_dispose;

  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/preferences/model-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, LueurModelPage, name)
  CHILD (source_row);
  CHILD (url_row);
  CHILD (key_row);
  CHILD (model_group);
  CHILD (advanced_group);
  CHILD (model_row);
  CHILD (model_button);
  CHILD (model_popover);
  CHILD (model_search);
  CHILD (model_list);
  CHILD (no_model);
  CHILD (status_row);
  CHILD (spinner);
  CHILD (test_button);
  CHILD (temperature);
  CHILD (reply_tokens);
  CHILD (context_tokens);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_source_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_url_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_key_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_model_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_model_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_test);
}

static void
lueur_model_page_init (LueurModelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_cramped_stack_rows (GTK_WIDGET (self));
  lueur_direction_keep_ltr (GTK_EDITABLE (self->url_row));
  lueur_direction_keep_ltr (GTK_EDITABLE (self->key_row));
  lueur_direction_keep_ltr (GTK_EDITABLE (self->model_row));
  make_model_list (self);
}

/**
 * lueur_model_page_set_context:
 * @context: the services; set once
 *
 * Binds the rows, and lists the models of the server in force.
 */
void
lueur_model_page_set_context (LueurModelPage *self, LueurContext *context)
{
  LueurSettings *settings = lueur_context_get_settings (context);
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_object_bind_property (settings, "temperature", self->temperature, "value", flags);
  g_object_bind_property (settings, "reply-tokens", self->reply_tokens, "value", flags);
  g_object_bind_property (settings, "context-tokens", self->context_tokens, "value", flags);
  g_signal_connect_object (settings, "notify::base-url", G_CALLBACK (follow_settings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::model", G_CALLBACK (follow_settings), self, G_CONNECT_SWAPPED);
  follow_settings (self);
  list_models (self);
}
