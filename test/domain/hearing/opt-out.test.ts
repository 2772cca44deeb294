import { describe, expect, it } from 'vitest';
import { isOptOut } from '../../../functions/domain/hearing/opt-out.ts';
import { wordsOf } from '../../../functions/domain/hearing/words.ts';

describe('isOptOut', () => {
  it.each([
    'STOP',
    'stop.',
    'Stopall',
    'UNSUBSCRIBE',
    'ARRET',
    'Arrêt',
    'STOPP',
    'BAJA',
    'ALTO',
    'ANNULLA',
    'SAIR',
    'PARAR',
  ])('knows %s', (text) => expect(isOptOut(wordsOf(text))).toBe(true));
  it.each(['Stop ignoring me', 'please stop', '', '.', 'nonstop'])('does not take "%s" for one', (text) =>
    expect(isOptOut(wordsOf(text))).toBe(false),
  );
});
