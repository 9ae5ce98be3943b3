import type { DocumentMeta } from './blocks.js';

export const product = 'Thi Dua';

/** A moment as parts in Vietnamese time (UTC+7 all year). */
function parts(moment: Date): string[] {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).split(/[-T:]/);
}

/** `2026-02-05T08:30:00+07:00`, to the second. */
export function isoTime(moment: Date): string {
  const [year, month, day, hour, minute, second] = parts(moment);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`;
}

/** `D:20260205083000+07'00'`, the same second in the syntax of PDF. */
export const pdfTime = (moment: Date): string => `D:${parts(moment).join('')}+07'00'`;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** PDF/A validators do not know pdfuaid; the packet describes it to them. */
const extension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA to which the file conforms</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

/** The XMP packet: the same as the info dictionary, and the parts of PDF/A and PDF/UA that the file claims. */
export function xmp(meta: DocumentMeta): string {
  const time = isoTime(meta.createdAt);
  const spaces = Object.entries({
    dc: 'http://purl.org/dc/elements/1.1/',
    xmp: 'http://ns.adobe.com/xap/1.0/',
    pdf: 'http://ns.adobe.com/pdf/1.3/',
    pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
    pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  });
  const fields = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(meta.title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${xml(meta.author)}</rdf:li></rdf:Seq></dc:creator>`,
    meta.subject ? `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xml(meta.subject)}</rdf:li></rdf:Alt></dc:description>` : '',
    '<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>',
    `<xmp:CreatorTool>${product}</xmp:CreatorTool><xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    `<pdf:Producer>${product}</pdf:Producer>`,
    meta.keywords?.length ? `<pdf:Keywords>${xml(meta.keywords.join(', '))}</pdf:Keywords>` : '',
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>',
  ];
  const description = `<rdf:Description rdf:about=""${spaces.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')}>${fields.join('')}</rdf:Description>`;
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}${extension}</rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  );
}
