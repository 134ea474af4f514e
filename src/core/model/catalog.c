/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companions, looked for and put in order. Thousands of them: what sorting and searching need is kept ready. */

#include "core/model/catalog.h"

#include <string.h>

#include "core/model/text.h"

/* Of a long description, what a search looks at (bytes). */
#define TEXT_MAX 4000

typedef struct
{
  LueurPersona *persona;
  char *name_key;  /* (nullable): made when it is asked for */
  char *folded;    /* (nullable): the same */
  gint64 talked_at;
  gulong handler;
} Entry;

struct _LueurCatalog
{
  GObject parent_instance;

  LueurLibrary *library;
  GHashTable *entries; /* LueurPersona -> Entry */
  GPtrArray *shown;    /* of LueurPersona */
  char *search;
  char *tag;
  GStrv words;
  LueurCatalogOrder order;
  gboolean archived;
  guint idle;
};

typedef enum
{
  PROP_SEARCH = 1,
  PROP_TAG,
  PROP_ORDER,
  PROP_ARCHIVED,
} LueurCatalogProp;
#define N_PROPS (PROP_ARCHIVED + 1)

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void lueur_catalog_list_model_init (GListModelInterface *iface);

G_DEFINE_ENUM_TYPE (LueurCatalogOrder, lueur_catalog_order,
                    G_DEFINE_ENUM_VALUE (LUEUR_CATALOG_RECENT, "recent"),
                    G_DEFINE_ENUM_VALUE (LUEUR_CATALOG_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (LUEUR_CATALOG_MADE, "made"))
G_DEFINE_FINAL_TYPE_WITH_CODE (LueurCatalog, lueur_catalog, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lueur_catalog_list_model_init))

/* --- Entries ------------------------------------------------------------------------------------ */

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_signal_handler_disconnect (self->persona, self->handler);
  g_object_unref (self->persona);
  g_free (self->name_key);
  g_free (self->folded);
  g_free (self);
}

static const char *
name_key (Entry *self)
{
  if (self->name_key == NULL)
    {
      g_autofree char *lower = g_utf8_casefold (lueur_persona_get_name (self->persona), -1);

      self->name_key = g_utf8_collate_key (lower, -1);
    }
  return self->name_key;
}

/* Without case and accents, so that "ete" finds "Été". */
static char *
fold (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *lower = parts != NULL ? g_utf8_casefold (parts, -1) : g_strdup ("");
  GString *out = g_string_sized_new (strlen (lower));

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (out, c == 0x2019 ? '\'' : c);
    }
  return g_string_free_and_steal (out);
}

static const char *
folded (Entry *self)
{
  static const LueurPersonaField texts[] = { LUEUR_PERSONA_NAME,  LUEUR_PERSONA_NICKNAME,   LUEUR_PERSONA_ROLE,
                                             LUEUR_PERSONA_ORIGIN, LUEUR_PERSONA_BACKGROUND, LUEUR_PERSONA_DESCRIPTION };
  static const LueurPersonaField lists[] = { LUEUR_PERSONA_TAGS, LUEUR_PERSONA_CHIPS };
  g_autoptr (GString) all = NULL;

  if (self->folded != NULL)
    return self->folded;
  all = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = lueur_persona_get_text (self->persona, texts[i]);
      g_autofree char *part = lueur_text_cap_bytes (text, -1, TEXT_MAX);

      g_string_append (all, part);
      g_string_append_c (all, '\n');
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *const *words = lueur_persona_get_words (self->persona, lists[i]);

      for (guint j = 0; words[j] != NULL; j++)
        {
          g_string_append (all, words[j]);
          g_string_append_c (all, '\n');
        }
    }
  self->folded = fold (all->str);
  return self->folded;
}

