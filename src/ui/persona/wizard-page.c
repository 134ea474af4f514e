/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/persona/wizard-page.h"

typedef struct
{
  LueurPersona *persona;
} LueurWizardPagePrivate;

typedef enum
{
  PROP_PERSONA = 1,
  N_PROPS,
} LueurWizardPageProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LueurWizardPage, lueur_wizard_page, ADW_TYPE_NAVIGATION_PAGE)

static void
lueur_wizard_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (LUEUR_WIZARD_PAGE (object));

  switch ((LueurWizardPageProp) id)
    {
    case PROP_PERSONA:
      g_value_set_object (value, priv->persona);
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
    case PROP_PERSONA:
      if (g_set_object (&priv->persona, g_value_get_object (value)))
        {
          if (priv->persona != NULL && LUEUR_WIZARD_PAGE_GET_CLASS (self)->bind != NULL)
            LUEUR_WIZARD_PAGE_GET_CLASS (self)->bind (self, priv->persona);
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

  g_clear_object (&priv->persona);

  G_OBJECT_CLASS (lueur_wizard_page_parent_class)->dispose (object);
}

static void
lueur_wizard_page_class_init (LueurWizardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lueur_wizard_page_get_property;
  object_class->set_property = lueur_wizard_page_set_property;
  object_class->dispose = lueur_wizard_page_dispose;

  /**
   * LueurWizardPage:persona:
   *
   * The persona being made. Set once, by the wizard.
   */
  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_wizard_page_init (LueurWizardPage *self)
{
}

/**
 * lueur_wizard_page_get_persona:
 *
 * Returns: (transfer none) (nullable): the persona being made
 */
LueurPersona *
lueur_wizard_page_get_persona (LueurWizardPage *self)
{
  LueurWizardPagePrivate *priv = lueur_wizard_page_get_instance_private (self);

  return priv->persona;
}
