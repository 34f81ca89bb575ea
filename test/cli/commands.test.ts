import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { OPTIONS, optionsOf } from '../../src/cli/options.ts';
import { cli, folder } from './harness.ts';

const POLICY = '# Privacy policy\n\nWe keep your data for 30 days.\n';

describe('rules and explain', () => {
  test('every rule is listed once and explained in both languages', async () => {
    const cwd = folder();
    const listed = JSON.parse((await cli(cwd, ['rules', '-f', 'json'])).stdout) as { id: string }[];
    const ids = listed.map((r) => r.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toEqual(expect.arrayContaining(['gdpr/retention', 'gdpr/rights', 'kvkk/rights', 'suppression/unused']));
    for (const id of ids)
      for (const locale of ['en', 'tr']) {
        const { code, stdout } = await cli(cwd, ['explain', id, '--locale', locale]);
        expect(code).toBe(0);
        expect(stdout.startsWith(`${id}  `)).toBe(true);
        expect(stdout).toContain(`<!-- policylint-disable-next-line ${id} -- `);
      }
  });

  test('a family', async () => {
    const { stdout } = await cli(folder(), ['rules', 'suppression']);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'suppression/invalid',
      'suppression/unused',
      '',
    ]);
  });

  test('a change id', async () => {
    expect((await cli(folder(), ['explain', 'retention-lengthened'])).stdout).toMatch(
      /^retention-lengthened[^]*Level\n {2}material/,
    );
  });

  test.each([
    [['explain', 'gdpr/retentoin'], 'policylint: no rule or change gdpr/retentoin; did you mean gdpr/retention?\n'],
    [['explain'], 'policylint: explain needs one rule or change id (policylint rules lists the rules)\n'],
    [
      ['explain', 'gdpr/retention', '-f', 'jsn'],
      'policylint: unknown format jsn; did you mean json? (formats: text, json)\n',
    ],
    [['rules', 'gdrp'], 'policylint: no family of rules gdrp; did you mean gdpr?\n'],
    [
      ['rules', 'gdpr', 'nonsense', '-f', 'json'],
      'policylint: no family of rules nonsense (policylint rules lists all)\n',
    ],
    [['completion', 'fich'], 'policylint: completion is for bash, zsh and fish, not fich; did you mean fish?\n'],
    [['schema', 'confg'], 'policylint: no schema confg; did you mean config? (schemas: config, report, changelog)\n'],
  ])('%j', async (argv, stderr) => {
    expect(await cli(folder(), argv)).toEqual({ code: 2, stdout: '', stderr });
  });
});

test.each([
  ['rules', 'suppression'],
  ['explain', 'gdpr/retention'],
])('%s writes to the files of its formats', async (...argv) => {
  const cwd = folder();
  const { code, stdout } = await cli(cwd, [...argv, '-f', 'json=out.json', '-f', 'text']);
  expect(code).toBe(0);
  expect(stdout).toBe((await cli(cwd, argv)).stdout);
  expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe((await cli(cwd, [...argv, '-f', 'json'])).stdout);
});

describe('help', () => {
  test.each(COMMANDS.map((c) => c.name))('%s shows every option in both languages', async (name) => {
    for (const locale of ['en', 'tr'] as const) {
      const { stdout } = await cli(folder(), [name, '--help', '--locale', locale]);
      for (const option of optionsOf(name)) expect(stdout).toContain(`--${option.negated ? 'no-' : ''}${option.name}`);
      for (const format of (await COMMANDS.find((c) => c.name === name)!.formats?.()) ?? [])
        expect(stdout).toContain(format);
      expect(stdout).toContain(COMMANDS.find((c) => c.name === name)!.describe[locale]!.slice(0, 30));
    }
  });

  test('without a command: the commands', async () => {
    const { stdout } = await cli(folder(), ['--help']);
    for (const { name } of COMMANDS) expect(stdout).toContain(`policylint ${name}`);
  });

  test('the table is sound', () => {
    for (const option of OPTIONS) {
      expect(option.describe.tr, option.name).toBeTruthy();
      expect(option.negated && option.type !== 'boolean', option.name).toBeFalsy();
    }
    expect(new Set(OPTIONS.map((o) => o.name)).size).toBe(OPTIONS.length);
  });
});

