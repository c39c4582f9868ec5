export { networkOf } from '@sendoff/config';
