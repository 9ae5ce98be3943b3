import { Changes } from '@thidua/api/platform/changes/changes';
import { Database } from '@thidua/api/platform/database/database';
import { Door } from '@thidua/api/platform/door/door';
import { sheetProcedure } from '@thidua/api/scorecard/sheet.procedure';
import { serveRounds } from '../baselines/rounds.mjs';

/** What the program is told: whose sheets, and where. */
export interface SheetSettings {
  readonly appUrl: string;
  readonly place: { readonly blocId: string; readonly provinceId: string };
  readonly sheets: readonly { readonly id: string; readonly token: string }[];
}

/** Autosave of a sheet through the door: 25 values at once, with other points each time. */
await serveRounds(async ({ appUrl, place, sheets }: SheetSettings) => {
  const database = await Database.open(appUrl, []);
  const door = new Door(database, new Changes(database));
  const own = sheets.map(({ id, token }) => ({ id, token: Buffer.from(token, 'hex'), version: 1 }));
  return {
    operation: async (worker) => {
      const sheet = own[worker]!;
      const caller = { token: sheet.token, actingAs: null, key: null, requestHash: '', language: 'vi' as const };
      const scores = Array.from({ length: 25 }, (_, at) => ({ item: `I.${at + 1}`, points: (sheet.version + at) % 400, reason: '' }));
      await door.edit(sheetProcedure, { ...place, caller }, sheet.id, sheet.version, (_, actor) => ({
        scores: JSON.stringify(scores),
        note: '',
        enteredBy: actor.personId,
      }));
      sheet.version += 1;
    },
    close: () => database.onApplicationShutdown(),
  };
});
