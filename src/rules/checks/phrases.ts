import { detectConcept } from '../../packs/detect.ts';
import type { DefectRule } from '../../packs/types.ts';
import { firstWhere } from '../../text/search.ts';
import { holds } from '../requirements.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { wordCount } from './support.ts';

/** Rules that are data: their phrases or their addresses are the finding. One finding a paragraph, rule and message. */
export const phrases: Check = {
  rules: [],
  *run(context) {
    for (const rule of Object.values(context.packs.rules.defects)) {
      if (!rule.detect && !rule.concept && !rule.urls) continue;
      if (rule.laws && !rule.laws.some((law) => context.laws.includes(law))) continue;
      if (rule.when && !holds(rule.when, context.evidence)) continue;
      yield* findingsOf(rule, context);
    }
  },
};

function* findingsOf(rule: DefectRule, context: CheckContext): Generator<RawFinding> {
  const { document, evidence } = context;
  const told = new Set<number>();
  // Keys with an underscore are for a check to judge.
  const own = Object.keys(rule.detect ?? {}).filter((key) => !key.startsWith('_'));
  const keys = own.map((key): [string, string] => [key, detectConcept(rule.id, key)]);
  if (rule.concept) keys.push(['default', rule.concept]);
  for (const [key, concept] of keys) {
    const blocks = new Set<number>();
    for (const found of evidence.of(concept)) {
      if (found.strength !== 'strong' || found.polarity === 'denied') continue;
      const { block } = document.sentences[found.sentence]!;
      if (blocks.has(block)) continue;
      if (rule.maxWords !== undefined && wordCount(document.blocks[block]!) > rule.maxWords) continue;
      blocks.add(block);
      told.add(block);
      yield {
        rule: rule.id,
        message: key,
        args: { text: document.text.slice(found.match.start, found.match.end) },
        source: document.sourceSpan(found.match),
      };
    }
  }
  if (rule.urls) yield* addresses(rule, context, told);
}

function* addresses(rule: DefectRule, context: CheckContext, told: ReadonlySet<number>): Generator<RawFinding> {
  const { document, entities } = context;
  const seen = new Set(told);
  const places = [
    ...document.links.map((link) => ({ url: link.url, source: link.source, at: link.text.start })),
    ...entities
      .filter((e) => e.name === 'url')
      .map((e) => ({ url: e.value, source: document.sourceSpan(e), at: e.start })),
  ];
  for (const place of places) {
    if (!rule.urls!.some((url) => isUnder(place.url, url))) continue;
    const block = firstWhere(0, document.blocks.length, (b) => document.blocks[b]!.start > place.at) - 1;
    if (seen.has(block)) continue;
    seen.add(block);
    yield {
      rule: rule.id,
      message: rule.messages.url ? 'url' : 'default',
      args: { text: place.url },
      source: place.source,
    };
  }
}

/** Whether an address is `host` or `host/path`, or lies below it. */
function isUnder(address: string, pattern: string): boolean {
  const bare = address.toLowerCase().replace(/^[a-z]+:\/\//, '');
  const [host, ...path] = pattern.split('/');
  const [ownHost, ...ownPath] = bare.split(/[/?#]/);
  return (ownHost === host || ownHost!.endsWith(`.${host}`)) && path.every((part, i) => ownPath[i] === part);
}
