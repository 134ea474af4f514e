/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/crisis-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "core/context.h"
#include "core/language.h"
#include "core/wellbeing/danger/crisis-lines.h"
#include "ui/closures.h"
#include "ui/direction.h"
#include "ui/toast.h"

/* So wide at least, where two stand beside each other (sp). */
#define CARD_WIDTH 230

#define UNFOLDING_FRAMES 4

struct _LueurCrisisCard
{
  GtkWidget parent_instance;

  LueurCare *care;
  GSignalGroup *signals;
  GPtrArray *lines; /* (nullable): read when the card is first shown */

  GtkRevealer *revealer;
  GtkWidget *card;
  GtkLabel *title;
  GtkWidget *urgent_text;
  GtkWidget *elsewhere;
  AdwWrapBox *numbers; /* in sight in any case */
  AdwWrapBox *others;
  GtkDropDown *country;
  GtkLabel *checked;
};

typedef enum
{
  PROP_CARE = 1,
} LueurCrisisCardProp;

static GParamSpec *props[PROP_CARE + 1];

G_DEFINE_FINAL_TYPE (LueurCrisisCard, lueur_crisis_card, GTK_TYPE_WIDGET)

/* Of each region of lueur_crisis_regions; one without a name is called by its code. */
static const char *
name_region (const char *region)
{
  static const struct
  {
    const char *region, *name;
  } names[] = {
    { "BE", N_("Belgium") },        { "CA", N_("Canada") },  { "CH", N_("Switzerland") },   { "FR", N_("France") },
    { "GB", N_("United Kingdom") }, { "IE", N_("Ireland") }, { "US", N_("United States") }, { "*", N_("Elsewhere") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].region, region) == 0)
      return _(names[i].name);
  return region;
}

static const char *
get_region (LueurCrisisCard *self)
{
  guint i = gtk_drop_down_get_selected (self->country);

  return lueur_crisis_regions[MIN (i, g_strv_length ((char **) lueur_crisis_regions) - 1)];
}

/* --- Rows -------------------------------------------------------------------------------------------- */

static void
on_copy (GtkButton *button, LueurCrisisCard *self)
{
  const char *text = g_object_get_data (G_OBJECT (button), "lueur-number");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  lueur_toast (GTK_WIDGET (self), _("Copied"));
}

static void
on_open (GtkButton *button, LueurCrisisCard *self)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (g_object_get_data (G_OBJECT (button), "lueur-uri"));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

/* @label is read aloud, @shown is pointed at: the same words, but for what keeps values together. */
static GtkWidget *
make_button (LueurCrisisCard *self, const char *icon, const char *label, const char *shown)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_row (LueurCrisisCard *self, const LueurCrisisLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  const char *what = line->phone != NULL ? line->phone : line->url;
  g_autofree char *subtitle = NULL, *label = NULL, *shown = NULL;
  GtkWidget *button;

  /* A number torn into its groups is another number. */
  if (line->phone != NULL && !line->emergency && g_strcmp0 (line->hours, "24/7") == 0)
    /* Translators: %s is a phone number that answers at any hour */
    subtitle = lueur_sentence (_("%s, day and night"), what);
  else
    subtitle = lueur_isolate (what);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->emergency ? _("Emergency") : line->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (line->url != NULL)
    {
      /* Translators: %s is the name of a service */
      label = g_strdup_printf (_("Open %s"), line->name);
      shown = lueur_sentence (_("Open %s"), line->name);
      button = make_button (self, "adw-external-link-symbolic", label, shown);
      g_object_set_data_full (G_OBJECT (button), "lueur-uri", g_strdup (line->url), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_open), self, G_CONNECT_DEFAULT);
    }
  else
    {
      /* Translators: %s is a phone number */
      label = g_strdup_printf (_("Copy %s"), what);
      shown = lueur_sentence (_("Copy %s"), what);
      button = make_button (self, "edit-copy-symbolic", label, shown);
      g_object_set_data_full (G_OBJECT (button), "lueur-number", g_strdup (what), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy), self, G_CONNECT_DEFAULT);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* A long name goes on in another line, rather than push what would stand beside it below. */
