import { cx } from "./cx";

/** A turning ring for a running act; what runs is said by the text beside it. */
export function Spinner({ className }: { className?: string }) {
  return (
    <svg
      className={cx("size-[1.1em] animate-spin", className)}
      viewBox="0 0 24 24"
      fill="none"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="9" stroke="currentColor" strokeOpacity="0.25" strokeWidth="3" />
      <path d="M21 12a9 9 0 0 0-9-9" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
