/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/reflect.h"

/* What was typed, and what it is turned into; NULL where it must be left alone. */
static const char *const english[][2] = {
  { "I am tired of my job", "you are tired of your job" },
  { "I'm tired of my job", "you’re tired of your job" },
  { "im tired of my job", "you’re tired of your job" },
  { "I was alone all day", "you were alone all day" },
  { "my sister was angry with me", "your sister was angry with you" },
  { "I don't know what I want anymore", "you don’t know what you want anymore" },
  { "I feel like nobody listens to me", "you feel like nobody listens to you" },
  { "my boss yelled at me in front of everyone", "your boss yelled at you in front of everyone" },
  { "I can't sleep because of my neighbours", "you can’t sleep because of your neighbours" },
  { "I've been thinking about my father a lot", "you’ve been thinking about your father a lot" },
  { "I'll never forgive myself", "you’ll never forgive yourself" },
  { "I'd like to move to the sea", "you’d like to move to the sea" },
  { "I wasn't invited to my own birthday", "you weren’t invited to your own birthday" },
  { "nobody ever asks me how I am", "nobody ever asks you how you are" },
  { "everyone thinks I'm strong", "everyone thinks you’re strong" },
  { "I hate my life", "you hate your life" },
  { "and then my mother called me", "your mother called you" },
  { "me and my brother had a fight", "you and your brother had a fight" },
  { "it makes me so angry", "it makes you so angry" },
  { "he told me that I'm useless", "he told you that you’re useless" },
  { "she left me last week", "she left you last week" },
  { "I was just thinking about it", "you were just thinking about it" },
  { "the noise keeps me awake", "the noise keeps you awake" },
  { "I AM SO TIRED OF EVERYTHING", "you are so tired of everything" },
  { "I wonder if I am a bad person", "you wonder if you are a bad person" },
  { "i dont want to go there again lol", "you don’t want to go there again" },
  { "my kids are sick and I haven't slept", "your kids are sick and you haven’t slept" },
  { "today I went for a walk by myself", "today you went for a walk by yourself" },
  { "my therapist says I'm making progress", "your therapist says you’re making progress" },
  { "I'm not sure if I was right", "you’re not sure if you were right" },
  { "there's nobody who understands me", "there’s nobody who understands you" },
  { "this job is killing my soul", "this job is killing your soul" },
  { "I was really happy with my results", "you were really happy with your results" },
  { "I wasn't always like this", "you weren’t always like this" },
  { "my friends and I were late", "your friends and you were late" },
  { "he gave me his book and I lost it", "he gave you his book and you lost it" },
  { "I think about her every day", "you think about her every day" },
  { "I had to leave my dog at home", "you had to leave your dog at home" },
  { "she said the mistake was mine", "she said the mistake was yours" },
  { "I keep blaming myself for it", "you keep blaming yourself for it" },
  { "they don't believe me", "they don’t believe you" },
  { "I should have called him", "you should have called him" },
  { "my cat sleeps on my bed and it helps", "your cat sleeps on your bed and it helps" },
  { "I used to sing with my dad", "you used to sing with your dad" },
  { "someone stole my bike yesterday and I hate it", "someone stole your bike yesterday and you hate it" },
  { "I think you are stupid", NULL },
  { "we went to the beach", NULL },
  { "I told you about my mother", NULL },
  { "my sister's wedding tomorrow", NULL },
  { "the silence in my flat", NULL },
  { "that I failed again", NULL },
  { "feeling tired today", NULL },
  { "me too honestly", NULL },
  { "I see", NULL },
  { "the weather is nice today", NULL },
  { "I said \"leave me alone\"", NULL },
  { "I paid 20$ for it", NULL },
  { "let me tell you", NULL },
  { "my very boring job", NULL },
  { "I", NULL },
  { "", NULL },
};

