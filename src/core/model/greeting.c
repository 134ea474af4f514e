/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What opens a conversation without saying what it is about, in English and French. A sentence made of nothing else is no
 * name for a conversation.
 */

#include "core/model/greeting.h"

#include <string.h>

#include "core/model/fold.h"

/* More words than this say something. */
#define WORDS_MAX 12

/* Folded, with single spaces. */
static const char *const phrases[] = {
  /* English */
  "hello", "hello there", "hi", "hi there", "hey", "hey there", "heya", "hiya", "yo", "howdy", "greetings", "morning",
  "good morning", "good afternoon", "good evening", "good day", "evening", "good night", "welcome back", "i'm back", "im back",
  "it's me", "its me", "me again", "it's me again", "its me again", "anybody there", "anyone there", "is anybody there",
  "is anyone there", "are you there", "you there", "are you here", "can you hear me", "how are you", "how are you doing",
  "how are you today", "how are you doing today", "how're you", "how is it going", "how's it going", "hows it going",
  "how do you do", "how have you been", "how've you been", "how are things", "how's things", "how r u", "what's up", "whats up",
  "sup", "wassup", "you ok", "you okay", "are you ok", "are you okay", "all good", "all well", "long time no see", "nice to meet you",
  "pleased to meet you", "nice to see you", "good to see you", "again", "test", "testing", "just a test", "this is a test", "ok",
  "okay", "yes", "no", "well", "so", "and you", "my friend", "dear", "everyone", "everybody", "thanks", "thank you",
  "a question", "quick question", "i have a question", "can i ask you something", "can i ask you a question",
  "may i ask you something", "can we talk", "could we talk", "shall we talk", "do you have a moment", "got a minute", "let's talk",
  "lets talk", "let's chat", "let's begin", "let's start", "here i am",
  /* French */
  "bonjour", "rebonjour", "re-bonjour", "re bonjour", "bonsoir", "rebonsoir", "salut", "coucou", "cc", "slt", "bjr", "bsr", "hello toi",
  "allo", "he", "ohe", "hep", "re", "kikou", "wesh", "bonne journee", "bonne nuit", "bonne soiree", "bon matin", "bonjour a toi",
  "bonjour a vous", "salut a toi", "salut toi", "coucou toi", "a toi", "a vous", "a tous", "toi", "vous", "ca va", "comment ca va",
  "ca va bien", "ca va toi", "comment vas-tu", "comment vas tu", "comment tu vas", "tu vas bien", "vous allez bien",
  "comment allez-vous", "comment allez vous", "est-ce que ca va", "est-ce que tu vas bien", "est-ce que vous allez bien", "ca roule",
  "quoi de neuf", "quoi de beau", "la forme", "en forme", "bien ou bien", "tu es la", "t'es la", "es-tu la", "es tu la", "vous etes la",
  "etes-vous la", "il y a quelqu'un", "y a quelqu'un", "quelqu'un est la", "c'est moi", "c'est encore moi", "encore moi", "me revoila",
  "me voila", "me voici", "je suis la", "je suis de retour", "ravi de te rencontrer", "ravie de te rencontrer",
  "ravi de vous rencontrer", "ravie de vous rencontrer", "enchante", "enchantee", "content de te voir", "contente de te voir",
  "merci", "oui", "non", "bon", "alors", "dis", "dis-moi", "dites", "dites-moi", "d'accord", "et toi", "et vous", "mon ami", "mon amie",
  "cher ami", "chere amie", "essai", "c'est un test", "une question", "j'ai une question", "petite question",
  "je peux te poser une question", "je peux vous poser une question", "puis-je te poser une question",
  "puis-je vous poser une question", "on peut parler", "on peut discuter", "on parle", "on discute", "tu as un moment",
  "vous avez un moment", "tu as une minute", "aujourd'hui", "ce matin", "ce soir", "today", "this morning", "tonight",
};

typedef struct
{
  char *folded;
  gboolean name; /* written like one */
  gboolean comma; /* what follows begins anew */
} Word;

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->folded);
  g_free (word);
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == '-';
}

/* (transfer full): of Word; more than WORDS_MAX are not looked at */
static GPtrArray *
split (const char *sentence)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (word_free);
  const char *p = sentence;

  while (*p != '\0' && words->len <= WORDS_MAX)
    {
      const char *start;
      g_autofree char *as_written = NULL;
      Word *word;

      while (*p != '\0' && !is_in_word (g_utf8_get_char (p)))
        {
          if (*p == ',' && words->len > 0)
            ((Word *) words->pdata[words->len - 1])->comma = TRUE;
          p = g_utf8_next_char (p);
        }
      start = p;
      while (*p != '\0' && is_in_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        break;
      word = g_new0 (Word, 1);
      as_written = g_strndup (start, p - start);
      word->folded = lueur_fold (as_written);
      word->name = g_unichar_isupper (g_utf8_get_char (start));
      g_ptr_array_add (words, word);
    }
  return g_steal_pointer (&words);
}

/* “hellooo” as “hello”: a letter that is there three times or more is there once. */
static void
shorten (char *word)
{
  char *out = word;

  for (const char *p = word; *p != '\0';)
    {
      gsize n = 1;

      while (p[n] == *p)
        n++;
      for (gsize i = 0; i < (n > 2 ? 1 : n); i++)
        *out++ = *p;
      p += n;
    }
  *out = '\0';
}

/* How many words from @at on are one of the phrases; the most that are. */
static guint
match (GPtrArray *words, guint at)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint longest = 0;

  for (guint n = 1; at + n <= words->len && n <= 7; n++)
    {
      if (n > 1)
        g_string_append_c (text, ' ');
      g_string_append (text, ((Word *) words->pdata[at + n - 1])->folded);
      for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
        if (g_str_equal (phrases[i], text->str))
          {
            longest = n;
            break;
          }
    }
  return longest;
}

/**
 * lueur_greeting_is_all:
 * @sentence: valid UTF-8
 *
 * A name may follow a greeting: one word that begins with a capital letter, and is the last or has a comma behind it.
 *
 * Returns: whether there is nothing else in it; %FALSE where there is no word at all
 */
gboolean
lueur_greeting_is_all (const char *sentence)
{
  g_autoptr (GPtrArray) words = NULL;
  guint at = 0;

  g_return_val_if_fail (sentence != NULL, FALSE);

  words = split (sentence);
  if (words->len == 0 || words->len > WORDS_MAX)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    if (strlen (((Word *) words->pdata[i])->folded) > 3)
      shorten (((Word *) words->pdata[i])->folded);
  while (at < words->len)
    {
      guint n = match (words, at);
      Word *word = words->pdata[at];

      if (n == 0 && at > 0 && word->name && (word->comma || at + 1 == words->len))
        n = 1;
      if (n == 0)
        return FALSE;
      at += n;
    }
  return TRUE;
}
