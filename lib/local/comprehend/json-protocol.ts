import * as z from 'zod';
import { AwsError } from '../aws-error.ts';
import { jsonAnswer, readRequest } from '../json-1.1.ts';
import { actionOf, jsonObject, type Protocol, type ServiceCall } from '../protocol.ts';
import type { ComprehendStandIn } from './stand-in.ts';

const Batch = z.object({ TextList: z.array(z.string()), LanguageCode: z.string() });
const Single = z.object({ Text: z.string(), LanguageCode: z.string() });

/** Comprehend's JSON 1.1 (`Comprehend_20171127.BatchDetectSentiment`, `.DetectSentiment`), spoken for the stand-in. */
export const comprehendProtocol = (standIn: ComprehendStandIn): Protocol => ({
  service: 'comprehend',
  decode: ({ target, body }) => ({ action: actionOf(target), request: jsonObject(body) }),
  answer: async (call) => jsonAnswer(200, perform(standIn, call)),
  refuse: (error) => jsonAnswer(error.status, { __type: error.shape, Message: error.message }),
});

const perform = (standIn: ComprehendStandIn, { action, request }: ServiceCall): object => {
  switch (action) {
    case 'BatchDetectSentiment': {
      const { TextList, LanguageCode } = readRequest(Batch, request);
      return standIn.batchDetectSentiment(TextList, LanguageCode);
    }
    case 'DetectSentiment': {
      const { Text, LanguageCode } = readRequest(Single, request);
      return standIn.detectSentiment(Text, LanguageCode);
    }
    default:
      throw new AwsError('UnknownOperationException', `The stand-in for Comprehend does not serve ${action}.`);
  }
};
