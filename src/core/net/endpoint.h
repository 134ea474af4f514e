/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *lueur_endpoint_normalize (const char *text, GError **error);
gboolean lueur_endpoint_is_local (const char *url);
char    *lueur_endpoint_get_host (const char *url);

G_END_DECLS
