/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where Tab goes. What is one stop for Tab (a list, a group of choices) is left and entered as a whole: arrows move in it. */

#include "ui/inspect.h"

#define MOST 400

/* Whether arrows come from @reached to @widget: both in one list, grid or group. */
static gboolean
shares_stop (GtkWidget *widget, GHashTable *reached)
{
  static GType (*const groups[]) (void) = { gtk_list_box_get_type, gtk_flow_box_get_type, gtk_list_base_get_type,
                                            adw_toggle_group_get_type, adw_view_switcher_get_type,
                                            gtk_stack_switcher_get_type };
  GHashTableIter iter;
  gpointer other;
  GType tiles = g_type_from_name ("LueurTiles");

  if (tiles != 0 && gtk_widget_get_ancestor (widget, tiles) != NULL)
    {
      GtkWidget *group = gtk_widget_get_ancestor (widget, tiles);

      g_hash_table_iter_init (&iter, reached);
      while (g_hash_table_iter_next (&iter, &other, NULL))
        if (gtk_widget_is_ancestor (other, group))
          return TRUE;
    }
  g_hash_table_iter_init (&iter, reached);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      if (gtk_widget_is_ancestor (other, widget) || gtk_widget_is_ancestor (widget, other))
        return TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        {
          GtkWidget *group = gtk_widget_get_ancestor (widget, groups[i] ());

          if (group != NULL && gtk_widget_is_ancestor (other, group))
            return TRUE;
        }
      if (GTK_IS_CHECK_BUTTON (widget) && GTK_IS_CHECK_BUTTON (other) &&
          gtk_widget_get_parent (widget) == gtk_widget_get_parent (other))
        return TRUE;
    }
  return FALSE;
}

/* --- What can be seen of it ---------------------------------------------------------------------- */

static void
on_painted (GdkFrameClock *frame_clock, gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
on_late (gboolean *late)
{
  *late = TRUE;
  return G_SOURCE_CONTINUE;
}

/* One more frame: styles follow the focus there. */
static void
let_draw (GtkWidget *window)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE, late = FALSE;
  gulong handler = g_signal_connect (frame_clock, "after-paint", G_CALLBACK (on_painted), &painted);
  guint timeout = g_timeout_add (300, (GSourceFunc) on_late, &late);

  gdk_frame_clock_request_phase (frame_clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  gtk_widget_queue_draw (window);
  while (!painted && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_signal_handler_disconnect (frame_clock, handler);
}

static GBytes *
take (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  graphene_rect_t bounds;
  gsize stride;

  /* A ring grows: some frames later it is there. */
  for (guint i = 0; i < 6; i++)
    let_draw (window);
  /* The whole window: where nothing composes the screen it has a frame of its own. */
  if (!gtk_widget_compute_bounds (window, window, &bounds))
    return NULL;
  gdk_paintable_snapshot (paintable, snapshot, bounds.size.width, bounds.size.height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return NULL;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, bounds.size.width, bounds.size.height));
  downloader = gdk_texture_downloader_new (texture);
  return gdk_texture_downloader_download_bytes (downloader, &stride);
}

/* A ring, a caret, a tint: some pixels that are not as they were. */
static gboolean
differ (GBytes *a, GBytes *b)
{
  gsize size, other;
  const guint32 *p = g_bytes_get_data (a, &size), *q = g_bytes_get_data (b, &other);
  guint n = 0;

  if (size != other)
    return TRUE;
  for (gsize i = 0; i < size / 4; i++)
    n += p[i] != q[i];
  return n >= 16;
}

/* --- Going around -------------------------------------------------------------------------------- */

static void
report (GPtrArray *wrong, GtkWidget *widget, const char *what)
{
  g_autofree char *name = lueur_inspect_describe (widget);

  g_ptr_array_add (wrong, g_strdup_printf ("%s: %s", name, what));
}

/* A bar of tools is one stop for Tab, and arrows have to move in it: from where Tab came, the way that they go. */
static void
follow_arrows (GHashTable *reached)
{
  g_autofree gpointer *tabbed = g_hash_table_get_keys_as_array (reached, NULL);

  for (guint i = 0; tabbed[i] != NULL; i++)
    {
      GtkWidget *bar = gtk_widget_get_parent (tabbed[i]);

      while (bar != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (bar)) != GTK_ACCESSIBLE_ROLE_TOOLBAR)
        bar = gtk_widget_get_parent (bar);
      if (bar == NULL)
        continue;
      for (guint back = 0; back < 2; back++)
        {
          gtk_widget_grab_focus (tabbed[i]);
          for (guint n = 0; n < MOST && gtk_widget_child_focus (bar, back ? GTK_DIR_LEFT : GTK_DIR_RIGHT); n++)
            g_hash_table_add (reached, gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (bar))));
        }
    }
}

