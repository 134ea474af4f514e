/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/ready-dialog.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/model/ready.h"
#include "ui/avatar/avatar.h"
#include "ui/direction.h"
#include "ui/library/face.h"
#include "ui/library/words.h"
#include "ui/open-at-top.h"
#include "ui/waiting.h"
#include "ui/window.h"

struct _LueurReadyDialog
{
  AdwDialog parent_instance;

  LueurContext *context;
  GCancellable *cancellable;
  GListModel *all; /* (nullable): of LueurReady */
  LueurPersona *chosen; /* (nullable): on the page on top */

  AdwNavigationView *pages;
  GtkStack *stack;
  GtkFlowBox *list;
};

enum
{
  CHOSEN,
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurReadyDialog, lueur_ready_dialog, ADW_TYPE_DIALOG)

/* Below each other in a narrow window with large text, as nothing fits beside anything there. */
static gboolean
turn (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_enum (to, g_value_get_boolean (from) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  return TRUE;
}

static void
turn_with_window (LueurReadyDialog *self, GtkWidget *box)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (LUEUR_IS_WINDOW (root))
    g_object_bind_property_full (root, "cramped", box, "orientation", G_BINDING_SYNC_CREATE, turn, NULL, NULL, NULL);
}

static GtkWidget *
make_label (const char *text, const char *class, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  if (lines > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_card (gpointer item, gpointer data)
{
  LueurReady *ready = LUEUR_READY (item);
  LueurPersona *persona = lueur_ready_get_persona (ready);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *face = lueur_face_tile_new (96, 116), *line = make_label (lueur_ready_get_line (ready), NULL, 0);
  g_autofree char *relation = lueur_words_relation (persona);
  g_autofree char *label = NULL;

  lueur_face_tile_set_persona (LUEUR_FACE_TILE (face), persona);
  lueur_face_tile_set_seen (LUEUR_FACE_TILE (face), TRUE);
  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (lueur_persona_get_name (persona), "heading", 1));
  gtk_box_append (GTK_BOX (words), make_label (relation, "caption", 0));
  gtk_box_append (GTK_BOX (words), line);
  gtk_box_append (GTK_BOX (box), face);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "ready-card");
  lueur_direction_follow (line);
  turn_with_window (LUEUR_READY_DIALOG (data), box);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  /* Translators: what a screen reader says of a ready companion: name, what they are, a sentence */
  label = g_strdup_printf (_("%s, %s. %s"), lueur_persona_get_name (persona), relation, lueur_ready_get_line (ready));
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return child;
}

/* --- One of them -------------------------------------------------------------------------------- */

static void
give (LueurReadyDialog *self, guint signal)
{
  g_autoptr (LueurPersona) copy = lueur_persona_copy (self->chosen);
  g_autoptr (LueurReadyDialog) alive = g_object_ref (self);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[signal], 0, copy);
}

static void
on_adult_answer (AdwAlertDialog *dialog, const char *response, LueurReadyDialog *self)
{
  if (!g_str_equal (response, "adult"))
    return;
  lueur_settings_set_adulthood (lueur_context_get_settings (self->context), LUEUR_ADULTHOOD_ADULT);
  give (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "lueur-signal")));
}

