import { mulberry32, pick, shuffled } from './random.ts';

/** What policies are made from: the sections of one text, and its words. */
export interface Source {
  title: string;
  sections: string[];
  words: string[];
}

/** Words in running text; parts of addresses, numbers and markup are left alone. */
const WORD = /(?<![\p{L}\p{N}/@.:#_-])\p{L}{3,}(?![\p{L}\p{N}/@:_-])/gu;

export function sourceOf(text: string): Source {
  const [title = '', ...rest] = text.split(/^(?=## )/m);
  return {
    title: title.trim(),
    sections: (rest.length > 0 ? rest : [text]).map((section) => section.trim()),
    words: [...new Set(text.match(WORD) ?? ['word'])],
  };
}

/** Sections drawn from a source, a tenth of their words replaced, until there are so many characters. */
export function policyOf(source: Source, seed: number, size: number): string {
  const random = mulberry32(seed);
  const parts = [source.title];
  let length = source.title.length;
  let left: string[] = [];
  while (length < size) {
    if (left.length === 0) left = shuffled(source.sections, random);
    const section = withOtherWords(left.pop()!, source.words, 0.1, random);
    parts.push(section);
    length += section.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

/** Policy number `index` of a corpus: 10 to 20 KB, from one of the sources. */
export function corpusPolicy(sources: readonly Source[], index: number): string {
  const random = mulberry32(index + 1);
  return policyOf(pick(sources, random), index + 1_000_003, 10_000 + Math.floor(random() * 8_000));
}

export type Edit = 'light' | 'heavy' | 'rewrite';

/**
 * Another version of a policy. `light`: twenty paragraphs with a word changed. `heavy`: all sections in another order,
 * a twentieth of the paragraphs edited, a twentieth gone. `rewrite`: another text from the same vocabulary.
 */
export function edited(text: string, source: Source, edit: Edit, seed: number): string {
  const random = mulberry32(seed);
  if (edit === 'rewrite') return policyOf(source, seed + 77, text.length);
  if (edit === 'light') {
    const paragraphs = text.split('\n\n');
    for (let i = 0; i < 20; i++) {
      const at = Math.floor(random() * paragraphs.length);
      paragraphs[at] = withOneOtherWord(paragraphs[at]!, source.words, random);
    }
    return paragraphs.join('\n\n');
  }
  const [title = '', ...sections] = text.split(/^(?=## )/m);
  const paragraphs = [title, ...shuffled(sections, random)]
    .map((s) => s.trim())
    .join('\n\n')
    .split('\n\n');
  return `${paragraphs
    .filter((p) => p.startsWith('#') || random() >= 0.05)
    .map((p) => (random() < 0.05 ? withOtherWords(p, source.words, 0.2, random) : p))
    .join('\n\n')}\n`;
}

function withOtherWords(text: string, words: readonly string[], share: number, random: () => number): string {
  return text.replace(WORD, (word) => (random() < share ? pick(words, random) : word));
}

function withOneOtherWord(text: string, words: readonly string[], random: () => number): string {
  const at = Math.floor(random() * (text.match(WORD)?.length ?? 0));
  let seen = 0;
  return text.replace(WORD, (word) => (seen++ === at ? pick(words, random) : word));
}
