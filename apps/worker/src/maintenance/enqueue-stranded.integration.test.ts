import { afterEach, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { createWorld, release } from '../../test/create-world.ts';
import { enqueueStranded } from './enqueue-stranded.ts';

afterEach(release);

const soon = (): Date => new Date(Date.now() + 60_000);

describe.each(queueEngines())('enqueueStranded on $name', ({ redisUrl }) => {
  test('enqueues no overdue email that shares a waiting job with others', async () => {
    const { database, queue, accept } = await createWorld(redisUrl);
    const ids = await Promise.all(Array.from({ length: 20 }, () => accept({}, false)));
    await queue.enqueue(ids.map((emailId) => ({ emailId, generation: 0, mayShare: true })));
    expect(await enqueueStranded(database, queue, soon())).toBe(0);
    expect(await queue.countWaiting()).toBe(3);
  });

  test('enqueues an email that was due before the next job, once', async () => {
    const { database, queue, accept } = await createWorld(redisUrl);
    const lost = await accept({}, false);
    await database.emailRecord.update({ where: { id: lost }, data: { nextAttemptAt: new Date(Date.now() - 10_000) } });
    const waiting = await accept();
    expect(await enqueueStranded(database, queue, soon())).toBe(1);
    await enqueueStranded(database, queue, soon());
    expect((await queue.listJobs('waiting', 10)).map(({ emailId }) => emailId)).toEqual([waiting, lost]);
  });

  test('enqueues all overdue emails when no job waits, except those just due', async () => {
    const { database, queue, accept } = await createWorld(redisUrl);
    const ids = [await accept({}, false), await accept({}, false)];
    expect(await enqueueStranded(database, queue, new Date())).toBe(0);
    expect(await enqueueStranded(database, queue, soon())).toBe(2);
    expect((await queue.listJobs('waiting', 10)).map(({ emailId }) => emailId)).toEqual(ids);
  });
});
