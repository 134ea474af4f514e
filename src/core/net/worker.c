/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/worker.h"

#include <pthread.h>
#include <signal.h>

#include "core/net/job.h"

typedef enum
{
  COMMAND_START,
  COMMAND_CANCEL,
  COMMAND_QUIT,
} CommandKind;

typedef struct
{
  CommandKind kind;
  LueurTransfer *transfer;
} Command;

struct _LueurWorker
{
  LueurChannel *channel;
  GThread *thread;

  GMutex lock;
  GQueue commands;
  CURLM *multi; /* also used by the main thread, to wake the other one up, under the lock */

  GPtrArray *jobs; /* the network thread's */
};

#define IDLE_MS (60 * 60 * 1000)

static void
init_curl (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      curl_global_init (CURL_GLOBAL_DEFAULT);
      g_once_init_leave (&done, 1);
    }
}

static void
drop_job (LueurWorker *self, LueurJob *job)
{
  curl_multi_remove_handle (self->multi, lueur_job_get_easy (job));
  g_ptr_array_remove_fast (self->jobs, job);
}

static LueurJob *
find_job (LueurWorker *self, LueurTransfer *transfer)
{
  for (guint i = 0; i < self->jobs->len; i++)
    if (lueur_job_get_transfer (g_ptr_array_index (self->jobs, i)) == transfer)
      return g_ptr_array_index (self->jobs, i);
  return NULL;
}

/* Returns: FALSE to end the thread */
static gboolean
obey (LueurWorker *self)
{
  for (;;)
    {
      g_autofree Command *command = NULL;
      LueurJob *job;

      g_mutex_lock (&self->lock);
      command = g_queue_pop_head (&self->commands);
      g_mutex_unlock (&self->lock);
      if (command == NULL)
        return TRUE;

      switch (command->kind)
        {
        case COMMAND_START:
          job = lueur_job_new (command->transfer, self->channel);
          g_ptr_array_add (self->jobs, job);
          curl_multi_add_handle (self->multi, lueur_job_get_easy (job));
          break;
        case COMMAND_CANCEL:
          job = find_job (self, command->transfer);
          if (job != NULL)
            drop_job (self, job);
          break;
        case COMMAND_QUIT:
        default:
          return FALSE;
        }
      lueur_transfer_unref (command->transfer);
    }
}

static void
reap (LueurWorker *self)
{
  CURLMsg *message;
  int left;

  while ((message = curl_multi_info_read (self->multi, &left)) != NULL)
    if (message->msg == CURLMSG_DONE)
      {
        CURLcode code = message->data.result;
        LueurJob *job = NULL;

        curl_easy_getinfo (message->easy_handle, CURLINFO_PRIVATE, &job);
        lueur_job_finish (job, code);
        drop_job (self, job);
      }
}

/* Ends what waited too long. Returns: milliseconds until the next one might. */
static int
expire (LueurWorker *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 next = now + (gint64) IDLE_MS * 1000;

  for (guint i = self->jobs->len; i > 0; i--)
    {
      LueurJob *job = g_ptr_array_index (self->jobs, i - 1);
      gint64 deadline = lueur_job_get_deadline (job);

      if (deadline > now)
        next = MIN (next, deadline);
      else
        {
          lueur_job_expire (job, now);
          drop_job (self, job);
        }
    }
  return (int) ((next - now + 999) / 1000);
}

static gpointer
run (gpointer data)
{
  LueurWorker *self = data;
  sigset_t pipe_signal;
  CURLM *multi;

  /* A peer that hangs up must not end the program; libcurl guards its own writes, TLS libraries may not. */
  sigemptyset (&pipe_signal);
  sigaddset (&pipe_signal, SIGPIPE);
  pthread_sigmask (SIG_BLOCK, &pipe_signal, NULL);

  init_curl ();
  multi = curl_multi_init ();
  curl_multi_setopt (multi, CURLMOPT_MAXCONNECTS, 4L);
  g_mutex_lock (&self->lock);
  self->multi = multi;
  g_mutex_unlock (&self->lock);

  while (obey (self))
    {
      int running, wait_ms;

      curl_multi_perform (multi, &running);
      reap (self);
      wait_ms = expire (self);
      curl_multi_poll (multi, NULL, 0, wait_ms, NULL);
    }

  while (self->jobs->len > 0)
    drop_job (self, g_ptr_array_index (self->jobs, 0));
  g_mutex_lock (&self->lock);
  self->multi = NULL;
  g_mutex_unlock (&self->lock);
  curl_multi_cleanup (multi);
  return NULL;
}

static void
push (LueurWorker *self, CommandKind kind, LueurTransfer *transfer)
{
  Command *command = g_new (Command, 1);

  command->kind = kind;
  command->transfer = transfer != NULL ? lueur_transfer_ref (transfer) : NULL;
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->commands, command);
  if (self->multi != NULL)
    curl_multi_wakeup (self->multi);
  g_mutex_unlock (&self->lock);
}

/**
 * lueur_worker_new:
 * @channel: where answers are put
 */
LueurWorker *
lueur_worker_new (LueurChannel *channel)
{
  LueurWorker *self = g_new0 (LueurWorker, 1);

  self->channel = lueur_channel_ref (channel);
  g_mutex_init (&self->lock);
  g_queue_init (&self->commands);
  self->jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_job_free);
  return self;
}

/**
 * lueur_worker_start:
 *
 * Sends the request of @transfer. What comes of it is put in the channel, its end exactly once, unless
 * it is cancelled before.
 */
void
lueur_worker_start (LueurWorker *self, LueurTransfer *transfer)
{
  push (self, COMMAND_START, transfer);
  if (self->thread == NULL)
    self->thread = g_thread_new ("lueur-net", run, self);
}

/**
 * lueur_worker_cancel:
 *
 * Closes the connection of @transfer at once. One that ended already is ignored.
 */
void
lueur_worker_cancel (LueurWorker *self, LueurTransfer *transfer)
{
  push (self, COMMAND_CANCEL, transfer);
}

/**
 * lueur_worker_free:
 *
 * Closes every connection and waits for the thread, which waits for nobody.
 */
void
lueur_worker_free (LueurWorker *self)
{
  Command *command;

  if (self->thread != NULL)
    {
      push (self, COMMAND_QUIT, NULL);
      g_thread_join (self->thread);
    }
  while ((command = g_queue_pop_head (&self->commands)) != NULL)
    {
      g_clear_pointer (&command->transfer, lueur_transfer_unref);
      g_free (command);
    }
  g_ptr_array_unref (self->jobs);
  lueur_channel_unref (self->channel);
  g_mutex_clear (&self->lock);
  g_free (self);
}
