import type { RawChange } from '../types.ts';
import type { DiffModel } from '../model.ts';
import type { TopicFinder } from '../topics/finder.ts';
import type { Region } from '../topics/region.ts';

/** What a detector saw in a region: the changes, and the folded words these explain. */
export interface Detected {
  changes: RawChange[];
  words: string[];
}

/** Looks for one kind of change in one region. Pure. */
export type Detector = (region: Region, model: DiffModel, topics: TopicFinder) => Detected | undefined;
