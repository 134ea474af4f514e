/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Six questions to open a conversation with about what a companion is: ally or menace, ethics, dependence, power,
 * perception, responsibility. Asked with one of them, a companion argues honestly against itself: a model is told to by
 * a system text, Écho has answers of its own (core/echo/debate.h). That a discussion is one of these is told by the
 * question alone: nothing is stored beside the conversation.
 */
typedef enum
{
  LUEUR_STARTER_ALLY,
  LUEUR_STARTER_ETHICS,
  LUEUR_STARTER_DEPENDENCE,
  LUEUR_STARTER_POWER,
  LUEUR_STARTER_PERCEPTION,
  LUEUR_STARTER_RESPONSIBILITY,
  LUEUR_N_STARTERS,
} LueurStarter;

/* The discussion stays open for so many of the person's messages after the question. */
#define LUEUR_STARTER_TURNS 12

const char *lueur_starter_get_id (LueurStarter starter);
gboolean    lueur_starter_from_id (const char *id, LueurStarter *starter);
/* As the person asks it. @formal: vous, in French */
const char *lueur_starter_get_question (LueurStarter starter, const char *language, gboolean formal);
/* Which of them @text asks, word for word. */
gboolean    lueur_starter_match (const char *text, LueurStarter *starter);
/* What a model is told for it. (transfer full) */
char       *lueur_starter_get_system_text (LueurStarter starter, const char *language);

G_END_DECLS
