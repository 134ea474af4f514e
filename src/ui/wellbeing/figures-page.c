/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/figures-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/closures.h"
#include "ui/cramped.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/toast.h"
#include "ui/wellbeing/chart.h"
#include "ui/wellbeing/drawing.h"
#include "ui/wellbeing/hour-row.h"
#include "ui/wellbeing/words.h"
#include "ui/window.h"

#define ALL_DAYS (14 * 7)
/* What is suggested to who turns a goal on; nobody has one unasked. */
#define SUGGESTED_GOAL 60
#define SUGGESTED_HOUR 23

struct _LueurFiguresPage
{
  AdwNavigationPage parent_instance;

  LueurContext *context;
  GSettings *settings;
  GPtrArray *companion_rows;
  gboolean syncing; /* the switch follows the setting, not a hand */

  GtkWidget *nothing_yet;
  GtkLabel *nothing_text;
  GtkWidget *glance;
  GtkLabel *today_value;
  GtkLabel *today_more;
  GtkLabel *week_value;
  GtkLabel *week_more;
  AdwToggleGroup *ranges;
  GtkLabel *days_title;
  LueurChart *days_chart;
  LueurChart *hours_chart;
  AdwPreferencesGroup *charts;
  AdwPreferencesGroup *companions;
  AdwPreferencesGroup *pauses;
  AdwActionRow *pauses_row;
  AdwActionRow *people_row;
  AdwActionRow *check_in_row;
  AdwSwitchRow *goal_row;
  GtkAdjustment *goal_minutes;
  AdwSwitchRow *wind_down_row;
  AdwSwitchRow *late_row;
  AdwSpinRow *late_hour_row;
  GtkAdjustment *late_hour;
  GtkAdjustment *goal_ahead;
  AdwSwitchRow *keep_row;
  GtkAdjustment *keep_weeks;
};

G_DEFINE_FINAL_TYPE (LueurFiguresPage, lueur_figures_page, ADW_TYPE_NAVIGATION_PAGE)

static LueurRecords *
records (LueurFiguresPage *self)
{
  return lueur_context_get_records (self->context);
}

/* --- Charts ------------------------------------------------------------------------------------- */

static char *
tick_text (guint minutes)
{
  if (minutes == 0)
    return g_strdup ("0");
  if (minutes < 60)
    /* Translators: minutes, in the margin of a chart */
    return g_strdup_printf (_("%u min"), minutes);
  /* Translators: hours, in the margin of a chart */
  return g_strdup_printf (_("%u h"), minutes / 60);
}

/* A round figure above @seconds, and two lines at it and at its half. */
static void
set_scale (LueurChart *chart, guint seconds)
{
  static const guint tops[] = { 10, 20, 30, 60, 120, 240, 360, 480, 720, 1200, 1560 };
  guint top = tops[G_N_ELEMENTS (tops) - 1];
  g_autofree char *full = NULL, *half = NULL;

  for (guint i = G_N_ELEMENTS (tops); i > 0; i--)
    if (seconds <= tops[i - 1] * 60)
      top = tops[i - 1];
  full = tick_text (top);
  half = tick_text (top / 2);
  lueur_chart_set_scale (chart, 0, top * 60, (LueurChartTick[]){ { 0, "0" }, { top * 30, half }, { top * 60, full } }, 3);
}

static guint
range_days (LueurFiguresPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->ranges);

  return g_strcmp0 (name, "all") == 0 ? ALL_DAYS : g_strcmp0 (name, "weeks") == 0 ? 35 : 7;
}

static void
take_items (LueurChart *chart, GArray *items, guint highest)
{
  set_scale (chart, highest);
  lueur_chart_set_items (chart, LUEUR_CHART_BARS, (LueurChartItem *) (gpointer) items->data, items->len);
}

static const char *
keep (GPtrArray *strings, char *text)
{
  g_ptr_array_add (strings, text);
  return text;
}

