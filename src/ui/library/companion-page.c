/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/companion-page.h"

#include <glib/gi18n.h>

#include "ui/avatar/avatar.h"
#include "ui/chat/reply-findings.h"
#include "ui/closures.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/library/book-group.h"
#include "ui/library/version-dialog.h"
#include "ui/library/words.h"
#include "ui/toast.h"
#include "ui/waiting.h"

#define TALKS_MAX 30
#define VERSIONS_SHOWN 8
#define OPINIONS_SHOWN 3

struct _LueurCompanionPage
{
  AdwNavigationPage parent_instance;

  LueurContext *context;
  LueurPersona *persona;
  GCancellable *cancellable;
  GListModel *versions; /* (nullable): until they are read */
  gint64 last_change;
  guint reread;
  guint unread; /* of what is read for the first time */
  AdwPreferencesGroup *focus_group; /* (nullable): which has rows made anew, of which this one had the focus */
  guint focus_at;

  GtkRevealer *small_name;
  GtkScrolledWindow *scroller;
  GtkWidget *content; /* all of it, however long */
  GtkWidget *name;
  GtkLabel *relation;
  AdwWrapBox *tags;
  GtkWidget *waiting;
  GtkWidget *rest;
  AdwPreferencesGroup *who;
  AdwPreferencesGroup *talks;
  AdwPreferencesGroup *thoughts;
  LueurBookGroup *books;
  AdwPreferencesGroup *versions_group;
  GPtrArray *rows; /* of Row: what was put into groups */
};

typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget *row;
} Row;

typedef enum
{
  PROP_PERSONA = 1,
} LueurCompanionPageProp;
#define N_PROPS (PROP_PERSONA + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurCompanionPage, lueur_companion_page, ADW_TYPE_NAVIGATION_PAGE)

static LueurLibrary *
library (LueurCompanionPage *self)
{
  return lueur_context_get_library (self->context);
}

/* --- Rows --------------------------------------------------------------------------------------- */

/* (nullable) */
static GtkWidget *
get_focus (LueurCompanionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Rows are made anew. One that has the focus gives it up before it goes, or the window would have its focus on what is not in
 * it any more; the row that comes into its place has it then. */
static void
clear (LueurCompanionPage *self, AdwPreferencesGroup *group)
{
  GtkWidget *focus = get_focus (self);
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->group != group)
        continue;
      if (focus != NULL && (focus == row->row || gtk_widget_is_ancestor (focus, row->row)))
        {
          self->focus_group = group;
          self->focus_at = n;
          gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
        }
      n++;
    }
  for (guint i = self->rows->len; i > 0; i--)
    {
      Row *row = g_ptr_array_index (self->rows, i - 1);

      if (row->group != group)
        continue;
      adw_preferences_group_remove (group, row->row);
      g_ptr_array_remove_index (self->rows, i - 1);
    }
}

static void
put (LueurCompanionPage *self, AdwPreferencesGroup *group, GtkWidget *widget)
{
  Row *row = g_new0 (Row, 1);
  GtkViewport *viewport = GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller));
  guint n = 0;

  row->group = group;
  row->row = widget;
  adw_preferences_group_add (group, widget);
  g_ptr_array_add (self->rows, row);
  if (self->focus_group != group)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    n += ((Row *) self->rows->pdata[i])->group == group;
  if (n <= self->focus_at)
    return;
  self->focus_group = NULL;
  /* Unless the person has gone elsewhere meanwhile; and what they look at stays where it is. */
  if (get_focus (self) != GTK_WIDGET (self->scroller))
    return;
  gtk_viewport_set_scroll_to_focus (viewport, FALSE);
  gtk_widget_grab_focus (widget);
  gtk_viewport_set_scroll_to_focus (viewport, TRUE);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 12);
  return row;
}

