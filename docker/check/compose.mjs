import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const KNOWN = new Set(
  `image build restart init read_only cap_drop security_opt tmpfs volumes networks logging environment secrets command entrypoint
   depends_on healthcheck ports profiles shm_size`.split(/\s+/),
);

/** Reads a compose file, with `${NAME:?why}` and `${NAME:-otherwise}` filled from `given`. @throws Error naming what must be given */
export function readCompose(file, given) {
  const text = readFileSync(file, 'utf8');
  const filled = text.replace(/^\s*#.*$/gm, '').replace(/\$\{(\w+)(:[?-])?([^}]*)\}/g, (_, name, how, rest) => {
    if (given[name]) return given[name];
    if (how === ':-') return rest;
    throw new Error(`${name} must be given: ${rest}`);
  });
  return parse(filled, { merge: true });
}

/** Everything that does not fit in a compose file: a list of sentences, empty when all is well. */
export function faultsOf(compose, file, image) {
  const faults = [];
  const demand = (holds, sentence) => void (holds || faults.push(sentence));
  const folder = dirname(file);
  for (const [name, service] of Object.entries(compose.services)) {
    const its = (sentence) => `${name}: ${sentence}`;
    for (const key of Object.keys(service)) demand(KNOWN.has(key), its(`the key ${key} is unknown to this check`));
    demand(service.image, its('has no image'));
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      demand(compose.services[other], its(`waits for ${other}, which is not there`));
      if (condition === 'service_healthy')
        demand(isChecked(compose.services[other], image), its(`waits for the health of ${other}, which is never asked`));
    }
    for (const network of service.networks ?? []) demand(network in compose.networks, its(`the network ${network} is not declared`));
    for (const volume of service.volumes ?? []) demand(isMounted(volume, compose, folder), its(`the volume ${volume} leads nowhere`));
    for (const secret of service.secrets ?? []) demand(compose.secrets[secret], its(`the secret ${secret} is not declared`));
    for (const [variable, value] of Object.entries(service.environment ?? {}))
      for (const fault of environmentFaults(variable, String(value), service)) demand(false, its(fault));
  }
  for (const [name, { file: secret }] of Object.entries(compose.secrets))
    demand(secret?.startsWith('./secrets/'), `the secret ${name} is no file of secrets/`);
  return faults;
}

const isChecked = (service, image) =>
  Boolean(service?.healthcheck?.test ?? (service?.build && !service.healthcheck?.disable && image.healthcheck));

function isMounted(volume, compose, folder) {
  const [from] = volume.split(':');
  if (!from.startsWith('.')) return from in compose.volumes;
  return from === './backups' || existsSync(join(folder, from));
}

function environmentFaults(variable, value, service) {
  const faults = [];
  if (/(PASSWORD|KEY|SECRET|TOKEN|_URL)$/.test(variable) && variable !== 'PUBLIC_URL')
    faults.push(`${variable} stands in the environment, not in a file`);
  const secret = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
  if (secret && !service.secrets?.includes(secret)) faults.push(`${variable} names the secret ${secret}, which it is not given`);
  return faults;
}
