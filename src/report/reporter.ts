import type { Point } from '../document/types.ts';
import type { Locale } from '../rules/engine.ts';
import type { RuleInfo } from './rule-info.ts';
import type { Report } from './types.ts';

type Paint = (text: string) => string;

/** How text for people is coloured; every function gives its text back where there is no colour. */
export interface Style {
  bold: Paint;
  dim: Paint;
  red: Paint;
  yellow: Paint;
  blue: Paint;
  green: Paint;
  underline: Paint;
}

const same: Paint = (text) => text;
export const PLAIN: Style = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  blue: same,
  green: same,
  underline: same,
};

/** What a format may use beside the report itself. */
export interface RenderContext {
  locale: Locale;
  style: Style;
  /** True where a person looks at the output as it comes. */
  terminal: boolean;
  /** Columns of the terminal. */
  width: number;
  /** True where the terminal shows links (OSC 8). */
  links: boolean;
  /** Every rule the tool knows, in the order of their ids. */
  rules(): readonly RuleInfo[];
  /** A document's path relative to the working folder, with `/`, for hosts that only take such. */
  relative(path: string): string;
  /** Column of a point in UTF-8 bytes, 1-based, when the source is at hand. */
  byteColumn(path: string, point: Point): number;
}

/** A format: a report in, pieces of text out. Pure. */
export type Reporter = (report: Report, context: RenderContext) => Iterable<string>;
