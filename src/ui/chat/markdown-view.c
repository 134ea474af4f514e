/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/markdown-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/chat/code-block.h"
#include "ui/chat/markdown.h"
#include "ui/direction.h"

#define INDENT_PX 22
#define MARKER_GAP_PX 6
/* A text of more characters than this is never narrower than so many of them. Without such a least width GTK breaks
 * the whole text at every character to find out how narrow it could get: most of the time to a first frame. */
#define LEAST_CHARS 12

struct _LueurMarkdownView
{
  GtkWidget parent_instance;

  GString *text;      /* what is shown, valid UTF-8 */
  GPtrArray *blocks;  /* of LueurBlock */
  GPtrArray *widgets; /* of GtkWidget, one a block */
  GtkWidget *more;
  GMenuModel *menu;
  GtkTextDirection direction; /* of the text as a whole: its first words decide */
};

typedef enum
{
  PROP_MENU_MODEL = 1,
  N_PROPS,
} LueurMarkdownViewProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurMarkdownView, lueur_markdown_view, GTK_TYPE_WIDGET)

static gboolean
on_activate_link (GtkLabel *label, const char *uri, LueurMarkdownView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "chat.open-link", "s", uri);
  return TRUE;
}

static GtkWidget *
make_label (LueurMarkdownView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_extra_menu (GTK_LABEL (label), self->menu);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_activate_link), self);
  return label;
}

static GtkWidget *
make_widget (LueurMarkdownView *self, const LueurBlock *block)
{
  GtkWidget *widget, *marker, *label;

  switch (block->kind)
    {
    case LUEUR_BLOCK_CODE:
      widget = lueur_code_block_new ();
      break;
    case LUEUR_BLOCK_RULE:
      widget = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
      break;
    case LUEUR_BLOCK_TEXT:
    default:
      label = make_label (self);
      if (block->marker == NULL)
        {
          widget = label;
          break;
        }
      widget = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARKER_GAP_PX);
      marker = gtk_label_new (block->marker);
      gtk_label_set_xalign (GTK_LABEL (marker), 1);
      gtk_widget_set_valign (marker, GTK_ALIGN_BASELINE_FILL);
      gtk_widget_set_size_request (marker, INDENT_PX, -1);
      gtk_widget_add_css_class (marker, "dimmed");
      gtk_widget_add_css_class (marker, "numeric");
      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (widget), marker);
      gtk_box_append (GTK_BOX (widget), label);
    }
  return widget;
}

static GtkLabel *
label_of (GtkWidget *widget)
{
  return GTK_LABEL (GTK_IS_BOX (widget) ? gtk_widget_get_last_child (widget) : widget);
}

/* A list keeps its marks at one side, that of the whole text; a paragraph in another language has its own. */
static void
direct_widget (LueurMarkdownView *self, GtkWidget *widget, const LueurBlock *block)
{
  GtkTextDirection own = GTK_TEXT_DIR_NONE;

  if (block->kind != LUEUR_BLOCK_TEXT)
    return;
  if (block->marker == NULL && block->indent == 0 && block->quotes == 0)
    own = lueur_direction_of (gtk_label_get_text (label_of (widget)));
  lueur_direction_set (widget, own != GTK_TEXT_DIR_NONE ? own : self->direction);
}

static GtkTextDirection
find_direction (LueurMarkdownView *self)
{
  GtkTextDirection direction = GTK_TEXT_DIR_NONE;

  for (guint i = 0; i < self->blocks->len && direction == GTK_TEXT_DIR_NONE; i++)
    if (((LueurBlock *) g_ptr_array_index (self->blocks, i))->kind == LUEUR_BLOCK_TEXT)
      direction = lueur_direction_of (gtk_label_get_text (label_of (g_ptr_array_index (self->widgets, i))));
  return direction;
}

/* Blocks before @from are as they were, and keep their direction if the whole does. */
static void
direct (LueurMarkdownView *self, guint from)
{
  GtkTextDirection direction = find_direction (self);

  if (direction != self->direction)
    from = 0;
  self->direction = direction;
  for (guint i = from; i < self->widgets->len; i++)
    direct_widget (self, g_ptr_array_index (self->widgets, i), g_ptr_array_index (self->blocks, i));
}

