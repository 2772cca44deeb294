import { HOUR, plus } from '../../../functions/domain/instant.ts';
import type { Mood } from './journey.ts';
import {
  answered,
  answerIn,
  fromCustomer,
  invitationTime,
  isQuestion,
  oldestFirst,
  reply,
  replyAfter,
  type SampleMessage,
  sent,
  surveyOf,
} from './messages.ts';
import type { Stage } from './stage.ts';

/** One thing told on purpose: its messages, in the order in which they happen. */
export type Story = (stage: Stage) => SampleMessage[];

const MINUTE = HOUR / 60;

/** The n-th latest whole weekday, 0 being the latest, in days ago. */
const workday = (stage: Stage, n: number): number => stage.workdays[n] as number;

/**
 * The story that must never be missed: dinner late and spilled, a text in the evening, a kind word within the hour that
 * promises to look into it, and next morning the question how likely she is to recommend us. She does not answer.
 */
export const maraQuill: Story = (stage) => {
  const morning = stage.workdays.find((daysAgo) => stage.workdays.includes(daysAgo + 1)) as number;
  const visit = stage.visit('delivery', 'Millfield', 'mara-quill');
  const complaint = fromCustomer(stage, visit, 'sms', stage.at(morning + 1, 20, 12), {
    words:
      'Dinner came an hour and a half late and the stew had spilled through the whole crate. I fed my kids cereal. ' +
      'This was meant to be our treat.',
  });
  const words = 'We are sorry about your delivery, Mara. We will look into it.';
  const sorry = reply(stage, complaint, stage.at(morning + 1, 20, 51), words);
  return [complaint, sorry, sent(surveyOf(stage, visit), stage.at(morning, 9, 5))];
};

/** How many of Millfield's round complain before the survey reaches them. */
const BRUSHED_OFF = 26;
/** How many of it have nothing to say beforehand; their answers are what makes the score look fine. */
const UNTROUBLED = 42;
const REGULARS = 25;

/** Customers of the round who have nothing to complain of; two in five answer. */
const dinnersInOnePiece = (stage: Stage, customers: number): SampleMessage[] =>
  Array.from({ length: customers }, (_, i): SampleMessage[] => {
    const visit = stage.visit('delivery', 'Millfield');
    const survey = surveyOf(stage, visit);
    const invitedAt = invitationTime(stage, stage.pick(stage.workdays));
    const mood: Mood = stage.chance() < 0.85 ? 'praise' : 'neutral';
    return [sent(survey, invitedAt), ...(i % 5 < 2 ? [answerIn(stage, visit, survey, invitedAt, mood)] : [])];
  }).flat();

/**
 * Delivery at Millfield, the dark corner: customer after customer is brushed off before the invitation and stays silent,
 * while those who got their dinner in one piece answer, and are pleased.
 */
export const millfieldRound: Story = (stage) => {
  const told: SampleMessage[] = [];
  for (let i = 0; i < BRUSHED_OFF; i++) {
    const daysAgo = workday(stage, i % stage.workdays.length);
    const visit = stage.visit('delivery', 'Millfield');
    const evening = stage.at(daysAgo + stage.between(1, 2), 20, stage.between(35, 84));
    const channel = stage.pick(['sms', 'sms', 'chat', 'email', 'call', 'social'] as const);
    const complaint = fromCustomer(stage, visit, channel, evening, stage.saidIn('millfield-round'));
    told.push(complaint);
    if (stage.chance() < 0.7) told.push(replyAfter(stage, complaint, 'delivery', 'hollow', stage.between(6, 55)));
    const survey = surveyOf(stage, visit);
    const invitedAt = invitationTime(stage, daysAgo);
    told.push(sent(survey, invitedAt));
    const answersAllTheSame = i === 9 || i === 17;
    if (answersAllTheSame) {
      const low = { score: stage.between(3, 6), comment: stage.saidIn('millfield-round').words };
      told.push(answered(survey, plus(invitedAt, 4 * HOUR), low));
    }
  }
  return [...told, ...dinnersInOnePiece(stage, UNTROUBLED)];
};

