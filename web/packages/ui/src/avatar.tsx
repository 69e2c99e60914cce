import { cx } from "./cx";

const INKS = 6;

interface AvatarProps {
  name: string;
  size?: "md" | "lg";
  className?: string;
}

/** A person's initials on a colour of their own; decoration, the name stands beside it. */
export function Avatar({ name, size = "md", className }: AvatarProps) {
  const initials = name
    .split(/[\s._-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
  const ink = ([...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % INKS) + 1;
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid shrink-0 place-items-center rounded-lg font-semibold",
        size === "md" ? "size-8 text-xs" : "size-11 text-base",
        className,
      )}
      style={{
        color: `color-mix(in oklch, var(--chart-${ink}) 50%, var(--foreground))`,
        background: `color-mix(in oklch, var(--chart-${ink}) 16%, var(--card))`,
      }}
    >
      {initials}
    </span>
  );
}
