import type { CueSheet } from './cue-sheet.ts';

export const portuguese: CueSheet = {
  failure: `
    atras*, atraso*, atrasad*, atrasou, tarde demais, quebrad*, quebrou, danificad*, estragad*, avariad*, perdid*,
    perderam, extraviad*, extravi*, falta, faltou, faltam, faltando, faltava*, errad*, erro, erros, incorret*,
    trocad*, cancelad*, cancelaram, cancelou, não funciona*, não funcionou, não liga, não carrega, não abre,
    não consigo, não conseg*, não dá para, travando, trava, fora do ar, caiu, falha*, falhou, problema*, defeito*,
    defeituos*, não chegou, não chega*, não foi entregue, não entreg*, não recebi*, nunca chegou, nunca recebi,
    não veio, veio errad*, veio faltando, veio quebrad*, veio com, veio sem, só veio, só recebi, recebi apenas,
    recebi só, recebi somente, recebi errad*, chegou quebrad*, chegou com defeito, ainda não, até agora não,
    até agora, até hoje, até o momento, e nada, nada ainda, cobraram, cobrado duas vezes, cobrança indevida,
    cobrança, derramad*, vazando, vazamento, queimad*, vencid*, mofad*, esquecer*, roubad*, bloquead*, rasgad*,
    amassad*, riscad*, diferente do, diferente da, não confere, não corresponde, não condiz, não serve*, não serviu,
    nao e original, falsificad*, fora do prazo, incomplet*, parcial*, sem nota fiscal`,
  neglect: `
    sem resposta, não respond*, ninguém respond*, ninguém, nenhuma resposta, nenhum retorno, sem retorno,
    não retorn*, não dão retorno, não deram retorno, nenhuma solução, sem solução, não resolv*, não me atend*,
    não atend*, nenhuma informação, sem informação, sem informações, nenhum contato, não consigo contato,
    sem contato, não ajud*, ignora*, descaso, desligaram, desligam, em espera, esperando, espero há, esperei,
    esperar, estou aguardando, aguardando, aguardo, aguardei, há # dias, há # semanas, há # meses, faz # dias,
    # horas, # semanas, # dias, horas, fila*, filas, abandonad*, empurra*, jogo de empurra, sem aviso, não avis*,
    nenhuma satisfação, quando, até quando, cadê, onde está, demora*, demorou, demorad*`,
  conduct: `
    grosseir*, grosso, mal educad*, maleducad*, mal-educad*, ríspid*, arrogant*, desrespeit*, falta de respeito,
    antipátic*, despreparad*, incompeten*, incapaz*, pouco profissional, antiprofissional, sem educação, má vontade,
    indiferen*, mentira*, mentem, mentiram, mentiros*, engan*, enganos*, golpe, fraude, ladrões, ladrão, roubo,
    estelionat*, propaganda enganosa, prometeram, prometido, prometid*, irresponsab*, irresponsáv*, desonest*,
    negligên*, gritou, mau atendimento, péssimo atendimento`,
  demand: `
    reembols*, estorno, estornar, meu dinheiro, dinheiro de volta, devolução, devolver, devolvam, devolvi, troca,
    trocar, indeniz*, ressarci*, reclam*, reclamação, reclame aqui, procon, advogado, justiça, processar, cancelar,
    cancelamento, exijo, providência*, solução, resolvam, por quê, por que, quero saber, explicação, responsáv*,
    meus direitos`,
  recurrence: `
    de novo, novamente, outra vez, mais uma vez, # vez, # vezes, toda vez, sempre a mesma, sempre, várias vezes,
    continua*, constantemente, já é a`,
  condemnation: `
    péssim*, ruim, ruins, pior, piores, horrível, horríve*, terríve*, terrível, mal, mau, má, lixo, porcaria, merda,
    bosta, droga, vergonh*, vergonhos*, absurdo*, absurd*, ridícul*, inaceitáv*, inadmissív*, lamentáv*, decepcion*,
    decepç*, insatisf*, chatead*, indignad*, frustrad*, frustra*, revoltad*, revoltant*, furios*, raiva, triste,
    ódio, odeio, nunca mais, jamais, não recomendo, não comprem, não compro, não compr*, não volt*, não indico,
    não gostei, detest*, arrepend*, evitem, perda de tempo, dinheiro jogado, desastre, pesadelo, caos, infelizmente,
    uma pena, palhaçada, piada, nota zero, nota 0, zero, enganad*, lesad*, muito ruim, cansad* de, farto, farta,
    inútil, fraco, fraca, desagradáv*`,
  shortfall: `
    lent*, lentidão, suj*, sujeira, barulh*, fri*, desconfort*, car*, caríssim*, muito cara, apertad*, pequen*,
    velh*, ultrapassad*, complicad*, confus*, difícil, difíceis, desorganiza*, bagunça, insuficient*, falta de,
    pouco, poucos, pouca, fin*, frágil, fraquinh*, má qualidade, baixa qualidade, qualidade ruim, qualidade inferior,
    inferior, deixa a desejar, deixou a desejar, a desejar, estress*, desbotad*, cheir*, apenas, somente, porém,
    não gost*, regular, razoáv*, mal embalad*, embalagem`,
  wish: `
    poderia ser melhor, poderia melhorar, poderia*, podia*, poderiam, deveria*, deviam, deveriam, devia*, precisa*,
    melhorar, melhorem, melhoria*, mais funcionários, mais tempo, mais informações, mais rápid*, gostaria, queria,
    seria bom, seria melhor, tomara, espero que`,
  praise: `
    bem, bom, boa, bons, boas, muito bom, muito boa, ótim*, excelente*, excelent*, maravilhos*, perfeit*, fantástic*,
    incríve*, incrível, sensacional, espetacular*, lind*, bonit*, belíssim*, simpátic*, gentil, gentis, atencios*,
    educad*, prestativ*, cordial*, profissiona*, eficient*, eficiên*, rápid*, rapid*, pontual*, limp*, delicios*,
    gostos*, confortáv*, content*, satisfeit*, satisfatóri*, feliz, felizes, gostei, gostamos, gostou, adorei,
    adoramos, adoro, amei, amo, recomendo, super recomendo, recomendad*, comprarei, voltarei, compraria, melhor,
    melhores, parabéns, nota 10, nota #, top, show, super, qualidade, boa qualidade, antes do prazo, dentro do prazo,
    no prazo, antes do previsto, antes da data, conforme, como esperado, tudo certo, confiáv*, confiança, impecáv*,
    chegou certinho, certinho, original, agradáv*, legal, amor`,
  thanks: `obrigad*, muito obrigad*, agradeç*, grat*, valeu`,
  contentment: `
    nada a reclamar, nada a melhorar, nada a dizer, nada a acrescentar, sem reclamações, nenhuma reclamação,
    não tenho reclamaç*, não tenho do que reclamar, não tenho o que reclamar, não posso reclamar, não tenho queixas,
    sem queixas, tudo bem, tudo ok, tudo ótimo, tudo perfeito, tudo certo, tudo correto, tudo conforme, tudo dentro,
    tudo como, tudo, continuem assim, continue assim, não mudem nada, está bom assim, nada mal, sem problemas,
    nenhum problema, não tive problema*, correu tudo bem, correu bem`,
  enquiry: `
    posso, poderia me, podem me, pode me, podem, tem como, como faço, como posso, onde posso, a que horas,
    gostaria de saber, quero saber se, dúvida, alguém sabe, vocês têm, vocês tem`,
  negation: `não, nao, nunca, jamais, nem, sem, nada, pouco, pouca, nenhum, nenhuma, falta de`,
  contrast: `mas, porém, contudo, entretanto, no entanto, infelizmente, só que, exceto, apesar`,
  nothing: `
    nada, nenhum, nenhuma, não, nada a declarar, nada demais, nada não, sem comentários, nenhuma sugestão, não sei`,
  numerals: `
    dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, doze, vários, várias, segunda, terceira, quarta,
    segundo, terceiro`,
};
