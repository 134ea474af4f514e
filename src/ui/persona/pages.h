/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/persona/wizard-page.h"

G_BEGIN_DECLS

/* The steps of the wizard, one file each. */

#define LUEUR_TYPE_PAGE_RELATION (lueur_page_relation_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageRelation, lueur_page_relation, LUEUR, PAGE_RELATION, LueurWizardPage)

#define LUEUR_TYPE_PAGE_IDENTITY (lueur_page_identity_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageIdentity, lueur_page_identity, LUEUR, PAGE_IDENTITY, LueurWizardPage)

#define LUEUR_TYPE_PAGE_TEMPERAMENT (lueur_page_temperament_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageTemperament, lueur_page_temperament, LUEUR, PAGE_TEMPERAMENT, LueurWizardPage)

#define LUEUR_TYPE_PAGE_LOOK (lueur_page_look_get_type ())
G_DECLARE_FINAL_TYPE (LueurPageLook, lueur_page_look, LUEUR, PAGE_LOOK, LueurWizardPage)

G_END_DECLS
