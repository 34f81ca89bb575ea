/** The JSON parser that knows comments and places, loaded for files that need either. */
export { findNodeAtLocation, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
