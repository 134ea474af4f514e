/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What brings the window into the state that a picture shows. Apart from "app.…" and every action that the open dialog,
 * the widget with the focus or the window knows ("name", "name::string" or "name(value)"), there are:
 *
 *   gallery.say::TEXT       writes a message and sends it
 *   gallery.write::TEXT     writes a message
 *   gallery.search::TEXT    searches where there is something to search in
 *   gallery.set::KEY=VALUE  a setting that is a string
 *   gallery.switch::KEY=true  a setting that is on or off
 *   gallery.fault::HOW      the disk from now on: read (nothing can be read), slow, none (it is well again)
 *   gallery.press::ID       presses the button, or opens the row or the menu, that is called ID in its blueprint
 *   gallery.fill::ID=TEXT   writes into the field that is called ID in its blueprint; in a list of choices, TEXT is a place
 *   gallery.row::N          opens the Nth row or card in sight, from 0, or from the end with -1
 *   gallery.open::PATH      opens a file
 *   gallery.wait::MS        leaves time
 *   gallery.end             scrolls to the end of whatever scrolls
 *
 * Returns: FALSE when there is nothing of that name; @wait gets how long to leave before the next one (ms), if more than
 * usual.
 */
gboolean lueur_gallery_act (GtkApplication *app, GtkWindow *window, const char *action, guint *wait);

G_END_DECLS
