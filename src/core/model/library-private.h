/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/library.h"

G_BEGIN_DECLS

struct _LueurLibrary
{
  GObject parent_instance;

  LueurStore *store;
  LueurClock *clock;
  GListStore *personas;      /* those that are shown */
  GListStore *everyone;      /* those that are put away, too */
  GListStore *conversations; /* latest first */
  GListStore *persons;       /* the main one first */
  GHashTable *by_id;         /* persona id -> LueurPersona, archived ones too */
  GHashTable *binned;        /* LueurPersona in the bin -> GPtrArray of its conversations */
  GHashTable *away;          /* id -> LueurConversation that was deleted since the start */
  GHashTable *drafts;        /* LueurConversation whose draft waits to be written */
  GHashTable *pending;       /* LueurMessage on its way to the store -> Pending */
  guint drafts_timeout;
  guint probe_timeout;
  gboolean trouble;          /* what is written is not kept */
  guint books_serial;        /* another one whenever somebody's lorebooks changed */
};

/* A date out of a file: not before there was one, not in the future. */
gint64 lueur_library_sane_date (LueurLibrary *self, gint64 date);
void   lueur_library_show_persons (LueurLibrary *self, GPtrArray *rows);
void   lueur_library_merge_persons (LueurLibrary *self, GPtrArray *rows);
/* (nullable) */
LueurPerson *lueur_library_find_person (LueurLibrary *self, gint64 id);
void   lueur_library_remember (LueurLibrary *self, LueurPersona *persona);
/* In the lists, as its "archived" says, the newest first. */
void   lueur_library_show_persona (LueurLibrary *self, LueurPersona *persona);
void   lueur_library_drop_persona (GListStore *list, LueurPersona *persona);
/* Puts @conversation where its date says, in one change of the list. */
void   lueur_library_place (LueurLibrary *self, LueurConversation *conversation);
void   lueur_library_take_out (LueurLibrary *self, LueurConversation *conversation);
/* Shows the end of the path that the store tells, keeping the objects that stay. */
void   lueur_library_show_page (LueurLibrary *self, LueurConversation *conversation, const LueurPage *page);
/* As the store tells it. (transfer full) */
LueurPersona    *lueur_library_persona_of (LueurLibrary *self, const char *body, gint64 id);
/* Puts what @shelf has in the place of all that is in the lists. */
void             lueur_library_show_shelf (LueurLibrary *self, const LueurShelf *shelf);
/* Adds to the lists what @shelf has and they do not. */
void             lueur_library_merge_shelf (LueurLibrary *self, const LueurShelf *shelf);
LueurMessageRow *lueur_library_row_of (LueurConversation *conversation, LueurMessage *message);
LueurMessage    *lueur_library_message_of (LueurLibrary *self, const LueurMessageRow *row);

void lueur_library_emit_books_changed (LueurLibrary *self, LueurPersona *persona);

/* The part of the object that library-messages.c owns. */
void     lueur_library_init_pending (LueurLibrary *self);
/* Whether messages of @conversation are on their way; if so @task waits until they are there, and @then is called. */
typedef void (*LueurLibraryThen) (GTask *task, const GError *error);
/* The same for one message. */
gboolean lueur_library_wait_message (LueurLibrary *self, LueurMessage *message, GTask *task, LueurLibraryThen then);
gboolean lueur_library_wait_pending (LueurLibrary *self, LueurConversation *conversation, GTask *task, LueurLibraryThen then);

G_END_DECLS
