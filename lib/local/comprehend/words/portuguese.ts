import type { WordList } from '../word-list.ts';

/** Frequent words of Portuguese customer feedback, of Brazil and Portugal. */
export const PORTUGUESE: WordList = {
  positive: `
    bom boa bons boas bem melhor melhores ótim* excelente* perfeit* maravilh* fantástic* incrível* incríveis
    espetacular* sensacional* excepcional* extraordinári* impecável* impecáveis magnífic* show top nota dez super
    lind* bonit* belo bela belos belas gostei gostou gostamos gosto gostos* adorei adoro adoramos amei amo amamos
    amor feliz felizes satisfeit* satisfação satisfatóri* content* alegr* agradável* agradec* obrigad* grat*
    simpátic* simpatia gentil gentis gentileza educad* atencios* cordial* prestativ* cuidados* respeitos*
    profissional* competente* eficiente* eficiência eficaz* rápid* rapidez rapidinho ágil agilidade pontual*
    pontualidade prazo antes confiável* confiança seguro segura confio limp* limpeza confortável* conforto cômod*
    tranquil* delícia delicios* saboros* fresc* recomendo recomendad* recomendável recomendaria parabéns fácil*
    facilidade simples prátic* útil úteis ajudou ajudaram ajuda resolvid* resolveu resolveram barat* acessível*
    justo honest* ideal qualidade certinho direitinho correto surpreend* divertid* confiáveis caprich* elogi*
  `,
  negative: `
    mau maus ruim ruins mal pior piores péssim* horrível* horríveis terrível* terríveis desastr* lamentável*
    lamentáveis vergonh* absurd* nojo nojent* porcaria lixo droga decepc* desapont* decepção insatisf* descontent*
    chatead* irritad* irritante* raiva furios* frustr* triste* tristeza odeio odiei ódio grosseir* grosseria
    estúpid* arrogante* incompetente* incompetência ineficiente* inútil* descaso desrespeit* despreparad* lento
    lenta lentos lentas lentidão demor* demora atras* atraso espera esperando aguard* cancel* perdid* extravi*
    falta faltou faltando faltam errad* erro erros trocad* incomplet* defeit* defeituos* quebrad* quebrou
    danificad* estragad* amassad* rasgad* sujo suja sujos sujeira barulhent* barulho frio fria desconfort* velho
    antig* travando trava travou problema problemas reclam* queixa* golpe fraude* engan* mentira* mentiros* roubo
    roubad* ladr* abus* caro cara caros caríssim* cobrad* cobraram recus* negaram ignor* nunca jamais impossível*
    difícil* difíceis complicad* confus* caos infelizmente pena falso falsa falsific* paralel* frágil devolv*
    estorno procon inadmissível* inaceitável* arrepend*
  `,
  expected: `
    funcion* cheg* receb* entreg* veio vieram respond* respost* retorn* atend* possível inform* consigo consegui
    vale cumpr* serve entend* presta
  `,
  negators: 'não nao nem nunca jamais sem nada ninguém tampouco',
  negatorReach: { wordsBefore: 3, wordsAfter: 0 },
};