static void
measure_card (GtkWidget *card, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
              int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (card), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = CLAMP (adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, CARD_WIDTH, gtk_widget_get_settings (card)), *minimum, *natural);
}

static void
allocate_card (GtkWidget *card, int width, int height, int baseline)
{
  GtkWidget *list = gtk_widget_get_first_child (card);
  int natural;

  /* In the middle, where the one beside it is higher. */
  gtk_widget_measure (list, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  natural = MIN (natural, height);
  gtk_widget_allocate (list, width, natural, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) ((height - natural) / 2))));
}

/* Each in a list of its own, so that two stand beside each other where there is room. */
static GtkWidget *
make_card (LueurCrisisCard *self, const LueurCrisisLine *line)
{
  GtkWidget *card = adw_bin_new (), *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "lueur-number");
  gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, line));
  adw_bin_set_child (ADW_BIN (card), list);
  gtk_widget_set_layout_manager (card, gtk_custom_layout_new (NULL, measure_card, allocate_card));
  return card;
}

/* "2026-11-22" as the person writes dates; anything else as it is. (transfer full) */
static char *
say_date (const char *iso)
{
  g_autofree char *noon = g_strconcat (iso, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (noon, NULL);

  return date != NULL ? lueur_format_date (date, C_("line above a day", "%-e %B %Y")) : g_strdup (iso);
}

static void
clear (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

static void
fill (LueurCrisisCard *self)
{
  const char *region = get_region (self);
  gboolean urgent = self->care != NULL && lueur_care_get_urgent (self->care), emergency = FALSE, listener = FALSE;
  g_autoptr (GPtrArray) picked = NULL;
  g_autofree char *path = NULL, *checked = NULL, *language = lueur_language_dup_interface ();
  g_autoptr (GError) error = NULL;

  if (self->lines == NULL)
    {
      path = lueur_context_find_data ("crisis-lines.json");
      self->lines = lueur_crisis_lines_load (path, &error);
      /* The general advice stands in any case. */
      if (self->lines == NULL)
        self->lines = g_ptr_array_new ();
    }
  clear (self->numbers);
  clear (self->others);
  picked = lueur_crisis_lines_pick (self->lines, region, language, urgent);
  /* Who listens best, and who comes at once; the rest with one more step. */
  for (guint i = 0; i < picked->len; i++)
    {
      const LueurCrisisLine *line = g_ptr_array_index (picked, i);
      gboolean *seen = line->emergency ? &emergency : &listener;

      adw_wrap_box_append (*seen ? self->others : self->numbers, make_card (self, line));
      *seen = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), picked->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->others), gtk_widget_get_first_child (GTK_WIDGET (self->others)) != NULL);
  gtk_widget_set_visible (self->urgent_text, urgent);
  gtk_widget_set_visible (self->elsewhere, !emergency);
  if (picked->len > 0)
    {
      g_autofree char *date = say_date (((LueurCrisisLine *) g_ptr_array_index (picked, 0))->checked);

      /* Translators: %s is a date such as 22 November 2026 */
      checked = lueur_sentence (_("Numbers checked on %s"), date);
    }
  gtk_label_set_label (self->checked, checked != NULL ? checked : "");
}

/* --- Coming and going -------------------------------------------------------------------------------- */

static void
update (LueurCrisisCard *self)
{
  gboolean shown = self->care != NULL && lueur_care_get_card (self->care);

  if (shown)
    fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  gtk_revealer_set_reveal_child (self->revealer, shown);
  if (shown && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->title),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What was unfolded is laid out in the next frame, and where lines wrap once more in the one after. */
static gboolean
on_unfolded (GtkWidget *checked, GdkFrameClock *frame_clock, gpointer data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (checked, GTK_TYPE_VIEWPORT);
  guint *frames = data;

  if (!gtk_widget_get_mapped (checked) || gtk_widget_get_height (checked) == 0)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), checked, NULL);
  return ++*frames < UNFOLDING_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Whoever unfolds more, or asks for another country, sees it to its end. */
static void
show_end (LueurCrisisCard *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->checked), on_unfolded, g_new0 (guint, 1), g_free);
}

static void
on_more (LueurCrisisCard *self, GParamSpec *pspec, GtkExpander *more)
{
  if (gtk_expander_get_expanded (more))
    show_end (self);
}

