/**
 * Customers who do not complain: neutral questions and chat as they post them to a firm, invented for this project, one
 * sentence a line, by ISO 639-1 language. Some bear words that complaints bear too ("lost", "late", "refund").
 */
export const ownChat: Readonly<Record<string, string>> = {
  en: `
    @parcelfox what time does the depot in Hull close today?
    @parcelfox can I change the delivery address once it is on the van
    Do you deliver to the Channel Islands?
    Hi, how do I print a returns label?
    What happens if my parcel gets lost in the post?
    Is there a fee if I return it after 30 days?
    @quickbasket do you take orders for Christmas Eve yet
    Could my neighbour sign for it?
    Order placed this morning, tracking number came through.
    Just picked up my parcel from the locker.
    Can I still cancel an order that has been packed?
    @homenest is the oak table still in stock anywhere near York?
    Where can I see how long the guarantee lasts?
    Does the bookcase come in white?
    When does the summer sale start?
    Are dogs allowed in your shops?
    @greenmart which of your branches sell gluten free flour
    do you price match?
    Looking for a blue raincoat in size 14, any ideas?
    Any chance the small one will be back before Easter?
    I am wondering if you sell gift cards online.
    Off to the garden centre with my nan.
    @greenmart have you got pumpkins in yet
    Is the cafe upstairs open on bank holidays?
    @fonely does your cheapest plan include calls to Ireland?
    How can I keep my number when I move over to you?
    What is the difference between the two fibre packages?
    Can you tell me when my contract ends please
    @fonely will the new phone be on sale on Friday or Saturday
    how do I turn off voicemail?
    Moving house next month, what do I need to do about broadband?
    Sent you a DM with my account number.
    @fonely just replied to your message
    Ok, will try that and let you know.
    Do I need to be at home when the engineer comes?
    Which channel is the match on tonight?
    @northbank what is the daily limit for cash machines abroad?
    How do I add my wife to the account?
    Can I open a savings account in the app?
    Is it possible to get a paper statement?
    What documents do I need for a mortgage appointment?
    @northbank are you open on Saturdays in Bath
    What should I do if I lost my card?
    How long does a transfer to Germany take?
    Does the student account have an overdraft?
    Who do I tell about a change of address?
    @northbank is the 12 pm maintenance tonight or tomorrow
    Could you explain how the cashback works?
    @skyhop which terminal do you use at Gatwick?
    Is the 9:40 to Oslo delayed or on time?
    How many bags can I bring on the cheap fare?
    @skyhop can I add a seat for a cello
    Do you fly to Porto in winter?
    How much is it to change the name on a ticket?
    What time does check in open for the 6 am flight?
    Boarding now, see you in Rome
    @railway1 is there a quiet coach on the 17:05
    Are bikes allowed on the Sunday trains?
    Do children under five need a ticket?
    @railway1 which platform for Crewe
    If I miss my connection, is my ticket valid on the next train?
    Heading to Edinburgh with the team for the weekend.
    We land at ten, is the shuttle still running then?
    Is breakfast included with the double room?
    Can I leave my luggage after check out?
    Do you have parking for a camper van?
    @skyhop following you now, can you follow back so I can DM
    Can I use my points for an upgrade?
    What is the wifi code in the lounge?
    Booked four tickets for the zoo on Saturday.
    @notably how do I export to PDF?
    Does the free version sync to more than two devices?
    Is there a keyboard shortcut for search?
    Where do I find my invoice?
    Is a dark mode planned?
    What does error 204 mean?
    Can I move my licence to a new laptop?
    @notably are you hiring in Glasgow at the moment
    Will it run on Linux?
    How do I delete an old project?
    Which browsers do you support?
    Installed the new version last night.
    Does anyone know whether the student discount is for one year or two?
    Who won the competition last week?
    @notably watching your talk from the train
    Do you have a newsletter?
    Good morning! Are you open today?
    Hello, I have a question about an order.
    Please let me know when it ships.
    I would like to know more about the family plan.
    Thanks, I will have a look.
    Thank you, got your email.
    Thanks for the quick info, how do I pay?
    ok thanks
    Yes please
    Number sent by message.
    That was me in the red hat by the way
    See you all on Monday.
    My sister works in your Leeds shop.
    Never tried the lemon one, is it sweet?
    I normally take the bus at seven.
    I had the fish, my wife had the soup.
    We went on Tuesday afternoon and bought two chairs.
    I called on Monday to book an appointment.
    It is the brown one, about a metre wide.
    First time using your service tomorrow.
    @citycabs can you book a car for 4 am
    Is tipping included?
    Can I get a refund on an unused day ticket?
    Who do I contact about a refund?
    How does one make a complaint, is there a form?
    Do you still sell the replacement for a broken lid?
    Is your hotline free of charge?
    Waiting at gate 12 with a coffee.
    RT @skyhop: win two tickets to Malta this week
    It was okay, nothing special.
    Neither cheap nor expensive.
    Not the best, not the worst, an ordinary lunch.
    About what I expected.
    It does the job.
    Neither fast nor slow, a normal queue for a Saturday.
    Fine for the price, not great and not bad.
    No strong feelings either way.`,
  de: `
    @paketfuchs bis wann kann ich das Paket heute abholen?
    Liefern Sie auch nach Österreich?
    Wie kann ich die Lieferadresse ändern?
    Ist die Lampe auch in Weiß erhältlich?
    Haben Sie am Samstag geöffnet?
    Welche Unterlagen brauche ich für ein Konto?
    Kann ich meine Nummer mitnehmen, wenn ich wechsle?
    Ab wann gibt es die Tickets für Dezember?
    @bahn1 von welchem Gleis fährt der Zug nach Kassel
    Was passiert, wenn ich den Anschluss verpasse?
    Wo finde ich meine Rechnung?
    Danke, ich schaue gleich nach.
    Habe Ihnen eine Nachricht geschickt.
    Wir sitzen schon im Zug nach Wien.`,
  es: `
    @superfresco ¿a qué hora cierran hoy?
    ¿Hacen envíos a Canarias?
    ¿Cómo puedo cambiar la dirección de entrega?
    ¿Tienen esta camisa en la talla 42?
    ¿Qué documentos necesito para abrir una cuenta?
    ¿El desayuno está incluido en el precio?
    ¿Cuántas maletas puedo llevar con esa tarifa?
    Quisiera saber si el plan familiar incluye llamadas.
    ¿Dónde puedo descargar la factura?
    ¿Qué hago si pierdo la tarjeta?
    Gracias, les escribo por privado.
    Ya estamos en la puerta de embarque.
    Compré dos entradas para el sábado.`,
  fr: `
    @superfrais vous ouvrez à quelle heure dimanche ?
    Livrez-vous en Corse ?
    Comment puis-je changer l'adresse de livraison ?
    Est-ce que ce manteau existe en bleu ?
    Quels papiers faut-il pour ouvrir un compte ?
    Le petit déjeuner est-il compris ?
    Combien de bagages puis-je prendre avec ce billet ?
    J'aimerais savoir si le forfait marche en Suisse.
    Où est-ce que je trouve ma facture ?
    Que dois-je faire si j'ai perdu ma carte ?
    Merci, je vous envoie un message privé.
    Nous sommes dans le train pour Lyon.
    J'ai pris deux places pour samedi.`,
  it: `
    @freschino a che ora chiudete oggi?
    Spedite anche in Sardegna?
    Come posso cambiare l'indirizzo di consegna?
    Avete questa giacca nella taglia 48?
    Quali documenti servono per aprire un conto?
    La colazione è compresa nel prezzo?
    Quante valigie posso portare con questa tariffa?
    Vorrei sapere se il piano vale anche in Svizzera.
    Dove trovo la fattura?
    Che cosa devo fare se perdo la carta?
    Grazie, vi scrivo in privato.
    Siamo sul treno per Bologna.
    Ho preso due biglietti per sabato.`,
  pt: `
    @mercadofresco até que horas ficam abertos hoje?
    Vocês entregam em Manaus?
    Como faço para mudar o endereço de entrega?
    Tem essa camisa no tamanho M?
    Quais documentos preciso para abrir uma conta?
    O café da manhã está incluído?
    Quantas malas posso levar nessa tarifa?
    Gostaria de saber se o plano vale fora do país.
    Onde encontro a minha fatura?
    O que faço se perder o cartão?
    Obrigado, mandei uma mensagem privada.
    Já estamos no portão de embarque.
    Comprei dois ingressos para sábado.`,
};

