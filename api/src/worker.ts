import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config/config.js';
import { NestLog, openLog } from './platform/http/log.js';
import { startWorker } from './platform/worker/worker.js';

const config = readConfig(process.env);
const log = openLog(config);
const app = await NestFactory.createApplicationContext(AppModule.for(config.mode), { logger: new NestLog(log), abortOnError: false });
const worker = await startWorker(app, config, log);

const stop = async () => {
  await worker.stop();
  await app.close();
  log.info('worker stopped');
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
