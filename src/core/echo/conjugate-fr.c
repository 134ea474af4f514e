/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/reflect.h"

#include <string.h>

/* First person singular, then the second singular and plural. Verbs whose "tu" is spelt as their "je"
 * have NULL there. */
static const char *const irregular[][3] = {
  { "suis", "es", "êtes" },        { "ai", "as", "avez" },         { "vais", "vas", "allez" },      { "fais", NULL, "faites" },
  { "refais", NULL, "refaites" },  { "dis", NULL, "dites" },       { "peux", NULL, "pouvez" },      { "veux", NULL, "voulez" },
  { "dois", NULL, "devez" },       { "sais", NULL, "savez" },      { "vois", NULL, "voyez" },       { "revois", NULL, "revoyez" },
  { "crois", NULL, "croyez" },     { "mets", NULL, "mettez" },     { "remets", NULL, "remettez" },  { "permets", NULL, "permettez" },
  { "promets", NULL, "promettez" }, { "sens", NULL, "sentez" },    { "ressens", NULL, "ressentez" }, { "consens", NULL, "consentez" },
  { "pars", NULL, "partez" },      { "repars", NULL, "repartez" }, { "sors", NULL, "sortez" },      { "ressors", NULL, "ressortez" },
  { "dors", NULL, "dormez" },      { "endors", NULL, "endormez" }, { "rendors", NULL, "rendormez" }, { "mens", NULL, "mentez" },
  { "sers", NULL, "servez" },      { "lis", NULL, "lisez" },       { "relis", NULL, "relisez" },    { "écris", NULL, "écrivez" },
  { "réécris", NULL, "réécrivez" }, { "vis", NULL, "vivez" },      { "survis", NULL, "survivez" },  { "bois", NULL, "buvez" },
  { "reçois", NULL, "recevez" },   { "déçois", NULL, "décevez" },  { "aperçois", NULL, "apercevez" }, { "cours", NULL, "courez" },
  { "meurs", NULL, "mourez" },     { "ris", NULL, "riez" },        { "souris", NULL, "souriez" },   { "conduis", NULL, "conduisez" },
  { "construis", NULL, "construisez" }, { "détruis", NULL, "détruisez" }, { "produis", NULL, "produisez" }, { "traduis", NULL, "traduisez" },
  { "plains", NULL, "plaignez" },  { "crains", NULL, "craignez" }, { "peins", NULL, "peignez" },    { "éteins", NULL, "éteignez" },
  { "rejoins", NULL, "rejoignez" }, { "résous", NULL, "résolvez" }, { "vaux", NULL, "valez" },      { "bats", NULL, "battez" },
  { "débats", NULL, "débattez" },  { "combats", NULL, "combattez" }, { "hais", NULL, "haïssez" },   { "plais", NULL, "plaisez" },
  { "tais", NULL, "taisez" },      { "fuis", NULL, "fuyez" },      { "assieds", NULL, "asseyez" },  { "assois", NULL, "assoyez" },
  { "connais", NULL, "connaissez" }, { "reconnais", NULL, "reconnaissez" }, { "disparais", NULL, "disparaissez" },
  { "nais", NULL, "naissez" },     { "romps", NULL, "rompez" },    { "interromps", NULL, "interrompez" }, { "cuis", NULL, "cuisez" },
  { "nuis", NULL, "nuisez" },      { "maudis", NULL, "maudissez" }, { "finis", NULL, "finissez" },  { "choisis", NULL, "choisissez" },
  { "réussis", NULL, "réussissez" }, { "réfléchis", NULL, "réfléchissez" }, { "agis", NULL, "agissez" }, { "réagis", NULL, "réagissez" },
  { "grandis", NULL, "grandissez" }, { "grossis", NULL, "grossissez" }, { "maigris", NULL, "maigrissez" }, { "vieillis", NULL, "vieillissez" },
  { "rougis", NULL, "rougissez" }, { "subis", NULL, "subissez" },  { "remplis", NULL, "remplissez" }, { "ralentis", NULL, "ralentissez" },
  { "guéris", NULL, "guérissez" }, { "obéis", NULL, "obéissez" },  { "investis", NULL, "investissez" }, { "franchis", NULL, "franchissez" },
  { "nourris", NULL, "nourrissez" }, { "dépéris", NULL, "dépérissez" }, { "éclaircis", NULL, "éclaircissez" }, { "ramollis", NULL, "ramollissez" },
  { "désobéis", NULL, "désobéissez" }, { "envahis", NULL, "envahissez" }, { "trahis", NULL, "trahissez" }, { "applaudis", NULL, "applaudissez" },
  /* -elle and -ette that lose a letter, -èse and the like that lose an accent */
  { "appelle", "appelles", "appelez" }, { "rappelle", "rappelles", "rappelez" }, { "jette", "jettes", "jetez" },
  { "rejette", "rejettes", "rejetez" }, { "projette", "projettes", "projetez" }, { "épelle", "épelles", "épelez" },
  { "renouvelle", "renouvelles", "renouvelez" }, { "achète", "achètes", "achetez" }, { "rachète", "rachètes", "rachetez" },
  { "mène", "mènes", "menez" },    { "amène", "amènes", "amenez" }, { "emmène", "emmènes", "emmenez" }, { "promène", "promènes", "promenez" },
  { "ramène", "ramènes", "ramenez" }, { "démène", "démènes", "démenez" }, { "surmène", "surmènes", "surmenez" },
  { "lève", "lèves", "levez" },    { "relève", "relèves", "relevez" }, { "enlève", "enlèves", "enlevez" }, { "soulève", "soulèves", "soulevez" },
  { "élève", "élèves", "élevez" }, { "pèse", "pèses", "pesez" },   { "gèle", "gèles", "gelez" },    { "crève", "crèves", "crevez" },
  { "sème", "sèmes", "semez" },    { "harcèle", "harcèles", "harcelez" },
};

