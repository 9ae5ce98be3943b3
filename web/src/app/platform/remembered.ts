/** A text that the browser keeps for us. */
export interface Remembered {
  read(): string | null;
  /** Null forgets. */
  write(text: string | null): void;
}

/** Keeps a text under a name in the given store. A browser that keeps nothing (private mode, full, forbidden) is no error. */
export function remembered(store: () => Storage, name: string): Remembered {
  return {
    read: () => attempt(() => store().getItem(name)),
    write: (text) => void attempt(() => (text === null ? store().removeItem(name) : store().setItem(name, text))),
  };
}

function attempt<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}

/** What a remembered text holds; null where another program wrote there. */
export function jsonOf(text: string): unknown {
  return attempt(() => JSON.parse(text) as unknown);
}
