/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys with a keyring that answers (the test session's own) and without one. */

#include "core/secrets.h"
#include "support/loop.h"

#define URL "http://127.0.0.1:1/v1"

static void
store (LueurSecrets *secrets, const char *url, const char *key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lueur_secrets_store_async (secrets, url, key, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_secrets_store_finish (secrets, result, &error));
  g_assert_no_error (error);
}

static char *
lookup (LueurSecrets *secrets, const char *url)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *key;

  lueur_secrets_lookup_async (secrets, url, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  key = lueur_secrets_lookup_finish (secrets, result, &error);
  g_assert_no_error (error);
  return key;
}

static void
use (gboolean persistent)
{
  g_autoptr (LueurSecrets) secrets = lueur_secrets_new ();
  g_autoptr (LueurSecrets) later = NULL;
  g_autofree char *none = NULL, *key = NULL, *other = NULL, *kept = NULL, *gone = NULL;

  none = lookup (secrets, URL);
  g_assert_null (none);
  store (secrets, URL, "sk-one");
  key = lookup (secrets, URL);
  g_assert_cmpstr (key, ==, "sk-one");
  other = lookup (secrets, "http://127.0.0.1:2/v1");
  g_assert_null (other);
  g_assert_true (lueur_secrets_get_persistent (secrets) == persistent);

  /* The next start of the app. */
  later = lueur_secrets_new ();
  kept = lookup (later, URL);
  g_assert_cmpstr (kept, ==, persistent ? "sk-one" : NULL);

  store (secrets, URL, "");
  gone = lookup (secrets, URL);
  g_assert_null (gone);
}

static void
test_keyring (void)
{
  g_autofree char *output = NULL;
  int status = 1;

  if (!g_spawn_command_line_sync ("dbus-send --session --print-reply --dest=org.freedesktop.DBus / "
                                  "org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets",
                                  &output, NULL, &status, NULL) ||
      status != 0)
    {
      g_test_skip ("no secret service in this session");
      return;
    }
  use (TRUE);
}

static void
test_no_keyring (void)
{
  /* A process of its own: libsecret keeps its connection for good. */
  if (g_test_subprocess ())
    {
      use (FALSE);
      return;
    }
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_test_trap_subprocess (NULL, 20 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_cancelled (void)
{
  g_autoptr (LueurSecrets) secrets = lueur_secrets_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  lueur_secrets_lookup_async (secrets, URL, cancellable, lueur_test_keep_result, &result);
  g_cancellable_cancel (cancellable);
  lueur_test_await (&result);
  key = lueur_secrets_lookup_finish (secrets, result, &error);
  g_assert_null (key);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secrets/keyring", test_keyring);
  g_test_add_func ("/secrets/cancelled", test_cancelled);
  g_test_add_func ("/secrets/no-keyring", test_no_keyring);
  return g_test_run ();
}
