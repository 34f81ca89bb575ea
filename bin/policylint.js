#!/usr/bin/env node
// eslint-disable-next-line @typescript-eslint/no-require-imports -- CommonJS starts quicker
require('../dist/cli.cjs');
