/** The YAML parser, loaded where a configuration or a pack is written in it. */
export { isMap, LineCounter, parseDocument } from 'yaml';
