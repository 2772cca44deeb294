import type { CauseSheet } from '../root-cause.ts';

export const brokenPromise: CauseSheet = {
  cause: 'broken-promise',
  means: 'What was advertised, sold, agreed or confirmed is not delivered.',
  rules: [
    {
      id: 'BROKEN-PROMISE-1',
      says: 'A promise or guarantee is named that was not kept.',
      any: {
        en: `
          promised, promises, promise, broken promise*, empty promise*, false promise*, guaranteed, guarantee,
          gave their word, gave me their word, went back on, go back on, goes back on, backed out, renege*,
          breach of contract, what was agreed, had agreed, we agreed, as agreed, agreed price, agreed time, agreed date,
          agreement, doing what you say, do what you say, what you say you will, what they say they will,
          do what they say, stick to what, keep your word, keep their word, kept their word, assured me, assured us,
          was assured, were assured, been assured`,
        de: `
          versprochen*, versprechen, versprach*, zugesagt*, zugesichert, garantiert, vereinbart*, abgemacht,
          wort gehalten, leere versprechungen, nicht eingehalten, hält nicht was, halten nicht was, entgegen der zusage`,
        es: `
          prometi*, prometen, promesa*, garantiz*, me aseguraron, aseguraron que, lo acordado, acordamos, lo pactado,
          incumpl*, no cumplen, no cumple, no cumplieron, faltan a su palabra`,
        fr: `
          promis, promise, promises, promesse*, promettent, garanti, garantie de, assuré que, engagement*, convenu,
          convenue, parole, pas tenu, pas tenue, non tenue, non tenues, non respecté, non respectée, pas respecté,
          pas respectée`,
        it: `
          promess*, promett*, garantito, garantita, garantivano, assicurato che, concordato, concordata, pattuito,
          patti, non rispettato, non rispettata, non rispettano, non mantenut*, parola data`,
        pt: `
          promet*, promess*, garantiram, garantido, garantiu, combinado, combinada, o acordado, acordo, não cumpr*,
          descumpr*, não respeitam, sem palavra`,
      },
      unless: {
        en: `
          kept their promise*, keeps their promise*, kept its promise, kept your promise, kept the promise,
          delivered as promised, arrived as promised, worked as promised, promising start, looked promising,
          seemed promising, user agreement, license agreement, rest assured, be assured, under guarantee, warranty,
          call me back, call back, ring back`,
        es: `cumplió lo, como prometieron`,
        de: `wie versprochen geliefert, pünktlich wie`,
        fr: `comme promis, tenu sa promesse, tenu ses promesses`,
        it: `come promesso, mantenuto la promessa`,
        pt: `como prometido, cumpriu o prometido, cumpriram o prometido`,
      },
    },
    {
      id: 'BROKEN-PROMISE-2',
      says: 'What is advertised or described is not what the customer gets.',
      any: {
        en: `
          false advertising, mislead*, misled, not as described, not as shown, not as pictured,
          nothing like the picture*, nothing like the photo*, nothing like the description, nothing like the ad,
          looks nothing like, not what i ordered, not what was ordered, was sold a, sold me, mis-sold, missold,
          bait and switch, website says, website said, website states, website stated, website claims, website showed,
          site says, site said, site claims, according to your website, according to the website, says on your website,
          says on the website, stated on the website, the ad said, the ad says, the description said,
          the description says, in the description, match the picture, match the description, claims to be, claim to be,
          claimed to be, supposed to include, supposed to come with, supposed to have, marketed as, billed as,
          does not live up, doesn't live up, advertised, advertisement*, advertising states, advertising says,
          in the brochure, don't advertise, do not advertise, why advertise, you advertise, they advertise, advertises,
          falsely advertising`,
        de: `
          beworben*, angepriesen, werbung, laut website, laut webseite, laut homepage, laut beschreibung,
          auf der website steht, auf der webseite stand, anders als beschrieben, nicht wie beschrieben,
          entspricht nicht der, nicht der beschreibung, irreführend*, lockangebot, verkauft als, wurde mir verkauft,
          anders als auf den fotos, angeblich*`,
        es: `
          anuncia*, engaños*, no es lo que, no coincide con, no corresponde con, según la web, según la página,
          según su web, en la web pone, en la página decía, me vendieron, como en la foto, descripción`,
        fr: `
          mensonger*, trompeu*, annoncé, annoncée, annoncés, non conforme, pas conforme, selon le site, d'après le site,
          sur le site il, votre site indique, le site indique, vendu comme, on m'a vendu, rien à voir avec la photo,
          rien à voir avec les photos, à la description`,
        it: `
          pubblicizza*, ingannevol*, non conforme, non corrisponde, diverso dalla foto, diversa dalla foto,
          secondo il sito, sul sito c'è scritto, sul sito era, spacciato per, mi hanno venduto, venduto come,
          dalla descrizione, nella descrizione`,
        pt: `
          enganos*, anunciad*, anunciam, anúncio, não é o que, não corresponde, não condiz, diferente da foto,
          diferente do que, diferente da descrição, segundo o site, no site diz, no site dizia, no site estava,
          me venderam, vendem como, vende produto como`,
      },
      unless: { en: `saw your ad, i saw an ad, tv ad, same as advertised, exactly as advertised` },
    },
    {
      id: 'BROKEN-PROMISE-3',
      says: 'What was paid for or reserved is not given.',
      any: {
        en: `
          paid for, pay for, paying for, paid extra, pay extra, paid more, paid #, pre paid, prepaid, purchased, bought,
          pre-booked, prebooked, pre-ordered, preordered, pre-selected, preselected, reserved, reservation,
          reservations, selected seats, chosen seats, chose seats, booked seats, assigned seat*, seat assignment*,
          confirmed, confirmation, booked together, the seat i, seats we`,
        de: `bezahlt, gebucht*, reserviert*, reservierung, bestätigt*, vorbestellt*`,
        es: `pagué, pagamos, pagado, reservado, reservada, reservé, reserva, confirmad*`,
        fr: `payé, payée, payés, réservé, réservée, réservés, réservation, confirmé, confirmée`,
        it: `pagato, pagata, pagando, prenotato, prenotata, prenotati, prenotazione, confermato, confermata`,
        pt: `paguei, pagamos, pago, paga, comprei, compramos, reservei, reservado, reservada, reserva, confirmad*`,
      },
      with: {
        en: `
          but didn't, but did not, but never, but not, but no, but got, but was given, but were given, but we were,
          but was not, but wasn't, but they, but it was not, didn't get, did not get, didn't receive, did not receive,
          never received, never got, not received, not given, wasn't given, not provided, not available, unavailable,
          and got, not what we paid, not what i paid, not get what, gave my, gave our, moved us, moved me, moved our,
          changed our, changed my, changed without, got changed, was changed, were changed, not together, separated,
          split up, seated apart, lost my, cancelled, canceled, not honoured, not honored, only to find, only to be,
          instead, nowhere near, taken, no longer, disappeared, vanished, no record, not there, not exist, downgraded,
          refused, denied, not work, didn't work, not working, barely, can't load, couldn't use, could not use,
          can't use, cannot use, deleted, not applied, doesn't work, isn't working, never worked, away, stopped working`,
        de: `
          aber nicht, aber nie, nicht erhalten, nicht bekommen, nie erhalten, nie bekommen, aber kein, aber keine,
          aber keinen, trotzdem, stattdessen, storniert, vergeben, nicht vorhanden, verweigert, bekam nur, bekamen nur,
          nicht verfügbar, existiert nicht, gab es nicht, weg, nichts bekommen`,
        es: `
          pero no, no recib*, no me dieron, no nos dieron, nunca recib*, y no, y nunca, sin embargo, cancelaron,
          cancelad*, en su lugar, no existe, no había, cambiaron, negaron, no aparece, no figura, nos dieron otro`,
        fr: `
          mais pas, pas reçu, jamais reçu, n'ai pas, n'avons pas, n'ai jamais, n'ai rien, n'avons rien, annulé, annulée,
          à la place, pas disponible, n'existe pas, n'existait pas, refusé, changé, changée, donné à, mais rien, pas eu,
          introuvable`,
        it: `
          ma non, non ho ricevuto, mai ricevuto, non ho avuto, non abbiamo avuto, non abbiamo ricevuto, annullat*,
          cancellat*, invece, al posto, non disponibile, non esiste, negato, cambiato, cambiata, non risulta,
          mai arrivato, mai arrivata`,
        pt: `
          mas não, não recebi, nunca recebi, não recebemos, e não, e nada, e recebi, cancelaram, cancelad*, em vez,
          no lugar, não disponível, não existe, negaram, trocaram, mudaram, recebi apenas, recebi só, só recebi,
          recebi um, recebi uma, veio apenas, faltou, faltando, ainda não, até hoje, até agora`,
      },
      unless: {
        en: `
          refus* to pay for, flights been, flight cancelled, flight canceled, flights cancelled, flights canceled,
          flight was cancelled, flight was canceled, cancelled flight*, canceled flight*, flights have been,
          flight has been`,
      },
    },
    {
      id: 'BROKEN-PROMISE-4',
      says: 'A booking, appointment, price or offer is cancelled or not honoured.',
      any: {
        en: `
          not honour*, not honor*, didn't honour, didn't honor, won't honour, won't honor, wouldn't honour,
          wouldn't honor, refuse* to honour, refuse* to honor, refusing to honour, refusing to honor, never honoured,
          never honored, isn't honouring, honor the, honour the, honor your, honour your, honor my, overbook*,
          over booked, oversold, over sold, double booked, denied boarding, gave my seat, gave away my, gave our seats,
          gave away our, given my seat, sold my seat, gave my room, sold my room, cancelled my order, canceled my order,
          cancelled my appointment, appointment cancelled, appointment was cancelled, appointment has been cancelled,
          appointments cancelled, appointments being cancelled, cancelled my booking, canceled my booking,
          cancelled my reservation, canceled my reservation, reservation was cancelled, booking was cancelled,
          order was cancelled, order cancelled, operation cancelled, operation was cancelled, surgery cancelled,
          surgery was cancelled, cancelled last minute, cancelled at the last minute, cancelled on the day,
          cancelled at short notice, cancelled my operation, cancelled my surgery, cancelled our appointment,
          changed the price, price changed, different price, higher price than, charged more than, charged a different,
          quoted, quote was, offer was not, offer did not, discount was not, discount not applied, voucher not,
          voucher was not, coupon did not, coupon didn't, code did not, promo code, voucher rejected,
          won't accept the voucher, dishonor*, dishonour*, gave my ticket, gave our ticket*, gave my spot,
          gave our spot*, tickets away, seats away, keep to appointment*, kept to appointment*, sold more tickets,
          sold more seats, lost my first class, lose my first class, lost my seat, lost our seats, lost my upgrade,
          lose my upgrade, moved my seat*, moving my seat*, moved our seat*, changed my seat*, changed our seat*,
          switched my seat*, switched our seat*, requested seats together, downgraded me, downgraded us, was downgraded,
          were downgraded, been downgraded, downgraded from, downgraded my, downgraded to, deleted my reservation,
          deleted my booking, lost my reservation, lost my booking, lost our reservation, lost our booking, got bumped,
          was bumped, were bumped, been bumped, getting bumped, being bumped, bumped from, bumped off, bumped us,
          bumped me from`,
        de: `
          überbucht, termin abgesagt, termin wurde abgesagt, termin kurzfristig, kurzfristig abgesagt,
          termin verschoben, bestellung storniert, bestellung wurde storniert, buchung storniert,
          buchung wurde storniert, einfach storniert, reservierung storniert, gutschein nicht, rabatt nicht,
          preis geändert, mehr berechnet als, höherer preis, angebot gilt nicht, zimmer vergeben, sitzplatz vergeben,
          nicht anerkannt`,
        es: `
          no respetan, no respetaron, no respetó, sobreventa, overbooking, cancelaron mi, cancelaron la cita,
          cancelaron la reserva, anularon mi, me cancelaron, precio distinto, otro precio, cobraron más de,
          no aplicaron el, no aceptan el cupón`,
        fr: `
          surbook*, surréservation, rendez-vous annulé, annulé mon, annulé ma, annulé notre, commande annulée,
          réservation annulée, pas honoré, non honoré, rdv annulé, prix différent, pas le prix, facturé plus que,
          bon de réduction refusé, remise non appliquée, code promo`,
        it: `
          overbooking, non onora*, annullato il mio, annullato l'appuntamento, appuntamento annullato,
          annullato l'ordine, ordine annullato, cancellato la prenotazione, prenotazione cancellata, cancellato il mio,
          disdetto, prezzo diverso, prezzo maggiorato, sconto non applicato, buono non accettato`,
        pt: `
          overbooking, não honr*, cancelaram meu, cancelaram minha, cancelaram o meu, cancelaram a minha,
          pedido cancelado, pedido foi cancelado, consulta cancelada, consulta desmarcada, desmarcaram, remarcaram,
          preço diferente, cobraram mais do que, desconto não, cupom não, não aceitaram o cupom`,
      },
      unless: {
        en: `
          deal with, great deal, good deal, big deal, dealing, a deal of, bumped up, bump up, bumped into,
          bumped to first, bumped on, bumped my`,
      },
    },
    {
      id: 'BROKEN-PROMISE-5',
      says: 'A delivery, visit, payment or date that was announced does not come.',
      any: {
        en: `
          said it would, said they would, said you would, said he would, said she would, told it would,
          told me it would, told us it would, told they would, told me they would, told us they would, told i would,
          told me i would, told we would, told us we would, told i'd, told we'd, told me you would, was told my,
          you said, they said it, supposed to be delivered, supposed to arrive, supposed to receive, supposed to get,
          supposed to come, supposed to be here, supposed to be fixed, supposed to be refunded, supposed to call,
          was supposed to, were supposed to, should have arrived, should have been delivered, should have received,
          should have been here, due to be delivered, due for delivery, delivery date, delivery slot, time slot,
          guaranteed delivery, next day delivery, same day delivery, one day shipping, # day shipping, # day delivery,
          told an ambulance, told someone would, told that someone would, told somebody would, told that it would,
          told that i would, told that they would, never happened, didn't happen, didn't turn up, never turned up,
          not turn up, failed to turn up, didn't show up, never showed up, failed to show, prime delivery,
          prime shipping, prime member*`,
        de: `
          sollte kommen, sollte geliefert werden, sollte ankommen, hätte kommen sollen, hätte geliefert werden,
          lieferung am, liefertermin, zum vereinbarten termin, wurde mir gesagt, wurde gesagt, sie sagten,
          man sagte mir, lieferdatum, zustelltermin`,
        es: `
          debía llegar, tenía que llegar, iba a llegar, debería haber llegado, dijeron que, fecha de entrega,
          plazo de entrega, entrega para el, llegaría, quedaron en`,
        fr: `
          devait arriver, devait être livré, devait être livrée, aurait dû, devait être remboursé, devais recevoir,
          devions recevoir, m'a dit que, m'avait dit, date de livraison, délai annoncé, délais annoncés,
          livraison prévue, prévue le, prévu le`,
        it: `
          doveva arrivare, doveva essere consegnato, dovevano arrivare, sarebbe arrivato, avrebbero consegnato,
          mi avevano detto, mi hanno detto che, data di consegna, consegna prevista, prevista per, previsto per,
          dovevo ricevere`,
        pt: `
          deveria chegar, devia chegar, era para chegar, era pra chegar, era para ser entregue, era pra ser entregue,
          ficou de chegar, disseram que, falaram que, data prevista, data de entrega, prazo, previsão, previsto para,
          prometeram`,
      },
      with: {
        en: `
          but, never, nothing, still, instead, didn't, did not, hasn't, haven't, has not, have not, wasn't, was not,
          no sign, nowhere, nope, yet, only to, turned out, then, days ago, weeks ago, weeks later, days later, no one,
          nobody, not delivered, missed, past, passed, lie, lied, lies, changed, late, turn up, turned up, show up,
          showed up, happened, failed, only way, hours later, weren't`,
        de: `
          aber, nie, nichts, immer noch, nicht, stattdessen, niemand, keine, kein, wochen später, tage später,
          verstrichen, verpasst`,
        es: `pero, nunca, nada, todavía, aún, no, sin embargo, nadie, semanas después, días después, pasad*`,
        fr: `mais, jamais, rien, pas, personne, aucun, aucune, semaines plus tard, jours plus tard, dépassé*`,
        it: `ma, mai, niente, nulla, ancora, non, nessuno, settimane dopo, giorni dopo, scadut*`,
        pt: `mas, nunca, nada, até hoje, até agora, não, ninguém, semanas depois, dias depois, passad*`,
      },
      unless: {
        en: `
          flight, flights, plane, take off, takeoff, depart, land, landed, boarding, gate, has never happened,
          had never happened`,
      },
    },
    {
      id: 'BROKEN-PROMISE-6',
      says: 'A refund, voucher or credit that is owed has not come.',
      any: {
        en: `
          refund, refunds, refunded, voucher*, compensation, reimburse*, credit, credits, credited, my money, our money,
          miles, points, rebate, cashback, deposit`,
        de: `
          warte auf mein geld, warte auf die erstattung, warte auf meine erstattung, erstattung kam nie,
          keine erstattung erhalten, noch keine erstattung, geld nicht zurück, geld immer noch nicht, gutschrift fehlt`,
        es: `
          esperando el reembolso, esperando mi reembolso, no me han devuelto, no me han reembolsado, sin reembolso,
          no recibí el reembolso, no he recibido el reembolso, no me devuelven`,
        fr: `
          attends mon remboursement, attends le remboursement, attends toujours le remboursement, attends toujours mon,
          pas été remboursé, pas été remboursée, toujours pas remboursé, toujours pas remboursée, jamais remboursé,
          jamais remboursée, aucun remboursement`,
        it: `
          aspetto il rimborso, attendo il rimborso, in attesa del rimborso, non ho ricevuto il rimborso, mai rimborsato,
          mai rimborsata, nessun rimborso, rimborso mai`,
        pt: `
          esperando o reembolso, aguardando o reembolso, não recebi o reembolso, não reembolsaram, não devolveram,
          não fui reembolsado, não fui reembolsada, sem reembolso, reembolso não, estorno não, não estornaram,
          não fizeram o estorno`,
      },
      with: {
        en: `
          never received, not received, haven't received, didn't receive, did not receive, still waiting, been waiting,
          waiting for my, waiting for a, waiting for the, waiting on my, waiting on a, waiting for our, awaiting,
          where is my, where's my, where are my, never came, never got, never arrived, never posted, never credited,
          yet to receive, yet to see, yet to get, hasn't come, hasn't arrived, has not arrived, not been, haven't been,
          hasn't been, still no, still not, still hasn't, still haven't, no sign`,
      },
      unless: { en: `call, points out, not been helpful, credit card*, debit card*` },
    },
  ],
};
