/**
 * Imported first by every program: ends it with one sentence where Node.js is too old for the rest.
 *
 * An old Node.js must be able to read this file, and the one that imports it, with everything that that imports statically.
 */

/** The oldest, as `engines` in package.json has it. */
const OLDEST = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Sendoff needs Node.js ${OLDEST.join('.')} or newer, and this is ${process.versions.node} (${process.execPath}).\n`,
  );
  process.exit(1);
}
