/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/model/text.h"
#include "ui/closures.h"

#define LINE_MAX_CHARS 160
/* Less of a temperament than this goes unsaid. */
#define LEAST_TRAIT 0.15

static const char *const fields[LUEUR_N_PERSONA_FIELDS] = {
  [LUEUR_PERSONA_RELATION] = N_("What They Are to You"),
  [LUEUR_PERSONA_ROLE] = N_("What They Are to You, in Your Words"),
  [LUEUR_PERSONA_NAME] = N_("Name"),
  [LUEUR_PERSONA_NICKNAME] = N_("Nickname"),
  [LUEUR_PERSONA_GENDER] = N_("Gender"),
  [LUEUR_PERSONA_PRONOUNS] = N_("Pronouns"),
  [LUEUR_PERSONA_AGE] = N_("Age"),
  [LUEUR_PERSONA_ORIGIN] = N_("Origin"),
  [LUEUR_PERSONA_LANGUAGE] = N_("Language"),
  [LUEUR_PERSONA_FORMAL] = N_("Formal Address"),
  [LUEUR_PERSONA_CHIPS] = N_("Temperament, in a Few Words"),
  [LUEUR_PERSONA_TRAITS] = N_("Temperament"),
  [LUEUR_PERSONA_ABOUT] = N_("Temperament, in Your Words"),
  [LUEUR_PERSONA_INTIMACY] = N_("Closeness"),
  [LUEUR_PERSONA_REPLY_LENGTH] = N_("Length of Replies"),
  [LUEUR_PERSONA_GESTURES] = N_("Gestures Between Asterisks"),
  [LUEUR_PERSONA_EMOJI] = N_("Emoji"),
  [LUEUR_PERSONA_STYLE] = N_("Way of Writing"),
  [LUEUR_PERSONA_LIMITS] = N_("Never Talks About"),
  [LUEUR_PERSONA_NEVER_NAMES] = N_("Names Never Used"),
  [LUEUR_PERSONA_STOP_WORDS] = N_("Words That Stop Everything"),
  [LUEUR_PERSONA_BACKGROUND] = N_("Background"),
  [LUEUR_PERSONA_TASTES] = N_("Tastes"),
  [LUEUR_PERSONA_HABITS] = N_("Habits"),
  [LUEUR_PERSONA_SHARED] = N_("Shared History"),
  [LUEUR_PERSONA_SAYINGS] = N_("Things You Say to Each Other"),
  [LUEUR_PERSONA_DESCRIPTION] = N_("Description"),
  [LUEUR_PERSONA_MORNING] = N_("Morning Word"),
  [LUEUR_PERSONA_MORNING_TIME] = N_("Hour of the Morning Word"),
  [LUEUR_PERSONA_EVENING] = N_("Evening Review"),
  [LUEUR_PERSONA_EVENING_TIME] = N_("Hour of the Evening Review"),
  [LUEUR_PERSONA_DAILY] = N_("Time a Day"),
  [LUEUR_PERSONA_QUIET] = N_("Quiet Hours"),
  [LUEUR_PERSONA_QUIET_FROM] = N_("Quiet From"),
  [LUEUR_PERSONA_QUIET_TO] = N_("Quiet Until"),
  [LUEUR_PERSONA_LOOK] = N_("Look"),
  [LUEUR_PERSONA_GREETING] = N_("Greeting"),
  [LUEUR_PERSONA_GREETINGS] = N_("Other Greetings"),
  [LUEUR_PERSONA_SCENARIO] = N_("Setting"),
  [LUEUR_PERSONA_EXAMPLES] = N_("Example Exchanges"),
  [LUEUR_PERSONA_SYSTEM] = N_("Main Instruction"),
  [LUEUR_PERSONA_POST_HISTORY] = N_("Closing Instruction"),
  [LUEUR_PERSONA_TAGS] = N_("Tags"),
  [LUEUR_PERSONA_USED_AT] = N_("First Conversation"),
  [LUEUR_PERSONA_REVIEWED_AT] = N_("Last Review"),
  [LUEUR_PERSONA_ARCHIVED] = N_("Archived"),
};

