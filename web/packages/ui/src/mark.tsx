/** The house with a spade for a door. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path d="M16 1.5 1.5 13.2V30.5h29V13.2z" fill="var(--primary)" />
      <path
        d="M16 10c3.4 4 6 6.1 6 9 0 2.2-1.6 3.7-3.4 3.7-.8 0-1.4-.2-1.9-.7.1 1.5.7 2.7 1.7 3.6h-4.8c1-.9 1.6-2.1 1.7-3.6-.5.5-1.1.7-1.9.7-1.8 0-3.4-1.5-3.4-3.7 0-2.9 2.6-5 6-9z"
        fill="var(--primary-foreground)"
      />
    </svg>
  );
}
