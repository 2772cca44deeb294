import { listed } from '../../../hearing/phrases.ts';
import type { CauseRule } from '../../root-cause.ts';

/** Whoever or whatever tells the customer how things are. */
const sources = `
  app, site, website, web, page, homepage, portal, map, email, mail, text, text message, letter, message, notification,
  board, boards, screen, screens, display, monitor, monitors, tracking, tracker, system, computer, ticket, kiosk,
  boarding pass, receipt, confirmation, invoice, itinerary, chat, chatbot, bot, phone, on the phone, recording,
  hotline, helpline, line, call centre, call center, customer service, customer care, twitter, rep, reps, agent,
  agents, gate, desk, desks, counter, kerbside, check in, checkin, reception, receptionist, pilot, captain, purser,
  crew, attendant, attendants, stewardess, steward, conductor, guard, inspector, driver, rider, courier, depot,
  warehouse, shop, store, branch, head office, seller, supplier, manufacturer, restaurant, dealer, garage, insurer,
  insurance, bank, landlord, agency, hotel, venue, airline, carrier, airport, partner, terminal, hospital, ward, gp,
  gps, doctor, doctors, nurse, nurses, consultant, surgeon, specialist, pharmacy, pharmacist, chemist, dentist,
  surgery, practice, clinic, school, council, social services, police, customs, operations, ops, ticketing,
  reservations, baggage, billing, accounts, finance, supervisor, manager, adviser, advisor, colleague, sales, salesman,
  salesperson, engineer, technician, fitter, installer, support, team, staff, department, dept, office, lady, man, guy,
  woman, girl, one, upstairs, downstairs`;

const words = `
  say, says, said, show, shows, showed, claim, claims, claimed, states, stated, insists, insisted, swears, swore,
  reckons, tells me, tells us, told me, told us, informed me, informed us, advises, advised, thinks, lists, announced,
  announces, confirmed, confirms`;

const said = listed(sources)
  .flatMap((source) => listed(words).map((word) => `${source} ${word}`))
  .join(', ');

/** Departments do not know of each other as it shows where two of them speak. */
export const twoSources: readonly CauseRule[] = [
  {
    id: 'SILO-4',
    says: 'One source says this, another that, in the same or the next sentence.',
    any: {
      en: `
        ${said}, by phone it, by phone that, on the phone that, on the phone it, told on the phone, told by phone,
        told by text, told by email, told by letter, first agent, first rep, first person, first doctor, first nurse,
        outbound, on the way out, on the way there, told by one, one agent, one rep, one nurse, one doctor, agent #,
        agent a, rep #, desk a, theirs said, you emailed me, you texted me, you text me, was told by, were told by`,
    },
    followedBy: {
      en: `
        ${said}, you say, you said, the other one, the other agent, the other rep, the other says, the other said,
        other one says, another agent, another rep, another nurse, another doctor, another one, another says,
        another said, another told, second agent, second rep, second person, second one, second doctor, next one,
        next agent, next rep, next person, next says, next said, someone else says, someone else said, agent #,
        agent b, rep #, desk b, but the gate, but gate, but the desk, but at the, on the way back, way home,
        coming home, inbound they, told by another, by another, they said you, no such thing, never heard of,
        which one is it, which is it, which is right, which is true, which is correct`,
    },
  },
];
