/** Children of w:body in order, each whole; the page set-up of the last section is left out. */
export function bodyChildren(xml: string): string[] {
  const from = xml.indexOf('>', xml.indexOf('<w:body')) + 1;
  const body = xml.slice(from, xml.lastIndexOf('</w:body>'));
  const children: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of body.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^">])*?(\/?)>/gu)) {
    const [whole, closing, , self] = match;
    const end = match.index + whole.length;
    if (closing) depth -= 1;
    else {
      if (depth === 0) start = match.index;
      if (!self) depth += 1;
    }
    if (depth === 0) children.push(body.slice(start, end));
  }
  return children.filter((child) => !child.startsWith('<w:sectPr'));
}

/** Words of one paragraph. */
export function wordsOfXml(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text).join('');
}

/** A paragraph that only begins a new page. */
export const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
