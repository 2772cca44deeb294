import { hash } from 'node:crypto';
import { invalidParameter } from './sqs-error.ts';

/** One named value beside the body. `dataType` is String, Number or Binary, with an optional label: `Number.float`. */
export interface MessageAttribute {
  dataType: string;
  stringValue?: string | undefined;
  /** Base64, as both protocols carry it. */
  binaryValue?: string | undefined;
}

export type MessageAttributes = Record<string, MessageAttribute>;

/** SD/sqs-message-metadata: at most 10 attributes, names of 256 characters. */
const MAX_ATTRIBUTES = 10;
const ATTRIBUTE_NAME = /^[A-Za-z0-9_.-]{1,256}$/;
const DATA_TYPE = /^(String|Number|Binary)(\..+)?$/;

const isBinary = (attribute: MessageAttribute): boolean => attribute.dataType.startsWith('Binary');

const bytesOf = (attribute: MessageAttribute): Buffer =>
  isBinary(attribute)
    ? Buffer.from(attribute.binaryValue ?? '', 'base64')
    : Buffer.from(attribute.stringValue ?? '', 'utf8');

/** Throws InvalidParameterValue for the first attribute that SQS would not take. */
export const checkAttributes = (attributes: MessageAttributes): void => {
  const pairs = Object.entries(attributes);
  if (pairs.length > MAX_ATTRIBUTES) {
    throw invalidParameter(`Number of message attributes [${pairs.length}] exceeds the allowed maximum [10].`);
  }
  for (const [name, attribute] of pairs) {
    if (!ATTRIBUTE_NAME.test(name)) {
      throw invalidParameter(
        `The message attribute name '${name}' is invalid. Attribute name can contain A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.) characters.`,
      );
    }
    if (!DATA_TYPE.test(attribute.dataType)) {
      throw invalidParameter(
        `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
      );
    }
    if (bytesOf(attribute).length === 0) {
      throw invalidParameter(
        `The message attribute '${name}' must contain a non-empty message attribute value for message attribute type '${attribute.dataType}'.`,
      );
    }
    if (attribute.dataType.startsWith('Number') && !Number.isFinite(Number(attribute.stringValue))) {
      throw invalidParameter(`Can't cast the value of message (user) attribute '${name}' to a number.`);
    }
  }
};

/** Bytes that count towards the size of a message: name, data type and value of every attribute. */
export const attributeBytes = (attributes: MessageAttributes): number =>
  Object.entries(attributes).reduce(
    (bytes, [name, attribute]) => bytes + Buffer.byteLength(name + attribute.dataType) + bytesOf(attribute).length,
    0,
  );

/**
 * MD5 that SDKs check on receipt, as hex; `undefined` where there are no attributes. By name: length and bytes of
 * the name and of the data type, one byte for the transport (1 text, 2 binary), length and bytes of the value; lengths
 * are 4 bytes, big end first (SD/sqs-message-metadata, "Calculating the MD5 message digest for message attributes").
 */
export const attributesMd5 = (attributes: MessageAttributes): string | undefined => {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const parts: Buffer[] = [];
  const measured = (bytes: Buffer): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    parts.push(length, bytes);
  };
  for (const name of names) {
    const attribute = attributes[name];
    if (!attribute) continue;
    measured(Buffer.from(name));
    measured(Buffer.from(attribute.dataType));
    parts.push(Buffer.of(isBinary(attribute) ? 2 : 1));
    measured(bytesOf(attribute));
  }
  return hash('md5', Buffer.concat(parts), 'hex');
};

/** The attributes a receiver asked for: exact names, `prefix.*`, or `All` and `.*` for every one. */
export const chosenAttributes = (attributes: MessageAttributes, names: readonly string[]): MessageAttributes => {
  const isChosen = (name: string): boolean =>
    names.some(
      (wanted) =>
        wanted === 'All' ||
        wanted === '.*' ||
        wanted === name ||
        (wanted.endsWith('.*') && name.startsWith(wanted.slice(0, -1))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isChosen(name)));
};
