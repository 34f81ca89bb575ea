import { contacts, joinContacts } from '../detect/contacts.ts';
import { authorities, controllers, countries, dataCategories, mechanisms, recipients } from '../detect/names.ts';
import { findings } from '../detect/findings.ts';
import { fees } from '../detect/fees.ts';
import { periods } from '../detect/periods.ts';
import { changeOver, unexplained } from '../detect/regions.ts';
import { rights } from '../detect/rights.ts';
import { ages, citations, consent, polarity } from '../detect/stance.ts';
import type { Detector } from '../detect/types.ts';
import type { DiffModel } from '../model.ts';
import { changeRule } from '../registry.ts';
import { isReworded } from '../reworded.ts';
import { TopicFinder } from '../topics/finder.ts';
import { toRegions, type Region } from '../topics/region.ts';
import { joinRewritten } from '../topics/rewritten.ts';
import type { RawChange } from '../types.ts';
import { conceptChanges } from './concepts.ts';
import { idOf } from './direction.ts';

/** What is looked for in every region, in this order; what one explains is not reported again. */
const DETECTORS: Detector[] = [
  findings,
  contacts,
  fees,
  periods,
  ages,
  consent,
  polarity,
  rights,
  citations,
  controllers,
  mechanisms,
  recipients,
  countries,
  authorities,
  dataCategories,
];

/** Every content edit under the topic it belongs to; what none explains is the text topic's. */
export function contentChanges(model: DiffModel): RawChange[] {
  const topics = new TopicFinder(model);
  const regions = joinRewritten(toRegions(model), model, topics);
  const changes: RawChange[] = [];
  const open: Region[] = [];
  const known = new Set(model.edits);
  for (const region of regions) {
    const [edit] = region.edits;
    // Removed here and added there, and yet the same in other words.
    if (!known.has(edit!) && isReworded(edit!, model)) {
      changes.push(changeOver(model, 'wording-changed', region));
      continue;
    }
    const found = regionChanges(region, model, topics);
    changes.push(...found.changes);
    if (!found.explained) open.push(region);
  }
  changes.push(...conceptChanges(model, open, changes, topics));
  for (const region of regions) for (const edit of region.edits) edit.claimed = true;
  return once(joinContacts(changes));
}

/**
 * The same change of the same value is told once. A contact is one for the whole text, however many passages show it;
 * of other values (a period, a recipient) each passage speaks for itself.
 */
function once(changes: readonly RawChange[]): RawChange[] {
  const seen = new Set<string>();
  return changes.filter(({ id, anchor, base, revision }) => {
    if (anchor === undefined) return true;
    const place = id.startsWith('contact-') ? '' : `${base?.start} ${revision?.start}`;
    const key = [id, anchor, place].join('\0');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The changes of a region; `explained` when its words leave nothing more to be said. */
function regionChanges(
  region: Region,
  model: DiffModel,
  topics: TopicFinder,
): { changes: RawChange[]; explained: boolean } {
  const changes: RawChange[] = [];
  const explained = new Set<string>();
  for (const detect of DETECTORS) {
    const detected = detect(region, model, topics);
    if (!detected) continue;
    const left = unexplained(region, explained);
    // A detector that only sees what another has told adds nothing.
    if (region.kind === 'changed' && explained.size > 0 && left.length === 0) break;
    changes.push(...detected.changes);
    for (const word of detected.words) explained.add(word);
  }
  const topic = topics.topicOf(region);
  const all = region.kind === 'changed' && explained.size > 0 && unexplained(region, explained).length === 0;
  const told = changes.some((c) => changeRule(c.id).topic === topic) || (topic === 'text' && changes.length > 0);
  if (!all && !told) changes.push(changeOver(model, idOf(topic, region, model, topics), region));
  // "Two weeks" for "14 days": nothing else is said, and yet the text is another.
  if (all && changes.length === 0) changes.push(changeOver(model, 'wording-changed', region));
  return { changes, explained: all };
}
