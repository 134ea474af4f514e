/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/persona/wizard-page.h"

#include <glib/gi18n.h>

#include "ui/open-at-top.h"
#include "ui/persona/row-binding.h"

typedef struct
{
  LueurPersonaField field;
  GtkWidget *row;
  GtkWidget *star;
} Mark;

typedef struct
{
  LueurContext *context;
  LueurPersona *persona;
  LueurPerson *person;
  char *title;
  char *tag;
  GArray *marks; /* of Mark; the rows are the page's */
  gboolean minor;
} LueurWizardPagePrivate;

typedef enum
{
  PROP_TITLE = 1,
  PROP_TAG,
  PROP_CONTEXT,
  PROP_PERSONA,
  PROP_PERSON,
  PROP_MINOR,
  N_PROPS,
} LueurWizardPageProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LueurWizardPage, lueur_wizard_page, ADW_TYPE_BIN)

static void
clear_mark (gpointer data)
{
  g_object_unref (((Mark *) data)->star);
}

/* --- Rows --------------------------------------------------------------------------------------- */

static void
add_star (LueurWizardPage *self, LueurPersonaField field, GtkWidget *row)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (self);
  GtkWidget *star = gtk_image_new_from_icon_name ("starred-symbolic");
  Mark mark = { field, row, g_object_ref_sink (star) };

  gtk_widget_set_tooltip_text (star, _("Understood from your sentence"));
  gtk_widget_add_css_class (star, "understood");
  gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Understood from your sentence"),
                                  -1);
  g_array_append_val (priv->marks, mark);
}

static void
bind_rows (LueurWizardPage *self, GtkWidget *widget)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (self);
  LueurPersonaField field;

  if (lueur_persona_field_find (gtk_widget_get_name (widget), &field))
    {
      lueur_row_bind (widget, priv->persona, field);
      add_star (self, field, widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    bind_rows (self, child);
}

/* --- The object --------------------------------------------------------------------------------- */

static void
lueur_wizard_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (LUEUR_WIZARD_PAGE (object));

  switch ((LueurWizardPageProp) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_TAG:
      g_value_set_string (value, priv->tag);
      break;
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_PERSONA:
      g_value_set_object (value, priv->persona);
      break;
    case PROP_PERSON:
      g_value_set_object (value, priv->person);
      break;
    case PROP_MINOR:
      g_value_set_boolean (value, priv->minor);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_wizard_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurWizardPage *self = LUEUR_WIZARD_PAGE (object);
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (self);

  switch ((LueurWizardPageProp) id)
    {
    case PROP_TITLE:
      if (g_set_str (&priv->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TAG:
      if (g_set_str (&priv->tag, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CONTEXT:
      if (g_set_object (&priv->context, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PERSON:
      if (g_set_object (&priv->person, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PERSONA:
      if (g_set_object (&priv->persona, g_value_get_object (value)))
        {
          if (priv->persona != NULL)
            {
              bind_rows (self, GTK_WIDGET (self));
              if (LUEUR_WIZARD_PAGE_GET_CLASS (self)->bind != NULL)
                LUEUR_WIZARD_PAGE_GET_CLASS (self)->bind (self, priv->persona);
            }
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_MINOR:
      if (priv->minor != g_value_get_boolean (value))
        {
          priv->minor = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_wizard_page_dispose (GObject *object)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (LUEUR_WIZARD_PAGE (object));

  g_array_set_size (priv->marks, 0);
  g_clear_object (&priv->persona);
  g_clear_object (&priv->person);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (lueur_wizard_page_parent_class)->dispose (object);
}

static void
lueur_wizard_page_finalize (GObject *object)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (LUEUR_WIZARD_PAGE (object));

  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->tag, g_free);
  g_clear_pointer (&priv->marks, g_array_unref);

  G_OBJECT_CLASS (lueur_wizard_page_parent_class)->finalize (object);
}

static void
lueur_wizard_page_class_init (LueurWizardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_wizard_page_get_property;
  object_class->set_property = lueur_wizard_page_set_property;
  object_class->dispose = lueur_wizard_page_dispose;
  object_class->finalize = lueur_wizard_page_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_TAG] = g_param_spec_string ("tag", NULL, NULL, "", flags);
  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUEUR_TYPE_CONTEXT, flags);
  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA, flags);
  props[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, LUEUR_TYPE_PERSON, flags);
  props[PROP_MINOR] = g_param_spec_boolean ("minor", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_wizard_page_init (LueurWizardPage *self)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (self);

  priv->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (priv->marks, clear_mark);
  lueur_open_at_top (GTK_WIDGET (self));
}

/**
 * lueur_wizard_page_get_persona:
 *
 * Returns: (transfer none) (nullable): the persona being made
 */
LueurPersona *
lueur_wizard_page_get_persona (LueurWizardPage *self)
{
  return ((LueurWizardPagePrivate *) lueur_wizard_page_get_instance_private (self))->persona;
}

LueurPerson *
lueur_wizard_page_get_person (LueurWizardPage *self)
{
  return ((LueurWizardPagePrivate *) lueur_wizard_page_get_instance_private (self))->person;
}

LueurContext *
lueur_wizard_page_get_context (LueurWizardPage *self)
{
  return ((LueurWizardPagePrivate *) lueur_wizard_page_get_instance_private (self))->context;
}

const char *
lueur_wizard_page_get_title (LueurWizardPage *self)
{
  return ((LueurWizardPagePrivate *) lueur_wizard_page_get_instance_private (self))->title;
}

const char *
lueur_wizard_page_get_tag (LueurWizardPage *self)
{
  return ((LueurWizardPagePrivate *) lueur_wizard_page_get_instance_private (self))->tag;
}

/**
 * lueur_wizard_page_set_inferred:
 * @inferred: the fields that were understood from a sentence and not changed since
 */
void
lueur_wizard_page_set_inferred (LueurWizardPage *self, LueurFieldSet inferred)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (self);

  for (guint i = 0; i < priv->marks->len; i++)
    {
      const Mark *mark = &g_array_index (priv->marks, Mark, i);
      gboolean marked = (inferred & LUEUR_FIELD_BIT (mark->field)) != 0;

      lueur_row_set_star (mark->row, mark->star, marked);
      if (marked)
        gtk_accessible_update_property (GTK_ACCESSIBLE (mark->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                        _("Understood from your sentence"), -1);
      else
        gtk_accessible_reset_property (GTK_ACCESSIBLE (mark->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}
