import type { CueSheet } from './cue-sheet.ts';

export const german: CueSheet = {
  failure: `
    verspätet, verspätung*, zu spät, kaputt*, defekt*, beschädigt*, verloren, fehlt, fehlen, fehlte*, falsch*,
    storniert, ausgefallen, annulliert, gestrichen, abgesagt, funktioniert nicht, funktionierte nicht, geht nicht,
    ging nicht, läuft nicht, lädt nicht, stürzt ab, abgestürzt, fehler*, problem*, nicht geliefert, nicht angekommen,
    nie angekommen, nicht erhalten, nicht bekommen, nie bekommen, nicht gekommen, kam nicht, kam nie,
    immer noch nicht, noch immer nicht, noch immer kein*, immer noch kein*, bis heute nicht, bis heute kein*,
    doppelt abgebucht, zu viel berechnet, zu viel abgebucht, abgebucht, abgezockt, mangel*, mängel, undicht,
    verschüttet, ausgelaufen, zerbrochen, zerrissen, gebrochen, verschimmelt, abgelaufen, vergessen, verwechselt,
    gestohlen, gesperrt, kann mich nicht einloggen, verpasst, gestrandet, überbucht, nicht wie beschrieben`,
  neglect: `
    keine antwort, keiner antwortet, niemand antwortet, antwortet nicht, keine rückmeldung, nicht gemeldet,
    meldet sich niemand, meldet sich keiner, keine reaktion, niemand, keiner, nicht erreichbar, nicht zu erreichen,
    nicht erreicht, geht niemand ran, ignorier*, warteschleife, aufgelegt, warte seit, warten seit, wartet man,
    warte immer noch, warte noch immer, warten, gewartet, wartezeit*, seit # stunden, seit # tagen, seit # wochen,
    # stunden, # wochen, stundenlang, wochenlang, tagelang, ewig, keine information*, keine infos, keine auskunft,
    keine hilfe, nicht geholfen, hilft niemand, hilft keiner, im stich gelassen, stehen gelassen, allein gelassen,
    abgewimmelt, hingehalten, vertröstet, weitergereicht, keine entschuldigung, wann kommt, wie lange, wo bleibt,
    wo ist mein*`,
  conduct: `
    unfreundlich*, unhöflich*, respektlos*, frech, arrogan*, pampig, patzig, unverschämt*, inkompeten*,
    unprofessionell*, gleichgültig, lustlos, desinteressiert, gelogen, lüge*, lügner, betrug, betrüg*, betrogen,
    abzocke, abzock*, angeschrien, genervt*, herablassend, unfähig*, versprochen`,
  demand: `
    erstattung, rückerstattung, erstatten, geld zurück, mein geld, entschädigung, beschwerde*, beschwer*, reklam*,
    anwalt, verbraucherzentrale, kündige, kündigung, gekündigt, widerruf, vorgesetzten, warum, wieso, weshalb,
    was soll das, regelt das, kümmert euch, tut was, schadensersatz`,
  recurrence: `
    schon wieder, wieder, erneut, zum # mal, # mal, jedes mal, ständig, dauernd, andauernd, immer wieder, mehrfach,
    mehrmals, immer das gleiche, immer noch`,
  condemnation: `
    schlecht*, schlimm*, furchtbar*, schrecklich*, grauenhaft*, grauenvoll*, katastroph*, unmöglich, miserabel*,
    mies*, unterirdisch, inakzeptabel, unakzeptabel, unzumutbar, frechheit, skandal*, schande, peinlich, lächerlich,
    witz, scheiss*, mist, müll, schrott, ekelhaft*, eklig*, widerlich*, enttäusch*, ärger*, verärgert, sauer, wütend,
    frustr*, nervt, nervig, traurig, nie wieder, nie mehr, niemals wieder, nicht mehr, finger weg, nicht empfehl*,
    nicht zu empfehlen, keine empfehlung, abzuraten, vermeiden, zeitverschwendung, rausgeschmissen, saftladen,
    horror, albtraum, hasse, hass, doof, blöd*, dumm*, leider, schade, unzufrieden, zum kotzen, null sterne`,
  shortfall: `
    langsam*, schmutzig*, dreckig*, unsauber*, verdreckt, laut*, eng, kalt, zu heiss, unbequem*, teuer, überteuert,
    zu lange, zu lang, zu klein, zu wenig, zu viel, dauert, gedauert, umständlich, kompliziert, verwirrend,
    unübersichtlich, schwierig, unzuverlässig, chaotisch, chaos, unorganisiert, überfüllt, personalmangel, stress*,
    stinkt, gestank, veraltet, fade, lieblos*, mässig, lässt zu wünschen, mangelhaft, ungenügend, nachgelassen`,
  wish: `
    könnte besser, könnten besser, sollte, sollten, müsste, müssten, wünsche mir, würde mir wünschen, wäre schön,
    wäre gut, wäre besser, besser wäre, mehr personal, mehr zeit, mehr information*, schneller, verbessern,
    verbesser*, verbesserungswürdig, bitte ändern, hätte mir, hätte gern, mehr`,
  praise: `
    gut, gute, guter, gutes, guten, super, toll*, prima, klasse, spitze, top, hervorragend*, ausgezeichnet*,
    perfekt*, wunderbar*, fantastisch*, grossartig*, genial*, schön*, freundlich*, nett*, hilfsbereit*, kompetent*,
    zuvorkommend*, höflich*, aufmerksam*, professionell*, zuverlässig*, schnell, pünktlich*, sauber*, lecker*,
    bequem*, gemütlich*, angenehm*, zufrieden, sehr zufrieden, empfehle, empfehlen, empfehlenswert, gerne wieder,
    immer wieder gerne, begeistert, liebe, glücklich, freue mich, gefällt, gefallen, beste, bester, bestens,
    problemlos, einwandfrei, reibungslos, unkompliziert, geholfen, weiter so, lob, kompliment, herzlich*, liebevoll*`,
  thanks: `danke*, vielen dank, dank, herzlichen dank, dankbar, merci`,
  contentment: `
    nichts zu beanstanden, nichts zu bemängeln, nichts auszusetzen, keine beschwerden, keine beanstandungen,
    kann mich nicht beschweren, kann nicht meckern, kein grund zur klage, keine verbesserung*, nichts zu verbessern,
    nichts verbessern, alles gut, alles bestens, alles super, alles ok, alles okay, alles in ordnung, alles prima,
    alles perfekt, alles war, war alles, alles, passt so, passt alles, weiter so, macht weiter so, nicht schlecht,
    wunschlos, keine probleme, kein problem, nichts`,
  enquiry: `
    kann ich, könnte ich, können sie, könnt ihr, gibt es, haben sie, habt ihr, wo finde ich, wo kann ich,
    wie kann ich, wann öffne*, frage, bitte um info*, ich möchte wissen, darf ich`,
  negation: `
    nicht, kein, keine, keinen, keinem, keiner, nie, niemals, nichts, ohne, weder, wenig, kaum, mangelnd*`,
  contrast: `aber, jedoch, allerdings, leider, trotzdem, dennoch, obwohl, nur`,
  nothing: `
    nichts, nix, keine, keins, nein, gar nichts, nichts besonderes, eigentlich nichts, fällt mir nichts ein,
    mir fällt nichts ein`,
  numerals: `
    zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, zwölf, mehrere, mehreren, zweite, zweiten, dritte,
    dritten, vierte, vierten, einer`,
};
