/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most characters of somebody else's text that go into an error. */
#define LUEUR_SCRUB_MAX_CHARS 300

char *lueur_scrub (const char *text, gsize length, const char *key);

G_END_DECLS
