import { nextCut } from './cuts.ts';
import type { Session } from './session.ts';

/** Pieces the parser reads at a time: it is linear in their number, not always in their size. */
const PIECE = 32_768;

/** Reads lines from `first` on with the reference parser, in pieces cut where a cut changes nothing. */
export function readFully(session: Session, first: number, piece = PIECE): void {
  const { lines } = session;
  let line = first;
  while (line < lines.count) {
    let least = line + 1;
    const enough = lines.start(line) + piece;
    while (least < lines.count && lines.start(least) < enough) least++;
    const next = nextCut(lines, line, least);
    session.parseLines(line, next);
    line = next;
  }
}
