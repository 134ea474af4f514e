/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Turning the default main context in tests: always towards something, always with an end. They work
 * the same in a test with GTK, whose events come through that context too.
 */

typedef gboolean (*LueurTestPredicate) (gpointer data);

/*
 * Turns the main context until @predicate holds or @timeout_ms went by; whether it holds. What it asks may change
 * outside this process (a server's log): it is asked again some fifty times a second, whatever the context has to do.
 *
 * The time that counts is the time in which this process could do something: a turn that takes long (a heavy frame, a
 * machine that does other things) counts as a short one. So what needs so many frames gets them on a busy machine too.
 */
gboolean lueur_test_wait_until (LueurTestPredicate predicate, gpointer data, guint timeout_ms);
/* The same for a flag that a callback sets. */
gboolean lueur_test_wait_flag (const gboolean *flag, guint timeout_ms);
/* Turns the main context for @ms, for "and nothing more happens". */
void     lueur_test_spin (guint ms);
/* Dispatches all that is ready now and returns; waits for nothing. */
void     lueur_test_drain (void);

/*
 * An asynchronous call, waited for; the variable named first holds its result:
 *
 *   LUEUR_TEST_CALL (done, thing_do, thing, 3);
 *   thing_do_finish (thing, done, &error);
 *
 * It fails the test after ten seconds.
 */
#define LUEUR_TEST_CALL(result, call, ...) \
  g_autoptr (GAsyncResult) result = NULL; \
  call##_async (__VA_ARGS__, NULL, lueur_test_keep_result, &result); \
  lueur_test_await (&result)

/* What it is made of, for calls with other arguments. */
void lueur_test_keep_result (GObject *source, GAsyncResult *result, gpointer slot);
void lueur_test_await (GAsyncResult **slot);

/*
 * Microseconds of processor time that this process has used: for "this input makes no work without an end". Unlike
 * the hour, it is the same on a machine that does other things too.
 */
gint64 lueur_test_cpu_time (void);

/* Waits until @object notifies @property; whether it did within @timeout_ms. */
gboolean lueur_test_wait_notify (gpointer object, const char *property, guint timeout_ms);

G_END_DECLS
