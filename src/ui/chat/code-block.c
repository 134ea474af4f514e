/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/code-block.h"

#include <glib/gi18n.h>

#include "ui/direction.h"
#include "ui/toast.h"
#include "ui/widget.h"

#define MAX_LANGUAGE_CHARS 24

struct _LueurCodeBlock
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkLabel *language;
  GtkWidget *scroller;
  GtkLabel *code;
};

G_DEFINE_FINAL_TYPE (LueurCodeBlock, lueur_code_block, GTK_TYPE_WIDGET)

static void
on_copy (LueurCodeBlock *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->code));
  lueur_toast (GTK_WIDGET (self), _("Code copied"));
}

static void
lueur_code_block_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_CODE_BLOCK);
  lueur_widget_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (lueur_code_block_parent_class)->dispose (object);
}

static void
lueur_code_block_class_init (LueurCodeBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_code_block_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/code-block.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurCodeBlock, header);
  gtk_widget_class_bind_template_child (widget_class, LueurCodeBlock, language);
  gtk_widget_class_bind_template_child (widget_class, LueurCodeBlock, scroller);
  gtk_widget_class_bind_template_child (widget_class, LueurCodeBlock, code);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_set_css_name (widget_class, "codeblock");
}

static void
lueur_code_block_init (LueurCodeBlock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Code runs from left to right whichever way the person reads, and what says of it what it is stands where it begins. */
  lueur_direction_set (self->header, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->scroller, GTK_TEXT_DIR_LTR);
  /* The viewport between them decides at which end a line begins. */
  gtk_widget_set_direction (gtk_widget_get_parent (GTK_WIDGET (self->code)), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (self->code), GTK_TEXT_DIR_LTR);
}

GtkWidget *
lueur_code_block_new (void)
{
  return g_object_new (LUEUR_TYPE_CODE_BLOCK, NULL);
}

/**
 * lueur_code_block_set:
 * @code: shown as it is
 * @language: (nullable): what the block says it is written in; a first word, however it was meant
 */
void
lueur_code_block_set (LueurCodeBlock *self, const char *code, const char *language)
{
  g_autofree char *word = NULL;

  if (language != NULL && g_utf8_strlen (language, -1) > 0)
    {
      gsize n = strcspn (language, " \t\n{");
      g_autofree char *first = g_strndup (language, n);

      word = g_utf8_strlen (first, -1) > MAX_LANGUAGE_CHARS ? g_utf8_substring (first, 0, MAX_LANGUAGE_CHARS)
                                                            : g_steal_pointer (&first);
    }
  gtk_label_set_text (self->language, word != NULL && *word != '\0' ? word : _("Code"));
  gtk_label_set_text (self->code, code);
}