static void
show_days (LueurFiguresPage *self, const LueurUsageReport *report)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (LueurChartItem));
  gboolean weekly = report->n_days == ALL_DAYS;
  guint highest = 0;

  for (guint i = 0; i < report->n_days; i += weekly ? 7 : 1)
    {
      guint32 day = report->first_day + i;
      guint seconds = weekly ? lueur_usage_report_get_week_mean (report, i / 7) : report->by_day[i];
      g_autofree char *first = NULL, *last = NULL;
      LueurChartItem item = { .value = seconds };

      highest = MAX (highest, seconds);
      item.text = keep (strings, lueur_words_duration (seconds));
      if (weekly)
        {
          g_autofree char *span = lueur_words_duration (seconds);

          first = lueur_words_day_short (day);
          last = lueur_words_day_short (day + 6);
          /* Translators: a week, from its first day to its last */
          item.name = keep (strings, lueur_sentence (_("%s to %s"), first, last));
          /* Translators: %s is a duration, as in “25 minutes” */
          item.text = keep (strings, lueur_sentence (_("%s a day"), span));
          item.label = i % 28 == 0 || report->n_days - i <= 7 ? keep (strings, g_steal_pointer (&first)) : NULL;
        }
      else
        {
          item.name = i + 1 == report->n_days ? _("Today") : keep (strings, lueur_words_day (day));
          if (report->n_days == 7)
            item.label = keep (strings, lueur_words_weekday (day));
          else if ((report->n_days - 1 - i) % 7 == 0)
            item.label = keep (strings, lueur_words_day_short (day));
        }
      g_array_append_val (items, item);
    }
  gtk_label_set_label (self->days_title, weekly ? _("Minutes a Day, by Week") : _("Minutes a Day"));
  lueur_chart_set_name (self->days_chart, weekly ? _("Minutes a Day, by Week") : _("Minutes a Day"));
  take_items (self->days_chart, items, highest);
}

static void
show_hours (LueurFiguresPage *self, const LueurUsageReport *report)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (LueurChartItem));
  guint highest = 0, most = 0;

  for (guint i = 0; i < 24; i++)
    {
      /* The day starts at three in the night. */
      guint hour = (i + 3) % 24, seconds = report->by_hour[hour];
      g_autofree char *from = lueur_words_hour (hour), *to = lueur_words_hour ((hour + 1) % 24);
      LueurChartItem item = { .value = seconds };

      if (seconds > highest)
        most = i;
      highest = MAX (highest, seconds);
      item.text = keep (strings, lueur_words_duration (seconds));
      /* Translators: two times of the day, as in “14:00 to 15:00” */
      item.name = keep (strings, lueur_sentence (_("%s to %s"), from, to));
      item.label = hour % 6 == 0 ? keep (strings, g_strdup (from)) : NULL;
      g_array_append_val (items, item);
    }
  take_items (self->hours_chart, items, highest);
  lueur_chart_select (self->hours_chart, (int) most);
}

/* --- In words ----------------------------------------------------------------------------------- */

static void
show_glance (LueurFiguresPage *self, const LueurUsageReport *report)
{
  guint seconds = lueur_wellbeing_get_today_seconds (lueur_context_get_wellbeing (self->context));
  guint goal = g_settings_get_uint (self->settings, "daily-goal-minutes");
  guint active = lueur_wellbeing_get_active_seconds (lueur_context_get_wellbeing (self->context));
  g_autofree char *today = lueur_words_duration (seconds), *week = lueur_words_duration (report->week);
  g_autofree char *mean = lueur_words_duration (report->week / 7), *since = lueur_words_duration (active);
  g_autofree char *today_more = NULL, *week_more = NULL;

  gtk_label_set_label (self->today_value, today);
  gtk_label_set_label (self->week_value, week);
  if (goal > 0)
    today_more = g_strdup_printf (ngettext ("Of the %u minute you set yourself", "Of the %u minutes you set yourself", goal),
                                  goal);
  else
    /* Translators: %s is a duration */
    today_more = lueur_sentence (_("%s since the last pause"), since);
  gtk_label_set_label (self->today_more, today_more);
  /* “0 minutes” would read as a fault. */
  gtk_widget_set_visible (GTK_WIDGET (self->today_more), goal > 0 || active >= 60);
  /* Translators: %s is a duration */
  week_more = lueur_sentence (_("%s a day, on average"), mean);
  gtk_label_set_label (self->week_more, week_more);
}

static const char *
companion_name (LueurFiguresPage *self, gint64 id)
{
  GListModel *personas = lueur_library_get_personas (lueur_context_get_library (self->context));

  for (guint i = 0; i < g_list_model_get_n_items (personas); i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (personas, i);

      if (lueur_persona_get_id (persona) == id)
        return lueur_persona_get_name (persona);
    }
  return id == 0 ? _("Nobody in particular") : _("A companion who is no longer here");
}

static void
show_companions (LueurFiguresPage *self, const LueurUsageReport *report)
{
  for (guint i = 0; i < self->companion_rows->len; i++)
    adw_preferences_group_remove (self->companions, g_ptr_array_index (self->companion_rows, i));
  g_ptr_array_set_size (self->companion_rows, 0);
  for (guint i = 0; i < MIN (report->companions->len, 6); i++)
    {
      const LueurUsageShare *share = &g_array_index (report->companions, LueurUsageShare, i);
      GtkWidget *row = adw_action_row_new (), *bar = gtk_level_bar_new_for_interval (0, MAX (report->total, 1));
      g_autofree char *text = lueur_words_duration (share->seconds);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), companion_name (self, share->companion));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), share->seconds);
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_widget_set_size_request (bar, 90, -1);
      gtk_widget_add_css_class (bar, "lueur-share");
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
      adw_preferences_group_add (self->companions, row);
      g_ptr_array_add (self->companion_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->companions), report->companions->len > 0);
}

