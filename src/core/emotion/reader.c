/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/reader.h"

#include <math.h>
#include <string.h>

#include "core/emotion/action.h"
#include "core/emotion/denial.h"
#include "core/emotion/express.h"
#include "core/emotion/foreign.h"
#include "core/emotion/names.h"
#include "core/emotion/tags.h"

/* A text of at most so many bytes is read in one piece, as the training reads it; a longer one sentence
 * by sentence, and what lies behind the last byte that is read at all changes no face. */
#define ONE_PIECE 400
#define READ_AT_MOST (256 * 1024)

struct _LueurReader
{
  gatomicrefcount ref_count;
  GMappedFile *file;
  LueurModel model;
};

G_DEFINE_QUARK (lueur-reader-error-quark, lueur_reader_error)

/**
 * lueur_reader_open:
 * @path: the model file
 * @error: return location for an error of the domain %LUEUR_READER_ERROR or %G_FILE_ERROR
 *
 * Maps a model file into memory and checks it.
 *
 * Returns: (transfer full) (nullable): the reader
 */
LueurReader *
lueur_reader_open (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autofree LueurReader *self = NULL;

  if (!file)
    return NULL;
  self = g_new0 (LueurReader, 1);
  if (!lueur_model_open (&self->model, g_mapped_file_get_contents (file), g_mapped_file_get_length (file), error))
    return NULL;
  g_atomic_ref_count_init (&self->ref_count);
  self->file = g_steal_pointer (&file);
  return g_steal_pointer (&self);
}

/**
 * lueur_reader_ref:
 * @self: a reader
 *
 * Returns: (transfer full): @self
 */
