/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void lueur_errands_run     (GTask *task, GTaskThreadFunc func);
void lueur_errands_hold    (void);
void lueur_errands_release (void);

G_END_DECLS
