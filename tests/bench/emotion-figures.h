/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/emotion/reader.h"

/* Measures the reader on the dev parts of the data in @folder and on the sentences of the tests under @top,
 * and adds a member for each figure. Returns FALSE, and adds nothing, where the data is not there. */
gboolean emotion_figures_measure (const LueurReader *reader, const char *folder, const char *top, JsonBuilder *json);
