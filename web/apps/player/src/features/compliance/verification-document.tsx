import { api, type KycDocument, type KycRequirement } from "@stakehouse/api/player";
import { useT } from "@stakehouse/i18n";
import { Moment, QueryError, useErrorText } from "@stakehouse/kit";
import {
  Badge,
  Button,
  Callout,
  Card,
  Dialog,
  Field,
  Input,
  Progress,
  Select,
  Skeleton,
  toast,
} from "@stakehouse/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Camera, CircleAlert, Eye, FileCheck2, FileUp } from "lucide-react";
import { useRef, useState } from "react";

const TYPES = "image/jpeg,image/png,image/webp,application/pdf";
const MEGABYTE = 1024 * 1024;

interface DocumentCardProps {
  requirement: KycRequirement;
  limit: number;
  locked: boolean;
  /** Nothing has to be sent: the form opens for those who want to. */
  settled: boolean;
}

/** One thing that is asked: why, what was sent, and a way to send it or a newer one. */
export function DocumentCard({ requirement, limit, locked, settled }: DocumentCardProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const sent = requirement.document;
  return (
    <Card className="grid grid-cols-1 gap-4 p-5">
      <header className="flex items-start gap-4">
        <span className="grid size-11 shrink-0 place-items-center rounded-lg bg-primary-soft text-primary">
          {sent ? <FileCheck2 size={20} aria-hidden="true" /> : <FileUp size={20} aria-hidden="true" />}
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-lg">{requirement.title}</h2>
          <p className="text-muted-foreground text-sm">{requirement.why}</p>
        </div>
        {sent && <Badge tone="success">{t("identity_check.received")}</Badge>}
      </header>
      {sent && <Sent document={sent} />}
      {!locked &&
        (open || !(sent || settled) ? (
          <UploadForm requirement={requirement} limit={limit} onDone={() => setOpen(false)} />
        ) : (
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {t("identity_check.replace")}
          </Button>
        ))}
    </Card>
  );
}

function Sent({ document }: { document: KycDocument }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-lg bg-muted px-4 py-3 text-sm">
      <div className="min-w-0 flex-1">
        <p className="truncate">
          {t(`identity_check.kind.${document.kind}`)} · {document.file_name}
        </p>
        {document.expires_on && (
          <p className="text-muted-foreground">
            {t("identity_check.until")} <Moment at={`${document.expires_on}T12:00:00Z`} style="date" />
          </p>
        )}
      </div>
      <Button size="sm" variant="ghost" icon={<Eye size={15} />} onClick={() => setOpen(true)}>
        {t("identity_check.preview")}
      </Button>
      {open && <Preview document={document} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Preview({ document, onClose }: { document: KycDocument; onClose: () => void }) {
  const t = useT();
  const link = useQuery({
    queryKey: ["kyc", "link", document.id],
    queryFn: () => api.kycLink(document.id),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog open onClose={onClose} title={t(`identity_check.kind.${document.kind}`)}>
      {link.error && <QueryError error={link.error} onRetry={() => void link.refetch()} />}
      {link.isPending && <Skeleton className="h-64 w-full rounded-lg" />}
      {link.data &&
        (document.type === "application/pdf" ? (
          <a className="font-medium text-primary underline" href={link.data.url}>
            {t("identity_check.open_pdf")}
          </a>
        ) : (
          <img src={link.data.url} alt={document.file_name} className="max-h-[70vh] w-full object-contain" />
        ))}
    </Dialog>
  );
}

/** Announces, sends straight to the store, and has it looked at. */
function UploadForm({
  requirement,
  limit,
  onDone,
}: {
  requirement: KycRequirement;
  limit: number;
  onDone: () => void;
}) {
  const t = useT();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(requirement.documents[0] ?? "passport");
  const [number, setNumber] = useState("");
  const [expires, setExpires] = useState("");
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const ready = (!requirement.numbered || number.trim() !== "") && (!requirement.expires || expires !== "");

  async function send(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    setError(null);
    if (chosen.size > limit) {
      setError(t("identity_check.error.large", { limit: Math.floor(limit / MEGABYTE) }));
      return;
    }
    setProgress(0);
    try {
      const { document, upload } = await api.announceDocument({
        requirement: requirement.code,
        kind,
        file_name: chosen.name,
        number: number.trim(),
        expires_on: expires || null,
      });
      await put(upload.url, chosen, setProgress);
      await api.completeDocument(document.id);
      toast(t("identity_check.taken"), "success");
      onDone();
    } catch (failure) {
      setError(failure instanceof UploadFailed ? t("identity_check.error.upload") : errorText(failure));
    } finally {
      setProgress(null);
      await queries.invalidateQueries({ queryKey: ["kyc"] });
    }
  }

  /** The same file can be chosen again, once it was mended. */
  async function take(input: HTMLInputElement): Promise<void> {
    await send(input.files?.[0]);
    input.value = "";
  }

  return (
    <div className="grid gap-4">
      <Field label={t("identity_check.kind")}>
        <Select value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
          {requirement.documents.map((each) => (
            <option key={each} value={each}>
              {t(`identity_check.kind.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {requirement.numbered && (
        <Field label={t("identity_check.number")}>
          <Input
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            autoComplete="off"
            maxLength={60}
          />
        </Field>
      )}
      {requirement.expires && (
        <Field label={t("identity_check.expires")}>
          <Input type="date" value={expires} onChange={(event) => setExpires(event.target.value)} />
        </Field>
      )}
      {error && (
        <div role="alert">
          <Callout tone="danger" icon={<CircleAlert size={18} />} title={error} />
        </div>
      )}
      {progress !== null && <Progress value={progress} label={t("identity_check.sending")} />}
      <div className="flex flex-wrap gap-3">
        <Button
          icon={<FileUp size={17} />}
          busy={progress !== null}
          disabled={!ready}
          onClick={() => file.current?.click()}
        >
          {t("identity_check.choose")}
        </Button>
        <Button
          variant="secondary"
          icon={<Camera size={17} />}
          disabled={!ready || progress !== null}
          onClick={() => camera.current?.click()}
        >
          {t("identity_check.camera")}
        </Button>
      </div>
      <p className="text-muted-foreground text-xs">{t("identity_check.types")}</p>
      <input
        ref={file}
        type="file"
        accept={TYPES}
        hidden
        data-testid={`file-${requirement.code}`}
        onChange={(event) => void take(event.target)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => void take(event.target)}
      />
    </div>
  );
}

class UploadFailed extends Error {}

/** Sends a file to its link; only the older way of asking tells how much has left. */
function put(url: string, file: File, tell: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.upload.onprogress = (event) => tell(event.loaded / Math.max(event.total, 1));
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new UploadFailed(String(request.status)));
    request.onerror = () => reject(new UploadFailed("network"));
    request.send(file);
  });
}
