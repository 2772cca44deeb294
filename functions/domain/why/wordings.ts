import { listed } from '../hearing/phrases.ts';
import type { CauseLanguage } from './root-cause.ts';

/** Words that can stand for each other in a phrase, so that a sheet need not repeat them: `{nobody} {could} tell`. */
const wordings: Readonly<Partial<Record<CauseLanguage, Readonly<Record<string, string>>>>> = {
  en: {
    nobody: `nobody, no one, noone, no body, not one person, not a single person, none of them, none of the staff`,
    could: `could, can, was able to, were able to, would, seemed to, seems to, seem to, bothered to, wanted to, wants to`,
    cant: `can't, cannot, can not, couldn't, could not, unable to, not able to, impossible to, not possible to,
      no way to, wasn't able to, weren't able to, hard to, difficult to, never able to`,
    dont: `don't, doesn't, didn't, do not, does not, did not, won't, wouldn't, would not, will not, never`,
    havent: `haven't, have not, hasn't, has not, hadn't, had not, not, never, nobody has, no one has`,
    isnt: `isn't, is not, wasn't, was not, weren't, were not, aren't, are not`,
    me: `me, us, him, her, them, you, people, patients, passengers, customers`,
    anyone: `anyone, anybody, someone, somebody, any one, a person, a human, a human being, an agent, a rep,
      a representative, an operator, an adviser, an advisor, a supervisor, a manager, a live person, a real person,
      an actual person, a live agent`,
    staff: `staff, crew, stewardess, stewardesses, steward, stewards, attendant, attendants, agent, agents,
      receptionist, receptionists, nurse, nurses, doctor, doctors, clerk, clerks, employee, employees, rep, reps,
      representative, representatives, manager, managers, supervisor, supervisors, driver, drivers, operator, operators,
      waiter, waiters, waitress, waitresses, officer, officers, assistant, assistants, paramedic, paramedics, adviser,
      advisers, advisor, advisors, personnel, worker, workers, consultant, gp, midwife, midwives, therapist, cashier,
      guard, guards, hostess, hostesses, handler, handlers, dispatcher, team`,
  },
};

const NAMED = /\{(\w+)\}/;

const worded = (phrase: string, language: CauseLanguage): string[] => {
  const name = phrase.match(NAMED)?.[1];
  if (name === undefined) return [phrase];
  const words = wordings[language]?.[name];
  if (words === undefined) throw new TypeError(`no wordings are listed as {${name}} for ${language}`);
  return listed(words).flatMap((word) => worded(phrase.replace(NAMED, word), language));
};

/** The phrases of a list, each name of wordings.ts replaced by all that it stands for. */
export const phrasesIn = (list: string, language: CauseLanguage): string[] =>
  listed(list).flatMap((phrase) => worded(phrase, language));
