import type { CauseSheet } from '../root-cause.ts';

export const excludingDesign: CauseSheet = {
  cause: 'excluding-design',
  means: 'It is unusable or unfair for the disabled, the old, families, the foreign, or those who are different.',
  rules: [
    {
      id: 'EXCLUDING-DESIGN-1',
      says: 'People with a disability or an illness cannot use it or are not provided for.',
      any: {
        en: `
          wheelchair*, wheel chair*, disabled, disability, disabilities, deaf, hearing impaired, hard of hearing,
          hearing aid*, hearing loss, sign language, bsl, blind person, am blind, is blind, i'm blind, registered blind,
          partially sighted, visually impaired, sight impaired, poor eyesight, poor sight, screen reader*, mobility,
          can't walk, cannot walk, unable to walk, walking stick, walking frame, zimmer, crutches, dementia, alzheimer*,
          autism, autistic, asd, adhd, special needs, handicap*, stammer, stutter*, learning difficult*,
          learning disabilit*, dyslexi*, step free, inaccessible, lip read*, guide dog, service dog, service animal,
          epilep*, palliative patient, no ramp, no ramps, ramp for, accessibility, not accessible, accessible for,
          accessible to, accessible entrance, accessible toilet*, accessible parking, accessible room*, legally blind`,
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
          non udent*, non vedent*, rampa, barriere architettoniche, accessibil*, inaccessibil*, stampelle, deambulatore,
          autis*, mobilità ridotta`,
        pt: `
          cadeira de rodas, cadeirante*, deficien*, mobilidade reduzida, surdo, surda, cego, cega, baixa visão, rampa,
          rampas, acessib*, inacessív*, muletas, andarilho, andador, autis*, libras, leitor de tela, leitor de ecrã`,
      },
      unless: {
        en: `
          account, accounts, gets disabled, got disabled, been disabled, login, log in, feature, app, button,
          wonderful*, excellent, brilliant, kindly`,
      },
    },
    {
      id: 'EXCLUDING-DESIGN-2',
      says: 'The old, or those without the newest device or skill, are left behind.',
      any: {
        en: `
          elderly, older people, older person, old people, old person, pensioner*, senior citizen*, seniors, oaps, oap,
          # year old mother, # year old mum, # year old mom, # year old father, # year old dad, # year old grandm*,
          # year old grandf*, # year old nan, # year old parent*, # year old woman, # year old man, # yr old mother,
          # yr old mom, aged parent*, not good with computers, not good with technology, not tech savvy,
          computer literate, non computer, computer experts, don't have a computer, do not have a computer, no computer,
          don't have a smartphone, do not have a smartphone, no smartphone, without a smartphone, no smart phone,
          doesn't have a smartphone, doesn't own a smartphone, not own a smartphone, don't own a smartphone,
          don't have internet, do not have internet, no internet access, not have the internet, not everyone has,
          not everybody has, not everyone can, not everybody can, at my age, for my age, small print, tiny print,
          print is too small, font is too small, font too small, letters too small, text too small, too small to read,
          am # years old, i am # years`,
        de: `
          ältere menschen, ältere leute, alte menschen, alte leute, ältere kunden, senioren, seniorin, rentner,
          rentnerin, für ältere, meine mutter ist #, mein vater ist #, kein smartphone, keinen computer, kein internet,
          ohne smartphone, ohne internet, nicht jeder hat, in meinem alter, zu kleine schrift, schrift zu klein,
          schrift ist zu klein, jährige mutter, jähriger vater`,
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
          toddler*, babies, baby, infant*, newborn, stroller*, pram, prams, pushchair*, buggy, car seat*, bassinet*,
          pregnant, pregnancy, breastfeed*, breast feed*, nursing mother*, diaper*, nappy, nappies, family with,
          families, family of #, my kid, my kids, the kids, small children, small child, young children, young child,
          young kids, little kids, little ones, my children, our children, my child, # year old, # month old, # yr old,
          # yrs old, childcare, with children, with kids, unaccompanied minor*`,
        de: `
          kinderwagen, kleinkind*, baby, babys, säugling*, schwanger*, stillen, wickel*, familien, familie mit,
          mit kindern, mit kind, unsere kinder, meine kinder, jähriges kind, jährigen kind, jährigen sohn,
          jährigen tochter, kindersitz*`,
        es: `
          cochecito, bebé, bebés, niño pequeño, niños pequeños, embarazada*, lactancia, cambiador, familia con,
          familias, con niños, mis hijos, nuestros hijos, mi hijo de #, mi hija de #, sillita`,
        fr: `
          poussette*, bébé, bébés, jeunes enfants, enfants en bas âge, enceinte, allait*, table à langer, famille avec,
          familles, avec des enfants, avec enfants, nos enfants, mes enfants, mon fils de #, ma fille de #, siège enfant`,
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
          seats together, sit with, sit next to, different rows, different row, alone, not allowed, wouldn't let,
          would not let, won't let, refused, refuse, no help, no priority, no assistance, no room for, no space for,
          nowhere to, no place to, no facilities, no changing, no milk, no food for, no kids, no children's, no child,
          had to stand, stand in line, not family friendly, not child friendly, unfriendly to, not suitable,
          not designed, impossible, gate check*, carry, stairs, lift, elevator, pay extra, don't cater, not cater,
          no provision, judged, childcare, queue with, struggle*, struggling, preboard*, pre-board*, family boarding,
          early boarding, unfair, broken, out of order, own row`,
        de: `
          getrennt, auseinander, kein, keine, keinen, nicht, verweigert, unmöglich, treppe, treppen, nirgends, allein,
          aufpreis`,
        es: `
          separad*, separan, separaron, juntos, sin, no, ningún, ninguna, imposible, escaleras, negaron, prohib*, pagar`,
        fr: `séparé*, ensemble, aucun, aucune, pas de, rien pour, impossible, escalier*, refusé, interdit*, payer`,
        it: `separat*, insieme, vicini, nessun, nessuna, niente, non, impossibile, scale, rifiutat*, vietat*, pagare`,
        pt: `separad*, separaram, juntos, sem, não, nenhum, nenhuma, impossível, escada*, recusaram, proib*, pagar`,
      },
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
          understand english, speak good english, nobody speaks english, no one speaks english, nobody spoke english,
          no one spoke english`,
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
          ninguém fala português, ninguém fala inglês, em português, intérprete, traduç*, traduz*, estrangeir*, idioma,
          barreira da língua`,
      },
      with: {
        en: `
          no, not, only, can't, cannot, couldn't, doesn't, don't, didn't, won't, never, nobody, impossible, unable,
          hard, difficult, difficulty, rejected, refuse*, without, lack, unless, must, little, barely, hardly, poor,
          barrier, limited, discriminat*, strong, thick, heavy, broken, understand, problem*, unfair, worse`,
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
          vegetarian option*, vegan option*, gluten free option*, special meal*, food allergy, food allergies,
          nut allergy, dietary requirement*, dietary need*`,
        de: `
          rassis*, diskriminier*, benachteilig*, vorurteil*, hautfarbe, vegetari*, vegan*, glutenfrei*, laktose*, halal,
          allerg*`,
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
    {
      id: 'EXCLUDING-DESIGN-6',
      says: 'Whoever does not know the place cannot find the way.',
      any: {
        en: `
          no signs, no signage, no signposts, very few signs, poor signage, bad signage, poor signs, lack of signs,
          lack of signage, not signposted, not well signed, not well signposted, badly signed, badly signposted,
          poorly signed, poorly signposted, poorly marked, confusing signs, confusing signage, signs confusing,
          signage is confusing, signage is poor, signage was poor, signs are confusing, signs were confusing,
          signage confusing, signs are poor, no directions, better signage, better signs, better signposting,
          clearer signs, clearer signage, clearer signposting, more signs, more signage, unclear signs, misleading signs`,
        de: `
          keine schilder, keine beschilderung, schlecht ausgeschildert, schlechte beschilderung, nicht ausgeschildert,
          beschilderung fehlt, verwirrende beschilderung`,
        es: `
          mal señalizad*, sin señalizar, mala señalización, señalización confusa, ninguna señalización,
          falta de señalización`,
        fr: `
          mal indiqué*, mal signalé*, mauvaise signalisation, signalétique*, aucun panneau, aucune signalisation,
          mal fléché*`,
        it: `mal segnalat*, segnaletica, nessuna indicazione, nessun cartello, indicazioni confuse, indicazioni scarse`,
        pt: `
          mal sinalizad*, má sinalização, sem sinalização, sinalização confusa, falta de sinalização,
          nenhuma sinalização, sinalização péssima`,
      },
      unless: { en: `no sign of, signs of` },
    },
  ],
};
