/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text may become at most, and how many macros are followed in it. */
#define LUEUR_MACROS_MAX_BYTES (256 * 1024)
#define LUEUR_MACROS_MAX_STEPS 5000
#define LUEUR_MACROS_MAX_DEPTH 8

/**
 * LueurMacros:
 * @user: (nullable): the person's name
 * @companion: what the companion is called
 * @description: (nullable): as are all below: what the macro of that name stands for. Macros in these five are
 *   followed, in the others not: nobody's message is a program
 * @original: what stands for `{{original}}`
 * @now: (nullable): the local time
 * @idle_usec: since the person's last message but one; negative: not known
 * @seed: of this request, for `{{random}}` and `{{roll}}`
 * @pick_seed: of the conversation, for `{{pick}}`: the same at the same place for as long as it lasts
 * @language: "fr" or "en": of dates, and of what stands for a person without a name
 *
 * What the macros of card authors stand for. The same values and text give the same text.
 */
typedef struct
{
  const char *user;
  const char *companion;
  const char *description;
  const char *personality;
  const char *scenario;
  const char *person;
  const char *examples;
  const char *original;
  const char *last_message;
  const char *last_user_message;
  const char *last_companion_message;
  GDateTime *now;
  gint64 idle_usec;
  guint64 seed;
  guint64 pick_seed;
  const char *language;
} LueurMacros;

/* @text: valid UTF-8. Unknown macros stay as they are. (transfer full) */
char *lueur_macros_expand (const LueurMacros *self, const char *text);
/* The same, with what `{{hidden_key:…}}` hides. */
char *lueur_macros_expand_hidden (const LueurMacros *self, const char *text);

G_END_DECLS
