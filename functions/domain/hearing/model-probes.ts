import type { SentimentScores } from '../scoring/sentiment.ts';
import type { Heard } from './reading.ts';

const torn: SentimentScores = { positive: 0.3, negative: 0.3, neutral: 0.2, mixed: 0.2 };
const cross: SentimentScores = { positive: 0.02, negative: 0.9, neutral: 0.06, mixed: 0.02 };
const pleased: SentimentScores = { positive: 0.92, negative: 0.02, neutral: 0.05, mixed: 0.01 };

const LACKS = 'What could we do better?';
const GOOD = 'What did you like best?';

/** Sentences of our own that between them touch all that a complaint is decided by: code as well as words and weights. */
export const modelProbes: readonly Heard[] = [
  { text: 'The soup was cold and nobody answered my call!', language: 'en' },
  { text: 'not good at all, still waiting', language: 'en', scores: cross },
  { text: 'Thanks, but this is the third time the parcel is late.', language: 'en', scores: torn },
  { text: 'No complaints, lovely staff, great food', language: 'en', scores: pleased },
  { text: 'THIS IS THE WORST SHOP I EVER WENT TO', language: 'en', scores: cross },
  { text: 'When do you open on Sunday?', language: 'en' },
  { text: 'Could you tell me where my order is? I want my money back 😡', language: 'en', scores: torn },
  { text: 'perfect 😊👍', language: 'en', scores: pleased },
  { text: 'Nothing', language: 'en', question: LACKS },
  { text: 'Nothing', language: 'en', question: GOOD },
  { text: 'the price', language: 'en', question: LACKS, scores: torn },
  { text: 'the price', language: 'en', question: GOOD },
  {
    text: `${'We walked by the river and talked about the old house. '.repeat(8)}It was slow and dirty, should be better.`,
    language: 'en',
    scores: torn,
  },
  { text: 'see https://shop.example/404 @shop, 2 of five were broken', language: 'en' },
  { text: 'Das Essen war kalt und niemand hat sich entschuldigt. Nie wieder!', language: 'de', scores: cross },
  { text: 'Sehr freundlich, danke', language: 'de' },
  { text: 'El pedido llegó tarde y roto', language: 'es' },
  { text: 'muy buena atención, gracias', language: 'es', scores: pleased },
  { text: "Toujours pas de réponse, c'est inadmissible", language: 'fr', scores: cross },
  { text: 'rien à redire', language: 'fr' },
  { text: 'Pessimo servizio, voglio un rimborso', language: 'it' },
  { text: 'tutto perfetto', language: 'it', scores: pleased },
  { text: 'Não recebi o produto e ninguém responde', language: 'pt', scores: torn },
  { text: 'adorei, recomendo', language: 'pt-BR' },
  { text: 'Great, another voucher that is wrong. Lovely people. But nobody called.', language: 'en' },
  { text: 'Clean is something else, we did not have to queue, my old shop was never late', language: 'en' },
  { text: 'If anything is missing: it was broken and they replaced it immediately.', language: 'en', scores: torn },
  { text: 'STOP', language: 'und', scores: cross },
  { text: 'De soep was koud', language: 'nl' },
  { text: '–', language: 'ja', scores: cross },
  { text: '', language: 'und' },
];
