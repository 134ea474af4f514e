/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurWizard: makes a companion in a few steps, or changes one.
 *
 * Properties: persona (LueurPersona: what is edited), page (LueurWizardPage: what is shown).
 * Action: "wizard.page" ("s"): shows the page of that tag ("relation", "identity", …, "review").
 * Signals: "saved" (LueurPersona *persona): it is stored; the dialog closes by itself.
 */
#define LUEUR_TYPE_WIZARD (lueur_wizard_get_type ())
G_DECLARE_FINAL_TYPE (LueurWizard, lueur_wizard, LUEUR, WIZARD, AdwDialog)

/* @persona: (nullable): NULL for a new one; else a stored one, changed only when it is saved */
LueurWizard *lueur_wizard_new (LueurContext *context, LueurPersona *persona);

G_END_DECLS
