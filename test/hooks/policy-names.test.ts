import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { EXTENSIONS } from '../../src/cli/files.ts';
import { POLICY_NAMES } from '../../src/cli/policy-names.ts';
import { hook } from '../../src/cli/starters.ts';

/** Python's spelling of "ignore case", which hooks are written in, is none of JavaScript's. */
const pattern = (files: string): RegExp => new RegExp(files.replace('(?i)', ''), 'i');

const published = (parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { files: string }[]).map((h) => h.files);
const written = (parse(hook()) as { repos: { hooks: { files: string }[] }[] }).repos[0]!.hooks.map((h) => h.files);

it.each([...published, ...written])('a hook looks for what policies are usually called: %s', (files) => {
  const usual = POLICY_NAMES.flatMap((name) => EXTENSIONS.map((extension) => `legal/${name}-2026.${extension}`));
  expect(usual.filter((path) => !pattern(files).test(path))).toEqual([]);
  expect(['README.md', 'src/privacy.ts', 'privacy/logo.png'].filter((path) => pattern(files).test(path))).toEqual([]);
});
