/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/wellbeing/time/records.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_PEOPLE_PAGE (lueur_people_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurPeoplePage, lueur_people_page, LUEUR, PEOPLE_PAGE, AdwNavigationPage)

/*
 * LueurPeoplePage: “my people”, and a gentle prompt to write to one of them. Mail and phone open in the person's own
 * apps. Actions: people.add, people.edit (s), people.write (s), people.call (s), the parameter being the contact's id.
 */
void lueur_people_page_set_records (LueurPeoplePage *self, LueurRecords *records);

G_END_DECLS
