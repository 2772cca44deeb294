import * as z from 'zod';
import { AwsError } from '../aws-error.ts';
import { jsonAnswer, readRequest } from '../json-1.1.ts';
import { actionOf, jsonObject, type Protocol } from '../protocol.ts';
import type { EventsStandIn } from './stand-in.ts';

const PutEvents = z.object({
  Entries: z.array(
    z.object({
      EventBusName: z.string().optional(),
      Source: z.string().optional(),
      DetailType: z.string().optional(),
      Detail: z.string().optional(),
      Resources: z.array(z.string()).optional(),
      Time: z.number().optional(),
    }),
  ),
  EndpointId: z.undefined().optional(),
});

/** EventBridge's JSON 1.1 (`AWSEvents.PutEvents`), spoken for the stand-in. */
export const eventsProtocol = (standIn: EventsStandIn): Protocol => ({
  service: 'events',
  decode: ({ target, body }) => ({ action: actionOf(target), request: jsonObject(body) }),
  answer: async ({ action, request }) => {
    if (action !== 'PutEvents') {
      throw new AwsError('UnknownOperationException', `The stand-in for EventBridge does not serve ${action}.`);
    }
    const Entries = standIn.putEvents(readRequest(PutEvents, request).Entries);
    const FailedEntryCount = Entries.filter((entry) => 'ErrorCode' in entry).length;
    return jsonAnswer(200, { FailedEntryCount, Entries });
  },
  refuse: (error) => jsonAnswer(error.status, { __type: error.shape, message: error.message }),
});
