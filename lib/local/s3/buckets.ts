import { join } from 'node:path';
import type { BucketDefinition } from '../definitions.ts';
import { objectsInFolder, objectsInMemory } from './objects.ts';
import type { LocalS3 } from './stand-in.ts';

/** What a folder of state keeps objects in. */
export const OBJECTS = 'objects';

/** Makes the stack's buckets known; what a folder keeps of them is there again. */
export const openBuckets = (s3: LocalS3, buckets: readonly BucketDefinition[], folder: string | undefined): void => {
  for (const { name } of buckets) {
    s3.open(name, folder === undefined ? objectsInMemory() : objectsInFolder(join(folder, OBJECTS, name)));
  }
};
