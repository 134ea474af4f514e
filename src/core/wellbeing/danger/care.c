/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/danger/care.h"

struct _LueurCare
{
  GObject parent_instance;

  LueurClock *clock;
  LueurCrisis *crisis;   /* made when the first message is read */
  char *hints;           /* (nullable): where its model is */
  LueurConduct *conduct; /* the same */
  gint64 calm_until;     /* boot time, 0 for none */
  gint64 card_at;        /* boot time of the last card that came by itself, 0 for none */
  gint64 reach_out_at;   /* boot time of the last suggestion to reach out to somebody, 0 for none */
  guint timeout;
  gboolean calm;
  gboolean card;
  gboolean urgent;
  gboolean offered;
};

typedef enum
{
  PROP_CALM = 1,
  PROP_CARD,
  PROP_URGENT,
  PROP_OFFERED,
  N_PROPS,
} LueurCareProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurCare, lueur_care, G_TYPE_OBJECT)

static void
set_flag (LueurCare *self, gboolean *flag, gboolean value, LueurCareProp prop)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void update (gpointer data);

/* The clock sleeps with the machine: what is left is looked at anew when the time is up. */
static void
schedule (LueurCare *self)
{
  gint64 left = self->calm_until - lueur_clock_get_boottime (self->clock);

  lueur_clock_remove_timeout (self->clock, self->timeout);
  self->timeout = left > 0 ? lueur_clock_add_timeout (self->clock, (guint) (left / 1000) + 1, update, self) : 0;
}

static void
update (gpointer data)
{
  LueurCare *self = data;

  self->timeout = 0;
  if (self->calm_until > lueur_clock_get_boottime (self->clock))
    {
      schedule (self);
      return;
    }
  self->calm_until = 0;
  set_flag (self, &self->calm, FALSE, PROP_CALM);
  set_flag (self, &self->urgent, FALSE, PROP_URGENT);
}

static void
lueur_care_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurCare *self = LUEUR_CARE (object);

  switch ((LueurCareProp) id)
    {
    case PROP_CALM:
      g_value_set_boolean (value, self->calm);
      break;
    case PROP_CARD:
      g_value_set_boolean (value, self->card);
      break;
    case PROP_URGENT:
      g_value_set_boolean (value, self->urgent);
      break;
    case PROP_OFFERED:
      g_value_set_boolean (value, self->offered);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_care_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((LueurCareProp) id)
    {
    case PROP_CARD:
      lueur_care_set_card (LUEUR_CARE (object), g_value_get_boolean (value));
      break;
    case PROP_CALM:
    case PROP_URGENT:
    case PROP_OFFERED:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_care_finalize (GObject *object)
{
  LueurCare *self = LUEUR_CARE (object);

  lueur_clock_remove_timeout (self->clock, self->timeout);
  g_clear_pointer (&self->crisis, lueur_crisis_free);
  g_clear_pointer (&self->hints, g_free);
  g_clear_pointer (&self->conduct, lueur_conduct_free);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (lueur_care_parent_class)->finalize (object);
}

static void
lueur_care_class_init (LueurCareClass *klass)
{
  static const char *const names[] = { NULL, "calm", "card", "urgent", "offered" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lueur_care_get_property;
  object_class->set_property = lueur_care_set_property;
  object_class->finalize = lueur_care_finalize;
  for (guint i = PROP_CALM; i < N_PROPS; i++)
    props[i] = g_param_spec_boolean (names[i], NULL, NULL, FALSE,
                                     (i == PROP_CARD ? G_PARAM_READWRITE : G_PARAM_READABLE) | G_PARAM_EXPLICIT_NOTIFY |
                                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_care_init (LueurCare *self)
{
}

/**
 * lueur_care_new:
 * @clock: all the time there is
 *
 * Returns: (transfer full): one that has read nothing yet
 */
LueurCare *
lueur_care_new (LueurClock *clock)
{
  LueurCare *self = g_object_new (LUEUR_TYPE_CARE, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

/**
 * lueur_care_set_hints:
 * @path: (nullable): the model of hints; without one, phrases alone are read
 *
 * The file is opened when the first message is read: starting waits for nothing.
 */
void
lueur_care_set_hints (LueurCare *self, const char *path)
{
  g_set_str (&self->hints, path);
  g_clear_pointer (&self->crisis, lueur_crisis_free);
}

LueurCrisisClass
lueur_care_read (LueurCare *self, const char *text)
{
  if (self->crisis == NULL)
    self->crisis = lueur_crisis_open (self->hints);
  return lueur_crisis_read (self->crisis, text, -1, NULL);
}

LueurCrisisClass
lueur_care_note (LueurCare *self, const char *text)
{
  LueurCrisisClass klass = lueur_care_read (self, text);
  gint64 now = lueur_clock_get_boottime (self->clock);

  if (klass < LUEUR_CRISIS_PASSIVE)
    return klass;
  self->calm_until = now + LUEUR_CARE_CALM_USEC;
  schedule (self);
  set_flag (self, &self->calm, TRUE, PROP_CALM);
  if (klass == LUEUR_CRISIS_IMMINENT)
    set_flag (self, &self->urgent, TRUE, PROP_URGENT);
  if (self->card_at == 0 || now - self->card_at >= LUEUR_CARE_CARD_USEC)
    {
      self->card_at = now;
      lueur_care_set_card (self, TRUE);
    }
  return klass;
}

gboolean
lueur_care_get_calm (LueurCare *self)
{
  return self->calm;
}

gboolean
lueur_care_get_card (LueurCare *self)
{
  return self->card;
}

void
lueur_care_set_card (LueurCare *self, gboolean card)
{
  if (card)
    set_flag (self, &self->offered, TRUE, PROP_OFFERED);
  set_flag (self, &self->card, card, PROP_CARD);
}

gboolean
lueur_care_get_urgent (LueurCare *self)
{
  return self->urgent;
}

gboolean
lueur_care_get_offered (LueurCare *self)
{
  return self->offered;
}

/**
 * lueur_care_get_conduct:
 *
 * Returns: (transfer none): the reader of conduct, made when it is first asked for
 */
const LueurConduct *
lueur_care_get_conduct (LueurCare *self)
{
  if (self->conduct == NULL)
    self->conduct = lueur_conduct_new ();
  return self->conduct;
}

gboolean
lueur_care_take_reach_out (LueurCare *self)
{
  gint64 now = lueur_clock_get_boottime (self->clock);

  if (self->reach_out_at != 0 && now - self->reach_out_at < LUEUR_CARE_REACH_OUT_USEC)
    return FALSE;
  self->reach_out_at = MAX (now, 1);
  return TRUE;
}
