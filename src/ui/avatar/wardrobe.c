/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding and keeping figures. Taking them in: wardrobe-import.c. */

#include "ui/avatar/wardrobe.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lueur-config.h"
#include "ui/avatar/errands.h"
#include "ui/avatar/wardrobe-private.h"

#define MAX_KEPT 6
#define MAX_LISTED 200

struct _LueurWardrobe
{
  GObject parent_instance;

  char *folder;
  GHashTable *figures; /* name to LueurFigure */
  GQueue recent;       /* names, the last used first; owned by the table */
  GHashTable *loading; /* name to GPtrArray of GTask, those that wait for it */
};

G_DEFINE_FINAL_TYPE (LueurWardrobe, lueur_wardrobe, G_TYPE_OBJECT)

static const char *const endings[] = { ".svg", ".zip", ".webp", ".png", ".jpg", "" };

static char *
shipped_folder (void)
{
  const char *dir = g_getenv ("LUEUR_DATA_DIR");

  return g_build_filename (dir != NULL && *dir != '\0' ? dir : LUEUR_PKGDATADIR, "avatars", NULL);
}

/* (transfer full) (nullable) */
char *
lueur_wardrobe_find_file (const char *folder, const char *name)
{
  g_autofree char *shipped = shipped_folder ();
  const char *const folders[] = { shipped, folder };

  if (strchr (name, '/') != NULL || *name == '.' || *name == '\0')
    return NULL;
  for (guint f = 0; f < G_N_ELEMENTS (folders); f++)
    for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
      {
        g_autofree char *file = g_strconcat (name, endings[e], NULL);
        g_autofree char *path = g_build_filename (folders[f], file, NULL);

        if (g_file_test (path, G_FILE_TEST_EXISTS))
          return g_steal_pointer (&path);
      }
  return NULL;
}

/* --- Keeping ---------------------------------------------------------------------------------- */

static void
forget_all (LueurWardrobe *self)
{
  g_queue_clear (&self->recent);
  g_hash_table_remove_all (self->figures);
}

static void
keep (LueurWardrobe *self, const char *name, LueurFigure *figure)
{
  gpointer key;

  if (g_hash_table_lookup_extended (self->figures, name, &key, NULL))
    {
      g_queue_remove (&self->recent, key);
      g_hash_table_remove (self->figures, key);
    }
  key = g_strdup (name);
  g_hash_table_insert (self->figures, key, lueur_figure_ref (figure));
  g_queue_push_head (&self->recent, key);
  while (self->recent.length > MAX_KEPT)
    g_hash_table_remove (self->figures, g_queue_pop_tail (&self->recent));
}

LueurFigure *
lueur_wardrobe_peek (LueurWardrobe *self, const char *name)
{
  gpointer key, figure;

  g_return_val_if_fail (LUEUR_IS_WARDROBE (self), NULL);

  if (!g_hash_table_lookup_extended (self->figures, name, &key, &figure))
    return NULL;
  g_queue_remove (&self->recent, key);
  g_queue_push_head (&self->recent, key);
  return figure;
}

/* --- Loading ---------------------------------------------------------------------------------- */

typedef struct
{
  char *name;
  char *folder;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_free (job->folder);
  g_free (job);
}

static void
run_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *path = lueur_wardrobe_find_file (job->folder, job->name);
  GError *error = NULL;
  LueurFigure *figure;

  if (path == NULL)
    {
      g_task_return_new_error (task, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED, _("There is no picture called “%s”."),
                               job->name);
      return;
    }
  figure = lueur_figure_new_from_file (path, cancellable, &error);
  if (figure != NULL)
    g_task_return_pointer (task, figure, (GDestroyNotify) lueur_figure_unref);
  else
    g_task_return_error (task, error);
}

/* One reading serves everybody who asked meanwhile. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  LueurWardrobe *self = LUEUR_WARDROBE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  LueurFigure *figure = g_task_propagate_pointer (G_TASK (result), &error);
  gpointer key = NULL, value = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  if (figure != NULL)
    keep (self, job->name, figure);
  g_hash_table_steal_extended (self->loading, job->name, &key, &value);
  name = key;
  tasks = value;
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    if (figure != NULL)
      g_task_return_pointer (g_ptr_array_index (tasks, i), lueur_figure_ref (figure),
                             (GDestroyNotify) lueur_figure_unref);
    else
      g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (error));
  g_clear_pointer (&figure, lueur_figure_unref);
}

void
lueur_wardrobe_load_async (LueurWardrobe *self, const char *name, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GTask) reading = NULL;
  LueurFigure *figure;
  GPtrArray *tasks;
  Job *job;

  g_return_if_fail (LUEUR_IS_WARDROBE (self));

  g_task_set_source_tag (task, lueur_wardrobe_load_async);
  figure = lueur_wardrobe_peek (self, name);
  if (figure != NULL)
    {
      g_task_return_pointer (task, lueur_figure_ref (figure), (GDestroyNotify) lueur_figure_unref);
      return;
    }
  tasks = g_hash_table_lookup (self->loading, name);
  if (tasks != NULL)
    {
      g_ptr_array_add (tasks, g_object_ref (task));
      return;
    }
  tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (tasks, g_object_ref (task));
  g_hash_table_insert (self->loading, g_strdup (name), tasks);
  job = g_new0 (Job, 1);
  job->name = g_strdup (name);
  job->folder = g_strdup (self->folder);
  reading = g_task_new (self, NULL, on_read, NULL);
  g_task_set_source_tag (reading, on_read);
  g_task_set_task_data (reading, job, job_free);
  lueur_errands_run (reading, run_load);
}

/**
 * lueur_wardrobe_load_finish:
 *
 * Returns: (transfer full) (nullable): the figure
 */
