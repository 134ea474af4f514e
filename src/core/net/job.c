/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/job.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <string.h>

#include "core/error.h"
#include "core/net/scrub.h"
#include "lueur-config.h"

/* Once all that is wanted came, so long may the rest of the answer take for its connection to be kept. */
#define LINGER_MS 1000
#define MAX_RETRY_AFTER (24 * 60 * 60)

struct _LueurJob
{
  LueurTransfer *transfer;
  LueurChannel *channel;
  CURL *easy;
  struct curl_slist *headers;
  char problem[CURL_ERROR_SIZE];

  LueurHead head;
  GString *out;
  gsize n_header;
  gsize n_body;
  gint64 started_at;
  gint64 heard_at; /* 0 until a first byte came */
  gint64 linger_until;
  gboolean full;
  gboolean ended; /* the end was posted */
};

/* Whether the machine has a network at all besides itself. Cheap, and asks no service. */
static gboolean
has_network (void)
{
  struct ifaddrs *list = NULL;
  gboolean found = FALSE;

  if (getifaddrs (&list) != 0)
    return TRUE;
  for (struct ifaddrs *i = list; i != NULL && !found; i = i->ifa_next)
    found = i->ifa_addr != NULL && (i->ifa_flags & IFF_LOOPBACK) == 0 && (i->ifa_flags & IFF_RUNNING) != 0 &&
            (i->ifa_addr->sa_family == AF_INET || i->ifa_addr->sa_family == AF_INET6);
  freeifaddrs (list);
  return found;
}

