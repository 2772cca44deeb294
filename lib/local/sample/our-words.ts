import type { Location, Touchpoint } from './journey.ts';

/** What a reply of our own desk is worth to the customer; `asking` and `informing` are both the contract's `other`. */
export type Worth = 'hollow' | 'remedy' | 'asking' | 'informing' | 'thanks';

/** Apologises, deflects or promises; names nothing done. */
export const hollowReplies: readonly string[] = [
  'Thank you for getting in touch. We are sorry to hear this and will pass it on to the team.',
  'We apologise for any inconvenience. Your feedback helps us to get better.',
  'Sorry about that! We take this very seriously.',
  'Thanks for letting us know. Somebody will look into it.',
  'We are so sorry that your experience was not up to our usual standard.',
  'Your message is important to us. We will get back to you as soon as we can.',
  'Oh no, that is not what we like to hear! We have noted it.',
  'We understand how annoying this must be and thank you for your patience.',
  'Apologies. We are very busy at the moment and are doing our best.',
  'Thank you for your honest words, we have shared them with the colleagues concerned.',
  'Sorry for the trouble. Please see our help pages, most questions are answered there.',
  'We regret that you were not happy this time and hope to do better next time.',
  'Thank you for bearing with us. This is being looked at.',
  'We hear you! Rest assured that our team is working on it.',
  'Unfortunately that is outside our control, but thank you for raising it.',
  'Please accept our sincere apologies. We value you as a customer.',
  'Sorry to read that. We will do our utmost to stop it from happening again.',
  'Thank you for contacting Fennel & Rye. An agent will be in touch shortly.',
];

const deliveryRemedies: readonly string[] = [
  'I have refunded the full amount to your card, you should see it tomorrow.',
  'A fresh order left the kitchen ten minutes ago, free of charge, and the driver will ring you.',
  'We have credited 15 pounds to your account and taken the delivery fee off.',
  'I rebooked you for tomorrow at six and put you first on the round.',
  'I called you just now as promised, and the replacement is booked for this afternoon.',
  'Everything that was not right has been refunded, and I spoke to the driver of that round myself.',
  'We replaced the whole bag, it is in the van now and will be with you before eight.',
];

const shopRemedies: readonly string[] = [
  'I have given you 10 pounds of credit and the shop manager has put it right this morning.',
  'The money has been paid back to your card, and the mistake on our side is corrected.',
  'I cancelled the faulty order for you and returned the amount in full.',
  'We have replaced it, yours is waiting at the counter in a bag with your name.',
  'The shop manager rang you at noon and has refunded the purchase.',
];

const billingRemedies: readonly string[] = [
  'The wrong charge was refunded this morning. Your bank shows it within two days.',
  'Your plan is cancelled as of March and we have paid back everything since.',
  'I corrected the invoice, waived the fee and attached the new one.',
];

const loginRemedies: readonly string[] = [
  'I have unlocked your account and sent you a new code, which worked when we tried it together.',
  'We reset your login and moved your saved basket across, so nothing is lost.',
];

const careRemedies: readonly string[] = [
  'My supervisor rang you at noon, and we have credited 10 pounds to your account.',
  'I called you back, took it over myself and sent you a new welcome box with a dessert on us.',
  'It is settled: the refund has been sent, and you have my direct line from now on.',
];

/** Names a thing done or given. */
export const remedies: Readonly<Record<Touchpoint, readonly string[]>> = {
  delivery: deliveryRemedies,
  'store-visit': shopRemedies,
  checkout: shopRemedies,
  returns: shopRemedies,
  billing: billingRemedies,
  'app-login': loginRemedies,
  'support-call': careRemedies,
  onboarding: careRemedies,
};

/** Asks for a detail that is needed. */
export const askingReplies: readonly string[] = [
  'Could you send me your order number, please?',
  'On which day was that, and about what time?',
  'May I ask for the postcode on your account?',
  'What name is on the account?',
  'Could you send us a photo of what you see?',
  'Is 0161 496 0133 still the right number to reach you?',
  'Which of our shops do you usually order from?',
  'Was that on your phone or on a computer?',
];

