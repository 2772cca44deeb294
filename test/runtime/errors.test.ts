import { describe, expect, it } from 'vitest';
import { DependencyError, errorKind, InvalidMessageError } from '../../functions/runtime/errors.ts';

describe("an error's kind for the log", () => {
  it('names the error and what caused it', () => {
    const cause = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
    expect(errorKind(new DependencyError('facts: PutItem failed', { cause }))).toBe(
      'DependencyError/ThrottlingException',
    );
  });

  it('names an error without a cause by itself', () => {
    expect(errorKind(new InvalidMessageError('not a look'))).toBe('InvalidMessageError');
    expect(errorKind(new DependencyError('no time left', { cause: 'a word' }))).toBe('DependencyError');
  });

  it('never quotes a message, which may hold what a customer wrote', () => {
    const cause = new SyntaxError('Unexpected token: "my card is 4111"');
    expect(errorKind(new DependencyError('my card is 4111', { cause }))).not.toContain('4111');
    expect(errorKind('my card is 4111')).toBe('unknown');
  });
});
