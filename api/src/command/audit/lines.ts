const BREAK = 0x0a;

/** The lines of a stream of bytes; only a line feed ends one, whatever else a text may hold. A last line without its end counts too. */
export async function* linesOf(pieces: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf(BREAK); at >= 0; at = piece.indexOf(BREAK, from)) {
      yield Buffer.concat([...begun, piece.subarray(from, at)]).toString('utf8');
      begun = [];
      from = at + 1;
    }
    if (from < piece.length) begun.push(Buffer.from(piece.subarray(from)));
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString('utf8');
}
