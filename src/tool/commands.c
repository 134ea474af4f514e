/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of lueur-tool's commands: the one place that names them. */

#include "tool/cmd-age.h"
#include "tool/cmd-archive.h"
#include "tool/cmd-avatar.h"
#include "tool/cmd-card.h"
#include "tool/cmd-chat.h"
#include "tool/cmd-conduct.h"
#include "tool/cmd-crisis.h"
#include "tool/cmd-echo.h"
#include "tool/cmd-emotion.h"
#include "tool/cmd-prompt.h"
#include "tool/cmd-store.h"
#include "tool/command.h"

const LueurCommand lueur_commands[] = {
  { "age", "read JSON lines {\"text\":…} for somebody who says that they are under 18", lueur_cmd_age },
  { "archive", "everything in one file: export FILE, import FILE [--preview]; one: conversation ID FILE.md|.jsonl; of --data DIR or your own", lueur_cmd_archive },
  { "avatar", "look at a rig: check FILE, sheet FILE OUT.png, wardrobe FILE OUT.png", lueur_cmd_avatar },
  { "card", "a character card: show FILE, convert FILE OUT.png|.json|.charx", lueur_cmd_card },
  { "chat", "say something to an endpoint, or to Écho: [--base-url URL] [--model NAME] TEXT", lueur_cmd_chat },
  { "conduct", "read JSON lines {\"user\":…,\"reply\":…} for goodbyes, clinging, flattery and claims to be human", lueur_cmd_conduct },
  { "crisis", "read JSON lines {\"text\":…} for danger to one’s own life", lueur_cmd_crisis },
  { "echo", "talk with the built-in companion, a line at a time: [--lang en|fr] [--name NAME] [--trait WORD]…", lueur_cmd_echo },
  { "emotion", "read feelings, a text a line: [--lang auto|en|fr]", lueur_cmd_emotion },
  { "models", "list the models of an endpoint: --base-url URL", lueur_cmd_models },
  { "prompt", "the request that comes of a card and a chat: --card FILE --chat FILE.jsonl [--budget N]", lueur_cmd_prompt },
  { "store", "seed DIR fills a database, dump DIR shows what one holds as JSON lines", lueur_cmd_store },
  { NULL, NULL, NULL },
};
