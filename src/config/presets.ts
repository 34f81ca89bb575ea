import { rules } from '../packs/generated/rules.ts';
import type { RuleSetting } from './types.ts';

/** Configurations that ship. `recommended` is what holds without any; `strict` raises every rule by one step. */
export const PRESETS: Readonly<Record<string, () => Record<string, RuleSetting>>> = {
  'policylint:recommended': () => ({}),
  'policylint:strict': strict,
};

function strict(): Record<string, RuleSetting> {
  const pack = rules();
  const all = [
    ...Object.values(pack.laws).flatMap((law) => [
      ...law.requirements,
      ...Object.entries(law.groups ?? {}).map(([id, group]) => ({ id, severity: group.severity })),
    ]),
    ...Object.values(pack.defects),
  ];
  return Object.fromEntries(all.map(({ id, severity }) => [id, severity === 'info' ? 'warning' : 'error']));
}
