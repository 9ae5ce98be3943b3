import { letters } from '@thidua/workflows/letters';
import { randomUUID } from 'node:crypto';
import type { Config } from '../platform/config/config.js';
import { Mailer, type Sent } from '../platform/mail/mailer.js';
import { renderLetter } from '../platform/mail/rendering.js';

/**
 * Sends the test letter straight to the mail server, past queue and worker: what is tried is the configuration.
 * @throws Error without a mail server
 */
export async function sendTestLetter(config: Config, address: string): Promise<Sent> {
  if (!config.smtpUrl)
    throw new Error('SMTP_URL chưa được đặt: không có máy chủ thư để thử. / SMTP_URL is not set: there is no mail server to try.');
  const mailer = new Mailer(config.smtpUrl, config);
  try {
    const rendered = renderLetter(letters['mail-test']!.write({}, 'vi'), {
      recipientName: address,
      link: `${config.publicUrl}/vi/administration/mail`,
      linkText: 'Mở trang Thư',
      sample: config.mode === 'development',
    });
    return await mailer.send({ ...rendered, deliveryId: randomUUID(), recipient: { name: address, address }, attachments: [] });
  } finally {
    mailer.close();
  }
}
