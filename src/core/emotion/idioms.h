/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Plain C without GLib: the training builds it by itself. */
#include "core/emotion/scan.h"

void lueur_idioms_replace (LueurScan *scan);
