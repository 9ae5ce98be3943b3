// `npm run year -- --file <year file> --out <folder>`
import { enter } from './enter.mjs';

enter(new URL('./play-year.mjs', import.meta.url));
