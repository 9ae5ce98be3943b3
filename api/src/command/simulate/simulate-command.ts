import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Config } from '../../platform/config/config.js';
import { PROVINCES } from './names.data.js';
import { BLOC } from './plan.js';
import { NotSimulated, simulate, type Simulation } from './simulation.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

const OPTIONS = {
  units: { type: 'string' },
  years: { type: 'string', default: '3' },
  provinces: { type: 'string' },
  seed: { type: 'string', default: '1' },
  password: { type: 'string' },
  on: { type: 'string' },
  light: { type: 'boolean', default: false },
  'into-empty': { type: 'boolean', default: false },
} as const;

const Told = z.object({
  units: z.coerce.number().int().min(BLOC.least).max(2_000_000),
  years: z.coerce.number().int().min(1).max(10),
  provinces: z.coerce.number().int().min(1).max(PROVINCES.length).optional(),
  seed: z.string().min(1).max(80),
  password: z.string().optional(),
  on: z.iso.date().optional(),
  light: z.boolean(),
  'into-empty': z.boolean(),
});

/** So many units a province on the average, where the number of provinces is not told. */
const UNITS_OF_A_PROVINCE = 150;

/** What the command was told; null when it was told wrongly. */
function read(args: readonly string[]): z.infer<typeof Told> | null {
  try {
    return Told.safeParse(parseArgs({ args: [...args], options: OPTIONS }).values).data ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) return null; // an option that there is not, or one without its value
    throw error;
  }
}

/**
 * `thidua simulate`: fills an empty database with an installation for benches, load and drills. Prints a line a stage.
 * @returns 0, or 2 for wrong usage. @throws NotSimulated; Problem 'weak-password'
 */
export async function simulateCommand(
  args: readonly string[],
  config: () => Config,
  ownerUrl: () => string,
  usage: () => number,
): Promise<number> {
  const told = read(args);
  if (!told) return usage();
  if (config().mode === 'production' && !told['into-empty']) throw new NotSimulated('in-production');
  const password = told.password ?? process.env.THIDUA_PASSWORD;
  if (!password) throw new NotSimulated('no-password');
  const { units, years, seed, light } = told;
  const provinces = told.provinces ?? Math.min(PROVINCES.length, Math.max(1, Math.round(units / UNITS_OF_A_PROVINCE)));
  if (units < provinces * BLOC.least) throw new NotSimulated('too-few-units', { units, provinces, least: BLOC.least });
  const wanted: Simulation = { units, years, provinces, seed, light, password, on: told.on ?? null };
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  await simulate(ownerUrl(), wanted, ({ name, number, of, rows }) =>
    say(`[${number}/${of}] ${name.vi} · ${name.en}: ${rows} dòng · rows, ${seconds()} s`),
  );
  say(
    `✔ Đã giả lập ${units} đơn vị, ${years} năm, ${provinces} tỉnh trong ${seconds()} giây.\n  Simulated ${units} units, ${years} years, ${provinces} provinces.`,
  );
  return 0;
}
