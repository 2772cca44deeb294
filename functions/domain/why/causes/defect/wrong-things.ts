import type { CauseRule } from '../../root-cause.ts';

/** What can stop working. */
const fittings = `
  screen, screens, tv, tvs, telly, television, video, movie, movies, film, ife, entertainment, entertainment system,
  app, apps, website, web site, site, page, pages, portal, wifi, wi-fi, internet, broadband, router, tablet, laptop,
  console, headset, headphones, earphones, earbuds, sound, audio, jack, socket, sockets, usb, outlet, outlets, plug,
  charger, port, battery, light, lights, lamp, lamps, bulb, heating, heater, boiler, radiator, radiators, shower,
  showers, tap, taps, sink, sinks, toilet, toilets, loo, loos, lav, lavs, lavatory, lavatories, bathroom, bathrooms,
  flush, aircon, air con, air conditioning, air conditioner, ac, a c, fan, fans, vent, lift, lifts, elevator,
  elevators, escalator, escalators, door, doors, lock, latch, window, blind, blinds, seat, seats, recline, footrest,
  headrest, armrest, tray, tray table, belt, belts, carousel, engine, engines, system, systems, computer, computers,
  machine, machines, kiosk, printer, scanner, scanners, reader, card, cards, password, login, log in, sign in,
  account, link, links, code, barcode, qr code, camera, mic, microphone, signal, connection, bluetooth, sync, update,
  button, buttons, remote, controller, keyboard, washer, dryer, washing machine, dishwasher, fridge, freezer, oven,
  ovens, kettle, toaster, microwave, pump, meter, alarm, bell, buzzer, intercom, tannoy, voicemail, gps, tracker,
  tracking, map, download, server, servers, tyre, tire, brakes, handle, wheel, zip, zipper, strap, pen, drip, monitor,
  wheelchair, scooter, bed, mattress, power, electricity, water, gas, payment, checkout, boarding pass, phones,
  recline button, reading light, reading lights, call bell, call button, charging, software, patch, ticket machine,
  cash machine, atm, hot water, air`;

/** How that is said. */
const fails = `
  dead, dies, died, broke, broken, bust, busted, not work, not working, didn't work, doesn't work, don't work,
  won't work, wouldn't work, never worked, never works, none worked, no longer works, stopped working, stops working,
  quit working, isn't working, wasn't working, aren't working, weren't working, did not work, does not work,
  do not work, barely works, barely worked, hardly works, is out, was out, are out, were out, went out, been out,
  out again, gone again, off again, goes off, went off, goes out, cuts out, cut out, cutting out, kept cutting, black,
  blank, white, grey, greyed, gray, frozen, froze, freezes, freezing, kept freezing, spins, spinning, loading,
  rebooted, reboots, rebooting, reboot, restarted, restarts, restarting, blinking, flickered, flickers, flickering,
  buzzes, buzzing, hums, humming, rattles, rattled, rattling, squeaks, creaks, banging, beeps, beeping, jammed, jams,
  blocked, clogged, overflowed, overflowing, overflows, stuck, snapped, came off, comes off, come off, came apart,
  fell off, falls off, fallen off, fell apart, falling apart, hanging off, won't, wouldn't, will not, would not,
  cracked, crack, shattered, bent, loose, missing, leaks, leaked, leaking, leaky, drips, dripped, dripping,
  logged me out, logs me out, kicks me out, kicking me out, kicked me out, invalid, declined, rejected, wiped,
  deleted, disappeared, vanished, gone, dropping, drops, drop, lags, lagging, laggy, buffering, buffers, slow,
  out of sync, crackles, crackling, distorted, inaudible, silent, no sound, no picture, overheats, overheated,
  sparked, sparking, smoked, smoking, tripping, tripped, playing up, acting up, faulty, fault, faults, failed, fails,
  failing, failure, glitch, glitches, glitchy, error, errors, oops, bug, bugs, buggy, crash, crashed, crashes,
  crashing, hole, holes, split, ripped, torn, tore, popped open, collapsed, no longer, unresponsive, bricked,
  swallowed, ate, eaten, not load, can't load, don't load, is down, are down, was down, were down, went down,
  goes down, been down, being down, down again, down since, did nothing, does nothing, nothing works, barely,
  never loads, stays cold, stay cold, ran cold, ran brown, brown, ran out, locked, too small to read, never connected,
  not connect, died at, out of order, on all night, stuck on, throws me, in a circle, resets, reset, cold, tape,
  taped`;

/** What can go astray. */
const goods = `
  bag, bags, luggage, suitcase, suitcases, baggage, rucksack, backpack, stroller, pram, buggy, car seat, golf clubs,
  clubs, skis, surfboard, bike, guitar, violin, parcel, parcels, package, packages, pkg, items, envelope, cot, sofa,
  crate, tickets, meds, jacket, laptop, tablet, parcel's, bag's`;

