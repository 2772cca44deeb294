import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../../functions/domain/hearing/evidence.ts';
import { parseTaxonomy, type Taxonomy, ThemesFile, themesOf } from '../../../functions/domain/why/taxonomy.ts';
import { themeSentences } from './theme-sentences.ts';

const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'pt'];

const content: unknown = JSON.parse(readFileSync(new URL('../../../themes.json', import.meta.url), 'utf8'));

const taxonomyOf = (json: unknown): Taxonomy => {
  const file = parseTaxonomy(json);
  if (file.kind === 'invalid') throw new TypeError(file.problems.map(({ path }) => path).join());
  return file.taxonomy;
};
const taxonomy = taxonomyOf(content);

const spokenOf = (text: string, language = 'en', by = taxonomy) => themesOf(spokenWords(text, language), language, by);
const themesIn = (text: string, language = 'en', by = taxonomy): string[] => spokenOf(text, language, by).themes;

const theme = (id: string, ...en: string[]) => ({ id, name: id, about: `all of ${id}`, phrases: { en } });
const small = (...themes: ReturnType<typeof theme>[]) => ({ version: 1, themes });

describe('THEME-1: a text has every theme of which it says a phrase; the longest phrase at a place counts', () => {
  const by = taxonomyOf(
    small(
      theme('food', 'food', 'dinner*', 'bill of fare'),
      theme('waiting', 'wait*', 'cold food'),
      theme('bill', 'bill'),
    ),
  );

  it('tells every theme that is spoken of, in the order of the file', () => {
    expect(themesIn('We waited, then the bill for dinner was wrong', 'en', by)).toEqual(['food', 'waiting', 'bill']);
  });

  it('tells nothing of a text that says no phrase', () => {
    expect(spokenOf('It was what it was', 'en', by)).toEqual({ themes: [], phrases: [] });
  });

  it('reads a longer phrase instead of the shorter one within it', () => {
    expect(themesIn('The bill of fare', 'en', by)).toEqual(['food']);
    expect(themesIn('The bill', 'en', by)).toEqual(['bill']);
  });

  it('never reads a phrase over the end of a sentence', () => {
    expect(themesIn('So cold. Food was fine', 'en', by)).toEqual(['food']);
  });

  it('gives both themes to a phrase that two have', () => {
    expect(
      themesIn('on hold', 'en', taxonomyOf(small(theme('waiting', 'on hold'), theme('phone', 'on hold')))),
    ).toEqual(['waiting', 'phone']);
  });

  it('tells phrases as the file writes them, not the words of the customer', () => {
    expect(spokenOf('DINNERTIME at last', 'en', by).phrases).toEqual(['dinner*']);
  });

  it('takes a figure in a phrase for any number', () => {
    const network = taxonomyOf(small(theme('network', '4g')));
    expect(themesIn('no 5G here', 'en', network)).toEqual(['network']);
    expect(themesIn('group G here', 'en', network)).toEqual([]);
  });

  it('reads numbers in the words of a phrase as it reads those of a text', () => {
    const queue = taxonomyOf(small(theme('waiting', 'two hours', 'three-hour'), theme('food', '# hours', 'hours*')));
    expect(spokenOf('after 5 hours', 'en', queue)).toEqual({ themes: ['waiting', 'food'], phrases: ['two hours'] });
    expect(themesIn('four hours', 'en', queue)).toEqual(['waiting', 'food']);
    expect(themesIn('a three-hour wait', 'en', queue)).toEqual(['waiting']);
    expect(themesIn('hours', 'en', queue)).toEqual(['food']);
  });

  it('tells a word that begins so from a word beside a number', () => {
    const both = taxonomyOf(small(theme('waiting', 'gate*'), theme('place', 'gate #')));
    expect(themesIn('at the gates', 'en', both)).toEqual(['waiting']);
    expect(themesIn('at gate 5', 'en', both)).toEqual(['place']);
  });

  it('takes accents and German umlauts however they are typed', () => {
    expect(themesIn('Die Lieferung kam verspaetet', 'de')).toEqual(themesIn('Die Lieferung kam verspätet', 'de'));
    expect(themesIn('el envio llego tarde', 'es')).toEqual(themesIn('el envío llegó tarde', 'es'));
  });

  it('knows the language by its first two letters, and no theme in one that the file lacks', () => {
    expect(themesIn('a dinner', 'en-GB', by)).toEqual(['food']);
    expect(themesIn('a dinner', 'ja', by)).toEqual([]);
  });
});