static void
look_for_unreached (GtkWidget *widget, GtkWidget *root, GHashTable *reached, GPtrArray *wrong)
{
  graphene_rect_t bounds;

  /* Windows and dialogs are closed by keys of their own. */
  if (!gtk_widget_get_mapped (widget) || g_str_equal (gtk_widget_get_css_name (widget), "windowcontrols"))
    return;
  /* What stands in a popover is reached from its button, and seen only then. */
  if (GTK_IS_POPOVER (widget))
    return;
  if ((lueur_inspect_is_target (widget) || GTK_IS_TEXT_VIEW (widget)) && gtk_widget_get_focusable (widget) &&
      lueur_inspect_get_visible (widget, root, &bounds) && !g_hash_table_contains (reached, widget) &&
      !shares_stop (widget, reached))
    report (wrong, widget, "Tab never comes here");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_for_unreached (child, root, reached, wrong);
}

void
lueur_inspect_focus (GtkWidget *root, GPtrArray *wrong)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (root));
  GtkWidget *before = gtk_window_get_focus (window), *focus;
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) bare = NULL;
  guint n = 0;

  /* A window goes around for ever; what is in it ends. And it begins at the beginning, not where the focus was last. */
  if (GTK_IS_WINDOW (root))
    root = gtk_window_get_child (window);
  for (GtkWidget *child, *up = root; up != NULL; up = child)
    {
      child = gtk_widget_get_focus_child (up);
      gtk_widget_set_focus_child (up, NULL);
    }
  gtk_window_set_focus_visible (window, TRUE);
  gtk_window_set_focus (window, NULL);
  bare = take (GTK_WIDGET (window));
  while (gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD) && n++ < MOST)
    {
      g_autoptr (GBytes) lit = NULL;

      focus = gtk_window_get_focus (window);
      gtk_window_set_focus_visible (window, TRUE);
      /* From one link of a text to the next. */
      if (GTK_IS_LABEL (focus) && g_hash_table_contains (reached, focus))
        continue;
      if (focus != NULL && g_hash_table_contains (reached, focus))
        report (wrong, focus, "Tab comes back here and never leaves");
      if (focus == NULL || !g_hash_table_add (reached, focus))
        break;
      lit = take (GTK_WIDGET (window));
      /* A window that has just come up sorts its focus out meanwhile. */
      for (guint i = 0; i < 5 && gtk_window_get_focus (window) != focus; i++)
        {
          gtk_window_set_focus (window, focus);
          gtk_window_set_focus_visible (window, TRUE);
          g_clear_pointer (&lit, g_bytes_unref);
          lit = take (GTK_WIDGET (window));
        }
      /* On a busy machine it may take longer: what is seen a little later is seen. */
      if (bare != NULL && lit != NULL && !differ (bare, lit))
        {
          for (guint i = 0; i < 20; i++)
            let_draw (GTK_WIDGET (window));
          g_bytes_unref (lit);
          lit = take (GTK_WIDGET (window));
        }
      if (bare != NULL && lit != NULL && !differ (bare, lit))
        report (wrong, focus, "has the focus, and it cannot be seen");
    }
  if (n == 0)
    {
      /* A page without anything to press has at least a header bar. */
      report (wrong, root, "Tab comes to nothing");
      return;
    }
  follow_arrows (reached);
  look_for_unreached (root, root, reached, wrong);
  gtk_window_set_focus (window, before);
}
