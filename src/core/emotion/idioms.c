/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/idioms.h"

#include <stdatomic.h>
#include <string.h>

#include "core/emotion/signs.h"

#define MOST_WORDS 6
#define DIE_EN "die|dies|died|dying|dead"
#define DIE_FR "mort|morte|morts|mortes|meurs|meurt|meurent|mourir|mourais|mourait|mourrais|creve|creves|crever|crevais|crevait"
#define CRY_FR "pleure|pleures|pleurs|pleurer|pleurais|pleurait|pleurent|pleurant|larmes"
#define SPLIT_FR "plie|pliee|plies|tordu|tordue|ecroule|ecroulee|hurle|hurler|hurlait|explose|exploser|pisser|pleure|pleurer|pleurais|pleurait"

/**
 * Idiom:
 * @words: what is said, folded, a space between words; “a|b” either, “a*” a beginning, “^” any of 😂 🤣 💀 xD
 * @meaning: what is meant, in words that the training meets often; “$2” the second word as it stands
 *
 * Phrases of which no word means what it says, above all those that speak of dying and mean laughing.
 * No @meaning has more words than @words.
 */
typedef struct
{
  const char *words;
  const char *meaning;
} Idiom;

/* The first that fits counts: longer ones before shorter ones. */
static const Idiom idioms[] = {
  /* Laughing, in English. */
  { "laugh* so hard i " DIE_EN "|cried", "lmao" },
  { "laugh* my|his|her|our|their ass|arse|head|butt|socks off", "lmao" },
  { "laugh*|giggl* to death|tears", "lmao" },
  { "split* my|our sides", "lmao" },
  { "crack|cracks|cracked|cracking me|us|everyone up", "makes me laugh" },
  { "rolling on the floor", "rofl" },
  { "tears of laughter|laughing", "lmao" },
  { DIE_EN " of|from|with laughter|laughing", "lmao" },
  { "cry|cries|cried|crying of|from|with laughter|laughing", "lmao" },
  { DIE_EN "|cry|cried|crying laughing", "lmao" },
  { "in stitches", "lmao" },
  { "im dead lol|lmao|lmfao|rofl|haha*", "lmao" },
  { "killing|kills|killed me lol|lmao|lmfao|rofl|haha*", "makes me laugh" },
  { DIE_EN "|crying|deceased ^", "lmao $2" },
  { "killed|kills|killing me|us ^", "lmao $3" },
  /* Laughing, in French. */
  { "rire|ri|rit|ris|riait|rigole|rigoler aux larmes", "mdr" },
  { "mal au ventre de|tellement rire|ri|rigole", "mdr" },
  { DIE_FR "|" SPLIT_FR " en deux de rire", "mdr" },
  { "peux|peut|pouvais|pouvait|pouvons plus de rire|rigoler", "mdr" },
  { "tue|tues|tuer|tuent de rire", "mdr" },
  { DIE_FR "|" SPLIT_FR " de rire", "mdr" },
  { "larmes de rire", "mdr" },
  { "me|m|ai|as|a|avez|ont tue|tues|tuent|tuez|tuee ^", "mdr $3" },
  { DIE_FR "|" CRY_FR " ^", "mdr $2" },
  { "me|m tue|tues|tuent|tuez|tuee mdr*|ptdr*|lol|haha*|xd", "mdr" },
  { "en|suis peux|pt plus mdr*|ptdr*|lol|haha*|xd", "mdr" },
  /* Joy. */
  { "tears of joy|happiness", "so happy" },
  { "cry|cried|crying from|with|of|for joy|happiness", "so happy" },
  { "happy tears", "so happy" },
  { "over the moon", "so happy" },
  { "on top of the world", "so happy" },
  { "on cloud nine", "so happy" },
  { "walking on air", "so happy" },
  { "couldnt|cannot|cant be|feel happier", "so very happy" },
  { "couldnt be prouder", "so very proud" },
  { "bursting with pride", "so very proud" },
  { "had a blast", "had fun" },
  { CRY_FR " de joie|bonheur", "tellement heureux" },
  { "au septieme ciel", "tellement heureux" },
  { "aux anges", "tellement heureux" },
  { "sur un petit nuage", "tellement heureux" },
  { "sauter|saute|sautait au plafond", "tellement heureux" },
  /* “Not” that means more. */
  { "never|havent been|felt so|as|this", "$2 so" },
  { "never been|felt better|happier|prouder", "so $3" },
  { "cant|cannot|couldnt believe how", "so" },
  { "not only|just|merely", "also" },
  { "jamais rien vu|lu|entendu|mange d aussi", "$3 si" },
  { "jamais ete|vu|eu aussi|si", "$2 si" },
  { "pas seulement|que|juste", "aussi" },
  /* Well done. */
  { "killing it", "awesome" },
  { "killed it on|at|tonight|today|again|in", "awesome" },
  { "drop dead gorgeous|beautiful", "so gorgeous" },
  { "to die for", "delicious" },
  { "break a leg", "good luck" },
  { "knock em|them dead", "good luck" },
  { "not half bad", "good" },
  { "not|aint bad", "good" },
  { "dead serious|easy|simple|sure|certain|funny|good|right|tired|quiet|silent|asleep", "$2" },
  { "bloody good|great|brilliant|marvellous|amazing|lovely", "$2" },
  { "ca|ce* dechire|dechirait", "genial" },
  { "tu dechires|geres|assures", "tu genial" },
  { "est une tuerie", "est excellent" },
  { "trop mortel|mortelle", "genial" },
  { "bon|bonne|beau|belle|belles|beaux a tomber|mourir", "tellement $1" },
  { "pas si|trop mal", "bien" },
  { "pas mal", "bien" },
  { "pas bete", "malin" },
  { "rien de grave", "ca va" },
  { "pas de souci|soucis|probleme|problemes", "d accord" },
  { "no worries|problem", "okay" },
  { "merde pour ton|ta|tes|demain", "bonne chance" },
  /* Wanting. */
  { DIE_EN " to see|know|meet|try|hear|go|tell|read|get", "want to $3" },
  { DIE_FR " d envie", "tellement envie" },
  { DIE_FR " d impatience", "tellement impatient" },
  { "coup de coeur", "j adore" },
  /* Fear, shame, boredom: what one dies of. */
  { "scared|frightened|terrified half to death", "so terrified" },
  { "scared|frightened|terrified to death", "so terrified" },
  { "worried|worrying to death|sick", "so worried" },
  { "worried|worrying sick", "so worried" },
  { "embarrassed|mortified to death", "so embarrassed" },
  { DIE_EN " of|from embarrassment|shame", "so embarrassed" },
  { "bored|bores|boring me|us|him|her to death|tears", "so bored" },
  { "bored to death|tears", "so bored" },
  { DIE_EN " of|from boredom", "so bored" },
  { "butterflies in my|his|her|the stomach", "so nervous" },
  { DIE_FR " d ennui", "m ennuie" },
  { DIE_FR " d inquietude", "tellement inquiet" },
  { DIE_FR " de peur|trouille|frousse", "tellement peur" },
  { DIE_FR " de honte", "tellement honte" },
  { DIE_FR " de faim|soif|froid|chaud|fatigue|sommeil|jalousie", "tellement $3" },
  { DIE_EN " of|from hunger|thirst|cold|heat|curiosity", "so $3" },
  { "ai|as|a|avais|avait|donne|file le cafard|bourdon|blues", "suis triste" },
  { "feel|feeling|felt blue", "$1 sad" },
  { "down in the dumps", "so sad" },
  { "pain in the ass|arse|neck|butt", "so annoying" },
  { "casse|cassent|casser les pieds|couilles|bonbons", "enerve" },
  { "over my dead body", "no way" },
  { "a great|good deal", "much" },
  { "laughing stock", "fool" },
  { "lose|lost|losing all hope", "despair" },
  { "give|gave|given|giving up all hope", "despair" },
  { "give|gave|given|giving up hope", "despair" },
  { "theres|is no hope", "despair" },
};

