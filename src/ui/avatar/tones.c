/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tones: base, shade, light, deep and line of a material from one colour, in OKLCH (B. Ottosson, “A
 * perceptual color space for image processing”, 2020), where equal steps of lightness look equal for
 * every hue. Shadows on skin are not grey: light that has gone through it comes out redder, so shades
 * turn a little towards 40° and gain chroma; very dark bases have less room below, very pale ones less
 * above, so steps shrink towards both ends instead of being clipped.
 */

#include <math.h>

#include "ui/avatar/rig-style.h"

typedef struct
{
  double l, c, h; /* h in degrees */
} Oklch;

static double
to_linear (double v)
{
  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
from_linear (double v)
{
  return v <= 0.0031308 ? v * 12.92 : 1.055 * pow (v, 1 / 2.4) - 0.055;
}

static Oklch
to_oklch (const GdkRGBA *rgba)
{
  double r = to_linear (rgba->red), g = to_linear (rgba->green), b = to_linear (rgba->blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  double bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;

  return (Oklch){ 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, hypot (a, bb),
                  atan2 (bb, a) * 180 / G_PI };
}

static gboolean
try_rgb (const Oklch *colour, double c, double rgb[3])
{
  double a = c * cos (colour->h * G_PI / 180), b = c * sin (colour->h * G_PI / 180);
  double l = pow (colour->l + 0.3963377774 * a + 0.2158037573 * b, 3);
  double m = pow (colour->l - 0.1055613458 * a - 0.0638541728 * b, 3);
  double s = pow (colour->l - 0.0894841775 * a - 1.2914855480 * b, 3);
  gboolean inside = TRUE;

  rgb[0] = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  rgb[1] = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  rgb[2] = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
  for (guint i = 0; i < 3; i++)
    inside = inside && rgb[i] >= -0.0005 && rgb[i] <= 1.0005;
  return inside;
}

/* Colours that a screen cannot show lose chroma, not hue. */
static GdkRGBA
from_oklch (const Oklch *colour)
{
  double rgb[3], low = 0, high = colour->c;

  if (!try_rgb (colour, high, rgb))
    for (guint i = 0; i < 16; i++)
      {
        double middle = (low + high) / 2;

        if (try_rgb (colour, middle, rgb))
          low = middle;
        else
          high = middle;
      }
  try_rgb (colour, low > 0 ? low : high, rgb);
  return (GdkRGBA){ (float) CLAMP (from_linear (CLAMP (rgb[0], 0, 1)), 0, 1),
                    (float) CLAMP (from_linear (CLAMP (rgb[1], 0, 1)), 0, 1),
                    (float) CLAMP (from_linear (CLAMP (rgb[2], 0, 1)), 0, 1), 1 };
}

/* Turns @hue by @share of the way to @goal, the short way round. */
static double
turn (double hue, double goal, double share)
{
  double way = fmod (goal - hue + 540, 360) - 180;

  return hue + way * share;
}

void
lueur_tones_derive (const char *material, const GdkRGBA *base, GdkRGBA tones[LUEUR_N_TONES])
{
  gboolean warm = g_str_equal (material, "skin") || g_str_equal (material, "lips");
  gboolean hair = g_str_equal (material, "hair");
  Oklch b = to_oklch (base);
  /* Where the shade leads: red-orange in living things, else towards blue like the sky's own shadow. */
  double goal = warm || hair ? 38 : 280;
  double share = warm ? 0.18 : hair ? 0.06 : 0.05;
  double down = 0.35 + 0.65 * CLAMP (b.l / 0.8, 0, 1); /* room for darker tones */
  double up = 0.3 + 0.7 * CLAMP ((1 - b.l) / 0.45, 0, 1);
  double richer = warm ? 1.08 : 1.04;
  Oklch tone;

  tones[LUEUR_TONE_BASE] = *base;
  tones[LUEUR_TONE_BASE].alpha = 1;

  tone = (Oklch){ b.l - 0.09 * down, b.c * richer + (warm ? 0.004 : 0), turn (b.h, goal, share) };
  tones[LUEUR_TONE_SHADE] = from_oklch (&tone);

  tone = (Oklch){ MAX (b.l, MIN (b.l + (hair ? 0.10 : 0.065) * up, 0.995)), b.c * (warm ? 0.8 : 0.92), turn (b.h, 85, warm ? 0.12 : 0.03) };
  tones[LUEUR_TONE_LIGHT] = from_oklch (&tone);

  tone = (Oklch){ b.l - 0.19 * down, b.c * (warm ? 1.1 : 1.05) + (warm ? 0.008 : 0), turn (b.h, goal, share * 1.7) };
  tones[LUEUR_TONE_DEEP] = from_oklch (&tone);

  tone = (Oklch){ MAX (b.l - 0.33 * down, 0.11), b.c * (warm ? 1.0 : 0.95) + (warm ? 0.008 : 0), turn (b.h, goal, share * 2) };
  tones[LUEUR_TONE_LINE] = from_oklch (&tone);
}

/**
 * lueur_tones_lips_of:
 * @skin: the skin
 * @lips: (out caller-allocates): lips that go with it
 *
 * Lips that nobody chose a colour for follow the skin: rosier and a little darker, so that no deep skin
 * wears the lips of a pale one.
 */
void
lueur_tones_lips_of (const GdkRGBA *skin, GdkRGBA *lips)
{
  Oklch s = to_oklch (skin);
  Oklch rose = { MAX (s.l * 0.79, s.l * 0.5 + 0.23), CLAMP (s.c * 1.2, 0.075, 0.12), 28 };
  double a = s.c * cos (s.h * G_PI / 180), b = s.c * sin (s.h * G_PI / 180);

  /* A little of the skin stays in them. */
  a += (rose.c * cos (rose.h * G_PI / 180) - a) * 0.85;
  b += (rose.c * sin (rose.h * G_PI / 180) - b) * 0.85;
  *lips = from_oklch (&(Oklch){ s.l + (rose.l - s.l) * 0.85, hypot (a, b), atan2 (b, a) * 180 / G_PI });
}

void
lueur_tones_append_css (GString *css, const char *material, const GdkRGBA tones[LUEUR_N_TONES])
{
  static const char *const suffix[LUEUR_N_TONES] = { "", "-shade", "-light", "-deep", "-line" };

  for (guint t = 0; t < LUEUR_N_TONES; t++)
    {
      guint r = (guint) (tones[t].red * 255 + 0.5f), g = (guint) (tones[t].green * 255 + 0.5f),
            b = (guint) (tones[t].blue * 255 + 0.5f);

      g_string_append_printf (css,
                              ".%1$s%2$s{fill:#%3$02x%4$02x%5$02x!important}"
                              ".%1$s%2$s.stroke{fill:none!important;stroke:#%3$02x%4$02x%5$02x!important}"
                              "stop.%1$s%2$s{stop-color:#%3$02x%4$02x%5$02x!important}\n",
                              material, suffix[t], r, g, b);
    }
}
