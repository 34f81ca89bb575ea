import { EXTENSIONS } from './files.ts';

/**
 * Words that names of policies hold, in the languages of the rules and around them: `init`, its hook and the action look
 * for these. `.pre-commit-hooks.yaml` can import nothing; a test holds it to them.
 */
export const POLICY_NAMES: readonly string[] = [
  ...['privacy', 'gdpr', 'cookie', 'data-protection', 'data_protection', 'dataprotection', 'retention-policy'],
  ...['gizlilik', 'kvkk', 'aydinlatma', 'aydınlatma', 'cerez', 'çerez', 'kisisel-veri', 'kişisel-veri'],
  ...['datenschutz', 'dsgvo', 'confidentialite', 'confidentialité', 'rgpd', 'privacidad', 'privacidade'],
  ...['privatum', 'sikdat', 'sīkdat', 'prywatnosci', 'prywatności', 'riservatezza', 'integritetspolicy'],
];

const FORMATS = `*.{${EXTENSIONS.join(',')}}`;

/** Globs of policies as they are usually called: by their own name, or in a folder called so. */
export const USUAL_FILES: readonly string[] = [
  `**/*{${POLICY_NAMES.join(',')}}${FORMATS}`,
  `**/{privacy,gizlilik,kvkk,datenschutz,privacidad,confidentialite}{,-policy,-notice,_policy,_notice}/**/${FORMATS}`,
];
