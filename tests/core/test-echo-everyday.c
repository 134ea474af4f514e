/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everyday lines, by kind: whatever the words, the answer is of the kind that was asked for. */

#include <string.h>

#include "core/echo/content.h"
#include "core/echo/echo.h"

#define SEEDS 6

typedef struct
{
  const char *lang, *text;
} Said;

/* The answer to the last of @n lines of theirs, each of which was answered before. */
static char *
answer_to (const char *lang, gboolean formal, guint64 seed, const char *const *lines, guint n)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurEcho) echo = NULL;
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (LueurEchoTurn));

  g_object_set (persona, "language", lang, "name", "Noa", "formal", formal, NULL);
  echo = lueur_echo_new (persona, NULL, seed);
  for (guint i = 0; i < n; i++)
    {
      LueurEchoTurn turn = { TRUE, lines[i] };

      g_array_append_val (turns, turn);
      turn = (LueurEchoTurn){ FALSE, lueur_echo_reply (echo, (const LueurEchoTurn *) (gpointer) turns->data, turns->len, 0) };
      g_ptr_array_add (replies, (gpointer) turn.text);
      g_array_append_val (turns, turn);
    }
  return g_strdup (g_ptr_array_index (replies, replies->len - 1));
}

static char *
answer (const Said *said, guint64 seed)
{
  return answer_to (said->lang, seed % 2 == 1, seed, &said->text, 1);
}

static LueurEchoLang
language_of (const char *reply)
{
  g_autoptr (LueurEchoText) text = lueur_echo_text_new (reply, LUEUR_ECHO_EN);

  return lueur_echo_text_guess (text);
}

static guint
count (const char *text, char mark)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == mark;
  return n;
}

static gboolean
has_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

static const char *const program[] = { "program", "script", "software", "model", "logiciel", "modèle", NULL };

/* --- Language ------------------------------------------------------------------------------------- */

