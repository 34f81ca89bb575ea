import type { Reader } from '../types.ts';
import { readText } from './text.ts';
export const readHtml: Reader = readText;
