/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an illustrator is told. */

#include "ui/avatar/rig-check.h"

#include <glib/gi18n.h>
#include <string.h>

/* Morphs that every face needs, and what each has to answer to. */
static const struct
{
  const char *name;
  const char *keys[10];
} wanted[] = {
  { "eye-l", { "eye.open.l=-1", "eye.open.l=1", "eye.smile.l=1" } },
  { "eye-r", { "eye.open.r=-1", "eye.open.r=1", "eye.smile.r=1" } },
  { "lid-l", { "eye.open.l=-1", "eye.open.l=1" } },
  { "lid-r", { "eye.open.r=-1", "eye.open.r=1" } },
  { "lower-l", { "eye.smile.l=1" } },
  { "lower-r", { "eye.smile.r=1" } },
  { "brow-l", { "brow.raise.l=1", "brow.raise.l=-1", "brow.angle.l=1", "brow.angle.l=-1", "brow.furrow=1" } },
  { "brow-r", { "brow.raise.r=1", "brow.raise.r=-1", "brow.angle.r=1", "brow.angle.r=-1", "brow.furrow=1" } },
  { "mouth", { "mouth.open=1", "mouth.smile=1", "mouth.smile=-1", "mouth.width=1", "mouth.width=-1", "mouth.pout=1" } },
  { "lip-upper", { "mouth.open=1", "mouth.smile=1", "mouth.smile=-1" } },
  { "lip-lower", { "mouth.open=1", "mouth.smile=1", "mouth.smile=-1" } },
  { "teeth", { "mouth.open=1" } },
  { "tongue", { "mouth.open=1" } },
  { "mouth-line", { "mouth.smile=1", "mouth.smile=-1", "mouth.open=1" } },
};

static void
say (GPtrArray *list, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (GPtrArray *list, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (list, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
has_key (const LueurMorph *morph, const char *text)
{
  const char *equals = strchr (text, '=');
  LueurParam param;
  float value = (float) g_ascii_strtod (equals + 1, NULL);

  if (!lueur_param_from_name (text, equals - text, &param))
    return FALSE;
  for (guint i = 0; i < morph->keys->len; i++)
    {
      const LueurKey *key = &g_array_index (morph->keys, LueurKey, i);

      if (key->n_terms == 1 && key->param[0] == param && (key->value[0] > 0) == (value > 0))
        return TRUE;
    }
  return FALSE;
}

static void
check_morphs (LueurRig *rig, LueurRigReport *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      gboolean found = FALSE;

      for (guint m = 0; m < rig->n_morphs; m++)
        {
          const LueurMorph *morph = &rig->morphs[m];

          if (strcmp (morph->name, wanted[i].name) != 0)
            continue;
          found = TRUE;
          for (guint k = 0; wanted[i].keys[k] != NULL; k++)
            if (!has_key (morph, wanted[i].keys[k]))
              say (report->odd, _("Morph “%s” does not answer to %s."), morph->name, wanted[i].keys[k]);
        }
      if (!found)
        say (report->missing, _("There is no morph “%s”."), wanted[i].name);
    }
}

static void
check_params (LueurRig *rig, LueurRigReport *report)
{
  guint64 used = 0;

  /* Bones answer to these whatever is drawn. */
  used |= 1ull << LUEUR_PARAM_HEAD_X | 1ull << LUEUR_PARAM_HEAD_Y | 1ull << LUEUR_PARAM_HEAD_ROLL;
  for (guint i = 0; i < rig->n_parts; i++)
    {
      const LueurPart *part = &rig->parts[i];

      for (guint b = 0; b < part->n_binds; b++)
        used |= 1ull << part->binds[b].param;
      if (part->bone == LUEUR_BONE_BODY || part->bone == LUEUR_BONE_SHOULDERS)
        used |= 1ull << LUEUR_PARAM_BODY_LEAN | 1ull << LUEUR_PARAM_BREATH;
      if (part->bone == LUEUR_BONE_SHOULDERS)
        used |= 1ull << LUEUR_PARAM_SHOULDER;
    }
  for (guint m = 0; m < rig->n_morphs; m++)
    for (guint k = 0; k < rig->morphs[m].keys->len; k++)
      {
        const LueurKey *key = &g_array_index (rig->morphs[m].keys, LueurKey, k);

        for (guint t = 0; t < key->n_terms; t++)
          used |= 1ull << key->param[t];
      }
  for (guint p = 0; p < LUEUR_N_PARAMS; p++)
    if (!(used & (1ull << p)))
      say (lueur_param_is_optional (p) ? report->odd : report->missing, _("Nothing answers to the parameter “%s”."),
           lueur_param_get_name (p));
}

static gboolean
has_ink (const LueurPlates *plates, int part)
{
  for (guint i = 0; i < plates->plates->len; i++)
    if (g_array_index (plates->plates, LueurPlate, i).part == part)
      return TRUE;
  return FALSE;
}

static void
check_pictures (LueurRig *rig, LueurRigReport *report)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LueurLook) look = lueur_look_new (rig->id);
  const LueurPlatesOrder order = { .scale = 0.5, .flags = LUEUR_PLATES_APART };

  for (guint i = 0; i < rig->n_parts; i++)
    {
      const LueurPart *part = &rig->parts[i];

      if (part->slot < 0 && !g_hash_table_add (names, part->name))
        say (report->odd, _("Two parts are called “%s”."), part->name);
    }

  /* Every choice is worn once, so that every part is drawn. */
  for (guint round = 0; round < 64; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LueurPlates) plates = NULL;
      gboolean any = round == 0;

      for (guint s = 0; s < rig->slots->len; s++)
        {
          const LueurSlot *slot = &g_array_index (rig->slots, LueurSlot, s);

          if (round < slot->choices->len)
            {
              lueur_look_set_choice (look, slot->id, g_array_index (slot->choices, LueurChoice, round).id);
              any = TRUE;
            }
        }
      if (!any)
        break;
      plates = lueur_plates_new (rig, look, &order, NULL, &error);
      if (plates == NULL)
        {
          say (report->missing, "%s", error->message);
          return;
        }
      for (guint i = 0; i < rig->n_parts; i++)
        if (plates->worn[i] && rig->parts[i].morph < 0 && !has_ink (plates, (int) i) &&
            (rig->parts[i].slot < 0 || rig->parts[i].choice == (int) round))
          say (report->odd, _("Part “%s” shows nothing (is it hidden, or its own opacity 0?)."), rig->parts[i].name);
    }
}

