/** Edits that change nothing that is said. Each takes a source of chance (0 ≤ x < 1) and a Markdown policy. */
export type Retouch = (markdown: string, chance: () => number) => string;

const blocks = (markdown: string) => markdown.trimEnd().split(/\n{2,}/);
const isProse = (block: string) => !/^(?:#|-|\||>|<|\d+\.)/.test(block);

const rewrap: Retouch = (markdown, chance) => {
  const width = 40 + Math.floor(chance() * 60);
  return blocks(markdown)
    .map((block) => {
      if (!isProse(block)) return block;
      let line = '';
      const lines: string[] = [];
      for (const word of block.split(/\s+/)) {
        // A line that begins with "1." or "-" would become a list.
        if (line.length + word.length > width && !/^(?:\d+[.)]|[-+*#>])/.test(word)) {
          lines.push(line);
          line = word;
        } else line = line === '' ? word : `${line} ${word}`;
      }
      return [...lines, line].join('\n');
    })
    .join('\n\n');
};

const typography: Retouch = (markdown) => markdown.replace(/"([^"\n]*)"/g, '“$1”').replace(/(\w)'(\w)/g, '$1’$2');
const narrowSpaces: Retouch = (markdown) => markdown.replace(/(\d) (days|years|hours|gün|yıl)/g, '$1\u00a0$2');
const emphasis: Retouch = (markdown) => markdown.replace(/\b(personal data|kişisel veri)/gi, '**$1**');
const renumber: Retouch = (markdown) => markdown.replace(/^## \d+\. /gm, '## ');
const shout: Retouch = (markdown) =>
  markdown.replace(
    /^## (.*)$/gm,
    (_, title: string) => `## ${title.toLocaleUpperCase(/[ğışİ]/.test(markdown) ? 'tr' : 'en')}`,
  );
const bullets: Retouch = (markdown) => markdown.replace(/^- /gm, '* ');
const deeper: Retouch = (markdown) => markdown.replace(/^## /gm, '### ');
const table: Retouch = (markdown) =>
  markdown.replace(/(?:^- .*\n?)+/gm, (list) => {
    const rows = list
      .trimEnd()
      .split('\n')
      .map((item) => `| ${item.slice(2)} |`);
    return `${rows[0]}\n|---|\n${rows.slice(1).join('\n')}\n`;
  });

const shuffle: Retouch = (markdown, chance) => {
  const [head, ...sections] = markdown.split(/\n(?=## )/);
  for (let i = sections.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [sections[i], sections[j]] = [sections[j]!, sections[i]!];
  }
  return [head, ...sections].join('\n');
};

export const RETOUCHES: Readonly<Record<string, Retouch>> = {
  rewrap,
  typography,
  narrowSpaces,
  emphasis,
  renumber,
  shout,
  bullets,
  deeper,
  table,
  shuffle,
};

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The fixture as a page: headings, paragraphs and lists are all it has. */
export function toHtml(markdown: string): string {
  const body = blocks(markdown).map((block) => {
    const heading = /^(#+) (.*)$/.exec(block);
    if (heading) return `<h${heading[1]!.length}>${escape(heading[2]!)}</h${heading[1]!.length}>`;
    if (block.startsWith('- '))
      return `<ul>\n${block
        .split('\n')
        .map((item) => `<li>${escape(item.slice(2))}</li>`)
        .join('\n')}\n</ul>`;
    return `<p>${escape(block)}</p>`;
  });
  return `<!doctype html>\n<html><head><title>Policy</title></head><body>\n${body.join('\n')}\n</body></html>\n`;
}

/** mulberry32: the same numbers for the same seed everywhere. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
