import type { Localized } from '../packs/types.ts';
import type { Args } from './args.ts';
import type { Context } from './context.ts';
import type { CommandName } from './command-names.ts';

/** A command: one file in `commands/`, loaded when it is asked for. Answers the exit code. */
export interface CommandModule {
  run(args: Args, context: Context): Promise<number>;
}

export interface Command {
  name: CommandName;
  /** What follows the name in the help. */
  usage: string;
  describe: Localized;
  /** Names for `--format`. */
  formats?(): Promise<readonly string[]>;
  load(): Promise<CommandModule>;
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'lint',
    usage: '[files..]',
    describe: {
      en: 'Say what is missing, broken or unfinished (the default)',
      tr: 'Neyin eksik, bozuk ya da yarım olduğunu söyle (varsayılan)',
    },
    formats: async () => Object.keys((await import('../report/index.ts')).REPORTERS),
    load: () => import('./commands/lint.ts'),
  },
  {
    name: 'facts',
    usage: '[files..]',
    describe: { en: 'List the facts a policy states', tr: 'Metnin bildirdiği bilgileri listele' },
    formats: async () => ['text', 'json', 'tilt', 'dpv'],
    load: () => import('./commands/facts.ts'),
  },
  {
    name: 'diff',
    usage: '<old> <new> [-- path]',
    describe: {
      en: 'Say what changed in law between two versions (files, - or REV:path)',
      tr: 'İki sürüm arasında hukuken neyin değiştiğini söyle (dosya, - ya da REV:yol)',
    },
    formats: async () => Object.keys((await import('../report/diff/index.ts')).DIFF_REPORTERS),
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'changelog',
    usage: '<file>',
    describe: {
      en: 'Write the changelog of all versions a policy has in git',
      tr: 'Metnin git’teki bütün sürümlerinin değişiklik listesini yaz',
    },
    formats: async () => ['markdown', 'json'],
    load: () => import('./commands/changelog.ts'),
  },
  {
    name: 'rules',
    usage: '[family..]',
    describe: { en: 'List the rules', tr: 'Kuralları listele' },
    formats: async () => ['text', 'json'],
    load: () => import('./commands/rules.ts'),
  },
  {
    name: 'explain',
    usage: '<rule>',
    describe: {
      en: 'Explain a rule or a change: what, why, the article, examples',
      tr: 'Bir kuralı ya da değişikliği açıkla: ne, neden, hangi madde, örnekler',
    },
    formats: async () => ['text', 'json'],
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'test',
    usage: '<pack..>',
    describe: {
      en: 'Run the examples of rules of your own, and policies with <!-- expect: rule -->',
      tr: 'Kendi kurallarınızın örneklerini ve <!-- expect: kural --> içeren metinleri çalıştır',
    },
    load: () => import('./commands/test.ts'),
  },
  {
    name: 'init',
    usage: '',
    describe: { en: 'Set up policylint in this folder', tr: 'Bu klasörde policylint kurulumunu yap' },
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'completion',
    usage: '<bash|zsh|fish>',
    describe: { en: 'Print a completion script for a shell', tr: 'Bir kabuk için tamamlama betiğini yazdır' },
    load: () => import('./commands/completion.ts'),
  },
  {
    name: 'schema',
    usage: '[config|report|changelog]',
    describe: {
      en: 'Print the JSON Schema of the configuration or of an output',
      tr: 'Yapılandırmanın ya da bir çıktının JSON şemasını yazdır',
    },
    load: () => import('./commands/schema.ts'),
  },
];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
