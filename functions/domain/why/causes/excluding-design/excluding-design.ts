import type { CauseSheet } from '../../root-cause.ts';
import { inTheWay } from './in-the-way.ts';

export const excludingDesign: CauseSheet = {
  cause: 'excluding-design',
  means: 'It is unusable or unfair for the disabled, the old, families, the foreign, or those who are different.',
  rules: [
    {
      id: 'EXCLUDING-DESIGN-1',
      says: 'People with a disability or an illness cannot use it or are not provided for.',
      any: {
        en: `
          deaf, disabled, dementia, alzheimer*, hearing impaired, hard of hearing, hearing loss, sign language, bsl,
          blind person, am blind, i'm blind, registered blind, partially sighted, visually impaired, sight impaired,
          poor eyesight, poor sight, screen reader*, can't walk, cannot walk, unable to walk, walking frame, zimmer,
          stammer, stutter*, learning difficult*, learning disabilit*, dyslexi*, step free, lip read*, guide dog,
          service dog, no ramp, no ramps, accessibility, not accessible, accessible entrance, accessible toilet*,
          accessible parking, accessible room*, legally blind, walks with, cannot stand, can not stand,
          stand for long, requested wheelchair, special assistance, hearing loop, voiceover, with a frame,
          too heavy for me, too far to walk, far to walk, walk from the car park, handrail*, my disability,
          limited mobility, can't climb, cannot climb, climb the steps, larger people, overweight people,
          seat belt too short, mobility issues, mobility problems, mobility scooter, reduced mobility, poor mobility,
          can't stand for, long walk for, inaccessible for, inaccessible to, assistance with mobility,
          hard on the elderly, no escalator*, poor hearing, cognitive impairment, {cant} get transport,
          no transport for, with a disability, vulnerable person, nothing for the disabled, no disabled access,
          disabled access, disabled parking, disabled toilet*, disabled bay*, blue badge, wheelchair access,
          wheelchair assistance, wheelchair user*, wheelchair bound, no wheelchair*, in a wheelchair with,
          no captions, no subtitles, no audio description, audio description, aisle chair, changing places,
          no step free, steps only, only steps, no lift, no lifts, lift to the, not inclusive, more inclusive,
          feeding tube, speech impairment, speech impediment, unable to climb, {cant} climb, {cant} do stairs,
          {cant} manage stairs, {cant} manage the stairs, {cant} manage steps, autism awareness, dementia awareness,
          dementia friendly, autism friendly, not disabled friendly, sensory needs, sensory issues, additional needs,
          reasonable adjustment*, left my mother at the gate, my frame, able bodied, large print, easy read, braille,
          disability awareness, unable to stand, {cant} stand for, {cant} read small, {cant} hear on the,
          {cant} hear the, {cant} use the phone, {cant} do phone`,
        de: `
          rollstuhl*, rollator*, behindert*, behinderung*, schwerbehindert*, gehbehindert*, sehbehindert*, gehörlos*,
          schwerhörig*, taub, blind, blinde, blinden, barriere*, rampe, aufzug, demenz*, autis*, gehhilfe`,
        es: `
          silla de ruedas, discapacita*, discapacidad, minusválid*, movilidad reducida, sordo, sorda, ciego, ciega,
          invidente*, rampa, rampas, accesib*, inaccesible, muletas, andador, autis*, lengua de signos,
          lector de pantalla`,
        fr: `
          fauteuil roulant, handicap*, mobilité réduite, pmr, sourd, sourde, malentendant*, aveugle*, malvoyant*,
          accessib*, inaccessible*, rampe, béquilles, déambulateur, autis*, langue des signes, ascenseur`,
        it: `
          sedia a rotelle, carrozzina, disabil*, handicap*, invalid*, sordo, sorda, cieco, cieca, ipovedent*,
          non udent*, non vedent*, rampa, barriere architettoniche, accessibil*, inaccessibil*, stampelle,
          deambulatore, autis*, mobilità ridotta`,
        pt: `
          cadeira de rodas, cadeirante*, deficien*, mobilidade reduzida, surdo, surda, cego, cega, baixa visão, rampa,
          rampas, acessib*, inacessív*, muletas, andarilho, andador, autis*, libras, leitor de tela, leitor de ecrã`,
      },
      unless: {
        en: `
          account, accounts, gets disabled, got disabled, been disabled, login, log in, feature, app, button,
          ramp worker*, ramp crew, ramp agent*,
          wonderful*, excellent, brilliant, kindly, lift to the top`,
      },
    },
    {
      id: 'EXCLUDING-DESIGN-2',
      says: 'The old, or those without the newest device or skill, are left behind.',
      any: {
        en: `
          not good with computers, not good with technology, not tech savvy, computer literate, non computer,
          computer experts, don't have a computer, do not have a computer, don't have a smartphone,
          do not have a smartphone, no smartphone, without a smartphone, no smart phone, doesn't have a smartphone,
          doesn't own a smartphone, not own a smartphone, don't own a smartphone, don't have internet,
          do not have internet, not have the internet, not everyone has, not everybody has, not everybody can,
          tiny print, print is too small, font is too small, font too small, letters too small, text too small,
          too small to read, don't do internet, do the internet, don't have a mobile, no mobile phone,
          not have a mobile, without a printer, magnifier, magnifying, print is so, print so small,
          not computer literate, not internet savvy, not on the internet, not online, no email address,
          not have a computer, {dont} own a computer, {dont} use a computer, {dont} use the internet, {dont} use apps,
          {dont} have email, {dont} have an email, {dont} have the app, {cant} use a computer, {cant} use the app,
          {cant} use apps, {cant} use technology, {cant} use a smartphone, {cant} read the print, not everyone is,
          not everyone can, digitally excluded, digital exclusion, for those of us without, phone with buttons,
          button phone, not all of us have, pensioners don't, pensioners who, old people don't, older people don't,
          people over #, anyone over #, boon to the elderly, my age group, tailored for older, too fast for`,
        de: `
          ältere menschen, ältere leute, alte menschen, alte leute, ältere kunden, senioren, seniorin, rentner,
          rentnerin, für ältere, meine mutter ist #, mein vater ist #, kein smartphone, keinen computer,
          kein internet, ohne smartphone, ohne internet, nicht jeder hat, in meinem alter, zu kleine schrift,
          schrift zu klein, schrift ist zu klein, jährige mutter, jähriger vater`,
        es: `
          personas mayores, gente mayor, persona mayor, ancian*, tercera edad, jubilad*, pensionista*, mi madre de #,
          mi padre de #, mi abuela, mi abuelo, sin smartphone, no tengo smartphone, no tiene smartphone,
          no tengo internet, no tiene internet, no todo el mundo tiene, no todos tienen, a mi edad, letra pequeña,
          letra demasiado pequeña, letra muy pequeña`,
        fr: `
          personnes âgées, personne âgée, les anciens, retraité*, seniors, ma mère de #, mon père de #, ma grand-mère,
          mon grand-père, pas de smartphone, sans smartphone, pas d'ordinateur, pas internet, sans internet,
          tout le monde n'a pas, à mon âge, écrit trop petit, caractères trop petits, police trop petite`,
        it: `
          anzian*, pensionat*, terza età, mia madre di #, mio padre di #, mia nonna, mio nonno, non ho lo smartphone,
          non ha lo smartphone, senza smartphone, senza internet, non ha internet, non tutti hanno, alla mia età,
          scritte troppo piccole, caratteri troppo piccoli, caratteri piccoli`,
        pt: `
          idos*, pessoas mais velhas, terceira idade, aposentad*, reformad*, minha mãe de #, meu pai de #, minha avó,
          meu avô, não tenho smartphone, não tem smartphone, sem smartphone, sem internet, não tem internet,
          nem todos têm, nem todo mundo tem, na minha idade, letra pequena, letra muito pequena, letras pequenas`,
      },
      unless: { en: `lovely old, cabin crew were elderly, good with the elderly, kind to the elderly` },
    },
    {
      id: 'EXCLUDING-DESIGN-3',
      says: 'Families and small children are separated or not provided for.',
      any: {
        en: `
          toddler*, babies, infant*, newborn, stroller*, pram, prams, pushchair*, buggy, bassinet*, pregnant,
          pregnancy, breastfeed*, breast feed*, nursing mother*, diaper*, nappy, nappies, family with, family of #,
          my kids, the kids, small children, small child, young children, young child, young kids, little kids,
          little ones, my children, our children, childcare, with children, with kids, the pram, changing facilities,
          baby changing, parents room, children had, kids menu, nothing for kids, nothing for children, family of,
          our baby, priority boarding for families, my toddler, my baby, with baby, baby food, families with,
          # month old baby, car seats, child's car seat, keeping families, young families, my # year old, my # yr old,
          the baby, a baby, twins, # under #, # under five, double buggy, children under, # month old, year old child,
          # year old child, small kids, families`,
        de: `
          kinderwagen, kleinkind*, baby, babys, säugling*, schwanger*, stillen, wickel*, familien, familie mit,
          mit kindern, mit kind, unsere kinder, meine kinder, jähriges kind, jährigen kind, jährigen sohn,
          jährigen tochter, kindersitz*`,
        es: `
          cochecito, bebé, bebés, niño pequeño, niños pequeños, embarazada*, lactancia, cambiador, familia con,
          familias, con niños, mis hijos, nuestros hijos, mi hijo de #, mi hija de #, sillita`,
        fr: `
          poussette*, bébé, bébés, jeunes enfants, enfants en bas âge, enceinte, allait*, table à langer,
          famille avec, familles, avec des enfants, avec enfants, nos enfants, mes enfants, mon fils de #,
          ma fille de #, siège enfant`,
        it: `
          passeggin*, neonat*, bambini piccoli, bambino piccolo, bimbo piccolo, bimbi piccoli, incinta, allatt*,
          fasciatoio, famiglia con, famiglie, con bambini, i miei figli, i nostri figli, figlio di #, figlia di #,
          seggiolino`,
        pt: `
          bebê*, crianças pequenas, criança pequena, criança de colo, grávida*, gestante*, amament*, fraldário,
          trocador, família com, famílias, com crianças, com criança, meus filhos, nossos filhos, filho de #,
          filha de #, cadeirinha`,
      },
      with: {
        en: `
          separate*, separating, apart, split, not together, sit together, seated together, sitting together,
          seats together, sit with, sit next to, different rows, different row, no priority, no assistance,
          no room for, no space for, nowhere to, no place to, no facilities, no changing, no milk, no food for,
          no kids, no children's, no child, not family friendly, not child friendly, unfriendly to, not suitable,
          not designed, gate check*, stairs, lift, elevator, pay extra, don't cater, not cater, no provision, judged,
          childcare, queue with, preboard*, pre-board*, family boarding, early boarding, unfair, own row, rows from,
          nothing to do, couldn't take, carry two, carry everything, carry it, carry down, carry the, carry up,
          up the stairs, rows away, no changing table*, nowhere to change, no bassinet*, no baby, not allowed on,
          couldn't fit, cannot fit, doesn't fit, has to stay outside, left outside, no high chair*, fold everything,
          to fold, not accessible, unsuitable, a fee to sit, charge to sit, no cot, next to a stranger,
          next to strangers`,
        de: `
          getrennt, auseinander, kein, keine, keinen, nicht, verweigert, unmöglich, treppe, treppen, nirgends, allein,
          aufpreis`,
        es: `
          separad*, separan, separaron, juntos, sin, no, ningún, ninguna, imposible, escaleras, negaron, prohib*,
          pagar`,
        fr: `séparé*, ensemble, aucun, aucune, pas de, rien pour, impossible, escalier*, refusé, interdit*, payer`,
        it: `separat*, insieme, vicini, nessun, nessuna, niente, non, impossibile, scale, rifiutat*, vietat*, pagare`,
        pt: `separad*, separaram, juntos, sem, não, nenhum, nenhuma, impossível, escada*, recusaram, proib*, pagar`,
      },
      withinWords: 14,
      unless: { en: `crying, screaming, well behaved, noisy, kicking, aircraft, plane, planes, fleet` },
    },
    {
      id: 'EXCLUDING-DESIGN-4',
      says: 'Foreigners and speakers of other languages are not provided for.',
      any: {
        en: `
          don't speak english, doesn't speak english, didn't speak english, not speak english, speak any english,
          little english, no english, limited english, poor english, broken english, not fluent, only in english,
          english only, first language, second language, native language, my language, foreign language,
          language barrier, language problem*, interpreter*, translat*, strong accent*, thick accent*, heavy accent*,
          understand the accent, understand his accent, understand her accent, understand their accent, foreign card*,
          foreign credit, foreign phone, foreign number, foreign address, foreign passport, foreign customers,
          foreigner*, non-us, non uk, non-eu, outside the us, outside the uk, outside the country,
          international customers, international phone, international number, overseas customers, overseas phone,
          foreign visitors, not available in my, us only, uk only, only speak chinese, only speaks spanish,
          nobody speaks english, no one speaks english, nobody spoke english, no one spoke english,
          spoke anything but, spoke very little, speak very little, spoke little, only in german, only in spanish,
          only in french, announcements were only, in another language, speak the language, from abroad,
          not in english, my accent, the accent, doctor's accent, outside of the us, english proficiency,
          english of the, level of english, standard of english, translator*, non native, non-native,
          speak english well, isn't my first, is not my first, announcements in one language, in one language,
          only in chinese, only in italian, spanish only, french only, german only, tourists, no subtitles in,
          nobody speaks, don't understand english, doesn't understand english, not understand english,
          cannot understand english`,
        de: `
          kein deutsch, nur auf deutsch, nur deutsch, nicht deutsch, nur auf englisch, kein englisch,
          spricht niemand englisch, spricht kein, dolmetscher*, übersetz*, sprachbarriere*, ausland*, muttersprache,
          fremdsprach*`,
        es: `
          solo en inglés, no hablan español, no habla español, nadie habla español, nadie habla inglés,
          no hablan inglés, en español, intérprete*, traduc*, extranjer*, idioma*, nie, acento`,
        fr: `
          uniquement en anglais, seulement en anglais, que en anglais, qu'en anglais, ne parle pas français,
          ne parlent pas français, ne parle français, en français, interprète*, tradui*, traduction*, étranger*,
          barrière de la langue, ne parle anglais`,
        it: `
          solo in inglese, non parlano italiano, non parla italiano, nessuno parla italiano, nessuno parla inglese,
          in italiano, interprete, traduzion*, tradott*, stranier*, barriera linguistica, lingua, carta estera,
          all'estero`,
        pt: `
          só em inglês, somente em inglês, apenas em inglês, não falam português, não fala português,
          ninguém fala português, ninguém fala inglês, em português, intérprete, traduç*, traduz*, estrangeir*,
          idioma, barreira da língua`,
      },
      with: {
        en: `
          only, can't, cannot, couldn't, doesn't, don't, didn't, won't, never, nobody, impossible, unable, hard,
          difficult, difficulty, rejected, refuse*, without, lack, unless, must, little, barely, hardly, poor,
          barrier, limited, discriminat*, strong, thick, heavy, broken, understand, problem*, unfair, worse,
          improvement, improve, needs, no interpreter*, not speak, not understand, not have, no one, isn't, isn't an,
          aren't, no option, no translat*, no english, not in english, not accept*, not available, no clue`,
        de: `nur, kein, keine, keinen, nicht, niemand, unmöglich, abgelehnt, verweigert, ohne, nie, akzeptier*`,
        es: `solo, no, nadie, sin, ningún, ninguna, imposible, rechaz*, ni, nunca`,
        fr: `
          uniquement, seulement, que, pas, personne, aucun, aucune, sans, impossible, refus*, jamais, rien, barrière`,
        it: `solo, non, nessuno, nessun, nessuna, senza, impossibile, rifiut*, mai, barriera, niente`,
        pt: `só, somente, apenas, não, ninguém, sem, nenhum, nenhuma, impossível, recus*, nunca, nem, barreira`,
      },
      unless: { en: `foreigner*s were lovely` },
    },
    {
      id: 'EXCLUDING-DESIGN-5',
      says: 'Somebody is treated worse or not provided for because of who they are.',
      any: {
        en: `
          racist, racism, racial*, discriminat*, prejudice*, profiled, profiling, sexist, sexism, misogyn*, homophob*,
          transphob*, because i am black, because i'm black, because of my race, because of my skin, skin colour,
          skin color, because of my age, ageist, because of my religion, hijab, gender boxes, gender options,
          misgender*, left handed, no vegetarian, no vegan, no gluten free, no halal, no kosher, without vegetarian,
          dietary requirement*, dietary need*, coeliac*, celiac*, treated differently because, different because of,
          gender neutral, no gender, asked for a woman, because i'm a woman, being a woman, because of my accent,
          no vegetarian option*, no vegan option*, nothing vegetarian, nothing vegan, for vegans, as a vegetarian,
          as a vegan, halal food, kosher food, no food for vegetarians, nothing for vegetarians,
          options for vegetarians, option for vegetarians, no gluten, nothing gluten free, lack of vegetarian,
          lack of vegan, more vegetarian, more vegan, vegetarian choice, vegan choice, more halal, cultural needs,
          white centric, culturally, ableist, ableism, because of my name, my gender, pronouns, no dairy free,
          not cater for vegetarian*, not cater for vegan*, cater for dietary, cater for vegan*, cater for vegetarian*`,
        de: `
          rassis*, diskriminier*, benachteilig*, vorurteil*, hautfarbe, vegetari*, vegan*, glutenfrei*, laktose*,
          halal, allerg*`,
        es: `
          racis*, racial*, discrimin*, prejuicio*, color de piel, vegetarian*, vegan*, sin gluten, celíac*, halal,
          alérgic*, alergia*`,
        fr: `racis*, discrimin*, préjugé*, couleur de peau, végétarien*, végan*, sans gluten, halal, allerg*`,
        it: `
          razzis*, discrimin*, pregiudiz*, colore della pelle, vegetarian*, vegan*, senza glutine, celiac*, halal,
          allerg*`,
        pt: `
          racis*, racial*, discrimin*, preconceit*, cor da pele, vegetarian*, vegan*, sem glúten, celíac*, halal,
          alérgic*, alergia*`,
      },
      deniable: true,
      unless: { en: `delicious, tasty, vegetarian meal was good` },
    },
    ...inTheWay,
  ],
};
