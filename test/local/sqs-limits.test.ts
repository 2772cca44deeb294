import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageAttributes } from '../../lib/local/sqs/message-attributes.ts';
import { QueueService } from '../../lib/local/sqs/queues.ts';

const MIB = 1024 * 1024;

const service = (): QueueService => {
  const sqs = new QueueService({ now: () => 0 });
  sqs.createQueue('feedback');
  return sqs;
};

const refusal = (shape: string) => expect.objectContaining({ shape });

describe('what a queue refuses', () => {
  it('a queue nobody made', () => {
    expect(() => service().sendMessage('none', { body: 'x' })).toThrow(refusal('QueueDoesNotExist'));
  });

  it('a message over 1 MiB, counted in bytes with its attributes, and takes one of just that size', () => {
    const sqs = service();
    const attributes = { lang: { dataType: 'String', stringValue: 'de' } };
    const room = MIB - 'langStringde'.length;
    sqs.sendMessage('feedback', { body: 'x'.repeat(room), attributes });
    expect(() => sqs.sendMessage('feedback', { body: 'x'.repeat(room + 1), attributes })).toThrow(
      'Message must be shorter than 1048576 bytes',
    );
    expect(() => sqs.sendMessage('feedback', { body: 'ü'.repeat(MIB / 2 + 1) })).toThrow(
      refusal('InvalidParameterValueException'),
    );
  });

  it('a message over the limit of its own queue', () => {
    const sqs = service();
    sqs.setQueueAttributes('feedback', { MaximumMessageSize: '1024' });
    expect(() => sqs.sendMessage('feedback', { body: 'x'.repeat(1025) })).toThrow('shorter than 1024 bytes');
  });

  it('an empty message', () => {
    expect(() => service().sendMessage('feedback', { body: '' })).toThrow(refusal('MissingParameterException'));
  });

  it.each(['\u0000', '\u001f', '\ufffe', '\ud800'])('a character outside the allowed set: %j', (character) => {
    expect(() => service().sendMessage('feedback', { body: `a${character}b` })).toThrow(
      refusal('InvalidMessageContents'),
    );
  });

  it.each(['\t\n\r', '😀', '\ud7ff\ue000\ufffd'])('but no other character: %j', (body) => {
    service().sendMessage('feedback', { body });
  });

  it('a batch that is empty, over ten entries, over 1 MiB together, or whose ids are malformed or not distinct', () => {
    const sqs = service();
    const batch =
      (ids: string[], body = 'x') =>
      () =>
        sqs.sendMessageBatch(
          'feedback',
          ids.map((id) => ({ id, body })),
        );
    expect(batch([])).toThrow(refusal('EmptyBatchRequest'));
    expect(batch([...'abcdefghijk'])).toThrow(refusal('TooManyEntriesInBatchRequest'));
    expect(batch(['a', 'a'])).toThrow(refusal('BatchEntryIdsNotDistinct'));
    expect(batch(['not an id'])).toThrow(refusal('InvalidBatchEntryId'));
    expect(batch(['a', 'b'], 'x'.repeat(MIB / 2 + 1))).toThrow(refusal('BatchRequestTooLong'));
    expect(sqs.depths().feedback?.visible).toBe(0);
  });

  it('one entry of a batch, without its neighbours', () => {
    const outcome = service().sendMessageBatch('feedback', [
      { id: 'good', body: 'x' },
      { id: 'bad', body: '\u0000' },
    ]);
    expect(outcome.successful.map((entry) => entry.id)).toEqual(['good']);
    expect(outcome.failed).toMatchObject([{ id: 'bad', senderFault: true, code: 'InvalidMessageContents' }]);
  });

  it('a receipt handle it never gave out, or that another queue gave out', async () => {
    const sqs = service();
    sqs.createQueue('other');
    sqs.sendMessage('other', { body: 'x' });
    const [message] = await sqs.receive('other');
    expect(() => sqs.deleteMessage('feedback', 'nonsense')).toThrow(refusal('ReceiptHandleIsInvalid'));
    expect(() => sqs.deleteMessage('feedback', message?.receiptHandle ?? '')).toThrow(
      refusal('ReceiptHandleIsInvalid'),
    );
  });

  it.each([{ max: 0 }, { max: 11 }, { waitSeconds: 21 }, { visibilityTimeout: 43_201 }])(
    'a receive outside the limits: %j',
    async (options) => {
      await expect(service().receive('feedback', options)).rejects.toThrow(refusal('InvalidParameterValueException'));
    },
  );

  it.each([
    [{ VisibilityTimeout: '43201' }, 'InvalidAttributeValue'],
    [{ Colour: 'blue' }, 'InvalidAttributeName'],
    [{ constructor: 'x' }, 'InvalidAttributeName'],
    [{ FifoQueue: 'true' }, 'UnsupportedOperation'],
    [{ RedrivePolicy: '{' }, 'InvalidParameterValueException'],
    [{ RedrivePolicy: '{"deadLetterTargetArn":"a","maxReceiveCount":0}' }, 'InvalidParameterValueException'],
  ])('an attribute SQS does not know or take: %j', (attributes, shape) => {
    expect(() => service().setQueueAttributes('feedback', attributes as Record<string, string>)).toThrow(
      refusal(shape),
    );
  });

  it('the name of another queue with other attributes, but not with the same', () => {
    const sqs = service();
    sqs.createQueue('feedback', { VisibilityTimeout: '30' });
    expect(() => sqs.createQueue('feedback', { VisibilityTimeout: '31' })).toThrow(refusal('QueueNameExists'));
    expect(() => sqs.createQueue('no spaces')).toThrow(refusal('InvalidParameterValueException'));
    expect(() => sqs.createQueue('a.fifo')).toThrow(refusal('UnsupportedOperation'));
  });

  it.each<[string, MessageAttributes]>([
    ['without a value', { a: { dataType: 'String', stringValue: '' } }],
    ['of an unknown type', { a: { dataType: 'Date', stringValue: 'x' } }],
    ['with spaces in its name', { 'a b': { dataType: 'String', stringValue: 'x' } }],
    ['that is no number but says so', { a: { dataType: 'Number', stringValue: 'eleven' } }],
  ])('a message attribute %s', (_, attributes) => {
    expect(() => service().sendMessage('feedback', { body: 'x', attributes })).toThrow(
      refusal('InvalidParameterValueException'),
    );
  });

  it('more messages in flight than SQS allows: no more than 120,000 until some are deleted', async () => {
    const sqs = service();
    for (let n = 0; n < 120_001; n++) sqs.sendMessage('feedback', { body: 'x' });
    const inFlight = await sqs.receiveUpTo('feedback', 200_000);
    expect(inFlight).toHaveLength(120_000);
    await expect(sqs.receive('feedback')).rejects.toThrow(refusal('OverLimit'));
    sqs.deleteMessage('feedback', inFlight[0]?.receiptHandle ?? '');
    expect(await sqs.receive('feedback')).toHaveLength(1);
  });
});

describe('the digest of a message', () => {
  it('does not depend on the order of its attributes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 10 }),
        fc.string({ minLength: 1, unit: fc.constantFrom('ü', 'a', '9') }),
        (names, stringValue) => {
          const sqs = service();
          const attributesOf = (order: string[]) =>
            Object.fromEntries(order.map((name) => [name, { dataType: 'String', stringValue }]));
          const digest = (order: string[]) =>
            sqs.sendMessage('feedback', { body: 'x', attributes: attributesOf(order) }).md5OfAttributes;
          expect(digest(names)).toBe(digest(names.toReversed()));
        },
      ),
      { numRuns: 50 },
    );
  });
});