/* In the order of the enumerations. */
static const char *const genders_of_words[] = { "feminine", "masculine", "neutral" };
/* By gender: in many languages the word for a friend agrees with who it is. */
static const char *const relations[G_N_ELEMENTS (genders_of_words)][6] = {
  { NC_("feminine", "Friend"), NC_("feminine", "Confidant"), NC_("feminine", "Mentor"), NC_("feminine", "Partner"),
    NC_("feminine", "Character"), NC_("feminine", "Companion") },
  { NC_("masculine", "Friend"), NC_("masculine", "Confidant"), NC_("masculine", "Mentor"), NC_("masculine", "Partner"),
    NC_("masculine", "Character"), NC_("masculine", "Companion") },
  { NC_("neutral", "Friend"), NC_("neutral", "Confidant"), NC_("neutral", "Mentor"), NC_("neutral", "Partner"),
    NC_("neutral", "Character"), NC_("neutral", "Companion") },
};
static const char *const genders[] = { N_("Feminine"), N_("Masculine"), N_("Neutral") };
static const char *const intimacies[] = { N_("Friendly"), N_("Affectionate"), N_("Romance") };
static const char *const lengths[] = { N_("As it comes"), N_("Short"), N_("Long") };

static const struct
{
  const char *low, *high;
} traits[LUEUR_N_TRAITS] = {
  [LUEUR_TRAIT_GENTLE_TEASING] = { N_("gentle"), N_("teasing") },
  [LUEUR_TRAIT_PLAYFUL_SERIOUS] = { N_("playful"), N_("serious") },
  [LUEUR_TRAIT_TALKATIVE_QUIET] = { N_("talkative"), N_("quiet") },
  [LUEUR_TRAIT_CANDID_DIPLOMATIC] = { N_("candid"), N_("diplomatic") },
  [LUEUR_TRAIT_WARM_RESERVED] = { N_("warm"), N_("reserved") },
};

/* Words of temperament that the wizard offers; any others are the person's own. */
static const struct
{
  const char *word, *label;
} chips[] = {
  { "curious", N_("Curious") },       { "calm", N_("Calm") },           { "funny", N_("Funny") },
  { "frank", N_("Frank") },           { "dreamy", N_("Dreamy") },       { "cultured", N_("Cultured") },
  { "patient", N_("Patient") },       { "energetic", N_("Energetic") }, { "tender", N_("Tender") },
  { "ironic", N_("Ironic") },         { "organised", N_("Organised") }, { "creative", N_("Creative") },
  { "optimistic", N_("Optimistic") }, { "shy", N_("Shy") },             { "adventurous", N_("Adventurous") },
  { "thoughtful", N_("Thoughtful") }, { "attentive", N_("Attentive") }, { "lighthearted", N_("Light-hearted") },
  { "loyal", N_("Loyal") },           { "mischievous", N_("Mischievous") }, { "passionate", N_("Passionate") },
  { "sensitive", N_("Sensitive") },   { "spontaneous", N_("Spontaneous") }, { "wise", N_("Wise") },
};

static const char *const reasons[LUEUR_N_REASONS] = {
  [LUEUR_REASON_NONE] = "",
  [LUEUR_REASON_TOO_LONG] = NC_("reply", "Too long"),
  [LUEUR_REASON_TOO_SHORT] = NC_("reply", "Too short"),
  [LUEUR_REASON_FLATTERS] = NC_("reply", "Flatters, or agrees with everything"),
  [LUEUR_REASON_HARSH] = NC_("reply", "Harsh"),
  [LUEUR_REASON_COLD] = NC_("reply", "Cold"),
  [LUEUR_REASON_FAMILIAR] = NC_("reply", "Too familiar"),
  [LUEUR_REASON_SERIOUS] = NC_("reply", "Too serious"),
  [LUEUR_REASON_SILLY] = NC_("reply", "Not serious enough"),
  [LUEUR_REASON_REPEATS] = NC_("reply", "Repeats itself"),
  [LUEUR_REASON_QUESTIONS] = NC_("reply", "Too many questions"),
  [LUEUR_REASON_GESTURES] = NC_("reply", "Too many gestures"),
  [LUEUR_REASON_EMOJI] = NC_("reply", "Too many emoji"),
  [LUEUR_REASON_NOT_THEM] = NC_("reply", "Out of character"),
  [LUEUR_REASON_LIMIT] = NC_("reply", "Crosses a limit"),
  [LUEUR_REASON_WARM] = NC_("reply", "Warm"),
  [LUEUR_REASON_FUNNY] = NC_("reply", "Funny"),
  [LUEUR_REASON_CANDID] = NC_("reply", "Candid"),
  [LUEUR_REASON_LISTENS] = NC_("reply", "Listens"),
  [LUEUR_REASON_BRIEF] = NC_("reply", "To the point"),
  [LUEUR_REASON_DETAILED] = NC_("reply", "Goes into detail"),
};

