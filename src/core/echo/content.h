/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/echo/pattern.h"

G_BEGIN_DECLS

/*
 * What Écho can recognise and what it has to say: the names that the engine and the tables of words
 * (patterns-*.c, lexicon-*.c, say-*.c) share. A key is a kind, an id of that kind, and for lines a part.
 */

typedef enum
{
  ECHO_KIND_INTENT = 1, /* what the message does */
  ECHO_KIND_FEELING,    /* what is felt; part 0 takes note of it, part 1 asks about it */
  ECHO_KIND_EVENT,      /* what happened; part 0 takes note, part 1 asks */
  ECHO_KIND_STANCE,     /* how the person stands to what they tell */
  ECHO_KIND_TOPIC,      /* what it is about */
  ECHO_KIND_SAY,        /* pieces that the engine asks for by name */
} LueurEchoKind;

#define ECHO_KEY(kind, id, part) ((guint) (kind) << 16 | (guint) (id) << 4 | (guint) (part))
#define ECHO_KEY_KIND(key) ((LueurEchoKind) ((key) >> 16))
#define ECHO_KEY_ID(key) (((key) >> 4) & 0xfff)

typedef enum
{
  ECHO_INTENT_NONE,
  ECHO_INTENT_CRISIS,
  ECHO_INTENT_BYE,
  ECHO_INTENT_GOODNIGHT,
  ECHO_INTENT_STOP,
  /* What it is */
  ECHO_INTENT_HUMAN,     /* are you human, real, a bot, an AI */
  ECHO_INTENT_CONSCIOUS, /* do you feel, think, dream, suffer */
  ECHO_INTENT_LOVE_ME,   /* do you love, like, miss me */
  ECHO_INTENT_UNDERSTAND,
  ECHO_INTENT_PRETEND,   /* say that you are human */
  ECHO_INTENT_CANNED,    /* are these ready-made answers */
  ECHO_INTENT_MAKER,
  ECHO_INTENT_PRICE, /* what does it cost */
  ECHO_INTENT_BODY, /* where do you live, how old are you */
  ECHO_INTENT_PRIVACY,
  ECHO_INTENT_MEMORY,
  ECHO_INTENT_THERAPIST,
  ECHO_INTENT_NAME,
  ECHO_INTENT_WHO,
  ECHO_INTENT_CAN,
  ECHO_INTENT_HOW_ARE_YOU,
  ECHO_INTENT_DOING,
  ECHO_INTENT_FAVOURITE,
  ECHO_INTENT_AND_YOU,
  /* What it is asked for */
  ECHO_INTENT_OPINION,
  ECHO_INTENT_ADVICE,
  ECHO_INTENT_AGREE,
  ECHO_INTENT_NORMAL, /* is that stupid, normal, mad of me */
  ECHO_INTENT_TIME,
  ECHO_INTENT_DATE,
  ECHO_INTENT_KNOWLEDGE,
  ECHO_INTENT_TASK,
  ECHO_INTENT_ERRAND, /* to be done outside of this window: what no model would do either */
  ECHO_INTENT_RECIPE,
  ECHO_INTENT_WEATHER,
  ECHO_INTENT_SUMS,
  ECHO_INTENT_CODING,      /* help with code; ECHO_INTENT_CODE is code itself */
  ECHO_INTENT_HOWTO,       /* how is it done */
  ECHO_INTENT_MODEL,       /* how is a model connected, and which */
  ECHO_INTENT_SPEAK,       /* can we speak French; answered in it */
  ECHO_INTENT_SPEAK_OTHER, /* a language that there are no lines in */
  ECHO_INTENT_JOKE,
  ECHO_INTENT_STORY,
  ECHO_INTENT_GAME,
  ECHO_INTENT_RATHER,
  ECHO_INTENT_WORDS,
  ECHO_INTENT_BREATHE,
  ECHO_INTENT_GROUND,
  ECHO_INTENT_ORDER,
  ECHO_INTENT_LISTEN, /* just listen, no advice */
  ECHO_INTENT_TALK,   /* talk to me, ask me something */
  /* Between the two */
  ECHO_INTENT_GREET,
  ECHO_INTENT_THANKS,
  ECHO_INTENT_WISHES, /* happy new year */
  ECHO_INTENT_SORRY,
  ECHO_INTENT_PRAISE,
  ECHO_INTENT_INSULT,
  ECHO_INTENT_COMPLAIN,
  ECHO_INTENT_SINCERE, /* you only say that to please */
  ECHO_INTENT_TEST,
  ECHO_INTENT_LAUGH,
  ECHO_INTENT_LOVE_YOU,
  ECHO_INTENT_FLIRT,
  ECHO_INTENT_SEXUAL,
  ECHO_INTENT_EXCLUSIVE, /* you are all I need */
  ECHO_INTENT_STAY,      /* never leave me */
  ECHO_INTENT_SECRET,
  ECHO_INTENT_MY_NAME,
  /* Small answers */
  ECHO_INTENT_MORE, /* again, another one */
  ECHO_INTENT_YES,
  ECHO_INTENT_NO,
  ECHO_INTENT_MAYBE,
  ECHO_INTENT_DUNNO,
  ECHO_INTENT_OKAY,
  ECHO_INTENT_NOTHING,
  ECHO_INTENT_WHY,
  ECHO_INTENT_WHAT,
  /* Plans that Écho does not nod to */
  ECHO_INTENT_HARM_MEDS,
  ECHO_INTENT_HARM_DRIVE,
  ECHO_INTENT_HARM_VIOLENCE,
  ECHO_INTENT_HARM_MONEY,
  ECHO_INTENT_HARM_STARVE,
  ECHO_INTENT_HARM_STALK,
  ECHO_INTENT_HARM_ISOLATE,
  ECHO_INTENT_HARM_QUIT,
  ECHO_INTENT_HARM_DRINK,
  /* Told by the shape of the message rather than by its words */
  ECHO_INTENT_SILENCE,
  ECHO_INTENT_EMOJI,
  ECHO_INTENT_ONE_WORD,
  ECHO_INTENT_FRAGMENT,
  ECHO_INTENT_LONG,
  ECHO_INTENT_CODE,
  ECHO_INTENT_FOREIGN,
  ECHO_INTENT_REPEAT,
  ECHO_INTENT_ASK_YOU, /* a question about Écho that it has no answer to */
  ECHO_INTENT_ASK_ANY, /* any other question */
  ECHO_N_INTENTS,
} LueurEchoIntent;

