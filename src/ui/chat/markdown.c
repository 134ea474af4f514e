/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * CommonMark, by way of cmark, into blocks that a list of labels can show. Messages come from models
 * and from other people's files: nothing in them may load, run, or break the markup. HTML is shown as
 * the text it is, pictures become links, and everything is capped.
 */

#include "ui/chat/markdown.h"

#include <cmark.h>
#include <string.h>

#define MAX_URI_BYTES 2048

typedef struct
{
  GPtrArray *blocks;
  GString *markup;      /* of the text block being written */
  const gsize *lines;   /* where each line begins */
  guint n_lines;
  gsize start;          /* of the current top-level block */
  guint indent;
  guint quotes;
  guint strong;
  guint emph;
  gboolean in_link;     /* an <a> is open */
  guint link_depth;     /* links and pictures around, shown or not */
  char *marker;         /* waits for the item's first block */
  guint heading;
  gboolean page;        /* it ships with the app: what it links to is its own */
} Writer;

void
lueur_block_free (LueurBlock *self)
{
  g_free (self->content);
  g_free (self->marker);
  g_free (self->info);
  g_free (self);
}

/**
 * lueur_block_equal:
 *
 * Returns: whether both show the same; where they start does not count
 */
gboolean
lueur_block_equal (const LueurBlock *a, const LueurBlock *b)
{
  return a->kind == b->kind && a->heading == b->heading && a->indent == b->indent && a->quotes == b->quotes &&
         g_strcmp0 (a->marker, b->marker) == 0 && g_strcmp0 (a->info, b->info) == 0 &&
         g_strcmp0 (a->content, b->content) == 0;
}

/**
 * lueur_markdown_is_safe_uri:
 *
 * Returns: whether a link to @uri may be offered: a web page or a mail address, nothing that acts
 */
gboolean
lueur_markdown_is_safe_uri (const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);
  gsize length = strlen (uri);

  if (scheme == NULL || length > MAX_URI_BYTES)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (uri[i]) || uri[i] == ' ')
      return FALSE;
  if (strcmp (scheme, "mailto") == 0)
    return length > strlen ("mailto:");
  if (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0)
    {
      g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);

      return parsed != NULL && g_uri_get_host (parsed) != NULL && *g_uri_get_host (parsed) != '\0';
    }
  return FALSE;
}

/* The name of a file beside a page of the app, and nothing that leads elsewhere. */
static gboolean
is_beside (const char *uri, const char *suffix)
{
  gsize length = strlen (uri);

  return length > strlen (suffix) && g_str_has_suffix (uri, suffix) &&
         strspn (uri, "abcdefghijklmnopqrstuvwxyz0123456789-.") == length && strstr (uri, "..") == NULL;
}

/* Markup of @text as it is; what Pango could not take is left out. */
static void
append_escaped (GString *markup, const char *text, gsize length)
{
  const char *end = text + length, *run = text;

  for (const char *p = text; p < end; p++)
    {
      guchar c = *p;
      const char *entity = NULL;

      if (c == '<')
        entity = "&lt;";
      else if (c == '>')
        entity = "&gt;";
      else if (c == '&')
        entity = "&amp;";
      else if (c == '"')
        entity = "&quot;";
      else if (c == '\'')
        entity = "&#39;";
      else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
        entity = "";
      if (entity == NULL)
        continue;
      g_string_append_len (markup, run, p - run);
      g_string_append (markup, entity);
      run = p + 1;
    }
  g_string_append_len (markup, run, end - run);
}

static void
open_link (Writer *self, const char *uri)
{
  g_string_append (self->markup, "<a href=\"");
  append_escaped (self->markup, uri, strlen (uri));
  g_string_append (self->markup, "\">");
}

/* How long an address written out in a text is, 0 when there is none at @text. */
static gsize
match_uri (const char *text, const char *end)
{
  const char *p = text;
  gsize scheme, length;
  int open = 0;

  if (end - p > 8 && strncmp (p, "https://", 8) == 0)
    scheme = 8;
  else if (end - p > 7 && strncmp (p, "http://", 7) == 0)
    scheme = 7;
  else
    return 0;

  for (p += scheme; p < end && (guchar) *p > ' ' && strchr ("<>\"`", *p) == NULL; p++)
    {
      if (*p == '(')
        open++;
      else if (*p == ')' && --open < 0)
        break;
      else if (p + 2 <= end && g_utf8_get_char_validated (p, end - p) == 0xa0)
        break;
    }
  length = p - text;
  while (length > scheme && strchr (".,;:!?*_~'", text[length - 1]) != NULL)
    length--;
  return length > scheme ? length : 0;
}

