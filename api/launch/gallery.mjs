// `npm run gallery`
import { enter } from './enter.mjs';

enter(new URL('../../test/support/gallery.mjs', import.meta.url));
