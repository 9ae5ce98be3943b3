import type { Config } from '../platform/config/config.js';
import { openLog, type Log } from '../platform/http/log.js';
import { CODE_HOURS, type FirstAdministrator } from './first-administrator.js';

/** Whatever the level of the log: without these lines nobody could come in. */
const always = (): Log => openLog({ logLevel: 'info' });

/** Where there is no administrator yet, writes a code into the log with the page that asks for it. */
export async function offerFirstAdministrator(first: FirstAdministrator, { publicUrl }: Config, log = always()): Promise<void> {
  const offered = await first.offer();
  if (!offered) return;
  const { code, replaced, expiresAt } = offered;
  const before = { vi: ' Mã in trước đó không còn dùng được.', en: ' The code printed before no longer holds.' };
  log.warn(
    { page: `${publicUrl}/vi/first-administrator`, expiresAt },
    `Chưa có quản trị. Mở ${publicUrl}/vi/first-administrator và nhập mã ${code} (một lần, trong ${CODE_HOURS} giờ).${replaced ? before.vi : ''}` +
      ` / No administrator yet. Open ${publicUrl}/en/first-administrator and enter the code ${code} (once, within ${CODE_HOURS} hours).${replaced ? before.en : ''}`,
  );
}
