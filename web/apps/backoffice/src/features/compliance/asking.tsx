import { useT } from "@stakehouse/i18n";
import { Button, Callout, Dialog } from "@stakehouse/ui";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface AskingProps {
  onClose: () => void;
  title: string;
  act: ReactNode;
  failure: string | undefined;
  children: ReactNode;
}

/** A dialog that asks for something before it acts, and says why it was refused. */
export function Asking({ title, act, failure, onClose, children }: AskingProps) {
  const t = useT();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          {act}
        </>
      }
    >
      <div className="grid gap-4">
        {children}
        {failure && (
          <div role="alert">
            <Callout tone="danger" icon={<CircleAlert size={18} />} title={failure} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