/* What stands in it is what counts: the field's name is small. */
static GtkWidget *
make_property (const char *title, const char *value)
{
  GtkWidget *row = make_row (title, value);

  lueur_direction_follow (row);
  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

/* Where something could not be read, it says so, and can be tried again. What was read before stays. */
static void
show_unread (LueurCompanionPage *self, AdwPreferencesGroup *group, const GError *error)
{
  GtkWidget *row, *again;

  if (group == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (((Row *) self->rows->pdata[i])->group == group)
      {
        /* Once is enough. */
        if (g_object_get_data (G_OBJECT (((Row *) self->rows->pdata[i])->row), "lueur-unread") == NULL)
          lueur_toast (GTK_WIDGET (self), lueur_error_text_for_reading (error));
        return;
      }
  row = make_row (_("This could not be read"), lueur_error_text_for_reading (error));
  g_object_set_data (G_OBJECT (row), "lueur-unread", self);
  put (self, group, row);
  again = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (again), _("_Try Again"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (again), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (again), "page.reload");
  put (self, group, again);
}

/* One more thing is there, or will not come. */
static void
show_rest (LueurCompanionPage *self)
{
  if (self->rest == NULL || self->unread == 0 || --self->unread > 0)
    return;
  gtk_widget_set_visible (self->waiting, FALSE);
  gtk_widget_set_visible (self->rest, TRUE);
}

/* --- Who they are ------------------------------------------------------------------------------- */

static void
fill_who (LueurCompanionPage *self)
{
  static const LueurPersonaField told[] = {
    LUEUR_PERSONA_ROLE,   LUEUR_PERSONA_ORIGIN, LUEUR_PERSONA_CHIPS,       LUEUR_PERSONA_TRAITS,   LUEUR_PERSONA_ABOUT,
    LUEUR_PERSONA_BACKGROUND, LUEUR_PERSONA_TASTES, LUEUR_PERSONA_HABITS,  LUEUR_PERSONA_SHARED,
    LUEUR_PERSONA_DESCRIPTION, LUEUR_PERSONA_SCENARIO, LUEUR_PERSONA_STYLE, LUEUR_PERSONA_LIMITS, LUEUR_PERSONA_NEVER_NAMES,
  };
  g_autoptr (LueurPersona) nobody = lueur_persona_new ();
  g_autofree char *relation = lueur_words_relation (self->persona);
  const char *const *tags = lueur_persona_get_words (self->persona, LUEUR_PERSONA_TAGS);
  GtkWidget *child;

  gtk_label_set_text (self->relation, relation);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, child);
  for (guint i = 0; tags[i] != NULL && i < 24; i++)
    {
      GtkWidget *tag = gtk_label_new (tags[i]);

      gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (tag, "tag-label");
      adw_wrap_box_append (self->tags, tag);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), tags[0] != NULL);

  clear (self, self->who);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *value = lueur_words_value (self->persona, told[i]);

      if (*value != '\0' && !lueur_persona_is_same (nobody, self->persona, told[i]))
        put (self, self->who, make_property (lueur_words_field (told[i]), value));
    }
}

/* --- Conversations ------------------------------------------------------------------------------ */

static void
on_talk_row (AdwActionRow *row, LueurCompanionPage *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "lueur-id");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-conversation", "x", *id);
}

static void
fill_talks (LueurCompanionPage *self)
{
  GListModel *conversations = lueur_library_get_conversations (library (self));
  LueurClock *clock = lueur_context_get_clock (self->context);
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (clock);
  guint n = 0;

  clear (self, self->talks);
  for (guint i = 0; i < g_list_model_get_n_items (conversations) && n < TALKS_MAX; i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (conversations, i);
      g_autofree char *title = NULL;
      g_autofree char *when = NULL;
      gint64 id = lueur_conversation_get_id (conversation);
      GtkWidget *row, *label;

      if (lueur_conversation_get_persona (conversation) != self->persona)
        continue;
      title = lueur_closure_title (NULL, lueur_conversation_get_title (conversation),
                                   lueur_persona_get_name (self->persona));
      when = lueur_format_when (lueur_conversation_get_updated_at (conversation), lueur_clock_get_wall (clock), zone);
      row = make_row (title, lueur_conversation_get_preview (conversation));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
      gtk_widget_add_css_class (row, "any-length");
      label = gtk_label_new (when);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      g_object_set_data_full (G_OBJECT (row), "lueur-id", g_memdup2 (&id, sizeof id), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_talk_row), self, G_CONNECT_DEFAULT);
      put (self, self->talks, row);
      n++;
    }
  if (n == 0)
    put (self, self->talks, make_row (_("None yet"), NULL));
}

