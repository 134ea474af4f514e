/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Plain C without GLib: the training builds it by itself. */
#include <stddef.h>
#include <stdint.h>

uint64_t lueur_checksum (const void *data, size_t size);
