import 'reflect-metadata';
import { offerFirstAdministrator } from './account/first-administrator.log.js';
import { FirstAdministrator } from './account/first-administrator.js';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config/config.js';
import { createServer } from './platform/http/server.js';

const config = readConfig(process.env);
const app = await createServer(AppModule.for(config.mode), config);
if (config.mode === 'production') await offerFirstAdministrator(app.get(FirstAdministrator), config);
await app.listen(config.port, config.host);
