export interface ChangedFile {
  path: string;
  /** What it was called before; undefined for a new file. */
  before: string | undefined;
}

/** Output of `git diff --name-status -z`: `M\0path\0R087\0old\0new\0`. */
export function parseNameStatus(out: string): { changed: ChangedFile[]; deleted: string[] } {
  const fields = out.split('\0');
  const changed: ChangedFile[] = [];
  const deleted: string[] = [];
  for (let i = 0; i + 1 < fields.length;) {
    const status = fields[i++]!;
    const path = fields[i++]!;
    if (status.startsWith('R')) changed.push({ path: fields[i++]!, before: path });
    else if (status === 'D') deleted.push(path);
    else changed.push({ path, before: status === 'A' ? undefined : path });
  }
  return { changed, deleted };
}
