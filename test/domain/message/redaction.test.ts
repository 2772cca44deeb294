import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../functions/domain/message/redaction.ts';

const personal: [text: string, redacted: string][] = [
  ['write to ana.lima@example.com please', 'write to [email] please'],
  ['(jo+shop@mail.example.co.uk)', '([email])'],
  ['mailto:kim_1@example.org.', 'mailto:[email].'],
  ['jörg@bücher.example und so', '[email] und so'],
  ['A@B.io,c@d.io', '[email],[email]'],
  ['my mail is 12345@example.net', 'my mail is [email]'],
  ['+44 20 7946 0958', '[phone]'],
  ['+1 (212) 555-0100 any time', '[phone] any time'],
  ['+49 (0) 30 1234567', '[phone]'],
  ['+351912345678', '[phone]'],
  ['0049 30 1234567', '[phone]'],
  ['ring me: 07700 900123', 'ring me: [phone]'],
  ['07700900123', '[phone]'],
  ['020-7946-0958', '[phone]'],
  ['(030) 123 456 78', '[phone]'],
  ['030/12345678', '[phone]'],
  ['0151 23456789 bitte', '[phone] bitte'],
  ['06 12 34 56 78', '[phone]'],
  ['06.12.34.56.78', '[phone]'],
  ['212-555-0100', '[phone]'],
  ['(212) 555-0100', '[phone]'],
  ['1-800-555-0199', '[phone]'],
  ['212.555.0100', '[phone]'],
  ['llámame al 612 345 678', 'llámame al [phone]'],
  ['612 34 56 78', '[phone]'],
  ['912 345 678', '[phone]'],
  ['(11) 98765-4321', '[phone]'],
  ['347 1234567', '[phone]'],
  ['my mobile is 5551234567', 'my mobile is [phone]'],
  ['tel. 555-1234', 'tel. [phone]'],
  ['WhatsApp: 987654321', 'WhatsApp: [phone]'],
  ['Handy 1512345678', 'Handy [phone]'],
  ['teléfono 5512345678', 'teléfono [phone]'],
  ['call 07700 900123 after 2026-03-05 10:30', 'call [phone] after 2026-03-05 10:30'],
  ['on 2026-03-05 07700 900123 rang', 'on 2026-03-05 [phone] rang'],
  ['card 4111 1111 1111 1111 was charged', 'card [card] was charged'],
  ['4111-1111-1111-1111', '[card]'],
  ['4111111111111111', '[card]'],
  ['5555.5555.5555.4444', '[card]'],
  ['3782 822463 10005', '[card]'],
  ['378282246310005', '[card]'],
  ['3056 930902 5904', '[card]'],
  ['4222222222222', '[card]'],
  ['6304000000000000000', '[card]'],
  ['on 12 4111 1111 1111 1111', 'on 12 [card]'],
  ['order 4111111111111111', 'order [card]'],
  ['DE89 3704 0044 0532 0130 00 thanks', '[iban] thanks'],
  ['DE89370400440532013000', '[iban]'],
  ['gb82 west 1234 5698 7654 32.', '[iban].'],
  ['FR14 2004 1010 0505 0001 3M02 606', '[iban]'],
  ['IBAN:NL91ABNA0417164300', 'IBAN:[iban]'],
  ['PT50-0002-0123-1234-5678-9015-4', '[iban]'],
  ['IBANDE89370400440532013000', 'IBAN[iban]'],
  ['"jo doe"@example.com wrote', '[email] wrote'],
  ['"jo \\"the\\" doe"@example.com', '[email]'],
  ['she said "write to" "jo doe"@example.com', 'she said "write to" [email]'],
  ['4111/1111/1111/1111', '[card]'],
  ['4111 - 1111 - 1111 - 1111', '[card]'],
  ['4111_1111_1111_1111', '[card]'],
  ['x4111111111111111x', 'x[card]x'],
  ['card4111 1111 1111 1111please', 'card[card]please'],
  ['卡号4111111111111111谢谢', '卡号[card]谢谢'],
];