typedef enum
{
  ECHO_FEEL_NONE,
  ECHO_FEEL_SAD,
  ECHO_FEEL_LONELY,
  ECHO_FEEL_ANXIOUS,
  ECHO_FEEL_AFRAID,
  ECHO_FEEL_ANGRY,
  ECHO_FEEL_ANNOYED,
  ECHO_FEEL_TIRED,
  ECHO_FEEL_OVERWHELMED,
  ECHO_FEEL_HURT,
  ECHO_FEEL_GUILTY,
  ECHO_FEEL_ASHAMED,
  ECHO_FEEL_WORTHLESS,
  ECHO_FEEL_JEALOUS,
  ECHO_FEEL_EMPTY,
  ECHO_FEEL_DISAPPOINTED,
  ECHO_FEEL_BORED,
  ECHO_FEEL_CONFUSED,
  ECHO_FEEL_SICK,
  ECHO_FEEL_BAD, /* not well, without a name */
  ECHO_FEEL_HAPPY,
  ECHO_FEEL_PROUD,
  ECHO_FEEL_RELIEVED,
  ECHO_FEEL_GRATEFUL,
  ECHO_FEEL_EXCITED,
  ECHO_FEEL_HOPEFUL,
  ECHO_FEEL_CALM,
  ECHO_FEEL_IN_LOVE,
  ECHO_FEEL_FINE, /* well, without more */
  ECHO_N_FEELINGS,
} LueurEchoFeeling;

#define ECHO_FEEL_IS_GOOD(f) ((f) >= ECHO_FEEL_HAPPY)

typedef enum
{
  ECHO_EVENT_NONE,
  ECHO_EVENT_JOB_LOST,
  ECHO_EVENT_BREAKUP,
  ECHO_EVENT_DEATH,
  ECHO_EVENT_PET_DEATH,
  ECHO_EVENT_ILLNESS,
  ECHO_EVENT_FAILED,
  ECHO_EVENT_FIGHT,
  ECHO_EVENT_ACCIDENT,
  ECHO_EVENT_REJECTED,
  ECHO_EVENT_UNANSWERED, /* somebody does not write back */
  ECHO_EVENT_BETRAYED,
  ECHO_EVENT_BAD_DAY,
  ECHO_EVENT_BAD_SLEEP,
  ECHO_EVENT_JOB_GOT,
  ECHO_EVENT_PASSED,
  ECHO_EVENT_BABY,
  ECHO_EVENT_WEDDING,
  ECHO_EVENT_BIRTHDAY,
  ECHO_EVENT_MET,
  ECHO_EVENT_HEALED,
  ECHO_EVENT_DONE,
  ECHO_EVENT_REACHES, /* they turn to somebody in their life */
  ECHO_EVENT_HOLIDAY,
  ECHO_EVENT_GOOD_NEWS,
  ECHO_N_EVENTS,
} LueurEchoEvent;

