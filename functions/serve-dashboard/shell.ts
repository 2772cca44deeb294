import * as z from 'zod';

/** The page as it is served: built by lib/page/shell.ts, laid beside the bundle as `shell.json`. */
export const Shell = z.array(
  z.object({
    path: z.string().startsWith('/'),
    type: z.string().describe('media type'),
    gzip: z.base64().describe('the content, packed'),
    hash: z.string().describe('of the content, unpacked'),
  }),
);
export type ShellEntry = z.infer<typeof Shell>[number];