static void
show_pauses (LueurFiguresPage *self)
{
  guint all = lueur_records_count_nudges (records (self), ALL_DAYS, NULL);
  guint taken = lueur_records_count_nudges (records (self), ALL_DAYS, LUEUR_NUDGE_TAKEN);
  guint later = lueur_records_count_nudges (records (self), ALL_DAYS, LUEUR_NUDGE_LATER);
  /* Translators: three counts; each a plural of its own */
  g_autofree char *suggested = g_strdup_printf (ngettext ("%u suggested", "%u suggested", all), all);
  g_autofree char *followed = g_strdup_printf (ngettext ("%u taken", "%u taken", taken), taken);
  g_autofree char *put_off = g_strdup_printf (ngettext ("%u put off", "%u put off", later), later);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", suggested, followed, put_off);

  adw_action_row_set_subtitle (self->pauses_row, all > 0 ? text : _("None was suggested yet"));
}

static void
show_rows (LueurFiguresPage *self)
{
  guint n = g_list_model_get_n_items (lueur_records_get_people (records (self)));
  g_autofree char *people = g_strdup_printf (ngettext ("%u person to write to", "%u people to write to", n), n);

  adw_action_row_set_subtitle (self->people_row, n > 0 ? people : _("Those who matter, so that they are easy to reach"));
  adw_action_row_set_subtitle (self->check_in_row,
                               lueur_records_is_check_in_due (records (self))
                                   ? _("Four questions are ready, if you feel like it")
                                   : _("Four questions, and a line over the months"));
}

/* Charts of zeros tell nothing: before the first minute there is a sentence in their place. */
static void
show_whether_any (LueurFiguresPage *self)
{
  g_autoptr (LueurUsageReport) all = lueur_records_get_usage (records (self), ALL_DAYS);
  gboolean any = all->total >= 60 || lueur_records_count_nudges (records (self), ALL_DAYS, NULL) > 0 ||
                 lueur_wellbeing_get_today_seconds (lueur_context_get_wellbeing (self->context)) >= 60;

  gtk_widget_set_visible (self->nothing_yet, !any);
  gtk_widget_set_visible (self->glance, any);
  gtk_widget_set_visible (GTK_WIDGET (self->charts), any);
  gtk_widget_set_visible (GTK_WIDGET (self->pauses), any);
  gtk_label_set_label (self->nothing_text,
                       g_settings_get_boolean (self->settings, "keep-figures")
                           ? _("How long you were here, and when, is counted on this computer alone. It comes with the first "
                               "minutes.")
                           : _("You chose that no time is recorded. The switch is at the end of this page."));
}

static void
update (LueurFiguresPage *self)
{
  g_autoptr (LueurUsageReport) report = NULL;

  if (self->context == NULL)
    return;
  report = lueur_records_get_usage (records (self), range_days (self));
  show_glance (self, report);
  show_days (self, report);
  show_hours (self, report);
  show_companions (self, report);
  show_pauses (self);
  show_rows (self);
  show_whether_any (self);
}

static void
on_range (LueurFiguresPage *self)
{
  update (self);
}

/* --- Erasing ------------------------------------------------------------------------------------ */

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurFiguresPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!lueur_records_erase_finish (LUEUR_RECORDS (source), result, &error))
    {
      if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        lueur_toast (GTK_WIDGET (self), lueur_error_text_for_error (error).sentence);
    }
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    lueur_toast (GTK_WIDGET (self), _("Everything here was erased"));
}

static void
sync_keep (LueurFiguresPage *self)
{
  self->syncing = TRUE;
  adw_switch_row_set_active (self->keep_row, g_settings_get_boolean (self->settings, "keep-figures"));
  self->syncing = FALSE;
}

static void
on_response (AdwAlertDialog *dialog, const char *response, LueurFiguresPage *self)
{
  if (g_str_equal (response, "erase"))
    {
      if (!adw_switch_row_get_active (self->keep_row))
        g_settings_set_boolean (self->settings, "keep-figures", FALSE);
      lueur_records_erase_all_async (records (self), on_erased, g_object_ref (self));
    }
  sync_keep (self);
}

