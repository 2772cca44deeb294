import type { CueSheet } from './cue-sheet.ts';

export const french: CueSheet = {
  failure: `
    retard, retards, en retard, trop tard, retardé*, cassé*, abîmé*, endommagé*, perdu, perdue, perdus, manque,
    manquait, manquant*, erreur*, faux, fausse, annul*, en panne, panne*, bug*, plante, plantage, ne marche pas,
    marche pas, ne marche plus, marche plus, ne fonctionne pas, fonctionne pas, ne fonctionne plus, ne charge pas,
    impossible, impossible de, ne peux pas, peux pas, n'arrive pas à, arrive pas à, problème*, souci*, dysfonction*,
    pas livré*, jamais livré*, pas arrivé*, jamais arrivé*, pas reçu*, jamais reçu*, rien reçu, toujours pas,
    toujours rien, toujours aucun*, encore rien, pas venu*, jamais venu*, débité deux fois, prélevé*, débité*,
    surfacturé*, facturé*, renversé*, fuite*, brûlé*, périmé*, moisi*, oublié*, volé*, bloqué*, défectueu*,
    surbooké*, raté*, coincé*, pas conforme, non conforme, mauvaise commande, trompés de`,
  neglect: `
    aucune réponse, pas de réponse, sans réponse, ne répond pas, répond pas, ne répondent pas, répondent pas,
    personne ne répond, personne, jamais répondu, pas répondu, aucun retour, pas de retour, sans nouvelle*,
    aucune nouvelle, aucune solution, pas de solution, pas de nouvelles, aucune aide, ignor*, injoignable*,
    pas joignable, raccroch*, au nez, en attente, attente, attends depuis, j'attends, on attend, nous attendons,
    attendu, attendre, # heures, # h, # semaines, # jours, depuis # jours, depuis # semaines, depuis # mois,
    depuis des, des heures, des semaines, interminable*, aucune information, pas d'information*, pas d'info*,
    aucune info*, aucune excuse, pas d'excuse*, aucune explication, balad*, renvoy*, laissé*, abandonn*,
    file d'attente, quand, combien de temps, où est mon, où est ma`,
  conduct: `
    désagréable*, impoli*, malpoli*, grossi*, irrespect*, arrogan*, hautain*, méprisant*, mépris, agressi*,
    incompéten*, incapable*, pas professionnel*, peu professionnel*, amateur*, indifféren*, ment, mentent, menti,
    mensonge*, menteur*, arnaque*, arnaqu*, escro*, voleur*, vol, fraude, trompeu*, publicité mensongère, crié,
    hurlé, mal élevé*, froid*, promis, on me dit, s'en fout*, s'en fiche*, foute* de`,
  demand: `
    rembours*, remboursement, dédommag*, indemnis*, réclam*, réclamation, plainte, porter plainte, avocat, litige,
    résili*, mon argent, geste commercial, ufc, pourquoi, exige, responsable, faites quelque chose,
    faites le nécessaire, réglez, expliquer, inadmissible que`,
  recurrence: `
    encore, encore une fois, à nouveau, de nouveau, une fois de plus, # fois, chaque fois, à chaque fois, toujours,
    tout le temps, sans arrêt, sans cesse, plusieurs fois, relances, relancé*, constamment`,
  condemnation: `
    mauvais, mauvaise*, pire, pires, nul, nulle, nuls, nullissime, horrible*, terrible*, affreu*, catastroph*,
    désastr*, lamentable*, scandal*, honte*, inacceptable*, inadmissible*, déplorable*, minable*, ridicule*,
    n'importe quoi, pathétique*, dégueul*, dégoût*, merde*, merd*, pourri*, putain, chier, foutage, fout*,
    ras le bol, marre, ras-le-bol, saoul*, énerv*, colère, furieu*, déçu*, décev*, déception, mécontent*, insatisf*,
    frustr*, triste*, déteste, haine, jamais plus, plus jamais, à éviter, éviter, évitez, fuyez, fuir, à fuir,
    ne recommande pas, recommande pas, déconseil*, perte de temps, perdre du temps, cauchemar, galère,
    malheureusement, dommage, regrett*, zéro, insupportable*, honteux, blague, se moque*, se moquer, moquent, chaos`,
  shortfall: `
    lent*, lenteur*, sale*, saleté, bruyant*, bruit, inconfortable*, cher, chers, chère, chères, hors de prix,
    trop cher*, trop long*, trop petit*, trop peu, trop, étroit*, vieux, vieille, vétuste*, compliqu*, confus*,
    difficile*, désorganis*, mal organisé*, insuffisant*, manque de, pas assez, peu de, sous effectif, bof, moyen*,
    médiocre*, décevant, laisse à désirer, stress*, fade*, sent mauvais, odeur*, mal`,
  wish: `
    pourrait être mieux, pourrait être amélior*, à améliorer, améliorer, amélior*, devrait, devraient, faudrait,
    il faut, il faudrait, serait bien, serait mieux, plus de personnel, plus de temps, plus de, plus rapide*,
    plus vite, j'aimerais, souhait*, aurait pu, auraient pu, manquerait`,
  praise: `
    bien, très bien, bon, bonne, bons, bonnes, excellent*, super, génial*, parfait*, formidable*, magnifique*,
    merveilleu*, extraordinaire*, fantastique*, remarquable*, impeccable*, top, au top, nickel, agréable*, gentil*,
    aimable*, sympa*, sympathique*, souriant*, accueillant*, chaleureu*, poli*, professionnel*, efficace*, compéten*,
    à l'écoute, attenti*, disponible*, rapide*, rapidement, ponctuel*, à l'heure, propre*, délicieu*, confortable*,
    content*, satisfait*, ravi*, heureu*, enchant*, adore*, aime, j'aime, recommande, je recommande, reviendrai,
    reviendrons, meilleur*, bravo, félicit*, chapeau, beau, belle, qualité, sans problème, aidé`,
  thanks: `merci*, merci beaucoup, remerci*, reconnaissan*`,
  contentment: `
    rien à redire, rien à dire, rien à signaler, rien à améliorer, rien à ajouter, rien à reprocher, rien à changer,
    aucun reproche, aucune plainte, aucune critique, je n'ai pas à me plaindre, pas à me plaindre, tout va bien,
    tout était, tout est, tout bien, tout parfait, tout s'est, tout, continuez, continuez ainsi, ne changez rien,
    pas mal, aucun problème, pas de problème, sans souci, aucun souci, aucune amélioration, pas de remarque*`,
  enquiry: `
    puis-je, est-ce que je peux, est-ce qu'il, est-ce que vous, pouvez-vous, pourriez-vous, peut-on, avez-vous,
    y a-t-il, comment puis-je, comment faire, à quelle heure, où puis-je, question, je voudrais savoir,
    j'aimerais savoir, savez-vous`,
  negation: `pas, jamais, aucun, aucune, sans, ni, plus, rien, peu, guère, manque de`,
  contrast: `mais, cependant, toutefois, par contre, malheureusement, pourtant, sauf, dommage`,
  nothing: `
    rien, aucun, aucune, non, néant, rien de particulier, rien du tout, pas grand chose, ras, sans commentaire,
    je ne sais pas, rien à signaler`,
  numerals: `
    deux, trois, quatre, cinq, six, sept, huit, neuf, dix, douze, plusieurs, quelques, deuxième, troisième,
    quatrième, #ème, #e`,
};
