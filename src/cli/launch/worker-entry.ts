import { programOfThread } from './start.ts';

export default programOfThread().work;
