import type { Bench } from './harness/bench.js';
import { alternate, QUICK, ratio } from './harness/measure.js';
import { FORTY } from './harness/report.js';
import { program } from './harness/variant.js';
import type { Doing } from './programs/signature.js';

const doing = (name: string, what: Doing, sections: number) => program(name, 'programs/signature.ts', { doing: what, sections });

export const bench: Bench = {
  id: 'G8',
  title: 'the signature of a report',
  async measure({ effort }) {
    const sections = effort === QUICK ? 1 : FORTY;
    const variants = [
      await doing('page signed', 'sign', 0),
      await doing('page raw', 'raw', 0),
      await doing('report signed', 'sign', sections),
      await doing('report made', 'make', sections),
    ];
    const times = await alternate(variants, 1, { ...effort, warming: 1 });
    for (const variant of variants) await variant.close();
    return [
      {
        name: 'a signature (CMS, B-B) of a document of one page',
        ...ratio(times.get('page signed')!, times.get('page raw')!),
        bound: 'at most' as const,
        target: 4,
        baseline: 'the same bytes hashed and signed with RSA-2048, without any form',
        why: 'The library makes the CMS within its signing, so what is measured holds more than it: reading the file, the picture of the signature, and the update that is appended. Of the processor a raw signature with its hash takes 0.36 ms and all that 4.4 ms at best; the certificates alone, which the library reads anew with pkijs for each of their uses, take 1.5 ms (`--cpu-prof`).',
      },
      {
        name: 'a report of 40 pages signed at B-B',
        ...ratio(times.get('report signed')!, times.get('report made')!),
        bound: 'at most' as const,
        target: 1,
        baseline: 'the product’s writer making the same report',
      },
    ];
  },
};
