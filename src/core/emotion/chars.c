/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/chars.h"

/* U+00C0 to U+017F without their accents; a dot stands for “not a letter”. */
static const char latin[][3] = {
  "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", /* C0 */
  "d", "n", "o", "o", "o", "o", "o", ".", "o", "u", "u", "u", "u", "y", "th", "ss",
  "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", /* E0 */
  "d", "n", "o", "o", "o", "o", "o", ".", "o", "u", "u", "u", "u", "y", "th", "y",
  "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", /* 100 */
  "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
  "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", /* 120 */
  "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
  "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", /* 140 */
  "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
  "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", /* 160 */
  "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};

/* One code point; -1 for a byte that starts none (the caller skips one byte). */
int32_t
lueur_char_decode (const unsigned char *s, size_t left, size_t *size)
{
  static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
  size_t n = s[0] < 0x80 ? 1 : s[0] >= 0xC2 && s[0] < 0xE0 ? 2 : s[0] >= 0xE0 && s[0] < 0xF0 ? 3 : s[0] >= 0xF0 && s[0] < 0xF5 ? 4 : 0;
  uint32_t c;

  *size = 1;
  if (n == 1)
    return s[0];
  if (n == 0 || n > left)
    return -1;
  c = s[0] & (0x7Fu >> n);
  for (size_t i = 1; i < n; i++)
    {
      if ((s[i] & 0xC0) != 0x80)
        return -1;
      c = c << 6 | (s[i] & 0x3F);
    }
  if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
    return -1;
  *size = n;
  return (int32_t) c;
}

int
lueur_char_is_invisible (uint32_t c)
{
  return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5
         || (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF
         || c == 0xFFA0 || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0000 && c <= 0xE0FFF)
         || (c >= 0x300 && c <= 0x36F) || c == 0x20E3;
}

int
lueur_char_is_stranger (uint32_t c)
{
  if (c < 0x180)
    return c == 0xAA || c == 0xB5 || c == 0xBA;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x3004) && !(c >= 0x3008 && c <= 0x3020)
         && !(c >= 0xE000 && c <= 0xF8FF) && !(c >= 0xFE10 && c <= 0xFE6F) && !(c >= 0xFFE0);
}

/* The plain ASCII that a character counts as: "" for what only separates. */
const char *
lueur_char_fold (uint32_t c, char buffer[2])
{
  if (c >= 0xFF01 && c <= 0xFF5E) /* full width */
    c -= 0xFEE0;
  if (c < 0x80)
    {
      buffer[0] = (char) (c >= 'A' && c <= 'Z' ? c + 32 : c);
      return buffer;
    }
  if (c >= 0xC0 && c < 0x180)
    return latin[c - 0xC0][0] == '.' ? "" : latin[c - 0xC0];
  switch (c)
    {
    case 0x2018: case 0x2019: case 0x201B: case 0x2BC: case 0xB4:
      return "'";
    case 0xAB: case 0xBB: case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2039: case 0x203A:
      return "\"";
    case 0x2026:
      return "...";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return "-";
    case 0xA1:
      return "!";
    case 0xBF:
      return "?";
    case 0x3001: case 0x3002:
      return ".";
    case 0xA3: case 0x20AC:
      return "$";
    default:
      return "";
    }
}

int
lueur_char_is_upper (uint32_t c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x152 || c == 0x178;
}
