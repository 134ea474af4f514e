/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int lueur_cmd_chat (int argc, char **argv);
int lueur_cmd_models (int argc, char **argv);

G_END_DECLS
