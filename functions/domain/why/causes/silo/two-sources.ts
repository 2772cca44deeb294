import type { CauseRule } from '../../root-cause.ts';

/** Departments do not know of each other as it shows where two of them speak. */
export const twoSources: readonly CauseRule[] = [
  {
    id: 'SILO-4',
    says: 'One source says this, another that, in the same or the next sentence.',
    any: {
      en: `
        {source} {says}, by phone it, by phone that, on the phone that, on the phone it, told on the phone,
        told by phone,
        told by text, told by email, told by letter, first agent, first rep, first person, first doctor, first nurse,
        outbound, on the way out, on the way there, told by one, one agent, one rep, one nurse, one doctor, agent #,
        agent a, rep #, desk a, theirs said, you emailed me, you texted me, you text me, was told by, were told by`,
    },
    followedBy: {
      en: `
        {source} {says}, you say, you said, the other one, the other agent, the other rep, the other says,
        the other said,
        other one says, another agent, another rep, another nurse, another doctor, another one, another says,
        another said, another told, second agent, second rep, second person, second one, second doctor, next one,
        next agent, next rep, next person, next says, next said, someone else says, someone else said, agent #,
        agent b, rep #, desk b, but the gate, but gate, but the desk, but at the, on the way back, way home,
        coming home, inbound they, told by another, by another, they said you, no such thing, never heard of,
        which one is it, which is it, which is right, which is true, which is correct`,
    },
  },
  {
    id: 'SILO-5',
    says: 'What was arranged with or told by one is unknown to the other or denied there.',
    any: {
      en: `
        booked, rebooked, confirmed, arranged, cleared, approved, requested, agreed, changed, updated, paid online,
        paid on the, rang ahead, rung ahead, called ahead, phoned ahead, told chat, told on chat, told in chat,
        told online, told over the phone, told on the phone, told by phone, told by text, told by email, told by chat,
        told by letter, on chat, on the chat, in chat, by phone, over the phone, via phone, via chat, by text,
        by letter, by email, your email, your text, your app, your site, your website, your letter, the email,
        the text, the letter, the website, the app, text says, email says, letter says, app says, site says,
        website says, chat says, got an email, got a text, got a letter, got emails, sent me an email, emailed me,
        texted me, wrote to me, captain, pilot, gp, my doctor, head office, travel agent, marketing, sales, salesman,
        supervisor, coordinator, first agent, phone agent, one agent, one rep, agent one, reservations, branch`,
    },
    followedBy: {
      en: `
        had no idea i, had no idea we, had no idea about, has no idea, have no idea, knows nothing, knew nothing,
        no knowledge of, hadn't heard, had not heard, hadn't been told, not been told, weren't told, wasn't told,
        never been told, didn't know i, didn't know we, didn't know about, did not know about, didn't know that,
        doesn't know about, don't know about, unaware of, not aware, wasn't aware, weren't aware, no record,
        no trace of, nothing on the system, nothing on their, nothing in the system, not in the system,
        not on the system, not on their system, not on his, not on her, not on their list, not on the list,
        not in their, can't see it, couldn't see it, can't see any, couldn't see any, saw none, computer saw,
        shows nothing, showed nothing, nothing logged, nothing's been logged, not updated, hasn't been updated,
        wasn't updated, still had the old, still has the old, still shows, still showed, still says, still said,
        says i'm not on, said i'm not on, said i wasn't on, says i'm not, says we're not, not valid, not theirs,
        doesn't count, says chat, say chat, chat is wrong, chat was wrong, chat's wrong, was wrong, were wrong,
        is wrong, they were wrong, shouldn't have told, should not have told, shouldn't have said, had no right to,
        wasn't allowed to, no authority to, took it back, charged me again, charged it again, a second time,
        different company, different firm, another company, not the same company, no connection, next agent,
        next rep, next one, second agent, agent two, other agent`,
    },
    withinWords: 24,
    unless: { en: `my bank, no idea when, no idea why, no idea how, no idea where, still says delayed` },
  },
];