static const char *
pick (const char *const *words, guint n, gint64 value)
{
  return value >= 0 && value < n ? _(words[value]) : "";
}

static const char *
relation_of (LueurPersona *persona)
{
  guint relation = lueur_persona_get_relation (persona), gender = lueur_persona_get_gender (persona);

  if (relation >= G_N_ELEMENTS (relations[0]) || gender >= G_N_ELEMENTS (relations))
    return "";
  return g_dpgettext2 (NULL, genders_of_words[gender], relations[gender][relation]);
}

char *
lueur_words_relation (LueurPersona *persona)
{
  const char *relation = relation_of (persona);
  guint age = lueur_persona_get_age (persona);

  if (age == 0)
    return g_strdup (relation);
  /* Translators: what a companion is and how old: "Friend, 28" */
  return g_strdup_printf (_("%s, %u"), relation, age);
}

char *
lueur_words_line (LueurPersona *persona)
{
  static const LueurPersonaField candidates[] = { LUEUR_PERSONA_ROLE, LUEUR_PERSONA_ABOUT, LUEUR_PERSONA_BACKGROUND,
                                                  LUEUR_PERSONA_DESCRIPTION };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const char *text = lueur_persona_get_text (persona, candidates[i]);

      if (*text != '\0')
        return lueur_text_clean_line (text, -1, LINE_MAX_CHARS);
    }
  return g_strdup ("");
}

const char *
lueur_words_field (LueurPersonaField field)
{
  return (guint) field < LUEUR_N_PERSONA_FIELDS ? _(fields[field]) : "";
}

gboolean
lueur_words_is_told (LueurPersonaField field)
{
  return lueur_persona_field_get_info (field)->use != LUEUR_FIELD_STATE;
}

static char *
traits_of (LueurPersona *persona)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    {
      double value = lueur_persona_get_trait (persona, i);
      const char *more, *less;
      g_autofree char *one = NULL;

      if (fabs (value) < LEAST_TRAIT)
        continue;
      more = _(value < 0 ? traits[i].low : traits[i].high);
      less = _(value < 0 ? traits[i].high : traits[i].low);
      if (fabs (value) >= 0.7)
        /* Translators: a temperament: "very candid, not diplomatic" */
        one = g_strdup_printf (_("very %s, not %s"), more, less);
      else
        /* Translators: a temperament: "candid rather than diplomatic" */
        one = g_strdup_printf (_("%s rather than %s"), more, less);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", one);
    }
  if (out->len == 0)
    return g_strdup (_("In between, on every side"));
  return g_string_free_and_steal (g_steal_pointer (&out));
}

static char *
chips_of (LueurPersona *persona)
{
  const char *const *words = lueur_persona_get_words (persona, LUEUR_PERSONA_CHIPS);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *shown = words[i];

      for (guint j = 0; j < G_N_ELEMENTS (chips); j++)
        if (strcmp (words[i], chips[j].word) == 0)
          shown = _(chips[j].label);
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", shown);
    }
  return g_string_free_and_steal (g_steal_pointer (&out));
}

static char *
time_of (gint64 minute)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  /* Any day: only the time of it is told. */
  return lueur_format_time (minute * G_TIME_SPAN_MINUTE + 40 * G_TIME_SPAN_DAY, utc);
}

