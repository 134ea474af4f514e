/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain spaces before double signs: they become no-break spaces. */

#include "core/wellbeing/exercises/words.h"

#define LINE LUEUR_STEP_LINE
#define TEXT LUEUR_STEP_TEXT
#define END LUEUR_STEP_RESULT

const LueurExerciseWords lueur_exercise_words_fr[LUEUR_N_EXERCISES] = {
  [LUEUR_EXERCISE_MESSAGE] = {
    "Écrire un message difficile", "À quelqu’un, sur quelque chose qui fait mal. À emporter : un brouillon à copier.",
    { { LINE, "À qui s’adresse‑t‑il ?", "Un nom, ou ce que cette personne est pour [toi/vous]" },
      { TEXT, "[Écris/Écrivez] comme ça vient, sans politesse. Personne ne lit cette partie, et elle ne sera pas dans le "
              "brouillon.", "Tout ce que l’on voudrait lui jeter à la figure a sa place ici." },
      { LINE, "Que s’est-il passé, comme une caméra l’aurait vu ?", "Dimanche, tu es parti avant le repas." },
      { LINE, "Et qu’est-ce que cela [t’a/vous a] fait ? Une émotion, avec [tes/vos] mots.", "Je me suis senti mis de côté." },
      { LINE, "De quoi [aurais-tu/auriez-vous] eu besoin ?", "J’aurais eu besoin d’un mot avant ton départ." },
      { LINE, "Que [demandes-tu/demandez-vous], maintenant ? Une seule chose, à laquelle on peut répondre oui ou non.",
        "Est-ce qu’on peut s’appeler cette semaine ?" },
      { END, "Voici un brouillon, fait de [tes/vos] mots et d’eux seuls. Tout peut être changé. Rien n’oblige à l’envoyer "
             "aujourd’hui : une nuit améliore souvent une lettre." } },
    "{0},\n\n{2}\n\n{3}\n\n{4}\n\n{5}" },
  [LUEUR_EXERCISE_DISPUTE] = {
    "Prendre du recul après une dispute", "La voir depuis le trottoir d’en face. À emporter : une question à poser.",
    { { LINE, "Qu’est-ce qui a été dit ou fait ? Une ou deux phrases suffisent." },
      { TEXT, "[Ton/Votre] côté, aussi fort que [tu le sens/vous le sentez]." },
      { TEXT, "Et maintenant l’autre côté, comme cette personne le raconterait à quelqu’un de proche. Si juste qu’elle "
              "hocherait la tête.",
        "C’est la partie difficile. Un programme qui ne connaît qu’un côté ne peut pas la faire à [ta/votre] place." },
      { LINE, "Quelqu’un était sur le trottoir d’en face, et veut du bien aux deux. Qu’a-t-il vu ?" },
      { LINE, "Quelle part, même petite, [est-ce à toi/est-ce à vous] de changer ?" },
      { LINE, "Quelle question poser à cette personne, dont [tu ne connais/vous ne connaissez] pas la réponse ?",
        "Qu’as-tu entendu quand j’ai dit cela ?" },
      { END, "Voilà de quoi repartir. Une question dont on connaît la réponse n’en est pas une ; celle-ci en est une." } },
    "À demander : {5}\n\nÀ moi de changer : {4}\n\nVu d’en face : {3}" },
  [LUEUR_EXERCISE_CALM] = {
    "Calmer une angoisse passagère", "Respirer ensemble, puis revenir dans la pièce. À emporter : un petit pas.",
    { { LUEUR_STEP_CHOICE, "C’est désagréable, et cela passe. Qu’est-ce qui ferait du bien d’abord ?", NULL,
        { "Respirer ensemble", "Revenir dans la pièce" }, 1 },
      { LUEUR_STEP_BREATHE, "[Installe-toi/Installez-vous] et [laisse/laissez] descendre les épaules. On inspire sur quatre, on "
                            "expire sur six : il suffit de suivre.",
        "Deux minutes. Si respirer lentement est pénible, mieux vaut passer à l’étape suivante." },
      { LINE, "[Regarde/Regardez] autour. Cinq choses à voir ?", "La lampe, une tasse, le bord de la table…" },
      { LINE, "Quatre choses que l’on touche, ou qui [te/vous] touchent ?", "Le sol sous les pieds, la manche sur le bras…" },
      { LINE, "Trois choses que l’on entend ?" },
      { LINE, "Deux odeurs, présentes ou aimées ?" },
      { LINE, "Et une chose que l’on goûte, ou qui s’est bien passée aujourd’hui ?" },
      { LINE, "Une petite chose à faire dans les dix prochaines minutes ?", "Ouvrir la fenêtre. Boire un verre d’eau." },
      { END, "Cela suffit pour l’instant. Si cela revient souvent, ou ne part pas, un médecin peut aider pour cela même." } },
    "Dans les dix prochaines minutes : {7}" },
  [LUEUR_EXERCISE_DECISION] = {
    "Explorer une décision", "Non pas quoi choisir, mais quoi découvrir. À emporter : la question, et à qui la poser.",
    { { LINE, "Qu’y a-t-il à décider ? Sous forme de question.", "Est-ce que je déménage pour ce travail ?" },
      { TEXT, "Quelles voies y a-t-il ? Une par ligne. Ne rien changer en est une aussi." },
      { TEXT, "Qu’est-ce qui compte pour [toi/vous] là-dedans ? Un mot par ligne.", "Les gens, la santé, l’argent, le sens, le calme…" },
      { LINE, "Quelqu’un [qui t’est/qui vous est] cher est exactement devant cela. Que lui [dirais-tu/diriez-vous] ?" },
      { LINE, "Dans dix ans, [qu’aimerais-tu/qu’aimeriez-vous] mieux avoir essayé ?" },
      { LINE, "Que [ne sais-tu/ne savez-vous] pas encore, qui changerait la réponse ?" },
      { LINE, "Qui pourrait le savoir ? Une personne, plutôt qu’un programme.", "Quelqu’un qui l’a fait" },
      { END, "La décision est à [toi/vous], et personne ici ne l’a prise. Voici ce qui manque encore, et à qui le demander." } },
    "La question : {0}\n\nEncore à découvrir : {5}\n\nÀ qui demander : {6}\n\nCe que je dirais à quelqu’un de cher : {3}" },
  [LUEUR_EXERCISE_ORDER] = {
    "Mettre de l’ordre dans ses pensées", "Tout sortir de la tête, puis trier. À emporter : une liste.",
    { { TEXT, "Tout ce qui tourne dans la tête, une chose par ligne, sans ordre.",
        "Appeler le dentiste\nLa dispute avec Ana\nLes impôts" },
      { LUEUR_STEP_SORT, "Maintenant, chacune : aujourd’hui, plus tard, ou pas à [toi/vous] de la porter ?", NULL,
        { "Aujourd’hui", "Plus tard", "Laisser" } },
      { LINE, "Pour aujourd’hui : quel est le premier pas, si petit qu’il ne peut pas rater ?", "Chercher le numéro." },
      { END, "Voici la liste. Ce qui est écrit n’a plus besoin de tourner." } },
    "D’abord : {2}\n\nAujourd’hui\n{s0}\n\nPlus tard\n{s1}\n\nÀ laisser\n{s2}" },
};
