/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/echo/memory.h"

#include <string.h>

#define MAX_THINGS 64

static void
clear_thing (gpointer data)
{
  LueurEchoThing *thing = data;

  g_free (thing->said);
  g_free (thing->fold);
}

static void
clear_person (gpointer data)
{
  LueurEchoPerson *person = data;

  g_free (person->name);
  g_free (person->relation);
}

void
lueur_echo_memory_init (LueurEchoMemory *memory, gboolean formal)
{
  *memory = (LueurEchoMemory){ .formal = formal };
  memory->things = g_array_new (FALSE, FALSE, sizeof (LueurEchoThing));
  g_array_set_clear_func (memory->things, clear_thing);
  memory->people = g_array_new (FALSE, FALSE, sizeof (LueurEchoPerson));
  g_array_set_clear_func (memory->people, clear_person);
}

void
lueur_echo_memory_clear (LueurEchoMemory *memory)
{
  g_clear_pointer (&memory->things, g_array_unref);
  g_clear_pointer (&memory->people, g_array_unref);
  g_clear_pointer (&memory->name, g_free);
}

GHashTable *
lueur_echo_lexicon_new (const LueurEchoNoun *table)
{
  GHashTable *nouns = g_hash_table_new (g_str_hash, g_str_equal);

  for (; table->word != NULL; table++)
    g_hash_table_insert (nouns, (gpointer) table->fold, (gpointer) table);
  return nouns;
}

static gboolean
in_list (const char *const *list, const char *word)
{
  for (; *list != NULL; list++)
    if (strcmp (*list, word) == 0)
      return TRUE;
  return FALSE;
}

/* Adjectives that stand before a noun and belong to it. Any other before a noun is passed over. */
static const char *const before_en[] = { "best", "older", "younger", "little", "big", "elder", "new", "old", "first", "last", "late", "whole", "future", "former", NULL };
static const char *const before_fr[] = { "petit", "petite", "petits", "petites", "grand", "grande", "grands", "grandes", "meilleur", "meilleure", "meilleurs", "meilleures", "nouveau", "nouvelle", "nouvel", "nouveaux", "nouvelles", "ancien", "ancienne", "anciens", "vieux", "vieille", "premier", "premiere", "dernier", "derniere", "prochain", "prochaine", "futur", "future", "autre", "autres", "belle", "beau", "ex", NULL };

/* The noun at @at, written with a hyphen or in two words where it is ("grand-mère"). */
static const LueurEchoNoun *
noun_at (GHashTable *nouns, const LueurEchoText *text, guint at, guint *words)
{
  const LueurEchoWord *word = lueur_echo_text_word (text, at), *next = lueur_echo_text_word (text, at + 1);
  const LueurEchoNoun *noun = NULL;

  *words = 1;
  if (word == NULL)
    return NULL;
  if (next != NULL && next->clause == word->clause)
    {
      g_autofree char *joined = g_strconcat (word->fold, "-", next->fold, NULL);

      noun = g_hash_table_lookup (nouns, joined);
      if (noun != NULL)
        {
          *words = 2;
          return noun;
        }
    }
  return g_hash_table_lookup (nouns, word->fold);
}

static LueurEchoThing *
add_thing (LueurEchoMemory *memory, const LueurEchoNoun *noun, char *said, guint turn)
{
  LueurEchoThing thing = { 0 };

  for (guint i = 0; i < memory->things->len; i++)
    {
      LueurEchoThing *known = &g_array_index (memory->things, LueurEchoThing, i);

      if (strcmp (known->fold, noun->fold) == 0)
        {
          g_free (known->said);
          known->said = said;
          known->turn = turn;
          known->times++;
          return known;
        }
    }
  if (memory->things->len >= MAX_THINGS)
    g_array_remove_index (memory->things, 0);
  thing.said = said;
  thing.fold = g_strdup (noun->fold);
  thing.topic = noun->topic;
  thing.gender = noun->gender;
  thing.who = noun->who;
  thing.turn = turn;
  thing.times = 1;
  g_array_append_val (memory->things, thing);
  return &g_array_index (memory->things, LueurEchoThing, memory->things->len - 1);
}