static gboolean
is_wanted (LueurCatalog *self, Entry *entry)
{
  if (lueur_persona_get_archived (entry->persona) != self->archived)
    return FALSE;
  if (*self->tag != '\0' &&
      !g_strv_contains (lueur_persona_get_words (entry->persona, LUEUR_PERSONA_TAGS), self->tag))
    return FALSE;
  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (folded (entry), self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* --- The list ----------------------------------------------------------------------------------- */

static int
compare_dates (gint64 a, gint64 b)
{
  return (a < b) - (a > b);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  Entry *one = (Entry *) a, *two = (Entry *) b;
  int order = 0;

  switch (((LueurCatalog *) data)->order)
    {
    case LUEUR_CATALOG_RECENT:
      /* One that was just made is as near as one that was just talked to. */
      order = compare_dates (MAX (one->talked_at, lueur_persona_get_created_at (one->persona)),
                             MAX (two->talked_at, lueur_persona_get_created_at (two->persona)));
      break;
    case LUEUR_CATALOG_NAME:
      order = strcmp (name_key (one), name_key (two));
      break;
    case LUEUR_CATALOG_MADE:
    default:
      break;
    }
  if (order == 0)
    order = compare_dates (lueur_persona_get_created_at (one->persona), lueur_persona_get_created_at (two->persona));
  /* One order for one library, whatever the hash makes of it. */
  return order != 0 ? order : compare_dates (lueur_persona_get_id (one->persona), lueur_persona_get_id (two->persona));
}

static void
note_talks (LueurCatalog *self)
{
  GListModel *conversations = lueur_library_get_conversations (self->library);
  guint n = g_list_model_get_n_items (conversations);
  GHashTableIter iter;
  Entry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    entry->talked_at = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (conversations, i);

      entry = g_hash_table_lookup (self->entries, lueur_conversation_get_persona (conversation));
      if (entry != NULL)
        entry->talked_at = MAX (entry->talked_at, lueur_conversation_get_updated_at (conversation));
    }
}

/* What begins and ends alike is not told as a change: a view keeps its place. */
static void
show (LueurCatalog *self, GPtrArray *fresh)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->shown);
  guint start = 0, end = 0, least = MIN (old->len, fresh->len);

  while (start < least && old->pdata[start] == fresh->pdata[start])
    start++;
  while (end < least - start && old->pdata[old->len - 1 - end] == fresh->pdata[fresh->len - 1 - end])
    end++;
  self->shown = fresh;
  if (old->len != start + end || fresh->len != start + end)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, fresh->len - start - end);
}

static void
rebuild (LueurCatalog *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  GPtrArray *fresh;
  GHashTableIter iter;
  Entry *entry;

  g_clear_handle_id (&self->idle, g_source_remove);
  note_talks (self);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    if (is_wanted (self, entry))
      g_ptr_array_add (wanted, entry);
  g_ptr_array_sort_values_with_data (wanted, compare, self);
  fresh = g_ptr_array_new_full (wanted->len, g_object_unref);
  for (guint i = 0; i < wanted->len; i++)
    g_ptr_array_add (fresh, g_object_ref (((Entry *) wanted->pdata[i])->persona));
  show (self, fresh);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_idle (gpointer data)
{
  LueurCatalog *self = data;

  self->idle = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

static void
later (LueurCatalog *self)
{
  if (self->idle != 0)
    return;
  self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
  g_source_set_name_by_id (self->idle, "lueur-catalog");
}

static void
on_persona (LueurPersona *persona, GParamSpec *pspec, LueurCatalog *self)
{
  Entry *entry = g_hash_table_lookup (self->entries, persona);

  g_clear_pointer (&entry->name_key, g_free);
  g_clear_pointer (&entry->folded, g_free);
  later (self);
}

static void
on_everyone (GListModel *list, guint position, guint n_removed, guint n_added, LueurCatalog *self)
{
  if (n_removed > 0)
    {
      g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);
      GHashTableIter iter;
      gpointer persona;

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (LueurPersona) item = g_list_model_get_item (list, i);

          g_hash_table_add (there, item);
        }
      g_hash_table_iter_init (&iter, self->entries);
      while (g_hash_table_iter_next (&iter, &persona, NULL))
        if (!g_hash_table_contains (there, persona))
          g_hash_table_iter_remove (&iter);
    }
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (LueurPersona) persona = g_list_model_get_item (list, i);
      Entry *entry;

      if (g_hash_table_contains (self->entries, persona))
        continue;
      entry = g_new0 (Entry, 1);
      entry->persona = g_object_ref (persona);
      entry->handler = g_signal_connect (persona, "notify", G_CALLBACK (on_persona), self);
      g_hash_table_insert (self->entries, persona, entry);
    }
  later (self);
}

static void
on_conversations (LueurCatalog *self)
{
  later (self);
}

/* --- The model ---------------------------------------------------------------------------------- */

static GType
lueur_catalog_get_item_type (GListModel *model)
{
  return LUEUR_TYPE_PERSONA;
}

static guint
lueur_catalog_get_n_items (GListModel *model)
{
  return LUEUR_CATALOG (model)->shown->len;
}

