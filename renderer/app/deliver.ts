import type { BinaryFile } from '../../shared/api/schemas.ts';

/**
 * Hands a file that came over the contract to the clerk through the browser's own download (web door), or shows it in
 * a new tab where it can be read. The object URL is let go after the browser has taken it.
 */
export async function deliver(file: BinaryFile): Promise<void> {
  const blob = file instanceof Blob ? file : new Blob([await file.arrayBuffer()], { type: file.type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
