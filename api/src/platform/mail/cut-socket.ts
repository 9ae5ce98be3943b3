import { connect, type Socket } from 'node:net';

interface Wanted {
  readonly host?: string;
  readonly port?: number | string;
  readonly secure?: boolean;
}
type Given = (error: Error | null, socketOptions?: { connection: Socket }) => void;

/**
 * Opens connections that end after so many milliseconds, whatever is said on them: a server that answers on and on, a little at a time, runs
 * into no other limit. They keep no process alive.
 * @returns what nodemailer calls `getSocket`
 */
export const socketsCutAfter =
  (milliseconds: number) =>
  ({ host = 'localhost', port, secure = false }: Wanted, given: Given): void => {
    const socket = connect(Number(port ?? (secure ? 465 : 587)), host);
    const cut = setTimeout(() => socket.destroy(new Error(`no whole answer within ${milliseconds / 1000} s`)), milliseconds);
    cut.unref();
    socket.unref();
    const failed = (error: Error): void => given(error);
    socket.once('close', () => clearTimeout(cut));
    socket.once('error', failed);
    socket.once('connect', () => {
      socket.off('error', failed);
      given(null, { connection: socket });
    });
  };
