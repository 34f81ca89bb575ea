import type { Check } from '../types.ts';
import { phrases } from './phrases.ts';

/** Every check, in the order they run. */
export const checks: readonly Check[] = [phrases];
