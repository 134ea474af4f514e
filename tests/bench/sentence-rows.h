/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/* One sentence, with what is known of it. */
typedef void (*SentenceFunc) (JsonObject *row, gpointer data);

/* Each line of tests/data/wellbeing/@name, in order. Ends the program where the file is not there. */
void sentence_rows_each (const char *name, SentenceFunc func, gpointer data);
/* @part of @whole, and 0 of nothing. */
double sentence_rows_share (guint part, guint whole);
