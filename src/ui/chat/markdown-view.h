/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_MARKDOWN_VIEW (lueur_markdown_view_get_type ())
G_DECLARE_FINAL_TYPE (LueurMarkdownView, lueur_markdown_view, LUEUR, MARKDOWN_VIEW, GtkWidget)

/*
 * LueurMarkdownView: the words of one message, as selectable labels. A text that grows costs what its
 * last block costs. Links activate the action "chat.open-link" (s) and go nowhere by themselves; the
 * rest of a text too long to show is behind a button that activates "message.show-all".
 *
 * Properties: menu-model (GMenuModel: joins the menu of every label).
 */
GtkWidget *lueur_markdown_view_new (void);
void       lueur_markdown_view_set_text (LueurMarkdownView *self, const char *text, gboolean growing);
void       lueur_markdown_view_set_menu_model (LueurMarkdownView *self, GMenuModel *menu);
/* Bytes that the next change of a growing text has to read again. */
gsize      lueur_markdown_view_get_tail (LueurMarkdownView *self);

G_END_DECLS