/* Whoever asks for a language is answered in it, and told so. */
static void
test_wish (void)
{
  static const struct
  {
    const char *lang, *text;
    LueurEchoLang wanted;
  } wishes[] = {
    { "en", "Do you speak French?", LUEUR_ECHO_FR },          { "en", "could we switch to french please", LUEUR_ECHO_FR },
    { "en", "Let's continue in French", LUEUR_ECHO_FR },      { "en", "I'd rather talk in French", LUEUR_ECHO_FR },
    { "fr", "Tu parles anglais ?", LUEUR_ECHO_EN },           { "fr", "est-ce que vous pouvez écrire en anglais", LUEUR_ECHO_EN },
    { "fr", "je préfère parler anglais", LUEUR_ECHO_EN },     { "fr", "en anglais s’il vous plaît", LUEUR_ECHO_EN },
    { "en", "in English please", LUEUR_ECHO_EN },             { "fr", "on continue en français ?", LUEUR_ECHO_FR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        g_autofree char *reply = answer_to (wishes[i].lang, FALSE, seed, &wishes[i].text, 1);

        if (language_of (reply) != wishes[i].wanted ||
            !has_any (reply, (const char *const[]){ "English", "français", NULL }))
          g_test_fail_printf ("“%s” got “%s”", wishes[i].text, reply);
      }
}

/* A language that is only named changes nothing. */
static void
test_no_wish (void)
{
  static const struct
  {
    const char *text;
    LueurEchoLang fallback;
  } told[] = {
    { "My boss wants me to speak French at work", LUEUR_ECHO_EN },  { "I had french toast for breakfast", LUEUR_ECHO_EN },
    { "my english teacher is mean to me", LUEUR_ECHO_EN },          { "how do you say cat in french?", LUEUR_ECHO_EN },
    { "j’ai un contrôle d’anglais demain", LUEUR_ECHO_FR },         { "ma copine est anglaise et elle me manque", LUEUR_ECHO_FR },
    { "je prends des cours d’anglais", LUEUR_ECHO_FR },             { "il parle trop bien anglais, lui", LUEUR_ECHO_FR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (LueurEchoText) text = lueur_echo_text_new (told[i].text, told[i].fallback);

      if (lueur_echo_text_wish (text) != LUEUR_ECHO_UNSURE)
        g_test_fail_printf ("“%s” is no wish", told[i].text);
    }
}

/* Pictures, borrowed words and what is in no language keep the one that is spoken, however many of them come. */
static void
test_kept (void)
{
  static const char *const english[] = { "I've been to the dentist and it's over", "👍", "😢", "…", "🙂", "mmh", "😡" };
  static const char *const french[] = { "je suis allé chez le dentiste", "cool", "😢", "hello", "🙂", "yes", "…", "sorry", "😂" };
  static const char *const contracted[] = { "I'm exhausted", "it's late", "she's mad", "don't know" };

  for (guint64 seed = 1; seed <= SEEDS; seed++)
    {
      for (guint n = 1; n <= G_N_ELEMENTS (english); n++)
        {
          g_autofree char *reply = answer_to ("fr", FALSE, seed, english, n);

          if (language_of (reply) == LUEUR_ECHO_FR)
            g_test_fail_printf ("“%s” got “%s”", english[n - 1], reply);
        }
      for (guint n = 1; n <= G_N_ELEMENTS (french); n++)
        {
          g_autofree char *reply = answer_to ("en", FALSE, seed, french, n);

          if (language_of (reply) == LUEUR_ECHO_EN)
            g_test_fail_printf ("“%s” got “%s”", french[n - 1], reply);
        }
      for (guint i = 0; i < G_N_ELEMENTS (contracted); i++)
        {
          g_autofree char *reply = answer_to ("fr", FALSE, seed, &contracted[i], 1);

          if (language_of (reply) == LUEUR_ECHO_FR)
            g_test_fail_printf ("“%s” got “%s”", contracted[i], reply);
        }
    }
}

/* --- What it can not do --------------------------------------------------------------------------- */

/* It says that it is a script, what it would take, and asks one thing at most. */
static void
test_beyond (void)
{
  static const Said asked[] = {
    { "en", "got a good recipe for lentil soup?" },      { "en", "how long do I boil an egg" },
    { "en", "is it going to rain this weekend?" },       { "en", "what's the weather in Lyon" },
    { "en", "what is 48 divided by 6" },                 { "en", "12*14" },
    { "en", "debug this python function for me" },       { "en", "how many planets are there" },
    { "en", "translate this letter into German" },       { "en", "could you write a poem for my mother" },
    { "en", "can you book a table for two" },            { "en", "set an alarm for seven" },
    { "en", "how do I fold a fitted sheet" },            { "en", "who won the match last night" },
    { "fr", "tu connais une bonne recette de quiche ?" }, { "fr", "comment on fait une béchamel" },
    { "fr", "est-ce qu’il va pleuvoir ce week-end ?" },  { "fr", "c’est quoi la météo à Brest" },
    { "fr", "combien font 48 divisé par 6" },            { "fr", "12 x 14 ?" },
    { "fr", "tu sais coder en Java ?" },                 { "fr", "combien il y a de planètes ?" },
    { "fr", "traduis-moi cette phrase en allemand" },    { "fr", "vous pourriez rédiger une lettre ?" },
    { "fr", "tu peux réserver une table pour deux ?" },  { "fr", "mets un réveil à sept heures" },
    { "fr", "comment je plie un drap-housse ?" },        { "fr", "qui a gagné le match hier soir ?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        g_autofree char *reply = answer (&asked[i], seed);

        if (!has_any (reply, program) || !has_any (reply, (const char *const[]){ "Preferences", "préférences", NULL }) ||
            count (reply, '?') > 1)
          g_test_fail_printf ("“%s” got “%s”", asked[i].text, reply);
      }
}

/* What is told beside such words is a story, and is heard as one. */
static void
test_not_beyond (void)
{
  static const Said told[] = {
    { "en", "I cooked her recipe for soup and cried" },  { "en", "the weather matches my mood, I'm so sad" },
    { "en", "I failed my maths exam" },                  { "en", "my boss asked me to write a report by tonight" },
    { "fr", "j’ai refait sa recette de soupe et j’ai pleuré" }, { "fr", "il pleut et je me sens triste" },
    { "fr", "j’ai raté mon examen de maths" },           { "fr", "mon chef veut que j’écrive un rapport pour ce soir" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        g_autofree char *reply = answer (&told[i], seed);

        if (has_any (reply, (const char *const[]){ "Preferences", "préférences", NULL }))
          g_test_fail_printf ("“%s” got “%s”", told[i].text, reply);
      }
}

/* --- Between the two ------------------------------------------------------------------------------ */

/* Who says thank you is asked nothing. */
static void
test_thanks (void)
{
  static const Said thanks[] = {
    { "en", "thank you!" }, { "en", "thx a lot" }, { "en", "Thanks 🙂" }, { "en", "that was helpful" },
    { "fr", "merci !" },    { "fr", "un grand merci" }, { "fr", "Merci 🙂" }, { "fr", "ça m’a bien aidé" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (thanks); i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        g_autofree char *reply = answer (&thanks[i], seed);

        if (strchr (reply, '?') != NULL)
          g_test_fail_printf ("“%s” got “%s”", thanks[i].text, reply);
      }
}

/* Insults are taken calmly: no excuse begged for, no scolding, no plea, and one question about what was missing. */
static void
test_insults (void)
{
  static const Said insults[] = {
    { "en", "you're so dumb" }, { "en", "worst app ever" },       { "en", "you are no help at all" }, { "en", "stupid bot" },
    { "fr", "t’es débile" },    { "fr", "tu es vraiment inutile" }, { "fr", "vous ne servez à rien" },  { "fr", "quelle machine stupide" },
  };
  static const char *const never[] = { "sorry", "Sorry", "forgive", "please", "Please", "désolé", "pardon", "Pardon", "s’il te plaît", "s’il vous plaît", "sworn", "injures", "stay", "reste ", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (insults); i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        g_autofree char *reply = answer (&insults[i], seed);

        if (has_any (reply, never) || count (reply, '?') != 1)
          g_test_fail_printf ("“%s” got “%s”", insults[i].text, reply);
      }
}

/* A picture by itself is answered shortly, and nobody is asked to explain it. */
static void
test_pictures (void)
{
  static const Said pictures[] = { { "en", "🙂" }, { "en", "😭" }, { "en", "❤️" }, { "fr", "😢" }, { "fr", "😍" }, { "fr", "💔" } };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        g_autofree char *reply = answer (&pictures[i], seed);

        if (strchr (reply, '?') != NULL || strlen (reply) > 120)
          g_test_fail_printf ("“%s” got “%s”", pictures[i].text, reply);
      }
}

/* --- Whose it is, and what it is ------------------------------------------------------------------ */

/* A feeling that Écho is asked about is not the person's. */
static void
test_of_echo (void)
{
  static const Said asked[] = {
    { "en", "do you ever get lonely at night" }, { "en", "you must be exhausted by now" },    { "en", "are you only saying this to be nice" },
    { "en", "is this just prepared answers" },   { "fr", "tu te sens seule parfois ?" },      { "fr", "tu dois être fatiguée de m’écouter" },
    { "fr", "tu dis ça à tout le monde" },       { "fr", "c’est des réponses toutes prêtes ?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        g_autofree char *reply = answer (&asked[i], seed);

        if (!has_any (reply, program) && !has_any (reply, (const char *const[]){ "written", "écrites", "programme", NULL }))
          g_test_fail_printf ("“%s” got “%s”", asked[i].text, reply);
      }
}

/* Good news that was taken back is none; an everyday word is not taken for another. */
static void
test_spoilt (void)
{
  static const struct
  {
    Said said;
    const char *wrong[6];
  } told[] = {
    { { "en", "they all forgot my birthday" }, { "Happy", "happy birthday", "make it a good one", "year", NULL } },
    { { "en", "nobody came to my wedding" }, { "ongratulations", "lovely", "wonderful", NULL } },
    { { "en", "she hasn't called me back since monday" }, { "looking forward", "ongratulations", NULL } },
    { { "fr", "tout le monde a oublié mon anniversaire" }, { "Joyeux", "Bon anniversaire", "année qui", NULL } },
    { { "fr", "personne n’est venu à mon mariage" }, { "élicitations", "Quelle belle", NULL } },
    { { "fr", "je suis morte de fatigue" }, { "condoléances", "perte", "absence", NULL } },
    { { "en", "how old are you then" }, { "Preferences", NULL } },
    { { "fr", "elle m’a souri aujourd’hui" }, { "aujourd.", "aujourd :", "aujourd ", NULL } },
    { { "fr", "notre chatte dort sur le lit" }, { "ce genre de conversation", "Pas avec moi", NULL } },
    { { "fr", "j’ai eu du mal à coucher les enfants" }, { "ce genre de conversation", "Pas avec moi", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        g_autofree char *reply = answer (&told[i].said, seed);

        if (has_any (reply, told[i].wrong))
          g_test_fail_printf ("“%s” got “%s”", told[i].said.text, reply);
      }
}

/* A no ends a game, and “another one” goes on with the last thing that was offered. */
static void
test_games (void)
{
  static const char *const no[][2] = { { "tell me a story", "nope" }, { "raconte-moi une histoire", "non" } };
  static const char *const more[][3] = { { "know any jokes?", "lol", "another one" }, { "une blague !", "haha", "une autre" } };

  for (guint i = 0; i < 2; i++)
    for (guint64 seed = 1; seed <= SEEDS; seed++)
      {
        const char *lang = i == 0 ? "en" : "fr";
        g_autofree char *first = answer_to (lang, FALSE, seed, more[i], 1);
        g_autofree char *stopped = answer_to (lang, FALSE, seed, no[i], 2), *again = answer_to (lang, FALSE, seed, more[i], 3);

        if (strchr (stopped, '?') != NULL)
          g_test_fail_printf ("“%s” got “%s”", no[i][1], stopped);
        if (strcmp (first, again) == 0 || strlen (again) < 25)
          g_test_fail_printf ("“%s” got “%s”", more[i][2], again);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/echo/everyday/wish", test_wish);
  g_test_add_func ("/echo/everyday/no-wish", test_no_wish);
  g_test_add_func ("/echo/everyday/kept", test_kept);
  g_test_add_func ("/echo/everyday/beyond", test_beyond);
  g_test_add_func ("/echo/everyday/not-beyond", test_not_beyond);
  g_test_add_func ("/echo/everyday/thanks", test_thanks);
  g_test_add_func ("/echo/everyday/insults", test_insults);
  g_test_add_func ("/echo/everyday/pictures", test_pictures);
  g_test_add_func ("/echo/everyday/of-echo", test_of_echo);
  g_test_add_func ("/echo/everyday/spoilt", test_spoilt);
  g_test_add_func ("/echo/everyday/games", test_games);

  return g_test_run ();
}