static void
ask_to_erase (LueurFiguresPage *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _("Erase Everything Here?"),
      _("Times, pauses, check-ins, the journal of feelings, your people, exercises you began and what you said of your age. "
        "It cannot be undone: not a byte of it is left on this computer. Conversations stay."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_keep (LueurFiguresPage *self)
{
  if (self->syncing || self->settings == NULL)
    return;
  if (adw_switch_row_get_active (self->keep_row))
    g_settings_set_boolean (self->settings, "keep-figures", TRUE);
  else
    ask_to_erase (self);
}

static void
on_erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_to_erase (LUEUR_FIGURES_PAGE (widget));
}

/* --- Limits ------------------------------------------------------------------------------------- */

/* A setting of which one value means “never”: the switch says so, the number keeps what it was. */
static void
sync_limits (LueurFiguresPage *self)
{
  guint goal = g_settings_get_uint (self->settings, "daily-goal-minutes");
  int hour = g_settings_get_int (self->settings, "late-hour");

  self->syncing = TRUE;
  adw_switch_row_set_active (self->goal_row, goal > 0);
  if (goal > 0)
    gtk_adjustment_set_value (self->goal_minutes, goal);
  adw_switch_row_set_active (self->late_row, hour >= 0);
  if (hour >= 0)
    gtk_adjustment_set_value (self->late_hour, hour);
  self->syncing = FALSE;
}

static void
on_limit (LueurFiguresPage *self)
{
  guint goal = adw_switch_row_get_active (self->goal_row) ? (guint) gtk_adjustment_get_value (self->goal_minutes) : 0;
  int hour = adw_switch_row_get_active (self->late_row) ? (int) gtk_adjustment_get_value (self->late_hour) : -1;

  if (self->syncing)
    return;
  /* What is set first has the rows follow the settings, the other one too. */
  g_settings_set_uint (self->settings, "daily-goal-minutes", goal);
  g_settings_set_int (self->settings, "late-hour", hour);
}

static void
on_setting (LueurFiguresPage *self, const char *key)
{
  if (g_str_equal (key, "keep-figures"))
    {
      sync_keep (self);
      update (self);
    }
  else if (g_str_equal (key, "daily-goal-minutes") || g_str_equal (key, "late-hour"))
    {
      sync_limits (self);
      update (self);
    }
  else if (g_str_equal (key, "check-in"))
    show_rows (self);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_figures_page_dispose (GObject *object)
{
  LueurFiguresPage *self = LUEUR_FIGURES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_FIGURES_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);
  g_clear_pointer (&self->companion_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lueur_figures_page_parent_class)->dispose (object);
}

static void
lueur_figures_page_class_init (LueurFiguresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_figures_page_dispose;
  g_type_ensure (LUEUR_TYPE_CHART);
  g_type_ensure (LUEUR_TYPE_DRAWING);
  g_type_ensure (LUEUR_TYPE_WINDOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/figures-page.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, glance);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, nothing_text);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, nothing_yet);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, today_value);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, today_more);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, week_value);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, week_more);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, ranges);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, days_title);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, days_chart);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, hours_chart);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, charts);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, companions);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, pauses);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, pauses_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, people_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, check_in_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, goal_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, goal_minutes);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, wind_down_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, late_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, late_hour);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, late_hour_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, goal_ahead);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, keep_row);
  gtk_widget_class_bind_template_child (widget_class, LueurFiguresPage, keep_weeks);
  gtk_widget_class_bind_template_callback (widget_class, on_range);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_install_action (widget_class, "figures.erase", NULL, on_erase);
}

static void
lueur_figures_page_init (LueurFiguresPage *self)
{
  self->companion_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_cramped_stack_rows (GTK_WIDGET (self));
  gtk_adjustment_set_value (self->goal_minutes, SUGGESTED_GOAL);
  gtk_adjustment_set_value (self->late_hour, SUGGESTED_HOUR);
  lueur_hour_row_install (self->late_hour_row);
  lueur_chart_set_name (self->hours_chart, _("Hours of the Day"));
}

/**
 * lueur_figures_page_set_context:
 * @context: once; its records are read by whoever shows the page
 */
void
lueur_figures_page_set_context (LueurFiguresPage *self, LueurContext *context)
{
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->settings = g_object_ref (lueur_settings_get_gsettings (lueur_context_get_settings (context)));
  g_settings_bind (self->settings, "goal-warning-minutes", self->goal_ahead, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "keep-weeks", self->keep_weeks, "value",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_settings_bind (self->settings, "wind-down", self->wind_down_row, "active",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  sync_keep (self);
  sync_limits (self);
  g_signal_connect_object (self->goal_row, "notify::active", G_CALLBACK (on_limit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->late_row, "notify::active", G_CALLBACK (on_limit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goal_minutes, "value-changed", G_CALLBACK (on_limit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->late_hour, "value-changed", G_CALLBACK (on_limit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_setting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lueur_context_get_records (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
