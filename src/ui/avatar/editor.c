/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dressing a companion: what is chosen, and the way back. What there is to choose from: editor-sections.c. */

#include "ui/avatar/editor.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/model/look.h"
#include "ui/avatar/avatar.h"
#include "ui/avatar/describe.h"
#include "ui/avatar/editor-private.h"
#include "ui/avatar/wardrobe.h"

#define MAX_UNDO 100

struct _LueurAvatarEditor
{
  GtkWidget parent_instance;

  LueurAvatar *preview;
  GtkBox *moods;
  GtkLabel *error;
  GtkBox *sections;

  char *look;
  GPtrArray *undo; /* of JSON, the last at the end */
  GPtrArray *redo;
  LueurEditorSections *parts;
  LueurFigure *figure; /* (nullable): that @look names */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LueurAvatarEditor, lueur_avatar_editor, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LOOK = 1,
  PROP_PERSON,
} LueurAvatarEditorProp;

enum
{
  LOOK_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_PERSON + 1];
static guint signals[N_SIGNALS];

/* --- What is chosen --------------------------------------------------------------------------- */

static void
update_actions (LueurAvatarEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "avatar-editor.undo", self->undo->len > 0);
  gtk_widget_action_set_enabled (widget, "avatar-editor.redo", self->redo->len > 0);
}

static void
on_figure (GObject *source, GAsyncResult *result, gpointer data)
{
  LueurAvatarEditor *self;
  g_autoptr (GError) error = NULL;
  LueurFigure *figure = lueur_wardrobe_load_finish (LUEUR_WARDROBE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = data;
  g_clear_pointer (&self->figure, lueur_figure_unref);
  self->figure = figure;
  lueur_editor_sections_show (self->parts, figure, self->look);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "avatar-editor.randomise", figure != NULL && figure->rig != NULL);
}

static void
apply (LueurAvatarEditor *self, const char *json)
{
  g_autoptr (LueurLook) look = lueur_look_parse (json);

  g_set_str (&self->look, json);
  lueur_avatar_set_look (self->preview, json);
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  lueur_wardrobe_load_async (lueur_wardrobe_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))), look->rig,
                             self->cancellable, on_figure, self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOK]);
}

/* The person changed it: it can be undone. */
static void
change (LueurAvatarEditor *self, const LueurLook *look)
{
  g_autofree char *json = lueur_look_to_json (look);

  if (g_strcmp0 (json, self->look) == 0)
    return;
  g_ptr_array_add (self->undo, g_strdup (self->look));
  if (self->undo->len > MAX_UNDO)
    g_ptr_array_remove_index (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  apply (self, json);
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

static void
step (LueurAvatarEditor *self, GPtrArray *from, GPtrArray *to)
{
  g_autofree char *json = NULL;

  if (from->len == 0)
    return;
  json = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, g_strdup (self->look));
  apply (self, json);
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurAvatarEditor *self = LUEUR_AVATAR_EDITOR (widget);

  step (self, self->undo, self->redo);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurAvatarEditor *self = LUEUR_AVATAR_EDITOR (widget);

  step (self, self->redo, self->undo);
}

static void
on_picked (LueurEditorChoice what, const char *key, const char *value, gpointer data)
{
  LueurAvatarEditor *self = data;
  g_autoptr (LueurLook) look = lueur_look_parse (self->look);

  switch (what)
    {
    case LUEUR_EDITOR_FIGURE:
      {
        /* Clothes and colours of one figure mean nothing to another; what the face rests in does. */
        g_autoptr (LueurLook) other = lueur_look_new (value);

        g_set_str (&other->mood, look->mood);
        change (self, other);
        return;
      }
    case LUEUR_EDITOR_SLOT:
      lueur_look_set_choice (look, key, value);
      break;
    case LUEUR_EDITOR_COLOUR:
      lueur_look_set_colour (look, key, value);
      break;
    case LUEUR_EDITOR_MOOD:
      g_set_str (&look->mood, value);
      break;
    }
  change (self, look);
}

/* --- Chance ------------------------------------------------------------------------------------- */

static gboolean
is_rare (const char *material, const char *colour)
{
  /* Hair of these colours is chosen, not met. */
  static const char *const rare[] = { "#4a5fae", "#b8508a", "#3f7d6e", "#6a5a9a", NULL };

  return (g_str_equal (material, "hair") || g_str_equal (material, "eyes")) && g_strv_contains (rare, colour);
}

static void
randomise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurAvatarEditor *self = LUEUR_AVATAR_EDITOR (widget);
  g_autoptr (LueurLook) look = lueur_look_parse (self->look);
  const LueurRig *rig = self->figure != NULL ? self->figure->rig : NULL;

  if (rig == NULL)
    return;
  for (guint s = 0; s < rig->slots->len; s++)
    {
      const LueurSlot *slot = &g_array_index (rig->slots, LueurSlot, s);
      int none = lueur_slot_find_choice (slot, "none");
      guint at = (guint) g_random_int_range (0, (gint32) slot->choices->len);

      /* What this figure does without as it was drawn, it mostly does without. */
      if (none >= 0 && g_random_double () < (none == slot->standard ? 0.8 : 0.4))
        lueur_look_set_choice (look, slot->id, "none");
      else
        lueur_look_set_choice (look, slot->id, g_array_index (slot->choices, LueurChoice, at).id);
    }
  for (guint m = 0; lueur_materials[m] != NULL; m++)
    {
      g_auto (GStrv) colours = lueur_rig_dup_colours (rig, m);
      guint n = g_strv_length (colours), at;

      if (n == 0 || !(rig->materials & (1u << m)))
        continue;
      at = (guint) g_random_int_range (0, (gint32) n);
      if (is_rare (lueur_materials[m], colours[at]) && g_random_double () < 0.7)
        at = (guint) g_random_int_range (0, 4);
      lueur_look_set_colour (look, lueur_materials[m], colours[at]);
    }
  change (self, look);
}

