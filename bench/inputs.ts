import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathological } from '../test/helpers/pathological.ts';
import { corpusPolicy, type Edit, edited, policyOf, type Source, sourceOf } from './policies.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/complete', import.meta.url));

/** Where policies come from: made from the fixtures, or the files of a folder, over and over when they are too few. */
export interface Policies {
  describe: string;
  policy(index: number): string;
  /** One policy of about so many characters. */
  ofSize(size: number): string;
  edited(text: string, edit: Edit): string;
}

export function generated(): Policies {
  const sources = filesIn(FIXTURES).map((file) => sourceOf(readFileSync(file, 'utf8')));
  const english = sourceOf(readFileSync(join(FIXTURES, 'en-gdpr.md'), 'utf8'));
  return {
    describe: `generated from fixtures/complete (${sources.length} texts in their languages)`,
    policy: (index) => corpusPolicy(sources, index),
    ofSize: (size) => policyOf(english, size, size),
    edited: (text, edit) => edited(text, english, edit, text.length),
  };
}

export function ofFolder(folder: string): Policies {
  const files = filesIn(folder);
  if (files.length === 0) throw new Error(`${folder}: no Markdown files`);
  const policy = (index: number) => readFileSync(files[index % files.length]!, 'utf8');
  const all: Source = sourceOf(
    files
      .slice(0, 100)
      .map((_, i) => policy(i))
      .join('\n\n'),
  );
  return {
    describe: `${files.length} files of ${folder}`,
    policy,
    ofSize: (size) => policyOf(all, size, size),
    edited: (text, edit) => edited(text, all, edit, text.length),
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|markdown)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Writes files below the scratch folder and answers their names as the programs are given them. */
export class Inputs {
  constructor(
    private readonly scratch: string,
    private readonly policies: Policies,
  ) {
    rmSync(join(scratch, 'in'), { recursive: true, force: true });
  }

  corpus(count: number): string {
    const folder = `in/${count}`;
    if (existsSync(join(this.scratch, folder))) return folder;
    for (let i = 0; i < count; i++) this.#write(`${folder}/p${String(i).padStart(5, '0')}.md`, this.policies.policy(i));
    return folder;
  }

  size(bytes: number): string {
    return this.#write(`in/size/${bytes}.md`, this.policies.ofSize(bytes));
  }

  small(): string {
    return this.#write('in/small.md', '# Privacy policy\n\nWe keep your data for 30 days.\n');
  }

  pair(bytes: number, edit: Edit): [string, string] {
    const before = this.policies.ofSize(bytes);
    return [
      this.#write(`in/diff/${edit}-${bytes}-old.md`, before),
      this.#write(`in/diff/${edit}-${bytes}-new.md`, this.policies.edited(before, edit)),
    ];
  }

  /** The inputs that make parsers slow, and a huge page of HTML. */
  pathological(): { name: string; file: string }[] {
    const page = `<!doctype html><html><body>${'<div><p>We keep <b>your data</b> for 30 days.</p></div>\n'.repeat(40_000)}`;
    return [
      ...Object.entries(pathological()).map(([name, text]) => ({
        name,
        file: this.#write(`in/slow/${name}.md`, text),
      })),
      { name: 'huge page', file: this.#write('in/slow/page.html', page) },
    ];
  }

  #write(path: string, text: string): string {
    const file = join(this.scratch, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return path;
  }
}
