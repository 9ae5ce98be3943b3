import { faultsOf } from '@thidua/workflows/year/year-faults';
import type { Fault } from '@thidua/workflows/year/fault';
import { said } from '@thidua/workflows/wording';
import { YearFile } from '@thidua/workflows/year/year-file.schema';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** A year file that was read and checked: the year and the hash of its bytes, or what is wrong with it. */
export type CheckedFile = { readonly file: YearFile; readonly sha256: string } | { readonly faults: readonly Fault[] };

/** Reads a year file and checks all of it. */
export async function checkFile(path: string): Promise<CheckedFile> {
  const text = await textOf(path);
  if ('faults' in text) return text;
  const json = jsonOf(text.text);
  if ('faults' in json) return json;
  const faults = faultsOf(json.value);
  if (faults.length > 0) return { faults };
  return { file: YearFile.parse(json.value), sha256: createHash('sha256').update(text.text).digest('hex') };
}

const whole = (vi: string, en: string): { faults: Fault[] } => ({ faults: [{ pointer: '', text: said(vi, en) }] });

async function textOf(path: string): Promise<{ text: string } | { faults: Fault[] }> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'UTF-8';
    return whole(`Không đọc được tệp (${why}).`, `The file cannot be read (${why}).`);
  }
}

function jsonOf(text: string): { value: unknown } | { faults: Fault[] } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const why = (error as Error).message;
    return whole(`Tệp không phải JSON: ${why}`, `The file is no JSON: ${why}`);
  }
}

/** A fault as it is printed: its place, then the sentence in both languages. */
export const faultLine = ({ pointer, text }: Fault): string => `${pointer || '/'}\n    ${text.vi}\n    ${text.en}`;
