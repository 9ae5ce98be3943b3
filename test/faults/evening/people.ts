import { once } from 'node:events';
import { chance } from '../chance.js';
import { Ledger } from '../ledger.js';
import { AtWork } from './at-work.js';
import { Tally } from './tally.js';
import type { Stage, ToClient } from './told.js';

// The people of the evening, in a process of their own, so that what they cost is known and takes nothing from whoever measures.
// Told first who they are, then stage by stage; answers each stage with what was seen.

const [told] = (await once(process, 'message')) as [ToClient];
const ledger = new Ledger();
const people = told.people.map((person, n) => new AtWork(person, told.url, ledger, chance(told.seed + n)));

/** Whoever has My work to look at. */
const pressers = people.filter((_, n) => told.people[n]!.bloc !== '');

async function play({ people: count, crowd, seconds }: Stage): Promise<Tally> {
  const tally = new Tally();
  const end = performance.now() + seconds * 1000;
  const work = people.slice(0, count).map((person) => person.until(end, tally));
  const pressing = Array.from({ length: crowd }, (_, n) => pressers[n % pressers.length]!.press(() => performance.now() >= end, tally));
  await Promise.all(pressing);
  if (crowd > 0) tally.crowdIsGone();
  await Promise.all(work);
  return tally;
}

process.on('message', (stage: Stage) => {
  void play(stage).then((tally) => process.send!(tally.seen(ledger.file)));
});
process.on('disconnect', () => process.exit());
process.send!('ready');
