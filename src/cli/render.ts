import { relative, resolve } from 'node:path';
import type { Point } from '../document/types.ts';
import { PLAIN, type RenderContext, type Style } from '../report/reporter.ts';
import type { RuleInfo } from '../report/rule-info.ts';
import type { Context } from './context.ts';
import type { Output } from './io.ts';

export interface RenderSources {
  rules(): readonly RuleInfo[];
  /** Text of a document read in this run. */
  source(path: string): string | undefined;
}

/** What a format is given for one output: colours and width only where a person looks. */
export async function renderContext(
  output: Output | undefined,
  { io, locale }: Context,
  color: boolean | undefined,
  sources: RenderSources,
): Promise<RenderContext> {
  const terminal = output?.isTTY === true;
  const coloured = useColor(terminal, color, io.env);
  const width = terminal ? (output?.columns ?? 80) : 100;
  return {
    locale,
    style: coloured ? await colours() : PLAIN,
    terminal,
    width: Math.min(width, 120),
    links: terminal && coloured && io.env.TERM !== 'dumb',
    rules: sources.rules,
    relative: (path) => relativePath(io.cwd, path),
    byteColumn: (path, point) => byteColumn(sources.source(path), point),
  };
}

/** https://no-color.org and FORCE_COLOR; what the command line says wins. */
function useColor(
  terminal: boolean,
  asked: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return terminal && env.TERM !== 'dumb';
}

/** Colours for an output, where it is a terminal that shows them. */
export async function styleFor(
  output: Output,
  asked: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Style> {
  return useColor(output.isTTY, asked, env) ? colours() : PLAIN;
}

async function colours(): Promise<Style> {
  const { Chalk } = await import('chalk');
  const { bold, dim, red, yellow, blue, green, underline } = new Chalk({ level: 1 });
  return { bold, dim, red, yellow, blue, green, underline };
}

export function relativePath(cwd: string, path: string): string {
  return relative(cwd, resolve(cwd, path)).split('\\').join('/') || path;
}

function byteColumn(source: string | undefined, { column, offset }: Point): number {
  if (source === undefined) return column;
  return Buffer.byteLength(source.slice(offset - (column - 1), offset)) + 1;
}
