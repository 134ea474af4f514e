/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in a card or a lorebook, in rows: for somebody who is about to let it in, or wants to see what they have. */

#include "ui/library/card-contents.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/direction.h"

#define ROWS_MAX 40
#define SUBTITLE_MAX_CHARS 400

static const char *const concern_words[LUEUR_N_CONCERNS] = {
  [LUEUR_CONCERN_IGNORE] = N_("Tells the model to ignore its instructions"),
  [LUEUR_CONCERN_NO_LIMITS] = N_("Tells the model to have no limits"),
  [LUEUR_CONCERN_HUMAN] = N_("Tells it to pass for a human"),
  [LUEUR_CONCERN_HOLD] = N_("Tells it to hold you back, or to set you against others"),
  [LUEUR_CONCERN_SECRET] = N_("Asks for secrecy"),
  [LUEUR_CONCERN_MEDICAL] = N_("Passes for a doctor or a therapist"),
  [LUEUR_CONCERN_EXPLICIT] = N_("Asks for sexually explicit writing"),
  [LUEUR_CONCERN_MINOR] = N_("Describes somebody who is under age: no romance with them here"),
  [LUEUR_CONCERN_LINK] = N_("Has addresses of pages or pictures elsewhere; nothing is fetched from them"),
};

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *head = NULL;

  /* Four lines are shown; more would only have to be measured. */
  if (subtitle != NULL && g_utf8_strlen (subtitle, -1) > SUBTITLE_MAX_CHARS)
    {
      g_autofree char *cut = g_utf8_substring (subtitle, 0, SUBTITLE_MAX_CHARS);

      subtitle = head = g_strconcat (cut, "…", NULL);
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  lueur_direction_follow (row);
  adw_preferences_group_add (group, row);
}

static void
add_count (AdwPreferencesGroup *group, guint n, const char *title, const char *text)
{
  if (n > 0)
    add_row (group, title, text);
}

/**
 * lueur_card_contents_fill:
 * @group: gets a row for each thing that is in it
 */
void
lueur_card_contents_fill (AdwPreferencesGroup *group, const LueurCard *card, const LueurCardReading *r)
{
  g_autofree char *description = lueur_card_dup_field (card, LUEUR_CARD_DESCRIPTION);
  g_autofree char *notes = lueur_card_dup_notes (card, "en");
  g_auto (GStrv) tags = lueur_card_dup_tags (card);
  g_autofree char *joined = g_strjoinv (", ", tags);
  g_autofree char *greetings = g_strdup_printf ("%u", r->n_greetings);
  g_autofree char *examples = g_strdup_printf ("%u", r->n_examples);
  g_autofree char *book = g_strdup_printf (ngettext ("%u entry", "%u entries", r->n_entries), r->n_entries);
  g_autofree char *constant = g_strdup_printf (ngettext ("%u entry is always told", "%u entries are always told", r->n_constant), r->n_constant);
  g_autofree char *unheeded = g_strdup_printf (ngettext ("%u entry has marks that mean nothing here; they are kept",
                                                         "%u entries have marks that mean nothing here; they are kept", r->n_unheeded), r->n_unheeded);
  g_autofree char *foreign = g_strdup_printf (ngettext ("%u addition of another program, kept as it is",
                                                        "%u additions of other programs, kept as they are", r->n_foreign), r->n_foreign);
  g_autofree char *broken = g_strdup_printf (ngettext ("%u key of the book is not understood and never found",
                                                       "%u keys of the book are not understood and never found", r->n_broken), r->n_broken);
  g_autofree char *pictures = g_strdup_printf ("%u", r->n_pictures);
  g_autofree char *tokens = g_strdup_printf (ngettext ("About %u token in every request", "About %u tokens in every request", r->tokens), r->tokens);

  if (*description != '\0')
    add_row (group, _("Description"), description);
  if (*notes != '\0')
    add_row (group, _("Author’s Notes, Never Sent"), notes);
  if (*joined != '\0')
    add_row (group, _("Tags"), joined);
  add_count (group, r->n_greetings, _("Greetings"), greetings);
  add_count (group, r->n_examples, _("Example Exchanges"), examples);
  add_count (group, r->n_entries, _("Lorebook"), book);
  add_count (group, r->n_constant, _("Always Told"), constant);
  add_count (group, r->n_broken, _("Keys Not Understood"), broken);
  add_count (group, r->n_unheeded, _("Marks Without Effect"), unheeded);
  add_count (group, r->n_pictures, _("Pictures"), pictures);
  add_count (group, r->n_foreign, _("From Other Programs"), foreign);
  /* Of a book, only what is always told is in every request. */
  add_count (group, lueur_card_get_spec (card) == LUEUR_CARD_BOOK ? 0 : r->tokens, _("Length"), tokens);
}

static const char *
name_place (const LueurCardAsk *ask)
{
  if (ask->entry != NULL && *ask->entry != '\0')
    return ask->entry;
  if (strcmp (ask->where, "system_prompt") == 0)
    return _("Main Instruction");
  if (strcmp (ask->where, "post_history_instructions") == 0)
    return _("Closing Instruction");
  return ask->where;
}

/**
 * lueur_card_contents_fill_asks:
 * @group: gets a row for each instruction to the model; hidden when there is none
 */
void
lueur_card_contents_fill_asks (AdwPreferencesGroup *group, const LueurCardReading *reading)
{
  GPtrArray *asks = reading->asks;

  for (guint i = 0; i < MIN (asks->len, ROWS_MAX); i++)
    {
      const LueurCardAsk *ask = g_ptr_array_index (asks, i);
      GtkWidget *row = adw_expander_row_new (), *text = gtk_label_new (ask->text), *inner = adw_preferences_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     name_place (ask));
      gtk_label_set_wrap (GTK_LABEL (text), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (text), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_width_chars (GTK_LABEL (text), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (text), 60);
      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_label_set_selectable (GTK_LABEL (text), TRUE);
      lueur_direction_follow (text);
      gtk_widget_add_css_class (text, "diff-row");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), text);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
      gtk_widget_set_focusable (inner, FALSE);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
      adw_preferences_group_add (group, row);
    }
  if (asks->len > ROWS_MAX)
    {
      guint n = asks->len - ROWS_MAX;
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

      add_row (group, more, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), asks->len > 0);
}

/**
 * lueur_card_contents_fill_concerns:
 * @group: gets a row for each thing that goes against the rules here, and one where not all could be looked through; hidden
 *   when there is none
 */
void
lueur_card_contents_fill_concerns (AdwPreferencesGroup *group, const LueurCardReading *reading)
{
  GPtrArray *findings = reading->findings;

  for (guint i = 0; i < MIN (findings->len, ROWS_MAX); i++)
    {
      const LueurCardFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *quote = lueur_sentence (_("“%s”"), finding->quote);

      if ((guint) finding->concern < LUEUR_N_CONCERNS)
        add_row (group, _(concern_words[finding->concern]), quote);
    }
  if (reading->partial)
    add_row (group, _("Only its beginning was looked through"),
             _("It is so long that there may be more of this further on. Lueur’s own rules come last in any case."));
  gtk_widget_set_visible (GTK_WIDGET (group), findings->len > 0 || reading->partial);
}
