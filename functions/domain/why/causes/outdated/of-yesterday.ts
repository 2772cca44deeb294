import type { CauseRule } from '../../root-cause.ts';

/** Methods of yesterday, and things that look it. */
export const ofYesterday: readonly CauseRule[] = [
  {
    id: 'OUTDATED-4',
    says: 'The method is of yesterday: paper, fax, cash, cheques, letters, or a website that is hard to use.',
    any: {
      en: `
        dial up, floppy, vhs, windows xp, internet explorer, typewriter, pencil and paper, pen and paper, cash only,
        only take cash, only accept cash, only accepts cash, don't take cards, doesn't take cards,
        don't accept cards, doesn't accept cards, no card payment*, not take cards, no contactless, no apple pay,
        by cheque, by check only, snail mail, no online booking, no mobile app, no online check, no online checkin,
        website is terrible, website is awful, website is horrible, website is a joke, website is useless,
        website is rubbish, website is garbage, website is crap, website sucks, terrible website, awful website,
        horrible website, worst website, clunky, small screen*, tiny screen*, tiny tv*, small tv*,
        screens were small, screen was small, screens are small, overhead screen*, overhead monitor*,
        drop down screen*, shared screen*, no personal screen*, no individual screen*, no seatback, no seat back,
        no usb, no power port*, nowhere to charge, paper forms, paper form, paper tickets, still use paper,
        not user friendly, not very user friendly, more user friendly, user unfriendly, better planes,
        {cant} pay by card, {cant} do it online, no electric board*, no electronic board*, no departure board*,
        still send everything, send everything by post, everything by post, still uses, still using, no personal tv,
        just one screen, no mobile boarding, only take coins, only takes coins, just coins, takes only cash, grainy,
        monitors hang, screen* hang, slow website, by fax, a fax machine, fax machine*, fax it, fax them,
        send a fax, fax only, still fax, still use fax, handwritten boarding, handwritten ticket*, written by hand,
        filled in by hand, fill in by hand, done by hand, stamped by hand, by hand on paper, pen and a, paper list,
        paper notes, paper records, paper file*, all on paper, still on paper, still paper, paper based,
        paper-based, paper copy, paper copies, paper diary, binder, only by post, by post only, sent by post,
        pin by post, form by post, posted to me, posted to you, second class post, second-class post, post the form,
        posted form, in the post when, why not email, instead of email, no email option, won't email, don't email,
        doesn't email, still send letters, still sending letters, no app for, have no app, don't have an app,
        get an app, doesn't have an app, no website, need a website, mobile boarding pass*, still no mobile,
        still can't do, still can't use, still can't pay, still not possible to, still no contactless,
        no tap to pay, no card machine, coins only, exact change, made for ants, browser nobody, in a browser,
        browser from, best viewed in, internet explorer only, only works on a desktop, only works in,
        works on desktop, not work on a phone, not work on my phone, not mobile friendly, isn't mobile friendly,
        not optimised, not optimized, logs me out, log me out, logs you out, system is old, system is so old,
        system so old, computer system is, archaic system, systems don't sync, systems don't talk,
        every other airline has, other airlines have, no screens and, no seatback screens, no seat back screens,
        no seat screens, no seat-back, no personal screens, no personal entertainment, no in seat power,
        no in-seat power, no power outlets, no power sockets, no power socket*, no power outlet*,
        lack of power outlet*, lack of outlets, lack of power, lack of usb, lack of charging, nowhere to plug,
        no way to charge, not enough outlets, not enough sockets, no outlets at, no charging point*,
        no charging port*, no personal tv*, no individual tv*, no touch screen*, not touch screen,
        not a touch screen, screens hang, screen hung, screens hung, hanging screens, screens hanging,
        screens that drop, screens drop, screen in the ceiling, screens in the ceiling, screen in the aisle,
        screens above, tv in the aisle, monitor in the aisle, central screen*, communal screen*, main screen,
        tiniest of screens, tiniest screen*, size of a postcard, size of a playing, resolution of, grainy screen*,
        films all start, all start at the same, no video on demand, no on demand, not on demand, still has no wifi,
        no wifi in this, no wifi no power, old movies, films from, movies from, curly wire, two prong, two-prong,
        round plug, headphone jack, engaged redial, wall phone, answer machine with, engaged tone, ring at #,
        ring at eight, ring at # in the morning, # am scramble, # am rush, like everybody else has had,
        everyone else has had, other airlines had, wants a fax, want a fax, need a fax, needs a fax, require a fax,
        have to fax, had to fax, must fax, fax number only`,
      de: `
        fax, faxen, nur bar, nur barzahlung, nur bargeld, keine kartenzahlung, keine karte, per post, per brief,
        auf papier, papierformular*, kein online-check-in, keine app, röhrenfernseher, röhrenmonitor*, windows xp,
        steckdosen fehlen, keine steckdose*, unübersichtliche website, webseite ist eine katastrophe,
        website ist eine katastrophe, benutzerfreundlich`,
      es: `
        fax, solo efectivo, solo en efectivo, no aceptan tarjeta, no se puede pagar con tarjeta, por carta,
        por correo postal, en papel, a mano, televisor de tubo, sin enchufes, web pésima, web horrible,
        poco intuitiv*, no tienen app, no hay app`,
      fr: `
        fax, espèces uniquement, uniquement en espèces, que en espèces, qu'en espèces, pas la carte, par courrier,
        chèque*, sur papier, à la main, écran cathodique, aucune prise, pas de prise, site nul, site horrible,
        site illisible, pas ergonomique, peu ergonomique, pas d'application, minitel`,
      it: `
        fax, solo contanti, soltanto contanti, non accettano carte, no bancomat, niente bancomat, per posta,
        raccomandata, su carta, a mano, cartace*, televisore a tubo, senza prese, nessuna presa, sito pessimo,
        sito orribile, poco intuitiv*, non hanno un'app`,
      pt: `
        fax, só dinheiro, só aceitam dinheiro, somente dinheiro, só em dinheiro, não aceitam cartão,
        não aceita cartão, por carta, pelo correio, em papel, à mão, televisão de tubo, tv de tubo, sem tomadas,
        sem tomada, site péssimo, site horrível, pouco intuitiv*, não tem aplicativo, não têm app`,
    },
    unless: {
      en: `plenty, has power, had power, good, great, excellent, handy`,
      de: `sehr benutzerfreundlich, paket per post`,
      pt: `
        entrega pelo correio, entregue pelo correio, entregar pelo correio, enviado pelo correio,
        chegou pelo correio`,
    },
  },
  {
    id: 'OUTDATED-5',
    says: 'Old, tired or worn is said near what the customer sits in, uses or sees.',
    any: {
      en: `
        old, older, oldest, tired, worn, dingy, drab, dowdy, gloomy, decades, past it, aged, stained, ripped, torn,
        tattered, dire need, outmoded, basic and old, cracked, threadbare`,
    },
    with: {
      en: `
        airport, airports, seating, chair, chairs, coach seat, business seats, tray tables, armrests, blankets, video screens,
        ife system, airplane, airplanes, aeroplane, vehicle, vehicles, tram, lift, lifts, plane, planes, aircraft, jet, jets, fleet, cabin, cabins, interior, interiors, decor, seats, furniture,
        furnishings, carpet, carpets, upholstery, leather, sofas, armchairs, lounge, lounges, terminal, building,
        buildings, room, rooms, bathroom, bathrooms, toilets, facilities, equipment, machines, system, systems,
        computers, software, hardware, website, technology, entertainment, ife, screens, tvs, monitors, tv screens,
        mattress, mattresses, beds, buses, trains, trams, carriages, ambulances, wards, hospital, ward, airbus
        boeing`,
    },
    withinWords: 4,
    deniable: true,
    unless: {
      en: `
        years old, year old, yr old, yrs old, months old, month old, tired of, so tired, i was tired, we were tired,
        we are tired, was tired and, i'm tired, am tired, very tired, tired passengers, tired and hungry,
        getting old, gets old, days old, hours old, food, meal, elderly, old enough, old and new, my mother,
        my father, my mum, my mom, old man, old men, old lady, old woman, old people, older people, old friend*,
        older passengers, older patients, older lady, older man, weary, torn between, ripped off, ripped out,
        my bag, suitcase*, luggage, my ticket, my jacket, my coat, same old, age old, my old, old account,
        old address, old password, old customer*, too tired, dry mouth, staff are tired, tired staff, new and old,
        broke down, old one was, the old website, better than the old, prefer the old, not old, miss the old,
        mo old, week old, weeks old, day old`,
    },
  },
];
