import { refusal, said, type FeatureWords } from '../wording.js';
import type { DocumentType } from './numbering.js';

/** What the types of documents are called. */
export const documentTypeWords = {
  BC: said('Báo cáo', 'Report'),
  BB: said('Biên bản', 'Minutes'),
  TTr: said('Tờ trình', 'Letter of submission'),
} as const satisfies Record<DocumentType, unknown>;

/** Where a paper stands that the year is ripe for and nobody has made. */
export const documentNotMade = said('Chưa lập', 'Not made yet');

export const documentWords = {
  kinds: { Document: said('văn bản', 'document') },
  states: {
    Document: {
      draft: said('Dự thảo', 'Draft'),
      proposed: said('Chờ kiểm tra thể thức', 'Waiting for the format check'),
      returned: said('Trả lại', 'Returned'),
      checked: said('Đạt thể thức, chờ ký', 'Format checked, to be signed'),
      prepared: said('Đã cấp số, đang chờ ký', 'Numbered, waiting for the signature'),
      signing: said('Đang ký', 'Being signed'),
      signed: said('Đã ký', 'Signed'),
      issued: said('Đã phát hành', 'Issued'),
    },
  },
  events: {
    Document: {
      create: said('Lập văn bản', 'Make document'),
      compile: said('Lập lại nội dung', 'Compile again'),
      propose: said('Trình văn bản', 'Propose document'),
      pass: said('Đạt thể thức', 'Pass the format check'),
      return: said('Trả lại', 'Return'),
      recuse: said('Xin không làm', 'Decline to do this'),
      prepare: said('Mở bản ký', 'Open for signing'),
      sign: said('Ký văn bản', 'Sign document'),
      expire: said('Hủy số vì chưa ký trong ngày', 'Void the number: not signed on its day'),
      finish: said('Hoàn tất chữ ký', 'Finish the signature'),
      fail: said('Ký chưa thành công', 'Signing failed'),
      issue: said('Phát hành', 'Issue'),
    },
  },
  problems: {
    'needs-frozen-report': refusal(
      409,
      said('Nội dung báo cáo tổng kết chưa chốt.', 'The year-end report is not frozen yet.'),
      said('Trưởng Khối chốt nội dung báo cáo, sau đó lập lại nội dung văn bản.', 'The bloc head freezes the report; then compile again.'),
    ),
    'needs-council-lines': refusal(
      422,
      said(
        'Biên bản này in điểm từng đơn vị chấm, theo quy tắc của năm chỉ gửi Hội đồng và cơ quan thường trực.',
        'These minutes print what each unit gave; by the rules of the year they go to the council and its standing body only.',
      ),
      said('Bỏ các dòng nơi nhận khác.', 'Leave out the other recipients.'),
    ),
    'needs-signed-papers': refusal(
      409,
      said('Tờ trình dẫn {unsignedPapers} nhưng văn bản đó chưa ký.', 'The letter refers to {unsignedPapers}, which is not signed yet.'),
      said('Ký văn bản đó trước, rồi lập lại nội dung Tờ trình.', 'Have that document signed, then compile the letter again.'),
    ),
    'needs-current-content': refusal(
      409,
      said(
        'Hồ sơ của năm đã thay đổi sau khi lập nội dung văn bản này.',
        'The year’s records have changed since this document was compiled.',
      ),
      said('Thư ký lập lại nội dung rồi trình lại.', 'The secretary compiles it again and proposes it.'),
    ),
    'needs-sound-format': refusal(
      409,
      said(
        'Còn {formatFaults} điểm chưa đúng thể thức: {formatFaultNames}.',
        '{formatFaults} points of the format do not hold: {formatFaultNames}.',
      ),
      said('Trả lại cho Thư ký kèm lý do.', 'Return it to the secretary with the reason.'),
    ),
    'needs-viewed-pages': refusal(
      409,
      said('Bản ông/bà đã xem không phải bản đang chờ ký.', 'The pages that you viewed are not the ones to be signed.'),
      said('Mở lại bản ký, xem rồi ký.', 'Open the document again, view it, then sign.'),
    ),
    'needs-named-signatory': refusal(
      409,
      said(
        'Bản ký mang tên {preparedName}; người khác không ký được.',
        'The pages bear the name of {preparedName}; nobody else can sign them.',
      ),
      said('Trả lại để lập bản ký mang tên ông/bà.', 'Return it, and have it prepared in your name.'),
    ),
    'needs-day-of-number': refusal(
      409,
      said('Số được cấp cho ngày {numberDay}; ngày đó đã hết.', 'The number was given for {numberDay}; that day is over.'),
      said(
        'Chương trình hủy số đó, có ghi lý do trong sổ. Mở lại bản ký để được cấp số và ngày mới.',
        'The program voids it, with the reason in the register. Open the document again for a new number and day.',
      ),
    ),
    'needs-signed-original': refusal(
      409,
      said('Chỉ thay thế được văn bản đã ký và chưa có bản thay thế.', 'Only a signed document that nothing replaces yet can be replaced.'),
      said(
        'Mở bản thay thế đã có, hoặc sửa văn bản trước khi ký.',
        'Open the replacement that exists, or mend the document before it is signed.',
      ),
    ),
    'needs-next-number': refusal(
      409,
      said('Số văn bản vừa được cấp cho văn bản khác.', 'The number has just been given to another document.'),
      said('Mở lại bản ký.', 'Open the document for signing again.'),
    ),
    'signature-refused': refusal(
      409,
      said('Chữ ký vừa tạo không qua được kiểm tra độc lập: {detail}', 'The signature did not pass the independent check: {detail}'),
      said(
        'Văn bản chưa thay đổi. Ký lại; nếu vẫn vậy, báo quản trị.',
        'The document is unchanged. Sign again; if it persists, tell the administrator.',
      ),
    ),
  },
} as const satisfies FeatureWords;
