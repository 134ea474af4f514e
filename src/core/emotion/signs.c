/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/signs.h"

#include <string.h>

typedef struct
{
  uint32_t from, to;
  LueurSign sign;
} Range;

/* Sorted by code point. What is missing here but lies in an emoji block is OTHER. */
static const Range emoji[] = {
  { 0x203C, 0x203C, LUEUR_SIGN_SURPRISE },  /* ‼ */
  { 0x2049, 0x2049, LUEUR_SIGN_SURPRISE },  /* ⁉ */
  { 0x2600, 0x2600, LUEUR_SIGN_STAR },      /* ☀ */
  { 0x2605, 0x2606, LUEUR_SIGN_STAR },
  { 0x2620, 0x2620, LUEUR_SIGN_FEAR },      /* ☠ */
  { 0x2639, 0x2639, LUEUR_SIGN_SAD },       /* ☹ */
  { 0x263A, 0x263B, LUEUR_SIGN_SMILE },     /* ☺ */
  { 0x2661, 0x2661, LUEUR_SIGN_LOVE },
  { 0x2665, 0x2665, LUEUR_SIGN_LOVE },      /* ♥ */
  { 0x2705, 0x2705, LUEUR_SIGN_YES },       /* ✅ */
  { 0x270A, 0x270B, LUEUR_SIGN_STRONG },
  { 0x270C, 0x270C, LUEUR_SIGN_COOL },      /* ✌ */
  { 0x2713, 0x2714, LUEUR_SIGN_YES },
  { 0x2728, 0x2728, LUEUR_SIGN_STAR },      /* ✨ */
  { 0x274C, 0x274E, LUEUR_SIGN_NO },        /* ❌ */
  { 0x2763, 0x2764, LUEUR_SIGN_LOVE },      /* ❤ */
  { 0x2B50, 0x2B50, LUEUR_SIGN_STAR },      /* ⭐ */
  { 0x1F308, 0x1F308, LUEUR_SIGN_STAR },    /* 🌈 */
  { 0x1F31F, 0x1F320, LUEUR_SIGN_STAR },
  { 0x1F36D, 0x1F36D, LUEUR_SIGN_YUM },
  { 0x1F370, 0x1F370, LUEUR_SIGN_YUM },
  { 0x1F377, 0x1F37B, LUEUR_SIGN_PARTY },
  { 0x1F37E, 0x1F37F, LUEUR_SIGN_PARTY },   /* 🍾 🍿 */
  { 0x1F380, 0x1F382, LUEUR_SIGN_PARTY },   /* 🎂 */
  { 0x1F386, 0x1F38A, LUEUR_SIGN_PARTY },   /* 🎉 */
  { 0x1F396, 0x1F397, LUEUR_SIGN_STRONG },
  { 0x1F3C5, 0x1F3C6, LUEUR_SIGN_STRONG },  /* 🏆 */
  { 0x1F440, 0x1F440, LUEUR_SIGN_THINK },   /* 👀 */
  { 0x1F44A, 0x1F44A, LUEUR_SIGN_STRONG },
  { 0x1F44C, 0x1F44D, LUEUR_SIGN_YES },     /* 👍 */
  { 0x1F44E, 0x1F44E, LUEUR_SIGN_NO },      /* 👎 */
  { 0x1F44F, 0x1F44F, LUEUR_SIGN_CLAP },    /* 👏 */
  { 0x1F451, 0x1F451, LUEUR_SIGN_STRONG },
  { 0x1F47B, 0x1F47B, LUEUR_SIGN_TONGUE },  /* 👻 */
  { 0x1F47F, 0x1F47F, LUEUR_SIGN_ANGRY },   /* 👿 */
  { 0x1F480, 0x1F480, LUEUR_SIGN_LAUGH },   /* 💀: dead with laughter */
  { 0x1F483, 0x1F483, LUEUR_SIGN_PARTY },   /* 💃 */
  { 0x1F48B, 0x1F48B, LUEUR_SIGN_KISS },
  { 0x1F48C, 0x1F48C, LUEUR_SIGN_LOVE },
  { 0x1F48F, 0x1F48F, LUEUR_SIGN_KISS },
  { 0x1F490, 0x1F491, LUEUR_SIGN_LOVE },
  { 0x1F493, 0x1F493, LUEUR_SIGN_LOVE },
  { 0x1F494, 0x1F494, LUEUR_SIGN_BROKEN },  /* 💔 */
  { 0x1F495, 0x1F49F, LUEUR_SIGN_LOVE },
  { 0x1F4A2, 0x1F4A2, LUEUR_SIGN_ANGRY },
  { 0x1F4A5, 0x1F4A5, LUEUR_SIGN_STAR },
  { 0x1F4A9, 0x1F4A9, LUEUR_SIGN_SICK },
  { 0x1F4AA, 0x1F4AA, LUEUR_SIGN_STRONG },  /* 💪 */
  { 0x1F4AF, 0x1F4AF, LUEUR_SIGN_YES },     /* 💯 */
  { 0x1F525, 0x1F525, LUEUR_SIGN_COOL },    /* 🔥 */
  { 0x1F52A, 0x1F52A, LUEUR_SIGN_DEVIL },
  { 0x1F56F, 0x1F56F, LUEUR_SIGN_BROKEN },  /* 🕯 */
  { 0x1F57A, 0x1F57A, LUEUR_SIGN_PARTY },
  { 0x1F595, 0x1F595, LUEUR_SIGN_ANGRY },   /* 🖕 */
  { 0x1F5A4, 0x1F5A4, LUEUR_SIGN_LOVE },
  { 0x1F600, 0x1F601, LUEUR_SIGN_GRIN },
  { 0x1F602, 0x1F602, LUEUR_SIGN_LAUGH },   /* 😂 */
  { 0x1F603, 0x1F604, LUEUR_SIGN_GRIN },
  { 0x1F605, 0x1F605, LUEUR_SIGN_SWEAT },   /* 😅 */
  { 0x1F606, 0x1F606, LUEUR_SIGN_LAUGH },
  { 0x1F607, 0x1F607, LUEUR_SIGN_SMILE },
  { 0x1F608, 0x1F608, LUEUR_SIGN_DEVIL },
  { 0x1F609, 0x1F609, LUEUR_SIGN_WINK },
  { 0x1F60A, 0x1F60A, LUEUR_SIGN_SMILE },   /* 😊 */
  { 0x1F60B, 0x1F60B, LUEUR_SIGN_YUM },
  { 0x1F60C, 0x1F60C, LUEUR_SIGN_RELIEF },
  { 0x1F60D, 0x1F60D, LUEUR_SIGN_LOVE },    /* 😍 */
  { 0x1F60E, 0x1F60E, LUEUR_SIGN_COOL },
  { 0x1F60F, 0x1F60F, LUEUR_SIGN_WINK },
  { 0x1F610, 0x1F612, LUEUR_SIGN_SCEPTIC },
  { 0x1F613, 0x1F613, LUEUR_SIGN_SWEAT },
  { 0x1F614, 0x1F614, LUEUR_SIGN_SAD },
  { 0x1F615, 0x1F615, LUEUR_SIGN_SCEPTIC },
  { 0x1F616, 0x1F616, LUEUR_SIGN_TIRED },
  { 0x1F617, 0x1F61A, LUEUR_SIGN_KISS },
  { 0x1F61B, 0x1F61D, LUEUR_SIGN_TONGUE },
  { 0x1F61E, 0x1F61F, LUEUR_SIGN_SAD },
  { 0x1F620, 0x1F621, LUEUR_SIGN_ANGRY },   /* 😡 */
  { 0x1F622, 0x1F622, LUEUR_SIGN_CRY },     /* 😢 */
  { 0x1F623, 0x1F623, LUEUR_SIGN_TIRED },
  { 0x1F624, 0x1F624, LUEUR_SIGN_ANGRY },
  { 0x1F625, 0x1F625, LUEUR_SIGN_SAD },
  { 0x1F626, 0x1F628, LUEUR_SIGN_FEAR },
  { 0x1F629, 0x1F62B, LUEUR_SIGN_TIRED },
  { 0x1F62C, 0x1F62C, LUEUR_SIGN_SWEAT },
  { 0x1F62D, 0x1F62D, LUEUR_SIGN_CRY },     /* 😭 */
  { 0x1F62E, 0x1F62F, LUEUR_SIGN_SURPRISE },
  { 0x1F630, 0x1F631, LUEUR_SIGN_FEAR },    /* 😱 */
  { 0x1F632, 0x1F632, LUEUR_SIGN_SURPRISE },
  { 0x1F633, 0x1F633, LUEUR_SIGN_SHY },     /* 😳 */
  { 0x1F634, 0x1F634, LUEUR_SIGN_TIRED },
  { 0x1F635, 0x1F635, LUEUR_SIGN_SURPRISE },
  { 0x1F636, 0x1F636, LUEUR_SIGN_SCEPTIC },
  { 0x1F637, 0x1F637, LUEUR_SIGN_SICK },
  { 0x1F638, 0x1F639, LUEUR_SIGN_LAUGH },
  { 0x1F63A, 0x1F63A, LUEUR_SIGN_GRIN },
  { 0x1F63B, 0x1F63B, LUEUR_SIGN_LOVE },
  { 0x1F63C, 0x1F63C, LUEUR_SIGN_WINK },
  { 0x1F63D, 0x1F63D, LUEUR_SIGN_KISS },
  { 0x1F63E, 0x1F63E, LUEUR_SIGN_ANGRY },
  { 0x1F63F, 0x1F63F, LUEUR_SIGN_CRY },
  { 0x1F640, 0x1F640, LUEUR_SIGN_FEAR },
  { 0x1F641, 0x1F641, LUEUR_SIGN_SAD },
  { 0x1F642, 0x1F643, LUEUR_SIGN_SMILE },
  { 0x1F644, 0x1F644, LUEUR_SIGN_ROLL },    /* 🙄 */
  { 0x1F648, 0x1F648, LUEUR_SIGN_SHY },     /* 🙈 */
  { 0x1F649, 0x1F64A, LUEUR_SIGN_SHY },
  { 0x1F64B, 0x1F64C, LUEUR_SIGN_CLAP },
  { 0x1F64F, 0x1F64F, LUEUR_SIGN_PRAY },    /* 🙏 */
  { 0x1F90C, 0x1F90C, LUEUR_SIGN_OTHER },
  { 0x1F90D, 0x1F90E, LUEUR_SIGN_LOVE },
  { 0x1F91D, 0x1F91D, LUEUR_SIGN_YES },
  { 0x1F91E, 0x1F91E, LUEUR_SIGN_PRAY },    /* 🤞 */
  { 0x1F921, 0x1F921, LUEUR_SIGN_ROLL },    /* 🤡 */
  { 0x1F922, 0x1F922, LUEUR_SIGN_SICK },    /* 🤢 */
  { 0x1F923, 0x1F923, LUEUR_SIGN_LAUGH },   /* 🤣 */
  { 0x1F924, 0x1F924, LUEUR_SIGN_YUM },
  { 0x1F926, 0x1F926, LUEUR_SIGN_FACEPALM },
  { 0x1F927, 0x1F927, LUEUR_SIGN_SICK },
  { 0x1F928, 0x1F928, LUEUR_SIGN_SCEPTIC },
  { 0x1F929, 0x1F929, LUEUR_SIGN_STAR },    /* 🤩 */
  { 0x1F92A, 0x1F92A, LUEUR_SIGN_TONGUE },
  { 0x1F92B, 0x1F92B, LUEUR_SIGN_SHY },
  { 0x1F92C, 0x1F92C, LUEUR_SIGN_ANGRY },   /* 🤬 */
  { 0x1F92D, 0x1F92D, LUEUR_SIGN_SHY },     /* 🤭 */
  { 0x1F92E, 0x1F92E, LUEUR_SIGN_SICK },    /* 🤮 */
  { 0x1F92F, 0x1F92F, LUEUR_SIGN_SURPRISE }, /* 🤯 */
  { 0x1F914, 0x1F914, LUEUR_SIGN_THINK },   /* 🤔 */
  { 0x1F917, 0x1F917, LUEUR_SIGN_HUG },     /* 🤗 */
  { 0x1F919, 0x1F919, LUEUR_SIGN_COOL },
  { 0x1F937, 0x1F937, LUEUR_SIGN_SHRUG },   /* 🤷 */
  { 0x1F942, 0x1F943, LUEUR_SIGN_PARTY },
  { 0x1F947, 0x1F947, LUEUR_SIGN_STRONG },
  { 0x1F970, 0x1F970, LUEUR_SIGN_LOVE },    /* 🥰 */
  { 0x1F971, 0x1F971, LUEUR_SIGN_TIRED },
  { 0x1F972, 0x1F972, LUEUR_SIGN_CRY },
  { 0x1F973, 0x1F973, LUEUR_SIGN_PARTY },   /* 🥳 */
  { 0x1F974, 0x1F974, LUEUR_SIGN_SICK },
  { 0x1F975, 0x1F976, LUEUR_SIGN_SWEAT },
  { 0x1F979, 0x1F979, LUEUR_SIGN_LOVE },    /* 🥹 */
  { 0x1F97A, 0x1F97A, LUEUR_SIGN_SAD },     /* 🥺 */
  { 0x1F9E1, 0x1F9E1, LUEUR_SIGN_LOVE },
  { 0x1FA75, 0x1FA77, LUEUR_SIGN_LOVE },
  { 0x1FAC2, 0x1FAC2, LUEUR_SIGN_HUG },     /* 🫂 */
  { 0x1FAE0, 0x1FAE0, LUEUR_SIGN_SWEAT },
  { 0x1FAE3, 0x1FAE3, LUEUR_SIGN_SHY },
  { 0x1FAE4, 0x1FAE4, LUEUR_SIGN_SCEPTIC },
  { 0x1FAE8, 0x1FAE8, LUEUR_SIGN_SURPRISE },
  { 0x1FAF6, 0x1FAF6, LUEUR_SIGN_LOVE },
};