static gboolean
is_name (const LueurEchoText *text, guint at, GHashTable *nouns)
{
  const LueurEchoWord *word = lueur_echo_text_word (text, at);
  static const char *const never[] = { "i", "im", "ive", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "god", "dieu", "christmas", "noel", "english", "french", "lueur", "echo", "chatgpt", "instagram", "facebook", "tiktok", "netflix", "google", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "paris", "london", "france", "covid", "tv", "dr", "mr", "mrs", NULL };

  if (word == NULL || !word->capital || word->end - word->start < 3 || in_list (never, word->fold) ||
      g_hash_table_contains (nouns, word->fold))
    return FALSE;
  for (const char *p = text->clean + word->start; p < text->clean + word->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) || (p > text->clean + word->start && g_unichar_isupper (c)))
        return FALSE;
    }
  return TRUE;
}

static void
add_person (LueurEchoMemory *memory, const LueurEchoText *text, guint at, const char *relation, guint turn)
{
  const LueurEchoWord *word = lueur_echo_text_word (text, at);
  LueurEchoPerson person = { g_strndup (text->clean + word->start, word->end - word->start), g_strdup (relation), turn };

  for (guint i = 0; i < memory->people->len; i++)
    {
      LueurEchoPerson *known = &g_array_index (memory->people, LueurEchoPerson, i);

      if (g_str_equal (known->name, person.name))
        {
          if (known->relation == NULL)
            known->relation = g_steal_pointer (&person.relation);
          known->turn = turn;
          clear_person (&person);
          return;
        }
    }
  if (memory->people->len < MAX_THINGS)
    g_array_append_val (memory->people, person);
  else
    clear_person (&person);
}

/* After "my" at @at. Returns: the last word that belongs to it. */
static guint
read_own_en (LueurEchoMemory *memory, const LueurEchoText *text, GHashTable *nouns, guint at, guint turn)
{
  guint clause = lueur_echo_text_word (text, at)->clause;
  g_autoptr (GString) said = g_string_new ("your");
  LueurEchoThing *thing;

  for (guint i = at + 1; i <= at + 3; i++)
    {
      const LueurEchoWord *word = lueur_echo_text_word (text, i);
      const LueurEchoNoun *noun, *next;
      guint words;

      if (word == NULL || word->clause != clause)
        return at;
      /* "My friend's dog" is the friend's. */
      if (memchr (text->clean + word->start, '\'', word->end - word->start) != NULL)
        return at;
      noun = noun_at (nouns, text, i, &words);
      if (noun == NULL)
        {
          if (in_list (before_en, word->fold))
            g_string_append_printf (said, " %s", word->fold);
          continue;
        }
      /* "My job interview": the last of the nouns is the thing, the others say which. */
      while ((next = noun_at (nouns, text, i + 1, &words)) != NULL && !noun->who && !next->who &&
             lueur_echo_text_word (text, i + 1)->clause == clause && noun->topic != ECHO_TOPIC_NONE && next->gender != 'p')
        {
          g_string_append_printf (said, " %s", noun->word);
          noun = next;
          i++;
        }
      g_string_append_printf (said, " %s", noun->word);
      thing = add_thing (memory, noun, g_strdup (said->str), turn);
      if (noun->who && is_name (text, i + 1, nouns))
        add_person (memory, text, ++i, thing->said, turn);
      return i;
    }
  return at;
}

