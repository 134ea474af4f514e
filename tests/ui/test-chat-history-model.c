/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, groups and the window of a conversation, as a list model. */

#include <gtk/gtk.h>

#include "core/model/message-private.h"
#include "support/fake-clock.h"
#include "ui/chat/history-model.h"

typedef struct
{
  LueurFakeClock *clock;
  GListStore *messages;
  LueurHistoryModel *model;
  GPtrArray *mirror; /* what a view believes, told by items-changed alone */
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  g_assert_cmpuint (position + removed, <=, f->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (f->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (f->mirror, position + i, g_list_model_get_item (model, position + i));
}

/* @minute: since 1 March 2025, 00:00 in Paris */
static LueurMessage *
make (LueurRole role, int minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) start = g_date_time_new (zone, 2025, 3, 1, 0, 0, 0);
  LueurMessage *message = lueur_message_new (role, "x");

  lueur_message_set_created_at (message, g_date_time_to_unix_usec (start) + minute * G_TIME_SPAN_MINUTE);
  return message;
}

static void
add (Fixture *f, LueurRole role, int minute)
{
  g_autoptr (LueurMessage) message = make (role, minute);

  g_list_store_append (f->messages, message);
}

static LueurChatItem *
item (Fixture *f, guint position)
{
  g_autoptr (LueurChatItem) found = g_list_model_get_item (G_LIST_MODEL (f->model), position);

  g_assert_nonnull (found);
  return found;
}

/* The model is the same as one made from scratch, for every item, and a view was told of every change. */
static void
check (Fixture *f)
{
  g_autoptr (LueurHistoryModel) fresh = lueur_history_model_new (LUEUR_CLOCK (f->clock));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (f->model));

  g_assert_cmpuint (f->mirror->len, ==, n);
  g_assert_cmpuint (lueur_history_model_get_n_hidden (f->model) + n, ==,
                    g_list_model_get_n_items (G_LIST_MODEL (f->messages)));
  lueur_history_model_set_messages (fresh, G_LIST_MODEL (f->messages));
  while (g_list_model_get_n_items (G_LIST_MODEL (fresh)) < n && lueur_history_model_reveal (fresh, 1) > 0)
    ;

  for (guint i = 0; i < n; i++)
    {
      LueurChatItem *have = item (f, i);
      guint from = g_list_model_get_n_items (G_LIST_MODEL (fresh)) - n;
      g_autoptr (LueurChatItem) want = g_list_model_get_item (G_LIST_MODEL (fresh), from + i);
      guint start, end;

      g_assert_true (have == g_ptr_array_index (f->mirror, i));
      g_assert_true (lueur_chat_item_get_message (have) == lueur_chat_item_get_message (want));
      g_assert_cmpuint (lueur_chat_item_get_day (have), ==, lueur_chat_item_get_day (want));
      if (from == 0)
        {
          g_assert_cmpint (lueur_chat_item_get_first (have), ==, lueur_chat_item_get_first (want));
          g_assert_cmpint (lueur_chat_item_get_last (have), ==, lueur_chat_item_get_last (want));
        }
      g_assert_cmpint (lueur_chat_item_get_newest (have), ==, i + 1 == n);

      gtk_section_model_get_section (GTK_SECTION_MODEL (f->model), i, &start, &end);
      g_assert_cmpuint (start, <=, i);
      g_assert_cmpuint (end, >, i);
      g_assert_cmpuint (lueur_chat_item_get_day (item (f, start)), ==, lueur_chat_item_get_day (have));
      g_assert_cmpuint (lueur_chat_item_get_day (item (f, end - 1)), ==, lueur_chat_item_get_day (have));
      if (start > 0)
        g_assert_cmpuint (lueur_chat_item_get_day (item (f, start - 1)), !=, lueur_chat_item_get_day (have));
      if (end < n)
        g_assert_cmpuint (lueur_chat_item_get_day (item (f, end)), !=, lueur_chat_item_get_day (have));
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2025, 3, 1, 12, 0);
  f->messages = g_list_store_new (LUEUR_TYPE_MESSAGE);
  f->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  f->model = lueur_history_model_new (LUEUR_CLOCK (f->clock));
  g_signal_connect (f->model, "items-changed", G_CALLBACK (on_items_changed), f);
  lueur_history_model_set_messages (f->model, G_LIST_MODEL (f->messages));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->mirror);
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->messages);
  g_object_unref (f->clock);
}

