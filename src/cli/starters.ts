import type { Locale } from '../rules/engine.ts';
import { EXTENSIONS } from './files.ts';
import { POLICY_NAMES } from './policy-names.ts';

const QUESTIONS = {
  en: {
    files: 'Which files are your policies?',
    laws: 'Which laws apply (gdpr, kvkk, or auto to tell from the text)?',
    hook: 'Add a pre-commit hook?',
    workflow: 'Add a GitHub workflow?',
    no: 'no',
    wrote: 'wrote',
    kept: 'kept what was there:',
    next: 'Next: policylint lint',
  },
  tr: {
    files: 'Metinleriniz hangi dosyalarda?',
    laws: 'Hangi kanunlar uygulanır (gdpr, kvkk ya da metinden anlamak için auto)?',
    hook: 'pre-commit kancası eklensin mi?',
    workflow: 'GitHub iş akışı eklensin mi?',
    no: 'hayır',
    wrote: 'yazıldı:',
    kept: 'olduğu gibi bırakıldı:',
    next: 'Sıradaki adım: policylint lint',
  },
};

export function questions(locale: Locale) {
  return QUESTIONS[locale];
}

/** Hook for pre-commit that runs the installed policylint. */
export function hook(): string {
  return `repos:
  - repo: local
    hooks:
      - id: policylint
        name: policylint
        entry: npx --no-install policylint lint
        language: system
        files: (?i)(${POLICY_NAMES.join('|')})[^/]*\\.(${EXTENSIONS.join('|')})$
        require_serial: true
`;
}

export function workflow(): string {
  return `name: policylint
on: [push, pull_request]
jobs:
  policylint:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npx --yes policylint lint --format github
`;
}
