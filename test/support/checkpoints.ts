import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thidua, type Workplace } from './command.js';

/** Where an installation keeps the checkpoints outside of its database. */
export const checkpointsIn = (dataDir: string): string => join(dataDir, 'checkpoints/checkpoints.jsonl');

/** The lines of the file of checkpoints; none where there is no file. */
export function linesIn(dataDir: string): string[] {
  try {
    return readFileSync(checkpointsIn(dataDir), 'utf8').split('\n').slice(0, -1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Makes checkpoints now, of all blocs and of the installation. @throws Error with what the command said when it failed */
export async function makeCheckpoints(place: Workplace): Promise<string> {
  const { code, said } = await thidua(place, ['audit', 'checkpoint']);
  if (code !== 0) throw new Error(said);
  return said;
}
