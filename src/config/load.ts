import { existsSync, promises } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { causeOf, UserError } from '../errors.ts';
import { didYouMean } from '../text/nearest.ts';
import { importModule } from './import-module.ts';
import { defaults, lawList, mergeRules } from './merge.ts';
import { type Locate, type Parsed, parseConfig } from './parse.ts';
import { PRESETS } from './presets.ts';
import type { Config, Plugin, ResolvedConfig } from './types.ts';
import { checked } from './validate.ts';

/** Where a rule was set, for the message when there is no such rule. */
export type RuleOrigins = Map<string, { file: string; locate: () => Promise<Locate>; path: (string | number)[] }>;

export interface Loaded {
  config: ResolvedConfig;
  origins: RuleOrigins;
}

/** Reads a configuration file with everything it extends. `cwd` is only for naming files in messages. */
export async function loadConfig(file: string, cwd: string): Promise<Loaded> {
  const config = { ...defaults(dirname(file)), path: file };
  const origins: RuleOrigins = new Map();
  await layOver(config, origins, file, cwd, []);
  return { config, origins };
}

async function layOver(
  config: ResolvedConfig,
  origins: RuleOrigins,
  file: string,
  cwd: string,
  chain: readonly string[],
): Promise<void> {
  const shown = relative(cwd, file) || file;
  if (chain.includes(file))
    throw new UserError(
      `cyclic extends: ${[...chain.slice(chain.indexOf(file)), file].map((f) => relative(cwd, f)).join(' → ')}`,
    );
  const parsed = await read(file, shown);
  config.sources.push(file);
  const own = await checked(shown, parsed);
  for (const name of [own.extends ?? []].flat()) {
    if (name.startsWith('policylint:')) applyPreset(config, name, shown);
    else await layOver(config, origins, resolveName(name, file, shown, 'extends'), cwd, [...chain, file]);
  }
  const note = (rules: Config['rules'], path: (string | number)[]) => {
    for (const rule of Object.keys(rules ?? {}))
      origins.set(rule, { file: shown, locate: parsed.locate, path: [...path, rule] });
  };
  note(own.rules, ['rules']);
  for (const [i, override] of (own.overrides ?? []).entries()) note(override.rules, ['overrides', i, 'rules']);
  await merge(config, own, file, shown);
}

async function merge(config: ResolvedConfig, own: Config, file: string, shown: string): Promise<void> {
  if (own.laws !== undefined) config.laws = lawList(own.laws);
  config.rules = mergeRules(config.rules, own.rules ?? {});
  Object.assign(config.profile, own.profile);
  config.locale = own.locale ?? config.locale;
  config.maxWarnings = own.maxWarnings ?? config.maxWarnings;
  config.maxSize = own.maxSize ?? config.maxSize;
  config.parser = own.parser ?? config.parser;
  config.files = own.files ?? config.files;
  config.ignores.push(...(own.ignores ?? []));
  for (const override of own.overrides ?? []) config.overrides.push({ ...override, files: [override.files].flat() });
  for (const name of own.packs ?? []) config.packs.push(resolveName(name, file, shown, 'packs'));
  for (const plugin of own.plugins ?? [])
    if (typeof plugin === 'object') config.plugins.push(plugin);
    else {
      const source = resolveName(plugin, file, shown, 'plugins');
      config.sources.push(source);
      config.plugins.push(await loadPlugin(plugin, source, shown));
    }
}

function applyPreset(config: ResolvedConfig, name: string, shown: string): void {
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
  if (!preset)
    throw new UserError(
      `${shown}: extends: no preset ${name}${didYouMean(name, Object.keys(PRESETS))} (presets: ${Object.keys(PRESETS).join(', ')})`,
    );
  config.rules = mergeRules(config.rules, preset());
}

/** A path from the configuration's folder, or a package as Node finds it from there. */
function resolveName(name: string, from: string, shown: string, key: string): string {
  if (/^\.{0,2}\//.test(name) || isAbsolute(name)) return resolve(dirname(from), name);
  const require = createRequire(from);
  try {
    return key === 'packs' ? dirname(require.resolve(`${name}/package.json`)) : require.resolve(name);
  } catch {
    const hint = name.includes('/') || /\.\w+$/.test(name) ? ` (for a file write ./${name})` : '';
    throw new UserError(`${shown}: ${key}: no package ${name} found${hint}`);
  }
}

async function loadPlugin(name: string, file: string, shown: string): Promise<Plugin> {
  if (!existsSync(file)) throw new UserError(`${shown}: plugins: no such file ${name}`);
  const plugin = await importDefault(file, `${shown}: plugins: ${name}`);
  if (typeof plugin !== 'object' || plugin === null || typeof (plugin as Plugin).name !== 'string')
    throw new UserError(`${shown}: plugins: ${name} exports no plugin ({ name, rules, checks })`);
  return plugin as Plugin;
}

async function read(file: string, shown: string): Promise<Parsed> {
  if (!existsSync(file)) throw new UserError(`${shown}: no such configuration file`);
  if (/\.[cm]?js$/.test(file)) return { data: await importDefault(file, shown), locate: async () => () => undefined };
  let text: string;
  try {
    text = await promises.readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(`${shown}: ${causeOf(error)}`);
  }
  if (text.startsWith('\uFEFF')) text = text.slice(1);
  const parsed = await parseConfig(shown, text);
  if (basename(file) !== 'package.json') return parsed;
  return {
    data: (parsed.data as { policylint: unknown }).policylint ?? {},
    locate: async () => {
      const locate = await parsed.locate();
      return (path, key) => locate(['policylint', ...path], key);
    },
  };
}

async function importDefault(file: string, shown: string): Promise<unknown> {
  try {
    const module = (await importModule(pathToFileURL(file).href)) as { default?: unknown };
    return module.default ?? module;
  } catch (error) {
    throw new UserError(`${shown}: ${(error as Error).message.split('\n')[0]}`);
  }
}
