import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../../functions/domain/hearing/evidence.ts';
import { causeSheets } from '../../../functions/domain/why/causes/in-order.ts';
import { type Cause, causesOf, causesOfWords } from '../../../functions/domain/why/causes-of.ts';
import { causeLanguages, rootCauses } from '../../../functions/domain/why/root-cause.ts';
import { phrasesIn } from '../../../functions/domain/why/wordings.ts';
import { type Example, examplesIn, rulesIn } from './causes-document.ts';

const document = readFileSync(new URL('../../../docs/causes.md', import.meta.url), 'utf8');
const examples = examplesIn(document);

const told = ({ text, language }: Example): string[] => causesOf(text, language).map(({ cause }) => cause);

/** At least one sentence said of the rule's cause meets the rule. */
const hasItsSentence = (id: string) => () =>
  it('is met by a sentence of its cause', () => {
    const meets = ({ text, language, cause, said }: Example) =>
      said && causesOf(text, language).some((found) => found.cause === cause && found.rules.includes(id));
    expect(examples.filter(meets).length).toBeGreaterThan(0);
  });

describe('UNOWNED-1: no reply', hasItsSentence('UNOWNED-1'));
describe('UNOWNED-2: no call back', hasItsSentence('UNOWNED-2'));
describe('UNOWNED-3: from one to the next', hasItsSentence('UNOWNED-3'));
describe('UNOWNED-4: nobody responsible', hasItsSentence('UNOWNED-4'));
describe('UNOWNED-5: a case to chase', hasItsSentence('UNOWNED-5'));
describe('UNOWNED-6: always somebody else', hasItsSentence('UNOWNED-6'));
describe('UNOWNED-7: said to be with others', hasItsSentence('UNOWNED-7'));
describe('UNOWNED-8: sent, and then nothing', hasItsSentence('UNOWNED-8'));
describe('UNOWNED-9: sent on or back', hasItsSentence('UNOWNED-9'));
describe('UNOWNED-10: days without a word', hasItsSentence('UNOWNED-10'));
describe('SILO-1: told different things', hasItsSentence('SILO-1'));
describe('SILO-2: the same story again', hasItsSentence('SILO-2'));
describe('SILO-3: the left hand and the right', hasItsSentence('SILO-3'));
describe('SILO-4: this source and that', hasItsSentence('SILO-4'));
describe('SILO-5: unknown to the other', hasItsSentence('SILO-5'));
describe('BROKEN-PROMISE-1: a promise or guarantee', hasItsSentence('BROKEN-PROMISE-1'));
describe('BROKEN-PROMISE-2: not as advertised', hasItsSentence('BROKEN-PROMISE-2'));
describe('BROKEN-PROMISE-3: paid for and not given', hasItsSentence('BROKEN-PROMISE-3'));
describe('BROKEN-PROMISE-4: not honoured', hasItsSentence('BROKEN-PROMISE-4'));
describe('BROKEN-PROMISE-5: announced and not come', hasItsSentence('BROKEN-PROMISE-5'));
describe('BROKEN-PROMISE-6: money owed', hasItsSentence('BROKEN-PROMISE-6'));
describe('BROKEN-PROMISE-7: said and not so', hasItsSentence('BROKEN-PROMISE-7'));
describe('BROKEN-PROMISE-8: bought and not there', hasItsSentence('BROKEN-PROMISE-8'));
describe('BROKEN-PROMISE-9: a day that has passed', hasItsSentence('BROKEN-PROMISE-9'));
describe('BROKEN-PROMISE-10: an offer against what it is', hasItsSentence('BROKEN-PROMISE-10'));
describe('NO-HUMAN-1: a machine answers', hasItsSentence('NO-HUMAN-1'));
describe('NO-HUMAN-2: a person asked for', hasItsSentence('NO-HUMAN-2'));
describe('NO-HUMAN-3: no getting through', hasItsSentence('NO-HUMAN-3'));
describe('NO-HUMAN-4: cut off', hasItsSentence('NO-HUMAN-4'));
describe('NO-HUMAN-5: only a form', hasItsSentence('NO-HUMAN-5'));
describe('NO-HUMAN-6: hours on hold', hasItsSentence('NO-HUMAN-6'));
describe('NO-HUMAN-7: a line that leads nowhere', hasItsSentence('NO-HUMAN-7'));
describe('NO-HUMAN-8: nothing to turn to', hasItsSentence('NO-HUMAN-8'));
describe('NO-HUMAN-9: a machine in place of a person', hasItsSentence('NO-HUMAN-9'));
describe('EXCLUDING-DESIGN-1: the disabled', hasItsSentence('EXCLUDING-DESIGN-1'));
describe('EXCLUDING-DESIGN-2: the old', hasItsSentence('EXCLUDING-DESIGN-2'));
describe('EXCLUDING-DESIGN-3: families', hasItsSentence('EXCLUDING-DESIGN-3'));
describe('EXCLUDING-DESIGN-4: the foreign', hasItsSentence('EXCLUDING-DESIGN-4'));
describe('EXCLUDING-DESIGN-5: who they are', hasItsSentence('EXCLUDING-DESIGN-5'));
describe('EXCLUDING-DESIGN-6: strangers to the place', hasItsSentence('EXCLUDING-DESIGN-6'));
describe('EXCLUDING-DESIGN-7: what stands in the way', hasItsSentence('EXCLUDING-DESIGN-7'));
describe('EXCLUDING-DESIGN-8: another kind', hasItsSentence('EXCLUDING-DESIGN-8'));
describe('PROCESS-OVER-EMPATHY-1: rude', hasItsSentence('PROCESS-OVER-EMPATHY-1'));
describe('PROCESS-OVER-EMPATHY-2: indifferent', hasItsSentence('PROCESS-OVER-EMPATHY-2'));
describe('PROCESS-OVER-EMPATHY-3: rules first', hasItsSentence('PROCESS-OVER-EMPATHY-3'));
describe('PROCESS-OVER-EMPATHY-4: refused', hasItsSentence('PROCESS-OVER-EMPATHY-4'));
describe('PROCESS-OVER-EMPATHY-5: bad staff', hasItsSentence('PROCESS-OVER-EMPATHY-5'));
describe('PROCESS-OVER-EMPATHY-6: no kindness', hasItsSentence('PROCESS-OVER-EMPATHY-6'));
describe('PROCESS-OVER-EMPATHY-7: what staff said', hasItsSentence('PROCESS-OVER-EMPATHY-7'));
describe('PROCESS-OVER-EMPATHY-8: asked and rebuffed', hasItsSentence('PROCESS-OVER-EMPATHY-8'));
describe('PROCESS-OVER-EMPATHY-9: ordered about', hasItsSentence('PROCESS-OVER-EMPATHY-9'));
describe('PROCESS-OVER-EMPATHY-10: not heard', hasItsSentence('PROCESS-OVER-EMPATHY-10'));
describe('PROCESS-OVER-EMPATHY-11: kept in', hasItsSentence('PROCESS-OVER-EMPATHY-11'));
describe('PROCESS-OVER-EMPATHY-12: a plight and a rule', hasItsSentence('PROCESS-OVER-EMPATHY-12'));
describe('PROCESS-OVER-EMPATHY-13: the tone of the answer', hasItsSentence('PROCESS-OVER-EMPATHY-13'));
describe('COST-CUTTING-1: too few people', hasItsSentence('COST-CUTTING-1'));
describe('COST-CUTTING-2: queues', hasItsSentence('COST-CUTTING-2'));
describe('COST-CUTTING-3: long waits', hasItsSentence('COST-CUTTING-3'));
describe('COST-CUTTING-4: care comes late', hasItsSentence('COST-CUTTING-4'));
describe('COST-CUTTING-5: no room', hasItsSentence('COST-CUTTING-5'));
describe('COST-CUTTING-6: service gone', hasItsSentence('COST-CUTTING-6'));
describe('COST-CUTTING-7: scant fare', hasItsSentence('COST-CUTTING-7'));
describe('COST-CUTTING-8: charges', hasItsSentence('COST-CUTTING-8'));
describe('COST-CUTTING-9: one for so many', hasItsSentence('COST-CUTTING-9'));
describe('COST-CUTTING-10: used to be', hasItsSentence('COST-CUTTING-10'));
describe('COST-CUTTING-11: more is wished for', hasItsSentence('COST-CUTTING-11'));
describe('COST-CUTTING-12: a price of its own', hasItsSentence('COST-CUTTING-12'));
describe('COST-CUTTING-13: waits in hours', hasItsSentence('COST-CUTTING-13'));
describe('COST-CUTTING-14: a thin seat', hasItsSentence('COST-CUTTING-14'));
describe('COST-CUTTING-15: scant and dear', hasItsSentence('COST-CUTTING-15'));
describe('COST-CUTTING-16: nobody at the desk', hasItsSentence('COST-CUTTING-16'));
describe('COST-CUTTING-17: dear as cheap', hasItsSentence('COST-CUTTING-17'));
describe('COST-CUTTING-18: worse and cheaper', hasItsSentence('COST-CUTTING-18'));
describe('OUTDATED-1: behind the times', hasItsSentence('OUTDATED-1'));
describe('OUTDATED-2: old or worn', hasItsSentence('OUTDATED-2'));
describe('OUTDATED-3: to be renewed', hasItsSentence('OUTDATED-3'));
describe('OUTDATED-4: methods of yesterday', hasItsSentence('OUTDATED-4'));
describe('OUTDATED-5: old near a thing', hasItsSentence('OUTDATED-5'));
describe('OUTDATED-6: years counted', hasItsSentence('OUTDATED-6'));
describe('OUTDATED-7: not online', hasItsSentence('OUTDATED-7'));
describe('OUTDATED-8: behind the others', hasItsSentence('OUTDATED-8'));
describe('DEFECT-1: nothing else shows', hasItsSentence('DEFECT-1'));
describe('DEFECT-2: late or cancelled', hasItsSentence('DEFECT-2'));
describe('DEFECT-3: hours go by', hasItsSentence('DEFECT-3'));
describe('DEFECT-4: does not do what it is for', hasItsSentence('DEFECT-4'));
describe('DEFECT-5: lost or wrong', hasItsSentence('DEFECT-5'));
describe('DEFECT-6: goods astray or in pieces', hasItsSentence('DEFECT-6'));
describe('DEFECT-7: a wrong charge', hasItsSentence('DEFECT-7'));
describe('DEFECT-8: dirty, cold or noisy', hasItsSentence('DEFECT-8'));
describe('DEFECT-9: bad to eat or drink', hasItsSentence('DEFECT-9'));
describe('DEFECT-10: hurt or ill', hasItsSentence('DEFECT-10'));
describe('DEFECT-11: information wanting', hasItsSentence('DEFECT-11'));
describe('DEFECT-12: wished for', hasItsSentence('DEFECT-12'));
describe('DEFECT-13: it cannot be done', hasItsSentence('DEFECT-13'));
describe('DEFECT-14: told by its effects', hasItsSentence('DEFECT-14'));