LueurReader *
lueur_reader_ref (LueurReader *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * lueur_reader_unref:
 * @self: (transfer full): a reader
 */
void
lueur_reader_unref (LueurReader *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mapped_file_unref (self->file);
  g_free (self);
}

/* --- One piece ----------------------------------------------------------------------------------- */

static gboolean
is_word (const LueurScan *scan, const LueurToken *token, const char *word)
{
  return token->kind == LUEUR_TOKEN_WORD && strlen (word) == token->length
         && memcmp (scan->text + token->start, word, token->length) == 0;
}

/* How loudly it is said. */
static float
measure_stir (const LueurScan *scan)
{
  static const char *const more[] = { "so", "very", "really", "extremely", "absolutely", "incredibly", "totally",
                                      "tres", "tellement", "trop", "vraiment", "extremement", "absolument", "super" };
  static const char *const less[] = { "slightly", "somewhat", "bit", "little", "kinda", "peu", "plutot", "legerement" };
  float stir = 0;

  for (guint i = 0; i < scan->n_tokens; i++)
    {
      const LueurToken *t = &scan->tokens[i];

      if (t->flags & LUEUR_TOKEN_LOUD)
        stir += 0.25f;
      if (t->flags & LUEUR_TOKEN_LONG)
        stir += 0.2f;
      if (t->kind == LUEUR_TOKEN_MARK && scan->text[t->start] == '!')
        stir += t->length > 1 ? 0.4f : 0.2f;
      for (guint k = 0; k < G_N_ELEMENTS (more); k++)
        if (is_word (scan, t, more[k]))
          stir += 0.15f;
      for (guint k = 0; k < G_N_ELEMENTS (less); k++)
        if (is_word (scan, t, less[k]))
          stir -= 0.3f;
    }
  return CLAMP (stir, -1.0f, 1.0f);
}

/* Leaves only the signs, which mean the same in every language. */
static void
keep_signs (LueurScan *scan)
{
  guint n = 0;

  for (guint i = 0; i < scan->n_tokens; i++)
    if (scan->tokens[i].kind == LUEUR_TOKEN_SIGN)
      scan->tokens[n++] = scan->tokens[i];
  scan->n_tokens = n;
  scan->n_words = scan->n_loud = 0;
}

/* FALSE when there is nothing to read. */
static gboolean
read_scan (const LueurReader *self, LueurScan *scan, LueurReaderLang lang, LueurReading *reading)
{
  LueurFeatures features;
  float linear[LUEUR_MODEL_OUT], network[LUEUR_MODEL_OUT];
  const LueurModelSettings *s;
  LueurModelLang in;

  if (lueur_scan_is_foreign (scan, &self->model))
    keep_signs (scan);
  if (scan->n_tokens == 0)
    return FALSE;
  lueur_features_read (&features, scan);
  lueur_model_score_linear (&self->model, &features, linear);
  if (lang == LUEUR_READER_LANG_AUTO)
    in = linear[LUEUR_MODEL_LANGUAGE] > 0 ? LUEUR_MODEL_FR : LUEUR_MODEL_EN;
  else
    in = lang == LUEUR_READER_LANG_FR ? LUEUR_MODEL_FR : LUEUR_MODEL_EN;

  s = reading->settings = self->model.settings[in];
  if (s->share < 1)
    lueur_model_score_network (&self->model, scan, network);
  else
    memset (network, 0, sizeof network);
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    reading->odds[k] = (s->share * linear[k] + (1 - s->share) * network[k]) * s->slope[k] + s->offset[k];
  reading->valence = (s->share * linear[LUEUR_MODEL_VALENCE] + (1 - s->share) * network[LUEUR_MODEL_VALENCE])
                       * s->slope[LUEUR_MODEL_VALENCE] + s->offset[LUEUR_MODEL_VALENCE];
  reading->stir = measure_stir (scan);
  reading->denied = lueur_denial_find (&self->model, scan);
  return TRUE;
}

static gboolean
read_piece (const LueurReader *self, const char *text, gsize length, LueurSpanKind kind, LueurReaderLang lang,
            const char *const *names, LueurReading *reading)
{
  LueurScan scan;
  LueurEmotion label;
  float strength;

  lueur_scan_text (&scan, text, length);
  lueur_names_mask (&scan, names);
  if (!read_scan (self, &scan, lang, reading))
    return FALSE;
  if (lueur_action_of_signs (&scan, &label, &strength)
      || (kind == LUEUR_SPAN_ACTION && lueur_action_read (&scan, &label, &strength)))
    lueur_reading_add_action (reading, label, strength);
  return TRUE;
}

/**
 * lueur_reader_read_span:
 * @self: (nullable): a reader; %NULL reads everything as neutral
 * @text: a sentence or a gesture
 * @length: bytes of @text, or -1 when it is nul-terminated
 * @kind: what it is
 * @lang: the language of @text, when it is known
 * @names: (nullable) (array zero-terminated=1): names of people
 * @feeling: (out caller-allocates): what it feels like
 */
void
lueur_reader_read_span (const LueurReader *self, const char *text, gssize length, LueurSpanKind kind,
                        LueurReaderLang lang, const char *const *names, LueurFeeling *feeling)
{
  LueurReading reading;

  lueur_feeling_init (feeling);
  if (self && read_piece (self, text, length < 0 ? strlen (text) : (gsize) length, kind, lang, names, &reading))
    lueur_reading_decide (&reading, feeling);
}

/* --- Whole texts --------------------------------------------------------------------------------- */

typedef struct
{
  const LueurReader *self;
  LueurReaderLang lang;
  const char *const *names;
  gboolean pieces;      /* FALSE: only the gestures are looked for, the text is read in one piece */
  LueurReading reading; /* of everything so far */
  float mean[LUEUR_N_EMOTIONS], most[LUEUR_N_EMOTIONS];
  float valence, stir, weight;
  guint32 denied; /* in every piece */
  guint in[LUEUR_MODEL_LANGS];
  LueurSplitter splitter;
  LueurTags tags;
  LueurEmotion tag; /* the strongest expression tag; tag_strength 0: there is none */
  float tag_strength;
  char piece[ONE_PIECE]; /* the text without its tags, where it is read in one piece */
  gsize n_piece;
} Whole;

static void
on_span (const char *text, gsize length, LueurSpanKind kind, gpointer user_data)
{
  Whole *whole = user_data;
  LueurReading piece;
  float weight;

  if (!whole->pieces)
    {
      LueurScan scan;
      LueurEmotion label;
      float strength;

      if (kind != LUEUR_SPAN_ACTION)
        return;
      lueur_scan_text (&scan, text, length);
      if (lueur_action_read (&scan, &label, &strength))
        lueur_reading_add_action (&whole->reading, label, strength);
      return;
    }
  if (!read_piece (whole->self, text, length, kind, whole->lang, whole->names, &piece))
    return;
  /* What comes later counts a little more; of somebody else’s words, a third. */
  weight = sqrtf ((float) MIN (length, 200)) * (kind == LUEUR_SPAN_ACTION ? 1.5f : kind == LUEUR_SPAN_QUOTE ? 0.33f : 1);
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    {
      float p = 1 / (1 + expf (-CLAMP (piece.odds[k], -30.0f, 30.0f)));

      whole->mean[k] = 0.97f * whole->mean[k] + weight * p;
      whole->most[k] = MAX (0.9f * whole->most[k], p * (kind == LUEUR_SPAN_QUOTE ? 0.33f : 1));
    }
  whole->weight = 0.97f * whole->weight + weight;
  whole->valence += weight * piece.valence;
  whole->stir = MAX (0.9f * whole->stir, piece.stir);
  whole->denied = whole->weight > weight ? whole->denied & piece.denied : piece.denied;
  whole->in[piece.settings == whole->self->model.settings[LUEUR_MODEL_FR] ? LUEUR_MODEL_FR : LUEUR_MODEL_EN]++;
}

/* Code, quotations and links are for the splitter; what has none of them is read as it stands. */
static gboolean
is_plain (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '`' || (text[i] == '>' && (i == 0 || text[i - 1] == '\n')) || (text[i] == ']' && i + 1 < length && text[i + 1] == '('))
      return FALSE;
  return TRUE;
}