#define N_IDIOMS (sizeof idioms / sizeof *idioms)

/* The letters that each idiom can begin with, a bit a letter; 0 until somebody asks. Whoever asks first finds
 * the same as anybody else would. */
static _Atomic uint32_t letters[N_IDIOMS];

static uint32_t
letters_of (size_t index)
{
  uint32_t mask = atomic_load_explicit (&letters[index], memory_order_relaxed);

  if (mask == 0)
    {
      for (const char *c = idioms[index].words, *before = "|"; *c != ' ' && *c != '\0'; before = c++)
        if (*before == '|')
          mask |= 1u << (*c - 'a');
      atomic_store_explicit (&letters[index], mask, memory_order_relaxed);
    }
  return mask;
}

/* The word that @text begins with. */
static size_t
word_length (const char *text)
{
  return strcspn (text, " ");
}

static int
fits (const LueurScan *scan, unsigned index, const char *choice, size_t length)
{
  const LueurToken *t = &scan->tokens[index];
  const char *word = scan->text + t->start;

  if (choice[0] == '^')
    return t->kind == LUEUR_TOKEN_SIGN && t->sign == LUEUR_SIGN_LAUGH;
  if (t->kind != LUEUR_TOKEN_WORD)
    return 0;
  while (length > 0)
    {
      const char *bar = memchr (choice, '|', length);
      size_t n = bar ? (size_t) (bar - choice) : length;
      int open = choice[n - 1] == '*';

      if (open ? t->length >= n - 1 && memcmp (word, choice, n - 1) == 0 : t->length == n && memcmp (word, choice, n) == 0)
        return 1;
      length -= n + (bar != NULL);
      choice += n + (bar != NULL);
    }
  return 0;
}

