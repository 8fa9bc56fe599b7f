import { api } from '../app/api.ts';
import { chooseFiles } from '../app/choose-files.ts';

/** Lets the clerk choose a picture and keeps it in the library; undefined when cancelled. */
export async function choosePicture(): Promise<{ sha256: string; name: string } | undefined> {
  const [file] = await chooseFiles({ title: '选择图片', extensions: ['png', 'jpg', 'jpeg', 'gif', 'bmp'] });
  if (!file) return undefined;
  const { attachment } = await api.files.keep({ file: { handle: file.handle } });
  return { sha256: attachment.sha256, name: attachment.name };
}