describe('the default themes.json', () => {
  it('is a taxonomy, each theme of which has phrases in all six languages', () => {
    const { themes } = ThemesFile.parse(content);
    expect(themes.map(({ phrases }) => Object.keys(phrases).sort())).toEqual(themes.map(() => LANGUAGES));
  });

  it('has no phrase that could not be read as one of its theme', () => {
    const { themes } = ThemesFile.parse(content);
    const dead = themes.flatMap(({ id, phrases }) =>
      Object.entries(phrases).flatMap(([language, list]) =>
        list
          .filter((phrase) => !themesIn(phrase.replace('#', '3').replace('*', ''), language).includes(id))
          .map((phrase) => `${id} ${language}: ${phrase}`),
      ),
    );
    expect(dead).toEqual([]);
  });

  it.each([
    ['The hold luggage was weighed twice.', 'waiting-time'],
    ['Please hold the door for me.', 'waiting-time'],
    ['The waiter brought the wine.', 'waiting-time'],
    ['I read it lately in the paper.', 'punctuality'],
    ['The hidden late fee came to 30 dollars.', 'punctuality'],
    ['Kind of a strange evening.', 'staff-attitude'],
    ['My friend Bill came along.', 'billing-and-refunds'],
    ['Who is in charge of the platform?', 'price-and-charges'],
    ['We need to deal with it in terms of size.', 'price-and-charges'],
    ['In terms of size it was what we wanted.', 'contract-and-rules'],
    ['My family members plan to come back.', 'contract-and-rules'],
    ['The return flight was at noon.', 'returns-and-exchange'],
    ['Our connection in Madrid was missed.', 'connection-and-outage'],
    ['Good value in order to save.', 'delivery-and-goods'],
    ['Please take a seat belt extender.', 'comfort-and-facilities'],
    ['Nothing, no complaints.', 'contact-and-support'],
    ['My email is [email], get back to me.', 'contact-and-support'],
    ['My e-mail is mara at fennel.', 'contact-and-support'],
    ['My call bell was out of reach.', 'contact-and-support'],
    ['The letter came by post.', 'delivery-and-goods'],
    ['The doctor was rude at my appointment.', 'opening-and-availability'],
    ['My hospital appointment was on time.', 'opening-and-availability'],
  ])('does not hear in "%s" what a single word would suggest: %s', (text, near) => {
    expect(themesIn(text)).not.toContain(near);
  });

  it.each([
    ['Meine E-Mail ist [email].', 'de', 'contact-and-support'],
    ['Mon mail est [email].', 'fr', 'contact-and-support'],
    ['Mi email es [email].', 'es', 'contact-and-support'],
    ['La mia mail è [email].', 'it', 'contact-and-support'],
    ['O meu email é [email].', 'pt', 'contact-and-support'],
    ['Beim Termin war der Arzt grob.', 'de', 'opening-and-availability'],
    ['Le jour du rendez-vous, le médecin était froid.', 'fr', 'opening-and-availability'],
    ['En la cita el médico fue grosero.', 'es', 'opening-and-availability'],
    ["All'appuntamento il medico era scortese.", 'it', 'opening-and-availability'],
    ['Na consulta o médico foi grosseiro.', 'pt', 'opening-and-availability'],
  ])('does not hear in "%s" (%s) what a single word would suggest: %s', (text, language, near) => {
    expect(themesIn(text, language)).not.toContain(near);
  });

  it.each([
    ['No appointments for weeks.', 'en', 'opening-and-availability'],
    ['I could not get an appointment.', 'en', 'opening-and-availability'],
    ['We waited for an appointment until May.', 'en', 'opening-and-availability'],
    ['We waited for an appointment until May.', 'en', 'waiting-time'],
    ['Nobody replied to my emails.', 'en', 'contact-and-support'],
    ['I sent an email last week.', 'en', 'contact-and-support'],
    ['I complained by e-mail.', 'en', 'contact-and-support'],
    ['Es gibt keine Termine.', 'de', 'opening-and-availability'],
    ['Meine Mails blieben liegen.', 'de', 'contact-and-support'],
    ['Impossible de prendre rendez-vous.', 'fr', 'opening-and-availability'],
    ['No hay citas hasta mayo.', 'es', 'opening-and-availability'],
    ['Impossibile prenotare un appuntamento.', 'it', 'opening-and-availability'],
    ['Não consigo marcar consulta.', 'pt', 'opening-and-availability'],
  ])('hears in "%s" (%s): %s', (text, language, theme) => {
    expect(themesIn(text, language)).toContain(theme);
  });

  it('speaks of a thing in both moods', () => {
    for (const [glad, cross] of [
      ['Arrived on time', 'Arrived far too late'],
      ['No queue at all', 'An endless queue'],
      ['Spotless bathroom', 'Filthy bathroom'],
      ['Such friendly people', 'Such rude people'],
      ['Explained everything', 'Explained nothing'],
    ] as const) {
      expect(themesIn(glad)).toEqual(themesIn(cross));
      expect(themesIn(glad)).not.toEqual([]);
    }
  });
});