/* --- What works, what bothers ------------------------------------------------------------------- */

static void
fill_opinions (LueurCompanionPage *self, GPtrArray *opinions)
{
  guint n_up = 0, n_down = 0, shown = 0;
  g_autofree char *counts = NULL;
  GtkWidget *row;

  for (guint i = 0; i < opinions->len; i++)
    if (((LueurOpinionRow *) opinions->pdata[i])->thumb > 0)
      n_up++;
    else
      n_down++;
  /* Translators: how many replies were liked and how many were not */
  counts = g_strdup_printf (_("Liked: %u. Not liked: %u."), n_up, n_down);
  row = make_row (_("Rated Replies"), opinions->len > 0 ? counts : _("None yet. The thumbs are below the "
                                                                                "latest reply."));
  put (self, self->thoughts, row);
  for (guint i = 0; i < opinions->len && shown < OPINIONS_SHOWN; i++)
    {
      const LueurOpinionRow *opinion = g_ptr_array_index (opinions, i);
      LueurReason reason = lueur_reason_from_name (opinion->reason);
      const char *title = reason != LUEUR_REASON_NONE ? lueur_words_reason (reason)
                          : opinion->thumb > 0        ? _("Liked")
                                                      : _("Not liked");

      if (reason == LUEUR_REASON_NONE && *opinion->words == '\0')
        continue;
      row = make_row (title, *opinion->words != '\0' ? opinion->words : opinion->excerpt);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name (opinion->thumb > 0 ? "lueur-thumb-up-symbolic"
                                                                                  : "lueur-thumb-down-symbolic"));
      put (self, self->thoughts, row);
      shown++;
    }
  row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_Say How It Is Going…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.review");
  put (self, self->thoughts, row);
}

static void
on_opinions (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurCompanionPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) opinions = lueur_library_read_opinions_finish (LUEUR_LIBRARY (source), result, &error);

  if (opinions != NULL && self->thoughts != NULL)
    {
      clear (self, self->thoughts);
      fill_opinions (self, opinions);
    }
  else
    show_unread (self, self->thoughts, error);
  show_rest (self);
}

static void
on_review_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurCompanionPage) self = data;
  g_autoptr (LueurReviewRow) row = lueur_library_read_review_finish (LUEUR_LIBRARY (source), result, NULL);
  g_autofree char *text = NULL;
  g_autofree char *disagreed = NULL;
  g_autofree char *both = NULL;

  if (row == NULL || self->thoughts == NULL)
    return;
  disagreed = lueur_reply_findings_dup_disagreed (self->persona, row->n_disagreed, row->n_read);
  if (row->works != NULL && *row->works != '\0')
    text = lueur_sentence (_("What works: %s"), row->works);
  if (row->bothers != NULL && *row->bothers != '\0')
    {
      g_autofree char *bothers = lueur_sentence (_("What doesn’t: %s"), row->bothers);
      g_autofree char *works = g_steal_pointer (&text);

      text = works != NULL ? g_strconcat (works, "\n", bothers, NULL) : g_strdup (bothers);
    }
  if (text != NULL && disagreed != NULL)
    both = g_strconcat (text, "\n", disagreed, NULL);
  adw_preferences_group_set_description (self->thoughts, both != NULL ? both : text != NULL ? text : disagreed);
}

