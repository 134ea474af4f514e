/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where Tab goes. What is one stop for Tab (a list, a group of choices) is left and entered as a whole: arrows move in it. */

#include "ui/inspect.h"

#define MOST 400
/* How far beside a widget its ring may be (px), and how many frames it may take to come. */
#define BESIDE 12
#define FRAMES 24

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
  guint timeout = g_timeout_add (1000, (GSourceFunc) on_late, &late);

  gdk_frame_clock_request_phase (frame_clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  gtk_widget_queue_draw (window);
  while (!painted && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_signal_handler_disconnect (frame_clock, handler);
}

typedef struct
{
  GBytes *bytes;
  gsize stride;
  int x;
  int y;
  int width;
  int height;
} Picture;

static void
picture_free (Picture *picture)
{
  g_bytes_unref (picture->bytes);
  g_free (picture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* A part of the window, or all of it where @around is NULL; NULL while it is being laid out. */
static Picture *
take (GtkWidget *window, GtkWidget *around)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  graphene_rect_t bounds, part;
  Picture *picture;

  /* The whole window: where nothing composes the screen it has a frame of its own. */
  if (!gtk_widget_compute_bounds (window, window, &bounds))
    return NULL;
  graphene_rect_init (&part, 0, 0, bounds.size.width, bounds.size.height);
  if (around != NULL)
    {
      graphene_rect_t place;

      if (!gtk_widget_compute_bounds (around, window, &place))
        return NULL;
      graphene_rect_inset (&place, -BESIDE, -BESIDE);
      graphene_rect_round_extents (&place, &place);
      if (!graphene_rect_intersection (&part, &place, &part))
        return NULL;
    }
  gdk_paintable_snapshot (paintable, snapshot, bounds.size.width, bounds.size.height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return NULL;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &part);
  downloader = gdk_texture_downloader_new (texture);
  picture = g_new0 (Picture, 1);
  picture->x = (int) part.origin.x;
  picture->y = (int) part.origin.y;
  picture->width = gdk_texture_get_width (texture);
  picture->height = gdk_texture_get_height (texture);
  picture->bytes = gdk_texture_downloader_download_bytes (downloader, &picture->stride);
  return picture;
}

/* A ring, a caret, a tint: some pixels of @part that are not as they were in @whole. */
static gboolean
differ (Picture *whole, Picture *part)
{
  const guint8 *before = g_bytes_get_data (whole->bytes, NULL), *now = g_bytes_get_data (part->bytes, NULL);
  guint n = 0;

  if (part->x + part->width > whole->width || part->y + part->height > whole->height)
    return TRUE;
  for (int y = 0; y < part->height; y++)
    {
      const guint32 *p = (const guint32 *) (before + (y + part->y) * whole->stride) + part->x;
      const guint32 *q = (const guint32 *) (now + y * part->stride);

      for (int x = 0; x < part->width; x++)
        n += p[x] != q[x];
    }
  return n >= 16;
}

/* Whether it can be seen that @focus has the focus: mostly in the next frame, and close by. A ring may grow, it may be
 * around more than the widget, and on a busy machine all takes longer: what is seen a little later is seen. */
static gboolean
can_be_seen (GtkWidget *window, GtkWidget *focus, Picture *bare)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      g_autoptr (Picture) lit = NULL;

      let_draw (window);
      /* A window that has just come up sorts its focus out meanwhile. */
      if (gtk_window_get_focus (GTK_WINDOW (window)) != focus)
        {
          gtk_window_set_focus (GTK_WINDOW (window), focus);
          gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
          continue;
        }
      lit = take (window, i % 4 < 3 ? focus : NULL);
      if (lit == NULL || differ (bare, lit))
        return TRUE;
    }
  return FALSE;
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
  g_autoptr (Picture) bare = NULL;
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
  for (guint i = 0; i < 3; i++)
    let_draw (GTK_WIDGET (window));
  bare = take (GTK_WIDGET (window), NULL);
  while (gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD) && n++ < MOST)
    {
      focus = gtk_window_get_focus (window);
      gtk_window_set_focus_visible (window, TRUE);
      /* From one link of a text to the next. */
      if (GTK_IS_LABEL (focus) && g_hash_table_contains (reached, focus))
        continue;
      if (focus != NULL && g_hash_table_contains (reached, focus))
        report (wrong, focus, "Tab comes back here and never leaves");
      if (focus == NULL || !g_hash_table_add (reached, focus))
        break;
      if (bare != NULL && !can_be_seen (GTK_WIDGET (window), focus, bare))
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