describe('themes of invented sentences that a person labelled', () => {
  const labelled = Object.entries(themeSentences).flatMap(([language, sentences]) =>
    sentences.map(([says, ...themes]) => ({ language, says, themes })),
  );

  it('are themes of the file, one to three a sentence', () => {
    const unknown = labelled.flatMap(({ themes }) => themes).filter((id) => !taxonomy.themes.includes(id));
    expect(unknown).toEqual([]);
    expect(labelled.filter(({ themes }) => themes.length < 1 || themes.length > 3)).toEqual([]);
  });

  it('are all met by a sentence at least twice', () => {
    const often = (id: string) => labelled.filter(({ themes }) => themes.includes(id)).length;
    expect(taxonomy.themes.filter((id) => often(id) < 2)).toEqual([]);
  });

  it.each(['all', ...LANGUAGES])('are told with precision and recall of 0.8 or more, language: %s', (language) => {
    let told = 0;
    let given = 0;
    let right = 0;
    for (const row of labelled.filter((sentence) => language === 'all' || sentence.language === language)) {
      const found = themesIn(row.says, row.language);
      told += found.length;
      given += row.themes.length;
      right += found.filter((id) => row.themes.includes(id)).length;
    }
    expect(right / told).toBeGreaterThanOrEqual(0.8);
    expect(right / given).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a themes.json that is wrong', () => {
  const problemsOf = (json: unknown) => {
    const file = parseTaxonomy(json);
    return file.kind === 'invalid' ? file.problems : [];
  };

  it.each([
    ['a theme named with capitals', small(theme('Opening Hours', 'open')), '/themes/0/id', 'opening-hours'],
    [
      'a theme that is there twice',
      small(theme('food', 'food'), theme('food', 'meal')),
      '/themes/1/id',
      'join the two',
    ],
    ['a phrase that lists several', small(theme('food', 'meal, dinner')), '/themes/0/phrases/en/0', 'single spaces'],
    ['a phrase of nothing but marks', small(theme('food', '...')), '/themes/0/phrases/en/0', 'single spaces'],
    [
      'a language written out',
      { version: 1, themes: [{ ...theme('food', 'food'), phrases: { english: ['food'] } }] },
      '/themes/0/phrases/english',
      'two letters of ISO 639-1',
    ],
    [
      'no language at all',
      { version: 1, themes: [{ ...theme('food', 'food'), phrases: {} }] },
      '/themes/0/phrases',
      'one language at least',
    ],
    [
      'a field that the format lacks',
      { version: 1, themes: [{ ...theme('food', 'food'), owner: 'Catering' }] },
      '/themes/0/owner',
      'correct its spelling',
    ],
    [
      'a name that every object has',
      small(theme('constructor', 'builder')),
      '/themes/0/id',
      'otherwise, such as "constructor-work"',
    ],
    ['a prototype for a name', small(theme('__proto__', 'builder')), '/themes/0/id', 'opening-hours'],
    ['no theme', small(), '/themes', 'add what is missing'],
  ])('has told of %s, with its place and what to do', (_, json, path, fix) => {
    const problems = problemsOf(json);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.fix).toContain(fix);
    expect(problems[0]?.problem).not.toBe('');
  });

  it.each([
    ['*', 'star'],
    ['late *', 'star'],
    ['# *', 'star'],
    ['a*', 'star'],
    ['5g*', 'star'],
    ['foo*bar', 'star'],
    ['late* b*', 'star'],
    ['late**', 'star'],
    ['(x)', 'marks'],
    ['x|y', 'marks'],
    ['one_two', 'marks'],
    ['too  late', 'space'],
    [' late', 'space'],
    ['late ', 'space'],
    ['4#', 'within a word'],
    ['*#', 'within a word'],
    ['#', 'number'],
    ['# 24', 'number'],
    ['Two', 'number'],
    ['-', 'hyphen'],
    ["late'", 'apostrophe'],
  ])('has told of the phrase "%s", with its place, its rule and what to do', (phrase, rule) => {
    const problems = problemsOf(small(theme('food', 'food', phrase)));
    expect(problems).toMatchObject([{ path: '/themes/0/phrases/en/1' }]);
    expect(problems[0]?.problem).toContain(rule);
    expect(problems[0]?.fix).toContain('write ');
  });

  it('is not what has words of letters, digits, apostrophes and hyphens, stars at their ends, and numbers beside them', () => {
    const phrases = ['late', 'cancel*', '# hours', '24 hour line', '5g', "won't", 'e-mail*', 'à l’heure', 'two weeks'];
    expect(problemsOf(small(theme('food', ...phrases)))).toEqual([]);
  });

  it('has all its problems told, not the first alone', () => {
    expect(problemsOf(small(theme('A', 'a'), theme('B', 'b'))).map(({ path }) => path)).toEqual([
      '/themes/0/id',
      '/themes/1/id',
    ]);
  });
});
