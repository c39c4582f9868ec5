/** Milliseconds of a clock that all processes of a machine share (CLOCK_MONOTONIC). */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6;
