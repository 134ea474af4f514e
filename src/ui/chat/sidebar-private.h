/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of the list of conversations share. */

#include "ui/chat/sidebar.h"

#include "core/context.h"

G_BEGIN_DECLS

struct _LueurSidebar
{
  GtkWidget parent_instance;

  LueurContext *context;
  GtkSingleSelection *selection;
  GtkFilter *filter;
  LueurConversation *selected;
  GSignalGroup *said; /* of @selected */
  GPtrArray *rows; /* of LueurSidebarRow, those on screen */
  guint times;     /* timeout of the clock */
  gboolean settling;
  gboolean listed; /* @companions shows who there is */

  GListModel *results;      /* (nullable): of LueurSearchResult */
  char *asked;              /* (nullable): what @results are of, or will be */
  GCancellable *searching;  /* (nullable): they are looked for */
  gboolean enter;           /* the first of them opens when they come */
  GtkWidget *before;        /* (weak) (nullable): what had the focus */

  GtkListView *list;
  GtkListView *found;
  GtkSearchBar *search_bar;
  GtkWidget *search_button;
  GtkEditable *search;
  GtkStack *stack;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkMenuButton *new_button;
  GtkListBox *companions;
  GtkPopover *companions_popover;
};

/* --- sidebar.c --- */

/* The list, what was found, or why there is neither. */
void                lueur_sidebar_show_page (LueurSidebar *self);
/* (transfer full): of rows that tell the time anew; @bind and @unbind give each what it is of */
GtkListItemFactory *lueur_sidebar_make_factory (LueurSidebar *self, GCallback bind, GCallback unbind);

/* --- sidebar-search.c --- */

void     lueur_sidebar_bind_search (GtkWidgetClass *widget_class);
void     lueur_sidebar_init_search (LueurSidebar *self);
/* Once there is a context. */
void     lueur_sidebar_begin_search (LueurSidebar *self);
void     lueur_sidebar_dispose_search (LueurSidebar *self);
gboolean lueur_sidebar_is_searching (LueurSidebar *self);
void     lueur_sidebar_look (LueurSidebar *self);

/* --- sidebar-companions.c --- */

void lueur_sidebar_bind_companions (GtkWidgetClass *widget_class);
void lueur_sidebar_init_companions (LueurSidebar *self);

G_END_DECLS