/** Customers who praise or are content, made in the same way; some deny a complaint or answer one that was put right. */
export const ownPraise: Readonly<Record<string, string>> = {
  en: `
    Parcel came a day early, thank you!
    @homenest the new chairs are gorgeous 😍
    Your driver was so kind to my grandmother.
    Easy to order and quick to arrive.
    No delays, no fuss, just as promised.
    The assistant found my size in two minutes, brilliant.
    Best bread in town.
    @fonely whoever is on chat tonight deserves a pay rise, problem solved
    Switched over in a day and everything works.
    Nothing went wrong, I was almost surprised.
    @northbank card replaced in two days while I was abroad, very impressed
    Friendly people at the branch, as always.
    Smooth flight and a lovely crew, cheers @skyhop
    I can't fault the room or the breakfast.
    My bag was lost and you found it within the hour, well done.
    We had a great time and will be back in spring.
    @notably love the new search
    Support answered in five minutes and it is fixed.
    Simple, fast, does what it says.
    I was worried about the move but it could not have been easier.
    Not bad at all for the price.
    Please stay just as you are.
    All good so far
    Happy with everything, no complaints.
    Wonderful evening, the soup was worth the wait.
    👏👏 thank you team`,
  de: `
    Schnelle Lieferung, alles heil angekommen, danke!
    Sehr nette Beratung, ich komme gerne wieder.
    Die neue App gefällt mir richtig gut.
    Kein Grund zur Klage, alles pünktlich.
    Toller Flug und ein freundliches Team.
    Mein Problem war in fünf Minuten gelöst, super.`,
  es: `
    Llegó antes de lo previsto, muchas gracias.
    La chica de la tienda fue encantadora.
    Me encanta la nueva aplicación.
    Sin problemas, todo muy rápido.
    Un vuelo estupendo y una tripulación muy amable.
    Resolvieron mi duda en cinco minutos, excelente.`,
  fr: `
    Livré un jour plus tôt, merci beaucoup.
    La vendeuse a été adorable.
    J'adore la nouvelle application.
    Aucun souci, tout était prêt à l'heure.
    Très bon vol et équipage souriant.
    Problème réglé en cinq minutes, bravo.`,
  it: `
    Arrivato un giorno prima, grazie mille.
    La commessa è stata gentilissima.
    Mi piace molto la nuova applicazione.
    Nessun problema, tutto puntuale.
    Ottimo volo ed equipaggio cortese.
    Problema risolto in cinque minuti, complimenti.`,
  pt: `
    Chegou um dia antes, muito obrigada.
    A vendedora foi muito atenciosa.
    Adorei o aplicativo novo.
    Sem problemas, tudo no prazo.
    Ótimo voo e equipe simpática.
    Resolveram em cinco minutos, parabéns.`,
};
