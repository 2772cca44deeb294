import type { CauseSheet } from '../root-cause.ts';

export const outdated: CauseSheet = {
  cause: 'outdated',
  means: 'Site, app, equipment, fleet, furniture or method are of yesterday.',
  rules: [
    {
      id: 'OUTDATED-1',
      says: 'Something is called old, dated or behind the times.',
      any: {
        en: `
          dated, outdated, out-dated, out of date, antiquated, antique, ancient, archaic, stone age, stone ages,
          dark ages, dinosaur*, prehistoric, medieval, primitive, # years behind, years behind, behind the times,
          last century, previous century, from the 80s, the eighties, the seventies, the nineties, circa #, time warp,
          step back in time, stepping back in time, back in time, old fashioned, obsolete, relic, museum, past its,
          past their, past it, had its day, seen better days, long in the tooth, not been updated, hasn't been updated,
          never been updated, not updated, vintage, decades old, decade old, years out of date, of a bygone, bygone era,
          victorian, soviet, # th century, like the 80s, back in the 80s, early 80s, late 80s, out of the 80s`,
        de: `
          veraltet*, altmodisch*, antiquiert*, vorsintflutlich*, aus dem letzten jahrhundert, letzten jahrhundert,
          steinzeit*, mittelalter*, überholt*, nicht mehr zeitgemäß, nicht zeitgemäß, in die jahre gekommen,
          aus den 80ern, von gestern, museum, museumsreif, wie vor # jahren, rückständig*`,
        es: `
          anticuad*, obsolet*, desfasad*, desactualizad*, pasado de moda, pasada de moda, del siglo pasado,
          siglo pasado, prehistóric*, de la edad de piedra, edad de piedra, antediluvian*, arcaic*, de los años #,
          de los 80, de museo, del año de la`,
        fr: `
          vétuste*, dépassé*, obsolète*, démodé*, désuet*, archaïque*, antique, préhistorique*, d'un autre âge,
          d'un autre temps, siècle dernier, moyen âge, des années #, années #, vieillot*, vieillissant*, pas à jour,
          pas mis à jour, digne d'un musée, âge de pierre, ringard*`,
        it: `
          obsolet*, antiquat*, superat*, datat*, preistoric*, arcaic*, vetust*, del secolo scorso, secolo scorso,
          medioevo, anni ottanta, anni novanta, anni settanta, anni #, da museo, vecchiotto, fuori moda, non aggiornat*,
          età della pietra, all'antica`,
        pt: `
          ultrapassad*, obsolet*, antiquad*, desatualizad*, arcaic*, pré-histór*, do século passado, século passado,
          idade da pedra, dos anos #, anos #, de museu, fora de moda, defasad*, jurássic*, do tempo da`,
      },
      deniable: true,
      unless: {
        en: `
          # s late, dated #, letter dated, email dated, out of date food, use by, up to date, passport, milk, expired,
          medicine, sandwich*`,
        fr: `dépassé les bornes, dépassé le délai, délai dépassé, date dépassée, bagages, lait, yaourt*`,
      },
    },
    {
      id: 'OUTDATED-2',
      says: 'Aircraft, rooms, machines, seats or systems are old or worn out.',
      any: {
        en: `
          old plane*, old aircraft*, old jet*, old fleet, old a320*, old 737*, old md, old boeing*, old airbus*,
          older plane*, older aircraft, older fleet, oldest plane*, oldest aircraft, old seat*, older seat*, old style,
          old business class, old first class, old cabin*, old product, old configuration, old screen*, old tv*,
          old entertainment, old ife, old equipment, old system*, old software, old version, old computer*,
          old machine*, old website, old site, old app, old lounge, old terminal, old building*, old airport,
          old furniture, old bus, old buses, old train*, old carpet*, old sofa*, old chairs, old router, old handset,
          old phone system, old beds, old bed, old mattress*, old van, old vehicle*, old ambulance*, very old,
          really old, so old, too old, looks old, looked old, look old, feels old, felt old, old tired, old worn,
          old dirty, old crappy, ageing, aging, aged, worn, tired looking, shabby, scruffy, tatty, run down, rundown,
          threadbare, decrepit, dilapidated, falling apart, falling to bits, falling to pieces, crumbling, faded,
          grubby, rickety, clapped out, knackered, rusty, peeling, rattl*, frayed, torn seat*, ripped seat*,
          stained carpet*, is old and, are old and, was old and, were old and, plane is old, plane was old,
          planes are old, aircraft is old, aircraft was old, aircraft were old, seats are old, seats were old,
          fleet is old, cabin was old, lounge is old, lounge was old, building is old, looking tired, looks tired,
          looked tired, very tired, a bit tired, tired furniture, tired cabin, tired lounge, tired decor,
          tired ambulance, tired aircraft, tired plane*, how old is, how old are, coming apart, much older, tired seat*,
          tired sofa*, tired carpet*, tired interior*, bit tired, rather tired, battered, furniture old,
          furniture is old, furniture was old, old and battered`,
        de: `
          alte flugzeuge, altes flugzeug, alte maschine*, alter bus, alte busse, alte züge, alte geräte, altes gerät,
          alte möbel, alte technik, alte software, alte matratze*, alte sitze, uralt*, sehr alt, zu alt, ist alt,
          sind alt, wirkt alt, abgenutzt*, abgewohnt*, verschlissen*, heruntergekommen*, schäbig*, abgewetzt*,
          baufällig*, klapprig*, marode`,
        es: `
          avión viejo, aviones viejos, avión antiguo, aviones antiguos, muy viejo, muy vieja, muy antiguo, muy antigua,
          muy viejos, muy antiguos, viejísim*, viejos y, viejo y, muebles viejos, equipos viejos, sistema antiguo,
          desgastad*, gastad*, deteriorad*, descuidad*, destartalad*, se cae a pedazos, cayéndose a, ordenadores viejos,
          colchón viejo`,
        fr: `
          vieil avion, vieux avion*, avions vieux, avion vieux, vieux bus, vieux trains, vieux matériel, matériel vieux,
          vieux meubles, vieux sièges, vieille literie, vieux matelas, très vieux, très vieille, trop vieux, usé, usée,
          usés, usées, délabré*, défraîchi*, fatigué*, miteux, miteuse, décrépit*, tombe en ruine, en ruine,
          équipements vieux`,
        it: `
          aereo vecchio, aerei vecchi, vecchi aerei, vecchio aereo, molto vecchio, molto vecchi, molto vecchia,
          vecchissim*, troppo vecchi*, mobili vecchi, arredi vecchi, arredamento vecchio, vecchio e, vecchi e,
          treni vecchi, sistema vecchio, logor*, consumat*, usurat*, fatiscent*, cadente, cade a pezzi, cadono a pezzi,
          malandat*, trasandat*, materasso vecchio`,
        pt: `
          avião velho, aviões velhos, avião antigo, aviões antigos, muito velho, muito velha, muito antigo,
          muito antiga, muito velhos, velhíssim*, velhos e, velho e, móveis velhos, equipamento velho,
          equipamentos velhos, sistema antigo, sistema velho, desgastad*, gasto, gastos, deteriorad*,
          caindo aos pedaços, a cair aos pedaços, sucatead*, sucata, colchão velho`,
      },
      deniable: true,
      unless: {
        en: `
          years old, year old, yr old, yrs old, months old, month old, tired of, so tired, i was tired, we were tired,
          was tired and, i'm tired, am tired, very tired, tired passengers, getting old, gets old, days old, hours old,
          food, staff were aged, too old for, i am old, is old enough, old and new, middle aged, aged #, my mother,
          my father, my mum, my mom, weary, torn between`,
        fr: `je suis fatigué*, fatigué de, fatiguée de, fatigué d'attendre`,
      },
    },
    {
      id: 'OUTDATED-3',
      says: 'It is to be renewed at last.',
      any: {
        en: `
          needs updating, need updating, needs to be updated, need to be updated, needs an update, needs to update,
          need to update, needs an upgrade, needs upgrading, need upgrading, needs to upgrade, needs to be upgraded,
          needs upgraded, needs replacing, need replacing, need of updating, need of an update, need of an upgrade,
          need of upgrading, need of replacing, need of replacement, need of refurb*, need of a refurb*,
          need of a refresh, refurbish*, refurb, renovat*, moderniz*, modernis*, makeover, make over, facelift,
          face lift, revamp*, overhaul*, lick of paint, coat of paint, new carpet*, new furniture, new chairs, new beds,
          new mattress*, new equipment, new planes, new aircraft, more modern, update your website, update your site,
          update your app, update your system*, upgrade your system*, upgrade your website, upgrade your phone,
          redecorat*, decorating, spruce up, spruced up, get with the times, #st century, update the decor,
          update the website, investment, invest in`,
        de: `
          modernisier*, renovier*, sanier*, generalüberhol*, erneuer*, auffrischung, braucht ein update,
          dringend überarbeit*, neue möbel, neue geräte`,
        es: `renova*, reform*, moderniz*, actualizar, actualización, mano de pintura, ponerse al día`,
        fr: `
          rénov*, modernis*, rafraîchissement, rafraîchir, coup de jeune, coup de neuf, coup de peinture, à refaire,
          mise à jour, remettre à neuf`,
        it: `ristruttur*, rinnov*, modernizz*, ammodern*, rinfrescata, aggiornare, una mano di vernice, da rifare`,
        pt: `
          renovar, renovação, reformar, reforma urgente, precisa de reforma, moderniz*, atualizar, atualização,
          uma pintura, precisa de obras`,
      },
      with: {
        en: `
          needs, need, needed, needing, should, badly, desperate*, time, please, could, would, overdue, must, urgent*,
          want, wants, require*, due, not been, hasn't, have not, never, get, some, do with, long, despite, yet`,
        de: `
          muss, müsste, müssten, sollte, sollten, dringend, braucht, brauchen, gehört, nötig, bedarf, endlich, könnte,
          wurde nie`,
        es: `necesita*, debería*, urge, urgente*, falta, deben, tienen que, pide, toca, ya, nunca`,
        fr: `besoin, doit, devrait, devraient, faudrait, faut, urgent*, mérite*, serait temps, temps de, jamais`,
        it: `bisogn*, dovrebbe*, andrebbe*, urgent*, necessit*, serve, servirebbe, sarebbe ora, da anni, mai`,
        pt: `precisa*, deveria*, deviam, urgente*, necessit*, falta, tem que, está na hora, nunca`,
      },
      unless: {
        en: `
          update on, update us, updates on, status update, recently refurbished, newly refurbished, renovated recently,
          newly renovated, being renovated, under renovation, after the update, since the update, time frame`,
        es: `suscripción, contrato, renovación automática, después de la actualización`,
        fr: `depuis la mise à jour, après la mise à jour, contrat, abonnement`,
        it: `contratto, abbonamento, dopo aver aggiornato`,
        pt: `depois da atualização, após a atualização, contrato, assinatura`,
      },
    },
    {
      id: 'OUTDATED-4',
      says: 'The method is of yesterday: paper, fax, cash, cheques, letters, or a website that is hard to use.',
      any: {
        en: `
          fax, faxes, faxed, dial up, floppy, vhs, windows xp, internet explorer, typewriter, pencil and paper,
          pen and paper, handwritten, hand written, cash only, only take cash, only accept cash, only accepts cash,
          don't take cards, doesn't take cards, don't accept cards, doesn't accept cards, no card payment*,
          not take cards, cannot pay by card, can't pay by card, no contactless, no apple pay, by cheque, by check only,
          through the post, snail mail, no online booking, can't book online, cannot book online, no mobile app, no app,
          no online check, no online checkin, website is terrible, website is awful, website is horrible,
          website is a joke, website is useless, website is rubbish, website is garbage, website is crap, website sucks,
          terrible website, awful website, horrible website, worst website, clunky, small screen*, tiny screen*,
          tiny tv*, small tv*, screens were small, screen was small, screens are small, overhead screen*,
          overhead monitor*, drop down screen*, shared screen*, no personal screen*, no individual screen*, no seatback,
          no seat back, no usb, no power port*, no outlets, no charging, no sockets, no plug*, nowhere to charge,
          paper forms, paper form, paper tickets, still use paper, not user friendly, not very user friendly,
          more user friendly, user unfriendly, power outlet*, power socket*, better planes`,
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
          entrega pelo correio, entregue pelo correio, entregar pelo correio, enviado pelo correio, chegou pelo correio`,
      },
    },
  ],
};
