import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { readRulesFolder } from '../../scripts/rules-folder.ts';
import * as library from '../../src/index.ts';
import { folder } from '../cli/harness.ts';

const dist = folder();
let shipped: typeof library;

/** The library as a web page has it: one script, a realm with nothing but ECMAScript in it. */
beforeAll(async () => {
  await bundle(dist, true);
  const { outputFiles } = await build({
    entryPoints: [`${dist}/index.js`],
    bundle: true,
    // With `browser` an import of a module of Node is an error.
    platform: 'browser',
    format: 'iife',
    globalName: 'library',
    write: false,
  });
  const realm = createContext({});
  runInContext(outputFiles[0]!.text, realm);
  shipped = runInContext('library', realm) as typeof library;
});

const MARKDOWN = `# Privacy policy

Caf&eacute; SIA ([write](mailto:info@example.lv), +371 67 223 131) is the controller under the GDPR.
We keep server logs for 30 days.
`;
const HTML = '<h1>Gizlilik politikası</h1><p>KVKK kapsamında verilerinizi 3 yıl saklıyoruz &ndash; Örnek A.Ş.</p>';
const LITTLE_KNOWN = 'Xin chào các bạn, đây là chính sách bảo mật về dữ liệu cá nhân của chúng tôi.';

/** Objects of another realm have other prototypes. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the shipped library needs no Node, and answers in a browser what it answers here', async () => {
  for (const [text, options] of [
    [MARKDOWN, {}],
    [HTML, { format: 'html', locale: 'tr' }],
    [LITTLE_KNOWN, { format: 'text' }],
  ] satisfies [string, library.LintOptions][]) {
    expect(plain(await shipped.lint(text, options))).toEqual(plain(await library.lint(text, options)));
    expect(plain(await shipped.facts(text, options))).toEqual(plain(await library.facts(text, options)));
  }
  const revision = MARKDOWN.replace('30 days', '12 months');
  const changelog = await shipped.diff(MARKDOWN, revision);
  expect(changelog.changes.map(({ id }) => id)).toEqual(['retention-lengthened']);
  expect(plain(changelog)).toEqual(plain(await library.diff(MARKDOWN, revision)));
});

test('packs of one’s own as well', async () => {
  const files = readRulesFolder(fileURLToPath(new URL('../../fixtures/packs/toy', import.meta.url)));
  const packs = [await shipped.loadPack(files)];
  const report = await shipped.lint('# Privacy policy\n\nUnder the laws of Oz we keep your emeralds.\n', { packs });
  expect(report.laws).toEqual(['oz']);
});