LueurFigure *
lueur_wardrobe_load_finish (LueurWardrobe *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Listing ---------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* People first, then the light and the fox, then whatever else lies there. */
static int
compare_shipped (gconstpointer a, gconstpointer b)
{
  static const char *const order[] = { "ambre", "sorel", "lueur", "renard", NULL };
  const char *names[2] = { *(const char *const *) a, *(const char *const *) b };
  guint at[2];

  for (guint i = 0; i < 2; i++)
    for (at[i] = 0; order[at[i]] != NULL && !g_str_equal (order[at[i]], names[i]); at[i]++)
      ;
  return at[0] != at[1] ? (at[0] < at[1] ? -1 : 1) : strcmp (names[0], names[1]);
}

static void
list_folder (const char *folder, GPtrArray *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint first = names->len;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL && found->len < MAX_LISTED)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (*file == '.')
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (found, g_strdup (file));
      else
        for (guint e = 0; e + 1 < G_N_ELEMENTS (endings); e++)
          if (g_str_has_suffix (file, endings[e]))
            {
              g_ptr_array_add (found, g_strndup (file, strlen (file) - strlen (endings[e])));
              break;
            }
    }
  g_ptr_array_sort (found, compare_names);
  for (guint i = 0; i < found->len; i++)
    {
      char *name = g_ptr_array_index (found, i);

      if (first > 0 && g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_free (name);
      else
        g_ptr_array_add (names, name);
    }
}

static void
run_list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *shipped = shipped_folder ();
  GPtrArray *names = g_ptr_array_new ();

  list_folder (shipped, names);
  g_ptr_array_sort (names, compare_shipped);
  list_folder (((Job *) data)->folder, names);
  g_ptr_array_add (names, NULL);
  g_task_return_pointer (task, g_ptr_array_free (names, FALSE), (GDestroyNotify) g_strfreev);
}

void
lueur_wardrobe_list_async (LueurWardrobe *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (self->folder);
  g_task_set_source_tag (task, lueur_wardrobe_list_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_list);
}

GStrv
lueur_wardrobe_list_finish (LueurWardrobe *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- The object ------------------------------------------------------------------------------- */

static void
lueur_wardrobe_finalize (GObject *object)
{
  LueurWardrobe *self = LUEUR_WARDROBE (object);

  forget_all (self);
  g_hash_table_unref (self->figures);
  g_hash_table_unref (self->loading);
  g_free (self->folder);
  G_OBJECT_CLASS (lueur_wardrobe_parent_class)->finalize (object);
}

static void
lueur_wardrobe_class_init (LueurWardrobeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_wardrobe_finalize;
}

static void
lueur_wardrobe_init (LueurWardrobe *self)
{
  self->folder = g_build_filename (g_get_user_data_dir (), "lueur", "avatars", NULL);
  self->loading = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lueur_figure_unref);
  g_queue_init (&self->recent);
}

LueurWardrobe *
lueur_wardrobe_get_for_display (GdkDisplay *display)
{
  LueurWardrobe *self = g_object_get_data (G_OBJECT (display), "lueur-wardrobe");

  if (self == NULL)
    {
      self = g_object_new (LUEUR_TYPE_WARDROBE, NULL);
      g_object_set_data_full (G_OBJECT (display), "lueur-wardrobe", self, g_object_unref);
    }
  return self;
}

void
lueur_wardrobe_set_folder (LueurWardrobe *self, const char *folder)
{
  g_return_if_fail (LUEUR_IS_WARDROBE (self));

  if (g_set_str (&self->folder, folder))
    forget_all (self);
}

const char *
lueur_wardrobe_get_folder (LueurWardrobe *self)
{
  g_return_val_if_fail (LUEUR_IS_WARDROBE (self), NULL);

  return self->folder;
}