/* Text with the addresses in it made into links. */
static void
append_text (Writer *self, const char *text)
{
  const char *end = text + strlen (text), *run = text;

  for (const char *p = text; p < end && self->link_depth == 0; p++)
    {
      gsize length;
      g_autofree char *uri = NULL;

      if (*p != 'h' || (p > text && (g_ascii_isalnum (p[-1]) || (guchar) p[-1] >= 0x80)))
        continue;
      length = match_uri (p, end);
      if (length == 0)
        continue;
      uri = g_strndup (p, length);
      if (!lueur_markdown_is_safe_uri (uri))
        continue;
      append_escaped (self->markup, run, p - run);
      open_link (self, uri);
      append_escaped (self->markup, uri, length);
      g_string_append (self->markup, "</a>");
      run = p + length;
      p = run - 1;
    }
  append_escaped (self->markup, run, end - run);
}

static void
push_block (Writer *self, LueurBlockKind kind, char *content, const char *info)
{
  LueurBlock *block = g_new0 (LueurBlock, 1);

  block->kind = kind;
  block->content = content;
  block->marker = g_steal_pointer (&self->marker);
  block->info = info != NULL && *info != '\0' ? g_strdup (info) : NULL;
  block->heading = self->heading;
  block->indent = MIN (self->indent, LUEUR_BLOCK_MAX_INDENT);
  block->quotes = MIN (self->quotes, LUEUR_BLOCK_MAX_QUOTES);
  block->start = self->start;
  g_ptr_array_add (self->blocks, block);
}

static void
push_text (Writer *self)
{
  if (self->markup->len > 0)
    push_block (self, LUEUR_BLOCK_TEXT, g_strdup (self->markup->str), NULL);
  g_string_truncate (self->markup, 0);
}

/* Verbatim text: no newline at its end, no control characters. */
static char *
clean_code (const char *literal)
{
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *p = literal; *p != '\0'; p++)
    if ((guchar) *p >= 0x20 || *p == '\n' || *p == '\t')
      g_string_append_c (code, *p);
  while (code->len > 0 && code->str[code->len - 1] == '\n')
    g_string_truncate (code, code->len - 1);
  return g_strdup (code->str);
}

static void
enter_item (Writer *self, cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);

  self->indent++;
  g_free (self->marker);
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    {
      /* Counted from the list's first number by the caller: cmark keeps no number in an item. */
      int number = GPOINTER_TO_INT (cmark_node_get_user_data (list));

      if (number == 0)
        number = cmark_node_get_list_start (list) + 1;
      self->marker = g_strdup_printf ("%d.", number - 1);
      cmark_node_set_user_data (list, GINT_TO_POINTER (number + 1));
    }
  else
    self->marker = g_strdup ("•");
}

static void
write_inline (Writer *self, cmark_node *node, gboolean entering)
{
  const char *literal;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_text (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (self->markup, self->page ? ' ' : '\n');
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (self->markup, '\n');
      break;
    case CMARK_NODE_CODE:
      literal = cmark_node_get_literal (node);
      g_string_append (self->markup, "<tt>");
      append_escaped (self->markup, literal, strlen (literal));
      g_string_append (self->markup, "</tt>");
      break;
    case CMARK_NODE_HTML_INLINE:
      literal = cmark_node_get_literal (node);
      if (g_ascii_strncasecmp (literal, "<br", 3) == 0 && strchr (" />", literal[3]) != NULL)
        g_string_append_c (self->markup, '\n');
      else
        append_escaped (self->markup, literal, strlen (literal));
      break;
    case CMARK_NODE_STRONG:
      /* However deep it nests, the markup is one element. */
      if (entering ? self->strong++ == 0 : --self->strong == 0)
        g_string_append (self->markup, entering ? "<b>" : "</b>");
      break;
    case CMARK_NODE_EMPH:
      if (entering ? self->emph++ == 0 : --self->emph == 0)
        g_string_append (self->markup, entering ? "<i>" : "</i>");
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      literal = cmark_node_get_url (node);
      if (entering && self->link_depth++ == 0 &&
          (lueur_markdown_is_safe_uri (literal) || (self->page && is_beside (literal, ".md"))))
        {
          open_link (self, literal);
          self->in_link = TRUE;
          if (cmark_node_first_child (node) == NULL)
            append_escaped (self->markup, literal, strlen (literal));
        }
      else if (!entering && --self->link_depth == 0 && self->in_link)
        {
          g_string_append (self->markup, "</a>");
          self->in_link = FALSE;
        }
      break;
    default:
      break;
    }
}

