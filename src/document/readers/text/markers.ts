/** How a line is numbered or bulleted. */
export interface Marker {
  /** As written, without the space behind it: `1.`, `(a)`, `•`, `Article 5 –`. */
  written: string;
  /** Characters up to the text. */
  length: number;
  kind: 'bullet' | 'number' | 'multi' | 'keyword';
  /** The look a number shares with the others of its series: `(a)`, `1.`, `I.`; for bullets the sign itself. */
  style: string;
  /** Readings of the number: a lower-case `i)` may be the first Roman or the ninth letter. */
  values: { style: string; value: number }[];
  /** `2.1.3` → 3; 1 for all else. */
  depth: number;
}

const BULLET = /^(?:[•‣·∙▪▫◦●○■□◆◇►▶➢➤✓✔✗✦★→»\uf0b7\uf0a7\uf0d8\uf076]|[-–—*+](?=\s)|[-–](?=\p{L})|o(?=\s))\s*/u;
const MULTI = /^(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?(?=\s+["'“„«(]?\p{Lu}|\s+[“"]|[.)]\p{Lu})/u;
const NUMBER =
  /^(\(?)(\d{1,2}|[a-zçğıöşü]|[ivxlc]{1,6}|[IVXLC]{1,6}|[A-ZÇĞİÖŞÜ])([.)]|\.\)|-\)?|:)(?=\s|\p{Lu}\p{Ll})\s*/u;
const BARE_NUMBER = /^(\d{1,2})\s+(?=\p{Lu})/u;
const KEYWORD =
  /^(section|article|part|chapter|clause|annex|appendix|schedule|madde|bölüm|kısım|ek|sadaļa|nodaļa|pielikums|§|artikel|abschnitt|teil|kapitel|anhang|artículo|sección|capítulo|chapitre|titre|artykuł|rozdział)(?:\s*\.?\s*(?=\d)|\s*\.?\s)\s*(\d{1,3}|[ivxlc]{1,6}|[a-z])(?![\p{L}\d])[.:)]?\s*[-–—:]?\s*/iu;

/** The marker a line begins with, if any. */
export function markerOf(text: string): Marker | undefined {
  const head = text.slice(0, 60);
  const bullet = BULLET.exec(head);
  if (bullet && bullet[0].length < text.length) {
    const written = bullet[0].trim();
    return { written, length: bullet[0].length, kind: 'bullet', style: written, values: [], depth: 1 };
  }
  const multi = MULTI.exec(head);
  if (multi) {
    const numbers = multi[1]!.split('.').map(Number);
    const space = /^\s*/.exec(head.slice(multi[0].length))![0].length;
    return {
      written: multi[0],
      length: multi[0].length + space,
      kind: 'multi',
      style: `multi${numbers.length}`,
      values: [{ style: `multi${numbers.length}`, value: numbers.at(-1)! }],
      depth: numbers.length,
    };
  }
  const keyword = KEYWORD.exec(head);
  if (keyword) {
    const style = keyword[1]!.toLowerCase();
    const value = /\d/.test(keyword[2]!) ? Number(keyword[2]) : romanValue(keyword[2]!.toLowerCase()) || 1;
    return {
      written: keyword[0].trim(),
      length: keyword[0].length,
      kind: 'keyword',
      style,
      values: [{ style, value }],
      depth: 1,
    };
  }
  const number = NUMBER.exec(head);
  if (number && number[0].length < text.length) {
    const [whole, open, label, close] = number as unknown as [string, string, string, string];
    const values = readings(label).map(({ look, value }) => ({ style: `${open}${look}${close}`, value }));
    return { written: whole.trim(), length: whole.length, kind: 'number', style: values[0]!.style, values, depth: 1 };
  }
  const bare = BARE_NUMBER.exec(head);
  if (bare)
    return {
      written: bare[1]!,
      length: bare[0].length,
      kind: 'number',
      style: '1',
      values: [{ style: '1', value: Number(bare[1]) }],
      depth: 1,
    };
  return undefined;
}

const LETTERS = 'abcçdefgğhıijklmnoöpqrsştuüvwxyz';

function readings(label: string): { look: string; value: number }[] {
  if (/\d/.test(label)) return [{ look: '1', value: Number(label) }];
  const upper = label === label.toUpperCase() && label !== label.toLowerCase();
  const lower = label === 'İ' ? 'i' : label.toLowerCase();
  const result: { look: string; value: number }[] = [];
  const roman = romanValue(lower);
  if (roman > 0) result.push({ look: upper ? 'I' : 'i', value: roman });
  if (lower.length === 1) result.push({ look: upper ? 'A' : 'a', value: LETTERS.indexOf(lower) + 1 });
  return result.length ? result : [{ look: 'a', value: 0 }];
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(text: string): number {
  if (!/^[ivxlc]+$/.test(text)) return 0;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const here = ROMAN[text[i]!]!;
    const next = ROMAN[text[i + 1] ?? ''] ?? 0;
    value += here < next ? -here : here;
  }
  return value;
}

/** Whether `next` may follow `last` in a series: the next number, or one or two left out. */
export function follows(style: string, last: number, next: number): boolean {
  // Letters are counted with the Turkish ones between them, so that both alphabets go up by one to three.
  const reach = /[aA]/.test(style) ? 4 : 3;
  return next > last && next - last <= reach;
}
