/** The part of wink-sentiment 5 in use: it bears no types of its own. */
declare module 'wink-sentiment' {
  interface Token {
    value: string;
    tag: string;
    /** AFINN points, -5 to 5, negation applied; absent where the word has none. */
    score?: number;
  }

  /** Throws nothing for any text; `tokenizedPhrase` is absent where the text holds no token. */
  export default function sentiment(phrase: string): { tokenizedPhrase?: Token[] };
}
