export { didYouMean, nearest } from '../text/nearest.ts';
