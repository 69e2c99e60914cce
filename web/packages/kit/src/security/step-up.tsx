import type { ApiClient } from "@stakehouse/api";
import type { Challenge } from "@stakehouse/api/player";
import { I18nRoot, useT } from "@stakehouse/i18n";
import { Dialog } from "@stakehouse/ui";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { type SecurityCalls, securityCalls } from "./calls";
import { ChallengeForm } from "./challenge-form";
import { addSecurityTexts } from "./texts";

/** Asks the person, over whatever page they are on, to prove once more that it is them. */
export async function askStepUp(client: ApiClient): Promise<boolean> {
  const calls = securityCalls(client);
  const [challenge] = await Promise.all([calls.startStepUp(), addSecurityTexts()]);
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  return new Promise<boolean>((resolve) => {
    function close(proved: boolean) {
      resolve(proved);
      // The dialog is drawn once more while it closes; only then may it go.
      setTimeout(() => {
        root.unmount();
        place.remove();
      });
    }
    root.render(
      <I18nRoot>
        <StepUpDialog challenge={challenge} calls={calls} onClose={close} />
      </I18nRoot>,
    );
  });
}

interface StepUpDialogProps {
  challenge: Challenge;
  calls: SecurityCalls;
  onClose: (proved: boolean) => void;
}

function StepUpDialog({ challenge, calls, onClose }: StepUpDialogProps) {
  const t = useT();
  const [open, setOpen] = useState(true);
  function close(proved: boolean) {
    setOpen(false);
    onClose(proved);
  }
  return (
    <Dialog open={open} onClose={() => close(false)} title={t("security.step_up.title")}>
      <div className="grid gap-4">
        <p className="text-muted-foreground">{t("security.step_up.lead")}</p>
        <ChallengeForm
          challenge={challenge}
          calls={calls}
          onReply={async (reply) => {
            await calls.answerStepUp(reply);
            close(true);
          }}
        />
      </div>
    </Dialog>
  );
}
