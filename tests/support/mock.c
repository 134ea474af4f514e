/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/mock.h"

#include <gio/gio.h>
#include <string.h>

struct _LueurMock
{
  GSubprocess *process;
  guint port;
};

LueurMock *
lueur_mock_new (const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  LueurMock *self;

  g_ptr_array_add (argv, g_strdup ("python3"));
  g_ptr_array_add (argv, g_build_filename (LUEUR_TEST_SUPPORT_DIR, "mock-model.py", NULL));
  g_ptr_array_add (argv, g_strdup ("--until-eof"));
  for (; arguments != NULL && *arguments != NULL; arguments++)
    g_ptr_array_add (argv, g_strdup (*arguments));
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  if (line == NULL)
    return NULL;

  self = g_new0 (LueurMock, 1);
  self->process = g_steal_pointer (&process);
  self->port = (guint) g_ascii_strtoull (line, NULL, 10);
  return self;
}

void
lueur_mock_free (LueurMock *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_free (self);
}

guint
lueur_mock_get_port (LueurMock *self)
{
  return self->port;
}

char *
lueur_mock_get_base_url (LueurMock *self, const char *scenario)
{
  if (scenario == NULL)
    return g_strdup_printf ("http://127.0.0.1:%u/v1", self->port);
  return g_strdup_printf ("http://127.0.0.1:%u/s/%s/v1", self->port, scenario);
}

static char *
ask (LueurMock *self, const char *method, const char *path, const char *body)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autofree char *request = NULL;
  GInputStream *in;
  const char *rest;
  char buffer[8192];
  gssize n;

  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", (guint16) self->port, NULL, &error);
  g_assert_no_error (error);
  request = g_strdup_printf ("%s %s HTTP/1.0\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s", method, path,
                             strlen (body), body);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request, strlen (request), NULL,
                             NULL, &error);
  g_assert_no_error (error);
  in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  while ((n = g_input_stream_read (in, buffer, sizeof buffer, NULL, &error)) > 0)
    g_string_append_len (answer, buffer, n);
  g_assert_no_error (error);
  rest = strstr (answer->str, "\r\n\r\n");
  g_assert_nonnull (rest);
  return g_strdup (rest + 4);
}

char *
lueur_mock_get (LueurMock *self, const char *path)
{
  return ask (self, "GET", path, "");
}

char *
lueur_mock_post (LueurMock *self, const char *path, const char *body)
{
  return ask (self, "POST", path, body);
}

JsonArray *
lueur_mock_get_log (LueurMock *self)
{
  g_autofree char *text = lueur_mock_get (self, "/_log");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  return json_array_ref (json_node_get_array (node));
}