static void
read_head (LueurJob *self)
{
  long status = 0;
  curl_off_t wait = 0;
  char *location = NULL;

  curl_easy_getinfo (self->easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo (self->easy, CURLINFO_RETRY_AFTER, &wait);
  curl_easy_getinfo (self->easy, CURLINFO_REDIRECT_URL, &location);
  self->head.status = (guint) CLAMP (status, 0, 999);
  self->head.retry_after = (guint) CLAMP (wait, 0, MAX_RETRY_AFTER);
  g_set_str (&self->head.location, location);
}

static void
post_text (LueurJob *self)
{
  if (self->out->len > 0)
    lueur_channel_post_text (self->channel, self->transfer, self->out);
  g_string_truncate (self->out, 0);
}

static void
post_end (LueurJob *self, GError *error)
{
  self->ended = TRUE;
  lueur_channel_post_end (self->channel, self->transfer, error);
}

/* The answer had at least a head: what it is worth, its reader knows. */
static void
end_answer (LueurJob *self, gboolean complete)
{
  LueurSink *sink = self->transfer->sink;
  GError *error = sink->klass->end (sink, &self->head, complete, self->out);

  post_text (self);
  post_end (self, error);
}

static GError *
fault (LueurJob *self, LueurFault code, const char *detail)
{
  const LueurRequestSpec *spec = lueur_request_get_spec (self->transfer->request);
  g_autofree char *line = lueur_scrub (detail, strlen (detail), spec->key);

  return g_error_new_literal (LUEUR_FAULT_ERROR, (gint) code, line);
}

/* There was no answer at all. */
static GError *
fault_from_code (LueurJob *self, CURLcode code)
{
  const char *detail = self->problem[0] != '\0' ? self->problem : curl_easy_strerror (code);

  switch ((int) code)
    {
    case CURLE_URL_MALFORMAT:
      return fault (self, LUEUR_FAULT_BAD_ADDRESS, detail);
    case CURLE_TOO_LARGE:
    case CURLE_OUT_OF_MEMORY:
      return fault (self, LUEUR_FAULT_TOO_MUCH, detail);
    case CURLE_UNSUPPORTED_PROTOCOL: /* the address was fine: something else than HTTP answered */
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
      return fault (self, LUEUR_FAULT_NOT_A_MODEL, detail);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
      if (!self->transfer->is_local && !has_network ())
        return fault (self, LUEUR_FAULT_OFFLINE, detail);
      return fault (self, LUEUR_FAULT_UNREACHABLE, detail);
    default:
      return fault (self, LUEUR_FAULT_UNREACHABLE, detail);
    }
}

static size_t
on_header (char *bytes, size_t size, size_t count, void *data)
{
  LueurJob *self = data;
  gsize length = size * count;

  self->heard_at = g_get_monotonic_time ();
  self->n_header += length;
  if (self->n_header > LUEUR_REQUEST_MAX_HEADERS)
    {
      self->full = TRUE;
      return 0;
    }
  return length;
}

static size_t
on_body (char *bytes, size_t size, size_t count, void *data)
{
  LueurJob *self = data;
  LueurSink *sink = self->transfer->sink;
  gsize length = size * count;

  if (self->ended) /* lingering */
    return length;

  self->heard_at = g_get_monotonic_time ();
  if (self->n_body == 0)
    read_head (self);
  self->n_body += length;
  if (self->n_body > lueur_request_get_spec (self->transfer->request)->max_body)
    {
      self->full = TRUE;
      return CURL_WRITEFUNC_ERROR;
    }

  switch (sink->klass->body (sink, &self->head, bytes, length, self->out))
    {
    case LUEUR_SINK_FULL:
      self->full = TRUE;
      return CURL_WRITEFUNC_ERROR;
    case LUEUR_SINK_DONE:
      end_answer (self, TRUE);
      self->linger_until = self->heard_at + LINGER_MS * 1000;
      return length;
    case LUEUR_SINK_MORE:
    default:
      post_text (self);
      return length;
    }
}

static void
set_up (LueurJob *self)
{
  const LueurRequestSpec *spec = lueur_request_get_spec (self->transfer->request);
  CURL *easy = self->easy;

  curl_easy_setopt (easy, CURLOPT_PRIVATE, self);
  curl_easy_setopt (easy, CURLOPT_URL, spec->url);
  curl_easy_setopt (easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt (easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt (easy, CURLOPT_SSL_VERIFYHOST, 2L);
  /* Always set, for libcurl would otherwise look into the environment. */
  curl_easy_setopt (easy, CURLOPT_PROXY, self->transfer->proxy != NULL ? self->transfer->proxy : "");
  curl_easy_setopt (easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  curl_easy_setopt (easy, CURLOPT_USERAGENT, "Lueur/" LUEUR_VERSION);
  curl_easy_setopt (easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (easy, CURLOPT_NOPROGRESS, 1L);
  curl_easy_setopt (easy, CURLOPT_TCP_KEEPALIVE, 1L);
  /* A name that does not resolve must hold up neither a cancel nor the end of the program. */
  curl_easy_setopt (easy, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt (easy, CURLOPT_CONNECTTIMEOUT_MS, (long) spec->connect_ms);
  curl_easy_setopt (easy, CURLOPT_ERRORBUFFER, self->problem);
  curl_easy_setopt (easy, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt (easy, CURLOPT_HEADERDATA, self);
  curl_easy_setopt (easy, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt (easy, CURLOPT_WRITEDATA, self);

  self->headers = curl_slist_append (self->headers, "Accept: application/json, text/event-stream");
  if (spec->key != NULL)
    {
      g_autofree char *line = g_strconcat ("Authorization: Bearer ", spec->key, NULL);

      self->headers = curl_slist_append (self->headers, line);
      explicit_bzero (line, strlen (line));
    }
  if (spec->body != NULL)
    {
      self->headers = curl_slist_append (self->headers, "Content-Type: application/json");
      self->headers = curl_slist_append (self->headers, "Expect:");
      curl_easy_setopt (easy, CURLOPT_POST, 1L);
      curl_easy_setopt (easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t) g_bytes_get_size (spec->body));
      curl_easy_setopt (easy, CURLOPT_POSTFIELDS, g_bytes_get_data (spec->body, NULL));
    }
  curl_easy_setopt (easy, CURLOPT_HTTPHEADER, self->headers);
}

/**
 * lueur_job_new:
 *
 * Returns: (transfer full): the handle that does @transfer, to be added to the multi
 */
LueurJob *
lueur_job_new (LueurTransfer *transfer, LueurChannel *channel)
{
  LueurJob *self = g_new0 (LueurJob, 1);

  self->transfer = lueur_transfer_ref (transfer);
  self->channel = lueur_channel_ref (channel);
  self->out = g_string_new (NULL);
  self->started_at = g_get_monotonic_time ();
  self->easy = curl_easy_init ();
  set_up (self);
  return self;
}

/* The handle must have left the multi. */
void
lueur_job_free (LueurJob *self)
{
  curl_easy_cleanup (self->easy);
  for (struct curl_slist *line = self->headers; line != NULL; line = line->next)
    explicit_bzero (line->data, strlen (line->data));
  curl_slist_free_all (self->headers);
  g_string_free (self->out, TRUE);
  g_free (self->head.location);
  lueur_transfer_unref (self->transfer);
  lueur_channel_unref (self->channel);
  g_free (self);
}

CURL *
lueur_job_get_easy (LueurJob *self)
{
  return self->easy;
}

LueurTransfer *
lueur_job_get_transfer (LueurJob *self)
{
  return self->transfer;
}

/**
 * lueur_job_get_deadline:
 *
 * Returns: the moment, in monotonic microseconds, at which the job has waited too long
 */
gint64
lueur_job_get_deadline (LueurJob *self)
{
  const LueurRequestSpec *spec = lueur_request_get_spec (self->transfer->request);
  gint64 quiet;

  if (self->ended)
    return self->linger_until;
  quiet = self->heard_at > 0 ? self->heard_at + (gint64) spec->stall_ms * 1000
                             : self->started_at + (gint64) spec->first_ms * 1000;
  return MIN (quiet, self->started_at + (gint64) spec->total_ms * 1000);
}

/**
 * lueur_job_expire:
 *
 * The deadline passed.
 */
void
lueur_job_expire (LueurJob *self, gint64 now)
{
  const LueurRequestSpec *spec = lueur_request_get_spec (self->transfer->request);

  if (self->ended)
    return;
  if (now >= self->started_at + (gint64) spec->total_ms * 1000)
    post_end (self, fault (self, LUEUR_FAULT_TOO_MUCH, "the answer took too long"));
  else if (self->n_body > 0)
    end_answer (self, FALSE);
  else
    post_end (self, fault (self, LUEUR_FAULT_UNREACHABLE, "no answer came in time"));
}

/**
 * lueur_job_finish:
 * @code: how libcurl ended the transfer
 */
void
lueur_job_finish (LueurJob *self, CURLcode code)
{
  if (self->ended)
    return;
  if (self->full)
    {
      post_end (self, fault (self, LUEUR_FAULT_TOO_MUCH, ""));
      return;
    }
  read_head (self);
  if (code == CURLE_OK || self->n_body > 0 || self->head.status >= 200)
    end_answer (self, code == CURLE_OK);
  else
    post_end (self, fault_from_code (self, code));
}