static void
on_tag (LueurEmotion label, float strength, gpointer user_data)
{
  Whole *whole = user_data;

  if (strength < whole->tag_strength)
    return;
  whole->tag = label;
  whole->tag_strength = strength;
}

static void
keep_piece (const char *text, gsize length, gpointer user_data)
{
  Whole *whole = user_data;
  gsize n = MIN (length, sizeof whole->piece - whole->n_piece);

  memcpy (whole->piece + whole->n_piece, text, n);
  whole->n_piece += n;
}

static void
split_piece (const char *text, gsize length, gpointer user_data)
{
  Whole *whole = user_data;

  lueur_splitter_feed (&whole->splitter, text, (gssize) length, on_span, whole);
}

/* Reads a short text as the training reads it. FALSE when there is nothing to read. */
static gboolean
read_in_one (Whole *whole, const char *text, gsize size)
{
  lueur_tags_feed (&whole->tags, text, (gssize) size, keep_piece, on_tag, whole);
  lueur_tags_end (&whole->tags, keep_piece, on_tag, whole);
  if (!read_piece (whole->self, whole->piece, whole->n_piece, LUEUR_SPAN_SPEECH, whole->lang, whole->names, &whole->reading))
    return FALSE;
  if (memchr (whole->piece, '*', whole->n_piece) || memchr (whole->piece, '_', whole->n_piece))
    {
      lueur_splitter_feed (&whole->splitter, whole->piece, (gssize) whole->n_piece, on_span, whole);
      lueur_splitter_end (&whole->splitter, on_span, whole);
    }
  return TRUE;
}

/* Reads a text sentence by sentence. */
static gboolean
read_in_pieces (Whole *whole, const char *text, gsize size)
{
  lueur_tags_feed (&whole->tags, text, (gssize) size, split_piece, on_tag, whole);
  lueur_tags_end (&whole->tags, split_piece, on_tag, whole);
  lueur_splitter_end (&whole->splitter, on_span, whole);
  if (whole->weight <= 0)
    return FALSE;
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    {
      float p = CLAMP (0.5f * whole->mean[k] / whole->weight + 0.5f * whole->most[k], 1e-6f, 1 - 1e-6f);

      whole->reading.odds[k] = logf (p / (1 - p));
    }
  /* Evidence adds up: a long text that leans one way is surer than any of its sentences. */
  whole->reading.valence = 2.0f * whole->valence / sqrtf (whole->weight * 12);
  whole->reading.stir = whole->stir;
  whole->reading.denied = whole->denied;
  whole->reading.settings = whole->self->model.settings[whole->in[LUEUR_MODEL_FR] > whole->in[LUEUR_MODEL_EN] ? LUEUR_MODEL_FR
                                                                                                          : LUEUR_MODEL_EN];
  return TRUE;
}

