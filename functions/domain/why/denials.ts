import type { CauseLanguage } from './root-cause.ts';

interface Denials {
  /** Takes back what follows shortly. */
  denying: string;
  /** Looks like a denial and takes nothing back. */
  sparing: string;
}

export const denials: Readonly<Record<CauseLanguage, Denials>> = {
  en: {
    denying: `
      not, no, never, none, nobody, no one, noone, nothing, don't, doesn't, didn't, isn't, wasn't, weren't, aren't,
      haven't, hasn't, hadn't, without, hardly, nor, neither, zero, not at all, not in the least, not a single`,
    sparing: `not only, not just, no wonder, not to mention, no surprise, not even, not sure`,
  },
  de: {
    denying: `nicht, kein, keine, keinen, keinem, keiner, nie, niemals, niemand, nichts, ohne, weder, gar nicht, kaum`,
    sparing: `nicht nur, nicht mal, nicht einmal`,
  },
  es: {
    denying: `no, nunca, jamás, ni, sin, tampoco, nada, nadie, ningún, ninguna`,
    sparing: `no solo, no sólo, ni siquiera`,
  },
  fr: {
    denying: `pas, jamais, aucun, aucune, sans, ni, personne, rien, nullement`,
    sparing: `pas seulement, sans parler`,
  },
  it: {
    denying: `non, mai, nessun, nessuna, nessuno, senza, né, niente, nulla`,
    sparing: `non solo, senza parlare`,
  },
  pt: {
    denying: `não, nunca, jamais, nem, sem, nada, ninguém, nenhum, nenhuma`,
    sparing: `não só, não apenas, nem sequer, sem falar`,
  },
};
