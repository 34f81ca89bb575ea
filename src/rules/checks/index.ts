import type { Check } from '../types.ts';

/** Every check, in the order they run. */
export const checks: readonly Check[] = [];
