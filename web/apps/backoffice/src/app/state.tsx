import { StatusDot } from "@stakehouse/ui";
import { toneOf } from "./tone";
import { useWord, type WordGroup } from "./word";

/** A state in words with its quiet dot. */
export function State({ group, value }: { group: WordGroup; value: string }) {
  const word = useWord();
  return (
    <span className="[&>span]:text-[0.8125rem]">
      <StatusDot tone={toneOf(value)}>{word(group, value)}</StatusDot>
    </span>
  );
}
