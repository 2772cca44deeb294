import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { detectDeps } from '../adapters/detect-deps.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

export const handler = makeHandler(detectDeps(Env.parse(process.env), new DynamoDBClient()));
