/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rituals, time a day and quiet hours; all off until the person turns them on. */

#include "ui/persona/pages.h"

#include "ui/cramped.h"
#include "ui/persona/row-binding.h"

struct _LueurPageRhythm
{
  LueurWizardPage parent_instance;

  AdwSpinRow *morning_time;
  AdwSpinRow *evening_time;
  AdwSpinRow *quiet_from;
  AdwSpinRow *quiet_to;
};

G_DEFINE_FINAL_TYPE (LueurPageRhythm, lueur_page_rhythm, LUEUR_TYPE_WIZARD_PAGE)

static void
lueur_page_rhythm_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_PAGE_RHYTHM);

  G_OBJECT_CLASS (lueur_page_rhythm_parent_class)->dispose (object);
}

static void
lueur_page_rhythm_class_init (LueurPageRhythmClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_page_rhythm_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/page-rhythm.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurPageRhythm, morning_time);
  gtk_widget_class_bind_template_child (widget_class, LueurPageRhythm, evening_time);
  gtk_widget_class_bind_template_child (widget_class, LueurPageRhythm, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, LueurPageRhythm, quiet_to);
}

static void
lueur_page_rhythm_init (LueurPageRhythm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_cramped_stack_rows (GTK_WIDGET (self));
  lueur_row_show_time (self->morning_time);
  lueur_row_show_time (self->evening_time);
  lueur_row_show_time (self->quiet_from);
  lueur_row_show_time (self->quiet_to);
}
