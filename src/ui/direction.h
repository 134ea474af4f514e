/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Right to left. The interface runs the way its language does; what is in it may run the other way: a Hebrew message in a
 * French window, a Latin name in an Arabic sentence, a phone number anywhere. Nothing here changes a text or a widget where
 * interface and content both run from left to right.
 */

/**
 * lueur_direction_of:
 * @text: (nullable): plain text, UTF-8
 *
 * Returns: which way @text runs by its first letter; GTK_TEXT_DIR_NONE where it has none
 */
GtkTextDirection lueur_direction_of (const char *text);

/**
 * lueur_direction_set:
 * @direction: of content; GTK_TEXT_DIR_NONE for that of the interface
 *
 * Of @widget and all that it holds now: GTK hands no direction on from a widget to what is in it.
 */
void lueur_direction_set (GtkWidget *widget, GtkTextDirection direction);

/**
 * lueur_direction_follow:
 * @widget: a label of content (what a companion or the person wrote or reads), or what holds such labels
 *
 * Every label in @widget runs from now on as its own text does, and stands at the side where that begins.
 */
void lueur_direction_follow (GtkWidget *widget);

/**
 * lueur_direction_keep_ltr:
 * @entry: for a phone number, an address, a key
 *
 * What is typed there runs from left to right in every language, at the side where the field has its name.
 */
void lueur_direction_keep_ltr (GtkEditable *entry);

/**
 * lueur_isolate:
 * @value: a name, a date, a number of several groups
 *
 * For what is shown. Not for what is copied, saved or read aloud: it may add characters that nobody sees (U+2068 and
 * U+2069, and a mark of direction before a value that would otherwise turn a sentence that begins with it).
 *
 * Returns: (transfer full): @value, kept together whatever stands around it
 */
char *lueur_isolate (const char *value);

/**
 * lueur_sentence:
 * @format: a translated sentence with values in it: %s, %u and %d, numbered (%2$s) or not
 *
 * As g_strdup_printf(), with every %s put in by lueur_isolate().
 *
 * Returns: (transfer full): the sentence, to be shown
 */
char *lueur_sentence (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Lines of @box that fill their width, or its natural one, from right to left where the interface runs so. AdwWrapBox of
 * libadwaita 1.7 puts what is wider than its line beside the box there; packed from the other end of a line that runs from left
 * to right, it stands where it should. */
void lueur_direction_wrap (AdwWrapBox *box);

/* Where a box that lueur_direction_wrap() may have turned is put: START and END as the person reads, whichever way it runs
 * itself. */
GtkAlign lueur_direction_align (GtkWidget *box, GtkAlign align);

G_END_DECLS
