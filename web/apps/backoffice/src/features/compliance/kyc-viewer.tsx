import { api, type KycDocument } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { IconButton, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Download, RotateCw, ZoomIn, ZoomOut } from "lucide-react";
import { useState } from "react";

const STEP = 0.25;
const LEAST = 0.5;
const MOST = 4;
const TURN = 90;

interface DocumentViewerProps {
  caseId: string;
  document: KycDocument;
}

/** A document, larger or smaller and turned; a PDF is saved and opened elsewhere. */
export function DocumentViewer({ caseId, document }: DocumentViewerProps) {
  const t = useT();
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const link = useQuery({
    queryKey: ["kyc-link", document.id],
    queryFn: () => api.kycLink(caseId, document.id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (link.error) return <QueryError error={link.error} onRetry={() => void link.refetch()} />;
  if (!link.data) return <Skeleton className="h-[60vh] w-full" />;
  if (document.type === "application/pdf")
    return (
      <div className="grid place-items-center gap-3 rounded-xl border bg-muted p-10 text-center">
        <p className="text-muted-foreground text-sm">{t("kycq.pdf", { pages: document.pages })}</p>
        <a className="inline-flex items-center gap-2 font-medium text-primary underline" href={link.data.url}>
          <Download size={16} aria-hidden="true" />
          {t("kycq.save")}
        </a>
      </div>
    );
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-1">
        <IconButton label={t("kycq.zoom_in")} size="sm" onClick={() => setZoom(Math.min(zoom + STEP, MOST))}>
          <ZoomIn size={16} />
        </IconButton>
        <IconButton
          label={t("kycq.zoom_out")}
          size="sm"
          onClick={() => setZoom(Math.max(zoom - STEP, LEAST))}
        >
          <ZoomOut size={16} />
        </IconButton>
        <IconButton label={t("kycq.rotate")} size="sm" onClick={() => setTurn(turn + TURN)}>
          <RotateCw size={16} />
        </IconButton>
        <span className="ml-2 truncate text-muted-foreground text-xs">{document.file_name}</span>
      </div>
      <section
        aria-label={document.file_name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that is larger than its frame is scrolled with keys
        tabIndex={0}
        className="h-[60vh] overflow-auto rounded-xl border bg-muted"
      >
        <img
          src={link.data.url}
          alt={document.file_name}
          style={{ transform: `scale(${zoom}) rotate(${turn}deg)`, transformOrigin: "center top" }}
          className="mx-auto max-h-full max-w-full object-contain transition-transform motion-reduce:transition-none"
        />
      </section>
    </div>
  );
}
