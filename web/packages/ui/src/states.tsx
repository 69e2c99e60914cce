import { useT } from "@stakehouse/i18n";
import { CloudOff, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cx } from "./cx";

interface EmptyStateProps {
  title: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** Says why a list is empty and what can be done about it. */
export function EmptyState({ title, icon, action, className, children }: EmptyStateProps) {
  return (
    <div className={cx("grid justify-items-center gap-3 px-6 py-14 text-center", className)}>
      {icon && (
        <span className="grid size-14 place-items-center rounded-full bg-muted text-muted-foreground">
          {icon}
        </span>
      )}
      <p className="display text-2xl">{title}</p>
      {children && <div className="max-w-md text-muted-foreground text-sm">{children}</div>}
      {action}
    </div>
  );
}

interface ErrorStateProps {
  title?: ReactNode;
  message: ReactNode;
  traceId?: string | null;
  onRetry?: () => void;
  className?: string;
}

/** Says what failed, offers another try and gives the trace id that support asks for. */
export function ErrorState({ title, message, traceId, onRetry, className }: ErrorStateProps) {
  const t = useT();
  return (
    <div role="alert" className={cx("grid justify-items-center gap-3 px-6 py-14 text-center", className)}>
      <span className="grid size-14 place-items-center rounded-full bg-danger-soft text-danger">
        <CloudOff size={24} aria-hidden="true" />
      </span>
      <p className="display text-2xl">{title ?? t("state.error.title")}</p>
      <p className="max-w-md text-muted-foreground text-sm">{message}</p>
      {onRetry && (
        <Button variant="outline" icon={<RotateCw size={16} />} onClick={onRetry}>
          {t("action.retry")}
        </Button>
      )}
      {traceId && (
        <code className="text-muted-foreground text-xs">{t("state.error.trace", { id: traceId })}</code>
      )}
    </div>
  );
}
