import { api, type KycReview, type RejectionReason } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { Button, Checkbox, Dialog, Field, Textarea, toast } from "@stakehouse/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Check, UserRoundX, X } from "lucide-react";
import { useState } from "react";
import { useShortcuts } from "~/app/keys";
import { useWord } from "~/app/word";

const REASONS: readonly RejectionReason[] = [
  "unreadable",
  "cut_off",
  "document_expired",
  "wrong_document",
  "name_differs",
  "birth_date_differs",
  "address_differs",
  "under_age",
  "duplicate_person",
  "suspected_forgery",
  "other",
];

/** What can be done with an identity check. */
export function Acts({ review, waits }: { review: KycReview; waits: boolean }) {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [rejecting, setRejecting] = useState(false);
  const { case: found } = review;
  const taken = found.status === "in_review" && !review.is_mine;

  const act = useMutation({
    mutationFn: (what: "take" | "release" | "approve") => api.actOnKyc(found.id, what),
    onSuccess: async (_, what) => {
      if (what === "approve") toast(t("kycq.approved"), "success");
      await queries.invalidateQueries({ queryKey: ["kyc"] });
      if (what === "approve") await navigate({ to: "/kyc" });
    },
    onError: (error) => toast(errorText(error), "danger"),
  });

  const open = waits && !taken;
  useShortcuts(t("keys.case"), [
    ...(open && !rejecting
      ? [
          { keys: "a", label: t("kycq.approve"), run: () => act.mutate("approve") },
          { keys: "r", label: t("kycq.reject"), run: () => setRejecting(true) },
        ]
      : []),
  ]);

  if (!waits)
    return found.status === "verified" ? (
      <>
        <Button
          size="sm"
          variant="secondary"
          className="text-danger!"
          icon={<UserRoundX size={15} />}
          onClick={() => setRejecting(true)}
        >
          {t("kycq.take_back")}
        </Button>
        {rejecting && <Reject id={found.id} onClose={() => setRejecting(false)} />}
      </>
    ) : null;
  if (taken)
    return (
      <span className="text-muted-foreground text-sm">{t("kycq.taken_by", { name: found.reviewer })}</span>
    );
  return (
    <>
      {found.status === "submitted" ? (
        <Button size="sm" variant="secondary" busy={act.isPending} onClick={() => act.mutate("take")}>
          {t("kycq.take")}
        </Button>
      ) : (
        <Button size="sm" variant="ghost" busy={act.isPending} onClick={() => act.mutate("release")}>
          {t("kycq.release")}
        </Button>
      )}
      <Button
        size="sm"
        variant="secondary"
        className="text-danger!"
        icon={<X size={15} />}
        title={t("kycq.key_reject")}
        onClick={() => setRejecting(true)}
      >
        {t("kycq.reject")}
      </Button>
      <Button
        size="sm"
        icon={<Check size={15} />}
        busy={act.isPending}
        title={t("kycq.key_approve")}
        onClick={() => act.mutate("approve")}
      >
        {t("kycq.approve")}
      </Button>
      {rejecting && <Reject id={found.id} onClose={() => setRejecting(false)} />}
    </>
  );
}

function Reject({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const word = useWord();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [reasons, setReasons] = useState<readonly RejectionReason[]>([]);
  const [text, setText] = useState("");
  const reject = useMutation({
    mutationFn: () => api.rejectKyc(id, [...reasons], text.trim()),
    onSuccess: async () => {
      toast(t("kycq.rejected"), "success");
      await queries.invalidateQueries({ queryKey: ["kyc"] });
      onClose();
    },
    onError: (error) => toast(errorText(error), "danger"),
  });
  const ready = reasons.length > 0 && (!reasons.includes("other") || text.trim() !== "");
  return (
    <Dialog open onClose={onClose} title={t("kycq.reject_title")}>
      <div className="grid gap-4">
        <p className="text-muted-foreground text-sm">{t("kycq.reject_text")}</p>
        <div className="grid gap-2">
          {REASONS.map((each) => (
            <Checkbox
              key={each}
              checked={reasons.includes(each)}
              onChange={(on) => setReasons(on ? [...reasons, each] : reasons.filter((old) => old !== each))}
              label={word("kyc_reason", each)}
            />
          ))}
        </div>
        <Field label={t("kycq.words")}>
          <Textarea
            value={text}
            onChange={(event) => setText(event.target.value)}
            maxLength={1000}
            rows={3}
          />
        </Field>
        <Button variant="danger" busy={reject.isPending} disabled={!ready} onClick={() => reject.mutate()}>
          {t("kycq.reject")}
        </Button>
      </div>
    </Dialog>
  );
}
