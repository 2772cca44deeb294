/**
 * An expected refusal, as an AWS service words it. Each protocol turns it into its own bytes; anything else that is
 * thrown is a bug of the local cloud and is answered as InternalFailure.
 */
export class AwsError extends Error {
  /**
   * The error's shape without its namespace: `QueueDoesNotExist`. An SDK shows it as `error.name`, save for SQS
   * errors that are not modelled: those it shows by their older code (`AccessDenied`).
   */
  readonly shape: string;
  /** HTTP status. */
  readonly status: number;

  constructor(shape: string, message: string, status = 400) {
    super(message);
    this.name = shape;
    this.shape = shape;
    this.status = status;
  }
}
