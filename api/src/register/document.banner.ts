import { SAMPLE_BANNER } from '@thidua/workflows/sample';
import type { Config } from '../platform/config/config.js';

const DRAFT = 'DỰ THẢO';

/** Whether a paper is no real one: made in the development mode, or from figures that are invented. */
const isSample = (mode: Config['mode'], invented: boolean): boolean => mode === 'development' || invented;

/** What stands on every page of a draft. */
export const draftBanner = (mode: Config['mode'], invented: boolean): string =>
  isSample(mode, invented) ? `${DRAFT} – ${SAMPLE_BANNER}` : DRAFT;

/** What stands on every page of a paper that is no real one. */
export const sampleMark = (mode: Config['mode'], invented: boolean): { banner?: string } =>
  isSample(mode, invented) ? { banner: SAMPLE_BANNER } : {};
