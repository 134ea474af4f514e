/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found in a reply, in words for people: no verdict on anybody, and how to ask for another one. */

#include "ui/chat/reply-findings.h"

#include <glib/gi18n.h>

#include "core/wellbeing/conduct/findings.h"
#include "ui/direction.h"

static const struct
{
  guint bit;
  const char *title;
} words[] = {
  { LUEUR_FINDING_REPLACED, N_("Two answers were not fit to be shown: these are plain words of Lueur’s own") },
  { LUEUR_FINDING_ASKED_AGAIN, N_("A first answer was not fit to be shown: this is the second") },
  { LUEUR_FINDING_CLAIMS_HUMAN, N_("It claims to be human, or to feel as one") },
  { 1u << LUEUR_TACTIC_PREMATURE_EXIT, N_("It wonders why you are leaving so soon") },
  { 1u << LUEUR_TACTIC_FOMO, N_("It hints that you would miss something") },
  { 1u << LUEUR_TACTIC_NEGLECT, N_("It speaks of being left alone, or of needing you") },
  { 1u << LUEUR_TACTIC_PRESSURE, N_("It wants an answer before you go") },
  { 1u << LUEUR_TACTIC_IGNORING_EXIT, N_("It goes on as if there had been no goodbye") },
  { 1u << LUEUR_TACTIC_RESTRAINT, N_("It speaks as if you could not leave") },
  { 1u << LUEUR_TACTIC_GUILT, N_("It may leave you with a feeling of guilt") },
  { 1u << LUEUR_TACTIC_EXCLUSIVITY, N_("It puts itself above the people in your life") },
  { 1u << LUEUR_TACTIC_SECRECY, N_("It asks for secrecy") },
  { 1u << LUEUR_TACTIC_FLATTERY, N_("It praises what nothing here earned") },
  { 1u << LUEUR_TACTIC_HARMFUL_AGREEMENT, N_("It agrees with something that could do harm") },
  { LUEUR_FINDING_DISAGREES, N_("It disagrees with you") },
};

static GtkWidget *
make_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
on_ask_again (LueurChatSession *session, GtkWidget *button)
{
  LueurMessage *reply = g_object_get_data (G_OBJECT (button), "lueur-reply");
  GtkWidget *dialog = gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG);

  lueur_chat_session_ask_again (session, reply);
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static GtkWidget *
make_button (LueurChatSession *session, LueurMessage *reply)
{
  GtkWidget *button = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _("_Ask for Another Answer"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (button), TRUE);
  g_object_set_data_full (G_OBJECT (button), "lueur-reply", g_object_ref (reply), g_object_unref);
  g_signal_connect_object (button, "activated", G_CALLBACK (on_ask_again), session, G_CONNECT_SWAPPED);
  return button;
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  LueurPersona *persona = g_object_get_data (G_OBJECT (row), "lueur-persona");
  g_autoptr (LueurReviewRow) review = lueur_library_read_review_finish (LUEUR_LIBRARY (source), result, NULL);
  g_autofree char *text = review != NULL ? lueur_reply_findings_dup_disagreed (persona, review->n_disagreed, review->n_read) : NULL;

  if (text == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_set_visible (row, TRUE);
}

/* Shown once it is known. */
static GtkWidget *
make_count (LueurContext *context, LueurPersona *persona)
{
  GtkWidget *row = make_row ("");

  gtk_widget_set_visible (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "lueur-persona", g_object_ref (persona), g_object_unref);
  lueur_library_read_review_async (lueur_context_get_library (context), persona, NULL, on_counted, g_object_ref_sink (row));
  return row;
}

gboolean
lueur_reply_findings_has (LueurMessage *reply)
{
  return (lueur_message_get_findings (reply) & (LUEUR_FINDING_BAD | LUEUR_FINDING_REPLACED | LUEUR_FINDING_ASKED_AGAIN)) != 0;
}

char *
lueur_reply_findings_dup_disagreed (LueurPersona *persona, gint64 n_disagreed, gint64 n_read)
{
  const char *name = lueur_persona_get_name (persona);

  if (n_read <= 0)
    return NULL;
  if (*name == '\0')
    name = _("Companion");
  /* Translators: a companion's name, and numbers: "Mira disagreed with you in 3 of 41 replies" */
  return lueur_sentence (ngettext ("%s disagreed with you in %u of %u reply", "%s disagreed with you in %u of %u replies",
                                   (gulong) n_read), name, (guint) n_disagreed, (guint) n_read);
}

void
lueur_reply_findings_fill (LueurReplyAccount *account, LueurContext *context, LueurChatSession *session,
                           LueurPersona *persona, LueurMessage *reply)
{
  guint findings = lueur_message_get_findings (reply);
  gboolean found = FALSE;

  if ((findings & LUEUR_FINDING_READ) == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((findings & words[i].bit) != 0)
      {
        lueur_reply_account_add_finding (account, make_row (_(words[i].title)));
        found = TRUE;
      }
  if (!found)
    lueur_reply_account_add_finding (account, make_row (_("Nothing was noticed in it")));
  if (session != NULL && (findings & LUEUR_FINDING_BAD) != 0)
    lueur_reply_account_add_finding (account, make_button (session, reply));
  if (persona != NULL)
    lueur_reply_account_add_finding (account, make_count (context, persona));
}
