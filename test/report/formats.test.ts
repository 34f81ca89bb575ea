import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../src/report/escape.ts';
import { REPORTERS } from '../../src/report/index.ts';
import type { Report } from '../../src/report/types.ts';
import { CLEAN, CONTEXT, EMPTY, HOSTILE, MANY, render, SAMPLE } from './samples.ts';

const reports: [string, Report][] = Object.entries({ EMPTY, CLEAN, SAMPLE, HOSTILE, MANY });
const output = async (format: string, report: Report) => render(await REPORTERS[format]!(), report);

function validator(schema: object): (data: unknown) => void {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  const validate = ajv.compile(schema);
  return (data) => {
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
  };
}

/** The official schema is draft 04: its `id` is `$id` since. */
const sarifSchema = JSON.parse(
  readFileSync(new URL('../fixtures/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
delete sarifSchema.id;
delete sarifSchema.$schema;

const position = {
  type: 'object',
  required: ['line'],
  additionalProperties: false,
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};

const schemas: Record<string, object> = {
  sarif: sarifSchema,
  gitlab: {
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  },
  rdjson: {
    type: 'object',
    required: ['diagnostics'],
    additionalProperties: false,
    properties: {
      source: { type: 'object', properties: { name: { type: 'string' } } },
      diagnostics: {
        type: 'array',
        items: {
          type: 'object',
          required: ['message', 'location'],
          additionalProperties: false,
          properties: {
            message: { type: 'string', minLength: 1 },
            location: {
              type: 'object',
              required: ['path', 'range'],
              properties: { range: { type: 'object', properties: { start: position, end: position } } },
            },
            severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
            code: { type: 'object', properties: { value: { type: 'string' }, url: { type: 'string' } } },
          },
        },
      },
    },
  },
};

describe.each(reports)('%s', (_name, report) => {
  test.each(Object.keys(schemas))('%s has the form of its schema', async (format) => {
    validator(schemas[format]!)(JSON.parse(await output(format, report)));
  });

  test.each(['junit', 'checkstyle'])('%s is XML', async (format) => {
    const parser = new SaxesParser();
    const elements: string[] = [];
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', (tag) => elements.push(tag.name));
    parser.write(await output(format, report)).close();
    const count = (name: string) => elements.filter((e) => e === name).length;
    const findings = report.documents.flatMap((d) => d.findings);
    if (format === 'checkstyle') expect(count('error')).toBe(findings.length);
    else expect(count('failure') + count('system-out')).toBe(findings.length);
  });

  test('json gives the report back, json-lines its documents', async () => {
    const same = JSON.parse(JSON.stringify(report)) as Report;
    expect(JSON.parse(await output('json', report))).toEqual(same);
    const lines = (await output('json-lines', report)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(same.documents);
  });

  test('compact is one line per finding', async () => {
    const lines = (await output('compact', report)).split('\n').length - 1;
    expect(lines).toBe(report.documents.flatMap((d) => d.findings).length);
  });
});

describe('limits', () => {
  test('sarif: 25,000 results, worst first, and says what is left out', async () => {
    const [run] = JSON.parse(await output('sarif', MANY)).runs;
    expect(run.results).toHaveLength(25_000);
    const levels = run.results.map((r: { level: string }) => r.level);
    expect(levels.indexOf('warning')).toBe(9900);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe('5000 further results are left out.');
  });

  test('sarif: descriptions of 1024 characters, whatever a rule says', async () => {
    const rules = CONTEXT.rules().map((rule) => ({
      ...rule,
      title: { en: 'x'.repeat(1024) },
      why: { en: 'y'.repeat(1025) },
    }));
    const log = render(await REPORTERS.sarif!(), CLEAN, { rules: () => rules });
    const [{ shortDescription, fullDescription }] = JSON.parse(log).runs[0].tool.driver.rules;
    expect(shortDescription.text).toBe('x'.repeat(1024));
    expect(fullDescription.text).toBe(`${'y'.repeat(1023)}…`);
  });

  test('gitlab: fingerprints are unique', async () => {
    const issues = JSON.parse(await output('gitlab', MANY)) as { fingerprint: string }[];
    expect(new Set(issues.map((i) => i.fingerprint)).size).toBe(30_000);
  });

  test('github: ten of a kind, one per rule and file, the rest in the log', async () => {
    const lines = (await output('github', MANY)).split('\n');
    const kinds = lines.filter((l) => /^::(error|warning|notice) /.test(l)).map((l) => l.slice(2, l.indexOf(' ')));
    expect(kinds).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning'), ...Array(10).fill('notice')]);
    expect(lines[0]).toMatch(/^::error file=p0\.md,line=3,col=1,endColumn=13,title=gdpr\/r2::.*%0A\(\+4 more\)$/);
    const group = lines.indexOf('::group::policylint');
    expect(lines[group + 1]).toMatch(/^::stop-commands::(policylint-[0-9a-f]{32})$/);
    expect(lines.at(-2)).toBe('::endgroup::');
    expect(lines.at(-3)).toBe(`::${lines[group + 1]!.slice('::stop-commands::'.length)}::`);
  });
});

describe('what a policy says is text everywhere', () => {
  test('what XML has no place for is left out', () => {
    expect(escapeHtml('a\ud800b\udc00c\u{1f600}\u0007\u000b\u009b\ufffe\uffff<\t\n')).toBe('abc\u{1f600}&lt;\t\n');
  });

  test('html', async () => {
    const html = await output('html', HOSTILE);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('href="javascript');
    expect(html).toContain('a,b:c%d&lt;e&gt;&amp;.md');
  });

  test('markdown', async () => {
    const table = (await output('markdown', HOSTILE)).split('\n').filter((l) => l.startsWith('| 3'));
    expect(table).toHaveLength(1);
    expect(table[0]!.replace(/\\\|/g, '').split('|')).toHaveLength(6);
    expect(table[0]).toContain('\\<script\\>');
    expect(table[0]).not.toMatch(/[^\\]\]\(javascript/);
  });

  test('github', async () => {
    const lines = (await output('github', HOSTILE)).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^::error file=a%2Cb%3Ac%25d<e>&\.md,line=3,col=1,endColumn=13,title=gdpr\/retention::a%25b,c:d/,
    );
    expect(lines[0]).toContain('%0D%0A::error::x');
  });
});
