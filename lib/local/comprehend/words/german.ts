import type { WordList } from '../word-list.ts';

/** Frequent words of German customer feedback. */
export const GERMAN: WordList = {
  positive: `
    gut gute guten guter gutes gutem besser bestens beste besten super toll tolle tollen toller tolles klasse
    prima spitze spitzen* hervorragend* ausgezeichnet* exzellent* perfekt* wunderbar* wunderschön* fantastisch*
    grossartig* genial* herrlich* traumhaft* sensationell* erstklassig* vorbildlich* tadellos* einwandfrei*
    reibungslos* problemlos* zufrieden zufriedene zufriedener zufriedenheit begeistert* begeisterung freundlich
    freundliche freundlicher freundlichen freundliches freundlichkeit nett nette netten netter hilfsbereit*
    hilfreich* höflich* zuvorkommend* herzlich* aufmerksam* kompetent kompetente kompetenter kompetenten
    professionell* zuverlässig zuverlässige zuverlässiger pünktlich pünktliche schnell schnelle schneller
    schnellen zügig* flott sauber saubere sauberes sauberer sauberkeit gepflegt* gemütlich* bequem bequeme
    bequemer komfortabel* angenehm angenehme angenehmer übersichtlich* einfach unkompliziert* lecker leckere
    leckeres köstlich* frisch frische empfehl* weiterempfehl* lob lobe loben danke dank dankbar* vielen glücklich*
    freue gefreut freut freude liebe lieben lieblings* gefällt gefallen mag schön schöne schönen schöner schönes
    preiswert* günstig günstige fair faire kulant* kulanz vertrauen gelungen* gerne hochwertig* unterstützt
    geholfen gelöst stark starke
  `,
  negative: `
    schlecht schlechte schlechten schlechter schlechtes schlechteste* schlimm* mies mies* furchtbar* schrecklich*
    grauenhaft* grausam* katastroph* entsetzlich* miserabel* unterirdisch* ungenügend* mangelhaft* unmöglich*
    enttäusch* unzufrieden* unfreundlich* unhöflich* frech freche unverschämt* arrogant* respektlos* inkompetent*
    unprofessionell* unzuverlässig* unpünktlich* ignorier* abgewimmelt vertröstet hingehalten langsam langsame
    langsamer verspät* verzöger* warten gewartet wartezeit* warteschleife* stundenlang* ewig ausgefallen ausfall
    storniert* gestrichen verpasst verloren verschwunden fehlt fehlte fehlen fehlend* fehler fehlerhaft* falsch
    falsche falschen falscher defekt* kaputt* beschädigt* schaden zerstört* verschmutzt* schmutzig* dreckig* dreck
    ekelhaft* eklig* stinkt stank laut laute lärm kalt kalte abgestürzt absturz stürzt hängt unbrauchbar* nutzlos*
    sinnlos* wertlos* problem probleme problemen ärger ärgerlich* ärgere geärgert wütend* sauer genervt nervt
    nervig* frustrier* frust beschwer* reklamation* reklamier* mahnung betrug betrogen betrüger abzocke* teuer
    teure teurer überteuert* wucher verweigert* abgelehnt kündig* gekündigt schade leider traurig* peinlich* chaos
    chaotisch* umständlich* kompliziert* unübersichtlich* zumutung unakzeptabel* inakzeptabel* frechheit lüge
    lügen gelogen schwach hass hasse reinfall
  `,
  expected: `
    funktioniert* funktionier* geht ging angekommen ankam bekommen erhalten geliefert geantwortet antwort
    antwortet reagiert erreichbar erreicht möglich informiert rückmeldung zurückgerufen verfügbar passt
    verständlich brauchbar lohnt
  `,
  negators: 'nicht kein keine keinen keiner keinem keines nie niemals nichts weder ohne kaum',
  negatorReach: { wordsBefore: 3, wordsAfter: 2 },
};