/** Informs, where nothing was wrong. */
export const informingReplies: readonly string[] = [
  'Yes, that is possible. You can change it in the app until midnight.',
  'You will find it in the app under My Orders, behind the three dots.',
  'Not at the moment, though it is planned for the summer.',
  'I looked it up for you, the answer is on the page which I have just sent.',
  'That holds for all three shops and for the online shop too.',
  'The kitchen says yes.',
  'It is in the confirmation mail, near the bottom. Do write again if you cannot see it.',
  'We are open from eight to eight and happy to show you.',
];

const thanksReplies: readonly string[] = [
  'That made our day, thank you!',
  'How kind. We will read it out in the kitchen.',
  'Thank you, see you soon!',
  'Lovely to hear. The plum crumble sends its regards.',
];

/** Our replies of one worth that fit a touchpoint. */
export const repliesOf = (worth: Worth, touchpoint: Touchpoint): readonly string[] => {
  switch (worth) {
    case 'hollow':
      return hollowReplies;
    case 'remedy':
      return remedies[touchpoint];
    case 'asking':
      return askingReplies;
    case 'informing':
      return informingReplies;
    case 'thanks':
      return thanksReplies;
  }
};

/** What staff write down at the end of a shift: evidence beside the customers' words, never a customer's voice. */
export const staffNotes: readonly { touchpoint: Touchpoint; location: Location; words: string }[] = [
  {
    touchpoint: 'delivery',
    location: 'Millfield',
    words: 'Evening round ran with one van instead of two again, last drop at 21:30.',
  },
  {
    touchpoint: 'delivery',
    location: 'Millfield',
    words: 'Flat boxes do not stay shut when stacked on their side. Told the depot last week.',
  },
  {
    touchpoint: 'delivery',
    location: 'Millfield',
    words: 'Five doors in a row with leaking soup tonight. I apologised at each, cannot do more.',
  },
  {
    touchpoint: 'delivery',
    location: 'Millfield',
    words: 'Agency driver does not know the estate, forty minutes lost in the crescents.',
  },
  {
    touchpoint: 'delivery',
    location: 'Millfield',
    words: 'Crates loaded in a hurry, heavy jars on top. No time to repack before the slot.',
  },
  {
    touchpoint: 'delivery',
    location: 'Millfield',
    words: 'Customers on the late round no longer open the door cheerfully. Several asked for a manager.',
  },
  { touchpoint: 'delivery', location: 'Northgate', words: 'Good round today, all on time, new route sheet works.' },
  {
    touchpoint: 'store-visit',
    location: 'Northgate',
    words: 'Lift still waits for the part. Two customers with prams turned round.',
  },
  {
    touchpoint: 'store-visit',
    location: 'Harbour Street',
    words: 'Rye bread gone by ten. We could sell twice as much on Saturdays.',
  },
  {
    touchpoint: 'store-visit',
    location: 'Harbour Street',
    words: 'Tasting table drew a crowd, sold out of the beetroot dip.',
  },
  {
    touchpoint: 'store-visit',
    location: 'Millfield',
    words: 'Only me on the tills from six to eight, queue back to the dairy.',
  },
  {
    touchpoint: 'checkout',
    location: 'Northgate',
    words: 'Leaflet coupon is not in the system. I typed it in by hand for nine people.',
  },
  {
    touchpoint: 'billing',
    location: 'Online',
    words: 'Third caller today with a plan that was cancelled and still billed. We cannot see the plans from here.',
  },
  {
    touchpoint: 'billing',
    location: 'Online',
    words: 'Billing told me to send the customer to the call desk, the call desk had sent her to billing.',
  },
  {
    touchpoint: 'support-call',
    location: 'Online',
    words: 'Waiting time over half an hour since lunch, two of us on the desk.',
  },
  {
    touchpoint: 'support-call',
    location: 'Online',
    words: 'We are not allowed to refund above ten pounds, so people ring three times.',
  },
  {
    touchpoint: 'app-login',
    location: 'Online',
    words: 'Everyone at the counter asks about login codes today. We have no answer to give.',
  },
  {
    touchpoint: 'app-login',
    location: 'Online',
    words: 'Helped an elderly gentleman for twenty minutes, the code came when he had left.',
  },
  {
    touchpoint: 'returns',
    location: 'Northgate',
    words: 'The form for spoiled fruit takes longer than the queue behind it allows.',
  },
  {
    touchpoint: 'onboarding',
    location: 'Online',
    words: 'Welcome boxes came from the packer with four meals in them, the leaflet says six.',
  },
];
