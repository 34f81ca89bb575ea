import { UserError } from '../errors.ts';

/** Line and column of a value, or of a key, by the keys down to it; undefined where the format cannot tell. */
export type Locate = (
  path: readonly (string | number)[],
  key?: boolean,
) => { line: number; column: number } | undefined;

export interface Parsed {
  data: unknown;
  locate(): Promise<Locate>;
}

/** Parses a configuration file's text. Parsers load when they are needed; a mistake names file, line and cause. */
export async function parseConfig(file: string, text: string): Promise<Parsed> {
  if (/\.ya?ml$/.test(file)) return parseYaml(file, text);
  if (file.endsWith('.json')) {
    try {
      return { data: JSON.parse(text) as unknown, locate: () => jsonLocate(text) };
    } catch {
      // Fall through: the other parser says where, and allows comments.
    }
  }
  if (/\.jsonc?$/.test(file)) return parseJsonc(file, text);
  // .policylintrc: JSON or YAML, which takes JSON as well.
  return /^\s*(\{|\/[/*])/.test(text) ? parseJsonc(file, text) : parseYaml(file, text);
}

async function parseYaml(file: string, text: string): Promise<Parsed> {
  const { LineCounter, parseDocument, isMap } = await import('./yaml.ts');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [problem] = document.errors;
  if (problem) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw new UserError(`${file}:${line}:${col}: ${problem.message}`);
  }
  const locate: Locate = (path, key) => {
    const parent = path.length > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(path.at(-1))) : undefined;
    const node = (key && pair ? pair.key : document.getIn(path, true)) as
      { range?: [number, number, number] } | undefined;
    if (!node?.range) return undefined;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  };
  try {
    return { data: (document.toJS({ maxAliasCount: 100 }) as unknown) ?? {}, locate: async () => locate };
  } catch (error) {
    // Aliases of aliases: a few lines of them would fill the memory.
    throw new UserError(`${file}: ${(error as Error).message}`);
  }
}

async function parseJsonc(file: string, text: string): Promise<Parsed> {
  const { parse, printParseErrorCode } = await import('./jsonc.ts');
  const errors: { error: number; offset: number; length: number }[] = [];
  const data: unknown = parse(text, errors, { allowTrailingComma: true });
  const [problem] = errors;
  if (problem) {
    const { line, column } = lineOf(text, problem.offset);
    throw new UserError(`${file}:${line}:${column}: ${sentence(printParseErrorCode(problem.error))}`);
  }
  return { data: data ?? {}, locate: () => jsonLocate(text) };
}

async function jsonLocate(text: string): Promise<Locate> {
  const { findNodeAtLocation, parseTree } = await import('./jsonc.ts');
  const tree = parseTree(text, [], { allowTrailingComma: true });
  return (path, key) => {
    const node = tree && findNodeAtLocation(tree, [...path]);
    const shown = key && node?.parent?.type === 'property' ? node.parent : node;
    return shown && lineOf(text, shown.offset);
  };
}

function lineOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** `PropertyNameExpected` → `property name expected`. */
function sentence(code: string): string {
  return code.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
}
