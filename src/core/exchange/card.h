/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/exchange/json-doc.h"

G_BEGIN_DECLS

/* Largest file that is looked at, and what an archive may unpack to. */
#define LUEUR_CARD_MAX_BYTES (64 * 1024 * 1024)
#define LUEUR_CARD_MAX_UNPACKED (96 * 1024 * 1024)

#define LUEUR_CARD_ERROR (lueur_card_error_quark ())
GQuark lueur_card_error_quark (void);

/**
 * LueurCardError:
 *
 * Why a file is not taken. The message of the error is one plain English sentence; the interface has its own words
 * for each code.
 */
typedef enum
{
  LUEUR_CARD_ERROR_NOT_A_CARD, /* a picture without a card in it, JSON of something else, no known format */
  LUEUR_CARD_ERROR_NO_NAME,    /* a card for nobody */
  LUEUR_CARD_ERROR_DAMAGED,    /* cut short, a checksum that is wrong, lengths that lie, JSON or base64 that is none */
  LUEUR_CARD_ERROR_NOT_TEXT,   /* text in it is not UTF-8 */
  LUEUR_CARD_ERROR_TOO_LARGE,  /* over a cap: size, number of values or files, depth */
  LUEUR_CARD_ERROR_ESCAPES,    /* an archive with names that lead out of it */
  LUEUR_CARD_ERROR_IO,         /* the file cannot be read */
} LueurCardError;

typedef enum
{
  LUEUR_CARD_JSON,
  LUEUR_CARD_PNG,
  LUEUR_CARD_CHARX,
} LueurCardContainer;

typedef enum
{
  LUEUR_CARD_V1,
  LUEUR_CARD_V2,
  LUEUR_CARD_V3,
  LUEUR_CARD_BOOK, /* a lorebook of its own, of nobody's */
} LueurCardSpec;

/**
 * LueurCardField:
 *
 * The texts of a card, by the names that its authors know.
 */
typedef enum
{
  LUEUR_CARD_NAME,
  LUEUR_CARD_NICKNAME,
  LUEUR_CARD_DESCRIPTION,
  LUEUR_CARD_PERSONALITY,
  LUEUR_CARD_SCENARIO,
  LUEUR_CARD_FIRST_MESSAGE,
  LUEUR_CARD_EXAMPLES,
  LUEUR_CARD_SYSTEM_PROMPT,
  LUEUR_CARD_POST_HISTORY,
  LUEUR_CARD_CREATOR_NOTES,
  LUEUR_CARD_CREATOR,
  LUEUR_CARD_VERSION,
} LueurCardField;
#define LUEUR_N_CARD_FIELDS (LUEUR_CARD_VERSION + 1)

/**
 * LueurCardAsset:
 * @type: "icon", "emotion", "background", "user_icon", or another word
 * @name: "main", or for an emotion what it shows
 * @ext: ending of the file, without the dot
 * @uri: as the card writes it; of a "data:" one, what comes before the data
 * @bytes: (nullable): what it holds; %NULL when it lies elsewhere (https) or is missing. Nothing is fetched.
 */
typedef struct
{
  char *type;
  char *name;
  char *ext;
  char *uri;
  GBytes *bytes;
} LueurCardAsset;

/**
 * LueurCard:
 *
 * A character card, or a lorebook, with the bytes it came in. Counted, and never changes: any thread may read one.
 */
typedef struct _LueurCard LueurCard;

/* What the file is tells itself; its name is not asked. Any thread. */
LueurCard *lueur_card_new_from_bytes (GBytes *file, GError **error);
/* Blocks. */
LueurCard *lueur_card_load (GFile *file, GCancellable *cancellable, GError **error);
void       lueur_card_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LueurCard *lueur_card_load_finish (GAsyncResult *result, GError **error);
LueurCard *lueur_card_ref (LueurCard *self);
void       lueur_card_unref (LueurCard *self);

GBytes            *lueur_card_get_file (const LueurCard *self); /* (transfer none): as it came */
LueurCardContainer lueur_card_get_container (const LueurCard *self);
LueurCardSpec      lueur_card_get_spec (const LueurCard *self);
/* "1.0", "2.0", "3.0", or what it says */
const char        *lueur_card_get_spec_version (const LueurCard *self);
/* Written to a later specification than this version knows: read as the last known one. */
gboolean           lueur_card_is_newer (const LueurCard *self);
/* (transfer full), never NULL; whole, as far as a string can hold it. */
char              *lueur_card_dup_field (const LueurCard *self, LueurCardField field);
GStrv              lueur_card_dup_greetings (const LueurCard *self); /* the alternate ones */
GStrv              lueur_card_dup_tags (const LueurCard *self);
/* The creator's notes in @language where the card has them, else those it has. */
char              *lueur_card_dup_notes (const LueurCard *self, const char *language);
GPtrArray         *lueur_card_get_assets (const LueurCard *self); /* (transfer none) (element-type LueurCardAsset) */
/* The picture to show the card with: its main icon, else the picture it came in. (transfer full) (nullable) */
GBytes            *lueur_card_dup_picture (const LueurCard *self);
/* The JSON that counts, the object that holds the card's members in it, and the one of the book
 * (LUEUR_JSON_NOWHERE when there is none). */
LueurJsonDoc      *lueur_card_get_doc (const LueurCard *self); /* (transfer none) */
guint              lueur_card_get_data (const LueurCard *self);
guint              lueur_card_get_book (const LueurCard *self);

/* The name a field has in the card's JSON. */
const char *lueur_card_field_get_name (LueurCardField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurCard, lueur_card_unref)

G_END_DECLS
