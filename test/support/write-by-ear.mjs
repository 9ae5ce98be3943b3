import { takePictures } from './take-pictures.mjs';

/** `npm run by-ear`: goes through the main flows by keyboard and writes down what a screen reader says. */
export const main = () =>
  takePictures({ spec: 'test/web/by-ear.spec.ts', folder: 'docs/screen-reader.md', environment: { BY_EAR: 'write' } });
