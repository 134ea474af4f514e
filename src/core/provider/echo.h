/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/emotion/reader.h"
#include "core/provider/provider.h"

G_BEGIN_DECLS

/* Milliseconds a word: about as fast as a practised reader follows. */
#define LUEUR_ECHO_PACE_MS 60

#define LUEUR_TYPE_ECHO_PROVIDER (lueur_echo_provider_get_type ())
G_DECLARE_FINAL_TYPE (LueurEchoProvider, lueur_echo_provider, LUEUR, ECHO_PROVIDER, GObject)

/* @reader: (nullable). @pace_ms: 0 gives the whole reply at once. */
LueurProvider *lueur_echo_provider_new (LueurClock *clock, const LueurReader *reader, guint pace_ms);

G_END_DECLS