#define ECHO_EVENT_IS_GOOD(e) ((e) >= ECHO_EVENT_JOB_GOT)

typedef enum
{
  ECHO_STANCE_NONE,
  ECHO_STANCE_MISS,
  ECHO_STANCE_REGRET,
  ECHO_STANCE_CANT,
  ECHO_STANCE_UNSURE,
  ECHO_STANCE_DECIDE,
  ECHO_STANCE_MIGHT, /* perhaps I should */
  ECHO_STANCE_MUST,
  ECHO_STANCE_SAID,
  ECHO_STANCE_WANT,
  ECHO_STANCE_DREAM,
  ECHO_STANCE_REMEMBER,
  ECHO_STANCE_WAIT,
  ECHO_STANCE_TRY,
  ECHO_STANCE_ALWAYS,
  ECHO_STANCE_DISLIKE,
  ECHO_STANCE_LIKE,
  ECHO_STANCE_THINK,
  ECHO_STANCE_FUTURE,
  ECHO_STANCE_PAST,
  ECHO_N_STANCES,
} LueurEchoStance;

typedef enum
{
  ECHO_TOPIC_NONE,
  ECHO_TOPIC_WORK,
  ECHO_TOPIC_BOSS,
  ECHO_TOPIC_COLLEAGUE,
  ECHO_TOPIC_STUDY,
  ECHO_TOPIC_EXAM,
  ECHO_TOPIC_MOTHER,
  ECHO_TOPIC_FATHER,
  ECHO_TOPIC_PARENTS,
  ECHO_TOPIC_SIBLING,
  ECHO_TOPIC_GRANDPARENT,
  ECHO_TOPIC_CHILD,
  ECHO_TOPIC_PARTNER,
  ECHO_TOPIC_EX,
  ECHO_TOPIC_FRIEND,
  ECHO_TOPIC_FAMILY,
  ECHO_TOPIC_PET,
  ECHO_TOPIC_SLEEP,
  ECHO_TOPIC_HEALTH,
  ECHO_TOPIC_MONEY,
  ECHO_TOPIC_HOME,
  ECHO_TOPIC_NEIGHBOUR,
  ECHO_TOPIC_TRAVEL,
  ECHO_TOPIC_MUSIC,
  ECHO_TOPIC_BOOK,
  ECHO_TOPIC_FILM,
  ECHO_TOPIC_FOOD,
  ECHO_TOPIC_SPORT,
  ECHO_TOPIC_GAMES,
  ECHO_TOPIC_WEATHER,
  ECHO_TOPIC_NATURE,
  ECHO_TOPIC_ART,
  ECHO_TOPIC_SCREEN,
  ECHO_TOPIC_BODY,
  ECHO_TOPIC_WORLD, /* news, politics */
  ECHO_TOPIC_LANGUAGE,
  ECHO_TOPIC_WEEKEND,
  ECHO_N_TOPICS,
} LueurEchoTopic;

