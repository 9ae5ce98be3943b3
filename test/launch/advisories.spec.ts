import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askRegistry, graveOf } from '../support/advisories.js';

const report = askRegistry();
const asked = typeof report === 'string' ? it.skip : it;
const why = typeof report === 'string' ? ` (the registry could not be asked: ${report})` : '';

const vulnerability = (name: string, severity: string, via: readonly (string | { title: string; url: string })[]) => ({
  [name]: { name, severity, via },
});

describe('the packages that we ship', () => {
  asked(`have no known vulnerability of high severity${why}`, () => {
    expect(typeof report === 'string' ? [report] : graveOf(report)).toEqual([]);
  });
});

describe('what a registry knows', () => {
  const advisory = { title: 'Prototype pollution', url: 'https://github.com/advisories/GHSA-xxxx' };

  it('is grave when it is high or critical, in a package of ours or in what it brings along', () => {
    const vulnerabilities = {
      ...vulnerability('fastify', 'high', [advisory]),
      ...vulnerability('pg', 'critical', ['pg-protocol']),
      ...vulnerability('zod', 'moderate', [advisory]),
      ...vulnerability('tslib', 'low', [advisory]),
    };
    expect(graveOf({ vulnerabilities })).toEqual([
      'fastify (high): Prototype pollution https://github.com/advisories/GHSA-xxxx',
      'pg (critical): by pg-protocol',
    ]);
    expect(graveOf({ vulnerabilities: {} })).toEqual([]);
  });

  it('is not taken for nothing when the registry does not answer: why is said', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const answer = askRegistry({ ...process.env, npm_config_registry: `http://127.0.0.1:${port}/` });
    expect(answer).toEqual(expect.stringContaining('ECONNREFUSED'));
  });
});