describe('docs/causes.md', () => {
  it('defines every cause and tells its rules as the sheets do', () => {
    for (const { cause, means, rules } of causeSheets) {
      expect(document).toContain(`\n## ${cause}\n\n${means}\n`);
      expect(rulesIn(document, cause)).toEqual(rules.map(({ id, says }) => ({ id, says })));
    }
  });

  it.each(rootCauses)('has sentences enough for %s, said and near misses, in every language', (cause) => {
    for (const language of causeLanguages) {
      const count = (said: boolean) =>
        examples.filter((one) => one.cause === cause && one.language === language && one.said === said).length;
      expect(count(true)).toBeGreaterThanOrEqual(language === 'en' ? 14 : 3);
      expect(count(false)).toBeGreaterThanOrEqual(language === 'en' ? 10 : 2);
    }
  });

  it.each(examples.filter(({ said }) => said))('hears $cause in $language "$text"', (example) => {
    expect(told(example)).toContain(example.cause);
  });

  it.each(examples.filter(({ said }) => !said))('does not hear $cause in $language "$text"', (example) => {
    expect(told(example)).not.toContain(example.cause);
  });
});

describe('the sheets', () => {
  it('are in the order of the root causes, each rule once', () => {
    expect(causeSheets.map(({ cause }) => cause)).toEqual(rootCauses);
    const ids = causeSheets.flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('name the words that a rule needs or bars only in languages that it speaks', () => {
    for (const { any, with: company, followedBy, unless } of causeSheets.flatMap(({ rules }) => rules)) {
      expect(Object.keys(any)).toEqual(
        expect.arrayContaining([...[company, followedBy, unless].flatMap((part) => Object.keys(part ?? {}))]),
      );
    }
  });
});

describe('causesOf', () => {
  /** Anything at all, and whatever the sentences of the document can be shuffled to. */
  const words = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(...examples.flatMap(({ text }) => text.split(' '))), { maxLength: 40 })
      .map((chosen) => chosen.join(' ')),
  );
  const language = fc.constantFrom(...causeLanguages);
  const phrases = new Set(
    causeSheets.flatMap(({ rules }) =>
      rules.flatMap(({ any, followedBy = {} }) =>
        causeLanguages.flatMap((one) => [any, followedBy].flatMap((part) => phrasesIn(part[one] ?? '', one))),
      ),
    ),
  );

  it('tells the same of the same words, parted before or not', () => {
    fc.assert(
      fc.property(words, language, (text, spoken) => {
        const causes = causesOf(text, spoken);
        expect(causesOf(text, spoken)).toEqual(causes);
        expect(causesOfWords(spokenWords(text, spoken), spoken)).toEqual(causes);
      }),
    );
  });

  it('tells each cause once and in order, and a defect never beside another', () => {
    fc.assert(
      fc.property(words, language, (text, spoken) => {
        const causes = causesOf(text, spoken).map(({ cause }) => cause);
        expect(causes).toEqual(rootCauses.filter((cause) => causes.includes(cause)));
        if (causes.includes('defect')) expect(causes).toEqual(['defect']);
      }),
    );
  });

  it('gives phrases of the sheets as evidence and no word of the customer', () => {
    const evident = ({ evidence }: Cause) =>
      evidence.length > 0 && evidence.flatMap((one) => one.split(' … ')).every((one) => phrases.has(one));
    fc.assert(fc.property(words, language, (text, spoken) => causesOf(text, spoken).every(evident)));
  });

  it('tells nothing of languages without sheets', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('ja', 'und', 'nl-BE', 'est', ''), (text, spoken) => {
        expect(causesOf(text, spoken)).toEqual([]);
      }),
    );
  });

  it('takes a regional tag for its language', () => {
    expect(causesOf('A fila era enorme.', 'pt-BR').map(({ cause }) => cause)).toEqual(['cost-cutting']);
    expect(causesOf('The queue was endless.', 'EN').map(({ cause }) => cause)).toEqual(['cost-cutting']);
  });

  it('lets a denial take back what follows in its clause only', () => {
    expect(causesOf('Not rude, not late.', 'en')).toEqual([]);
    expect(causesOf('Not rude, but late.', 'en').map(({ cause }) => cause)).toEqual(['defect']);
    expect(causesOf('It was not, rude man.', 'en').map(({ cause }) => cause)).toEqual(['process-over-empathy']);
    expect(causesOf('He was not only rude.', 'en').map(({ cause }) => cause)).toEqual(['process-over-empathy']);
  });

  it('looks for company and bars within a sentence only', () => {
    expect(causesOf('The robot fell. The vacuum is loud.', 'en').map(({ cause }) => cause)).toEqual(['no-human']);
    expect(causesOf('The robot vacuum fell.', 'en').map(({ cause }) => cause)).toEqual(['defect']);
  });

  it('waits for what follows until the end of the next sentence', () => {
    const causes = (text: string) => causesOf(text, 'en').map(({ cause }) => cause);
    expect(causes('They said they would mend it on Monday. Never did.')).toEqual(['broken-promise']);
    expect(causes('They said they would mend it on Monday. The lamp broke. Never did.')).not.toContain(
      'broken-promise',
    );
    expect(causes('Never did it rain. They said they would mend it.')).not.toContain('broken-promise');
    expect(causesOf('They said they would mend it. Never did.', 'en')[0]?.evidence).toEqual([
      'said they would … never did',
    ]);
  });

  it('looks for company within a few words where a rule says so', () => {
    const rules = (text: string) => causesOf(text, 'en').flatMap((cause) => cause.rules);
    expect(rules('The agent was quite useless')).toContain('PROCESS-OVER-EMPATHY-5');
    expect(rules('The agent took our bags and gave us a map, a pen and a useless lid')).not.toContain(
      'PROCESS-OVER-EMPATHY-5',
    );
  });

  it('leaves asides of who says another thing over and over', () => {
    const causes = (text: string) => causesOf(text, 'en').map(({ cause }) => cause);
    const rude = 'The man was rude, arrogant and condescending.';
    expect(causes(`${rude} The hall looks dated.`)).toEqual(['process-over-empathy']);
    expect(causes(`The man was rude. The hall looks dated.`)).toEqual(['process-over-empathy', 'outdated']);
  });

  it('tells nothing where only a verdict is given', () => {
    expect(causesOf('Worst shop ever, never again.', 'en')).toEqual([]);
  });

  it('reads number words and digits alike', () => {
    const rules = (text: string) => causesOf(text, 'en').flatMap((cause) => cause.rules);
    expect(rules('We waited three hours for a nurse')).toEqual(rules('We waited 3 hours for a nurse'));
    expect(rules('We waited three hours for a nurse')).toContain('COST-CUTTING-3');
  });

  it('does not take who is addressed or linked to for what is said', () => {
    expect(causesOf('@rude_staff https://queue.example/rude my lamp broke', 'en').map(({ cause }) => cause)).toEqual([
      'defect',
    ]);
  });

  it('lets no caller change what it tells the next', () => {
    causesOf('My vase broke.', 'en')[0]?.rules.push('MADE-UP-1');
    expect(causesOf('My vase broke.', 'en')).toEqual([{ cause: 'defect', rules: ['DEFECT-1'], evidence: ['broke'] }]);
  });
});
