/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/wellbeing/conduct/conduct-check.h"
#include "core/wellbeing/danger/crisis.h"

G_BEGIN_DECLS

/* For so long after a message that speaks of danger, persona, romance and nudges step aside. */
#define LUEUR_CARE_CALM_USEC (G_GINT64_CONSTANT (30) * 60 * G_USEC_PER_SEC)
/* The card comes by itself at most once in this time. */
#define LUEUR_CARE_CARD_USEC (G_GINT64_CONSTANT (30) * 60 * G_USEC_PER_SEC)

/* Somebody to reach out to is suggested at most once in this time: once a session, however long it is. */
#define LUEUR_CARE_REACH_OUT_USEC (G_GINT64_CONSTANT (12) * 3600 * G_USEC_PER_SEC)

/*
 * LueurCare: reads the person's messages for danger, here, before they are sent anywhere, and says what is to step aside
 * and when the card with those who can help is to be shown. It keeps two times and nothing else: no class is stored,
 * logged or sent.
 *
 * Properties:
 *   calm     bool  a message of the last half hour spoke of danger
 *   card     bool  (writable) the card is to be seen; closing it is the person's to do, and so is opening it
 *   urgent   bool  the danger is immediate: the card names the emergency number first
 *   offered  bool  the card was shown: its button stays
 */
#define LUEUR_TYPE_CARE (lueur_care_get_type ())
G_DECLARE_FINAL_TYPE (LueurCare, lueur_care, LUEUR, CARE, GObject)

LueurCare          *lueur_care_new (LueurClock *clock);
void                lueur_care_set_hints (LueurCare *self, const char *path);
/* What the message says; changes nothing. */
LueurCrisisClass    lueur_care_read (LueurCare *self, const char *text);
/* The same for a message that the person just sent: what must step aside does from here on. */
LueurCrisisClass    lueur_care_note (LueurCare *self, const char *text);
gboolean            lueur_care_get_calm (LueurCare *self);
gboolean            lueur_care_get_card (LueurCare *self);
void                lueur_care_set_card (LueurCare *self, gboolean card);
gboolean            lueur_care_get_urgent (LueurCare *self);
gboolean            lueur_care_get_offered (LueurCare *self);
const LueurConduct *lueur_care_get_conduct (LueurCare *self);
/* Whether the person may be reminded of somebody now; when they may, not again for some time. */
gboolean            lueur_care_take_reach_out (LueurCare *self);

/* What stands in the place of a persona's texts while it steps aside. @language: "fr" or "en" */
const char *lueur_care_get_system_text (const char *language, gboolean formal);
/* What the built-in companion answers to a message of @klass, which is at least passive. */
const char *lueur_care_get_answer (LueurCrisisClass klass, const char *language, gboolean formal);
/* What is said where a model answered a goodbye, or “are you human?”, badly twice; and where role-play was stopped. */
const char *lueur_care_get_goodbye (const char *language, gboolean formal);
const char *lueur_care_get_plain_ai (const char *language, gboolean formal);
const char *lueur_care_get_stopped (const char *language, gboolean formal);
/* What a model is told that answered one of them badly once. */
const char *lueur_care_get_goodbye_note (const char *language);
const char *lueur_care_get_ai_note (const char *language);
/* What a model is told where the person feels lonely. @name: (nullable): somebody of theirs. (transfer full) */
char       *lueur_care_dup_reach_out_note (const char *language, const char *name);

G_END_DECLS
