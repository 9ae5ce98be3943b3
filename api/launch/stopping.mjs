import { readFileSync } from 'node:fs';
import { startOf } from './processes.mjs';

/**
 * What must be stopped, newest first, when the launcher stops: by Ctrl-C, SIGTERM or a failure.
 * `requested` resolves with the name of the signal.
 */
export function stoppingInOrder() {
  const stops = [];
  let going = null;
  const stopAll = () => (going ??= stopEach(stops));
  const requested = new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => resolve(name));
    whenParentIsGone(() => resolve('parent ended'));
  });
  // What comes up while everything is being stopped is stopped at once.
  const add = (stop) => (going ? void stop() : void stops.push(stop));
  return { requested, add, stopAll };
}

async function stopEach(stops) {
  while (stops.length > 0) await stops.pop()();
}

/** npm, or the Node that set us up, may be killed without handing a signal on: then this process stops too. */
function whenParentIsGone(stop) {
  const { npm_lifecycle_event: byNpm, THIDUA_ENDS_WITH_PARENT: bySetUp } = process.env;
  if ((!byNpm && !bySetUp) || process.platform === 'win32') return;
  const parent = process.ppid;
  const npm = byNpm && !bySetUp ? shellsParent(parent) : null;
  setInterval(() => {
    if (process.ppid !== parent || (npm && startOf(npm.pid) !== npm.start)) stop();
  }, 500).unref();
}

/** npm runs a script through a shell, which outlives a killed npm. @returns npm's own process, or null when it cannot be told */
function shellsParent(shell) {
  try {
    const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${shell}/stat`, 'utf8'));
    const pid = Number(rest.split(' ')[1]);
    return /^(ba|da|z|k)?sh$/.test(name) ? { pid, start: startOf(pid) } : null;
  } catch {
    return null;
  }
}