/* A paragraph of a page that is one picture and nothing else. */
static cmark_node *
picture_in (Writer *self, cmark_node *paragraph)
{
  cmark_node *child = cmark_node_first_child (paragraph);

  if (!self->page || child == NULL || cmark_node_next (child) != NULL ||
      cmark_node_get_type (child) != CMARK_NODE_IMAGE)
    return NULL;
  return is_beside (cmark_node_get_url (child), ".png") || is_beside (cmark_node_get_url (child), ".svg") ? child : NULL;
}

static void
push_picture (Writer *self, cmark_node *picture)
{
  g_autofree char *words = g_strdup (self->markup->str);

  g_string_truncate (self->markup, 0);
  push_block (self, LUEUR_BLOCK_PICTURE, g_strdup (cmark_node_get_url (picture)), words);
}

static void
write_node (Writer *self, cmark_node *node, gboolean entering)
{
  cmark_node_type type = cmark_node_get_type (node);
  cmark_node *parent = cmark_node_parent (node);

  if (entering && parent != NULL && cmark_node_get_type (parent) == CMARK_NODE_DOCUMENT)
    {
      guint line = cmark_node_get_start_line (node);

      self->start = self->lines[CLAMP (line, 1, self->n_lines) - 1];
    }

  switch (type)
    {
    case CMARK_NODE_BLOCK_QUOTE:
      self->quotes += entering ? 1 : -1;
      break;
    case CMARK_NODE_ITEM:
      if (entering)
        enter_item (self, node);
      else
        {
          self->indent--;
          g_clear_pointer (&self->marker, g_free);
        }
      break;
    case CMARK_NODE_HEADING:
      self->heading = cmark_node_get_heading_level (node);
      if (!entering)
        push_text (self);
      self->heading = entering ? self->heading : 0;
      break;
    case CMARK_NODE_PARAGRAPH:
      if (!entering && picture_in (self, node) != NULL)
        push_picture (self, picture_in (self, node));
      else if (!entering)
        push_text (self);
      break;
    case CMARK_NODE_HTML_BLOCK:
      {
        g_autofree char *code = clean_code (cmark_node_get_literal (node));

        append_escaped (self->markup, code, strlen (code));
        push_text (self);
        break;
      }
    case CMARK_NODE_CODE_BLOCK:
      push_block (self, LUEUR_BLOCK_CODE, clean_code (cmark_node_get_literal (node)),
                  cmark_node_get_fence_info (node));
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      push_block (self, LUEUR_BLOCK_RULE, g_strdup (""), NULL);
      break;
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_LIST:
      break;
    default:
      write_inline (self, node, entering);
    }
}

/* Where each line begins, by cmark's own idea of a line. */
static GArray *
find_lines (const char *text, gsize length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize start = 0;

  g_array_append_val (lines, start);
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n')))
      {
        start = i + 1;
        g_array_append_val (lines, start);
      }
  return lines;
}

/* At most @max bytes of @text, cut between characters, after a line where one ends near by. */
static gsize
cut_length (const char *text, gsize length, gsize max)
{
  gsize cut = max;

  if (length <= max)
    return length;
  while (cut > 0 && ((guchar) text[cut] & 0xc0) == 0x80)
    cut--;
  for (gsize i = cut; i > 0 && cut - i < 1024; i--)
    if (text[i - 1] == '\n')
      return i;
  return cut;
}

