/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/persona/wizard-page.h"

G_BEGIN_DECLS

/* The steps of the wizard, one file each; those that are rows and nothing else are in pages-plain.c. */

/*
 * LueurPageStart: how to begin.
 *
 * Signals: "wished" (LueurWish *wish): a sentence was read.
 */
#define LUEUR_TYPE_PAGE_START (lueur_page_start_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageStart, lueur_page_start, LUEUR, PAGE_START, LueurWizardPage)
/* Where the sentence is written. */
/* Nothing that is being read of the sentence is waited for any more. */
void       lueur_page_start_stop (LueurPageStart *self);
GtkWidget *lueur_page_start_get_entry (LueurPageStart *self);

#define LUEUR_TYPE_PAGE_RELATION (lueur_page_relation_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageRelation, lueur_page_relation, LUEUR, PAGE_RELATION, LueurWizardPage)

#define LUEUR_TYPE_PAGE_IDENTITY (lueur_page_identity_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageIdentity, lueur_page_identity, LUEUR, PAGE_IDENTITY, LueurWizardPage)

#define LUEUR_TYPE_PAGE_TEMPERAMENT (lueur_page_temperament_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageTemperament, lueur_page_temperament, LUEUR, PAGE_TEMPERAMENT, LueurWizardPage)

#define LUEUR_TYPE_PAGE_INTIMACY (lueur_page_intimacy_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageIntimacy, lueur_page_intimacy, LUEUR, PAGE_INTIMACY, LueurWizardPage)

#define LUEUR_TYPE_PAGE_LIMITS (lueur_page_limits_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageLimits, lueur_page_limits, LUEUR, PAGE_LIMITS, LueurWizardPage)

#define LUEUR_TYPE_PAGE_DETAILS (lueur_page_details_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageDetails, lueur_page_details, LUEUR, PAGE_DETAILS, LueurWizardPage)

#define LUEUR_TYPE_PAGE_RHYTHM (lueur_page_rhythm_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageRhythm, lueur_page_rhythm, LUEUR, PAGE_RHYTHM, LueurWizardPage)

#define LUEUR_TYPE_PAGE_LOOK (lueur_page_look_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageLook, lueur_page_look, LUEUR, PAGE_LOOK, LueurWizardPage)

#define LUEUR_TYPE_PAGE_REVIEW (lueur_page_review_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageReview, lueur_page_review, LUEUR, PAGE_REVIEW, LueurWizardPage)

G_END_DECLS
