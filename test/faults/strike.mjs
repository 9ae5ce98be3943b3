// Loaded into the built program with `--import` by the fault tests: kills the program between two statements of a transaction.
// The program itself knows nothing of it: what is changed is `query` of the PostgreSQL client, in this process alone.
import pg from 'pg';

/**
 * Where the program may be told to die, by the message `{ point, pass }`: at the so-manyth time that it comes there.
 *   deciding, written, committing, committed: a change at the door – before it is sent; executed but not committed; its commit is sent;
 *     committed but not answered
 *   claimed, taken, marked, closed: a letter – before it is sent; taken by the mail server but not marked; marked but not committed; committed
 */
let told = null;
process.on('message', (message) => (told = message));
process.channel?.unref();
process.on('disconnect', () => process.exit()); // nothing stays behind when the test is gone

const die = () => process.kill(process.pid, 'SIGKILL');
/** Whether this is where it must die. */
const comesTo = (point) => told?.point === point && (told.pass -= 1) === 0;
/** Nothing goes on from here: the process is about to end. */
const NEVER = new Promise(() => undefined);

const query = pg.Client.prototype.query;
/** The commit of these clients closes a change at the door, or a letter. */
const changing = new WeakMap();

/** Sends a statement and dies when its result is there, holding back what follows it meanwhile. */
function sendAndDie(client, args) {
  changing.set(client, 'dying');
  void query.apply(client, args).then(die);
  return NEVER;
}

function write(client, args, before, after) {
  if (comesTo(before)) return (die(), NEVER);
  if (comesTo(after)) return sendAndDie(client, args);
  return query.apply(client, args);
}

function commit(client, args) {
  const open = changing.get(client);
  changing.delete(client);
  if (open === 'dying') return NEVER;
  if (open === 'letter') return comesTo('closed') ? sendAndDie(client, args) : query.apply(client, args);
  if (open !== 'change') return query.apply(client, args);
  if (comesTo('committed')) return sendAndDie(client, args);
  const sent = query.apply(client, args);
  if (comesTo('committing')) setImmediate(die);
  return sent;
}

async function claim(client, args) {
  const claimed = await query.apply(client, args);
  if (claimed.rowCount > 0 && comesTo('claimed')) return (die(), NEVER);
  return claimed;
}

pg.Client.prototype.query = function (...args) {
  const text = typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '');
  const name = args[0]?.name;
  if (text === 'commit') return commit(this, args);
  if (text.startsWith('with u as (')) {
    changing.set(this, 'change');
    return write(this, args, 'deciding', 'written');
  }
  if (name === 'courier-claim') return claim(this, args);
  if (name === 'courier-mark') {
    changing.set(this, 'letter');
    return write(this, args, 'taken', 'marked');
  }
  return query.apply(this, args);
};
