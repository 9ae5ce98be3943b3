/** Someone who wants a seat: more merit is better (yes votes, or the rank turned round). */
export interface Claim {
  readonly unitId: string;
  readonly merit: number;
}

/** Who has a seat, who is tied for the last ones, and how many of those seats are open. */
export interface Filled {
  readonly elected: readonly string[];
  readonly tied: readonly string[];
  readonly open: number;
}

/**
 * Fills seats from the best down. Equals who do not all fit are tied: nobody of them gets a seat, and nothing that is not merit
 * decides. `open` counts the seats left, for the tied or for nobody. Source: scoring.md 4.3 (I-11 to I-13) and `quota-boundary-tie`.
 */
export function fillSeats(claims: readonly Claim[], seats: number): Filled {
  const elected: string[] = [];
  for (const merit of [...new Set(claims.map((claim) => claim.merit))].sort((a, b) => b - a)) {
    const equals = claims.filter((claim) => claim.merit === merit).map((claim) => claim.unitId);
    const open = seats - elected.length;
    if (open === 0) break;
    if (equals.length > open) return { elected, tied: equals, open };
    elected.push(...equals);
  }
  return { elected, tied: [], open: seats - elected.length };
}
