import { listed } from '../../../hearing/phrases.ts';
import type { CauseRule } from '../../root-cause.ts';

const sends = `
  says, say, said, says to, say to, said to, tells me to, tell me to, told me to, told us to, tells us to, told to,
  telling me to, then told to, advised to, advised me to, asked me to, asks me to, wants me to, want me to`;

const elsewhere = `
  ask, call, contact, go to, go back to, go see, go through, try, ring, phone, see, speak to, speak with, talk to,
  email, write to, dm, tweet, check with, file online, take it up with, get in touch with, chase`;

const sent = listed(sends)
  .flatMap((one) => listed(elsewhere).map((another) => `${one} ${another}`))
  .join(', ');

/** Nobody holds the case as it shows in where it is said to be, and in what comes of it. */
export const stalled: readonly CauseRule[] = [
  {
    id: 'UNOWNED-7',
    says: 'The case is said to be with others, who have no name or cannot be reached.',
    any: {
      en: `
        it's with, its with, it is with, is with the team, is with the relevant, is with our, been with the team,
        been with the relevant, sits with, sitting with, lies with, stuck with, stuck between, with finance,
        with accounts, with another team, with another department, with a different team, with a different department,
        another team, another team's, another department, another department's, different department, some other team,
        relevant team, relevant department, right team, right department, correct department, responsible team,
        passed on to the, passed to the, passed it to the, passed to another, forwarded it to, forwarded to the,
        forwarded to another, forwarded my, handed over to, handed it over to, handed me over, handed me to,
        handed on to, passed me through, passed through #, passed my call, put through #, put through to #,
        put through to another, put through to the wrong, put through to someone else, transferring to,
        transferring me, transferred to, transferred me, transferred us, transferred over, been transferred,
        keeps transferring, referred me to another, referred to another, referred on to, referred me on,
        referred from one, been referred to #, been referred # times, referred back to, referred me back, refers me to,
        refers me back, deals with that, deals with it, dealing with that, says it isn't them, say it isn't them,
        say it's not them, says it's not them, says it's not their, say it's not their, says it isn't their,
        said not them, not theirs, not my area, isn't their problem, isn't my department, isn't my problem,
        isn't their department, isn't our department, wasn't their department, not their department,
        not his department, not her department, not his job, not her job, not our area, different company's,
        nothing to do with them, nothing to do with us, nobody's job, someone else's job, someone else's problem,
        someone else's responsibility, somebody else's problem, somebody else's job, somebody else's responsibility,
        not our fault, it's not our fault, says it's the airline, says it's the airport, says it's the other,
        belongs to whoever, in a loop, back to square #, back where i started, back to where i started, hot potato,
        from one person to, from person to person, from one agent, from one team, from one service,
        from one to another, nobody will own, no one will own, nobody owns, won't own, own up, own this, own it,
        take charge, took charge, taking charge, take control of, whose job, who owns, who deals with,
        who's dealing with, who is dealing with, who's handling, who is handling, who's looking after,
        who is looking after, who's looking into, who has my, who's got my, who actually, to whom do, to whom should,
        who is in charge of, who's in charge, round and round in, round and round we, the back office,
        with the back office, no idea who to ask, nobody in charge, no one in charge, in charge of, someone in charge,
        anyone in charge, who can fix, who can i speak, who can i talk, who can i contact, who can help, who do i ask,
        who do i go to, who do i talk, who do i speak, who do i call, who do we ask, who should i, who to contact,
        who to call, who to turn to, who to ring, who to speak to, who to go to, know who to, knowing who to,
        couldn't say who, can't say who, couldn't say which, can't say which, which team, which department,
        couldn't tell me who, can't tell me who, couldn't tell me when, can't tell me when, couldn't tell us when,
        can't tell us when, {cant} get answers, {cant} get an answer, {cant} get any answers, {cant} get a straight,
        {cant} get any information, {cant} get any info, {cant} give me an answer, {cant} give an answer,
        {dont} give an answer, {dont} give me an answer, not getting an answer, wasn't getting an answer,
        not getting any answers, not getting answers`,
    },
    unless: { en: `when transferring to, wheelchair to bed, money, funds` },
  },
  {
    id: 'UNOWNED-8',
    says: 'A message, claim, report or referral was sent, and afterwards nothing comes.',
    any: {
      en: `
        emailed, mailed, e-mailed, wrote to, i wrote, we wrote, i've written, written to, messaged, dmed, dm'd, dm'ed,
        sent a dm, sent you a dm, sent dm, sent dms, sent an email, sent emails, sent you, sent them, sent a message,
        sent messages, sent a letter, sent letters, sent proof, tweeted, filed, filled in, filled out, submitted,
        lodged, opened a opened a logged a, reported, made a complaint, put in for, left a message, left messages,
        left # messages, left voicemails, left a voicemail, left # voicemails, have asked, i've asked, claim,
        complaint, case, ticket, reimbursement, referral, referred, ref, follow up, been told #, been told the,
        keep asking, keep getting told, promised to call, promised to ring, promised to get back, be in touch,
        would be in touch, will be in touch, would call, would ring, will call, would contact, will contact,
        would get back, will get back, get back to me, someone would, somebody would, to hear back, looking into it,
        look into it, looked into, under investigation, under review, being processed, in progress, being looked into,
        told to wait, waiting for someone, waiting for somebody`,
    },
    followedBy: {
      en: `
        no answer, no answers, zero answer, zero answers, # answers, no answer yet, and nothing, but nothing,
        then nothing, nothing since, nothing yet, still nothing, heard nothing, got nothing, nothing back,
        nothing happened, nada, silence, silent, then silence, total silence, crickets, no word, not a word, no news,
        no call, no calls, no email, no emails, no one has, nobody has, no one's, nobody's, no one ever, nobody ever,
        no update, no updates, no further, any further, no contact, no communication, no sign of, no acknowledgement,
        not one, never heard, never answered, never replied, never responded, never called, never rang,
        never came back, never got back, never got an answer, never did, never has, never have, never contacted,
        never been contacted, have not heard, {havent} been in touch, {havent} had any contact, {havent} had contact,
        {havent} had a call, {havent} had an answer, {havent} had any news, {havent} had anything,
        {havent} received anything, {havent} received any, {havent} received an, {havent} seen anyone,
        {havent} answered, {havent} called, {havent} rung, {havent} contacted, {dont} get an answer, {dont} get any,
        {dont} get a call, {dont} contact, {dont} answer, which team, is anyone, is anybody, hello`,
    },
    unless: { en: `who was, who were, who are, who answered, who came, who took, who helped, who did, anyone else` },
  },
  {
    id: 'UNOWNED-9',
    says: 'One sends the customer to another, who sends on or back.',
    any: {
      en: `
        ${sent}, sent me to, sends me to, sent us to, sent back to, sends you to, ask them, call them, ring them, see them, contact them, send me to, directed me to,
        pointed me to, referred me to, refers me to, refer me to, go to the, call the, ask the, not them, not us`,
    },
    followedBy: {
      en: `
        ${sent}, who sent me, who told me, who said, who say, who sent us, who referred, sent me back, sent us back,
        sends me back, send me back, sent back, sent to, back to the, back again, referred me back, refers me back,
        says it's not, say it's not, said it's not, says it isn't, said it wasn't, says not them, not them, not us,
        not theirs, not their, they can't, they said no, they don't, doesn't deal, don't deal, only the airline can,
        nobody there, no one there`,
    },
  },
  {
    id: 'UNOWNED-10',
    says: 'Days or weeks are counted, and nobody has said a word or holds the case.',
    any: {
      en: `
        day #, week #, month #, # days, # weeks, # months, # wks, days later, weeks later, months later, days now,
        weeks now, months now, for days, for weeks, for months, a week, a month, a fortnight, since monday,
        since tuesday, since wednesday, since thursday, since friday, since saturday, since sunday, since january,
        since february, since march, since april, since may, since june, since july, since august, since september,
        since october, since november, since december, since christmas, since last week, since last month,
        since yesterday, each time i call, every time i call, each time i ring, every time i ring, each time i phone,
        every time i phone, each call, every call, # calls, # tweets, # dms, # messages, # agents, # reps, # people`,
    },
    with: {
      en: `
        no call, no calls, no callback, no call back, no word, no words, not a word, no news, no update, no updates,
        no answer, no answers, no email, no emails, no reply, no replies, no contact, no communication,
        no information, no info, no explanation why, no follow up, no followup, no ring, no text, no one calls,
        no one rings, no one cares to, no one has a clue, nobody has a clue, no clue, nobody calls, nobody rings,
        nobody tracks, does somebody, does anybody, does anyone, is anyone, is anybody, is somebody, anyone,
        whose desk, looking into it, look into it, looking into this, being looked into, same answer each, nothing back,
        new ticket, new ticket number, new case number, new reference, another reference, another ticket number,
        another case number, case number, case numbers, reference numbers, ticket numbers, no idea where,
        can't find it, no one can find, can't locate, no trace, not one who, not one of them, none of them could,
        none of whom, none could, still no bag and no, passes me, passed me, left to chase, hello, auto reply,
        auto-reply, same reply, same auto, form letter, no closer, getting nowhere, ignored, ignoring, unanswered,
        radio silence, silence, crickets`,
    },
    withinWords: 14,
    unless: {
      en: `
        no answer on the phone, on hold, years, year old, # days old, waiting list, to see a, appointment,
        call wait, no calls available`,
    },
  },
];
