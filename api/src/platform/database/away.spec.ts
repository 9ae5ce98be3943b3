import { isDatabaseAway } from './away.js';

const coded = (code: string, message = 'refused') => Object.assign(new Error(message), { code });

describe('an error of the database', () => {
  it.each([
    ['a server that is shut down', coded('57P01')],
    ['a server that is starting', coded('57P03')],
    ['no connection left', coded('53300')],
    ['nobody at the address', coded('ECONNREFUSED')],
    ['a name that nobody can tell now', coded('EAI_AGAIN')],
    ['a cut connection', new Error('Connection terminated unexpectedly')],
    ['the same, as TypeORM tells it', Object.assign(new Error('Query failed'), { driverError: coded('57P02') })],
  ])('%s means that it is away', (_, error) => expect(isDatabaseAway(error)).toBe(true));

  it.each([
    ['a taken value', coded('23505')],
    ['a wrong statement', coded('42601')],
    ['a mistake of ours', new TypeError('undefined is not a function')],
    ['what is no error', 'Connection terminated unexpectedly'],
  ])('%s does not', (_, error) => expect(isDatabaseAway(error)).toBe(false));
});
