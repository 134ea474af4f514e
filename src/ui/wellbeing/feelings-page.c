/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/feelings-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/language.h"
#include "core/wellbeing/people/feeling-words.h"
#include "ui/closures.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/toast.h"
#include "ui/wellbeing/chart.h"
#include "ui/wellbeing/feeling-list.h"
#include "ui/wellbeing/feeling-names.h"
#include "ui/wellbeing/wheel.h"
#include "ui/wellbeing/words.h"
#include "ui/window.h"

/* So many words are told, most frequent first. */
#define TOLD_WORDS 6
/* A day's tone beyond this is told as pleasant or unpleasant. */
#define CLEAR_TONE 0.12

struct _LueurFeelingsPage
{
  AdwNavigationPage parent_instance;

  LueurContext *context;
  GSettings *settings;

  LueurWheel *wheel;
  LueurFeelingList *list; /* in its place where the text is large */
  GtkLabel *chosen_text;
  AdwSwitchRow *journal_row;
  GtkWidget *nothing_yet;
  GtkWidget *over_time;
  AdwToggleGroup *ranges;
  LueurChart *chart;
  GtkWidget *words_group;
  AdwActionRow *read_row;
  AdwActionRow *chosen_row;
  GtkWidget *erase_group;
};

G_DEFINE_FINAL_TYPE (LueurFeelingsPage, lueur_feelings_page, ADW_TYPE_NAVIGATION_PAGE)

static LueurRecords *
records (LueurFeelingsPage *self)
{
  return lueur_context_get_records (self->context);
}

static const char *
tone (double valence)
{
  return valence > 0.45           ? _("bright")
         : valence > CLEAR_TONE   ? _("rather bright")
         : valence >= -CLEAR_TONE ? _("even")
         : valence >= -0.45       ? _("rather dark")
                                  : _("dark");
}

static const char *
keep (GPtrArray *strings, char *text)
{
  g_ptr_array_add (strings, text);
  return text;
}

static void
show_tone (LueurFeelingsPage *self, const LueurJournal *journal)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (LueurChartItem));

  for (guint i = 0; i < journal->n_days; i++)
    {
      guint32 day = journal->first_day + i;
      guint n = journal->n_read[i];
      LueurChartItem item = { .value = journal->valence[i] };

      item.name = keep (strings, lueur_words_day (day));
      if (n == 0)
        item.text = _("nothing written");
      else
        {
          g_autofree char *messages = g_strdup_printf (ngettext ("%u message", "%u messages", n), n);

          /* Translators: how a day's messages sound, and how many there were */
          item.text = keep (strings, lueur_sentence (_("%s, %s"), tone (journal->valence[i]), messages));
        }
      if ((journal->n_days - 1 - i) % (journal->n_days > 40 ? 28 : 7) == 0)
        item.label = keep (strings, lueur_words_day_short (day));
      g_array_append_val (items, item);
    }
  lueur_chart_set_items (self->chart, LUEUR_CHART_LINE, (LueurChartItem *) (gpointer) items->data, items->len);
}

static char *
tell_words (const GPtrArray *words, gboolean chosen)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (words->len, TOLD_WORDS); i++)
    {
      const LueurJournalWord *word = g_ptr_array_index (words, i);
      const LueurFeelingWord *known = chosen ? lueur_feeling_words_find (word->word) : NULL;
      const char *name = known != NULL ? lueur_feeling_word_get_name (known, lueur_language_get_default ())
                         : chosen      ? word->word
                                       : lueur_feeling_names_get (word->word);

      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, "%s %u", name, word->n);
    }
  return g_string_free_and_steal (text);
}

