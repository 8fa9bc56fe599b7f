import { api, type Output } from './api.ts';
import { isDesktop } from './connect.ts';

export type FileHandle = Output<typeof api.files.upload>;

interface Choice {
  readonly title?: string;
  /** Without the dot: docx, txt. */
  readonly extensions?: readonly string[];
  readonly multiple?: boolean;
}

/**
 * Lets the clerk choose files and answers their handles: on the desktop with the machine's own dialog, in the browser
 * by uploading. Empty when cancelled.
 */
export async function chooseFiles({ title, extensions, multiple = false }: Choice): Promise<readonly FileHandle[]> {
  if (isDesktop) {
    const picked = await api.files.pick({
      ...(title ? { title } : {}),
      ...(extensions ? { extensions: [...extensions] } : {}),
      multiple,
    });
    return picked.files;
  }
  const files = await askBrowser(extensions, multiple);
  return uploadFiles(files);
}

/** Hands over files that were dropped on the page or pasted. */
export async function uploadFiles(files: readonly File[]): Promise<readonly FileHandle[]> {
  const handles: FileHandle[] = [];
  for (const file of files) handles.push(await api.files.upload({ file }));
  return handles;
}

function askBrowser(extensions: readonly string[] | undefined, multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = multiple;
    if (extensions) input.accept = extensions.map((extension) => `.${extension}`).join(',');
    // In the document while it is open, so that a test can find it and older browsers do not collect it.
    input.hidden = true;
    document.body.append(input);
    const done = (files: readonly File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    input.click();
  });
}
