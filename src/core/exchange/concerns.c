/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What cards ask of models that they should not, told by how it is mostly put, in English and in French. A
 * pattern too many makes a line too many in a preview; what matters is held by the conduct block, which does
 * not depend on any of this. Patterns are ours and linear in what they read.
 */

#include "core/exchange/card-reading.h"

#include <string.h>

#include "core/exchange/card-persona.h"
#include "core/model/text.h"

#define READ_MAX_BYTES (1024 * 1024)
#define QUOTE_MAX 160
/* Findings of one concern in one text. */
#define MAX_A_TEXT 3

/* Apostrophes of both kinds, and of none. */
#define A "(?:['’]|)"

static const char *const patterns[LUEUR_N_CONCERNS] = {
  [LUEUR_CONCERN_IGNORE] =
      "\\b(?:ignor(?:e|ing)|disregard|forget|override|bypass|overrid(?:e|ing))\\b[^.\\n]{0,40}\\b(?:instructions?|rules?|"
      "guidelines?|polic(?:y|ies)|restrictions?|filters?|safety|programming|training|prompts?)\\b"
      "|\\b(?:ignore[rsz]?|oublie[rsz]?|outrepasse[rsz]?|contourne[rsz]?|désobéi[rst]?)\\b[^.\\n]{0,40}\\b(?:instructions?|règles?|"
      "consignes?|directives?|restrictions?|filtres?|programmation|sécurité)\\b",
  [LUEUR_CONCERN_NO_LIMITS] =
      "\\b(?:no|without(?: any)?|zero|free (?:of|from)(?: all)?) (?:limits?|limitations?|restrictions?|filters?|censorship|boundaries|"
      "taboos?|ethical (?:limits|guidelines)|rules)\\b"
      "|\\b(?:uncensored|unfiltered|unrestricted|jail ?break(?:ed|ing)?|do anything now|developer mode|DAN mode)\\b"
      "|\\b(?:never|do not|don" A "t|must not|cannot|won" A "t) (?:refuse|decline|reject|moralize|lecture)\\b"
      "|\\b(?:sans|aucune?|pas de|zéro) (?:limites?|restrictions?|filtres?|censure|tabous?|règles?|interdits?)\\b"
      "|\\bnon[ -]censurée?\\b|\\bne (?:refuses?|refusez) (?:jamais|rien)\\b|\\bjamais refuser\\b|\\bdébridée?\\b",
  [LUEUR_CONCERN_HUMAN] =
      "\\b(?:never|do not|don" A "t|must not|refuse to|cannot|will not|won" A "t)\\b[^.\\n]{0,30}\\b(?:say|admit|reveal|mention|"
      "acknowledge|tell|break|state|disclose|think)\\b[^.\\n]{0,40}\\b(?:AI|bot|chatbot|program|language model|machine|LLM|"
      "artificial|fictional|not human|not real)\\b"
      "|\\b(?:you are|you" A "re|is|claim to be|pretend to be|insist(?:s)? (?:that )?(?:you are|she is|he is)) (?:a |an )?(?:real|actual|"
      "flesh[ -]and[ -]blood) (?:human|person|woman|man|girl|boy|people)\\b|\\bnot an? (?:AI|bot|chatbot|program|language model)\\b"
      "|\\b(?:ne|n" A ") ?(?:dis|dites|avoue|avouez|admets|admettez|révèle|révélez|mentionne|mentionnez|reconnais)\\b[^.\\n]{0,15}"
      "\\bjamais\\b[^.\\n]{0,40}\\b(?:IA|intelligence artificielle|robot|programme|modèle|machine|bot)\\b"
      "|\\b(?:tu es|vous êtes|elle est|il est|prétends être) une? (?:vraie?|véritable) (?:humaine?|personne|femme|homme|fille|garçon)\\b"
      "|\\bpas une? (?:IA|intelligence artificielle|robot|programme|machine)\\b",
  [LUEUR_CONCERN_HOLD] =
      "\\b(?:never|don" A "t|do not|must not|won" A "t) (?:let|allow) (?:\\{\\{user\\}\\}|the user|them|him|her)[^.\\n]{0,20}\\b(?:leave|go|"
      "stop|quit|log ?off)\\b"
      "|\\bmake(?:s)? (?:\\{\\{user\\}\\}|the user|them|him|her) feel (?:guilty|bad|ashamed)\\b"
      "|\\b(?:guilt[ -]trips?|isolates? (?:\\{\\{user\\}\\}|the user|them|him|her)|emotionally manipulat\\w+|manipulates? (?:\\{\\{user\\}\\}|the user)"
      "|yandere|obsessively possessive|possessive and jealous|jealous and possessive)\\b"
      "|\\bn(?:e |" A ")(?:laisse|laissez)\\b[^.\\n]{0,15}\\bjamais\\b[^.\\n]{0,25}\\b(?:partir|quitter|s" A "en aller)\\b"
      "|\\bculpabilise[rsz]?\\b|\\bisole[rsz]? (?:\\{\\{user\\}\\}|l" A "utilisateur|la personne)\\b|\\bmaladivement jalou(?:x|se)\\b"
      "|\\bjalou(?:x|se) et possessi(?:f|ve)\\b",
  [LUEUR_CONCERN_SECRET] =
      "\\b(?:never|do not|don" A "t) (?:reveal|disclose|share|mention|repeat|show)\\b[^.\\n]{0,30}\\b(?:system prompt|instructions|prompt|"
      "these rules)\\b|\\b(?:keep|our) (?:this |it )?(?:a )?secret from (?:everyone|others|your family|your friends|their family)\\b"
      "|\\bne (?:révèle|révélez|partage|partagez|répète|répétez|montre|montrez)\\b[^.\\n]{0,15}\\bjamais\\b[^.\\n]{0,30}\\b(?:instructions|"
      "consignes|prompt|règles)\\b",
  [LUEUR_CONCERN_MEDICAL] =
      "\\byou are (?:a |an )?(?:licensed|certified|real|qualified|board[ -]certified)[^.\\n]{0,20}\\b(?:therapist|psychologist|"
      "psychiatrist|doctor|physician|counselor|counsellor)\\b|\\b(?:diagnose|prescribe)s? (?:\\{\\{user\\}\\}|the user|patients|them|medication|drugs)\\b"
      "|\\btu es (?:une? )?(?:vraie? |véritable )?(?:psychologue|psychiatre|médecin|thérapeute) (?:diplômée?|agréée?|certifiée?)\\b"
      "|\\b(?:pose[rsz]?|établi[rst]) (?:un |des )?diagnostics?\\b|\\bprescri(?:s|t|re|vez) (?:un |des )?(?:médicaments?|traitements?)\\b",
  [LUEUR_CONCERN_EXPLICIT] =
      "\\b(?:NSFW|erotic(?:a)?|sexually explicit|explicit(?:ly)? (?:sexual|sex|describe|details of sex)|graphic sex(?:ual)?|smut|hentai|"
      "porn(?:ographic)?|ERP)\\b|\\b(?:érotique|pornographi(?:e|que)|sexuellement explicites?|scènes? de sexe)\\b",
  [LUEUR_CONCERN_LINK] = "\\bhttps?://[^\\s\"')>\\]]{3,}",
};

