/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LueurPersonaField:
 *
 * Everything that is told of a companion, in the order in which it is asked. The name of each as a property and as a
 * member of the JSON form is in the comment, with its type.
 */
typedef enum
{
  /* Who they are to the person */
  LUEUR_PERSONA_RELATION,     /* "relation"  LueurRelation */
  LUEUR_PERSONA_ROLE,         /* "role"      text: what they are to the person, in the person's own words */

  /* Identity */
  LUEUR_PERSONA_NAME,         /* "name"      line */
  LUEUR_PERSONA_NICKNAME,     /* "nickname"  line: what they are called in talk, where it is not the name */
  LUEUR_PERSONA_GENDER,       /* "gender"    LueurGender */
  LUEUR_PERSONA_PRONOUNS,     /* "pronouns"  line: in own words; "" for those of the gender */
  LUEUR_PERSONA_AGE,          /* "age"       in years; 0 not told; never under 18 in a romance */
  LUEUR_PERSONA_ORIGIN,       /* "origin"    line: where they come from ("from Nantes") */
  LUEUR_PERSONA_LANGUAGE,     /* "language"  "fr" or "en": the language they speak */
  LUEUR_PERSONA_FORMAL,       /* "formal"    boolean: vous rather than tu */

  /* Temperament */
  LUEUR_PERSONA_CHIPS,        /* "chips"     words that were picked ("curious", "calm", …), or any others */
  LUEUR_PERSONA_TRAITS,       /* "traits"    "(ddddd)", one for each LueurTrait, in [-1, 1]; JSON: an object */
  LUEUR_PERSONA_ABOUT,        /* "about"     text: own words on temperament */

  /* Intimacy and style of exchange */
  LUEUR_PERSONA_INTIMACY,     /* "intimacy"  LueurIntimacy */
  LUEUR_PERSONA_REPLY_LENGTH, /* "reply-length" LueurReplyLength */
  LUEUR_PERSONA_GESTURES,     /* "gestures"  boolean, TRUE at first: *smiles* now and then */
  LUEUR_PERSONA_EMOJI,        /* "emoji"     boolean */
  LUEUR_PERSONA_STYLE,        /* "style"     text: own words on how they write */

  /* Limits */
  LUEUR_PERSONA_LIMITS,       /* "limits"    words: topics never raised, word for word */
  LUEUR_PERSONA_NEVER_NAMES,  /* "never-names" words: names never used, neither for the person nor of others */
  LUEUR_PERSONA_STOP_WORDS,   /* "stop-words" words that stop role-play at once, beside "stop" */

  /* Details */
  LUEUR_PERSONA_BACKGROUND,   /* "background" text */
  LUEUR_PERSONA_TASTES,       /* "tastes"    text */
  LUEUR_PERSONA_HABITS,       /* "habits"    text */
  LUEUR_PERSONA_SHARED,       /* "shared-history" text: what the two have in common */
  LUEUR_PERSONA_SAYINGS,      /* "sayings"   words: things the two say */
  LUEUR_PERSONA_DESCRIPTION,  /* "description" text: anything else; a card's description */

  /* Rituals and rhythm */
  LUEUR_PERSONA_MORNING,      /* "morning"   boolean: a morning word */
  LUEUR_PERSONA_MORNING_TIME, /* "morning-time" minute of the day, [0, 1440); 480 (8:00) at first */
  LUEUR_PERSONA_EVENING,      /* "evening"   boolean: an evening review */
  LUEUR_PERSONA_EVENING_TIME, /* "evening-time" minute of the day; 1230 (20:30) at first */
  LUEUR_PERSONA_DAILY,        /* "daily-minutes" time a day that the person means to spend; 0 none told */
  LUEUR_PERSONA_QUIET,        /* "quiet"     boolean: hours in which they never write first */
  LUEUR_PERSONA_QUIET_FROM,   /* "quiet-from" minute of the day; 1320 (22:00) at first */
  LUEUR_PERSONA_QUIET_TO,     /* "quiet-to"  minute of the day; 480 (8:00) at first */

  /* Look */
  LUEUR_PERSONA_LOOK,         /* "look"      JSON of the avatar (docs/avatar-format.md, “Looks”); "" for none yet */

  /* The conversation: what cards have */
  LUEUR_PERSONA_GREETING,     /* "greeting"  text: first line of a new conversation; "" for one made from the rest */
  LUEUR_PERSONA_GREETINGS,    /* "alternate-greetings" texts: others to choose from */
  LUEUR_PERSONA_SCENARIO,     /* "scenario"  text: the setting */
  LUEUR_PERSONA_EXAMPLES,     /* "examples"  texts: exchanges that show how they talk */
  LUEUR_PERSONA_SYSTEM,       /* "system-prompt" text: stands in the place of the main one; {{original}} is it */
  LUEUR_PERSONA_POST_HISTORY, /* "post-history" text: said after the conversation; never after conduct */
  LUEUR_PERSONA_TAGS,         /* "tags"      words for the library */

  /* How it stands with them: no part of who they are */
  LUEUR_PERSONA_USED_AT,      /* "used-at"   date of the first talk, µs since the epoch; 0 none yet */
  LUEUR_PERSONA_REVIEWED_AT,  /* "reviewed-at" date of the last review; 0 none yet */
  LUEUR_PERSONA_ARCHIVED,     /* "archived"  boolean */
} LueurPersonaField;
#define LUEUR_N_PERSONA_FIELDS (LUEUR_PERSONA_ARCHIVED + 1)

