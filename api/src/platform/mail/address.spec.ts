import { isPlainAddress, oneLine, senderOf } from './address.js';

describe('an address', () => {
  it.each(['van-thu@bacgiang.example', 'a.b+c@x-y.z.example', 'A@B.example'])('%s is plain', (text) =>
    expect(isPlainAddress(text)).toBe(true),
  );

  it.each([
    '',
    '@x.example',
    'a@x',
    'a@@x.example',
    'a b@x.example',
    '"a"@x.example',
    'a@x.example,b@y.example',
    'a@x.example\n',
    '.a@x.example',
    'a.@x.example',
    'a@-x.example',
    'a@x..example',
    'a@[127.0.0.1]',
    'tên@x.example',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x.'.repeat(130)}example`,
  ])('“%s” is not', (text) => expect(isPlainAddress(text)).toBe(false));
});

describe('a text in the head of a letter', () => {
  it('is one line in NFC, whatever was typed', () => {
    expect(oneLine(' Hội\r\nBcc: x\u2028y\u0000z\u0085 ')).toBe('Hội Bcc: x y z');
    expect(oneLine('Hội'.normalize('NFD'))).toBe('Hội');
  });
});

describe('the configured sender', () => {
  it.each([
    ['Thi Đua <thidua@x.example>', { name: 'Thi Đua', address: 'thidua@x.example' }],
    ['thidua@x.example', { name: '', address: 'thidua@x.example' }],
  ])('“%s” is read', (configured, sender) => expect(senderOf(configured)).toEqual(sender));

  it.each(['Thi Đua', 'Thi Đua <>', 'A <a@x.example>, B <b@x.example>'])('“%s” is refused', (configured) =>
    expect(() => senderOf(configured)).toThrow('MAIL_FROM'),
  );
});
