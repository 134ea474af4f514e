/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * LueurSettings: the typed face of the GSettings schema. Every key is a property of the same name, both
 * ways, so that views bind to it; what is read is clamped to what makes sense.
 */
/**
 * LueurAdulthood:
 *
 * What the person said of their age. Romance is for %LUEUR_ADULTHOOD_ADULT alone; with %LUEUR_ADULTHOOD_MINOR nothing
 * offers it.
 */
typedef enum
{
  LUEUR_ADULTHOOD_UNKNOWN,
  LUEUR_ADULTHOOD_ADULT,
  LUEUR_ADULTHOOD_MINOR,
} LueurAdulthood;

GType lueur_adulthood_get_type (void);
#define LUEUR_TYPE_ADULTHOOD (lueur_adulthood_get_type ())

#define LUEUR_TYPE_SETTINGS (lueur_settings_get_type ())
G_DECLARE_FINAL_TYPE (LueurSettings, lueur_settings, LUEUR, SETTINGS, GObject)

LueurSettings *lueur_settings_new (void);
GSettings     *lueur_settings_get_gsettings (LueurSettings *self); /* (transfer none), for g_settings_bind */

/* "" for Écho, else a base URL such as http://127.0.0.1:11434/v1, without a slash at its end */
const char *lueur_settings_get_base_url (LueurSettings *self);
const char *lueur_settings_get_model (LueurSettings *self);
/* Whether the person agreed that messages go to this host; a host of this machine needs no consent. */
gboolean    lueur_settings_has_consent (LueurSettings *self, const char *base_url);
void        lueur_settings_set_consent (LueurSettings *self, const char *base_url, gboolean agreed);
LueurAdulthood lueur_settings_get_adulthood (LueurSettings *self);
void        lueur_settings_set_adulthood (LueurSettings *self, LueurAdulthood adulthood);
gboolean    lueur_settings_get_enter_sends (LueurSettings *self);
guint       lueur_settings_get_nudge_minutes (LueurSettings *self); /* 0: off */
guint       lueur_settings_get_break_minutes (LueurSettings *self);
double      lueur_settings_get_liveliness (LueurSettings *self); /* [0, 1] */

G_END_DECLS
