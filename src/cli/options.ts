import type { Localized } from '../packs/types.ts';
import type { CommandName } from './command-names.ts';

/** One option of the command line. The one table feeds parsing, help and completion. */
export interface Option {
  name: string;
  alias?: string;
  /** `list`: may be given several times; every one takes a single value. */
  type: 'boolean' | 'string' | 'number' | 'list';
  commands: readonly CommandName[] | 'all';
  describe: Localized;
  /** Name of the value in zsh's completion. */
  value?: string;
  choices?: readonly string[];
  /** `--no-NAME` is the form people use; the help shows it that way. */
  negated?: boolean;
  hidden?: boolean;
}

const READS = ['lint', 'facts', 'diff', 'changelog'] as const;

export const OPTIONS: readonly Option[] = [
  {
    name: 'format',
    alias: 'f',
    type: 'list',
    commands: [...READS, 'rules', 'explain'],
    value: 'NAME[=FILE]',
    describe: {
      en: 'Output format, or NAME=FILE to write it to a file; may be given several times',
      tr: 'Çıktı biçimi; bir dosyaya yazmak için AD=DOSYA; birden çok kez verilebilir',
    },
  },
  {
    name: 'output-file',
    alias: 'o',
    type: 'string',
    commands: READS,
    value: 'FILE',
    describe: { en: 'Write the output to a file', tr: 'Çıktıyı bir dosyaya yaz' },
  },
  {
    name: 'law',
    type: 'string',
    commands: READS,
    value: 'LAWS',
    describe: {
      en: 'Laws to judge by, such as gdpr,kvkk; auto tells them from the text',
      tr: 'Uygulanacak kanunlar, örneğin gdpr,kvkk; auto metinden anlar',
    },
  },
  {
    name: 'config',
    alias: 'c',
    type: 'string',
    commands: [...READS, 'rules', 'explain'],
    value: 'FILE',
    describe: {
      en: 'Configuration file to use instead of the one found (--no-config: none)',
      tr: 'Bulunan yerine kullanılacak yapılandırma dosyası (--no-config: hiçbiri)',
    },
  },
  {
    name: 'quiet',
    type: 'boolean',
    commands: ['lint'],
    describe: { en: 'Report errors only', tr: 'Yalnızca hataları bildir' },
  },
  {
    name: 'max-warnings',
    type: 'number',
    commands: ['lint'],
    value: 'N',
    describe: { en: 'Exit with 1 when there are more warnings', tr: 'Daha çok uyarı varsa 1 ile çık' },
  },
  {
    name: 'stdin',
    type: 'boolean',
    commands: ['lint', 'facts'],
    describe: { en: 'Read a policy from standard input (as does -)', tr: 'Metni standart girdiden oku (- da aynıdır)' },
  },
  {
    name: 'stdin-filename',
    type: 'string',
    commands: ['lint', 'facts'],
    value: 'NAME',
    describe: { en: 'Name of what is read from standard input', tr: 'Standart girdiden okunanın adı' },
  },
  {
    name: 'ignore-pattern',
    type: 'list',
    commands: ['lint', 'facts'],
    value: 'GLOB',
    describe: {
      en: 'Files to leave out, beside those of .policylintignore',
      tr: '.policylintignore dışında atlanacak dosyalar',
    },
  },
  {
    name: 'ignore',
    type: 'boolean',
    commands: ['lint', 'facts'],
    negated: true,
    describe: { en: 'Read ignored files as well', tr: 'Yok sayılan dosyaları da oku' },
  },
  {
    name: 'error-on-unmatched-pattern',
    type: 'boolean',
    commands: ['lint', 'facts'],
    negated: true,
    describe: {
      en: 'Do not fail when a path or glob matches nothing',
      tr: 'Bir yol ya da kalıp hiçbir şeyle eşleşmezse hata verme',
    },
  },
  {
    name: 'max-size',
    type: 'number',
    commands: READS,
    value: 'MB',
    describe: { en: 'Largest file to read (default 20)', tr: 'Okunacak en büyük dosya (varsayılan 20)' },
  },
  {
    name: 'changed-since',
    type: 'string',
    commands: ['lint'],
    value: 'REV',
    describe: { en: 'Only files that differ from a git revision', tr: 'Yalnızca bir git sürümünden farklı dosyalar' },
  },
  {
    name: 'suppress-all',
    type: 'boolean',
    commands: ['lint'],
    describe: {
      en: 'Set aside everything found now, in the suppressions file',
      tr: 'Şu an bulunan her şeyi bastırma dosyasına yaz',
    },
  },
  {
    name: 'suppress-rule',
    type: 'list',
    commands: ['lint'],
    value: 'RULE',
    describe: { en: 'Set aside what a rule finds now', tr: 'Bir kuralın şu an bulduklarını bastırma dosyasına yaz' },
  },
  {
    name: 'prune-suppressions',
    type: 'boolean',
    commands: ['lint'],
    describe: { en: 'Remove entries that are no longer needed', tr: 'Artık gerekmeyen kayıtları sil' },
  },
  {
    name: 'suppressions-location',
    type: 'string',
    commands: ['lint'],
    value: 'FILE',
    describe: {
      en: 'The suppressions file (policylint-suppressions.json)',
      tr: 'Bastırma dosyası (policylint-suppressions.json)',
    },
  },
  {
    name: 'pass-on-unpruned-suppressions',
    type: 'boolean',
    commands: ['lint'],
    describe: {
      en: 'Do not fail for entries that are no longer needed',
      tr: 'Artık gerekmeyen kayıtlar için hata verme',
    },
  },
  {
    name: 'cache',
    type: 'boolean',
    commands: ['lint'],
    describe: { en: 'Remember results of files that do not change', tr: 'Değişmeyen dosyaların sonuçlarını hatırla' },
  },
  {
    name: 'cache-location',
    type: 'string',
    commands: ['lint'],
    value: 'FOLDER',
    describe: { en: 'Folder of the cache (.policylintcache)', tr: 'Önbellek klasörü (.policylintcache)' },
  },
  {
    name: 'threads',
    type: 'string',
    commands: ['lint', 'diff'],
    value: 'N',
    describe: { en: 'Worker threads: auto, off or a number', tr: 'İş parçacıkları: auto, off ya da bir sayı' },
  },
  {
    name: 'resume',
    type: 'string',
    commands: ['lint', 'diff'],
    value: 'FILE',
    describe: {
      en: 'Append json-lines to a file, leaving out what is in it already',
      tr: 'json-lines çıktısını bir dosyaya ekle, içinde olanları atla',
    },
  },
  {
    name: 'ndjson',
    type: 'boolean',
    commands: ['lint', 'diff'],
    describe: {
      en: 'Read one {"path", "text"} per line from standard input, for diff one {"base", "revision"} of these; without text the file is read',
      tr: 'Standart girdiden her satırda bir {"path", "text"}, diff için bunlardan bir {"base", "revision"} oku; text yoksa dosya okunur',
    },
  },
  {
    name: 'progress',
    type: 'boolean',
    commands: ['lint', 'diff'],
    negated: true,
    describe: { en: 'No progress bar', tr: 'İlerleme çubuğu gösterme' },
  },
  {
    name: 'print-config',
    type: 'boolean',
    commands: ['lint'],
    describe: {
      en: 'Print the configuration that holds for a file',
      tr: 'Bir dosya için geçerli yapılandırmayı yazdır',
    },
  },
  {
    name: 'yes',
    alias: 'y',
    type: 'boolean',
    commands: ['init'],
    describe: { en: 'Ask nothing, take the defaults', tr: 'Soru sorma, varsayılanları al' },
  },
  {
    name: 'level',
    type: 'string',
    commands: ['diff', 'changelog'],
    choices: ['material', 'substantive', 'editorial'],
    describe: {
      en: 'Show changes of this level and above (default substantive)',
      tr: 'Bu düzeydeki ve üstündeki değişiklikleri göster (varsayılan substantive)',
    },
  },
  {
    name: 'fail-on',
    type: 'string',
    commands: ['diff'],
    choices: ['material', 'substantive', 'any'],
    describe: {
      en: 'Exit with 1 when there is a change of this level or above',
      tr: 'Bu düzeyde ya da üstünde değişiklik varsa 1 ile çık',
    },
  },
  {
    name: 'exit-code',
    type: 'boolean',
    commands: ['diff'],
    describe: { en: 'Exit with 1 when any change is shown', tr: 'Gösterilen bir değişiklik varsa 1 ile çık' },
  },
  {
    name: 'lang',
    type: 'string',
    commands: ['diff', 'changelog'],
    choices: ['en', 'tr'],
    describe: {
      en: 'Language of the changelog (default: --locale)',
      tr: 'Değişiklik listesinin dili (varsayılan: --locale)',
    },
  },
  {
    name: 'template',
    type: 'string',
    commands: ['diff'],
    value: 'FILE',
    describe: {
      en: 'Mustache template to write the changelog with (its data: docs/changes.md)',
      tr: 'Değişiklik listesinin yazılacağı Mustache şablonu (verileri: docs/changes.md)',
    },
  },
  {
    name: 'batch',
    type: 'string',
    commands: ['diff'],
    value: 'FILE',
    describe: {
      en: 'Compare many pairs, one OLD<tab>NEW per line (- reads standard input), and write json-lines',
      tr: 'Her satırda bir ESKİ<sekme>YENİ olan birçok çifti karşılaştır (- standart girdiyi okur), json-lines yaz',
    },
  },
  {
    name: 'staged',
    type: 'boolean',
    commands: ['diff'],
    describe: { en: 'Compare what is staged in git with HEAD', tr: 'Git’te hazırlanmış sürümü HEAD ile karşılaştır' },
  },
  {
    name: 'since',
    type: 'string',
    commands: ['changelog'],
    value: 'REV|DATE',
    describe: { en: 'Begin after this commit or day', tr: 'Bu commit’ten ya da günden sonra başla' },
  },
  {
    name: 'unreleased',
    type: 'boolean',
    commands: ['changelog'],
    describe: {
      en: 'Only what changed since the last commit (the file as it lies here)',
      tr: 'Yalnızca son commit’ten bu yana değişenler (dosyanın buradaki hâli)',
    },
  },
  {
    name: 'locale',
    type: 'string',
    commands: 'all',
    choices: ['en', 'tr'],
    describe: {
      en: 'Language of messages (default: from LANG)',
      tr: 'İletilerin dili (varsayılan: LANG değişkeninden)',
    },
  },
  {
    name: 'now',
    type: 'string',
    commands: [...READS, 'test'],
    value: 'YYYY-MM-DD',
    describe: { en: 'The day to call today, for rules about dates', tr: 'Tarih kuralları için bugün sayılacak gün' },
  },
  {
    name: 'parser',
    type: 'string',
    commands: READS,
    choices: ['fast', 'full'],
    describe: { en: 'How Markdown is read', tr: 'Markdown nasıl okunur' },
  },
  {
    name: 'color',
    type: 'boolean',
    commands: 'all',
    describe: { en: 'Force or forbid colours (--no-color)', tr: 'Renkleri zorla ya da yasakla (--no-color)' },
  },
  {
    name: 'debug',
    type: 'boolean',
    commands: 'all',
    describe: {
      en: 'Show what is done, and stacks of internal errors',
      tr: 'Yapılan adımları ve iç hataların yığın izini göster',
    },
  },
  {
    name: 'help',
    alias: 'h',
    type: 'boolean',
    commands: 'all',
    describe: { en: 'Show help', tr: 'Yardımı göster' },
  },
  {
    name: 'version',
    alias: 'v',
    type: 'boolean',
    commands: 'all',
    describe: { en: 'Show the version', tr: 'Sürümü göster' },
  },
];

export function optionsOf(command: CommandName): Option[] {
  return OPTIONS.filter((option) => option.commands === 'all' || option.commands.includes(command));
}
