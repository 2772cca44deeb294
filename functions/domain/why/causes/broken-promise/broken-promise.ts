import type { CauseSheet } from '../../root-cause.ts';
import { booked } from './booked.ts';
import { notGiven } from './not-given.ts';

export const brokenPromise: CauseSheet = {
  cause: 'broken-promise',
  means: 'What was advertised, sold, agreed or confirmed is not delivered.',
  rules: [
    {
      id: 'BROKEN-PROMISE-1',
      says: 'A promise or guarantee is named that was not kept.',
      any: {
        en: `
          promised, promises, promise, broken promise*, empty promise*, not keep appointments, not keep their,
          not keep the appointment, not keep to, not kept to, keep to appointment, stick to appointment*,
          stick to the appointment, stick to times, stick to the time, stick to your, stick to their, stuck to what,
          could not be kept, couldn't be kept, not be kept, lying about, lied to me, lied to us, lied about,
          been lied to, was lied to, were lied to, being lied to, keep lying, kept lying, lie to customers,
          lies to customers, let them down, let patients down, let us down, let me down again, agreed to, was agreed,
          were agreed, been agreed, agreed in, agreed at, agreed with me, agreed with us, it in writing,
          told in writing, confirmed in writing, confirmed by email, confirmed by mail, confirmed by text,
          confirmed twice, confirmed # times, was approved and, swore that, swore i'd, swore we'd, swore they'd,
          swore it'd, swore up and down, swore the, what was promised, what i was promised, what we were promised,
          what you promised, unkept, hold up your end, didn't deliver on, never delivered on, not not what was agreed,
          not what we agreed, not what i agreed, not what i signed, not what we signed, isn't what i signed,
          told i'd be getting, we'd get #, i'd get #, told we'd get, told i'd get, said we'd get, said i'd get,
          said i would get, said we would get, told i would get, told we would get, false promise*, guaranteed,
          guarantee, gave their word, gave me their word, go back on, goes back on, backed out, renege*,
          breach of contract, what was agreed, had agreed, we agreed, as agreed, agreed price, agreed time,
          agreed date, agreement, doing what you say, do what you say, what you say you will, what they say they will,
          do what they say, stick to what, keep your word, keep their word, kept their word, assured me, assured us,
          was assured, were assured, been assured, swore he, swore she, swore they, swore it, so much for your,
          so much for the, like you said, as you said, like they said, as they said, not as promised, pledged,
          your commitment, assurance that, assurances, you keep saying, keep saying it will, been told it'll,
          been told it will, was due to be, despite being promised, like promised, as promised, took their word,
          honouring, honoring, gone back on`,
        de: `
          versprochen*, versprechen, versprach*, zugesagt*, zugesichert, garantiert, vereinbart*, abgemacht,
          wort gehalten, leere versprechungen, nicht eingehalten, hält nicht was, halten nicht was,
          entgegen der zusage`,
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
          call me back, call back, ring back, as promised to`,
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
          bait and switch, what i paid for, what we paid for, not what i paid, not what we paid, get what i paid,
          get what we paid, got what i paid, why did i pay, why did we pay, why am i paying, why are we paying,
          why do i pay, why pay extra, what did i pay, what did we pay, what i'm paying for, point of paying,
          point of prime, point in paying, deceptive, deceived, deceiving, tricked, duped, conned into,
          false pretences, false pretenses, misrepresent*, was part of the deal, part of the deal, isn't two day,
          not two day, # day shipping is, # day shipping that, # day shipping was, # day shipping and,
          # day shipping but, not # day shipping, pay for prime, paying for prime, paid for prime, direct flight that,
          wasn't a direct, isn't a direct, the ad had, says right on, website states, website stated, website claims,
          website showed, site claims, according to your website, according to the website, says on your website,
          says on the website, stated on the website, the ad said, the ad says, the description said,
          the description says, in the description, match the picture, match the description, claims to be,
          claim to be, claimed to be, supposed to include, supposed to come with, marketed as, billed as,
          does not live up, doesn't live up, advertised, advertisement*, advertising states, advertising says,
          in the brochure, don't advertise, do not advertise, you advertise, they advertise, falsely advertising,
          no resemblance, says on the tin, nothing like what, not as advertised, not what was advertised, sold us,
          sold as, were sold a, meant to be unlimited, says unlimited, the advert, your advert, your ad, your ads,
          promo email, vaunted, so called first class, so called business class, claims to offer, claims to have,
          call themselves a, calls itself a, according to the map, according to the seat map, brochure,
          was included and, told breakfast was, supposed to offer, supposed to provide, supposed to get me,
          was meant to include, photos online, pictures online, unlike the pictures, unlike the photos,
          not the new one shown, do not believe the, don't believe the, not like the video, nothing like the video,
          nothing like the website, advertises itself, advertise themselves, not the product,
          installation has been delayed, not what we expected from the website`,
        de: `
          beworben*, angepriesen, werbung, laut website, laut webseite, laut homepage, laut beschreibung,
          auf der website steht, auf der webseite stand, anders als beschrieben, nicht wie beschrieben,
          entspricht nicht der, nicht der beschreibung, irreführend*, lockangebot, verkauft als, wurde mir verkauft,
          anders als auf den fotos, angeblich*`,
        es: `
          anuncia*, engaños*, no es lo que, no coincide con, no corresponde con, según la web, según la página,
          según su web, en la web pone, en la página decía, me vendieron, como en la foto, descripción`,
        fr: `
          mensonger*, trompeu*, annoncé, annoncée, annoncés, non conforme, pas conforme, selon le site,
          d'après le site, sur le site il, votre site indique, le site indique, vendu comme, on m'a vendu,
          rien à voir avec la photo, rien à voir avec les photos, à la description`,
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
    ...booked,
    {
      id: 'BROKEN-PROMISE-5',
      says: 'A delivery, visit, payment or date that was announced does not come.',
      any: {
        en: `
          said it would, said they would, said you would, said he would, said she would, told it would,
          told me it would, told us it would, told they would, told me they would, told us they would, told i would,
          told me i would, told we would, told us we would, told we'd, told me you would, was told my, you said,
          they said it, supposed to be delivered, supposed to arrive, supposed to receive, supposed to get,
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
          refund, refunds, refunded, voucher*, compensation, reimburse*, credit, credits, credited, my money,
          our money, rebate, cashback, deposit`,
        de: `
          warte auf mein geld, warte auf die erstattung, warte auf meine erstattung, erstattung kam nie,
          keine erstattung erhalten, noch keine erstattung, geld nicht zurück, geld immer noch nicht, gutschrift fehlt`,
        es: `
          esperando el reembolso, esperando mi reembolso, no me han devuelto, no me han reembolsado, sin reembolso,
          no recibí el reembolso, no he recibido el reembolso, no me devuelven`,
        fr: `
          attends mon remboursement, attends le remboursement, attends toujours le remboursement,
          attends toujours mon, pas été remboursé, pas été remboursée, toujours pas remboursé,
          toujours pas remboursée, jamais remboursé, jamais remboursée, aucun remboursement`,
        it: `
          aspetto il rimborso, attendo il rimborso, in attesa del rimborso, non ho ricevuto il rimborso,
          mai rimborsato, mai rimborsata, nessun rimborso, rimborso mai`,
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
          hasn't been, still no, still not, still hasn't, still haven't, no sign, still haven't been given, waiting on,
          waiting for that, never saw, not seen, haven't seen, not posted, was promised, weeks ago, post to, don't see,
          didn't post, not been credited, have yet to`,
      },
      unless: { en: `call, points out, not been helpful, credit card*, debit card*` },
    },
    {
      id: 'BROKEN-PROMISE-7',
      says: 'Something was said to come or to be so, and in the same or the next sentence it is not.',
      any: {
        en: `
          told it would, told {me} it would, told {me} they would, told {me} we would, told {me} i would,
          told they would, told i would, told we would, told i was going to, told we were going to, told i'd,
          told we'd, told {me} i'd, told {me} we'd, told you would, told {me} you would, told the ambulance would,
          told an ambulance would, told a emergency ambulance, told an emergency ambulance, told someone would,
          told somebody would, told there would, told my bag would, told our bags would, told # minutes, told # hours,
          told # days, told # weeks, told within, told approx*, told could wait #, told a wait of #, said # minutes,
          said # mins, said # hours, said # days, said # weeks, said within, said it would, said they would,
          said you would, said she would, said he would, said we would, said i would, said it'd, said they'd,
          said you'd, said he'd, said she'd, said it will, said they will, said you will, say it will, say they will,
          say they'll, say it'll, says it will, told it'll, told {me} it'll, says it's, said i'd, said we'd, was to be,
          was going to be, were going to be, was to have, would deliver, would arrive, would be delivered,
          would be there, would be here, would be ready, would be waiting, would send, would visit, would collect,
          would pick, would come, would be refunded, would be credited, would be fixed, would be back, would be sorted,
          will be delivered, will be refunded, will be there, will be here, due to be, due to arrive, due to come,
          due to visit, due to start, was due, were due, meant to be, meant to come, meant to have, meant to get,
          meant to arrive, supposed to, estimated delivery, estimated arrival, was booked for, were booked for,
          been booked for, booked in advance, assistance booked, booked for #, paid for today, pre booked,
          scheduled for, scheduled to, scheduled delivery, appointment at #, appointment for #, appointment was for,
          told to be ready, told to expect, when it said, email saying, delivered but`,
      },
      followedBy: {
        en: `
          never did, never came, never arrived, never received, never got, never happened, never showed, never turned,
          never appeared, never materialised, never materialized, never sent, never been, have never received,
          hasn't happened, hasn't come, hasn't arrived, hasn't been, haven't received, have not received,
          havent received, didn't get, did not get, didn't come, did not come, didn't arrive, did not arrive,
          didn't happen, did not happen, didn't show, didn't turn up, did not turn up, didn't receive, did not receive,
          yet i didn't, but i didn't, but it didn't, but didn't, but they didn't, but never, i was not, it was not,
          it wasn't, they weren't, wasn't there, weren't there, not there, {nobody} there, {nobody} showed,
          {nobody} turned, {nobody} came, {nobody} has come, {nobody} arrived, no show, no midwife, no ambulance,
          no nurse, no engineer, no driver, no delivery, it has been #, it's been #, has been #, that was # days,
          that was # weeks, that was # months, that was # hours, days ago, weeks ago, months ago, a week later,
          weeks later, days later, months later, hours later, # hours later, came # hours, turned up at,
          turned up # hours, arrived # hours, still nothing, still nobody, still not, still no, still waiting,
          still haven't, still hasn't, still hadn't, came and went, but got, instead, only got, i got #, got only,
          had to wait #, waited over #, waited # hours, took # hours, it took #, in fact, actually took, further #,
          a further, another # hours, now saying, now says, then changed, isn't accurate, left waiting, not delivered,
          nothing came, nothing yet, nothing since, nothing has, anything but, ended up, turned out, however,
          it was # hours, it's now, now it's, now told, lie, lied, a lie`,
      },
      unless: {
        en: `
          flight, flights, plane, take off, takeoff, depart, land, landed, boarding, gate, connection,
          has never happened, had never happened`,
      },
    },
    ...notGiven,
  ],
};
