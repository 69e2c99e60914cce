import { cx } from "./cx";

/** A grey stand-in with the size of what is being loaded. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx("shimmer block rounded-md", className)} />;
}
