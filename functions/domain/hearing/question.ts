import { wordsOf } from './words.ts';

/** What a survey asked before the comment: for what lacks, for what is good, or openly. */
export type Asked = 'lacking' | 'good' | 'open';

/** Words that ask for what lacks, folded as `wordsOf` folds them. */
export const LACKING = new Set(
  `better improve improved improvement improvements wrong change dissatisfied bad worse missing besser verbessern verbesserung
   schlecht fehlt mejor mejorar mal falta mieux ameliorer amelioration manque meglio migliorare manca peggio melhor melhorar
   faltou ruim`.split(/\s+/),
);
/** Words that ask for what is good. */
export const GOOD = new Set(
  `good well like liked best satisfied enjoy enjoyed happy great gut gefallen zufrieden bien gusto bueno satisfecho plu bon
   aime satisfait bene piaciuto soddisfatto bom bem gostou satisfeito`.split(/\s+/),
);

/** Reads a question; one that names both sides ("satisfied or dissatisfied") is open, "how could we improve" is not. */
export const askedBy = (question: string | undefined): Asked => {
  const words = wordsOf(question ?? '');
  const lacking = words.some((word) => LACKING.has(word));
  const good = words.some((word) => GOOD.has(word));
  return lacking === good ? 'open' : lacking ? 'lacking' : 'good';
};
