/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/foreign.h"

#include <string.h>

/* Small words of the neighbours that are words of neither English nor French, folded: Spanish, Portuguese,
 * Italian, German, Dutch, Swedish, Danish, Polish, Turkish, Romanian, Finnish, Czech, Hungarian, Indonesian. */
static const char *const strange[] = {
  "aber", "aku", "alles", "anche", "auch", "auf", "aus", "bardzo", "beim", "bir", "bist", "bitte", "bugun",
  "cand", "che", "cosi", "czy", "dag", "danke", "das", "dass", "dein", "della", "der", "det", "dich",
  "dla", "dnes", "een", "egy", "ein", "eine", "einen", "eller", "estou", "estoy", "etwas", "euch",
  "felice", "feliz", "foi", "geht", "gibi", "gli", "gluck", "godt", "gracias", "grazie", "gut", "habe",
  "hasta", "heute", "hij", "hogy", "hoje", "hola", "hoy", "ich", "icin", "igen", "ihr", "ik", "inte",
  "ist", "jag", "jak", "jeg", "jest", "jsem", "jsou", "kann", "kein", "keine", "leider", "los", "maar",
  "manana", "mein", "meine", "mich", "mij", "minha", "mio", "molto", "mucho", "muito", "muy", "mycket",
  "nach", "nagyon", "nao", "nein", "nem", "nicht", "niet", "noch", "nog", "nunca", "obrigado", "och",
  "oder", "oggi", "ogsa", "olen", "perche", "pero", "piu", "por", "porque", "quando", "quiero", "saya",
  "sehr", "sempre", "sich", "sie", "siempre", "sind", "sono", "soy", "sunt", "tambien", "tidak", "tylko",
  "und", "unos", "uns", "vandaag", "vielen", "voce", "vom", "warum", "weil", "wenn", "wij", "wir", "wird",
  "yok", "zeer", "zijn", "zum",
};

static gboolean
is_strange (const char *word, gsize length)
{
  if (length > 10)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    if (strange[i][0] == word[0] && strlen (strange[i]) == length && memcmp (strange[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * lueur_scan_is_foreign:
 * @scan: a sentence
 * @model: knows the words that the training met
 *
 * Returns: whether the sentence is in a language that the reader does not read
 */
gboolean
lueur_scan_is_foreign (const LueurScan *scan, const LueurModel *model)
{
  guint words = 0, known = 0, odd = 0;

  if (scan->n_strangers > scan->n_letters)
    return TRUE;
  for (guint i = 0; i < scan->n_tokens; i++)
    {
      const LueurToken *t = &scan->tokens[i];
      const char *word = scan->text + t->start;

      if (t->kind != LUEUR_TOKEN_WORD)
        continue;
      words++;
      known += lueur_model_knows (model, lueur_features_of_word (t));
      odd += is_strange (word, t->length);
    }
  if (words >= 3 && known * 5 < words * 2)
    return TRUE;
  return odd >= 2 && odd * 5 >= words;
}
