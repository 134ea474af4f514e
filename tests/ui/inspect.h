/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Walks over what is in sight below a widget and tells what somebody could not read, reach or name. Kinds:
 *
 *   names     everything that takes the focus or a click has a name for a screen reader
 *   targets   everything that takes a click is at least 44 px in both directions
 *   contrast  every text stands out from what is drawn behind it, 4.5 to 1 (3 to 1 where it is large), and so does every
 *             picture that is all there is on a button (3 to 1); measured in what is really rendered
 *   clipping  no text is cut or shortened, nothing reaches out of the window
 *   cut       the same, but for what is shortened with an ellipsis
 *   bounds    nothing at all reaches out of the window sideways, but what can be scrolled there; nothing in a bar of titles lies
 *             over its neighbour; of no text, a name among them, an ellipsis is all that is left
 *   focus     Tab comes to everything, once around, and where it is can be seen
 *   keys      the dialog of shortcuts tells of every key that one of our widgets listens to; arrows, Space and Enter go
 *             without saying
 *
 * What is not sensitive is not looked at: it need not be read, and takes no click.
 *
 * Returns: (transfer full): a sentence for each thing that is wrong, by its name
 */
GPtrArray *lueur_inspect (GtkWidget *root, const char *kind);

/* --- For the inspectors themselves --- */

/* What one would call @widget: its type, its ID in the blueprint, the text on it, and where it is. (transfer full) */
char *lueur_inspect_describe (GtkWidget *widget);
/* The part of @widget that can be seen, in the coordinates of @root; FALSE when that is nothing. */
gboolean lueur_inspect_get_visible (GtkWidget *widget, GtkWidget *root, graphene_rect_t *bounds);
/* Whether a click or a key on it does something by itself. */
gboolean lueur_inspect_is_target (GtkWidget *widget);

void lueur_inspect_bounds (GtkWidget *root, GPtrArray *wrong);
void lueur_inspect_contrast (GtkWidget *root, GPtrArray *wrong);
void lueur_inspect_focus (GtkWidget *root, GPtrArray *wrong);

G_END_DECLS
