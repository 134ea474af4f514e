/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurReviewDialog: what works with a companion and what bothers, and edits that come of it, each to be accepted or
 * not. Actions: review.next, review.apply.
 */
#define LUEUR_TYPE_REVIEW_DIALOG (lueur_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurReviewDialog, lueur_review_dialog, LUEUR, REVIEW_DIALOG, AdwDialog)

AdwDialog *lueur_review_dialog_new (LueurContext *context, LueurPersona *persona);
/* For tests: what the person answers. */
void       lueur_review_dialog_answer (LueurReviewDialog *self, const char *works, const char *bothers);

G_END_DECLS
