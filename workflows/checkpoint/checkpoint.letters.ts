import type { Letter, LetterKind } from '../letter.js';
import type { Language } from '../wording.js';

type Facts = Readonly<Record<string, string>>;

const vi = (facts: Facts): Letter => ({
  subject: `[${facts.bloc}] Mốc nhật ký ngày ${facts.day}: ${facts.root?.slice(0, 16)}`,
  paragraphs: [
    `Mốc số ${facts.n} của nhật ký ${facts.bloc}, lập lúc ${facts.at} (UTC), trên ${facts.records} hồ sơ.`,
    `Gốc Merkle:\n${facts.root}`,
    `Dấu vân tay khóa:\n${facts.key}`,
    `Nội dung đã ký (Ed25519):\n${facts.statement}`,
    `Chữ ký (base64):\n${facts.signature}`,
    ...(facts.differing === '0'
      ? []
      : [`CHÚ Ý: ${facts.differing} hồ sơ không khớp với nhật ký hoặc với mốc trước. Chạy «thidua audit verify» và báo người phụ trách.`]),
    'Giữ thư này ở nơi ngoài hệ thống. Khi kiểm tra, gốc trong thư phải đúng với dòng cùng số trong tệp mốc.',
  ],
});

const en = (facts: Facts): Letter => ({
  subject: `[${facts.bloc}] Checkpoint of the journal, ${facts.day}: ${facts.root?.slice(0, 16)}`,
  paragraphs: [
    `Checkpoint ${facts.n} of the journal of ${facts.bloc}, made at ${facts.at} (UTC), over ${facts.records} records.`,
    `Merkle root:\n${facts.root}`,
    `Fingerprint of the key:\n${facts.key}`,
    `What was signed (Ed25519):\n${facts.statement}`,
    `Signature (base64):\n${facts.signature}`,
    ...(facts.differing === '0'
      ? []
      : [
          `ATTENTION: ${facts.differing} records differ from the journal or the checkpoint before. Run “thidua audit verify”, tell who is in charge.`,
        ]),
    'Keep this letter outside the system. In an audit its root must be that of the line of the same number in the file of checkpoints.',
  ],
});

const written: Readonly<Record<Language, (facts: Facts) => Letter>> = { vi, en };

/** The letters of checkpoints. Facts: bloc (name), n, day, at (UTC), records, root, key (fingerprint), statement, signature, differing. */
export const checkpointLetters: Readonly<Record<string, LetterKind>> = {
  // It goes to the address that the bloc chose; nobody is added by post.
  'checkpoint-made': { to: () => ({ roles: [] }), write: (facts, language) => written[language](facts) },
};