static void
fill_widget (GtkWidget *widget, const LueurBlock *block)
{
  static const char *const headings[] = { NULL, "title-2", "title-3", "title-4", "heading", "heading", "heading" };
  const char *classes[4] = { NULL };
  guint n = 0;
  GtkWidget *label = GTK_IS_BOX (widget) ? gtk_widget_get_last_child (widget) : widget;

  if (block->kind == LUEUR_BLOCK_CODE)
    lueur_code_block_set (LUEUR_CODE_BLOCK (widget), block->content, block->info);
  else if (block->kind == LUEUR_BLOCK_TEXT)
    {
      gtk_label_set_markup (GTK_LABEL (label), block->content);
      gtk_label_set_width_chars (GTK_LABEL (label),
                                 g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1) > 2 * LEAST_CHARS
                                     ? LEAST_CHARS
                                     : -1);
    }

  if (block->heading > 0)
    classes[n++] = headings[MIN (block->heading, G_N_ELEMENTS (headings) - 1)];
  if (block->quotes > 0)
    classes[n++] = "quote";
  if (block->marker != NULL || (block->indent > 0 && block->kind == LUEUR_BLOCK_TEXT))
    classes[n++] = "item";
  gtk_widget_set_css_classes (widget, classes);
  gtk_widget_set_margin_start (widget, (block->marker != NULL ? (block->indent - 1) * INDENT_PX
                                        : block->indent > 0   ? block->indent * INDENT_PX + MARKER_GAP_PX
                                                              : 0) +
                                           (block->quotes > 1 ? (block->quotes - 1) * INDENT_PX / 2 : 0));
}

/* A widget made for one block can show another of the same shape. */
static gboolean
same_shape (const LueurBlock *a, const LueurBlock *b)
{
  return a->kind == b->kind && g_strcmp0 (a->marker, b->marker) == 0;
}

/* Shows @fresh (stolen from) in place of the blocks from @from on, touching only what differs. */
static void
replace_from (LueurMarkdownView *self, guint from, GPtrArray *fresh)
{
  guint old_n = self->blocks->len - from;

  g_ptr_array_set_free_func (fresh, NULL);
  for (guint i = 0; i < fresh->len; i++)
    {
      LueurBlock *block = g_ptr_array_index (fresh, i);
      GtkWidget *before = from + i > 0 ? g_ptr_array_index (self->widgets, from + i - 1) : NULL;
      GtkWidget *widget;

      if (i < old_n)
        {
          LueurBlock *old = g_ptr_array_index (self->blocks, from + i);

          widget = g_ptr_array_index (self->widgets, from + i);
          if (!lueur_block_equal (old, block))
            {
              if (!same_shape (old, block))
                {
                  gtk_widget_unparent (widget);
                  widget = make_widget (self, block);
                  gtk_widget_insert_after (widget, GTK_WIDGET (self), before);
                  g_ptr_array_index (self->widgets, from + i) = widget;
                }
              fill_widget (widget, block);
            }
          lueur_block_free (old);
          g_ptr_array_index (self->blocks, from + i) = block;
          continue;
        }
      widget = make_widget (self, block);
      fill_widget (widget, block);
      gtk_widget_insert_after (widget, GTK_WIDGET (self), before);
      g_ptr_array_add (self->widgets, widget);
      g_ptr_array_add (self->blocks, block);
    }
  for (guint i = from + fresh->len; i < self->widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->widgets, i));
  g_ptr_array_set_size (self->widgets, from + fresh->len);
  g_ptr_array_set_size (self->blocks, from + fresh->len);
}

static void
set_truncated (LueurMarkdownView *self, gboolean truncated)
{
  if (truncated == (self->more != NULL))
    return;
  if (!truncated)
    {
      g_clear_pointer (&self->more, gtk_widget_unparent);
      return;
    }
  self->more = gtk_button_new_with_mnemonic (_("_Show All of It"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more), "message.show-all");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->more, 6);
  gtk_widget_insert_before (self->more, GTK_WIDGET (self), NULL);
}

/* Where the last outermost block begins: nothing before it changes when text is appended. */
static gsize
stable_length (LueurMarkdownView *self)
{
  LueurBlock *last;

  if (self->blocks->len == 0)
    return 0;
  last = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  return last->start;
}