static void
check_page (LueurRig *rig, LueurRigReport *report)
{
  const LueurNode *root = rig->document->root;

  if (rig->width != 400 || rig->height != 500)
    say (report->odd, _("The page is %g by %g; 400 by 500 is usual."), rig->width, rig->height);
  if (g_strcmp0 (lueur_node_get (root, "lueur:rig"), "1") != 0)
    say (report->missing, _("The root does not say lueur:rig=\"1\"."));
  if (lueur_node_get (root, "lueur:name") == NULL)
    say (report->missing, _("The root does not say lueur:name."));
  if (rig->materials == 0)
    say (report->odd, _("The root names no colours in lueur:palette."));
  if (rig->slots->len > 0 && lueur_node_get (root, "lueur:choices") == NULL)
    say (report->odd, _("The root does not say in lueur:choices what is worn at first."));
}

/**
 * lueur_rig_check:
 * @rig: a rig that could be read
 *
 * Draws every part once, so it takes a moment.
 *
 * Returns: (transfer full): what is missing and what is odd
 */
LueurRigReport *
lueur_rig_check (LueurRig *rig)
{
  LueurRigReport *report = g_new0 (LueurRigReport, 1);

  report->missing = g_ptr_array_new_with_free_func (g_free);
  report->odd = g_ptr_array_new_with_free_func (g_free);
  check_page (rig, report);
  check_morphs (rig, report);
  check_params (rig, report);
  for (guint i = 0; i < rig->warnings->len; i++)
    say (report->odd, "%s", (const char *) g_ptr_array_index (rig->warnings, i));
  check_pictures (rig, report);
  return report;
}

void
lueur_rig_report_free (LueurRigReport *report)
{
  g_ptr_array_unref (report->missing);
  g_ptr_array_unref (report->odd);
  g_free (report);
}