/** What is personal in other characters that look the same, or bear none to look at. */
const disguised: [text: string, redacted: string][] = [
  ['４１１１ １１１１ １１１１ １１１１ 。', '[card] 。'],
  ['４１１１１１１１１１１１１１１１', '[card]'],
  ['بطاقة ٤١١١١١١١١١١١١١١١', 'بطاقة [card]'],
  ['۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱', '[card]'],
  ['कार्ड ४१११ ११११ ११११ ११११ था', 'कार्ड [card] था'],
  ['𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏 😀', '[card] 😀'],
  ['4111\u200b1111\u200b1111\u200b1111', '[card]'],
  ['4\u20601\u200d1\ufeff1\u00ad 1111 1111 1111\u200b!', '[card]\u200b!'],
  ['4111\u20111111\u20111111\u20111111', '[card]'],
  ['＋44 20 7946 0958', '[phone]'],
  ['٠٧٧٠٠ ٩٠٠١٢٣', '[phone]'],
  ['＋４４\u3000２０\u3000７９４６\u3000０９５８', '[phone]'],
  ['07700\u200b900123', '[phone]'],
  ['tel\u200b5551234567', 'tel\u200b[phone]'],
  ['ＤＥ８９３７０４００４４０５３２０１３０００', '[iban]'],
  ['DE89\u200b3704\u200b0044\u200b0532\u200b0130\u200b00', '[iban]'],
  ['jo＠ｅｘａｍｐｌｅ．ｃｏｍ', '[email]'],
  ['jo\u200b@exam\u00adple.\u200bcom', '[email]'],
  ['👩‍👩‍👧 wrote jo@example.com 👍🏽', '👩‍👩‍👧 wrote [email] 👍🏽'],
];

const impersonal = [
  '@acme never answers',
  'Meet me @ the gate.',
  'a@b is no address',
  'user@host',
  'order 0123456789 has not come',
  'order no. 07700900123',
  'my booking reference is 0301234567',
  'Bestellung 0301234567',
  'pedido 612345678',
  'commande n° 0612345678',
  'RE-0123456789',
  'case #0301234567',
  'order 112-1234567-1234567',
  'parcel 1Z999AA10123456784',
  'tracking 00340434292135100186',
  '1234567890',
  'flight BA 0177 at 10:45',
  '2026-03-05',
  '05.03.2026 10:30',
  '2026-03-05T10:30:00Z',
  '01/02/2026, 02/02/2026 and 03/02/2026',
  'it cost 1.234,50 and then 1,234,567.89',
  '$1234567890',
  '900 000 000 euros',
  '£12345678 lost',
  'pi is 0.123456789',
  'from 10:00 to 12:30 on 12 May 2026',
  '192.168.100.200',
  'room 1204, floor 12, 3 nights',
  'waited 45 minutes, 3 times, 2 weeks',
  '4111 1111 1111 1112',
  'DE89 3704 0044 0532 0130 01',
  'ZZ89 3704 0044 0532 0130 00',
  'seat 12A 13B 14C',
  'between 2019 2020 2021 and 2022',
  'code 12-34-56',
  'call 111',
  'x4111111111111112x',
  'JD1234567890123452',
  'parcel 1Z999AA10123456784',
  '01/02/2026/03/04/2026',
  '4111//1111//1111//1111',
  'ＯＫ、１２３４ 円でした。',
  'الطلب ١٢٣٤٥٦٧٨٩٠ لم يصل',
  '٢٠٢٦/٠٣/٠٥',
  '👩‍👩‍👧 nice\u00adly done \u200b',
  '"so good" @acme',
  '"fine"@work',
];