/* --- Versions ----------------------------------------------------------------------------------- */

static void
on_version_row (AdwActionRow *row, LueurCompanionPage *self)
{
  LueurPersona *version = g_object_get_data (G_OBJECT (row), "lueur-version");
  LueurPersona *before = g_object_get_data (G_OBJECT (row), "lueur-before");

  adw_dialog_present (lueur_version_dialog_new (self->context, self->persona, version, before), GTK_WIDGET (self));
}

static void
fill_versions (LueurCompanionPage *self)
{
  LueurClock *clock = lueur_context_get_clock (self->context);
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (clock);
  guint n = g_list_model_get_n_items (self->versions), shown = 0;

  clear (self, self->versions_group);
  for (guint i = 0; i < n && shown < VERSIONS_SHOWN; i++)
    {
      g_autoptr (LueurPersona) version = g_list_model_get_item (self->versions, i);
      g_autoptr (LueurPersona) before = g_list_model_get_item (self->versions, i + 1);
      g_autofree char *changes = before != NULL ? lueur_words_changes (before, version) : g_strdup (_("As First Made"));
      g_autofree char *when = NULL, *now = NULL;
      GtkWidget *row;
      gint64 at;

      /* Put away, or taken out: nothing about them changed. */
      if (*changes == '\0')
        continue;
      g_object_get (version, "updated-at", &at, NULL);
      when = lueur_format_moment (at, zone);
      if (shown == 0)
        /* Translators: of the version of a companion that is in use: %s is what changed in it */
        now = g_strdup_printf (_("Now · %s"), changes);
      row = make_row (when, now != NULL ? now : changes);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "lueur-version", g_object_ref (version), g_object_unref);
      if (before != NULL)
        g_object_set_data_full (G_OBJECT (row), "lueur-before", g_object_ref (before), g_object_unref);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_version_row), self, G_CONNECT_DEFAULT);
      put (self, self->versions_group, row);
      shown++;
    }
}

static void
on_versions (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurCompanionPage) self = data;
  g_autoptr (GError) error = NULL;
  GListModel *versions = lueur_library_read_versions_finish (LUEUR_LIBRARY (source), result, &error);

  show_rest (self);
  if (versions == NULL)
    {
      show_unread (self, self->versions_group, error);
      return;
    }
  g_set_object (&self->versions, versions);
  g_object_unref (versions);
  if (self->versions_group != NULL)
    fill_versions (self);
}

/* --- Reading ------------------------------------------------------------------------------------ */

static void
read_all (LueurCompanionPage *self)
{
  LueurLibrary *books = library (self);

  lueur_library_read_opinions_async (books, self->persona, self->cancellable, on_opinions, g_object_ref (self));
  lueur_library_read_review_async (books, self->persona, self->cancellable, on_review_read, g_object_ref (self));
  lueur_library_read_versions_async (books, self->persona, self->cancellable, on_versions, g_object_ref (self));
}

static gboolean
on_reread (gpointer data)
{
  LueurCompanionPage *self = data;

  self->reread = 0;
  fill_who (self);
  fill_talks (self);
  read_all (self);
  return G_SOURCE_REMOVE;
}

/* Several fields change at once, and a version is stored a moment later: "updated-at" comes last. */
static void
on_persona (LueurCompanionPage *self)
{
  if (self->reread != 0)
    return;
  self->reread = g_idle_add (on_reread, self);
  g_source_set_name_by_id (self->reread, "lueur-companion-page");
}

static void
on_shown (LueurCompanionPage *self)
{
  on_persona (self);
}

/* --- Actions ------------------------------------------------------------------------------------ */

static void
on_reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurCompanionPage *self = LUEUR_COMPANION_PAGE (widget);

  clear (self, self->thoughts);
  clear (self, self->versions_group);
  read_all (self);
}

