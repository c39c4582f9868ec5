import { useState } from 'react';

/** What is typed: begins as `given`, and follows it when that changes elsewhere, as by the way back of the browser. */
export function useTyped<Value>(given: Value): readonly [Value, (typed: Value) => void] {
  const [typed, setTyped] = useState(given);
  const [last, setLast] = useState(given);
  if (last !== given) {
    setLast(given);
    setTyped(given);
  }
  return [typed, setTyped];
}
