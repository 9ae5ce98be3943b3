/** Hands a file to the reader under a name, as a download. */
export function saveFile(document: Document, file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(url), SAVED_MS);
}

/** By then every browser has taken the file. */
const SAVED_MS = 60_000;

/** A name that every system takes: without the signs that stand for folders, drives and wild cards. */
export const fileNameOf = (words: string, ending: string): string => `${words.replaceAll(/[\\/:*?"<>|]+/g, '-').trim()}.${ending}`;
