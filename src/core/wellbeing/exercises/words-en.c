/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/exercises/words.h"

#define LINE LUEUR_STEP_LINE
#define TEXT LUEUR_STEP_TEXT
#define END LUEUR_STEP_RESULT

const LueurExerciseWords lueur_exercise_words_en[LUEUR_N_EXERCISES] = {
  [LUEUR_EXERCISE_MESSAGE] = {
    "Write a Difficult Message", "To somebody, about something that hurts. You get a draft to copy.",
    { { LINE, "Who is it for?", "A name, or what they are to you" },
      { TEXT, "Write it as it comes, without politeness. Nobody reads this part, and it will not be in the draft.",
        "All that you would like to throw at them belongs here." },
      { LINE, "What happened, as a camera would have seen it?", "On Sunday you left before dinner." },
      { LINE, "And what did it do to you? One feeling, in your own words.", "I felt left out." },
      { LINE, "What would you have needed?", "I would have needed a word before you left." },
      { LINE, "What do you ask for now? One thing, to which they can say yes or no.", "Could we talk on the phone this week?" },
      { END, "Here is a draft, made of your words alone. Change what you like. Nothing needs to be sent today: a night often "
             "improves a letter." } },
    "{0},\n\n{2}\n\n{3}\n\n{4}\n\n{5}" },
  [LUEUR_EXERCISE_DISPUTE] = {
    "Step Back From a Dispute", "See it from across the street. You get one question to ask.",
    { { LINE, "What was said or done? One or two sentences will do." },
      { TEXT, "Your side, as strongly as you feel it." },
      { TEXT, "Now theirs, as they would tell it to a friend. So fair that they would nod.",
        "This is the hard part. A program that knows only your side cannot do it for you." },
      { LINE, "Somebody stood across the street, and wishes you both well. What did they see?" },
      { LINE, "Which part of it, even a small one, is yours to change?" },
      { LINE, "Which question could you ask them, to which you do not know the answer?", "What did you hear when I said that?" },
      { END, "This is yours to take along. A question whose answer one knows is none; this one is." } },
    "To ask: {5}\n\nMine to change: {4}\n\nFrom across the street: {3}" },
  [LUEUR_EXERCISE_CALM] = {
    "Calm a Passing Anxiety", "Breathe together, then come back to the room. You get one small step.",
    { { LUEUR_STEP_CHOICE, "It is unpleasant, and it passes. What would do you good first?", NULL,
        { "Breathe together", "Straight to the room" }, 1 },
      { LUEUR_STEP_BREATHE, "Sit as you like, and let your shoulders drop. In for four, out for six: just breathe along.",
        "Two minutes. If breathing slowly feels bad, go on to the next step." },
      { LINE, "Look around. Five things that you see?", "The lamp, a cup, the edge of the table…" },
      { LINE, "Four things that touch you, or that you touch?", "The floor under your feet, the sleeve on your arm…" },
      { LINE, "Three things that you hear?" },
      { LINE, "Two things that you smell, or would like to?" },
      { LINE, "And one thing that you taste, or that was all right today?" },
      { LINE, "What is one small thing for the next ten minutes?", "Open the window. Drink a glass of water." },
      { END, "That is enough for now. If it comes often, or will not go, a doctor can help with exactly this." } },
    "For the next ten minutes: {7}" },
  [LUEUR_EXERCISE_DECISION] = {
    "Explore a Decision", "Not what to choose, but what to find out. You get the question, and who to ask.",
    { { LINE, "What is to be decided? Put it as a question.", "Shall I move to another town for this job?" },
      { TEXT, "Which ways are there? One per line. Leaving all as it is counts, too." },
      { TEXT, "What matters to you in it? One per line.", "People, health, money, meaning, quiet…" },
      { LINE, "A good friend stands before exactly this. What would you tell them?" },
      { LINE, "Ten years from now: what would you rather have tried?" },
      { LINE, "What do you not know yet, that would change the answer?" },
      { LINE, "Who could know it? A person, rather than a program.", "Somebody who has done it" },
      { END, "The decision is yours, and nobody gave you one here. This is what is still missing, and who to ask." } },
    "The question: {0}\n\nStill to find out: {5}\n\nWhom to ask: {6}\n\nWhat I would tell a friend: {3}" },
  [LUEUR_EXERCISE_ORDER] = {
    "Put Thoughts in Order", "Everything out of your head, then sorted. You get a list.",
    { { TEXT, "Everything that goes round in your head, one per line, in no order.", "Call the dentist\nThe quarrel with Ana\nTaxes" },
      { LUEUR_STEP_SORT, "Now each of them: today, later, or not for you to carry?", NULL, { "Today", "Later", "Let go" } },
      { LINE, "Of today’s: what is the first step, so small that it cannot fail?", "Look up the number." },
      { END, "Here is your list. What is written down need not go round any more." } },
    "First: {2}\n\nToday\n{s0}\n\nLater\n{s1}\n\nLet go\n{s2}" },
};
