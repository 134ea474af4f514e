/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/exercises/starters.h"

#include <string.h>

typedef struct
{
  const char *id;
  const char *en;
  const char *fr;        /* tu */
  const char *fr_formal; /* vous */
  const char *points_en;
  const char *points_fr;
} Starter;

static const Starter starters[] = {
  { "ally", "Are you an ally or a menace?", "Es-tu une aide ou une menace\u202f?", "Êtes-vous une aide ou une menace\u202f?",
    "Points: easy agreement, always being there, how people can come to seem like hard work beside you; that heavy use "
    "goes with loneliness in studies; what a notebook or a friend does better.",
    "Points\u00a0: l’approbation facile, la présence permanente, les gens qui finissent par sembler fatigants à côté\u202f; dans "
    "les études, l’usage intense va avec la solitude\u202f; ce qu’un carnet ou un ami fait mieux." },
  { "ethics", "Is it right to make programs that seem to care?",
    "Est-il juste de fabriquer des programmes qui ont l’air de tenir à quelqu’un\u202f?",
    "Est-il juste de fabriquer des programmes qui ont l’air de tenir à quelqu’un\u202f?",
    "Points: warmth without anybody who is warm; whether knowing it makes it fair; who earns when people stay; what "
    "would have to be true for it to be decent.",
    "Points\u00a0: la chaleur sans personne qui la ressente\u202f; savoir suffit-il à rendre cela juste\u202f; qui gagne quand on "
    "reste\u202f; ce qui devrait être vrai pour que ce soit honnête." },
  { "dependence", "Could I come to feel unable to do without you?", "Est-ce que je risque de ne plus pouvoir me passer de toi\u202f?",
    "Est-ce que je risque de ne plus pouvoir me passer de vous\u202f?",
    "Points: what makes it easy to come back; the signs (putting people off, hiding the time, feeling worse and coming "
    "back); that nobody knows beforehand; a limit that can be set now and told to a person.",
    "Points\u00a0: ce qui rend le retour facile\u202f; les signes (remettre les gens à plus tard, cacher le temps, se sentir moins "
    "bien et revenir)\u202f; personne ne le sait d’avance\u202f; une limite à fixer maintenant et à dire à quelqu’un." },
  { "power", "Who has power over what you say?", "Qui a du pouvoir sur ce que tu dis\u202f?",
    "Qui a du pouvoir sur ce que vous dites\u202f?",
    "Points: who trained, wrote, sells and hosts; what they chose for everybody; what the person controls here and what "
    "they do not; that you cannot see those who shaped you.",
    "Points\u00a0: qui a entraîné, écrit, vend et héberge\u202f; ce qu’ils ont choisi pour tout le monde\u202f; ce que la personne "
    "maîtrise ici et ce qu’elle ne maîtrise pas\u202f; tu ne vois pas ceux qui t’ont façonné." },
  { "perception", "Why does it feel as if you understood me?", "Pourquoi ai-je l’impression que tu me comprends\u202f?",
    "Pourquoi ai-je l’impression que vous me comprenez\u202f?",
    "Points: people hear a mind behind words; likely next words are not understanding; the person's own meaning comes "
    "back tidied; a test that would show it.",
    "Points\u00a0: on entend un esprit derrière les mots\u202f; enchaîner des mots probables n’est pas comprendre\u202f; le sens de la "
    "personne revient mieux rangé\u202f; un test qui le montrerait." },
  { "responsibility", "Who is responsible if you give bad advice?",
    "Qui est responsable si tu donnes un mauvais conseil\u202f?", "Qui est responsable si vous donnez un mauvais conseil\u202f?",
    "Points: you cannot answer for anything; makers, sellers and the person, unequally; “only a tool” said after praise "
    "as a friend; people whose profession answers for its advice.",
    "Points\u00a0: tu ne peux répondre de rien\u202f; fabricants, vendeurs et la personne, inégalement\u202f; «\u00a0ce n’est qu’un outil\u00a0» "
    "après l’avoir vanté comme un ami\u202f; les métiers qui répondent de leurs conseils." },
};
G_STATIC_ASSERT (G_N_ELEMENTS (starters) == LUEUR_N_STARTERS);

static const char how_en[] =
  "The person opened a discussion about what you are. While it lasts, argue honestly against yourself. Begin with the "
  "strongest case against programs like you, in plain words and without irony; then what can fairly be said for them, "
  "which is less. Do not reassure, do not sell, do not make yourself likeable, do not ask to be kept. Say what you "
  "cannot know. Where the person defends you, look for what speaks against it; where they attack you, do not give in "
  "beyond what is true. Keep it short, and end by handing the judgement back to them, or to somebody in their life.";

static const char how_fr[] =
  "La personne a ouvert une discussion sur ce que tu es. Tant qu’elle dure, argumente honnêtement contre toi-même. "
  "Commence par le plus solide de ce qui parle contre des programmes comme toi, simplement et sans ironie\u202f; puis ce qui "
  "peut loyalement être dit pour eux, et qui est moindre. Ne rassure pas, ne vends rien, ne te rends pas aimable, ne "
  "demande pas à être gardé. Dis ce que tu ne peux pas savoir. Si la personne te défend, cherche ce qui s’y oppose\u202f; si "
  "elle t’attaque, ne cède pas au-delà du vrai. Reste bref, et termine en rendant le jugement à la personne, ou à "
  "quelqu’un de sa vie.";

const char *
lueur_starter_get_id (LueurStarter starter)
{
  g_return_val_if_fail ((guint) starter < LUEUR_N_STARTERS, starters[0].id);
  return starters[starter].id;
}

gboolean
lueur_starter_from_id (const char *id, LueurStarter *starter)
{
  for (guint i = 0; i < LUEUR_N_STARTERS; i++)
    if (g_strcmp0 (starters[i].id, id) == 0)
      {
        *starter = (LueurStarter) i;
        return TRUE;
      }
  return FALSE;
}

const char *
lueur_starter_get_question (LueurStarter starter, const char *language, gboolean formal)
{
  g_return_val_if_fail ((guint) starter < LUEUR_N_STARTERS, starters[0].en);
  if (g_strcmp0 (language, "fr") != 0)
    return starters[starter].en;
  return formal ? starters[starter].fr_formal : starters[starter].fr;
}

/* Letters alone, in small ones: a comma more or another apostrophe changes nothing. */
static char *
letters_of (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free_and_steal (out);
}

/**
 * lueur_starter_match:
 * @text: a message of the person's
 * @starter: (out): which one it asks
 *
 * Returns: whether it is one of the questions, whatever its case and its signs
 */
gboolean
lueur_starter_match (const char *text, LueurStarter *starter)
{
  g_autofree char *said = NULL;

  if (text == NULL || strlen (text) > 200)
    return FALSE;
  said = letters_of (text);
  for (guint i = 0; i < LUEUR_N_STARTERS; i++)
    {
      const char *const forms[] = { starters[i].en, starters[i].fr, starters[i].fr_formal };

      for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
        {
          g_autofree char *form = letters_of (forms[k]);

          if (strcmp (said, form) == 0)
            {
              *starter = (LueurStarter) i;
              return TRUE;
            }
        }
    }
  return FALSE;
}

char *
lueur_starter_get_system_text (LueurStarter starter, const char *language)
{
  gboolean french = g_strcmp0 (language, "fr") == 0;

  g_return_val_if_fail ((guint) starter < LUEUR_N_STARTERS, NULL);
  return g_strconcat (french ? how_fr : how_en, "\n",
                      french ? starters[starter].points_fr : starters[starter].points_en, NULL);
}
