/** See rounds.mjs. */
export declare function serveRounds<Settings>(
  prepare: (settings: Settings) => Promise<{ operation: (worker: number) => Promise<unknown>; close?: () => Promise<void> }>,
): Promise<void>;