static void
on_country (LueurCrisisCard *self)
{
  if (self->care == NULL || !lueur_care_get_card (self->care))
    return;
  fill (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->checked)))
    show_end (self);
}

static void
on_bind (LueurCrisisCard *self, LueurCare *care)
{
  self->care = care;
  update (self);
}

static void
on_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurCrisisCard *self = LUEUR_CRISIS_CARD (widget);

  if (self->care != NULL)
    lueur_care_set_card (self->care, FALSE);
}

/* --- The widget -------------------------------------------------------------------------------------- */

static void
lueur_crisis_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((LueurCrisisCardProp) id)
    {
    case PROP_CARE:
      g_value_take_object (value, g_signal_group_dup_target (LUEUR_CRISIS_CARD (object)->signals));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_crisis_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurCrisisCard *self = LUEUR_CRISIS_CARD (object);

  switch ((LueurCrisisCardProp) id)
    {
    case PROP_CARE:
      if (g_value_get_object (value) == self->care)
        return;
      self->care = NULL;
      g_signal_group_set_target (self->signals, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_crisis_card_dispose (GObject *object)
{
  LueurCrisisCard *self = LUEUR_CRISIS_CARD (object);

  self->care = NULL;
  g_clear_object (&self->signals);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_CRISIS_CARD);
  G_OBJECT_CLASS (lueur_crisis_card_parent_class)->dispose (object);
}

static void
lueur_crisis_card_class_init (LueurCrisisCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_crisis_card_get_property;
  object_class->set_property = lueur_crisis_card_set_property;
  object_class->dispose = lueur_crisis_card_dispose;

  props[PROP_CARE] = g_param_spec_object ("care", NULL, NULL, LUEUR_TYPE_CARE,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_install_action (widget_class, "care.close", NULL, on_close);

  g_type_ensure (ADW_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/crisis-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, revealer);
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, card);
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, title);
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, urgent_text);
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, numbers);
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, others);
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, country);
  gtk_widget_class_bind_template_child (widget_class, LueurCrisisCard, checked);
  gtk_widget_class_bind_template_callback (widget_class, on_country);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

/* Where money and words are as in a country, the person most likely is: better than the language alone. */
static const char *
guess_region (void)
{
  const char *const names[] = { setlocale (LC_MONETARY, NULL), setlocale (LC_MESSAGES, NULL), setlocale (LC_CTYPE, NULL), NULL };

  return lueur_crisis_region_from_locale (names);
}

static void
on_country_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_country_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/* In large text the name of a country may be wider than the card: the button gives way, its list tells the whole. */
static void
let_country_shrink (LueurCrisisCard *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_country_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_country_bind), NULL);
  gtk_drop_down_set_list_factory (self->country, gtk_drop_down_get_factory (self->country));
  gtk_drop_down_set_factory (self->country, factory);
}

static void
lueur_crisis_card_init (LueurCrisisCard *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->signals = g_signal_group_new (LUEUR_TYPE_CARE);
  g_signal_connect_swapped (self->signals, "bind", G_CALLBACK (on_bind), self);
  g_signal_group_connect_swapped (self->signals, "notify::card", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::urgent", G_CALLBACK (on_country), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (guint i = 0; lueur_crisis_regions[i] != NULL; i++)
    gtk_string_list_append (names, name_region (lueur_crisis_regions[i]));
  gtk_drop_down_set_model (self->country, G_LIST_MODEL (names));
  let_country_shrink (self);
  lueur_direction_wrap (self->numbers);
  lueur_direction_wrap (self->others);
  lueur_crisis_card_set_region (self, guess_region ());
}

/**
 * lueur_crisis_card_new:
 * @care: (nullable): who says when the card is to be seen
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
lueur_crisis_card_new (LueurCare *care)
{
  return g_object_new (LUEUR_TYPE_CRISIS_CARD, "care", care, NULL);
}

void
lueur_crisis_card_set_region (LueurCrisisCard *self, const char *region)
{
  for (guint i = 0; lueur_crisis_regions[i] != NULL; i++)
    if (strcmp (lueur_crisis_regions[i], region) == 0)
      gtk_drop_down_set_selected (self->country, i);
}