/** More of Millfield's round to whom nothing happened: with fewer answers silence could not be told from chance there. */
export const millfieldRegulars: Story = (stage) => dinnersInOnePiece(stage, REGULARS);

/** Billing sends him to the call desk, the call desk to billing: four complaints in eight days, each met with a kind nothing. */
export const tobiasVenn: Story = (stage) => {
  const atBilling = { ...stage.visit('billing', 'Online', 'tobias-venn'), interactionId: 'case-7731' };
  const atCallDesk = { ...atBilling, touchpoint: 'support-call' as const };
  const lines = [
    {
      visit: atBilling,
      day: 6,
      channel: 'email',
      words: 'I cancelled my meal plan three weeks ago and you have charged me 39 pounds again. Please pay it back.',
    },
    {
      visit: atCallDesk,
      day: 4,
      channel: 'call',
      words: 'Billing says that the call desk must stop the plan. Now you say that it is billing. Who is it, please?',
    },
    {
      visit: atBilling,
      day: 2,
      channel: 'email',
      words:
        'Third time of asking. The plan is still running, I have told the whole story twice, nobody has answered it.',
    },
    {
      visit: atCallDesk,
      day: 1,
      channel: 'call',
      words: 'I am angry now. Four contacts, no refund, and each of you sends me to the other one.',
    },
  ] as const;
  const told = lines.flatMap(({ visit, day, channel, words }) => {
    const complaint = fromCustomer(stage, visit, channel, stage.at(workday(stage, day), 10, 20 + day), { words });
    return [complaint, replyAfter(stage, complaint, visit.touchpoint, 'hollow', 45 + day)];
  });
  return [...told, sent(surveyOf(stage, atCallDesk), stage.at(workday(stage, 0), 9, 40), 'held')];
};

/** Scores and words that disagree: promoters whose comments complain, known and unknown, and one who read the scale upside down. */
export const contradictions: Story = (stage) => {
  const lines = [
    {
      visit: stage.visit('delivery', 'Harbour Street', 'wanda-pell'),
      day: 2,
      score: 10,
      comment: 'The bag was torn, the rice was cold and nobody picks up the phone. I am fed up with this.',
    },
    {
      visit: stage.visit('returns', 'Northgate'),
      day: 4,
      score: 5,
      comment: 'Awful. I was sent away twice with the same broken kettle and still have no refund.',
      anonymous: true,
    },
    {
      visit: stage.visit('checkout', 'Online'),
      day: 3,
      score: 7,
      comment: 'Terribly hard to pay, it failed five times and then lost my basket.',
      anonymous: true,
    },
    {
      visit: stage.visit('store-visit', 'Harbour Street', 'edmund-fay'),
      day: 5,
      score: 0,
      comment: 'Wonderful shop, wonderful people, I would send all my friends.',
    },
    {
      visit: stage.visit('delivery', 'Northgate', 'lucia-mott'),
      day: 6,
      score: 9,
      question: 'What could we do better?',
      comment: 'Nothing',
    },
  ];
  return lines.flatMap(({ visit, day, anonymous, ...answer }) => {
    const { customerId, ...nobody } = surveyOf(stage, visit);
    const survey = anonymous || customerId === undefined ? nobody : { ...nobody, customerId };
    const invitedAt = invitationTime(stage, workday(stage, day));
    return [sent(survey, invitedAt), answered(survey, plus(invitedAt, 95 * MINUTE), answer)];
  });
};

/** A ten for the shop, and a call about the very same order that nobody has settled: the score cannot see the call. */
export const inesCalder: Story = (stage) => {
  const visit = stage.visit('store-visit', 'Northgate', 'ines-calder');
  const survey = surveyOf(stage, visit);
  const ten = { score: 10, comment: 'Charming staff at the flower stand, they helped me to choose.' };
  const call = fromCustomer(
    stage,
    { ...visit, touchpoint: 'support-call', location: 'Online' },
    'call',
    stage.at(workday(stage, 2), 15, 32),
    {
      words:
        'The party platter of that order was never made, I stood there with twelve guests. I want my 85 pounds back.',
    },
  );
  return [
    sent(survey, stage.at(workday(stage, 3), 9, 30)),
    answered(survey, stage.at(workday(stage, 3), 12, 4), ten),
    call,
    replyAfter(stage, call, 'support-call', 'hollow', 34),
  ];
};

