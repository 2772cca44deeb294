import * as z from 'zod';
import { AwsError } from '../aws-error.ts';
import { jsonAnswer, readRequest } from '../json-1.1.ts';
import { actionOf, jsonObject, type Protocol, type ServiceCall } from '../protocol.ts';
import type { KmsStandIn } from './stand-in.ts';

const context = z.record(z.string(), z.string()).default({});
const GenerateDataKey = z.object({
  KeyId: z.string(),
  KeySpec: z.string().optional(),
  NumberOfBytes: z.int().optional(),
  EncryptionContext: context,
});
const Decrypt = z.object({ CiphertextBlob: z.base64(), KeyId: z.string().optional(), EncryptionContext: context });

/** KMS's JSON 1.1 (`TrentService.GenerateDataKey`, `.Decrypt`), spoken for the stand-in. */
export const kmsProtocol = (standIn: KmsStandIn): Protocol => ({
  service: 'kms',
  decode: ({ target, body }) => ({ action: actionOf(target), request: jsonObject(body) }),
  answer: async (call) => jsonAnswer(200, perform(standIn, call)),
  refuse: (error) => jsonAnswer(error.status, { __type: error.shape, message: error.message }),
});

const perform = (standIn: KmsStandIn, { action, request }: ServiceCall): object => {
  switch (action) {
    case 'GenerateDataKey': {
      const { KeyId, KeySpec: spec, NumberOfBytes: bytes, EncryptionContext } = readRequest(GenerateDataKey, request);
      const { arn, plaintext, ciphertext } = standIn.generateDataKey(KeyId, { spec, bytes }, EncryptionContext);
      return {
        KeyId: arn,
        Plaintext: plaintext.toString('base64'),
        CiphertextBlob: ciphertext.toString('base64'),
      };
    }
    case 'Decrypt': {
      const { CiphertextBlob, KeyId, EncryptionContext } = readRequest(Decrypt, request);
      const { arn, plaintext } = standIn.decrypt(Buffer.from(CiphertextBlob, 'base64'), KeyId, EncryptionContext);
      return { KeyId: arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    }
    default:
      throw new AwsError('UnknownOperationException', `The stand-in for KMS does not serve ${action}.`);
  }
};
