import type { World } from './world.js';

const SUM = (salt: string, words: string) =>
  `encode(sha256(${salt} || convert_to(${words}, 'UTF8')), 'hex') = j.body::jsonb ->> 'reasonSum'`;

/** For every word that stands beside a journal, whether its salt and it give the sum that its entry keeps. */
export async function sumsHold(world: World, recordId: string): Promise<boolean[]> {
  const { rows } = await world.owner.query<{ holds: boolean }>(
    `select ${SUM('r.salt', 'r.reason')} as holds from person_reason r join province_journal j on j.record_id = r.person_id and j.n = r.n where j.record_id = $1
     union all select ${SUM('r.salt', 'r.reason')} from recusal r join journal j on j.record_id = r.record_id and j.n = r.n where j.record_id = $1
     union all select ${SUM('r.withdrawn_salt', 'r.withdrawn_reason')} from recusal r join journal j on j.record_id = r.record_id and j.n = r.withdrawn_n
      where j.record_id = $1`,
    [recordId],
  );
  return rows.map(({ holds }) => holds);
}
