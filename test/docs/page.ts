import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Code, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { cli, folder } from '../cli/harness.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Example {
  command: string;
  expected: string;
  actual: string;
}

export function treeOf(page: string) {
  return fromMarkdown(readFileSync(join(ROOT, page), 'utf8'), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

export function codeIn(node: Nodes): Code[] {
  if (node.type === 'code') return [node];
  return 'children' in node ? node.children.flatMap(codeIn) : [];
}

/**
 * Does what a page tells its reader to do, in a folder of its own: blocks with `file=NAME` are written there, commands
 * of `console` blocks are run, policylint in process. Answers what each printed beside what the page says.
 */
export async function follow(page: string): Promise<Example[]> {
  const cwd = folder();
  symlinkSync(join(ROOT, 'fixtures'), join(cwd, 'fixtures'));
  const done: Example[] = [];
  let code = 0;
  for (const block of codeIn(treeOf(page))) {
    const file = /(?:^|\s)file=(\S+)/.exec(block.meta ?? '')?.[1];
    if (file !== undefined) {
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), `${block.value}\n`);
    }
    if (block.lang !== 'console') continue;
    for (const [command, expected] of commandsIn(block.value)) {
      const argv = /^(?:npx )?policylint |^node bin\/policylint\.js /.test(command) ? wordsOf(command) : undefined;
      let actual: string;
      if (command === 'echo $?') actual = String(code);
      else if (argv) {
        const result = await cli(cwd, argv.slice(argv.findIndex((word) => /policylint(\.js)?$/.test(word)) + 1));
        code = result.code;
        actual = result.stdout + result.stderr;
      } else actual = shell(command, cwd);
      done.push({ command, expected, actual: tidy(actual) });
    }
  }
  return done;
}

/** `…` on a line of its own stands for any lines; at the end of a line, for the rest of it. */
export function agrees({ expected, actual }: Example): boolean {
  const pattern = expected
    .split('\n')
    .map((line) =>
      line.trim() === '…'
        ? '(?:.*\\n)*?.*'
        : line.endsWith(' …')
          ? `${literal(line.slice(0, -2))}.*`
          : literal(line),
    )
    .join('\\n');
  return new RegExp(`^${pattern}$`).test(actual);
}

function commandsIn(text: string): [command: string, expected: string][] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.split('\n');
      return [command.replace(/\s+#\s.*$/, ''), tidy(output.join('\n'))];
    });
}

function tidy(text: string): string {
  return text.replace(/[^\S\n]+$/gm, '').trimEnd();
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3]!);
}

function shell(command: string, cwd: string): string {
  const identity = ['-c', 'user.name=Reader', '-c', 'user.email=reader@example.org'];
  const named = command.replace(/\bgit /g, `git ${identity.join(' ')} `);
  return execFileSync('bash', ['-ec', named], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
