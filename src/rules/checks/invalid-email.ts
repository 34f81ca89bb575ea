import { test } from 'linkifyjs';
import type { Block } from '../../document/types.ts';
import type { Entity } from '../../text/entities/types.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { decoded, spanAt, textOf } from './support.ts';

const LOCAL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}$/u;
const DOMAIN = /^[\p{L}\p{N}.-]{1,253}/u;
/** Local parts of public mailboxes: with one of these, a space in front of "@" is a slip, not a handle. */
const MAILBOX =
  /^(?:info|privacy|support|contact|hello|office|mail|legal|dpo|gdpr|kvkk|admin|help|sales|destek|iletisim|bilgi|datenschutz|kontakt|pasts|birojs)$/i;

/** Things with an "@" that no mail reaches, and links whose address is not the one they show. */
export const invalidEmail: Check = {
  rules: ['contact/invalid-email', 'contact/mailto-mismatch'],
  *run(context) {
    const addresses = context.entities.filter((e) => e.name === 'email' || e.name === 'url');
    for (const block of context.document.blocks) {
      if (block.kind === 'code') continue;
      const text = textOf(context.document, block);
      for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
        const span = broken(addresses, block, text, at);
        if (!span) continue;
        yield {
          rule: 'contact/invalid-email',
          args: { text: text.slice(span[0], span[1]) },
          source: context.document.sourceSpan({ start: block.start + span[0], end: block.start + span[1] }),
        };
        at = Math.max(at, span[1] - 1);
      }
    }
    yield* mailto(context);
  },
};

function isEmail(address: string): boolean {
  return test(address, 'email');
}

function broken(addresses: readonly Entity[], block: Block, text: string, at: number): [number, number] | undefined {
  const offset = block.start + at;
  if (spanAt(addresses, offset)) return undefined;
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  const local = LOCAL.exec(before)?.[0];
  const domain = DOMAIN.exec(after)?.[0].replace(/[.-]+$/, '');
  const spaced = /^\s{1,2}([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+)/u.exec(after);
  if (local && !domain) {
    if (after.startsWith('@') && DOMAIN.test(after.slice(1)))
      return [at - local.length, at + 2 + DOMAIN.exec(after.slice(1))![0].length];
    if (spaced && isEmail(`a@${spaced[1]}`) && MAILBOX.test(local))
      return [at - local.length, at + 1 + spaced[0].length];
    return undefined;
  }
  if (!local && domain) {
    const word = /([\p{L}\p{N}._+-]{1,64})\s{1,2}$/u.exec(before);
    if (word && MAILBOX.test(word[1]!) && isEmail(`a@${domain}`)) return [word.index, at + 1 + domain.length];
    return undefined;
  }
  if (
    !local ||
    !domain ||
    /^\d+$/.test(local) ||
    /^v?\d[\d.]*$/.test(domain) ||
    /\.(?:png|jpe?g|svg|gif|webp)$/i.test(domain)
  )
    return undefined;
  if (/[/@~:]$/.test(before.slice(0, -local.length))) return undefined;
  const start = at - local.length;
  const end = at + 1 + domain.length;
  if (isEmail(text.slice(start, end))) return undefined;
  const rest = /^(?:,|[ \u00a0])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*/u.exec(text.slice(end));
  const whole =
    rest && isEmail(`a@${rest[0].slice(1)}`)
      ? end + rest[0].length
      : rest?.[0].startsWith(',') && isEmail(`a@x.${rest[0].slice(1)}`)
        ? end + rest[0].length
        : end;
  return [start, whole];
}

function* mailto({ document, entities }: CheckContext): Generator<RawFinding> {
  for (const link of document.links) {
    if (!/^mailto:/i.test(link.url)) continue;
    const address = decoded(link.url.slice(7).split('?')[0]!).trim().toLowerCase();
    if (!isEmail(address)) {
      if (/[[{<]/.test(address)) continue;
      yield { rule: 'contact/invalid-email', args: { text: link.url }, source: link.source };
      continue;
    }
    const shown = entities.find((e) => e.name === 'email' && e.start >= link.text.start && e.end <= link.text.end);
    if (shown && shown.value !== address)
      yield { rule: 'contact/mailto-mismatch', args: { shown: shown.value, address }, source: link.source };
  }
}
