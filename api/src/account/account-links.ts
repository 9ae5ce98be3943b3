import { Injectable } from '@nestjs/common';
import type { AccountLinkView } from '@thidua/workflows/account/account.schema';
import { Problem } from '@thidua/workflows/problem';
import { randomUUID } from 'node:crypto';
import { Database } from '../platform/database/database.js';
import { LetterLinks } from '../platform/mail/letter-links.js';
import type { DueDelivery, Enclosure } from '../platform/worker/enclosures.js';
import { hashPassword } from './password.js';
import { Throttle } from './throttle.js';

const NOWHERE = { blocId: null, provinceId: null };
/** How long the link of a forgotten password lets somebody in. An invitation waits 14 days (`INVITATION_DAYS`). */
const RESET_MINUTES = 30;

interface Bearer {
  readonly linkId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly purpose: AccountLinkView['purpose'];
  readonly expiresAt: Date;
  readonly used: boolean;
  readonly expired: boolean;
}

/** The links by which people set a password without knowing the old one: once, within their time, for one account. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly database: Database,
    private readonly links: LetterLinks,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Sends a letter with a link to whoever has this address. Nobody learns from answer or time whether anybody has.
   * @throws Problem 'too-many-attempts', whether or not anybody has
   */
  async ask(email: string, address: string): Promise<void> {
    await this.throttle.pass([`reset ${email}`, `address ${address}`]);
    await this.database.write(NOWHERE, (db) =>
      db.query(
        `with link as (
           insert into account_link (id, account_id, purpose, expires_at)
           select $1, a.id, 'reset', clock_timestamp() + make_interval(mins => $3) from account a where a.email = $2 and a.disabled_at is null
           returning id, account_id)
         select tell_account(account_id, id, 'account-reset') from link`,
        [randomUUID(), email, RESET_MINUTES],
      ),
    );
  }

  /** Whom a link lets in. Reading it changes nothing: mail scanners open every link. @throws Problem 'unknown-link' | 'used-link' | 'expired-link' | 'too-many-attempts' */
  async open(token: string, address: string): Promise<AccountLinkView> {
    const { name, email, purpose, expiresAt } = await this.bearer(token, address);
    return { name, email, purpose, expiresAt: expiresAt.toISOString() };
  }

  /**
   * Sets the password, once; every session of the account and every other link to it ends.
   * @throws Problem 'weak-password', after which the link still holds | 'unknown-link' | 'used-link' | 'expired-link' | 'too-many-attempts'
   */
  async setPassword(token: string, password: string, address: string): Promise<void> {
    const { linkId, accountId, name, email } = await this.bearer(token, address);
    const passwordHash = await hashPassword(password, [name, email]);
    await this.database.write(NOWHERE, async (db) => {
      const [, used] = await db.query<[unknown, number]>(
        'update account_link set used_at = clock_timestamp() where id = $1 and used_at is null',
        [linkId],
      );
      if (used === 0) throw new Problem('used-link');
      await db.query('update account_link set used_at = clock_timestamp() where account_id = $1 and used_at is null', [accountId]);
      await db.query('update account set password_hash = $2 where id = $1', [accountId, passwordHash]);
      await db.query('delete from session where account_id = $1', [accountId]);
      await db.query(`select tell_account($1, $1, 'password-changed')`, [accountId]);
    });
  }

  /** Where the letters about an account lead: to the bearer's link, or to where one asks for one. */
  async enclose({ letter, recordId }: DueDelivery): Promise<Enclosure> {
    if (letter === 'password-changed') return { path: '/vi/forgotten', linkText: 'Đặt lại mật khẩu', attachments: [] };
    if (letter === 'mail-test') return { path: '/vi/administration/mail', linkText: 'Mở trang Thư', attachments: [] };
    if (letter !== 'account-invited' && letter !== 'account-reset')
      return { path: '/vi/account', linkText: 'Mở trang tài khoản', attachments: [] };
    const token = await this.links.tokenOf('account-links', recordId);
    return { path: `/vi/password/${token}`, linkText: 'Đặt mật khẩu', attachments: [] };
  }

  /** Wrong links count against the address they come from; no guess hits a right one. */
  private async bearer(token: string, address: string): Promise<Bearer> {
    const linkId = await this.links.idOf('account-links', token);
    const [found] = linkId
      ? await this.database.read(NOWHERE, (db) =>
          db.query<Bearer[]>(
            `select $1::uuid as "linkId", account_id as "accountId", name, email, purpose, expires_at as "expiresAt", used, expired from account_of_link($1)`,
            [linkId],
          ),
        )
      : [];
    if (!found) {
      await this.throttle.pass([`link ${address}`]);
      throw new Problem('unknown-link');
    }
    if (found.used) throw new Problem('used-link');
    if (found.expired) throw new Problem('expired-link');
    return found;
  }
}
