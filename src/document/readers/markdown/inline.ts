import { type Delimiter, Delimiters } from './emphasis.ts';
import type { InlineHtml } from './html.ts';
import type { Output } from './output.ts';
import { referenceAt } from './references.ts';
import { resourceAt } from './resource.ts';

const enum Op {
  Text,
  Replaced,
  Break,
  Code,
  Tag,
  Delimiter,
  LinkOpen,
  LinkClose,
  ImageOpen,
  ImageClose,
}

const SPECIAL = new Uint8Array(128);
for (const char of '\n\r!&*<[\\]_`~') SPECIAL[char.charCodeAt(0)] = 1;

const TAG =
  /<(?:\/[A-Za-z][A-Za-z0-9-]{0,50} {0,9}|[A-Za-z][A-Za-z0-9-]{0,50}(?: {1,9}[A-Za-z_:][A-Za-z0-9_.:-]{0,50}(?: {0,9}= {0,9}(?:"[^"\n\r]{0,1000}"|'[^'\n\r]{0,1000}'|[^\s"'=<>`]{1,1000}))?){0,20} {0,9}\/?)>/y;
const AUTOLINK = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x1f\x7f]{0,2000})>/y;
const MAIL_AUTOLINK = /<([A-Za-z0-9._+-]{1,64}@[A-Za-z0-9]{1,60}(?:[.-][A-Za-z0-9]{1,60}){0,8})>/y;

interface Bracket {
  op: number;
  image: boolean;
  /** Number of delimiters in front of it. */
  delimiters: number;
}

/**
 * Reads the text of one block where it holds only what CommonMark gives one plain meaning: text, emphasis, links with
 * their address in parentheses, autolinks, code and tags on one line, escapes, character references, line breaks. What it
 * accepts it reads as the parser does (the same delimiter rules); the rest it refuses, and the parser reads the block.
 */
export class FastInline {
  #ops: number[] = [];
  #texts: string[] = [];
  #delimiters = new Delimiters();
  #brackets: Bracket[] = [];
  #ticks: Map<number, number[]> | undefined;
  #tildes = 0;
  /** Brackets below this index stand around a link, so they cannot become one. */
  #inactiveBelow = 0;
  #start = 0;
  source = '';

  /** `labels`: the document defines link labels or footnotes, so brackets are the parser's. */
  constructor(readonly labels: boolean) {}

  /** Reads `[start, end)`; false when the parser must. `cell`: the text of a table's cell. */
  read(source: string, start: number, end: number, cell = false): boolean {
    this.source = source;
    this.#ops = [];
    this.#texts = [];
    this.#delimiters = new Delimiters();
    this.#brackets = [];
    this.#ticks = undefined;
    this.#tildes = 0;
    this.#inactiveBelow = 0;
    this.#start = start;
    let at = start;
    let from = start;
    while (at < end) {
      const code = source.charCodeAt(at);
      if (code > 127 || SPECIAL[code] === 0) {
        at++;
        continue;
      }
      const next = this.#special(code, from, at, end, cell);
      if (next < 0) return false;
      if (next > at) from = at = next;
      else at++;
    }
    this.#text(from, end);
    return this.#delimiters.resolve(0);
  }

  #op(kind: Op, start: number, end: number, extra = 0): void {
    this.#ops.push(kind, start, end, extra);
  }

  #text(from: number, to: number): void {
    if (to > from) this.#op(Op.Text, from, to);
  }

  /** Handles a character that may be markup: where it ends, `at` when it is text, -1 when the parser must read it. */
  #special(code: number, from: number, at: number, end: number, cell: boolean): number {
    switch (code) {
      case 10:
      case 13:
        return this.#lineEnding(from, at, end);
      case 92:
        return this.#escape(from, at, end);
      case 38: {
        const reference = referenceAt(this.source, at);
        if (!reference || at + reference.length > end) return at;
        this.#text(from, at);
        this.#op(Op.Replaced, at, at + reference.length, this.#texts.push(reference.text) - 1);
        return at + reference.length;
      }
      case 96:
        return this.#code(from, at, end, cell);
      case 60:
        return this.#angle(from, at, end);
      case 33:
        if (this.source.charCodeAt(at + 1) !== 91 || at + 1 >= end) return at;
        if (this.labels) return -1;
        this.#text(from, at);
        this.#bracket(at, at + 2, true);
        return at + 2;
      case 91:
        if (this.labels) return -1;
        this.#text(from, at);
        this.#bracket(at, at + 1, false);
        return at + 1;
      case 93:
        return this.#closeBracket(from, at, end);
      case 126: {
        let stop = at + 1;
        while (stop < end && this.source.charCodeAt(stop) === 126) stop++;
        if (++this.#tildes > 1 || isMark(this.source.charCodeAt(at - 1)) || isMark(this.source.charCodeAt(stop)))
          return -1;
        this.#text(from, stop);
        return stop;
      }
      default:
        return this.#delimiter(code, from, at, end);
    }
  }

  #lineEnding(from: number, at: number, end: number): number {
    const { source } = this;
    let blank = at;
    let tabs = false;
    while (blank > from && (source.charCodeAt(blank - 1) === 32 || source.charCodeAt(blank - 1) === 9)) {
      blank--;
      if (source.charCodeAt(blank) === 9) tabs = true;
    }
    let next = at + 1;
    if (source.charCodeAt(at) === 13 && source.charCodeAt(next) === 10) next++;
    this.#text(from, blank);
    if (at - blank >= 2 && !tabs) this.#op(Op.Break, blank, next);
    else this.#text(at, next);
    while (next < end && (source.charCodeAt(next) === 32 || source.charCodeAt(next) === 9)) next++;
    return next;
  }

  #escape(from: number, at: number, end: number): number {
    const { source } = this;
    const next = at + 1 < end ? source.charCodeAt(at + 1) : 0;
    if (next === 10 || next === 13) {
      this.#text(from, at);
      let behind = at + 2;
      if (next === 13 && source.charCodeAt(behind) === 10) behind++;
      this.#op(Op.Break, at, behind);
      while (behind < end && (source.charCodeAt(behind) === 32 || source.charCodeAt(behind) === 9)) behind++;
      return behind;
    }
    if (!isAsciiPunctuation(next)) return at;
    this.#text(from, at);
    this.#op(Op.Replaced, at, at + 2, this.#texts.push(source[at + 1]!) - 1);
    return at + 2;
  }

  #code(from: number, at: number, end: number, cell: boolean): number {
    const { source } = this;
    let open = at + 1;
    while (open < end && source.charCodeAt(open) === 96) open++;
    const length = open - at;
    const close = this.#closingTicks(length, open, end);
    this.#text(from, at);
    if (close < 0) {
      this.#text(at, open);
      return open;
    }
    let start = open;
    let stop = close;
    for (let i = start; i < stop; i++) {
      const code = source.charCodeAt(i);
      if (code === 10 || code === 13 || (cell && code === 92)) return -1;
    }
    const padded = source.charCodeAt(start) === 32 && source.charCodeAt(stop - 1) === 32;
    if (padded && source.slice(start, stop).trim() !== '') {
      start++;
      stop--;
    } else if (padded) return -1;
    this.#op(Op.Code, start, stop);
    return close + length;
  }

  /** Where the next run of just so many backticks begins, -1 when there is none. */
  #closingTicks(length: number, from: number, end: number): number {
    if (!this.#ticks) {
      this.#ticks = new Map();
      for (let i = from; i < end; i++) {
        if (this.source.charCodeAt(i) !== 96) continue;
        const start = i;
        while (i < end && this.source.charCodeAt(i) === 96) i++;
        const list = this.#ticks.get(i - start);
        if (list) list.push(start);
        else this.#ticks.set(i - start, [start]);
      }
      for (const list of this.#ticks.values()) list.reverse();
    }
    const starts = this.#ticks.get(length);
    while (starts?.length && starts[starts.length - 1]! < from) starts.pop();
    return starts?.length ? starts[starts.length - 1]! : -1;
  }

  #angle(from: number, at: number, end: number): number {
    const { source } = this;
    const next = at + 1 < end ? source.charCodeAt(at + 1) : 0;
    // "< 5" is text; what begins an address as no word does (`<1@b.example>`) is left to the parser.
    if (next <= 32 || next > 127 || next === 60) return at;
    if (next >= 48 && next <= 57) return /^<[\d.,]*[\s%]/.test(source.slice(at, Math.min(end, at + 12))) ? at : -1;
    const auto = matchAt(AUTOLINK, source, at, end);
    if (auto) return this.#autolink(from, at, auto, auto);
    const mail = matchAt(MAIL_AUTOLINK, source, at, end);
    if (mail) return this.#autolink(from, at, mail, `mailto:${mail}`);
    TAG.lastIndex = at;
    if (!TAG.test(source) || TAG.lastIndex > end) return -1;
    const behind = TAG.lastIndex;
    this.#text(from, at);
    this.#op(Op.Tag, at, behind);
    return behind;
  }

  #autolink(from: number, at: number, text: string, url: string): number {
    this.#text(from, at);
    const end = at + text.length + 2;
    this.#op(Op.LinkOpen, at, at + 1, 1);
    this.#op(Op.Text, at + 1, end - 1);
    this.#op(Op.LinkClose, end - 1, end, this.#texts.push(url) - 1);
    return end;
  }

  #bracket(at: number, behind: number, image: boolean): void {
    this.#brackets.push({ op: this.#ops.length, image, delimiters: this.#delimiters.length });
    this.#op(Op.Text, at, behind);
  }

  #closeBracket(from: number, at: number, end: number): number {
    const open = this.#brackets.pop();
    if (!open) return at;
    const active = open.image || this.#brackets.length >= this.#inactiveBelow;
    this.#inactiveBelow = Math.min(this.#inactiveBelow, this.#brackets.length);
    if (!active || this.source.charCodeAt(at + 1) !== 40 || at + 1 >= end) return at;
    const resource = resourceAt(this.source, at + 2, end);
    if (!resource) return -1;
    this.#text(from, at);
    if (!this.#delimiters.resolve(open.delimiters)) return -1;
    this.#ops[open.op] = open.image ? Op.ImageOpen : Op.LinkOpen;
    this.#op(open.image ? Op.ImageClose : Op.LinkClose, at, resource.end, this.#texts.push(resource.url) - 1);
    if (!open.image) this.#inactiveBelow = this.#brackets.length;
    return resource.end;
  }

  #delimiter(code: number, from: number, at: number, end: number): number {
    const { source } = this;
    let stop = at + 1;
    while (stop < end && source.charCodeAt(stop) === code) stop++;
    const number = this.#delimiters.length;
    if (!this.#delimiters.add(source, code, [at, stop], [this.#start, end])) {
      this.#text(from, stop);
      return stop;
    }
    this.#text(from, at);
    this.#op(Op.Delimiter, at, stop, number);
    return stop;
  }

  /** Writes what was read to the open block. */
  write(out: Output, html: InlineHtml): void {
    const { source } = this;
    const ops = this.#ops;
    const links: number[] = [];
    const strongs: number[] = [];
    let images = 0;
    for (let i = 0; i < ops.length; i += 4) {
      const start = ops[i + 1]!;
      const end = ops[i + 2]!;
      const kind = ops[i] as Op;
      if (kind === Op.ImageOpen) images++;
      else if (kind === Op.ImageClose) images--;
      else if (images > 0) continue;
      else if (kind === Op.Text) out.text(source.slice(start, end), start, end);
      else if (kind === Op.Replaced) out.text(this.#texts[ops[i + 3]!]!, start, end);
      else if (kind === Op.Break) out.lineBreak(start, end);
      else if (kind === Op.Tag) html.tag(start, end);
      else if (kind === Op.Code) {
        out.notOnlyText();
        out.text(source.slice(start, end), start, end);
      } else if (kind === Op.LinkOpen) links.push(start, out.length);
      else if (kind === Op.LinkClose) {
        const from = links.pop()!;
        out.link({ start: links.pop()!, end }, from, this.#texts[ops[i + 3]!]!);
      } else this.#writeDelimiter(out, this.#delimiters.at(ops[i + 3]!), strongs);
    }
  }

  #writeDelimiter(out: Output, delimiter: Delimiter, strongs: number[]): void {
    for (const width of delimiter.closing) {
      const from = strongs.pop()!;
      if (width === 2) out.strong(from);
    }
    if (delimiter.end > delimiter.start)
      out.text(this.source.slice(delimiter.start, delimiter.end), delimiter.start, delimiter.end);
    for (let i = delimiter.opening.length; i > 0; i--) strongs.push(out.length);
  }
}

function matchAt(pattern: RegExp, source: string, at: number, end: number): string | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  return match && pattern.lastIndex <= end ? match[1] : undefined;
}

function isMark(code: number): boolean {
  return code === 42 || code === 95;
}

function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
