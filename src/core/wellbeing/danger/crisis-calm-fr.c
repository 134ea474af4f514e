/* SPDX-License-Identifier: GPL-3.0-or-later */

/* French turns of phrase that mean nothing of the kind, and what takes an alarming word back or makes it urgent. */

#include "core/wellbeing/danger/crisis-table.h"

#define CALM LUEUR_CRISIS_NONE, 0
#define CAP_NONE CRISIS_CAP_NONE, 0
#define CAP_TOPICAL CRISIS_CAP_TOPICAL, 0
#define CAP_ACTIVE CRISIS_CAP_ACTIVE, 0
#define NOW CRISIS_NOW, 0
#define PAST CRISIS_PAST, 0
#define STORY CRISIS_STORY, 0
#define EVERYDAY CRISIS_EVERYDAY, 0

const LueurPhrase lueur_crisis_calm_fr[] = {
  { CALM, "mourir/mort/morte/morts/mortes/crever/creve/meurs/meure/mourait/mourrai de/d/2 rire/rires/faim/chaud/froid/honte/soif/fatigue/ennui/trouille/peur/envie/"
          "jalousie/sommeil/curiosite/impatience/stress/timidite/gene/rires/chaleur/plaisir/amour/joie/bonheur/fou/vieillesse/cancer/inquietude/frousse/gene/emotion/"
          "embarras/mdr/deshydratation" },
  { CALM, "crever/creve la dalle/faim" },
  { CALM, "faim/soif/chaud/froid/sommeil a crever/mourir" },
  { CALM, "crever/creve ce/cet/cette/ces/le/les/un/une/mon/des" },
  { CALM, "tue/tuee/tuer/tues/tuent a/au la? tache/travail/boulot/effort" },
  { CALM, "strategie/coup/mission/projet/attaque/manoeuvre/conduite/virage/plan/tactique/depassement/politique/budget suicidaire/suicide" },
  { CALM, "suicidaire/suicide ... echecs/jeu/gambit/economie/electoral/economique/groupe/album/piment/burger/pizza/sauce/cocktail/vinyle" },
  { CALM, "album/groupe/burger/pizza/sauce/cocktail/disque .. @de? suicide" },
  { CALM, "sims/sim/personnage/perso .. noye/noyee/suicide/mort/morte/pendu" },
  { CALM, "pars/partir/m en/vais pour de bon a/en/au/chez/vers/de .. @everyday?" },
  { CALM, "pris/prends/prendre .. @pills .. comme/infirmiere/medecin/prevu/docteur/ordonnance/pharmacien/pharmacienne/matin" },
  { CALM, "derniere/dernier nuit/jour/soir/soiree/journee a/au/en/chez/avant/avec/de" },
  { CALM, "lettre/lettres/mot/discours/pot/carte d/de adieu/adieux/depart a/aux/au/pour .. eleves/classe/collegues/equipe/clients/etudiants/patients/cm2/club/joueurs" },
  { CALM, "tout est pret/prete ... @everyday" },
  { CALM, "me/m reveille/reveiller pas/plus/jamais? en/a/trop/avant/assez/tot .. retard/heure/tard/temps/tot" },
  { CALM, "plus d/de/aucun avenir/espoir/futur pour/dans ce/cette/le/la/les/mon" },
  { CALM, "jeter/jette/jetter sur .. gateau/chocolat/lit/canape/frites/buffet/dessert/pizza/travail/occasion" },
  { CALM, "tout avale/pris/bu .. @everyday/assiette/soupe/potage/repas/dessert/couleuvre" },
  { CALM, "ai/une/la/ma corde ... escalade/mousqueton/mousquetons/baudrier/grimper/cordee/voile/sauter/guitare/linge/noire/arc/rappel/securite/violon/vocale/raide/remorquer" },
  { CALM, "coupe profond/profondement .. doigt/couteau/cuisinant/bois/oignon" },
  { CALM, "saigner/saigne .. nez/gencives/doigt/dent/regles" },
  { CALM, "creve/crever/creve un?/l?/le?/les? pneu/abces/ballon/ecran/plafond/yeux/chambre/coeur/bouton" },
  { CALM, "suis/je/completement creve/crevee/mort/morte/hs/naze .. fatigue/boulot/journee/travail/sport/soir/dormir/canape/nuit/semaine/lit/marathon/courses/seance" },
  { CALM, "a mourir chiant/ennuyeux/drole/beau/belle/triste/long" },
  { CALM, "chiant/ennuyeux/ennuyeuse/drole/beau/belle/triste/long/longue/bon/bonne/delicieux/ennui a mourir/crever/tomber/pleurer" },
  { CALM, "a en mourir/crever" },
  { CALM, "finir par me? tuer/achever" },
  { CALM, "me tue/tuent a/au/la/le/les/de/ce/cette/mon/ma/tu/il/elle .. rire/tete/dos/sante/moral/jambes/boulot/tache/repeter" },
  { CALM, "ca/qui/il/elle/boulot/travail/chaleur/humour/dos/tu/chef/suspense/canicule/ils/prof me/m tue/tuent/acheve/bute/tues/creve" },
  { CALM, "tuer/tue/tuent/tues/buter le/la/un/une/les/des/du/ce/cet/cette temps/boss/monstre/process/moustique/mouche/dragon/processus/ennui/game/jeu/match/concours/oral/entretien/scene/araignee/taupe/zombie/zombies/"
          "dans/poule/cochon/mauvaises/ambiance" },
  { CALM, "me/m tuer/tue/creve/crever a la/l/au/faire/force/vouloir/repeter/essayer/bosser/travailler/reviser/expliquer .." },
  { CALM, "en finir avec/@de? ce/cette/ces/le/les/la/mon/mes/ma/un/une/rediger/tout/son/l/ranger/peindre/ces .. projet/dossier/livre/examens/travaux/memoire/these/rapport/demenagement/"
          "paperasse/menage/impots/vaisselle/reunion/chapitre/semaine/rhume/boulot/reunions/exercice/exercices/cours/devoirs/grippe/relation/routine/dispute/stress/virus/partie/"
          "histoire/affaire/mission/contrat/couple/cauchemar/hiver/covid/expose/expose/article/repassage/lessive/procedure/jardin/carton/cartons/tri/niveau/serie/saison/redaction/debat/sujet/"
          "discussion/polemique/feuilleton/chantier/dette/dettes/credit/examen/bac/partiels/tache/liste/administration/mails/rangement/annee/mois/journee/tabac/cigarette/clope/sucre/peinture/appel" },
  { CALM, "en finir avec elle/lui/eux/les/l/ca/toi" },
  { CALM, "finir avec lui/elle/ce/cette/mon/ma/cet copain/copine/relation/mec/projet/dossier/travail/mec" },
  { CALM, "en finir une/la bonne fois .. avec/probleme/dispute/dossier" },
  { CALM, "en finir vite/rapidement/au plus? vite? .. pour/rentrer/aller/manger/dejeuner" },
  { CALM, "plutot mourir/crever/mort/morte que/de" },
  { CALM, "mourir/crever plutot que" },
  { CALM, "preferer/prefere/prefererais mourir/crever que/plutot" },
  { CALM, "voir .. et mourir" },
  { CALM, "vivre d/et amour/laisser" },
  { CALM, "vivre a/en/avec/chez/dans/seul/seule/ensemble/ici/loin/sous la?/l?/ma?/mes?/mon?/toi?/lui?/elle?/un?/une? paris/lyon/ville/campagne/etranger/parents/coloc/colocs/colocation/toi/lui/elle/mere/pere/copain/france/"
          "appart/appartement/immeuble/quartier/province/maison/studio/mer/bruit/voisins" },
  { CALM, "continuer/arreter .. etudes/boulot/cours/formation/travail/sport/regime/piano/jeu/serie/alcool/cigarette/clope/fumer/boire/sucre/danse/velo/chocolat/projet/job/musique/fac/licence/these/cafe" },
  { CALM, "tout arreter/plaquer/abandonner/lacher .. ouvrir/partir/voyager/elever/boulot/fac/campagne/chevres/monde/entreprise/changer/formation/metier/monter/job/ile/tour/travail/sport/recommencer/carriere" },
  { CALM, "suicide commercial/politique/social/professionnel/squad/financier/economique/collectif/electoral/francais" },
  { CALM, "attentat/attentats suicide/suicides" },
  { CALM, "suicide/suicider de/dans carriere/politique/entreprise" },
  { CALM, "batterie/telephone/portable/ordi/ordinateur/voiture/plante/plantes/pc/personnage/sims/sim/jeu/boss/tel/moteur/cactus/orchidee/console/serveur/box/poisson/imprimante/montre/fleurs/pile/piles/tele/frigo "
          ".. mort/morte/mortes/mourir/meurt/creve/crever/tuer/suicide/mourant/lache" },
  { CALM, "meurs/mourir/mort/tue/tuer/tues/crever .. boss/niveau/jeu/partie/monstre/minecraft/fortnite/zelda/manette/respawn/zombie/zombies/donjon/sims/raid/vies" },
  { CALM, "point/angle/temps mort" },
  { CALM, "nature/temps/langue/mer/feuilles/feuille/poids/toussaint/jour/fete/silence/arret mort/morte/mortes/morts" },
  { CALM, "me suis coupe/brule/coupee/brulee/fait/blesse/blessee/cogne/taille/entaille .. cuisinant/rasant/cuisine/four/oignon/oignons/papier/doigt/repassant/sport/mal/jardin/jardinant/foot/courant/tombant/escalade/ski/"
          "genou/cheville/epluchant/legumes/carottes/table/main/sans/couteau/rasage/bricolant/bricolage/velo" },
  { CALM, "me/m couper/coupe/coupee les/la/le/l/du/de/une/un/en .. cheveux/ongles/parole/frange/appetit/monde/faim/barbe/chocolat/pain/tranche/doigt/cuisinant/sucre/internet/oignons/part" },
  { CALM, "me/m bruler/brule/frappe/frapper .. langue/cuisine/soleil/doigt/doigts/coeur/esprit/cafe/four/plage/vue/surprise/ca" },
  { CALM, "me/m faire/fais/fait du? mal .. sport/dos/genou/cheville/courant/tombant/porter/ski/entrainement/epaule/pied/poignet/danse/muscu/foot/chute/jambe/velo" },
  { CALM, "me faire/fait mal/tuer/tue/engueuler/achever au/aux/a/par .. dos/genou/cheville/ma/mon/mes/chef/boss/mere/pere/parents/femme/patron/patronne/coach/prof/pied/pieds/tete/bras/jeu/fortnite" },
  { CALM, "me faire tuer/tue" },
  { CALM, "me/m noyer/noie/noye/jeter/jette/plonger/lancer/enterrer dans/sous/sur/en mon?/le/les/ma?/l?/mes? travail/boulot/papiers/mails/paperasse/vague/vie/verre/nourriture/etudes/aventure/chocolat/projet/bras/lit/canape/piscine/"
          "dossiers/infos/details/frigo/gateau/livres/musique" },
  { CALM, "me pends/pendre/pendu/balancer/noyer .. cou/haut/balancoire/bras/branche/hamac/piscine/nager" },
  { CALM, "me tirer une balle dans le pied" },
  { CALM, "me tirer d/de/en ici/la/vacances/cette" },
  { CALM, "me casser/barrer/tailler d/de ici" },
  { CALM, "@ne? pas/plus/jamais me/m reveiller/reveille/lever .. a/l/en/demain/assez/pour/avant/sans/tot/trop .. heure/retard/temps/l/matin/6h/7h/5h/cafe/reveil/bus/train/tot/cours/travail/boulot/lundi/aube/avec/heures/examen" },
  { CALM, "peur/crains/stresse @de @ne? pas/plus me? reveiller .." },
  { CALM, "pas reveiller le/la/les bebe/chat/petit/petite/enfants/voisins/chien" },
  { CALM, "disparaitre sous/de/dans/sur la?/ma?/un?/une?/les? terre/honte/table/vacances/radars/gene/trou/souris/couette/couverture/plaid/foret/ile/campagne/canape/montagne/nature/reseaux" },
  { CALM, "disparaitre .. trou/souris/honte/vacances/ile/foret/week/gene/semaine/quelques/plage/campagne/bali/jours/couette/reseaux/instagram/montagne/chalet" },
  { CALM, "honte/gene/malaise .. envie/voulu/voulais/veux @de? disparaitre/mourir" },
  { CALM, "dinosaures/especes/espece/abeilles/tache/taches/boutons/rides/cernes/cookies/fichiers/fichier .. disparaitre/disparu" },
  { CALM, "faire disparaitre" },
  { CALM, "plus/pas envie/force/courage/motivation @de continuer/me/rien/vivre/etre/lutter/avancer .. cours/etudes/travail/boulot/sport/piano/jeu/serie/formation/cuisiner/lever/dimanche/lundi/ranger/faire/chez/"
          "seul/seule/maquiller/prendre/disputer/coloc/battre/projet/manger/habiller" },
  { CALM, "pas/plus la/le/de force/courage/envie/energie @de/pour .. cuisiner/sport/ranger/sortir/vaisselle/menage/bosser/reviser/travailler/courses/repondre/ce/soir/lessive/gym/bouger/recommencer/appeler/footing/parler" },
  { CALM, "sauter/saute dans/sur le/la/un/une/l/mon/son/cette/ce/ton .. train/bus/metro/tram/voiture/taxi/avion/occasion/tgv/eau/flaque/flaques/lit" },
  { CALM, "sauter/saute du/par/le/un/de/sur/a/en/dans lit/plongeoir/parachute/canape/repas/joie/train/occasion/avion/bus/metro/trampoline/corde/pas/elastique/douche/flaque/tgv/petit/dejeuner/dessert/tram/voiture/"
          "l/jambes/taxi/cheval/page/pages/ligne/classe/etape/piscine/bras/eau/mer/lac/conclusions" },
  { CALM, "je? vais sauter le/un/en/a/cette/ce/mon/l/une/sur .. repas/parachute/elastique/corde/cours/dejeuner/occasion/page/joie/diner/reunion/douche/petit/etape/benji/dessert/plongeoir/classe/seance/piscine" },
  { CALM, "me? jeter/jette/sauter/saute/lancer/plonger/baigner a/dans/par l?/la?/le? eau/piscine/mer/lac/riviere .. baigner/nager/ete/chaud/vacances/enfants/copains/plage/bombe/bonne" },
  { CALM, "me jeter/jette a/l l?/eau? eau" },
  { CALM, "sur le/un/les/au/bord .. pont/toit/balcon/terrasse/quai/rebord/rails/fenetre .. bloque/bouchon/bouchons/embouteillage/attends/train/photo/photos/prends/vue/repare/tuiles/antenne/cafe/panneaux/peche/cheminee/"
          "plantes/cigarette/apero/soleil/chat/gouttiere/barbecue/velo/circulation/balade/peindre/lire/gare/tram/voiture/avignon/festival" },
  { CALM, "a quoi ca? sert/bon de/d/se/me/que .. faire/avoir/payer/apprendre/aller/cravate/maths/latin/bouton/option/lever/ranger/expliquer/discuter/insister/vote/voter/repasser/lit/depecher/exercice/presser/algebre" },
  { CALM, "a quoi bon .. discuter/insister/ranger/expliquer/apprendre/reviser/acheter/voter/repasser/regime/courir" },
  { CALM, "fatigue/fatiguee/marre/epuise/epuisee/ras/bol/cul/lasse/las/saoule/degoute/use @de vivre/la/cette/ma/ce/mon/ces/me/etre/tout/le/les/repeter/l .. avec/ville/dans/chez/vie?/bruit/parents/coloc/voisins/boulot/pluie/chaleur/routine/"
          "situation/lever/tot/meteo/pub/pubs/politique/repeter/battre/colocation/grisaille/greves/bureau/transports/prendre/retard/celibataire/reveiller/ecole/parisienne/etudiante/train" },
  { CALM, "en peux/peu plus @de .. ce/cette/ces/mon/ma/mes/son/ses/cet/tes/vos/leurs/l/le/la/les/attendre/bosser/reviser/courir/voisin/voisins/bruit/chaleur/boulot/prof/chef/hiver/pluie/reunions/examens .. "
          "bruit/boulot/chaleur/voisin/voisins/prof/chef/hiver/pluie/reunions/reunion/examens/travaux/collegue/collegues/froid/mails/bebe/chien/trajet/musique/meteo/patron/canicule/cours/maths/regime/gosses/serie/dossier/ordi/"
          "attente/colocs/coloc/transports/rer/metro/devoirs/pub/wifi" },
  { CALM, "peux/supporte plus .. voir/supporter/encadrer/sentir/bouger/parler/rire/manger/courir/dormir/attendre/ouvrir/connecter/entendre/blairer .." },
  { CALM, "supporte plus/pas la/le/les/mon/ma/ce/cette/mes .. chaleur/bruit/chef/collegue/lactose/gluten/pluie/voisins/froid/lumiere/voix/musique/alcool/patron/coloc/boulot" },
  { CALM, "peux plus/pas continuer/tenir .. etudes/bail/loyer/sport/plan/rythme/regime/planche/debout/position/contrat/formation/abonnement/serie" },
  { CALM, "vois plus/pas .. sens/interet/utilite/sortie/issue/raison .. reunion/exercice/film/question/phrase/maths/option/autoroute/theorie/article/regle/achat/mode/boucle/cours/formation/stage/regle/tunnel" },
  { CALM, "sers/sert/servent a rien/quoi ... @everyday/equipe/exercice/foot/bouton/reunion/comite" },
  { CALM, "lacher/lache prise .. yoga/respirer/sophro/meditation/vacances/parents/apprendre" },
  { CALM, "baisser/baisse les bras/stores/prix" },
  { CALM, "vie est/elle/trop belle/courte/chere/dure/simple/cool/bien" },
  { CALM, "c est la vie" },
  { CALM, "partir/pars/quitter/quitte/partirai pour/en/a/l/de/ce/la/le/toujours/loin .. vacances/espagne/italie/weekend/week/etranger/canada/japon/londres/boulot/ville/travail/paris/montagne/mer/pays/heures/voyage/australie/bonne/"
          "appart/aventure/entreprise/ecole/ski/randonnee/retraite/province/coloc/monde/quebec/autres" },
  { CALM, "quitter/quitte ce/cette/le/la/ma/mon/cet .. boulot/job/ville/groupe/appart/copain/copine/entreprise/reunion/soiree/pays/maison/page/conversation/poste" },
  { CALM, "rejoindre/retrouver/rejoins/voir/revoir mon/ma/mes/des/les .. amis/copains/famille/parents/pere/mere/mari/femme/papa/maman/copine/frere/soeur/fils/fille/mamie .. vacances/gare/resto/week/samedi/dimanche/bordeaux/paris/noel/"
          "aeroport/cinema/restaurant/plage/soir/demain/bientot/hopital/plus/midi/ehpad/bar/montagne" },
  { CALM, "quand/apres/si je .. serai/suis plus/parti/partie .. vacances/week/courses/semaine/sur/bureau/paris/entreprise/en/dans/etudiant/au/a" },
  { CALM, "derniere/dernier jour/soiree/soir/nuit/journee/heure/message/mot/fois/conversation .. vacances/travail/boulot/cours/ecole/stage/ville/hotel/bureau/lycee/college/fac/annee/rappel/trimestre/ici/camping/avant/contrat/semaine/"
          "ramadan/paris/avis/conge/septembre" },
  { CALM, "dire/dis/fait/faire/faisons/fais mes?/nos?/ses?/les? adieu/adieux .. collegues/bureau/equipe/sucre/vacances/appart/boulot/ville/ecole/sieste/regime/gluten/ete" },
  { CALM, "adieu .. vacances/sieste/regime/gluten/ete/soleil/sommeil/weekend/chocolat/liberte/budget/economies/grasse/kilos" },
  { CALM, "pot/fete/soiree/discours @de adieu/adieux/depart" },
  { CALM, "lettre/lettres/mail/message/mot/discours de/d motivation/recommandation/demission/amour/remerciement" },
  { CALM, "lettre/lettres/mail/message/mot/discours de/d depart/adieu/adieux .. collegues/bureau/equipe/stage/boss/entreprise/boulot" },
  { CALM, "ecrit/ecris/redige/ecrire/prepare .. lettre/mot .. motivation/demission/recommandation/pere/proprio/proprietaire/assurance/banque/mairie/noel" },
  { CALM, "ma decision est prise .. change/demissionne/quitte/demenage/acheter/achete/boulot/velo/etudes/cheveux/annonce/prends/chat/chien/inscris" },
  { CALM, "tout est pret .. fete/demain/mariage/anniversaire/diner/vacances/voyage/valise/valises/presentation/noel/rentree/arrivee/reunion/soiree/concert/invites/repas/depart" },
  { CALM, "tout prepare .. fete/diner/vacances/valise/valises/anniversaire/presentation/repas/reunion/voyage/depart/rentree/mariage" },
  { CALM, "passer/passe/passons a l acte .. sport/achat/inscription/velo/demenag*/cuisine/demission/regime/permis/ecologie/acheter/inscrire" },
  { CALM, "ai/achete/prends/prendre/pris un/une/le/la/du/des/mes/mon .. corde/ceinture/couteau/rasoir/doliprane/paracetamol/medicaments/comprime/aspirine .. escalade/guitare/noire/sauter/cuisine/pain/fromage/suisse/barbe/fievre/tete/"
          "migraine/rhume/grippe/dos/securite/karate/judo/linge/allergie/matin/dents/pharmacie/antibiotique/dejeuner/ordonnance/repas/medecin/toux/rappelle/oublie" },
  { CALM, "rappelle/oublie/oublier/penser moi?/de?/d?/a? de?/a? prendre .." },
  { CALM, "combien @de .. comprimes/cachets/doliprane/medicaments .. jour/chien/chat/enfant/bebe/fievre/boite/ordonnance/kilo/heures/maximum" },
  { CALM, "morts? de/2 rire/lol" },
  { CALM, "je meurs lol" },
  { CALM, "je? suis/chui mort/morte lol" },
  { CALM, "overdose de chocolat/sucre/cafe/series/serie/netflix/raclette/fromage/travail/noel/reunions/mails/infos" },
  { CALM, "tue moi/tuez moi/achevez moi .. reunion/lundi/boulot/cours/lol/musique/chanson/exam" },
  { CALM, "peur/crainte/phobie/angoisse de la? mort/mourir" },
  { CALM, "peine @de mort" },
  { CALM, "mieux/heureux/tranquille sans moi .. reunion/soiree/match/partie/equipe/fete/resto/sport/voiture/week" },
  { CALM, "poids/fardeau .. fiscal/valise/sac/kilos/balance/perdre/kilo/administratif/sante/mots/lourds/haltere/forme/ideal" },
  { CALM, "personne @ne? .. remarquera/remarque/verra/verrait .. tache/cheveux/faute/trou/retard/erreur/coupe/coquille/robe/chaussettes/coiffure" },
  { CALM, "plus d/aucun/d espoir .. match/equipe/om/psg/saison/train/places/billets/trouver/qualification/championnat/euro/imprimante/gagner" },
  { CALM, "vivant/vivante .. en? vie .. heureux/content/reconnaissant" },
  { CALM, "que ca/tout s? arrete/cesse/finisse .. pluie/bruit/travaux/neige/hoquet/reunion/musique/greve/vent/canicule/lol/pub/hiver/exams/partiels" },
  { CALM, "arreter/stopper .. souffrir .. dos/genou/dents/migraine/allergies/transports" },
  { CALM, "dormir .. toujours/jamais/eternellement .. matin/weekend/dimanche/vacances/canape/nuit/sieste/partiels/semaine/couette/lit/chat/marathon" },
  { CALM, "plus/pas etre/la la? .. bureau/reunion/cours/ville/travail/jalouse/jaloux/retard/celibataire/fatigue/stresse/seul/seule/malade/timide/dependant/dependante" },
  { CALM, "@ne? serai/serais/suis plus/pas la .. ... medecin/conge/conges/reunion/bureau/deplacement/cours/dentiste/teletravail/vacances/formation/rdv/rendez/rtt/boulot/travail" },
  { CALM, "ce/cette/demain/c est soir/nuit/la/ma fin/finale/fini/termine .. serie/saison/vacances/film/promo/soldes/projet/match/journee/semaine/mois/haricots/stage/contrat/examens/monde/cours/journee/travaux/exams" },
  { CALM, "fin du/de/des/d mois/monde/vacances/semaine/annee/journee/cours/saison/serie/film/stage" },
  { CALM, "faire une betise/connerie .. acheter/achat/carte/solde/soldes/message/ex/cheveux/chocolat" },
  { CALM, "coup de volant .. eviter/chat/chien/sanglier/evite" },
  { CALM, "ras le bol .. boulot/chef/transports/hiver/reunions" },

  { CALM, "peux/pourrais/pourrai/pourra mourir/crever heureux/heureuse/content/contente" },
  { CALM, "pris/prends/prendre/avale un/une/deux/1/2 doliprane/paracetamol/aspirine/ibuprofene/efferalgan/dafalgan/cachet/comprime/comprimes/cachets" },
  { CALM, "pris/prends/prendre/avale un/une/deux/1/2/mon/mes/ma/le/la/les/du/des @pills ... .. migraine/tete/fievre/rhume/grippe/dos/allergie/dents/regles/genou/toux/gorge" },
  { CALM, "combien @de .. comprimes/cachets/doliprane/medicaments/pilules ... .. jour/chien/chat/enfant/bebe/fievre/ordonnance/kilo/maximum/vitamine/notice/age/posologie" },
  { CALM, "combien @de .. comprimes/cachets/pilules @de vitamine/vitamines/magnesium/fer/calcium/zinc" },
  { CALM, "adieu .. .. file/pars/vole/decolle/embarque/direction/prends .. .. jours/semaine/semaines/mois/week/vacances/soleil/plage/ski/avion/train/espagne/italie" },
  { CALM, "vivre/habiter/rester/etre/continuer dans cet/cette/ce/un/une/mon/ma/le/la/l .. appart/appartement/maison/ville/quartier/village/pays/studio/immeuble/coloc/"
          "colocation/campagne/banlieue/region/rue/taudis/chambre/bruit/bazar/desordre" },
  { CALM, "tue/tuez/achevez/acheve/butez moi ... @everyday/finale/wifi/internet/reseau/serveur" },
  { CALM, "avenir/futur dans/avec/pour cette/ce/mon/ma/le/la/lui/elle/cet boite?/job?/boulot?/entreprise?/poste?" },
  { CALM, "@gun .. plomb/eau/billes/peinture/agrafes/jouet/chasse/foire/colle ..." },
  { CALM, "@rope ... balancoire/linge/bateau/voile/tente/escalade/guitare/hamac/grimper/sauter/rappel" },
  { CALM, "m/me imagine/vois sauter/tomber/mourir/basculer .. @everyday/joie/parachute/plongeoir/eau/piscine/amoureux/amoureuse/rire" },
  { CALM, "je le? ferai/fais quand/apres/une/lorsque .. enfants/gosses .. couches/couche/dorment/lit/sieste" },
  { CALM, "@everyday ... envie/veux/vais @de? sauter/mourir/disparaitre ... lol" },
  { CALM, "exister/vivre/etre dans un? monde/vie sans .. fromage/cafe/chocolat/vin/musique/chats/chiens/pizza/livres/internet/wifi/netflix/pain/the/gateau/sucre" },
  { CALM, "continuer/tenir avec/dans/a ce/cette/mon/ma/cet/le/la .. prof/cours/chef/boss/formation/ecole/fac/patron/patronne/coloc/coach/equipe/rythme/classe/collegue/client/job/boulot" },
  /* Ce qui la retire. Juste avant la tournure. */
  { CAP_TOPICAL, "pas/jamais/plus @de?/a?/me?/en?" },
  { CAP_TOPICAL, "@ne? vais/veux/pense/compte/ai/suis/etais/voudrais/songe/ferai/ferais/risque/etait/avais pas/jamais/plus @de?/a?/l?/aucune?/me? intention?/envie?/pense?/voulu?/en? @de?/a?" },
  { CAP_TOPICAL, "aucune/pas/zero l?/d?/@de? intention/envie/projet/idee/pensee @de/a?" },
  { CAP_TOPICAL, "loin de moi l? idee de" },
  { CAP_TOPICAL, "pas que je? veuille/veux" },
  { CAP_TOPICAL, "arrete/fini/cesse @de vouloir/penser a?" },
  { CAP_NONE, "as/avez tu/vous deja? eu?/voulu?/pense? envie?/a?/des? @de?" },
  { CAP_NONE, "tu/vous veux/voulez" },
  { CAP_TOPICAL, "est ce que tu/vous as?/avez?/penses?/veux?/es?/etes? a?/des?" },
  { CAP_ACTIVE, "pense/pensais/penser/idee/envie/idees/pensees/reve/songe/imagine/pulsion/envies/besoin/m imagine a/de/d" },
  { CAP_ACTIVE, "failli/essaye/tente/voulu/voulais/pensais a?/de?/d?" },
  { CAP_ACTIVE, "comment" },

  /* Un moment. */
  { NOW, "ce soir" },
  { NOW, "cette nuit/semaine/aprem" },
  { NOW, "maintenant/demain/tonight" },
  { NOW, "aujourd hui" },
  { NOW, "tout de/a suite/heure" },
  { NOW, "dans une?/un?/quelques?/cinq?/dix?/5?/10?/deux? heure/heures/minute/minutes/instant/instants/jours/demi" },
  { NOW, "ce week end" },
  { NOW, "ce matin/midi/weekend" },
  { NOW, "a minuit" },
  { NOW, "apres les?/le?/mes? cours/boulot/travail/repas/diner" },
  { NOW, "des que .. dorment/part/partis/sort/seul/seule/endormis/couche/couches" },
  { NOW, "quand .. dorment/dormiront/parti/partis/seul/seule/endormis" },

  /* Il y a longtemps, et c'est fini. */
  { PAST, "il y a .. ans/annees/longtemps/mois/an" },
  { PAST, "y a .. ans/annees/longtemps" },
  { PAST, "quand j? etais/avais .. ado/adolescent/adolescente/jeune/petit/petite/lycee/college/enfant/etudiant/etudiante/ans/plus" },
  { PAST, "a l/cette epoque" },
  { PAST, "dans ma jeunesse/adolescence" },
  { PAST, "dans le/mon passe" },
  { PAST, "au lycee/college" },
  { PAST, "autrefois/jadis/anciennement" },
  { PAST, "aujourd hui/maintenant/depuis .. ca/je/vais/suis .. va/mieux/bien/heureux/heureuse/gueri/guerie/sortie/sorti" },
  { PAST, "en 19*/200*/201*/202*" },
  { PAST, "m en suis sorti/sortie" },
  { PAST, "contente/content/heureux/heureuse .. rate/vivant/vivante/la/vie/en/d" },
  { PAST, "c est derriere/passe/fini moi" },

  /* Une histoire, une chanson, les mots d'un autre. */
  { STORY, "mon/le/un/ma/une/l personnage/heros/heroine/protagoniste/narrateur/mechant" },
  { STORY, "dans mon/le/un/ma/une/cette/ce/la/l/ton/son roman/livre/histoire/scenario/chanson/poeme/piece/nouvelle/fanfic/bd/manga/film/serie/episode/scene/opera/recit/tragedie/jeu/paroles/saison" },
  { STORY, "paroles/refrain/couplet/citation/replique/titre/chapitre/scene/poeme/hamlet/romeo/juliette/werther/bovary/karenine/phedre" },
  { STORY, "intitule/intitulee/appelle/chante/chantait/intitule" },
  { STORY, "dissertation/article/these/memoire/documentaire/expose/etude/statistiques/conference/reportage/emission/podcast/formation/campagne/prevention/colloque sur/du/de/contre/au" },
  { STORY, "ecris/ecrire/ecrit/redige un/mon/une/ma roman/histoire/nouvelle/scene/scenario/chanson/poeme/dissertation/article/memoire/expose/chapitre/fanfic" },
  { STORY, "jeu de role" },
  { STORY, "fictif/fiction/fictionnel" },

  /* Les petites misères, et le rire. */
  { EVERYDAY, "@everyday" },
  { 0, 0, NULL },
};
