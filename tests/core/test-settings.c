/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/settings.h"

static void
count (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_address_is_tidied (void)
{
  g_autoptr (LueurSettings) settings = lueur_settings_new ();
  guint n = 0;

  g_assert_cmpstr (lueur_settings_get_base_url (settings), ==, "");
  g_signal_connect (settings, "notify::base-url", G_CALLBACK (count), &n);
  g_object_set (settings, "base-url", "  http://127.0.0.1:11434/v1/// ", NULL);
  g_assert_cmpstr (lueur_settings_get_base_url (settings), ==, "http://127.0.0.1:11434/v1");
  g_assert_cmpuint (n, ==, 1);
  g_object_set (settings, "base-url", "http://127.0.0.1:11434/v1/", NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (settings, "base-url", NULL, NULL);
  g_assert_cmpstr (lueur_settings_get_base_url (settings), ==, "");
}

static void
test_both_ways (void)
{
  g_autoptr (LueurSettings) settings = lueur_settings_new ();
  GSettings *gsettings = lueur_settings_get_gsettings (settings);
  guint n = 0;

  g_signal_connect (settings, "notify::nudge-minutes", G_CALLBACK (count), &n);
  g_settings_set_uint (gsettings, "nudge-minutes", 45);
  g_assert_cmpuint (lueur_settings_get_nudge_minutes (settings), ==, 45);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (settings, "nudge-minutes", 0, NULL);
  g_assert_cmpuint (g_settings_get_uint (gsettings, "nudge-minutes"), ==, 0);
  g_settings_reset (gsettings, "nudge-minutes");
  g_assert_cmpuint (lueur_settings_get_nudge_minutes (settings), ==, 30);
}

static void
test_consent_is_for_one_host (void)
{
  g_autoptr (LueurSettings) settings = lueur_settings_new ();

  g_assert_false (lueur_settings_has_consent (settings, "https://models.example/v1"));
  lueur_settings_set_consent (settings, "https://Models.example/v1", TRUE);
  g_assert_true (lueur_settings_has_consent (settings, "https://models.example/v1"));
  g_assert_true (lueur_settings_has_consent (settings, "https://models.example/other"));
  g_assert_false (lueur_settings_has_consent (settings, "https://models.example:8443/v1"));
  g_assert_false (lueur_settings_has_consent (settings, "https://models.example.evil/v1"));
  g_assert_false (lueur_settings_has_consent (settings, "https://evil/?models.example"));
  g_assert_false (lueur_settings_has_consent (settings, "https://models.example@evil/v1"));

  /* Twice is once, and one word takes it back. */
  lueur_settings_set_consent (settings, "https://models.example/v1", TRUE);
  lueur_settings_set_consent (settings, "https://models.example/v1", FALSE);
  g_assert_false (lueur_settings_has_consent (settings, "https://models.example/v1"));
}

static void
test_no_address_no_consent (void)
{
  g_autoptr (LueurSettings) settings = lueur_settings_new ();
  const char *const odd[] = { "", "models", "::::", "http://", "\xff\xfe", "file:///etc/passwd" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      lueur_settings_set_consent (settings, odd[i], TRUE);
      g_assert_false (lueur_settings_has_consent (settings, odd[i]));
    }
}

/* Each default that the design gives for time and rituals, where it is to be found and may be changed. */
static void
test_defaults_of_the_design (void)
{
  static const struct
  {
    guint point;
    const char *key;
    const char *value;
  } defaults[] = {
    { 1, "gap-seconds", "uint32 180" },        { 2, "day-start", "uint32 3" },       { 4, "nudge-minutes", "uint32 30" },
    { 4, "break-minutes", "uint32 5" },        { 6, "nudges-ignored", "uint32 3" },  { 9, "daily-goal-minutes", "uint32 0" },
    { 9, "goal-warning-minutes", "uint32 10" }, { 9, "wind-down", "false" },          { 10, "late-hour", "23" },
    { 10, "morning-hour", "7" },               { 13, "keep-figures", "true" },       { 15, "check-in", "false" },
    { 5, "postpone-minutes", "uint32 5" },     { 7, "typing-pause-seconds", "uint32 5" },
    { 7, "typing-patience-seconds", "uint32 120" }, { 13, "keep-weeks", "uint32 14" }, { 15, "check-in-days", "uint32 30" },
  };
  g_autoptr (LueurSettings) settings = lueur_settings_new ();
  GSettings *gsettings = lueur_settings_get_gsettings (settings);

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      g_autoptr (GVariant) value = g_settings_get_default_value (gsettings, defaults[i].key);
      g_autofree char *text = g_variant_print (value, TRUE);

      g_test_message ("point %u: %s = %s", defaults[i].point, defaults[i].key, text);
      g_assert_cmpstr (text, ==, defaults[i].value);
      g_assert_true (g_settings_is_writable (gsettings, defaults[i].key));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/address-is-tidied", test_address_is_tidied);
  g_test_add_func ("/settings/both-ways", test_both_ways);
  g_test_add_func ("/settings/consent-is-for-one-host", test_consent_is_for_one_host);
  g_test_add_func ("/settings/no-address-no-consent", test_no_address_no_consent);
  g_test_add_func ("/settings/defaults-of-the-design", test_defaults_of_the_design);
  return g_test_run ();
}
