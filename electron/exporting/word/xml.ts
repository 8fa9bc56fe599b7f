import { paperText } from '../../../shared/documents/paragraph-setting.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML: what may not stand in a file is taken out, what has a meaning is written as an entity. */
export function escapeXml(text: string): string {
  return paperText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
