import type { DiffModel } from '../model.ts';
import type { RawChange } from '../types.ts';

/** The main language of the text is another one: told beside the other changes, which then compare word with word in vain. */
export function languageChange({ base, revision, locale }: DiffModel): RawChange[] {
  const [old, now] = [base.document.language, revision.document.language];
  if (old === now || old === 'und' || now === 'und') return [];
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return [{ id: 'language-changed', args: { old: names.of(old) ?? old, new: names.of(now) ?? now } }];
}
