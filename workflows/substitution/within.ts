import type { Can } from '../permission.js';
import { reaches, type Area } from './area.js';

/**
 * What a post grants to whoever stands in for its holder: no more than its areas. No area holds the naming of a substitute, so what one
 * does in another's stead is never handed on.
 */
export const within =
  (areas: readonly Area[], can: Can): Can =>
  (actions, kind, conditions) => {
    const reached = [actions].flat().filter((action) => reaches(areas, action, kind));
    if (reached.length > 0) can(reached, kind, conditions);
  };
