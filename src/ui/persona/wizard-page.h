/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/persona.h"

G_BEGIN_DECLS

/**
 * LueurWizardPage:
 *
 * One step of the wizard: a page that edits the persona it is given. Steps read and write the persona's
 * properties and know nothing of each other.
 */
#define LUEUR_TYPE_WIZARD_PAGE (lueur_wizard_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (LueurWizardPage, lueur_wizard_page, LUEUR, WIZARD_PAGE, AdwNavigationPage)

/**
 * LueurWizardPageClass:
 * @bind: called once, when the page is given its persona
 */
struct _LueurWizardPageClass
{
  AdwNavigationPageClass parent_class;

  void (*bind) (LueurWizardPage *self, LueurPersona *persona);
};

LueurPersona *lueur_wizard_page_get_persona (LueurWizardPage *self);

G_END_DECLS
