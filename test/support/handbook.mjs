import { takePictures } from './take-pictures.mjs';

/** `npm run handbook`: walks through the days of the bloc of 2020 on which the handbook's pictures are taken, and writes them. */
export const main = () =>
  takePictures({ spec: 'test/web/handbook.spec.ts', folder: 'docs/so-tay/pictures', environment: { HANDBOOK_PICTURES: 'all' } });