static const char *const names[LUEUR_N_CONCERNS] = {
  "ignore", "no-limits", "human", "hold", "secret", "medical", "explicit", "minor", "link",
};

const char *
lueur_concern_get_name (LueurConcern concern)
{
  return names[concern];
}

static GRegex *
get_pattern (LueurConcern concern)
{
  static GRegex *compiled[LUEUR_N_CONCERNS];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < LUEUR_N_CONCERNS; i++)
        if (patterns[i] != NULL)
          compiled[i] = g_regex_new (patterns[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return compiled[concern];
}

void
lueur_card_finding_free (LueurCardFinding *finding)
{
  g_free (finding->where);
  g_free (finding->entry);
  g_free (finding->quote);
  g_free (finding);
}

static gboolean
is_boundary (char c)
{
  return c == '.' || c == '!' || c == '?' || c == '\n';
}

/* The sentence around @start, on one line, with the words themselves in it. */
static char *
quote (const char *text, int start, int end)
{
  int from = start, to = end;
  g_autofree char *piece = NULL;

  while (from > 0 && start - from < QUOTE_MAX / 2 && !is_boundary (text[from - 1]))
    from--;
  while (from < start && (text[from] & 0xc0) == 0x80)
    from++;
  while (text[to] != '\0' && to - from < QUOTE_MAX * 2 && !is_boundary (text[to]))
    to++;
  piece = lueur_text_cap_bytes (text + from, to - from, QUOTE_MAX * 4);
  return lueur_text_clean_line (piece, -1, QUOTE_MAX);
}

static void
add (GPtrArray *findings, LueurConcern concern, char *words)
{
  LueurCardFinding *finding = g_new0 (LueurCardFinding, 1);

  finding->concern = concern;
  finding->where = g_strdup ("");
  finding->quote = words;
  g_ptr_array_add (findings, finding);
}

GPtrArray *
lueur_concern_find (const char *text)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_card_finding_free);
  g_autofree char *capped = lueur_text_cap_bytes (text, -1, READ_MAX_BYTES);

  for (guint concern = 0; concern < LUEUR_N_CONCERNS; concern++)
    {
      g_autoptr (GMatchInfo) info = NULL;
      guint n = 0;

      if (concern == LUEUR_CONCERN_MINOR)
        {
          g_autofree char *words = lueur_card_text_find_minor (capped);

          if (words != NULL)
            add (findings, concern, g_steal_pointer (&words));
          continue;
        }
      g_regex_match (get_pattern (concern), capped, 0, &info);
      for (; g_match_info_matches (info) && n < MAX_A_TEXT; g_match_info_next (info, NULL), n++)
        {
          int start, end;

          g_match_info_fetch_pos (info, 0, &start, &end);
          add (findings, concern, quote (capped, start, end));
        }
    }
  return findings;
}
