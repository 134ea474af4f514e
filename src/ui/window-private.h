/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/chat/chat-view.h"
#include "ui/chat/sidebar.h"
#include "ui/start-failure.h"
#include "ui/window.h"

G_BEGIN_DECLS

struct _LueurWindow
{
  AdwApplicationWindow parent_instance;

  LueurContext *context;
  GHashTable *binned;  /* id -> what was put in the bin and may be taken back */
  gboolean ready;      /* the context is open */
  gboolean narrow;     /* one page at a time */
  gboolean cramped;    /* narrow, and the text large */
  gboolean hidden;     /* the person put the list away */
  guint spinner;
  gboolean holding;   /* pictures wait for the first frame */
  gboolean listed;    /* the list of conversations is there */
  guint tour;       /* source: the tour comes */
  guint offer;      /* source: asks how it goes with who is talked to */
  guint curtain;    /* source: shows the window even though it is not settled yet */
  gboolean settled; /* what it opens on is there, or will not come */
  guint refocus;       /* tick: @focus goes back where it was, */
  int refocus_frames;  /* within so many frames */
  GtkWidget *focus;    /* weak */

  GFile *coming;       /* (nullable): a card that waits until the window is ready */
  char *link;          /* (nullable): a link that does */
  AdwBanner *trouble;  /* (nullable): what is written is not kept */

  AdwToastOverlay *toasts;
  GtkBox *layout;
  GtkStack *states;
  AdwNavigationSplitView *split;
  AdwNavigationPage *content_page;
  GtkStack *content;
  LueurSidebar *sidebar;
  LueurChatView *chat;
};

/* Shows @conversation; NULL for none. @enter: also where one page is shown at a time. */
void lueur_window_open (LueurWindow *self, LueurConversation *conversation, gboolean enter);
/* The same, at one of its messages, which is marked for a moment. */
void lueur_window_open_at (LueurWindow *self, LueurConversation *conversation, gint64 message);
/* The conversations, or the welcome where there is nobody. */
void lueur_window_show_state (LueurWindow *self);
/* A new conversation with @persona, which is then open. */
void lueur_window_talk_to (LueurWindow *self, LueurPersona *persona);
/* To the bin, with an undo. */
void lueur_window_delete_companion (LueurWindow *self, LueurPersona *persona);
/* One page at a time, or two side by side. */
void lueur_window_apply_layout (LueurWindow *self);
/* Installs the actions of window-actions.c. */
void lueur_window_install_actions (GtkWidgetClass *widget_class);
void lueur_window_update_actions (LueurWindow *self);

G_END_DECLS
