import { type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { byTokens, feedbackStack, ownersFile } from './template.ts';

const findings = (stack: Stack): string[] =>
  new AwsSolutionsChecks()
    .validateScope(stack)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );

interface Acknowledgement {
  construct: IConstruct;
  reasons: Record<string, string>;
}

const acknowledgements = (stack: Stack): Acknowledgement[] =>
  stack.node
    .findAll()
    .flatMap((construct) =>
      construct.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .map(({ data }) => ({ construct, reasons: data as Record<string, string> })),
    );

/** With all that a deployment may choose to have. */
const settings = { ownersFile, exportDaily: true };
const stack = feedbackStack(settings);

describe('the AwsSolutions rules', () => {
  it('find nothing that is not acknowledged', () => {
    expect(findings(stack)).toEqual([]);
    expect(findings(feedbackStack({ ownersFile }))).toEqual([]);
    expect(findings(feedbackStack({ ownersFile, ...byTokens }))).toEqual([]);
  });

  it('would find a queue that anybody can speak to without TLS', () => {
    const careless = feedbackStack({ ownersFile });
    const policies = careless.node.findAll().filter(({ node }) => node.path.endsWith('Texts/Queue/Policy'));
    for (const { node } of policies) node.scope?.node.tryRemoveChild(node.id);
    expect(findings(careless)).toEqual([expect.stringMatching(/^AwsSolutions-SQS4 at .*Texts\/Queue/)]);
  });

  it('are acknowledged with a reason of a sentence', () => {
    const reasons = acknowledgements(stack).flatMap((one) => Object.values(one.reasons));
    expect(reasons).not.toEqual([]);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z](?:\S+ ){7,}\S+\.$/);
  });

  it('are acknowledged only where they still find something', () => {
    const count = acknowledgements(stack).length;
    for (let i = 0; i < count; i++) {
      const fresh = feedbackStack(settings);
      const { construct, reasons } = acknowledgements(fresh)[i] ?? { construct: fresh, reasons: {} };
      for (const rule of Object.keys(reasons)) {
        delete reasons[rule];
        const found = `${rule.replace(/^annotation::/i, '')} at ${construct.node.path}/`;
        expect(findings(fresh)).toEqual([expect.stringContaining(found)]);
      }
    }
  });
});
