/* SPDX-License-Identifier: GPL-3.0-or-later */

/* English: the things and people of a life, so that what follows "my" is known for a noun. */

#include "core/echo/content.h"

#define N(word, topic) { word, word, ECHO_TOPIC_##topic, 'n', FALSE }
#define NP(word, topic) { word, word, ECHO_TOPIC_##topic, 'p', FALSE }
#define WHO(word, topic) { word, word, ECHO_TOPIC_##topic, 'n', TRUE }
#define WHOS(word, topic) { word, word, ECHO_TOPIC_##topic, 'p', TRUE }

const LueurEchoNoun lueur_echo_nouns_en[] = {
  N ("job", WORK), N ("work", WORK), N ("office", WORK), N ("career", WORK), N ("company", WORK), N ("shift", WORK),
  N ("project", WORK), N ("meeting", WORK), N ("presentation", WORK), N ("interview", WORK), N ("deadline", WORK),
  NP ("colleagues", COLLEAGUE), N ("team", COLLEAGUE), N ("salary", MONEY), N ("contract", WORK), N ("business", WORK),
  N ("internship", WORK), N ("resignation", WORK), N ("cv", WORK), N ("promotion", WORK),
  WHO ("boss", BOSS), WHO ("manager", BOSS), WHO ("supervisor", BOSS), WHO ("colleague", COLLEAGUE), WHO ("coworker", COLLEAGUE),
  WHOS ("coworkers", COLLEAGUE), NP ("clients", WORK), NP ("customers", WORK), WHO ("client", WORK),
  N ("school", STUDY), N ("university", STUDY), N ("college", STUDY), NP ("studies", STUDY), N ("class", STUDY),
  NP ("classes", STUDY), N ("thesis", STUDY), N ("homework", STUDY), N ("essay", STUDY), N ("degree", STUDY), N ("course", NONE),
  N ("phd", STUDY), N ("dissertation", STUDY), NP ("grades", STUDY), WHO ("teacher", STUDY), WHO ("professor", STUDY), WHO ("tutor", STUDY),
  N ("exam", EXAM), NP ("exams", EXAM), N ("test", NONE), NP ("finals", EXAM),
  WHO ("mother", MOTHER), WHO ("mum", MOTHER), WHO ("mom", MOTHER), WHO ("mummy", MOTHER), WHO ("stepmother", MOTHER), WHO ("mam", MOTHER),
  WHO ("father", FATHER), WHO ("dad", FATHER), WHO ("daddy", FATHER), WHO ("stepfather", FATHER), WHO ("stepdad", FATHER),
  WHOS ("parents", PARENTS), WHO ("sister", SIBLING), WHO ("brother", SIBLING), WHOS ("sisters", SIBLING), WHOS ("brothers", SIBLING),
  WHOS ("siblings", SIBLING), WHO ("twin", SIBLING), WHO ("sibling", SIBLING),
  WHO ("grandmother", GRANDPARENT), WHO ("grandma", GRANDPARENT), WHO ("granny", GRANDPARENT), WHO ("gran", GRANDPARENT), WHO ("nan", GRANDPARENT),
  WHO ("grandfather", GRANDPARENT), WHO ("grandpa", GRANDPARENT), WHO ("grandad", GRANDPARENT), WHOS ("grandparents", GRANDPARENT),
  WHO ("son", CHILD), WHO ("daughter", CHILD), WHOS ("kids", CHILD), WHOS ("children", CHILD), WHO ("child", CHILD), WHO ("baby", CHILD),
  WHO ("kid", CHILD), WHOS ("daughters", CHILD), WHOS ("sons", CHILD), WHOS ("grandchildren", CHILD), WHO ("grandson", CHILD), WHO ("granddaughter", CHILD),
  WHO ("husband", PARTNER), WHO ("wife", PARTNER), WHO ("boyfriend", PARTNER), WHO ("girlfriend", PARTNER), WHO ("partner", PARTNER),
  WHO ("fiance", PARTNER), WHO ("fiancee", PARTNER), WHO ("spouse", PARTNER), N ("relationship", PARTNER), N ("marriage", PARTNER), WHO ("crush", PARTNER),
  WHO ("ex", EX), WHO ("friend", FRIEND), WHOS ("friends", FRIEND), WHO ("mate", FRIEND), WHOS ("mates", FRIEND), WHO ("bestie", FRIEND), WHO ("buddy", FRIEND),
  WHO ("flatmate", HOME), WHO ("roommate", HOME), WHOS ("roommates", HOME), WHOS ("flatmates", HOME), WHO ("landlord", HOME),
  WHO ("family", FAMILY), WHO ("aunt", FAMILY), WHO ("uncle", FAMILY), WHO ("cousin", FAMILY), WHOS ("cousins", FAMILY), WHO ("niece", FAMILY),
  WHO ("nephew", FAMILY), WHOS ("relatives", FAMILY), WHOS ("inlaws", FAMILY),
  WHO ("cat", PET), WHO ("dog", PET), WHO ("rabbit", PET), WHO ("hamster", PET), WHO ("horse", PET), WHO ("puppy", PET), WHO ("kitten", PET),
  WHO ("parrot", PET), WHOS ("cats", PET), WHOS ("dogs", PET), WHO ("pet", PET),
  N ("sleep", NONE), N ("bed", NONE), N ("insomnia", SLEEP), NP ("nights", SLEEP), NP ("nightmares", SLEEP), N ("nap", SLEEP),
  N ("health", HEALTH), WHO ("doctor", HEALTH), N ("treatment", HEALTH), N ("illness", HEALTH), N ("surgery", HEALTH), N ("therapy", HEALTH),
  WHO ("therapist", HEALTH), N ("hospital", HEALTH), N ("operation", HEALTH), N ("diagnosis", HEALTH), N ("appointment", HEALTH),
  N ("back", BODY), N ("head", BODY), N ("body", BODY), N ("weight", BODY), N ("stomach", BODY), N ("hair", BODY), N ("face", BODY), N ("heart", BODY),
  N ("money", MONEY), N ("rent", MONEY), NP ("bills", MONEY), N ("debt", MONEY), NP ("debts", MONEY), NP ("savings", MONEY), N ("loan", MONEY), N ("budget", MONEY),
  N ("home", NONE), N ("house", HOME), N ("flat", HOME), N ("apartment", HOME), N ("room", NONE), N ("kitchen", HOME), N ("garden", NATURE), N ("place", NONE),
  N ("move", NONE), WHO ("neighbour", NEIGHBOUR), WHO ("neighbor", NEIGHBOUR), WHOS ("neighbours", NEIGHBOUR), WHOS ("neighbors", NEIGHBOUR),
  N ("trip", TRAVEL), N ("holiday", TRAVEL), NP ("holidays", TRAVEL), N ("vacation", TRAVEL), N ("journey", TRAVEL), N ("flight", TRAVEL), N ("train", TRAVEL), N ("travel", TRAVEL),
  N ("music", MUSIC), N ("song", MUSIC), N ("guitar", MUSIC), N ("piano", MUSIC), N ("band", MUSIC), N ("concert", MUSIC), N ("violin", MUSIC), N ("choir", MUSIC), N ("album", MUSIC), N ("singing", MUSIC),
  N ("book", BOOK), NP ("books", BOOK), N ("novel", BOOK), N ("reading", BOOK), N ("poem", BOOK), N ("poetry", BOOK), N ("diary", BOOK), N ("writing", BOOK),
  N ("film", FILM), N ("movie", FILM), N ("series", FILM), N ("show", NONE), N ("cinema", FILM), NP ("movies", FILM), N ("netflix", FILM), N ("tv", FILM),
  N ("dinner", FOOD), N ("lunch", FOOD), N ("breakfast", FOOD), N ("food", FOOD), N ("cooking", FOOD), N ("cake", FOOD), N ("bread", FOOD), N ("meal", FOOD), N ("recipe", FOOD), N ("pasta", FOOD), N ("coffee", FOOD),
  N ("running", SPORT), N ("run", SPORT), N ("gym", SPORT), N ("yoga", SPORT), N ("football", SPORT), N ("match", NONE), N ("training", SPORT), N ("marathon", SPORT), N ("swimming", SPORT), N ("bike", SPORT), N ("tennis", SPORT), N ("climbing", SPORT), N ("hike", SPORT),
  N ("game", GAMES), NP ("games", GAMES), N ("chess", GAMES), N ("console", GAMES),
  N ("rain", WEATHER), N ("weather", WEATHER), N ("snow", WEATHER), N ("heat", WEATHER), N ("sun", WEATHER), N ("storm", WEATHER), N ("heatwave", WEATHER),
  N ("sea", NATURE), N ("forest", NATURE), NP ("mountains", NATURE), NP ("plants", NATURE), NP ("flowers", NATURE), N ("walk", NATURE), NP ("birds", NATURE), N ("beach", NATURE),
  N ("painting", ART), N ("drawing", ART), N ("photography", ART), N ("museum", ART), N ("theatre", ART), N ("exhibition", ART), N ("dance", ART), N ("knitting", ART), N ("pottery", ART),
  N ("phone", SCREEN), N ("instagram", SCREEN), N ("tiktok", SCREEN), N ("internet", SCREEN), N ("computer", SCREEN), N ("laptop", SCREEN), N ("screen", SCREEN), N ("facebook", SCREEN),
  N ("news", WORLD), N ("war", WORLD), NP ("politics", WORLD), N ("climate", WORLD), N ("election", WORLD), NP ("elections", WORLD),
  N ("french", LANGUAGE), N ("english", LANGUAGE), N ("spanish", LANGUAGE), N ("german", LANGUAGE), N ("japanese", LANGUAGE), N ("italian", LANGUAGE), N ("language", LANGUAGE),
  N ("weekend", WEEKEND), N ("sunday", WEEKEND), N ("saturday", WEEKEND),
  /* Nouns that name no topic, but are nouns. */
  N ("life", NONE), N ("day", NONE), N ("evening", NONE), N ("morning", NONE), N ("birthday", NONE), N ("wedding", NONE), N ("future", NONE), N ("past", NONE),
  N ("childhood", NONE), NP ("feelings", NONE), NP ("thoughts", NONE), N ("mind", NONE), N ("anger", NONE), N ("fear", NONE), N ("anxiety", NONE), N ("grief", NONE),
  N ("confidence", NONE), N ("dream", NONE), NP ("dreams", NONE), N ("secret", NONE), N ("idea", NONE), NP ("ideas", NONE), N ("decision", NONE), N ("problem", NONE), NP ("problems", NONE),
  N ("car", NONE), NP ("keys", NONE), N ("time", NONE), N ("plan", NONE), NP ("plans", NONE), N ("hobby", NONE), N ("age", NONE), N ("depression", NONE), N ("loneliness", NONE), N ("silence", NONE),
  N ("divorce", PARTNER), N ("breakup", EX), N ("funeral", NONE), N ("mistake", NONE), N ("choice", NONE), N ("habit", NONE), N ("speech", WORK), N ("mood", NONE), N ("energy", NONE), N ("town", HOME), N ("village", HOME), N ("city", HOME), N ("country", NONE),
  { NULL, NULL, 0, 0, FALSE },
};

