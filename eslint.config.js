import tseslint from 'typescript-eslint';

/** Rooms of the core, from the lowest up: each imports only what stands before it, and types of what stands behind it. */
const ROOMS = ['text', 'document', 'packs', 'evidence', 'facts', 'rules', 'diff', 'report', 'config', 'cli', 'action'];

const oneWay = ROOMS.map((room, i) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ group: ROOMS.slice(i + 1).map((above) => `**/${above}/**`), allowTypeImports: room !== 'text' }] },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/**', 'src/*/generated/**', 'coverage/**', 'fixtures/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{js,ts,mjs}'],
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The core runs in a browser as well: no Node modules below the command line.
    files: ['src/{text,document,evidence,facts,rules,diff,packs,report}/**/*.ts', 'src/{analyze,index}.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['node:*', '**/cli/**'] }] },
  },
  ...oneWay.slice(0, -1),
  { files: ['scripts/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
);
