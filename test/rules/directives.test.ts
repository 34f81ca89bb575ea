import { describe, expect, test } from 'vitest';
import { lint } from '../../src/index.ts';

/** Rules reported at a line, in order, with what was suppressed. */
async function linted(text: string, rules: Record<string, 'off' | 'error'> = {}) {
  const report = await lint(text, { laws: ['gdpr'], rules });
  return {
    found: report.findings.filter((f) => f.rule.startsWith('suppression/') || f.rule === 'gdpr/complaint'),
    suppressed: report.suppressed ?? 0,
  };
}
const shown = ({ found }: Awaited<ReturnType<typeof linted>>) =>
  found.map((f) => `${f.position.start.line} ${f.rule}: ${f.message}`);

const TITLE = '# Privacy policy';
const TEXT = 'We keep your account data for 30 days after you close the account.';
const MISSING = expect.stringMatching(/^\d+ gdpr\/complaint: /);

describe('inline directives', () => {
  test.each([
    ['next line', `<!-- policylint-disable-next-line gdpr/complaint -- told elsewhere -->\n${TITLE}\n\n${TEXT}\n`],
    [
      'next line over a blank one',
      `<!-- policylint-disable-next-line gdpr/complaint -- told -->\n\n${TITLE}\n\n${TEXT}\n`,
    ],
    ['whole file, from its end', `${TITLE}\n\n${TEXT}\n\n<!-- policylint-disable-file gdpr/complaint -- told -->\n`],
    [
      'range',
      `<!-- policylint-disable gdpr/complaint -- told -->\n\n${TITLE}\n\n<!-- policylint-enable -->\n\n${TEXT}\n`,
    ],
    ['same line', `${TITLE} <!-- policylint-disable-line gdpr/complaint -- told -->\n\n${TEXT}\n`],
    ['[//]: #', `[//]: # (policylint-disable-next-line gdpr/complaint -- told)\n\n${TITLE}\n\n${TEXT}\n`],
  ])('%s', async (_name, text) => {
    const result = await linted(text);
    expect(shown(result)).toEqual([]);
    expect(result.suppressed).toBe(1);
  });

  test('a range begins at its comment and ends at the first `enable` behind it that names its rule, or none', async () => {
    const text = [
      TITLE,
      'Write to [COMPANY NAME].',
      '<!-- policylint-enable draft/placeholder -->',
      '<!-- policylint-disable draft/placeholder, date/missing -- filled in by the mail merge -->',
      'Write to [COMPANY NAME].',
      '<!-- policylint-enable date/missing -->',
      'Write to [COMPANY NAME].',
      '<!-- policylint-enable draft/placeholder -->',
      'Write to [COMPANY NAME].',
    ].join('\n\n');
    const { findings, suppressed } = await lint(text, { laws: [] });
    expect(findings.filter((f) => f.rule === 'draft/placeholder').map((f) => f.position.start.line)).toEqual([3, 17]);
    expect(suppressed).toBe(2);
  });

  test('rules stand with commas or blanks between them, each once', async () => {
    const text = `<!-- policylint-disable-file gdpr/complaint gdpr/purposes,gdpr/complaint -- told elsewhere -->\n\n${TITLE}\n\n${TEXT}\n`;
    expect(shown(await linted(text))).toEqual([]);
    expect((await linted(text)).suppressed).toBe(2);
  });

  test('one that covers nothing is reported and leaves the finding', async () => {
    const result = await linted(`${TITLE}\n\n<!-- policylint-disable-next-line gdpr/complaint -- told -->\n${TEXT}\n`);
    expect(shown(result)).toEqual([
      MISSING,
      '3 suppression/unused: This comment suppresses gdpr/complaint, which is not reported here.',
    ]);
    expect(result.suppressed).toBe(0);
  });

  test('one for a rule that is off is not judged', async () => {
    const text = `<!-- policylint-disable-file gdpr/complaint -- told -->\n\n${TITLE}\n\n${TEXT}\n`;
    expect(shown(await linted(text, { 'gdpr/*': 'off' }))).toEqual([]);
  });

  test.each([
    ['policylint-disable-next-line', 'policylint-disable-next-line names no rule, so it suppresses nothing.'],
    ['policylint-disable-file -- told', 'policylint-disable-file names no rule, so it suppresses nothing.'],
    [
      'policylint-disable-file gdpr/complaint',
      'The suppression of gdpr/complaint gives no reason, so it has no effect.',
    ],
    [
      'policylint-disable-file gdpr/complaint --',
      'The suppression of gdpr/complaint gives no reason, so it has no effect.',
    ],
    ['policylint-disable-file gdpr/complaints -- told', 'There is no rule gdpr/complaints to suppress.'],
    ['policylint-disable-all x -- told', 'policylint-disable-all is not a directive.'],
  ])('%s is told and has no effect', async (comment, message) => {
    const result = await linted(`${TITLE}\n\n${TEXT}\n\n<!-- ${comment} -->\n`);
    expect(shown(result)).toEqual([MISSING, `5 suppression/invalid: ${message}`]);
    expect(result.suppressed).toBe(0);
  });
});

test('in HTML, where the same comments stand', async () => {
  const html = (comment: string) =>
    `<html><body><main>\n<!-- ${comment} -->\n<h1>Privacy policy</h1>\n<p>${TEXT}</p>\n</main></body></html>\n`;
  const of = async (comment: string) => {
    const report = await lint(html(comment), { path: 'p.html', laws: ['gdpr'] });
    const rules = report.findings.map((f) => f.rule).filter((r) => /^suppression|complaint/.test(r));
    return [rules, report.suppressed ?? 0];
  };
  expect(await of('policylint-disable-next-line gdpr/complaint -- told elsewhere')).toEqual([[], 1]);
  expect(await of('policylint-disable-file gdpr/complaint')).toEqual([['suppression/invalid', 'gdpr/complaint'], 0]);
});
