import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { Template } from './template.ts';

/** What `cdk synth` wrote for one stack: exactly what a deployment would send, and nothing else. */
export interface Assembly {
  stackName: string;
  /** Of the stack's environment; where the stack leaves it open, the deployer's choice: here us-east-1. */
  region: string;
  template: Template;
  /** The directory of the bundle that a function's `Code.S3Key` names. Throws where the assembly has none. */
  codeDirectory(s3Key: string): string;
}

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z
        .object({ templateFile: z.string().optional(), stackName: z.string().optional(), file: z.string().optional() })
        .optional(),
    }),
  ),
});

const AssetManifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional(), packaging: z.string() }) })),
});

const readJson = <T>(schema: z.ZodType<T>, file: string): T => {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not what cdk synth writes: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

/** Reads the cloud assembly in `directory` (`cdk.out`), which must hold one stack. */
export const readAssembly = (directory: string): Assembly => {
  const { artifacts } = readJson(Manifest, join(directory, 'manifest.json'));
  const stacks = Object.entries(artifacts).filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  const [only] = stacks;
  const templateFile = only?.[1].properties?.templateFile;
  if (only === undefined || templateFile === undefined || stacks.length > 1) {
    const names = stacks.map(([name]) => name).join(', ') || 'none';
    throw new Error(`${directory} must hold exactly one stack; it holds: ${names}.`);
  }
  const [stackName, stack] = only;

  const bundles = new Map<string, string>();
  for (const artifact of Object.values(artifacts)) {
    if (artifact.type !== 'cdk:asset-manifest' || artifact.properties?.file === undefined) continue;
    const { files } = readJson(AssetManifest, join(directory, artifact.properties.file));
    for (const [key, { source }] of Object.entries(files)) {
      if (source.path !== undefined && source.packaging === 'zip') bundles.set(key, resolve(directory, source.path));
    }
  }

  const region = stack.environment?.split('/').at(-1);
  return {
    stackName: stack.properties?.stackName ?? stackName,
    region: region === undefined || region === 'unknown-region' ? 'us-east-1' : region,
    template: readJson(Template, join(directory, templateFile)),
    codeDirectory: (s3Key) => {
      const bundle = bundles.get(s3Key.replace(/\.zip$/, ''));
      if (bundle === undefined) throw new Error(`${directory} holds no bundle for ${s3Key}: synthesize it again.`);
      return bundle;
    },
  };
};
