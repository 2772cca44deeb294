import type { CauseRule } from '../../root-cause.ts';

/** No person as it shows where a line, a page or a screen leads nowhere. */
export const deadEnds: readonly CauseRule[] = [
  {
    id: 'NO-HUMAN-7',
    says: 'The line plays on, asks for another time or says goodbye.',
    any: {
      en: `
        try later, try again later, call back later and, call later, says goodbye, then goodbye, agents are busy,
        all agents busy, agents are assisting, operators are busy, all operators, all lines are full, lines are full,
        offices are closed, then a click, and a click, just clicks, dial tone, a beep then, beeps at me, beep at me,
        plays music, plays a message, plays a tune, just plays, plays a song, plays a waltz, only plays, tinkly,
        jingle, lift music, your call is important, call is important to us, didn't catch that, didn't quite catch,
        please hold for an agent, please hold for agent, hold for agent, constantly engaged, engaged redial,
        always engaged, engaged engaged day, engaged from, engaged tone, keep getting cut off, keeps cutting out,
        cut off again, got cut off, then cut off, cuts you off, cuts you out, cuts out after, drops the line,
        drops the call, dropped again, and dropped, then dropped, keep dropping me, keeps dropping me, busy busy,
        line rings twice, rings once then, recorded menu, phone system, automatic line, voice line, past the menu,
        past the menus, past the recording, endless options, listening to recordings, # menus, phone menus,
        recordings at, recording at the, nobody on phone, nobody on the phone, phones keep, typed agent, said agent,
        saying agent, shouting agent, keep saying agent, keeps asking me to repeat, phone goes to, phone sends you,
        phone sends me, line sends me, caller #, you are number #, virtual queue, # in the queue and then,
        number doesn't work, number plays, number just, number is dead, dead number, number doesn't take, box is full,
        mailbox that's full, inbox is full`,
    },
    unless: {
      en: `
        luggage, suitcase, smoke alarm, card reader, scanner, seat belt sign, piano lessons, toy, in the lounge,
        in the lobby, pianist, got through quickly, washing machine`,
    },
  },
  {
    id: 'NO-HUMAN-8',
    says: 'No number, address or name can be found to turn to, or a page or chat leads in a circle.',
    any: {
      en: `
        no number on, no number to, no number for, no phone no, no email no, no phone or, no phone option,
        no phone only, no email address, no chat no, no contact us, no office no, can't find a number, find a number,
        find a phone number, find an email, find any contact, where is the phone number, where's the phone number,
        is there a number, is there a phone number, number that a person, number a human, number to speak,
        number i can call, does anyone have a number, have a number for, number that works, number where someone,
        number with a human, working number, no one i can just, anyone i can, how do i contact, how do i reach,
        how do i speak, how do i talk, how do i get hold, how do i get through, how do i get in touch,
        how can i contact, how can i reach, how can i speak, how can i talk, how can i get in touch,
        how does one reach, how does one contact, how are we supposed to contact, how am i supposed to contact,
        how am i supposed to rebook, any way to speak, any way at all to speak, any way to talk, any way to contact,
        any way to reach, way to actually speak, way to actually talk, way of speaking to, way of talking to,
        way of contacting, chat closed, chat ended, chat has ended, closed the chat, ended the chat, chat was closed,
        chat disconnected, chat is offline, chat unavailable, chat not available, chat button, chat doesn't work,
        chat is never, chat thing, chat window, help page*, help center articles, help centre articles,
        knowledge base, community forum, leads to a forum, send me to an faq, sends me to an faq, to an faq,
        sends me to the faq, faqs, points me to the, help page loops, goes in a circle, goes in circles,
        send me in circles, in a loop, leads nowhere, contact page, contact us button, contact us page, callback form,
        call back form, the portal only, via the portal, everything goes through the app, via the app, app only,
        gone app only, apps only, gone online only, by post only, only by post, only be reached by, only channel,
        did that help, was this helpful, did this answer, did that answer, only a form, is a form, just a form online,
        a form and a, form goes into, ticket number not, no option for, no option to speak, no option to talk,
        zero for the operator, phone sends you online, phone line says go online, phone says go online,
        do that online, told to do it online, told me to do it online, can't do it by phone, can't cancel by phone,
        can't by chat, can't by phone, nothing but a form, contact a person, message a person, human pls,
        human please, need a human, need a person, want a person, want a human, person please, like one person,
        person answers, person to answer, not a soul to ask, a soul to talk, a soul to ask, a soul to speak,
        not a living soul, not a human, human in charge, any human, any humans, no humans, sign of life,
        no direct contact, make direct contact, direct contact, no one to ring, nobody to ring, no one to phone,
        nobody to phone, no one to call, nobody to call, no one i can call, no one to email, have someone contact me,
        someone contact me, a rep to give me, less options before, fewer options before, before speaking to,
        before you speak to, before i got to speak, before i could speak, before you can speak`,
    },
    unless: {
      en: `
        the chat solved, chat sorted, chat was quick, in the loop, hearing loop, induction loop, contact lens*,
        a person of, no number plate, physical contact, skin contact, eye contact, contact with the table, food`,
    },
  },
  {
    id: 'NO-HUMAN-9',
    says: 'A screen, a code or a machine has taken the place of a person.',
    any: {
      en: `
        kiosk, kiosks, self service, self-service, self checkout*, screen, qr code, qr, machine, machines,
        automatic gate, e-gates, tablet, scanner, intercom, help button, help point, video agent, tills,
        a phone on the wall, phone on the wall, wall phone, portal, voice thing, app, virtual`,
    },
    with: {
      en: `
        nobody, no one, noone, no-one, no staff, no person, no people, no human, no agents, no agent, not a soul,
        a soul, no living, replaced, have been replaced, been replaced, instead of, in place of, in a person's place,
        unmanned, used to be a person, used to be people, only a qr, no assistant, no assistants, nowhere to ask,
        no cashier*, refused my, rejected my, everything is, everything's, it's all, all, no clerk, nobody there,
        nobody around, told to use the, is our customer service, a person, people gone, people were let go, a human,
        staff gone, desk gone, manned`,
    },
    withinWords: 14,
    unless: {
      en: `
        coffee, washing, entertainment, movie*, film*, x-ray, vending, seat, wheelchair, blind, deaf, broken, crash*,
        checked in, error, ticket number, thanks to, per person, a person of, one person`,
    },
  },
];
