/** What the program's cookies are called. */
export interface CookieNames {
  /** Holds a session's secret. */
  readonly session: string;
  /** By it a browser is known that was let in before; it opens nothing. */
  readonly known: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    cookieNames: CookieNames;
  }
}

/**
 * Behind TLS the names bind the cookies to it, and the session's to this very host (RFC 6265bis, 4.1.3): what a neighbouring host or a
 * plain connection sets under the same name is not taken for ours.
 */
export const cookieNames = (publicUrl: string): CookieNames =>
  publicUrl.startsWith('https:')
    ? { session: '__Host-thidua_session', known: '__Secure-thidua_known' }
    : { session: 'thidua_session', known: 'thidua_known' };
