/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What it costs to compose a request: 2,100 messages, a card and a book of 60 entries (words, several words, regular
 * expressions; scanned at several depths, recursive), once with room for everything and once for what a model at home
 * reads. The reference is an estimate of the tokens of those messages, which no composer gets around. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/chat/prompt.h"
#include "core/chat/tokens.h"

#define N_MESSAGES 2100
#define N_ENTRIES 60
#define ROUNDS 41

static const char *const words[] = {
  "lamp", "lighthouse", "storm", "keeper", "harbour", "gull", "rope", "oil", "stair", "window", "letter", "island",
  "winter", "sister", "ship", "captain", "bread", "garden", "music", "river", "the", "a", "old", "quiet", "and", "of",
  "in", "went", "saw", "told", "me", "you", "remember", "yesterday", "tomorrow", "é", "là-bas", "perhaps",
};

static guint32 state = 1;

static guint
next_random (guint below)
{
  state = state * 1664525u + 1013904223u;
  return (state >> 8) % below;
}

static char *
make_text (guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", words[next_random (G_N_ELEMENTS (words))], i % 9 == 8 ? ". " : " ");
  return g_string_free_and_steal (text);
}

static LueurBook *
make_book (void)
{
  g_autoptr (GString) json = g_string_new ("{\"recursive_scanning\":true,\"scan_depth\":4,\"entries\":[");
  g_autoptr (LueurJsonDoc) doc = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *content = make_text (60);
      const char *word = words[i % 20];

      g_string_append_printf (json, "%s{\"name\":\"%u\",\"content\":\"%s {{char}}\",\"enabled\":true,\"insertion_order\":%u,"
                                    "\"extensions\":{\"scan_depth\":%u},\"keys\":[", i > 0 ? "," : "", i, content, next_random (200),
                              i % 3 == 0 ? 50 : 4);
      switch (i % 4)
        {
        case 0:
          g_string_append_printf (json, "\"/\\\\b%s\\\\w*\\\\s+(?:of|in)/i\"]}", word);
          break;
        case 1:
          g_string_append_printf (json, "\"old %s\",\"quiet %s\",\"%s of\"]}", word, word, word);
          break;
        default:
          g_string_append_printf (json, "\"%s\",\"%s\"],\"selective\":true,\"secondary_keys\":[\"%s\"]}", word, words[(i + 7) % 20],
                                  words[(i + 3) % 20]);
        }
    }
  g_string_append (json, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  doc = lueur_json_doc_new (bytes, NULL);
  g_assert (doc != NULL);
  return lueur_book_new (doc, 0);
}

static int
compare (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* The shortest run is what it costs; the others are what else the machine did. The median is told beside it. */
static double
shortest_ms (gint64 *times, double *median)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  *median = (double) times[ROUNDS / 2] / 1000.0;
  return (double) times[0] / 1000.0;
}

/* @cpu_ms: (out): the median without what other programs took of the time */
static double
measure (const LueurPromptInput *input, double *median, double *cpu_ms)
{
  gint64 times[ROUNDS], cpu[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      clock_t cpu_start = clock ();

      lueur_prompt_unref (lueur_prompt_compose (input));
      times[i] = g_get_monotonic_time () - start;
      cpu[i] = (gint64) (clock () - cpu_start) * G_USEC_PER_SEC / CLOCKS_PER_SEC;
    }
  shortest_ms (cpu, cpu_ms);
  return shortest_ms (times, median);
}

static double
measure_reference (const LueurTurn *turns)
{
  gint64 times[ROUNDS];
  volatile guint sum = 0;
  double median;

  for (guint i = 0; i < ROUNDS; i++)
    {
      clock_t start = clock ();

      for (guint m = 0; m < N_MESSAGES; m++)
        sum = sum + lueur_tokens_estimate (turns[m].text);
      times[i] = (gint64) (clock () - start) * G_USEC_PER_SEC / CLOCKS_PER_SEC;
    }
  shortest_ms (times, &median);
  return median;
}

int
main (int argc, char **argv)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurBook) book = make_book ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *description = make_text (600);
  g_autofree LueurTurn *turns = g_new (LueurTurn, N_MESSAGES);
  LueurPromptInput input = { .persona = persona, .history = turns, .n_history = N_MESSAGES, .context_tokens = 262144,
                             .reply_tokens = 800, .books = &book, .n_books = 1, .person_name = "Sam" };
  g_autoptr (LueurPrompt) prompt = NULL;
  double all, home, reference, median, home_median, cpu, home_cpu;
  guint n_parts, n_told = 0, n_sent = 0;
  const LueurPart *parts;

  g_object_set (persona, "name", "Nora", "language", "en", "description", description, "post-history", "Stay calm, {{char}}.",
                NULL);
  for (guint i = 0; i < N_MESSAGES; i++)
    {
      g_ptr_array_add (texts, make_text (20 + next_random (60)));
      turns[i] = (LueurTurn) { i % 2 ? LUEUR_TURN_USER : LUEUR_TURN_COMPANION, texts->pdata[i] };
    }
  reference = measure_reference (turns);
  all = measure (&input, &median, &cpu);
  prompt = lueur_prompt_compose (&input);
  input.context_tokens = 8192;
  home = measure (&input, &home_median, &home_cpu);

  parts = lueur_prompt_get_parts (prompt, &n_parts);
  for (guint i = 0; i < n_parts; i++)
    {
      n_told += parts[i].source != NULL && parts[i].tokens > 0;
      if (parts[i].kind == LUEUR_PART_HISTORY)
        n_sent = parts[i].n_turns;
    }
  printf ("{\"prompt_ms\": %.2f, \"prompt_median_ms\": %.2f, \"prompt_cpu_ms\": %.2f, \"prompt_8k_ms\": %.2f, \"reference_cpu_ms\": %.2f, \"ratio\": %.2f, \"messages\": %u, "
          "\"messages_sent\": %u, \"entries\": %u, \"entries_told\": %u, \"tokens\": %u}\n",
          all, median, cpu, home, reference, cpu / reference, N_MESSAGES, n_sent, N_ENTRIES, n_told, lueur_prompt_get_tokens (prompt));
  return 0;
}
