import { App, Validations } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { dayOf, instantAt } from '../functions/domain/instant.ts';
import { FeedbackStack } from '../lib/feedback-stack.ts';
import { Settings, settingsOf } from '../lib/settings.ts';

// The CLI hands over the context of cdk.json; run without the CLI, the app takes it itself, and the template is the same.
const app = new App({ context: cdk.context });

// The local run deploys nothing that these rules could protect, and starts 0.7 s sooner without them.
if (process.env.CDK_VALIDATION !== 'false') {
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}

const chosen = Object.keys(Settings.shape).map((name) => [name, app.node.tryGetContext(name)]);
new FeedbackStack(app, 'DarkCorners', settingsOf(Object.fromEntries(chosen)), {
  today: dayOf(instantAt(Date.now())),
});
