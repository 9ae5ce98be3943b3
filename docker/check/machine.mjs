import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import { signal } from '../../api/launch/processes.mjs';

/** The number of `node` in the image. */
const PROGRAM_USER = 1000;

/** Whom the program runs as: not root, as in the image. @returns null when we are not root, or that user cannot run this Node */
export function programUser() {
  if (process.getuid?.() !== 0) return null;
  const user = { uid: PROGRAM_USER, gid: PROGRAM_USER };
  return spawnSync(process.execPath, ['--version'], { ...user, cwd: '/' }).status === 0 ? user : null;
}

/** The secrets that docker/secrets.sh makes, and those that it asks for, in a copy of docker/. @returns the folder */
export async function makeSecrets(docker, work) {
  const copy = join(work, 'docker');
  mkdirSync(copy);
  cpSync(join(docker, 'secrets.sh'), join(copy, 'secrets.sh'));
  execFileSync('/bin/sh', [join(copy, 'secrets.sh')]);
  const folder = join(copy, 'secrets');
  chmodSync(folder, 0o711);
  for (const [name, subject] of [
    ['signing', 'C=VN, O=Khối, CN=Người ký'],
    ['tls', 'CN=localhost'],
  ]) {
    const { key, certificate } = await selfSigned(subject);
    writeFileSync(join(folder, `${name}-key.pem`), key);
    writeFileSync(join(folder, `${name}-certificate.pem`), certificate);
  }
  writeFileSync(join(folder, 'signing-certificate.pem'), readFileSync(join(folder, 'signing-certificate.pem')));
  // What secrets.sh makes itself where there is openssl.
  if (!existsSync(join(folder, 'checkpoint-key.pem')))
    writeFileSync(join(folder, 'checkpoint-key.pem'), generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return folder;
}

async function selfSigned(name) {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const extensions = [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])];
  const notAfter = new Date(Date.now() + 400 * 86_400_000);
  const made = await x509.X509CertificateGenerator.createSelfSigned(
    { name, notAfter, keys, signingAlgorithm: algorithm, extensions },
    webcrypto,
  );
  const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { key, certificate: made.toString('pem') };
}

/** Runs what docker/database/owner.sh gives to psql, on a server that has no psql. */
export async function runOwnerScript(docker, serverUrl, ownerPassword) {
  const script = readFileSync(join(docker, 'database', 'owner.sh'), 'utf8');
  const { default: pg } = await import('pg');
  const sql = /<<'SQL'\n([\s\S]*?)^SQL$/m.exec(script)[1].replaceAll(`:'owner_password'`, pg.escapeLiteral(ownerPassword));
  for (const statement of sql.split(';').filter((part) => part.trim() !== '')) await query(serverUrl, statement);
}

/** One statement on a connection of its own. @returns its rows */
export async function query(url, statement, values = []) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(statement, values).finally(() => client.end())).rows;
}

/** A mail server that takes everything. */
export async function startMailServer() {
  const { SMTPServer } = await import('smtp-server');
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => void stream.resume().on('end', done),
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.server.address().port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** A folder that the program's user may write. */
export function dataFolder(path, user) {
  mkdirSync(path, { recursive: true });
  if (user) chownSync(path, user.uid, user.gid);
  return path;
}

/** Starts a process with its output in a log. @returns `{ pid, ended, log, stop }`; `stop` says whether it ended within ten seconds */
export function start(command, args, { cwd, env, log, user }) {
  const output = openSync(log, 'a');
  const child = spawn(command, args, { ...user, cwd, env, stdio: ['ignore', output, output] });
  closeSync(output);
  const ended = new Promise((resolve) =>
    child.once('error', (error) => resolve(error.message)).once('exit', (code, by) => resolve(by ?? code)),
  );
  const stop = async () => {
    signal(child.pid, 'SIGTERM');
    const byForce = new Promise((resolve) => setTimeout(() => resolve(null), 10_000).unref());
    const how = await Promise.race([ended, byForce]);
    if (how === null) signal(child.pid, 'SIGKILL');
    return how !== null;
  };
  return { pid: child.pid, ended, log: () => readFileSync(log, 'utf8'), stop };
}

export const secret = () => randomBytes(18).toString('base64url');
