/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No link is longer (bytes), and no name in one (characters). */
#define LUEUR_LINK_MAX_BYTES 2048
#define LUEUR_LINK_MAX_CHARS 120

/**
 * LueurLinkKind:
 * @LUEUR_LINK_UNKNOWN: nothing that this version knows, or not well formed
 * @LUEUR_LINK_COMPANION: lueur:companion/NAME
 * @LUEUR_LINK_EXERCISE: lueur:exercise/ID
 * @LUEUR_LINK_HELP: lueur:help/PAGE
 * @LUEUR_LINK_IMPORT: lueur:import?url=URL: told of, never fetched
 */
typedef enum
{
  LUEUR_LINK_UNKNOWN,
  LUEUR_LINK_COMPANION,
  LUEUR_LINK_EXERCISE,
  LUEUR_LINK_HELP,
  LUEUR_LINK_IMPORT,
} LueurLinkKind;

/*
 * What a link of the scheme “lueur” asks for. It comes from anywhere: a page, a mail, another program. Nothing follows
 * from it but a question to the person.
 */
gboolean      lueur_link_is (const char *uri);
/* @what: (out) (transfer full) (nullable): the name in it, as it may be shown; the host of a card; NULL where unknown */
LueurLinkKind lueur_link_parse (const char *uri, char **what);

G_END_DECLS
