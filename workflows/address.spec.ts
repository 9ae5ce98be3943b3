import { NewAddress } from './address.js';

describe('the address of a new province or bloc', () => {
  it.each([
    ['bac-giang', true],
    ['khoi-2020', true],
    ['mail-2', true],
    ['mail', false],
    ['administration', false],
    ['Bac-Giang', false],
    ['bac--giang', false],
    ['', false],
    ['a'.repeat(81), false],
  ])('%s: %s', (address, sound) => expect(NewAddress.safeParse(address).success).toBe(sound));
});
