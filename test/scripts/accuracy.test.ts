import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { measure } from '../../scripts/accuracy.ts';
import { goals, tables, withFigures } from '../../scripts/accuracy/report.ts';
import { f1, macro, precision, recall, score, type Gold, type Labelled } from '../../scripts/accuracy/score.ts';
import type { RequirementResult } from '../../src/report/types.ts';

const at = (offset: number) => ({ line: 1, column: offset + 1, offset });

function said(id: string, status: RequirementResult['status'], ...spans: [text: string, start: number][]) {
  const evidence = spans.map(([text, start]) => ({
    text,
    position: { start: at(start), end: at(start + text.length) },
    polarity: 'affirmed' as const,
  }));
  return { id, status, evidence } as RequirementResult;
}

const gold: Gold = {
  requirements: {
    'gdpr/retention': { status: 'present', quotes: ['kept for  30 days', 'deleted\nat once'] },
    'gdpr/complaint': 'absent',
    'gdpr/purposes': 'absent',
    'gdpr/recipients': 'vague',
    'gdpr/representative': { status: 'na', quotes: ['never counted'] },
    'kvkk/recipients': 'absent',
  },
  passages: [
    { start: 0, end: 30, labels: ['gdpr/retention'], denied: [] },
    { start: 30, end: 60, labels: [], denied: ['gdpr/retention'] },
    { start: 60, end: 90, labels: [], denied: [] },
  ],
};

const document: Labelled = {
  gold,
  report: {
    requirements: [
      said('gdpr/retention', 'present', ['Logs are kept for 30 days.', 2], ['Kept.', 70]),
      said('gdpr/complaint', 'absent'),
      said('gdpr/purposes', 'present'),
      said('gdpr/recipients', 'absent'),
    ],
  },
};

describe('score', () => {
  const result = score([document], 'gdpr');

  it('counts what is said to be missing, without what does not apply and without other laws', () => {
    expect(Object.fromEntries(result.missingBy)).toEqual({
      'gdpr/retention': { tp: 0, fp: 0, fn: 0 },
      'gdpr/complaint': { tp: 1, fp: 0, fn: 0 },
      'gdpr/purposes': { tp: 0, fp: 0, fn: 1 },
      'gdpr/recipients': { tp: 0, fp: 1, fn: 0 },
    });
    expect(result.missing).toEqual({ tp: 1, fp: 1, fn: 1 });
  });

  it('counts passages by the evidence that lies in them; a denial is one', () => {
    expect(result.passagesBy.get('gdpr/retention')).toEqual({ tp: 1, fp: 1, fn: 1 });
    expect(result.passages).toEqual({ tp: 1, fp: 1, fn: 1 });
  });

  it('finds quotes whatever their white space', () => {
    expect(result.quotes).toEqual({ found: 1, all: 2 });
  });

  it('computes precision, recall and F1, also of nothing', () => {
    const counts = { tp: 6, fp: 2, fn: 4 };
    expect([precision(counts), recall(counts), f1(counts)]).toEqual([0.75, 0.6, 12 / 18]);
    const nothing = { tp: 0, fp: 0, fn: 0 };
    expect([precision(nothing), recall(nothing), f1(nothing)]).toEqual([1, 1, 1]);
  });

  it('leaves requirements with fewer than five cases out of the mean', () => {
    const rare = { tp: 4, fp: 9, fn: 0 };
    expect(
      macro(
        new Map([
          ['a', { tp: 5, fp: 0, fn: 0 }],
          ['b', { tp: 0, fp: 0, fn: 5 }],
          ['c', rare],
        ]),
      ),
    ).toBe(0.5);
    expect(macro(new Map([['c', rare]]))).toBeUndefined();
  });
});

describe('the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accuracy-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds the figures of a folder, of its halves and of each requirement', async () => {
    const write = (id: string, text: string, requirements: Gold['requirements']) => {
      writeFileSync(join(folder, `${id}.md`), text);
      writeFileSync(join(folder, `${id}.json`), JSON.stringify({ requirements }));
    };
    const policy = '# Privacy policy\n\nWe keep server logs for 30 days.\n';
    write('a', policy, { 'gdpr/retention': 'present', 'gdpr/complaint': 'absent' });
    write('b', policy, { 'gdpr/retention': 'absent', 'gdpr/complaint': 'absent' });
    const figures = await measure('Two', folder);
    expect(figures.map(({ law }) => law)).toEqual(['gdpr']);
    expect(tables(figures)).toBe(
      [
        '| Set | Law | Documents | Missing P | R | F1 | macro F1 | halves | Passages F1 | macro F1 | Quotes |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        '| Two | GDPR | 2 | 1.000 | 0.667 | 0.800 | – | 1.000 / 0.667 | – | – | – |',
        '',
        '### Two, GDPR',
        '',
        '| Requirement | missing in | P | R | F1 | passages | P | R | F1 |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        '| `gdpr/complaint` | 2 | 1.000 | 1.000 | 1.000 | – | – | – | – |',
        '| `gdpr/retention` | 1 | 1.000 | 0.000 | 0.000 | – | – | – | – |',
      ].join('\n'),
    );
  });

  it('compares with what was wanted, of the sets measured', () => {
    const all = score([document], 'gdpr');
    const figures = [{ set: 'GoPPC-150', law: 'gdpr', all, halves: [all, all] as const }];
    expect(goals(figures).split('\n').slice(4)).toEqual([
      '| GoPPC-150 | GDPR | missing F1 | 0.800 | 0.500 | short by 0.300 |',
      '| GoPPC-150 | GDPR | passages macro F1 | 0.600 | 0.000 | short by 0.600 |',
    ]);
    expect(goals([{ ...figures[0]!, set: 'Another' }])).toBe('');
  });

  it('says which document is missing', async () => {
    writeFileSync(join(folder, 'c.json'), JSON.stringify({ requirements: { 'gdpr/retention': 'absent' } }));
    await expect(measure('Two', folder)).rejects.toThrow('No document beside');
  });

  it('replaces only what stands between the marks', () => {
    const page = 'a\n<!-- figures: written by scripts/accuracy.ts -->\nold\n<!-- /figures -->\nb\n';
    const expected = 'a\n<!-- figures: written by scripts/accuracy.ts -->\n\nnew\n\n<!-- /figures -->\nb\n';
    expect(withFigures(page, 'new')).toBe(expected);
    expect(() => withFigures('no marks', 'new')).toThrow('no place');
  });
});
