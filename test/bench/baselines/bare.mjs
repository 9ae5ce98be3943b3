import { serveRounds } from './rounds.mjs';
import { bareTransition } from './transition.mjs';

/** The bare two-round-trip transaction alone. */
await serveRounds(async (settings) => bareTransition(settings));
