import type { CauseRule } from '../../root-cause.ts';

/** What is told by its years, and what cannot yet be done as elsewhere. */
export const yearsTold: readonly CauseRule[] = [
  {
    id: 'OUTDATED-6',
    says: 'The years of what carries or serves are counted.',
    any: {
      en: `
        year old, years old, yr old, yrs old, year-old, years-old, over # years, more than # years, # decades,
        two decades, three decades, decades-old, from the # s, mid # s, # s style, # s era, # s decor, # s design,
        # s technology, seventies, eighties, nineties`,
    },
    with: {
      en: `
        plane, planes, aircraft, jet, jets, fleet, airplane, airplanes, aeroplane, boeing, airbus, embraer, cabin,
        cabins, interior, interiors, decor, decoration, seat, seats, seating, furniture, furnishings, carpet, carpets,
        building, terminal, airport, lounge, lounges, bus, buses, coach, coaches, train, trains, carriage, carriages,
        ambulance, equipment, machine, machines, system, systems, computer, computers, software, website, technology,
        screens, ife, movies, films, boiler, lift, lifts, mattress, sofa, sofas, kitchen, bathroom, bathrooms, wiring,
        phone system, look, looks, feel, feels, design`,
    },
    withinWords: 3,
    deniable: true,
    unless: {
      en: `
        my son, my daughter, my child, my kid, my kids, my children, my baby, our son, our daughter, our baby,
        toddler, boy, girl, infant, mother, father, mum, mom, dad, grandmother, grandfather, grandma, grandad, wife,
        husband, aunt, uncle, my #, our #, customer for, flying for, flown for, loyal*, member, delayed, waiting,
        i am #, i'm #, flying with, nephew, niece, lass, lad, lady, he's, she's, she is, he is, who, pensioner,
        year olds, a child, children, with a #, passenger for, travelled for, tall`,
    },
  },
  {
    id: 'OUTDATED-7',
    says: 'What is usual elsewhere cannot be done online or in the app.',
    any: {
      en: `
        {cant} change, {cant} be changed, {cant} be made, {cant} be done, {cant} modify, {cant} upgrade, {cant} buy,
        {cant} be bought, {cant} be added, {cant} manage, {cant} amend, {cant} be booked, {cant} rebook,
        {cant} combine, {dont} let you change, {dont} let me change, {dont} allow you to change,
        {dont} allow me to change, impossible to change, impossible to buy, impossible to book, impossible to add,
        no way to change, no way to add, no way to cancel, not possible to`,
    },
    with: {
      en: `
        online, on line, on-line, via app, via the app, via your app, in the app, on the app, on your app,
        in your app, through the app, through your app, via the website, via your website, on your website,
        on the website, through the website, on your site, on mobile, from my phone, mobile site`,
    },
    withinWords: 8,
    unless: {
      en: `
        error, errors, crash*, glitch*, down, broken, not working, today, keeps, won't load, trying to, tried, help,
        select seat*, phone or, or over, over the phone or, by phone, human`,
    },
  },
  {
    id: 'OUTDATED-8',
    says: 'The system, site or cabin cannot do what others do, or shows its age.',
    any: {
      en: `
        system can't handle, system cannot handle, system can't cope, system cannot cope, system can't deal,
        system should allow, system should know, systems could talk, systems can't talk, system can't recognise,
        system can't recognize, system won't recognise, system won't recognize, system won't take,
        site won't accept hyphen*, system was from, systems are from, not compatible with, isn't compatible with,
        not supported on, no longer supported, not optimised for, not optimized for, unusable on a phone,
        unusable on mobile, function not supported, need to modernise, need to modernize, needs to catch up,
        need to catch up, far behind other*, behind its competitors, behind their competitors,
        behind your competitors, behind the times, behind the rest, behind the curve, trails behind,
        by modern standards, by today's standards, by todays standards, not up to modern, modern standards,
        in need of modern*, without the new seats, not the new seats, not the new seat, not the new business,
        not the new cabin, not the new product, no new seats, old product, none of the upgraded, not been upgraded,
        hasn't been upgraded, haven't been upgraded, not upgraded the, never been upgraded, never been replaced,
        not been renewed, not been refreshed, not been modernised, not been modernized, not been refurbished,
        hasn't been refurbished, not been renovated, hasn't been renovated, hand me down, hand-me-down, hand me downs,
        second hand planes, not fully flat, not full flat, not lie flat, not lie-flat, don't lie flat,
        doesn't lie flat, not go flat, doesn't go flat, don't go flat, not truly flat, angle flat, angled flat,
        angled seats, sloping seats, cradle seat*, cradle style, recliner style, old recliner style,
        old style recliner*, duct-tape*, duct taped, taped together, held by tape, no longer capable, mothball*,
        junkyard, tired and dated, looks its age, look its age, looking its age, feels its age, show its age,
        shows its age, aging badly, ageing badly, aged badly, belonged in, belongs to another, from a different era,
        of a different era, previous millennium, last millennium, pre-historic, pre historic, out of the ark,
        windows vista, from another planet, have to fax, me to fax, need to fax, fax you, mail a form, mail in a form,
        post a form, only bookable by phone, no online option, no online form, not available on mobile,
        not available on the app, only available by phone`,
    },
    deniable: true,
    unless: {
      en: `
        arrived received came prescription, parcel, package, medication, letter by, delivered by,
        sent arrived appointment by, system was from the, passport, usb ports work*, has usb, had usb, good, great,
        bursting to, museum of, museum pass, museum tickets`,
    },
  },
];
