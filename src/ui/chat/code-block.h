/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_CODE_BLOCK (lueur_code_block_get_type ())
G_DECLARE_FINAL_TYPE (LueurCodeBlock, lueur_code_block, LUEUR, CODE_BLOCK, GtkWidget)

/* LueurCodeBlock: verbatim text that scrolls sideways, with its language and a button that copies it. */
GtkWidget *lueur_code_block_new (void);
void       lueur_code_block_set (LueurCodeBlock *self, const char *code, const char *language);

G_END_DECLS
