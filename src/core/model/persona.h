/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

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

GType lueur_relation_get_type (void);
GType lueur_gender_get_type (void);
#define LUEUR_TYPE_RELATION (lueur_relation_get_type ())
#define LUEUR_TYPE_GENDER (lueur_gender_get_type ())

#define LUEUR_TYPE_PERSONA (lueur_persona_get_type ())
G_DECLARE_FINAL_TYPE (LueurPersona, lueur_persona, LUEUR, PERSONA, GObject)

/*
 * Properties (all readable and writable, EXPLICIT_NOTIFY):
 *   id            int64   0 until it is stored
 *   name          string
 *   relation      LueurRelation
 *   gender        LueurGender
 *   language      string  "fr" or "en": the language the companion speaks
 *   formal        bool    vous rather than tu
 *   age           uint    in years; 0 not told; never under 18 when relation is PARTNER
 *   chips         strv    words of temperament that were picked ("curious", "calm", …)
 *   about         string  own words on temperament
 *   description   string  who they are: background, tastes, habits
 *   limits        strv    topics never raised, word for word
 *   greeting      string  first line of a new conversation; "" for one made from the rest
 *   look          string  JSON of the avatar (docs/avatar-format.md, “Looks”); "" for none yet
 *   traits        variant "(ddddd)", one for each LueurTrait, in [-1, 1]
 *   created-at    int64   microseconds since the epoch
 *   updated-at    int64
 *   archived      bool
 */
LueurPersona *lueur_persona_new (void);
/* The same in every property, id and dates included: something to edit and save. */
LueurPersona *lueur_persona_copy (LueurPersona *self);
/* Takes over everything but the id and the dates. */
void          lueur_persona_assign (LueurPersona *self, LueurPersona *other);
gint64        lueur_persona_get_id (LueurPersona *self);
const char   *lueur_persona_get_name (LueurPersona *self);
LueurRelation lueur_persona_get_relation (LueurPersona *self);
LueurGender   lueur_persona_get_gender (LueurPersona *self);
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
/* [-1, 1]; notifies "traits" */
double        lueur_persona_get_trait (LueurPersona *self, LueurTrait trait);
void          lueur_persona_set_trait (LueurPersona *self, LueurTrait trait, double value);
/* Everything but id and dates as one JSON object, and back; what is unknown in it is kept. What is missing or of
 * the wrong kind takes its default, what is out of range is clamped. Errors: G_IO_ERROR_INVALID_DATA. */
char         *lueur_persona_to_json (LueurPersona *self);
LueurPersona *lueur_persona_from_json (const char *json, gssize length, GError **error);

G_END_DECLS
