import { expect, it } from 'vitest';
import { readDocument } from '../../src/document/read.ts';

const TABLE = (first: string, second: string) =>
  `# Privacy policy\n\n| ${first} | ${second} |\n| --- | --- |\n| Retention | Two years |`;

it.each([
  ['Purpose', 'Legal basis', true],
  ['Purpose', 'Legal basis (Art. 6 GDPR)', true],
  ['What we do', 'What allows us to do it', true],
  ['Controller', 'Acorn Maps Ltd', false],
  ['Sorumlu', 'Meşe Harita A.Ş.', false],
  ['Kontakt', 'datenschutz@acorn.example', false],
  ['Telefon', '0551 555 0133', false],
  ['Purposes', 'We deliver your orders and answer your questions about them', false],
  ['Cookies', 'None.', false],
])('reads the first row of a table as its header or as a row like the others: %s | %s', async (first, second, is) => {
  const { blocks } = await readDocument('policy.md', 'markdown', TABLE(first, second));
  expect(blocks.filter((block) => block.header).length).toBe(is ? 1 : 0);
});
