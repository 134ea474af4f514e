/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the desktop wants no motion, nothing moves: each change is there with its first frame, and between changes nothing is
 * drawn at all. Each thing is shown to move first where it may, so that a test of nothing cannot pass. */

#include <locale.h>

#include "library-fixture.h"

#include "support/mock.h"
#include "ui/chat/chat-view.h"
#include "ui/chat/composer.h"
#include "ui/chat/typing.h"
#include "ui/frames.h"
#include "ui/less-motion.h"
#include "ui/wellbeing/exercise-dialog.h"
#include "ui/wellbeing/notice-row.h"

/* So long is looked whether anything is drawn (ms), */
#define LOOK 700
/* and so many frames something that moves takes in it at least; a face that fades, or a count, has a few. */
#define MOVING 12
#define STILL 3

static guint n_frames;

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  n_frames++;
}

static void
set_motion (Fixture *f, gboolean moves)
{
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", moves, NULL);
}

/* Frames while it is only looked at. */
static guint
look (Fixture *f)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (f->window));
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), NULL);

  n_frames = 0;
  lueur_test_spin (LOOK);
  g_signal_handler_disconnect (clock, id);
  return n_frames;
}

/* Frames while it is only looked at, once what was asked for has come: what moves goes on moving, however often one looks; what a
 * busy machine draws late does not. */
static guint
look_later (Fixture *f)
{
  guint frames = 0;

  for (guint i = 0; i < 8; i++)
    {
      /* A page may take the focus a frame late, and GTK's cursor blinks by frames. */
      gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
      if ((frames = look (f)) <= STILL)
        break;
    }
  return frames;
}

/* The face lives on its own, with a test of its own (avatar-motion): out of the way. */
static void
hold_face (Fixture *f)
{
  GtkWidget *avatar = find (GTK_WIDGET (f->window), LUEUR_TYPE_AVATAR);

  if (avatar != NULL)
    g_object_set (avatar, "animate", FALSE, NULL);
}

static void
start_talking (Fixture *f)
{
  act (f, "win.just-talk", NULL);
  wait_for (f, LUEUR_TYPE_COMPOSER);
  lueur_test_frames (GTK_WIDGET (f->window), 72);
  hold_face (f);
}

static void
say (Fixture *f, const char *text)
{
  GtkWidget *composer = seen (f, LUEUR_TYPE_COMPOSER);

  lueur_composer_set_text (LUEUR_COMPOSER (composer), text);
  gtk_widget_activate_action (composer, "composer.send", NULL);
  /* No cursor that blinks. */
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
}

/* Three dots, while a model thinks. */
static void
test_typing (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMock) mock = lueur_mock_new (NULL);
  g_autofree char *url = lueur_mock_get_base_url (mock, "silent");
  guint moving, still;

  start_talking (f);
  g_object_set (lueur_context_get_settings (f->context), "base-url", url, "model", "m", NULL);
  set_motion (f, TRUE);
  say (f, "Are you there?");
  wait_for (f, LUEUR_TYPE_TYPING);
  lueur_test_spin (600);
  hold_face (f);
  moving = look (f);
  set_motion (f, FALSE);
  lueur_test_frames (GTK_WIDGET (f->window), 18);
  still = look_later (f);
  g_test_message ("%u frames, and %u", moving, still);
  g_assert_cmpuint (moving, >, MOVING);
  g_assert_cmpuint (still, <=, STILL);
  gtk_widget_activate_action (seen (f, LUEUR_TYPE_CHAT_VIEW), "chat.stop", NULL);
  lueur_test_spin (200);
  g_object_set (lueur_context_get_settings (f->context), "base-url", "", "model", "", NULL);
}

/* In how many steps @widget comes to its height after @change: one at most where it is there with a frame, however late a busy
 * machine draws it. */