/* --- One's own picture ---------------------------------------------------------------------------- */

static void
show_error (LueurAvatarEditor *self, const char *message)
{
  gtk_label_set_label (self->error, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurAvatarEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = lueur_wardrobe_import_finish (LUEUR_WARDROBE (source), result, &error);

  if (self->undo == NULL) /* gone meanwhile */
    return;
  if (json == NULL)
    show_error (self, error->message);
  else
    {
      g_autoptr (LueurLook) look = lueur_look_parse (json);

      lueur_editor_sections_add_figure (self->parts, look->rig);
      change (self, look);
    }
}

static void
take_file (LueurAvatarEditor *self, GFile *file)
{
  lueur_wardrobe_import_async (lueur_wardrobe_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))), file, NULL,
                               on_imported, g_object_ref (self));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurAvatarEditor) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    take_file (self, file);
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurAvatarEditor) self = data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder != NULL)
    take_file (self, folder);
}

/* A file or a folder that somebody drags here. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  take_file (LUEUR_AVATAR_EDITOR (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))), g_value_get_object (value));
  return TRUE;
}

static void
open_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, _("Choose a Folder"));
  gtk_file_dialog_select_folder (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_folder_chosen,
                                 g_object_ref (widget));
}

static void
open_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_filter_set_name (filter, _("Pictures and packs of pictures"));
  gtk_file_filter_add_suffix (filter, "svg");
  gtk_file_filter_add_suffix (filter, "zip");
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_filter_add_suffix (filter, "webp");
  gtk_file_filter_add_suffix (filter, "jpg");
  gtk_file_filter_add_suffix (filter, "jpeg");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Choose a Picture"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_file_chosen,
                        g_object_ref (widget));
}

/* --- Feelings to try ------------------------------------------------------------------------------ */

static void
try_mood (GtkButton *button, gpointer data)
{
  LueurAvatarEditor *self
      = LUEUR_AVATAR_EDITOR (gtk_widget_get_ancestor (GTK_WIDGET (button), LUEUR_TYPE_AVATAR_EDITOR));
  LueurFeeling feeling;

  lueur_feeling_init (&feeling);
  feeling.label = feeling.second = GPOINTER_TO_UINT (data);
  feeling.intensity = 1;
  lueur_avatar_set_feeling (self->preview, &feeling);
}

/* The clearest first; all 28 are there. */
static void
fill_moods (LueurAvatarEditor *self)
{
  static const LueurEmotion order[] = {
    LUEUR_EMOTION_JOY, LUEUR_EMOTION_SADNESS, LUEUR_EMOTION_ANGER, LUEUR_EMOTION_SURPRISE, LUEUR_EMOTION_FEAR,
    LUEUR_EMOTION_LOVE, LUEUR_EMOTION_DISGUST, LUEUR_EMOTION_EMBARRASSMENT, LUEUR_EMOTION_AMUSEMENT,
    LUEUR_EMOTION_CARING, LUEUR_EMOTION_CURIOSITY, LUEUR_EMOTION_EXCITEMENT, LUEUR_EMOTION_PRIDE,
    LUEUR_EMOTION_GRATITUDE, LUEUR_EMOTION_ADMIRATION, LUEUR_EMOTION_RELIEF, LUEUR_EMOTION_OPTIMISM,
    LUEUR_EMOTION_APPROVAL, LUEUR_EMOTION_DESIRE, LUEUR_EMOTION_REALIZATION, LUEUR_EMOTION_CONFUSION,
    LUEUR_EMOTION_NERVOUSNESS, LUEUR_EMOTION_ANNOYANCE, LUEUR_EMOTION_DISAPPROVAL, LUEUR_EMOTION_DISAPPOINTMENT,
    LUEUR_EMOTION_REMORSE, LUEUR_EMOTION_GRIEF, LUEUR_EMOTION_NEUTRAL,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == LUEUR_N_EMOTIONS);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (lueur_emotion_get_title (order[i]));

      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "lueur-mood");
      g_signal_connect (button, "clicked", G_CALLBACK (try_mood), GUINT_TO_POINTER (order[i]));
      gtk_box_append (self->moods, button);
    }
}