static void
update (LueurFeelingsPage *self)
{
  gboolean on, any;
  g_autoptr (LueurJournal) journal = NULL;
  g_autofree char *read = NULL, *chosen = NULL;

  if (self->context == NULL)
    return;
  on = g_settings_get_boolean (self->settings, "feelings-journal");
  any = lueur_records_has_journal (records (self));
  journal = lueur_records_get_journal (records (self), g_strcmp0 (adw_toggle_group_get_active_name (self->ranges), "all") == 0
                                                           ? 14 * 7
                                                           : 35);
  show_tone (self, journal);
  read = tell_words (journal->read, FALSE);
  chosen = tell_words (journal->chosen, TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->read_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->chosen_row), FALSE);
  adw_action_row_set_subtitle (self->read_row, *read != '\0' ? read : _("None yet"));
  adw_action_row_set_subtitle (self->chosen_row, *chosen != '\0' ? chosen : _("None yet"));
  gtk_widget_set_visible (self->nothing_yet, on && !any);
  gtk_widget_set_visible (self->over_time, any);
  gtk_widget_set_visible (self->words_group, any);
  gtk_widget_set_visible (self->erase_group, any);
}

static void
on_range (LueurFeelingsPage *self)
{
  update (self);
}

static void
on_chosen (LueurFeelingsPage *self, const char *id)
{
  const LueurFeelingWord *word = lueur_feeling_words_find (id);
  const char *name = lueur_feeling_word_get_name (word, lueur_language_get_default ());
  g_autofree char *text = NULL;

  if (g_settings_get_boolean (self->settings, "feelings-journal"))
    {
      lueur_records_note_word (records (self), id, word->valence);
      /* Translators: %s is a feeling, as in “Joy” */
      text = lueur_sentence (_("%s: noted in your journal"), name);
    }
  else
    /* Translators: %s is a feeling, as in “Joy” */
    text = lueur_sentence (_("%s. It has a name now."), name);
  gtk_label_set_label (self->chosen_text, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->chosen_text), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->chosen_text), "heading");
  /* One of them is shown; the other has the same word when its turn comes. */
  lueur_wheel_select (self->wheel, id);
  lueur_feeling_list_set_chosen (self->list, id);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurFeelingsPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean erased = lueur_records_erase_finish (LUEUR_RECORDS (source), result, &error);

  if (self->context != NULL)
    lueur_toast (GTK_WIDGET (self), erased ? _("The journal was erased") : lueur_error_text_for_error (error).sentence);
}

static void
on_erase_answer (AdwAlertDialog *dialog, const char *response, LueurFeelingsPage *self)
{
  if (g_str_equal (response, "erase"))
    lueur_records_erase_journal_async (records (self), on_erased, g_object_ref (self));
}

/* Not a byte of it is left after: that cannot be taken back. */
static void
on_erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurFeelingsPage *self = LUEUR_FEELINGS_PAGE (widget);
  AdwDialog *dialog = adw_alert_dialog_new (_("Erase for Good?"), _("Every day of the journal goes. This cannot be undone."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_erase_answer), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

static void
lueur_feelings_page_dispose (GObject *object)
{
  LueurFeelingsPage *self = LUEUR_FEELINGS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_FEELINGS_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (lueur_feelings_page_parent_class)->dispose (object);
}

static void
lueur_feelings_page_class_init (LueurFeelingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_feelings_page_dispose;
  g_type_ensure (LUEUR_TYPE_CHART);
  g_type_ensure (LUEUR_TYPE_FEELING_LIST);
  g_type_ensure (LUEUR_TYPE_WHEEL);
  g_type_ensure (LUEUR_TYPE_WINDOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/feelings-page.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, wheel);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, chosen_text);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, journal_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, nothing_yet);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, over_time);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, ranges);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, words_group);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, read_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, chosen_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFeelingsPage, erase_group);
  gtk_widget_class_bind_template_callback (widget_class, on_range);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_install_action (widget_class, "feelings.erase", NULL, on_erase);
}

static void
lueur_feelings_page_init (LueurFeelingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Until there is a window to ask. */
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  lueur_chart_set_name (self->chart, _("Tone of Your Messages"));
  lueur_chart_set_scale (self->chart, -1, 1,
                         (LueurChartTick[]){ { -1, _("dark") }, { 0, _("even") }, { 1, _("bright") } }, 3);
}

void
lueur_feelings_page_set_context (LueurFeelingsPage *self, LueurContext *context)
{
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->settings = g_object_ref (lueur_settings_get_gsettings (lueur_context_get_settings (context)));
  g_settings_bind (self->settings, "feelings-journal", self->journal_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed::feelings-journal", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
