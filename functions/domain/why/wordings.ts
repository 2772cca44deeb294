import { listed } from '../hearing/phrases.ts';
import type { CauseLanguage } from './root-cause.ts';

/** Words that can stand for each other in a phrase, so that a sheet need not repeat them: `{nobody} {could} tell`. */
const wordings: Readonly<Partial<Record<CauseLanguage, Readonly<Record<string, string>>>>> = {
  en: {
    nobody: `nobody, no one, noone, no body, not one person, not a single person, none of them, none of the staff`,
    could: `could, can, was able to, were able to, would, seemed to, seems to, seem to, bothered to, wanted to,
      wants to`,
    cant: `can't, cannot, can not, couldn't, could not, unable to, not able to, impossible to, not possible to,
      no way to, wasn't able to, weren't able to, hard to, difficult to, never able to`,
    dont: `don't, doesn't, didn't, do not, does not, did not, won't, wouldn't, would not, will not, never`,
    havent: `haven't, have not, hasn't, has not, hadn't, had not, not, never, nobody has, no one has`,
    isnt: `isn't, is not, wasn't, was not, weren't, were not, aren't, are not`,
    me: `me, us, him, her, them, you, people, patients, passengers, customers`,
    anyone: `anyone, anybody, someone, somebody, any one, a person, a human, a human being, an agent, a rep,
      a representative, an operator, an adviser, an advisor, a supervisor, a manager, a live person, a real person,
      an actual person, a live agent`,
    staff: `staff, crew, stewardess, stewardesses, steward, stewards, attendant, attendants, agent, agents,
      receptionist, receptionists, nurse, nurses, doctor, doctors, clerk, clerks, employee, employees, rep, reps,
      representative, representatives, manager, managers, supervisor, supervisors, driver, drivers, operator,
      operators, waiter, waiters, waitress, waitresses, officer, officers, assistant, assistants, paramedic, paramedics, adviser,
      advisers, advisor, advisors, personnel, worker, workers, consultant, gp, midwife, midwives, therapist, cashier,
      guard, guards, hostess, hostesses, handler, handlers, dispatcher, team`,
    source: `app, site, website, web, webpage, online, page, faq, policy, contract, label, sign, signs, timetable,
      schedule, calendar, homepage, portal, map, email, mail, text, text message, letter, message, notification, board,
      boards, screen, screens, display, monitor, monitors, tracking, tracker, system, computer, ticket, kiosk,
      boarding pass, receipt, confirmation, invoice, itinerary, chat, chatbot, bot, phone, on the phone, recording,
      hotline, helpline, line, call centre, call center, customer service, customer care, twitter, rep, reps, agent,
      agents, gate, desk, desks, counter, kerbside, check in, checkin, reception, receptionist, pilot, captain, purser,
      crew, attendant, attendants, stewardess, steward, conductor, guard, inspector, driver, rider, courier, depot,
      warehouse, shop, store, branch, head office, seller, supplier, manufacturer, restaurant, dealer, garage, insurer,
      insurance, bank, landlord, agency, hotel, venue, airline, carrier, airport, partner, terminal, hospital, ward,
      gp, gps, doctor, doctors, nurse, nurses, consultant, surgeon, specialist, pharmacy, pharmacist, chemist, dentist,
      surgery, practice, clinic, school, council, social services, police, customs, operations, ops, ticketing,
      reservations, baggage, billing, accounts, finance, supervisor, manager, adviser, advisor, colleague, sales,
      salesman, salesperson, engineer, technician, fitter, installer, support, team, staff, department, dept, office,
      lady, man, guy, woman, girl, one, upstairs, downstairs`,
    says: `say, says, said, show, shows, showed, claim, claims, claimed, states, stated, insists, insisted, swears,
      swore, reckons, tells me, tells us, told me, told us, informed me, informed us, advises, advised, thinks, lists,
      announced, announces, confirmed, confirms`,
    sends: `says, say, said, says to, say to, said to, tells me to, tell me to, told me to, told us to, tells us to,
      told to, telling me to, then told to, advised to, advised me to, asked me to, asks me to, wants me to,
      want me to`,
    elsewhere: `ask, call, contact, go to, go back to, go see, go through, try, ring, phone, see, speak to, speak with,
      talk to, email, write to, dm, tweet, check with, file online, take it up with, get in touch with, chase`,
    day: `monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thurs, fri`,
    month: `january, february, march, april, june, july, august, september, october, november, december, spring,
      summer, autumn, winter, christmas, easter`,
    // What is waited for that more people would not bring.
    awaited: `tarmac, runway, for my bag, for my bags, for bags, for our bags, for luggage, for our luggage,
      baggage claim, for a reply, for a response, for a refund, for my refund, delay, delayed, in line with,
      next in line, worth the wait, can't wait, waiting for a call, first in line, technician, delivery, parcel,
      package, my order, takeoff, take off, my flight, our flight, the flight, flight is, flight was, flight delay*,
      on the plane, on plane, sitting on, plane, planes, aircraft, the gate, boarding, board, connection, connecting,
      connecting flight, luggage, baggage, my bag, our bag, suitcase*, bags, departure, take-off, captain, pilot,
      weather, fog, snow, refund, for an answer, to hear, email, e-mail, parts, my car, taxi, repair*, ground, airport,
      landed, engineer*, landing, hotel room`,
  },
};

const NAMED = /\{(\w+)\}/;

const worded = (phrase: string, language: CauseLanguage): string[] => {
  const name = phrase.match(NAMED)?.[1];
  if (name === undefined) return [phrase];
  const words = wordings[language]?.[name];
  if (words === undefined) throw new TypeError(`no wordings are listed as {${name}} for ${language}`);
  return listed(words).flatMap((word) => worded(phrase.replace(NAMED, word), language));
};

/** The phrases of a list, each name of wordings.ts replaced by all that it stands for. */
export const phrasesIn = (list: string, language: CauseLanguage): string[] =>
  listed(list).flatMap((phrase) => worded(phrase, language));
