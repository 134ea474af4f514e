/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/secrets.h"

#include <libsecret/secret.h>

#include "lueur-config.h"

/* A keyring that asks for a password may take as long as the person does; one that hangs must not take the app along. */
#define SERVICE_TIMEOUT_MS 2000

struct _LueurSecrets
{
  GObject parent_instance;

  GHashTable *memory; /* base URL -> key, where no service answers */
  gboolean persistent;
};

typedef enum
{
  PROP_PERSISTENT = 1,
  N_PROPS,
} LueurSecretsProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurSecrets, lueur_secrets, G_TYPE_OBJECT)

static const SecretSchema schema = {
  LUEUR_APP_ID ".Endpoint", SECRET_SCHEMA_NONE,
  { { "base-url", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

typedef struct
{
  char *base_url;
  char *key; /* what is to be stored; NULL to forget */
  GCancellable *hurry;
  gulong outer_id;
  guint timeout_id;
} Call;

static void
call_free (Call *call)
{
  g_clear_handle_id (&call->timeout_id, g_source_remove);
  g_clear_object (&call->hurry);
  g_clear_pointer (&call->base_url, g_free);
  g_clear_pointer (&call->key, secret_password_free);
  g_free (call);
}

static void
key_free (gpointer key)
{
  secret_password_free (key);
}

static void
set_persistent (LueurSecrets *self, gboolean persistent)
{
  if (self->persistent == persistent)
    return;
  self->persistent = persistent;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSISTENT]);
}

static void
on_timeout (gpointer data)
{
  Call *call = data;

  call->timeout_id = 0;
  g_cancellable_cancel (call->hurry);
}

static void
on_outer_cancelled (GCancellable *outer, GCancellable *hurry)
{
  g_cancellable_cancel (hurry);
}

static Call *
call_new (GTask *task, const char *base_url, const char *key)
{
  Call *call = g_new0 (Call, 1);
  GCancellable *outer = g_task_get_cancellable (task);

  call->base_url = g_strdup (base_url);
  call->key = key != NULL && *key != '\0' ? g_strdup (key) : NULL;
  call->hurry = g_cancellable_new ();
  call->timeout_id = g_timeout_add_once (SERVICE_TIMEOUT_MS, on_timeout, call);
  g_source_set_name_by_id (call->timeout_id, "lueur-secrets-timeout");
  if (outer != NULL)
    call->outer_id = g_cancellable_connect (outer, G_CALLBACK (on_outer_cancelled), g_object_ref (call->hurry),
                                            g_object_unref);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  return call;
}

/* The service is done, one way or the other: no timer and no signal of this call may fire any more. */
static Call *
call_settle (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  GCancellable *outer = g_task_get_cancellable (task);

  g_clear_handle_id (&call->timeout_id, g_source_remove);
  if (outer != NULL && call->outer_id != 0)
    g_cancellable_disconnect (outer, call->outer_id);
  call->outer_id = 0;
  return call;
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  LueurSecrets *self = g_task_get_source_object (task);
  Call *call = call_settle (task);
  char *key = secret_password_lookup_finish (result, &error);

  if (g_task_return_error_if_cancelled (task))
    {
      secret_password_free (key);
      return;
    }
  set_persistent (self, error == NULL);
  if (key == NULL)
    key = g_strdup (g_hash_table_lookup (self->memory, call->base_url));
  g_task_return_pointer (task, key, key_free);
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  LueurSecrets *self = g_task_get_source_object (task);
  Call *call = call_settle (task);

  if (call->key != NULL)
    secret_password_store_finish (result, &error);
  else
    secret_password_clear_finish (result, &error);

  /* In the keyring or, for as long as the app runs, in memory: the person never has to type it twice. */
  if (error != NULL && call->key != NULL)
    g_hash_table_insert (self->memory, g_strdup (call->base_url), g_steal_pointer (&call->key));
  else
    g_hash_table_remove (self->memory, call->base_url);
  set_persistent (self, error == NULL);
  g_task_return_boolean (task, TRUE);
}

static void
lueur_secrets_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurSecrets *self = LUEUR_SECRETS (object);

  switch ((LueurSecretsProp) id)
    {
    case PROP_PERSISTENT:
      g_value_set_boolean (value, self->persistent);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_secrets_finalize (GObject *object)
{
  LueurSecrets *self = LUEUR_SECRETS (object);

  g_clear_pointer (&self->memory, g_hash_table_unref);

  G_OBJECT_CLASS (lueur_secrets_parent_class)->finalize (object);
}

static void
lueur_secrets_class_init (LueurSecretsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lueur_secrets_get_property;
  object_class->finalize = lueur_secrets_finalize;

  /**
   * LueurSecrets:persistent:
   *
   * Whether keys outlive the app: FALSE once a secret service failed to answer.
   */
  props[PROP_PERSISTENT] = g_param_spec_boolean ("persistent", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_secrets_init (LueurSecrets *self)
{
  self->memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, key_free);
  self->persistent = TRUE;
}

/**
 * lueur_secrets_new:
 *
 * Returns: (transfer full): the keyring's face; no service is asked before the first key is
 */
LueurSecrets *
lueur_secrets_new (void)
{
  return g_object_new (LUEUR_TYPE_SECRETS, NULL);
}

gboolean
lueur_secrets_get_persistent (LueurSecrets *self)
{
  return self->persistent;
}

/**
 * lueur_secrets_lookup_async:
 * @base_url: the endpoint whose key is wanted
 *
 * Asks the keyring. A service that is missing or does not answer within two seconds counts as having no key.
 */
void
lueur_secrets_lookup_async (LueurSecrets *self, const char *base_url, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Call *call;

  g_task_set_source_tag (task, lueur_secrets_lookup_async);
  call = call_new (task, base_url, NULL);
  secret_password_lookup (&schema, call->hurry, on_looked_up, task, "base-url", base_url, NULL);
}

/**
 * lueur_secrets_lookup_finish:
 *
 * Returns: (transfer full) (nullable): the key, or NULL where there is none (without @error)
 */
char *
lueur_secrets_lookup_finish (LueurSecrets *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lueur_secrets_store_async:
 * @base_url: the endpoint
 * @key: (nullable): its key; NULL or "" forgets it
 *
 * Keeps @key in the keyring or, where none answers, in memory until the app ends.
 */
void
lueur_secrets_store_async (LueurSecrets *self, const char *base_url, const char *key, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Call *call;

  g_task_set_source_tag (task, lueur_secrets_store_async);
  call = call_new (task, base_url, key);
  if (call->key != NULL)
    {
      /* What people see in their keyring's own window; the key itself is nowhere in it. */
      g_autofree char *label = g_strdup_printf ("Lueur — %s", base_url);

      secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, call->key, call->hurry, on_stored, task,
                             "base-url", base_url, NULL);
    }
  else
    {
      secret_password_clear (&schema, call->hurry, on_stored, task, "base-url", base_url, NULL);
    }
}

gboolean
lueur_secrets_store_finish (LueurSecrets *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
