/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/error.h"

G_BEGIN_DECLS

/**
 * LueurWay:
 * @LUEUR_WAY_NONE: nothing but reading it
 * @LUEUR_WAY_RETRY: asking again may well work
 * @LUEUR_WAY_PREFERENCES: something on the Model page wants changing
 * @LUEUR_WAY_CONSENT: the person has to allow it first
 * @LUEUR_WAY_NEW_CONVERSATION: a shorter conversation works
 *
 * What the person can do next about a fault; several may fit. The first that is set, in the order of
 * this list, is the one to put forward.
 */
typedef enum
{
  LUEUR_WAY_NONE = 0,
  LUEUR_WAY_CONSENT = 1 << 0,
  LUEUR_WAY_PREFERENCES = 1 << 1,
  LUEUR_WAY_NEW_CONVERSATION = 1 << 2,
  LUEUR_WAY_RETRY = 1 << 3,
} LueurWay;

/**
 * LueurErrorText:
 * @sentence: what happened, one sentence
 * @hint: what to do next, one sentence
 * @ways: buttons that fit, a set of [flags@Way]
 *
 * The words for one fault. Static strings in the person's language.
 */
typedef struct
{
  const char *sentence;
  const char *hint;
  LueurWay ways;
} LueurErrorText;

/**
 * LueurStartText:
 * @title: what is wrong, a few words
 * @description: what it means and what to do
 *
 * The words for a database that could not be opened. Static strings in the person's language.
 */
typedef struct
{
  const char *title;
  const char *description;
} LueurStartText;

LueurStartText lueur_error_text_for_start (const GError *error);

/* One line on why nothing is saved at the moment, and what to do. */
const char    *lueur_error_text_for_writing (const GError *error);
/* One line on why something kept here could not be read, and what to do. */
const char    *lueur_error_text_for_reading (const GError *error);
LueurErrorText lueur_error_text_for_fault (LueurFault fault);
LueurErrorText lueur_error_text_for_name (const char *error_code);
LueurErrorText lueur_error_text_for_error (const GError *error);

G_END_DECLS
