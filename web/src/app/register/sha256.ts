/** SHA-256 of a file, lowercase hex; null where the browser offers no way to compute it (a page that did not come over HTTPS). */
export async function sha256Of(file: Blob): Promise<string | null> {
  if (!globalThis.crypto.subtle) return null;
  const digest = await globalThis.crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first characters of a hash in pairs of four, for the eye and the ear: `9F3A 7C21`. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`.toUpperCase();
