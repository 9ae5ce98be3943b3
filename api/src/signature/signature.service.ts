import { Injectable, Logger } from '@nestjs/common';
import { problemWords } from '@thidua/workflows/words';
import { fill } from '@thidua/workflows/wording';
import type { SignatureReport } from '@thidua/workflows/register/document.schema';
import { Problem } from '@thidua/workflows/problem';
import { signatureProblemWords } from '@thidua/workflows/register/signature.words';
import { mannerWords } from '@thidua/workflows/substitution/substitution.words';
import { createHash } from 'node:crypto';
import type { At, Place } from '../platform/door/caller.js';
import { check } from '../platform/pdf/check.js';
import { signVisible } from '../platform/pdf/sign.js';
import { verifySignature } from '../platform/pdf/verify.js';
import { SIGNATURE_FIELD } from '../register/composition/frame.js';
import type { DocumentRow, SignedFile } from '../register/document.moment.js';
import { DocumentService, type AwaitingSignature } from '../register/document.service.js';
import { SigningKeys } from './signing-keys.js';

/** Makes signatures and judges them: by a reader of its own, before anything is called signed. */
@Injectable()
export class SignatureService {
  private readonly log = new Logger(SignatureService.name);

  constructor(
    private readonly documents: DocumentService,
    private readonly keys: SigningKeys,
  ) {}

  /**
   * Signs the pages that wait, judges what came out, and hands it over in one write. Sent twice, or after a crash in between, it does
   * the same again: nothing is kept before the judgement.
   */
  async finish(place: Place, id: string): Promise<void> {
    const waiting = await this.documents.awaitingSignature(place, id);
    if (!waiting) return;
    if (waiting.dayOver) return this.documents.expire(place, id);
    const made = await this.signed(waiting);
    if ('refusal' in made) await this.documents.fail(place, waiting.record, made.refusal);
    else await this.documents.finish(place, waiting.record, made);
  }

  /** What a check of the signed file says. @throws Problem 'not-found' where there is no signed file yet */
  async report(at: At, id: string): Promise<SignatureReport> {
    const file = await this.documents.signedFile(at, id);
    if (!file) throw new Problem('not-found');
    const verification = await verifySignature(file.bytes, { authorities: this.keys.authorities() });
    const last = verification.signatures.at(-1);
    const { language } = at.caller;
    return {
      valid: verification.valid,
      wholeDocument: verification.wholeDocument,
      signer: verification.signerName,
      organisation: last?.organisation ?? '',
      issuer: last?.issuer ?? '',
      fingerprint: last?.fingerprint ?? '',
      signedAt: last?.signedAt?.toISOString() ?? null,
      development: last?.development ?? false,
      needs: verification.problems.map((problem) => ({
        code: `signature-${problem}`,
        detail: signatureProblemWords[problem][language],
        next: signatureProblemWords.next[language],
      })),
    };
  }

  private async signed(waiting: AwaitingSignature): Promise<SignedFile | { refusal: string }> {
    try {
      const { record, organisation, file, now } = waiting;
      const signer = {
        personId: record.preparedBy!,
        name: record.signerName!,
        unitId: record.signingUnitId ?? record.headUnitId,
        organisation,
      };
      const bytes = await signVisible(file.bytes, {
        field: SIGNATURE_FIELD,
        signer: await this.keys.of(signer, now),
        when: now,
        ...behalfOf(record),
      });
      const fault = await this.fault(file.bytes, bytes);
      if (fault) return { refusal: refusal(fault) };
      return { bytes, pages: (await check(bytes)).counts.pages, sha256: createHash('sha256').update(bytes).digest('hex') };
    } catch (error) {
      // Whatever kept the signature from being made, the head must hear of it; the document is unchanged.
      this.log.error(error);
      return { refusal: signatureProblemWords['not-made'].vi };
    }
  }

  /** What is wrong with a signed file: its signature, its pages against those that were viewed, or its structure. */
  private async fault(viewed: Uint8Array, signed: Uint8Array): Promise<string | null> {
    if (!Buffer.from(signed.subarray(0, viewed.length)).equals(viewed)) return signatureProblemWords['changed-after'].vi;
    const verification = await verifySignature(signed, { authorities: this.keys.authorities() });
    if (!verification.valid) return verification.problems.map((problem) => signatureProblemWords[problem].vi).join(' ');
    const { findings } = await check(signed);
    return findings.length > 0 ? findings.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ') : null;
  }
}

/** `Ký thay: Nguyễn Văn A`, for the picture of the signature. */
const behalfOf = ({ signerManner, principalName }: DocumentRow): { behalf?: string } =>
  signerManner && principalName ? { behalf: `${capital(mannerWords[signerManner].vi)}: ${principalName}` } : {};

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const refusal = (detail: string): string => fill(problemWords['signature-refused'].detail, 'vi', { detail });
