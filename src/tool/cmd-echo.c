/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool echo: a conversation with the built-in companion; reads a line, answers a line. */

#include "tool/cmd-echo.h"

#include <stdio.h>
#include <string.h>

#include "core/echo/echo.h"

/* A message longer than this is cut; Écho reads no more of it anyway. */
#define MAX_LINE 65536

static const struct
{
  const char *name;
  LueurTrait trait;
  double sign;
} trait_names[] = {
  { "gentle", LUEUR_TRAIT_GENTLE_TEASING, -1 },    { "teasing", LUEUR_TRAIT_GENTLE_TEASING, 1 },
  { "playful", LUEUR_TRAIT_PLAYFUL_SERIOUS, -1 },  { "serious", LUEUR_TRAIT_PLAYFUL_SERIOUS, 1 },
  { "talkative", LUEUR_TRAIT_TALKATIVE_QUIET, -1 }, { "quiet", LUEUR_TRAIT_TALKATIVE_QUIET, 1 },
  { "candid", LUEUR_TRAIT_CANDID_DIPLOMATIC, -1 }, { "diplomatic", LUEUR_TRAIT_CANDID_DIPLOMATIC, 1 },
  { "warm", LUEUR_TRAIT_WARM_RESERVED, -1 },       { "reserved", LUEUR_TRAIT_WARM_RESERVED, 1 },
};

static const char *const relation_names[] = { "friend", "confidant", "mentor", "partner", "character", "other" };
static const char *const gender_names[] = { "feminine", "masculine", "neutral" };

static gboolean
set_trait (LueurPersona *persona, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (trait_names); i++)
    if (strcmp (trait_names[i].name, name) == 0)
      {
        lueur_persona_set_trait (persona, trait_names[i].trait, trait_names[i].sign * 0.8);
        return TRUE;
      }
  return FALSE;
}

static int
index_of (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      return (int) i;
  return -1;
}

static gboolean
set_up (LueurPersona *persona, const char *lang, const char *name, gboolean formal, const char *relation, const char *gender,
        char **traits)
{
  int relation_index = index_of (relation_names, G_N_ELEMENTS (relation_names), relation);
  int gender_index = index_of (gender_names, G_N_ELEMENTS (gender_names), gender);

  if (relation_index < 0 || gender_index < 0 || (strcmp (lang, "fr") != 0 && strcmp (lang, "en") != 0))
    return FALSE;
  g_object_set (persona, "language", lang, "name", name, "formal", formal, "relation", relation_index, "gender", gender_index,
                NULL);
  for (guint i = 0; traits != NULL && traits[i] != NULL; i++)
    if (!set_trait (persona, traits[i]))
      return FALSE;
  return TRUE;
}

static void
converse (LueurEcho *echo, FILE *in)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (LueurEchoTurn));
  g_autofree char *line = g_malloc (MAX_LINE);

  while (fgets (line, MAX_LINE, in) != NULL)
    {
      LueurEchoTurn turn = { TRUE, NULL };
      char *reply;

      line[strcspn (line, "\n")] = '\0';
      turn.text = g_strdup (line);
      g_ptr_array_add (texts, (gpointer) turn.text);
      g_array_append_val (turns, turn);

      reply = lueur_echo_reply (echo, (const LueurEchoTurn *) turns->data, turns->len, 0);
      g_ptr_array_add (texts, reply);
      turn = (LueurEchoTurn){ FALSE, reply };
      g_array_append_val (turns, turn);
      /* A line a reply, so that another program can read it. */
      for (const char *p = reply; *p != '\0'; p++)
        putchar (*p == '\n' ? '\v' : *p);
      putchar ('\n');
      fflush (stdout);
    }
}

int
lueur_cmd_echo (int argc, char **argv)
{
  g_autofree char *lang = NULL, *name = NULL, *relation = NULL, *gender = NULL, *person = NULL;
  g_auto (GStrv) traits = NULL;
  gboolean formal = FALSE, greet = FALSE;
  gint64 seed = 1;
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang, "Language of the companion: en or fr", "LANG" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, "Name of the companion", "NAME" },
    { "person", 0, 0, G_OPTION_ARG_STRING, &person, "Name of the person", "NAME" },
    { "formal", 0, 0, G_OPTION_ARG_NONE, &formal, "vous rather than tu", NULL },
    { "relation", 0, 0, G_OPTION_ARG_STRING, &relation, "friend, confidant, mentor, partner, character or other", "RELATION" },
    { "gender", 0, 0, G_OPTION_ARG_STRING, &gender, "feminine, masculine or neutral", "GENDER" },
    { "trait", 0, 0, G_OPTION_ARG_STRING_ARRAY, &traits, "A lean of temper, such as teasing or quiet; may be repeated", "TRAIT" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Which of the many ways to answer", "N" },
    { "greet", 0, 0, G_OPTION_ARG_NONE, &greet, "Begin with a greeting", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- talk with the built-in companion, a line at a time");
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPersona) persona = NULL;
  g_autoptr (LueurEcho) echo = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("lueur-tool echo: %s\n", error->message);
      return 2;
    }
  persona = lueur_persona_new ();
  if (!set_up (persona, lang != NULL ? lang : "en", name != NULL ? name : "Écho", formal, relation != NULL ? relation : "friend",
               gender != NULL ? gender : "neutral", traits))
    {
      g_printerr ("lueur-tool echo: there is no such language, relation, gender or trait; see --help\n");
      return 2;
    }
  echo = lueur_echo_new (persona, NULL, (guint64) seed);
  lueur_echo_set_now (echo, now);
  lueur_echo_set_person (echo, person);
  if (greet)
    {
      g_autofree char *hello = lueur_echo_greet (echo, g_date_time_get_hour (now));

      g_print ("%s\n", hello);
    }
  converse (echo, stdin);
  return 0;
}
