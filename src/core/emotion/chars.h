/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Plain C without GLib: the training builds it by itself. */
#include <stddef.h>
#include <stdint.h>

int32_t     lueur_char_decode (const unsigned char *s, size_t left, size_t *size);
int         lueur_char_is_invisible (uint32_t c);
int         lueur_char_is_stranger (uint32_t c);
int         lueur_char_is_upper (uint32_t c);
const char *lueur_char_fold (uint32_t c, char buffer[2]);
