/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/welcome.h"

#include <glib/gi18n.h>

#include "ui/avatar/avatar.h"
#include "ui/closures.h"
#include "ui/cramped.h"
#include "ui/open-at-top.h"
#include "ui/widget.h"

struct _LueurWelcome
{
  GtkWidget parent_instance;

  LueurAvatar *avatar;
  GtkWidget *create;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (LueurWelcome, lueur_welcome, GTK_TYPE_WIDGET)

static gboolean
lueur_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LUEUR_WELCOME (widget)->create);
}

static void
lueur_welcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_WELCOME);
  lueur_widget_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (lueur_welcome_parent_class)->dispose (object);
}

/* Where words are large, what can be pressed comes into sight before the flame has all its size. */
static void
on_cramped (GtkWidget *widget, gboolean cramped)
{
  gtk_widget_set_size_request (GTK_WIDGET (LUEUR_WELCOME (widget)->avatar), cramped ? 140 : 220, cramped ? 166 : 260);
}

static void
lueur_welcome_class_init (LueurWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_welcome_dispose;
  widget_class->grab_focus = lueur_welcome_grab_focus;
  widget_class->focus = lueur_widget_focus_children;

  g_type_ensure (LUEUR_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/welcome.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurWelcome, avatar);
  gtk_widget_class_bind_template_child (widget_class, LueurWelcome, create);
  gtk_widget_class_bind_template_child (widget_class, LueurWelcome, words);
}

static void
lueur_welcome_init (LueurWelcome *self)
{
  g_autofree char *words = NULL;
  LueurFeeling glad;

  gtk_widget_init_template (GTK_WIDGET (self));
  words = lueur_closure_no_lone_word (NULL, gtk_label_get_label (self->words));
  gtk_label_set_label (self->words, words);
  lueur_open_at_top (GTK_WIDGET (self));
  lueur_cramped_follow (GTK_WIDGET (self), on_cramped);
  lueur_feeling_init (&glad);
  glad.label = glad.second = LUEUR_EMOTION_CARING;
  glad.intensity = 0.6f;
  lueur_avatar_set_person (self->avatar, "Lueur");
  /* The app's own light. */
  lueur_avatar_set_look (self->avatar, "{\"rig\":\"lueur\"}");
  lueur_avatar_set_feeling (self->avatar, &glad);
}

GtkWidget *
lueur_welcome_new (void)
{
  return g_object_new (LUEUR_TYPE_WELCOME, NULL);
}
