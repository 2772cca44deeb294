import type { WordList } from '../word-list.ts';

/** Frequent words of Spanish customer feedback. */
export const SPANISH: WordList = {
  positive: `
    bueno buena buenos buenas buen bien mejor mejores excelente* genial geniales estupend* fantástic* maravill*
    magnífic* perfect* increíble* extraordinari* espectacular* impecable* inmejorable* fenomenal* sobresaliente*
    encant* gustó gusta gustan gustado amo amamos amor adoro feliz felices content* satisfech* satisfactori*
    satisfacción alegr* agradable* agradec* gracias amable* amabilidad simpátic* cordial* atent* educad*
    respetuos* servicial* profesional* competente* eficiente* eficaz* eficaces rápid* rapidez ágil puntual*
    puntualidad fiable* confiable* confianza limpi* cómod* comodidad acogedor* tranquil* lind* bonit* hermos*
    precios* bell* delicios* rico rica ricos fresc* sabros* recomiendo recomendable* recomendad* recomendar*
    felicit* enhorabuena fácil* facilidad sencill* útil útiles ayudó ayudaron ayuda solucion* resuelto resolvieron
    resolvió barato barata baratos económic* asequible* justo ideal ideales súper calidad acierto sorprendid*
    divertid* disfrut* éxito gratis
  `,
  negative: `
    malo mala malos malas mal peor peores pésim* horrible* terrible* fatal* desastr* nefast* espantos* lamentable*
    vergüenza vergonzos* deplorable* penoso penosa asco asqueros* decepcion* insatisfech* insatisf* descontent*
    enfad* enoj* molest* indignad* indignante* furios* frustr* triste* odio odiamos maleducad* groser* grosería
    antipátic* desagradable* borde arrogante* incompetente* incompetencia ineficiente* ineficaz* inútil*
    irrespetuos* lento lenta lentos lentas lentitud tarde tardó tardan tardaron retras* demor* espera esperando
    esperar cancel* perdid* perdieron extravi* falta faltan faltaba error errores equivocad* incorrect* fallo
    fallos falla fallas falló defectuos* roto rota rotos averiad* dañad* estrope* suci* suciedad maloliente
    ruidos* frío fría incómod* viejo vieja anticuad* problema problemas queja quejas quejar* reclam* estafa*
    engañ* timo robo robaron ladrones fraude* mentira* mentiros* abus* caro cara caros caras carísim* cobraron
    cobran negaron niegan rechaz* ignor* nunca jamás imposible* difícil* complicad* confus* caos caótic* peligros*
    basura bloquead* colgad* desafortunad* lástima devolv* reembols* denuncia*
  `,
  expected: `
    funciona* funcionó llegó llega llegado recib* entreg* respond* respuest* contest* atiend* sirve posible
    inform* disponible* puedo pude merece vale cumpl* entiend*
  `,
  negators: 'no ni sin nunca jamás tampoco nada nadie',
  negatorReach: { wordsBefore: 3, wordsAfter: 0 },
};
