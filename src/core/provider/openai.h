/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/provider/provider.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_OPENAI_PROVIDER (lueur_openai_provider_get_type ())
G_DECLARE_FINAL_TYPE (LueurOpenaiProvider, lueur_openai_provider, LUEUR, OPENAI_PROVIDER, GObject)

/* @base_url: from lueur_endpoint_normalize(). @key: (nullable). No consent is asked for here. */
LueurProvider *lueur_openai_provider_new (LueurNet *net, const char *base_url, const char *key);

G_END_DECLS
