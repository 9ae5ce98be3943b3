import { said, type FeatureWords, type Said } from '../wording.js';
import type { SigningKeyView, UnusableKey } from './keys.schema.js';

export const keyWords = {
  kinds: { SigningKey: said('khóa ký số', 'signing key') },
  states: {
    SigningKey: {
      coming: said('Chưa có hiệu lực', 'Not yet in force'),
      valid: said('Còn hiệu lực', 'In force'),
      ending: said('Sắp hết hạn', 'Ends soon'),
      ended: said('Đã hết hạn', 'Has ended'),
    },
  },
  events: {},
  problems: {},
} as const satisfies FeatureWords;

/** Whom a key signs for. */
export const keyUseWords: Readonly<Record<SigningKeyView['use'], Said>> = {
  everybody: said('mọi người ký trong chương trình', 'everybody who signs in the program'),
  person: said('một người trong một đơn vị', 'one person in one unit'),
  authority: said('cấp chứng thư phát triển cho người ký', 'issuing development certificates to signers'),
};

/** Why a key file cannot be used, and what to do. */
export const unusableKeyWords: Readonly<Record<UnusableKey['why'], { readonly detail: Said; readonly next: Said }>> = {
  closed: {
    detail: said('Chương trình không mở được tệp.', 'The program cannot open the file.'),
    next: said(
      'Kiểm tra đường dẫn; cho người dùng hệ thống của chương trình quyền đọc.',
      'Check the path; let the program’s system user read it.',
    ),
  },
  incomplete: {
    detail: said('Tệp thiếu chứng thư hoặc khóa (PEM).', 'The certificate or the key (PEM) is missing.'),
    next: said('Đặt lại tệp do nơi cấp chứng thư giao.', 'Put the file of the issuing authority back.'),
  },
  damaged: {
    detail: said('Chứng thư hoặc khóa bị hỏng.', 'The certificate or the key is damaged.'),
    next: said(
      'Đặt lại tệp do nơi cấp chứng thư giao, hoặc lấy từ bản sao lưu.',
      'Put the file of the issuing authority back, or take it from a backup.',
    ),
  },
  'not-together': {
    detail: said('Khóa không thuộc chứng thư này.', 'The key does not belong to this certificate.'),
    next: said('Đặt đúng cặp khóa và chứng thư.', 'Put the pair of key and certificate there.'),
  },
};