/* Subjunctives that look like nothing else. */
static const char *const subjunctives[][3] = {
  { "sois", NULL, "soyez" },          { "aie", "aies", "ayez" },        { "puisse", "puisses", "puissiez" }, { "fasse", "fasses", "fassiez" },
  { "aille", "ailles", "alliez" },    { "sache", "saches", "sachiez" }, { "vienne", "viennes", "veniez" },   { "revienne", "reviennes", "reveniez" },
  { "devienne", "deviennes", "deveniez" }, { "tienne", "tiennes", "teniez" }, { "prenne", "prennes", "preniez" }, { "apprenne", "apprennes", "appreniez" },
  { "comprenne", "comprennes", "compreniez" }, { "voie", "voies", "voyiez" }, { "dise", "dises", "disiez" }, { "mette", "mettes", "mettiez" },
  { "parte", "partes", "partiez" },   { "sorte", "sortes", "sortiez" }, { "dorme", "dormes", "dormiez" },    { "finisse", "finisses", "finissiez" },
  { "choisisse", "choisisses", "choisissiez" }, { "réussisse", "réussisses", "réussissiez" }, { "rende", "rendes", "rendiez" },
  { "réponde", "répondes", "répondiez" }, { "attende", "attendes", "attendiez" }, { "lise", "lises", "lisiez" }, { "écrive", "écrives", "écriviez" },
  { "boive", "boives", "buviez" },    { "doive", "doives", "deviez" },  { "perde", "perdes", "perdiez" },    { "croie", "croies", "croyiez" },
  { "vive", "vives", "viviez" },      { "sente", "sentes", "sentiez" }, { "meure", "meures", "mouriez" },    { "veuille", "veuilles", "vouliez" },
};

