/** How two lines of one paragraph go together: the hyphen cut out, or kept, or a space between. */
export type Joint = 'cut' | 'close' | 'space';

const BROKEN = /(\p{L}{2,})[-\u2010]$/u;
const COMPOUND = /\p{L}[-\u2010]$/u;
const BELOW = /^\p{Ll}+/u;
/** "Kunden- und Lieferantendaten": a hyphen that stands for a word, in front of one of these. */
const AND = new Set(
  'and or und oder bzw sowie ve veya ya et ou y o u e i lub oraz un vai en of och och eller og'.split(' '),
);
const FEWEST = 3;
const USUAL_SHARE = 0.02;
const WORD = /\p{L}+(?:[-\u2010]\p{L}+)*/gu;

/**
 * Tells hyphens that divide a word at the end of a line from those of compounds, by how the document writes the word
 * elsewhere and by how often its lines end so.
 */
export class Hyphens {
  /** Words that the lines might be parted in, as they were found whole inside a line. */
  readonly #whole = new Set<string>();
  #divides = false;

  constructor(lines: readonly string[]) {
    const wanted = new Set<string>();
    let broken = 0;
    for (let i = 0; i + 1 < lines.length; i++) {
      const parts = partsOf(lines[i]!, lines[i + 1]!);
      if (!parts) continue;
      broken++;
      wanted.add(parts[0] + parts[1]).add(`${parts[0]}-${parts[1]}`);
    }
    if (broken === 0) return;
    this.#divides = broken >= FEWEST && broken >= lines.length * USUAL_SHARE;
    for (const line of lines)
      for (const [word] of line.matchAll(WORD)) {
        const plain = normal(word);
        if (wanted.has(plain)) this.#whole.add(plain);
      }
  }

  joint(above: string, below: string): Joint {
    if (above.endsWith('\u00ad')) return 'cut';
    const parts = partsOf(above, below);
    if (!parts) {
      const next = /^\p{L}+/u.exec(below)?.[0];
      return next && COMPOUND.test(above.slice(-3)) && !AND.has(next.toLowerCase()) ? 'close' : 'space';
    }
    if (this.#whole.has(`${parts[0]}-${parts[1]}`)) return 'close';
    if (this.#whole.has(parts[0] + parts[1])) return 'cut';
    return this.#divides || above.endsWith('\u2010') ? 'cut' : 'close';
  }
}

/** What stands on both sides of a hyphen at the end of a line, where it may divide a word. */
function partsOf(above: string, below: string): [string, string] | undefined {
  const last = BROKEN.exec(above.slice(-40))?.[1];
  const first = last && BELOW.exec(below.slice(0, 40))?.[0];
  return first && !AND.has(first) ? [normal(last), normal(first)] : undefined;
}

function normal(word: string): string {
  return word.toLowerCase().replaceAll('\u2010', '-');
}
