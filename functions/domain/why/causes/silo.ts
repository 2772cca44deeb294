import type { CauseSheet } from '../root-cause.ts';

export const silo: CauseSheet = {
  cause: 'silo',
  means:
    'Departments or partners do not know of each other: the customer is told two things or has to tell the story again.',
  rules: [
    {
      id: 'SILO-1',
      says: 'The customer is told different things by different people.',
      any: {
        en: `
          told # different, told # things, told different, different things, different answer*, different stories,
          different story, different information, different advice, different explanation*, different reason*,
          different people telling, conflicting, contradict*, mixed messages, mixed information, mixed signals,
          inconsistent information, inconsistent advice, inconsistent answers, inconsistent in how, something different,
          something else entirely, another told me, another told us, another said, another says, other told me,
          other said, other says, one person says, one person said, one says, one said, one told me, one agent said,
          one agent told, one rep said, one rep told, one department, next agent said, next agent told,
          next person said, second agent said, story changes, story changed, story keeps changing, stories change,
          change their story, changed their story, keeps changing their, changed their mind, don't match, doesn't match,
          did not match, didn't match, contrary to what, opposite of what, not what i was told, not what we were told,
          isn't accurate, wasn't accurate, wrong information, incorrect information, misinformed, misinformation,
          given the wrong info*, false information, inaccurate information, a new answer, another answer,
          each agent tells, each agent says, each rep, every agent tells, every rep tells, everyone tells me,
          everyone told me, everyone says, every person i, each person i, each person tells, each employee,
          every employee i, told one thing, told me one thing, told us one thing, always a different,
          different every time, wrong info, incorrect info, misinforming, bad information`,
        de: `
          verschiedene auskünfte, unterschiedliche auskünfte, verschiedene aussagen, unterschiedliche aussagen,
          widersprüchlich*, widersprechen sich, widerspricht, widersprach, jeder sagt etwas anderes, jeder erzählt,
          jeder sagt was, etwas anderes gesagt, etwas anderes erzählt, andere auskunft, anderes behauptet,
          falsche auskunft, falsche auskünfte, falsch informiert, der eine sagt, der andere sagt, der nächste sagt,
          die nächste sagte`,
        es: `
          contradic*, versiones distintas, versiones diferentes, distintas versiones, diferentes versiones,
          cada uno dice, cada uno te dice, una cosa y otro, una cosa y luego otra, uno me dice, otro me dice,
          me dicen una cosa, me dijeron otra, respuestas distintas, respuestas diferentes, información errónea,
          información incorrecta, mal informado, informaron mal`,
        fr: `
          contradictoire*, se contredisent, contredit, versions différentes, différentes versions, réponses différentes,
          informations différentes, discours différent, discours différents, chacun dit, chacun me dit, un autre me dit,
          l'un me dit, l'un dit, l'autre dit, le contraire de ce, dit l'inverse, dit le contraire, mauvaise information,
          fausse information, fausses informations, mal renseigné, mal informé`,
        it: `
          contraddittori*, contraddic*, versioni diverse, risposte diverse, informazioni diverse, ognuno dice,
          ognuno mi dice, ognuno dà, uno dice, uno mi dice, l'altro dice, un altro dice, un altro mi dice,
          una cosa e poi un'altra, dicono una cosa, informazioni sbagliate, informazioni errate, il contrario di quanto,
          informato male`,
        pt: `
          informações diferentes, contraditóri*, contradiz*, respostas diferentes, versões diferentes, cada um me diz,
          um diz, um fala, outro diz, outro fala, dizem uma coisa, falam uma coisa, disseram uma coisa, cada hora uma,
          informação errada, informações erradas, informaram errado, informação incorreta, hora dizem`,
      },
      unless: { en: `something different to eat, different things to do, expected something different, taste, menu` },
    },
    {
      id: 'SILO-2',
      says: 'The customer has to tell the same story again.',
      any: {
        en: `
          repeat my, repeat myself, repeat the same, repeat everything, repeat it all, repeating my, repeating myself,
          repeating the same, repeat our, had to repeat, have to repeat, having to repeat, explain again,
          explain it again, explain it all, explain everything again, explain everything from, explain the whole,
          explain the situation again, explain my situation again, explain my problem again, explaining again,
          explaining the same, explain the same, explain my story, keep explaining, keep having to explain, re-explain,
          start from scratch, starting from scratch, start from the beginning, start all over, starting all over,
          start over again, same questions, same question again, asked the same, asking the same, ask the same,
          asks the same, same information again, same information over, same information # times, same info again,
          tell my story, tell the story again, telling my story, tell it all again, told my story, told the story,
          my whole story, the whole story again, whole thing again, details again, details all over,
          give my details # times, resend the same, sent the same documents, send the same, submit the same,
          fill out the same, fill in the same, from the beginning again, every time to a new, to a new person each,
          to someone new every`,
        de: `
          alles noch einmal, alles nochmal, noch einmal erklären, nochmal erklären, wieder von vorn, wieder von vorne,
          von vorne erklären, immer wieder erklären, jedes mal neu, jedes mal aufs neue, erneut erklären,
          erneut schildern, ständig wiederholen, mehrfach erklären, dieselben fragen, die gleichen fragen,
          dieselben unterlagen, die gleichen unterlagen, meine geschichte`,
        es: `
          repetir lo mismo, repetir todo, repetir la historia, repetir mi, volver a explicar, explicar otra vez,
          explicar de nuevo, explicarlo todo, explicar todo otra vez, empezar de cero, desde cero, las mismas preguntas,
          los mismos datos, los mismos documentos, contar otra vez, contar lo mismo, contarlo todo`,
        fr: `
          réexpliquer, expliquer à nouveau, répéter, tout recommencer, tout reprendre, repartir de zéro,
          reprendre à zéro, mêmes questions, mêmes documents, mêmes justificatifs, raconter à nouveau, mon histoire,
          renvoyer les mêmes`,
        it: `
          rispiegare, spiegare di nuovo, da capo, ripetere, da zero, stesse domande, stessi documenti,
          raccontare di nuovo, raccontare tutto, ogni volta spiegare`,
        pt: `
          explicar tudo de novo, explicar de novo, explicar novamente, repetir, do zero, tudo outra vez,
          mesmas perguntas, mesmos documentos, mesmos dados, contar a mesma, contar tudo de novo`,
      },
      unless: { en: `same story every, same old story, same questions and answers` },
    },
    {
      id: 'SILO-3',
      says: 'One part of the organisation or its partner does not know what the other does.',
      any: {
        en: `
          right hand, don't talk to each other, not talk to each other, talk to one another, talking to each other,
          speak to each other, communicate with each other, communicate with one another, communicating with each other,
          communication between, communications between, coordination between, no coordination, lack of coordination,
          liaise, joined up, disjointed, no record of, no records of, had no record, has no record, have no record,
          no notes, not on their system, not on the system, not in the system, can't see it on, different system,
          different systems, systems don't, had not been passed, not been passed on, wasn't passed on, not passed on,
          didn't pass on, did not pass on, message was not, notes had not, weren't aware of my, not aware of my,
          unaware of my, were not aware, was not aware that, didn't know about my, knew nothing about, knew nothing of,
          had not been told, hadn't been told, had not been informed, hadn't been informed, had no idea why i,
          had no idea i, had not read, hadn't read my, not read my notes, blame each other, blames each other,
          blaming each other, blame the other, blamed the other, blaming the other, says it's the, say it's the,
          says it is the, other airline says, their partner, both airlines, both companies, neither airline,
          neither company, lost my notes, lost the referral, referral was lost, lost my referral, not transferred my,
          results were not sent, didn't have my notes, did not have my notes, left hand does, the left hand`,
        de: `
          rechte hand, linke hand, weiß nicht was die, sprechen nicht miteinander, reden nicht miteinander,
          keine absprache, keine abstimmung, kommunikation zwischen, abstimmung zwischen, nicht weitergegeben,
          nicht weitergeleitet, wusste nichts von, wussten nichts von, weiß nichts von, schieben die schuld,
          schiebt die schuld, keine notizen, nicht im system, nichts im system`,
        es: `
          mano izquierda, no se comunican entre, no hablan entre, falta de coordinación, ninguna coordinación,
          descoordinación, descoordinados, comunicación entre, coordinación entre, no les consta, no le consta,
          no consta, echan la culpa, no sabían nada de, no figura en`,
        fr: `
          main gauche, main droite, ne se parlent pas, ne communiquent pas, aucune coordination, manque de coordination,
          communication entre, coordination entre, aucune trace, pas transmis, n'a pas été transmis,
          n'était pas au courant, n'étaient pas au courant, pas au courant de, rejettent la faute, rejette la faute`,
        it: `
          mano destra, mano sinistra, non si parlano, non comunicano, nessun coordinamento, mancanza di coordinamento,
          comunicazione tra, coordinamento tra, non risulta, non risultava, non sapevano nulla di, non sapeva nulla di,
          all'oscuro, danno la colpa, dà la colpa, scaricano la colpa`,
        pt: `
          mão esquerda, não se falam, não se comunicam, comunicação entre, falta de coordenação, coordenação entre,
          não consta, não constava, não sabiam de nada, não sabia de nada, um culpa o outro, culpa a transportadora,
          culpam a transportadora, colocam a culpa, jogam a culpa`,
      },
      unless: { en: `right hand side, left hand side, on the right hand, my right hand` },
    },
  ],
};
