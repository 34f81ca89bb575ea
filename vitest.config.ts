import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Processes that tests start leave nothing in the home of whoever runs them.
    env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    globalSetup: ['test/setup/packs.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
