/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_FAULT_BOX (lueur_fault_box_get_type ())
G_DECLARE_FINAL_TYPE (LueurFaultBox, lueur_fault_box, LUEUR, FAULT_BOX, GtkWidget)

/*
 * LueurFaultBox: what went wrong with a reply, in one sentence, and what to do next, with its buttons:
 * message.retry, win.preferences, win.new-conversation.
 */
GtkWidget *lueur_fault_box_new (void);
void       lueur_fault_box_set (LueurFaultBox *self, const char *error_code, const char *detail);

G_END_DECLS