static guint
count_steps (Fixture *f, void (*change) (Fixture *f), GType type)
{
  gint64 end = g_get_monotonic_time () + LOOK * G_TIME_SPAN_MILLISECOND;
  GtkWidget *widget = seen (f, type);
  int height = widget != NULL ? gtk_widget_get_height (widget) : 0;
  guint n = 0;

  change (f);
  while (g_get_monotonic_time () < end)
    {
      int now;

      lueur_test_spin (10);
      widget = seen (f, type);
      now = widget != NULL ? gtk_widget_get_height (widget) : 0;
      n += now != height;
      height = now;
    }
  return n;
}

static void
set_notice (Fixture *f, gboolean shown)
{
  GtkWidget *notice = seen (f, LUEUR_TYPE_NOTICE_ROW);

  gtk_revealer_set_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (notice)), shown);
}

static void
show_notice (Fixture *f)
{
  set_notice (f, TRUE);
}

/* A line that slides in; the cards below the chat are revealers of the same kind. */
static void
test_notice (Fixture *f, gconstpointer data)
{
  guint moving, still;

  start_talking (f);
  set_motion (f, FALSE);
  set_notice (f, FALSE);
  lueur_test_frames (GTK_WIDGET (f->window), 6);
  set_motion (f, TRUE);
  moving = count_steps (f, show_notice, LUEUR_TYPE_NOTICE_ROW);
  set_motion (f, FALSE);
  set_notice (f, FALSE);
  lueur_test_frames (GTK_WIDGET (f->window), 6);
  still = count_steps (f, show_notice, LUEUR_TYPE_NOTICE_ROW);
  g_test_message ("%u steps, and %u", moving, still);
  g_assert_cmpuint (moving, >, 2);
  g_assert_cmpuint (still, ==, 1);
}

typedef struct
{
  guint transitions; /* stacks and revealers that are under way */
} Running;

static void
look_for_running (GtkWidget *widget, Running *running)
{
  if (GTK_IS_STACK (widget) && gtk_stack_get_transition_running (GTK_STACK (widget)))
    running->transitions++;
  if (GTK_IS_REVEALER (widget) &&
      gtk_revealer_get_child_revealed (GTK_REVEALER (widget)) != gtk_revealer_get_reveal_child (GTK_REVEALER (widget)) &&
      gtk_widget_get_mapped (widget))
    running->transitions++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_for_running (child, running);
}

/* Every place that can be gone to: no stack, revealer, page or dialog is on its way a frame after, and nothing is drawn once
 * it has been read. */
static void
test_places (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *action, *target;
  } places[] = {
    { "win.library", NULL },        { "win.bin", NULL },           { "win.leave-library", NULL }, { "win.leave-library", NULL },
    { "win.new-companion", NULL },  { "win.preferences", "model" }, { "win.wellbeing", "" },       { "win.wellbeing", "feelings" },
    { "win.wellbeing", "people" },  { "win.help", "" },            { "win.persons", NULL },       { "win.ready-companions", NULL },
    { "win.toggle-sidebar", NULL }, { "win.toggle-sidebar", NULL },
  };

  start_talking (f);
  set_motion (f, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      Running running = { 0 };
      guint still;

      act (f, places[i].action, places[i].target != NULL ? "s" : NULL, places[i].target);
      look_for_running (GTK_WIDGET (f->window), &running);
      if (running.transitions > 0)
        g_error ("%s(%s): %u transitions run", places[i].action, places[i].target, running.transitions);
      /* Faces are drawn when they have been read, which a busy machine takes its time for. */
      lueur_test_frames (GTK_WIDGET (f->window), 24);
      still = look_later (f);
      g_test_message ("%s: %u frames", places[i].action, still);
      if (still > STILL)
        g_error ("%s(%s): %u frames are drawn while nothing happens", places[i].action, places[i].target, still);
      if (dialog (f) != NULL)
        {
          adw_dialog_force_close (dialog (f));
          lueur_test_frames (GTK_WIDGET (f->window), 6);
          g_assert_null (dialog (f));
        }
    }
}

