export { networkOf } from '@sendoff/runtime';
