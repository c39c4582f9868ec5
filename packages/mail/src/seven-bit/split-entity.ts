/** A message or a part of one (RFC 2045 section 2.4). */
export interface Entity {
  /** Its fields, each with its CRLF. */
  readonly header: Buffer;
  /** The empty line and what follows it; empty where there is none. */
  readonly rest: Buffer;
}

/** Splits a message or a part whose lines end in CRLF. */
export function splitEntity(entity: Buffer): Entity {
  if (entity.subarray(0, 2).toString('latin1') === '\r\n') return { header: entity.subarray(0, 0), rest: entity };
  const end = entity.indexOf('\r\n\r\n', 0, 'latin1');
  return end === -1
    ? { header: entity, rest: entity.subarray(entity.length) }
    : { header: entity.subarray(0, end + 2), rest: entity.subarray(end + 2) };
}
