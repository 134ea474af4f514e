/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/persona/text-row.h"

#include <glib/gi18n.h>

#include "core/model/text.h"

struct _LueurTextRow
{
  AdwPreferencesRow parent_instance;

  GtkTextBuffer *buffer;
  GtkWidget *view;
  GtkBox *heading;
  char *hint;
  char *text;
  guint max_chars;
  GtkWidget *note_label;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_HINT,
  PROP_MAX_CHARS,
  N_PROPS,
} LueurTextRowProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurTextRow, lueur_text_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
has_hint (LueurTextRow *self, const char *hint)
{
  return hint != NULL && *hint != '\0';
}

static void
on_buffer_changed (LueurTextRow *self, GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  if ((guint) gtk_text_buffer_get_char_count (buffer) < self->max_chars)
    lueur_text_row_set_note (self, NULL);
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/* What is seen is what is kept: the rest of a long paste never comes in, and that is said. */
static void
on_insert (LueurTextRow *self, GtkTextIter *where, const char *text, int length, GtkTextBuffer *buffer)
{
  glong coming = g_utf8_strlen (text, length), room = (glong) self->max_chars - gtk_text_buffer_get_char_count (buffer);
  g_autofree char *note = NULL;

  if (coming <= room)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (room > 0)
    gtk_text_buffer_insert (buffer, where, text, (int) (g_utf8_offset_to_pointer (text, room) - text));
  note = g_strdup_printf (ngettext ("There is room for %u character, and it is full.",
                                    "There is room for %u characters, and it is full.", self->max_chars), self->max_chars);
  lueur_text_row_set_note (self, note);
}

static void
lueur_text_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurTextRow *self = LUEUR_TEXT_ROW (object);

  switch ((LueurTextRowProp) id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    case PROP_MAX_CHARS:
      g_value_set_uint (value, self->max_chars);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_text_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurTextRow *self = LUEUR_TEXT_ROW (object);

  switch ((LueurTextRowProp) id)
    {
    case PROP_TEXT:
      {
        const char *text = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";

        /* The buffer brings it back and notifies; an unchanged text must not move the cursor. */
        if (g_strcmp0 (text, self->text) != 0)
          gtk_text_buffer_set_text (self->buffer, text, -1);
        break;
      }
    case PROP_HINT:
      if (g_set_str (&self->hint, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_MAX_CHARS:
      if (self->max_chars != g_value_get_uint (value))
        {
          self->max_chars = g_value_get_uint (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_TEXT_ROW);

  G_OBJECT_CLASS (lueur_text_row_parent_class)->dispose (object);
}

static void
lueur_text_row_finalize (GObject *object)
{
  g_clear_pointer (&LUEUR_TEXT_ROW (object)->text, g_free);
  g_clear_pointer (&LUEUR_TEXT_ROW (object)->hint, g_free);

  G_OBJECT_CLASS (lueur_text_row_parent_class)->finalize (object);
}

static void
lueur_text_row_class_init (LueurTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_text_row_get_property;
  object_class->set_property = lueur_text_row_set_property;
  object_class->dispose = lueur_text_row_dispose;
  object_class->finalize = lueur_text_row_finalize;

  /**
   * LueurTextRow:text:
   *
   * The text, never NULL.
   */
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LueurTextRow:hint:
   *
   * One line below the title that tells what the text changes; "" for none.
   */
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, "",
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LueurTextRow:max-chars:
   *
   * How many characters there is room for: what comes after them is not taken in, and the row says so.
   */
  props[PROP_MAX_CHARS] = g_param_spec_uint ("max-chars", NULL, NULL, 1, G_MAXINT, LUEUR_DESCRIPTION_MAX,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/persona/text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurTextRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, LueurTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, LueurTextRow, heading);
  gtk_widget_class_bind_template_child (widget_class, LueurTextRow, note_label);
  gtk_widget_class_bind_template_callback (widget_class, has_hint);
}

static void
lueur_text_row_init (LueurTextRow *self)
{
  self->text = g_strdup ("");
  self->hint = g_strdup ("");
  self->max_chars = LUEUR_DESCRIPTION_MAX;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (on_insert), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
}

/**
 * lueur_text_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
lueur_text_row_new (void)
{
  return g_object_new (LUEUR_TYPE_TEXT_ROW, NULL);
}

/**
 * lueur_text_row_get_view:
 *
 * Returns: (transfer none): where the text is written
 */
GtkWidget *
lueur_text_row_get_view (LueurTextRow *self)
{
  return self->view;
}

/**
 * lueur_text_row_set_star:
 * @star: (nullable): what stands at the end of the title; %NULL for nothing
 */
void
lueur_text_row_set_star (LueurTextRow *self, GtkWidget *star)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->heading));

  if (last != gtk_widget_get_first_child (GTK_WIDGET (self->heading)))
    gtk_box_remove (self->heading, last);
  if (star != NULL)
    gtk_box_append (self->heading, star);
}

/**
 * lueur_text_row_set_note:
 * @note: (nullable): a sentence about what was written, below it; %NULL for none
 */
void
lueur_text_row_set_note (LueurTextRow *self, const char *note)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->note_label)), note != NULL ? note : "") == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->note_label), note != NULL ? note : "");
  gtk_widget_set_visible (self->note_label, note != NULL);
  if (note != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), note, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
