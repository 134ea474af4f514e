/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/echo/text.h"

G_BEGIN_DECLS

/*
 * Turning somebody's own words round: "I’m tired of my job" gives "you’re tired of your job", and « je
 * n’arrive pas à dormir » gives « tu n’arrives pas à dormir » or « vous n’arrivez pas à dormir ». What
 * cannot be turned with certainty is not turned at all: NULL, and the caller says something else.
 */

/* @clause: valid UTF-8, one clause, as it was typed but with straight apostrophes. The result begins in
 * lower case (unless with a name) and has no full stop. (transfer full) (nullable) */
char *lueur_echo_reflect_en (const char *clause);
char *lueur_echo_reflect_fr (const char *clause, gboolean formal);

/* The clause of @text that is worth turning round, turned. (transfer full) (nullable) */
char *lueur_echo_reflect (const LueurEchoText *text, gboolean formal);

/* The second person's form of a verb in the first: "aime" gives "aimes" or "aimez". @subjunctive: it follows
 * "que" and may be one. (transfer full) (nullable): NULL where that is not certain. */
char *lueur_echo_conjugate_fr (const char *verb, gboolean formal, gboolean subjunctive);

G_END_DECLS