describe('completion', () => {
  test('bash: the script runs and completes', async () => {
    const { stdout } = await cli(folder(), ['completion', 'bash']);
    const script = `${stdout}\nCOMP_WORDS=(policylint lint --max-w); COMP_CWORD=2; _policylint; echo "\${COMPREPLY[@]}"`;
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8', cwd: folder() }).trim()).toBe('--max-warnings');
  });

  test.each(['zsh', 'fish'])('%s names every command and option', async (shell) => {
    const { stdout } = await cli(folder(), ['completion', shell]);
    for (const { name } of COMMANDS) expect(stdout).toContain(name);
    for (const { name } of OPTIONS) expect(stdout).toContain(name);
  });
});

describe('init', () => {
  test('an empty folder: configuration and a first policy, which lint then judges and explain explains', async () => {
    const cwd = folder();
    const init = await cli(cwd, ['init']);
    expect(init.stdout).toBe('wrote policylint.config.json\nwrote privacy.md\n\nNext: policylint lint\n');
    const lint = await cli(cwd, ['lint', '-f', 'json']);
    expect(lint.stderr).toBe('');
    const [document] = JSON.parse(lint.stdout).documents;
    expect(document.path).toBe('privacy.md');
    const gaps = (readFileSync(join(cwd, 'privacy.md'), 'utf8').match(/\[/g) ?? []).length;
    const rules = document.findings.map((f: { rule: string }) => f.rule);
    expect(rules).toEqual(expect.arrayContaining(Array(gaps).fill('draft/placeholder')));
    expect(lint.code).toBe(1);
    for (const rule of rules) expect((await cli(cwd, ['explain', rule])).code).toBe(0);
  });

  test('policies that are there are found; nothing is overwritten', async () => {
    const cwd = folder({ 'docs/Privacy-Policy.md': POLICY, 'README.md': '# x' });
    await cli(cwd, ['init']);
    expect(JSON.parse(readFileSync(join(cwd, 'policylint.config.json'), 'utf8')).files).toEqual([
      'docs/Privacy-Policy.md',
    ]);
    expect(readFileSync(join(cwd, 'docs/Privacy-Policy.md'), 'utf8')).toBe(POLICY);
    const again = await cli(cwd, ['init']);
    expect(again).toEqual({
      code: 2,
      stdout: '',
      stderr: 'policylint: policylint.config.json is already here: nothing was changed\n',
    });
  });

  test('asks at a terminal', async () => {
    const cwd = folder();
    const stdout: string[] = [];
    await cli(cwd, ['init'], {
      input: 'legal.md\ngdpr, kvkk\ny\nn\n',
      stdinIsTTY: true,
      stdout: { write: (text) => void stdout.push(text), isTTY: true },
      env: { NO_COLOR: '1' },
    });
    expect(JSON.parse(readFileSync(join(cwd, 'policylint.config.json'), 'utf8'))).toMatchObject({
      files: ['legal.md'],
      laws: ['gdpr', 'kvkk'],
    });
    expect(stdout.join('')).toContain('wrote .pre-commit-config.yaml\n');
    expect(stdout.join('')).not.toContain('workflows');
  });
});

describe('suppressions file', () => {
  const setUp = () => {
    const cwd = folder({
      'privacy.md': POLICY,
      '.policylintrc': 'laws: [gdpr]\nrules: { gdpr/*: off, gdpr/complaint: error, gdpr/purposes: error }',
    });
    const lint = (...argv: string[]) => cli(cwd, ['-f', 'compact', 'privacy.md', ...argv]);
    const stored = () => JSON.parse(readFileSync(join(cwd, 'policylint-suppressions.json'), 'utf8'));
    return { cwd, lint, stored };
  };

  test('--suppress-all, then clean, then stale, then pruned', async () => {
    const { cwd, lint, stored } = setUp();
    expect((await lint()).code).toBe(1);
    const all = await lint('--suppress-all');
    expect([all.code, all.stdout.match(/\w+ \w+\/\S+/g), all.stderr]).toEqual([0, ['info date/missing'], '']);
    expect(stored()).toEqual({ 'privacy.md': { 'gdpr/complaint': { count: 1 }, 'gdpr/purposes': { count: 1 } } });
    expect((await lint()).code).toBe(0);
    writeFileSync(
      join(cwd, 'privacy.md'),
      `${POLICY}\nYou may complain to the supervisory authority of your country.\n`,
    );
    const stale = await lint();
    expect(stale.code).toBe(2);
    expect(stale.stderr).toBe(
      'policylint: policylint-suppressions.json has entries that are no longer needed (privacy.md: gdpr/complaint): run with --prune-suppressions\n',
    );
    expect((await lint('--pass-on-unpruned-suppressions')).code).toBe(0);
    expect((await lint('--prune-suppressions')).code).toBe(0);
    expect(stored()).toEqual({ 'privacy.md': { 'gdpr/purposes': { count: 1 } } });
  });

  test('--suppress-rule takes one rule; the summary counts', async () => {
    const { lint, cwd } = setUp();
    const result = await lint('--suppress-rule', 'gdpr/complaint');
    expect(result.stdout.match(/gdpr\/\w+/g)).toEqual(['gdpr/purposes']);
    expect(JSON.parse((await cli(cwd, ['-f', 'json', 'privacy.md'])).stdout).summary).toEqual({
      errors: 1,
      warnings: 0,
      infos: 1,
      suppressed: 1,
    });
    expect((await lint('--suppress-rule', 'gdpr/complain')).stderr).toBe(
      'policylint: --suppress-rule: unknown rule gdpr/complain; did you mean gdpr/complaint?\n',
    );
  });

  test('more than were suppressed are all shown; fewer are pruned to what is left, and files that are gone with them', async () => {
    const slot = 'Write to [COMPANY NAME].\n\n';
    const cwd = folder({
      'privacy.md': `${POLICY}\n${slot}${slot}`,
      'other.md': POLICY,
      '.policylintrc': 'laws: []\nrules: { date/*: off, contact/*: off }',
    });
    const lint = (...argv: string[]) => cli(cwd, ['-f', 'compact', 'privacy.md', ...argv]);
    const file = ['--suppressions-location', 'known.json'];
    const stored = () => JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'));
    await lint(...file, '--suppress-all');
    writeFileSync(join(cwd, 'known.json'), JSON.stringify({ ...stored(), 'gone.md': { 'date/stale': { count: 1 } } }));
    expect(stored()['privacy.md']).toEqual({ 'draft/placeholder': { count: 2 } });
    expect(await lint(...file)).toEqual({ code: 0, stdout: '', stderr: '' });

    writeFileSync(join(cwd, 'privacy.md'), `${POLICY}\n${slot}${slot}${slot}`);
    const more = await lint(...file);
    expect([more.code, more.stdout.match(/^privacy\.md:\d+/gm)]).toEqual([
      1,
      ['privacy.md:5', 'privacy.md:7', 'privacy.md:9'],
    ]);

    writeFileSync(join(cwd, 'privacy.md'), `${POLICY}\n${slot}`);
    const fewer = await lint(...file);
    expect([fewer.code, fewer.stdout, fewer.stderr]).toEqual([
      2,
      '',
      'policylint: known.json has entries that are no longer needed (privacy.md: draft/placeholder): run with --prune-suppressions\n',
    ]);
    expect((await lint(...file, '--prune-suppressions')).code).toBe(0);
    expect(stored()).toEqual({ 'privacy.md': { 'draft/placeholder': { count: 1 } } });
  });

  test.each(['{"privacy.md": 3}', '[]', '{"privacy.md": {"gdpr/complaint": {"count": 0}}}'])(
    'a broken file is one line: %s',
    async (content) => {
      const { cwd, lint } = setUp();
      writeFileSync(join(cwd, 'policylint-suppressions.json'), content);
      expect(await lint()).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'policylint: policylint-suppressions.json: not a suppressions file ({ "file": { "rule": { "count": 1 } } })\n',
      });
    },
  );

  test.each([
    [['--suppress-all', '--suppress-rule', 'gdpr/complaint'], '--suppress-all and --suppress-rule exclude each other'],
    [['--prune-suppressions'], 'policylint-suppressions.json: no such file to prune'],
    [['--suppressions-location', 'no.json'], 'no.json: no such file'],
    [['-f', 'json-lines', '--ndjson', '--suppress-all'], '--ndjson and --resume do not go with suppressions'],
  ])('%j is one clear line', async (argv, message) => {
    const { cwd } = setUp();
    expect(await cli(cwd, ['privacy.md', ...argv])).toEqual({
      code: 2,
      stdout: '',
      stderr: `policylint: ${message}\n`,
    });
  });

  test('holds for json-lines as well', async () => {
    const { cwd, lint } = setUp();
    await lint('--suppress-all');
    const { code, stdout } = await cli(cwd, ['-f', 'json-lines', 'privacy.md']);
    expect([code, JSON.parse(stdout).suppressed]).toEqual([0, 2]);
  });
});

