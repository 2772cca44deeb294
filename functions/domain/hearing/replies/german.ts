import type { ReplySheet } from './reply-sheet.ts';

export const german: ReplySheet = {
  done: `
    erstattet, zurückerstattet, rückerstattet, zurückgezahlt, überwiesen, ersetzt, ausgetauscht, umgetauscht,
    gutgeschrieben, entschädigt, umgebucht, angerufen, telefoniert, entsperrt, freigeschaltet, freigegeben, behoben,
    repariert, gelöst, korrigiert, berichtigt, angepasst, zurückgesetzt, wiederhergestellt, aktiviert, reaktiviert,
    gesendet, geschickt, losgeschickt, nachgeschickt, verschickt, versendet, versandt, zugeschickt, zugestellt,
    geliefert, nachgeliefert, erlassen, storniert, entfernt, gelöscht, hinzugefügt, ausgestellt, veranlasst,
    eingeleitet, vereinbart, gebucht, verlängert, gefunden, abgeholt, gereinigt, installiert, bezahlt, übernommen,
    geschenkt, eingerichtet, geklärt, erledigt, aktualisiert, geändert`,
  given: `
    ist unterwegs, sind unterwegs, auf dem weg, im anhang, liegt bei, anbei, hier ist ihr gutschein,
    hier ist dein gutschein, funktioniert wieder, geht wieder, läuft wieder, ist wieder verfügbar, ist wieder da,
    liegt zur abholung bereit, steht bereit, ist behoben, ist erledigt, ist gelöst, gutschrift ist`,
  doer: `
    habe, haben, hat, wurde, wurden, ist, sind, worden, ich, wir, soeben, gerade, bereits, jetzt, heute, kollege,
    kollegin, techniker, team, filialleiter*`,
  deed: `
    erstatten, ersetzen, austauschen, umtauschen, gutschreiben, entschädigen, umbuchen, anrufen, melden,
    freischalten, beheben, reparieren, lösen, korrigieren, senden, schicken, liefern, prüfen, kümmern, ansehen,
    anschauen, nachgehen, klären, weiterleiten, weitergeben, bearbeiten, verbessern, helfen, bemühen, sicherstellen,
    sorgen, besser machen, erstattet, ersetzt, behoben, geprüft, gelöst`,
  prospect: `
    werde, werden, wird, können, kann, könnte, könnten, möchten, möchte, sollte, sollten, soll, müssen, muss, wollen,
    hoffen, hoffentlich, bald, demnächst, in kürze, schnellstmöglich, bemühen, bitte, arbeiten daran, versuchen`,
  condition: `wenn, falls, sobald, sofern, bis, vorausgesetzt`,
  denial: `nicht, kein, keine, keinen, nie, niemals, leider, ohne, weder`,
  customer: `sie haben, du hast, ihr habt, haben sie, hast du, die sie, das sie`,
  joint: `und, aber, jedoch, sondern, allerdings, weil, da, sodass, damit`,
  hollow: `
    entschuldig*, entschuldigung, verzeihung, tut uns leid, tut mir leid, tut uns sehr leid, es tut uns, bedauer*,
    bedauern, sorry, unannehmlichkeit*, danke für ihre nachricht, danke für deine nachricht, danke für ihr feedback,
    danke für dein feedback, danke für den hinweis, danke für ihren hinweis, vielen dank für ihr feedback,
    vielen dank für ihre rückmeldung, vielen dank für ihre nachricht, vielen dank für den hinweis,
    vielen dank für dein feedback, danke, dass sie uns, feedback ist uns wichtig, meinung ist uns wichtig,
    ist uns wichtig, uns sehr wichtig, nehmen das ernst, nehmen dies ernst, nehmen ihr, weitergeleitet,
    weitergegeben, leiten das weiter, leiten dies weiter, geben das weiter, geben es weiter, geben dies weiter,
    zuständige*, prüfen das, prüfen dies, schauen uns das an, sehen uns das an, kümmern uns, arbeiten daran,
    gehen dem nach, geht der sache nach, haben verständnis, verständnis, um geduld, geduld, melden uns,
    bitte schreiben, per dm, eine dm, direktnachricht, private nachricht, kontaktieren sie, wenden sie sich,
    unser kontaktformular, kundenservice, besser machen, nicht wieder vor, nicht mehr vor, verstehen ihren ärger,
    verstehen deinen ärger, ihr ärger, enttäuschung, nächstes mal, stets bemüht, notiert, aufgenommen`,
  ask: `
    bitte, senden, schicken, nennen, mitteilen, teilen sie uns, teile uns, geben sie uns, sag uns, brauchen,
    benötigen, welche, welcher, welches, was, wann, wo, wie lautet, haben sie, hast du, können sie, könnten sie,
    kannst du`,
  detail: `
    nummer, bestellnummer, auftragsnummer, kundennummer, buchungsnummer, rechnungsnummer, sendungsnummer,
    vorgangsnummer, name, namen, adresse, anschrift, e-mail-adresse, mailadresse, postleitzahl, plz, datum, foto,
    fotos, bild, screenshot, beleg, kassenbon, modell, version, filiale, flugnummer, telefonnummer, geburtsdatum,
    uhrzeit, fehlermeldung`,
};
