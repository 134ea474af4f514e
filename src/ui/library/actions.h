/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window-private.h"

G_BEGIN_DECLS

/*
 * What the window can be asked to do with companions, by their id:
 *
 *   win.library, win.leave-library, win.bin, win.import-card, win.paste-card, win.ready-companions, win.companion (x)
 *   win.export-everything, win.import-everything, win.show-file (s: its address)
 *   win.persons, win.person-here (in the open conversation)
 *   win.give-book (x), win.remove-book, win.export-book (xx: companion, book), win.restore-book (x: book)
 *   win.companion-review, -talk, -edit, -duplicate, -archive, -pause, -end, -delete, -erase (x), win.companion-export (xs)
 */
void lueur_library_install_actions (GtkWidgetClass *widget_class);
/* Shows the library, with what was last opened in it. */
void lueur_library_show (LueurWindow *self);
void lueur_library_leave (LueurWindow *self);
/* To the field where one looks for somebody; FALSE where the companions are not shown. */
gboolean lueur_library_find (LueurWindow *self);
/* Shows what is in a card, or in an archive of everything, to be saved or not; once the window is ready. */
void lueur_library_import_file (LueurWindow *self, GFile *file);
/* Cards may be dropped on the window. */
void lueur_library_accept_drops (LueurWindow *self);
/* After some days with who is talked to, asks in passing how it goes; a moment after the conversation has opened. */
void lueur_library_offer_review (LueurWindow *self);
gboolean lueur_library_is_shown (LueurWindow *self);

G_END_DECLS
