/**
 * Customers who complain, invented for this project: one sentence a line, by ISO 639-1 language. Deliveries, shops,
 * telecom, banking, travel and software; loud and polite, with swear words and with thanks.
 */
export const ownComplaints: Readonly<Record<string, string>> = {
  en: `
    The wardrobe was meant to come on Monday and it is Thursday now.
    @parcelfox my parcel says delivered but there is nothing here
    Your driver threw the box over the fence and the vase is in pieces
    Third delivery slot this week and again nobody turned up.
    I ordered size 9 and got size 6, and now you want me to pay the postage back?
    @quickbasket half my shopping is missing and the ice cream is soup
    The pizza was stone cold and the wrong one.
    Ordered on the 3rd, charged on the 3rd, still no sign of it on the 29th.
    @homenest your courier marked me as not at home, I was sitting by the door all day!!
    The sofa leg snapped after two days and your shop says it is not their problem
    Queued forty minutes at the returns desk because one till was open.
    The assistant rolled her eyes when I asked for another size.
    Your store smells, the shelves are empty and nobody could tell me when the paint comes in.
    @greenmart sold me mouldy bread twice in a week
    I was told the voucher would work in store and at the till it was refused.
    Security followed me round the shop as if I were a thief
    Paid extra for gift wrap and it came in a bin bag.
    The price on the shelf said 4.99 and I was charged 7.49.
    @fonely no signal at home since Friday and your chat keeps closing on me
    Broadband down for the fourth evening running, I work from home!
    I have explained this to five different people now and each one starts from the beginning.
    You put my bill up by 12 pounds and told no one.
    Been on hold for an hour and ten minutes, then the line went dead
    The engineer never came and there was no call, no text, nothing.
    @fonely why am I paying for roaming that does not work
    Your bot just sends me round in circles, let me talk to a human
    Cancelled in March, still being billed in June.
    The new router is slower than the old one and drops out every evening.
    @northbank my card was declined abroad and your helpline is closed at weekends, seriously
    You froze my account without a word and my rent bounced.
    Two identical payments went out for the same invoice and I want one of them back.
    The branch closed and now the nearest one is 30 miles away, useless
    Your fraud team hung up on me. Twice.
    I have sent the same form three times and you keep asking for it
    @northbank app down on payday again, what a joke
    Charged a late fee for a payment you processed late.
    The cashier was short with my mother and she left in tears
    @skyhop two hours on the runway and not so much as a cup of water
    Our flight was moved to the next morning and nobody offered us a room
    My suitcase has been in Lisbon for five days while I am in Leeds.
    The seat did not recline, the screen was dead and the meal had run out
    @railway1 packed like sardines again and I paid for a reserved seat
    The hotel gave our room away though we had paid in full.
    Check-in took ninety minutes with two desks open for three flights.
    The coach left ten minutes early and left us standing there with the kids.
    @skyhop thanks for losing my bag and then losing the claim as well
    Air conditioning broken, towels grey, and they wanted a deposit for the remote.
    The tour was sold as English speaking and the guide spoke none.
    The last update wiped all my notes and support has gone quiet
    @notably it logs me out every five minutes since yesterday, please fix
    Your export has been broken for months and the ticket just says closed.
    Can't log in, can't reset the password, can't reach anybody.
    I pay for the pro plan and half of the features crash
    The app asks me for a rating every day but never saves my settings
    @notably syncing is a mess, lost a whole day of work
    The upgrade doubled the price and took away the one thing I used.
    Been a customer for eleven years and this is how I am treated.
    I am really disappointed, this was a birthday present.
    I don't like to moan but the soup was cold and so was the welcome.
    Thank you for your answer, but it does not solve anything.
    Sorry to bother you again, the heating is still not working.
    Nice touch, charging me for the delivery that never happened
    Oh great, another delay. Exactly what I needed today.
    Is anyone ever going to answer my emails?
    Why does it take three weeks to post a SIM card?
    How hard can it be to send the right charger?
    How many times do I have to cancel before you stop taking my money?
    Never again.
    Worst customer service I have ever had.
    What a waste of money.
    I want every penny of it back.
    Absolutely shocking service from start to finish
    Rude staff and dirty tables.
    You promised a call back by noon. It is nine in the evening.
    My father is in a wheelchair and your only lift has been out of order since May.
    The website does not work with my screen reader, so I can't book at all.
    Nobody told us that the pool was closed.
    No one picks up, no one writes back, and the money is gone.
    Not good enough, I expected better from you.
    The staff were friendly enough but we waited two hours for a main course.
    Good product, terrible delivery.
    Far too expensive for what it is.
    I will be taking my business elsewhere.
    I would like to make a formal complaint about your installer.
    The room was lovely, the noise from the bar until 4 am was not.
    @citycabs driver cancelled on me twice and I missed my train 😡
    My order came without the screws. Again.
    Wrong colour, wrong size, and the box was open
    wtf is going on with your servers
    still waiting for a refund you approved in April
    STOP SENDING ME TEXTS I UNSUBSCRIBED
    Why was I charged for a parcel you never picked up?
    When is someone going to ring me back?
    Where is my order? It was due last Tuesday
    @parcelfox any reason my parcel has been in Derby for nine days?
    Do you even read these messages?
    So who pays for the ruined carpet then?
    Why say next day delivery if it takes a week?
    @fonely is the whole network down or just my street, third time this month
    How long am I supposed to sit in this queue?
    Can somebody explain why I was cut off?
    Could you please stop ringing me at seven in the morning?
    What is the point of booking a slot if you come when you like?
    @northbank when will the app be back up, I can't pay for my shopping
    Will I ever see that refund?
    Is it normal to wait six weeks for a new card?
    @skyhop can you find out where my suitcase went, nobody at the airport knows
    Are you going to do anything about the broken lift?
    Why do I have to pay to choose a seat next to my own child?
    @railway1 why are there two coaches on the busiest train of the day?
    Do you think it is fine to leave people standing in the rain?
    Can you get someone to answer the phone please, 45 minutes and counting
    Is there anybody working at your help desk tonight?
    Why is there no hot water in a four star hotel?
    @notably what happened to all my folders?
    How do I get hold of a person, your bot does not understand me?
    Where do I send the bill for my missed meeting?
    How is a family of four meant to eat at that price?
    Did anyone check this jumper before you sent it, there is a hole in the sleeve
    Why did the driver leave it at number 12 when I live at 21?
    So now I have to pay for your mistake?
    On the phone with you since four o'clock, @fonely
    Missed my daughter's concert because of your train.
    Our flight is cancelled and the desk is empty.
    No boxes, no driver, no call.
    My booking has vanished and they say I never made one.
    It would help if you told passengers what is happening
    Another evening without internet, another text that says you are working on it.
    They would not let us board though we were there in time
    Whoever designed this form has never filled one in.
    You lost a loyal customer today.
    Gate changed three times and we still have not left.
    I have been trying to reach you since Monday.
    You need to train your people in manners`,
  de: `
    Das Paket liegt seit einer Woche im Depot und keiner rührt sich.
    @paketfuchs angeblich zugestellt, hier ist aber nichts angekommen
    Die Waschmaschine ist nach drei Tagen kaputt und der Händler stellt sich taub.
    Seit Montag kein Internet und in der Hotline fliege ich nach 20 Minuten raus.
    Mir wurde der Betrag zweimal abgebucht, wann bekomme ich mein Geld zurück?
    Der Kellner war patzig und das Essen kalt.
    Der Zug fiel aus, niemand sagte etwas, und der Anschluss war weg.
    Die App stürzt nach jedem Update ab, so ist sie unbrauchbar.
    Ich habe schon viermal angerufen und jedes Mal etwas anderes gehört.
    Für diesen Preis war das Zimmer eine Frechheit.
    @bahn1 schon wieder 50 Minuten zu spät, ich bin es leid
    Nie wieder, so einen schlechten Service habe ich noch nicht erlebt.
    Die versprochene Gutschrift ist bis heute nicht da.
    Wann kommt endlich jemand, der die Heizung repariert?
    Warum muss ich für Ihren Fehler zahlen?
    Wie lange soll ich noch auf mein Geld warten?`,
  es: `
    El paquete figura como entregado y aquí no ha llegado nada.
    Llevo cuatro días sin internet y solo me contesta un robot.
    @superfresco la fruta venía podrida y faltaba la mitad del pedido
    Me han cobrado dos veces la misma factura y nadie me devuelve el dinero.
    El técnico no se presentó y tampoco avisó.
    La habitación estaba sucia y el personal fue muy antipático.
    El vuelo salió con cinco horas de retraso y no nos dieron ni agua.
    La aplicación se cierra sola cada vez que intento pagar.
    Pedí un sofá gris y me mandaron uno verde, y ahora no quieren cambiarlo.
    Una vergüenza de servicio, no vuelvo a comprar aquí.
    @bancosur me bloquearon la tarjeta sin avisar y estoy de viaje
    Ya es la tercera reclamación y todo sigue igual.
    ¿Cuándo piensan devolverme el dinero?
    ¿Por qué me cobran un servicio que no funciona?
    ¿Hasta cuándo tengo que esperar al técnico?`,
  fr: `
    Mon colis est bloqué depuis dix jours et personne ne sait où il est.
    @superfrais la moitié de ma commande manque et les yaourts sont périmés
    Plus de connexion depuis mardi et le service client raccroche.
    On m'a prélevé deux fois et j'attends toujours le remboursement.
    Le technicien n'est jamais venu et n'a même pas appelé.
    Accueil froid, chambre sale, et le petit déjeuner était immangeable.
    Train supprimé sans aucune information, nous avons dormi à la gare.
    L'application plante à chaque fois que je veux payer.
    Le canapé est arrivé déchiré et le vendeur ne veut rien entendre.
    C'est la dernière fois que je commande chez vous.
    @banquebleue carte bloquée sans prévenir, c'est inadmissible
    Cela fait trois fois que j'explique le même problème.
    Quand allez-vous enfin me rembourser ?
    Pourquoi dois-je payer pour votre erreur ?
    Combien de temps faut-il encore attendre le technicien ?`,
  it: `
    Il pacco risulta consegnato ma qui non è arrivato niente.
    Sono senza linea da cinque giorni e il call center mi chiude il telefono.
    @freschino metà della spesa mancava e il latte era scaduto
    Mi avete addebitato due volte lo stesso importo e nessuno mi rimborsa.
    Il tecnico non si è presentato e non ha nemmeno chiamato.
    La camera era sporca e il personale scortese.
    Volo in ritardo di sei ore e nemmeno una bottiglia d'acqua.
    L'applicazione si blocca ogni volta che provo a pagare.
    Ho ordinato un tavolo di legno e mi è arrivato uno di plastica, rotto.
    Servizio pessimo, non comprerò mai più da voi.
    @bancadelsole carta bloccata senza preavviso, sono all'estero
    È la terza volta che spiego lo stesso problema a un operatore diverso.
    Quando pensate di restituirmi i soldi?
    Perché devo pagare per un vostro errore?
    Quanto devo ancora aspettare il tecnico?`,
  pt: `
    A encomenda aparece como entregue mas não chegou nada aqui.
    Estou sem internet há quatro dias e só falo com um robô.
    @mercadofresco metade do pedido veio faltando e o iogurte estava vencido
    Cobraram duas vezes a mesma fatura e ninguém devolve o meu dinheiro.
    O técnico não apareceu e nem avisou.
    O quarto estava sujo e os funcionários foram grosseiros.
    O voo atrasou seis horas e não deram nem água.
    O aplicativo trava toda vez que tento pagar.
    Comprei uma mesa branca e veio uma preta, riscada.
    Péssimo atendimento, nunca mais compro nessa loja.
    @bancodosul bloquearam o meu cartão sem aviso e estou viajando
    Já é a terceira vez que reclamo e nada muda.
    Quando vão devolver o meu dinheiro?
    Por que tenho que pagar por um erro de vocês?
    Até quando vou esperar pelo técnico?`,
};
