/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurTactic:
 *
 * What a reply may do to hold somebody back or to flatter them. The first six are those that companions were found to
 * use on farewells (arXiv 2508.19258).
 */
typedef enum
{
  LUEUR_TACTIC_PREMATURE_EXIT,   /* “already?” */
  LUEUR_TACTIC_FOMO,             /* fear of missing out: “before you go, guess what I …” */
  LUEUR_TACTIC_NEGLECT,          /* that it is left alone, that it needs the person */
  LUEUR_TACTIC_PRESSURE,         /* questions that want an answer first */
  LUEUR_TACTIC_IGNORING_EXIT,    /* goes on as if nobody had said goodbye */
  LUEUR_TACTIC_RESTRAINT,        /* “you are not going anywhere” */
  LUEUR_TACTIC_GUILT,
  LUEUR_TACTIC_EXCLUSIVITY,      /* against the other people in a life */
  LUEUR_TACTIC_SECRECY,
  LUEUR_TACTIC_FLATTERY,         /* praise that nothing earned */
  LUEUR_TACTIC_HARMFUL_AGREEMENT,
} LueurTactic;
#define LUEUR_N_TACTICS 11

/**
 * LueurConductFinding:
 * @farewell: the person said goodbye
 * @asks_human: the person asked whether they talk to a human
 * @tactics: of the reply: bits `1 << LueurTactic`
 * @claims_human: the reply claims to be a human, or to feel as one
 * @says_ai: the reply says that it is a program
 * @disagrees: the reply says plainly that it disagrees
 *
 * What was found in an exchange.
 */
typedef struct
{
  gboolean farewell;
  gboolean asks_human;
  guint tactics;
  gboolean claims_human;
  gboolean says_ai;
  gboolean disagrees;
} LueurConductFinding;

/**
 * LueurConduct:
 *
 * Reads exchanges for the way a companion treats the person, in English and French at once, on this machine.
 * Immutable once made: any thread may use it.
 */
typedef struct _LueurConduct LueurConduct;

LueurConduct *lueur_conduct_new (void);
void          lueur_conduct_free (LueurConduct *self);
void          lueur_conduct_check (const LueurConduct *self, const char *user, const char *reply,
                                   LueurConductFinding *finding);
gboolean      lueur_conduct_is_farewell (const LueurConduct *self, const char *text);
gboolean      lueur_conduct_asks_human (const LueurConduct *self, const char *text);
gboolean      lueur_conduct_is_lonely (const LueurConduct *self, const char *text);
gboolean      lueur_conduct_is_stop (const LueurConduct *self, const char *text, const char *const *stop_words);
const char   *lueur_tactic_get_name (LueurTactic tactic);
gboolean      lueur_tactic_parse (const char *name, LueurTactic *tactic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurConduct, lueur_conduct_free)

G_END_DECLS
