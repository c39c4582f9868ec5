/** Where the queue is stored. */
export type Engine = 'redis' | 'postgres';

export const ENGINES: readonly Engine[] = ['redis', 'postgres'];