/* Reads all of a text as one. FALSE when there is nothing to read. */
static gboolean
read_whole (Whole *whole, const char *text, gsize size)
{
  gboolean read;

  lueur_tags_init (&whole->tags);
  lueur_splitter_init (&whole->splitter);
  whole->pieces = size > ONE_PIECE || !is_plain (text, size);
  read = whole->pieces ? read_in_pieces (whole, text, size) : read_in_one (whole, text, size);
  if (!read && whole->tag_strength == 0)
    return FALSE;
  if (!read)
    lueur_reading_init (&whole->reading,
                        whole->self->model.settings[whole->lang == LUEUR_READER_LANG_FR ? LUEUR_MODEL_FR : LUEUR_MODEL_EN]);
  if (whole->tag_strength > 0)
    lueur_reading_add_action (&whole->reading, whole->tag, whole->tag_strength);
  return TRUE;
}

/* How much of a text there is before the questions that it ends with; 0 where it asks from the start, and all of
 * it where it ends in no question. */
static gsize
skip_closing_questions (const char *text, gsize size)
{
  gsize left = size;

  for (;;)
    {
      gsize end = left, start;

      while (end > 0 && strchr (" \t\r\n\"*_)", text[end - 1]))
        end--;
      if (end == 0 || text[end - 1] != '?')
        return end == 0 ? 0 : left;
      /* Back to where the question began: after the last mark that ends a sentence, and a space. */
      for (start = end - 1; start > 0; start--)
        if (text[start] == '\n' || (text[start] == ' ' && strchr (".!?", text[start - 1]))
            || (text[start] == ' ' && start >= 3 && memcmp (text + start - 3, "\xe2\x80\xa6", 3) == 0))
          break;
      left = start;
      if (start == 0)
        return 0;
    }
}

/* A text whose last words ask something is curious only where the rest of it feels nothing: who says that they are
 * sorry and then asks what happened looks sorry. */
static void
weigh_question (const Whole *asked, const char *text, gsize size, LueurFeeling *feeling)
{
  Whole before = { .self = asked->self, .lang = asked->lang, .names = asked->names };
  LueurFeeling felt;
  gsize left;

  if (feeling->label != LUEUR_EMOTION_CURIOSITY || asked->tag_strength > 0)
    return;
  left = skip_closing_questions (text, size);
  if (left == 0 || left == size || !read_whole (&before, text, left))
    return;
  lueur_reading_decide (&before.reading, &felt);
  if (felt.label == LUEUR_EMOTION_CURIOSITY
      || (felt.label == LUEUR_EMOTION_NEUTRAL && !(felt.labels & (LUEUR_EMOTIONS_PAINED | LUEUR_EMOTIONS_ANGRY))))
    return;
  /* Pain or anger that is too unsure to be shown is no ground for a curious face either. */
  feeling->label = felt.label;
  feeling->second = felt.second;
  feeling->blend = felt.blend;
  feeling->intensity = felt.intensity;
  if (felt.label != LUEUR_EMOTION_NEUTRAL)
    feeling->labels |= 1u << felt.label;
}

/**
 * lueur_reader_read_text:
 * @self: (nullable): a reader; %NULL reads everything as neutral
 * @text: a whole text, with Markdown, code, quotations, *actions* and expression tags
 * @length: bytes of @text, or -1 when it is nul-terminated
 * @lang: the language of @text, when it is known
 * @names: (nullable) (array zero-terminated=1): names of people
 * @feeling: (out caller-allocates): what it feels like, all in all
 */
void
lueur_reader_read_text (const LueurReader *self, const char *text, gssize length, LueurReaderLang lang,
                        const char *const *names, LueurFeeling *feeling)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  Whole whole = { .self = self, .lang = lang, .names = names };

  lueur_feeling_init (feeling);
  if (!self)
    return;
  size = MIN (size, READ_AT_MOST);
  if (!read_whole (&whole, text, size))
    return;
  lueur_reading_decide (&whole.reading, feeling);
  weigh_question (&whole, text, size, feeling);
}

/**
 * lueur_reader_read:
 * @self: (nullable): a reader; %NULL reads everything as neutral
 * @text: one sentence or a short message
 * @length: bytes of @text, or -1 when it is nul-terminated
 * @lang: the language of @text, when it is known
 * @feeling: (out caller-allocates): what it feels like
 */
void
lueur_reader_read (const LueurReader *self, const char *text, gssize length, LueurReaderLang lang,
                   LueurFeeling *feeling)
{
  lueur_reader_read_text (self, text, length, lang, NULL, feeling);
}
