/** Units that stand for each other. Either side may be empty; more than one unit a side: a sentence was split or joined. */
export interface Group {
  base: number[];
  revision: number[];
  kind: 'same' | 'changed' | 'removed' | 'added';
  /** The text stands in another place relative to what stayed. */
  moved: boolean;
}

export interface Alignment {
  groups: Group[];
  /** Group of each unit. */
  ofBase: Int32Array;
  ofRevision: Int32Array;
  /** What was not done as finely as usual because a limit was hit. */
  limits: string[];
}

/** Partner of each unit, -1 for none. */
export interface Matching {
  base: Int32Array;
  revision: Int32Array;
}
