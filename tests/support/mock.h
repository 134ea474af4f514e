/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * LueurMock:
 *
 * The model server of the tests (mock-model.py), as a process of its own that ends with the test.
 */
typedef struct _LueurMock LueurMock;

/* @arguments: (nullable): more of mock-model.py, NULL-terminated. Returns: (nullable): NULL when it does not start */
LueurMock *lueur_mock_new (const char *const *arguments);
void       lueur_mock_free (LueurMock *self);
guint      lueur_mock_get_port (LueurMock *self);
/* "http://127.0.0.1:PORT/v1", or with @scenario the address whose every request is answered so. (transfer full) */
char      *lueur_mock_get_base_url (LueurMock *self, const char *scenario);
/* Asks the server: blocking, over a socket of the test's own, so that the network under test is not used.
 * Both return (transfer full) the answer. */
char      *lueur_mock_get (LueurMock *self, const char *path);
char      *lueur_mock_post (LueurMock *self, const char *path, const char *body);
/* Requests seen so far, oldest first. (transfer full) */
JsonArray *lueur_mock_get_log (LueurMock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurMock, lueur_mock_free)

G_END_DECLS
