import { said, type FeatureWords } from '../wording.js';

export const mailWords = {
  kinds: { MailSettings: said('cài đặt thư', 'e-mail settings') },
  states: {},
  events: { MailSettings: { test: said('Gửi thư thử', 'Send a test letter') } },
  problems: {},
} as const satisfies FeatureWords;
