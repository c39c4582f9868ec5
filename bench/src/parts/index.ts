/** The parts of the bench by name. */
import type { Bench } from '../bench.ts';
import type { PartName } from '../options.ts';
import type { PartResult } from '../report/result.ts';
import { measureAccept } from './measure-accept.ts';
import { measureAttachments } from './measure-attachments.ts';
import { measureBacklog } from './measure-backlog.ts';
import { measureCost } from './measure-cost.ts';
import { measureDrain } from './measure-drain.ts';
import { measureIdle } from './measure-idle.ts';
import { measureScale } from './measure-scale.ts';

export const MEASUREMENTS: Readonly<Record<PartName, (bench: Bench) => Promise<PartResult>>> = {
  accept: measureAccept,
  drain: measureDrain,
  idle: measureIdle,
  attachments: measureAttachments,
  scale: measureScale,
  backlog: measureBacklog,
  cost: measureCost,
};
