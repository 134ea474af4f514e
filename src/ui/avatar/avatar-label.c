/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an avatar tells a screen reader, and how often. */

#include <math.h>

#include "ui/avatar/avatar-self.h"
#include "ui/avatar/describe.h"

#define LABEL_SECONDS 2

static void
on_label_due (gpointer data)
{
  LueurAvatar *self = data;

  self->label_id = 0;
  self->stats.n_wakes++;
  lueur_avatar_update_label (self);
}

/* At most one change in two seconds: a screen reader must be able to finish. */
void
lueur_avatar_update_label (LueurAvatar *self)
{
  double now = lueur_avatar_now ();
  g_autofree char *label
      = lueur_avatar_describe (self->person, lueur_actor_get_shown (&self->actor, now), self->actor.state);

  if (g_strcmp0 (label, self->label) == 0)
    {
      g_clear_handle_id (&self->label_id, g_source_remove);
      return;
    }
  if (self->label != NULL && now - self->labelled_at < LABEL_SECONDS)
    {
      if (self->label_id == 0 && lueur_avatar_is_seen (self))
        {
          self->label_id = g_timeout_add_once ((guint) ceil ((LABEL_SECONDS - (now - self->labelled_at)) * 1000),
                                               on_label_due, self);
          g_source_set_name_by_id (self->label_id, "[lueur] avatar label");
        }
      return;
    }
  g_clear_handle_id (&self->label_id, g_source_remove);
  self->labelled_at = now;
  self->stats.n_label_changes++;
  g_set_str (&self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