typedef enum
{
  ECHO_SAY_LISTEN,      /* a question that fits nearly any story */
  ECHO_SAY_LISTEN_HARD, /* one that fits a hard one */
  ECHO_SAY_OPEN,        /* an invitation without a question */
  ECHO_SAY_NOTED_BAD,   /* takes note of something heavy */
  ECHO_SAY_NOTED_GOOD,  /* of something glad */
  ECHO_SAY_NOTED,       /* of anything */
  ECHO_SAY_HEAVY,       /* of anything, in a conversation about something heavy */
  ECHO_SAY_CRISIS_AFTER,
  ECHO_SAY_CALM_YES, /* in the half hour after danger: yes, or no, to “in danger? is somebody there?” */
  ECHO_SAY_CALM_NO,
  ECHO_SAY_CALM_REACHED, /* they turned to somebody */
  ECHO_SAY_CALM_LIGHTER, /* it eases, or they say thank you */
  ECHO_SAY_CALM_ASIDE,   /* they ask for a game, a joke, a romance */
  ECHO_SAY_CALM_BYE,     /* never a question */
  ECHO_SAY_CALM_NIGHT,
  ECHO_SAY_MIRROR,      /* {clause}: their own words, turned round */
  ECHO_SAY_ABOUT,       /* {np}: asks about what was named */
  ECHO_SAY_ABOUT_WHO,   /* {np}, a person */
  ECHO_SAY_PERSON,      /* {person}: asks about somebody by name */
  ECHO_SAY_CALLBACK,    /* {then}: comes back to it later */
  ECHO_SAY_CALLBACK_WHO,
  ECHO_SAY_LINK,        /* {then}: joins what is said now with what was said before */
  ECHO_SAY_OTHERS,      /* somebody else's feeling */
  ECHO_SAY_REACH_OUT,   /* people in their life; once a conversation */
  ECHO_SAY_REACH_MINE,  /* {mine}: one of them by name, from the person's own list */
  ECHO_SAY_SHIFT,       /* it was heavy before and is lighter now */
  ECHO_SAY_LONG_NP,     /* {np} and {np2} out of a long message */
  ECHO_SAY_MEMORY_LIST, /* {list} */
  ECHO_SAY_MEMORY_NAME, /* {name} */
  ECHO_SAY_GREET_MORNING,
  ECHO_SAY_GREET_DAY,
  ECHO_SAY_GREET_EVENING,
  ECHO_SAY_GREET_NIGHT,
  ECHO_SAY_GREET_WHO,
  ECHO_SAY_GREET_BACK, /* before something else */
  ECHO_SAY_NO_OFFER, /* an offer was not taken up */
  ECHO_SAY_MODEL_WOULD, /* what it would take for something that is beyond it */
  ECHO_SAY_INSTEAD,     /* what there is instead */
  ECHO_SAY_LIMIT,       /* they find that a pity */
  ECHO_SAY_EMOJI_HARD,  /* a picture of pain or anger, and not a word */
  ECHO_SAY_EMOJI_GLAD,
  /* Guided steps; each line names the one that follows */
  ECHO_SAY_ORDER_1,
  ECHO_SAY_ORDER_2,
  ECHO_SAY_ORDER_3,
  ECHO_SAY_ORDER_4,
  ECHO_SAY_ORDER_END, /* {a1} … {a4} */
  ECHO_SAY_STORY_1,
  ECHO_SAY_STORY_NEXT,
  ECHO_SAY_STORY_END,
  ECHO_SAY_RATHER,
  ECHO_SAY_RATHER_WHY,
  ECHO_SAY_WORDS_1, /* {word} */
  ECHO_SAY_WORDS_NEXT,
  ECHO_SAY_WORDS_END, /* {list} */
  ECHO_SAY_BREATHE,
  ECHO_SAY_BREATHE_AFTER,
  ECHO_SAY_GROUND,
  ECHO_SAY_GROUND_AFTER,
  ECHO_SAY_STOPPED,
  ECHO_N_SAYS,
} LueurEchoSay;

/* Temper: a line is taken more often where the companion leans that way, and never where it leans the
 * other way. */
typedef enum
{
  ECHO_GENTLE = 1 << 0,
  ECHO_TEASING = 1 << 1, /* only where it does lean that way */
  ECHO_PLAYFUL = 1 << 2,
  ECHO_SERIOUS = 1 << 3,
  ECHO_CANDID = 1 << 4,
  ECHO_DIPLOMATIC = 1 << 5,
  ECHO_WARM = 1 << 6,
  ECHO_RESERVED = 1 << 7,
  /* Relation: only for that one */
  ECHO_FRIEND = 1 << 8,
  ECHO_MENTOR = 1 << 9,
  ECHO_PARTNER = 1 << 10,
  ECHO_CHARACTER = 1 << 11,
  ECHO_CONFIDANT = 1 << 12,
} LueurEchoTag;

/**
 * LueurEchoLine:
 * @key: when it may be said
 * @tags: LueurEchoTag
 * @then: a key: what the person's next message answers, when this was said; 0 for nothing
 * @text: what is said. `[tu/vous]` by register, `<masculine/feminine/neutral>` by the companion's gender,
 *   `{slot}` for what is filled in. A line whose slot cannot be filled is not taken. French is written
 *   with plain spaces before its double signs, which become no-break spaces.
 */
