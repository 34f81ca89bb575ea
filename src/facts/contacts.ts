import type { Fact } from './types.ts';
import type { FactContext } from './context.ts';

const MAILTO = /^mailto:([^?\s]+@[^?\s]+)/i;
const WEB = /^https?:\/\//i;

/** E-mail addresses, telephone numbers and web addresses, also those only a link leads to. */
export function contactFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  const written = new Set<string>();
  let sentence = 0;
  const { sentences } = context.document;
  const sentenceAt = (offset: number): number => {
    while (sentence > 0 && sentences[sentence]!.start > offset) sentence--;
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= offset) sentence++;
    const found = sentences[sentence];
    return found && offset >= found.start && offset < found.end ? sentence : -1;
  };
  for (const entity of context.entities) {
    if (entity.name !== 'email' && entity.name !== 'url' && entity.name !== 'phone') continue;
    facts.push(context.fact(entity.name, entity.value, entity, sentenceAt(entity.start)));
    written.add(bare(entity.value));
  }
  for (const link of context.document.links) {
    const mail = MAILTO.exec(link.url)?.[1]?.toLowerCase();
    const value = mail ?? (WEB.test(link.url) ? link.url : undefined);
    if (!value || written.has(bare(value))) continue;
    written.add(bare(value));
    facts.push({
      type: mail ? 'email' : 'url',
      value,
      source: link.source,
      sentence: link.text.end > link.text.start ? sentenceAt(link.text.start) : -1,
    });
  }
  return facts;
}

function bare(value: string): string {
  return value
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?|^www\.|\/$/g, '')
    .replace(/\/$/, '');
}
