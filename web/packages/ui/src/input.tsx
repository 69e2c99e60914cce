import { useT } from "@stakehouse/i18n";
import { Eye, EyeOff } from "lucide-react";
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useState,
} from "react";
import { cx } from "./cx";
import { useField } from "./field";

const edge =
  "border border-input bg-card text-foreground rounded-lg placeholder:text-muted-foreground/80 transition-colors " +
  "hover:border-foreground/50 focus-within:border-ring aria-invalid:border-danger has-aria-invalid:border-danger " +
  "disabled:opacity-60";

interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  start?: ReactNode;
  end?: ReactNode;
  ref?: Ref<HTMLInputElement>;
  size?: never;
}

/** One line of text; the letters are never under 16 px, so phones do not zoom. */
export function Input({ start, end, className, ...rest }: InputProps) {
  const field = useField();
  if (!start && !end)
    return (
      <input {...field} {...rest} className={cx(edge, "h-12 w-full min-w-0 px-3.5 text-base", className)} />
    );
  return (
    <div
      className={cx(
        edge,
        "flex h-12 w-full min-w-0 items-center focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-2",
        className,
      )}
    >
      {start && <span className="shrink-0 pl-3.5 text-muted-foreground">{start}</span>}
      <input
        {...field}
        {...rest}
        className="h-full w-full min-w-0 bg-transparent px-3.5 text-base outline-none"
      />
      {end && <span className="flex shrink-0 items-center pr-1 text-muted-foreground">{end}</span>}
    </div>
  );
}

/** A password that can be shown, and that password managers fill. */
export function PasswordInput(props: Omit<InputProps, "type" | "end">) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const label = t(shown ? "field.hide_password" : "field.show_password");
  return (
    <Input
      {...props}
      type={shown ? "text" : "password"}
      end={
        <button
          type="button"
          aria-label={label}
          title={label}
          className="grid size-10 place-items-center rounded-md hover:bg-muted"
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff size={18} /> : <Eye size={18} />}
        </button>
      }
    />
  );
}

/** Several lines of text. */
export function Textarea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const field = useField();
  return (
    <textarea {...field} {...rest} className={cx(edge, "min-h-24 w-full px-3.5 py-3 text-base", className)} />
  );
}
