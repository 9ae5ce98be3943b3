import { SMTPServer } from 'smtp-server';

/** A mail server that takes every letter and keeps none. It says where it listens, and when it is asked to, at which time the next letter came. */
let asked = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, _session, callback) => {
    stream.resume();
    stream.on('end', () => {
      if (asked) process.send(performance.timeOrigin + performance.now());
      asked = false;
      callback();
    });
  },
});
server.listen(0, '127.0.0.1', () => process.send(`smtp://127.0.0.1:${server.server.address().port}`));
process.on('message', (message) => {
  asked = message === 'next';
  if (message === 'end') server.close(() => process.exit(0));
});
process.on('disconnect', () => process.exit(0)); // whoever started it is gone
