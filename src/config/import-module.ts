declare const require: { import?: (specifier: string) => Promise<unknown> } | undefined;

/**
 * `import()` of something that is not in the bundle, by URL or as a path from `dist/`. A script out of V8's cache has
 * forgotten where it came from and cannot import by itself: whoever loads it (`src/cli/launch/modules.ts`) does it then.
 */
export function importModule(specifier: string): Promise<unknown> {
  const loader = typeof require === 'undefined' ? undefined : require.import;
  return loader ? loader(specifier) : import(specifier);
}
