/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool archive: everything into one file, and out of it; or one conversation into one. */

#include "tool/cmd-archive.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "core/exchange/archive.h"
#include "core/exchange/transcript.h"
#include "core/language.h"
#include "core/settings.h"
#include "core/store/database.h"
#include "ui/avatar/wardrobe.h"

typedef struct
{
  char *data;
  char *avatars;
  char *database;
  gboolean preview;
  gboolean settings;
  gboolean replace;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->data);
  g_free (self->avatars);
  g_free (self->database);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
fail (const GError *error)
{
  fprintf (stderr, "lueur-tool: %s\n", error->message);
  return 1;
}

static void
add (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  puts (text);
}

static void
print_summary (const LueurArchiveSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "made");
  json_builder_add_string_value (builder, summary->made);
  json_builder_set_member_name (builder, "program");
  json_builder_add_string_value (builder, summary->program);
  add (builder, "companions", summary->n_companions);
  add (builder, "conversations", summary->n_conversations);
  add (builder, "messages", (gint64) summary->n_messages);
  add (builder, "days", summary->n_days);
  add (builder, "people", summary->n_people);
  add (builder, "pictures", summary->n_pictures);
  add (builder, "left_out", summary->n_left_out);
  json_builder_set_member_name (builder, "settings");
  json_builder_add_boolean_value (builder, summary->has_settings);
  print (builder);
}

static void
print_account (const LueurArchiveAccount *account)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add (builder, "companions", account->n_companions);
  add (builder, "companions_here", account->n_companions_here);
  add (builder, "companions_beside", account->n_companions_beside);
  add (builder, "conversations", account->n_conversations);
  add (builder, "conversations_here", account->n_conversations_here);
  add (builder, "conversations_beside", account->n_conversations_beside);
  add (builder, "messages", (gint64) account->n_messages);
  add (builder, "records", account->n_records);
  add (builder, "pictures", account->n_pictures);
  add (builder, "left_out", account->n_left_out);
  add (builder, "romances_ended", account->n_romances);
  json_builder_set_member_name (builder, "replaced");
  json_builder_add_boolean_value (builder, account->replaced);
  json_builder_set_member_name (builder, "traces_left");
  json_builder_add_boolean_value (builder, account->traces_left);
  print (builder);
}

static int
export_command (const Options *options, const char *path)
{
  g_autoptr (LueurSettings) settings = lueur_settings_new ();
  g_autofree char *chosen = lueur_archive_settings_to_json (lueur_settings_get_gsettings (settings));
  LueurArchiveExport order = { path, options->avatars, chosen, lueur_language_get_default (), g_get_real_time () };
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurDatabase) db = lueur_database_open (options->database, LUEUR_DATABASE_READER, &error);
  g_autoptr (LueurArchiveSummary) summary = db != NULL ? lueur_archive_write (db, &order, NULL, NULL, &error) : NULL;

  if (summary == NULL)
    return fail (error);
  print_summary (summary);
  return 0;
}

static int
import_command (const Options *options, const char *path)
{
  LueurArchiveImport order = { path, options->avatars, lueur_wardrobe_is_figure, FALSE, options->replace };
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurArchiveSummary) summary = lueur_archive_check (path, NULL, NULL, &error);
  g_autoptr (LueurSettings) settings = NULL;
  g_autoptr (LueurDatabase) db = NULL;
  g_autoptr (LueurArchiveAccount) account = NULL;

  if (summary == NULL)
    return fail (error);
  if (options->preview)
    {
      print_summary (summary);
      return 0;
    }
  settings = lueur_settings_new ();
  order.without_records = !g_settings_get_boolean (lueur_settings_get_gsettings (settings), "keep-figures");
  db = lueur_database_open (options->database, LUEUR_DATABASE_WRITER, &error);
  account = db != NULL ? lueur_archive_import (db, &order, NULL, NULL, &error) : NULL;
  if (account == NULL)
    return fail (error);
  if (options->settings && account->settings != NULL)
    {
      lueur_archive_settings_apply (lueur_settings_get_gsettings (settings), account->settings);
      g_settings_sync ();
    }
  print_account (account);
  return 0;
}

static int
usage (void)
{
  fprintf (stderr, "usage: lueur-tool archive export FILE [--data DIR]\n"
                   "       lueur-tool archive conversation ID FILE.md|FILE.jsonl [--data DIR]\n"
                   "       lueur-tool archive import FILE [--data DIR] [--preview] [--settings] [--replace]\n");
  return 2;
}

static int
conversation_command (const Options *options, const char *id, const char *path)
{
  LueurTranscriptOrder order = { path, 0, LUEUR_TRANSCRIPT_MARKDOWN, lueur_language_get_default () };
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurDatabase) db = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  gint64 n;

  if (!g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &order.conversation, NULL) ||
      !lueur_transcript_format_from_name (base, &order.format))
    return usage ();
  db = lueur_database_open (options->database, LUEUR_DATABASE_READER, &error);
  n = db != NULL ? lueur_transcript_write (db, &order, NULL, NULL, &error) : -1;
  if (n < 0)
    return fail (error);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add (builder, "messages", n);
  print (builder);
  return 0;
}

/**
 * lueur_cmd_archive:
 *
 * Export looks at the database and may do so while the app runs; what is imported meanwhile shows there after the next
 * start. What is to be replaced is no longer there for an app that runs: it should be closed.
 *
 * Returns: 0, 1 for what cannot be read or written, 2 when it was not asked rightly
 */
int
lueur_cmd_archive (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("export|import FILE, conversation ID FILE");
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options.data, "the folder of the database (your own)", "DIR" },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &options.preview, "only tell what is in it", NULL },
    { "settings", 0, 0, G_OPTION_ARG_NONE, &options.settings, "take over the settings as well", NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options.replace, "erase all that is here for it, for good; close the app before",
      NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fail (error);
      return 2;
    }
  if (argc != (argc > 1 && strcmp (argv[1], "conversation") == 0 ? 4 : 3))
    return usage ();
  if (options.data == NULL)
    options.data = g_build_filename (g_get_user_data_dir (), "lueur", NULL);
  options.avatars = g_build_filename (options.data, "avatars", NULL);
  options.database = g_build_filename (options.data, "lueur.db", NULL);
  if (strcmp (argv[1], "export") == 0)
    return export_command (&options, argv[2]);
  if (strcmp (argv[1], "conversation") == 0)
    return conversation_command (&options, argv[2], argv[3]);
  if (strcmp (argv[1], "import") == 0)
    return import_command (&options, argv[2]);
  return usage ();
}
