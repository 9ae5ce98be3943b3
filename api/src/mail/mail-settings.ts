import { Inject, Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import type { MailSettingsView, TestLetter } from '@thidua/workflows/mail/mail.schema';
import { Problem } from '@thidua/workflows/problem';
import { randomUUID } from 'node:crypto';
import { Throttle } from '../account/throttle.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/door/caller.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { OwnParts } from '../platform/health/own-parts.js';

const NOWHERE = { blocId: null, provinceId: null };
const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** The mail server of an address, without what signs in to it. */
export function serverOf(smtpUrl: string | null): Pick<MailSettingsView, 'server' | 'port' | 'encryption' | 'signsIn'> {
  if (!smtpUrl) return { server: null, port: null, encryption: null, signsIn: false };
  const { protocol, hostname, port, username } = new URL(smtpUrl);
  return {
    server: hostname,
    port: port ? Number(port) : PORTS[protocol]!,
    encryption: protocol === 'smtps:' ? 'always' : 'offered',
    signsIn: username !== '',
  };
}

/** How letters leave the installation, and a letter that tries it. */
@Injectable()
export class MailSettings {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly throttle: Throttle,
    private readonly health: OwnParts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 'not-found' for whoever is not concerned */
  async view(caller: Caller): Promise<MailSettingsView> {
    const queue = await this.reader.read({ ...NOWHERE, caller }, async (reading) => {
      demand(reading, 'read', 'not-found');
      const [row] = await reading.rows<MailSettingsView['queue']>('select * from mail_queue()', []);
      return row!;
    });
    return { ...serverOf(this.config.smtpUrl), sender: this.config.mailFrom, serverAnswers: await this.health.mailAnswers(), queue };
  }

  /** Sends a test letter to whoever asks, at the address of their account. @throws Problem 'forbidden' | 'too-many-attempts' */
  async test(caller: Caller): Promise<TestLetter> {
    const personId = await this.reader.read({ ...NOWHERE, caller }, ({ actor, rights }) => {
      demand({ rights }, 'test', 'forbidden');
      return Promise.resolve(actor.personId);
    });
    await this.throttle.pass([`mail-test ${personId}`]);
    const id = randomUUID();
    await this.database.write(NOWHERE, (db) =>
      db.query(
        `insert into delivery (id, record_kind, record_id, n, letter, person_id, recipient_name, address)
           select $1, 'Account', a.id, 0, 'mail-test', a.person_id, s.actor ->> 'name', a.email
             from (select actor_of_session($2) as actor) s join account a on a.id = (s.actor ->> 'accountId')::uuid`,
        [id, caller.token],
      ),
    );
    return this.letter(caller, id);
  }

  /** What became of one's own test letter. @throws Problem 'not-found' */
  async letter(caller: Caller, id: string): Promise<TestLetter> {
    return this.reader.read({ ...NOWHERE, caller }, async (reading) => {
      demand(reading, 'test', 'not-found');
      const [row] = await reading.rows<Omit<TestLetter, 'nextAt'> & { nextAt: Date }>('select * from test_letter($1, $2)', [
        caller.token,
        id,
      ]);
      if (!row) throw new Problem('not-found');
      return { ...row, nextAt: row.nextAt.toISOString() };
    });
  }
}

function demand({ rights }: Pick<Reading, 'rights'>, action: 'read' | 'test', otherwise: 'not-found' | 'forbidden'): void {
  if (!may(rights, action, 'MailSettings', {})) throw new Problem(otherwise);
}
