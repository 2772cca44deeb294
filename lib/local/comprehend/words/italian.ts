import type { WordList } from '../word-list.ts';

/** Frequent words of Italian customer feedback. */
export const ITALIAN: WordList = {
  positive: `
    buono buona buoni buone buon bene bravo brava bravi brave bravissim* ottim* meglio miglior* eccellent*
    eccezional* perfett* fantastic* meraviglios* magnific* splendid* stupend* favolos* straordinari* spettacolar*
    impeccabil* incredibil* super top bello bella belli belle bellissim* carino carina delizios* squisit* gustos*
    saporit* fresco fresca freschi freschezza adoro amo amiamo amore piace piaciut* piacevol* piacere contento
    contenta contenti contentissim* soddisfatt* soddisfazione felice felici felicissim* entusiast* gioia gentile
    gentili gentilissim* gentilezza cordial* cortes* educat* simpatic* disponibil* premuros* accoglient* attent*
    professional* competent* efficient* efficienza efficace* veloce* velocissim* velocità rapid* puntual*
    affidabil* fiducia pulit* pulizia comod* comodità confortevol* tranquill* spazios* ospital* consigli*
    raccomand* consigliatissim* grazie ringrazi* complimenti congratulazioni facil* facilità semplic* util*
    utilissim* aiutato aiuto risolt* risolv* economic* convenient* onest* giusto ideale qualità sorpres*
    divertent* impressionat* apprezz* curato curata vincente
  `,
  negative: `
    male cattivo cattiva cattivi pessim* peggio peggior* orribil* terribil* orrend* tremend* disastr* vergogn*
    scandalos* schifo schifos* penos* squallid* scadent* mediocr* deludent* delus* delusione insoddisf* scontent*
    arrabbiat* rabbia furios* nervos* frustr* triste* odio odioso maleducat* maleducazione scortes* sgarbat*
    antipatic* arrogant* cafon* incompetent* incompetenza inefficient* inutil* inaffidabil* irrispettos* lento
    lenta lenti lente lentissim* lentezza ritard* attesa attese aspett* cancellat* annullat* perso persa persi
    smarrit* manca mancano mancava mancanz* errore errori sbagli* errat* difett* guast* rotto rotta rotti
    danneggiat* rovinat* sporco sporca sporchi sporcizia puzza puzzolent* rumoros* rumore freddo fredda scomod*
    vecchi* fatiscent* bloccat* blocca crash problema problemi lamentel* lament* reclam* truff* imbrogl* furto
    rubato ladri frode bugie bugiard* ingann* abus* caro cara cari carissim* costos* esagerat* rifiut* negato
    ignorat* ignora impossibil* difficil* complicat* confus* caos caotic* inaccettabil* inammissibil* purtroppo
    peccato evitate evitare fastidi* assurd* rimbors*
  `,
  expected: `
    funzion* arrivat* ricevut* consegnat* rispond* rispost* possibil* informat* disponibile posso potuto vale
    rispettat* capito serve avvisat* rimborsato
  `,
  negators: 'non né nessun nessuna nessuno niente nulla senza mai neanche nemmeno',
  negatorReach: { wordsBefore: 3, wordsAfter: 0 },
};