/** The control: a complaint that is put right within the hour. His silence would mean nothing, and he is not silent. */
export const jonahPrescott: Story = (stage) => {
  const visit = stage.visit('delivery', 'Northgate', 'jonah-prescott');
  const complaint = fromCustomer(stage, visit, 'chat', stage.at(workday(stage, 6), 18, 10), {
    words: 'The two salmon dishes are missing from my bag and we are four at the table tonight.',
  });
  const survey = surveyOf(stage, visit);
  return [
    complaint,
    reply(
      stage,
      complaint,
      stage.at(workday(stage, 6), 18, 34),
      'I have refunded both dishes and a driver from Northgate brings you two fresh ones now, he is with you by seven.',
    ),
    fromCustomer(stage, visit, 'chat', stage.at(workday(stage, 6), 19, 8), {
      words: 'They are here and still hot. That was quick, thank you!',
    }),
    sent(survey, stage.at(workday(stage, 5), 9, 15)),
    answered(survey, stage.at(workday(stage, 5), 9, 58), {
      score: 9,
      comment: 'Something was missing and you put it right within the hour. That is how it should be.',
    }),
  ];
};

/** Another control: she writes every other day and is happy. Much mail is not trouble. */
export const delphineOkoro: Story = (stage) => {
  const visit = stage.visit('delivery', 'Harbour Street', 'delphine-okoro');
  const told: SampleMessage[] = [];
  for (let n = 0; n < 14; n++) {
    const mood = n % 4 === 3 ? 'neutral' : 'praise';
    const sentAt = stage.at(26 - 2 * n + (n === 13 ? 1 : 0), stage.between(9, 19), stage.between(0, 59));
    const order = { ...visit, interactionId: `${visit.interactionId}-${n + 1}` };
    const text = fromCustomer(stage, order, 'sms', sentAt, stage.said('delivery', mood));
    told.push(text);
    const worth = mood === 'praise' ? 'thanks' : 'informing';
    if (n % 4 === 1 || isQuestion(text)) told.push(replyAfter(stage, text, 'delivery', worth, 25));
  }
  const survey = surveyOf(stage, visit);
  const invitedAt = stage.at(workday(stage, 8), 9, 25);
  const ten = { score: 10, comment: 'You know me by now. I am very happy with you.' };
  return oldestFirst([...told, sent(survey, invitedAt), answered(survey, plus(invitedAt, HOUR), ten)]);
};

/** Customers of the last week who cannot sign in, from six days ago to the day of the end. */
const LOCKED_OUT_PER_DAY = [1, 2, 3, 3, 4, 5, 4];

/** The code for the app stops arriving: complaints rise over the last week, long before the score of the login moves. */
export const loginCode: Story = (stage) =>
  LOCKED_OUT_PER_DAY.flatMap((customers, i) =>
    Array.from({ length: customers }, () => {
      const sentAt = stage.at(LOCKED_OUT_PER_DAY.length - 1 - i, stage.between(8, 19), stage.between(0, 59));
      const channel = stage.pick(['chat', 'email', 'sms', 'call', 'social'] as const);
      const visit = stage.visit('app-login', 'Online');
      const complaint = fromCustomer(stage, visit, channel, sentAt, stage.saidIn('login-code'));
      const luck = stage.chance();
      if (luck < 0.3) return [complaint];
      const worth = luck < 0.6 ? 'hollow' : luck < 0.85 ? 'asking' : 'remedy';
      return [complaint, replyAfter(stage, complaint, 'app-login', worth, stage.between(12, 150))];
    }).flat(),
  );
