/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/rig-document.h"

G_BEGIN_DECLS

/* Whether an element of SVG may be there. */
gboolean lueur_rig_allows (const char *element);
/* Counts the commands of outlines, too. */
gboolean lueur_rig_check_attribute (LueurRigDocument *document, const char *name, const char *value, GError **error);
gboolean lueur_rig_check_css (const char *text, GError **error);
/* What only shows once all is read: repetitions, layers, the page, which is put down in @document. */
gboolean lueur_rig_check_whole (LueurRigDocument *document, GError **error);

/* One sentence each; all give FALSE. */
gboolean lueur_rig_refuse (GError **error, LueurRigError code, const char *message);
gboolean lueur_rig_refuse_with (GError **error, LueurRigError code, const char *format, const char *what);
gboolean lueur_rig_refuse_number (GError **error, const char *where);

G_END_DECLS
