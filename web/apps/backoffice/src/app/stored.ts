import { hearers } from "@stakehouse/ui";
import { useCallback, useSyncExternalStore } from "react";

const { watch, tell } = hearers();
const parsed = new Map<string, { text: string | null; value: unknown }>();

function read<Value>(key: string, first: Value): Value {
  const text = localStorage.getItem(key);
  const known = parsed.get(key);
  if (known && known.text === text) return known.value as Value;
  const value = text === null ? first : parse(text, first);
  parsed.set(key, { text, value });
  return value;
}

function parse<Value>(text: string, first: Value): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return first;
  }
}

/** A preference of this browser, such as the density of lists; never anything about a member. */
export function useStored<Value>(name: string, first: Value): [Value, (value: Value) => void] {
  const key = `stakehouse.backoffice.${name}`;
  const value = useSyncExternalStore(
    watch,
    () => read(key, first),
    () => first,
  );
  const put = useCallback(
    (next: Value) => {
      localStorage.setItem(key, JSON.stringify(next));
      tell();
    },
    [key],
  );
  return [value, put];
}

/** Reads a preference outside components. */
export function storedNow<Value>(name: string, first: Value): Value {
  return read(`stakehouse.backoffice.${name}`, first);
}
