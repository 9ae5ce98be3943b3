type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What names an entry of a list: the first of these fields that it has. */
const NAMES = ['code', 'unit', 'item', 'title', 'type', 'address'] as const;

const nameOf = (entry: Json, at: number): string => {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return String(at);
  const fields = entry as { readonly [key: string]: Json };
  const name = NAMES.find((field) => typeof fields[field] === 'string');
  return name ? String(fields[name]) : String(at);
};

/** Every value of a JSON text by its place; entries of lists stand under their names, so that an order that changed says nothing. */
function places(value: Json, place: string, found: Map<string, Json>): Map<string, Json> {
  if (typeof value !== 'object' || value === null) return found.set(place, value);
  const entries = Array.isArray(value)
    ? (value as readonly Json[]).map((entry, at): [string, Json] => [nameOf(entry, at), entry])
    : Object.entries(value);
  if (entries.length === 0) found.set(place, Array.isArray(value) ? '[]' : '{}');
  for (const [name, child] of entries) places(child, `${place}/${name}`, found);
  return found;
}

/** What two JSON values differ in: place → [before, after]; undefined where there is nothing. */
export function differences(before: unknown, after: unknown): Record<string, [unknown, unknown]> {
  const [old, now] = [places(before as Json, '', new Map()), places(after as Json, '', new Map())];
  const all = [...new Set([...old.keys(), ...now.keys()])].sort();
  return Object.fromEntries(
    all.filter((place) => old.get(place) !== now.get(place)).map((place) => [place, [old.get(place), now.get(place)]]),
  );
}
