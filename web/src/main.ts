import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config.js';
import { Shell } from './app/shell/shell.js';

void bootstrapApplication(Shell, appConfig);
