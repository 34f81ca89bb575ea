import type { Locale } from '../rules/engine.ts';
import { type Command, COMMANDS } from './commands.ts';
import { type Option, OPTIONS, optionsOf } from './options.ts';

const TURKISH = {
  'Commands:': 'Komutlar:',
  'Options:': 'Seçenekler:',
  boolean: 'evet/hayır',
  string: 'metin',
  number: 'sayı',
  array: 'dizi',
  'choices:': 'seçenekler:',
  'default:': 'varsayılan:',
};

const FORMATS = { en: 'Formats', tr: 'Biçimler' };

const EPILOGUE = {
  en: 'Exit codes: 0 clean, 1 errors, too many warnings or changes to fail on, 2 could not run.',
  tr: 'Çıkış kodları: 0 temiz, 1 hatalar, çok fazla uyarı ya da başarısız sayılan değişiklikler, 2 çalıştırılamadı.',
};

/** Help of a command, or of all. yargs is loaded only here and for completion: it costs half a bare start. */
export async function help(command: Command | undefined, locale: Locale, columns = 100): Promise<string> {
  const { default: yargs } = await import('yargs');
  const y = yargs([]).scriptName('policylint').exitProcess(false).help(false).version(false).locale('en');
  if (locale === 'tr') y.updateStrings(TURKISH);
  y.wrap(Math.min(columns, 110));
  if (command) {
    y.usage(`policylint ${command.name} ${command.usage}\n\n${command.describe[locale] ?? command.describe.en}`);
    for (const option of optionsOf(command.name)) add(option);
  } else {
    y.usage('policylint <command> [options]');
    for (const c of COMMANDS) y.command(`${c.name} ${c.usage}`, c.describe[locale] ?? c.describe.en);
    for (const option of OPTIONS.filter((o) => o.commands === 'all')) add(option);
  }
  const formats = await command?.formats?.();
  if (formats) y.epilogue(`${FORMATS[locale]}: ${formats.join(', ')}`);
  y.epilogue(EPILOGUE[locale]);
  return `${await y.getHelp()}\n`;

  function add(option: Option): void {
    if (option.hidden) return;
    y.option(option.negated ? `no-${option.name}` : option.name, {
      alias: option.alias,
      type: option.type === 'list' ? 'string' : option.type,
      describe: option.describe[locale] ?? option.describe.en,
      choices: option.choices,
      requiresArg: option.type !== 'boolean',
    });
  }
}
