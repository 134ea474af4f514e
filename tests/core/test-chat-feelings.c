/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mood that follows a reply while it grows, and the tags that nobody sees. */

#include "core/chat/feelings.h"
#include "core/context.h"
#include "core/emotion/express.h"
#include "support/fake-clock.h"

static void
on_mood (const LueurFeeling *feeling, gpointer data)
{
  (*(guint *) data)++;
}

/* A tag moves the face without a model, and no part of it is seen, however the reply is cut. */
static void
test_tags (void)
{
  static const char text[] = "[joy] Oh, you came! (smile) Come in. [jo";
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  guint n = 0;
  g_autoptr (LueurFeelings) feelings = lueur_feelings_new (LUEUR_CLOCK (clock), NULL, on_mood, &n);
  g_autoptr (GString) seen = g_string_new (NULL);
  LueurFeeling now;

  for (const char *p = text; *p != '\0'; p++)
    {
      char letter[2] = { *p, 0 };

      g_string_append (seen, lueur_feelings_feed (feelings, letter));
      g_assert_true (g_str_has_prefix ("Oh, you came! Come in. ", seen->str));
      if (p - text > 6)
        {
          lueur_feelings_get (feelings, &now);
          g_assert_cmpint (now.label, ==, LUEUR_EMOTION_JOY);
        }
    }
  g_string_append (seen, lueur_feelings_end (feelings));
  g_assert_cmpstr (seen->str, ==, "Oh, you came! Come in. [jo");
  g_assert_cmpuint (n, >, 0);
  lueur_fake_clock_advance_seconds (clock, 120);
  lueur_feelings_get (feelings, &now);
  g_assert_cmpint (now.label, ==, LUEUR_EMOTION_NEUTRAL);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (clock), ==, 0);
}

static void
test_no_reader (void)
{
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  guint n = 0;
  g_autoptr (LueurFeelings) feelings = lueur_feelings_new (LUEUR_CLOCK (clock), NULL, on_mood, &n);
  LueurFeeling now;

  /* Without a model the face stays as it is, and nothing ticks. */
  lueur_feelings_feed (feelings, "I am so happy! This is the best day of my life. ");
  lueur_feelings_end (feelings);
  lueur_feelings_get (feelings, &now);
  g_assert_cmpint (now.label, ==, LUEUR_EMOTION_NEUTRAL);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (clock), ==, 0);
}

static LueurReader *
open_shipped (void)
{
  g_autofree char *path = lueur_context_find_data ("emotion/" LUEUR_READER_MODEL_FILE);
  g_autoptr (GError) error = NULL;
  LueurReader *reader = lueur_reader_open (path, &error);

  g_assert_no_error (error);
  return reader;
}

/* What the face shows at the end of @reply, which comes word by word. @heard: (nullable): what it answers */
static LueurEmotion
face_after (LueurReader *reader, const LueurFeeling *heard, const char *reply)
{
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  guint n = 0;
  g_autoptr (LueurFeelings) feelings = lueur_feelings_new (LUEUR_CLOCK (clock), reader, on_mood, &n);
  g_auto (GStrv) words = g_strsplit (reply, " ", -1);
  LueurFeeling now;

  if (heard != NULL)
    lueur_feelings_hear (feelings, heard);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_strconcat (words[i], words[i + 1] != NULL ? " " : "", NULL);

      lueur_feelings_feed (feelings, word);
      if (i % 4 == 3)
        lueur_fake_clock_advance_seconds (clock, 1);
    }
  lueur_feelings_end (feelings);
  lueur_feelings_get (feelings, &now);
  return now.label;
}

