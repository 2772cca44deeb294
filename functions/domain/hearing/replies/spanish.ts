import type { ReplySheet } from './reply-sheet.ts';

export const spanish: ReplySheet = {
  done: `
    reembolsad*, reembolsamos, devuelto, devolvimos, reemplazad*, reemplazamos, sustituid*, cambiado, cambiamos,
    abonad*, abonamos, acreditad*, acreditamos, compensad*, compensamos, reubicad*, rebookead*, llamado, llamamos,
    llamó, desbloquead*, desbloqueamos, arreglad*, arreglamos, reparad*, reparamos, solucionad*, solucionamos,
    resuelto, resolvimos, corregid*, corregimos, ajustad*, ajustamos, restablecid*, restablecimos, reactivad*,
    activad*, enviad*, enviamos, envié, mandado, mandamos, despachad*, entregad*, anulado el cargo,
    anulamos el cargo, eliminad*, retirado el cargo, añadid*, aplicad*, aplicamos, emitid*, emitimos, procesad*,
    gestionad*, reservad*, reservamos, reprogramad*, renovad*, encontrad*, localizad*, regalad*, pagad*, actualizad*`,
  given: `
    está en camino, están en camino, va en camino, va de camino, está de camino, adjunto, adjuntamos, adjunta,
    aquí tiene su, aquí tienes tu, vuelve a funcionar, ya funciona, funciona de nuevo, está solucionado,
    está resuelto, está arreglado, ya está disponible, está listo para, ya está desbloqueada`,
  doer: `
    hemos, he, ha, han, fue, fueron, está, están, queda, quedó, ya, acabamos de, se ha, se han, hoy, le, te, su,
    nuestro, nuestra`,
  deed: `
    reembolsar*, devolver*, reemplazar*, sustituir*, cambiar*, abonar*, compensar*, llamar*, contactar*,
    desbloquear*, arreglar*, reparar*, solucionar*, resolver*, corregir*, enviar*, revisar*, investigar*, analizar*,
    verificar*, trasladar*, pasar*, compartir*, mejorar*, ayudar*, trabajar*, responder*, reembolsaremos,
    revisaremos`,
  prospect: `
    vamos a, voy a, va a, van a, podemos, podríamos, podría, puede, esperamos, queremos, quisiéramos, intentaremos,
    pronto, próximamente, será, serán, por favor, reembolsar*emos, reembolsaremos, devolveremos, enviaremos,
    revisaremos, investigaremos, llamaremos, compensaremos, solucionaremos, resolveremos, haremos, trabajaremos,
    trasladaremos, contactaremos, responderemos, mejoraremos, daremos, procuraremos, ayudaremos, reemplazaremos,
    arreglaremos`,
  condition: `si, cuando, en cuanto, una vez que, hasta que, siempre que, en caso de`,
  denial: `no, nunca, ni, sin, tampoco, aún no, todavía no, lamentablemente`,
  customer: `usted ha, has, ustedes han, usted, tú`,
  joint: `y, e, pero, sin embargo, aunque, porque, que, mientras`,
  hollow: `
    lo siento, lo sentimos, sentimos, lamentamos, lamento, disculp*, disculpas, perdón, perdona, perdone,
    pedimos disculpas, molestias, inconveniente*, gracias por contactar*, gracias por escribir*, gracias por avisar*,
    gracias por su mensaje, gracias por tu mensaje, gracias por comunicar*, gracias por sus comentarios,
    gracias por tus comentarios, gracias por su opinión, gracias por informar*, gracias por su paciencia,
    gracias por tu paciencia, su opinión es importante, tu opinión es importante, es importante para nosotros,
    es muy importante, tomamos nota, hemos tomado nota, hemos trasladado, trasladamos, hemos pasado, lo pasamos,
    hemos compartido, al equipo, al departamento, equipo correspondiente, estamos revisando, lo revisaremos,
    lo investigaremos, estamos investigando, estamos trabajando, trabajamos para, entendemos su, entendemos tu,
    entendemos la, comprendemos, paciencia, mensaje directo, mensajes directos, mensaje privado, por dm, por md,
    por privado, escríbenos, escríbanos, contáctenos, contáctanos, llámenos, llámanos, póngase en contacto,
    ponte en contacto, atención al cliente, hacerlo mejor, no vuelva a ocurrir, no vuelva a suceder, próxima vez,
    nos esforzamos, siempre buscamos, te ayudaremos, estamos para ayudar`,
  ask: `
    envíe*, envía*, envíenos, envíanos, indique*, indíca*, indíquenos, facilite*, facilítenos, díganos, dinos,
    necesitamos, proporcione*, comparte, comparta, confirme, confirma, podría, puedes, puede, cuál, qué, cuándo,
    dónde, tiene, tienes, nos das, nos da`,
  detail: `
    número, nombre, apellidos, dirección, correo, email, código, fecha, foto, fotos, captura, recibo, ticket,
    factura, modelo, versión, tienda, sucursal, vuelo, localizador, referencia, teléfono, pedido, dni, cuenta, hora`,
};
