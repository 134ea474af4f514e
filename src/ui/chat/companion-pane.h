/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/persona.h"
#include "ui/avatar/avatar.h"

G_BEGIN_DECLS

/**
 * LueurPaneShape:
 * @LUEUR_PANE_COLUMN: a large face beside the chat, the name under it
 * @LUEUR_PANE_STRIP: a small face above the chat, the name beside it
 * @LUEUR_PANE_THIN: the same with hardly a face, where there is no height
 */
typedef enum
{
  LUEUR_PANE_COLUMN,
  LUEUR_PANE_STRIP,
  LUEUR_PANE_THIN,
} LueurPaneShape;

GType lueur_pane_shape_get_type (void);
#define LUEUR_TYPE_PANE_SHAPE (lueur_pane_shape_get_type ())

#define LUEUR_TYPE_COMPANION_PANE (lueur_companion_pane_get_type ())
G_DECLARE_FINAL_TYPE (LueurCompanionPane, lueur_companion_pane, LUEUR, COMPANION_PANE, GtkWidget)

/*
 * LueurCompanionPane: the companion's face, name, what it is doing, and, for as long as no model is
 * connected, that its words are scripted.
 *
 * Properties: persona (LueurPersona, nullable), shape (LueurPaneShape), status (string, nullable), scripted (bool).
 */
GtkWidget      *lueur_companion_pane_new (void);
LueurAvatar    *lueur_companion_pane_get_avatar (LueurCompanionPane *self);
void            lueur_companion_pane_set_persona (LueurCompanionPane *self, LueurPersona *persona);
void            lueur_companion_pane_set_shape (LueurCompanionPane *self, LueurPaneShape shape);
void            lueur_companion_pane_set_status (LueurCompanionPane *self, const char *status);
void            lueur_companion_pane_set_scripted (LueurCompanionPane *self, gboolean scripted);

G_END_DECLS
