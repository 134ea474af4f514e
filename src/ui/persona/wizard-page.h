/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"
#include "core/wish/wish.h"

G_BEGIN_DECLS

/**
 * LueurWizardPage:
 *
 * One step of the wizard: a page that edits the persona it is given. Steps read and write the persona's
 * properties and know nothing of each other.
 *
 * A row whose widget name is that of a field of the persona ("tastes", "emoji", …) is bound to it, whatever kind of row it
 * is, and bears a star where the field was understood from a sentence; a group with such a name bears the star alone.
 *
 * Properties: title (string), tag (string: its name), persona, person (LueurPerson, nullable), context (all three set once),
 * minor (bool: the person said that they are not an adult; what needs one is not shown).
 */
#define LUEUR_TYPE_WIZARD_PAGE (lueur_wizard_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (LueurWizardPage, lueur_wizard_page, LUEUR, WIZARD_PAGE, AdwBin)

/**
 * LueurWizardPageClass:
 * @bind: called once, when the page is given its persona
 */
struct _LueurWizardPageClass
{
  AdwBinClass parent_class;

  void (*bind) (LueurWizardPage *self, LueurPersona *persona);
};

LueurPersona *lueur_wizard_page_get_persona (LueurWizardPage *self);
LueurPerson  *lueur_wizard_page_get_person (LueurWizardPage *self);
LueurContext *lueur_wizard_page_get_context (LueurWizardPage *self);
const char   *lueur_wizard_page_get_title (LueurWizardPage *self);
const char   *lueur_wizard_page_get_tag (LueurWizardPage *self);
/* Which fields bear a star. */
void          lueur_wizard_page_set_inferred (LueurWizardPage *self, LueurFieldSet inferred);

G_END_DECLS
