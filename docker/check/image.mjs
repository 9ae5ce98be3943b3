import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The instructions of a Dockerfile: `{ name, rest }`, comments left out, continued lines joined. */
export function readDockerfile(file) {
  const text = readFileSync(file, 'utf8').replace(/^\s*#.*\n/gm, '');
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name, rest] = /^\s*(\w+)\s+(.*)$/.exec(line);
      return { name: name.toUpperCase(), rest: rest.trim() };
    });
}

/**
 * Carries out a Dockerfile on folders: COPY copies, RUN runs on this machine in the stage's folder.
 * @param {{ root: string, files: string[], work: string, say: (line: string) => void }} context `files`: what the build context holds
 * @returns the last stage: `{ folder, at, env, cmd, user, volume, healthcheck }`
 */
export async function build(instructions, { root, files, work, say }) {
  const stages = [];
  for (const { name, rest } of instructions) {
    const stage = stages.at(-1);
    if (name === 'FROM') stages.push(newStage(rest, join(work, `stage-${stages.length}`)));
    else if (name === 'WORKDIR') mkdirSync(placeIn(Object.assign(stage, { at: rest }), '.'), { recursive: true });
    else if (name === 'ENV') Object.assign(stage.env, Object.fromEntries(rest.split(' ').map((pair) => pair.split('='))));
    else if (name === 'COPY') copy(rest, stage, stages, { root, files });
    else if (name === 'RUN') await run(rest, stage, say);
    else if (name === 'CMD') stage.cmd = JSON.parse(rest);
    else if (name === 'HEALTHCHECK') stage.healthcheck = JSON.parse(/ CMD (\[.*\])$/.exec(rest)[1]);
    else if (['USER', 'VOLUME', 'EXPOSE'].includes(name)) stage[name.toLowerCase()] = rest;
    else throw new Error(`This check does not know the instruction ${name}`);
  }
  return stages.at(-1);
}

function newStage(rest, folder) {
  const [, image, name] = /^(\S+)(?: AS (\w+))?$/i.exec(rest);
  mkdirSync(folder, { recursive: true });
  return { image, name, folder, at: '/', env: {} };
}

const placeIn = (stage, path) => join(stage.folder, path.startsWith('/') ? path : join(stage.at, path));

function copy(rest, stage, stages, { root, files }) {
  const words = rest.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  const to = paths.pop();
  const into = placeIn(stage, to);
  for (const path of paths) {
    if (from)
      copyWhole(
        placeIn(
          stages.find(({ name }) => name === from),
          path,
        ),
        into,
        to.endsWith('/') || to === '.',
      );
    else copyFiltered(root, files, path, into, to.endsWith('/') || to === '.');
  }
}

/** A folder's contents, or a file, as COPY does: `verbatim` keeps links as they are. */
function copyWhole(from, into, intoFolder) {
  const goal = statSync(from).isDirectory() || !intoFolder ? into : join(into, basename(from));
  mkdirSync(dirname(goal), { recursive: true });
  cpSync(from, goal, { recursive: true, verbatimSymlinks: true });
}

function copyFiltered(root, files, path, into, intoFolder) {
  const wanted = path === '.' ? files : files.filter((file) => file === path || file.startsWith(`${path}/`));
  if (wanted.length === 0) throw new Error(`COPY ${path}: nothing of it goes into the build context`);
  for (const file of wanted) {
    const inner = path === '.' ? file : file.slice(path.length + 1);
    const goal = inner === '' ? (intoFolder ? join(into, basename(file)) : into) : join(into, inner);
    mkdirSync(dirname(goal), { recursive: true });
    cpSync(join(root, file), goal);
  }
}

/** What this machine needs to reach the registry, as build arguments would tell a build. */
const REACHING = /^(npm_config_.*|node_extra_ca_certs|https?_proxy|no_proxy)$/i;
const reaching = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => REACHING.test(name)));

/** @throws Error when the command fails, with the end of what it said */
async function run(command, stage, say) {
  say(`  RUN ${command}`);
  const { PATH, HOME } = process.env;
  const child = spawn('/bin/sh', ['-c', command], {
    cwd: placeIn(stage, '.'),
    env: { PATH, HOME, NO_COLOR: '1', ...reaching(), ...stage.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said = (said + piece).slice(-4000)));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`RUN ended with ${code}:\n${said}`);
}

/** Whether a path of the image is there. */
export const isIn = (image, path) => existsSync(placeIn(image, path));
