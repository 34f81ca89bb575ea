import { cutBehind } from './cuts.ts';
import { readFast } from './scanner.ts';
import { PIECE, type Session } from './session.ts';

/**
 * Reads everything with the reference parser, in pieces cut where a cut changes nothing. What a guard stops is read as
 * `readFast` reads it: it needs the parser for less.
 */
export function readFully(session: Session, piece = PIECE): void {
  const { lines } = session;
  for (let line = 0; line < lines.count;) {
    const next = cutBehind(lines, line, piece);
    session.parseLines(line, next, (from, to) => readFast(session, from, to));
    line = next;
  }
}
