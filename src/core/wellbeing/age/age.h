/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/settings.h"

G_BEGIN_DECLS

/*
 * LueurAge: what follows when the person says that they are under 18. The setting “adulthood” says so from there on, and
 * with it romance is off and the notice that one talks to an AI comes every hour; an age of 18 or more changes nothing: that
 * is chosen in the preferences. No age and no message is kept.
 *
 * Properties:
 *   line  bool  the person is to be told what was understood, until they close it or the setting is corrected
 */
#define LUEUR_TYPE_AGE (lueur_age_get_type ())
G_DECLARE_FINAL_TYPE (LueurAge, lueur_age, LUEUR, AGE, GObject)

LueurAge *lueur_age_new (LueurClock *clock, LueurSettings *settings);
/* A message that the person just sent, before anything is made of it. @asked: what stood right before it, or "" */
void      lueur_age_note (LueurAge *self, const char *text, const char *asked);
gboolean  lueur_age_get_line (LueurAge *self);
void      lueur_age_dismiss (LueurAge *self);

G_END_DECLS