static char *
look_up (const char *const (*table)[3], guint n, const char *verb, gboolean formal)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i][0], verb) == 0)
      return g_strdup (formal ? table[i][2] : table[i][1] != NULL ? table[i][1] : table[i][0]);
  return NULL;
}

/* @verb with its last @drop bytes replaced by @ending */
static char *
ending (const char *verb, gsize drop, const char *with)
{
  g_autofree char *stem = g_strndup (verb, strlen (verb) - drop);

  return g_strconcat (stem, with, NULL);
}

static char *
imperfect_plural (const char *verb)
{
  g_autofree char *stem = g_strndup (verb, strlen (verb) - 3);

  if (g_str_has_suffix (stem, "ge"))
    return ending (stem, 1, "iez");
  if (g_str_has_suffix (stem, "ç"))
    return ending (stem, strlen ("ç"), "ciez");
  return g_strconcat (stem, "iez", NULL);
}

/* First group, plural: "préfère" has its other accent there, "essaie" its y. */
static char *
first_group_plural (const char *verb)
{
  g_autofree char *stem = g_strndup (verb, strlen (verb) - 1);
  char *grave;

  if (g_str_has_suffix (stem, "ai") || g_str_has_suffix (stem, "oi") || g_str_has_suffix (stem, "ui"))
    return ending (stem, 1, "yez");
  grave = g_strrstr (stem, "è");
  if (grave != NULL && g_utf8_strlen (grave, -1) <= 4)
    {
      g_autofree char *head = g_strndup (stem, (gsize) (grave - stem));

      return g_strconcat (head, "é", grave + strlen ("è"), "ez", NULL);
    }
  return g_strconcat (stem, "ez", NULL);
}

/* What is in "-e" after "je" but of no first group: its plural is its own. */
static const char *const like_first_group[] = { "ouvre", "couvre", "découvre", "offre", "souffre", "cueille", "accueille", "recueille" };

char *
lueur_echo_conjugate_fr (const char *verb, gboolean formal, gboolean subjunctive)
{
  char *found = look_up (subjunctives, G_N_ELEMENTS (subjunctives), verb, formal);

  if (found != NULL)
    return found;
  if (subjunctive && formal && g_str_has_suffix (verb, "e"))
    /* "Il faut que je mange": the plural would be "mangiez", and elsewhere "mangez". */
    return NULL;
  found = look_up (irregular, G_N_ELEMENTS (irregular), verb, formal);
  if (found != NULL)
    return found;

  if (g_str_has_suffix (verb, "prends"))
    return formal ? ending (verb, 2, "ez") : g_strdup (verb);
  if (g_str_has_suffix (verb, "viens") || g_str_has_suffix (verb, "tiens"))
    return formal ? ending (verb, strlen ("iens"), "enez") : g_strdup (verb);
  if (g_str_has_suffix (verb, "ends") || g_str_has_suffix (verb, "onds") || g_str_has_suffix (verb, "ands") ||
      g_str_has_suffix (verb, "erds") || g_str_has_suffix (verb, "ords"))
    return formal ? ending (verb, 1, "ez") : g_strdup (verb);
  if (g_str_has_suffix (verb, "ais") && strlen (verb) > 4)
    return formal ? imperfect_plural (verb) : g_strdup (verb);
  if (g_str_has_suffix (verb, "rai") && strlen (verb) >= 4)
    return ending (verb, 2, formal ? "ez" : "as");
  if (g_str_has_suffix (verb, "e") && strlen (verb) > 2)
    {
      if (!formal)
        return g_strconcat (verb, "s", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (like_first_group); i++)
        if (strcmp (like_first_group[i], verb) == 0)
          return ending (verb, 1, "ez");
      return first_group_plural (verb);
    }
  /* Any other present ends in -s or -x, and is the same for "tu". */
  if (!formal && (g_str_has_suffix (verb, "s") || g_str_has_suffix (verb, "x")) && strlen (verb) > 2)
    return g_strdup (verb);
  return NULL;
}
