/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/echo/echo.h"
#include "core/echo/memory.h"
#include "core/echo/reading.h"
#include "core/echo/say.h"

G_BEGIN_DECLS

/**
 * LueurEchoScene:
 * @voice: says things
 * @text: the message to answer
 * @reading: what is made of it
 * @memory: what was named in this conversation
 * @turns: the conversation; the last turn is the message
 * @user_turn: how many turns the person has had, this one included
 * @pending: what this message answers, if the last line said asked for it: a key, or 0
 * @offered: a game that one of the last lines offered or began, which “another one” takes up; or 0
 * @same: how many of the person's turns right before said just this
 * @asked: how many of Écho's last turns in a row ended in a question
 * @wants_ear: the person asked to be listened to, not advised
 * @calm: danger was spoken of not long ago: no temper, no romance, no game
 * @reached_out: people in the person's life were suggested in this conversation already
 * @before: the last feeling told before this message
 * @clause: their words turned round, or NULL
 * @thing: something of theirs that this message names, or NULL; @other: a second one
 * @earlier: something they named earlier, or NULL
 * @person: somebody this message names, or NULL
 * @now: local time, or NULL
 *
 * All that one reply is made from. It lives for one reply.
 */
typedef struct
{
  LueurEchoVoice voice;
  LueurEchoText *text;
  LueurEchoReading reading;
  LueurEchoMemory memory;
  const LueurEchoTurn *turns;
  guint n_turns;
  guint user_turn;
  guint pending;
  guint offered;
  guint same;
  guint asked;
  gboolean wants_ear;
  gboolean calm;
  gboolean reached_out;
  LueurEchoFeeling before;
  char *clause;
  const LueurEchoThing *thing;
  const LueurEchoThing *other;
  const LueurEchoThing *earlier;
  const LueurEchoPerson *person;
  GDateTime *now;
} LueurEchoScene;

/* One attempt at a reply. (transfer full) (nullable) */
char *lueur_echo_plan (LueurEchoScene *scene);

/* The reply while @scene is calm, put into @out; FALSE where it is the ordinary one. */
gboolean lueur_echo_plan_calm (LueurEchoScene *scene, GString *out);

/* What was asked for is beyond a script: says so, and what it would take. FALSE where nothing of the kind was asked. */
gboolean lueur_echo_plan_beyond (LueurEchoScene *scene, GString *out);
/* A message of pictures alone that tell a feeling. */
gboolean lueur_echo_plan_picture (LueurEchoScene *scene, GString *out);

/* Games and guided steps: the answer where @scene is in the middle of one, or begins one. (transfer full) (nullable) */
char *lueur_echo_flow_continue (LueurEchoScene *scene);
char *lueur_echo_flow_start (LueurEchoScene *scene, LueurEchoIntent intent);

/* The text of the person's @back-th turn before this one (0 is this one), or NULL. */
const char *lueur_echo_scene_user_turn (const LueurEchoScene *scene, guint back);
/* The message shortened to be given back in quotation marks. (transfer full) (nullable) */
char       *lueur_echo_quote (const char *text, guint max_chars);
/* "a, b and c". (transfer full) */
char       *lueur_echo_list (const GPtrArray *items, gboolean french);

G_END_DECLS
