import { didYouMean } from '../../text/nearest.ts';
import { UserError } from '../../errors.ts';
import { EXTENSIONS } from '../files.ts';
import { COMMANDS } from '../commands.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { type Option, optionsOf, OPTIONS } from '../options.ts';

const SHELLS: Record<string, () => string | Promise<string>> = { bash, zsh, fish };

/** `policylint completion SHELL`: a script for the shell, made from the option table. */
export async function run(args: Args, { io }: Context): Promise<number> {
  const shell = args.positionals[0] ?? /[^/]*$/.exec(io.env.SHELL ?? '')![0];
  if (!Object.hasOwn(SHELLS, shell))
    throw new UserError(
      `completion is for bash, zsh and fish${shell ? `, not ${shell}${didYouMean(shell, Object.keys(SHELLS))}` : ''}`,
    );
  await io.stdout.write(await SHELLS[shell]!());
  return 0;
}

const visible = (options: readonly Option[]) => options.filter((option) => !option.hidden);
const flag = (option: Option) => `--${option.negated ? 'no-' : ''}${option.name}`;
const names = COMMANDS.map((command) => command.name);

async function bash(): Promise<string> {
  const formats = new Set((await Promise.all(COMMANDS.map((command) => command.formats?.() ?? []))).flat());
  const cases = COMMANDS.map(
    ({ name }) => `    ${name}) words="${visible(optionsOf(name)).map(flag).join(' ')}" ;;`,
  ).join('\n');
  const choices = OPTIONS.filter((o) => o.choices)
    .map((o) => `    --${o.name}) COMPREPLY=($(compgen -W "${o.choices!.join(' ')}" -- "$current")); return ;;`)
    .join('\n');
  return `# policylint completion for bash: source <(policylint completion bash)
_policylint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words
  case "$previous" in
${choices}
    --format|-f) COMPREPLY=($(compgen -W "${[...formats].join(' ')}" -- "$current")); return ;;
    explain) COMPREPLY=($(compgen -W "$(policylint rules 2>/dev/null | cut -d' ' -f1)" -- "$current")); return ;;
  esac
  case "$command" in
${cases}
    *) words="${visible(optionsOf('lint')).map(flag).join(' ')}" ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="$words ${names.join(' ')}"; fi
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _policylint policylint
`;
}

function zsh(): string {
  const quoted = (text: string) => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, '\\$&');
  const specs = (options: readonly Option[]) =>
    visible(options)
      .map((o) => {
        const value =
          o.type === 'boolean' ? '' : `:${o.value ?? o.name}:${o.choices ? `(${o.choices.join(' ')})` : '_files'}`;
        return `'${o.type === 'list' ? '*' : ''}${flag(o)}[${quoted(o.describe.en)}]${value}'`;
      })
      .join(' ');
  const cases = COMMANDS.map(({ name }) => `    ${name}) _arguments ${specs(optionsOf(name))} '*:file:_files' ;;`).join(
    '\n',
  );
  const list = COMMANDS.map(({ name, describe }) => `'${name}:${quoted(describe.en)}'`).join(' ');
  return `#compdef policylint
# policylint completion for zsh: policylint completion zsh > "\${fpath[1]}/_policylint"
_policylint() {
  local -a commands=(${list})
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
    return
  fi
  local command=$words[2]
  (( \${commands[(I)$command:*]} )) && shift words && (( CURRENT-- ))
  case $command in
${cases}
    *) _arguments ${specs(optionsOf('lint'))} '*:file:_files' ;;
  esac
}
compdef _policylint policylint
`;
}

function fish(): string {
  const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  const lines = COMMANDS.map(
    ({ name, describe }) => `complete -c policylint -n __fish_use_subcommand -a ${name} -d '${quoted(describe.en)}'`,
  );
  for (const option of visible(OPTIONS)) {
    const where = option.commands === 'all' ? '' : ` -n '__fish_seen_subcommand_from ${option.commands.join(' ')}'`;
    const value = option.type === 'boolean' ? '' : option.choices ? ` -x -a '${option.choices.join(' ')}'` : ' -r';
    const short = option.alias ? ` -s ${option.alias}` : '';
    lines.push(
      `complete -c policylint${where} -l ${flag(option).slice(2)}${short}${value} -d '${quoted(option.describe.en)}'`,
    );
  }
  return `# policylint completion for fish: policylint completion fish > ~/.config/fish/completions/policylint.fish
# Policies: ${EXTENSIONS.join(', ')}
${lines.join('\n')}
`;
}
