import type { CueSheet } from './cue-sheet.ts';

export const spanish: CueSheet = {
  failure: `
    tarde, retraso*, retrasad*, demora*, demorad*, roto, rota, rotos, rotas, dañad*, averiad*, estropead*, perdid*,
    perdieron, perdí mi, falta, faltan, faltaba*, equivocad*, incorrect*, cancelad*, cancelaron, cancelación,
    no funciona*, no funcionó, no sirve*, no anda, no carga, no deja, no me deja, no puedo, no pude, no pudimos,
    no se puede, se cayó, caíd*, error, errores, fallo*, falla, fallan, fallas, fallando, problema*, no llegó,
    no llega, no ha llegado, no llegaron, nunca llegó, nunca llega, no recibí, no he recibido, nunca recibí,
    no me llegó, no me ha llegado, no vino, no vinieron, sigo sin, seguimos sin, todavía no, aún no, cobro indebido,
    cobraron de más, me cobraron, cobrado dos veces, doble cargo, cobran, derramad*, quemad*, podrid*, caducad*,
    vencid*, olvidaron, olvidó, robad*, robaron, bloquead*, defectuos*, sobreventa, perdimos, no era lo que, sin luz,
    sin agua, sin servicio, sin internet, sin señal`,
  neglect: `
    no responde*, nadie responde, nadie contesta, no contesta*, no contestan, sin respuesta, no me responden,
    no respondieron, no dan respuesta, nadie, ninguna respuesta, ninguna solución, sin solución, no solucionan,
    no resuelven, no me ayud*, no ayudan, ignora*, ignoran, esperando, llevo esperando, esperar, espera de, esperé,
    esperamos, # horas, # semanas, # días, hace # días, hace # semanas, desde hace, horas, en espera, colgaron,
    cuelgan, me colgaron, cortaron, no atienden, no me atienden, no atendieron, no hay quien, no hay información,
    sin información, no informan, no avis*, sin avisar, dejaron tirad*, dejado tirad*, tirados, abandonad*, colas,
    fila*, cuándo, hasta cuándo, cuánto más, dónde está mi`,
  conduct: `
    maleducad*, groser*, grosería*, antipátic*, descortés, irrespetuos*, prepotente*, arrogante*, mal trato,
    maltrato, trato pésimo, incompetente*, incompetencia, inútil*, poco profesional*, indiferen*, desinterés,
    mienten, mentira*, mentiros*, mintieron, engañ*, estafa*, estafador*, fraude, ladrones, ladrón, robo, roban,
    timo, abuso, abusan, gritó, gritaron, prometieron, prometido, mala educación, mala atención, mala gestión,
    negligen*`,
  demand: `
    reembolso, devolución, devuelvan, devuélvanme, mi dinero, indemnización, compensación, reclamo, reclamación,
    reclamar, queja, quejas, quejarme, hoja de reclamaciones, denuncia*, demanda, abogado, consumo, dar de baja,
    darme de baja, me cambio de, exijo, solucionen, hagan algo, por qué, responsable*, una explicación`,
  recurrence: `
    otra vez, de nuevo, nuevamente, siempre lo mismo, siempre igual, # vez, # veces, cada vez, todo el tiempo,
    constantemente, varias veces, sigue, siguen, una y otra vez`,
  condemnation: `
    pésim*, mal, malo, mala, malos, malas, malísim*, peor, peores, horrible*, horroros*, terrible*, espantos*, fatal,
    desastre*, desastros*, vergüenza, vergonzos*, lamentable*, penos*, inaceptable*, indignante*, indignad*,
    inadmisible, intolerable, ridícul*, asco, asquer*, basura, mierda, porquería, puta*, joder, coño, maldit*,
    decepci*, decepcionad*, insatisfech*, enfadad*, molest*, enojad*, frustra*, hart*, cansad*, triste*, odio,
    nunca más, jamás, no vuelvo, no volveré, no volvería, no recomiendo, no lo recomiendo, no recomendaría,
    no compren, no comprar, eviten, evitar, pérdida de tiempo, tiempo perdido, una burla, burla, tomadura de pelo,
    cero estrellas, caos, pesadilla, lástima, lamentablemente, desgraciadamente, insoportable`,
  shortfall: `
    lent*, suci*, ruido*, ruidos*, frí*, incómod*, car*, carísim*, demasiad*, poco espacio, estrech*, pequeñ*, viej*,
    anticuad*, complicad*, confus*, difícil, desorganiza*, desordenad*, mal organizad*, escas*, insuficiente*,
    poco personal, falta de, faltan, mejorable, regular, deja mucho que desear, estrés, estresante, aburrid*,
    insípid*, huele*, mal olor, tarda*, tardan, tardaron, muy largo`,
  wish: `
    podría mejorar, podrían mejorar, podría ser mejor, debería*, deben, deberían, mejorar, mejoren, a mejorar,
    hace falta, hacen falta, más personal, más tiempo, más información, más rápid*, me gustaría, sería bueno,
    sería mejor, ojalá, quisiera, necesita*, más`,
  praise: `
    bien, bueno, buena, buenos, buenas, muy buen*, buen, excelente*, genial*, estupend*, fantástic*, maravillos*,
    perfect*, increíble*, espectacular*, magnífic*, impecable*, amable*, simpátic*, atent*, cordial*, agradable*,
    profesional*, eficient*, eficaz, rápid*, puntual*, limpi*, ric*, delicios*, cómod*, content*, satisfech*, feliz,
    felic*, encant*, me gust*, me gustó, recomiendo, recomendable*, lo recomiendo, volveré, volveremos, repetiré,
    mejor, mejores, gran, grande*, lind*, bonit*, hermos*, amor, amo, adoro, súper, 5 estrellas, sin problema*,
    todo correcto, me ayud*, ayudaron`,
  thanks: `gracias, muchas gracias, mil gracias, agradecid*, agradezco, se agradece`,
  contentment: `
    nada que mejorar, nada que objetar, nada que añadir, sin quejas, ninguna queja, no tengo quejas,
    no me puedo quejar, no puedo quejarme, todo bien, todo muy bien, todo perfecto, todo correcto, todo excelente,
    todo genial, todo bueno, todo ok, todo estuvo, todo ha ido, todo fue, todo, sigan así, seguid así, siga así,
    no cambien nada, está bien así, no está mal, nada mal, sin problemas, ningún problema, no hubo problemas,
    no hay nada`,
  enquiry: `
    puedo, podría, podrían, pueden, me pueden, hay, tienen, cómo puedo, cómo hago, dónde puedo, a qué hora,
    quisiera saber, me gustaría saber, consulta, pregunta, alguien sabe, me dicen`,
  negation: `no, nunca, jamás, ni, sin, tampoco, nada, poco, poca, ningún, ninguna, falta de`,
  contrast: `pero, aunque, sin embargo, no obstante, lamentablemente, excepto, salvo, solo`,
  nothing: `
    nada, ninguna, ninguno, no, nada más, ninguna sugerencia, sin comentarios, no sé, nada en particular`,
  numerals: `
    dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, doce, varios, varias, segunda, tercera, cuarta,
    segundo, tercer`,
};
