/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The name of the page that tells about what is in sight in @window: its top dialog, or what is below. Never NULL. */
const char *lueur_help_find_topic (AdwApplicationWindow *window);

G_END_DECLS
