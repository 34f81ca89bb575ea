import tseslint from 'typescript-eslint';

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
  { files: ['scripts/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
);
