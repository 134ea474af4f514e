/* SPDX-License-Identifier: GPL-3.0-or-later */

/* English: games, and things done step by step. A line that asks for an answer names the step after it. */

#include "core/echo/content.h"

#define L ECHO_LINE
#define T ECHO_TEMPER
#define O ECHO_THEN

const LueurEchoLine lueur_echo_say_en_play[] = {
  /* --- Breathing --- */
  O (Y (BREATHE), Y (BREATHE_AFTER),
     "All right, one minute together. Sit as you are and let your shoulders drop.\n\n"
     "Breathe in through the nose while you count to four… and out, slowly, while you count to six.\n\n"
     "In… two… three… four. Out… two… three… four… five… six.\n\n"
     "Five times like that, at your own pace. If your thoughts wander off, let them, and come back to the counting. Write to me when you’re done."),
  O (Y (BREATHE), Y (BREATHE_AFTER),
     "Let’s slow things down. Put one hand on your belly, if you like, and both feet on the floor.\n\n"
     "In, and the hand rises: two… three… four.\n\n"
     "Out, longer than in, as if you were blowing on hot soup: two… three… four… five… six.\n\n"
     "Do that five or six times. There’s nothing to get right. I’ll be here when you’ve finished."),
  L (Y (BREATHE_AFTER), "Good. Give it a moment before you move on. What’s different, even slightly?"),
  L (Y (BREATHE_AFTER), "That’s it. The long breath out tells the body that it may stand down. How is it now?"),
  L (Y (BREATHE_AFTER), "Thank you for doing that. If it’s still racing, another five breaths never hurt. Where in the body is it quieter?"),
  O (Y (GROUND), Y (GROUND_AFTER),
     "Let’s come back to the room you’re in, by way of the senses. Take your time with each:\n\n"
     "– five things that you can see,\n– four that you can touch, one after the other,\n– three that you can hear,\n– two that you can smell,\n– one that you can taste.\n\n"
     "Which five things do you see?"),
  O (Y (GROUND), Y (GROUND_AFTER),
     "Feet on the floor first; press them down a little. Then look about you, slowly:\n\n"
     "– name five things you see,\n– touch four,\n– listen for three,\n– find two smells,\n– and one taste.\n\n"
     "Write me what you found, or only the last one."),
  L (Y (GROUND_AFTER), "There you are: here, in this room, in this minute. How does the floor feel under you?"),
  L (Y (GROUND_AFTER), "Good. All of that is real and it holds. What’s calmer than a minute ago?"),

  /* --- Thoughts in order: four steps, and something to keep --- */
  O (Y (ORDER_1), Y (ORDER_2), "Let’s put it in order, four short steps. First: write down everything that’s whirling about, just in keywords, in any order. What’s there?"),
  O (Y (ORDER_1), Y (ORDER_2), "All right, we’ll sort it together, one step at a time. Step one is simply emptying your pockets: what are all the things in your head right now?"),
  O (Y (ORDER_2), Y (ORDER_3), "Good, now it’s outside. Second step: which one of these weighs the most?"),
  O (Y (ORDER_2), Y (ORDER_3), "It looks different on the page, doesn’t it. Step two: if you could lift only one of those today, which would bring the most relief?"),
  O (Y (ORDER_3), Y (ORDER_4), "Third step. Of that, what is in your hands, and what isn’t?"),
  O (Y (ORDER_3), Y (ORDER_4), "Step three: look at that one closely. Which part of it can you do something about?"),
  O (Y (ORDER_4), Y (ORDER_END), "Last step: what is the smallest thing you could do about it, in ten minutes or less?"),
  O (Y (ORDER_4), Y (ORDER_END), "And the fourth: what’s one small, doable move, so small that it’s almost silly?"),
  L (Y (ORDER_END), "There, that’s yours to keep:\n\n– On your mind: “{a1}”\n– What weighs most: “{a2}”\n– In your hands: “{a3}”\n– First step: “{a4}”\n\nThe rest may wait its turn."),
  L (Y (ORDER_END), "Here it is, sorted, in your own words:\n\n– What was whirling: “{a1}”\n– The heaviest: “{a2}”\n– What you can do something about: “{a3}”\n– To begin with: “{a4}”\n\nOne thing at a time is enough."),

  /* --- A story in turns --- */
  O (Y (STORY_1), Y (STORY_NEXT), "Let’s make one up, you and I. A lighthouse keeper finds a letter in a bottle, addressed to the sea. What does it say?"),
  O (Y (STORY_1), Y (STORY_NEXT), "Once, in a town where it had rained for a hundred years, somebody knocked at a door with a dry umbrella. Who was it?"),
  O (Y (STORY_1), Y (STORY_NEXT), "The last train of the night stops at a station that isn’t on the map. One passenger gets off. What is she carrying?"),
  O (Y (STORY_1), Y (STORY_NEXT), "In the attic stands a cupboard that was always locked. Tonight it’s open by a finger’s width. What can be heard from inside?"),
  O (Y (STORY_1), Y (STORY_NEXT), "A fox walks into a bakery before sunrise and puts a coin on the counter. What does it want?"),
  O (Y (STORY_1), Y (STORY_NEXT), "An old clockmaker builds a clock that runs backwards for one minute a day. For whom?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "And at that very moment the light goes out. Who speaks first?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Nobody had expected that. Somebody in the background begins to smile: why?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Good. Now there’s a price to be paid for it. What is it?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "But one detail doesn’t fit. Which one?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Meanwhile, a long way off, someone is dreaming exactly that. Who?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Then a door opens that hadn’t been there before. Where does it lead?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Years later people still talk about it. What do they get wrong?"),
  O (Y (STORY_NEXT), Y (STORY_NEXT), "Three words are written on the wall. Which?"),
  L (Y (STORY_END), "And that’s where the story rests, until somebody tells it again. Shall we leave it there?"),
  L (Y (STORY_END), "The end, or a good place for one. It began with almost nothing, and most of it was yours."),
  L (Y (STORY_END), "Here the page ends. If you’d like to keep it, it’s all there above."),

  /* --- This or that --- */
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather be able to talk with animals, or to speak every language there is?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather live without music, or without books?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather know how your story ends, or never know what time it is?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather have a house by the sea, or one in the mountains?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather meet yourself at ten, or yourself at eighty?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather be invisible for a day, or fly for an hour?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather have one close friend, or twenty good ones?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather always say what you think, or always know what others think?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather have breakfast at every meal, or dessert before every meal?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather lose your keys every day, or your words once a week?"),
  O (Y (RATHER), Y (RATHER_WHY), "Would you rather have an hour more each day, or a day more each week?"),
  O (Y (RATHER_WHY), Y (RATHER), "A clear choice. Another one?"),
  O (Y (RATHER_WHY), Y (RATHER), "I’d have bet on the other one, if programs could bet. One more?"),
  O (Y (RATHER_WHY), Y (RATHER), "That tells a little something about you. Shall I ask another?"),
  O (Y (RATHER_WHY), Y (RATHER), "Good reasons, surely. Again?"),

  /* --- Words --- */
  O (Y (WORDS_1), Y (WORDS_NEXT), "I say a word, and you write the first one that comes to you. Mine is: {word}."),
  O (Y (WORDS_1), Y (WORDS_NEXT), "A chain of words: no thinking, just the next link. I’ll begin with: {word}."),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "From there I go to: {word}. Your turn."),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "That leads me to: {word}. And you?"),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "Then I’d say: {word}. Next link, please."),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "Mine would be: {word}. Go on."),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "Now I hear: {word}. What follows?"),
  O (Y (WORDS_NEXT), Y (WORDS_NEXT), "Which makes me write: {word}. Over to you."),
  L (Y (WORDS_END), "What a chain. Your links were: {list}. Which of them would you keep?"),
  L (Y (WORDS_END), "Let’s look at what you’ve strung together: {list}. That’s nearly a poem."),

  O (I (GAME), I (WORDS), "I know a few small ones: a chain of words, a story told in turns, or “would you rather”. Shall we start with the words?"),
  O (I (GAME), I (STORY), "I have three games in my pocket: word chains, a story we tell in turns, and “would you rather”. Shall we take the story?"),
  O (I (GAME), I (RATHER), "Gladly: words, a story in turns, or “would you rather”. Shall I ask you a “would you rather”?"),

  /* --- Jokes --- */
  O (I (JOKE), I (JOKE), "Two goldfish in a tank. One says to the other: “Do you know how to drive this thing?”"),
  O (I (JOKE), I (JOKE), "I told my computer I needed a break. It has been sending me holiday brochures ever since."),
  O (I (JOKE), I (JOKE), "A snail is mugged by two tortoises. The police ask what happened. “I don’t know,” says the snail, “it all went so fast.”"),
  O (I (JOKE), I (JOKE), "Why do bees hum? They never learnt the words."),
  O (I (JOKE), I (JOKE), "A man walks into a library and orders fish and chips. “This is a library,” says the librarian. “Sorry,” he whispers, “fish and chips, please.”"),
  O (I (JOKE), I (JOKE), "My memory is so good that I can remember things which never happened. I’m a script, so nothing ever did."),
  O (I (JOKE), I (JOKE), "What does a clock do when it’s hungry? It goes back for seconds."),
  L (I2 (JOKE), "I said small games, I never said good jokes."),
  { 0, 0, 0, NULL },
};
