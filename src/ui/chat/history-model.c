/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/history-model.h"

#include <gtk/gtk.h>

#include "ui/closures.h"

struct _LueurHistoryModel
{
  GObject parent_instance;

  LueurClock *clock;
  GTimeZone *zone;
  GListModel *messages;
  GPtrArray *items; /* of LueurChatItem: messages from @hidden on */
  guint hidden;     /* messages before the window */
};

static void list_model_iface_init (GListModelInterface *iface);
static void section_model_iface_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LueurHistoryModel, lueur_history_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

static LueurChatItem *
item_at (LueurHistoryModel *self, guint position)
{
  return g_ptr_array_index (self->items, position);
}

static gint64
time_of (LueurChatItem *item)
{
  return lueur_message_get_created_at (lueur_chat_item_get_message (item));
}

static gboolean
belong_together (LueurChatItem *earlier, LueurChatItem *later)
{
  LueurRole role = lueur_message_get_role (lueur_chat_item_get_message (earlier));

  return role != LUEUR_ROLE_SYSTEM && role == lueur_message_get_role (lueur_chat_item_get_message (later)) &&
         lueur_chat_item_get_day (earlier) == lueur_chat_item_get_day (later) &&
         ABS (time_of (later) - time_of (earlier)) <= LUEUR_HISTORY_GROUP_GAP;
}

/* A message's day is never before that of the one above it: a clock set back must not shuffle days. */
static guint
day_of (LueurHistoryModel *self, LueurChatItem *item, guint position)
{
  guint day = lueur_day_number (time_of (item), self->zone);
  guint above = position > 0 ? lueur_chat_item_get_day (item_at (self, position - 1)) : 0;

  return MAX (day, above);
}

/* Brings @n items from @position on, and both neighbours, up to date. Whether a day changed. */
static gboolean
place (LueurHistoryModel *self, guint position, guint n)
{
  guint end = MIN (position + n + 1, self->items->len);
  gboolean moved = FALSE;

  for (guint i = position; i < self->items->len; i++)
    {
      LueurChatItem *item = item_at (self, i);
      guint day = day_of (self, item, i);

      /* Past the new ones, days follow unless a later day came above them. */
      if (i >= end && day == lueur_chat_item_get_day (item))
        break;
      if (day != lueur_chat_item_get_day (item))
        {
          moved |= i >= position + n;
          lueur_chat_item_set_day (item, day);
          end = MAX (end, i + 1);
        }
    }
  end = MIN (end + 1, self->items->len);
  for (guint i = position > 0 ? position - 1 : 0; i < end; i++)
    {
      LueurChatItem *item = item_at (self, i);
      gboolean newest = i + 1 == self->items->len;

      lueur_chat_item_place (item, i == 0 || !belong_together (item_at (self, i - 1), item),
                             newest || !belong_together (item, item_at (self, i + 1)), newest);
    }
  return moved;
}

static LueurChatItem *
make_item (LueurHistoryModel *self, guint message_position)
{
  g_autoptr (LueurMessage) message = g_list_model_get_item (self->messages, message_position);

  return lueur_chat_item_new (message);
}

static void
announce (LueurHistoryModel *self, guint position, guint removed, guint added, gboolean days_moved)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (days_moved && self->items->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->items->len);
}

static void
on_items_changed (GListModel *messages, guint position, guint removed, guint added, LueurHistoryModel *self)
{
  guint shown_removed = 0, shown_added = added, at;
  gboolean days_moved;

  /* What comes or goes above the window stays above it. */
  if (position < self->hidden)
    {
      guint above = MIN (removed, self->hidden - position);

      self->hidden -= above;
      shown_removed = removed - above;
      if (shown_removed == 0)
        {
          self->hidden += added;
          return;
        }
      at = 0;
    }
  else if (position == self->hidden && self->hidden == 0 && removed == 0 && self->items->len > 0)
    {
      /* Older messages were read; they wait above the window until it is opened. */
      self->hidden = added;
      return;
    }
  else
    {
      shown_removed = removed;
      at = position - self->hidden;
    }

  /* A whole new list: begin with its end. */
  if (shown_removed == self->items->len && added > LUEUR_HISTORY_WINDOW)
    {
      shown_added = LUEUR_HISTORY_WINDOW;
      self->hidden += added - shown_added;
    }

  if (shown_removed > 0)
    g_ptr_array_remove_range (self->items, at, shown_removed);
  for (guint i = 0; i < shown_added; i++)
    g_ptr_array_insert (self->items, at + i, make_item (self, self->hidden + at + i));
  days_moved = place (self, at, shown_added);
  announce (self, at, shown_removed, shown_added, days_moved);
}

