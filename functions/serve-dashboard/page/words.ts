import { actionWords } from './words/action.ts';
import { boardWords } from './words/board.ts';
import { customerWords } from './words/customer.ts';
import { fleetWords } from './words/fleet.ts';
import { storyWords } from './words/story.ts';
import { touchpointWords } from './words/touchpoint.ts';

/**
 * All words that the page says, in one place, to be translated as a whole. What the API says (titles, problems, names of
 * touchpoints) comes as it is. Numbers and dates are written by the browser's `Intl` in the language named here.
 */
export const words = {
  language: 'en-GB',
  product: 'Dark Corners',
  frame: {
    skip: 'Skip to the content',
    fleet: 'Touchpoints',
    actions: 'Actions',
    customer: 'Customer',
    signedIn: (id: string, roles: string) => `${id} (${roles})`,
    signIn: 'Sign in',
    signOut: 'Sign out',
    loading: 'Loading …',
    updated: (time: string) => `as of ${time}`,
    places: 'Places',
    openApi: 'Description of the API (OpenAPI)',
    request: (id: string) => `Request ${id}`,
    stale: (why: string, time: string) => `${why} What is shown was read at ${time}; asking goes on.`,
    broken: 'The page made a mistake.',
    brokenFix: 'Try again. If it stays so, tell those who run this what you did, and what the browser’s console says.',
    problem: (title: string, fix: string) => `${title} ${fix}`,
    tryAgain: 'Try again',
    unreachable: 'The service cannot be reached.',
    unreachableFix: 'Check the connection, or whether what runs it still runs, and try again.',
    notAllowed: 'Your credentials do not allow that.',
    notAllowedFix: 'Ask whoever gives them out; the policies of each role are in the outputs of the deployment.',
    notFound: 'There is no such page.',
    notFoundFix: 'Go to all touchpoints.',
  },
  noScript: 'This page asks an API and draws what it answers; that needs JavaScript.',
  signIn: {
    needed: 'What customers say, where no survey hears it. Sign in to look.',
    ended: 'Your sign-in has ended. Sign in again; you come back to this place.',
    out: 'You are signed out of this page.',
    refused: 'The sign-in was not completed. Try again, or ask whoever looks after your account.',
    unreachable: 'Where you sign in cannot be reached, or does not answer as it should. Try again in a minute.',
    byProxy:
      'This deployment lets in who signs requests with AWS credentials. A browser cannot; this command can, for you:',
    proxyCommand: 'npm run dashboard -- --stack NAME',
  },
  figures: {
    range: (low: string, high: string) => `${low}\u00a0to\u00a0${high}`,
    under: (least: string) => `under ${least}`,
    over: (most: string) => `over ${most}`,
    underOne: 'fewer than 1',
  },
  place: {
    at: (touchpoint: string, location: string) => `${touchpoint} at ${location}`,
    noTouchpoint: 'touchpoint not told',
    everywhere: (touchpoint: string) => `${touchpoint} at all locations`,
    allAt: (location: string) => `all touchpoints at ${location}`,
  },
  score: {
    metrics: { nps: 'NPS', csat: 'CSAT', ces: 'CES', stars: 'Stars' },
    answered: (n: string, invited: string) => `${n} of ${invited}`,
    answeredOf: (n: string, invited: string) => `${n} of ${invited} answered`,
    answers: (n: number, told: string) => (n === 1 ? `${told} answer` : `${told} answers`),
    tooFew: (needed: string) => `too few to correct, ${needed} would be enough`,
    notCorrected: 'not corrected yet',
    points: (points: string) => `${points} points`,
    q: (q: string) => `q ${q}`,
  },
  fleet: fleetWords,
  touchpoint: touchpointWords,
  board: boardWords,
  action: actionWords,
  story: storyWords,
  customer: customerWords,
  /** Of kinds, states and the like, as the API names them. */
  names: {
    status: {
      open: 'open',
      acknowledged: 'acknowledged',
      resolved: 'resolved',
      verified: 'verified',
      unconfirmed: 'unconfirmed',
      reopened: 'reopened',
      dismissed: 'dismissed',
      queued: 'waiting for room',
    },
    actionKind: { recover: 'recover', fix: 'fix', ask: 'ask' },
    gapKind: {
      unanswered: 'complaint unanswered',
      unheard: 'complaint unheard',
      contradiction: 'score against words',
      'cross-channel': 'good score, complaint elsewhere',
      runaround: 'runaround',
      'dark-corner': 'dark corner',
      surge: 'surge',
    },
    gapState: { suspected: 'suspected', open: 'open', cleared: 'cleared' },
    cause: {
      unowned: 'nobody responsible',
      silo: 'told two things',
      'broken-promise': 'promised, not delivered',
      'no-human': 'no human to reach',
      'excluding-design': 'unusable for some',
      'process-over-empathy': 'rule before person',
      'cost-cutting': 'too few, too little',
      outdated: 'outdated',
      defect: 'plain failure',
    },
  },
} as const;