static void
test_groups (Fixture *f, gconstpointer data)
{
  add (f, LUEUR_ROLE_COMPANION, 600);
  add (f, LUEUR_ROLE_USER, 601);
  add (f, LUEUR_ROLE_USER, 602);
  add (f, LUEUR_ROLE_USER, 620); /* a while later: another group */
  add (f, LUEUR_ROLE_SYSTEM, 621);
  add (f, LUEUR_ROLE_SYSTEM, 621); /* what the app says stands alone */
  check (f);

#define assert_place(position, is_first, is_last)                                    \
  G_STMT_START                                                                       \
  {                                                                                  \
    g_assert_cmpint (lueur_chat_item_get_first (item (f, position)), ==, is_first);  \
    g_assert_cmpint (lueur_chat_item_get_last (item (f, position)), ==, is_last);    \
  }                                                                                  \
  G_STMT_END
  assert_place (0, TRUE, TRUE);
  assert_place (1, TRUE, FALSE);
  assert_place (2, FALSE, TRUE);
  assert_place (3, TRUE, TRUE);
  assert_place (4, TRUE, TRUE);
  assert_place (5, TRUE, TRUE);

  /* What stood between two goes, and they join. */
  g_list_store_remove (f->messages, 3);
  add (f, LUEUR_ROLE_USER, 625);
  check (f);
  add (f, LUEUR_ROLE_USER, 626);
  check (f);
  assert_place (5, TRUE, FALSE);
  assert_place (6, FALSE, TRUE);
#undef assert_place
}

static void
test_days (Fixture *f, gconstpointer data)
{
  guint start, end;

  add (f, LUEUR_ROLE_USER, 23 * 60 + 59);
  add (f, LUEUR_ROLE_USER, 24 * 60 + 1); /* two minutes and a day later */
  add (f, LUEUR_ROLE_USER, 24 * 60 + 2);
  check (f);
  gtk_section_model_get_section (GTK_SECTION_MODEL (f->model), 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 1);
  g_assert_true (lueur_chat_item_get_last (item (f, 0)));
  g_assert_true (lueur_chat_item_get_first (item (f, 1)));

  /* A clock that was set back: the day goes on, it does not come again. */
  add (f, LUEUR_ROLE_USER, 23 * 60);
  add (f, LUEUR_ROLE_USER, 24 * 60 + 3);
  check (f);
  gtk_section_model_get_section (GTK_SECTION_MODEL (f->model), 3, &start, &end);
  g_assert_cmpuint (start, ==, 1);
  g_assert_cmpuint (end, ==, 5);

  /* Past the end there is no section. */
  gtk_section_model_get_section (GTK_SECTION_MODEL (f->model), 5, &start, &end);
  g_assert_cmpuint (start, ==, 5);
  g_assert_cmpuint (end, ==, G_MAXUINT);
}

/* In Tokyo the same messages fall on one day. */
static void
test_travel (Fixture *f, gconstpointer data)
{
  guint start, end;

  add (f, LUEUR_ROLE_USER, 23 * 60);
  add (f, LUEUR_ROLE_USER, 24 * 60 + 30);
  lueur_fake_clock_set_zone (f->clock, "Asia/Tokyo");
  lueur_history_model_update_days (f->model);
  gtk_section_model_get_section (GTK_SECTION_MODEL (f->model), 0, &start, &end);
  g_assert_cmpuint (end, ==, 2);
  check (f);
}

