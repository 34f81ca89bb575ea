import type { Act } from '../../packs/types.ts';
import type { Entity } from '../../text/entities/types.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';

interface Cited {
  article: string;
  paragraph?: number;
  point?: string;
}

/** Articles that the law they are cited from does not have. */
export const citation: Check = {
  rules: ['citation/invalid', 'outdated/kvkk-6-2', 'outdated/teblig-5-1-c'],
  *run(context) {
    const acts = Object.values(context.packs.rules.acts);
    const articles = context.entities.filter((e) => e.name === 'article');
    if (articles.length === 0) return;
    for (const entity of articles) {
      const act = actOf(context, entity, acts);
      if (!act) continue;
      const cited = parse(entity.value, context.document.text.slice(entity.end, entity.end + 8));
      if (!cited) continue;
      const missing = missingPart(act, cited);
      if (missing) yield finding(context, entity, act, cited, missing);
    }
  },
};

function finding(context: CheckContext, entity: Entity, act: Act, cited: Cited, missing: string): RawFinding {
  const source = context.document.sourceSpan(entity);
  const rule =
    REPEALED[`${act.id} ${cited.article}(${cited.paragraph ?? ''})`] ??
    REPEALED[`${act.id} ${cited.article}(${cited.paragraph ?? 1})(${cited.point ?? ''})`];
  return { rule: rule ?? 'citation/invalid', args: { text: entity.value, act: act.cite, part: missing }, source };
}

/** Parts that existed once: they are outdated law, not slips. */
const REPEALED: Record<string, string> = {
  'kvkk 6(2)': 'outdated/kvkk-6-2',
  'aydinlatma-tebligi 5(1)(c)': 'outdated/teblig-5-1-c',
};

/** Between an article and the name of its law stand only small words. */
const LINKING =
  /^[\s,.()'’]*(?:(?:of|the|eu|der|des|du|de|la|le|del|von|z|ab|nın|nin|nun|nün|sayılı|lietot|noteikt\p{L}*|regulas?|general|regulation|verordnung|kanun['’]?(?:un|u)?|uyarınca)[\s,.()'’]*){0,5}$/iu;
const REACH = 60;

function actOf({ document }: CheckContext, article: Entity, acts: readonly Act[]): Act | undefined {
  if (article.value.startsWith('§')) return undefined;
  const behind = document.text.slice(article.end, article.end + REACH).split('\n')[0]!;
  const before = document.text
    .slice(Math.max(0, article.start - REACH), article.start)
    .split('\n')
    .at(-1)!;
  const follows = nearest(acts, behind, (text, name) => {
    const at = text.indexOf(name);
    return at >= 0 && LINKING.test(text.slice(0, at).replace(/^-\p{L}\b/u, '')) ? at : -1;
  });
  if (follows) return isOther(follows, document.text, article.end, behind) ? undefined : follows;
  const precedes = nearest(acts, before, (text, name) => {
    const at = text.lastIndexOf(name);
    return at >= 0 && LINKING.test(text.slice(at + name.length)) ? text.length - at - name.length : -1;
  });
  if (!precedes || isOther(precedes, document.text, article.start - before.length, before)) return undefined;
  return precedes;
}

function nearest(
  acts: readonly Act[],
  text: string,
  distance: (text: string, name: string) => number,
): Act | undefined {
  let best: Act | undefined;
  let least = Infinity;
  for (const act of acts)
    for (const name of act.names) {
      const at = distance(text, name);
      if (at >= 0 && at < least) [best, least] = [act, at];
    }
  return best;
}

function isOther(act: Act, text: string, from: number, stretch: string): boolean {
  const around = text.slice(Math.max(0, from - 12), from + stretch.length + 4);
  return (act.except ?? []).some((name) => around.includes(name));
}

const WORD_OF_PART =
  /\b(?:lit(?:era)?|point|letter|buchst(?:abe)?|lettre|letra|bend\p{L}*|apakšpunkt\p{L}*|let|abs(?:atz)?|para(?:graph|graphe)?|apartado|ust(?:ęp)?|par|fıkra\p{L}*|daļ\p{L}*|punkt\p{L}*|inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü|panta?|pant\p{L}*|madde\p{L}*|maddeleri)(?![\p{L}])\.?/giu;

function parse(value: string, behind: string): Cited | undefined {
  const turkish = /^(?:m|md|mad|madde)\b/iu.test(value) || /madde/iu.test(value);
  const head = /(\d{1,3})([a-z]?)/iu.exec(value);
  if (!head) return undefined;
  const article =
    String(Number(head[1])) +
    (head[2] && /^\d{1,3}[a-z](?![\p{L}])/iu.test(value.slice(head.index)) ? head[2].toLowerCase() : '');
  let rest = value.slice(head.index + head[1]!.length + (article.length > String(Number(head[1])).length ? 1 : 0));
  // "Art. 13/14" and "Articles 13-14" are two articles; "m. 5/2" is a paragraph.
  if (!turkish) rest = rest.replace(/[/-]\d{1,2}/g, ' ');
  rest = rest.replace(WORD_OF_PART, ' ');
  const parts = [...rest.matchAll(/\d{1,2}|(?<![\p{L}])\p{L}(?![\p{L}])/gu)].map((m) => m[0]);
  const paragraph = parts.find((part) => /^\d/.test(part));
  const point =
    parts.find((part) => /^\p{L}/u.test(part)) ?? (turkish ? /^-(\p{L})(?![\p{L}])/u.exec(behind)?.[1] : undefined);
  return {
    article,
    paragraph: paragraph === undefined ? undefined : Number(paragraph),
    point: point?.toLocaleLowerCase(turkish ? 'tr' : 'en'),
  };
}

type Paragraphs = ReadonlyMap<number, ReadonlySet<string>>;
const parsed = new Map<string, Paragraphs>();

/** What the law lacks of a citation: its article, its paragraph, or its point. */
function missingPart(act: Act, cited: Cited): string | undefined {
  const written = act.articles[cited.article];
  if (written === undefined) return `Art. ${cited.article}`;
  if (written === '*' || written === '')
    return written === '' && (cited.paragraph ?? 1) > 1 ? `Art. ${cited.article}(${cited.paragraph})` : undefined;
  const paragraphs = parsed.get(written) ?? parseParagraphs(written);
  parsed.set(written, paragraphs);
  const where = `Art. ${cited.article}${cited.paragraph === undefined ? '' : `(${cited.paragraph})`}`;
  if (cited.paragraph !== undefined && !paragraphs.has(cited.paragraph)) return where;
  if (cited.point === undefined) return undefined;
  const points = cited.paragraph === undefined ? [...paragraphs.values()] : [paragraphs.get(cited.paragraph)!];
  return points.some((set) => set.has(cited.point!)) ? undefined : `${where}(${cited.point})`;
}

/** `1(a-f), 2, 3(a b)`, `1-26`. */
function parseParagraphs(written: string): Paragraphs {
  const paragraphs = new Map<number, Set<string>>();
  for (const match of written.matchAll(/(\d+)(?:-(\d+))?(?:\(([^)]*)\))?/g)) {
    const points = new Set<string>();
    for (const item of (match[3] ?? '').split(/\s+/).filter(Boolean)) {
      const [from, to] = item.split('-');
      for (let code = from!.codePointAt(0)!; code <= (to ?? from)!.codePointAt(0)!; code++)
        points.add(String.fromCodePoint(code));
    }
    for (let n = Number(match[1]); n <= Number(match[2] ?? match[1]); n++) paragraphs.set(n, points);
  }
  return paragraphs;
}
