// `npm start`
import { enter } from './enter.mjs';

enter(new URL('./serve.mjs', import.meta.url));
