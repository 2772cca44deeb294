import type { CauseRule } from '../../root-cause.ts';

const kin = `
  mum, mom, mother, dad, father, nan, gran, grandma, grandad, grandpa, grandmother, grandfather, wife, husband,
  partner,
  son, daughter, kid, kids, child, children, baby, toddler, sister, brother, aunt, uncle, family`;

/** Process over empathy as it shows where somebody in need meets a rule, a fee or a shrug. */
export const plight: readonly CauseRule[] = [
  {
    id: 'PROCESS-OVER-EMPATHY-12',
    says: 'Somebody is ill, bereaved, old, small or in distress, and a rule, a fee or a refusal answers it.',
    any: {
      en: `
        pregnant, miscarriage, funeral, bereave*, died, death, dying, passed away, has passed, just passed, widow*,
        death certificate, chemo, chemotherapy, cancer, dementia, epilep*, diabetic, insulin, asthma*, panic attack,
        panic attacks, seizure, stroke, crying, cried, sobbing, sobbed, in floods, crutches, broken leg, broken ankle,
        broken arm, broken hip, a cast, wheelchair, newborn, # month old, # week old, # wk old, # yr old, # year old,
        # years old, months old, weeks old, elderly, old man, old lady, old woman, ${kin
          .split(',')
          .map((one) => `my ${one.trim()}`)
          .join(', ')},
        breastfeed*, formula, medication, medicine, meds, emergency, in hospital, in the hospital, hospitalised,
        hospitalized, from hospital, had surgery, after surgery, honeymoon, wedding, military, soldier, veteran,
        stranded, shivering, in pain, bleeding, in distress, distressed, anxious, anxiety, autis*, frightened, scared`,
    },
    followedBy: {
      en: `
        no exceptions, no exception, the rule, rules, terms, proof, prove, certificate, pay again,
        fee, penalty, no refund, non refundable, not refundable, won't refund, wouldn't refund, refused, denied,
        turned away, sent away, put off, put us off, put me off, told to, told me to, told her, told him, told we,
        was told, were told, and told, just told, wouldn't, would not, won't, can't do, nothing we can,
        not my, not our, sit down, be quiet, calm down, shouted, snapped, shrug*, rolled, sighed, laughed,
        ignored, walked past, looked at her, looked at him, not even, and nobody, no one asked, nobody asked,
        separat*, split us, split up, apart, hurry, too bad, you should, should have, you chose, made her, made him,
        sir, ma'am, madam, calls it, is that, so what, next`,
    },
    withinWords: 22,
    unless: {
      en: `
        were wonderful, was wonderful, brilliant, amazing, excellent, very kind, so kind, lovely, fantastic,
        can't fault, cannot fault, upgrade*, hours to, waiting times, ambulance, queue, queues`,
    },
  },
  {
    id: 'PROCESS-OVER-EMPATHY-13',
    says: 'The tone of the answer, or of the person who gives it, is what hurts.',
    any: {
      en: `
        don't reimburse, do not reimburse, won't reimburse, will not reimburse, wouldn't reimburse, not reimbursing,
        refuse to reimburse, refused to reimburse, don't compensate, won't compensate, wouldn't compensate,
        refuse to compensate, refused to compensate, better customer service, improve customer service,
        improve your customer service, work on your customer service, no customer service skills,
        customer service needs, learn customer service, reacted with more, more care and, with more care,
        more urgency, more tact, more sensitively, more gently, more politely, acted like, acted as if,
        acted as though, acts like, acts as if, acting like, acting as if, act like we,
        act like i, acted annoyed, acted bothered, as if i was, as if i were, as if we were, as though i was,
        as though we were, like she was stupid, like he was stupid, like i was stupid, like i'm stupid, like we were,
        like i did something, like i had done, was a nuisance, a nuisance, an inconvenience, inconveniencing,
        interrupting their, bothering them, bothering her, bothering him, annoyed at me, irritated,
        visibly annoyed, form letter, form letters, form reply, copy paste, copy and paste, copied and pasted,
        copy pasted, cut and paste, boilerplate, scripted, reading from a script, read from a script,
        read off a script,
        the script, same paragraph, same sentence, same sentence to, platitude*, empty apolog*,
        half hearted apolog*, fake apolog*, anything else today, anything else i can help, have a nice day,
        i understand your frustration, understand your frustration, sorry for the inconvenience,
        apologies for the inconvenience, these things happen, it is what it is, that's just how, that's how it is,
        doesn't work like that, doesn't work that way, that's the process, that's the way it is,
        could be worse, be grateful, you're welcome to, take your business, take my business, business elsewhere,
        you chose to, your own fault, our own fault, her own fault, his own fault, it was my fault, it's my fault,
        blamed me, blamed us, blaming me, blaming us, blame me, blames the customer, blame the customer,
        blame the passenger*, blaming the passenger*, blaming passengers, blaming customers, no common decency,
        common decency, human decency, basic decency, no decency, class act, real class, a heart, any heart,
        no soul, show some, a little empathy, some empathy, little compassion, some compassion, empathy, compassion,
        should be fired, needs to be fired, need to be fired, be fired, ought to be fired, needs a new job,
        new line of work, wrong job, wrong line of work, needs retraining, needs training, needs to be retrained,
        needs to learn, need to learn how, manners, learn some, worst agent, worst agents, worst rep, worst people,
        worst employee*, awful people, horrible people, terrible people, horrible woman, horrible man, awful woman,
        nasty woman, nasty man, nasty lady, miserable woman, miserable man, took no notice, no notice of,
        paid no attention, turned a blind eye, blind eye, looked the other way, look the other way, waved away,
        waved us away, waved me away, waved off, waved me off, waved us off, a wave of the hand, shooed, shooing,
        filing her nails, her nails, cut me short, cut us short, talked over me, talked over us, spoke over me,
        hung up on me, slammed, stormed off, stormed out, walked out on, made a joke, joked about,
        thought it was funny,
        found it funny, smirk*, giggl*, sneer*, rubbed it in, i have to prove, had to prove, to prove that, prove i,
        prove that i, prove my, asked to prove, made to prove, told to prove, {dont} make an exception, exception for,
        make exceptions, made no exception, bend a rule, bend the rule*, bend one, flexibility, no flexibility,
        no leeway, no discretion, no goodwill, good will gesture, goodwill gesture, gesture of goodwill,
        a technicality,
        technicality, fare class,         # minutes past the, closed the door in, door in our, door in my,
        doors shut in, shut the door,         watched it leave, watched the plane, watched our plane`,
    },
    deniable: true,
    unless: {
      en: `
        lovely manners, good manners, great empathy, with empathy, with compassion, showed compassion,
        showed empathy, full of empathy, full of compassion, compassion and, empathy and, empathy shown, kind and,
        flexibility of, landed, arrived, delayed, on the runway, seat was an inconvenience`,
    },
  },
];
