#!/usr/bin/env node
// `npx thidua …`
import { enter } from './enter.mjs';

enter(new URL('./administer.mjs', import.meta.url));
