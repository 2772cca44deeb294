import * as z from 'zod';
import type { MappingDefinition } from '../definitions.ts';
import type { Reading } from '../reading.ts';
import { parsePattern } from './filter.ts';

/** Defaults of the CreateEventSourceMapping request for SQS: batches of 10, no waiting. */
const EventSourceMapping = z.object({
  EventSourceArn: z.string().regex(/^arn:aws:sqs:/, 'only SQS queues are event sources here'),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number().optional() }).default({}),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) }).optional(),
});

export const readMapping = ({ logicalId, properties }: Reading): MappingDefinition => {
  const mapping = EventSourceMapping.parse(properties);
  const maximumConcurrency = mapping.ScalingConfig.MaximumConcurrency;
  return {
    logicalId,
    queueArn: mapping.EventSourceArn,
    // A name or an ARN, with or without a qualifier: the name is what follows `function:`.
    functionName: mapping.FunctionName.split(':function:').at(-1)?.split(':')[0] ?? mapping.FunctionName,
    enabled: mapping.Enabled,
    batchSize: mapping.BatchSize,
    windowSeconds: mapping.MaximumBatchingWindowInSeconds,
    ...(maximumConcurrency === undefined ? {} : { maximumConcurrency }),
    reportsBatchItemFailures: mapping.FunctionResponseTypes.length > 0,
    patterns: (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) => parsePattern(Pattern)),
  };
};
