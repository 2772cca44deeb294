import type { ReplySheet } from './reply-sheet.ts';

export const french: ReplySheet = {
  done: `
    remboursé*, remplacé*, échangé*, crédité*, recrédité*, indemnisé*, dédommagé*, appelé*, rappelé*, téléphoné,
    débloqué*, déverrouillé*, réparé*, résolu*, réglé*, corrigé*, rectifié*, ajusté*, réinitialisé*, rétabli*,
    réactivé*, activé*, envoyé*, renvoyé*, réexpédié*, expédié*, livré*, annulé les frais, annulé le débit,
    supprimé*, ajouté*, appliqué*, émis, offert*, traité votre remboursement, organisé*, réservé*, reprogrammé*,
    replacé*, prolongé*, retrouvé*, localisé*, payé*, effectué*, mis à jour, modifié*, surclassé*`,
  given: `
    est en route, sont en route, en cours de livraison, est en chemin, ci-joint, ci-jointe, en pièce jointe,
    voici votre bon, voici votre avoir, voici votre code, voici ton, fonctionne à nouveau, fonctionne de nouveau,
    remarche, est de nouveau, est à nouveau, est réglé, est résolu, est débloqué, vous attend, est prêt, est prête`,
  doer: `
    ai, avons, a, ont, été, est, sont, venons de, vient d'être, j'ai, nous, je, on, déjà, bien, aujourd'hui, équipe,
    collègue, technicien`,
  deed: `
    rembourser, remplacer, échanger, créditer, indemniser, dédommager, appeler, rappeler, contacter, recontacter,
    débloquer, réparer, résoudre, régler, corriger, envoyer, renvoyer, vérifier, examiner, regarder, étudier,
    transmettre, faire suivre, faire remonter, améliorer, aider, mieux faire, revenir vers, enquêter,
    faire le nécessaire, remboursé*, remplacé*, résolu*, rembourserons, enverrons`,
  prospect: `
    allons, vais, va, vont, serez, sera, seront, pouvons, peut, pourrions, pourrait, pourrons, devrait, devrions,
    espérons, voulons, souhaitons, aimerions, bientôt, prochainement, dans les meilleurs délais, au plus vite,
    ferons, reviendrons, rembourserons, enverrons, vérifierons, transmettrons, remplacerons, tâcherons, efforcerons,
    veillerons, veuillez, merci de, afin de, pour`,
  condition: `si, dès que, une fois, quand, lorsque, jusqu'à, au cas où, sous réserve`,
  denial: `pas, jamais, aucun, aucune, sans, ni, malheureusement, ne pouvons, impossible`,
  customer: `vous avez, tu as, avez-vous, as-tu, que vous`,
  joint: `et, mais, cependant, toutefois, car, que, donc, tandis que`,
  hollow: `
    désolé*, navré*, excus*, excuses, pardon, regrett*, gêne occasionnée, désagrément*, merci de nous avoir,
    merci pour votre message, merci pour votre retour, merci de votre retour, merci de votre message,
    merci pour votre avis, merci de votre patience, merci pour votre patience, merci de votre compréhension,
    merci d'avoir, votre avis est important, votre avis compte, votre satisfaction, est important pour nous,
    est très important, prenons cela, prenons très au sérieux, au sérieux, transmis, transmettons, nous transmettons,
    fait suivre, fait remonter, remonter, faisons remonter, service concerné, équipes concernées, équipe concernée,
    prenons note, pris note, noté, vérifions, nous vérifions, examinons, regardons, étudions, travaillons,
    faisons tout, faisons le maximum, faisons notre possible, comprenons votre, comprenons, nous comprenons,
    frustration, patience, en dm, en mp, message privé, messages privés, contactez*, contacter notre, appelez notre,
    appelez nous, écrivez nous, rendez-vous sur, service client, mieux faire, plus se reproduire, se reproduise,
    prochaine fois, meilleure expérience, nous efforçons, soyez assuré*`,
  ask: `
    envoyer, envoyez, envoie, indiquer, indiquez, communiquer, communiquez, préciser, précisez, donner, donnez,
    fournir, transmettre votre, besoin, confirmer, confirmez, pouvez-vous, pourriez-vous, quel, quelle, quels,
    quelles, quand, où, avez-vous, as-tu, veuillez`,
  detail: `
    numéro, nom, prénom, adresse, mail, email, code, date, photo, photos, capture, ticket, reçu, facture, modèle,
    version, magasin, agence, vol, référence, téléphone, commande, réservation, compte, heure`,
};