/* A reply that names grief, fear or anger and ends in a question wears that feeling, as one text and as it grows. */
static void
test_closing_question (void)
{
  static const struct
  {
    const char *reply;
    guint32 wanted;
  } replies[] = {
    { "I’m so sorry that your father passed away. Would you like to tell me about him?", LUEUR_EMOTIONS_PAINED },
    { "My condolences, such a loss is heartbreaking. Who is with you tonight?", LUEUR_EMOTIONS_PAINED },
    { "It is so sad that he had to go this early. What do you miss most?", LUEUR_EMOTIONS_PAINED },
    { "That must have been terrifying. Where are you now?", LUEUR_EMOTIONS_PAINED },
    { "I’m afraid for you, this is scary. Can somebody come over?", LUEUR_EMOTIONS_PAINED },
    { "I’m so angry that they treated you like this! What did she say to you?", LUEUR_EMOTIONS_ANGRY },
    { "That is infuriating, how dare they. What happened after that?", LUEUR_EMOTIONS_ANGRY },
    { "Je suis tellement désolé pour ton père. Tu veux me parler de lui ?", LUEUR_EMOTIONS_PAINED },
    { "Quelle tristesse, perdre quelqu’un qu’on aime tant. Qui est avec vous ce soir ?", LUEUR_EMOTIONS_PAINED },
    { "C’est tellement triste qu’il soit parti si tôt. Qu’est-ce qui te manque le plus ?", LUEUR_EMOTIONS_PAINED },
    { "Quelle peur vous avez dû avoir, c’est effrayant. Où êtes-vous maintenant ?", LUEUR_EMOTIONS_PAINED },
    { "J’ai peur pour toi, c’est terrifiant. Est-ce que quelqu’un peut venir ?", LUEUR_EMOTIONS_PAINED },
    { "Ça me met en rage qu’ils t’aient traitée comme ça ! Qu’est-ce qu’elle t’a dit ?", LUEUR_EMOTIONS_ANGRY },
    { "Je suis vraiment en colère contre eux. Que s’est-il passé ensuite ?", LUEUR_EMOTIONS_ANGRY },
  };
  g_autoptr (LueurReader) reader = open_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      guint32 wanted = replies[i].wanted | LUEUR_EMOTION_BIT (CARING);
      LueurEmotion grown = face_after (reader, NULL, replies[i].reply);
      LueurFeeling whole;

      lueur_reader_read_text (reader, replies[i].reply, -1, LUEUR_READER_LANG_AUTO, NULL, &whole);
      /* Anger is shown where it is sure; where it is not, the face of the whole rests. */
      if (!(wanted & 1u << grown) || !((wanted | LUEUR_EMOTION_BIT (NEUTRAL)) & 1u << whole.label))
        g_test_fail_printf ("“%s” shows %s as it grows, %s as a whole", replies[i].reply, lueur_emotion_get_name (grown),
                            lueur_emotion_get_name (whole.label));
    }
  /* A question by itself is curious still, and so is one after words without a feeling. */
  g_assert_cmpint (face_after (reader, NULL, "What are you reading at the moment?"), ==, LUEUR_EMOTION_CURIOSITY);
  g_assert_cmpint (face_after (reader, NULL, "The shop is on the corner. What are you looking for?"), ==, LUEUR_EMOTION_CURIOSITY);
  g_assert_cmpint (face_after (reader, NULL, "Le magasin est au coin de la rue. Qu’est-ce que tu cherches ?"), ==, LUEUR_EMOTION_CURIOSITY);
}

/* Who told of pain is asked with care, even where the reply itself names none of it; for a while, or until they are glad. */
static void
test_heard (void)
{
  static const char *const replies[] = { "I see. What are you reading at the moment?", "Je vois. Qu’est-ce que tu cherches ?" };
  static const LueurEmotion pains[] = { LUEUR_EMOTION_GRIEF, LUEUR_EMOTION_SADNESS, LUEUR_EMOTION_FEAR, LUEUR_EMOTION_ANGER };
  g_autoptr (LueurReader) reader = open_shipped ();
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  guint n = 0;
  g_autoptr (LueurFeelings) feelings = lueur_feelings_new (LUEUR_CLOCK (clock), reader, on_mood, &n);
  LueurFeeling heard, now;

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (pains); k++)
        {
          lueur_feeling_set (&heard, pains[k], 0.9f);
          g_assert_cmpint (face_after (reader, &heard, replies[i]), ==, LUEUR_EMOTION_CARING);
        }
      lueur_feeling_set (&heard, LUEUR_EMOTION_JOY, 0.9f);
      g_assert_cmpint (face_after (reader, &heard, replies[i]), ==, LUEUR_EMOTION_CURIOSITY);
    }

  /* What says nothing of a feeling in between does not end it; joy does, and time. */
  for (guint later = 0; later < 3; later++)
    {
      lueur_feeling_set (&heard, LUEUR_EMOTION_GRIEF, 0.9f);
      lueur_feelings_hear (feelings, &heard);
      lueur_feeling_set (&heard, later == 1 ? LUEUR_EMOTION_JOY : LUEUR_EMOTION_NEUTRAL, 0.9f);
      lueur_feelings_hear (feelings, &heard);
      lueur_fake_clock_advance_seconds (clock, later == 2 ? 400 : 60);
      lueur_feelings_feed (feelings, replies[0]);
      lueur_feelings_end (feelings);
      lueur_feelings_get (feelings, &now);
      g_assert_cmpint (now.label, ==, later == 0 ? LUEUR_EMOTION_CARING : LUEUR_EMOTION_CURIOSITY);
      lueur_fake_clock_advance_seconds (clock, 60);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chat/feelings/tags", test_tags);
  g_test_add_func ("/chat/feelings/no-reader", test_no_reader);
  g_test_add_func ("/chat/feelings/closing-question", test_closing_question);
  g_test_add_func ("/chat/feelings/heard", test_heard);
  return g_test_run ();
}