char *
lueur_words_value (LueurPersona *persona, LueurPersonaField field)
{
  gint64 number;

  switch (lueur_persona_field_get_info (field)->kind)
    {
    case LUEUR_FIELD_LINE:
    case LUEUR_FIELD_TEXT:
      return g_strdup (lueur_persona_get_text (persona, field));
    case LUEUR_FIELD_LANGUAGE:
      return g_strdup (g_str_equal (lueur_persona_get_language (persona), "fr") ? _("French") : _("English"));
    case LUEUR_FIELD_WORDS:
      if (field == LUEUR_PERSONA_CHIPS)
        return chips_of (persona);
      return g_strjoinv (", ", (char **) lueur_persona_get_words (persona, field));
    case LUEUR_FIELD_TEXTS:
      return g_strjoinv ("\n\n", (char **) lueur_persona_get_words (persona, field));
    case LUEUR_FIELD_TRAITS:
      return traits_of (persona);
    case LUEUR_FIELD_LOOK:
      return g_strdup (*lueur_persona_get_look (persona) != '\0' ? _("As in the picture") : "");
    case LUEUR_FIELD_BOOLEAN:
      return g_strdup (lueur_persona_get_number (persona, field) != 0 ? _("Yes") : _("No"));
    case LUEUR_FIELD_ENUM:
      number = lueur_persona_get_number (persona, field);
      switch ((int) field)
        {
        case LUEUR_PERSONA_RELATION:
          return g_strdup (relation_of (persona));
        case LUEUR_PERSONA_GENDER:
          return g_strdup (pick (genders, G_N_ELEMENTS (genders), number));
        case LUEUR_PERSONA_INTIMACY:
          return g_strdup (pick (intimacies, G_N_ELEMENTS (intimacies), number));
        case LUEUR_PERSONA_REPLY_LENGTH:
        default:
          return g_strdup (pick (lengths, G_N_ELEMENTS (lengths), number));
        }
    case LUEUR_FIELD_NUMBER:
      number = lueur_persona_get_number (persona, field);
      if (field == LUEUR_PERSONA_AGE || field == LUEUR_PERSONA_DAILY)
        {
          if (number == 0)
            return g_strdup ("");
          if (field == LUEUR_PERSONA_AGE)
            return g_strdup_printf (ngettext ("%d year", "%d years", number), (int) number);
          return g_strdup_printf (ngettext ("%d minute", "%d minutes", number), (int) number);
        }
      return time_of (number);
    case LUEUR_FIELD_DATE:
    default:
      return g_strdup ("");
    }
}

char *
lueur_words_changes (LueurPersona *before, LueurPersona *after)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      if (!lueur_words_is_told (i) || lueur_persona_is_same (before, after, i))
        continue;
      if (n < 3)
        g_string_append_printf (out, "%s%s", n > 0 ? ", " : "", lueur_words_field (i));
      n++;
    }
  if (n <= 3)
    return g_string_free_and_steal (g_steal_pointer (&out));
  /* Translators: a list of what changed, and how many more: "Name, Look, Tags and 2 more" */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - 3), out->str, n - 3);
}

const char *
lueur_words_reason (LueurReason reason)
{
  return (guint) reason < LUEUR_N_REASONS && reason != LUEUR_REASON_NONE
             ? g_dpgettext2 (NULL, "reply", reasons[reason])
             : "";
}

char *
lueur_words_why (const LueurProposal *proposal)
{
  if (proposal->why != NULL && *proposal->why != '\0')
    return g_strdup (proposal->why);
  if (proposal->reason == LUEUR_REASON_LIMIT)
    return g_strdup (_("You asked to stay away from it."));
  if (lueur_reason_is_good (proposal->reason))
    /* Translators: why a change is proposed: “You like this: Funny” */
    return g_strdup_printf (_("You like this: %s"), lueur_words_reason (proposal->reason));
  /* Translators: why a change is proposed: “You said: Too long” */
  return g_strdup_printf (_("You said: %s"), lueur_words_reason (proposal->reason));
}