static guint
read_own_fr (LueurEchoMemory *memory, const LueurEchoText *text, GHashTable *nouns, guint at, guint turn)
{
  const LueurEchoWord *own = lueur_echo_text_word (text, at);
  const char *yours = strcmp (own->fold, "mes") == 0 ? (memory->formal ? "vos" : "tes")
                      : memory->formal               ? "votre"
                      : strcmp (own->fold, "ma") == 0 ? "ta"
                                                      : "ton";
  g_autoptr (GString) said = g_string_new (yours);
  LueurEchoThing *thing;

  for (guint i = at + 1; i <= at + 3; i++)
    {
      const LueurEchoWord *word = lueur_echo_text_word (text, i);
      const LueurEchoNoun *noun;
      guint words;

      if (word == NULL || word->clause != own->clause)
        return at;
      noun = noun_at (nouns, text, i, &words);
      if (noun == NULL)
        {
          /* Nothing but these stands between the possessive and its noun. */
          if (!in_list (before_fr, word->fold))
            return at;
          g_string_append_c (said, ' ');
          g_string_append_len (said, text->clean + word->start, word->end - word->start);
          continue;
        }
      g_string_append_printf (said, " %s", noun->word);
      thing = add_thing (memory, noun, g_strdup (said->str), turn);
      i += words - 1;
      if (noun->who && is_name (text, i + 1, nouns))
        add_person (memory, text, ++i, thing->said, turn);
      return i;
    }
  return at;
}

/* "My name is Sam", « je m’appelle Camille » */
static gboolean
read_name (LueurEchoMemory *memory, const LueurEchoText *text, guint at)
{
  static const char *const openings[][4] = {
    { "my", "name", "is", NULL }, { "my", "names", NULL }, { "call", "me", NULL }, { "je", "m", "appelle", NULL },
    { "je", "me", "nomme", NULL }, { "mon", "prenom", "est", NULL }, { "mon", "prenom", "c", "est" }, { "appelle", "moi", NULL },
    { "appelez", "moi", NULL }, { "moi", "c", "est", NULL },
  };

  for (guint k = 0; k < G_N_ELEMENTS (openings); k++)
    {
      guint n = 0;
      const LueurEchoWord *name;
      g_autofree char *first = NULL, *given = NULL;

      while (n < 4 && openings[k][n] != NULL && lueur_echo_text_word (text, at + n) != NULL &&
             strcmp (lueur_echo_text_word (text, at + n)->fold, openings[k][n]) == 0)
        n++;
      if (n < 2 || (n < 4 && openings[k][n] != NULL))
        continue;
      name = lueur_echo_text_word (text, at + n);
      if (name == NULL || name->clause != lueur_echo_text_word (text, at)->clause || name->end - name->start < 2 ||
          name->end - name->start > 30 || !g_unichar_isalpha (g_utf8_get_char (text->clean + name->start)))
        continue;
      /* A name ends what is said, or is written as one: "call me later" gives none. */
      if (!name->capital && (!name->clause_end || strcmp (openings[k][0], "call") == 0 || strcmp (openings[k][0], "moi") == 0))
        continue;
      given = g_strndup (text->clean + name->start, name->end - name->start);
      first = g_utf8_substring (given, 0, 1);
      g_free (memory->name);
      {
        g_autofree char *capital = g_utf8_strup (first, -1);

        memory->name = g_strconcat (capital, given + strlen (first), NULL);
      }
      return TRUE;
    }
  return FALSE;
}

/* "With Thomas", « chez Anna » */
static gboolean
introduces_somebody (const char *word)
{
  static const char *const words[] = { "with", "avec", "chez", "named", "called", "appelle", "prenomme", NULL };

  return in_list (words, word);
}

void
lueur_echo_memory_read (LueurEchoMemory *memory, const LueurEchoText *text, GHashTable *nouns, guint turn)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      const LueurEchoWord *word = lueur_echo_text_word (text, i);

      if (read_name (memory, text, i))
        continue;
      if (text->lang != LUEUR_ECHO_FR && strcmp (word->fold, "my") == 0)
        i = read_own_en (memory, text, nouns, i, turn);
      else if (text->lang == LUEUR_ECHO_FR && (strcmp (word->fold, "mon") == 0 || strcmp (word->fold, "ma") == 0 || strcmp (word->fold, "mes") == 0))
        i = read_own_fr (memory, text, nouns, i, turn);
      else if (introduces_somebody (word->fold) && is_name (text, i + 1, nouns))
        add_person (memory, text, ++i, NULL, turn);
    }
}