static gboolean
counts_on (gpointer page)
{
  GtkWidget *word = page;

  return g_strcmp0 (gtk_label_get_label (GTK_LABEL (word)), "4") != 0;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* Breathing: a count, in place of a face that breathes. */
static void
test_breathing (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  LueurExerciseDialog *exercises = lueur_exercise_dialog_new (f->context, persona);
  GtkWidget *choice, *count;
  guint still;

  set_motion (f, FALSE);
  adw_dialog_present (ADW_DIALOG (exercises), GTK_WIDGET (f->window));
  lueur_test_frames (GTK_WIDGET (f->window), 18);
  lueur_exercise_dialog_start (exercises, "calm");
  lueur_test_spin (1200);
  hold_face (f);
  choice = find_label (GTK_WIDGET (exercises), "Breathe together");
  g_signal_emit_by_name (gtk_widget_get_parent (choice), "clicked");
  lueur_test_spin (60);
  count = find_label (GTK_WIDGET (exercises), "4");
  g_assert_nonnull (count);
  /* The step is long there by the next count, on however busy a machine. */
  g_assert_true (lueur_test_wait_until (counts_on, count, 10000));
  still = look_later (f);
  g_test_message ("%u frames", still);
  g_assert_cmpuint (still, <=, STILL);
  adw_dialog_force_close (ADW_DIALOG (exercises));
  lueur_test_frames (GTK_WIDGET (f->window), 6);
}

/* --- The younger of the two switches -------------------------------------------------------------- */

/* In place of GtkSettings, which has this property only from GTK 4.22 on. */
typedef struct
{
  GObject parent_instance;
  gboolean animations;
  int preference;
} Desk;

typedef GObjectClass DeskClass;

GType desk_get_type (void);

G_DEFINE_TYPE (Desk, desk, G_TYPE_OBJECT)

static void
desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == 1)
    g_value_set_boolean (value, ((Desk *) object)->animations);
  else
    g_value_set_enum (value, ((Desk *) object)->preference);
}

static void
desk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == 1)
    ((Desk *) object)->animations = g_value_get_boolean (value);
  else
    ((Desk *) object)->preference = g_value_get_enum (value);
}

static void
desk_class_init (DeskClass *klass)
{
  static const GEnumValue values[] = { { 0, "NO_PREFERENCE", "no-preference" }, { 1, "REDUCE", "reduce" }, { 0 } };
  GType type = g_enum_register_static ("DeskReducedMotion", values);

  klass->get_property = desk_get_property;
  klass->set_property = desk_set_property;
  g_object_class_install_property (klass, 1, g_param_spec_boolean ("gtk-enable-animations", NULL, NULL, TRUE, G_PARAM_READWRITE));
  g_object_class_install_property (klass, 2, g_param_spec_enum ("gtk-interface-reduced-motion", NULL, NULL, type, 0,
                                                                G_PARAM_READWRITE));
}

static void
desk_init (Desk *self)
{
  self->animations = TRUE;
}

static void
test_preference (Fixture *f, gconstpointer data)
{
  g_autoptr (GObject) desk = g_object_new (desk_get_type (), "gtk-interface-reduced-motion", 1, NULL);
  Desk *self = (Desk *) desk;

  lueur_less_motion_follow (desk);
  g_assert_false (self->animations);
  g_object_set (desk, "gtk-interface-reduced-motion", 0, NULL);
  g_assert_true (self->animations);
  g_object_set (desk, "gtk-interface-reduced-motion", 1, NULL);
  g_assert_false (self->animations);
  /* A desktop that does not know it: nothing is touched. */
  lueur_less_motion_follow (G_OBJECT (f->window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C.UTF-8");
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.lueur_app.Test", "flags",
                              G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/lueur_app/Lueur", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

#define ADD(name) g_test_add ("/still/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (typing);
  ADD (notice);
  ADD (places);
  ADD (breathing);
  ADD (preference);
#undef ADD

  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
