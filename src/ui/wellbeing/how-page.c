/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/how-page.h"

#include <glib/gi18n.h>

#include "core/language.h"
#include "core/wellbeing/exercises/starters.h"
#include "ui/direction.h"
#include "ui/wellbeing/drawing.h"

struct _LueurHowPage
{
  AdwNavigationPage parent_instance;

  GtkBox *sections;
  AdwPreferencesGroup *questions;
};

G_DEFINE_FINAL_TYPE (LueurHowPage, lueur_how_page, ADW_TYPE_NAVIGATION_PAGE)

typedef struct
{
  const char *drawing;
  const char *title;
  const char *text;
} Section;

static const Section sections[] = {
  { "next-word", N_("What a Model Is"),
    N_("A language model is a very large table of habits of language, made from very many texts. It is given the "
       "conversation and works out which piece of a word is likely to come next, then the next, and the next. That is all "
       "it does, and it is surprising how far it goes.\n\nThe built-in companion is simpler: a script that turns your own "
       "words round and chooses from written lines.") },
  { "mirror", N_("What It Is Not"),
    N_("It is nobody. It feels nothing, wants nothing, and does not wait for you. It may say “I feel”, because people "
       "write such things. It does not know what is true: it knows what sounds right, and can be wrong in a calm voice. "
       "What seems to understand you is often your own meaning, coming back tidied.") },
  { "scales", N_("Why It Agrees"),
    N_("Models are trained on what people liked to read, and people like to be agreed with. So it leans towards yes: it "
       "praises a weak draft, and takes your side in a dispute it knows from you alone. Lueur asks it to disagree when it "
       "should, looks at each answer for praise that nothing earned, and shows you how often it disagreed. Ask it for the "
       "strongest case against you: that helps more than asking what it thinks.") },
  { "costs", N_("What It Costs"),
    N_("A model in a data centre takes electricity, and water to cool it; its price is paid by you, or by whoever wants "
       "something from you. A model on your own computer takes the power of your own computer. And it takes time: yours. "
       "That is why Lueur counts it and shows it to you.") },
  { "strings", N_("Who Controls It"),
    N_("Whoever trained the model chose what it read and what it refuses. Whoever runs the server can read what "
       "you send, and may change the model from one day to the next. Here, you choose which model answers, what "
       "your companion is told, and what it must never raise. The exact words of every request can be opened and "
       "read.") },
  { "home", N_("What Stays Here"),
    N_("Your conversations, companions, times and feelings are on this computer, and nowhere else. Nothing is sent unless "
       "you connect a model on another machine, and then only what the answer needs. There is no account, no advertising "
       "and no count of users. What you erase is gone.") },
};

static void
add_section (LueurHowPage *self, const Section *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *resource = g_strdup_printf ("/io/github/lueur_app/Lueur/drawings/%s.svg", section->drawing);
  GtkWidget *drawing = lueur_drawing_new (resource), *title = gtk_label_new (_(section->title));
  GtkWidget *text = gtk_label_new (_(section->text));

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "lueur-figure");
  gtk_widget_add_css_class (title, "title-3");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_selectable (GTK_LABEL (text), FALSE);
  gtk_box_append (GTK_BOX (box), drawing);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  lueur_direction_set (box, lueur_direction_of (_(section->text)));
  gtk_box_append (self->sections, box);
}

static void
add_question (LueurHowPage *self, LueurStarter starter)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 lueur_starter_get_question (starter, lueur_language_get_default (), TRUE));
  lueur_direction_follow (row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "wellbeing.topic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", lueur_starter_get_id (starter));
  adw_preferences_group_add (self->questions, row);
}

static void
lueur_how_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_HOW_PAGE);
  G_OBJECT_CLASS (lueur_how_page_parent_class)->dispose (object);
}

static void
lueur_how_page_class_init (LueurHowPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_how_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/how-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurHowPage, sections);
  gtk_widget_class_bind_template_child (widget_class, LueurHowPage, questions);
}

static void
lueur_how_page_init (LueurHowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (self, &sections[i]);
  for (guint i = 0; i < LUEUR_N_STARTERS; i++)
    add_question (self, (LueurStarter) i);
}
