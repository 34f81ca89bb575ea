import type { Span } from '../document/types.ts';
import { addressOf } from '../packs/citations.ts';
import { citedIn } from '../packs/cited.ts';
import { citationsFor } from '../rules/jurisdiction.ts';
import type { Citation } from '../packs/types.ts';
import { fill, type Locale } from '../rules/engine.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import type { CheckContext } from '../rules/types.ts';
import { VERSION } from '../version.ts';
import { align } from './align/align.ts';
import { dateChanges, withoutNewDate } from './changes/date.ts';
import { languageChange } from './changes/language.ts';
import { editorialEdits, headingChanges, moves } from './changes/structure.ts';
import { termChanges } from './changes/terms.ts';
import { contentChanges } from './changes/content.ts';
import { toEdits } from './edits.ts';
import { findingChanges, findingsOf } from './findings.ts';
import { clip, toSide, unitsIn, type DiffModel, type DiffSide, type TopicChanges } from './model.ts';
import { changeRule } from './registry.ts';
import type { Change, Changelog, Level, RawChange, Side } from './types.ts';
import { toUnits, Vocabulary } from './units.ts';
import { wordEdits } from './word-edits.ts';

export interface DiffContextsOptions {
  locale: Locale;
}

/** Topics in order of precedence: each takes the edits it explains from those behind it. */
const TOPICS: TopicChanges[] = [
  languageChange,
  termChanges,
  headingChanges,
  editorialEdits,
  dateChanges,
  contentChanges,
  moves,
];

/** Compares two analysed documents. Pure; cost grows with n log n. */
export function diffContexts(base: CheckContext, revision: CheckContext, options: DiffContextsOptions): Changelog {
  return compareContexts(base, revision, options).changelog;
}

/** A changelog with what a redline is drawn from. */
export interface Comparison {
  changelog: Changelog;
  model: DiffModel;
  /** Spans of each change in the plain texts, in the order of the changelog. */
  spans: { base?: Span; revision?: Span }[];
}

export function compareContexts(base: CheckContext, revision: CheckContext, options: DiffContextsOptions): Comparison {
  const vocabulary = new Vocabulary();
  const left = toSide(toUnits(base, vocabulary), findingsOf(base, options.locale));
  const right = toSide(toUnits(revision, vocabulary), findingsOf(revision, options.locale));
  const alignment = align(left.units, right.units, vocabulary);
  const edits = toEdits(left, right, alignment, vocabulary);
  const model: DiffModel = { base: left, revision: right, alignment, vocabulary, edits, locale: options.locale };
  const raw = TOPICS.flatMap((topic) => topic(model));
  raw.push(...withoutNewDate(model, raw));
  const changes = withFingerprints(
    raw.map((change) => render(change, model, options.locale)).sort(byWeight),
    revision.document.path,
  );
  const count = (level: Level) => changes.filter(({ change }) => change.level === level).length;
  const summary = { material: count('material'), substantive: count('substantive'), editorial: count('editorial') };
  const changelog: Changelog = {
    version: 1,
    tool: { name: 'policylint', version: VERSION },
    base: { path: base.document.path, language: base.document.language },
    revision: { path: revision.document.path, language: revision.document.language },
    verdict:
      summary.material + summary.substantive > 0
        ? 'changed'
        : base.document.source === revision.document.source
          ? 'identical'
          : 'editorial',
    changes: changes.map(({ change }) => change),
    summary,
    findings: findingChanges(left.findings, right.findings),
    limits: [...new Set(alignment.limits)],
  };
  return { changelog, model, spans: changes.map(({ raw: { base, revision } }) => ({ base, revision })) };
}

interface Rendered {
  change: Change;
  raw: RawChange;
  place: number;
}

const WEIGHT: Record<Level, number> = { material: 0, substantive: 1, editorial: 2 };

function byWeight(a: Rendered, b: Rendered): number {
  return WEIGHT[a.change.level] - WEIGHT[b.change.level] || a.place - b.place;
}

function render(raw: RawChange, model: DiffModel, locale: Locale): Rendered {
  const rule = changeRule(raw.id);
  const args = Object.fromEntries(
    Object.entries(raw.args).map(([key, value]) => [key, key === 'of' ? value : clip(value)]),
  );
  return {
    raw,
    place: raw.revision?.start ?? (raw.base ? model.revision.document.text.length + raw.base.start : 0),
    change: {
      id: rule.id,
      topic: rule.topic,
      op: rule.op,
      direction: rule.direction,
      level: rule.level,
      summary: fill(rule.summary, args, locale),
      base: sideOf(model.base, raw.base),
      revision: sideOf(model.revision, raw.revision),
      words: wordEdits(model, raw),
      citations: citationsOf(rule.law, model).map((c) => citedIn(c, locale)),
      fingerprint: '',
    },
  };
}

function sideOf(side: DiffSide, span: Span | undefined): Side | null {
  if (!span) return null;
  const { document } = side;
  const [unit] = unitsIn(side, span);
  return {
    section: unit ? document.sections[unit.section]!.path : [],
    text: document.text.slice(span.start, span.end).replace(/[^\S\n]+/g, ' '),
    position: document.position(document.sourceSpan(span)),
  };
}

/** Articles of the laws either version falls under. */
function citationsOf(law: readonly string[], model: DiffModel): Citation[] {
  const { rules } = model.revision.context.packs;
  const cited = law.map((cite) => ({ cite, url: addressOf(cite, rules.sources) ?? '' }));
  return citationsFor(cited, model.revision.context, [...model.base.context.laws, ...model.revision.context.laws]);
}

function flat(side: Side | null): string {
  return side?.text.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '';
}

/** hash(id, path, section, anchor or both texts) and a counter: never line numbers, never localised text. */
function withFingerprints(rendered: Rendered[], path: string): Rendered[] {
  const seen = new Map<string, number>();
  for (const { change, raw } of rendered) {
    const section = (change.revision ?? change.base)?.section.join('/') ?? '';
    const anchor = raw.anchor ?? `${flat(change.base)}\0${flat(change.revision)}`;
    const key = [change.id, path, section, anchor].join('\0');
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    change.fingerprint = fingerprint(`${key}\0${n}`);
  }
  return rendered;
}
