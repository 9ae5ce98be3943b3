/** What the operating system says of a full disk or a used-up quota, and PostgreSQL of its own. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/**
 * Whether an error means that there was no room left to write, on the machine of the program or of the database. PostgreSQL has then undone
 * the transaction. TypeORM wraps the client's error as its `driverError`, others keep it as their cause.
 */
export function isDiskFull(error: unknown): boolean {
  if (error === null || typeof error !== 'object') return false;
  const { code, driverError, cause } = error as { code?: unknown; driverError?: unknown; cause?: unknown };
  return FULL.has(String(code)) || isDiskFull(driverError) || isDiskFull(cause);
}
