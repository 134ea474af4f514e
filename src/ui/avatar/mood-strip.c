/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Feelings to try on a face. */

#include "ui/avatar/mood-strip.h"

#include <glib/gi18n.h>

#include "ui/avatar/describe.h"

struct _LueurMoodStrip
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *last; /* where the focus was, or the first; one of the box's */
};

G_DEFINE_FINAL_TYPE (LueurMoodStrip, lueur_mood_strip, GTK_TYPE_WIDGET)

enum
{
  TRIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The clearest first; all 28 are there. */
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

static void
on_clicked (GtkButton *button, gpointer data)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (button), LUEUR_TYPE_MOOD_STRIP);

  LUEUR_MOOD_STRIP (self)->last = GTK_WIDGET (button);
  g_signal_emit (self, signals[TRIED], 0, GPOINTER_TO_UINT (data));
}

static void
on_focused (GtkEventControllerFocus *focus, LueurMoodStrip *self)
{
  self->last = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, LueurMoodStrip *self)
{
  if (key != GDK_KEY_Home && key != GDK_KEY_End)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (key == GDK_KEY_Home ? gtk_widget_get_first_child (self->box)
                                                    : gtk_widget_get_last_child (self->box));
}

/* --- The object ------------------------------------------------------------------------------- */

static gboolean
lueur_mood_strip_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LueurMoodStrip *self = LUEUR_MOOD_STRIP (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (lueur_mood_strip_parent_class)->focus (widget, direction);
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (self->last);
}

static void
lueur_mood_strip_dispose (GObject *object)
{
  g_clear_pointer (&LUEUR_MOOD_STRIP (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (lueur_mood_strip_parent_class)->dispose (object);
}

static void
lueur_mood_strip_class_init (LueurMoodStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_mood_strip_dispose;
  widget_class->focus = lueur_mood_strip_focus;
  signals[TRIED] = g_signal_new ("tried", LUEUR_TYPE_MOOD_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lueur-mood-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
lueur_mood_strip_init (LueurMoodStrip *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (lueur_emotion_get_title (order[i]));
      GtkEventController *focus = gtk_event_controller_focus_new ();

      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "lueur-mood");
      g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GUINT_TO_POINTER (order[i]));
      g_signal_connect (focus, "enter", G_CALLBACK (on_focused), self);
      gtk_widget_add_controller (button, focus);
      gtk_box_append (GTK_BOX (self->box), button);
    }
  self->last = gtk_widget_get_first_child (self->box);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->box, "vscrollbar-policy", GTK_POLICY_NEVER,
                                 "propagate-natural-height", TRUE, NULL);
  /* A cut edge tells that there is more. */
  gtk_widget_add_css_class (self->scroller, "lueur-fading");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Feelings to Try"), -1);
}
