import { takePictures } from './take-pictures.mjs';

/** `npm run gallery`: takes the pictures anew with which the parts of the interface are compared. Look at them before they are committed. */
export const main = () => takePictures({ spec: 'test/web/gallery.spec.ts', folder: 'test/web/pictures', args: ['--updateSnapshot'] });
