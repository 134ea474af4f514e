/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/less-motion.h"

#define PREFERENCE "gtk-interface-reduced-motion"
#define ANIMATIONS "gtk-enable-animations"
/* GTK_REDUCED_MOTION_REDUCE, which the oldest GTK that Lueur runs on does not know. */
#define REDUCE 1

static gboolean
wants_less (GObject *settings)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (settings, PREFERENCE, &value);
  return G_VALUE_HOLDS_ENUM (&value) && g_value_get_enum (&value) == REDUCE;
}

static void
apply (GObject *settings)
{
  gboolean ours = g_object_get_data (settings, "lueur-less-motion") != NULL, less = wants_less (settings);

  if (ours == less)
    return;
  g_object_set_data (settings, "lueur-less-motion", less ? settings : NULL);
  /* Given back to the desktop, which may have turned it off itself. */
  if (!less && GTK_IS_SETTINGS (settings))
    gtk_settings_reset_property (GTK_SETTINGS (settings), ANIMATIONS);
  else
    g_object_set (settings, ANIMATIONS, !less, NULL);
}

void
lueur_less_motion_follow (GObject *settings)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (settings), PREFERENCE) == NULL)
    return;
  g_signal_connect (settings, "notify::" PREFERENCE, G_CALLBACK (apply), NULL);
  apply (settings);
}
