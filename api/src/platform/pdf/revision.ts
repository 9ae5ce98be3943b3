import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';

/**
 * A fingerprint of what pages show, but for the pictures and values of signature fields: everything reachable from the pages.
 * Between two signatures of one document nothing else may change.
 */
export async function contentPrint(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
  const hash = createHash('sha256');
  const seen = new Set<string>();
  const add = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      hash.update(`${object.tag} `);
      if (!seen.has(object.tag)) {
        seen.add(object.tag);
        add(document.context.lookup(object));
      }
    } else if (object instanceof PDFRawStream) {
      add(object.dict);
      hash.update(object.contents);
    } else if (object instanceof PDFDict) {
      const signature = object.get(PDFName.of('FT')) === PDFName.of('Sig');
      for (const [key, value] of object.entries()) {
        if (signature && (key === PDFName.of('AP') || key === PDFName.of('V'))) continue;
        hash.update(`${key.asString()} `);
        add(value);
      }
      hash.update('>>');
    } else if (object instanceof PDFArray) {
      object.asArray().forEach(add);
      hash.update(']');
    } else hash.update(`${object?.toString()} `);
  };
  for (const page of document.getPages()) add(page.ref);
  return hash.digest('hex');
}
