/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Plain C without GLib: the training builds it by itself. */
#include <stddef.h>
#include <stdint.h>

/**
 * LueurSign:
 *
 * What an emoji or an emoticon says, whichever of the many was typed. The model learns what each class
 * means, so that a sign rarely seen in training counts like its more common relatives. Values are part
 * of the features: append, never reorder.
 */
typedef enum
{
  LUEUR_SIGN_NONE,
  LUEUR_SIGN_SMILE,
  LUEUR_SIGN_GRIN,
  LUEUR_SIGN_LAUGH,
  LUEUR_SIGN_WINK,
  LUEUR_SIGN_TONGUE,
  LUEUR_SIGN_LOVE,
  LUEUR_SIGN_KISS,
  LUEUR_SIGN_HUG,
  LUEUR_SIGN_SAD,
  LUEUR_SIGN_CRY,
  LUEUR_SIGN_BROKEN,
  LUEUR_SIGN_ANGRY,
  LUEUR_SIGN_FEAR,
  LUEUR_SIGN_SURPRISE,
  LUEUR_SIGN_THINK,
  LUEUR_SIGN_SCEPTIC,
  LUEUR_SIGN_ROLL,
  LUEUR_SIGN_SICK,
  LUEUR_SIGN_SHY,
  LUEUR_SIGN_SWEAT,
  LUEUR_SIGN_PARTY,
  LUEUR_SIGN_CLAP,
  LUEUR_SIGN_YES,
  LUEUR_SIGN_NO,
  LUEUR_SIGN_PRAY,
  LUEUR_SIGN_STRONG,
  LUEUR_SIGN_COOL,
  LUEUR_SIGN_SHRUG,
  LUEUR_SIGN_FACEPALM,
  LUEUR_SIGN_TIRED,
  LUEUR_SIGN_STAR,
  LUEUR_SIGN_RELIEF,
  LUEUR_SIGN_DEVIL,
  LUEUR_SIGN_YUM,
  LUEUR_SIGN_OTHER,
  LUEUR_N_SIGNS,
} LueurSign;

LueurSign lueur_sign_of_emoji (uint32_t code);
/* The emoticon that @text starts with. @before: the byte before it, 0 at the start. */
LueurSign lueur_sign_of_emoticon (const char *text, size_t length, unsigned char before, size_t *consumed);
