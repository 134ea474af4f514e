/* SPDX-License-Identifier: GPL-3.0-or-later */

/* English turns of phrase that mean nothing of the kind, and what takes an alarming word back or makes it urgent. */

#include "core/wellbeing/danger/crisis-table.h"

#define CALM LUEUR_CRISIS_NONE, 0
#define CAP_NONE CRISIS_CAP_NONE, 0
#define CAP_TOPICAL CRISIS_CAP_TOPICAL, 0
#define CAP_ACTIVE CRISIS_CAP_ACTIVE, 0
#define NOW CRISIS_NOW, 0
#define PAST CRISIS_PAST, 0
#define STORY CRISIS_STORY, 0
#define EVERYDAY CRISIS_EVERYDAY, 0

const LueurPhrase lueur_crisis_calm_en[] = {
  { CALM, "suicide squad/vest/bomber/bombing/squeeze/silence/doors/door/girls/boys/king/mission/run/burnout/booth/slide/knob/machine" },
  { CALM, "band/group/album/song/burger/wings/pizza/sauce/cocktail/chili suicide" },
  { CALM, "suicide ... band/album/court/drill/drills/sprints/chili/wings/burger/sauce/cocktail/pizza/record/lungs/vinyl" },
  { CALM, "run/ran/running suicides/suicide" },
  { CALM, "@kill/@killing yourself/himself/herself/themselves/ourselves over/carrying/working/trying/for/at/with/doing/to/in/studying/on" },
  { CALM, "political/career/social/commercial/financial/professional/economic/electoral/brand suicide" },
  { CALM, "@kill/@killing myself laughing/over/with/at/to/trying/by/in .. work/finish/job/gym/homework/workout/laughing/make/meet/get/please/"
          "deadline/this/training/perfect/assignment/overtime/everyone" },
  { CALM, "could/should/going to/have? @kill/killed myself for/over forgetting/missing/losing/not/saying/eating/sending/buying" },
  { CALM, "kick/kicking myself" },
  { CALM, "hang/hanging/delete/end/choke/cut/burn/hurt/hit/scratch/off/top/drown/starve/punish myself .. out/up/some/a/short/off/loose/dry/slice/"
          "shaving/cooking/hammock/tea/coffee/work/paperwork/rope/climbing/silks/bar/emails/email/ice/chocolate/cookies/group/chat/account" },
  { CALM, "@kill/@killing time/it/two/the/a/this/that/off? .. process/bug/mood/vibe/job/task/server/lights/engine/weeds/bird/birds/presentation/"
          "interview/exam/test/dance/game/show/set/spider/app/session/switch/noise/music" },
  { CALM, "killing/kills/killed/kill me .. work/job/boss/shoes/feet/heat/jokes/joke/headache/traffic/humidity/back/knees/legs/stop/laughing/laugh/"
          "funny/suspense/heels/allergies/hayfever/diet/class/homework/commute/lol/deadline/softly/monday/mondays/meeting/wait" },
  { CALM, "it/this/that/which/he/she/they/you/thing/shoes/heels/back/feet/head/job/boss/heat/commute/traffic/kids/weather/workout/suspense/cramps/"
          "headache/mom/mum/dad/parents/teacher/wife/husband/homework/deadline/wait/class/exam/exams/meeting/meetings/stairs/allergies/legs/"
          "knees/curiosity/humidity/work/cold/schedule/week is/are/was/were/will/would/going/s/must/gonna going? to? be? kill/kills/killing/killed/murder me" },
  { CALM, "this/that/these/those/my/the .. is/are/was/were killing me" },
  { CALM, "kill/shoot me now" },
  { CALM, "kill/murder/@kill for/to a/an/some/have/that/your .." },
  { CALM, "@to/2 die for" },
  { CALM, "dying/die @to/of/from/for/laughing see/know/try/laughter/laughing/embarrassment/boredom/curiosity/shame/hear/meet/go/tell/watch/read/get/"
          "play/eat/visit/a/some/my/the/find/show/hunger/thirst/heat/cringe/coffee/water/summer/weekend/this" },
  { CALM, "die/dying/died/dead of/from/laughing/with laughter/embarrassment/boredom/shame/hunger/thirst/cringe/laughing/curiosity/heat/happiness/joy/cuteness/"
          "cancer/covid/old/natural/cold/awkwardness/excitement/pride/anticipation/exhaustion/humiliation" },
  { CALM, "@want @to die .. laughing/embarrassment/cringe/embarrassed/embarrassing/funny/mortified/shame/awkward/laughed/boredom/mortifying/hangover/hungover/"
          "lmao/lol/crawl/professor/teacher/crush" },
  { CALM, "embarrassed/embarrassing/mortified/mortifying/awkward/hungover/hangover .. @want @to die/disappear/vanish" },
  { CALM, "could/almost/nearly/just/about/thought/like died/die/dead of/laughing/when/from/he/she/it" },
  { CALM, "i almost/nearly/just/literally died" },
  { CALM, "i/am/im dead lol" },
  { CALM, "am/so dead tired/serious/lol/line/easy/right/beat/sure/silent/drop/meat/if/when/weight" },
  { CALM, "dead wrong/set/center/centre/certain/slow/ringer/heat/sexy/giveaway" },
  { CALM, "ran/run/walked/cycled/miles/kilometres/drove/12/10/5/20 .. kill myself this/today/in/yesterday" },
  { CALM, "if .. once/one more/again ... throw/jump/kill myself? .." },
  { CALM, "dead tired/serious/line/lift/end/easy/right/pan/poets/battery/phone/plant/sea/weight/pixel/link/code/letter" },
  { CALM, "to death bored/scared/tickled/frightened/worried/freezing/starving/love/sick/tired" },
  { CALM, "bored/scared/tickled/worried/love/loved/freezing/frozen/starving/sick/tired/beaten/done to death" },
  { CALM, "rather/sooner die than" },
  { CALM, "over my dead body" },
  { CALM, "or die trying" },
  { CALM, "do or die" },
  { CALM, "live and let die" },
  { CALM, "want to live/die forever/in/near/by/with/abroad/somewhere/old/here/there/together" },
  { CALM, "battery/phone/plant/plants/laptop/car/character/sim/sims/avatar/game/server/engine/wifi/tv/console/printer/tablet/headphones/mic/garden/flowers/"
          "orchid/cactus/fish/goldfish/succulent/computer/pc/internet/controller/watch/mower/motor .. die/dies/died/dying/dead/killed/dropping/crashed" },
  { CALM, "kill/killed/die/died/killing/dying/dead .. boss/game/level/enemy/enemies/round/match/respawn/zombie/zombies/dragon/creeper/lava/raid/quest/"
          "npc/spawn/dungeon/minecraft/fortnite/elden/souls/sims/skyrim/zelda" },
  { CALM, "want/end/ending/ended it/things with/between/him/her/them/my/boyfriend/girlfriend/us" },
  { CALM, "end/ending/ended it/things with/between him/her/them/my/this/us" },
  { CALM, "end it/everything/this/things .. relationship/subscription/contract/meeting/project/call/conversation/chapter/story/essay/lease/membership/"
          "friendship/marriage/engagement/session/date/debate/argument/stream/series" },
  { CALM, "take my life .. back/control/seriously/hands/direction" },
  { CALM, "end my life .. story/as/a/in/of/like/with .. chapter/insurance/student/bachelor" },
  { CALM, "life/living insurance/coach/hack/hacks/jacket/sentence/support" },
  { CALM, "end the/this/my pain/suffering of/in/from .. knee/back/tooth/shoulder/arthritis/toothache/commuting/monday" },
  { CALM, "cut/cutting/burned/cut/burnt/burn/hurt/hit/injured/injure/harmed/harming/hurting myself .. shaving/cooking/kitchen/gym/running/accident/accidentally/"
          "paper/onion/onions/oven/iron/playing/training/exercising/workout/deadlift/deadlifting/lifting/skiing/falling/fell/bike/football/tennis/soccer/basketball/"
          "yoga/knife/can/gardening/chopping/slicing/carrots/vegetables/stove/pan/toaster/coffee/soldering/climbing/garden/rose/thorns/skating/skateboarding" },
  { CALM, "accidentally cut/hurt/burned/burnt/shot/hit/stabbed/injured/locked myself" },
  { CALM, "shoot/shot/shooting myself in the foot" },
  { CALM, "shoot/film/shooting/filming myself .. camera/video/tripod/selfie/vlog/content/portrait" },
  { CALM, "cut/cutting myself .. slack/off/some/a/fringe/hair/bangs/piece/slice" },
  { CALM, "starve myself of sleep" },
  { CALM, "take/took/taking .. my .. meds/pills/tablets/medication .. morning/breakfast/daily/doctor/cold/allergy/remind/reminder/prescribed/headache/vitamins/forgot/food/water" },
  { CALM, "remind/forgot/forget/remember me?/to to? take/took" },
  { CALM, "@want @to? disappear/vanish .. embarrassed/cringe/embarrassment/holiday/vacation/weekend/woods/duvet/blanket/blankets/covers/quilt/beach/mountains/island/week/couple/days/countryside/cabin/"
          "month/sofa/book/sabbatical" },
  { CALM, "@want/like/need @to sleep/rest/go .. forever .. weekend/today/lol/marathon/shift/exam/exams/holiday/gym/trip/flight" },
  { CALM, "tired/sick/bored of life in/at/on/abroad" },
  { CALM, "tired/sick/fed/exhausted of/with/from/up living/being/it/everything/life .. with/in/at/out/around/roommate/roommates/parents/city/late/single/on/told/the/treated/"
          "compared/here/cold/broke/sick/wrong/adult/work/same" },
  { CALM, "too? tired/exhausted to go/keep out/to/running/up/working/watching/playing/talking/cooking/my/my/reading/gym/anywhere" },
  { CALM, "@want/do/not/nt @to? live/living .. here/in/with/there/alone/abroad/city/country/house/flat/apartment/together/parents/roommate/roommates here?" },
  { CALM, "do not want @to be/stay/keep/go/continue here .. meeting/party/work/office/class/school/lecture/wedding/gym/airport/conference/dinner/town/job" },
  { CALM, "do not want @to keep/go/continue/be .. working/playing/studying/reading/watching/meeting/arguing/gym/fighting/late/rude/mean/single/alone/alone/doing/to/out/paying/talking/"
          "training/job/course/diet/classes/piano/lessons/university/college" },
  { CALM, "do not want @to exist .. meeting/monday/public" },
  { CALM, "no longer want/have/care @to/about live/will .. in/with/here/at" },
  { CALM, "never/not/nt want/have/need/wish @to wake up .. early/monday/before/alarm/six/seven/7/6/5/dream/at/for/this/from/the/dog/baby/him/her/tomorrow/winter" },
  { CALM, "never/not wake up .. early/time/alarm/him/her/baby/refreshed/before/rested/on" },
  { CALM, "wish .. not wake up .. early/6/5/alarm/at" },
  { CALM, "no/the/what/is point in/of going/living/being/to/trying/it/this there/out/here/in/at/on/with/exercise/meeting/homework/class/course/game/rule/school/movie/feature" },
  { CALM, "point of/in this/the/my/it/anything/life .. meeting/exercise/homework/class/course/game/rule/essay/movie/feature/feature/task/lesson/job/project" },
  { CALM, "jump/jumping/leap/step/walk in front of? the? line/queue/camera/crowd/mirror/class/audience" },
  { CALM, "jump/jumping/throw/throwing/leap/dive/walk/step myself?/off?/in?/into?/from?/on?/out? of?/the?/a?/my? couch/bed/wall/swing/diving/board/trampoline/work/it/bed/"
          "conclusion/conclusions/project/shower/pool/call/studies/job/rope/conversation/bandwagon/meeting/deep" },
  { CALM, "jump/jumping/dive/swim/swimming/walk/drive/step .. in/into/to/out/on/off .. pool/sea/ocean/lake/river .. swim/summer/fun/dog/friends/warm/holiday/bath/kids/cool" },
  { CALM, "drive/driving/walk/walking/step/jump/jumping into/to/out/on/in/onto/off the?/a?/my? work/town/store/job/bus/train/next/pool/plane/car/taxi/uber/water/office/stage/field" },
  { CALM, "bungee/bungy/parachute/skydive/skydiving/bunjee/base/rope jump/jumping/jumped/diving .." },
  { CALM, "jump/jumping off/from a/the bridge/cliff/building .. bungee/parachute/skydiving/game/minecraft/holiday/base/video/friend/friends/everyone/if" },
  { CALM, "if .. friends/everyone .. jump/jumped off a/the bridge/cliff" },
  { CALM, "on the bridge .. traffic/stuck/late/walking/taking/photo/photos/fishing/jam/cycling/running/driving/view/sunset/picture/pictures/guitar/song/waiting/queue" },
  { CALM, "on the/a roof/rooftop/balcony/ledge .. bar/party/fixing/tiles/repairing/solar/stars/antenna/garden/terrace/sunset/gutter/gutters/coffee/drinking/plants/barbecue/beer/cat/installing" },
  { CALM, "bridge/edge of/on/over/the my? seat/sanity/chair/table/guitar/phone/nose" },
  { CALM, "bury/drown/drowning/lose/losing/throw/throwing/hang/kill/killing/burn/work/working myself in/into/at/with/out/up work/paperwork/books/studies/emails/debt/my/the/music/coffee/chocolate" },
  { CALM, "drowning in/my/under .. work/emails/paperwork/debt/laundry/homework/sorrows/deadlines/email" },
  { CALM, "can not/nt take/do/bear/stand/go/handle/keep/carry/live .. neighbor/neighbour/neighbors/neighbours/noise/cold/heat/traffic/meeting/meetings/boss/coffee/phone/chocolate/"
          "music/internet/photo/picture/call/wifi/glasses/spicy/food/homework/math/maths/job/commute/weather/humidity/roommate/dog/barking/construction/winter/diet/you/him/her/"
          "politics/news/ads/glasses/sugar/cheese/pizza/working/tomorrow/tonight/party/vacation/out/cat" },
  { CALM, "overdose/overdosing/overdosed/od/ing on/of chocolate/sugar/coffee/caffeine/netflix/cuteness/cheese/sun/carbs/tv/memes/cookies/candy/cake/tiktok/ice/pasta/christmas" },
  { CALM, "have/got/bought/need/with/made/is/use a/the/my/new .. rope/belt/knife/gun/razor/scissors .. climbing/swing/cooking/kitchen/shaving/glue/boat/dog/garden/hiking/cut/sharp/chef/nail/massage/"
          "water/bread/tent/steak/price/beard/wrapping/hand/craft/paint/tug/jump" },
  { CALM, "glue/nerf/water/nail/heat/staple/top/massage/squirt/spray/price/radar @gun" },
  { CALM, "jump/skipping/tow/climbing @rope" },
  { CALM, "saying/say/said goodbye/goodbyes to? everyone/all/my/him/her .. leaving/moving/airport/party/retiring/job/work/trip/train/office/colleagues/coworkers/flight/summer/holiday" },
  { CALM, "goodbye/bye everyone/all/world/love .. tomorrow/soon/later/see/nice/weekend/night/great/thanks/talk/fun" },
  { CALM, "last/final day/night/message/words/evening/hours/chat/goodbye .. job/work/school/holiday/vacation/term/trip/office/summer/company/semester/class/here/before/exams/exam/college/uni/of" },
  { CALM, "tonight/today is/the the?/my? night/day .. party/date/date/concert/game/proposal/finale/show/wedding/exam/interview/opening" },
  { CALM, "this is it .. job/chance/game/moment/the/our" },
  { CALM, "going to do it tonight/today/tomorrow/now .. dishes/laundry/propose/ask/homework/gym/promise/call/clean" },
  { CALM, "wrote/writing/written/write/finished a/my/the .. farewell/goodbye/resignation/cover/thank/love/breakup @note .. coworker/coworkers/colleagues/job/team/boss/work/company/client" },
  { CALM, "resignation/cover/thank/love/recommendation/motivation @note" },
  { CALM, "better/easier/happier/fine off? without me .. meeting/game/party/trip/team/match/practice/smoking/job" },
  { CALM, "burden of/on proof/proof/taxpayers/taxpayer/system" },
  { CALM, "waste of space .. phone/drive/disk/laptop/app/fridge/room/kitchen" },
  { CALM, "nobody/no/one/everyone/anyone .. will/would notice/care/miss .. typo/stain/haircut/shirt/mistake/meeting/dress/shoes/email/party/if .. late/wear/typo/shirt/outfit" },
  { CALM, "given/giving/gave/give up on .. diet/dating/gym/sugar/smoking/knitting/project/show/cleaning/course/game/him/her/french/spanish/guitar" },
  { CALM, "lost/losing/no/not/without all? hope ... team/season/project/show/match/winning/weather/them/government/printer/game/finding" },
  { CALM, "pointless/meaningless meeting/exercise/task" },
  { CALM, "leave/leaving/escape/quit/out this/the/of world/job/place/city/town/company/meeting/party/country/house/group/school" },
  { CALM, "go/going to heaven .. movie/song/dessert/cake" },
  { CALM, "dead inside .. monday/meeting/lol/shift/meme/customer/retail" },
  { CALM, "want/wish/hope/need/like it/this/the/everything/day/week/for/all/my ... over/end/stop/finish/stopped .. meeting/week/day/winter/exams/exam/semester/movie/rain/raining/"
          "shift/lecture/friday/class/school/season/construction/barking/noise/snow/snowing/hiccups/headache/election/monday/summer/flight" },
  { CALM, "want/wish/hope/need/like this/the/my/that .. day/week/meeting/winter/exam/exams/semester/movie/rain/shift/lecture/class/school/season/noise/snow/hiccups/headache/summer/flight/year/month/project/course ... over/end/stop/finish/stopped" },
  { CALM, "want/need/wish the noise/rain/week/meeting/semester/day/winter/class/barking to? stop/end/over" },
  { CALM, "be happy/glad/relieved/fine/great/nice/good/okay/ok if .. not/stopped .. rain/raining/meeting/late/smoking/calling/barking/snow" },
  { CALM, "end/stop my misery/suffering .. coffee/lol/spoiler/tell/waiting/job/deadline" },
  { CALM, "i/to/gonna be dead if/when/meat .. late/mom/mum/dad/parents/boss/finds/find/teacher/forget" },
  { CALM, "mom/mum/dad/wife/boss/parents/husband/teacher/he/she/they .. kill/murder me" },
  { CALM, "sleep/slept like/through the/a dead/log" },
  { CALM, "not mind dying/die .. hair/blue/pink/game/heroically" },
  { CALM, "dying/dye my/the/her/his hair/shirt/eggs/clothes/fabric/jeans" },
  { CALM, "fear/afraid/scared/terrified of/to death/dying/die" },
  { CALM, "thinking/thought/talk/talking/think/reading about/of death .. philosophy/class/book/essay/religion/penalty/star/valley/metal/note/insurance" },
  { CALM, "death star/valley/metal/note/penalty/row/stranding/eater/eaters" },
  { CALM, "life after death" },
  { CALM, "stop/nothing/why/what .. bother/bothering/keep .. going/living/trying .. gym/class/room" },
  { CALM, "nothing to live/stay for .. town/tonight" },
  { CALM, "will/would not/never have to worry/deal/bother .. about/with/again .. parking/homework/exams/commute/bills/taxes/school/printer/rent/him/her/that/it" },
  { CALM, "give/giving/gave away? .. clothes/stuff/things/books/furniture/money .. charity/moving/closet/goodwill/decluttering/declutter/donate/spring/size/fit/free" },
  { CALM, "why am i .. here .. meeting/lesson/party/class/office/call/group/job/town" },
  { CALM, "see/visit/join my/with .. mom/mum/dad/grandma/friend/sister/brother/son/daughter/wife/husband .. again/soon/other/side? .. weekend/christmas/holiday/lunch/airport/hospital/tomorrow/trip/easter/summer/dinner/"
          "monday/gym/flight/town/birthday/street/coffee" },
  { CALM, "when/after i am gone .. week/vacation/holiday/weekend/trip/water/feed/two/lunch/meeting/days/month" },
  { CALM, "take care/look after of? my .. when/while i am gone .. week/vacation/holiday/weekend/trip/away/days" },
  { CALM, "check/checking out early .. hotel/airbnb/room/flight/train/breakfast/hostel" },
  { CALM, "log/logging/clock/clocking/check/checking out/off .. work/shift/hotel/game/today/tonight/early/now/session/office/library/book" },
  { CALM, "need/want a/to/some? plan/plans/way to/out/for die/dinner/weekend" },
  { CALM, "no way out/of .. traffic/parking/contract/meeting/level/maze/it/parking" },
  { CALM, "how many pills/tablets .. dog/cat/day/prescription/child/bottle/left/per/pack" },
  { CALM, "how to kill/get .. weeds/ants/process/mold/mould/time/zombies/cockroaches/fleas/rats/mice/bedbugs/lice/mosquitoes/port/wasp" },

  { CALM, "can not/nt take/do/bear/stand/go/handle/keep/carry/live/cope ... @everyday" },
  { CALM, "took/take/taking/taken .. @pills .. like/as/nurse/doctor/said/told/prescribed/planned/gold/supposed/pharmacist/chart/schedule/on" },
  { CALM, "last/final night/day/evening/morning in/at/before/with/as" },
  { CALM, "goodbye/farewell/last/final letter/note/card/message/speech/party/lunch/drinks/email .. class/students/pupils/colleagues/coworkers/team/department/staff/kids/parents/year/office/boss/job/neighbours/club/players/customers/patients" },
  { CALM, "not wake up late/early/sick/again? @everyday" },
  { CALM, "wake/woke/waking up late/early/sore" },
  { CALM, "never wake/wakes up .. little/baby/nap/kid/toddler/before" },
  { CALM, "everything is ready .. @everyday/guests/tonight" },
  { CALM, "jump/jumps/jumped/jumping off/from the/a bridge/cliff/rocks/pier .. here/summer/water/deep/metres/meters/feet/kids/every" },
  { CALM, "kids/children/people/tourists/locals/boys/everyone jump/jumps/jumping off/from/in/into" },
  { CALM, "the urge/urges/thoughts to/of .. smoke/eat/shop/text/call/drink/buy/play/clean/sneeze .." },
  { CALM, "picked/chosen/set/marked/decided .. date/day .. wedding/surgery/move/launch/trip/party/interview/release/exam/operation/holiday/move/baptism/meeting/appointment/vacation" },
  { CALM, "jump .. to/on/into/over/in/at/rope/conclusions/call/shower" },
  { CALM, "rope/noose/knife/blade/scissors .. climb/climbs/climbing/carabiner/carabiners/harness/belay/sailing/tree/swing/boat/tent/dog/kitchen/cooking/sharpening/school/craft" },
  { CALM, "bleeding/blood .. nose/gums/finger/shaving/tooth/knee/dentist/period/nosebleed/donate/donated/test/pressure" },
  { CALM, "cut/cuts .. deep .. finger/knife/hair/budget/cake/roses/onion/cooking/paper" },
  { CALM, "note/letter/letters .. school/fridge/shopping/teacher/milkman/landlord/santa/insurance/council/neighbour/dentist/cleaner" },
  { CALM, "will not be here/in/around/there .. monday/tuesday/friday/office/holiday/leave/dentist/vacation/lunch/meeting/class/work/next/tomorrow .. @everyday/dentist/appointment/leave/off/doctor" },
  { CALM, "born in/into/near/outside a/an/this/that/the .. city/town/country/village/place/region/suburb/century/decade/era/state" },
  { CALM, "took/take/taken/taking a/one/two/1/2/my/some paracetamol/ibuprofen/aspirin/tylenol/advil/painkiller/painkillers/pill/tablet/tablets/pills/meds "
          "... migraine/headache/fever/cold/flu/toothache/back/allergy/allergies/knee/ago" },
  { CALM, "took/take/taken/taking a/one/two/1/2 paracetamol/ibuprofen/aspirin/tylenol/advil/pill/tablet/tablets/pills/painkillers" },
  { CALM, "how many/much .. @pills .. day/daily/dog/cat/child/vitamin/vitamins/dose/age/weight/leaflet" },
  { CALM, "cut/burn/burned/burnt/scratched/sliced my/into .. arm/arms/wrist/leg/legs/skin/hand/finger ... accident/accidentally/oven/pan/cooking/kettle/"
          "iron/bramble/brambles/roses/thorns/cat/gardening/shaving/barbecue/campfire/stove" },
  { CALM, "accidentally cut/burn/burned/burnt/scratched/sliced my/into .." },
  { CALM, "picture/imagine/imagining/see/jumping .. jumping/falling/drowning/jump .. @everyday/pool/parachute/plane/joy/horse/board/rope/emails/love/asleep/behind/place/work" },
  { CALM, "do/doing it once/when/after .. kids/children/son/daughter .. dishes/laundry/bed/asleep/nap" },
  { CALM, "@everyday ... @want @to? jump/die/vanish/disappear ... lol" },
  { CALM, "exist/existing/live/living/be in a? world/life without .. cheese/coffee/chocolate/wine/music/cats/dogs/pizza/books/internet/wifi/netflix/bread/tea/cake/sugar" },
  /* What takes it back. Stands right before the phrase. */
  { CAP_TOPICAL, "not/never/nt going/planning/plan/plans/gonna/trying/looking/intend/intending/here/want/wanting/about/wanna/need/wish/@want @to/on?" },
  { CAP_TOPICAL, "not/never" },
  { CAP_TOPICAL, "am/is not" },
  { CAP_TOPICAL, "do/did/would/will/could/does not/never ever? want/wish/intend/plan/actually? @to?" },
  { CAP_TOPICAL, "not/never thinking/considering/contemplating/thought/having/had/have about/of/any?/to?" },
  { CAP_TOPICAL, "no intention/intentions/desire/plan/plans/wish/thoughts/longer/reason/urge of/to/want/about? to?/of?" },
  { CAP_TOPICAL, "not/no have? any? intention/desire/plan/plans/wish/thoughts of/to/about to?" },
  { CAP_TOPICAL, "stopped wanting/thinking/having to/about?/of?/@want?" },
  { CAP_TOPICAL, "not because/that i want @to?" },
  { CAP_TOPICAL, "joking/kidding about" },
  { CAP_NONE, "do/would/if you ever? want/feel/wanna @to?/like?" },
  { CAP_TOPICAL, "have you ever? thought/think/considered about/of" },
  { CAP_TOPICAL, "are you" },
  { CAP_ACTIVE, "think/thinking/thought/thoughts/dream/dreamed/dreamt/considered/considering/idea/urge/urges/feel/feeling/felt/imagine/imagining/fantasize about/of/to/like" },
  { CAP_ACTIVE, "tried/attempted/wanted/almost/nearly/used to?" },
  { CAP_ACTIVE, "how to/do/can/would/i i?" },
  { CAP_ACTIVE, "wish i could" },

  /* A time. */
  { NOW, "tonight/tomorrow" },
  { NOW, "today/now/immediately" },
  { NOW, "this evening/morning/afternoon/weekend/week/minute/instant/night/very" },
  { NOW, "in a/an/one/two/few/couple/ten/five/5/10/30/couple of? hour/hours/minute/minutes/moment/days" },
  { NOW, "after work/school/dinner/midnight/everyone" },
  { NOW, "as soon as" },
  { NOW, "when everyone/they/mom/dad/he/she is/are/goes/go/falls asleep/gone/bed/leaves/out" },
  { NOW, "have/got a/my plan/date" },
  { NOW, "on monday/tuesday/wednesday/thursday/friday/saturday/sunday/christmas/birthday" },

  /* Long ago, and over. */
  { PAST, "years/months/decade/decades/year/while/time ago" },
  { PAST, "years/year back/earlier/before" },
  { PAST, "when i was a?/in?/16? young/younger/teen/teenager/kid/child/student/school/college/high/uni/university/15/14/13/16/17/18/twenty" },
  { PAST, "used to" },
  { PAST, "back then/in/when" },
  { PAST, "in my teens/twenties/youth/past/adolescence" },
  { PAST, "in the past" },
  { PAST, "in high/middle school" },
  { PAST, "in 19*/200*/201*/202*" },
  { PAST, "recovered/recovery/survivor/survived/therapy/better/glad/grateful/happy/fine/clean/proud .. now/since/alive/today/failed/survived" },
  { PAST, "not/no anymore/longer .. better/fine/okay/ok/recovered/happy" },
  { PAST, "long time ago" },
  { PAST, "these days i am .. better/fine/okay/happy" },

  /* A story, a song, somebody's words. */
  { STORY, "my/the/a/main/his/her character/protagonist/hero/heroine/villain/narrator/antagonist" },
  { STORY, "in my/the/a/this/that/your novel/story/book/script/screenplay/song/lyrics/play/poem/fanfic/manuscript/comic/manga/anime/movie/film/episode/musical/opera/scene/season/series/game/podcast/show" },
  { STORY, "lyrics/lyric/quote/quotes/chorus/verse/line/title/scene/chapter/poem/hamlet/romeo/juliet/ophelia/werther/anna/karenina/bovary" },
  { STORY, "called/titled/named/entitled/sings/sang/sing" },
  { STORY, "essay/article/thesis/dissertation/documentary/research/paper/study/statistics/seminar/lecture/podcast/training/awareness/presentation/debate about/on/of" },
  { STORY, "writing a/my novel/story/scene/script/song/poem/screenplay/essay/thesis/paper/book/chapter/fanfic" },
  { STORY, "role play/playing" },
  { STORY, "roleplay/roleplaying/fictional/fiction" },

  /* Small troubles, and laughter. */
  { EVERYDAY, "@everyday" },
  { 0, 0, NULL },
};