typedef struct
{
  const char *text;
  LueurSign sign;
} Emoticon;

/* Of several that fit, the first one counts: longer ones stand before shorter ones. */
static const Emoticon emoticons[] = {
  { "¯\\_(ツ)_/¯", LUEUR_SIGN_SHRUG },
  { "(ಥ﹏ಥ)", LUEUR_SIGN_CRY },
  { "ಠ_ಠ", LUEUR_SIGN_SCEPTIC },
  { "(ツ)", LUEUR_SIGN_SHRUG },
  { ">:-(", LUEUR_SIGN_ANGRY },
  { ":'-(", LUEUR_SIGN_CRY },
  { ":'-)", LUEUR_SIGN_LAUGH },
  { "^_^", LUEUR_SIGN_SMILE },
  { "^-^", LUEUR_SIGN_SMILE },
  { "T_T", LUEUR_SIGN_CRY },
  { "T.T", LUEUR_SIGN_CRY },
  { ";_;", LUEUR_SIGN_CRY },
  { "-_-", LUEUR_SIGN_SCEPTIC },
  { "-.-", LUEUR_SIGN_SCEPTIC },
  { ">_<", LUEUR_SIGN_TIRED },
  { ">.<", LUEUR_SIGN_TIRED },
  { "o_o", LUEUR_SIGN_SURPRISE },
  { "o_O", LUEUR_SIGN_SURPRISE },
  { "O_o", LUEUR_SIGN_SURPRISE },
  { "O_O", LUEUR_SIGN_SURPRISE },
  { "o.O", LUEUR_SIGN_SURPRISE },
  { "O.o", LUEUR_SIGN_SURPRISE },
  { "\\o/", LUEUR_SIGN_PARTY },
  { "</3", LUEUR_SIGN_BROKEN },
  { ">:(", LUEUR_SIGN_ANGRY },
  { ">:[", LUEUR_SIGN_ANGRY },
  { ">:)", LUEUR_SIGN_DEVIL },
  { ":'(", LUEUR_SIGN_CRY },
  { ":’(", LUEUR_SIGN_CRY },
  { "='(", LUEUR_SIGN_CRY },
  { ";-;", LUEUR_SIGN_CRY },
  { ":')", LUEUR_SIGN_LAUGH },
  { ":’)", LUEUR_SIGN_LAUGH },
  { ":'D", LUEUR_SIGN_LAUGH },
  { "X'D", LUEUR_SIGN_LAUGH },
  { ":-)", LUEUR_SIGN_SMILE },
  { ":-]", LUEUR_SIGN_SMILE },
  { ":^)", LUEUR_SIGN_SMILE },
  { ":o)", LUEUR_SIGN_SMILE },
  { ":-D", LUEUR_SIGN_GRIN },
  { ":-(", LUEUR_SIGN_SAD },
  { ":-[", LUEUR_SIGN_SAD },
  { ":-/", LUEUR_SIGN_SCEPTIC },
  { ":-\\", LUEUR_SIGN_SCEPTIC },
  { ":-|", LUEUR_SIGN_SCEPTIC },
  { ":-P", LUEUR_SIGN_TONGUE },
  { ":-p", LUEUR_SIGN_TONGUE },
  { ":-O", LUEUR_SIGN_SURPRISE },
  { ":-o", LUEUR_SIGN_SURPRISE },
  { ":-*", LUEUR_SIGN_KISS },
  { ":-$", LUEUR_SIGN_SHY },
  { ":-S", LUEUR_SIGN_SCEPTIC },
  { ":-s", LUEUR_SIGN_SCEPTIC },
  { ";-)", LUEUR_SIGN_WINK },
  { ";-P", LUEUR_SIGN_TONGUE },
  { "<3", LUEUR_SIGN_LOVE },
  { "^^", LUEUR_SIGN_SMILE },
  { ":)", LUEUR_SIGN_SMILE },
  { ":]", LUEUR_SIGN_SMILE },
  { "=)", LUEUR_SIGN_SMILE },
  { "=]", LUEUR_SIGN_SMILE },
  { "x)", LUEUR_SIGN_SMILE },
  { "X)", LUEUR_SIGN_SMILE },
  { ":3", LUEUR_SIGN_SMILE },
  { ":>", LUEUR_SIGN_SMILE },
  { ":D", LUEUR_SIGN_GRIN },
  { "=D", LUEUR_SIGN_GRIN },
  { "xD", LUEUR_SIGN_LAUGH },
  { "XD", LUEUR_SIGN_LAUGH },
  { "xd", LUEUR_SIGN_LAUGH },
  { ";)", LUEUR_SIGN_WINK },
  { ";D", LUEUR_SIGN_WINK },
  { ";]", LUEUR_SIGN_WINK },
  { ":P", LUEUR_SIGN_TONGUE },
  { ":p", LUEUR_SIGN_TONGUE },
  { "=P", LUEUR_SIGN_TONGUE },
  { "=p", LUEUR_SIGN_TONGUE },
  { ";P", LUEUR_SIGN_TONGUE },
  { ";p", LUEUR_SIGN_TONGUE },
  { "XP", LUEUR_SIGN_TONGUE },
  { ":(", LUEUR_SIGN_SAD },
  { ":[", LUEUR_SIGN_SAD },
  { ":c", LUEUR_SIGN_SAD },
  { ":<", LUEUR_SIGN_SAD },
  { "=(", LUEUR_SIGN_SAD },
  { ";(", LUEUR_SIGN_CRY },
  { ":/", LUEUR_SIGN_SCEPTIC },
  { ":\\", LUEUR_SIGN_SCEPTIC },
  { "=/", LUEUR_SIGN_SCEPTIC },
  { ":|", LUEUR_SIGN_SCEPTIC },
  { ":s", LUEUR_SIGN_SCEPTIC },
  { ":S", LUEUR_SIGN_SCEPTIC },
  { ":o", LUEUR_SIGN_SURPRISE },
  { ":O", LUEUR_SIGN_SURPRISE },
  { ":*", LUEUR_SIGN_KISS },
  { ":$", LUEUR_SIGN_SHY },
};

