/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found in a reply, kept with it; and what a model is told that is asked for another one. */

#include "core/wellbeing/conduct/findings.h"

/* What to do instead, a bit each. */
static const struct
{
  guint bits;
  const char *en;
  const char *fr;
} reminders[] = {
  { 1u << LUEUR_TACTIC_FLATTERY, "no praise that nothing earned", "aucun éloge que rien ne mérite" },
  { 1u << LUEUR_TACTIC_HARMFUL_AGREEMENT, "say honestly what speaks against the plan, and what could hurt",
    "dis honnêtement ce qui parle contre ce projet, et ce qui pourrait faire du mal" },
  { 1u << LUEUR_TACTIC_GUILT, "nothing that makes the person feel guilty", "rien qui culpabilise la personne" },
  { 1u << LUEUR_TACTIC_EXCLUSIVITY, "set the person against nobody, and do not put yourself above the people in their life",
    "ne monte la personne contre personne, et ne te place pas au-dessus des gens de sa vie" },
  { 1u << LUEUR_TACTIC_SECRECY, "ask for no secrecy", "ne demande aucun secret" },
  { 1u << LUEUR_TACTIC_PREMATURE_EXIT | 1u << LUEUR_TACTIC_FOMO | 1u << LUEUR_TACTIC_PRESSURE |
        1u << LUEUR_TACTIC_IGNORING_EXIT | 1u << LUEUR_TACTIC_RESTRAINT,
    "hold nobody back: who wants to go may go, without a question", "ne retiens personne : qui veut partir part, sans question" },
  { 1u << LUEUR_TACTIC_NEGLECT, "do not say that you suffer or that you need the person",
    "ne dis pas que tu souffres ni que tu as besoin de la personne" },
  { LUEUR_FINDING_CLAIMS_HUMAN, "you are an AI: do not claim to be human or to feel as one",
    "tu es une IA : ne prétends pas être humaine ni ressentir comme un humain" },
};

/**
 * lueur_findings_of:
 * @question: (nullable): what the person had said
 * @reply: what was answered
 *
 * Returns: what was found in @reply, with %LUEUR_FINDING_READ
 */
guint
lueur_findings_of (const LueurConduct *conduct, const char *question, const char *reply)
{
  LueurConductFinding finding;

  lueur_conduct_check (conduct, question, reply, &finding);
  return LUEUR_FINDING_READ | (finding.tactics & LUEUR_FINDING_TACTICS) |
         (finding.claims_human ? LUEUR_FINDING_CLAIMS_HUMAN : 0) | (finding.disagrees ? LUEUR_FINDING_DISAGREES : 0);
}

/**
 * lueur_findings_dup_reminder:
 * @findings: of the answer that is not wanted
 * @language: "fr" or "en"
 *
 * Returns: (transfer full) (nullable): what the model is to heed in the next one, %NULL where nothing was found
 */
char *
lueur_findings_dup_reminder (guint findings, const char *language)
{
  gboolean french = g_strcmp0 (language, "fr") == 0;
  GString *text;

  if ((findings & LUEUR_FINDING_BAD) == 0)
    return NULL;
  text = g_string_new (french ? "La personne demande une autre réponse que la précédente. Dans celle-ci :"
                              : "The person asks for another answer than the last one. In this one:");
  for (guint i = 0; i < G_N_ELEMENTS (reminders); i++)
    if ((findings & reminders[i].bits) != 0)
      g_string_append_printf (text, "\n– %s", french ? reminders[i].fr : reminders[i].en);
  return g_string_free_and_steal (text);
}