/** Where it is then, and in what state. */
const astray = `
  is in, are in, was in, were in, is still in, are still in, went to, go to, sent to, flew to, stayed in, left in,
  left behind, still in, left on, left outside, left out, in the rain, never made it, didn't make it, not make it,
  didn't make, did not make, made it to, isn't here, aren't here, not here, wasn't on, weren't on, never left,
  came out, comes out, arrived without, arrived with, arrived minus, arrived open, came back, came without, minus,
  in pieces, in # pieces, in two, opened, ripped, torn, tore, split, broken, broke, smashed, crushed, squashed,
  dented, dent, shattered, scuffed, scratched, cracked, snapped, no wheels, no zip, no zipper, no handle, hole, wet,
  soaked, drenched, dripping, empty, gone, missing, lost, vanished, disappeared, nowhere, stolen, no sign of, no bag,
  without, went missing, wrong, somebody else, someone else, next door, neighbour, neighbor, neighbour's, bin,
  wrong address, old address, wrong house, not mine, isn't mine, wasn't mine, days after, day after, days late,
  yet to arrive, yet to be, hasn't moved, not moved, hasn't been, been sitting, sat in, sitting in, stuck, turned up,
  misrouted, mishandled, mangled, damaged, half my, half of, half our, tampered, came off, all over the country,
  same depot, didnt, neighbors, to the wrong, in my arm`;

/** What fails, is lost or is not what it should be. */
export const wrongThings: readonly CauseRule[] = [
  {
    id: 'DEFECT-4',
    says: 'A machine, page or fitting does not do what it is for.',
    any: {
      en: fails,
    },
    with: { en: fittings },
    withinWords: 4,
    deniable: true,
  },
  {
    id: 'DEFECT-5',
    says: 'Something is lost, missing, wrong or another person’s.',
    any: {
      en: `
        lost, lose my, lose our, losing my, losing our, lose your, misplaced, mislaid, went missing, gone missing,
        go missing, missing, missing items, disappeared, vanished, stolen, stole, theft, left behind, forgot,
        forgotten, forgets, without my bag, without my luggage, without our, no luggage, no bag, wrong, wrongly,
        incorrect*, mistake*, misdiagnos*, mislabel*, misspell*, misspelt, mis-spelt, typo, not what i ordered,
        not what we ordered, didn't order, never ordered, someone else's, somebody else's, someone elses,
        somebody elses, another patient's, another customer's, another person's, next door's, neighbour's, not mine,
        isn't mine, wasn't mine, aren't mine, double booked, double-booked, duplicate, printed my, doesn't exist,
        does not exist, didn't exist, does not match, doesn't match, mismatch, swapped, wrong address, mixed up my,
        sent me #, received #, not correct, inaccurate, not accurate, correct clinic, correct address,
        correct details, out of date, past its date, use by, expired, best before, left in the rain,
        left it in the rain, left my package, left my parcel, left it outside, left outside, left on the porch,
        on the porch, over the fence, over the wall, thrown over, threw my, threw it, dropped my, dropped it,
        dropped our, dropped a, tampered, opened my, in # pieces, no sign of, left me off, confidential*, data breach,
        not in the box, empty box, empty envelope, got a size, left feet, two lefts, two left, wrong size,
        came without, arrived without, without any, with no cushion, has no cushion, no clothes, same clothes,
        given another, another resident's, another residents, sent to my old, old address, misaddressed,
        never been to, was not me, wasn't me, isn't me, it's not my, not my name, wrong name, left us off,
        left the door, left open, bit missing, half of my, half of our, record all notes, accurate diagnosis,
        correct diagnosis, proper examination, should have been diagnosed, missed diagnosis, poor treatment,
        got my name wrong, instead of the one, instead of my, instead of mine`,
    },
    unless: {
      en: `
        lost customer*, lost a customer, lost my business, lost and found, lost property, losing customers,
        lost weight`,
    },
    deniable: true,
  },
  {
    id: 'DEFECT-6',
    says: 'Luggage or goods arrive elsewhere, open or in pieces.',
    any: {
      en: astray,
    },
    with: { en: goods },
    withinWords: 4,
    deniable: true,
  },
  {
    id: 'DEFECT-7',
    says: 'The charge or the bill is wrong.',
    any: {
      en: `
        overcharged, over charged, over-charged, double charged, double-charged, charged twice, charged me twice,
        charged # times, charged me #, billed twice, billed me twice, billed for, charged again, charged the wrong,
        wrongly charged, wrong amount, wrong price, charged for #, charged me for #, charged for a,
        charged for parking, charged for something, charged for nothing, taken twice, took it twice, took my money,
        took the money, taken from my account, went out twice, paid twice, pay twice, went through twice,
        double payment, duplicate payment, overpaid, overdrawn, short changed, shortchanged, wrong change,
        direct debit, never posted, not credited, points missing, no points, payment declined, card declined,
        declined, refunded the wrong, estimated bill, billed me for, bill is wrong, bill was wrong, charged roaming,
        still got the fine, got a fine, ate my card, swallowed my card, unauthori*`,
    },
    deniable: true,
  },
];
