import type { FunctionDefinition } from '../definitions.ts';
import type { Place } from '../resource-identity.ts';

/**
 * The environment of a function's instances: the template's variables, and what Lambda's runtime adds. The machine's own
 * environment stays outside, as it does in AWS.
 */
export const functionEnvironment = (fn: FunctionDefinition, place: Place): Record<string, string> => ({
  ...fn.environment,
  AWS_REGION: place.region,
  AWS_DEFAULT_REGION: place.region,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: fn.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMegabytes),
  AWS_LAMBDA_LOG_GROUP_NAME: fn.logGroup,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  LAMBDA_TASK_ROOT: fn.codeDirectory,
  _HANDLER: fn.handler,
  AWS_ENDPOINT_URL: place.endpoint,
  // Every request carries its access key in the clear: that is how the endpoint knows whose role to ask.
  AWS_ACCESS_KEY_ID: fn.logicalId,
  AWS_SECRET_ACCESS_KEY: 'local',
  // A profile of whoever runs this could name another endpoint, which would win over the one above.
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
});
