import type { Comment, Document, Span } from '../document/types.ts';
import type { RulePack } from '../packs/types.ts';
import type { Finding } from '../report/types.ts';
import type { RawFinding } from './types.ts';

export type DirectiveKind = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
const KINDS: readonly string[] = ['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'];

/** An inline directive for one rule: `<!-- policylint-disable-next-line rule -- reason -->`. */
export interface Directive {
  kind: DirectiveKind;
  rule: string;
  source: Span;
}

export interface ParsedDirectives {
  directives: Directive[];
  /** What a directive does wrong, as findings of `suppression/invalid`. */
  invalid: RawFinding[];
}

/**
 * Directives in the comments of a document. Rules and a reason are required: an auditor asks why, and a comment that
 * silences everything hides tomorrow's findings. `enable` without rules ends every `disable` before it.
 */
export function parseDirectives(comments: readonly Comment[], isRule: (id: string) => boolean): ParsedDirectives {
  const directives: Directive[] = [];
  const invalid: RawFinding[] = [];
  for (const { source, value } of comments) {
    const match = /^policylint-([a-z-]+)(?:\s+([\s\S]*))?$/.exec(value.trim());
    if (!match) continue;
    const [, kind, rest = ''] = match as unknown as [string, string, string?];
    const wrong = (message: string, args: Record<string, string> = {}) =>
      invalid.push({ rule: 'suppression/invalid', message, args, source });
    if (!KINDS.includes(kind)) {
      wrong('unknown-directive', { directive: `policylint-${kind}` });
      continue;
    }
    const at = /(?:^|\s)--(?:\s|$)/.exec(rest);
    const named = (at ? rest.slice(0, at.index) : rest).split(/[\s,]+/).filter(Boolean);
    const reason = at ? rest.slice(at.index + at[0].length).trim() : '';
    if (kind === 'enable') {
      for (const rule of named.length > 0 ? named : ['*']) directives.push({ kind, rule, source });
      continue;
    }
    if (named.length === 0) wrong('no-rule', { directive: `policylint-${kind}` });
    else if (reason === '') wrong('no-reason', { rules: named.join(', ') });
    else
      for (const rule of new Set(named)) {
        if (isRule(rule)) directives.push({ kind: kind as DirectiveKind, rule, source });
        else wrong('unknown-rule', { rule });
      }
  }
  return { directives, invalid };
}

/** Tests whether each directive covers a finding; a directive that covers none is unused. */
export function applyDirectives(
  document: Document,
  directives: readonly Directive[],
  findings: readonly Finding[],
): { kept: Finding[]; suppressed: Finding[]; unused: Directive[] } {
  const covers = directives.map((directive) => coverage(document, directive, directives));
  const used = new Set<Directive>();
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of findings) {
    const by = directives.filter((directive, i) => directive.rule === finding.rule && covers[i]!(finding));
    for (const directive of by) used.add(directive);
    (by.length > 0 ? suppressed : kept).push(finding);
  }
  return { kept, suppressed, unused: directives.filter((d) => d.kind !== 'enable' && !used.has(d)) };
}

function coverage(
  document: Document,
  { kind, rule, source }: Directive,
  all: readonly Directive[],
): (finding: Finding) => boolean {
  switch (kind) {
    case 'enable':
      return () => false;
    case 'disable-file':
      return () => true;
    case 'disable-line': {
      const line = document.position(source).start.line;
      return ({ position }) => position.start.line === line;
    }
    case 'disable-next-line': {
      const line = nextLine(document, source);
      return ({ position }) => position.start.line === line;
    }
    case 'disable': {
      const end = all.find(
        (d) => d.kind === 'enable' && d.source.start > source.start && (d.rule === rule || d.rule === '*'),
      );
      const until = end ? end.source.start : Infinity;
      return ({ position: { start } }) => start.offset >= source.start && start.offset < until;
    }
  }
}

/** The next line with something on it: formatters put a blank line between a comment and its paragraph. */
export function nextLine(document: Document, { end }: Span): number {
  const rest = /[^\n\r]*[\s]*/y;
  rest.lastIndex = end;
  const skipped = rest.exec(document.source)?.[0].length ?? 0;
  const at = Math.min(end + skipped, document.source.length);
  return document.position({ start: at, end: at }).start.line;
}

const known = new WeakMap<RulePack, ReadonlySet<string>>();

/** Ids of every rule of the packs: requirements, groups of them, and defects. */
export function ruleIds(pack: RulePack): ReadonlySet<string> {
  let ids = known.get(pack);
  if (!ids) {
    const laws = Object.values(pack.laws);
    ids = new Set([
      ...laws.flatMap((law) => [...law.requirements.map((r) => r.id), ...Object.keys(law.groups ?? {})]),
      ...Object.keys(pack.defects),
    ]);
    known.set(pack, ids);
  }
  return ids;
}