/* How many words at @index the idiom takes; 0 when it is not there. */
static unsigned
match (const LueurScan *scan, unsigned index, const char *words)
{
  unsigned n = 0;

  while (*words)
    {
      size_t length = word_length (words);

      if (index + n >= scan->n_tokens || !fits (scan, index + n, words, length))
        return 0;
      n++;
      words += length + (words[length] == ' ');
    }
  return n;
}

/* Puts @meaning in place of @n tokens from @index on. Returns how many tokens it has. */
static unsigned
replace (LueurScan *scan, unsigned index, unsigned n, const char *meaning)
{
  LueurToken old[MOST_WORDS];
  unsigned made = 0;
  uint8_t flags = scan->tokens[index].flags & (LUEUR_TOKEN_LOUD | LUEUR_TOKEN_LONG);

  memcpy (old, scan->tokens + index, n * sizeof *old);
  while (*meaning)
    {
      size_t length = word_length (meaning);
      LueurToken *t = &scan->tokens[index + made];

      if (meaning[0] == '$')
        *t = old[meaning[1] - '1'];
      else if (scan->used + length > LUEUR_SCAN_BYTES)
        break;
      else
        {
          memset (t, 0, sizeof *t);
          t->kind = LUEUR_TOKEN_WORD;
          t->flags = flags;
          t->start = (uint16_t) scan->used;
          t->length = (uint8_t) length;
          t->hash = lueur_hash_mix (lueur_hash_bytes (meaning, length), LUEUR_TOKEN_WORD);
          memcpy (scan->text + scan->used, meaning, length);
          scan->used += (unsigned) length;
        }
      made++;
      meaning += length + (meaning[length] == ' ');
    }
  memmove (scan->tokens + index + made, scan->tokens + index + n,
           (scan->n_tokens - index - n) * sizeof *scan->tokens);
  scan->n_tokens -= n - made;
  scan->n_words -= n - made;
  return made;
}

/**
 * lueur_idioms_replace:
 * @scan: a sentence
 *
 * Puts what is meant in place of what is said: nobody dies in « mort de rire ».
 */
void
lueur_idioms_replace (LueurScan *scan)
{
  for (unsigned i = 0; i < scan->n_tokens; i++)
    {
      const LueurToken *t = &scan->tokens[i];
      uint32_t letter;

      if (t->kind != LUEUR_TOKEN_WORD || scan->text[t->start] < 'a' || scan->text[t->start] > 'z')
        continue;
      letter = 1u << (scan->text[t->start] - 'a');
      for (size_t k = 0; k < N_IDIOMS; k++)
        {
          unsigned n = letters_of (k) & letter ? match (scan, i, idioms[k].words) : 0;

          if (n)
            {
              i += replace (scan, i, n, idioms[k].meaning) - 1;
              break;
            }
        }
    }
}
