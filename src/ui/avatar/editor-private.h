/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/avatar/editor.h"
#include "ui/avatar/figure.h"

G_BEGIN_DECLS

typedef enum
{
  LUEUR_EDITOR_FIGURE,
  LUEUR_EDITOR_SLOT,
  LUEUR_EDITOR_COLOUR,
  LUEUR_EDITOR_MOOD,
} LueurEditorChoice;

/* The person chose @value for @key (a slot or a material). */
typedef void (*LueurEditorPicked) (LueurEditorChoice what, const char *key, const char *value, gpointer data);

/**
 * LueurEditorSections:
 *
 * Everything that there is to choose from, as rows of tiles in a box.
 */
typedef struct _LueurEditorSections LueurEditorSections;

LueurEditorSections *lueur_editor_sections_new (GtkBox *box, LueurEditorPicked picked, gpointer data);
void                 lueur_editor_sections_free (LueurEditorSections *self);
/* Shows what @figure offers and what of it @look wears. */
void                 lueur_editor_sections_show (LueurEditorSections *self, LueurFigure *figure, const char *look);
/* A figure that was taken in just now. */
void                 lueur_editor_sections_add_figure (LueurEditorSections *self, const char *name);

/* @title, or @title_fr where French is spoken. */
const char *lueur_editor_local_title (const char *title, const char *title_fr);
/* What a slot is called: by us where we know it. (transfer full) */
char       *lueur_editor_slot_title (const LueurSlot *slot);
const char *lueur_editor_material_title (const char *material);

/* One's own pictures: actions and what may be dropped. */
void lueur_editor_own_install (GtkWidgetClass *widget_class);
void lueur_editor_own_attach (LueurAvatarEditor *editor);
/* What came of one: the look that names it, or why there is none. NULL and NULL: nobody wanted any. May come when the
 * editor is already gone. */
void lueur_avatar_editor_take_own (LueurAvatarEditor *self, const char *json, const GError *error);

G_END_DECLS
