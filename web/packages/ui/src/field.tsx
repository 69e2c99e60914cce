import { useT } from "@stakehouse/i18n";
import { createContext, type ReactNode, useContext, useId } from "react";
import { cx } from "./cx";

interface FieldIds {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

const FieldContext = createContext<FieldIds | null>(null);

/** The ids that tie an input to the label, hint and error of the Field around it. */
export function useField(): Partial<{ id: string; "aria-describedby": string; "aria-invalid": true }> {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid || undefined,
  };
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  optional?: boolean;
  /** A short thing at the end of the label line, like a balance or a link. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A labelled input with its hint and its error. */
export function Field({ label, hint, error, optional = false, aside, className, children }: FieldProps) {
  const t = useT();
  const id = useId();
  const hintId = hint ? `${id}-hint` : null;
  const errorId = error ? `${id}-error` : null;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>
      <div className={cx("grid gap-1.5", className)}>
        <div className="flex items-baseline justify-between gap-3">
          <label htmlFor={id} className="font-medium text-sm">
            {label}
            {optional && (
              <span className="ml-1.5 font-normal text-muted-foreground">({t("field.optional")})</span>
            )}
          </label>
          {aside && <span className="text-muted-foreground text-sm">{aside}</span>}
        </div>
        {children}
        {error && (
          <p id={errorId ?? undefined} className="text-danger text-sm">
            {error}
          </p>
        )}
        {hint && (
          <p id={hintId ?? undefined} className="text-muted-foreground text-sm">
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
