import { KeyValues } from "@stakehouse/ui";
import type { ReactNode } from "react";

interface FactListProps {
  items: readonly (readonly [ReactNode, ReactNode])[];
  className?: string;
}

/** Names and values side by side at every width, in this face's small letters. */
export function FactList({ items, className = "" }: FactListProps) {
  return (
    <KeyValues
      items={items}
      className={`grid-cols-[minmax(6.5rem,auto)_minmax(0,1fr)]! gap-x-4! gap-y-2! text-[0.8125rem]! [&_dt]:mb-0! ${className}`}
    />
  );
}