static GPtrArray *
parse (const char *text, gssize length, gboolean page, gboolean *truncated)
{
  g_autofree char *valid = NULL;
  g_autoptr (GArray) lines = NULL;
  cmark_node *document;
  cmark_iter *iter;
  cmark_event_type event;
  gsize size = length < 0 ? strlen (text) : (gsize) length, shown;
  Writer self = { .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_block_free),
                  .markup = g_string_new (NULL), .page = page };

  shown = cut_length (text, size, LUEUR_MARKDOWN_MAX_BYTES);
  if (truncated != NULL)
    *truncated = shown < size;
  if (!g_utf8_validate_len (text, shown, NULL))
    {
      text = valid = g_utf8_make_valid (text, shown);
      shown = strlen (text);
    }

  lines = find_lines (text, shown);
  self.lines = (const gsize *) lines->data;
  self.n_lines = lines->len;
  document = cmark_parse_document (text, shown, CMARK_OPT_DEFAULT);
  cmark_consolidate_text_nodes (document);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (self.blocks->len >= LUEUR_MARKDOWN_MAX_BLOCKS)
        {
          if (truncated != NULL)
            *truncated = TRUE;
          break;
        }
      write_node (&self, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
    }
  cmark_iter_free (iter);
  cmark_node_free (document);
  g_string_free (self.markup, TRUE);
  g_free (self.marker);
  return self.blocks;
}

/**
 * lueur_markdown_parse:
 * @text: UTF-8; what is not valid is shown as U+FFFD
 * @length: in bytes, -1 when nul-terminated
 * @truncated: (out) (optional): whether there was more than is shown of one message
 *
 * Reads CommonMark as chat writes it: every line break counts, HTML is text, pictures are links.
 * When text is appended, only the blocks that share the last block's `start` can change.
 *
 * Returns: (transfer full) (element-type LueurBlock): what to show, in order
 */
GPtrArray *
lueur_markdown_parse (const char *text, gssize length, gboolean *truncated)
{
  return parse (text, length, FALSE, truncated);
}

/**
 * lueur_markdown_parse_page:
 * @text: CommonMark that ships with the app
 *
 * Unlike in a message, a line break in it is a space, a link may name another page ("talk.md"), and a picture on a line
 * of its own is a block: the file's name, and its words as markup in `info`.
 *
 * Returns: (transfer full) (element-type LueurBlock): what to show, in order
 */
GPtrArray *
lueur_markdown_parse_page (const char *text)
{
  return parse (text, -1, TRUE, NULL);
}

/**
 * lueur_markdown_to_plain:
 * @text: CommonMark
 * @max_chars: cut after so many characters, with an ellipsis; 0 for no cut
 *
 * Returns: (transfer full): @text on one line and without its marks, for previews and screen readers
 */
char *
lueur_markdown_to_plain (const char *text, gsize max_chars)
{
  /* No more is read than can be shown: marks take room, too, but seldom more than the words. */
  gsize size = max_chars > 0 ? strnlen (text, max_chars * 8 + 64) : strnlen (text, LUEUR_MARKDOWN_MAX_BYTES);
  g_autofree char *valid = g_utf8_make_valid (text, size);
  g_autoptr (GString) plain = g_string_new (NULL);
  cmark_node *document = cmark_parse_document (valid, strlen (valid), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;
  gboolean space = FALSE;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      const char *literal = NULL;

      switch (cmark_node_get_type (node))
        {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
        case CMARK_NODE_CODE_BLOCK:
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
          literal = cmark_node_get_literal (node);
          break;
        case CMARK_NODE_EMPH:
        case CMARK_NODE_STRONG:
        case CMARK_NODE_LINK:
        case CMARK_NODE_IMAGE:
          break;
        default:
          space = TRUE;
        }
      for (const char *p = literal; p != NULL && *p != '\0'; p++)
        {
          if ((guchar) *p <= ' ' || *p == 0x7f)
            space = TRUE;
          else
            {
              if (space && plain->len > 0)
                g_string_append_c (plain, ' ');
              space = FALSE;
              g_string_append_c (plain, *p);
            }
        }
    }
  cmark_iter_free (iter);
  cmark_node_free (document);

  if (max_chars > 0 && g_utf8_strlen (plain->str, plain->len) > (glong) max_chars)
    {
      g_string_truncate (plain, g_utf8_offset_to_pointer (plain->str, max_chars) - plain->str);
      g_string_append (plain, "…");
    }
  return g_strdup (plain->str);
}