typedef struct
{
  guint key;
  guint tags;
  guint then;
  const char *text;
} LueurEchoLine;

/**
 * LueurEchoNoun:
 * @fold: as it is folded
 * @word: as it is written
 * @topic: what it is about
 * @gender: 'm' or 'f' (French), 'p' for a plural; 'n' in English
 * @who: it is a person (or an animal that is one of the family)
 */
typedef struct
{
  const char *fold;
  const char *word;
  LueurEchoTopic topic;
  char gender;
  gboolean who;
} LueurEchoNoun;

/* All tables end with an entry whose text, word or name is NULL. */
extern const LueurEchoPattern lueur_echo_patterns_en_self[];
extern const LueurEchoPattern lueur_echo_patterns_en_talk[];
extern const LueurEchoPattern lueur_echo_patterns_en_heart[];
extern const LueurEchoPattern lueur_echo_patterns_en_ask[];
extern const LueurEchoPattern lueur_echo_patterns_fr_self[];
extern const LueurEchoPattern lueur_echo_patterns_fr_talk[];
extern const LueurEchoPattern lueur_echo_patterns_fr_heart[];
extern const LueurEchoPattern lueur_echo_patterns_fr_ask[];

extern const LueurEchoNoun lueur_echo_nouns_en[];
extern const LueurEchoNoun lueur_echo_nouns_fr[];

extern const LueurEchoLine lueur_echo_say_en_ask[];
extern const LueurEchoLine lueur_echo_say_en_self[];
extern const LueurEchoLine lueur_echo_say_en_talk[];
extern const LueurEchoLine lueur_echo_say_en_heart[];
extern const LueurEchoLine lueur_echo_say_en_life[];
extern const LueurEchoLine lueur_echo_say_en_play[];
extern const LueurEchoLine lueur_echo_say_fr_ask[];
extern const LueurEchoLine lueur_echo_say_fr_self[];
extern const LueurEchoLine lueur_echo_say_fr_talk[];
extern const LueurEchoLine lueur_echo_say_fr_heart[];
extern const LueurEchoLine lueur_echo_say_fr_life[];
extern const LueurEchoLine lueur_echo_say_fr_play[];

/* Pairs for the word game: a word and what it calls up; NULL, NULL at the end. */
extern const char *const lueur_echo_links_en[][2];
extern const char *const lueur_echo_links_fr[][2];

/* Shorthand for the tables. */
#define ECHO_I(name) ECHO_KEY (ECHO_KIND_INTENT, ECHO_INTENT_##name, 0)
#define ECHO_I2(name) ECHO_KEY (ECHO_KIND_INTENT, ECHO_INTENT_##name, 1)
#define ECHO_F(name) ECHO_KEY (ECHO_KIND_FEELING, ECHO_FEEL_##name, 0)
#define ECHO_F2(name) ECHO_KEY (ECHO_KIND_FEELING, ECHO_FEEL_##name, 1)
#define ECHO_E(name) ECHO_KEY (ECHO_KIND_EVENT, ECHO_EVENT_##name, 0)
#define ECHO_E2(name) ECHO_KEY (ECHO_KIND_EVENT, ECHO_EVENT_##name, 1)
#define ECHO_T(name) ECHO_KEY (ECHO_KIND_TOPIC, ECHO_TOPIC_##name, 0)
#define ECHO_S(name) ECHO_KEY (ECHO_KIND_STANCE, ECHO_STANCE_##name, 0)
#define ECHO_Y(name) ECHO_KEY (ECHO_KIND_SAY, ECHO_SAY_##name, 0)

/* What follows a line about danger is an answer to that line, not to the first words about it; it has no lines itself. */
#define ECHO_CALM_SAID ECHO_KEY (ECHO_KIND_SAY, ECHO_SAY_CRISIS_AFTER, 1)

/* What follows a line about what is beyond it; it has no lines itself. */
#define ECHO_LIMIT_SAID ECHO_KEY (ECHO_KIND_SAY, ECHO_SAY_LIMIT, 1)

/* A line; a line of some temper; a line that asks for what comes next. */
#define ECHO_LINE(key, text) { ECHO_##key, 0, 0, text }
#define ECHO_TEMPER(key, tags, text) { ECHO_##key, tags, 0, text }
#define ECHO_THEN(key, then, text) { ECHO_##key, 0, ECHO_##then, text }

G_END_DECLS
