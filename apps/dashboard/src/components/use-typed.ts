import { useState } from 'react';

/** The text in an input: starts as `given` and follows it when it changes elsewhere, such as by the browser's back button. */
export function useTyped<Value>(given: Value): readonly [Value, (typed: Value) => void] {
  const [typed, setTyped] = useState(given);
  const [last, setLast] = useState(given);
  if (last !== given) {
    setLast(given);
    setTyped(given);
  }
  return [typed, setTyped];
}
