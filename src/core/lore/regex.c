/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * PCRE2 has limits on how often it goes back, but counts them anew at every place of the text where a match may
 * begin; and time cannot be the limit, because the same request must come out of the same conversation. So every
 * step of a pattern calls us, and we count: one for the step, and more for the text that it ran over.
 */

#include "core/lore/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

/* Text run over in one step that costs as much as the step. */
#define RUN 16
/* Backtracking points kept, in KiB, and depth of calls of a pattern to itself. */
#define HEAP_KIB 4096
#define DEPTH 2000

struct _LueurLoreRegex
{
  pcre2_code *code;
};

/* Where the flags of "/pattern/flags" begin, or NULL. */
static const char *
find_flags (const char *text)
{
  const char *slash = *text == '/' ? strrchr (text + 1, '/') : NULL;

  return slash != NULL && slash > text + 1 && strspn (slash + 1, "dgimsuvy") == strlen (slash + 1) ? slash + 1 : NULL;
}

gboolean
lueur_lore_regex_is (const char *text)
{
  return find_flags (text) != NULL;
}

LueurLoreRegex *
lueur_lore_regex_new (const char *text, gboolean caseless)
{
  const char *flags = find_flags (text);
  const char *pattern = flags != NULL ? text + 1 : text;
  gsize length = flags != NULL ? (gsize) (flags - 1 - pattern) : strlen (pattern);
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK | PCRE2_AUTO_CALLOUT | PCRE2_ALT_BSUX |
                     PCRE2_NEVER_BACKSLASH_C | PCRE2_MATCH_UNSET_BACKREF;
  pcre2_compile_context *context;
  pcre2_code *code;
  LueurLoreRegex *self;
  int wrong;
  PCRE2_SIZE where;

  if (length == 0 || length > LUEUR_LORE_REGEX_MAX)
    return NULL;
  if (flags != NULL ? strchr (flags, 'i') != NULL : caseless)
    options |= PCRE2_CASELESS;
  if (flags != NULL && strchr (flags, 'm') != NULL)
    options |= PCRE2_MULTILINE;
  if (flags != NULL && strchr (flags, 's') != NULL)
    options |= PCRE2_DOTALL;
  context = pcre2_compile_context_create (NULL);
  pcre2_set_compile_extra_options (context, PCRE2_EXTRA_ALT_BSUX);
  pcre2_set_parens_nest_limit (context, 50);
  pcre2_set_newline (context, PCRE2_NEWLINE_ANYCRLF);
  code = pcre2_compile ((PCRE2_SPTR) pattern, length, options, &wrong, &where, context);
  pcre2_compile_context_free (context);
  if (code == NULL)
    return NULL;
  self = g_new0 (LueurLoreRegex, 1);
  self->code = code;
  return self;
}

void
lueur_lore_regex_free (LueurLoreRegex *self)
{
  pcre2_code_free (self->code);
  g_free (self);
}

typedef struct
{
  gint64 fuel;
  PCRE2_SIZE last;
} Work;

static int
count (pcre2_callout_block *block, void *data)
{
  Work *work = data;
  PCRE2_SIZE at = block->current_position;

  work->fuel -= 1 + (gint64) ((at > work->last ? at - work->last : work->last - at) / RUN);
  work->last = at;
  return work->fuel > 0 ? 0 : PCRE2_ERROR_CALLOUT;
}

/**
 * lueur_lore_regex_match:
 * @text: valid UTF-8
 * @fuel: (inout): what the work is taken off
 *
 * Returns: whether it matches anywhere in @text
 */
gboolean
lueur_lore_regex_match (const LueurLoreRegex *self, const char *text, gsize length, gint64 *fuel)
{
  pcre2_match_context *context;
  pcre2_match_data *match;
  Work work = { *fuel, 0 };
  int rc;

  if (*fuel <= 0)
    return FALSE;
  context = pcre2_match_context_create (NULL);
  match = pcre2_match_data_create (1, NULL);
  pcre2_set_heap_limit (context, HEAP_KIB);
  pcre2_set_depth_limit (context, DEPTH);
  pcre2_set_callout (context, count, &work);
  rc = pcre2_match (self->code, (PCRE2_SPTR) text, length, 0, PCRE2_NO_UTF_CHECK, match, context);
  pcre2_match_data_free (match);
  pcre2_match_context_free (context);
  /* Starting costs too, or a thousand patterns on one word would be free. */
  *fuel = MAX (0, work.fuel - 20);
  return rc >= 0;
}