/* --- The object ------------------------------------------------------------------------------------ */

static void
lueur_avatar_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurAvatarEditor *self = LUEUR_AVATAR_EDITOR (object);

  switch ((LueurAvatarEditorProp) id)
    {
    case PROP_LOOK:
      g_value_set_string (value, self->look);
      break;
    case PROP_PERSON:
      g_object_get_property (G_OBJECT (self->preview), "name-for-label", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_avatar_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurAvatarEditor *self = LUEUR_AVATAR_EDITOR (object);

  switch ((LueurAvatarEditorProp) id)
    {
    case PROP_LOOK:
      lueur_avatar_editor_set_look (self, g_value_get_string (value));
      break;
    case PROP_PERSON:
      lueur_avatar_set_person (self->preview, g_value_get_string (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_avatar_editor_dispose (GObject *object)
{
  LueurAvatarEditor *self = LUEUR_AVATAR_EDITOR (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->parts, lueur_editor_sections_free);
  g_clear_pointer (&self->figure, lueur_figure_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_AVATAR_EDITOR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (lueur_avatar_editor_parent_class)->dispose (object);
}

static void
lueur_avatar_editor_finalize (GObject *object)
{
  g_free (LUEUR_AVATAR_EDITOR (object)->look);
  G_OBJECT_CLASS (lueur_avatar_editor_parent_class)->finalize (object);
}

static void
lueur_avatar_editor_class_init (LueurAvatarEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_avatar_editor_get_property;
  object_class->set_property = lueur_avatar_editor_set_property;
  object_class->dispose = lueur_avatar_editor_dispose;
  object_class->finalize = lueur_avatar_editor_finalize;
  properties[PROP_LOOK] = g_param_spec_string ("look", NULL, NULL, NULL, both);
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, both);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[LOOK_CHANGED] = g_signal_new ("look-changed", LUEUR_TYPE_AVATAR_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  g_type_ensure (LUEUR_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/avatar/editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurAvatarEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, LueurAvatarEditor, moods);
  gtk_widget_class_bind_template_child (widget_class, LueurAvatarEditor, error);
  gtk_widget_class_bind_template_child (widget_class, LueurAvatarEditor, sections);
  gtk_widget_class_set_css_name (widget_class, "lueur-avatar-editor");

  gtk_widget_class_install_action (widget_class, "avatar-editor.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "avatar-editor.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "avatar-editor.randomise", NULL, randomise);
  gtk_widget_class_install_action (widget_class, "avatar-editor.open", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "avatar-editor.open-folder", NULL, open_folder);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "avatar-editor.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "avatar-editor.redo", NULL);
}

static void
lueur_avatar_editor_init (LueurAvatarEditor *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  self->undo = g_ptr_array_new_with_free_func (g_free);
  self->redo = g_ptr_array_new_with_free_func (g_free);
  self->parts = lueur_editor_sections_new (self->sections, on_picked, self);
  fill_moods (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "avatar-editor.randomise", FALSE);
  update_actions (self);
}

GtkWidget *
lueur_avatar_editor_new (void)
{
  return g_object_new (LUEUR_TYPE_AVATAR_EDITOR, NULL);
}

const char *
lueur_avatar_editor_get_look (LueurAvatarEditor *self)
{
  g_return_val_if_fail (LUEUR_IS_AVATAR_EDITOR (self), NULL);

  return self->look;
}

/**
 * lueur_avatar_editor_set_look:
 * @self: an editor
 * @look: (nullable): JSON; %NULL is the first figure's own look
 *
 * Begins anew: there is nothing to undo.
 */
void
lueur_avatar_editor_set_look (LueurAvatarEditor *self, const char *look)
{
  g_return_if_fail (LUEUR_IS_AVATAR_EDITOR (self));

  if (self->look != NULL && g_strcmp0 (self->look, look) == 0)
    return;
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  apply (self, look != NULL ? look : "{}");
}
