import { hashPassword, passwordHolds } from './password.js';

const PERSON = ['Nguyễn Thị Sao Mai', 'sao.mai@hoi-nha-bao.example'];

describe('a new password', () => {
  it.each([
    ['fourteen characters', 'ngày mai nắng.'],
    ['one sign again and again', 'aaaaaaaaaaaaaaa'],
    ['digits in a row', '123456789012345'],
    ['keys beside one another', 'qwertyuiopasdfg'],
    ['a common one, twice', 'passwordpassword'],
    ['the word for password and digits', 'matkhau12345678'],
    ['the field’s own word, three times', 'thidua thidua thidua'],
    ['the own name', 'nguyen thi sao mai'],
    ['the own name and the year', 'nguyen thi sao mai 2020'],
    ['words of the field and the year', 'khenthuongthidua2020'],
    ['the own name as it is written', 'Nguyễn Thị Sao Mai'],
    ['the own e-mail', 'sao.mai@hoi-nha-bao.example'],
  ])('is refused: %s', async (_, password) => {
    await expect(hashPassword(password, PERSON)).rejects.toMatchObject({ code: 'weak-password' });
  });

  it.each([
    ['a sentence', 'ba con mèo ngủ trên mái đình'],
    ['a sentence without signs', 'chiec xe dap mau xanh bi thung lop'],
    ['what a manager of passwords makes', 'kT9#vQ2!mZ7@pL4'],
  ])('is taken: %s', async (_, password) => {
    expect(await passwordHolds(await hashPassword(password, PERSON), password)).toBe(true);
  });

  it('is the same however a keyboard sends its letters', async () => {
    const kept = await hashPassword('một mật khẩu khác dài'.normalize('NFD'), PERSON);
    expect(await passwordHolds(kept, 'một mật khẩu khác dài'.normalize('NFC'))).toBe(true);
  });
});

describe('nobody', () => {
  it('has a password', async () => expect(await passwordHolds(null, 'không có ai ở đây')).toBe(false));
});