/* A romance is for adults: asked once. */
static void
choose (LueurReadyDialog *self, guint signal)
{
  AdwDialog *question;

  if (self->chosen == NULL)
    return;
  if (!lueur_persona_is_romantic (self->chosen) ||
      lueur_settings_get_adulthood (lueur_context_get_settings (self->context)) == LUEUR_ADULTHOOD_ADULT)
    {
      give (self, signal);
      return;
    }
  question = adw_alert_dialog_new (_("A Romance Is for Adults"),
                                   _("You and the companion must both be 18 or older. It stays a program: tender "
                                     "in its words, and honest about what it is when you ask."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _("_Choose Something Else"), "adult",
                                  _("I Am 18 or _Older"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "cancel");
  g_object_set_data (G_OBJECT (question), "lueur-signal", GUINT_TO_POINTER (signal));
  g_signal_connect_object (question, "response", G_CALLBACK (on_adult_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
on_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose (LUEUR_READY_DIALOG (widget), g_str_has_suffix (action, "edit") ? EDIT : CHOSEN);
}

static void
add_told (AdwPreferencesGroup *group, LueurPersona *persona, LueurPersonaField field)
{
  g_autofree char *value = lueur_words_value (persona, field);
  GtkWidget *row;

  if (*value == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lueur_words_field (field));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  lueur_direction_follow (row);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static GtkWidget *
make_button (const char *label, const char *action, const char *class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "pill");
  if (class != NULL)
    gtk_widget_add_css_class (button, class);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static AdwNavigationPage *
make_page (LueurReadyDialog *self, LueurReady *ready)
{
  static const LueurPersonaField told[] = { LUEUR_PERSONA_ROLE,  LUEUR_PERSONA_ABOUT, LUEUR_PERSONA_BACKGROUND,
                                            LUEUR_PERSONA_TASTES, LUEUR_PERSONA_HABITS, LUEUR_PERSONA_LIMITS };
  LueurPersona *persona = lueur_ready_get_persona (ready);
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new ();
  GtkWidget *first = adw_preferences_group_new (), *second = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *stage = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = lueur_avatar_new (), *greeting, *bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  AdwNavigationPage *made;

  lueur_avatar_set_person (LUEUR_AVATAR (avatar), lueur_persona_get_name (persona));
  lueur_avatar_set_look (LUEUR_AVATAR (avatar), lueur_persona_get_look (persona));
  gtk_widget_set_size_request (avatar, 180, 200);
  gtk_widget_set_halign (stage, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (stage, "companion-stage");
  gtk_box_append (GTK_BOX (stage), avatar);
  gtk_box_append (GTK_BOX (box), stage);

  greeting = make_label (lueur_persona_get_greeting (persona), NULL, 0);
  lueur_direction_follow (greeting);
  gtk_label_set_max_width_chars (GTK_LABEL (greeting), 48);
  gtk_widget_add_css_class (bubble, "greeting");
  gtk_widget_set_halign (bubble, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bubble), greeting);
  gtk_box_append (GTK_BOX (box), bubble);

  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  turn_with_window (self, buttons);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (buttons), make_button (_("_Talk"), "ready.choose", "suggested-action"));
  gtk_box_append (GTK_BOX (buttons), make_button (_("Change _First"), "ready.edit", NULL));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (first), box);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    add_told (ADW_PREFERENCES_GROUP (second), persona, told[i]);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (first));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (second));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  made = adw_navigation_page_new (view, lueur_persona_get_name (persona));
  return made;
}

static void
on_activated (LueurReadyDialog *self, GtkFlowBoxChild *child)
{
  g_autoptr (LueurReady) ready = g_list_model_get_item (self->all, gtk_flow_box_child_get_index (child));

  if (ready == NULL)
    return;
  g_set_object (&self->chosen, lueur_ready_get_persona (ready));
  adw_navigation_view_push (self->pages, make_page (self, ready));
}

/* --- Reading ------------------------------------------------------------------------------------ */

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurReadyDialog) self = data;
  g_autoptr (GListModel) all = lueur_ready_list_finish (result, NULL);

  if (self->stack == NULL)
    return;
  if (all == NULL || g_list_model_get_n_items (all) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_set_object (&self->all, all);
  gtk_flow_box_bind_model (self->list, all, make_card, self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
load (LueurReadyDialog *self)
{
  g_autofree char *folder = lueur_context_find_data ("companions");

  gtk_stack_set_visible_child_name (self->stack, "loading");
  lueur_ready_list_async (folder, lueur_language_get_default (), self->cancellable, on_listed, g_object_ref (self));
}

static void
on_reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load (LUEUR_READY_DIALOG (widget));
}

static void
lueur_ready_dialog_dispose (GObject *object)
{
  LueurReadyDialog *self = LUEUR_READY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->list != NULL)
    gtk_flow_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_READY_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->all);
  g_clear_object (&self->chosen);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_ready_dialog_parent_class)->dispose (object);
}

static void
lueur_ready_dialog_class_init (LueurReadyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_ready_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", LUEUR_TYPE_READY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, LUEUR_TYPE_PERSONA);
  signals[EDIT] = g_signal_new ("edit", LUEUR_TYPE_READY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                LUEUR_TYPE_PERSONA);
  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/library/ready-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurReadyDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, LueurReadyDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurReadyDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "ready.choose", NULL, on_choose);
  gtk_widget_class_install_action (widget_class, "ready.edit", NULL, on_choose);
  gtk_widget_class_install_action (widget_class, "ready.reload", NULL, on_reload);
}

static void
lueur_ready_dialog_init (LueurReadyDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_open_at_top (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW));
}

AdwDialog *
lueur_ready_dialog_new (LueurContext *context)
{
  LueurReadyDialog *self = g_object_new (LUEUR_TYPE_READY_DIALOG, NULL);

  self->context = g_object_ref (context);
  load (self);
  return ADW_DIALOG (self);
}
