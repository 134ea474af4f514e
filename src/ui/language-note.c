/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/language-note.h"

#include <glib/gi18n.h>

#include "core/language.h"

const char *
lueur_language_note (void)
{
  if (lueur_language_is_whole ())
    return NULL;
  /* Translators: this is shown in every language but English and French, so that nobody counts on what is not there. A
   * language ships only with this sentence in it. Put “this language” as people call it in yours, if that reads better. */
  return _("The interface is in your language; not everything is. Écho, the ready companions, the exercises, the words for "
           "feelings and the pages of help are in English and French only. So is what Lueur reads in your messages: in any other language it notices "
           "neither feelings nor danger.");
}

char *
lueur_closure_language_note (GObject *self)
{
  const char *note = lueur_language_note ();

  return g_strdup (note != NULL ? note : "");
}

gboolean
lueur_closure_has_language_note (GObject *self)
{
  return lueur_language_note () != NULL;
}