static GType
get_item_type (GListModel *model)
{
  return LUEUR_TYPE_CHAT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return LUEUR_HISTORY_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LueurHistoryModel *self = LUEUR_HISTORY_MODEL (model);

  return position < self->items->len ? g_object_ref (item_at (self, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *out_start, guint *out_end)
{
  LueurHistoryModel *self = LUEUR_HISTORY_MODEL (model);
  guint low, high, day;

  if (position >= self->items->len)
    {
      *out_start = self->items->len;
      *out_end = G_MAXUINT;
      return;
    }

  /* Days never go back along the list: both ends are found by halving. */
  day = lueur_chat_item_get_day (item_at (self, position));
  for (low = 0, high = position; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (lueur_chat_item_get_day (item_at (self, middle)) < day)
        low = middle + 1;
      else
        high = middle;
    }
  *out_start = low;
  for (low = position + 1, high = self->items->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (lueur_chat_item_get_day (item_at (self, middle)) > day)
        high = middle;
      else
        low = middle + 1;
    }
  *out_end = low;
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
lueur_history_model_dispose (GObject *object)
{
  LueurHistoryModel *self = LUEUR_HISTORY_MODEL (object);

  if (self->messages != NULL)
    g_signal_handlers_disconnect_by_func (self->messages, on_items_changed, self);
  g_clear_object (&self->messages);
  g_ptr_array_set_size (self->items, 0);

  G_OBJECT_CLASS (lueur_history_model_parent_class)->dispose (object);
}

static void
lueur_history_model_finalize (GObject *object)
{
  LueurHistoryModel *self = LUEUR_HISTORY_MODEL (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (lueur_history_model_parent_class)->finalize (object);
}

static void
lueur_history_model_class_init (LueurHistoryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_history_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_history_model_finalize;
}

static void
lueur_history_model_init (LueurHistoryModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lueur_history_model_new:
 * @clock: whose zone says where a day begins
 *
 * Returns: (transfer full): an empty history
 */
LueurHistoryModel *
lueur_history_model_new (LueurClock *clock)
{
  LueurHistoryModel *self = g_object_new (LUEUR_TYPE_HISTORY_MODEL, NULL);

  self->clock = g_object_ref (clock);
  self->zone = lueur_clock_get_timezone (clock);
  return self;
}

/**
 * lueur_history_model_set_messages:
 * @messages: (nullable): a list of [class@Message], oldest first
 *
 * Shows the end of @messages.
 */
void
lueur_history_model_set_messages (LueurHistoryModel *self, GListModel *messages)
{
  guint removed = self->items->len, n;

  if (self->messages == messages)
    return;
  if (self->messages != NULL)
    g_signal_handlers_disconnect_by_func (self->messages, on_items_changed, self);
  g_set_object (&self->messages, messages);
  g_ptr_array_set_size (self->items, 0);

  n = messages != NULL ? g_list_model_get_n_items (messages) : 0;
  self->hidden = n > LUEUR_HISTORY_WINDOW ? n - LUEUR_HISTORY_WINDOW : 0;
  for (guint i = self->hidden; i < n; i++)
    g_ptr_array_add (self->items, make_item (self, i));
  place (self, 0, self->items->len);
  if (messages != NULL)
    g_signal_connect (messages, "items-changed", G_CALLBACK (on_items_changed), self);
  announce (self, 0, removed, self->items->len, FALSE);
}

/**
 * lueur_history_model_get_messages:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
GListModel *
lueur_history_model_get_messages (LueurHistoryModel *self)
{
  return self->messages;
}

/**
 * lueur_history_model_get_n_hidden:
 *
 * Returns: how many loaded messages wait above the window
 */
guint
lueur_history_model_get_n_hidden (LueurHistoryModel *self)
{
  return self->hidden;
}

/**
 * lueur_history_model_reveal:
 * @n: how many more to show
 *
 * Opens the window towards the past.
 *
 * Returns: how many were added above, fewer than @n when there are no more
 */
guint
lueur_history_model_reveal (LueurHistoryModel *self, guint n)
{
  gboolean days_moved;

  n = MIN (n, self->hidden);
  if (n == 0)
    return 0;
  self->hidden -= n;
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->items, i, make_item (self, self->hidden + i));
  days_moved = place (self, 0, n);
  announce (self, 0, 0, n, days_moved);
  return n;
}

/**
 * lueur_history_model_update_days:
 *
 * Tells days anew, in the zone the clock is in now.
 */
void
lueur_history_model_update_days (LueurHistoryModel *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = lueur_clock_get_timezone (self->clock);
  for (guint i = 0; i < self->items->len; i++)
    lueur_chat_item_set_day (item_at (self, i), 0);
  place (self, 0, self->items->len);
  if (self->items->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->items->len);
}
