import { compilePacks } from '../../scripts/compile-packs.ts';

export default function setup(): void {
  compilePacks();
}
