import { isDiskFull } from './full.js';

const coded = (code: string, more: object = {}) => Object.assign(new Error('refused'), { code, ...more });

describe('an error', () => {
  it.each([
    ['of a disk without room', coded('ENOSPC')],
    ['of a used-up quota', coded('EDQUOT')],
    ['of a database whose disk has no room', coded('53100')],
    ['of it, as TypeORM tells it', Object.assign(new Error('Query failed'), { driverError: coded('53100') })],
    ['of which it is the cause', new Error('The key cannot be kept', { cause: coded('ENOSPC') })],
  ])('%s means that the disk is full', (_, error) => expect(isDiskFull(error)).toBe(true));

  it.each([
    ['of a database that is away', coded('57P01')],
    ['of a file that is not there', coded('ENOENT')],
    ['of nobody', 'ENOSPC'],
  ])('%s does not', (_, error) => expect(isDiskFull(error)).toBe(false));
});