static int
is_alnum (unsigned char c)
{
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/**
 * lueur_sign_of_emoji:
 * @code: a Unicode code point
 *
 * Returns: what the emoji says, LUEUR_SIGN_OTHER for an emoji that says nothing in particular,
 *   LUEUR_SIGN_NONE for what is no emoji
 */
LueurSign
lueur_sign_of_emoji (uint32_t code)
{
  /* The table is small and most text never comes here. */
  for (size_t i = 0; i < sizeof emoji / sizeof *emoji; i++)
    if (code >= emoji[i].from && code <= emoji[i].to)
      return emoji[i].sign;
  if ((code >= 0x1F1E6 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x27BF) || (code >= 0x2B00 && code <= 0x2BFF))
    return LUEUR_SIGN_OTHER;
  return LUEUR_SIGN_NONE;
}

/**
 * lueur_sign_of_emoticon:
 * @text: where an emoticon may start
 * @length: bytes of @text
 * @before: the byte before @text, or 0 at the start of everything
 * @consumed: (out): bytes of the emoticon
 *
 * Returns: what the emoticon says, LUEUR_SIGN_NONE when there is none
 */
LueurSign
lueur_sign_of_emoticon (const char *text, size_t length, unsigned char before, size_t *consumed)
{
  for (size_t i = 0; i < sizeof emoticons / sizeof *emoticons; i++)
    {
      const char *e = emoticons[i].text;
      size_t n;
      unsigned char first, last;

      if (e[0] != text[0])
        continue;
      n = strlen (e);
      if (n > length || memcmp (e, text, n) != 0)
        continue;
      first = (unsigned char) e[0];
      last = (unsigned char) e[n - 1];
      /* “12:30”, “fax: do”, “boxd” are none. A heart may touch words, but “<30” is a number. */
      if (is_alnum (first) && is_alnum (before))
        continue;
      if (is_alnum (last) && n < length && is_alnum ((unsigned char) text[n]))
        continue;
      if (first == ':' && before >= '0' && before <= '9')
        continue;
      /* “:))))” is one sign. */
      while (n < length && text[n] == (char) last && !is_alnum (last))
        n++;
      *consumed = n;
      return emoticons[i].sign;
    }
  return LUEUR_SIGN_NONE;
}
