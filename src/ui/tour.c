/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tour.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/widget.h"

typedef struct
{
  const char *css_class;
  const char *title;
  const char *text;
} Step;

static const Step steps[] = {
  { "tour-face", N_("The face follows the words"),
    N_("It shows the feeling that is read in what is said. It is drawn by a program, which feels nothing.") },
  { "tour-menu", N_("This menu is about the conversation"),
    N_("Change the companion or its look, begin an exercise, or find somebody to talk to.") },
  { "tour-time", N_("Your time is yours"),
    N_("Lueur counts it for you and suggests a pause. Stop whenever you like. F1 brings help.") },
};

struct _LueurTour
{
  GtkWidget parent_instance;

  guint step;
  GtkWidget *root; /* (nullable): has the style class of the step */
  GtkRevealer *revealer;
  GtkLabel *count;
  GtkLabel *title;
  GtkLabel *text;
  GtkButton *next;
  GtkWidget *skip;
};

enum
{
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurTour, lueur_tour, GTK_TYPE_WIDGET)

static void
frame (LueurTour *self, gboolean framed)
{
  if (self->root == NULL)
    return;
  if (framed)
    gtk_widget_add_css_class (self->root, steps[self->step].css_class);
  else
    gtk_widget_remove_css_class (self->root, steps[self->step].css_class);
}

static void
show_step (LueurTour *self)
{
  /* Translators: which card of how many */
  g_autofree char *count = g_strdup_printf (_("%u of %u"), self->step + 1, (guint) G_N_ELEMENTS (steps));
  g_autofree char *spoken = NULL;
  gboolean last = self->step + 1 == G_N_ELEMENTS (steps);

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->title, _(steps[self->step].title));
  gtk_label_set_label (self->text, _(steps[self->step].text));
  gtk_button_set_label (self->next, last ? _("_Done") : _("_Next"));
  gtk_widget_set_visible (self->skip, !last);
  frame (self, TRUE);
  spoken = g_strdup_printf ("%s\n%s", _(steps[self->step].title), _(steps[self->step].text));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
on_folded (LueurTour *self)
{
  if (!gtk_revealer_get_child_revealed (self->revealer) && !gtk_revealer_get_reveal_child (self->revealer))
    g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
on_end (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (LueurTour) self = g_object_ref (LUEUR_TOUR (widget));

  frame (self, FALSE);
  /* The focus is on a card that goes: back to where one writes. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    gtk_widget_activate_action (widget, "chat.focus-composer", NULL);
  /* Without motion this is the end of it. */
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
on_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurTour *self = LUEUR_TOUR (widget);

  if (self->step + 1 == G_N_ELEMENTS (steps))
    {
      on_end (widget, action, NULL);
      return;
    }
  frame (self, FALSE);
  self->step++;
  show_step (self);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
make_card (LueurTour *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *foot = adw_wrap_box_new ();

  gtk_widget_add_css_class (card, "lueur-note");
  self->count = GTK_LABEL (make_label ("caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  self->title = GTK_LABEL (make_label ("heading"));
  self->text = GTK_LABEL (make_label (NULL));
  self->skip = gtk_button_new_with_mnemonic (_("_Skip"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->skip), "tour.end");
  self->next = GTK_BUTTON (gtk_button_new_with_mnemonic (""));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "tour.next");

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (foot), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (foot), 6);
  gtk_widget_set_margin_top (foot, 6);
  adw_wrap_box_append (ADW_WRAP_BOX (foot), GTK_WIDGET (self->next));
  adw_wrap_box_append (ADW_WRAP_BOX (foot), self->skip);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (card), foot);
  gtk_revealer_set_child (self->revealer, card);
}

static void
lueur_tour_root (GtkWidget *widget)
{
  LueurTour *self = LUEUR_TOUR (widget);

  GTK_WIDGET_CLASS (lueur_tour_parent_class)->root (widget);
  self->root = GTK_WIDGET (gtk_widget_get_root (widget));
  frame (self, TRUE);
}

static void
lueur_tour_unroot (GtkWidget *widget)
{
  LueurTour *self = LUEUR_TOUR (widget);

  frame (self, FALSE);
  self->root = NULL;
  GTK_WIDGET_CLASS (lueur_tour_parent_class)->unroot (widget);
}

static void
lueur_tour_map (GtkWidget *widget)
{
  LueurTour *self = LUEUR_TOUR (widget);

  GTK_WIDGET_CLASS (lueur_tour_parent_class)->map (widget);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
lueur_tour_dispose (GObject *object)
{
  lueur_widget_clear (GTK_WIDGET (object));
  G_OBJECT_CLASS (lueur_tour_parent_class)->dispose (object);
}

static void
lueur_tour_class_init (LueurTourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_tour_dispose;
  widget_class->root = lueur_tour_root;
  widget_class->unroot = lueur_tour_unroot;
  widget_class->map = lueur_tour_map;

  /**
   * LueurTour::ended:
   *
   * It was seen to its end or skipped, and can go.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", LUEUR_TYPE_TOUR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "tour.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "tour.end", NULL, on_end);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "tour.end", NULL);
}

static void
lueur_tour_init (LueurTour *self)
{
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  make_card (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("A short tour"), -1);
  show_step (self);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lueur_tour_new (void)
{
  return g_object_new (LUEUR_TYPE_TOUR, NULL);
}
