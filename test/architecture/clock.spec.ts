import { readTree } from './tree.js';

/** Where the product may ask its own machine for the time: nothing that is kept or decided hangs on it. */
const MAY: Readonly<Record<string, string>> = {
  'api/src/platform/http/log.ts': 'the line of a log says when the machine that wrote it thought that it was',
  'api/src/platform/mail/inbox.ts': 'the mailbox of the development mode',
  'api/src/signature/signing-keys.ts': 'whether a certificate is in force, told at the start and by health; the development authority',
  'api/src/signature/key-survey.ts': 'whether a certificate is in force, told to administrators',
  'api/src/command/backup/backup.ts': 'the times of the entries of a tar file; the moment of the backup is the database’s',
  'api/src/command/simulate/simulate-command.ts': 'how long a command took',
  'api/src/command/year/year-commands.ts': 'how long a command took',
  'api/src/command/year/until.ts': 'how long a command waits',
};

const asksTheTime = /\bDate\.now\(\)|\bnew Date\(\)/;

describe('the time of the product', () => {
  it('is the database’s: its own machine is asked where nothing hangs on it, and nowhere else', () => {
    const asking = [...readTree()].filter(([path, text]) => !path.startsWith('web/') && asksTheTime.test(text)).map(([path]) => path);
    expect(asking.sort()).toEqual(Object.keys(MAY).sort());
  });
});
