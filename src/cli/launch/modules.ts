import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { CompileCache } from './compile-cache.ts';

/**
 * The CommonJS and JSON files of the bundle, each loaded once, compiled by V8 or taken from a cache. Node's own cache
 * (`module.enableCompileCache`) keeps what is compiled when a file is loaded, which leaves out the functions, compiled
 * when they are called: measured, it saves a tenth of a run where this saves a third.
 */
export class Modules {
  readonly #loaded = new Map<string, { exports: unknown }>();
  #imported = false;
  readonly #compiled: [name: string, data: () => Buffer][] = [];

  /** Commands call different functions, so each has compiled files of its own. */
  constructor(
    private readonly cache: CompileCache | undefined,
    private readonly command: string,
  ) {}

  /** The exports of a file. */
  load(file: string): unknown {
    const known = this.#loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.#loaded.set(file, module);
    if (file.endsWith('.json')) {
      module.exports = JSON.parse(textOf(file)) as unknown;
      return module.exports;
    }
    const folder = dirname(file);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- of CommonJS files
    const own = (id: string): unknown => (id.startsWith('.') ? this.load(join(folder, id)) : require(id));
    own.import = (specifier: string): Promise<unknown> => {
      this.#imported = true;
      return import(specifier);
    };
    (this.#compile(file) as (...of: unknown[]) => void)(module.exports, own, module, file, folder);
    return module.exports;
  }

  /** Whether code from outside the bundle runs, which may have more to do than what it was asked for. */
  get haveImported(): boolean {
    return this.#imported;
  }

  /** Keeps what had to be compiled: to be called when the run is over, and with it the functions it called. */
  keep(): void {
    if (this.#compiled.length > 0) this.cache?.put(this.#compiled);
  }

  #compile(file: string): unknown {
    const name = `${this.command}-${basename(file)}`;
    const cachedData = this.cache?.get(name);
    const source = `(function(exports,require,module,__filename,__dirname){${textOf(file)}\n})`;
    const script = new Script(source, { filename: file, cachedData });
    if (!cachedData || script.cachedDataRejected) this.#compiled.push([name, () => script.createCachedData()]);
    return script.runInThisContext();
  }
}

/** What is all ASCII, as the build makes the program, need not be decoded, and takes half the memory. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}
