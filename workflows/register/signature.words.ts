import { said } from '../wording.js';

/** What can be wrong with a signature, as whoever judges it names it; and what to do then. */
export const signatureProblemWords = {
  contents: said('Chữ ký không đọc được.', 'The signature cannot be read.'),
  algorithm: said('Thuật toán của chữ ký không được nhận.', 'The algorithm of the signature is not accepted.'),
  certificate: said('Chứng thư trong chữ ký không phải của người ký.', 'The certificate in the signature is not the signer’s.'),
  digest: said('Nội dung đã khác với nội dung được ký.', 'The content differs from what was signed.'),
  signature: said('Chữ ký không khớp với chứng thư.', 'The signature does not fit the certificate.'),
  'no-signature': said('Tệp không có chữ ký.', 'The file has no signature.'),
  'byte-range': said('Chữ ký không bao trùm đúng phần của tệp.', 'The signature does not cover the right part of the file.'),
  dictionary: said('Tệp có chữ ký không nằm ở ô chữ ký.', 'The file has a signature that no field shows.'),
  'changed-after': said('Tệp đã thay đổi sau khi ký.', 'The file was changed after it was signed.'),
  untrusted: said('Chứng thư không do tổ chức chứng thực được tin cậy cấp.', 'The certificate does not lead to a trusted authority.'),
  expired: said('Chứng thư không còn hiệu lực vào lúc ký.', 'The certificate was not in force when it was signed.'),
  'not-made': said(
    'Chưa tạo được chữ ký; quản trị xem nhật ký của chương trình.',
    'The signature could not be made; see the program’s log.',
  ),
  next: said('Không dùng bản này; báo Văn thư và quản trị.', 'Do not use this file; tell the records officer and the administrator.'),
} as const;
