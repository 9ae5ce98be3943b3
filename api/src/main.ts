import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config/config.js';
import { createServer } from './platform/http/server.js';

const config = readConfig(process.env);
const app = await createServer(AppModule.for(config.mode), config);
await app.listen(config.port, config.host);