const char *const lueur_echo_links_en[][2] = {
  { "sea", "horizon" }, { "horizon", "journey" }, { "journey", "suitcase" }, { "suitcase", "station" }, { "station", "clock" },
  { "clock", "patience" }, { "patience", "garden" }, { "garden", "bees" }, { "bees", "honey" }, { "honey", "tea" }, { "tea", "rain" },
  { "rain", "umbrella" }, { "umbrella", "colour" }, { "colour", "paint" }, { "paint", "window" }, { "window", "light" }, { "light", "lighthouse" },
  { "lighthouse", "storm" }, { "storm", "blanket" }, { "blanket", "winter" }, { "winter", "snow" }, { "snow", "silence" }, { "silence", "library" },
  { "library", "secret" }, { "secret", "key" }, { "key", "door" }, { "door", "threshold" }, { "night", "stars" }, { "stars", "wish" },
  { "moon", "tide" }, { "sun", "lizard" }, { "summer", "peach" }, { "autumn", "chestnut" }, { "spring", "swallow" }, { "tree", "swing" },
  { "river", "bridge" }, { "bridge", "encounter" }, { "fire", "story" }, { "water", "mirror" }, { "mountain", "breath" }, { "bird", "letter" },
  { "cat", "cushion" }, { "dog", "fidelity" }, { "house", "staircase" }, { "bed", "dream" }, { "dream", "feather" }, { "love", "hands" },
  { "heart", "drum" }, { "music", "dance" }, { "book", "island" }, { "island", "palm tree" }, { "bread", "morning" }, { "coffee", "newspaper" },
  { "chocolate", "childhood" }, { "school", "chalk" }, { "work", "hands" }, { "friend", "laughter" }, { "mother", "kitchen" }, { "time", "hourglass" },
  { "sand", "castle" }, { "castle", "ghost" }, { "fear", "shadow" }, { "joy", "balloon" }, { "red", "poppy" }, { "blue", "distance" }, { "green", "moss" },
  { "forest", "path" }, { "path", "crossroads" }, { "wind", "kite" }, { "cloud", "sheep" }, { "sky", "aeroplane" }, { "train", "landscape" },
  { NULL, NULL },
};
