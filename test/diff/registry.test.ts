import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changesMarkdown } from '../../scripts/docs-changes.ts';
import { CHANGES } from '../../src/diff/registry.ts';

const rules = [...CHANGES.values()];

const CITATION =
  /^(?:(?:GDPR|KVKK|Directive 2002\/58\/EC) Art\. \d+(?:\(\d+\))?(?:\([a-zçğıö]\))?(?:–\(\d+\), \d+)?|Aydınlatma Tebliği m\. \d+\/\d+-[a-zçğıö])$/u;

describe('the registry of changes', () => {
  it('has a mirror for every change, or a written reason why not', () => {
    for (const rule of rules) {
      if (rule.mirror === '') {
        expect(rule.waiver, rule.id).toBeTruthy();
        continue;
      }
      expect(rule.waiver, `${rule.id}: a waiver that is not needed`).toBeUndefined();
      const mirror = CHANGES.get(rule.mirror);
      expect(mirror, `${rule.id} → ${rule.mirror}`).toBeDefined();
      expect(mirror!.mirror, `${rule.mirror} must lead back`).toBe(rule.id);
      expect(mirror!.topic, rule.id).toBe(rule.topic);
    }
  });

  it('turns every direction round in the mirror', () => {
    const opposite: Record<string, string> = {
      longer: 'shorter',
      shorter: 'longer',
      wider: 'narrower',
      narrower: 'wider',
      weaker: 'stronger',
      stronger: 'weaker',
      higher: 'lower',
      lower: 'higher',
      reversed: 'reversed',
      none: 'none',
    };
    for (const rule of rules.filter((r) => r.mirror !== ''))
      expect(CHANGES.get(rule.mirror)!.direction, rule.id).toBe(opposite[rule.direction]);
  });

  it('cites as the laws are cited, and nothing where nothing is material', () => {
    for (const rule of rules) {
      for (const cite of rule.law) expect(cite).toMatch(CITATION);
      if (rule.level === 'editorial') expect(rule.law, rule.id).toEqual([]);
    }
  });

  it('tells each change in English and Turkish with the same arguments', () => {
    const slots = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const rule of rules) {
      expect(rule.summary.tr, rule.id).toBeTruthy();
      expect(slots(rule.summary.tr!), rule.id).toEqual(slots(rule.summary.en));
    }
  });

  it('is what docs/changes.md is made of', () => {
    expect(readFileSync('docs/changes.md', 'utf8')).toBe(changesMarkdown());
  });
});
