// `node docker/check.mjs`: what the image and the compose file do, on a bare file tree, where no container engine runs.
import { enter } from '../api/launch/enter.mjs';

enter(new URL('./check/checking.mjs', import.meta.url));
