import type { CauseRule } from '../../root-cause.ts';

/** Cost-cutting as travellers tell it: of seats, of what is served, of desks without people. */
export const onBoard: readonly CauseRule[] = [
  {
    id: 'COST-CUTTING-14',
    says: 'What one sits on, or the room around it, is thin, hard, narrow or little.',
    any: {
      en: `
        hard, harder, hardest, thin, thinner, thinnest, narrow, narrower, narrowest, tight, tighter, tightest,
        cramped, cramp, small, smaller, smallest, tiny, minuscule, miniscule, so little, very little, too little,
        little, minimal, limited, restricted, insufficient, inadequate, lacking, non existent, nonexistent,
        non-existent, zero, torture, torturous, torturously, a joke, ridiculous, squashed, wedged, squeezed, crushed,
        pinned, rock, brick, concrete, plank, planks, ironing board, ironing boards, park bench, church pew, pew,
        wooden bench, cardboard, paper thin, wafer thin, no padding, any padding, without padding, numb, sore,
        no cushioning, lack, less, reduced, shrinking, shrunk, shrunken, not enough, not have enough, hardly any,
        barely any, barely enough, hardly enough, barely fit, hardly fit, can't fit, couldn't fit, could not fit,
        don't fit, didn't fit, impossible to fit, packed, crammed, crowded, jammed, too close, so close, very close,
        closer, close together`,
    },
    with: {
      en: `
        seat, seats, seating, seatpitch, seat pitch, pitch, legroom, leg room, leg-room, leg space, knee room,
        kneeroom, foot space, foot room, footroom, head room, headroom, shoulder room, elbow room, seat width, width,
        cushion, cushions, cushioning, padding, seat back, seatback, recline, rows, row spacing, aisle, aisles,
        armrests, overhead bins, overhead lockers, overhead space, my legs, your legs, my knees, your knees,
        my shoulders, seat in front, person in front`,
    },
    withinWords: 4,
    deniable: true,
    unless: {
      en: `
        tight connection*, tight connecting, tight schedule, hard to get a seat, hard to find, hard to get seats,
        seat belt*, seatbelt*, car seat, toilet seat, plenty, generous, ample, small child*, small children,
        small kids, small baby, lap, little boy, little girl, little one, little ones, narrow escape, wheelchair,
        changed our seats, changed my seat, seats together, sit together, sitting together, hard time, hard earned,
        ruined, small print, seat selection, seat assign*, assigned seat*`,
    },
  },
  {
    id: 'COST-CUTTING-15',
    says: 'Food, drink or amenities are said to be inadequate, few, for sale or dear.',
    any: {
      en: `
        food, foods, snack, snacks, meal, meals, menu, breakfast, lunch, dinner, buffet, catering, drink, drinks,
        beverage, beverages, refreshment, refreshments, water, coffee, tea, alcohol, wine, wines, beer, spirits,
        soft drinks, selection, choice, choices, options, offerings, wifi, wi-fi, internet, entertainment, ife,
        movies, films, magazines, blanket, blankets, pillow, pillows, headphones, amenity kit, amenity kits,
        amenities, newspapers, sandwich, sandwiches, bag, bags, luggage, baggage, seat selection, seats, showers,
        toilets, restrooms, parking, facilities`,
    },
    with: {
      en: `
        inadequate, insufficient, meagre, meager, scant, scanty, sparse, skimpy, miserly, minimalist, minuscule,
        miniscule, laughable, pathetic, abysmal selection, poor selection, poor choice, poor range, poor variety,
        limited selection, limited range, limited choice, very limited, extremely limited, so limited,
        severely limited, quite limited, rather limited, pretty limited, really limited, too limited, selection poor,
        the only food, the only drink, the only drinks, the only snack, the only thing served, the only thing offered,
        only thing served, only thing offered, only thing available, only things available, only food available,
        only snack, only offering, only option was, only choice was, only choices were, not even a, not even water,
        wasn't even, weren't even, expensive, pricey, costly, extortionate, exorbitant, overpriced, over priced,
        over-priced, outrageous prices, crazy prices, ridiculous prices, silly prices, inflated, sky high,
        for purchase, for purchase only, for sale only, buy on board, buy-on-board, have to buy, had to buy,
        must be bought, must buy, must be purchased, had to purchase, have to purchase, at a charge, at a price,
        at extra cost, at an extra cost, at a cost, chargeable, charged for, are charged, were charged, is charged,
        not complimentary, not included, isn't included, aren't included, not free, isn't free, aren't free,
        wasn't free, weren't free, no longer free, not provided, wasn't provided, weren't provided, not available,
        wasn't available, weren't available, none available, unavailable, not offered, wasn't offered,
        weren't offered, none offered, non existent, nonexistent, non-existent, amounted to, hardly any, barely any,
        next to no, almost no, virtually no, practically no, little or no, little to no, no real, not much,
        nothing but, hardly filling, not filling, could fit in, bite sized, bite size, thimble, reduced, scaled back,
        scaled down, pared down, stripped, shrunk, rationed, rationing, ran out, run out, running out, had run out,
        all gone, sold out, cheap, cheapest, second rate, bring your own, take your own, bring my own`,
    },
    withinWords: 4,
    unless: {
      en: `
        tickets, voucher*, vegetarian, vegan, gluten, kosher, halal, allerg*, diabetic, not limited, ward, nurse,
        nurses, cheap price*, no choice but, no option but, refund*, lost, damaged, delivery, delivered, order,
        ordered, ran out of, lost bag*, missing, my bag, our bags, our luggage, my luggage, not expensive,
        wasn't expensive, food poisoning, price was not, not much choice but, pre-ordered, preordered, promised,
        advertised, confirmed, guaranteed, supposed to, taxi, overcharged, twice`,
    },
  },
  {
    id: 'COST-CUTTING-16',
    says: 'A desk, gate or line has nobody, or somebody to work it is waited for.',
    any: {
      en: `
        {nobody} at, {nobody} in, {nobody} on, {nobody} manning, {nobody} working, {nobody} staffing,
        {nobody} to work, {nobody} to open, {nobody} to drive, {nobody} to move, {nobody} to unload, {nobody} to load,
        {nobody} to park, {nobody} to guide, {nobody} to help us at, {nobody} here to, {nobody} there to,
        {nobody} around to, {nobody} available to, not a soul, not one {staff}, not a single {staff}, no {staff} at,
        no {staff} in, no {staff} on, no {staff} to, waiting for someone to, waiting on someone to,
        waiting for somebody to, waiting for anyone to, waiting for a driver, waiting on a driver, waiting for driver,
        waiting for the driver, waiting for jetway, waiting for a jetway, waiting for ground, waiting on ground,
        waiting for the ground, waiting for ramp, waiting on ramp, waiting for handlers, waiting for baggage handlers,
        waiting for staff, waiting on staff, waiting for an agent, waiting on an agent, waiting for a gate agent,
        waiting for agents, waiting for marshal*, waiting for personnel, waiting for workers,
        waiting for a supervisor, lack of gate, lack of ground, lack of ramp, lack of agents, lack of drivers,
        short a, shortage, without a driver, no driver`,
    },
    with: {
      en: `
        counter, counters, desk, desks, check in, check-in, checkin, ticketing, ticket counter, kiosks, booth, booths,
        immigration, passport control, customs, security, lanes, bag drop, baggage office, jetway, jet bridge,
        jetbridge, jet way, bridge, stairs, steps, ramp, tarmac, ground crew, ground staff, gate agent, gate agents,
        agents, crew, handlers, tug, tow, bags, unload, luggage, driver, drivers, marshal*, hangar, open the door,
        bus, buses, park the plane, guide us in, park us, wave us in, terminal, concourse, in sight, on duty, left in,
        to be seen, departure hall, arrivals hall`,
    },
    withinWords: 6,
    unless: { en: `part, parts, maintenance, fuel, weather, rebook, help me, answer, knows, taxi, uber, my order` },
  },
  {
    id: 'COST-CUTTING-17',
    says: 'The dearer class or the full service is no better than the cheap one.',
    any: {
      en: `
        first class, business, premium economy, premium, club, club class, full service, business seats,
        business seat, premium cabin, premium seats, legacy carrier, flag carrier, national carrier, membership,
        elite status`,
    },
    with: {
      en: `
        same as economy, same as in economy, same seats as economy, same seat as economy, same seats as in economy,
        same as coach, economy seat*, economy style seat*, coach seat*, economy class seat*, ordinary economy,
        standard economy, regular economy, normal economy, just economy, basically economy, glorified economy,
        an economy, middle seat blocked, middle seat empty, middle seat left, middle seat free,
        middle seat unoccupied, middle seat kept, middle seat is blocked, middle seat was blocked, middle seat being,
        blocked middle, empty middle, blocked off, no different from economy, no different to economy,
        no different than economy, no better than economy, no better than coach, little different from,
        not much different from, not much better than, barely better than, hardly better than, no better than,
        nothing more than, no extra legroom, no extra leg room, no more legroom, no more leg room, what's the point,
        what is the point, whats the point, in name only, an empty seat, a curtain, no different, no difference,
        little difference, not much difference, same legroom, same leg room, same pitch, same seat, same seats,
        same food, same meal`,
    },
    withinWords: 12,
    unless: {
      en: `downgraded, downgrade, refund*, booked business, was given, were given, moved to, moved me, missed,
      delayed`,
    },
  },
  {
    id: 'COST-CUTTING-18',
    says: 'Service, product or standards are said to get worse and cheaper.',
    any: {
      en: `
        service, services, product, standard, standards, quality, airline, airlines, lounge, lounges, catering, food,
        cabin, comfort, experience, seats, meals, carrier, business class, economy, perks, benefits, status,
        amenities`,
    },
    with: {
      en: `
        getting worse, gets worse, get worse, got worse, gotten worse, continues to get worse, keeps getting worse,
        continue to decline, continues to decline, has deteriorated, have deteriorated, deteriorating, deteriorates,
        deterioration, going down, gone down, went down, goes down, gone downhill, dropped, dropping, has slipped,
        have slipped, slipping, slipped, eroded, eroding, erosion, watered down, cut back, cut backs, cutbacks,
        cut-backs, cost cutting, cost-cutting, cut to the bone, nickel and diming, stripped, stripped back,
        downgrading, like a low cost, like a budget, has become a low, has become a budget, once was, once were,
        on the cheap, penny pinching, penny-pinching, cheapened, cheapening, cheapen`,
    },
    withinWords: 5,
    unless: {
      en: `
        app, website, update, wifi signal, internet, connection, gone down with, went down the, going down the,
        dropped off, dropped my, dropped the, dropped me, dropped our, call dropped, pain, my condition, cut out and,
        power cut, ward, hospital, nurse, site`,
    },
  },
];