static void
append (LueurMarkdownView *self, gsize stable)
{
  g_autoptr (GPtrArray) fresh = NULL;
  gsize shown = MIN (self->text->len, LUEUR_MARKDOWN_MAX_BYTES);
  guint from = self->blocks->len;
  gboolean truncated;

  while (from > 0 && ((LueurBlock *) g_ptr_array_index (self->blocks, from - 1))->start >= stable)
    from--;
  while (shown > stable && shown < self->text->len && ((guchar) self->text->str[shown] & 0xc0) == 0x80)
    shown--;
  fresh = lueur_markdown_parse (self->text->str + stable, shown - stable, &truncated);
  for (guint i = 0; i < fresh->len; i++)
    ((LueurBlock *) g_ptr_array_index (fresh, i))->start += stable;
  if (from + fresh->len > LUEUR_MARKDOWN_MAX_BLOCKS)
    {
      g_ptr_array_set_size (fresh, LUEUR_MARKDOWN_MAX_BLOCKS - from);
      truncated = TRUE;
    }
  replace_from (self, from, fresh);
  direct (self, from);
  set_truncated (self, truncated || shown < self->text->len);
}

static void
lueur_markdown_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurMarkdownView *self = LUEUR_MARKDOWN_VIEW (object);

  switch ((LueurMarkdownViewProp) id)
    {
    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_markdown_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurMarkdownView *self = LUEUR_MARKDOWN_VIEW (object);

  switch ((LueurMarkdownViewProp) id)
    {
    case PROP_MENU_MODEL:
      lueur_markdown_view_set_menu_model (self, g_value_get_object (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_markdown_view_dispose (GObject *object)
{
  LueurMarkdownView *self = LUEUR_MARKDOWN_VIEW (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->widgets, 0);
  g_ptr_array_set_size (self->blocks, 0);
  self->more = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (lueur_markdown_view_parent_class)->dispose (object);
}

static void
lueur_markdown_view_finalize (GObject *object)
{
  LueurMarkdownView *self = LUEUR_MARKDOWN_VIEW (object);

  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->widgets, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (lueur_markdown_view_parent_class)->finalize (object);
}

static void
lueur_markdown_view_class_init (LueurMarkdownViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_markdown_view_get_property;
  object_class->set_property = lueur_markdown_view_set_property;
  object_class->dispose = lueur_markdown_view_dispose;
  object_class->finalize = lueur_markdown_view_finalize;

  props[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "markdown");
}

static void
lueur_markdown_view_init (LueurMarkdownView *self)
{
  self->text = g_string_new (NULL);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_block_free);
  self->widgets = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
lueur_markdown_view_new (void)
{
  return g_object_new (LUEUR_TYPE_MARKDOWN_VIEW, NULL);
}

/**
 * lueur_markdown_view_set_text:
 * @text: (nullable): CommonMark
 * @growing: whether more of it will come
 */
void
lueur_markdown_view_set_text (LueurMarkdownView *self, const char *text, gboolean growing)
{
  g_autofree char *valid = NULL;
  gsize length, stable = 0;

  if (text == NULL)
    text = "";
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  length = strlen (text);

  if (growing && length >= self->text->len && memcmp (text, self->text->str, self->text->len) == 0)
    {
      if (length == self->text->len)
        return;
      stable = stable_length (self);
    }
  g_string_truncate (self->text, stable);
  g_string_append_len (self->text, text + stable, length - stable);
  append (self, stable);
}

void
lueur_markdown_view_set_menu_model (LueurMarkdownView *self, GMenuModel *menu)
{
  if (!g_set_object (&self->menu, menu))
    return;
  for (guint i = 0; i < self->widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->widgets, i);

      if (GTK_IS_BOX (widget))
        widget = gtk_widget_get_last_child (widget);
      if (GTK_IS_LABEL (widget))
        gtk_label_set_extra_menu (GTK_LABEL (widget), menu);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MENU_MODEL]);
}

gsize
lueur_markdown_view_get_tail (LueurMarkdownView *self)
{
  return MIN (self->text->len, LUEUR_MARKDOWN_MAX_BYTES) - MIN (stable_length (self), self->text->len);
}
