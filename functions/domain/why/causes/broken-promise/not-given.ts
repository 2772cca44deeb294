import type { CauseRule } from '../../root-cause.ts';

/** Promises whose breaking is told after them, in the same or the next sentence. */
export const notGiven: readonly CauseRule[] = [
  {
    id: 'BROKEN-PROMISE-8',
    says: 'What was bought, booked, offered or confirmed is then not there, or is something else.',
    any: {
      en: `
        you buy, you book, you pay for, you pay extra, paid for, payed for, paid extra, payed extra, paid more for,
        paid # for, paid # each, paid # extra, i paid,
        we paid, pay for, pays for, having paid, fee paid, bought, purchased, preordered, pre-ordered, pre ordered,
        preorder, booked, reserved, prebooked, requested, preselected, confirmed, confirmation, included, includes,
        upgrade, upgraded, seats together, sit together, was sold, sold as, sold me, membership, subscription,
        signed up, signed up for, i signed, i joined, package, promo, promotion, bonus, coupon, gift card, trade-in,
        guaranteed, agreed, was approved, been approved, in writing, told in writing, swore, told we'd get,
        told i'd get, said we'd get, said i'd get, told us we'd, told me i'd, told we would get, told i would get,
        we'd get #, i'd get #, was were told the, told us the, told me the, told on the phone, told by phone,
        your rep told, rep told me, agent told me, website says, website said, website states, site says, site said,
        site states, site shows, website shows, the ad, your ad, the advert, poster, brochure, leaflet, it says,
        says on, says right on, seat map, unlimited, priority, fast track, non-stop, nonstop, window seat, aisle seat,
        exit row, lie flat, flat bed, business class ticket`,
    },
    followedBy: {
      en: `
        i'm in #, we're in #, we are in #, i am in #, i'm now in, we're now in, now i'm in, now we're in, rows apart,
        rows back, rows away, separate rows, different rows, put me in, put us in, stuck me in, stuck us in,
        stuck in the middle, in a middle, was put in, were put in, were put # rows, boarding pass says, no such thing,
        no such, there wasn't any, there weren't any, there was none, there isn't any, there isn't a single,
        there is none, no sign of, wasn't there, weren't there, isn't there, not there, nobody came, nobody showed,
        nobody turned up, nobody met, nobody was there, no one came, no one showed, no one turned up, no one met,
        no one was there, did anyone come, never came, never turned up, didn't come, didn't turn up, didn't show,
        no driver, no fitter, no engineer, no car, no chair, no wheelchair, no meal, no miles, no credit, no discount,
        no bonus, no window, no upgrade, no refund given, got an, got none, i got #, we got #, got something,
        was given a, were given a, given one, handed us a, handed me a, turned out to be, turns out to be, turns into,
        turned out it, it turns out, in reality, you get an old, you get is, and you get a, and you get an,
        but you get, nothing like, more like, not even close, is now a, it is now a,
        it's now a, became a, was changed to, changed to a, swapped, switched, turned into, not available,
        been given away, was given away, given away, gave it to, gave it away, gave them to, gave them away,
        went to somebody, went to someone, went to another, taken by, someone else in, somebody else in,
        somebody else is, someone else is, out of stock, doesn't exist, don't exist, not included, isn't included,
        not valid, isn't valid, not honoured, not honored, won't take it, won't accept it, wouldn't accept,
        not eligible, excludes, doesn't apply, does not apply, doesn't count, still charged, charged me, charged full,
        was charged, wanted #, wants #, that'll be, not free, isn't free, at full price, credited #, never heard of it,
        never heard of the, never heard of any, no note, no such note, nope, nothing of the kind, the bill, said no,
        not what was, not what i, not what we, isn't what i, only a request, not a guarantee, not guaranteed,
        can't guarantee, denied at, then denied, was denied, been let go, been removed, removed`,
    },
    unless: {
      en: `
        flight was cancelled, flight cancelled, flight canceled, free to, feel free, gluten free, duty free, toll free,
        would have paid, happy to pay, directly, direct message`,
    },
  },
  {
    id: 'BROKEN-PROMISE-9',
    says: 'A day or a number of days was named, and it has passed.',
    any: {
      en: `
        within # hours, within # hour, within # minutes, within # days, within # weeks, within # working,
        within # business, within the hour, within a week, within the week, within the fortnight, within a month,
        in # days, in # weeks, in # business days, in # working days, # business days, # working days,
        # days they said, # weeks they said, # days you said, ready in, next day, same day, # day delivery,
        # day shipping, by noon, by tonight, by tomorrow, by the end of, by the #, for the #, on the #,
        would be tomorrow, will be tomorrow, tomorrow they said, a week they said, slot, between # and #,
        by {day}, by {month}, for {day}`,
    },
    with: {
      en: `
        said, say, says, saying, told, promised, promise, swore, agreed, booked, confirmed, wrote, emailed, assured,
        estimate, estimated, quoted, guaranteed, scheduled, refund, engineer, delivery, deliver, delivered, supervisor,
        someone, somebody, paid, due, supposed, meant, expected, call, ring, be in touch, contact`,
    },
    followedBy: {
      en: `
        it's been #, its been #, has been #, been # days, been # weeks, been # months, it's now #, it's day, it's week,
        # days now, # weeks now, # months now, # days later, # weeks later, # months later, # days ago, # weeks ago,
        # months ago, day #, week #, month #, have gone by, came and went, came and gone, has passed, have passed,
        that was #, that was in, that was last, that was two, still waiting, still nothing, still no, still not,
        still here, still hasn't, still haven't, nothing came, nothing yet, nothing has, no one came, nobody came,
        nobody showed, no one showed, never came, never turned up, never showed, never arrived, didn't come,
        didn't turn up, didn't show, hasn't come, hasn't arrived, now it's, then by, then it was, then the #,
        now they say, today is, it's {day}, it's {month}, it is {day},
        that was {day}, we're in {month}, it is {month},
        that was in {month}, was {day}`,
    },
    unless: { en: `flight, flights, plane, take off, takeoff, depart, land, landed, boarding, gate, connection` },
  },
  {
    id: 'BROKEN-PROMISE-10',
    says: 'An offer or a saying of the firm is quoted, and set against what it is.',
    any: {
      en: `
        you said, they said, it said, said on the, says on the, says it's, fare said, booking said, booking says,
        order says, voucher says, card says, contract says, contract said, plan says, ticket says, terms say,
        email said, letter said, text said, sign said, poster said, trailer showed, photos show, pictures show,
        picture shows, photo showed, seat map shows, map shows, site shows, the site says, fixed for, locked for,
        price locked, price fixed, price guarantee, fixed price, free returns, free delivery, free shipping,
        free upgrade, free bag, free checked bag, free wifi, complimentary, unlimited, lifetime, for life,
        all inclusive,
        all-inclusive, fully refundable, refundable, non-stop, direct flight, express, premium delivery,
        priority delivery, priority boarding, early bird, next day delivery, same day, # hour delivery, # day delivery,
        pre order, preordering, pre ordering, preorder, for switching, if i switched, if i joined, if we booked,
        welcome bonus, sign up bonus, bonus miles, bonus points, loyalty, gift with, special meal, vegetarian meal,
        vegan meal, kosher meal, halal meal, gluten free meal, gluten intolerant meal, child meal, ordered a,
        window seat, aisle seat, bulkhead, bassinet, cot, sea view, quiet room, connecting rooms, adjoining rooms`,
    },
    with: {
      en: `
        turns out, turned out, in reality, reality, in fact, actually, nowhere, none of, no such, not available,
        no longer available, unavailable, not loaded, not on board, not to be found, there is no, there's no,
        there was no, there wasn't, there isn't, was none, were none, never posted, never credited, never came,
        never arrived, never materialised, never happened, did not come, didn't come, still charged, charged me,
        was charged, got charged, been charged, now i'm to pay, now it's, now they want, now you want, now i owe,
        now a, month #, so where, where is it, where is my, where's the, where did, moved me, moved us, put me in,
        put us in, lost my, ended up, pointless, a joke, meaningless, useless, worthless, waste, got ham, got a middle,
        i got none, got nothing, got neither, isn't valid, not valid, not eligible, don't qualify, doesn't qualify,
        won't get, wont get, will not get, don't get, excludes, doesn't cover, not covered, not included,
        extra charge, went up, jumped, expired, more like, only lasted, closed, shut, broken, lie, a lie`,
    },
    withinWords: 16,
    unless: {
      en: `
        delayed, duty free, gluten free options, feel free, free of charge, rain, weather, seat was broken,
        seat broken, broken seat, tray, screen`,
    },
  },
];
