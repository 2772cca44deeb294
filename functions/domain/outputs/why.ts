import * as z from 'zod';

/** What the complaints behind a gap are about; absent where it was not worked out. */
export const Why = z.object({ themes: z.array(z.string()), causes: z.array(z.string()), phrases: z.array(z.string()) });