static void
test_window (Fixture *f, gconstpointer data)
{
  g_autoptr (GListStore) many = g_list_store_new (LUEUR_TYPE_MESSAGE);

  for (int i = 0; i < 10000; i++)
    {
      g_autoptr (LueurMessage) message = make (i % 2 == 0 ? LUEUR_ROLE_USER : LUEUR_ROLE_COMPANION, i * 7);

      g_list_store_append (many, message);
    }
  g_set_object (&f->messages, many);
  lueur_history_model_set_messages (f->model, G_LIST_MODEL (f->messages));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, LUEUR_HISTORY_WINDOW);
  g_assert_true (lueur_chat_item_get_newest (item (f, LUEUR_HISTORY_WINDOW - 1)));

  /* Something is said: the window grows with it. */
  add (f, LUEUR_ROLE_USER, 70001);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, LUEUR_HISTORY_WINDOW + 1);

  while (lueur_history_model_reveal (f->model, 1000) > 0)
    ;
  g_assert_cmpuint (lueur_history_model_reveal (f->model, 1000), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 10001);
  check (f);
}

/* Older ones that were read from disk wait until they are asked for. */
static void
test_older (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) older = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < 3; i++)
    add (f, LUEUR_ROLE_USER, 3000 + i);
  for (int i = 0; i < 200; i++)
    g_ptr_array_add (older, make (LUEUR_ROLE_USER, i));
  g_list_store_splice (f->messages, 0, 0, older->pdata, older->len);
  g_assert_cmpuint (f->mirror->len, ==, 3);
  g_assert_cmpuint (lueur_history_model_get_n_hidden (f->model), ==, 200);
  g_list_store_splice (f->messages, 0, 0, older->pdata, 5);
  g_assert_cmpuint (lueur_history_model_get_n_hidden (f->model), ==, 205);
  g_assert_cmpuint (lueur_history_model_reveal (f->model, 40), ==, 40);
  g_assert_cmpuint (f->mirror->len, ==, 43);
  g_assert_true (lueur_chat_item_get_newest (item (f, 42)));
}

/* A thousand changes at random: never wrong, never told wrongly. */
static void
test_random (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  int minute = 0;

  for (guint round = 0; round < 1000; round++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (f->messages));

      switch (g_rand_int_range (rand, 0, 8))
        {
        case 0:
          lueur_history_model_reveal (f->model, g_rand_int_range (rand, 1, 20));
          break;
        case 1:
          {
            /* A swipe: what follows goes, something else comes. */
            guint position = n > 0 ? g_rand_int_range (rand, 0, n) : 0;
            g_autoptr (LueurMessage) message = make (LUEUR_ROLE_COMPANION, minute);
            gpointer additions[] = { message };

            g_list_store_splice (f->messages, position, n - position, additions, 1);
            break;
          }
        case 2:
          if (n > 0)
            g_list_store_remove (f->messages, g_rand_int_range (rand, 0, n));
          break;
        default:
          minute += g_rand_int_range (rand, 0, 400);
          add (f, g_rand_int_range (rand, 0, 3), minute);
        }
      check (f);
    }
}

static void
test_swap (Fixture *f, gconstpointer data)
{
  g_autoptr (GListStore) other = g_list_store_new (LUEUR_TYPE_MESSAGE);

  add (f, LUEUR_ROLE_USER, 1);
  lueur_history_model_set_messages (f->model, G_LIST_MODEL (other));
  g_assert_cmpuint (f->mirror->len, ==, 0);
  /* The one before is heard no more. */
  add (f, LUEUR_ROLE_USER, 2);
  g_assert_cmpuint (f->mirror->len, ==, 0);
  lueur_history_model_set_messages (f->model, NULL);
  g_assert_null (lueur_history_model_get_messages (f->model));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/history-model/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("groups", test_groups);
  ADD ("days", test_days);
  ADD ("travel", test_travel);
  ADD ("window", test_window);
  ADD ("older", test_older);
  ADD ("random", test_random);
  ADD ("swap", test_swap);
#undef ADD

  return g_test_run ();
}
