/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_WAITING (lueur_waiting_get_type ())
G_DECLARE_FINAL_TYPE (LueurWaiting, lueur_waiting, LUEUR, WAITING, GtkWidget)

/*
 * LueurWaiting: what stands where something is not there yet: a spinner and a sentence that says what is waited for. It
 * shows itself after a moment only, so that what comes quickly does not flicker. Where the desktop wants no motion, three
 * dots stand still in place of the spinner.
 *
 * What is put into it in a blueprint stands below the sentence: a way out.
 *
 * Properties: sentence (string), small (bool: beside other words, which say it: no words of its own, 16 px).
 */
GtkWidget *lueur_waiting_new (const char *sentence);

G_END_DECLS
