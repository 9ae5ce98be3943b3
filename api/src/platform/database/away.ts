/** SQLSTATEs of a server that goes, comes or has no connection left: connection exceptions, shutdowns, too many connections. */
const GOING = /^(08...|57P0[123]|53300)$/;
/** What the client says of a connection that is gone or was never made, and TypeORM of one that it let go because of that. */
const CUT =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query runner already released)/;
const UNREACHED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Whether an error means that the database could not be reached or went away in between. What was sent may then have been
 * written or not. TypeORM wraps the client's error as its `driverError`.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', driverError } = error as { code?: string; driverError?: unknown };
  return GOING.test(code) || UNREACHED.has(code) || CUT.test(error.message) || isDatabaseAway(driverError);
}
