import { bootstrapApplication } from '@angular/platform-browser';
import { z } from 'zod';
import { appConfig } from './app/app.config.js';
import { Shell } from './app/shell/shell.js';

// The content policy forbids code made from text; without this Zod would try, and be reported, once.
z.config({ jitless: true });

void bootstrapApplication(Shell, appConfig);
