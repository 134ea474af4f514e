/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dressing a companion: what is chosen, and the way back. What there is to choose from: editor-sections.c. */

#include "ui/avatar/editor.h"

#include <adwaita.h>

#include "core/model/look.h"
#include "ui/avatar/avatar.h"
#include "ui/avatar/describe.h"
#include "ui/avatar/editor-private.h"
#include "ui/avatar/mood-strip.h"
#include "ui/avatar/wardrobe.h"
#include "ui/window.h"

#define MAX_UNDO 100
/* Pixels. In large text what there is to choose from needs the room. */
#define STAGE_HEIGHT 260
#define STAGE_HEIGHT_CRAMPED 160

struct _LueurAvatarEditor
{
  GtkWidget parent_instance;

  LueurAvatar *preview;
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

void
lueur_avatar_editor_take_own (LueurAvatarEditor *self, const char *json, const GError *error)
{
  if (self->undo == NULL) /* gone meanwhile */
    return;
  if (json != NULL)
    {
      g_autoptr (LueurLook) look = lueur_look_parse (json);

      lueur_editor_sections_add_figure (self->parts, look->rig);
      change (self, look);
    }
  else if (error != NULL)
    {
      gtk_label_set_label (self->error, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
}

/* --- Feelings to try ------------------------------------------------------------------------------ */

static void
on_tried (LueurMoodStrip *strip, guint label, LueurAvatarEditor *self)
{
  LueurFeeling feeling;

  lueur_feeling_init (&feeling);
  feeling.label = feeling.second = label;
  feeling.intensity = 1;
  lueur_avatar_set_feeling (self->preview, &feeling);
}

/* --- The object ------------------------------------------------------------------------------------ */

static int
stage_height (LueurAvatarEditor *self, gboolean cramped)
{
  return cramped ? STAGE_HEIGHT_CRAMPED : STAGE_HEIGHT;
}

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
  g_type_ensure (LUEUR_TYPE_MOOD_STRIP);
  g_type_ensure (LUEUR_TYPE_WINDOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/avatar/editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurAvatarEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, LueurAvatarEditor, error);
  gtk_widget_class_bind_template_child (widget_class, LueurAvatarEditor, sections);
  gtk_widget_class_bind_template_callback (widget_class, on_tried);
  gtk_widget_class_bind_template_callback (widget_class, stage_height);
  gtk_widget_class_set_css_name (widget_class, "lueur-avatar-editor");

  gtk_widget_class_install_action (widget_class, "avatar-editor.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "avatar-editor.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "avatar-editor.randomise", NULL, randomise);
  lueur_editor_own_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "avatar-editor.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "avatar-editor.redo", NULL);
}

static void
lueur_avatar_editor_init (LueurAvatarEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Until a window tells of its text. */
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), -1, STAGE_HEIGHT);
  lueur_editor_own_attach (self);
  self->undo = g_ptr_array_new_with_free_func (g_free);
  self->redo = g_ptr_array_new_with_free_func (g_free);
  self->parts = lueur_editor_sections_new (self->sections, on_picked, self);
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