static gpointer
lueur_catalog_get_item (GListModel *model, guint position)
{
  LueurCatalog *self = LUEUR_CATALOG (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
lueur_catalog_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lueur_catalog_get_item_type;
  iface->get_n_items = lueur_catalog_get_n_items;
  iface->get_item = lueur_catalog_get_item;
}

static void
set_search (LueurCatalog *self, const char *search)
{
  g_autofree char *line = NULL;
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;

  if (!g_set_str (&self->search, search != NULL ? search : ""))
    return;
  line = lueur_text_clean_line (self->search, -1, 200);
  plain = fold (line);
  parts = g_strsplit (plain, " ", 16);
  builder = g_strv_builder_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  g_strfreev (self->words);
  self->words = g_strv_builder_end (builder);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

static void
lueur_catalog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurCatalog *self = LUEUR_CATALOG (object);

  switch ((LueurCatalogProp) id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_TAG:
      g_value_set_string (value, self->tag);
      break;
    case PROP_ORDER:
      g_value_set_enum (value, self->order);
      break;
    case PROP_ARCHIVED:
      g_value_set_boolean (value, self->archived);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_catalog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurCatalog *self = LUEUR_CATALOG (object);
  const char *tag;

  switch ((LueurCatalogProp) id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_string (value));
      return;
    case PROP_TAG:
      tag = g_value_get_string (value);
      if (!g_set_str (&self->tag, tag != NULL ? tag : ""))
        return;
      break;
    case PROP_ORDER:
      if (self->order == (LueurCatalogOrder) g_value_get_enum (value))
        return;
      self->order = g_value_get_enum (value);
      break;
    case PROP_ARCHIVED:
      if (self->archived == g_value_get_boolean (value))
        return;
      self->archived = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  rebuild (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
lueur_catalog_dispose (GObject *object)
{
  LueurCatalog *self = LUEUR_CATALOG (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_hash_table_remove_all (self->entries);

  G_OBJECT_CLASS (lueur_catalog_parent_class)->dispose (object);
}

static void
lueur_catalog_finalize (GObject *object)
{
  LueurCatalog *self = LUEUR_CATALOG (object);

  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  g_free (self->search);
  g_free (self->tag);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (lueur_catalog_parent_class)->finalize (object);
}

static void
lueur_catalog_class_init (LueurCatalogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_catalog_get_property;
  object_class->set_property = lueur_catalog_set_property;
  object_class->dispose = lueur_catalog_dispose;
  object_class->finalize = lueur_catalog_finalize;

  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  props[PROP_TAG] = g_param_spec_string ("tag", NULL, NULL, "", flags);
  props[PROP_ORDER] = g_param_spec_enum ("order", NULL, NULL, LUEUR_TYPE_CATALOG_ORDER, LUEUR_CATALOG_RECENT, flags);
  props[PROP_ARCHIVED] = g_param_spec_boolean ("archived", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", LUEUR_TYPE_CATALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
lueur_catalog_init (LueurCatalog *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->search = g_strdup ("");
  self->tag = g_strdup ("");
}

/**
 * lueur_catalog_new:
 * @library: whose companions are looked through; an open one
 *
 * Returns: (transfer full): all that are not archived, who was talked to last first
 */
LueurCatalog *
lueur_catalog_new (LueurLibrary *library)
{
  LueurCatalog *self = g_object_new (LUEUR_TYPE_CATALOG, NULL);
  GListModel *everyone = lueur_library_get_everyone (library);

  self->library = g_object_ref (library);
  g_signal_connect_object (everyone, "items-changed", G_CALLBACK (on_everyone), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (lueur_library_get_conversations (library), "items-changed", G_CALLBACK (on_conversations),
                           self, G_CONNECT_SWAPPED);
  on_everyone (everyone, 0, 0, g_list_model_get_n_items (everyone), self);
  rebuild (self);
  return self;
}

void
lueur_catalog_flush (LueurCatalog *self)
{
  g_return_if_fail (LUEUR_IS_CATALOG (self));

  if (self->idle != 0)
    rebuild (self);
}

typedef struct
{
  const char *tag;
  guint n;
} Tag;

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  const Tag *one = a, *two = b;

  return one->n != two->n ? (one->n < two->n) - (one->n > two->n) : g_utf8_collate (one->tag, two->tag);
}

GStrv
lueur_catalog_dup_tags (LueurCatalog *self, guint max)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) tags = g_array_new (FALSE, FALSE, sizeof (Tag));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_return_val_if_fail (LUEUR_IS_CATALOG (self), NULL);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *const *words = lueur_persona_get_words (key, LUEUR_PERSONA_TAGS);

      if (lueur_persona_get_archived (key) != self->archived)
        continue;
      for (guint i = 0; words[i] != NULL; i++)
        g_hash_table_insert (counts, (gpointer) words[i],
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[i])) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Tag tag = { key, GPOINTER_TO_UINT (value) };

      g_array_append_val (tags, tag);
    }
  g_array_sort (tags, compare_tags);
  for (guint i = 0; i < MIN (tags->len, max); i++)
    g_strv_builder_add (builder, g_array_index (tags, Tag, i).tag);
  return g_strv_builder_end (builder);
}

guint
lueur_catalog_get_n_all (LueurCatalog *self)
{
  g_return_val_if_fail (LUEUR_IS_CATALOG (self), 0);
  return g_hash_table_size (self->entries);
}

guint
lueur_catalog_get_n_archived (LueurCatalog *self)
{
  GHashTableIter iter;
  gpointer persona;
  guint n = 0;

  g_return_val_if_fail (LUEUR_IS_CATALOG (self), 0);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &persona, NULL))
    if (lueur_persona_get_archived (persona))
      n++;
  return n;
}

gint64
lueur_catalog_get_last_talk (LueurCatalog *self, LueurPersona *persona)
{
  Entry *entry;

  g_return_val_if_fail (LUEUR_IS_CATALOG (self), 0);

  entry = g_hash_table_lookup (self->entries, persona);
  return entry != NULL ? entry->talked_at : 0;
}