/* Typed, tu, vous */
static const char *const french[][3] = {
  { "je suis fatigué de mon travail", "tu es fatigué de ton travail", "vous êtes fatigué de votre travail" },
  { "je n'arrive pas à dormir", "tu n’arrives pas à dormir", "vous n’arrivez pas à dormir" },
  { "j'arrive pas à dormir", "tu n’arrives pas à dormir", "vous n’arrivez pas à dormir" },
  { "je me sens seule le soir", "tu te sens seule le soir", "vous vous sentez seule le soir" },
  { "je m'en veux", "tu t’en veux", "vous vous en voulez" },
  { "je me suis levé trop tôt", "tu t’es levé trop tôt", "vous vous êtes levé trop tôt" },
  { "mon chef m'a crié dessus", "ton chef t’a crié dessus", "votre chef vous a crié dessus" },
  { "ma mère ne m'écoute jamais", "ta mère ne t’écoute jamais", "votre mère ne vous écoute jamais" },
  { "ça me stresse beaucoup", "ça te stresse beaucoup", "ça vous stresse beaucoup" },
  { "j'ai peur de l'échec", "tu as peur de l’échec", "vous avez peur de l’échec" },
  { "je sais pas quoi faire", "tu ne sais pas quoi faire", "vous ne savez pas quoi faire" },
  { "j'aime pas mon travail", "tu n’aimes pas ton travail", "vous n’aimez pas votre travail" },
  { "je préfère rester chez moi", "tu préfères rester chez toi", "vous préférez rester chez vous" },
  { "j'achète trop de choses", "tu achètes trop de choses", "vous achetez trop de choses" },
  { "j'appelle ma sœur tous les jours", "tu appelles ta sœur tous les jours", "vous appelez votre sœur tous les jours" },
  { "je mange trop", "tu manges trop", "vous mangez trop" },
  { "je commence à comprendre", "tu commences à comprendre", "vous commencez à comprendre" },
  { "j'essaie de rester calme", "tu essaies de rester calme", "vous essayez de rester calme" },
  { "j'ai envie de partir", "tu as envie de partir", "vous avez envie de partir" },
  { "j'étais tellement bien là-bas", "tu étais tellement bien là-bas", "vous étiez tellement bien là-bas" },
  { "je voulais lui parler", "tu voulais lui parler", "vous vouliez lui parler" },
  { "je pourrais tout quitter", "tu pourrais tout quitter", "vous pourriez tout quitter" },
  { "je ferai de mon mieux", "tu feras de ton mieux", "vous ferez de votre mieux" },
  { "j'irai voir ma grand-mère demain", "tu iras voir ta grand-mère demain", "vous irez voir votre grand-mère demain" },
  { "je vais essayer", "tu vas essayer", "vous allez essayer" },
  { "je dois finir ce projet", "tu dois finir ce projet", "vous devez finir ce projet" },
  { "je dors mal depuis une semaine", "tu dors mal depuis une semaine", "vous dormez mal depuis une semaine" },
  { "je prends le bus tous les matins", "tu prends le bus tous les matins", "vous prenez le bus tous les matins" },
  { "je comprends pas pourquoi il est parti", "tu ne comprends pas pourquoi il est parti", "vous ne comprenez pas pourquoi il est parti" },
  { "il faut que je parte", "il faut que tu partes", "il faut que vous partiez" },
  { "il faut que je mange mieux", "il faut que tu manges mieux", NULL },
  { "je pense que je mange trop", "tu penses que tu manges trop", "vous pensez que vous mangez trop" },
  { "j'en peux plus", "tu n’en peux plus", "vous n’en pouvez plus" },
  { "j'y pense tout le temps", "tu y penses tout le temps", "vous y pensez tout le temps" },
  { "mes parents ne me comprennent pas", "tes parents ne te comprennent pas", "vos parents ne vous comprennent pas" },
  { "il m'a dit que j'étais nul", "il t’a dit que tu étais nul", "il vous a dit que vous étiez nul" },
  { "elle me manque", "elle te manque", "elle vous manque" },
  { "tout le monde me dit de me reposer", "tout le monde te dit de te reposer", "tout le monde vous dit de vous reposer" },
  { "je l'ai rencontrée au lycée", "tu l’as rencontrée au lycée", "vous l’avez rencontrée au lycée" },
  { "je lui ai dit que je l'aimais", "tu lui as dit que tu l’aimais", "vous lui avez dit que vous l’aimiez" },
  { "jsuis crevé", "tu es crevé", "vous êtes crevé" },
  { "j'ai l'impression que personne ne me comprend", "tu as l’impression que personne ne te comprend", "vous avez l’impression que personne ne vous comprend" },
  { "j'ai perdu mon travail", "tu as perdu ton travail", "vous avez perdu votre travail" },
  { "je ne m'entends plus avec mon frère", "tu ne t’entends plus avec ton frère", "vous ne vous entendez plus avec votre frère" },
  { "je me demande si je suis fait pour ça", "tu te demandes si tu es fait pour ça", "vous vous demandez si vous êtes fait pour ça" },
  { "moi j'aime bien la pluie", "tu aimes bien la pluie", "vous aimez bien la pluie" },
  { "mon fils a eu son bac", "ton fils a eu son bac", "votre fils a eu son bac" },
  { "c'est ma faute", "c’est ta faute", "c’est votre faute" },
  { "je vois pas le bout", "tu ne vois pas le bout", "vous ne voyez pas le bout" },
  { "je finis à vingt heures tous les soirs", "tu finis à vingt heures tous les soirs", "vous finissez à vingt heures tous les soirs" },
  { "je réfléchis trop", "tu réfléchis trop", "vous réfléchissez trop" },
  { "j'envoie des CV sans réponse", "tu envoies des CV sans réponse", "vous envoyez des CV sans réponse" },
  { "je m'ennuie", "tu t’ennuies", "vous vous ennuyez" },
  { "j'habite seul depuis mars", "tu habites seul depuis mars", "vous habitez seul depuis mars" },
  { "j'hésite entre deux postes", "tu hésites entre deux postes", "vous hésitez entre deux postes" },
  { "je connais personne ici", "tu ne connais personne ici", "vous ne connaissez personne ici" },
  { "aujourd'hui je me suis promené longtemps", "aujourd’hui tu t’es promené longtemps", "aujourd’hui vous vous êtes promené longtemps" },
  { "je bois trop de café", "tu bois trop de café", "vous buvez trop de café" },
  { "je reçois trop de messages", "tu reçois trop de messages", "vous recevez trop de messages" },
  { "je crains le pire pour lui", "tu crains le pire pour lui", "vous craignez le pire pour lui" },
  { "je rejoins mes amis ce soir", "tu rejoins tes amis ce soir", "vous rejoignez vos amis ce soir" },
  { "je vis avec ma tante", "tu vis avec ta tante", "vous vivez avec votre tante" },
  { "j'écris un roman", "tu écris un roman", "vous écrivez un roman" },
  { "je lis toute la nuit", "tu lis toute la nuit", "vous lisez toute la nuit" },
  { "je perds patience avec mes enfants", "tu perds patience avec tes enfants", "vous perdez patience avec vos enfants" },
  { "j'attends sa réponse", "tu attends sa réponse", "vous attendez sa réponse" },
  { "je réponds trop vite", "tu réponds trop vite", "vous répondez trop vite" },
  { "je deviens folle ici", "tu deviens folle ici", "vous devenez folle ici" },
  { "je tiens à mon chat", "tu tiens à ton chat", "vous tenez à votre chat" },
  { "j'apprends le piano", "tu apprends le piano", "vous apprenez le piano" },
  { "je cours tous les dimanches", "tu cours tous les dimanches", "vous courez tous les dimanches" },
  { "j'ouvre ma boutique demain", "tu ouvres ta boutique demain", "vous ouvrez votre boutique demain" },
  { "je souffre du dos", "tu souffres du dos", "vous souffrez du dos" },
  { "je nettoie toute la maison", "tu nettoies toute la maison", "vous nettoyez toute la maison" },
  { "je paie trop de loyer", "tu paies trop de loyer", "vous payez trop de loyer" },
  { "je jette rien", "tu ne jettes rien", "vous ne jetez rien" },
  { "je me lève à six heures", "tu te lèves à six heures", "vous vous levez à six heures" },
  { "je promène mon chien", "tu promènes ton chien", "vous promenez votre chien" },
  { "j'espère une réponse", "tu espères une réponse", "vous espérez une réponse" },
  { "je répète toujours la même erreur", "tu répètes toujours la même erreur", "vous répétez toujours la même erreur" },
  { "je mangeais à peine", "tu mangeais à peine", "vous mangiez à peine" },
  { "je commençais à y croire", "tu commençais à y croire", "vous commenciez à y croire" },
  { "je faisais de mon mieux", "tu faisais de ton mieux", "vous faisiez de votre mieux" },
  { "j'aurais dû lui dire", "tu aurais dû lui dire", "vous auriez dû lui dire" },
  { "je serai seul à Noël", "tu seras seul à Noël", "vous serez seul à Noël" },
  { "j'ai peur que mon père meure", "tu as peur que ton père meure", "vous avez peur que votre père meure" },
  { "elle veut que je sois là", "elle veut que tu sois là", "elle veut que vous soyez là" },
  { "il faudrait que j'aille chez le médecin", "il faudrait que tu ailles chez le médecin", "il faudrait que vous alliez chez le médecin" },
  { "personne ne m'a appelé", "personne ne t’a appelé", "personne ne vous a appelé" },
  { "ma sœur et moi, ça va mieux", NULL, NULL },
  { "je hais les lundis", "tu hais les lundis", "vous haïssez les lundis" },
  { "je déteste le dimanche soir", "tu détestes le dimanche soir", "vous détestez le dimanche soir" },
  { "j'oublie tout en ce moment", "tu oublies tout en ce moment", "vous oubliez tout en ce moment" },
  { "je crie sur mes enfants et j'ai honte", "tu cries sur tes enfants et tu as honte", "vous criez sur vos enfants et vous avez honte" },
  /* Not turned: somebody else is spoken to, or it is no sentence, or the form is not certain. */
  { "je travaille plus le lundi", NULL, NULL },
  { "je te déteste", NULL, NULL },
  { "nous sommes allés à la mer", NULL, NULL },
  { "on s'est disputés hier soir", NULL, NULL },
  { "quand je rentre du travail", NULL, NULL },
  { "depuis que je suis seul", NULL, NULL },
  { "le silence dans mon appartement", NULL, NULL },
  { "mon travail si ennuyeux", NULL, NULL },
  { "je suis tres fatiguee", NULL, NULL },
  { "je voudrais qu'on m'écoute", NULL, NULL },
  { "dis-moi la vérité", NULL, NULL },
  { "suis-je bête", NULL, NULL },
  { "je", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_english (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    {
      g_autofree char *turned = lueur_echo_reflect_en (english[i][0]);

      if (g_strcmp0 (turned, english[i][1]) != 0)
        g_test_fail_printf ("“%s” became “%s”", english[i][0], turned);
    }
}

static void
test_french (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (french); i++)
    for (guint formal = 0; formal < 2; formal++)
      {
        g_autofree char *turned = lueur_echo_reflect_fr (french[i][0], formal);

        if (g_strcmp0 (turned, french[i][1 + formal]) != 0)
          g_test_fail_printf ("“%s” became “%s”", french[i][0], turned);
      }
  g_assert_cmpuint (G_N_ELEMENTS (english) + G_N_ELEMENTS (french), >=, 150);
}

static void
check_clause (const char *message, LueurEchoLang lang, const char *expected)
{
  g_autoptr (LueurEchoText) text = lueur_echo_text_new (message, lang);
  g_autofree char *clause = lueur_echo_reflect (text, FALSE);

  if (g_strcmp0 (clause, expected) != 0)
    g_test_fail_printf ("of “%s” came “%s”", message, clause);
}

static void
test_clause (void)
{
  /* Out of a whole message: the clause that says most, and never a question. */
  check_clause ("Hi! I'm so tired, my boss keeps calling me at night.", LUEUR_ECHO_EN, "your boss keeps calling you at night");
  check_clause ("Should I leave my job?", LUEUR_ECHO_EN, NULL);
  check_clause ("Salut, je suis crevée. Mon patron me demande de rester tous les soirs.", LUEUR_ECHO_FR, "ton patron te demande de rester tous les soirs");
  check_clause ("Est-ce que je dois partir ?", LUEUR_ECHO_FR, NULL);
  check_clause ("😢😢", LUEUR_ECHO_FR, NULL);
  check_clause ("Qu’est-ce que je suis fatigué, je n’arrive plus à rien", LUEUR_ECHO_FR, "tu n’arrives plus à rien");
}

static void
test_conjugation (void)
{
  static const char *const forms[][3] = {
    { "aime", "aimes", "aimez" },     { "suis", "es", "êtes" },     { "préférais", "préférais", "préfériez" }, { "mangerai", "mangeras", "mangerez" },
    { "interromps", "interromps", "interrompez" }, { "retiens", "retiens", "retenez" }, { "surprends", "surprends", "surprenez" },
    { "plonge", "plonges", "plongez" }, { "avance", "avances", "avancez" }, { "crée", "crées", "créez" }, { "essuie", "essuies", "essuyez" },
    { "harcèle", "harcèles", "harcelez" }, { "règle", "règles", "réglez" }, { "arrête", "arrêtes", "arrêtez" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint formal = 0; formal < 2; formal++)
      {
        g_autofree char *form = lueur_echo_conjugate_fr (forms[i][0], formal, FALSE);

        g_assert_cmpstr (form, ==, forms[i][1 + formal]);
      }
  /* Not a first person, or not known well enough. */
  g_assert_null (lueur_echo_conjugate_fr ("mangeons", TRUE, FALSE));
  g_assert_null (lueur_echo_conjugate_fr ("dissous", TRUE, FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/echo/reflect/english", test_english);
  g_test_add_func ("/echo/reflect/french", test_french);
  g_test_add_func ("/echo/reflect/clause", test_clause);
  g_test_add_func ("/echo/reflect/conjugation", test_conjugation);

  return g_test_run ();
}