describe('redact', () => {
  it.each(personal)('takes what is personal out of %j', (text, redacted) => expect(redact(text)).toBe(redacted));

  it.each(disguised)('takes what is personal out of %j, however it is written', (text, redacted) =>
    expect(redact(text)).toBe(redacted),
  );

  it('takes a card out whatever the script of its digits, and leaves what stands around it as written', () => {
    const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce, 0x1d7f6];
    const digits = fc
      .constantFrom(...zeros)
      .map((zero) => (digit: string) => String.fromCodePoint(zero + Number(digit)));
    const unseen = fc.constantFrom('', '\u200b', '\u00ad', '\ufeff\u200d');
    const around = fc.constantFrom('', '\u200b', '\uff01', ' ', 'ｈｉ ', '😀', ' １ ');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(digits, unseen), { minLength: 16, maxLength: 16 }),
        around,
        around,
        (how, before, after) => {
          const card = how.map(([write], i) => write('5555555555554444'.charAt(i)));
          const written = card.map((digit, i) => (i === 15 ? digit : digit + how[i]?.[1])).join('');
          expect(redact(`${before}${written}${after}`)).toBe(`${before}[card]${after}`);
        },
      ),
    );
  });

  it.each(impersonal)('leaves %j alone', (text) => expect(redact(text)).toBe(text));

  it('takes out what only another finding uncovers', () => {
    expect(redact('378282246310005DE89370400440532013000')).toBe('[card][iban]');
  });

  it('changes nothing the second time', () => {
    const piece = fc.oneof(
      fc.constantFrom(...[...personal, ...disguised].map(([text]) => text), ...impersonal),
      fc.stringMatching(/^[0-9 /"@a-c.\u200b\uff11\u0664]{0,24}$/),
      fc.stringMatching(/^[0-9 .()+/@a-d\n-]{0,24}$/),
      fc.constantFrom('[phone]', 'tel', 'order', ' ', '-', 'DE89', '@', ','),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' ', '-', '\u200b'), (pieces, glue) => {
        const once = redact(pieces.join(glue));
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves plain prose alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ÿ ,.!?'"\n]*$/), (prose) => {
        expect(redact(prose)).toBe(prose);
      }),
    );
  });

  it('leaves no run of sixteen digits that a card could have', () => {
    const luhn = (digits: string) =>
      [...digits]
        .reverse()
        .reduce((sum, c, i) => sum + (i % 2 ? (Number(c) * 2 > 9 ? Number(c) * 2 - 9 : Number(c) * 2) : Number(c)), 0) %
        10 ===
      0;
    const card = fc
      .stringMatching(/^\d{15}$/)
      .map((head) => [...'0123456789'].map((last) => head + last).find(luhn) ?? '');
    const text = fc
      .tuple(fc.string(), card, fc.constantFrom('', ' ', '-'), fc.string())
      .map(([before, digits, separator, after]) => `${before} ${digits.match(/\d{4}/g)?.join(separator)} ${after}`);
    fc.assert(
      fc.property(text, (given) => {
        const runs =
          redact(given).match(/(?<![\p{L}\p{N}])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?![\p{L}\p{N}])/gu) ?? [];
        expect(runs.filter((run) => luhn(run.replace(/\D/g, '')))).toEqual([]);
      }),
    );
  });

  it.each([
    '1',
    'a',
    '@',
    '+',
    '1 ',
    '1.',
    '1..',
    'a@',
    'a.',
    '1-',
    '(1',
    'DE89',
    '1,',
    '1:2 ',
    '1.1.2020.',
    '0 ',
    '[',
    'é',
    '+1',
    '$1',
    '１',
    '𝟗',
    '\u200b',
    '1\u200b',
    'a\u200b1',
    '"',
    '"a',
    '\\"',
    '1/',
    'IBAN',
    'x4111111111111111',
  ])('takes linear time for 32 KB of %j', (piece) => {
    const long = piece.repeat(Math.ceil(32_768 / piece.length));
    const started = performance.now();
    for (const text of [long, `${long}x`, `${long}@`]) redact(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
