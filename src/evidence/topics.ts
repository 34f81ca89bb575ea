import type { Block, Document, Section, Sentence } from '../document/types.ts';
import type { Packs } from '../packs/types.ts';
import type { PhraseMatcher, Wanted, Window } from '../text/phrases/match.ts';
import { runInOf, unnumbered } from './run-in.ts';
import type { Windows } from './windows.ts';

export type Matchers = (language: string) => PhraseMatcher | undefined;

const NONE: ReadonlySet<string> = new Set();
const always: Wanted = () => true;

/** What sections and sentences are about: by headings, by the titles paragraphs open with, in tables by headers and labels. */
export class Topics {
  /** Concepts a section's own heading is about. */
  readonly own = new Map<number, ReadonlySet<string>>();
  /** By section, concepts its own heading or one above it is about. */
  readonly bySection: ReadonlySet<string>[] = [];
  #ofTitle: ReadonlySet<string> | undefined;
  /** What blocks are about by the title they open with. */
  readonly #byRunIn = new Map<number, ReadonlySet<string>>();

  constructor(
    readonly document: Document,
    readonly windows: Windows,
    { rules: { concepts } }: Packs,
    readonly matchers: Matchers,
  ) {
    this.#headings();
    const title = titleOf(document);
    for (const section of document.sections) {
      const above = section.parent >= 0 ? this.bySection[section.parent]! : NONE;
      const own = [...(this.own.get(section.index) ?? NONE)].filter((id) => !concepts[id]?.trigger);
      const topics = own.length > 0 ? new Set(own) : above;
      this.bySection.push(topics);
      if (section === title && !own.some((id) => concepts[id]?.document)) this.#ofTitle = topics;
    }
  }

  /** Concepts a sentence in a window is about. */
  of(sentence: Sentence, window: Window, matcher: PhraseMatcher): ReadonlySet<string> {
    const { blocks } = this.document;
    const block = blocks[sentence.block]!;
    const above = this.bySection[block.section]!;
    if (block.kind === 'row') return joined(above, this.#titles({ ...window, own: 0 }, window.own, matcher));
    const lead = block.lead >= 0 ? blocks[block.lead]! : undefined;
    const topics = this.#isTitle(sentence, block) ? above : joined(above, this.#runIn(block, false, matcher));
    return lead && lead.kind !== 'row' ? joined(topics, this.#runIn(lead, true, matcher)) : topics;
  }

  /** Whether a sentence stands under a heading about a concept; a rule's own concept only counts where its heading is next. */
  isUnder(sentence: Sentence, topics: ReadonlySet<string>, concept: string): boolean {
    if (topics.has(concept)) return true;
    return this.own.get(this.document.blocks[sentence.block]!.section)?.has(concept) ?? false;
  }

  /** Whether the heading of a section or one above it is about a concept, whatever the headings between are about. */
  isBelow(section: number, concept: string): boolean {
    for (let at = section; at >= 0; at = this.document.sections[at]!.parent)
      if (this.own.get(at)?.has(concept)) return true;
    return false;
  }

  /** Whether topics rule nothing out: there are none, or they are those of the title, which stands over all sentences. */
  ruleNothingOut(topics: ReadonlySet<string>): boolean {
    return topics.size === 0 || topics === this.#ofTitle;
  }

  #headings(): void {
    const { sections, blocks, sentences } = this.document;
    for (const section of sections) {
      if (section.heading < 0) continue;
      const block = blocks[section.heading]!;
      const matcher = this.matchers(block.language);
      const sentence = sentences[block.sentences[0]];
      if (!matcher || !sentence) continue;
      const topics = this.#titles(this.windows.of(matcher, unnumbered(this.document, sentence)), Infinity, matcher);
      if (topics.size > 0) this.own.set(section.index, topics);
    }
  }

  /** Whether a sentence is the title its paragraph opens with, and nothing more: no title of itself. */
  #isTitle({ index, tokens }: Sentence, block: Block): boolean {
    return index === block.sentences[0] && runInOf(this.document, block, false)?.[1] === tokens[1];
  }

  #runIn(block: Block, introduces: boolean, matcher: PhraseMatcher): ReadonlySet<string> {
    const known = this.#byRunIn.get(block.index);
    if (known) return known;
    const range = runInOf(this.document, block, introduces);
    // Not kept: what is no title of its own paragraph may be one of what it introduces.
    if (!range) return NONE;
    const sentence = this.document.sentences[block.sentences[0]]!;
    const window = this.windows.of(matcher, [range[0], sentence.tokens[1]]);
    const topics = this.#titles(window, range[1] - range[0], matcher);
    this.#byRunIn.set(block.index, topics);
    return topics;
  }

  /** Concepts of the headings in a window that end by one of its words. */
  #titles(window: Window, end: number, matcher: PhraseMatcher): ReadonlySet<string> {
    if (end === 0) return NONE;
    const found = new Set<string>();
    matcher.match(window, 'headings', always, ({ concept, last }) => {
      if (last <= end) found.add(concept);
    });
    return found;
  }
}

/** The section under the document's title: the first, with all others below it. */
function titleOf({ sections }: Document): Section | undefined {
  const [, first, ...others] = sections;
  return others.every((section) => section.level > first!.level) ? first : undefined;
}

/** Both sets; the first itself, not a copy, when the second is empty. */
function joined(above: ReadonlySet<string>, found: ReadonlySet<string>): ReadonlySet<string> {
  return found.size > 0 ? new Set([...above, ...found]) : above;
}
