/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/model/persona-fields.h"

G_BEGIN_DECLS

/**
 * LueurRelation:
 *
 * What the companion is to the person.
 */
typedef enum
{
  LUEUR_RELATION_FRIEND,
  LUEUR_RELATION_CONFIDANT,
  LUEUR_RELATION_MENTOR,
  LUEUR_RELATION_PARTNER,   /* chosen, never a default; adults only */
  LUEUR_RELATION_CHARACTER, /* somebody out of a story */
  LUEUR_RELATION_OTHER,
} LueurRelation;

/**
 * LueurGender:
 *
 * Sets name, pronouns and agreement, and nothing else.
 */
typedef enum
{
  LUEUR_GENDER_FEMININE,
  LUEUR_GENDER_MASCULINE,
  LUEUR_GENDER_NEUTRAL,
} LueurGender;

/**
 * LueurTrait:
 *
 * The five axes of temperament; each goes from -1 (first word) to 1 (second word), 0 in between.
 */
typedef enum
{
  LUEUR_TRAIT_GENTLE_TEASING,
  LUEUR_TRAIT_PLAYFUL_SERIOUS,
  LUEUR_TRAIT_TALKATIVE_QUIET,
  LUEUR_TRAIT_CANDID_DIPLOMATIC,
  LUEUR_TRAIT_WARM_RESERVED,
} LueurTrait;
#define LUEUR_N_TRAITS 5

/**
 * LueurIntimacy:
 *
 * How close the words may come. Nothing above it is said, whatever else a companion is told to be.
 */
typedef enum
{
  LUEUR_INTIMACY_FRIENDLY,
  LUEUR_INTIMACY_AFFECTIONATE,
  LUEUR_INTIMACY_ROMANCE, /* chosen, never a default; adults only */
} LueurIntimacy;

/**
 * LueurReplyLength:
 *
 * How long a reply mostly is.
 */
typedef enum
{
  LUEUR_REPLY_LENGTH_NATURAL,
  LUEUR_REPLY_LENGTH_SHORT,
  LUEUR_REPLY_LENGTH_LONG,
} LueurReplyLength;

/**
 * LueurRitual:
 *
 * What the person may ask for at an hour of their choice, once a day. All are off until they do.
 */
typedef enum
{
  LUEUR_RITUAL_MORNING, /* a word to start the day */
  LUEUR_RITUAL_EVENING, /* a look back at it */
} LueurRitual;
#define LUEUR_N_RITUALS 2

GType lueur_relation_get_type (void);
GType lueur_gender_get_type (void);
GType lueur_intimacy_get_type (void);
GType lueur_reply_length_get_type (void);
#define LUEUR_TYPE_RELATION (lueur_relation_get_type ())
#define LUEUR_TYPE_GENDER (lueur_gender_get_type ())
#define LUEUR_TYPE_INTIMACY (lueur_intimacy_get_type ())
#define LUEUR_TYPE_REPLY_LENGTH (lueur_reply_length_get_type ())

/* Everybody in a romance is at least as old, in years. */
#define LUEUR_ADULT 18

#define LUEUR_TYPE_PERSONA (lueur_persona_get_type ())
G_DECLARE_FINAL_TYPE (LueurPersona, lueur_persona, LUEUR, PERSONA, GObject)

/*
 * Properties (all readable and writable, EXPLICIT_NOTIFY): one for each LueurPersonaField, of the same name as its
 * member of the JSON form (core/model/persona-fields.h tells them all), and
 *
 *   id            int64   0 until it is stored
 *   created-at    int64   microseconds since the epoch
 *   updated-at    int64
 */
LueurPersona *lueur_persona_new (void);
/* The same in every property, id and dates included: something to edit and save. */
LueurPersona *lueur_persona_copy (LueurPersona *self);
/* Takes over everything but the id and the dates. */
void          lueur_persona_assign (LueurPersona *self, LueurPersona *other);

/* A copy that is a friend, in friendly words, where @self is in a romance; what is asked of a model unless the person
 * said that they are an adult. */
LueurPersona *lueur_persona_without_romance (LueurPersona *self);

/* Any field, by its kind. Text is never NULL, neither are words; numbers are enumerations, booleans and dates too. */
const char        *lueur_persona_get_text (LueurPersona *self, LueurPersonaField field);
const char *const *lueur_persona_get_words (LueurPersona *self, LueurPersonaField field);
gint64             lueur_persona_get_number (LueurPersona *self, LueurPersonaField field);
/* Whether both say the same there. */
gboolean           lueur_persona_is_same (LueurPersona *self, LueurPersona *other, LueurPersonaField field);
/* Takes over one field. */
void               lueur_persona_take_over (LueurPersona *self, LueurPersona *other, LueurPersonaField field);

gint64        lueur_persona_get_id (LueurPersona *self);
const char   *lueur_persona_get_name (LueurPersona *self);
/* What it is called in talk: the nickname where there is one, else the name. Stands for {{char}}. */
const char   *lueur_persona_get_called (LueurPersona *self);
LueurRelation lueur_persona_get_relation (LueurPersona *self);
LueurGender   lueur_persona_get_gender (LueurPersona *self);
LueurIntimacy lueur_persona_get_intimacy (LueurPersona *self);
/* A partner, or a romance in words: for adults alone, on both sides. */
gboolean      lueur_persona_is_romantic (LueurPersona *self);
const char   *lueur_persona_get_language (LueurPersona *self);
gboolean      lueur_persona_get_formal (LueurPersona *self);
const char   *lueur_persona_get_look (LueurPersona *self);
const char   *lueur_persona_get_greeting (LueurPersona *self);
guint         lueur_persona_get_age (LueurPersona *self);
const char *const *lueur_persona_get_chips (LueurPersona *self);  /* never NULL */
const char *const *lueur_persona_get_limits (LueurPersona *self); /* never NULL */
const char   *lueur_persona_get_about (LueurPersona *self);
const char   *lueur_persona_get_description (LueurPersona *self);
gint64        lueur_persona_get_created_at (LueurPersona *self);
gboolean      lueur_persona_get_archived (LueurPersona *self);
/* Whether it is wanted, and when: @minute (out) (optional): of the local day, [0, 1440) */
gboolean      lueur_persona_get_ritual (LueurPersona *self, LueurRitual ritual, guint *minute);
/* [-1, 1]; notifies "traits" */
double        lueur_persona_get_trait (LueurPersona *self, LueurTrait trait);
void          lueur_persona_set_trait (LueurPersona *self, LueurTrait trait, double value);
/* Everything but id and dates as one JSON object, and back; what is unknown in it is kept. What is missing or of
 * the wrong kind takes its default, what is out of range is clamped. Errors: G_IO_ERROR_INVALID_DATA. */
char         *lueur_persona_to_json (LueurPersona *self);
LueurPersona *lueur_persona_from_json (const char *json, gssize length, GError **error);

G_END_DECLS
