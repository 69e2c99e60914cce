import { api, type KycDocument } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { QueryError } from "@stakehouse/kit";
import { IconButton, Skeleton } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Download, RotateCw, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useRef, useState } from "react";

const STEP = 0.25;
const LEAST = 0.5;
const MOST = 4;
const TURN = 90;
const HALF_TURN = 180;

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
      <Picture src={link.data.url} name={document.file_name} zoom={zoom} turn={turn} />
    </div>
  );
}

interface Size {
  width: number;
  height: number;
}

const NOTHING: Size = { width: 0, height: 0 };

/** A picture that fits its frame before it is enlarged; every part of a large one can be scrolled to. */
function Picture({ src, name, zoom, turn }: { src: string; name: string; zoom: number; turn: number }) {
  const frame = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(NOTHING);
  const [drawn, setDrawn] = useState(NOTHING);
  useEffect(() => {
    const watched = frame.current;
    if (!watched) return;
    const observer = new ResizeObserver(() =>
      setRoom({ width: watched.clientWidth, height: watched.clientHeight }),
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);

  const lies = turn % HALF_TURN !== 0;
  const [width, height] = lies ? [drawn.height, drawn.width] : [drawn.width, drawn.height];
  const fit = width && height ? Math.min(room.width / width, room.height / height, 1) : 0;
  const scale = fit * zoom;
  return (
    <section
      ref={frame}
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that is larger than its frame is scrolled with keys
      tabIndex={0}
      className="h-[60vh] overflow-auto rounded-xl border bg-muted"
    >
      <div className="relative mx-auto" style={{ width: width * scale, height: height * scale }}>
        <img
          src={src}
          alt={name}
          onLoad={({ currentTarget }) =>
            setDrawn({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          style={{
            width: drawn.width * scale,
            height: drawn.height * scale,
            left: ((width - drawn.width) * scale) / 2,
            top: ((height - drawn.height) * scale) / 2,
            transform: `rotate(${turn}deg)`,
          }}
          className="absolute max-w-none"
        />
      </div>
    </section>
  );
}
