import type { CauseRule } from '../../root-cause.ts';

/** What stands in the way of whom. */
export const inTheWay: readonly CauseRule[] = [
  {
    id: 'EXCLUDING-DESIGN-6',
    says: 'Whoever does not know the place cannot find the way.',
    any: {
      en: `
        no signage, no signposts, very few signs, poor signage, bad signage, poor signs, lack of signs,
        lack of signage, not signposted, not well signed, not well signposted, badly signed, badly signposted,
        poorly signed, poorly signposted, poorly marked, confusing signs, confusing signage, signs confusing,
        signage is confusing, signage is poor, signage was poor, signs are confusing, signs were confusing,
        signage confusing, signs are poor, clearer signs, clearer signage, clearer signposting, unclear signs,
        misleading signs, no signposting, hard to find your way, difficult to find your way, without a car,
        only by car, only reachable by car, no signs to, no signs in, no signs for`,
      de: `
        keine schilder, keine beschilderung, schlecht ausgeschildert, schlechte beschilderung, nicht ausgeschildert,
        beschilderung fehlt, verwirrende beschilderung`,
      es: `
        mal señalizad*, sin señalizar, mala señalización, señalización confusa, ninguna señalización,
        falta de señalización`,
      fr: `
        mal indiqué*, mal signalé*, mauvaise signalisation, signalétique*, aucun panneau, aucune signalisation,
        mal fléché*`,
      it: `mal segnalat*, segnaletica, nessuna indicazione, nessun cartello, indicazioni confuse, indicazioni scarse`,
      pt: `
        mal sinalizad*, má sinalização, sem sinalização, sinalização confusa, falta de sinalização,
        nenhuma sinalização, sinalização péssima`,
    },
    unless: { en: `no sign of, signs of` },
  },
  {
    id: 'EXCLUDING-DESIGN-7',
    says: 'Somebody disabled, ill or old is named together with what stands in the way.',
    any: {
      en: `
        wheel chair*, wheelchair*, disability, disabilities, hearing aid*, epilep*, autistic, autism, asd, adhd,
        crutches, arthritis, my carer, their carer, frail, could not walk, couldn't walk, walking stick, my walking,
        palliative patient, vulnerable people, is blind, special needs, handicap*, my stick, with a stick, infirm,
        service animal, walker, my chair, her chair, his chair, parkinson*, on oxygen, with a cane, amputee,
        my mobility, partially deaf, stroke patient*, learning need*, mental capacity, elderly, older people,
        older person, old people, old person, pensioner*, senior citizen*, seniors, oaps, oap, # year old mother,
        # year old mum, # year old mom, # year old father, # year old dad, # year old grandm*, # year old grandf*,
        # year old nan, # year old parent*, # yr old mother, # yr old mom, aged parent*, at my age, for my age,
        older patients, older drivers, my nan, my gran, my grandmother, my grandfather, my grandma, my grandpa,
        elderly parent*, elderly mother, elderly father, at # years old, am # and, i'm # and, i am # and,
        no computer, no internet access, mum is #, mom is #, mother is #, father is #, dad is #, # year old aunt,
        # yr old dad, # yr old father, # yr old mum, # yrs old, is # and disabled, is # and deaf, is # and can't,
        is # and cannot, is # and has`,
    },
    with: {
      en: `
        stairs, steps, step, flight of, lift, lifts, elevator*, escalator*, ramp*, handrail*, too high, too narrow,
        too heavy, too far, too small, too low, too fast, too complicated, too steep, chest height, so high,
        mounted, {cant} reach, {cant} see, {cant} hear, {cant} read, {cant} use, {cant} get in, {cant} get on,
        {cant} get up, {cant} get through, {cant} get out, {cant} get transport, {cant} open, {cant} follow,
        {cant} understand, {cant} fill, {cant} carry, {cant} drive, {cant} type, {cant} go in, how are they,
        how is he, how is she, how am i, supposed to, meant to, doesn't fit, don't fit, fits, access*, door, doors,
        turnstile*, toilet*, aisle, kiosk*, touch screen*, touchscreen*, app, website, online, internet, smartphone,
        computer, email, e-mail, print a, printer, download, portal, qr code, phone call, by phone,
        phone appointment*, telephone, voice, speaker*, loudspeaker, tannoy, only announced, announced,
        announcement*, letters, form, forms, parking, park, blue badge, companion, seatmate, sit next to, pusher,
        never came, no one came, nobody came, no wheelchair, had to push, at the gate, transport, taxi, bus,
        facilities, provision, cater*, not suitable, unsuitable, not designed, made for, training, awareness,
        aware of, inclusive, activities, like to do, unaided, without assistance, nightmare, not good for,
        wouldn't work, not work for, no seat*, nowhere to sit, no chair*, had to stand, left standing, stood for,
        stand for, have to stand, have to queue, no help, help with, assistance, unfair, discriminat*, forgotten,
        left behind, thought of, no food for, left without, not everyone, get out of, crawl*, carried, heavy,
        help me, help him, help her, {dont} cater, home delivery, speak slowly, carer should, carer with, carer to,
        difficult for, hard for, hard on, difficult to use, hard to use`,
    },
    withinWords: 14,
    unless: {
      en: `
        account, accounts, gets disabled, got disabled, been disabled, login, log in, feature, button, wonderful*,
        excellent, brilliant, kindly, lovely old, cabin crew were elderly, good with the elderly, kind to the elderly,
        bent, buckled, damaged, crushed, broke, broken, lost, missing, snapped, passed, died, funeral, rude,
        refund, yelled, shouted, laughed, fragile, plane, aircraft, fleet, furniture, building`,
    },
  },
  {
    id: 'EXCLUDING-DESIGN-8',
    says: 'Bodies, names, cards or numbers of another kind do not fit in.',
    any: {
      en: `
        tall people, taller people, small people, smaller people, short legged, shorter people, short person,
        larger person, larger people, larger body, larger woman, larger man, bigger person, big folks, big lad,
        big lass, plus size*, plus-size*, overweight people, overweight person, seatbelt exten*, seat belt exten*,
        belt extension*, belt extender*, left-handed, of short stature, fit in none, only rows i fit,
        no changing table*, no changing facilit*, no baby changing, nowhere to change, no high chair*,
        no highchair*, no bassinet*, no family boarding, local phone number, uk phone number, us phone number,
        american phone number, uk mobile, local mobile number, us address, uk address, local cards, foreign name*,
        my name has, name with a hyphen, hyphenated, has an apostrophe, {dont} accept my surname,
        {dont} accept my name, {dont} accept my last name, {dont} take my name, {dont} take my surname,
        {dont} fit wheelchairs, face is not recogni*, no face detected, textured diet*, soft diet,
        suitable food for, suitable meals for, diabetic food, meals for diabetics, food for diabetics,
        tall people pay, no diabetic meal*, nothing for diabetics, larger than the average,
        larger than average people, bigger people like`,
    },
    unless: { en: `account holder, plenty, delicious, great for` },
  },
];
