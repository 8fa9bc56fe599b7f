import { useEffect, useState } from 'react';
import { api } from '../app/api.ts';
import { explain } from '../app/errors.ts';

interface StoredPictureProps {
  readonly sha256: string;
  readonly name: string;
  readonly alt: string;
  readonly className?: string;
}

/** Bitmap types a page may show; anything else (SVG above all) is offered as a file, never rendered. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/bmp']);

/** A picture out of the library, by its content address. */
export function StoredPicture({ sha256, name, alt, className }: StoredPictureProps) {
  const [picture, setPicture] = useState<{ url?: string; problem?: string }>({});
  useEffect(() => {
    let shown = true;
    let url: string | undefined;
    api.files.read({ sha256, name }).then(
      async ({ file }) => {
        if (!shown) return;
        if (!SHOWN.has(file.type)) {
          setPicture({ problem: `“${name}”不是能在这里显示的图片` });
          return;
        }
        url = URL.createObjectURL(new Blob([await file.arrayBuffer()], { type: file.type }));
        if (shown) setPicture({ url });
        else URL.revokeObjectURL(url);
      },
      (error: unknown) => shown && setPicture({ problem: explain(error).message }),
    );
    return () => {
      shown = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [sha256, name]);
  if (picture.problem) return <span className="picture-problem">{picture.problem}</span>;
  if (!picture.url) return <span className="picture-problem">正在取图…</span>;
  return <img src={picture.url} alt={alt} className={className} />;
}
