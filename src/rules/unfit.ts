import type { CheckContext, RawFinding } from './types.ts';

/** Up to this many words a page without a policy is called a failed read. */
const FEW_WORDS = 60;

/**
 * Why the laws cannot be judged on a document: the one finding it gets instead of what is missing. A text that is no
 * policy gets nothing else; one in a language without phrases is still checked for what needs none. Pure.
 */
export function unfitness({ document, kind, packs }: CheckContext): RawFinding | undefined {
  const source = document.blocks[0]?.source ?? { start: 0, end: 0 };
  const words = document.tokens.count;
  if (kind === 'not-a-policy')
    return {
      rule: 'document/not-a-policy',
      message: words <= FEW_WORDS ? 'short' : 'default',
      args: { words: String(words) },
      source,
      anchor: '',
    };
  const { language } = document;
  if (words <= FEW_WORDS_TO_TELL || packs.languages.includes(language)) return undefined;
  const message = language === 'und' ? 'unknown' : 'default';
  return { rule: 'document/unsupported-language', message, args: { language }, source, anchor: '' };
}

/** Below this a text may be in any language. */
const FEW_WORDS_TO_TELL = 12;
