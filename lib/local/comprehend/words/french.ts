import type { WordList } from '../word-list.ts';

/** Frequent words of French customer feedback. */
export const FRENCH: WordList = {
  positive: `
    bon bonne bons bonnes bien mieux meilleur* excellent* super génial* formidable* fantastique* merveill*
    magnifique* superbe* parfait* impeccable* irréprochable* extraordinaire* remarquable* exceptionnel*
    incroyable* top nickel adore* adoré aime aimé aimons aimer plaisir plait plaît plu ravi* enchant* content*
    satisfait* satisfaction heureux heureuse* joie agréable* gentil* gentillesse aimable* amabilité sympa
    sympathique* souriant* poli polie polis courtois* accueillant* chaleureu* attenti* serviable* disponible*
    professionnel* compétent* efficace* efficacité rapide* rapidité réacti* ponctuel* ponctualité fiable*
    confiance propre propres propreté confortable* confort calme spacieu* beau belle beaux belles joli* délicieu*
    savoureu* frais fraîche succulent* régal* recommande recommandé recommandons recommander merci remercie*
    félicit* bravo chapeau facile* facilement simple simplicité pratique* utile* aidé aide résolu* résolv*
    abordable* avantageu* honnête* idéal* qualité réussi* réussite surpris* impressionn* apprécié* apprécie* hâte
    cool amusant* généreu* soigné*
  `,
  negative: `
    mauvais* mal pire* nul nulle nuls nulles horrible* terrible* affreu* catastroph* désastr* lamentable* minable*
    médiocre* épouvantable* déplorable* honte honteu* scandale* scandaleu* déçu* décev* déception* mécontent*
    insatisf* fâch* colère énerv* furieu* frustr* triste* déteste* haine dégoût* dégueulasse* désagréable* impoli*
    malpoli* agressi* arrogant* méprisant* incompétent* incompétence inefficace* inutile* irrespect* lent lente
    lents lentes lenteur retard* attente attend* annul* perdu* perte manque* manquant* erreur* faux fausse
    problème* panne* défaut* défectueu* cassé* abîmé* endommag* sale sales saleté crasseu* puant* pue bruyant*
    bruit froid froide froids inconfort* vétuste* vieux bug bugs bugué* bugue* plante* plantage* bloqu*
    impossible* difficile* compliqué* confus* galère* plainte* plaindre réclam* arnaque* arnaqu* escroc* vol volé*
    voleur* mensonge* ment menteur* tromp* fraude* abus* cher chère chers exorbitant* refus* ignor* inadmissible*
    inacceptable* insupportable* malheureusement dommage regrett* jamais fuir éviter poubelle pourri* merdique*
    merde bordel chaos rembours*
  `,
  expected: `
    fonctionn* marche marchait marchent arrivé reçu recu livré répond* réponse répondu possible informé
    disponible* prévenu peux pu vaut joignable compris fait
  `,
  negators: 'ne n pas jamais aucun aucune rien sans ni guère',
  negatorReach: { wordsBefore: 3, wordsAfter: 0 },
};
