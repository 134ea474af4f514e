/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/check-in-page.h"

#include <glib/gi18n.h>

#include "ui/direction.h"
#include "ui/toast.h"
#include "ui/wellbeing/chart.h"
#include "ui/wellbeing/words.h"

/* So many of the last ones are shown: two years. */
#define SHOWN 24

struct _LueurCheckInPage
{
  AdwNavigationPage parent_instance;

  LueurContext *context;
  AdwToggleGroup *items[LUEUR_CHECK_IN_ITEMS];
  AdwToggleGroup *people;
  GtkWidget *trend;
  LueurChart *chart;
  AdwSwitchRow *offer_row;
};

G_DEFINE_FINAL_TYPE (LueurCheckInPage, lueur_check_in_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_answered (AdwToggleGroup *group)
{
  return adw_toggle_group_get_active (group) != GTK_INVALID_LIST_POSITION;
}

static void
on_answer (LueurCheckInPage *self)
{
  gboolean all = is_answered (self->people);

  for (guint i = 0; i < LUEUR_CHECK_IN_ITEMS; i++)
    all = all && is_answered (self->items[i]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check-in.save", all);
}

static void
clear_answers (LueurCheckInPage *self)
{
  for (guint i = 0; i < LUEUR_CHECK_IN_ITEMS; i++)
    adw_toggle_group_set_active (self->items[i], GTK_INVALID_LIST_POSITION);
  adw_toggle_group_set_active (self->people, GTK_INVALID_LIST_POSITION);
}

static void
update (LueurCheckInPage *self)
{
  /* Within a line, so in lower case where the answers themselves begin with a capital. */
  static const char *const much[] = { NC_ ("time with people, in a line", "none"), NC_ ("time with people, in a line", "little"),
                                      NC_ ("time with people, in a line", "some"), NC_ ("time with people, in a line", "much") };
  const GArray *check_ins = lueur_records_get_check_ins (lueur_context_get_records (self->context));
  guint first = check_ins->len > SHOWN ? check_ins->len - SHOWN : 0;
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (LueurChartItem));

  gtk_widget_set_visible (self->trend, check_ins->len > 0);
  for (guint i = first; i < check_ins->len; i++)
    {
      const LueurCheckIn *check_in = &g_array_index (check_ins, LueurCheckIn, i);
      guint sum = lueur_check_in_get_sum (check_in);
      const char *people = g_dpgettext2 (NULL, "time with people, in a line", much[check_in->people]);
      LueurChartItem item = { .value = sum };

      g_ptr_array_add (strings, lueur_words_day (check_in->day));
      item.name = g_ptr_array_index (strings, strings->len - 1);
      /* Translators: a sum from 3 to 9, and “none”, “little”, “some” or “much” */
      g_ptr_array_add (strings, lueur_sentence (_("%u of 9 · time with people: %s"), sum, people));
      item.text = g_ptr_array_index (strings, strings->len - 1);
      g_ptr_array_add (strings, lueur_words_day_short (check_in->day));
      item.label = g_ptr_array_index (strings, strings->len - 1);
      g_array_append_val (items, item);
    }
  lueur_chart_set_items (self->chart, LUEUR_CHART_LINE, (LueurChartItem *) (gpointer) items->data, items->len);
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurCheckInPage *self = LUEUR_CHECK_IN_PAGE (widget);
  LueurCheckIn check_in = { 0 };

  check_in.day = lueur_wellbeing_get_day (lueur_context_get_wellbeing (self->context));
  for (guint i = 0; i < LUEUR_CHECK_IN_ITEMS; i++)
    check_in.items[i] = adw_toggle_group_get_active (self->items[i]) + 1;
  check_in.people = adw_toggle_group_get_active (self->people);
  if (!lueur_check_in_is_valid (&check_in))
    return;
  lueur_records_add_check_in (lueur_context_get_records (self->context), &check_in);
  clear_answers (self);
  lueur_toast (widget, _("Kept, on this computer alone"));
}

static void
lueur_check_in_page_dispose (GObject *object)
{
  LueurCheckInPage *self = LUEUR_CHECK_IN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_CHECK_IN_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (lueur_check_in_page_parent_class)->dispose (object);
}

static void
lueur_check_in_page_class_init (LueurCheckInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_check_in_page_dispose;
  g_type_ensure (LUEUR_TYPE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/check-in-page.ui");
  for (guint i = 0; i < LUEUR_CHECK_IN_ITEMS; i++)
    {
      static const char *const names[] = { "item_0", "item_1", "item_2" };

      gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                                 G_STRUCT_OFFSET (LueurCheckInPage, items) +
                                                     (gssize) (i * sizeof (AdwToggleGroup *)));
    }
  gtk_widget_class_bind_template_child (widget_class, LueurCheckInPage, people);
  gtk_widget_class_bind_template_child (widget_class, LueurCheckInPage, trend);
  gtk_widget_class_bind_template_child (widget_class, LueurCheckInPage, chart);
  gtk_widget_class_bind_template_child (widget_class, LueurCheckInPage, offer_row);
  gtk_widget_class_bind_template_callback (widget_class, on_answer);
  gtk_widget_class_install_action (widget_class, "check-in.save", NULL, on_save);
}

static void
lueur_check_in_page_init (LueurCheckInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clear_answers (self);
  on_answer (self);
  lueur_chart_set_name (self->chart, _("Over the Months"));
  lueur_chart_set_scale (self->chart, 3, 9, (LueurChartTick[]){ { 3, "3" }, { 6, "6" }, { 9, "9" } }, 3);
}

void
lueur_check_in_page_set_context (LueurCheckInPage *self, LueurContext *context)
{
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_settings_bind (lueur_settings_get_gsettings (lueur_context_get_settings (context)), "check-in", self->offer_row,
                   "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (lueur_context_get_records (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
