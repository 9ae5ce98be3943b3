/**
 * A letter's HTML for a frame: nothing is loaded from anywhere, no script runs (the frame's sandbox forbids that as well),
 * and its links open in a window of their own.
 */
export const framed = (html: string): string =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><base target="_blank">${html}`;
