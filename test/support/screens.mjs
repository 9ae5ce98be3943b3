import { takePictures } from './take-pictures.mjs';

/** `npm run screens`: pictures of every page on a phone, a tablet and a laptop, by day, in the dark and in high contrast, in both languages. */
export const main = () =>
  takePictures({ spec: 'test/web/screens.spec.ts', folder: 'test/artifacts/screens', environment: { SCREENS: 'all' } });
