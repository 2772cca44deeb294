import type { CauseRule } from '../../root-cause.ts';

/** Whatever is to leave or come at its hour. */
const journeys = `
  flight, flt, plane, planes, aircraft, jet, train, trains, coach, ferry, taxi, cab, tarmac, runway, ramp, gate,
  takeoff, take off, took off, taxiway, boarded, boarding, deboarded, deplaned, onboard, departure, depart, departed,
  departs, departing, landed, arrival, arrived, pilot, captain, fuel, de-icing, deicing, de-ice, jetway, jet bridge,
  jetbridge, hangar, connection, connecting, delay, delays, delayed, circling, bag, bags, luggage, carousel,
  baggage claim, claim, hydraulics, technical, mechanical, maintenance, weather, storm, leaving, left at, tail wind,
  parcel, pizza, food, driver, flight #, flt #, airport`;

/** How it is said that time goes by meanwhile. */
const spans = `
  # hours, # hour, # hrs, # hr, # h, # minutes, # mins, # min, an hour, half an hour, half hour, over an hour,
  an hour and, hour and a half, hours, all day, all night, overnight, for hours, # days, still at the gate,
  still here, still sitting, still on the, still no, sitting on, sitting in, sitting here, sat on, sat in, sat at,
  stuck, been sitting, hasn't moved, haven't moved, not moved, waiting, waited, no movement, at # pm, at # am,
  the # th time, held, any update, now showing, now leaving, now says, now say, now saying, went back, turned around,
  returned, again, another, hour #, going nowhere, not going, no idea, no clue, in circles, on the plane,
  off the plane`;

/** What is late or does not happen. */
export const notInTime: readonly CauseRule[] = [
  {
    id: 'DEFECT-2',
    says: 'It is late, delayed, cancelled, diverted or missed.',
    any: {
      en: `
        late, later than, delay, delays, delayed, delaying, postponed, rescheduled, diverted, rerouted, turned back,
        misconnect*, missed my, missed our, missed the, missed connection, missed flight, missed a, miss our,
        will miss, made us miss, made me miss, missing my connection, behind schedule, behind time, an hour late,
        # minutes late, # mins late, # min late, # hours late, # hrs late, # days late, running behind, running late,
        took off at, on the tarmac, on the runway, on the ramp, back to the gate, returned to the gate,
        waiting for a gate, waiting on a gate, waiting for bags, waiting for our bags, waiting for my bag,
        waiting for luggage, waiting for fuel, waiting on fuel, waiting for takeoff, for fuel, circling, deplaned,
        deboarded, gate change*, gate changed, changed gates, changed the gate, changed gate, schedule change,
        left early, departed early, not on time, never on time, wasn't on time, isn't on time, weren't on time,
        be on time, arrive on time, on time please, better on time, be more punctual, more punctual, punctuality,
        not punctual, unpunctual, time keeping, timekeeping, never arrived, hasn't arrived, has not arrived,
        didn't arrive, did not arrive, not arrived, still hasn't arrived, never came, never came out, didn't turn up,
        slow delivery, took too long to arrive, arrived a little, a bit later, bit late, a little late, a bit late,
        not delivered, never delivered, time of arrival, where's the plane, no plane, no gate, hasn't moved,
        haven't moved, still at the gate, still no, still waiting for my order, where is my, where's my, where are my,
        where the hell is, whats going on, what is going on, what's going on, scrubbed, out for delivery, overslept,
        timed out, cancelled, canceled, cancelling, canceling, cancels, cancellation*, cancelation*, cxld, cxl,
        you cancel, they cancel, cancel our, cancel flights, cancel the flight, stuck, grounded, missed connections,
        missing connections, miss connection, miss connections, miss the connection, missed connecting,
        miss a connection, missed out on, pushed back then, went back, came right back, turned around, hour # in,
        any update on, how much longer, waiting for a tug, waiting on a crew, waiting for a crew, waiting for crew,
        waiting for a pilot, waiting on a pilot, waiting for the pilot, waiting for stairs, waiting for a part,
        waiting for parts, waiting for paperwork, waiting for maintenance, waiting on maintenance,
        waiting to take off, waiting to deplane, waiting to get off, waiting to board, waiting at the gate,
        waiting on the plane, waiting on plane, waiting on the runway, sitting on the plane, sitting on a plane,
        sat on the plane, sit on the plane, sitting in the plane, still on the plane, at the airport since,
        been in this airport, been at the airport, been here since, treatment on time, medication on time,
        prescription on time, receiving my prescription, arrived hours, came hours, hours behind, minutes behind,
        days after, day after the appointment, a day after, arrived after, reminder came, pick up time*, pickup time*,
        return journey*, journey home, journey back, days to arrive, weeks to arrive, still preparing,
        hasn't moved since, hasn't been tracked, terminated, make me miss my, make us miss our, been sitting on,
        sitting on the tarmac, sitting on the runway, sitting here for, stuck here, stuck at, all day in the airport,
        sleeping in the airport, sleep in the airport, slept in the airport, night in the airport, weather, storm,
        snowstorm, snow storm, blizzard, due to snow, because of snow, the snow, in the snow, fog,
        air traffic control, sitting here, sitting on, for hours, all night`,
    },
    unless: {
      en: `
        late night, late evening, late shift, late shifts, later life, late opening, late mum, late mother,
        late father, late dad, late husband, late wife, late flight, late flights`,
    },
    deniable: true,
  },
  {
    id: 'DEFECT-3',
    says: 'Hours go by with a journey or delivery.',
    any: {
      en: journeys,
    },
    with: { en: spans },
    withinWords: 6,
  },
];