/* "page.talk" → "win.companion-talk" with the id. */
static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurCompanionPage *self = LUEUR_COMPANION_PAGE (widget);
  g_autofree char *other = g_strconcat ("win.companion-", action + strlen ("page."), NULL);

  if (parameter != NULL)
    gtk_widget_activate_action (widget, other, "(xs)", lueur_persona_get_id (self->persona),
                                g_variant_get_string (parameter, NULL));
  else
    gtk_widget_activate_action (widget, other, "x", lueur_persona_get_id (self->persona));
}

/* Whose page it is stands at the top: large, and once that has scrolled away, in the header bar. */
static void
on_scrolled (LueurCompanionPage *self)
{
  graphene_rect_t bounds;

  /* In what is scrolled: in the window, it goes there only with the next frame. */
  if (self->name == NULL || !gtk_widget_compute_bounds (self->name, self->content, &bounds))
    return;
  gtk_revealer_set_reveal_child (self->small_name, bounds.origin.y + bounds.size.height <=
                                                       gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)));
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_companion_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((LueurCompanionPageProp) id)
    {
    case PROP_PERSONA:
      g_value_set_object (value, LUEUR_COMPANION_PAGE (object)->persona);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_companion_page_dispose (GObject *object)
{
  LueurCompanionPage *self = LUEUR_COMPANION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->reread, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_COMPANION_PAGE);
  g_clear_object (&self->versions);
  g_clear_object (&self->persona);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_companion_page_parent_class)->dispose (object);
}

static void
lueur_companion_page_finalize (GObject *object)
{
  LueurCompanionPage *self = LUEUR_COMPANION_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lueur_companion_page_parent_class)->finalize (object);
}

static void
lueur_companion_page_class_init (LueurCompanionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const actions[] = { "page.talk",  "page.edit",   "page.duplicate", "page.archive", "page.pause",
                                         "page.end",   "page.delete", "page.erase",     "page.review" };

  object_class->get_property = lueur_companion_page_get_property;
  object_class->dispose = lueur_companion_page_dispose;
  object_class->finalize = lueur_companion_page_finalize;

  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LUEUR_TYPE_AVATAR);
  g_type_ensure (LUEUR_TYPE_BOOK_GROUP);
  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/library/companion-page.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, small_name);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, content);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, name);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, relation);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, tags);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, rest);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, who);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, talks);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, thoughts);
  gtk_widget_class_bind_template_child (widget_class, LueurCompanionPage, books);
  gtk_widget_class_bind_template_child_full (widget_class, "versions", FALSE,
                                             G_STRUCT_OFFSET (LueurCompanionPage, versions_group));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, on_action);
  gtk_widget_class_install_action (widget_class, "page.export", "s", on_action);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, on_reload);
}

static void
lueur_companion_page_init (LueurCompanionPage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "showing", G_CALLBACK (on_shown), NULL);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed", G_CALLBACK (on_scrolled),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * lueur_companion_page_new:
 * @context: an open one
 * @persona: one of its library
 *
 * Returns: (transfer floating): its page
 */
AdwNavigationPage *
lueur_companion_page_new (LueurContext *context, LueurPersona *persona)
{
  LueurCompanionPage *self = g_object_new (LUEUR_TYPE_COMPANION_PAGE, NULL);

  self->context = g_object_ref (context);
  self->persona = g_object_ref (persona);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSONA]);
  g_object_bind_property (persona, "name", self, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (persona, "notify", G_CALLBACK (on_persona), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lueur_library_get_conversations (library (self)), "items-changed",
                           G_CALLBACK (on_persona), self, G_CONNECT_SWAPPED);
  lueur_book_group_set (self->books, context, persona);
  fill_who (self);
  fill_talks (self);
  self->unread = 2;
  read_all (self);
  return ADW_NAVIGATION_PAGE (self);
}

LueurPersona *
lueur_companion_page_get_persona (LueurCompanionPage *self)
{
  g_return_val_if_fail (LUEUR_IS_COMPANION_PAGE (self), NULL);
  return self->persona;
}
