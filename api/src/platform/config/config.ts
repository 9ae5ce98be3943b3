import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';

const Environment = z.object({
  THIDUA_MODE: z.enum(['development', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().max(200).optional(),
  SIGNING_KEY_FILE: z.string().optional(),
  SIGNING_CERT_FILE: z.string().optional(),
  CHECKPOINT_KEY_FILE: z.string().optional(),
  TRUST_PROXY: z.string().optional(),
  THIDUA_DEMO_UNTIL: z.iso.date().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** What the program was told by its environment, read once. */
export interface Config {
  readonly mode: 'development' | 'production';
  readonly port: number;
  readonly host: string;
  /** Absolute folder for keys, mail and files. */
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** The owner's login, for migrations and backup only; the running program does not keep it open. */
  readonly databaseOwnerUrl: string | null;
  readonly publicUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly signing: { readonly keyFile: string; readonly certificateFile: string } | null;
  /** The private key (PEM, Ed25519) that signs checkpoints of the journal, for the worker; null: one in the data folder, in development only. */
  readonly checkpointKeyFile: string | null;
  readonly trustProxy: string | null;
  /** Up to the end of which day the sample year is played when it is loaded; null: until it opens for registration. Development only. */
  readonly demoUntil: string | null;
  readonly logLevel: string;
}

/** Variables that hold a secret may stand in a file instead, which NAME_FILE names: others of the machine see an environment more easily. */
const SECRETS = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL'] as const;

/** @throws Error naming a variable that is given twice or whose file cannot be read */
function withFiles(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read = { ...environment };
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    if (environment[name]) throw new Error(`Wrong configuration: ${name} and ${name}_FILE`);
    try {
      read[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      throw new Error(`Wrong configuration: ${name}_FILE (${(error as NodeJS.ErrnoException).code})`, { cause: error });
    }
  }
  return read;
}

/** Words that stand in documentation as samples; production refuses to run on them (attacks.md, boot guards). */
const SAMPLES = /change-?me|sample|example-?secret|password123|:secret@/i;

/** Reads the configuration. @throws Error naming every wrong or missing variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(withFiles(environment));
  if (!parsed.success)
    throw new Error(`Wrong configuration: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`).join(', ')}`);
  const read = parsed.data;
  if (read.THIDUA_MODE === 'production') refuseSamples(read);
  return {
    mode: read.THIDUA_MODE,
    port: read.PORT,
    host: read.HOST,
    dataDir: isAbsolute(read.DATA_DIR) ? read.DATA_DIR : resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    databaseOwnerUrl: read.DATABASE_OWNER_URL ?? null,
    publicUrl: (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/$/, ''),
    smtpUrl: read.SMTP_URL ?? null,
    mailFrom: read.MAIL_FROM ?? 'Thi Đua <thidua@thidua.example>',
    signing:
      read.SIGNING_KEY_FILE && read.SIGNING_CERT_FILE ? { keyFile: read.SIGNING_KEY_FILE, certificateFile: read.SIGNING_CERT_FILE } : null,
    checkpointKeyFile: read.CHECKPOINT_KEY_FILE || null,
    trustProxy: read.TRUST_PROXY ?? null,
    demoUntil: read.THIDUA_DEMO_UNTIL ?? null,
    logLevel: read.LOG_LEVEL,
  };
}

function refuseSamples(read: z.infer<typeof Environment>): void {
  const sampled = Object.entries(read).filter(([, value]) => typeof value === 'string' && SAMPLES.test(value));
  if (sampled.length > 0) throw new Error(`Sample secrets in production: ${sampled.map(([name]) => name).join(', ')}`);
  const missing = (['PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'SIGNING_KEY_FILE', 'SIGNING_CERT_FILE'] as const).filter((name) => !read[name]);
  if (missing.length > 0) throw new Error(`Production needs: ${missing.join(', ')}`);
}

/** A file or folder below the data folder. */
export const inDataDir = (config: Config, ...parts: string[]): string => join(config.dataDir, ...parts);
