import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../api/launch/places.mjs';
import { startProxy } from '../../docker/check/proxy.mjs';

/** Starts the product's own proxy, without TLS, before a program of this machine. @returns where it serves, and what ends it */
export async function proxyBefore(port: number): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-proxy-'));
  chmodSync(folder, 0o711); // nginx, started by root, works as somebody else
  const proxy = await startProxy(inRoot('docker'), folder, { secrets: null, upstreams: [port] });
  return {
    url: `http://127.0.0.1:${proxy.tls}`,
    stop: async () => {
      await proxy.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
