/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/exercises/breath.h"

#include <math.h>

/**
 * lueur_breath_at:
 * @seconds: since the first breath began; before it, it is its beginning
 * @breath: (out): where it is then
 *
 * Paced breathing, as a pure function of time: whoever shows it may look as often as they like.
 */
void
lueur_breath_at (double seconds, LueurBreath *breath)
{
  const double whole = LUEUR_BREATH_IN_SECONDS + LUEUR_BREATH_OUT_SECONDS;
  double at, share;

  seconds = isfinite (seconds) ? MAX (seconds, 0) : 0;
  breath->done = seconds >= whole * LUEUR_BREATH_COUNT;
  if (breath->done)
    {
      *breath = (LueurBreath){ FALSE, 0, 1, LUEUR_BREATH_COUNT - 1, TRUE };
      return;
    }
  breath->round = (guint) (seconds / whole);
  at = seconds - breath->round * whole;
  breath->inwards = at < LUEUR_BREATH_IN_SECONDS;
  share = breath->inwards ? at / LUEUR_BREATH_IN_SECONDS : 1 - (at - LUEUR_BREATH_IN_SECONDS) / LUEUR_BREATH_OUT_SECONDS;
  breath->left = (guint) ceil ((breath->inwards ? LUEUR_BREATH_IN_SECONDS : whole) - at);
  breath->left = MAX (breath->left, 1);
  /* Lungs start and stop softly. */
  breath->depth = 0.5 - 0.5 * cos (G_PI * share);
}
