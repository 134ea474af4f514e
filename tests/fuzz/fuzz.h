/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What every target in this folder defines: looks at any bytes, aborts on what must not be, returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
