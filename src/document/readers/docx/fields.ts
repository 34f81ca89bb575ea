import type { Paragraph } from './paragraph.ts';

interface Field {
  instruction: string;
  /** Where the field's result begins in its paragraph; -1 before that. */
  from: number;
  paragraph?: Paragraph;
}

const HYPERLINK = /^\s*HYPERLINK\s+"([^"]{1,2000})"/;
const CONTENTS = /^\s*TOC\b/;

/** Word's fields (`w:fldChar`): links written as fields, and the table of contents. */
export class Fields {
  #open: Field[] = [];

  /** Inside the result of a table of contents. */
  get inContents(): boolean {
    return this.#open.some((field) => CONTENTS.test(field.instruction));
  }

  mark(type: string | undefined, paragraph: Paragraph): void {
    const field = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ instruction: '', from: -1 });
    else if (type === 'separate' && field) Object.assign(field, { from: paragraph.text.length, paragraph });
    else if (type === 'end') this.#end(paragraph);
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && field.instruction.length < 4000) field.instruction += text;
  }

  #end(paragraph: Paragraph): void {
    const field = this.#open.pop();
    const url = field && HYPERLINK.exec(field.instruction)?.[1];
    if (!url || field.from < 0 || field.paragraph !== paragraph) return;
    paragraph.links.push({ text: { start: field.from, end: paragraph.text.length }, url });
  }
}
