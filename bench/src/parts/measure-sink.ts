import type { Bench } from '../bench.ts';
import type { Sink } from '../neighbours/start-sink.ts';
import { startProgram } from '../processes/start-program.ts';
import { MESSAGES_PER_MARK } from '../neighbours/sink-count.ts';
import type { SinkLoadOrder } from '../programs/sink-load.ts';
import type { Row } from '../report/result.ts';
import { steadyRate } from '../statistics/steady-rate.ts';
import { meterCpu, perEmail } from '../usage/meter.ts';
import { CONNECTIONS } from './drain-rounds.ts';

/** The approximate size of the small email composed by nodemailer. */
const MESSAGE_OCTETS = 3000;
/** Emails in a round as a multiple of the backlog, since the sink is much faster. */
const MORE = 3;

/** The rate of the sink for a client that does nothing but write. */
export async function measureSink({ workplace, amounts }: Bench, sink: Sink): Promise<Row> {
  const load = startProgram(workplace, { name: 'sink load', file: 'bench/dist/programs/sink-load.js' });
  const count = amounts.drainEmails * MORE;
  const order: SinkLoadOrder = { port: sink.port, connections: CONNECTIONS, count, size: MESSAGE_OCTETS };
  const values: number[] = [];
  let cpu: Record<string, number> = {};
  for (let round = 0; round < amounts.rounds; round += 1) {
    await sink.reset();
    const spent = meterCpu({ program: load.pid, sink: sink.program.pid });
    await load.ask('send', order);
    cpu = perEmail(spent(), count);
    values.push(steadyRate((await sink.count()).marks, MESSAGES_PER_MARK));
  }
  await load.stop();
  return { name: 'the sink alone, written to by a bare socket', values, cpu };
}