describe('--changed-since', () => {
  test('files that differ from a revision, and new ones', async () => {
    const cwd = folder({ 'a.md': POLICY, 'b.md': POLICY });
    const git = (...argv: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...argv], { cwd });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    writeFileSync(join(cwd, 'b.md'), `${POLICY}\nMore.\n`);
    writeFileSync(join(cwd, 'new.md'), POLICY);
    const { stdout } = await cli(cwd, ['-f', 'json', '.', '--changed-since', 'HEAD']);
    expect(JSON.parse(stdout).documents.map((d: { path: string }) => d.path)).toEqual(['b.md', 'new.md']);
    const piped = await cli(cwd, ['-f', 'json', '-', '--changed-since', 'HEAD'], { input: POLICY });
    expect(JSON.parse(piped.stdout).documents).toHaveLength(1);
    const unknown = await cli(cwd, ['.', '--changed-since', 'nowhere']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toBe('policylint: revision nowhere is not in this clone; run: git fetch --all\n');
  });

  test.each([
    ['HEAD', '--changed-since: this folder is in no git repository'],
    ['--output=x', '--changed-since needs a revision, not --output=x'],
  ])('%s outside a repository', async (revision, told) => {
    expect(await cli(folder({ 'a.md': POLICY }), ['.', `--changed-since=${revision}`])).toEqual({
      code: 2,
      stdout: '',
      stderr: `policylint: ${told}\n`,
    });
  });
});

describe('schemas', () => {
  test('the report has the form of its schema, and schema prints it', async () => {
    const cwd = folder({ 'a.md': POLICY, 'b.md': '' });
    const schema = JSON.parse((await cli(cwd, ['schema', 'report'])).stdout);
    const validate = new Ajv().compile(schema);
    validate(JSON.parse((await cli(cwd, ['-f', 'json', '.'])).stdout));
    expect(validate.errors).toBeNull();
  });

  test('the changelog has the form of its schema', async () => {
    const cwd = folder({ 'a.md': POLICY, 'b.md': POLICY.replace('30 days', '60 days') });
    const validate = new Ajv().compile(JSON.parse((await cli(cwd, ['schema', 'changelog'])).stdout));
    validate(JSON.parse((await cli(cwd, ['diff', '-f', 'json', 'a.md', 'b.md'])).stdout));
    expect(validate.errors).toBeNull();
  });
});
