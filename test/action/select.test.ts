import { expect, test } from 'vitest';
import { matchingNames } from '../../src/action/select.ts';
import { USUAL_FILES } from '../../src/cli/policy-names.ts';

test('policies are found by what they are usually called', async () => {
  const policies = [
    'privacy.md',
    'PRIVACY_POLICY.HTML',
    '.github/privacy.md',
    'legal/gizlilik-politikasi.md',
    'Kvkk-Aydınlatma-Metni.docx',
    'çerez.txt',
    'site/datenschutzerklaerung.html',
    'politique-de-confidentialité.md',
    'polityka-prywatności.pdf',
    'aviso-de-privacidad.md',
    'privatuma-politika.md',
    'privacy/en.md',
    'pages/privacy-policy/tr/index.html',
  ];
  const others = [
    'README.md',
    'privacy.ts',
    'src/cookie.js',
    'node_modules/x/privacy.md',
    'terms.md',
    'privacy-tools/README.md',
    'cookies/README.md',
  ];
  expect(await matchingNames([...policies, ...others], USUAL_FILES)).toEqual(policies);
});
