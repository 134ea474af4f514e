/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_COMPOSER (lueur_composer_get_type ())
G_DECLARE_FINAL_TYPE (LueurComposer, lueur_composer, LUEUR, COMPOSER, GtkWidget)

/* A message holds so much and no more (bytes): longer texts are no conversation, and models refuse them. */
#define LUEUR_COMPOSER_MAX_BYTES (100 * 1024)

/*
 * LueurComposer: where the person writes. It grows with the text up to eight lines, then scrolls. Enter
 * sends and Shift+Enter breaks the line, or the other way round with Ctrl+Enter; never while an input
 * method is composing.
 *
 * Properties: text (string), placeholder (string), enter-sends (bool), busy (bool: a reply is on its way; stop
 *   stands in place of send), writing (bool, read only: there is text and the focus is here).
 * Signals: "send" (const char *text): a text with words in it; what stands here is not touched.
 *   "stop": the button was pressed. "overflow": something did not fit and was left out.
 */
GtkWidget  *lueur_composer_new (void);
char       *lueur_composer_dup_text (LueurComposer *self);
void        lueur_composer_set_text (LueurComposer *self, const char *text);
void        lueur_composer_set_placeholder (LueurComposer *self, const char *placeholder);
void        lueur_composer_set_busy (LueurComposer *self, gboolean busy);
gboolean    lueur_composer_get_writing (LueurComposer *self);
GtkWidget  *lueur_composer_get_view (LueurComposer *self);

G_END_DECLS
