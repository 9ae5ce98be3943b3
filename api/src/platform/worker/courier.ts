import { letters, pageOf } from '@thidua/workflows/letters';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { together } from '../database/together.js';
import type { Log } from '../http/log.js';
import type { Mailer, Message, Sent } from '../mail/mailer.js';
import { renderLetter } from '../mail/rendering.js';
import { MAX_ATTEMPTS, waitAfter } from './back-off.js';
import type { DueDelivery, Enclosures } from './enclosures.js';
import type { Undelivered } from './undelivered.js';

/** The row stays locked while its letter is sent: another worker passes it by, and a killed one gives it back at once. */
const CLAIM = {
  name: 'courier-claim',
  text: `select d.id, d.bloc_id as "blocId", d.province_id as "provinceId", d.record_kind as "recordKind", d.record_id as "recordId", d.receipt_id as "receiptId",
                d.letter, d.facts, d.recipient_name as "recipientName", d.address, d.attempts, d.created_at as "createdAt", p.slug
           from delivery d left join place p on p.bloc_id = d.bloc_id
          where d.state = 'queued' and d.next_at <= statement_timestamp() order by d.next_at limit 1 for update of d skip locked`,
};

const MARK = {
  name: 'courier-mark',
  text: `update delivery set state = $2, attempts = attempts + 1, last_answer = $3, next_at = clock_timestamp() + make_interval(secs => $4),
           sent_at = case when $2 = 'accepted' then clock_timestamp() else sent_at end where id = $1`,
};

type Claimed = DueDelivery & { readonly slug: string | null };

/** Sends the letters of the outbox: claimed, sent and marked one by one, each once unless the program dies between sending and marking. */
export class Courier {
  constructor(
    private readonly pool: pg.Pool,
    private readonly mailer: Mailer,
    private readonly enclosures: Enclosures,
    private readonly undelivered: Undelivered,
    private readonly config: Pick<Config, 'publicUrl' | 'mode'>,
    private readonly log: Log,
  ) {}

  /**
   * Sends a due letter, and the next ones as long as the caller wants more. Each is marked and given free in a transaction of its own,
   * which goes to the database together with the claim of the next.
   * @returns false when none was due
   */
  readonly deliver = async (wantsMore: () => boolean): Promise<boolean> => {
    const client = await this.pool.connect();
    let broken = true;
    try {
      let delivery = await claimAfter(client, []);
      const found = delivery !== null;
      while (delivery) {
        const done = [{ ...MARK, values: await this.sendAndJudge(delivery) }, 'commit'];
        if (wantsMore()) delivery = await claimAfter(client, done);
        else {
          await sendTogether(client, done);
          broken = false;
          return true;
        }
      }
      await client.query('commit');
      broken = false;
      return found;
    } finally {
      client.release(broken); // a connection that failed in between is closed, which gives the row back
    }
  };

  /** Sends a letter. @returns the values of MARK: what became of it */
  private async sendAndJudge(delivery: Claimed): Promise<unknown[]> {
    const sent = await this.send(delivery);
    const attempts = delivery.attempts + 1;
    const state = sent.outcome === 'later' ? (attempts >= MAX_ATTEMPTS ? 'failed' : 'queued') : sent.outcome;
    this.log.info({ delivery: delivery.id, letter: delivery.letter, state, attempts, answer: sent.answer }, 'letter');
    if (state === 'refused' || state === 'failed') await this.undelivered.of(delivery, sent.answer);
    return [delivery.id, state, sent.answer, state === 'queued' ? waitAfter(attempts) : 0];
  }

  private async send(delivery: Claimed): Promise<Sent> {
    try {
      return await this.mailer.send(await this.messageOf(delivery));
    } catch (error) {
      return { outcome: 'later', answer: String(error).slice(0, 500) };
    }
  }

  private async messageOf(delivery: Claimed): Promise<Message> {
    const kind = letters[delivery.letter];
    if (!kind) throw new Error(`There is no letter ${delivery.letter}`);
    const enclosure = await this.enclosures.of(delivery);
    const letter = kind.write(delivery.facts, 'vi');
    const rendered = renderLetter(letter, {
      recipientName: delivery.recipientName,
      link: `${this.config.publicUrl}${enclosure?.path ?? recordPath(delivery)}`,
      linkText: enclosure?.linkText ?? 'Mở trong chương trình Thi Đua',
      sample: this.config.mode === 'development',
    });
    const recipient = { name: delivery.recipientName, address: delivery.address };
    return { ...rendered, deliveryId: delivery.id, date: delivery.createdAt, recipient, attachments: enclosure?.attachments ?? [] };
  }
}

type Statement = string | pg.QueryConfig;

const sendTogether = (client: pg.PoolClient, statements: readonly Statement[]) =>
  together(client, () => Promise.all(statements.map((statement) => client.query<Claimed>(statement))));

/** Ends one transaction and begins the next with the claim of a due letter, in one round trip. @returns null when none is due */
async function claimAfter(client: pg.PoolClient, before: readonly Statement[]): Promise<Claimed | null> {
  const answers = await sendTogether(client, [...before, 'begin', CLAIM]);
  return answers.at(-1)?.rows[0] ?? null;
}

/** The page of the letter's record, or where there is none, the reader's own work. */
function recordPath({ slug, facts, recordKind, recordId }: Claimed): string {
  const page = pageOf(recordKind, recordId);
  return slug && facts.year && page ? `/vi/${slug}/${facts.year}/${page}` : '/vi/work';
}
