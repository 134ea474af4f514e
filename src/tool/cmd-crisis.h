/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JSON lines {"text":"…"} in, {"class":"…","lang":"…"} out. */
int lueur_cmd_crisis (int argc, char **argv);
