/** Milliseconds of a clock shared by all processes of a machine (CLOCK_MONOTONIC). */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6;
