/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * LueurAvatarEditor: dresses a companion. A live preview with feelings to try, the figures there are, every
 * slot of the figure as picture buttons, every colour as swatches, what the face rests in; chance, undo, redo.
 *
 * Properties: look (string, JSON), person (string: for the preview's label).
 * Signal "look-changed": the person changed it; "notify::look" comes with it.
 * Actions: avatar-editor.undo, avatar-editor.redo, avatar-editor.randomise, avatar-editor.open.
 */
#define LUEUR_TYPE_AVATAR_EDITOR (lueur_avatar_editor_get_type ())
G_DECLARE_FINAL_TYPE (LueurAvatarEditor, lueur_avatar_editor, LUEUR, AVATAR_EDITOR, GtkWidget)

GtkWidget  *lueur_avatar_editor_new (void);
const char *lueur_avatar_editor_get_look (LueurAvatarEditor *self);
void        lueur_avatar_editor_set_look (LueurAvatarEditor *self, const char *look);

G_END_DECLS