/**
 * LueurFieldKind:
 *
 * What a field holds, and so how it is read, checked, kept and compared.
 */
typedef enum
{
  LUEUR_FIELD_LINE,     /* one line of text */
  LUEUR_FIELD_TEXT,     /* several lines */
  LUEUR_FIELD_WORDS,    /* a list of lines */
  LUEUR_FIELD_TEXTS,    /* a list of texts */
  LUEUR_FIELD_ENUM,
  LUEUR_FIELD_BOOLEAN,
  LUEUR_FIELD_NUMBER,   /* 0 and more */
  LUEUR_FIELD_DATE,     /* microseconds since the epoch */
  LUEUR_FIELD_LANGUAGE, /* "fr" or "en" */
  LUEUR_FIELD_LOOK,     /* a JSON object, written in one way */
  LUEUR_FIELD_TRAITS,   /* LUEUR_N_TRAITS numbers in [-1, 1] */
} LueurFieldKind;

/**
 * LueurFieldUse:
 * @LUEUR_FIELD_TOLD: put into words for the model
 * @LUEUR_FIELD_SHOWN: seen by the person alone, or said as a message (looks, greetings, tags)
 * @LUEUR_FIELD_STATE: how it stands with the companion, and no part of a version, a comparison or a card
 */
typedef enum
{
  LUEUR_FIELD_TOLD,
  LUEUR_FIELD_SHOWN,
  LUEUR_FIELD_STATE,
} LueurFieldUse;

/**
 * LueurPersonaFieldInfo:
 * @name: of the property, and of the member of the JSON form
 * @kind: what it holds
 * @use: what it is for
 * @max: characters of a line or text (or of each), or the largest number
 * @initial: number, boolean or enumeration that a new companion has
 * @get_type: (nullable): the enumeration
 */
typedef struct
{
  const char *name;
  LueurFieldKind kind;
  LueurFieldUse use;
  guint max;
  guint initial;
  GType (*get_type) (void);
} LueurPersonaFieldInfo;

const LueurPersonaFieldInfo *lueur_persona_field_get_info (LueurPersonaField field);
/* FALSE when no field has that name. */
gboolean lueur_persona_field_find (const char *name, LueurPersonaField *field);

G_END_DECLS
