/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/persona/pages.h"
#include "ui/persona/wizard.h"

G_BEGIN_DECLS

struct _LueurWizard
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkListBox *steps_list;
  GtkListBox *steps_menu;
  GtkPopover *steps_popover;
  GtkWidget *back_button;
  GtkWidget *save_button;
  GtkWidget *next_button;
  GSimpleActionGroup *actions;

  LueurContext *context;
  LueurPersona *original; /* what is stored; NULL for a new companion */
  LueurPersona *before;   /* (nullable): what is stored, while a change of it is being saved */
  LueurPersona *persona;  /* a copy that the pages write to */
  LueurPerson *person;    /* who the person is, while they are asked; NULL when that is known */
  LueurFieldSet inferred; /* read from a sentence, and not changed since */
  LueurRelation relation; /* the last that was agreed to */
  LueurIntimacy intimacy;
  guint age;              /* the last outside of a romance, which would raise it to 18 */
  gboolean asking;        /* about a romance */
  gboolean reading;       /* taking over what a sentence told */
  gboolean saving;
  GtkWidget *home;        /* weak (nullable): where it was closed, and may be had back */
};

/* --- wizard-romance.c: a romance is chosen, and asked about once --- */

/* Before the person can change anything. */
void lueur_wizard_watch_romance (LueurWizard *self);
/* What a sentence wished for: asks where it must. */
void lueur_wizard_wish_romance (LueurWizard *self, LueurPersona *wished);
/* Where what was written says that a companion in a romance is under 18, makes a friend of them and says so. Returns:
 * whether it did */
gboolean lueur_wizard_keep_from_minor (LueurWizard *self);
/* Says why there is no romance. @words: that tell of the age */
void lueur_wizard_say_minor (LueurWizard *self, const char *words);
/* Told once, in whatever way. */
void lueur_wizard_set_minor (LueurWizard *self);

G_END_DECLS
